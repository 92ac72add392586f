"""The minutes text on a body's own page, and the way there from the end of a meeting."""

from pathlib import Path

from pages import session
from tests.support.screens import everything_on, open_page


def test_it_can_be_copied_and_kept(own_register: Path) -> None:
    """Made when it is opened, of the chosen round."""
    screen = open_page("body", round="2022-2025/endterm", body="sou", lang="en")
    assert "Minutes text" in [each.label for each in screen.expander] and not screen.code
    screen.query_params["open"] = "minutes"
    screen.run()
    assert not screen.exception
    (code,) = screen.code
    assert code.value.startswith("On 8 October 2025 the five principles")
    labels = [button.proto.label for button in screen.get("download_button")]
    assert "Minutes text (Word)" in labels


def test_a_meeting_that_is_done_leads_to_it(with_demonstration: Path) -> None:
    """Once the body has submitted all five."""
    link = {"round": "2026-2029/midterm", "body": "bou", "lang": "en"}
    assert "Minutes text of this meeting" not in everything_on(open_page("meeting", **link))
    with session.store().transaction() as cursor:
        cursor.execute(
            "insert into assessments by name select 'new' || number as assessment, $round as round,"
            " $body as body, number as principle, 3 as rating, false as not_assessable,"
            " 'Set ved havnen.' as justification, 'submitted' as status, false as closed, 1 as version"
            " from range(1, 6) as numbers(number) where number not in"
            " (select principle from assessments where round = $round and body = $body)",
            {"round": link["round"], "body": link["body"]},
        )
    assert "Minutes text of this meeting" in everything_on(open_page("meeting", **link))
