"""Records for the screens: each function one question, answered in frozen values or a frame."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import pandas as pd

from data.queries.selection import Selection, own_consultations, selected
from data.queries.selection import lineage as lineage
from data.records import Action, Answer, Assessment, Body, Break, Closing, Conclusion, Entry, Erratum, Norm, Round
from data.store import Store
from data.tables import TABLES
from data.tallies import query
from data.upsert import export_select


def changed_on(store: Store) -> date | None:
    """The day of the newest change, or None."""
    found: date | None = store.rows("select cast(max(happened_at) as date) from history")[0][0]
    return found


def expected_bodies(store: Store, round_key: str) -> list[Body]:
    """The bodies asked in a round: committees first, then centres, each in Danish alphabetical order."""
    found = store.rows(
        "select b.body, b.level, b.name, b.active_from, b.active_to from expected_bodies e join bodies b using (body)"
        " where e.round = $round order by b.level = 'centre', b.name collate da",
        round=round_key,
    )
    return [Body(*row) for row in found]


def body_names(store: Store) -> dict[str, str]:
    """Every body's name by key."""
    return dict(store.rows("select body, name from bodies order by level = 'centre', name collate da"))


def bodies_by_level(store: Store) -> dict[str, list[str]]:
    """The keys of all bodies, those that have ended too, by level and in Danish alphabetical order of their names."""
    found: dict[str, list[str]] = {"committee": [], "centre": []}
    for body, level in store.rows("select body, level from bodies order by name collate da"):
        found[level].append(body)
    return found


def methods(store: Store) -> list[str]:
    """Every method in use, in Danish alphabetical order."""
    found = store.rows(
        "select method from (select distinct unnest(string_split(methods, ';')) as method from consultations) order by method collate da"
    )
    return [row[0] for row in found]


def breaks(store: Store, principle: int) -> list[Break]:
    """The days on which bodies took over from others, or the principle was worded anew after it was adopted; oldest first."""
    found = store.rows(query("breaks"), principle=principle)
    return [Break(day, body, _split(predecessors)) for day, body, predecessors in found]


def answers(store: Store, round_key: str) -> tuple[Answer, ...]:
    """Every expected body's answer about each of the five principles, given or missing."""
    return tuple(Answer(*row) for row in store.rows(query("answers"), round=round_key))


def assessments(store: Store, round_key: str, principle: int | None = None) -> list[Assessment]:
    """Assessments of the whole round, drafts among them, in the organisation's order."""
    found = store.rows(query("assessments"), round=round_key, principle=principle)
    return [_assessment(row) for row in found]


def assessment(store: Store, round_key: str, body: str, principle: int) -> Assessment | None:
    """What a body has written about a principle, or None where it has not begun."""
    return next((each for each in assessments(store, round_key, principle) if each.body == body), None)


def assessments_by_key(store: Store, keys: Collection[str]) -> list[Assessment]:
    """The assessments of these keys, in the organisation's order."""
    rounds = {
        row[0]
        for row in store.rows("select distinct round from assessments where assessment in (select unnest($keys))", keys=list(keys))
    }
    return [each for round_key in sorted(rounds) for each in assessments(store, round_key) if each.assessment in keys]


def conclusions(store: Store, round_key: str) -> dict[str, Conclusion]:
    """The conclusions of a round by principle."""
    found = store.rows(
        "select principle, text, verdict_override, override_reason from conclusions where round = $round", round=round_key
    )
    return {row[0]: Conclusion(*row) for row in found}


def actions(store: Store, round_key: str) -> list[Action]:
    """What was decided to do after a round, by principle and date."""
    found = store.rows(
        "select action, round, principle, text, owner, due_on, state, outcome from actions where round = $round"
        " order by principle, due_on nulls last, action",
        round=round_key,
    )
    return [Action(*row) for row in found]


def earlier_actions(store: Store, round_key: str) -> list[Action]:
    """The actions of every round before this one, by round, principle and date."""
    found = store.rows(
        "select action, a.round, principle, text, owner, due_on, state, outcome from actions a join round_days r using (round)"
        " where r.opening_day < (select opening_day from round_days where round = $round)"
        " order by r.opening_day, principle, due_on nulls last, action",
        round=round_key,
    )
    return [Action(*row) for row in found]


def consultations(store: Store) -> pd.DataFrame:
    """The whole register, a row a consultation, newest end (or start) first; dates as datetime64, unknown as missing.

    ``centre_name`` and ``committee_name`` stand beside the keys; ``groups`` is a list of those that took part;
    ``rounds`` names the round it belongs to (missing outside all periods; joined by semicolons where periods overlap).
    """
    return store.frame(query("consultations"))


def groups(store: Store, consultation: str) -> pd.DataFrame:
    """The groups of one consultation: group, sought_out, took_part, beyond_affected (each true, false or missing)."""
    return store.frame(
        'select "group", sought_out, took_part, beyond_affected from consultation_groups where consultation = $key order by 1',
        key=consultation,
    )


