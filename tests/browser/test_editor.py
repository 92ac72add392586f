"""A secretary who has read nothing writes an assessment."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.servers import running
from tests.support.visitor import TWO_FRAMES, choose, pause_writing, script_run, settle, tab_to, visit
from tests.support.waiting import wait_until

OPEN = "assessments?lang=en&round=2026-2029/midterm"


def write(page: Page, reason: str) -> None:
    """Fill in the reason."""
    page.get_by_label("The reason, in words").fill(reason)


def test_an_assessment_is_written_submitted_and_counted(server: str, page: Page) -> None:
    """Pick body and principle, write, choose a step, submit: the page says so, and another visitor reads
    it.
    """
    visit(page, f"{server}/{OPEN}")
    choose(page, "Committee or centre", "Center for Pleje og Forebyggelse")
    choose(page, "Principle", "2. Listens and is open to new ideas")
    write(page, "Beboerne valgte selv farven på døren, og den blev gul.")
    page.get_by_test_id("stRadio").get_by_text("4 · To a high degree").click()
    page.get_by_test_id("stRadio").get_by_text("Fair", exact=True).click()
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Submitted. The evaluation counts it from now on.")).to_be_visible()
    other = page.context.new_page()
    visit(other, f"{server}/principle?lang=en&round=2026-2029/midterm&principle=2")
    other.get_by_role("tab", name="Centres").click()
    expect(other.get_by_text("Beboerne valgte selv farven på døren, og den blev gul.")).to_be_visible()
    other.close()


def test_a_draft_waits_for_its_step(server: str, page: Page) -> None:
    """Words alone are kept as a draft and are there after a reload; submitted they are not, until a step
    is chosen.
    """
    visit(page, f"{server}/{OPEN}&body=cjv&principle=3")
    write(page, "Vi mangler eksempler fra foråret.")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Choose a step, or “cannot be judged”")).to_be_visible()
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    page.reload()
    settle(page)
    expect(page.get_by_label("The reason, in words")).to_have_value("Vi mangler eksempler fra foråret.")


def test_a_cpr_number_is_refused_and_the_words_stay(server: str, page: Page) -> None:
    """The field is named, nothing is stored, and what was written is still in the form."""
    visit(page, f"{server}/{OPEN}&body=cjv&principle=5")
    write(page, "Borgeren 010190-1234 skrev til os.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("“The reason, in words” holds a possible CPR number")).to_be_visible()
    expect(page.get_by_label("The reason, in words")).to_have_value("Borgeren 010190-1234 skrev til os.")
    page.reload()
    settle(page)
    expect(page.get_by_label("The reason, in words")).to_have_value("")


def test_two_people_on_the_same_assessment(server: str, page: Page) -> None:
    """The second one is told, sees the first one's words, and has lost nothing."""
    place = f"{server}/{OPEN}&body=oek&principle=1"
    visit(page, place)
    other = page.context.new_page()
    visit(other, place)
    write(page, "Den førstes ord.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    write(other, "Den andens ord.")
    other.get_by_role("button", name="Save as draft").click()
    expect(other.get_by_text("Somebody else has saved this assessment")).to_be_visible()
    expect(other.get_by_text("Den førstes ord.")).to_be_visible()
    expect(other.get_by_label("The reason, in words")).to_have_value("Den andens ord.")
    other.get_by_role("button", name="Put both together").click()
    expect(other.get_by_label("The reason, in words")).to_have_value("Den førstes ord.\n\nDen andens ord.")
    other.get_by_role("button", name="Save as draft").click()
    expect(other.get_by_text("Stored as version 2, draft.")).to_be_visible()
    other.close()


def test_what_is_typed_is_kept_while_it_is_typed(
    cold_server: Callable[..., Any], tmp_path: Path, context: BrowserContext
) -> None:
    """The browser closes without leaving the field, the server restarts: the text is offered on the next
    visit.
    """
    with cold_server() as address:
        page = context.new_page()
        visit(page, f"{address}/{OPEN}&body=oek&principle=4")
        page.get_by_label("The reason, in words").press_sequentially("Midt i en sætning om", delay=5)
        pause_writing(page)
        colleague = context.new_page()

        def is_kept() -> bool:
            visit(colleague, f"{address}/{OPEN}&body=oek&principle=4")
            return colleague.get_by_text("Midt i en sætning om").count() > 0

        wait_until(is_kept)
        page.close()
        colleague.close()
    with running(tmp_path / "cold.duckdb") as address:
        page = context.new_page()
        visit(page, f"{address}/{OPEN}&body=oek&principle=4")
        expect(page.get_by_text("Midt i en sætning om")).to_be_visible()
        page.get_by_role("button", name="Go on with it").click()
        expect(page.get_by_label("The reason, in words")).to_have_value("Midt i en sætning om")
        page.close()


def test_typing_goes_on_while_the_text_is_sent(server: str, page: Page) -> None:
    """A pause sends the text; what is typed after it is not lost, and the place in the field stays."""
    visit(page, f"{server}/{OPEN}&body=oek&principle=5")
    field = page.get_by_label("The reason, in words")
    field.press_sequentially("Første del", delay=5)
    pause_writing(page)
    field.press_sequentially(" og anden del", delay=5)
    pause_writing(page)
    expect(field).to_have_value("Første del og anden del")
    expect(field).to_be_focused()


def test_a_meeting_is_held_by_keyboard_alone(server: str, page: Page) -> None:
    """Write, Tab to the steps, choose with the arrows, go on with a shortcut; no menu is in sight."""
    visit(page, f"{server}/meeting?lang=en&round=2026-2029/midterm&body=seu&principle=1")
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    page.get_by_label("The reason, in words").focus()
    page.keyboard.type("Udvalget så to rammer, og begge var klare.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    with script_run(page):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Alt+n")
    expect(page.locator("h1").first).to_have_text("Listens and is open to new ideas")
    settle(page)
    visit(page, f"{server}/principle?lang=en&round=2026-2029/midterm&principle=1")
    page.get_by_text("1 more committee").click()
    expect(page.get_by_text("Udvalget så to rammer, og begge var klare.")).to_be_visible()


def test_an_answer_is_written_from_the_first_page_by_keyboard_alone(server: str, page: Page) -> None:
    """From the menu to the page, to a centre and a principle, to reason, step and basis, to the button, in
    Danish: the focus is seen at each, and what was written is stored.
    """
    visit(page, f"{server}/?lang=da&round=2026-2029/midterm")
    tab_to(page, "Vurderinger")
    with script_run(page):
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Vurderinger")
    for field, choice in (
        ("Udvalg eller center", "Center for Job og Virksomheder"),
        ("Princip", "4. Afsætter"),
    ):
        tab_to(page, field)
        page.keyboard.type(choice)
        expect(page.get_by_role("option").first).to_contain_text(choice)
        page.evaluate(TWO_FRAMES)
        with script_run(page):
            page.keyboard.press("Enter")
    tab_to(page, "Begrundelsen med ord")
    page.keyboard.type("Samtalerne lå efter skoletid, og alle nåede frem.")
    with script_run(page):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    with script_run(page):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    with script_run(page):
        page.keyboard.press("Space")
    tab_to(page, "Indsend")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Indsendt. Vurderingen tæller med fra nu af.")).to_be_visible()
    visit(page, f"{server}/assessments?lang=da&round=2026-2029/midterm&body=cjv&principle=4")
    expect(page.get_by_label("Begrundelsen med ord")).to_have_value(
        "Samtalerne lå efter skoletid, og alle nåede frem."
    )
    expect(page.get_by_role("radio", name="4 · I høj grad")).to_be_checked()


def test_a_closed_round_offers_no_form(server: str, page: Page) -> None:
    """What was said can be read, no longer written."""
    visit(page, f"{server}/assessments?lang=en&round=2022-2025/endterm")
    expect(page.get_by_text("The round is closed")).to_be_visible()
    expect(page.get_by_role("button", name="Submit")).to_have_count(0)


def test_a_shortcut_takes_the_text_with_it(server: str, page: Page) -> None:
    """Whoever goes on from within the field loses nothing, and the page does not fall back when the pause
    is over.
    """
    visit(page, f"{server}/meeting?lang=en&round=2026-2029/midterm&body=seu&principle=3")
    page.get_by_label("The reason, in words").focus()
    page.keyboard.type("Skrevet og straks videre.")
    page.keyboard.press("Alt+n")
    expect(page.get_by_text("4 of 5")).to_be_visible()
    pause_writing(page)
    expect(page.get_by_text("4 of 5")).to_be_visible()
    page.keyboard.press("Alt+b")
    expect(page.get_by_text("3 of 5")).to_be_visible()
    settle(page)
    expect(page.get_by_label("The reason, in words")).to_have_value("Skrevet og straks videre.")
