"""Back, closing, the end of a meeting and corrections, as somebody at the screen meets them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from data.database import Store
from tests.support.visitor import choose, open_list, script_run, settle, unfold, visit

OPEN, ENDED, THAWED = "2026-2029/midterm", "2022-2025/endterm", "2018-2021/midterm"


@pytest.fixture(scope="module")
def server_file(server_file: Path) -> Path:
    """An earlier round is closed without a frozen result."""
    store = Store(server_file)
    with store.transaction() as cursor:
        cursor.execute("delete from closings where round = $round", {"round": THAWED})
    store.close()
    return server_file


def go_back(page: Page) -> None:
    """One press of Back. What follows is awaited by what is expected: a run can be over before it is seen."""
    page.evaluate("history.back()")


def go_forward(page: Page) -> None:
    """One press of Forward."""
    page.evaluate("history.forward()")


def expect_address(page: Page, pattern: str) -> None:
    """An address in which a pattern is found."""
    expect(page).to_have_url(re.compile(pattern))


def scrolled(page: Page) -> int:
    """How far the page is scrolled, in pixels."""
    return int(page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))


@contextmanager
def steps(page: Page, count: int) -> Iterator[None]:
    """What is done within adds so many steps to the browser's history."""
    before = page.evaluate("history.length")
    yield
    assert page.evaluate("history.length") - before == count


def limited_to(page: Page) -> Locator:
    """The line under the filters that says what is left out."""
    return page.get_by_text("Limited to:")


def test_back_leads_from_a_principle_to_the_same_place(server: str, page: Page) -> None:
    """From the overview by a link far down, Back to the same place, Forward to the principle."""
    visit(page, f"{server}/?lang=en&round={ENDED}")
    link = page.get_by_role("link", name=re.compile("^5")).last
    link.scroll_into_view_if_needed()
    place = scrolled(page)
    assert place > 0
    with steps(page, 1), script_run(page):
        link.click()
    title = "Involves citizens broadly and relevantly"
    expect(page.locator("h1").first).to_have_text(title)
    go_back(page)
    expect(page.locator("h1").first).not_to_have_text(title)
    assert "/principle" not in page.url
    page.wait_for_function(f"() => document.querySelector('[data-testid=stMain]').scrollTop === {place}")
    go_forward(page)
    expect(page.locator("h1").first).to_have_text(title)
    expect_address(page, "/principle.*principle=5")


def test_back_takes_one_filter_away(server: str, page: Page) -> None:
    """Two filters are two steps; each Back takes the last one away, in the address, the list and the words,
    and Forward sets it again.
    """
    visit(page, f"{server}/consultations?lang=en&round={ENDED}")
    unfold(page, "Filters")
    with steps(page, 2):
        choose(page, "Scale", "Large")
        choose(page, "Method", "workshop (")
    expect(limited_to(page)).to_contain_text("workshop · scale: large")
    go_back(page)
    expect(limited_to(page)).to_have_text(re.compile("scale: large$"))
    assert "method" not in page.url and "scale=large" in page.url
    expect(page.get_by_role("combobox", name="Method")).to_have_value("All (7)")
    go_back(page)
    expect(limited_to(page)).to_have_count(0)
    assert "scale" not in page.url
    go_forward(page)
    expect(limited_to(page)).to_have_text(re.compile("scale: large$"))


def test_back_closes_a_record_that_opens_again(server: str, page: Page) -> None:
    """The same row is there to be clicked once more."""
    visit(page, f"{server}/consultations?lang=en&round={ENDED}")
    for _ in range(2):
        settle(page)
        with script_run(page):
            page.get_by_role("row").nth(1).get_by_role("cell").first.click()
        expect(page.get_by_text("Time to take part")).to_be_visible()
        go_back(page)
        expect(page.get_by_text("Time to take part")).to_have_count(0)


