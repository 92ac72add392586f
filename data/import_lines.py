"""What a command says of an exchange file that was taken in."""

from collections.abc import Iterator

from data.cli_output import MOST_PROBLEMS, Line, error, notice
from data.import_pipeline import ImportOutcome
from language import N_, Sentence


def lines_of(one: ImportOutcome) -> Iterator[Line]:
    """What is said of one file: its problems, how many rows became what, and what to do next."""
    problems = sorted([*one.errors, *one.notices][:MOST_PROBLEMS], key=lambda each: each.row)
    for each in problems:
        yield notice(each.sentence) if each.notice else error(each.sentence)
    if more := len(one.problems) - len(problems):
        values = {"file": one.file}
        yield Line(
            Sentence(
                N_("{file}: {count} more is not shown"),
                values,
                plural=N_("{file}: {count} more are not shown"),
                count=more,
            )
        )
    counts = {
        name: getattr(one, name) for name in ("file", "taken", "new", "changed", "unchanged", "rejected")
    }
    yield Line(
        Sentence(
            N_(
                "{file}: {taken} taken ({new} new, {changed} changed), {unchanged} unchanged, {rejected}"
                " rejected"
            ),
            counts,
        )
    )
    if one.rejected and not one.taken:
        yield Line(Sentence(_mend(one), {"file": one.file}))


def _mend(one: ImportOutcome) -> str:
    if one.misfit:
        return N_("{file}: nothing of this file was stored; mend the names of the columns in its first row")
    if one.rejected < one.rows:
        return N_(
            "{file}: nothing of this file was stored; mend the rows, or take in the others with"
            " --accept-valid"
        )
    return N_("{file}: nothing of this file was stored; mend the rows")
