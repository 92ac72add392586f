"""What IT copies to a machine is held to the program, and to the programs that read it, where they are
installed.
"""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from pages.server.sign_in import WrongSetting, sign_in_settings
from tests.support.proxies import CADDY, DEPLOY, NGINX, NGINX_PROGRAM, caddyfile, certificate, nginx_conf
from tests.support.sbom import ROOT
from tests.test_documentation import ROOTS, settings

DEPLOYMENT = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DEPLOY.iterdir())}


def test_settings_are_the_programs() -> None:
    """Each that a file names is read by the program, and the page for IT names all that are."""
    named = {name: set(re.findall(r"OEJENHOEJDE_[A-Z_]+[A-Z]", text)) for name, text in FILES.items()}
    assert {name: each - settings() for name, each in named.items() if each - settings()} == {}
    assert settings() - set(re.findall(r"OEJENHOEJDE_[A-Z_]+[A-Z]", DEPLOYMENT)) == set()


def test_every_file_is_told_of() -> None:
    """In the page for IT, which names none that isn't there."""
    assert set(re.findall(r"deploy/([\w.-]*\w)", DEPLOYMENT)) == set(FILES)


def test_ports_agree() -> None:
    """The unit and the container listen where the proxies and the question for health go."""
    ports = {
        name: set(re.findall(r"(?:127\.0\.0\.1:|port\W+)(8\d{3})", text)) for name, text in FILES.items()
    }
    expected = {"8501"}
    without = {"oejenhoejde-health.timer", "oejenhoejde.env.example"}
    assert ports == {name: set() if name in without else expected for name in FILES}


def test_the_proxies_let_through_what_the_program_takes() -> None:
    """Uploads a little larger than its own limit, so that the program says that one is too large."""
    sizes = re.findall(
        r"(?:max_size|client_max_body_size) (\d+)(?i:mb?)", FILES["Caddyfile"] + FILES["nginx.conf"]
    )
    own = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    upload_limit = own["server"]["maxUploadSize"]
    assert sizes == ["60", "60"] and upload_limit < 60


def test_the_container_has_every_room() -> None:
    """And no test, no history, and no register of somebody's."""
    copied = set(re.findall(r"^COPY (\w+) /opt/oejenhoejde", FILES["Containerfile"], re.MULTILINE))
    assert copied == set(ROOTS)
    kept = set(re.findall(r"^!(.+)$", (ROOT / ".containerignore").read_text(), re.MULTILINE))
    assert kept == {*ROOTS, "dashboard.py", "LICENSE", ".streamlit", "requirements.lock"}


def test_the_environment_file_is_a_sign_in() -> None:
    """With its gaps filled it is one that the program takes; as it is copied, the program says what is
    missing.
    """
    lines = [line.partition("=") for line in FILES["oejenhoejde.env.example"].splitlines() if line[:1] == "O"]
    environment = {name: value for name, _, value in lines}
    with pytest.raises(WrongSetting) as refusal:
        sign_in_settings(environment)
    assert refusal.value.sentence.values["missing"] == "OEJENHOEJDE_SIGN_IN_SECRET, OEJENHOEJDE_COOKIE_SECRET"
    sign_in = sign_in_settings({name: value or "s" * 64 for name, value in environment.items()})
    assert sign_in is not None and sign_in.is_secure and sign_in.host == "oejenhoejde.example.org"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_reads_the_units(tmp_path: Path) -> None:
    """Without a word on any line of them; where the program would lie is nothing on this machine."""
    units = [
        Path(shutil.copy(DEPLOY / name, tmp_path)) for name in FILES if re.search(r"\.(service|timer)$", name)
    ]
    command = ["systemd-analyze", "verify", "--man=no", *map(str, units)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in result.stderr.splitlines() if "oejenhoejde" in line]
    assert [line for line in lines if "/opt/oejenhoejde/.venv/bin/python is not executable" not in line] == []
    assert len(units) == 3


@pytest.mark.skipif(not NGINX_PROGRAM, reason="nginx is not installed")
def test_nginx_reads_its_file(tmp_path: Path) -> None:
    """With a certificate in place."""
    certificate(tmp_path)
    command = [NGINX_PROGRAM or "", "-t", "-q", "-p", str(tmp_path), "-c", str(nginx_conf(tmp_path, NGINX))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, "emerg" in result.stderr) == (0, False), result.stderr


@pytest.mark.skipif(not shutil.which("caddy"), reason="caddy is not installed")
def test_caddy_reads_its_file(tmp_path: Path) -> None:
    """As it is copied, and with a certificate of one's own."""
    certificate(tmp_path)
    for path in (DEPLOY / "Caddyfile", caddyfile(tmp_path, CADDY)):
        command = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(path)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
