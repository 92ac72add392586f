"""What somebody is writing about one principle: kept as it is written, saved when it is done, never written
over another's.

A place is ``round:body:principle``. The fields of its form live in the session under ``field place``; what
the browser has sent is kept in the register too (``data/drafts.py``), under a sitting of its own, until it is
saved or thrown away.
"""

from dataclasses import dataclass
from uuid import uuid4

import streamlit as st

from data import drafts, queries
from data.errors import ChangedMeanwhile, RecordRefused, StoreError
from data.ingest.cells import possible_cpr
from data.models import Assessment, Draft
from data.writing import save_assessment
from language import N_, Words
from pages import session
from pages.components.outcome_messages import error_in_words, keep_messages

TEXTS = {
    "justification": N_("The reason, in words"),
    "worked_well": N_("What worked"),
    "to_change": N_("What to change"),
    "dissent": N_("Minority opinion"),
    "daily_meeting": N_("In the daily meeting with citizens"),
}
LABELS = {
    **TEXTS,
    "rating": N_("To what degree was the principle followed?"),
    "basis": N_("How well documented is the judgement?"),
    "evidence": N_("Consultations that show it"),
    "themes": N_("Themes"),
    "closed": N_("Closed words: keep them out of every public material"),
}


NO_STEP = N_("Choose a step, or “cannot be judged”, before you submit. What you wrote is still here.")


@dataclass(frozen=True)
class Place:
    """Where somebody writes."""

    round: str
    body: str
    principle: int

    def __str__(self) -> str:
        return f"{self.round}:{self.body}:{self.principle}"

    @property
    def key(self) -> drafts.Place:
        return self.round, self.body, self.principle

    def field(self, name: str) -> str:
        """The session's key of a field."""
        return f"{name} {self}"

    def stored(self) -> Assessment | None:
        """What is saved here."""
        return queries.assessments.of_body(session.store(), *self.key)


def sitting() -> str:
    """This visit of this browser."""
    return str(st.session_state.setdefault("sitting", uuid4().hex))


def begin(place: Place, screen: str) -> None:
    """Fill the form's fields when a screen comes to a place: with what this sitting kept, else with what is
    saved.

    Streamlit shows a value that was put into the session only in the very run in which it was put there, so
    that fields which were filled for a screen that was then left are filled once more.
    """
    here = f"{screen} {place}"
    if place.field("rating") in st.session_state and st.session_state.get("writing at") == here:
        return
    st.session_state["writing at"] = here
    own = next((each for each in drafts.kept(session.store(), place.key) if each.sitting == sitting()), None)
    stored = place.stored()
    fill(
        place,
        own.values if own else of_stored(stored),
        own.version if own else stored.version if stored else 0,
    )


def fill(place: Place, values: dict[str, object], version: int) -> None:
    """Put values into the fields, and the version that they began from beside them."""
    blank: dict[str, object] = dict.fromkeys(TEXTS, "") | {
        "rating": None,
        "basis": None,
        "evidence": [],
        "themes": [],
        "closed": False,
    }
    for name, value in (blank | {name: value for name, value in values.items() if name in blank}).items():
        st.session_state[place.field(name)] = value
    st.session_state[place.field("version")] = version


def of_stored(given: Assessment | None) -> dict[str, object]:
    """The fields of a saved assessment."""
    if given is None:
        return {}
    rating = "not_assessable" if given.not_assessable else str(given.rating) if given.rating else None
    texts: dict[str, object] = {name: getattr(given, name) or "" for name in TEXTS}
    return texts | {
        "rating": rating,
        "basis": given.basis,
        "evidence": list(given.evidence),
        "themes": list(given.themes),
        "closed": given.confidential,
    }


def held(place: Place) -> dict[str, object]:
    """What the fields hold now; a field that is not on the screen is as it was filled."""
    return {
        name: st.session_state[place.field(name)] for name in LABELS if place.field(name) in st.session_state
    }


def keep(place: Place) -> None:
    """Keep what the fields hold, so that nothing is lost with the browser. A possible CPR number is not
    kept.
    """
    values = {
        name: value
        for name, value in held(place).items()
        if not (isinstance(value, str) and possible_cpr(value))
    }
    version = int(st.session_state[place.field("version")])
    try:
        if values == of_stored(place.stored()):
            drafts.forget(session.store(), place.key, sitting())
            return
        drafts.keep(session.store(), place.key, (sitting(), session.person().name), values, version)
    except StoreError as problem:
        keep_messages(str(place), [("error", session.words().say(problem.sentence))])


