"""The shipped scenarios, settled, for the tests of both engines."""

import pytest

from sim.experiment.start import build_start
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve


@pytest.fixture(scope="session")
def cases():
    """Every shipped scenario by name."""
    return {file.stem: resolve(file) for file in sorted(shipped_folder().glob("*.yaml"))}


@pytest.fixture(scope="session")
def starts(cases):
    """What each of them begins with."""
    return {name: build_start(case) for name, case in cases.items()}
