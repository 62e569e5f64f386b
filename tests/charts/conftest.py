"""Makes the made-up outcome of tests/results known to the tests in this folder."""

import importlib.util
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[1] / "results" / "made_up.py"


def _load():
    if "made_up" not in sys.modules:
        spec = importlib.util.spec_from_file_location("made_up", FILE)
        sys.modules["made_up"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["made_up"])
    return sys.modules["made_up"]


made_up = _load()


@pytest.fixture(scope="session")
def outcome():
    """Four paths, 200 futures, a war in 2027."""
    return made_up.made_up_outcome()
