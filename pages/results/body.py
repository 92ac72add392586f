"""One centre or committee: how it stands, which way it moves, which consultations explain it, what was
promised.
"""

from dataclasses import replace

import streamlit as st

from data import queries
from data.models import Answer
from data.queries.selection import Selection, own_consultations, selected
from evaluation.earlier_words import WITHHELD, EarlierWords, as_read_by
from evaluation.findings import Measurement
from evaluation.indicators import measure_all
from evaluation.principles import INDICATORS
from evaluation.scales import ACTION_STATES, BODY_LEVELS
from evaluation.units import limit_words, quantity
from language import Words
from materials.charts.bodies import bodies
from materials.charts.chart import round_in_words
from pages import session
from pages.components.actions import ICONS
from pages.components.charts import show_chart
from pages.components.empty_states import ask_for_bodies, require_rounds, say_nothing_fits
from pages.components.filters import Filters, choose_filters
from pages.components.findings import confidential_badge, link_consultation, rating_words
from pages.components.tables import Figure, share_of, show_table


def choose_body(words: Words) -> str:
    """The key of the body that the link names, or of the one picked here."""
    by_level = queries.bodies.keys_by_level(session.store())
    levels = {body: level for level in ("centre", "committee") for body in by_level[level]}
    names = queries.bodies.names(session.store())
    asked = {answer.body for answer in session.answers()}
    ordered = sorted(levels, key=lambda body: body not in asked)
    return session.choose(
        "body",
        ordered,
        ordered[0],
        label=words("Centre or committee"),
        in_words=lambda key: f"{names[key]} ({words(BODY_LEVELS[levels[key]]).lower()})",
    )


def own_answers(body: str, words: Words) -> list[Answer]:
    """What the body, or those it took over from, answered in each held round; the newest first, a row a
    round.
    """
    lineage, found = queries.bodies.lineage(session.store(), body), []
    for each, _ in session.rounds_held()[::-1]:
        name = round_in_words(each.key, words)
        answers = [answer for answer in session.snapshot_in(each).answers if answer.body in lineage]
        for answer in answers:
            shown = name if answer.body == body else f"{name} · {answer.name}"
            found.append(replace(answer, body=f"{each.key} {answer.body}", name=shown))
    return found


def compared(own: Selection, whole: Selection, words: Words) -> list[dict[str, str | Figure | None]]:
    """The body's own facts beside those of the whole municipality, and the norms; empty without a
    consultation.
    """
    norms = session.norms()
    (number, of_body), (_, of_all) = (
        measure_all(session.store(), own, norms),
        measure_all(session.store(), whole, norms),
    )
    if not number:
        return []
    rows: list[dict[str, str | Figure | None]] = []
    for name, measured in of_body.items():
        everyone, norm = of_all[name], limit_words(measured.norm, INDICATORS[name])
        met = {True: words("norm met"), False: words("norm not met"), None: "–"}[measured.met]
        rows.append(
            {
                words("Fact"): words(INDICATORS[name].label),
                words("Here"): _figure(measured, words),
                words("Known"): share_of(measured.known, measured.known + measured.unknown, words),
                words("Whole municipality"): _figure(everyone, words),
                words("Norm"): words.say(norm) if norm else "–",
                words("Result"): met,
            }
        )
    return rows


def _figure(found: Measurement, words: Words) -> Figure | None:
    return None if found.value is None else Figure(found.value, words.say(quantity(found.value, found.unit)))


def show_facts(body: str, words: Words) -> None:
    """The body's facts of the chosen round and the consultations behind them, as far as the filters of the
    page let through.
    """
    now = session.chosen_round()
    filters = choose_filters(now.period_from, now.period_to, words, only=("method", "scale", "period"))
    own = filters.narrow(own_consultations(session.store(), now, body))
    if rows := compared(own, filters.selection(now.period_from, now.period_to), words):
        st.subheader(words("Its facts beside the whole municipality's"))
        show_table(rows, words("Its facts beside the whole municipality's"))
    consultations = selected(session.store(), own)
    st.subheader(words("Consultations that explain it"))
    if not consultations:
        say_nothing_fits(filtered=filters != Filters(), words=words)
        return
    with st.expander(
        words.many("{count} consultation", "{count} consultations", len(consultations)),
        icon=":material/groups:",
    ):
        for each in consultations:
            link_consultation(each.key, each.title)


def show_promises(body: str, name: str, words: Words) -> None:
    """What the body said should change, and the actions it owns, from the rounds up to the chosen one."""
    st.subheader(words("What was promised"))
    lineage, shown = queries.bodies.lineage(session.store(), body), False
    for each, _ in [
        held for held in session.rounds_held() if held[0].period_from <= session.chosen_round().period_from
    ][::-1]:
        said = [
            as_read_by(body, assessment)
            for assessment in session.snapshot_in(each).assessments
            if assessment.body in lineage and assessment.to_change
        ]
        owned = [
            action for action in queries.actions.of_round(session.store(), each.key) if action.owner == name
        ]
        if not said and not owned:
            continue
        shown = True
        st.markdown(f"**{session.plain(round_in_words(each.key, words))}**")
        for action in owned:
            state = (
                f"{words(ACTION_STATES[action.state])} ·"
                f" {action.outcome or words('no outcome is recorded yet')}"
            )
            st.markdown(
                f"{ICONS[action.state]} {session.plain(action.text)}  \n:small[{session.plain(state)}]"
            )
        for earlier in said:
            st.markdown(_promise(earlier, words))
    if not shown:
        st.text(words("Nothing is recorded as promised."))


def _promise(earlier: EarlierWords, words: Words) -> str:
    """What was to change, under its principle and step; confidential words bear their mark, or are
    withheld.
    """
    given = earlier.assessment
    heading = f"{words('Principle')} {given.principle} · {rating_words(given, words)}"
    text = words(WITHHELD) if earlier.withheld else given.to_change
    return f":small[{session.plain(heading)}]  \n{confidential_badge(given, words)}{session.plain(text)}"


words = session.words()
require_rounds(words("One body"), words)
if not queries.bodies.names(session.store()):
    st.title(words("One body"))
    ask_for_bodies(words)
    st.stop()
body = choose_body(words)
name = queries.bodies.names(session.store())[body]
st.title(session.plain(name))
st.caption(
    words(
        "Only this body's own answers and consultations. The address of this page can be kept as a bookmark."
    )
)
answers = own_answers(body, words)
st.subheader(words("How it stands, and which way it moves"))
if answers:
    titles = {finding.principle: finding.title(words.code) for finding in session.evaluation().principles}
    shown = list(dict.fromkeys(answer.body.partition(" ")[0] for answer in answers))
    scope = session.scope_of_all_rounds(shown[-1], shown[0], filters=name)
    show_chart(
        bodies(answers, titles, scope, words, rows=words.many("{count} round", "{count} rounds", len(shown))),
        words,
    )
else:
    st.info(words("It has not been asked in any round yet."), icon=":material/info:")
show_facts(body, words)
show_promises(body, name, words)