def pointed_at_by(store: Store, consultation: str) -> list[tuple[str, str, int]]:
    """The assessments that name a consultation as evidence: round, body's name and principle."""
    return store.rows(
        "select a.round, b.name, a.principle from assessment_evidence e join assessments a using (assessment)"
        " join bodies b using (body) where e.consultation = $key and a.status = 'submitted' order by a.round, b.name collate da",
        key=consultation,
    )


def rounds_with_consultations(store: Store) -> set[str]:
    """The rounds whose period holds any consultation."""
    return {row[0] for row in store.rows("select distinct round from round_consultations")}


def evidence_choices(store: Store, chosen: Round, body: str) -> dict[str, str]:
    """Consultations of the round's period that a body can point to, key to title: its own first, then everybody else's."""
    own, everyone = own_consultations(store, chosen, body), Selection(chosen.period_from, chosen.period_to)
    return {each.key: each.title for which in (own, everyone) for each in selected(store, which, by_title=True)}


def themes(store: Store) -> list[str]:
    """Every theme in use, in Danish alphabetical order."""
    return [row[0] for row in store.rows("select distinct theme from assessment_themes order by theme collate da")]


def theme_counts(store: Store) -> list[tuple[str, str, str, int]]:
    """How many counted assessments carry each theme: theme, round, level and number, the themes in alphabetical order."""
    return store.rows(query("theme_counts"))


def norms(store: Store) -> list[Norm]:
    """All norms, by name and date; what is written in per cent comes as a share."""
    return [
        Norm(*row)
        for row in store.rows(
            "select norm, if(unit = '%', value / 100, value), if(unit = '%', 'share', unit), applies_from, source from norms"
            " order by norm, applies_from"
        )
    ]


def row(store: Store, table: str, key: Mapping[str, str | None]) -> dict[str, str | None] | None:
    """One row of a table as exchange text by column, or None where there is none; ``key`` gives its key columns."""
    described = TABLES[table]
    same = " and ".join(f'"{name}" is not distinct from ${name}' for name in described.key)
    found = store.rows(f"select * from ({export_select(described)}) where {same}", **{name: key[name] for name in described.key})
    return dict(zip(described.names, found[0], strict=True)) if found else None


def all_bodies(store: Store) -> list[tuple[Body, tuple[str, ...]]]:
    """Every body, those that have ended too, in the organisation's order, with the keys of those it took over from."""
    found = store.rows(
        "select body, level, name, active_from, active_to, succeeds from exchange_bodies order by level = 'centre', name collate da"
    )
    return [(Body(*values[:5]), _split(values[5])) for values in found]


def meetings(store: Store, round_key: str) -> dict[str, date]:
    """The day on which each body takes up the evaluation, by body; those without a day are left out."""
    return dict(store.rows("select body, meets_on from meetings where round = $round and meets_on is not null", round=round_key))


def closing(store: Store, round_key: str) -> Closing | None:
    """What a round was when it closed, or None where nothing was frozen."""
    names = ", ".join(field.name for field in fields(Closing))
    found = store.rows(f"select {names} from closings where round = $round", round=round_key)
    return Closing(*found[0]) if found else None


def errata(store: Store, round_key: str) -> list[Erratum]:
    """The corrections of a closed round, oldest first."""
    names = ", ".join(field.name for field in fields(Erratum))
    return [
        Erratum(*values)
        for values in store.rows(f"select {names} from errata where round = $round order by noted_at, erratum", round=round_key)
    ]


def declined_words(store: Store) -> list[str]:
    """The words that shall not be proposed as themes, in Danish alphabetical order."""
    return [row[0] for row in store.rows("select word from declined_words where declined order by word collate da")]


def wording(store: Store, principle: int, day: date, language: str) -> tuple[str, str, str]:
    """Title, wording and source of a principle as it applied on a day."""
    side = "da" if language == "da" else "en"
    found = store.rows(
        f"select title_{side}, wording_{side}, source from principles where principle = $principle"
        " order by applies_from <= $day desc, abs(applies_from - $day) limit 1",
        principle=principle,
        day=day,
    )
    title, text, source = found[0]
    return title, text, source


def history(store: Store, kind: str, record: str) -> list[Entry]:
    """What was done to one record, newest first."""
    found = store.rows(
        "select happened_at, who, action, before, after from history where kind = $kind and record = $record order by entry desc",
        kind=kind,
        record=record,
    )
    return [Entry(*row) for row in found]


def _assessment(row: tuple[Any, ...]) -> Assessment:
    """The columns of ``assessments.sql``, in the order of the fields, the two lists split."""
    values = dict(zip((field.name for field in fields(Assessment)), row, strict=True))
    return Assessment(**values | {name: _split(values[name]) for name in ("themes", "evidence")})


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()
