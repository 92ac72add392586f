"""What time it is."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """This moment in UTC, to the second and without a zone, as all moments of the register are kept."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
