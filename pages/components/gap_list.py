"""The consultations that lack something, each with its fields one click away; and what filling in gives."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from data import queries
from evaluation.gaps import Incomplete, Known, by_centre
from evaluation.lacking_words import FIELDS
from evaluation.principles import INDICATORS
from language import Words
from pages import session
from pages.components.field_at_hand import link_to_field
from pages.components.filters import period_in_words, periods
from pages.components.findings import link_consultation
from pages.components.headings import show_section
from pages.components.tables import Figure, share_of, show_table

PAGE = 10
NO_CENTRE = "-"
"""In the address: those without a centre."""


def choose_centre(consultations: Collection[Incomplete], words: Words) -> str | None:
    """A centre, whose number of lacking facts stands beside its name; ``""`` is all, None those without."""
    counts, names = by_centre(consultations), queries.bodies.names(session.store())
    centres = [key for key in queries.bodies.keys_by_level(session.store())["centre"] if key in counts]
    labels = {"": words("All")} | {key: names[key] for key in centres}
    if None in counts:
        labels[NO_CENTRE] = words("No centre")
    totals = {key or NO_CENTRE: facts for key, (_, facts) in counts.items()} | {
        "": sum(facts for _, facts in counts.values())
    }
    key = session.choose(
        "centre",
        list(labels),
        "",
        label=words("Centre"),
        in_words=lambda each: words("{name} ({count})", name=labels[each], count=totals[each]),
    )
    return None if key == NO_CENTRE else key


def choose_period(words: Words) -> str:
    """A year or a quarter of the chosen round's period; empty is all of it."""
    now = session.chosen_round()
    return session.choose(
        "period",
        ["", *periods(now.period_from, now.period_to)],
        "",
        label=words("Period"),
        in_words=lambda key: period_in_words(key, words) or words("All"),
    )


def show_centres(consultations: Sequence[Incomplete], words: Words) -> None:
    """By centre, how many of its consultations lack something, and how many facts."""
    names = queries.bodies.names(session.store())
    counts = by_centre(consultations)
    order = [*queries.bodies.keys_by_level(session.store())["centre"], None]
    rows = [
        {
            words("Centre"): session.plain(names[key]) if key else words("No centre"),
            words("Consultations"): Figure(counts[key][0], words.number(counts[key][0])),
            words("Facts that can't be told"): Figure(counts[key][1], words.number(counts[key][1])),
        }
        for key in order
        if key in counts
    ]
    show_table(rows, words("What is missing, by centre"))


def show_list(consultations: Sequence[Incomplete], words: Words) -> None:
    """Ten on a page: each consultation with a link to each field that it lacks."""
    last = max(1, -(-len(consultations) // PAGE))
    page = st.pagination(last, key="gap_page", bind="query-params") if last > 1 else 1
    for each in consultations[(page - 1) * PAGE : page * PAGE]:
        _show_consultation(each, words)


def _show_consultation(each: Incomplete, words: Words) -> None:
    names = queries.bodies.names(session.store())
    with st.container(border=True):
        link_consultation(each.consultation, each.title)
        facts = words.many(
            "{count} fact would become known", "{count} facts would become known", len(each.indicators)
        )
        centre = names.get(each.centre or "", words("No centre"))
        st.caption(session.plain(" · ".join((centre, words.date(each.counted_on), facts))))
        with st.container(horizontal=True):
            for gap in each.gaps:
                label = words.many(
                    "{field}: {count} fact",
                    "{field}: {count} facts",
                    len(gap.indicators),
                    field=words(FIELDS[gap.column]),
                )
                link_to_field(each.consultation, gap.column, label)


def show_known(known: Mapping[str, Known], words: Words) -> None:
    """Of every fact that can't be told of all: of how many it is known now, and when all is filled in."""
    rows = [
        {
            words("Fact"): words(INDICATORS[name].label),
            words("Known now"): share_of(each.known, each.total, words),
            words("Known at most, when all is filled in"): share_of(each.at_most, each.total, words),
        }
        for name, each in known.items()
        if each.unknown
    ]
    if rows:
        show_section(words("What filling in gives"))
        show_table(rows, words("What filling in gives"))
        st.caption(
            words(
                "Counted is how many consultations a fact is known of. The number grows with each gap that"
                " is filled in, also where the answer is that a norm was missed: a fact that nobody knows"
                " counts for nothing. A date can show that the decision still waits; then the fact is no gap"
                " any more."
            )
        )
