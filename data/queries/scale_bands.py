"""How many hours fit a matter of each planned scale, by the norms."""

from collections.abc import Mapping
from dataclasses import dataclass

SCALE_NORMS = ("scale_small_max_hours", "scale_medium_max_hours")


@dataclass(frozen=True)
class Band:
    """More hours than ``above``, and at most ``up_to``; None where the band has no such end."""

    above: float | None
    up_to: float | None

    def is_below(self, hours: float) -> bool:
        """Whether so few hours are too little for this scale."""
        return self.above is not None and hours <= self.above

    def is_above(self, hours: float) -> bool:
        """Whether so many hours are too much for this scale."""
        return self.up_to is not None and hours > self.up_to

    def fits(self, hours: float) -> bool:
        """Whether the hours are neither too little nor too much."""
        return not self.is_below(hours) and not self.is_above(hours)


def scale_bands(norms: Mapping[str, float]) -> dict[str, Band]:
    """The band of each scale whose norms are set; the others are left out.

    >>> scale_bands({"scale_small_max_hours": 60})
    {'small': Band(above=None, up_to=60)}
    """
    small, medium = (norms.get(name) for name in SCALE_NORMS)
    bands = {}
    if small is not None:
        bands["small"] = Band(None, small)
    if small is not None and medium is not None:
        bands["medium"] = Band(small, medium)
    if medium is not None:
        bands["large"] = Band(medium, None)
    return bands
