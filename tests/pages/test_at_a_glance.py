"""Pages open with the answer: verdict and conclusion first, quotes folded, what is urgent on top, and norms
and verdicts with the way to what they rest on.
"""

import re

import pytest
from streamlit.testing.v1 import AppTest

from data import queries
from pages import session
from tests.support.registers import take_all
from tests.support.screens import everything_on, open_page, press, words_on

END, OPEN = "2022-2025/endterm", "2026-2029/midterm"

pytestmark = [pytest.mark.usefixtures("with_demonstration"), pytest.mark.thorough]


def links(screen: AppTest) -> list[tuple[str, str]]:
    """Each link of a page: its words, and where it leads with which choices."""
    protos = (getattr(each, "proto", None) for each in screen.get("page_link"))
    return [(each.label, f"{each.page}?{each.query_string}") for each in protos if each is not None]


def headings(screen: AppTest) -> list[str]:
    """The second-level headings from top to bottom."""
    return [each.value for each in screen.header]


def cards(screen: AppTest) -> list[str]:
    """The bodies whose words stand on a principle's page, in order."""
    return [
        each.value.split("**")[1].replace("\\", "")
        for each in screen.markdown
        if each.value.startswith("**") and ":small[" in each.value and "basis" in each.value
    ]


@pytest.mark.parametrize(
    ("principle", "ways"),
    [
        ("1", ["Next: principle 2"]),
        ("3", ["Previous: principle 2", "Next: principle 4"]),
        ("5", ["Previous: principle 4", "Next: proportionality"]),
    ],
)
def test_a_principle_opens_with_its_conclusion_and_the_way_on(principle: str, ways: list[str]) -> None:
    """The conclusion comes before all that it rests on; the first has nothing before it."""
    screen = open_page("principle", lang="en", round=END, principle=principle)
    assert headings(screen)[:2] == ["Conclusion", "What it rests on"]
    assert [label for label, _ in links(screen) if re.match("Next|Previous", label)] == ways
    assert ("How this verdict came about", f"method?principle={principle}") in links(screen)


def test_two_quotes_a_level_stand_open_and_the_others_are_folded() -> None:
    """Seven committees and seven centres: two of each are open, and the fold says how many it has."""
    screen = open_page("principle", lang="en", round=END, principle="1")
    folds = [each for each in screen.expander if each.label.endswith(("more committees", "more centres"))]
    assert [each.label for each in folds] == ["5 more committees", "5 more centres"]
    folded = [name for each in folds for name in cards_in(each)]
    assert (len(cards(screen)), len(folded)) == (14, 10)


def cards_in(fold: object) -> list[str]:
    return [
        each.value
        for each in getattr(fold, "markdown", ())
        if each.value.startswith("**") and "basis" in each.value
    ]


def test_under_a_filter_no_caption_speaks_of_the_others() -> None:
    """One centre of seven: the level's agreement and its strength are not told, nor what others point to."""
    whole = words_on(open_page("principle", lang="en", round=END, principle="3"))
    screen = open_page("principle", lang="en", round=END, principle="3", centre="cbk")
    text = words_on(screen)
    assert "point to a consultation" in whole and "point to a consultation" not in text
    assert session.plain("1 of 7 assessments at this level: the filters leave out the others.") in text
    assert {label for label, _ in links(screen) if re.match(r"\d+ bod", label)} <= {
        label for label, _ in links(screen) if label.startswith("1 body")
    }


def test_an_open_rounds_conclusion_is_written_in_its_fold() -> None:
    """The form is there and begins with the sentences; what stands above it says that nothing is written."""
    screen = open_page("principle", lang="en", round=OPEN, principle="2")
    assert "Write the conclusion" in [each.label for each in screen.expander]
    assert "The conclusion is not written yet." in [each.value for each in screen.text]
    assert [each.label for each in screen.text_area][:1] == ["The secretary's words"]
    press(screen, "Save conclusion")
    assert "The conclusion is saved." in [each.value.replace("\\", "") for each in screen.success]


def listed(screen: AppTest) -> list[str]:
    """The actions of the list, in order."""
    return [
        each.value.split("**")[1].replace("\\", "")
        for each in screen.markdown
        if each.value.startswith("**") and "-badge[" in each.value
    ]


@pytest.mark.parametrize(("follow", "count"), [("", 10), ("overdue", 1), ("without", 7), ("with", 3)])
def test_actions_are_one_list_that_can_be_limited(follow: str, count: int) -> None:
    """Of the nine of the demonstration six wait; one that is late and nobody's is added, and comes first,
    under its principle's name.
    """
    late = {"action": "late", "round": END, "principle": "4", "text": "Skulle være gjort"}
    take_all(session.store(), {"actions": [late | {"due_on": "2025-12-31", "state": "started"}]})
    screen = open_page("followup", lang="en", round=END, **({"follow": follow} if follow else {}))
    actions = listed(screen)
    assert len(actions) == count
    assert ("Skulle være gjort" in actions[:1]) == (follow != "with")
    first = next((each.value for each in screen.markdown if "Skulle være gjort" in each.value), "")
    if follow != "with":
        assert ("Overdue" in first, "No owner" in first, "4\\. Sets aside" in first) == (True, True, True)


def test_a_norm_is_edited_in_its_row() -> None:
    """Every norm stands in the list; the one in the link has its form, and its name shuts it again."""
    screen = open_page("norms", lang="en", round=END, norm="window_days")
    count = len({norm.key for norm in queries.norms.dated(session.store())})
    names = [each for each in screen.button if str(each.key).startswith("open ")]
    assert len(names) == count
    assert session.plain(f"{count} norms") in words_on(screen) or f"{count} norms" in words_on(screen)
    assert [each.key for each in screen.text_input if str(each.key).startswith("value ")] == [
        "value window_days"
    ]
    next(each for each in names if each.key == "open window_days").click().run()
    assert [each.key for each in screen.text_input if str(each.key).startswith("value ")] == []


def test_the_method_shows_a_verdict_of_this_round() -> None:
    """The principle in the link, by its own numbers; statistics are the last thing on the page."""
    screen = open_page("method", lang="en", round=END, principle="3")
    text = everything_on(screen)
    assert "2 steps between the two middle answers" in text and "Holds: this is the verdict" in text
    assert [each.label for each in screen.expander][-1] == "Figures behind the words"
