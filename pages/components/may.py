"""What is for some alone: left out of a page, or made for them only, with one sentence of who may."""

from collections.abc import Callable, Collection
from typing import TypeVar

import streamlit as st

from language import Words
from pages import session
from workflow.concerns import of_consultation
from workflow.permission import NotPermitted, Right, may, read_only, refusal_of

File = TypeVar("File")


def may_write(right: Right, words: Words, bodies: Collection[str] | None = None) -> bool:
    """Whether the one at the screen may change something, of these bodies where they are named. Where not,
    one sentence says who may, in place of the fields.
    """
    sentence = read_only(session.person(), right, bodies)
    if sentence is None:
        return True
    st.caption(f":material/lock: {session.plain(words.say(sentence))}")
    return False


def may_change(consultation: str, words: Words) -> bool:
    """The same for a consultation by its key, which is its centre's and its committee's."""
    return may_write(Right.REGISTER, words, next(of_consultation(session.store(), consultation)))


def is_allowed(right: Right, bodies: Collection[str] | None = None) -> bool:
    """The same without a word, for a button beside others."""
    return may(session.person(), right, bodies)


def for_them_alone(
    make: Callable[[], File], right: Right, bodies: Collection[str] | None = None
) -> Callable[[], File]:
    """A file that is made where it is asked for, and once more only for who may have it then: the page may
    have been open for hours.
    """
    ask_again = session.person_later()

    def run() -> File:
        if refusal := refusal_of(ask_again(), right, bodies):
            raise NotPermitted(refusal)
        return make()

    return run
