"""What one visitor does, and what the others see."""

from collections.abc import Callable
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.types import Message, Receive, Scope, Send
from streamlit import config
from streamlit.testing.v1 import AppTest

from data import queries
from data.models import AssessmentPlace
from evaluation.round_names import round_in_words
from language import speak
from materials.charts.chart import Chart, short_title
from pages import session
from pages.server.middleware import Delivery
from tests.support.registers import BODIES, ROUNDS, new_filled
from tests.support.screens import PAGES, ROOT, open_page, words_on
from tests.support.waiting import LIMIT
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.person import at_this_machine

pytestmark = pytest.mark.thorough

ROUND = "2022-2025/endterm"
TITLES = {
    "overview": "How were the five principles followed?",
    "consultations": "Consultations",
    "assessments": "Assessments",
    "method": "How a verdict comes about",
}


def next_visitor(**link: str) -> AppTest:
    """Another visitor of the same server: nothing that it keeps is forgotten before."""
    screen = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT)
    for name, value in link.items():
        screen.query_params[name] = value
    return screen.run()


def submit(body: str, justification: str) -> None:
    """Somebody else's answer about the first principle."""
    answer = AssessmentAnswer({"justification": justification}, rating=4, status="submitted")
    place = AssessmentPlace(ROUND, body, 1)
    save_assessment(session.store(), at_this_machine("another"), place=place, answer=answer, version=0)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", TITLES)
def test_a_page_has_its_own_title(with_open_round: Path, page: str, language: str) -> None:
    """The heading is the page's, in the language asked for."""
    assert [each.value for each in open_page(page, lang=language).title] == [speak(language)(TITLES[page])]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_principle_page_is_named_after_its_principle(with_open_round: Path, language: str) -> None:
    """The one the link asks for, by its adopted title without the municipality's name."""
    screen = open_page("principle", lang=language, principle="3", round=ROUND)
    adopted = queries.principles.wording(
        session.store(), 3, queries.norms.dated(session.store())[0].applies_from, language
    )[0]
    assert screen.title[0].value == session.plain(short_title(adopted))


def test_all_visitors_share_one_open_register(with_open_round: Path) -> None:
    """The file is opened once for the whole server."""
    open_page("overview", lang="en")
    first = session.store()
    next_visitor(lang="da")
    assert session.store() is first


def test_what_one_saves_the_others_see(with_open_round: Path) -> None:
    """A page that is already open counts the new answer when it is drawn again."""
    screen = open_page("overview", lang="en", round=ROUND)
    submit("plan", "Rammen lå klar.")
    screen.run()
    assert session.plain("1 of 10 answers") in words_on(screen)


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("overview", "answers"),
        ("principle", "answers 1"),
        ("assessments", "bodies"),
    ],
)
def test_a_chart_is_never_older_than_the_records(
    with_open_round: Path, monkeypatch: pytest.MonkeyPatch, page: str, key: str
) -> None:
    """An answer saved between reading and drawing is in the next visitor's chart, as if nothing were kept."""
    keep, charts = session.cached_chart, {}
    open_page("method", lang="en", round=ROUND)
    submit("by", "Den lå sent.")

    def saved_just_before(drawn_key: str, draw: Callable[[], Chart]) -> Chart:
        if drawn_key == key and len(queries.assessments.of_round(session.store(), ROUND)) == 1:
            submit("plan", "Rammen lå klar.")
        return keep(drawn_key, draw)

    def noted(drawn_key: str, draw: Callable[[], Chart]) -> Chart:
        charts[drawn_key] = keep(drawn_key, draw)
        return charts[drawn_key]

    first = open_page("method", lang="en", round=ROUND, open="answers")  # the fold of Assessments
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(session, "cached_chart", saved_just_before)
        first.switch_page(PAGES[page]).run()
        meanwhile.setattr(session, "cached_chart", noted)
        first.run()
        kept = charts[key].table.to_dict()
        open_page(page, lang="en", round=ROUND, open="answers")
    assert len(queries.assessments.of_round(session.store(), ROUND)) == 2
    assert kept == charts[key].table.to_dict()


