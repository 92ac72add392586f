"""One consultation, whole: its dates, frame, participants, result, and who points to it."""

import pandas as pd
import streamlit as st

from data import queries
from data.labels import GROUPS
from data.validation.consultations import DATE_ORDER
from evaluation.consultation_experience import consultation_experiences
from evaluation.round_names import round_in_words
from evaluation.scales import EFFECTS, INFLUENCES, SCALES
from language import N_, Words
from pages import session
from pages.components.experiences import answers_min, show_experiences
from pages.components.history import show_history
from pages.components.tables import show_table

DATES = {
    "frame_decided_on": N_("Frame decided"),
    "frame_published_on": N_("Frame published"),
    "planned_start_on": N_("Planned start"),
    "planned_end_on": N_("Planned end"),
    "start_on": N_("Started"),
    "end_on": N_("Ended"),
    "proposal_on": N_("Proposal made"),
    "decided_on": N_("Decided"),
    "feedback_on": N_("Participants told the outcome"),
}


def show_consultation(record: pd.Series, words: Words) -> None:
    """The record as a person reads it; what is unknown says so."""
    st.subheader(session.plain(record["title"]))
    bodies = [
        name
        for name in (record["centre_name"], record["committee_name"], record["case_number"])
        if _known(name)
    ]
    st.caption(session.plain(" · ".join(bodies)))
    _remarks(record, words)
    if _known(record["summary"]):
        st.text(record["summary"])
    dates, result = st.columns(2, gap="large")
    with dates:
        st.markdown(f"**{words('Dates')}**")
        show_table(
            _pairs({words(label): _date(record[name], words) for name, label in DATES.items()}),
            words("Dates"),
            header=False,
        )
    with result:
        st.markdown(f"**{words('Frame, effort and result')}**")
        show_table(_pairs(_facts(record, words)), words("Frame, effort and result"), header=False)
    _groups(record["consultation"], words)
    _experiences(record["consultation"], words)
    _pointed_at(record["consultation"], words)
    _source(record, words)
    show_history("consultations", record["consultation"], words)


def _remarks(record: pd.Series, words: Words) -> None:
    """What a reader must know first: impossible dates, no round, not run by the municipality."""
    for earlier, later in DATE_ORDER:
        if _known(record[earlier]) and _known(record[later]) and record[earlier] > record[later]:
            st.warning(
                session.plain(
                    words(
                        "The dates are in an odd order: “{later}” lies before “{earlier}”. No fact uses the"
                        " two together.",
                        later=words(DATES[later]),
                        earlier=words(DATES[earlier]),
                    )
                ),
                icon=":material/event_busy:",
            )
    if not _known(record["rounds"]):
        st.info(
            words("No round's period holds its dates, so no evaluation counts it."), icon=":material/info:"
        )
    if record["run_by_municipality"] == "no":
        st.info(
            words("It was not run by the municipality, so no evaluation counts it."), icon=":material/info:"
        )
    if record["run_by_municipality"] == "unclear":
        st.info(words("The source does not say who ran it."), icon=":material/info:")


def _facts(record: pd.Series, words: Words) -> dict[str, str]:
    choices = (("scale", SCALES), ("influence", INFLUENCES), ("effect", EFFECTS))
    scale, influence, effect = (
        words(texts[record[name]]) if _known(record[name]) else "" for name, texts in choices
    )
    return {
        words("Method"): _text(record["methods"]).replace(";", ", "),
        words("Level of influence"): influence,
        words("Started by"): _text(record["started_by"]),
        words("Open to influence"): _text(record["open_to_influence"]),
        words("Not open"): _text(record["not_open"]),
        words("Because"): _text(record["not_open_reason"]),
        words("Scale"): scale,
        words("Participants"): _count(record, "participants", words),
        words("Contributions"): _count(record, "contributions", words),
        words("Contributions answered"): _count(record, "contributions_answered", words),
        words("Hours planned and spent"): " / ".join(
            words.number(record[name]) if _known(record[name]) else "–"
            for name in ("hours_planned", "hours_spent")
        ),
        words("External cost"): (
            words("DKK {amount}", amount=words.number(record["cost_dkk"], 0))
            if _known(record["cost_dkk"])
            else ""
        ),
        words("Effect on the decision"): effect,
        words("What changed"): _text(record["effect_note"]),
    }


