"""``python -m language``: what it does to a catalogue, and what it says about it."""

from pathlib import Path

import pytest

from language import catalogue
from language.__main__ import main

HEADER = """\
# Test
msgid ""
msgstr ""
"Language: da_DK\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A program of one file, with a catalogue beside it."""
    (tmp_path / "da.po").write_text(HEADER)
    (tmp_path / "dashboard.py").write_text(
        'words("Hello {name}")\nwords.many("{count} day", "{count} days", n)\n'
    )
    return tmp_path


def run(project: Path) -> int:
    return main([], project, project / "da.po")


def translate(project: Path, *pairs: tuple[str, str]) -> None:
    path = project / "da.po"
    text = path.read_text(encoding="utf-8")
    for empty, filled in pairs:
        assert text.count(empty) == 1
        text = text.replace(empty, filled)
    path.write_text(text, encoding="utf-8")


def test_missing_danish_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It exits 1 and names file, line and text of all that has no Danish."""
    assert run(project) == 1
    assert capsys.readouterr().out.splitlines() == [
        "da.po: 2 texts, 2 new, 0 dropped",
        "dashboard.py:1: no translation of “Hello {name}”",
        "dashboard.py:2: no translation of “{count} day”",
    ]


def test_the_file_is_made_to_be_merged(project: Path) -> None:
    """Its own header, then a block a text, sorted; no places, no dates, and the translator's comments
    stay.
    """
    run(project)
    translate(project, ('#, python-brace-format\nmsgid "Hello', '# greeting\nmsgid "Hello'))
    run(project)
    assert (project / "da.po").read_text(encoding="utf-8") == (
        HEADER
        + '\n# greeting\n#, python-brace-format\nmsgid "Hello {name}"\nmsgstr ""\n'
        + '\n#, python-brace-format\nmsgid "{count} day"\nmsgid_plural "{count} days"\n'
        + 'msgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_translations_are_kept_and_unused_ones_dropped(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Filled in, it exits 0; a text that leaves the code leaves the catalogue, the others keep their
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
        "Everything has its Danish.",
    ]
    texts = [(message.id, message.string) for message in catalogue.read(project / "da.po") if message.id]
    assert texts == [("Hello {name}", "Hej {name}")]


@pytest.mark.parametrize("danish", ["Hej {navn}", "Hej", "Hej {name"])
def test_wrong_name_in_braces_is_listed(
    project: Path, danish: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value that the translation names otherwise would break the page, so it is listed too."""
    (project / "dashboard.py").write_text('words("Hello {name}")\n')
    run(project)
    translate(project, ('msgid "Hello {name}"\nmsgstr ""', f'msgid "Hello {{name}}"\nmsgstr "{danish}"'))
    capsys.readouterr()
    assert run(project) == 1
    assert capsys.readouterr().out.splitlines() == [
        "da.po: 1 texts, 0 new, 0 dropped",
        f"dashboard.py:1: other names in braces in “{danish}”",
    ]


def test_one_may_be_said_without_the_number(project: Path) -> None:
    """Of a plural's two forms the first may leave out the ``{count}``, as the English may."""
    (project / "dashboard.py").write_text('words.many("one day", "{count} days", n)\n')
    run(project)
    translate(project, ('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "en dag"\nmsgstr[1] "{count} dage"'))
    assert run(project) == 0


def test_a_text_that_gets_a_plural_is_looked_at_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Babel keeps its Danish as the first form and marks it fuzzy; it is listed until the mark is taken
    away.
    """
    (project / "dashboard.py").write_text('N_("{count} row")\n')
    run(project)
    translate(project, ('msgid "{count} row"\nmsgstr ""', 'msgid "{count} row"\nmsgstr "{count} række"'))
    (project / "dashboard.py").write_text('words.many("{count} row", "{count} rows", n)\n')
    capsys.readouterr()
    assert run(project) == 1
    translate(project, ('msgstr[1] ""', 'msgstr[1] "{count} rækker"'))
    assert run(project) == 1
    assert "dashboard.py:1: no translation of “{count} row”" in capsys.readouterr().out
    translate(project, ("#, fuzzy, ", "#, "))
    assert run(project) == 0


def test_a_conflict_is_named_by_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Git's marks of two versions of a text are shown to be mended, and the file is left as it is."""
    path = project / "da.po"
    path.write_text(HEADER + '\nmsgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n')
    before = path.read_bytes()
    assert run(project) == 1
    assert capsys.readouterr().out == "da.po:8: mend this line by hand: <<<<<<< HEAD\n"
    assert path.read_bytes() == before
