"""``python -m language``: bring the catalogue in step with the code, and say what has no Danish yet.

Write your texts in English in the code, run this, fill in the empty ``msgstr`` in
``language/catalogues/da.po``, run it again. It exits 1 while anything is missing.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.pofile import PoFileError

from language import catalogue
from language.words import DANISH


def main(arguments: Sequence[str] | None = None, root: Path = catalogue.ROOT, path: Path = DANISH) -> int:
    """Update the catalogue and report; gives the exit status."""
    argparse.ArgumentParser(prog="python -m language", description=__doc__).parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        texts = catalogue.read(path)
    except PoFileError as error:
        print(f"{path.name}:{error.lineno + 1}: mend this line by hand: {error.line.strip()}")
        return 1
    before = len(texts)
    texts.update(catalogue.template(root), no_fuzzy_matching=True)
    catalogue.write(texts, path)
    obsolete_count = len(texts.obsolete)
    print(
        f"{path.name}: {len(texts)} texts, {len(texts) - before + obsolete_count} new, {obsolete_count}"
        " dropped"
    )
    problems = catalogue.problems(texts)
    problems += [
        f"{place}: write both forms of the plural in the call itself"
        for place in catalogue.unseen_plurals(root)
    ]
    print("\n".join(problems) or "Everything has its Danish.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
