"""People's words in a real browser: whatever signs they hold, every one is shown and none does anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from data.register import create_empty
from tests.browser.conftest import running
from tests.browser.visitor import listen, visit
from tests.register import BODIES, ROUNDS, take_all

pytestmark = pytest.mark.xdist_group("browser")
SIGNS = (
    "**fed** _k_ <b>x</b> <img src=http://a.invalid/i.png> $x^2$ :material/home: :streamlit: :smile: :red[r] [link](http://a.invalid/)"
    " ![i](http://a.invalid/e.png) a -> b <- c -- d >= e www.a.invalid post@a.invalid &amp; `kode` ~~s~~ |t| {x}"
)
LINES = f"# overskrift\n- punkt\n1. et\n> citat\nlinje\n===\n\n    kode\n{SIGNS}"
PLACES = {
    "overview": "?round=2022-2025/midterm",
    "principle": "principle?principle=1&round=2022-2025/endterm",
    "record": "consultations?consultation=k1&in_round=false",
    "form": "assessments?round=2022-2025/endterm",
    "closed": "assessments?round=2022-2025/midterm",
    "method": "method?",
}
DOES_SOMETHING = """() => {
  const page = document.querySelector('[data-testid=stMain]');
  const drawn = 'img, .katex, em, del, code, pre, blockquote, iframe, script, a[href*="a.invalid"]';
  const found = [...page.querySelectorAll(drawn)].map(each => each.outerHTML.slice(0, 120));
  for (const each of page.querySelectorAll('h1, h2, h3, h4, li, strong, b'))
    if (/^(overskrift|linje|punkt|et|fed|x)$/.test(each.innerText.trim())) found.push(each.outerHTML.slice(0, 120));
  for (const each of page.querySelectorAll('[data-testid=stIconMaterial], [role=img]'))
    if (each.innerText.trim() === 'home') found.push(each.outerHTML.slice(0, 120));
  return found }"""
SAID = """() => document.querySelector('[data-testid=stMain]').innerText
  .replaceAll('\\u2060', '').replaceAll('\\u00a0', ' ').replaceAll(/\\s+/g, ' ')"""


def assessments() -> list[dict[str, str]]:
    """Every body's answer to every principle in both rounds, in the same awkward words."""
    words = {name: LINES for name in ("justification", "worked_well", "to_change")}
    given = {"rating": "4", "basis": "fair", "status": "submitted", "themes": SIGNS, "evidence": "k1"} | words
    own = {"plan": {"dissent": LINES}, "by": {"daily_meeting": LINES}}
    return [
        {"round": round_["round"], "body": body, "principle": principle} | given | own[body]
        for round_ in ROUNDS
        for body in own
        for principle in "12345"
    ]


def conclusions() -> list[dict[str, str]]:
    """Every conclusion, with a reason for another verdict than the rules propose."""
    changed = {"verdict_override": "partly", "override_reason": LINES}
    return [
        {"round": round_["round"], "principle": row, "text": LINES} | (changed if row in "12345" else {})
        for round_ in ROUNDS
        for row in (*"12345", "proportionality")
    ]


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose register holds awkward words wherever people can write some."""
    path = tmp_path_factory.mktemp("awkward") / "register.duckdb"
    store = create_empty(path)
    texts = ("summary", "open_to_influence", "not_open", "not_open_reason", "effect_note")
    signs = ("case_number", "methods", "started_by", "participants_qualifier", "source", "source_key")
    consultation = {
        "consultation": "k1", "title": f"T {SIGNS}", "centre": "by", "committee": "plan", "start_on": "2024-02-01", "end_on": "2024-03-01",
        "participants": "50", "influence": "hear", "effect": "minor", "url": "https://www.ballerup.dk/x",
    }  # fmt: skip
    actions = [
        {"action": round_["round"], "round": round_["round"], "principle": "1", "text": LINES, "owner": SIGNS, "outcome": LINES}
        for round_ in ROUNDS
    ]
    take_all(
        store,
        {
            "rounds": [ROUNDS[0] | {"status": "closed"}, ROUNDS[1]],
            "bodies": [body | {"name": f"{body['body']} {SIGNS}"} for body in BODIES],
            "norms": [{"norm": "window_days", "value": "14", "applies_from": "2018-01-02", "unit": "", "source": SIGNS}],
            "consultations": [consultation | dict.fromkeys(texts, LINES) | dict.fromkeys(signs, SIGNS)],
            "consultation_groups": [{"consultation": "k1", "group": SIGNS, "took_part": "yes"}],
            "assessments": assessments(),
            "conclusions": conclusions(),
            "actions": actions,
        },
    )
    store.close()
    with running(path) as address:
        yield address


@pytest.mark.parametrize("place", PLACES)
def test_no_sign_does_anything(awkward: str, browser: Browser, place: str) -> None:
    """No picture, formula, icon, link, heading, list or bold text comes of people's words; each sign is there to read."""
    context = browser.new_context(viewport={"width": 1280, "height": 9000})
    page = context.new_page()
    heard = listen(page)
    visit(page, f"{awkward}/{PLACES[place]}&lang=en")
    for each in page.locator('[data-testid="stMain"] details:not([open]) > summary').all()[::-1]:
        each.click()
    expect(page.locator('[data-testid="stMain"] details:not([open])')).to_have_count(0)
    done, said = page.evaluate(DOES_SOMETHING), page.evaluate(SAID)
    context.close()
    assert done == []
    assert SIGNS in said
    assert "\\" not in said
    assert (heard.outside, heard.errors) == ([], [])