def test_back_leads_to_the_earlier_round_and_language(server: str, page: Page) -> None:
    """A round from the menu and the other language are a step each."""
    visit(page, f"{server}/method?lang=da&round={ENDED}")
    with steps(page, 2):
        page.get_by_role("button", name="Evalueringsrunde").click()
        with script_run(page):
            page.get_by_role("menuitem", name=re.compile("2018–2021")).first.click()
        with script_run(page):
            page.get_by_text("English", exact=True).click()
    go_back(page)
    expect(page.get_by_role("button", name=re.compile("Evalueringsrunde.*2018–2021"))).to_be_visible()
    go_back(page)
    expect(page.get_by_role("button", name=re.compile("Evalueringsrunde.*2022–2025"))).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "consultations",
        "meeting",
        *(pytest.param(path, marks=pytest.mark.thorough) for path in ("trends", "assessments", "days_off")),
    ],
)
def test_a_first_visit_is_no_step(server: str, page: Page, path: str) -> None:
    """A short link is filled out in place, so that Back leads out of the dashboard at once."""
    page.goto(f"{server}/_stcore/health")
    visit(page, f"{server}/{path}")
    page.wait_for_url(re.compile("round="))
    page.go_back()
    expect(page.locator("body")).to_have_text("ok")


def test_the_menu_is_one_step(server: str, page: Page) -> None:
    """Language, round and filters go along without steps of their own."""
    visit(page, f"{server}/trends?lang=en&round={ENDED}")
    with steps(page, 2):
        with script_run(page):
            page.get_by_role("link", name="Consultations", exact=True).click()
        with script_run(page):
            page.get_by_role("link", name="Assessments", exact=True).click()
    assert "lang=en" in page.url and "round=2022-2025" in page.url
    go_back(page)
    expect(page.locator("h1").first).to_have_text("Consultations")
    go_back(page)
    expect(page.locator("h1").first).to_have_text("Which way is it going?")


def test_a_meeting_goes_back_a_principle(server: str, page: Page) -> None:
    """Each principle is a step, also by the keyboard."""
    visit(page, f"{server}/meeting?lang=en&round={OPEN}&body=cpf&principle=2")
    with steps(page, 1), script_run(page):
        page.keyboard.press("Alt+n")
    expect(page.get_by_text("3 of 5")).to_be_visible()
    go_back(page)
    expect(page.get_by_text("2 of 5")).to_be_visible()


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.thorough)])
@pytest.mark.parametrize(
    "principle", [1, 5, *(pytest.param(number, marks=pytest.mark.thorough) for number in (2, 3, 4))]
)
def test_a_meeting_has_question_reason_and_steps_on_one_screen(
    server: str, page: Page, principle: int, language: str
) -> None:
    """On a projector of 1280 by 720, also with the button that saves; and what the room reads is 24 pixels
    high, whose capitals are 18 mm on a screen of 65 inches.
    """
    visit(page, f"{server}/meeting?lang={language}&round={OPEN}&body=cpf&principle={principle}")
    main = page.get_by_test_id("stMainBlockContainer")
    steps_of_scale = main.get_by_role("radiogroup").first.locator("label")
    expect(steps_of_scale).to_have_count(6)
    question, reason = main.locator("h2").first, main.locator("textarea").first
    saves = main.get_by_role("button", name=re.compile("Alt ?\\+ ?N"))
    for element in (question, reason, *steps_of_scale.all(), saves):
        expect_in_sight(element)
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    read = (question, reason, *(each.locator("p").first for each in steps_of_scale.all()))
    assert [element.evaluate(size) >= 24 for element in read] == [True] * 8


def write_here(page: Page, text: str) -> None:
    """A reason and a step by keyboard, without a glance at the rest of the page, once it stands still; what
    was said of the last one goes meanwhile, and the focus stays.
    """
    settle(page)
    page.get_by_label("The reason, in words").focus()
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    with script_run(page):
        page.keyboard.press("ArrowDown")
    step = page.get_by_role("radio", name="4 · To a high degree")
    expect(step).to_be_checked()
    expect(step).to_be_focused()


def expect_in_sight(message: Locator) -> None:
    """Whole within the window, where the eye is."""
    expect(message).to_be_visible()
    expect(message).to_be_in_viewport(ratio=1)


