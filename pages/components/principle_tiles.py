"""The six rows of the evaluation as tiles: the principles in their order, then proportionality."""

import streamlit as st

from evaluation import change_words, fact_words, standing_words
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.principles import PROPORTIONALITY
from language import Sentence, Words
from pages import session
from pages.components.findings import round_names, title, verdict_lines


def show_tiles(evaluation: Evaluation, words: Words) -> None:
    """The six rows of the evaluation as tiles, three beside each other: the principles in their order,
    then proportionality.
    """
    tiles = [tile for _ in range(2) for tile in st.columns(3, border=True)]
    for tile, finding in zip(tiles, evaluation.principles, strict=False):
        with tile:
            show_principle(finding, round_names(evaluation, words), words)
    with tiles[-1]:
        show_proportionality(words)


def show_principle(finding: PrincipleFinding, names: dict[str, Sentence | str], words: Words) -> None:
    """One principle: verdict, why, what speaks against it, both levels, change."""
    against = fact_words.contradiction_in_short(finding)
    small = (
        f"**{label}** · {session.plain(words.say(sentence))}"
        for label, sentence in answered(finding, names, words)
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
    levels_in_verdict = {reason.level for reason in finding.verdict.reasons if reason.rule == "coverage"}
    coverage = (
        ("committee", words("Committees"), finding.committee),
        ("centre", words("Centres"), finding.centre),
    )
    return [
        *(
            (label, standing_words.coverage_words(standing))
            for level, label, standing in coverage
            if level not in levels_in_verdict
        ),
        (words("Since last time"), change_words.change_words(finding.change, names)),
    ]


def show_proportionality(words: Words) -> None:
    """The sixth row: a condition beside the principles, with no rating of its own."""
    conclusion = session.snapshot().conclusions.get("proportionality")
    st.markdown(f"#### {words('Proportionality')}\n\n:small[{words(PROPORTIONALITY.question)}]")
    st.text(
        conclusion.text
        if conclusion and conclusion.text
        else words("Nothing is concluded yet about effort against need.")
    )
    st.page_link(
        "pages/results/proportionality.py",
        label=words("Effort against need"),
        icon=":material/arrow_forward:",
    )
