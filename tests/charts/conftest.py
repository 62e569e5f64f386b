"""Makes the made-up outcome of tests/results known to the tests in this folder."""

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def _load(name, folder):
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


made_up = _load("made_up", HERE.parent / "results")
studies = _load("studies", HERE)


@pytest.fixture(scope="session")
def outcome():
    """Four paths, 200 futures, a war in 2027."""
    return made_up.made_up_outcome()


@pytest.fixture(scope="session")
def study():
    """The five paths of the headline, in every panel."""
    return studies.study_of(studies.HEADLINE)
