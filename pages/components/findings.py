"""A verdict, its reasons and an assessment, as several pages show them."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from data.assessment_fields import remarks
from data.models import Assessment
from evaluation import confidence_words, fact_words, verdict_words
from evaluation.earlier_words import CONFIDENTIAL, WITHHELD, EarlierWords
from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.round_names import round_in_sentence
from evaluation.scales import VERDICTS, answer_words
from language import Sentence, Words
from materials.charts.chart import short_title
from materials.charts.theme import VERDICT_STYLES
from pages import session

CONFIDENCE_STYLES = {
    "high": (":material/signal_cellular_alt:", "gray"),
    "moderate": (":material/signal_cellular_alt_2_bar:", "gray"),
    "low": (":material/priority_high:", "orange"),
}
"""Icon and colour of a grade's badge; low stands out."""


def verdict_badge(finding: PrincipleFinding, words: Words) -> str:
    """The verdict as a word in a badge, how far it can be relied on and who stands against it, as Markdown;
    an overridden one says so.
    """
    look = VERDICT_STYLES[finding.verdict.final]
    badge = f":{look.badge}-badge[{look.icon} {words(VERDICTS[finding.verdict.final])}]"
    reason = verdict_words.override_words(finding)
    overridden = f":small[{session.plain(words.say(reason))}]" if reason else ""
    at_the_verdict = "  \n".join(part for part in (badge, reliance_lines(finding, words)) if part)
    return "\n\n".join(part for part in (at_the_verdict, overridden) if part)


def link_rule(finding: PrincipleFinding, words: Words) -> None:
    """The way from a verdict to the rule behind it, with this round's numbers."""
    st.page_link(
        "pages/about/method.py",
        label=words("How this verdict came about"),
        icon=":material/rule:",
        query_params={"principle": str(finding.principle)},
    )


def verdict_lines(finding: PrincipleFinding, words: Words) -> str:
    """The verdict and, under it, the reasons for it, as Markdown."""
    reasons = (session.plain(words.say(reason)) for reason in verdict_words.verdict_reasons(finding))
    return "\n\n".join([verdict_badge(finding, words), *reasons])


def reliance_lines(finding: PrincipleFinding, words: Words) -> str:
    """Under the verdict: how far it can be relied on and why, and who stands against it, as Markdown. Low
    confidence and a marked minority stand out, by sign and word; empty where there is nothing to say.
    """
    lines = [_confidence_line(finding, words), _minority_line(finding, words)]
    return "  \n".join(line for line in lines if line)


def _confidence_line(finding: PrincipleFinding, words: Words) -> str:
    grade = confidence_words.grade_words(finding.verdict)
    if grade is None:
        return ""
    confidence = finding.verdict.confidence
    if confidence is None or confidence.grade is None:
        return f":small[:material/help: {session.plain(words.say(grade))}]"
    icon, colour = CONFIDENCE_STYLES[confidence.grade]
    badge = f":{colour}-badge[{icon} {session.plain(words.say(grade))}]"
    because = confidence_words.because_words(finding, session.norms())
    return f"{badge} :small[{session.plain(words.say(because))}]" if because else badge


def _minority_line(finding: PrincipleFinding, words: Words) -> str:
    sentence, minority = confidence_words.minority_words(finding), finding.verdict.minority
    if sentence is None or minority is None:
        return ""
    text = session.plain(words.say(sentence))
    return f":orange-badge[:material/flag: {text}]" if minority.marked else f":small[{text}]"


def title(finding: PrincipleFinding, words: Words) -> str:
    """``1. Formulerer tydelige rammer``, ready for Markdown."""
    return session.plain(f"{finding.principle}. {short_title(finding.title(words.code))}")


def choose_principle(findings: Sequence[PrincipleFinding], words: Words) -> PrincipleFinding:
    """The principle that the link names, or the one picked here."""
    by_number = {finding.principle: finding for finding in findings}
    names = {
        number: f"{number}. {short_title(finding.title(words.code))}" for number, finding in by_number.items()
    }
    return by_number[
        session.choose("principle", list(by_number), 1, label=words("Principle"), in_words=names.__getitem__)
    ]


def round_names(evaluation: Evaluation, words: Words) -> dict[str, Sentence | str]:
    """The rounds that a finding speaks of, as they stand in a sentence."""
    previous = evaluation.principles[0].change.previous_round
    return {key: round_in_sentence(key, words) for key in (evaluation.round, previous) if key}


def warn_of_contradiction(finding: PrincipleFinding, words: Words) -> None:
    """A line where the records speak against the verdict."""
    if sentence := fact_words.contradiction_words(finding):
        st.warning(session.plain(words.say(sentence)), icon=":material/compare_arrows:")


def rating_words(assessment: Assessment, words: Words) -> str:
    """``4 · I høj grad · Stærkt grundlag``, or that it cannot be judged."""
    return " · ".join(part for part in answer_words(assessment, words) if part)


def show_assessment(assessment: Assessment, titles: dict[str, str], words: Words) -> None:
    """One body's words, whole; the consultations it points to link to their records."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{session.plain(assessment.name)}** "
            f" \n:small[{session.plain(rating_words(assessment, words))}]"
        )
        if assessment.is_withheld:
            show_withheld(words)
        else:
            st.text(assessment.justification or words("No words yet."))
        for label, text in remarks(assessment):
            st.markdown(f":small[**{words(label)}**]  \n{session.plain(text)}")
        if assessment.confidential and not assessment.is_withheld:
            show_confidential(words)
            session.note_confidential_read(assessment.round, assessment.body)
        with st.container(horizontal=True):
            for theme in assessment.themes:
                st.markdown(f":gray-badge[{session.plain(theme)}]")
        with st.container(gap="xxsmall"):
            for key in assessment.evidence:
                link_consultation(key, titles.get(key, key))


def show_earlier_words(earlier: EarlierWords, words: Words) -> None:
    """What was said last time, whole; of words that are withheld, who said them and which step was chosen."""
    if not earlier.withheld:
        show_assessment(earlier.assessment, {}, words)
        return
    assessment = earlier.assessment
    with st.container(border=True):
        st.markdown(
            f"**{session.plain(assessment.name)}** "
            f" \n:small[{session.plain(rating_words(assessment, words))}]"
        )
        st.caption(f":material/lock: {words(WITHHELD)}")


def show_withheld(words: Words) -> None:
    """The mark in place of confidential words, for who may not read them."""
    text = words(
        "Closed words, for the secretary and the committee or centre itself. Step and basis count"
        " like all others."
    )
    st.caption(f":material/lock: {text}")


def show_confidential(words: Words) -> None:
    """The mark beside confidential words."""
    st.caption(f":material/lock: {words(CONFIDENTIAL)}")


def confidential_badge(assessment: Assessment, words: Words) -> str:
    """The same mark before a line of Markdown; nothing where the words are for everybody."""
    return f":gray-badge[:material/lock: {words('Closed words')}] " if assessment.confidential else ""


def confidential_fold(key: str, words: Words) -> ExpanderContainer:
    """A fold around confidential words on a screen that others may see, shut until somebody opens it; each
    ``key`` has its own, so that the next screen's is shut again. What is drawn in it only while it is
    ``open`` isn't sent to the browser before.
    """
    return st.expander(
        words("Closed words: open them when nobody else reads along"),
        icon=":material/lock:",
        key=f"confidential {key}",
        on_change="rerun",
    )


def link_consultation(key: str, name: str) -> None:
    """A link to a consultation's record."""
    st.page_link(
        "pages/records/consultation.py",
        label=session.plain(name),
        icon=":material/groups:",
        query_params={"consultation": key},
    )
