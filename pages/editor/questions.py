"""The questions about one principle: a widget for each field, by its kind."""

from typing import Any

import streamlit as st

from data import queries
from data.assessment_fields import (
    CHOICE,
    FLAG,
    KEYS,
    NOT_ASSESSABLE,
    RATING,
    REASON,
    TEXT,
    Field,
    asked_of,
    of_kind,
)
from data.labels import MEANINGS
from evaluation.principles import PRINCIPLES
from evaluation.scales import NOT_ASSESSABLE as CANNOT_BE_JUDGED
from evaluation.scales import step_words
from language import Words
from pages import session
from pages.editor import assessment_editor
from pages.editor.assessment_editor import Place

STEPS = ("5", "4", "3", "2", "1", NOT_ASSESSABLE)


def ask_reason(place: Place, words: Words, height: int = 160) -> None:
    """The reason comes first."""
    hint = words("What did you see? Name a consultation, what happened, and what came of it.")
    _area(REASON, place, words, height, hint)


def ask_step(place: Place, words: Words, *, in_short: bool = False) -> None:
    """The step with its descriptor beside it, and how well documented it is; ``in_short`` leaves the
    descriptors out.
    """
    st.radio(
        words(RATING.label),
        STEPS,
        **_kept_under(RATING, place),
        index=None,
        format_func=lambda step: (
            words(CANNOT_BE_JUDGED) if step == NOT_ASSESSABLE else step_words(step, words)
        ),
        captions=None if in_short else [_meaning(place, step, words) for step in STEPS],
    )
    for field in of_kind(CHOICE):
        _choice(field, place, words)


def _meaning(place: Place, step: str, words: Words) -> str:
    """What a body would have seen for a step."""
    if step == NOT_ASSESSABLE:
        return words("Say why in the reason: it is no low mark.")
    return words(PRINCIPLES[place.principle].descriptors[int(step)])


def show_meanings(place: Place, words: Words) -> None:
    """What each step means, where it does not stand beside the choice."""
    for step in STEPS:
        label = words(CANNOT_BE_JUDGED) if step == NOT_ASSESSABLE else step_words(step, words)
        st.markdown(f"**{session.plain(label)}**  \n{session.plain(_meaning(place, step, words))}")


def ask_more(place: Place, level: str, words: Words) -> None:
    """What worked, what to change, and what only this level is asked."""
    for field in asked_of(level):
        if field.kind == TEXT and field != REASON:
            _area(field, place, words, 80)


def ask_links(place: Place, level: str, words: Words) -> None:
    """The consultations that show it, the body's own first; themes; and whether the words are closed."""
    for field in asked_of(level):
        if field.kind == KEYS and field.refers_to:
            _consultations(field, place, words)
        elif field.kind == KEYS:
            _themes(field, place, words)
        elif field.kind == FLAG:
            st.checkbox(words(field.label), **_kept_under(field, place))


def _kept_under(field: Field, place: Place) -> dict[str, Any]:
    """Where a widget puts what one writes, and that it is kept as one does."""
    return {"key": place.field(field.name), "on_change": assessment_editor.keep, "args": (place,)}


def _area(field: Field, place: Place, words: Words, height: int, hint: str = "") -> None:
    st.text_area(words(field.label), height=height, placeholder=hint or None, **_kept_under(field, place))


def _choice(field: Field, place: Place, words: Words) -> None:
    meanings = MEANINGS[field.name]
    st.radio(
        words(field.label),
        list(meanings),
        **_kept_under(field, place),
        index=None,
        format_func=lambda key: words(meanings[key]),
        horizontal=True,
    )


def _consultations(field: Field, place: Place, words: Words) -> None:
    """The body's own are offered first; one that was chosen before stays, whatever is offered now."""
    choices = queries.consultations.evidence_choices(session.store(), session.chosen_round(), place.body)
    others = [key for key in st.session_state[place.field(field.name)] if key not in choices]
    titles = choices | (_titles_of(others, words) if others else {})
    st.multiselect(
        words(field.label),
        list(titles),
        **_kept_under(field, place),
        format_func=titles.__getitem__,
        placeholder=words("Choose"),
    )


def _titles_of(keys: list[str], words: Words) -> dict[str, str]:
    """What is not offered any more by its title, and that it was removed."""
    titles, removed = (
        queries.consultations.titles(session.store()),
        queries.consultations.removed_titles(session.store()),
    )
    return {
        key: words("{title} (removed)", title=removed[key]) if key in removed else titles.get(key, key)
        for key in keys
    }


def _themes(field: Field, place: Place, words: Words) -> None:
    """Those in use are offered, and new ones can be written; one that differs from them in capitals alone is
    theirs.
    """
    choice = st.session_state[place.field(field.name)]
    chosen_words = {theme.lower() for theme in choice}
    others = [each for each in queries.themes.in_use(session.store()) if each.lower() not in chosen_words]
    st.multiselect(
        words(field.label),
        [*others, *choice],
        key=place.field(field.name),
        on_change=_keep_themes,
        args=(field, place),
        accept_new_options=True,
        placeholder=words("Choose or write"),
    )


def _keep_themes(field: Field, place: Place) -> None:
    """Themes as the register writes them, each once."""
    key = place.field(field.name)
    st.session_state[key] = queries.themes.in_stored_spelling(session.store(), st.session_state[key])
    assessment_editor.keep(place)
