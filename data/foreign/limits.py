"""What the child may use that reads a foreign file, and how much of one is read."""

from data.ingest.child_process import ChildLimits

LARGEST_BYTES = 100_000_000
FOREIGN_LIMITS = ChildLimits(
    memory_bytes=1_000_000_000, cpu_seconds=60, clock_seconds=150.0, longest_answer=300_000_000
)
"""50,000 rows of 40 columns take a third of the memory; a tenth of the time as .xlsx, a quarter as .ods."""
MOST_CELLS = 5_000_000
MOST_COLUMNS = 2_000
MOST_SHEETS = 300
