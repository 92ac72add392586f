"""What a page is limited to, what is found in words, and what is concluded: with the demonstration
records.
"""

import re
from pathlib import Path

import pytest

from data import queries
from pages import session
from tests.support.screens import open_page, press, words_on

END, OPEN = "2022-2025/endterm", "2026-2029/midterm"


pytestmark = [pytest.mark.usefixtures("with_demonstration"), pytest.mark.thorough]


def test_a_filter_in_the_link_limits_words_and_facts_and_says_so() -> None:
    """Only the chosen centre's words are there, and the filter is written out."""
    screen = open_page("principle", lang="en", round=END, principle="3", centre="cbk")
    assert not screen.exception
    text = words_on(screen)
    assert session.plain("Limited to: Center for By og Klima") in text
    cards = [
        each.value
        for each in screen.markdown
        if each.value.startswith("**") and ":small[" in each.value and "basis" in each.value
    ]
    assert [card.split("**")[1].replace("\\", "") for card in cards] == ["Center for By og Klima"]


def test_a_filter_goes_with_the_chart() -> None:
    """The chart's subtitle names it, as a file of it will."""
    screen = open_page("proportionality", lang="en", round=END, scale="large")
    subtitles = [
        each.value for each in screen.markdown if ":small[" in each.value and "scale\\: large" in each.value
    ]
    assert len(subtitles) == 2


def test_a_filter_that_does_not_exist_here_is_no_filter() -> None:
    """A link with nonsense shows everything."""
    screen = open_page("proportionality", lang="en", round=END, scale="gigantic", centre="nope")
    assert not screen.exception
    assert session.plain("Limited to:") not in words_on(screen)


def test_the_sentences_stand_in_a_paragraph_for_each_subject() -> None:
    """Answers, change, records and participants on the page; the same paragraphs begin a conclusion."""
    spoken = next(
        each.value
        for each in open_page("principle", lang="en", round=END).markdown
        if "The verdict is" in (each.value or "")
    )
    answers, change, records, participants = re.split(r"\s*\n\s*\n", spoken)
    assert ("gave a rating" in answers, "round before" in change, "In the records" in records) == (
        True,
        True,
        True,
    )
    assert "asked their participants" in participants
    proposed = next(
        each.value
        for each in open_page("principle", lang="en", round=OPEN).text_area
        if "The verdict is" in (each.value or "")
    )
    assert proposed and ("\n\nIn the records" in proposed or "\n\nThe records" in proposed)


def test_search_shows_quotes_with_their_source() -> None:
    """The word looked for is marked in the quote, and who said it stands under it."""
    screen = open_page("words", lang="en", round=END)
    screen.text_input[0].set_value("høringen").run()
    assert not screen.exception
    quotes = [each.value for each in screen.markdown if "“" in each.value and ":small[**" in each.value]
    assert quotes and all("høring" in quote.lower().split("**")[1] for quote in quotes)


def test_a_theme_is_taken_by_a_person_in_an_open_round(own_register: Path) -> None:
    """One click puts it on the assessments that use the word; a closed round offers no button."""
    assert not [
        each for each in open_page("words", lang="en", round=END).button if "as a theme" in each.label
    ]
    screen = open_page("words", lang="en", round=OPEN)
    button = next(each for each in screen.button if "as a theme" in each.label)
    theme = button.label.split("“")[1].split("”")[0]
    button.click().run()
    assert not screen.exception and screen.success[0].value.replace("\\", "").startswith(
        f"“{theme}” is now a theme of"
    )


def test_a_declined_word_is_not_proposed_again_until_the_no_is_taken_back(own_register: Path) -> None:
    """The no is kept in the register, for everybody, and can be undone from the list of declined words."""
    screen = open_page("words", lang="en", round=OPEN)
    take = next(each for each in screen.button if "as a theme" in each.label)
    word = take.label.split("“")[1].split("”")[0]
    press(screen, "No, thank you")
    assert not screen.exception and queries.themes.declined_words(session.store()) == [word]
    assert f"“{word}”" not in " ".join(each.label for each in screen.button)
    press(screen, "Propose it again")
    assert not screen.exception and queries.themes.declined_words(session.store()) == []
    assert f"“{word}”" in " ".join(each.label for each in screen.button)


def test_a_conclusion_begins_with_the_sentences_and_is_saved(own_register: Path) -> None:
    """The form holds what the numbers say; what is saved is what was made of it."""
    screen = open_page("principle", lang="en", round=OPEN, principle="1")
    assert (screen.text_area[0].value or "").startswith("The verdict is “")
    screen.text_area[0].set_value("Vi fulgte det. <b>*</b>")
    next(each for each in screen.button if each.label == "Save conclusion").click().run()
    assert not screen.exception and screen.success[0].value == "The conclusion is saved\\."
    assert queries.conclusions.of_round(session.store(), OPEN)["1"].text == "Vi fulgte det. <b>*</b>"


def test_a_closed_round_offers_no_form() -> None:
    """Its conclusion is shown and cannot be written."""
    assert not open_page("principle", lang="en", round=END, principle="1").text_area


def test_a_body_shows_its_own_way_and_its_predecessors() -> None:
    """Rounds before it existed are told under the names of those it took over from."""
    screen = open_page("body", lang="en", round=END, body="cbk")
    assert not screen.exception
    text = words_on(screen)
    assert "What was promised" in text and "Center for By og Klima" in text


def test_a_filter_limits_a_bodys_facts_and_consultations() -> None:
    """Only its large matters are counted and listed, and the page says so; its answers stay as they are."""
    register = queries.consultations.register(session.store())
    own = register[(register["centre"] == "cbk") & register["rounds"].fillna("").str.contains(END)]
    large = own[own["scale"] == "large"]
    assert 0 < len(large) < len(own)
    screen = open_page("body", lang="en", round=END, body="cbk", scale="large")
    assert not screen.exception
    assert session.plain("Limited to: scale: large") in words_on(screen)
    labels = [each.label for each in screen.expander]
    assert any(label.startswith(f"{len(large)} consultation") for label in labels)


@pytest.mark.parametrize("grouping", ["quarter", "centre", "committee", "method", "scale"])
def test_facts_side_by_side(grouping: str) -> None:
    """Each grouping draws its chart."""
    screen = open_page("trends", lang="en", round=END, principle="2", fact="answered", by=grouping)
    assert not screen.exception
    assert "Contributions answered" in words_on(screen)
