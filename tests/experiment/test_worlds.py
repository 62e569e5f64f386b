"""A world changes beliefs, never what the scenario itself says."""

from pathlib import Path

import pytest

from sim.experiment.worlds import worlds_of
from sim.results.worlds_json import read_worlds, worlds_json
from sim.scenario.resolve import resolve

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_the_central_world_comes_first_and_is_the_case_itself():
    case = resolve(SCENARIOS / "taiwan_2027.yaml")
    worlds = worlds_of(case, SCENARIOS)

    assert next(iter(worlds)) == "central"
    assert len(worlds) == 6
    assert worlds["central"] is case


def test_every_other_world_believes_something_else():
    case = resolve(SCENARIOS / "taiwan_2027.yaml")
    for name, other in worlds_of(case, SCENARIOS).items():
        changed = [key for key, row in other.parameters.items() if row != case.parameters[key]]
        assert bool(changed) == (name != "central")


def test_what_the_scenario_sets_itself_holds_in_every_world(tmp_path):
    text = "extends: base\ntitle: T\nquestion: Q?\nparameters: {gap_closing_years: 10}\n"
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    case = resolve(tmp_path / "mine.yaml")

    found = {w.parameters["gap_closing_years"].prior.a for w in worlds_of(case, tmp_path).values()}

    assert found == {10}


@pytest.mark.parametrize(
    "world",
    [
        "w1_presence_sceptic",
        "w2_presence_optimist",
        "w3_slow_shift",
        "w4_decoupling",
        "w5_fast_shift",
    ],
)
def test_a_world_is_the_same_whether_the_scenario_names_it_or_not(tmp_path, world):
    text = f"extends: taiwan_2027\ntitle: T\nquestion: Q?\nworld: {world}\n"
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    named = resolve(tmp_path / "mine.yaml")

    taken = worlds_of(resolve(SCENARIOS / "taiwan_2027.yaml"), SCENARIOS)[world]

    assert taken.parameters == named.parameters
    assert taken.reinforcement_withheld == named.reinforcement_withheld


def test_a_world_beside_the_scenario_counts(tmp_path):
    (tmp_path / "worlds").mkdir()
    world = "meaning: Mine.\nparameters: {gap_closing_years: 11}\n"
    (tmp_path / "worlds" / "mine.yaml").write_text(world, encoding="utf-8")
    (tmp_path / "s.yaml").write_text("extends: base\ntitle: T\nquestion: Q?\n", encoding="utf-8")

    worlds = worlds_of(resolve(tmp_path / "s.yaml"), tmp_path)

    assert worlds["mine"].parameters["gap_closing_years"].prior.a == 11


def test_worlds_come_back_from_a_study_as_they_were():
    case = resolve(SCENARIOS / "taiwan_2027.yaml")
    worlds = worlds_of(case, SCENARIOS)

    back = read_worlds(worlds_json(case, worlds), case)

    assert {name: world.parameters for name, world in back.items()} == {
        name: world.parameters for name, world in worlds.items()
    }
