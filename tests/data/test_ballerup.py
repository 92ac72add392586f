"""Real records, with their gaps, and nothing invented: the sample, and all of them where they lie beside
it.
"""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.ballerup.bodies import slug
from data.ballerup.translation import recognises, translate
from data.database import Store
from data.errors import UnreadableFile
from data.import_pipeline import ImportOutcome, export, read_folder, take_in
from data.ingest.csv_file import SourceTable
from data.register import REFERENCE
from data.schema import Table
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate, find_round
from tests.support.ballerup import FOLDERS, SAMPLE
from tests.support.registers import new_empty


@pytest.fixture(params=FOLDERS, scope="module")
def folder(request: pytest.FixtureRequest) -> Path:
    """A folder of the data set."""
    return Path(request.param)


@pytest.fixture(scope="module")
def real_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed register with its records, to copy from."""
    store = new_empty(tmp_path_factory.mktemp("real") / "register.duckdb")
    outcomes = take_in(store, translate(folder)[0], "tester")
    assert not [error for one in outcomes for error in one.errors]
    store.close()
    return store.path


@pytest.fixture
def real(real_file: Path, own_register: Path) -> Iterator[Store]:
    """A register with its records."""
    store = Store(Path(shutil.copy(real_file, own_register)))
    yield store
    store.close()


def one(store: Store, source_key: str, columns: str) -> tuple[object, ...]:
    """Some columns of the consultation with this id in the data set."""
    return store.rows(f"select {columns} from consultations where source_key = $key", key=source_key)[0]


def titles(folder: Path) -> list[str]:
    """The titles of its consultations, as the file has them."""
    with (folder / "consultations.csv").open(encoding="utf-8-sig", newline="") as source:
        return [row["title"].strip() for row in csv.DictReader(source)]


def test_all_consultations_are_taken_in(real: Store, folder: Path) -> None:
    """None is left out and none twice; the youngest ended in 2024."""
    stored = [title for (title,) in real.rows("select title from consultations")]
    assert sorted(stored) == sorted(titles(folder))
    assert real.rows("select max(year(end_on)) from consultations") == [(2024,)]


def test_the_folder_is_recognised_by_its_columns(folder: Path) -> None:
    """The data set uses the name of an exchange file, with columns of its own."""
    assert recognises(folder)


def test_taking_in_again_changes_nothing(real: Store, folder: Path) -> None:
    """Keys are made of titles, not of ids that shift from build to build."""
    outcomes: list[ImportOutcome] = take_in(real, translate(folder)[0], "tester")
    assert [(each.new, each.changed, each.rejected) for each in outcomes] == [(0, 0, 0)] * len(outcomes)


UNCERTAIN = [
    ("BAL-005", "contributions, contributions_qualifier", (50, "knap")),
    ("BAL-006", "participants, participants_qualifier", (80, "80-100")),
    ("BAL-042", "effect, effect_note is not null", ("unknown", True)),
    ("BAL-045", "contributions, position('547 stemmer' in summary) > 0", (None, True)),
    ("BAL-023", "start_on, end_on, position('13. juni 2017' in summary) > 0", (None, None, True)),
    ("BAL-038", "run_by_municipality", ("no",)),
    ("BAL-046", "run_by_municipality", ("unclear",)),
    ("BAL-039", "committee, contributions_answered", ("teknik-og-miljoeudvalget", None)),
    ("BAL-025", "centre", ("center-for-by-erhverv-og-miljoe",)),
    ("BAL-001", "contributions, participants, effect", (None, 106, None)),
]


@pytest.mark.parametrize(("key", "columns", "kept"), UNCERTAIN, ids=[row[0] for row in UNCERTAIN])
def test_gaps_and_contradictions_are_kept_as_they_are(
    real: Store, key: str, columns: str, kept: tuple[object, ...]
) -> None:
    """A count with a word before it, votes, meetings without a hearing, an effect without its extent: none
    is made exact.
    """
    assert one(real, key, columns) == kept


def test_an_empty_cell_stays_unknown(real: Store) -> None:
    """No date of the frame, no hours, no method new or old is stated anywhere in the data set; so none is
    stored.
    """
    columns = (
        "frame_decided_on",
        "frame_published_on",
        "feedback_on",
        "hours_spent",
        "new_method",
        "contributions_answered",
        "influence",
        "scale",
    )
    assert real.rows(f"select {', '.join(f'count({name})' for name in columns)} from consultations") == [
        (0,) * len(columns)
    ]


def test_what_has_no_place_is_reported_row_by_row(folder: Path) -> None:
    """Every remark names file, row and column; those without any date are all among them."""
    sheets, remarks = translate(folder)
    consultations = next(sheet for table, sheet in sheets if table.name == "consultations").cells
    undated = int(((consultations["start_on"] == "") & (consultations["end_on"] == "")).sum())
    remarks_on_days = [
        remark
        for remark in remarks
        if remark.file == "consultations.csv" and remark.column in ("meeting_dates", "consultation_start")
    ]
    assert (len(remarks_on_days), all(remark.row > 1 and remark.column for remark in remarks)) == (
        undated,
        True,
    )


def test_only_standing_committees_and_centres_become_bodies(real: Store) -> None:
    """Councils, section 17(4) committees, secretariats and rows that name nobody are reported instead."""
    names = {row[0] for row in real.rows("select name from bodies")}
    assert {"Teknik- og Miljøudvalget", "Center for By og Miljø"} <= names
    assert not names & {"Seniorrådet", "Verdensmålsudvalget", "Politisk Sekretariat", "(ikke set)"}


def test_succession_is_taken_from_the_sources_words(real: Store) -> None:
    """One took over, one was divided in two, one changed its name."""
    successions = real.rows("select body, predecessor from body_successions order by body")
    assert successions == [
        ("center-for-by-og-miljoe", "center-for-by-erhverv-og-miljoe"),
        ("klima-og-miljoeudvalget", "teknik-og-miljoeudvalget"),
        ("socialudvalget", "social-og-sundhedsudvalget"),
        ("sundheds-og-aeldreudvalget", "social-og-sundhedsudvalget"),
    ]


def test_real_records_are_evaluated_without_assessments(real: Store, folder: Path) -> None:
    """No one has judged: insufficient basis everywhere, and the facts are there with what they know."""
    evaluation = evaluate(real, find_round(real, "2018-2021/midterm"))
    known = {
        each.indicator: (each.denominator, each.unknown)
        for finding in evaluation.principles
        for each in finding.indicators
    }
    assert {finding.verdict.proposed for finding in evaluation.principles} == {"insufficient"}
    ended = 3 if folder == SAMPLE else 5
    assert (evaluation.consultations, known["window_days"], known["frame_published"]) == (
        ended,
        (ended, 0),
        (0, ended),
    )
    assert '"demonstration": false' in as_json(evaluation)


def test_slugs_are_plain_keys() -> None:
    """Danish letters become two plain ones."""
    assert slug("Børne- og Skoleudvalget, Måløv & Ærø") == "boerne-og-skoleudvalget-maaloev-aeroe"


def changed(folder: Path, file: str, row: int, **cells: str) -> Path:
    """A copy of the data set in which one row, as a person counts, has other cells."""
    for each in SAMPLE.glob("*.csv"):
        if not (folder / each.name).exists():
            shutil.copy(each, folder)
    with (folder / file).open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.reader(source))
    for name, text in cells.items():
        rows[row - 1][rows[0].index(name)] = text
    with (folder / file).open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    return folder


def summary_of(sheets: list[tuple[Table, SourceTable]]) -> str:
    """The summary of the first consultation."""
    return str(
        next(sheet for table, sheet in sheets if table.name == "consultations").cells["summary"].iloc[0]
    )


def test_meeting_dates_in_words_are_read_and_others_kept(tmp_path: Path) -> None:
    """As the source has them."""
    folder = changed(tmp_path, "consultations.csv", 2, meeting_dates="3. marts 2025; vinteren 2024")
    assert "3. marts 2025, vinteren 2024" in summary_of(translate(folder)[0])


def test_an_error_points_at_the_data_sets_own_file(empty: Store, tmp_path: Path) -> None:
    """Row and column are those of the file that a person has open, blank rows counted."""
    folder = changed(tmp_path, "consultations.csv", 3, consultation_start="31-02-2020")
    file = folder / "consultations.csv"
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join([lines[0], "", "", *lines[1:]]), encoding="utf-8")
    errors = [error for outcome in take_in(empty, translate(folder)[0], "tester") for error in outcome.errors]
    assert (errors[0].file, errors[0].row, errors[0].column) == ("consultations.csv", 5, "consultation_start")


def test_a_body_without_years_is_left_out_and_told(empty: Store, tmp_path: Path) -> None:
    """An unknown term, and a centre that was seen in no year: neither is taken to exist always."""
    folder = changed(tmp_path, "centres.csv", 3, years_seen="")
    sheets, remarks = translate(changed(folder, "committees.csv", 3, term="ukendt"))
    places = {(each.file, each.row) for each in remarks if "names no year" in each.reason.text}
    assert places == {("centres.csv", 3), ("committees.csv", 3)}
    assert not [error for outcome in take_in(empty, sheets, "tester") for error in outcome.errors]


@pytest.mark.parametrize("file", ["consultations.csv", "committees.csv", "centres.csv"])
def test_a_missing_column_is_named(tmp_path: Path, file: str) -> None:
    """With the file that it is missing in."""
    folder = changed(
        tmp_path, file, 1, **{"consultations.csv": {"meeting_dates": "days"}}.get(file, {"note": "notes"})
    )
    with pytest.raises(UnreadableFile, match=file):
        translate(folder)


def test_another_kind_of_file_is_no_data_set() -> None:
    """Neither a file of another kind nor a folder without consultations is taken for one in silence."""
    for path in (REFERENCE, REFERENCE / "terms.csv"):
        with pytest.raises(UnreadableFile):
            translate(path)


def test_the_real_records_come_back_as_they_were(real: Store, tmp_path: Path) -> None:
    """Exported and taken in by an empty register, every round's evaluation is the same to the byte."""
    export(real, tmp_path / "out")
    again = new_empty(tmp_path / "again.duckdb")
    assert not [
        error
        for outcome in take_in(again, read_folder(tmp_path / "out"), "tester")
        for error in outcome.errors
    ]
    rounds = [row[0] for row in real.rows("select round from rounds order by round")]
    assert [as_json(evaluate(again, find_round(again, key))) for key in rounds] == [
        as_json(evaluate(real, find_round(real, key))) for key in rounds
    ]
