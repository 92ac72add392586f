"""Days of use in fast motion: random people with random roles give random commands, and after each the
register holds what a small model of it holds.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from data import queries
from data.backup import back_up
from data.check import check
from data.database import Store
from data.errors import CommandRefused
from data.export import export
from data.import_pipeline import read_folder, take_in
from data.models import AccessRule, AssessmentPlace, Conclusion, Role
from data.restore import restore
from evaluation.as_json import as_json
from evaluation.checklist import checklist
from evaluation.evaluate import evaluate
from tests.faults.model import (
    BODIES,
    PEOPLE,
    Answer,
    Consultation,
    Register,
    administers,
    prepares,
    writes_for,
)
from tests.support.foreign_lists import CYCLE_PATH, request
from tests.support.registers import ROUNDS, copy_with, new_empty
from tests.workflow.conftest import round_of
from workflow.access import grant_access, withdraw_access
from workflow.answers import AssessmentAnswer
from workflow.assessments import UnsavedAnswer, discard_draft, keep_draft, save_assessment
from workflow.closing import Correction, add_erratum, close_round
from workflow.conclusions import save_conclusion
from workflow.consultation_merge import Merge, merge_consultations, undo_merge
from workflow.consultations import (
    register_consultation,
    remove_consultation,
    restore_consultation,
    save_consultation,
    stored_consultation,
)
from workflow.import_undo import undo_import
from workflow.imports import import_table, preview_import
from workflow.permission import NotPermitted
from workflow.person import Person
from workflow.rounds import open_round, take_back_opening

ROUND_KEYS = [row["round"] for row in ROUNDS]
BODY_KEYS = [row["body"] for row in BODIES]
people = st.sampled_from(PEOPLE)
rounds = st.sampled_from(ROUND_KEYS)
bodies = st.sampled_from(BODY_KEYS)
principles = st.integers(1, 5)
few = st.integers(0, 7)
"""Which of the records that there are, round and round."""
START = datetime(2026, 1, 5, 8)


class Days(RuleBasedStateMachine):
    """One register, from empty on."""

    @initialize()
    def begin(self) -> None:
        """Four bodies and two rounds, one of them planned."""
        self.folder = Path(tempfile.mkdtemp(prefix="days-"))
        rounds = [ROUNDS[0], ROUNDS[1] | {"status": "planned"}]
        self.store = Store(copy_with(self.folder / "register.duckdb", {"rounds": rounds, "bodies": BODIES}))
        self.model = Register(rounds={row["round"]: row["status"] for row in rounds})
        self.saved: tuple[Path, Register] | None = None
        self.history = self._history()
        self.count = 0

    def teardown(self) -> None:
        """In the end the register is sound, and a new one made of its export says the same."""
        try:
            self._is_sound()
            self._comes_back_from_its_export()
        finally:
            self.store.close()
            shutil.rmtree(self.folder)

    def _now(self) -> datetime:
        """Each command an hour after the last."""
        self.count += 1
        return START + timedelta(hours=self.count)

    def _command(self, may: bool, run: Callable[[], Any], *, fits: bool | None = True) -> Any:
        """Give a command; what it gives, or None where it was refused. It must be refused by role where
        ``may`` is False, and otherwise where it does not fit what is stored; None: the program decides.
        """
        try:
            result = run()
        except NotPermitted:
            assert not may
            return None
        except CommandRefused as refusal:
            assert may and not fits, refusal
            return None
        assert may and fits is not False
        return result if result is not None else True

    @rule(
        who=people,
        key=rounds,
        body=bodies,
        principle=principles,
        rating=st.integers(0, 5),
        stale=st.booleans(),
    )
    def answer(self, who: Person, key: str, body: str, principle: int, rating: int, stale: bool) -> None:
        """Submitted with a step, a draft without one; sometimes over what somebody else has saved since."""
        stored = self.model.answers.get((key, body, principle))
        version = (stored.version if stored else 0) - (1 if stale else 0)
        text = f"Ord nummer {self._now():%j %H}."
        status = "submitted" if rating else "draft"
        answer = AssessmentAnswer({"justification": text}, rating=rating or None, status=status)
        place = AssessmentPlace(key, body, principle)
        if self._command(
            writes_for(who, body),
            lambda: save_assessment(self.store, who, place=place, answer=answer, version=version) or True,
            fits=not stale and self.model.rounds[key] == "open",
        ):
            self.model.answers[key, body, principle] = Answer(rating or None, text, status, version + 1)

    @rule(who=people, key=rounds, body=bodies, principle=principles, discards=st.booleans())
    def write_unsaved(self, who: Person, key: str, body: str, principle: int, discards: bool) -> None:
        """What is typed is kept for its sitting, until it is discarded."""
        place, sitting = AssessmentPlace(key, body, principle), f"sitting of {who.name}"
        unsaved = UnsavedAnswer(sitting, {"justification": f"Ikke gemt {self._now():%j %H}"}, 0)
        kept = (*place, sitting)
        if discards:
            run = partial(discard_draft, self.store, who, place=place, sitting=sitting)
        else:
            run = partial(keep_draft, self.store, who, place=place, unsaved_answer=unsaved)
        if self._command(writes_for(who, body), run):
            (self.model.drafts.discard if discards else self.model.drafts.add)(kept)

    @rule(
        who=people,
        owners=st.tuples(st.sampled_from([None, *BODY_KEYS[2:]]), st.sampled_from([None, *BODY_KEYS[:2]])),
    )
    def register(self, who: Person, owners: tuple[str | None, str | None]) -> None:
        """A consultation of a centre and a committee, or of neither."""
        new = Consultation(f"Inddragelse {self._now():%j %H}", *owners)
        values = {
            "title": new.title,
            "centre": new.centre,
            "committee": new.committee,
            "start_on": date(2024, 3, 1),
        }
        key = self._command(
            new.may_be_changed_by(who), lambda: register_consultation(self.store, who, values)
        )
        if key:
            self.model.consultations[key] = new

    @precondition(lambda self: self.model.consultations)
    @rule(who=people, which=few, centre=st.sampled_from([None, *BODY_KEYS[2:]]), stale=st.booleans())
    def change(self, who: Person, which: int, centre: str | None, stale: bool) -> None:
        """Its title and its centre; nobody gives away what is theirs, or takes what is not."""
        key, stored = self._consultation(which)
        read = stored_consultation(self.store, key)
        assert read
        after = replace(stored, title=f"Omdøbt {self._now():%j %H}", centre=centre)
        values = {"title": after.title, "centre": centre}
        read = {**read, "title": "En anden titel"} if stale else read
        may = stored.may_be_changed_by(who) and after.may_be_changed_by(who)
        run = partial(save_consultation, self.store, who, key, values=values, read=read)
        if self._command(may, run, fits=not stale) is not None:
            self.model.consultations[key] = after

    @precondition(lambda self: self.model.consultations)
    @rule(who=people, which=few)
    def remove_or_restore(self, who: Person, which: int) -> None:
        """One that is there is removed, one that was removed is put back, a merged one on its own again."""
        key, stored = self._consultation(which)
        if stored.is_removed:
            run = partial(restore_consultation, self.store, who, key)
        else:
            run = partial(remove_consultation, self.store, who, key, removed_at=self._now())
        if self._command(stored.may_be_changed_by(who), run) is not None:
            after = replace(stored, is_removed=not stored.is_removed, merged_into=None)
            self.model.consultations[key] = after

    @precondition(lambda self: len(self.model.consultations) > 1)
    @rule(who=people, which=few, other=few, parts=st.booleans())
    def merge(self, who: Person, which: int, other: int, parts: bool) -> None:
        """One is kept as it is, the other goes into it; sometimes they are parted again at once."""
        (key, kept), (gone_key, gone) = self._consultation(which), self._consultation(other)
        rows = [stored_consultation(self.store, each) for each in (key, gone_key)]
        assert rows[0] and rows[1]
        choices = dict.fromkeys(("title", "centre", "committee"), "kept")
        merge = Merge(rows[0], rows[1], choices)
        may = kept.may_be_changed_by(who) and gone.may_be_changed_by(who)
        fits = key != gone_key and not kept.is_removed and not gone.is_removed
        run = partial(merge_consultations, self.store, who, merge, merged_at=self._now())
        if self._command(may, run, fits=fits) is None:
            return
        if parts and self._command(True, lambda: undo_merge(self.store, who, gone_key)) is not None:
            return
        self.model.consultations[gone_key] = replace(gone, is_removed=True, merged_into=key)

    @rule(who=people, key=rounds, principle=principles)
    def conclude(self, who: Person, key: str, principle: int) -> None:
        """The secretary's words under a principle, while the round is not closed."""
        stored = queries.conclusions.of_round(self.store, key).get(str(principle))
        text = f"Konklusion {self._now():%j %H}"
        new = Conclusion(str(principle), text, None, None)
        run = partial(
            save_conclusion, self.store, who, round_key=key, conclusion=new, conclusion_before=stored
        )
        if self._command(prepares(who), run, fits=self.model.rounds[key] != "closed") is not None:
            self.model.conclusions[key, str(principle)] = text

    @rule(who=people, key=rounds)
    def open_or_take_back(self, who: Person, key: str) -> None:
        """A planned round opens; an open one goes back while nobody has begun to write in it."""
        status, before = self.model.rounds[key], round_of(self.store, key)
        if status == "planned":
            run = partial(open_round, self.store, who, round_before=before, today=date(2026, 1, 5))
            fits, after = True, "open"
        elif status == "open":
            run = partial(take_back_opening, self.store, who, round_before=before)
            begun = {place[0] for place in (*self.model.answers, *self.model.drafts)}
            fits, after = key not in begun, "planned"
        else:
            return
        if self._command(prepares(who), run, fits=fits) is not None:
            self.model.rounds[key] = after

    @rule(who=people, key=rounds, chance=few)
    def close(self, who: Person, key: str, chance: int) -> None:
        """Now and then; what holds it back is the program's to say. What is frozen then never changes."""
        if self.model.rounds[key] != "open" or chance < 6:
            return
        before, at = round_of(self.store, key), self._now()
        run = partial(close_round, self.store, who, round_before=before, at=at)
        fits = not any(point.blocks for point in checklist(self.store, key))
        if self._command(prepares(who), run, fits=fits) is not None:
            self.model.rounds[key] = "closed"
            (self.model.frozen[key],) = self.store.rows(
                "select result, details from closings where round = $key", key=key
            )

    @rule(who=people, key=rounds)
    def correct(self, who: Person, key: str) -> None:
        """A closed round is corrected beside what was frozen."""
        correction = Correction("1", "Det rigtige.", "Oplyst bagefter.")
        run = partial(add_erratum, self.store, who, round_key=key, correction=correction, at=self._now())
        if self._command(prepares(who), run, fits=self.model.rounds[key] == "closed") is not None:
            self.model.errata += 1

    @rule(who=people)
    def take_a_list_in(self, who: Person) -> None:
        """Two new consultations from a secretary's own list."""
        stamp = f"{self._now():%j %H}"
        rows = [
            CYCLE_PATH | {"Navn": f"Fra listen {stamp} {each}", "Sag": f"{stamp}/{each}"} for each in "ab"
        ]
        import_request = request(*rows)
        import_request = replace(import_request, preview=preview_import(self.store, import_request))
        at = self._now()
        record = self._command(
            prepares(who), lambda: import_table(self.store, who, import_request, imported_at=at)
        )
        if record:
            self.model.imports[record.number] = dict(self.model.consultations)
            for key, title in queries.consultations.titles(self.store).items():
                if key not in self.model.consultations:
                    self.model.consultations[key] = Consultation(title, BODY_KEYS[2], None)

    @precondition(lambda self: self.model.imports)
    @rule(who=people)
    def undo_the_last_list(self, who: Person) -> None:
        """Taken back as long as nobody has changed what came with it."""
        number = max(self.model.imports)
        before = self.model.imports[number]
        came = {key for key in self.model.consultations if before is not None and key not in before}
        is_whole = before is not None and all(
            self.model.consultations[key].title.startswith("Fra listen")
            and not self.model.consultations[key].is_removed
            and self.model.consultations[key].centre == BODY_KEYS[2]
            for key in came
        )
        if before is not None and not (is_whole and self._is_last(came, before)):
            return
        at = self._now()
        run = partial(undo_import, self.store, who, number, undone_at=at)
        if self._command(prepares(who), run, fits=before is not None):
            self.model.imports[number] = None
            for key in came:
                del self.model.consultations[key]

    def _is_last(self, came: set[str], before: dict[str, Consultation]) -> bool:
        """Whether nothing was registered since, nor merged into what came."""
        return len(came) == 2 and not any(
            each.merged_into in came for each in self.model.consultations.values()
        )

    @rule(who=people, name=st.sampled_from(["plan", "by", "alle"]), withdraws=st.booleans())
    def give_or_withdraw_access(self, who: Person, name: str, withdraws: bool) -> None:
        """A rule of a group; it can be made once, and be withdrawn while it is there."""
        new = AccessRule("groups", name, Role.READER)
        is_there = ("groups", name) in self.model.access
        if withdraws:
            run = partial(withdraw_access, self.store, who, new)
        else:
            run = partial(grant_access, self.store, who, new)
        if self._command(administers(who), run, fits=is_there == withdraws) is not None:
            (self.model.access.discard if withdraws else self.model.access.add)(("groups", name))

    @rule(chance=few)
    def keep_a_backup(self, chance: int) -> None:
        """Now and then, while the register is in use."""
        if chance < 5:
            return
        path = self.folder / "backup.duckdb"
        back_up(self.store.path, path)
        self.saved = path, self.model.copy()

    @precondition(lambda self: self.saved)
    @rule(chance=few)
    def go_back_to_the_backup(self, chance: int) -> None:
        """Under the open register, which refuses to save then; the next opening has what was backed up."""
        if chance < 5 or not self.saved:
            return
        restore(self.saved[0], self.store.path)
        self.store.close()
        self.store = Store(self.store.path)
        self.model = self.saved[1].copy()
        self.history = self._history()

    @rule(chance=few)
    def start_again(self, chance: int) -> None:
        """Now and then the program is ended and started."""
        if chance < 5:
            return
        self.store.close()
        self.store = Store(self.store.path)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        """Answers, drafts, consultations, rounds, conclusions, errata and access."""
        if not hasattr(self, "store"):
            return
        rows, model = self.store.rows, self.model
        assert {
            (key, body, principle): Answer(rating, text, status, version)
            for key, body, principle, rating, text, status, version in rows(
                "select round, body, principle, rating, justification, status, version from assessments"
            )
        } == model.answers
        assert {
            key: Consultation(title, centre, committee, removed_at is not None, merged_into)
            for key, title, centre, committee, removed_at, merged_into in rows(
                "select consultation, title, centre, committee, removed_at, merged_into from consultations"
            )
        } == model.consultations
        own_rounds = rows(
            "select round, status from rounds where list_contains($keys, round)", keys=ROUND_KEYS
        )
        assert dict(own_rounds) == model.rounds
        assert {
            (key, principle): text
            for key, principle, text in rows("select round, principle, text from conclusions")
        } == model.conclusions
        assert rows("select count(*) from errata") == [(model.errata,)]
        assert set(rows("select claim, value from access_rules")) == model.access
        assert set(rows("select round, body, principle, sitting from unfinished")) == model.drafts

    @invariant()
    def keeps_what_was(self) -> None:
        """Closed rounds to the byte, and every line of the history."""
        if not hasattr(self, "store"):
            return
        frozen = self.store.rows("select round, result, details from closings")
        assert {key: (result, details) for key, result, details in frozen} == self.model.frozen
        now = self._history()
        assert now[: len(self.history)] == self.history
        self.history = now

    def _history(self) -> list[Any]:
        return self.store.rows("select * from history order by entry")

    def _consultation(self, which: int) -> tuple[str, Consultation]:
        consultations = sorted(self.model.consultations.items())
        return consultations[which % len(consultations)]

    def _is_sound(self) -> None:
        report = check(self.store.path)
        assert [str(each) for each in report.problems] == []

    def _comes_back_from_its_export(self) -> None:
        folder = self.folder / "export"
        export(self.store, folder)
        other = new_empty(self.folder / "other.duckdb")
        outcomes = take_in(other, read_folder(folder), "tester")
        assert [str(error.sentence) for one in outcomes for error in one.errors] == []
        for key in ROUND_KEYS:
            here, there = (as_json(evaluate(each, round_of(each, key))) for each in (self.store, other))
            assert here == there
        other.close()


def live(examples: int, steps: int) -> None:
    """So many registers, each of so many commands."""
    run_state_machine_as_test(
        Days,
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None, database=None),
    )


def test_a_morning_in_fast_motion() -> None:
    """The short run of every test."""
    live(2, 40)


@pytest.mark.faults
def test_two_days_in_fast_motion() -> None:
    """The long run of ``make faults``: a command an hour by the register's clock, for more than two days."""
    live(int(os.environ.get("REGISTERS_IN_FAST_MOTION", "60")), 60)
