"""What a whole row must hold to: each rule is one function that marks the rows breaking it; a file a table.

A rule sees the canonical cells (text or None) of one file, and what is stored. It gives the column to point
at and the sentence; a *notice* is told but taken in all the same.
"""

from collections.abc import Iterator

import pandas as pd

from data.schema import Table
from data.validation.assessments import ASSESSMENT_RULES
from data.validation.bodies import BODY_RULES
from data.validation.closings import CLOSING_RULES, ERRATUM_RULES
from data.validation.conclusions import CONCLUSION_RULES
from data.validation.consultations import CONSULTATION_RULES, GROUP_RULES
from data.validation.days_off import DAYS_OFF_RULES
from data.validation.experiences import EXPERIENCE_RULES
from data.validation.headings import HEADING_RULES
from data.validation.imports import IMPORT_KEY_RULES, IMPORT_RULES, PROFILE_RULES
from data.validation.keys import keys_in_two_spellings, plain_keys, references
from data.validation.methods import METHOD_RULES
from data.validation.norms import NORM_RULES
from data.validation.rounds import ROUND_RULES, TERM_RULES
from data.validation.snapshot import RegisterSnapshot
from data.validation.templates import TEMPLATE_RULES
from data.validation.texts import personal_data, reasons_in_words
from data.validation.violation import Rule, Violation

RULES: dict[str, tuple[Rule, ...]] = {
    "terms": TERM_RULES,
    "rounds": ROUND_RULES,
    "bodies": BODY_RULES,
    "norms": NORM_RULES,
    "days_off": DAYS_OFF_RULES,
    "methods": METHOD_RULES,
    "consultations": CONSULTATION_RULES,
    "consultation_groups": GROUP_RULES,
    "experiences": EXPERIENCE_RULES,
    "assessments": ASSESSMENT_RULES,
    "conclusions": CONCLUSION_RULES,
    "closings": CLOSING_RULES,
    "errata": ERRATUM_RULES,
    "import_profiles": PROFILE_RULES,
    "imports": IMPORT_RULES,
    "import_keys": IMPORT_KEY_RULES,
    "templates": TEMPLATE_RULES,
    "headings": HEADING_RULES,
}


def violations(
    table: Table, cells: pd.DataFrame, whole: pd.DataFrame, snapshot: RegisterSnapshot
) -> Iterator[Violation]:
    """Every breach of the rules for this table. ``whole`` has the same rows with what is stored in the
    columns that a file lacks.
    """
    if cells.empty:
        return
    yield from references(table, cells, snapshot)
    yield from plain_keys(table, cells, snapshot)
    yield from keys_in_two_spellings(table, cells, snapshot)
    yield from personal_data(table, cells)
    yield from reasons_in_words(table, cells)
    for rule in RULES.get(table.name, ()):
        yield from rule(whole, snapshot)
