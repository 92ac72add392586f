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
    """Who answered at each level, and how the answers moved."""
    return [
        (words("Committees"), wording.coverage_words(finding.committee)),
        (words("Centres"), wording.coverage_words(finding.centre)),
        (words("Since last time"), wording.change_words(finding.change, names)),
    ]


def show_proportionality(words: Words) -> None:
    """The sixth row: a condition beside the principles, with no rating of its own."""
    said = pages.settled().conclusions.get("proportionality")
    st.markdown(f"#### {words('Proportionality')}\n\n:small[{words(PROPORTIONALITY.question)}]")
    st.text(said.text if said and said.text else words("Nothing is concluded yet about effort against need."))
    st.page_link("pages/results/proportionality.py", label=words("Effort against need"), icon=":material/arrow_forward:")


def show_missing(evaluation: Evaluation, words: Words) -> None:
    """Who has not answered, in words, with the way to the form."""
    answers = pages.answers()
    missing = [answer for answer in answers if answer.status != "submitted"]
    st.subheader(words("What is missing"))
    if not answers:
        st.info(
            words("No committee or centre is registered for this round yet. Take in bodies.csv to begin."), icon=":material/info:"
        )
    elif not missing:
        st.success(words("Every committee and centre has answered about all five principles."), icon=":material/task_alt:")
    else:
        names = dict.fromkeys(answer.name for answer in missing)
        counts = words.many(
            "{count} answer is missing of {total}:", "{count} answers are missing of {total}:", len(missing), total=len(answers)
        )
        st.markdown(pages.plain(f"{counts} {', '.join(names)}."))
        st.page_link("pages/records/assessments.py", label=words("See who is missing what"), icon=":material/arrow_forward:")


words = pages.words()
if not pages.rounds():
    st.info(words("The register has no rounds yet. Take in rounds.csv to begin."), icon=":material/info:")
    st.stop()
found = pages.evaluation()
st.title(words("How were the five principles followed?"))
period = words("Consultations from {start} to {end}", start=found.period_from, end=found.period_to)
number = words.many("{count} consultation", "{count} consultations", found.consultations)
st.caption(pages.plain(f"{round_in_words(found.round, words)} · {period} · {number}"))
show_closing(words)
show_told(tell_round(found), words)
show_rows(found, words)
show_missing(found, words)

st.subheader(words("The answers side by side"))
show_chart(pages.drawn("distribution", lambda: overview_distribution(pages.evaluation(), pages.scope(), words)), words)
left, right = st.columns(2, gap="large")
with left:
    show_chart(pages.drawn("perspectives", lambda: perspectives(pages.evaluation(), pages.scope(), words)), words)
with right:
    show_chart(pages.drawn("change", lambda: change(pages.evaluation(), pages.scope(), words)), words)
titles = {finding.principle: finding.title(words.code) for finding in found.principles}
show_chart(pages.drawn("bodies", lambda: bodies(pages.answers(), titles, pages.scope(), words)), words)
