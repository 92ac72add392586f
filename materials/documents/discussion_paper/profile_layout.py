"""A memory sheet said in one language: its dates, time, frame, result and groups as small tables."""

from collections.abc import Iterator
from datetime import date

from language import Sentence, Words
from materials.documents.blocks import Block, Heading, Table, Text, clean, table
from materials.documents.discussion_paper.consultation_profiles import ConsultationProfile, Pairs, Value


def profile_blocks(sheet: ConsultationProfile, words: Words, *, new_page: bool) -> Iterator[Block]:
    """One consultation's page, from its heading on."""
    yield Heading(clean(sheet.title), 2, new_page)
    yield from profile_body(sheet, words)


def profile_body(sheet: ConsultationProfile, words: Words) -> Iterator[Block]:
    """What stands under that heading."""
    case = (
        words("Case {number}", number=sheet.case_number)
        if sheet.case_number
        else words("no case number recorded")
    )
    yield Text(clean(" · ".join([*sheet.bodies, case])), "muted")
    yield from (Text(words.say(remark), "notice") for remark in sheet.remarks)
    if sheet.summary:
        yield Text(clean(sheet.summary))
    yield _pairs(words("Dates"), words("Day"), sheet.dates, words)
    yield _pairs(words("Time to respond"), words("Recorded"), sheet.time, words)
    yield _pairs(words("Form and frame"), words("Recorded"), sheet.frame, words)
    yield _pairs(words("Participation and result"), words("Recorded"), sheet.result, words)
    if sheet.groups:
        yield _groups(sheet, words)
    else:
        yield Text(words("No groups are recorded."), "muted")


def _pairs(label: str, header: str, pairs: Pairs, words: Words) -> Table:
    return table(
        [(label, header), *((words(name), value_words(value, words)) for name, value in pairs)], (36, 64)
    )


def value_words(value: Value, words: Words) -> str:
    """A value of a sheet as it is read; what nobody has recorded says so."""
    match value:
        case None:
            return words("not recorded")
        case Sentence():
            return words.say(value)
        case date():
            return words.date(value)
        case int() | float():
            return words.number(value)
    return value


def _groups(sheet: ConsultationProfile, words: Words) -> Table:
    header = (
        words("Group"),
        words("Sought out"),
        words("Took part"),
        words("Beyond those directly affected"),
    )
    text_by_flag = {True: words("yes"), False: words("no"), None: words("not recorded")}
    rows = [
        (
            words.say(group.name) if isinstance(group.name, Sentence) else group.name,
            *(text_by_flag[flag] for flag in flags),
        )
        for group, flags in (
            (each, (each.sought_out, each.took_part, each.beyond_affected)) for each in sheet.groups
        )
    ]
    return table([header, *rows], (36, 18, 18, 28))
