"""What the columns of the records are called on a screen, and their values in words."""

from collections.abc import Mapping
from datetime import datetime

from data.assessment_fields import FIELDS, RATING
from data.labels import GROUPS, MEANINGS
from data.schema import MEANINGFUL
from evaluation.end_words import WITHOUT_END
from evaluation.questionnaire import CHOICES as CHOICES_OF_PARTICIPANTS
from evaluation.scales import NOT_ASSESSABLE, ROUND_STATES, ROWS, step_words
from language import LANGUAGES, N_, Words, speak
from materials.documents.case.headings import HEADINGS

LABELS: Mapping[str, str] = {
    "term": N_("Election term"),
    "starts_on": N_("Begins"),
    "ends_on": N_("Ends"),
    "round": N_("Evaluation round"),
    "kind": N_("Kind"),
    "period_from": N_("Consultations from"),
    "period_to": N_("Consultations to"),
    "opens_on": N_("Opens"),
    "closes_on": N_("Closes"),
    "answers_due_on": N_("Answers due"),
    "status": N_("State"),
    "meets_on": N_("Meeting"),
    "sent_on": N_("Sent out"),
    "reminded_on": N_("Reminded"),
    "received_on": N_("Answers in"),
    "email": N_("E-mail address"),
    "body": N_("Committee or centre"),
    "level": N_("Level"),
    "name": N_("Name"),
    "active_from": N_("Exists from"),
    "active_to": N_("Exists to"),
    "succeeds": N_("Took over from"),
    "norm": N_("Norm"),
    "value": N_("Value"),
    "unit": N_("Unit"),
    "applies_from": N_("Applies from"),
    "source": N_("Source"),
    "principle": N_("Principle"),
    "title_da": N_("Title in Danish"),
    "title_en": N_("Title in English"),
    "wording_da": N_("Wording in Danish"),
    "wording_en": N_("Wording in English"),
    "name_da": N_("Name in Danish"),
    "name_en": N_("Name in English"),
    "has_response_period": N_("Has a period to respond in"),
    "aliases": N_("Also called"),
    "consultation": N_("Consultation"),
    "title": N_("Title"),
    "case_number": N_("Case number"),
    "summary": N_("Summary"),
    "methods": N_("Method"),
    "influence": N_("Level of influence"),
    "centre": N_("Centre"),
    "committee": N_("Committee"),
    "scale": N_("Scale"),
    "started_by": N_("Started by"),
    "frame_decided_on": N_("Frame decided"),
    "frame_published_on": N_("Frame published"),
    "planned_start_on": N_("Planned start"),
    "planned_end_on": N_("Planned end"),
    "start_on": N_("Started"),
    "end_on": N_("Ended"),
    "proposal_on": N_("Proposal made"),
    "decided_on": N_("Decided"),
    "feedback_on": N_("Participants told the outcome"),
    "open_to_influence": N_("Open to influence"),
    "not_open": N_("Not open"),
    "not_open_reason": N_("Because"),
    "contributions": N_("Contributions"),
    "contributions_answered": N_("Contributions answered"),
    "effect": N_("Effect on the decision"),
    "effect_note": N_("What changed"),
    "new_method": N_("New method tried"),
    "businesses_relevant": N_("Businesses are relevant"),
    "participants": N_("Participants"),
    "hours_planned": N_("Hours planned"),
    "hours_spent": N_("Hours spent"),
    "cost_dkk": N_("External cost (DKK)"),
    "statutory_days": N_("Statutory days"),
    "source_key": N_("Key at the source"),
    "url": N_("Address"),
    "contributions_qualifier": N_("How to read the contributions"),
    "participants_qualifier": N_("How to read the participants"),
    "run_by_municipality": N_("Run by the municipality"),
    "plan_kind": N_("Kind of plan"),
    "presented_on": N_("Contributions presented to the committee"),
    "clarified_on": N_("Clarified under the principles"),
    "nothing_fixed": N_("Nothing is fixed beforehand"),
    "decision_expected": N_("A decision is expected"),
    "removed_at": N_("Removed"),
    "removed_by": N_("Removed by"),
    "no_end": WITHOUT_END,
    "merged_into": N_("Merged into"),
    "new_to_try": N_("What is tried that is not usually done"),
    "new_known_by": N_("How it is known whether it worked"),
    "feedback_planned_on": N_("Participants are told by"),
    "feedback_how": N_("How participants are told what came of it"),
    "planned_proposal_on": N_("Planned proposal"),
    "planned_decision_on": N_("Planned decision"),
    "decisions_between": N_("Between which decisions"),
    "planned_groups": N_("Groups that are affected and asked"),
    "planned_groups_beyond": N_("Groups beyond those affected, to be sought out"),
    "beyond_how": N_("How they are reached"),
    "scale_reason": N_("Why this scale"),
    "agreed_on": N_("Agreed on"),
    "agreed_by": N_("Agreed by"),
    "agreed_start_on": N_("Planned start, as agreed"),
    "agreed_end_on": N_("Planned end, as agreed"),
    "agreed_decision_on": N_("Planned decision, as agreed"),
    "agreed_scale": N_("Scale, as agreed"),
    "agreed_hours": N_("Hours planned, as agreed"),
    "agreed_methods": N_("Method, as agreed"),
    "agreed_groups": N_("Groups, as agreed"),
    **{field.name: field.short_label for field in FIELDS},
    "not_assessable": NOT_ASSESSABLE,
    "version": N_("Version"),
    "text": N_("Text"),
    "verdict_override": N_("Verdict"),
    "override_reason": N_("Why the verdict differs from the proposed one"),
    "action": N_("Action"),
    "owner": N_("Owner"),
    "due_on": N_("Due"),
    "state": N_("State"),
    "outcome": N_("What became of it"),
    "asked_on": N_("Day asked"),
    "file": N_("File"),
    "changed_at": N_("Chosen"),
    "changed_by": N_("Chosen by"),
    "language": N_("Language"),
    "section": N_("Section"),
    "heading": N_("Heading"),
    "sought_out": N_("Sought out"),
    "took_part": N_("Took part"),
    "beyond_affected": N_("Beyond those directly affected"),
    "noted_at": N_("Noted"),
    "who": N_("Who"),
    "reason": N_("Because"),
    "bodies": N_("Committees and centres"),
    "last_day": N_("Last day"),
    "note": N_("Note"),
    "declined": N_("Is no theme"),
    "imported_at": N_("Taken in"),
    "profile": N_("How it was read"),
    "new": N_("New rows"),
    "changed": N_("Changed rows"),
    "unchanged": N_("Unchanged rows"),
    "rejected": N_("Rejected rows"),
    "undone_at": N_("Undone"),
    "undone_by": N_("Undone by"),
    **CHOICES_OF_PARTICIPANTS,
}

