"""``python -m materials ROUND --out DIR``: a round's documents and charts as files, without a screen."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from data.cli_output import command_language, prepare_streams, refuse
from data.database import Store
from data.errors import UserError
from data.register import database_path
from evaluation.evaluate import find_round
from language import LANGUAGES, Words, speak
from materials.charts import export
from materials.charts.shape import SHAPES
from materials.documents.annex.annex_document import annex_name, draw_annex
from materials.documents.case.case_document import case_name, draw_case
from materials.documents.round_material import RoundMaterial, round_material
from materials.round_charts import round_charts
from workflow.demonstration import open_register

Files = Iterator[tuple[str, bytes]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files and print the name of each; gives the exit status."""
    prepare_streams()
    parser = _parser()
    options = parser.parse_args(arguments)
    words = command_language()
    if unknown := set(options.only) - MAKERS.keys():
        parser.error(f"--only: {', '.join(sorted(unknown))}; choose from {', '.join(MAKERS)}")
    try:
        store = open_register(database_path())
        _write(store, options, words)
        store.close()
    except (UserError, OSError, KeyboardInterrupt) as problem:
        return refuse(problem, words)
    finally:
        export.close()
    return 0


def _write(store: Store, options: argparse.Namespace, words: Words) -> None:
    template = options.template.read_bytes() if options.template else None
    chosen_round = find_round(store, options.round)
    material = round_material(store, chosen_round, with_confidential=options.confidential)
    spoken = speak(options.lang) if options.lang else words
    options.out.mkdir(parents=True, exist_ok=True)
    for kind in options.only or MAKERS:
        for name, content in MAKERS[kind](store, material, template, spoken):
            (options.out / name).write_bytes(content)
            print(options.out / name, flush=True)


def _case(_: Store, material: RoundMaterial, template: bytes | None, words: Words) -> Files:
    yield case_name(material, words), draw_case(material, words, template=template)


def _annex(store: Store, material: RoundMaterial, template: bytes | None, words: Words) -> Files:
    for kind in ("pdf", "docx"):
        content = draw_annex(store, material, words, kind=kind, template=template)
        yield annex_name(material, kind, words), content


def _charts(_: Store, material: RoundMaterial, __: bytes | None, words: Words) -> Files:
    charts = round_charts(material, words)
    for shape in SHAPES.values():
        for kind in export.FORMATS:
            for chart, content in zip(charts, export.draw_many(charts, kind, shape), strict=True):
                yield chart.file_name(shape, kind), content


MAKERS: dict[str, Callable[[Store, RoundMaterial, bytes | None, Words], Files]] = {
    "case": _case,
    "annex": _annex,
    "charts": _charts,
}
"""What can be made, by its name after ``--only``."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m materials", description="The documents and charts of one round as files."
    )
    parser.add_argument("round", metavar="ROUND", help="such as 2022-2025/endterm")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write to")
    parser.add_argument(
        "--only",
        metavar="KINDS",
        type=lambda text: [each.strip() for each in text.split(",") if each.strip()],
        default=[],
        help="some of case,annex,charts (all)",
    )
    parser.add_argument("--lang", choices=list(LANGUAGES), help="the language of the documents")
    parser.add_argument(
        "--confidential", action="store_true", help="with the confidential words, marked on each page"
    )
    parser.add_argument(
        "--template", metavar="FILE", type=Path, help="a .docx whose styles the Word documents take"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
