"""The coverage of programs that tests start: it makes them slower, and writes a file when they end, so it is
measured only where a test asks for it.
"""

import os

VARIABLE = "COVERAGE_PROCESS_CONFIG"
_settings: dict[str, str] = {}


def switch_off() -> None:
    """From now on programs are started unmeasured (coverage.py's ``patch = subprocess`` measures them
    all).
    """
    if VARIABLE in os.environ:
        _settings[VARIABLE] = os.environ.pop(VARIABLE)


def measured() -> dict[str, str]:
    """What a measured program needs in its environment; empty where no coverage is measured."""
    return dict(_settings)
