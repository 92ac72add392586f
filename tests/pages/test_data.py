"""The page of what the register keeps beside the records: templates and headings."""

from pathlib import Path

from data import queries
from pages import session
from tests.support.screens import open_page, press, words_on
from tests.support.templates import own_template, template_without


def test_a_template_is_chosen_and_removed(with_open_round: Path) -> None:
    """Which one is used stands there, with who chose it; its history says so too."""
    screen = open_page("data", lang="en")
    assert "The template that comes with Øjenhøjde is used" in words_on(screen)
    choose(screen, "Brev.docx", own_template())
    assert not screen.exception
    assert [each.value for each in screen.success] == [session.plain("“Brev.docx” is used from now on.")]
    assert queries.templates.contents(session.store()) == {"docx": own_template()}
    assert session.plain("“Brev.docx”") in words_on(screen)
    screen.query_params["open"] = "history templates docx"
    screen.run()
    assert not screen.exception and "UEsDB" not in str(screen.table[0].value)
    screen.button(key="remove template docx").click().run()
    assert not screen.exception
    assert queries.templates.by_kind(session.store()) == {}


def test_a_template_that_lacks_something_is_refused_by_name(with_open_round: Path) -> None:
    """And nothing is kept; nor without a file."""
    screen = open_page("data", lang="da")
    choose(screen, "Brev.docx", template_without("Paper Quote"))
    (refusal,) = [each.value for each in screen.error]
    assert "Paper Quote" in refusal
    screen.button(key="keep template docx").click().run()
    assert "Vælg en fil først" in screen.error[0].value
    assert queries.templates.by_kind(session.store()) == {}


def choose(screen, name: str, content: bytes) -> None:  # type: ignore[no-untyped-def]
    """Choose a file in the form of the Word template, and use it."""
    screen.file_uploader(key="template file docx").set_value((name, content, "application/octet-stream"))
    screen.button(key="keep template docx").click().run()


def test_headings_are_named(with_open_round: Path) -> None:
    """In the page's language first; the usual name stands in the empty field."""
    screen = open_page("data", lang="da")
    field = screen.text_input(key="heading da summary")
    assert (field.value, field.proto.placeholder) == ("", "Sammendrag")
    field.set_value("Resumé")
    press(screen, "Gem overskrifterne")
    assert not screen.exception
    assert [each.value for each in screen.success] == ["Overskrifterne er gemt\\."]
    assert queries.headings.in_language(session.store(), "da") == {"summary": "Resumé"}
    assert queries.headings.in_language(session.store(), "en") == {}
