"""Other municipalities: the lake that is configured, read once for all visitors until it or the register
changes.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from data.errors import UserError
from data.lake.check import manifests_of
from data.lake.engine import open_lake
from data.lake.gather import register_hash
from data.lake.setting import LAKE, lake_setting
from data.queries.selection import of_round
from evaluation.comparison import SIZE_NAMES, Other, of_size, others_in, own_among
from evaluation.distribution import FEWEST, measurements_of
from evaluation.findings import Measurement
from evaluation.indicators import measure_all
from evaluation.municipalities import NoSuchRound
from language import N_, Words
from materials.charts.others import KEY
from materials.charts.others import others as chart_of_others
from pages import session
from pages.components.charts import show_chart
from pages.components.filters import Filters
from pages.components.headings import show_section

NOT_SET = N_(
    "No lake of other municipalities is configured. IT operations gather the registers and set {setting}."
)
TOO_FEW = N_(
    "A spread is shown from five other municipalities on, since fewer would tell of single ones. Here there"
    " are {count}."
)


def require_lake(words: Words) -> None:
    """Where no lake is configured, the page says who can do so, and ends."""
    if lake_setting() is None:
        st.info(session.plain(words(NOT_SET, setting=LAKE)), icon=":material/info:")
        st.stop()


def choose_size(words: Words) -> str:
    """Which municipalities are compared with, by their inhabitants; empty for all."""
    return session.choose(
        "size",
        ["", *SIZE_NAMES],
        "",
        label=words("Compared with"),
        in_words=lambda key: words(SIZE_NAMES[key]) if key else words("All municipalities"),
    )


def others_now(filters: Filters, words: Words) -> Sequence[Other]:
    """The others of the chosen round; a lake that can't be read, or in which nobody has the round, is said in
    a sentence, and the page ends.
    """
    lake = lake_setting()
    assert lake is not None, "the page ended before"
    try:
        folders = tuple(each.folder for each in manifests_of(lake).values())
        key, register = session.chosen_round().key, register_hash(session.store())
        return _others(str(lake), folders, key, register, filters)
    except NoSuchRound:
        return ()
    except UserError as problem:
        st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        st.stop()


@st.cache_resource(show_spinner=False, max_entries=32)
def _others(
    lake: str, folders: tuple[str, ...], round_key: str, register: str, filters: Filters
) -> Sequence[Other]:
    """Kept until a municipality is gathered anew."""
    with open_lake(Path(lake)) as opened:
        narrow = filters.narrow if filters != Filters() else None
        return tuple(others_in(opened, round_key, register, narrow))


def show_others(others: Sequence[Other], size: str, filters: Filters, words: Words) -> None:
    """A chart a principle: ours among the others of this size."""
    compared = of_size(others, size)
    if len(compared) < FEWEST:
        st.info(session.plain(words(TOO_FEW, count=len(compared))), icon=":material/info:")
    else:
        st.markdown(
            session.plain(
                words.many(
                    "Beside {count} other municipality.",
                    "Beside {count} other municipalities.",
                    len(compared),
                )
            )
        )
    st.caption(words(KEY))
    titles = {each.principle: each.title(words.code) for each in session.evaluation().principles}
    size_words = words(SIZE_NAMES[size]) if size else None
    limits = " · ".join(filter(None, (filters.in_words(words), size_words))) or None
    for number, rows in own_among(_own(filters), compared).items():
        heading = f"{number}. {titles[number]}" if number else words("Proportionality")
        show_section(session.plain(heading))
        short = words("Principle {number}", number=number) if number else heading
        scope = session.scope(principle=short, filters=limits)
        show_chart(chart_of_others(rows, scope, words, name=f"others {number}"), words)


def _own(filters: Filters) -> Mapping[str, Measurement]:
    """Our own indicators: those of the evaluation, or over a part of its consultations."""
    if filters == Filters():
        return measurements_of(session.evaluation())
    selection = filters.narrow(of_round(session.store(), session.chosen_round()))
    return measure_all(session.store(), selection, session.norms())[1]