CHOICES: Mapping[str, Mapping[str, str]] = {
    **MEANINGS,
    "status": {**ROUND_STATES, "draft": N_("draft"), "submitted": N_("submitted")},
    "principle": {**ROWS, MEANINGFUL: MEANINGS["principle"][MEANINGFUL]},
    "agreed_scale": MEANINGS["scale"],
    "section": HEADINGS,
    "language": LANGUAGES,
    "run_by_municipality": {"yes": N_("yes"), "no": N_("no"), "unclear": N_("not clear")},
}

GROUP_LISTS = ("planned_groups", "planned_groups_beyond")
"""Columns that are lists of groups."""


def group_name(name: str, words: Words) -> str:
    """A group as the page calls it; one that has no name in both languages is shown as it is written."""
    return words(GROUPS[name]) if name in GROUPS else name


def group_key(name: str) -> str:
    """The key of a group that goes by this name in either language, whatever its capitals; else the name."""
    for code in LANGUAGES:
        for key, text in GROUPS.items():
            if speak(code)(text).casefold() == name.casefold():
                return key
    return name


def label(column: str, words: Words) -> str:
    """A column's name, or its own where it has none in words."""
    return words(LABELS[column]) if column in LABELS else column


def value_in_words(column: str, value: object, words: Words) -> str:
    """A stored value as a person reads it; a dash where there is none."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    text = str(value)
    if column in (*GROUP_LISTS, "agreed_groups"):
        return words.listed([group_name(part, words) for part in text.split(";")])
    meanings = CHOICES.get(column, {})
    if text in meanings:
        return step_words(text, words) if column == RATING.name else words(meanings[text], number=text)
    if column.endswith(("_on", "_from", "_to", "last_day")) and len(text) >= 10:
        return words.iso_date(text)
    if column.endswith("_at"):
        return words.moment(datetime.fromisoformat(text))
    return words.number(value) if isinstance(value, int | float) else text