def others(place: Place) -> list[Draft]:
    """What other sittings keep here, newest first: somebody else's, or one's own from before the browser
    closed.
    """
    return [each for each in drafts.kept(session.store(), place.key) if each.sitting != sitting()]


def go_on(place: Place, kept: Draft) -> None:
    """Take over what another sitting kept, together with the version that it began from."""
    fill(place, kept.values, kept.version)
    drafts.forget(session.store(), place.key, kept.sitting)
    keep(place)


def throw_away(place: Place, sitting_key: str | None = None) -> None:
    """Throw away what a sitting (this one, unless named) has not saved; the fields show what is saved."""
    drafts.forget(session.store(), place.key, sitting_key or sitting())
    if sitting_key is None:
        stored = place.stored()
        fill(place, of_stored(stored), stored.version if stored else 0)
        st.session_state.pop(place.field("clash"), None)


def save(place: Place, status: str, version: int | None = None) -> None:
    """Write the form with the version that it began from (or ``version``); :func:`is_saved_now` tells whether
    it was saved.

    Where somebody else saved meanwhile, nothing is written and :func:`clash` says so until one has chosen.
    """
    words, values = session.words(), _columns(place, status)
    if status == "submitted" and values["rating"] is None and values["not_assessable"] == "no":
        keep_messages(
            str(place),
            [
                ("error", words(NO_STEP)),
            ],
        )
        return
    began = int(st.session_state[place.field("version")]) if version is None else version
    try:
        notices = save_assessment(session.store(), session.person().name, values, began)
    except RecordRefused as problem:
        keep_messages(
            str(place), [("error", error_in_words(error, LABELS, words)) for error in problem.problems]
        )
    except ChangedMeanwhile:
        st.session_state[place.field("clash")] = status
        keep(place)
    except StoreError as problem:
        keep_messages(str(place), [("error", words.say(problem.sentence))])
    else:
        throw_away(place)
        st.session_state[place.field("saved now")] = True
        keep_messages(
            str(place),
            [
                ("success", _saved(status, words)),
                *(("warning", error_in_words(notice, LABELS, words)) for notice in notices),
            ],
        )


def is_saved_now(place: Place) -> bool:
    """Whether this has just been saved; true once."""
    return bool(st.session_state.pop(place.field("saved now"), False))


def clash(place: Place) -> Assessment | None:
    """What somebody else saved while this was written, as long as nobody has chosen between the two."""
    return place.stored() if place.field("clash") in st.session_state else None


def keep_mine(place: Place, theirs: Assessment) -> None:
    """Save the form over what is stored, which stays in the history."""
    save(place, str(st.session_state.pop(place.field("clash"))), theirs.version)


def put_together(place: Place, theirs: Assessment) -> None:
    """Both texts in one form, theirs first, to be edited and saved; of choices mine stand."""
    mine, stored = held(place), of_stored(theirs)
    both = {
        name: "\n\n".join(dict.fromkeys(str(text) for text in (stored[name], mine.get(name, "")) if text))
        for name in TEXTS
    }
    joined = {
        name: list(dict.fromkeys([*_list(stored[name]), *_list(mine.get(name))]))
        for name in ("evidence", "themes")
    }
    chosen = {name: mine.get(name) or stored[name] for name in ("rating", "basis", "closed")}
    fill(place, {**both, **joined, **chosen}, theirs.version)
    st.session_state.pop(place.field("clash"), None)
    keep(place)


def _list(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _columns(place: Place, status: str) -> dict[str, str | None]:
    """What the form holds, as exchange columns."""
    fields = held(place)
    step = fields["rating"]
    texts = {name: str(fields[name] or "") for name in TEXTS if name in fields}
    return {
        "round": place.round,
        "body": place.body,
        "principle": str(place.principle),
        "consultation": None,
        "status": status,
        **texts,
        "basis": str(fields["basis"] or ""),
        "rating": None if step == "not_assessable" or step is None else str(step),
        "not_assessable": "yes" if step == "not_assessable" else "no",
        "closed": "yes" if fields["closed"] else "no",
        "evidence": ";".join(fields["evidence"]),  # type: ignore[arg-type]  # a list of keys
        "themes": ";".join(theme.replace(";", ",") for theme in fields["themes"]),  # type: ignore[attr-defined]
    }


def _saved(status: str, words: Words) -> str:
    if status == "submitted":
        return words("Submitted. The evaluation counts it from now on.")
    return words("Saved as a draft. It is not counted until it is submitted.")
