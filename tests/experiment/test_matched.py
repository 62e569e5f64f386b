"""Paths are brought to the same cost by moving all their levers back by one factor."""

from pathlib import Path

import numpy as np
import pytest

from sim.experiment.matched import (
    cut,
    discount,
    discounted_costs,
    match_costs,
    matched_case,
    scaled,
    year_ends,
)
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.scenario.resolve import resolve

SCENARIO = Path(__file__).parents[2] / "scenarios" / "taiwan_2027.yaml"


@pytest.fixture(scope="module")
def case():
    return resolve(SCENARIO)


def test_factor_zero_is_the_baseline_and_factor_one_the_path(case):
    base, path = case.paths["status_quo"], case.paths["combined"]

    assert scaled(path, base, 0.0).levers == base.levers
    for name, values in scaled(path, base, 1.0).levers.items():
        assert values == pytest.approx(path.levers[name])


def test_every_year_ends_in_its_fourth_quarter(case):
    ends = year_ends(build_start(case))

    assert ends[0] == 2  # 2024Q3 and Q4
    assert ends[-1] == case.steps
    assert set(np.diff(ends)) == {4}


def test_cutting_a_run_changes_nothing_before_the_cut(case):
    start = build_start(case)
    whole = play(case, 2, start=start).series["margin_land"]
    short = play(case, 2, start=cut(start, 10)).series["margin_land"]

    assert short.tobytes() == whole[:, :, :10].tobytes()


def test_without_a_discount_the_years_add_up_to_the_whole_bill(case, monkeypatch):
    monkeypatch.setattr("sim.experiment.matched.DISCOUNT_RATE", 0.0)
    start = build_start(case)

    summed = discounted_costs(start, 2)

    assert summed == pytest.approx(play(case, 2, start=start).measures["spending_total"])


def test_later_money_counts_less():
    assert discount(10) < discount(1) < discount(0) == 1


def test_matched_paths_cost_what_the_cheapest_costs(case):
    extra = {"symbolic_deployments": 12.0, "burden_shifting": 600.0}
    matches = match_costs(case, extra, 4)

    assert matches["symbolic_deployments"].factor == 1
    assert matches["burden_shifting"].factor < 0.1
    assert matches["burden_shifting"].cost == pytest.approx(12.0, rel=0.05)
    assert list(matched_case(case, matches).paths) == ["status_quo", *extra]


def test_a_single_price_leaves_nothing_to_match(case):
    assert match_costs(case, {"burden_shifting": 600.0}, 4) == {}
