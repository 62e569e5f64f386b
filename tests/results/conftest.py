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


@pytest.fixture(scope="session")
def findings(outcome):
    """Everything a study of the made-up outcome holds, with one small picture file."""
    return findings_of(outcome)


def findings_of(outcome, **changes):
    """Everything a study of an outcome holds."""
    from sim.analysis.bands import bands
    from sim.analysis.compare import compare
    from sim.results.identity import identify
    from sim.results.study import Findings

    content = {
        "identity": identify(outcome.case, outcome.n_futures, outcome.case.seed),
        "outcome": outcome,
        "comparison": compare(outcome, made_up.MEASURES),
        "curves": bands(outcome),
        "measures": made_up.MEASURES,
        "series": made_up.SERIES,
        "units": {"spending": "billion"},
        "pictures": {"charts/a.png": b"not really a picture"},
    }
    return Findings(**(content | changes))


made_up.findings_of = findings_of


@pytest.fixture
def record():
    """How a study was run."""
    from datetime import UTC, datetime

    from sim.results.manifest import Record

    return Record(["sim", "run", "x.yaml"], datetime(2025, 1, 1, tzinfo=UTC), "made up", 0)
