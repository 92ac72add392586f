"""A program that upgrades a register by the steps of another folder, and is killed while it does."""

import sys
from pathlib import Path

from data import migrations
from data.database import Store

LIGHT = """
create table extra (
    number integer primary key default nextval('history_entries'),
    day date not null default current_date,
    name varchar check (length(trim(coalesce(name, ''))) > 0)
);
create view extra_days as select number, coalesce(day, current_date) as day, upper(name) as name from extra;
insert into extra (name) values ('one');
"""
HEAVY = "create table filler as select i, repeat('x', 200) || i as text from range(100_000_000) as t (i);"


def steps_with(folder: Path, *more: str) -> Path:
    """A folder with the program's own steps and more after them."""
    folder.mkdir()
    for path in migrations.steps().values():
        (folder / path.name).write_bytes(path.read_bytes())
    for number, text in enumerate(more, start=migrations.newest() + 1):
        (folder / f"{number:04d}_more.sql").write_text(text)
    return folder


if __name__ == "__main__":
    migrations.STEPS = Path(sys.argv[2])
    print("begun", flush=True)
    Store(Path(sys.argv[1])).close()
