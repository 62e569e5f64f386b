"""One assumption can be moved while everything else is drawn as before."""

from pathlib import Path

import pytest

from sim.experiment.play import play
from sim.experiment.probes import EDGE, Probe, value_at
from sim.scenario.resolve import resolve

SCENARIO = Path(__file__).parents[2] / "scenarios" / "taiwan_2027.yaml"


@pytest.fixture(scope="module")
def case():
    return resolve(SCENARIO)


def test_a_probe_that_fixes_nothing_plays_the_case(case):
    scored = Probe(case, 3).play()

    assert scored["p_attack"].tobytes() == play(case, 3).measures["p_attack"].tobytes()


def test_fixing_a_number_where_it_is_used_changes_the_answer_and_comes_undone(case):
    probe = Probe(case, 3)
    before = probe.play()["margin_land_low"]

    assert (probe.play("required_brigades", 40.0)["margin_land_low"] < before).all()
    assert probe.play()["margin_land_low"].tobytes() == before.tobytes()


def test_moves_are_counted_in_standard_deviations(case):
    row = case.parameters["presence_deterrence_effect"]

    assert value_at(row, 0.0) == 0.0
    assert value_at(row, 1.0) == pytest.approx(row.prior.b)
    assert value_at(row, EDGE) == pytest.approx(0.2326, abs=1e-4)
