"""How does each principle stand in this round, and what is missing before it can close?"""

import streamlit as st

import pages
from evaluation import wording
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.narrative import tell_round
from evaluation.principles import PROPORTIONALITY
from language import Sentence, Words
from materials.bodies import bodies
from materials.change import change
from materials.chart import round_in_words
from materials.distribution import overview_distribution
from materials.perspectives import perspectives
from pages.parts.charts import show_chart
from pages.parts.closing import show_closing
from pages.parts.conclusion import show_told
from pages.parts.findings import round_names, title, verdict_lines
from pages.parts.invitations import ask_for_rounds
from pages.parts.missing import show_missing, show_nothing_yet


def show_rows(found: Evaluation, words: Words) -> None:
    """The six rows of the evaluation as tiles, three beside each other: the principles in their order, then proportionality."""
    tiles = [tile for _ in range(2) for tile in st.columns(3, border=True)]
    for tile, finding in zip(tiles, found.principles, strict=False):
        with tile:
            show_principle(finding, round_names(found, words), words)
    with tiles[-1]:
        show_proportionality(words)


def show_principle(finding: PrincipleFinding, names: dict[str, Sentence | str], words: Words) -> None:
    """One principle: verdict, why, what speaks against it, both levels, change."""
    against = wording.contradiction_in_short(finding)
    small = (f"**{label}** · {pages.plain(words.say(said))}" for label, said in answered(finding, names, words))
    parts = [
        f"#### {title(finding, words)}",
        verdict_lines(finding, words),
        f":material/compare_arrows: {pages.plain(words.say(against))}" if against else "",
        ":small[" + "  \n".join(small) + "]",
    ]
    st.markdown("\n\n".join(part for part in parts if part))
    st.page_link(
        "pages/results/principle.py", label=words("Words, facts and evidence"), icon=":material/arrow_forward:",
        query_params={"principle": str(finding.principle)},
    )  # fmt: skip


def answered(finding: PrincipleFinding, names: dict[str, Sentence | str], words: Words) -> list[tuple[str, Sentence]]:
    """Who answered at each level, unless the verdict's reasons say it already, and how the answers moved."""
    told = {reason.level for reason in finding.verdict.reasons if reason.rule == "coverage"}
    coverage = (("committee", words("Committees"), finding.committee), ("centre", words("Centres"), finding.centre))
    return [
        *((label, wording.coverage_words(standing)) for level, label, standing in coverage if level not in told),
        (words("Since last time"), wording.change_words(finding.change, names)),
    ]


def show_proportionality(words: Words) -> None:
    """The sixth row: a condition beside the principles, with no rating of its own."""
    said = pages.settled().conclusions.get("proportionality")
    st.markdown(f"#### {words('Proportionality')}\n\n:small[{words(PROPORTIONALITY.question)}]")
    st.text(said.text if said and said.text else words("Nothing is concluded yet about effort against need."))
    st.page_link("pages/results/proportionality.py", label=words("Effort against need"), icon=":material/arrow_forward:")


words = pages.words()
ask_for_rounds(words("How were the five principles followed?"), words)
found = pages.evaluation()
st.title(words("How were the five principles followed?"))
period = words("Consultations from {start} to {end}", start=found.period_from, end=found.period_to)
number = words.many("{count} consultation", "{count} consultations", found.consultations)
st.caption(pages.plain(f"{round_in_words(found.round, words)} · {period} · {number}"))
show_closing(words)
if not any(finding.all.answered for finding in found.principles):
    show_nothing_yet(words)
    st.stop()
if pages.chosen_round().status == "open":
    st.badge(words("Preliminary: the round is open"), icon=":material/pending:", color="orange")
show_told(tell_round(found), words)
show_rows(found, words)
show_missing(words)

st.subheader(words("The answers side by side"))
show_chart(pages.drawn("distribution", lambda: overview_distribution(pages.evaluation(), pages.scope(), words)), words)
left, right = st.columns(2, gap="large")
with left:
    show_chart(pages.drawn("perspectives", lambda: perspectives(pages.evaluation(), pages.scope(), words)), words)
with right:
    show_chart(pages.drawn("change", lambda: change(pages.evaluation(), pages.scope(), words)), words)
titles = {finding.principle: finding.title(words.code) for finding in found.principles}
show_chart(pages.drawn("bodies", lambda: bodies(pages.answers(), titles, pages.scope(), words)), words)
