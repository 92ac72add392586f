"""``python -m language``: bring the catalogues in step with the code, and say what has no Danish yet.

Write your texts in English in the code, run this, fill in the empty ``msgstr`` in
``language/catalogues/da.po``, run it again. It exits 1 while anything is missing.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from language import upkeep
from language.extraction import ROOT, find_texts, unseen_plurals
from language.words import CATALOGUES, LANGUAGES


def main(arguments: Sequence[str] | None = None, root: Path = ROOT, catalogues: Path = CATALOGUES) -> int:
    """Merge both catalogues and report; gives the exit status."""
    argparse.ArgumentParser(prog="python -m language", description=__doc__).parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    found = find_texts(root)
    problems = []
    for code in LANGUAGES:
        path = catalogues / f"{code}.po"
        before = upkeep.read(path)
        after = upkeep.merge(code, before, found)
        upkeep.save(code, after, path)
        told = upkeep.change(before, after)
        print(f"{path.name}: {told.texts} texts, {told.new} new, {told.dropped} dropped")
        places = {upkeep.key(each.text): each.place for each in reversed(found)}
        problems += [
            f"{places[upkeep.key(text)]}: no translation of “{upkeep.key(text)}”"
            for text in upkeep.untranslated(after)
        ]
        problems += [
            f"{places[text]}: other names in braces in “{said}”" for text, said in upkeep.mismatched(after)
        ]
    problems += [
        f"{place}: write both forms of the plural in the call itself" for place in unseen_plurals(root)
    ]
    print("\n".join(problems) or "Everything has its Danish.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
