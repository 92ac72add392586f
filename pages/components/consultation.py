"""One consultation, whole, in the order of its life, and who points to it."""

import pandas as pd
import streamlit as st

from data import queries
from data.ingest.qualified_numbers import qualified_in_words
from data.labels import GROUPS
from data.validation.consultations import DATE_ORDER
from evaluation.round_names import round_in_words
from language import Words
from pages import session
from pages.components.clarification_outcome import show_plan_and_actual
from pages.components.consultation_facts import show_facts
from pages.components.consultation_stages import STAGES, Stage
from pages.components.experiences import experiences_of, show_experiences
from pages.components.field_at_hand import link_field
from pages.components.history import show_history
from pages.components.labels import label, value_in_words
from pages.components.tables import show_table


def show_record(record: pd.Series, words: Words) -> None:
    """The record without its title: what is recorded in the order of its life, how it is counted, and what
    others say of it.
    """
    bodies = [
        name
        for name in (record["centre_name"], record["committee_name"], record["case_number"])
        if _known(name)
    ]
    st.caption(session.plain(" · ".join(bodies)))
    _remarks(record, words)
    if _known(record["summary"]):
        st.text(record["summary"])
    recorded, counted, used = session.tabs(
        "part",
        {
            "recorded": words("What is recorded"),
            "counted": words("Its facts against the norms"),
            "used": words("Who answered, who points to it"),
        },
    )
    with recorded:
        _stages(record, words)
    with counted:
        show_facts(record, words)
    with used:
        _experiences(record, words)
        _pointed_at(record["consultation"], words)
    _source(record, words)
    show_history("consultations", record["consultation"], words)


def _stages(record: pd.Series, words: Words) -> None:
    for stage in STAGES:
        st.markdown(f"**{words(stage.title)}**")
        show_table(_pairs(_facts(record, stage, words)), words(stage.title), header=False)
        if stage.key == "clarification":
            show_plan_and_actual(record["consultation"], words)
        if stage.key == "input":
            _groups(record["consultation"], words)


def _remarks(record: pd.Series, words: Words) -> None:
    """What a reader must know first: impossible dates, no round, not run by the municipality."""
    for earlier, later in DATE_ORDER:
        if _known(record[earlier]) and _known(record[later]) and record[earlier] > record[later]:
            st.warning(
                session.plain(
                    words(
                        "The dates are in an odd order: “{later}” lies before “{earlier}”. No fact uses the"
                        " two together.",
                        later=label(later, words),
                        earlier=label(earlier, words),
                    )
                ),
                icon=":material/event_busy:",
            )
            if not _known(record["removed_by"]):
                link_field(later, words("Mend the dates"), f"order {earlier} {later}")
    if record["run_by_municipality"] == "no":
        st.info(
            words("It was not run by the municipality, so no evaluation counts it."), icon=":material/info:"
        )
    elif not _known(record["rounds"]) and not _known(record["removed_by"]):
        st.info(
            words("No round's period holds its dates, so no evaluation counts it."), icon=":material/info:"
        )
    if record["run_by_municipality"] == "unclear":
        st.info(words("The source does not say who ran it."), icon=":material/info:")


def _facts(record: pd.Series, stage: Stage, words: Words) -> dict[str, str]:
    """What is known of a stage, by what its columns are called; empty where it isn't known."""
    return {label(column, words): _fact(record, column, words) for column in stage.columns}


def _fact(record: pd.Series, column: str, words: Words) -> str:
    value = record[column]
    if not _known(value):
        return ""
    match column:
        case "methods":
            return str(value).replace(";", ", ")
        case "participants" | "contributions" | "contributions_answered" | "statutory_days":
            return _count(record, column, words)
        case "cost_dkk":
            return words("DKK {amount}", amount=words.number(value, 0))
        case _ if isinstance(value, pd.Timestamp):
            return words.date(value.date())
    return value_in_words(column, value.item() if hasattr(value, "item") else value, words)


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


def _experiences(record: pd.Series, words: Words) -> None:
    """What its participants answered, and the way to where that is typed in."""
    experiences = experiences_of(record)
    st.markdown(f"**{words('What the participants answered')}**")
    if experiences:
        show_experiences(experiences, words, words("What the participants answered"))
    else:
        st.text(words("No answers are entered."))
    st.page_link(
        "pages/records/experiences.py",
        label=words("Type in or change the answers"),
        icon=":material/record_voice_over:",
        query_params={"consultation": record["consultation"]},
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


def _count(record: pd.Series, name: str, words: Words) -> str:
    """The count with what is said of it: "knap 50", "80-100"."""
    return qualified_in_words(words.number(record[name], 0), _text(record.get(f"{name}_qualifier")))