def test_a_chart_keeps_to_its_language_and_round(with_demonstration: Path) -> None:
    """Charts are made once for all visitors, and never handed to one who asked for another round or
    language.
    """
    subtitles = set()
    for language in ("da", "en"):
        for round_key in ("2022-2025/midterm", ROUND):
            pictures = "perspectives.change.bodies"
            screen = next_visitor(lang=language, round=round_key, pictures=pictures)
            round_name = session.plain(round_in_words(round_key, speak(language)))
            texts = [
                each.value
                for each in screen.markdown
                if each.value.startswith("**") and ":small[" in each.value
            ]
            charts = [text for text in texts if round_name in text]
            assert len(charts) == 3
            subtitles.add("\n".join(charts))
    assert len(subtitles) == 4


def test_language_and_round_are_kept_from_page_to_page(with_demonstration: Path) -> None:
    """Chosen once by link, both hold on pages that are reached without one."""
    screen = next_visitor(lang="en", round="2018-2021/midterm")
    for page in ("assessments", "consultations", "method", "principle"):
        del screen.query_params["lang"], screen.query_params["round"]
        screen.switch_page(PAGES[page]).run()
        assert not screen.exception
        assert (screen.query_params["lang"], screen.query_params["round"]) == ("en", "2018-2021/midterm")


def test_the_overview_counts_what_is_missing(with_open_round: Path) -> None:
    """Every answer that is no submitted one, with the bodies that owe it."""
    submit("plan", "Rammen lå klar.")
    words = words_on(open_page("overview", lang="en", round=ROUND))
    assert (
        session.plain("9 answers of 10 are missing. They are missing from all 2 committees and centres.")
        in words
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_refusal_names_the_field_in_the_visitors_language(with_open_round: Path, language: str) -> None:
    """A CPR number in any field is refused by the label above that field, in a draft too."""
    place = f"{ROUND}:plan:1"
    screen = open_page("assessments", lang=language, round=ROUND, body="plan", principle="1")
    screen.text_area(key=f"to_change {place}").set_value("Ring til 010190-1234.")
    label = speak(language)("Save as draft")
    next(button for button in screen.button if button.label == label).click().run()
    words = speak(language)
    label = words("What to change")
    assert [
        each.value.startswith(session.plain(words("“{label}” {reason}.", label=label, reason="")[:-2]))
        for each in screen.error
    ] == [True]
    assert queries.assessments.of_body(session.store(), ROUND, "plan", 1) is None
    assert screen.text_area(key=f"to_change {place}").value == "Ring til 010190-1234."


def test_a_finished_form_can_be_opened_and_changed(with_open_round: Path) -> None:
    """What was submitted stands in the form; submitting again is the next version, not a second
    assessment.
    """
    submit("plan", "Første ord.")
    place = f"{ROUND}:plan:1"
    screen = open_page("assessments", lang="en", round=ROUND, body="plan", principle="1")
    assert screen.text_area(key=f"justification {place}").value == "Første ord."
    assert screen.radio(key=f"rating {place}").value == "4"
    screen.text_area(key=f"justification {place}").set_value("Bedre ord.")
    next(button for button in screen.button if button.label == "Submit").click().run()
    stored = queries.assessments.of_round(session.store(), ROUND, 1)
    assert [(each.version, each.justification, each.rating) for each in stored] == [(2, "Bedre ord.", 4)]


def test_a_browser_that_asks_for_a_page_is_not_offered_what_is_for_developers() -> None:
    """Streamlit offers to install help for agents as long as it waits to open a browser; with the first
    page asked for, it waits no more.
    """

    async def silent(scope: Scope, receive: Receive, send: Send) -> None:
        """An app that answers nothing."""

    async def nothing() -> Message:
        return {}

    async def unheard(message: Message) -> None:
        """Nobody listens."""

    before = config.get_option("server.headless")
    config.set_option("server.headless", False)
    try:
        scope = {"type": "http", "path": "/", "headers": [(b"accept", b"text/html")], "query_string": b""}
        with (
            start_blocking_portal() as portal
        ):  # a thread of its own: in this one a browser's loop may be running
            portal.call(Delivery(silent), scope, nothing, unheard)
        assert config.get_option("server.headless")
    finally:
        config.set_option("server.headless", before)


def test_a_register_with_one_round_has_no_menu(own_register: Path) -> None:
    """There is nothing to choose, so the round is only named."""
    store = new_filled(own_register, {"rounds": ROUNDS[:1], "bodies": BODIES})
    store.close()
    screen = open_page("overview", lang="en")
    assert not screen.exception
    assert "**Mid\\-term 2022–2025 · open**" in words_on(screen)
