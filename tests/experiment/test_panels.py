"""Every study asks three questions, and its own is one of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.experiment.panels import home_panel, in_panel, own_panel, panels_of, start_in
from sim.experiment.play import first_futures, play
from sim.experiment.start import build_start
from sim.scenario.resolve import resolve

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def case():
    return resolve(SCENARIOS / "taiwan_2027.yaml")


def test_china_decides_then_the_dates_in_order_then_no_contingency(case):
    names = [panel.name for panel in panels_of(case)]

    assert names == ["decides", *(f"fixed_{year}" for year in range(2026, 2035)), "none"]


@pytest.mark.parametrize(
    ("scenario", "own"),
    [("taiwan_2027", "fixed_2027"), ("no_contingency", "none"), ("taiwan_endogenous", "decides")],
)
def test_the_scenarios_own_panel_is_marked(scenario, own):
    case = resolve(SCENARIOS / f"{scenario}.yaml")

    assert own_panel(case).name == own
    assert [panel.own for panel in panels_of(case)].count(True) == 1
    assert in_panel(case, own_panel(case)) is case


def test_a_date_outside_the_sweep_is_a_panel_of_its_own_in_its_place(case):
    odd = replace(case, contingency=replace(case.contingency, opens=(2029, 4)))
    panels = panels_of(odd)

    assert own_panel(odd).name == "own"
    dates = [panel.opens for panel in panels if panel.fixed]
    assert dates == sorted(dates)


def test_no_panel_opens_after_the_last_quarter(case):
    short = replace(case, steps=22)

    assert max(p.opens for p in panels_of(short) if p.fixed) <= short.end


def test_who_fights_stays_as_the_scenario_says_in_every_panel(case):
    told = replace(case, contingency=replace(case.contingency, us_intervenes=False))

    assert {panel.contingency.us_intervenes for panel in panels_of(told)} == {False}


def test_a_measure_of_war_is_read_at_the_own_date_and_of_deterrence_where_china_decides(case):
    assert home_panel(case, "fixed").name == "fixed_2027"
    assert home_panel(case, "decides").name == "decides"


def test_a_ready_beginning_plays_the_same_as_one_that_is_built(case):
    other = in_panel(case, panels_of(case)[0])
    ready = play(other, 4, start=start_in(build_start(case), other))
    built = play(other, 4)

    for name, values in built.measures.items():
        assert values.tobytes() == ready.measures[name].tobytes(), name


def test_the_first_futures_of_many_are_the_futures_played_alone(case):
    many, few = first_futures(play(case, 6), 3), play(case, 3)

    assert many.n_futures == 3
    for name, values in few.measures.items():
        assert values.tobytes() == many.measures[name].tobytes(), name
    for name, values in few.stances.items():
        assert values.tobytes() == many.stances[name].tobytes(), name
