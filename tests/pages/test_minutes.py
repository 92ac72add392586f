"""The minutes text on a body's own page."""

from pathlib import Path

from tests.support.screens import open_page


def test_it_can_be_copied_and_kept(own_register: Path) -> None:
    """Made when it is opened, of the chosen round."""
    screen = open_page("body", round="2022-2025/endterm", body="sou", lang="en")
    assert "Minutes text" in [each.label for each in screen.expander] and not screen.code
    screen.session_state["minutes sou"] = True
    screen.run()
    assert not screen.exception
    (code,) = screen.code
    assert code.value.startswith("On 8 October 2025 the five principles")
    labels = [button.proto.label for button in screen.get("download_button")]
    assert "Minutes text (Word)" in labels
