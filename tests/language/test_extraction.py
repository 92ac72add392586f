"""What is a text in the code, for ``python -m language`` and for Babel's own command."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from language import catalogue
from language.extraction import extract


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ('N_("a")', ["a"]),
        ('words("a", x=1)', ["a"]),
        ('self.words("a")', ["a"]),
        ('pages.words()("a")', ["a"]),
        ('speak(code)("a")', ["a"]),
        ("f\"**{words('a' if 1 else 'b')}**\"", ["a", "b"]),
        ('words("a"\n  "b")', ["ab"]),
        ('words(LABELS["key"])', []),
        ('words.many("one", "more", n, x=words("a"))', [("one", "more"), "a"]),
        ('Sentence(N_("a"), {"x": 1, "y": Sentence(N_("b"))})', ["a", "b"]),
        ('Sentence("one", {"x": 1}, "more", n)', [("one", "more")]),
        ('Sentence(N_("one"), {"x": 1}, plural=N_("more"), count=n)', [("one", "more")]),
        ('f(words("b"))\nwords("a")', ["b", "a"]),
        ('other("a")', []),
        ('words("")', []),
    ],
)
def test_texts_in_code(code: str, texts: list[object]) -> None:
    """Every way of saying a text is seen, once and in the order of the lines, and nothing that isn't one."""
    assert [text for _line, _kind, text, _comments in extract(BytesIO(code.encode()), (), (), {})] == texts


def test_a_plural_in_a_variable_is_listed(tmp_path: Path) -> None:
    """A plural said through a variable can't be paired: it is named by file and line."""
    (tmp_path / "dashboard.py").write_text('one, more = N_("a"), N_("b")\nSentence(one, {}, more, n)\n')
    assert catalogue.unseen_plurals(tmp_path) == ["dashboard.py:2"]


def test_babels_own_command_sees_the_same(tmp_path: Path) -> None:
    """``extract -F babel.cfg``, run in the repository, takes the same texts from the same places."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text('words("no text of the program")\n')
    (tmp_path / "pages" / "about").mkdir(parents=True)
    (tmp_path / "pages" / "about" / "method.py").write_text('\nwords("a")\nwords.many("one", "more", n)\n')
    command = ["pybabel", "-q", "extract", "-F", str(catalogue.MAPPING), "-o", str(tmp_path / "it.pot")]
    CommandLineInterface().run([*command, str(tmp_path)])
    with (tmp_path / "it.pot").open("rb") as source:
        texts = read_po(source)
    places = [("a", "pages/about/method.py", 2), (("one", "more"), "pages/about/method.py", 3)]
    assert _places(catalogue.template(tmp_path)) == places
    assert _places(texts) == [(text, (tmp_path / file).as_posix(), line) for text, file, line in places]


def _places(texts: Catalog) -> list[tuple[object, str, int]]:
    return [(message.id, *message.locations[0]) for message in texts if message.id]
