"""The consultations of a discussion paper in one table: under each title what is known of it, a kind of
record a row. What nobody has recorded is left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from language import Sentence, Words
from materials.documents.blocks import Table, table
from materials.documents.discussion_paper.consultation_profiles import (
    ConsultationProfile,
    Group,
    Pairs,
    Value,
)
from materials.documents.discussion_paper.profile_layout import value_words

WIDTHS = (18, 82)
TIME = ("Length", "Lost to days off", "Planned")


def profiles_table(profiles: Sequence[ConsultationProfile], words: Words) -> Table:
    """A row for each kind of record, under a row with the title."""
    rows: list[tuple[str, ...]] = [(words("Consultation"), words("Recorded"))]
    for profile in profiles:
        rows += [(profile.title,), *_rows(profile, words)]
    return table(rows, WIDTHS)


def _rows(profile: ConsultationProfile, words: Words) -> Iterator[tuple[str, str]]:
    case = [words("Case {number}", number=profile.case_number)] if profile.case_number else []
    parts = {
        words("Who"): [*profile.bodies, *case],
        words("In short"): [profile.summary] if profile.summary else [],
        words("Remark"): [words.say(remark) for remark in profile.remarks],
        words("Time"): [*_known(profile.dates, words), *_known(_shown(profile.time), words)],
        words("Form and frame"): _known(profile.frame, words),
        words("Participation"): [*_groups(profile.groups, words), *_known(profile.result, words)],
    }
    yield from ((label, " · ".join(texts)) for label, texts in parts.items() if texts)


def _shown(pairs: Pairs) -> Pairs:
    """Of the time to respond what a meeting speaks of: its length, what was lost of it, and the plan."""
    return tuple(pair for pair in pairs if pair[0] in TIME)


def _known(pairs: Pairs, words: Words) -> list[str]:
    """Each value that is recorded, with its label."""
    return [
        words("{label}: {facts}", label=words(name), facts=_value(value, words))
        for name, value in pairs
        if value is not None
    ]


def _value(value: Value, words: Words) -> str:
    return words.date(value, "short") if isinstance(value, date) else value_words(value, words)


def _groups(groups: Sequence[Group], words: Words) -> list[str]:
    """Who was sought out, who took part and who is not directly affected; the names alone where nothing of
    this is known.
    """
    names_by_flag = {
        words("Sought out"): [_name(group, words) for group in groups if group.sought_out],
        words("Took part"): [_name(group, words) for group in groups if group.took_part],
        words("Beyond those directly affected"): [
            _name(group, words) for group in groups if group.beyond_affected
        ],
    }
    parts = [
        words("{label}: {facts}", label=label, facts=", ".join(names))
        for label, names in names_by_flag.items()
        if names
    ]
    if parts or not groups:
        return parts
    names = ", ".join(_name(group, words) for group in groups)
    return [words("{label}: {facts}", label=words("Groups"), facts=names)]


def _name(group: Group, words: Words) -> str:
    return words.say(group.name) if isinstance(group.name, Sentence) else group.name
