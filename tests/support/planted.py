"""A register with a secret in every confidential field of four bodies."""

import json
import re
from datetime import datetime

from data import drafts, queries
from data.database import Store
from workflow.closing import close_round
from workflow.person import at_this_machine

BEFORE, NOW = "2022-2025/endterm", "2026-2029/midterm"
SUCCESSOR, PREDECESSOR, ITSELF, UNRELATED = "ekf", "beu", "cbk", "bou"
"""The first took over from the second after the round before; the others answered in both rounds."""
PLANTED = (SUCCESSOR, PREDECESSOR, ITSELF, UNRELATED)
TEXTS = ("justification", "dissent", "worked_well", "to_change", "daily_meeting")
SECRET = re.compile(rf"Secret({'|'.join(PLANTED)})([A-Za-z]+?)(Then|Now)")
"""Letters alone, which no escaping of Markdown, XML or JSON takes apart."""
COMMON = "kabalen"
"""A noun that every confidential text of the round before has, and no other text: it would be proposed as a
theme.
"""
SITTING = ("another sitting", "Bo")


def secret(body: str, field: str, round_key: str) -> str:
    """The word that stands in one field of a body's answers of a round."""
    return f"Secret{body}{field.replace('_', '')}{'Now' if round_key == NOW else 'Then'}"


def plant(store: Store) -> None:
    """Make all that the bodies ever said confidential, with a secret in each field, and leave a text
    unsaved.
    """
    with store.transaction() as cursor:
        cursor.execute("delete from closings")
        answered = cursor.execute(
            "select distinct round, body from assessments where list_contains($planted, body)",
            {"planted": list(PLANTED)},
        ).fetchall()
        for round_key, body in answered:
            common = f" om {COMMON}" if round_key == BEFORE else ""
            settings = ", ".join(f"{name} = '{secret(body, name, round_key)}{common}'" for name in TEXTS)
            where = f"round = '{round_key}' and body = '{body}'"
            cursor.execute(f"update assessments set closed = true, {settings} where {where}")
            keys = f"select assessment from assessments where {where}"
            cursor.execute(f"delete from assessment_themes where assessment in ({keys})")
            theme = secret(body, "themes", round_key)
            cursor.execute(f"insert into assessment_themes select assessment, '{theme}' from ({keys})")
            words = json.dumps({name: secret(body, name, round_key) for name in TEXTS})
            where = f"kind = 'assessments' and starts_with(record, '{round_key}:{body}:')"
            cursor.execute(f"update history set after = json_merge_patch(after, '{words}') where {where}")
    for each in queries.rounds.oldest_first(store):
        if each.status == "closed":
            close_round(store, at_this_machine("Ida"), round_before=each, at=datetime(2026, 1, 1))
    unsaved = {"justification": secret(ITSELF, "unsaved", NOW), "closed": True}
    drafts.keep(store, (NOW, ITSELF, 1), SITTING, unsaved, 1)


def owners_in(text: str) -> set[str]:
    """Whose secrets stand in a text."""
    return {body for body, _, _ in SECRET.findall(text)}