def _pairs(facts: dict[str, str]) -> list[dict[str, str]]:
    """Two columns of text; an unknown value is a dash. People's words are escaped, as tables read
    Markdown.
    """
    return [{"fact": fact, "value": session.plain(value) or "–"} for fact, value in facts.items()]


def _groups(key: str, words: Words) -> None:
    groups = queries.consultations.groups(session.store(), key)
    if groups.empty:
        return
    headers = {
        "sought_out": words("Sought out"),
        "took_part": words("Took part"),
        "beyond_affected": words("Beyond those directly affected"),
    }
    rows = [
        {
            words("Group"): session.plain(
                words(GROUPS[each["group"]]) if each["group"] in GROUPS else each["group"]
            ),
            **{header: _yes_or_no(each[name], words) for name, header in headers.items()},
        }
        for each in groups.to_dict("records")
    ]
    st.markdown(f"**{words('Who was sought out, and who took part')}**")
    show_table(rows, words("Who was sought out, and who took part"))


def _yes_or_no(flag: bool | None, words: Words) -> str:
    return "–" if pd.isna(flag) else words("yes") if flag else words("no")


def _experiences(key: str, words: Words) -> None:
    """What its participants answered, and the way to where that is typed in."""
    experiences = consultation_experiences(session.store(), key, answers_min())
    st.markdown(f"**{words('What the participants answered')}**")
    if experiences:
        show_experiences(experiences, words, words("What the participants answered"))
    else:
        st.text(words("No answers are entered."))
    st.page_link(
        "pages/records/experiences.py",
        label=words("Type in or change the answers"),
        icon=":material/record_voice_over:",
        query_params={"consultation": key},
    )


def _pointed_at(key: str, words: Words) -> None:
    citations = queries.assessments.citing(session.store(), key)
    if citations:
        st.markdown(f"**{words('Pointed to by')}**")
        for round_key, name, principle in citations:
            st.page_link(
                "pages/results/principle.py",
                icon=":material/format_quote:",
                query_params={"principle": str(principle), "round": round_key},
                label=session.plain(
                    words(
                        "{name}, principle {number}, {round}",
                        name=name,
                        number=str(principle),
                        round=round_in_words(round_key, words),
                    )
                ),
            )


def _source(record: pd.Series, words: Words) -> None:
    parts = [_text(record[name]) for name in ("source", "source_key") if _known(record[name])]
    st.caption(
        session.plain(
            words(
                "Record {key}. Source: {source}", key=record["consultation"], source=" · ".join(parts) or "–"
            )
        )
    )
    with st.container(horizontal=True):
        for address in _text(record["url"]).split(" | "):
            if address.startswith(("http://", "https://")):
                st.link_button(
                    session.plain(address.split("/")[2]),
                    address,
                    icon=":material/open_in_new:",
                    type="tertiary",
                )


def _known(value: object) -> bool:
    return value is not None and not pd.isna(value) and value != ""  # type: ignore[call-overload]


def _text(value: object) -> str:
    return str(value) if _known(value) else ""


def _date(value: object, words: Words) -> str:
    return words.date(value.date()) if isinstance(value, pd.Timestamp) and _known(value) else ""


def _count(record: pd.Series, name: str, words: Words) -> str:
    """The count with the word that its source puts before it: "knap 50"."""
    if not _known(record[name]):
        return ""
    qualifier = _text(record.get(f"{name}_qualifier"))
    return f"{qualifier} {words.number(record[name], 0)}".strip()
