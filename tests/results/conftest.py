"""The made-up study that is written and read, and how it was run."""

from datetime import UTC, datetime

import made_up
import pytest

from sim.results.manifest import Record


@pytest.fixture(scope="session")
def findings(outcome):
    """Everything a study of the made-up outcome holds, with one small picture file."""
    return made_up.findings_of(outcome)


@pytest.fixture
def record():
    """How a study was run."""
    return Record(["sim", "run", "x.yaml"], datetime(2025, 1, 1, tzinfo=UTC), "made up", 0)
