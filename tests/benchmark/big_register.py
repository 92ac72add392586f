"""Registers of any size: as many consultations and assessments as asked for, over six terms, the same
every time.
"""

from pathlib import Path

from data.database import Store
from data.register import create_empty

ROUND = "2018-2021/endterm"

_ROUNDS = """
insert into rounds (round, term, kind, period_from, period_to, opens_on, closes_on, status)
select
    term || '/' || kind, term, kind,
    if(kind = 'midterm', starts_on, starts_on + interval 2 year),
    if(kind = 'midterm', starts_on + interval 2 year - interval 1 day, ends_on),
    if(kind = 'midterm', starts_on + interval 2 year, ends_on - interval 60 day),
    null, 'open'
from terms, (values ('midterm'), ('endterm')) as kinds (kind)
"""
_BODIES = """
insert into bodies (body, level, name, active_from, active_to)
select 'b' || i, if(i % 2 = 0, 'committee', 'centre'), 'Organ ' || i, date '2000-01-01',
    null from range($bodies) as t (i)
"""
_CONSULTATIONS = """
insert into consultations (
    consultation, title, methods, centre, committee, scale, frame_decided_on, frame_published_on,
    planned_end_on, start_on, end_on,
    proposal_on, decided_on, feedback_on, not_open, not_open_reason, contributions, contributions_answered,
    effect, new_method,
    businesses_relevant, participants, hours_planned, hours_spent, cost_dkk, statutory_days, plan_kind,
    case_number, open_to_influence, presented_on, clarified_on, nothing_fixed, decision_expected
)
select
    'c' || i, 'Sag ' || i,
    ['workshop', 'Offentlig høring;borgermøde', 'høring;borgermøde', 'andet'][h % 4 + 1],
    'b' || (2 * (h % ($bodies // 2)) + 1),
    'b' || (2 * (h % ($bodies // 2))), ['small', 'medium', 'large'][h % 3 + 1], s - (h % 40)::int,
    s - (h % 7)::int + 2,
    s + (h % 60)::int, if(h % 11 = 0, null, s), if(h % 13 = 0, null, s + (h % 55)::int),
    s + (h % 90)::int - 20,
    if(h % 7 = 0, null, s + 60 + (h % 200)::int), if(h % 5 = 0, null, s + 90 + (h % 220)::int),
    if(h % 2 = 0, 'Stedet', null),
    if(h % 4 = 0, 'Loven', null), h % 100, h % 90, ['none', 'minor', 'substantial', 'unknown'][h % 4 + 1],
    h % 3 = 0, h % 3 = 1,
    h % 120, h % 400, (h % 500) / 2, h % 9000, if(h % 10 = 0, 56, null), if(h % 6 = 0, 'local_plan', null),
    'S' || (i // 3), if(h % 3 = 0, null, 'Farven'), if(h % 8 = 0, null, s + 55 + (h % 200)::int),
    if(h % 9 = 0, null, s - (h % 50)::int + 5), if(h % 10 = 0, true, null), if(h % 17 = 0, false, null)
from (
    select i, (hash(i) % 1000003)::bigint as h,
    date '2002-01-01' + (hash(i + 7) % 8700)::int as s from range($consultations) as t (i)
)
"""
_GROUPS = """
insert into consultation_groups
select 'c' || i, name, hash(i, name, 1) % 3 = 0, if(hash(i, name) % 7 = 0, null, hash(i, name) % 2 = 0),
    hash(i, name, 2) % 4 = 0
from range($consultations) as t (i), (values ('citizens'), ('businesses')) as names (name)
"""
_ASSESSMENTS = """
insert into assessments (assessment, round, body, principle, rating, not_assessable, basis, justification,
    closed, status, version)
select
    round || ':' || body || ':' || p, round, body, p, if(h % 12 = 0, null, 1 + h % 5), h % 12 = 0,
    ['strong', 'fair', 'thin'][h % 3 + 1], 'Ord.', false, 'submitted', 1
from (
    select r.round, b.body, p, (hash(r.round, b.body, p) % 1000003)::bigint as h from rounds r, bodies b,
    range(1, 6) as t (p)
)
"""


def create_big(path: Path, consultations: int) -> Store:
    """A register with this many consultations and about as many assessments, in twelve rounds; it has no
    history.
    """
    store = create_empty(path)
    bodies = max(20, consultations // 60)
    for table in ("rounds", "terms"):
        with store.transaction() as cursor:
            cursor.execute(f"delete from {table}")
    with store.transaction() as cursor:
        cursor.execute(
            "insert into terms select (2002 + 4 * i) || '-' || (2005 + 4 * i), make_date(2002 + 4 * i, 1, 1),"
            " make_date(2005 + 4 * i, 12, 31) from range(6) as t (i)"
        )
        cursor.execute(_ROUNDS)
        cursor.execute(_BODIES, {"bodies": bodies})
        cursor.execute(_CONSULTATIONS, {"consultations": consultations, "bodies": bodies})
        cursor.execute(_GROUPS, {"consultations": consultations})
        cursor.execute(_ASSESSMENTS)
    return store
