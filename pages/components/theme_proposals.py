"""Words that could be themes: a person takes one, says no to it, or takes a no back. The register keeps
both.
"""

import streamlit as st

from data import queries
from data.assessment_fields import all_words
from evaluation.themes import ThemeProposal, propose_themes
from language import Words
from pages import session
from pages.components.headings import show_section
from pages.components.may import is_allowed, may_write
from pages.components.outcome_messages import save, show_messages
from pages.components.search import library
from workflow.assessments import add_theme, decline_word
from workflow.permission import Right

PLACE = "themes"


def show_proposals(words: Words) -> None:
    """Each word with how many assessments use it; in an open round with the two answers that a person can
    give.
    """
    show_section(words("Words that could be themes"))
    show_messages(PLACE)
    proposals, is_open = _proposals(), session.chosen_round().status == "open"
    if proposals:
        st.caption(
            words(
                "Words that several assessments of this round use, and that the other rounds use less."
                " Nothing is a theme until a person says so."
            )
        )
        is_open = is_open and may_write(Right.CONCLUDE, words)
        if session.chosen_round().status != "open":
            st.caption(words("The round is not open, so its themes can't be changed any more."))
    else:
        st.text(words("No word stands out in the assessments of this round."))
    for proposal in proposals:
        _show(proposal, words, is_open=is_open)
    _show_declined(words)


def _proposals() -> tuple[ThemeProposal, ...]:
    """Words of the chosen round that could be themes, against the words of all other rounds."""
    assessments = [assessment for assessment in library().assessments.values() if not assessment.confidential]
    now, store = session.chosen_round().key, session.store()
    here = {each.assessment: all_words(each) for each in assessments if each.round == now}
    names = [
        *queries.themes.in_use(store),
        *queries.bodies.names(store).values(),
        *queries.themes.declined_words(store),
    ]
    return propose_themes(here, [all_words(each) for each in assessments if each.round != now], names)


def _show(proposal: ThemeProposal, words: Words, *, is_open: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        number = words.many("{count} assessment", "{count} assessments", len(proposal.assessments))
        st.markdown(f"**{session.plain(proposal.term)}** · {number}", width=260)
        if is_open:
            take = words("Take “{theme}” as a theme", theme=proposal.term)
            st.button(
                session.plain(take),
                icon=":material/add:",
                on_click=_take,
                args=(proposal,),
                key=f"theme {proposal.term}",
            )
            st.button(
                words("No, thank you"),
                icon=":material/close:",
                type="tertiary",
                key=f"no {proposal.term}",
                on_click=_decline,
                args=(proposal.term, True),
                help=words("“{theme}” will not be proposed again.", theme=proposal.term),
            )


def _show_declined(words: Words) -> None:
    declined_words = queries.themes.declined_words(session.store())
    if not declined_words:
        return
    label = words.many("{count} word was declined", "{count} words were declined", len(declined_words))
    with session.fold(label, "declined"):
        for word in declined_words:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{session.plain(word)}**", width=260)
                if not is_allowed(Right.CONCLUDE):
                    continue
                st.button(
                    words("Propose it again"),
                    icon=":material/undo:",
                    type="tertiary",
                    key=f"again {word}",
                    on_click=_decline,
                    args=(word, False),
                )


def _take(proposal: ThemeProposal) -> None:
    """Put the theme on the assessments that use the word."""
    message = session.words().many(
        "“{theme}” is now a theme of {count} assessment.",
        "“{theme}” is now a theme of {count} assessments.",
        len(proposal.assessments),
        theme=proposal.term,
    )
    save(
        PLACE,
        lambda: add_theme(session.store(), session.person(), theme=proposal.term, keys=proposal.assessments),
        message,
    )


def _decline(word: str, is_declined: bool) -> None:
    words = session.words()
    message = (
        words("“{theme}” will not be proposed again.", theme=word)
        if is_declined
        else words("“{theme}” can be proposed again.", theme=word)
    )
    save(
        PLACE,
        lambda: decline_word(session.store(), session.person(), word=word, is_declined=is_declined),
        message,
    )
