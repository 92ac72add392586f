"""A principle through all rounds: verdicts, reasons, and each change in words."""

import streamlit as st

from data import queries
from data.database import Store
from data.models import Round
from evaluation import change_words, verdict_words
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.principles import PRINCIPLES
from evaluation.round_names import round_in_sentence, round_in_words
from evaluation.scales import VERDICTS
from language import Words
from materials.charts.chart import marks_in_words, numbered, short_title
from materials.charts.theme import VERDICT_STYLES
from materials.charts.trend import name_of, trend
from pages import session
from pages.components.charts import show_chart

RoundsHeld = list[tuple[Round, Evaluation]]


def verdicts(rounds: RoundsHeld, words: Words) -> list[dict[str, str]]:
    """A row a principle, a column a round: the verdict's sign and word in its colour, and how sure it is."""
    rows = []
    for number in PRINCIPLES:
        findings = [(each, evaluation.principles[number - 1]) for each, evaluation in rounds]
        title = short_title(findings[-1][1].title(words.code))
        row = {words("Principle"): session.plain(f"{number}. {title}")}
        for each, finding in findings:
            row[session.plain(name_of(each, words))] = _in_colour(finding, words)
        rows.append(row)
    return rows


def _in_colour(finding: PrincipleFinding, words: Words) -> str:
    look = VERDICT_STYLES[finding.verdict.final]
    # A badge would never part its words, and make the table wider than a small window.
    badge = f":{look.badge}-background[{look.icon} {words(VERDICTS[finding.verdict.final])}]"
    secretary = words("decided by the secretary") if finding.verdict.override else ""
    beside = " · ".join(part for part in (secretary, marks_in_words(finding, words)) if part)
    return f"{badge} :small[{session.plain(beside)}]" if beside else badge


def show_reasons(rounds: RoundsHeld, words: Words) -> None:
    """Why the secretary decided otherwise than the rules propose, wherever that was."""
    for each, evaluation in rounds:
        for finding in evaluation.principles:
            if sentence := verdict_words.override_words(finding):
                name = f"{round_in_words(each.key, words)}, {numbered(finding, words)}"
                st.caption(f"**{session.plain(name)}** · {session.plain(words.say(sentence))}")


def show_rounds(store: Store, rounds: RoundsHeld, number: int, words: Words) -> None:
    """One principle's rounds as a chart, and each change in words."""
    breaks = queries.principles.trend_breaks(store, number)
    findings = [(each, evaluation.principles[number - 1]) for each, evaluation in rounds]
    scope = session.scope_of_all_rounds(
        rounds[0][0].key, rounds[-1][0].key, principle=short_title(findings[-1][1].title(words.code))
    )
    show_chart(trend(findings, breaks, scope, words), words)
    names = {each.key: round_in_sentence(each.key, words) for each, _ in rounds}
    for each, finding in findings:
        if finding.change.previous_round:
            together = change_words.delta_words(finding.change)
            text = (
                f"{words.say(change_words.change_words(finding.change, names))}"
                f" {words.say(together) if together else ''}"
            )
            st.markdown(f"**{session.plain(round_in_words(each.key, words))}** · {session.plain(text)}")
