"""What is known of single systems and cannot be seen from one column's name alone: data, no code.

``markers`` are names of columns (see :func:`data.foreign.headers.words_of`) of which ``least`` must be there;
the names in ``ignored`` then have no place, nor do periods that are not named as the hearing's own where
``ignores_plain_periods``.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class SystemHint:
    """A kind of file, told by its columns."""

    name: str
    markers: frozenset[str]
    least: int = 1
    ignored: frozenset[str] = frozenset()
    ignores_plain_periods: bool = False


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


HINTS = (
    # The days of a case are when it was opened and closed in the case system.
    SystemHint(
        "cases of an ESDH system",
        _names(
            "sagsgruppe|undersagsgruppe|sagstype|sagstilstand|tilstand|sagstekst|sagsstatus|handlingsfacet"
            "|kle|kle nummer|kle emne|oprettelsesdato|oprettet|oprettet dato|afsluttet dato|sagsprofil"
            "|kassationskode|kassationsår|sagstrin|sagsskabelon|case type|case status"
        ),
        least=2,
        ignored=_names(
            "begyndt|afsluttet|besluttet|frist|emne|begrundelse|sagstype|id|adresse|type|started|ended"
        ),
        ignores_plain_periods=True,
    ),
    # The days on which a row of a national register holds.
    SystemHint(
        "planning.data.gov.uk",
        _names("entry date|entry_date"),
        ignored=_names("start date|end date|period start date|period end date"),
        ignores_plain_periods=True,
    ),
    # Its first two days are the whole process's, its hearing has days of its own.
    SystemHint(
        "CONSUL",
        _names("allegations start date"),
        ignored=_names("start date|end date|result publication date"),
    ),
)
PART_MARKERS = _names(
    "participatory space id|forfatter id|forfatterens navn|author id|author"
    " name|likes|dislikes|upvotes|coauthorships count|indsendt på|indsendt|indsendt"
    " af|indsender|indsendelsesdato|submitted at|submitted by|submission"
    " date|afsender|afsendernavn|modtaget|modtaget den|modtagelsesdato|høringssvar tekst|svartekst|response"
    " text|comment|kommentar|idé|ide|idea|proposal|forslagstekst|respondent|svar"
    " id|bidragsyder|høringspart|organisation eller borger|mødedato|mødested|meeting date|attendees|antal"
    " fremmødte|start time"
)
"""Columns that a row has which is an idea, a response or a meeting."""
MEETING_MARKERS = _names(
    "attendees|mødedato|mødested|mødetype|meeting date|fremmødte|antal fremmødte|start time"
)
PARENTS = (
    "participatory space id|participatory process id",
    (
        "projekt id|project id|proces id|process id|høringsid|høring id|hearing id|consultation"
        " id|inddragelse id"
    ),
    (
        "projekt|project|projektnavn|project title|project"
        " name|høring|hearing|inddragelse|consultation|proces|process|navn på høring|høringens"
        " titel|høringstitel|consultation title"
    ),
    "sagsnr|sagsnummer|journalnr|case number",
)
"""Columns that say which consultation a part belongs to, the surest first."""
WITHDRAWN = _names(
    "withdrawn|trukket tilbage|tilbagetrukket|deleted|slettet|skjult|hidden|spam|afvist som spam"
)
"""Columns whose yes says that a part no longer counts."""
EVENTS = (
    (
        "event|hændelse|begivenhed|milepæl|event type|hændelsestype|event"
        " name|milestone|skridt|trin|procestrin|step"
    ),
    "fase|phase|aktivitet|activity|type",
)
EVENT_DATES = (
    "event date|hændelsesdato|milepælsdato|date of event|milestone date",
    "dato|date|dag|day|hvornår",
)
