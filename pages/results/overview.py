"""How does each principle stand in this round, and what is missing before it can close?"""

import streamlit as st

from evaluation import phrases
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.principles import PROPORTIONALITY
from evaluation.summary import summarise_round
from language import Sentence, Words
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import round_in_words
from materials.charts.distribution import overview_distribution
from materials.charts.perspectives import perspectives
from pages import session
from pages.components.charts import show_chart
from pages.components.closing import show_closing
from pages.components.empty_states import require_rounds
from pages.components.findings import round_names, title, verdict_lines
from pages.components.outstanding_answers import show_missing, show_nothing_yet
from pages.components.summary import show_summary


def show_rows(found: Evaluation, words: Words) -> None:
    """The six rows of the evaluation as tiles, three beside each other: the principles in their order,
    then proportionality.
    """
    tiles = [tile for _ in range(2) for tile in st.columns(3, border=True)]
    for tile, finding in zip(tiles, found.principles, strict=False):
        with tile:
            show_principle(finding, round_names(found, words), words)
    with tiles[-1]:
        show_proportionality(words)


def show_principle(finding: PrincipleFinding, names: dict[str, Sentence | str], words: Words) -> None:
    """One principle: verdict, why, what speaks against it, both levels, change."""
    against = phrases.contradiction_in_short(finding)
    small = (
        f"**{label}** · {session.plain(words.say(said))}" for label, said in answered(finding, names, words)
    )
    parts = [
        f"#### {title(finding, words)}",
        verdict_lines(finding, words),
        f":material/compare_arrows: {session.plain(words.say(against))}" if against else "",
        ":small[" + "  \n".join(small) + "]",
    ]
    st.markdown("\n\n".join(part for part in parts if part))
    st.page_link(
        "pages/results/principle.py",
        label=words("Words, facts and evidence"),
        icon=":material/arrow_forward:",
        query_params={"principle": str(finding.principle)},
    )


def answered(
    finding: PrincipleFinding, names: dict[str, Sentence | str], words: Words
) -> list[tuple[str, Sentence]]:
    """Who answered at each level, unless the verdict's reasons say it already, and how the answers moved."""
    told = {reason.level for reason in finding.verdict.reasons if reason.rule == "coverage"}
    coverage = (
        ("committee", words("Committees"), finding.committee),
        ("centre", words("Centres"), finding.centre),
    )
    return [
        *(
            (label, phrases.coverage_words(standing))
            for level, label, standing in coverage
            if level not in told
        ),
        (words("Since last time"), phrases.change_words(finding.change, names)),
    ]


def show_proportionality(words: Words) -> None:
    """The sixth row: a condition beside the principles, with no rating of its own."""
    said = session.snapshot().conclusions.get("proportionality")
    st.markdown(f"#### {words('Proportionality')}\n\n:small[{words(PROPORTIONALITY.question)}]")
    st.text(said.text if said and said.text else words("Nothing is concluded yet about effort against need."))
    st.page_link(
        "pages/results/proportionality.py",
        label=words("Effort against need"),
        icon=":material/arrow_forward:",
    )


words = session.words()
require_rounds(words("How were the five principles followed?"), words)
found = session.evaluation()
st.title(words("How were the five principles followed?"))
period = words("Consultations from {start} to {end}", start=found.period_from, end=found.period_to)
number = words.many("{count} consultation", "{count} consultations", found.consultations)
st.caption(session.plain(f"{round_in_words(found.round, words)} · {period} · {number}"))
show_closing(words)
if not any(finding.all.answered for finding in found.principles):
    show_nothing_yet(words)
    st.stop()
if session.chosen_round().status == "open":
    st.badge(words("Preliminary: the round is open"), icon=":material/pending:", color="orange")
show_summary(summarise_round(found), words)
show_rows(found, words)
show_missing(words)

st.subheader(words("The answers side by side"))
show_chart(
    session.cached_chart(
        "distribution", lambda: overview_distribution(session.evaluation(), session.scope(), words)
    ),
    words,
)
left, right = st.columns(2, gap="large")
with left:
    show_chart(
        session.cached_chart(
            "perspectives", lambda: perspectives(session.evaluation(), session.scope(), words)
        ),
        words,
    )
with right:
    show_chart(
        session.cached_chart("change", lambda: change(session.evaluation(), session.scope(), words)), words
    )
titles = {finding.principle: finding.title(words.code) for finding in found.principles}
show_chart(
    session.cached_chart("bodies", lambda: bodies(session.answers(), titles, session.scope(), words)), words
)
