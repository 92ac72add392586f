"""nginx and Caddy from the files in deploy/, on this machine, with a certificate of its own."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.support.sbom import ROOT
from tests.support.waiting import LIMIT, wait_until

DEPLOY = ROOT / "deploy"
NAME = "oejenhoejde.example.org"
CERTIFICATE, KEY = "fullchain.pem", "key.pem"
NGINX_PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@dataclass(frozen=True)
class Ports:
    """Where the proxy answers with HTTPS and without, and where the dashboard is."""

    https: int
    http: int
    dashboard: int

    @property
    def address(self) -> str:
        return f"https://{NAME}:{self.https}"


NGINX = CADDY = Ports(443, 80, 8501)
"""As the files have them."""


def certificate(folder: Path) -> None:
    """Write a certificate for the name, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .issuer_name(name)
        .subject_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / CERTIFICATE).write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / KEY).write_bytes(private)


def nginx_conf(folder: Path, ports: Ports) -> Path:
    """deploy/nginx.conf in a file that nginx starts from, with these ports and that certificate."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("/etc/ssl/oejenhoejde", str(folder)).replace("listen 80;", f"listen {ports.http};")
    text = text.replace("listen 443 ", f"listen {ports.https} ").replace("8501", str(ports.dashboard))
    paths = "\n".join(
        f"{kind}_temp_path {folder / kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    path = folder / "whole.conf"
    path.write_text(
        f"pid {folder}/nginx.pid;\ndaemon off;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{paths}\n{text}\n}}\n",
        encoding="utf-8",
    )
    return path


def caddyfile(folder: Path, ports: Ports) -> Path:
    """deploy/Caddyfile with these ports and that certificate, and no port of its own administration."""
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    text = text.replace("#tls /etc/ssl/oejenhoejde", "tls /etc/ssl/oejenhoejde")
    text = text.replace("/etc/ssl/oejenhoejde", str(folder))
    text = text.replace("8501", str(ports.dashboard))
    path = folder / "Caddyfile"
    options = f"admin off\nhttp_port {ports.http}\nhttps_port {ports.https}"
    path.write_text(f"{{\n{options}\n}}\n{text}", encoding="utf-8")
    return path


@contextmanager
def proxying(program: str, folder: Path, ports: Ports) -> Iterator[str]:
    """``nginx`` or ``caddy`` in front of a dashboard; gives the address for people."""
    certificate(folder)
    command = {
        "nginx": [str(NGINX_PROGRAM), "-p", str(folder), "-c", str(nginx_conf(folder, ports))],
        "caddy": ["caddy", "run", "--adapter", "caddyfile", "--config", str(caddyfile(folder, ports))],
    }[program]
    with (folder / "output.txt").open("w") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output)
        try:
            wait_until(lambda: _answers(ports.https))
            yield ports.address
        finally:
            server.terminate()
            server.wait(LIMIT)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), LIMIT).close()
    except OSError:
        return False
    return True
