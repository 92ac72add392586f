"""How does each principle stand in this round, and what is missing before it can close?"""

from collections.abc import Sequence

import streamlit as st

import pages
from data.records import Answer
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
from pages.parts.invitations import ask_for_bodies, ask_for_rounds, lead_to_open_round


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


def show_missing(words: Words) -> None:
    """Who has not answered, in words, with the way to the form."""
    answers = pages.answers()
    missing = [answer for answer in answers if answer.status != "submitted"]
    st.subheader(words("What is missing") if pages.chosen_round().status != "closed" else words("What was missing"))
    if not answers:
        ask_for_bodies(words)
    elif not missing:
        st.success(words("Every committee and centre has answered about all five principles."), icon=":material/task_alt:")
    else:
        st.markdown(pages.plain(_missing_in_words(answers, words)))
        st.page_link("pages/records/assessments.py", label=words("See who is missing what"), icon=":material/arrow_forward:")


def _missing_in_words(answers: Sequence[Answer], words: Words) -> str:
    """How many answers are missing, how many of them are begun, and by whom."""
    missing = [answer for answer in answers if answer.status != "submitted"]
    drafts = sum(answer.status == "draft" for answer in missing)
    names = list(dict.fromkeys(answer.name for answer in missing))
    said = words.many(
        "{count} answer of {total} is missing", "{count} answers of {total} are missing", len(missing), total=len(answers)
    )
    said += words.many(", {count} of them is a draft", ", {count} of them are drafts", drafts) if drafts else ""
    if len(names) == len({answer.body for answer in answers}):
        return f"{said}. {words.many('It is missing from {count} body.', 'They are missing from all {count} bodies.', len(names))}"
    return f"{said}: {words.listed(names)}."


def show_nothing_yet(words: Words) -> None:
    """A round in which nobody has answered: no verdicts and no empty charts, but the one thing to do next."""
    now = pages.chosen_round()
    if not pages.answers():
        ask_for_bodies(words)
    elif now.status == "planned":
        st.info(words("The round has not opened yet. Open it under Rounds."), icon=":material/event:")
        st.page_link("pages/settings/rounds.py", label=words("Rounds"), icon=":material/arrow_forward:")
    else:
        st.info(words("Nobody has answered in this round yet."), icon=":material/edit_note:")
        st.page_link("pages/records/assessments.py", label=words("See who is missing what"), icon=":material/arrow_forward:")
    if pages.evaluation().consultations:
        label = words("What the records show so far")
        st.page_link("pages/results/principle.py", label=label, icon=":material/arrow_forward:")
    lead_to_open_round(words)


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
