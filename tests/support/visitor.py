"""What a person at the screen does and sees."""

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

OUTSIDE_ALLOWED = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
# Streamlit's own first guess at where its server lies, on every page with a path of its own.
STREAMLITS_OWN = ("_stcore/health", "_stcore/host-config")


@dataclass
class Heard:
    """What the browser noticed besides the page: requests that left the machine, and errors of our own."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def listen(page: Page) -> Heard:
    """Note every request and every error from now on."""
    heard = Heard()
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(OUTSIDE_ALLOWED) else heard.outside.append(request.url)
        ),
    )
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on(
        "response",
        lambda answer: (
            heard.errors.append(f"{answer.status} {answer.url}")
            if answer.status >= 400 and not answer.url.endswith(STREAMLITS_OWN)
            else None
        ),
    )
    return heard


def visit(page: Page, address: str) -> None:
    """Open a link and wait until the script has run and every chart is drawn."""
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page has its title and stands still."""
    expect(page.locator("h1").first).to_be_visible(timeout=30_000)
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=30_000)
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_have_count(
        1, timeout=30_000
    )
    for chart in page.locator('[data-testid="stPlotlyChart"]').all():
        expect(chart.locator(".main-svg").first).to_be_attached(timeout=30_000)


def choose(page: Page, label: str, option: str) -> None:
    """Pick from a list by its label, and wait for the page that follows."""
    box = page.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # a list that opens while the page scrolls closes again
    box.click()
    page.get_by_role("option", name=option).click()
    page.wait_for_timeout(400)
    settle(page)
