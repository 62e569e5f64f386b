"""Does presence act by what is on station, whatever a path asks for?"""

from dataclasses import replace

import numpy as np
import pytest

from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble

FUTURES = 24


@pytest.fixture(scope="module")
def from_landlocked(cases):
    """A path that asks two allies without a fleet for all, beside one that asks for nothing."""
    case = cases["taiwan_endogenous"]

    def asking(name, level, countries=()):
        usual = case.paths["status_quo"]
        levers = usual.levers | {"indo_pacific_presence": (level,) * case.steps}
        return replace(usual, name=name, levers=levers, presence_countries=countries)

    paths = (
        asking("nobody", 0.0),
        asking("landlocked", 1.0, ("ISL", "LUX")),
        asking("everybody", 1.0),
    )
    return replace(case, paths={path.name: path for path in paths})


def test_what_nobody_sends_does_nothing(from_landlocked):
    played = play(from_landlocked, FUTURES)

    for name, values in played.measures.items():
        nobody, landlocked, _ = values
        assert np.array_equal(nobody, landlocked, equal_nan=True), name


def test_what_is_sent_does_something(from_landlocked):
    played = play(from_landlocked, FUTURES)

    nobody, _, everybody = played.measures["narrative_end"]
    assert np.any(nobody != everybody)


def test_presence_never_exceeds_what_is_asked(from_landlocked):
    start = build_start(from_landlocked)

    for path in range(len(start.paths)):
        world = ensemble.trace(start, path, 0).world
        assert np.all(world["presence"] <= world["presence_asked"] + 1e-12)
    assert world["presence"][4] > 0.5
