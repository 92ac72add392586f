"""Templates of the municipality's own are kept and removed, with who and when; the headings of a case too."""

from datetime import datetime

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.models import StoredTemplate
from data.schema import SECTIONS, TEMPLATES
from data.validation.templates import LARGEST
from materials import own_templates
from materials.documents.case.headings import HEADINGS
from tests.support.templates import own_template, template_without
from tests.workflow.conftest import IDA
from workflow.headings import save_headings
from workflow.own_templates import TemplateFile, keep_template, remove_template

NOON, LATER = datetime(2026, 11, 28, 12), datetime(2026, 11, 28, 13)
OWN = TemplateFile("docx", "Brev.docx", own_template())


def history(store: Store, kind: str, record: str) -> list[tuple[str, str]]:
    """What was done to a record and by whom, newest first."""
    return [(entry.action, entry.who) for entry in queries.history.of_record(store, kind, record)]


def test_the_register_knows_the_same_sections_and_kinds() -> None:
    """As the documents have them, in their order."""
    assert tuple(HEADINGS) == SECTIONS
    assert own_templates.TEMPLATES.keys() <= set(TEMPLATES)


def test_a_template_is_kept_replaced_and_removed(store: Store) -> None:
    """With its name, its size, who and when; the history has all of it."""
    keep_template(store, IDA, OWN, at=NOON, kept_at=None)
    assert queries.templates.by_kind(store) == {
        "docx": StoredTemplate("docx", "Brev.docx", len(OWN.content), NOON, "Ida")
    }
    assert queries.templates.contents(store) == {"docx": OWN.content}
    other = TemplateFile("docx", "Nyt brev.docx", own_template("00c000"))
    keep_template(store, IDA, other, at=LATER, kept_at=NOON)
    assert queries.templates.contents(store) == {"docx": other.content}
    remove_template(store, IDA, "docx", kept_at=LATER)
    assert queries.templates.by_kind(store) == {}
    assert history(store, "templates", "docx") == [("removed", "Ida"), ("changed", "Ida"), ("created", "Ida")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Choose a file first"),
        (b"PK" + bytes(LARGEST), "larger than 5 MB"),
        (template_without("Paper Lead"), "lacks the style “Paper Lead”"),
    ],
    ids=["none", "large", "style"],
)
def test_what_can_not_be_used_is_not_kept(store: Store, content: bytes, sentence: str) -> None:
    """It says why."""
    with pytest.raises(CommandRefused, match=sentence):
        keep_template(store, IDA, TemplateFile("docx", "x.docx", content), at=NOON, kept_at=None)
    assert queries.templates.by_kind(store) == {}


def test_the_second_of_two_people_is_told(store: Store) -> None:
    """Nobody replaces or removes a template that is not the one on their screen."""
    keep_template(store, IDA, OWN, at=NOON, kept_at=None)
    with pytest.raises(ChangedMeanwhile):
        keep_template(store, IDA, OWN, at=LATER, kept_at=None)
    with pytest.raises(ChangedMeanwhile):
        remove_template(store, IDA, "docx", kept_at=LATER)
    assert queries.templates.by_kind(store)["docx"].changed_at == NOON


def test_headings_are_named_and_called_as_usual_again(store: Store) -> None:
    """Each language has its own; what did not change is not written."""
    save_headings(store, IDA, {"summary": " Resumé ", "economy": ""}, language="da", headings_before={})
    save_headings(store, IDA, {"summary": "Abstract"}, language="en", headings_before={})
    assert queries.headings.in_language(store, "da") == {"summary": "Resumé"}
    kept = {"summary": "Resumé"}
    save_headings(store, IDA, {"summary": "Resumé"}, language="da", headings_before=kept)
    save_headings(store, IDA, {"summary": "", "decision": "Afgjort"}, language="da", headings_before=kept)
    assert queries.headings.in_language(store, "da") == {"decision": "Afgjort"}
    assert queries.headings.in_language(store, "en") == {"summary": "Abstract"}
    assert history(store, "headings", "da:summary") == [("removed", "Ida"), ("created", "Ida")]


def test_headings_of_two_people_do_not_overwrite_each_other(store: Store) -> None:
    """The second is told; a heading that is none is refused."""
    save_headings(store, IDA, {"summary": "Resumé"}, language="da", headings_before={})
    with pytest.raises(ChangedMeanwhile):
        save_headings(store, IDA, {"summary": "Kort"}, language="da", headings_before={})
    with pytest.raises(RecordRefused):
        save_headings(store, IDA, {"economy": "x" * 101}, language="da", headings_before={})
    assert queries.headings.in_language(store, "da") == {"summary": "Resumé"}