def test_a_meeting_says_what_was_submitted_and_that_it_is_done(server: str, page: Page) -> None:
    """On a laptop's screen; a text that somebody left unsaved and that was passed by is settled with a word,
    and stands in the history.
    """
    meeting = f"{server}/meeting?lang=en&round={OPEN}&body=cjv"
    left_open = page.context.new_page()
    visit(left_open, f"{meeting}&principle=5")
    left_open.get_by_label("The reason, in words").fill("Halvvejs og glemt.")
    with script_run(left_open):
        left_open.keyboard.press("Tab")
    left_open.close()
    visit(page, f"{meeting}&principle=5")
    expect(page.get_by_text("Halvvejs og glemt.")).to_be_visible()
    write_here(page, "Udvalgets ord om princip 5.")
    with script_run(page):
        page.get_by_role("button", name=re.compile(r"Save(?! and)")).click()
    expect_in_sight(page.get_by_text("Principle 5 is submitted."))
    expect(page.get_by_text("was passed by. It is set aside")).to_be_visible()
    expect_in_sight(
        page.get_by_text("Not submitted yet: principle 1, principle 2, principle 3 and principle 4.")
    )
    visit(page, f"{meeting}&principle=1")
    for number in range(1, 5):
        write_here(page, f"Udvalgets ord om princip {number}.")
        with script_run(page):
            page.keyboard.press("Alt+n")
        expect_in_sight(page.get_by_text(f"Principle {number} is submitted."))
    expect_in_sight(page.get_by_text("All five answers of"))
    with script_run(page):
        page.get_by_role("link", name="On to the assessments of all").click()
    visit(page, f"{server}/assessments?lang=en&round={OPEN}&body=cjv&principle=5")
    with script_run(page):
        page.get_by_test_id("stMainBlockContainer").get_by_text("History", exact=True).click()
    expect(page.get_by_text("Halvvejs og glemt.")).to_be_visible()
    expect(page.get_by_text("Go on with it")).to_have_count(0)


def pick(page: Page, label: str, option: str) -> None:
    """Pick from a list of a form, which is sent as a whole."""
    open_list(page, page.get_by_role("combobox", name=label))
    page.get_by_role("option", name=option).click()


def test_an_erratum_is_corrected_by_a_further_one(server: str, page: Page) -> None:
    """It points at principle and body; the one that was corrected stays beside the one that holds, on the
    principle's page and on the body's.
    """
    visit(page, f"{server}/closing?lang=en&round=2022-2025/midterm")
    for text, corrected in (
        ("Udvalget svarede 3.", None),
        ("Udvalget svarede 4 og ikke 3.", "Udvalget svarede 3."),
    ):
        pick(page, "What it is about", "principle 4")
        pick(page, "Which committee or centre", "Økonomi")
        if corrected:
            pick(page, "Corrects an earlier erratum", corrected)
        page.get_by_label("What is right instead").fill(text)
        page.get_by_label("Reason for the correction").fill("En tastefejl.")
        with script_run(page):
            page.get_by_role("button", name="Add the erratum").click()
        expect(page.get_by_text("The erratum is added.")).to_be_visible()
    for link in ("principle?principle=4", "body?body=oek"):
        visit(page, f"{server}/{link}&lang=en&round=2022-2025/midterm")
        alert = page.get_by_test_id("stAlert").filter(has_text="Erratum of")
        expect(alert).to_have_count(1)
        expect(alert.get_by_text("Udvalget svarede 4 og ikke 3.")).to_be_visible()
        expect(alert.locator("del")).to_have_text("Udvalget svarede 3.")
        expect(alert).to_contain_text("corrected, no longer holds")


def test_a_round_is_frozen_on_the_second_press(server: str, page: Page) -> None:
    """The first only asks, with the round's name, its period and what is missing."""
    visit(page, f"{server}/closing?lang=en&round={THAWED}")
    page.get_by_role("button", name="Freeze the evaluation").click()
    question = page.get_by_test_id("stPopoverBody")
    for text in ("Mid-term 2018–2021", "The period ended on 31 December 2019.", "Freezing cannot be undone."):
        expect(question).to_contain_text(text)
    expect(question).to_contain_text(re.compile("answers? (is|are) missing|Nothing is missing"))
    expect(page.get_by_test_id("stCode")).to_have_count(0)
    with script_run(page):
        page.get_by_role("button", name="Yes, freeze it for good").click()
    expect(page.get_by_text("The frozen result matches its checksum.")).to_be_visible()
