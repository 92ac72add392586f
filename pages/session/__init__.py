"""What a visit holds: the open register, choices in the address, the chosen round, who it is, people's
text shown as text.
"""

from pages.session.address import choice_in_link, choose, choose_in_row, is_back_or_forward, keep_in_link
from pages.session.appearance import is_dark
from pages.session.events import (
    keep_person,
    note_confidential_read,
    note_refusal,
    record_event,
    with_event,
)
from pages.session.language import choose_language, words
from pages.session.person import person, person_later, readership
from pages.session.plain_text import plain
from pages.session.register import is_demonstration, is_trial, rounds, server_store, store, version
from pages.session.results import (
    answers,
    body_names,
    cached_chart,
    evaluation,
    norms,
    rounds_held,
    scope,
    scope_of_all_rounds,
    snapshot,
    snapshot_in,
    submitted_assessments,
    submitted_in,
)
from pages.session.retention import end_old_drafts_daily
from pages.session.round_choice import choose_round, chosen_round, default_round, round_name
from pages.session.trial import settle_trial
from pages.session.view import day_in_link, fold, keep_day, tabs
from pages.session.visit import claims, end_visit, sign_in

__all__ = [
    "answers",
    "body_names",
    "cached_chart",
    "choice_in_link",
    "choose",
    "choose_in_row",
    "choose_language",
    "choose_round",
    "chosen_round",
    "claims",
    "day_in_link",
    "default_round",
    "end_old_drafts_daily",
    "end_visit",
    "evaluation",
    "fold",
    "is_back_or_forward",
    "is_dark",
    "is_demonstration",
    "is_trial",
    "keep_day",
    "keep_in_link",
    "keep_person",
    "norms",
    "note_confidential_read",
    "note_refusal",
    "person",
    "person_later",
    "plain",
    "readership",
    "record_event",
    "round_name",
    "rounds",
    "rounds_held",
    "scope",
    "scope_of_all_rounds",
    "server_store",
    "settle_trial",
    "sign_in",
    "snapshot",
    "snapshot_in",
    "store",
    "submitted_assessments",
    "submitted_in",
    "tabs",
    "version",
    "with_event",
    "words",
]
