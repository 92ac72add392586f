"""Ballerup's public records: the sample that every checkout has, and the whole where it lies beside one."""

from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "data" / "ballerup_sample"
WHOLE = Path(__file__).parents[3] / "shared" / "reference" / "ballerup"
FOLDERS = [
    pytest.param(SAMPLE, id="sample"),
    pytest.param(
        WHOLE,
        id="whole",
        marks=pytest.mark.skipif(not WHOLE.is_dir(), reason="the whole data set is not beside this checkout"),
    ),
]
"""For ``parametrize``: what holds of the records holds of both."""
