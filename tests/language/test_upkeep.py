"""``python -m language``: what it finds in code, and what it does to a catalogue."""

from io import BytesIO
from pathlib import Path

import pytest

from language import upkeep
from language.__main__ import main
from language.extraction import find_texts, read_syntax, unseen_plurals


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('N_("a")', ["a"]),
        ('words("a", x=1)', ["a"]),
        ('self.words("a")', ["a"]),
        ('pages.words()("a")', ["a"]),
        ('speak(code)("a")', ["a"]),
        ('f"**{words("a" if 1 else "b")}**"'.replace('"a" if 1 else "b"', "'a' if 1 else 'b'"), ["a", "b"]),
        ('words("a"\n  "b")', ["ab"]),
        ('words(LABELS["key"])', []),
        ('words.many("one", "more", n, x=words("a"))', [("one", "more"), "a"]),
        ('Sentence(N_("a"), {"x": 1, "y": Sentence(N_("b"))})', ["a", "b"]),
        ('Sentence("one", {"x": 1}, "more", n)', [("one", "more")]),
        ('Sentence(N_("one"), {"x": 1}, plural=N_("more"), count=n)', [("one", "more")]),
        ('other("a")', []),
        ('words("")', []),
    ],
)
def test_texts_in_code(code: str, found: list[object]) -> None:
    """Every way of saying a text is seen, once, and nothing that isn't one."""
    assert [
        text for _line, _kind, text, _comments in read_syntax(BytesIO(code.encode()), (), (), {})
    ] == found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A program of one file, with catalogues beside it."""
    (tmp_path / "catalogues").mkdir()
    (tmp_path / "dashboard.py").write_text(
        'words("Hello {name}")\nwords.many("{count} day", "{count} days", n)\n'
    )
    return tmp_path


def run(project: Path) -> int:
    return main([], project, project / "catalogues")


def translate(project: Path, *pairs: tuple[str, str]) -> None:
    path = project / "catalogues" / "da.po"
    text = path.read_text(encoding="utf-8")
    for text_id, said in pairs:
        assert text.count(text_id) == 1
        text = text.replace(text_id, said)
    path.write_text(text, encoding="utf-8")


def test_missing_danish_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It exits 1 and names file, line and text of all that has no Danish; the English needs none."""
    assert run(project) == 1
    assert capsys.readouterr().out.splitlines() == [
        "da.po: 2 texts, 2 new, 0 dropped",
        "en.po: 1 texts, 1 new, 0 dropped",
        "dashboard.py:1: no translation of “Hello {name}”",
        "dashboard.py:2: no translation of “{count} day”",
    ]


def test_translations_are_kept_and_unused_ones_dropped(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Filled in, it exits 0; a text that leaves the code leaves the catalogue, and the others keep their
    Danish.
    """
    run(project)
    translate(
        project,
        ('msgid "Hello {name}"\nmsgstr ""', 'msgid "Hello {name}"\nmsgstr "Hej {name}"'),
        ('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "{count} dag"\nmsgstr[1] "{count} dage"'),
    )
    assert run(project) == 0
    (project / "dashboard.py").write_text('words("Hello {name}")\n')
    capsys.readouterr()
    assert run(project) == 0
    assert capsys.readouterr().out.splitlines() == [
        "da.po: 1 texts, 0 new, 1 dropped",
        "en.po: 0 texts, 0 new, 1 dropped",
        "Everything has its Danish.",
    ]
    assert upkeep.read(project / "catalogues" / "da.po").get("Hello {name}").string == "Hej {name}"


def test_wrong_name_in_braces_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A value that the translation names otherwise would break the page, so it is listed too."""
    run(project)
    translate(project, ('msgid "Hello {name}"\nmsgstr ""', 'msgid "Hello {name}"\nmsgstr "Hej {navn}"'))
    capsys.readouterr()
    assert run(project) == 1
    assert "dashboard.py:1: other names in braces in “Hej {navn}”" in capsys.readouterr().out


def test_a_text_keeps_its_words_when_it_gets_a_plural(project: Path) -> None:
    """Two single texts that become one with a plural keep their translations."""
    (project / "dashboard.py").write_text('N_("{count} row")\nN_("{count} rows")\n')
    run(project)
    translate(
        project,
        ('msgid "{count} row"\nmsgstr ""', 'msgid "{count} row"\nmsgstr "{count} række"'),
        ('msgid "{count} rows"\nmsgstr ""', 'msgid "{count} rows"\nmsgstr "{count} rækker"'),
    )
    (project / "dashboard.py").write_text('words.many("{count} row", "{count} rows", n)\n')
    assert run(project) == 0


def test_a_plural_in_a_variable_is_listed(project: Path) -> None:
    """A plural said through a variable can't be paired: it is named by file and line."""
    (project / "dashboard.py").write_text('one, more = N_("a"), N_("b")\nSentence(one, {}, more, n)\n')
    assert unseen_plurals(project) == ["dashboard.py:2"]


def test_the_first_place_is_given(project: Path) -> None:
    """A text is found in the order of the lines."""
    (project / "dashboard.py").write_text('f(words("b"))\nwords("a")\n')
    assert [(found.text, found.place) for found in find_texts(project)] == [
        ("b", "dashboard.py:1"),
        ("a", "dashboard.py:2"),
    ]
