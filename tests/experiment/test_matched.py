"""Paths are brought to the same cost by moving all their levers back by one factor."""

import math
from pathlib import Path

import numpy as np
import pytest

from sim.data.load import load_levers
from sim.experiment.matched import (
    LEAST,
    RUNNING,
    SPENDING,
    Cost,
    alike,
    cut,
    discount,
    discounted_costs,
    match_costs,
    match_groups,
    matched_case,
    room,
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
    bill = play(case, 2, start=start).measures

    assert summed[SPENDING] == pytest.approx(bill["spending_total"])
    running = bill["presence_total"] + bill["programmes_total"] + bill["aid_total"]
    assert summed[RUNNING] == pytest.approx(running)


def test_later_money_counts_less():
    assert discount(10) < discount(1) < discount(0) == 1


def test_discounting_takes_something_off_every_bill(case):
    start = build_start(case)
    bill = play(case, 2, start=start).measures["spending_total"]

    assert (discounted_costs(start, 2)[SPENDING] < bill).all()


def test_matched_paths_cost_what_the_cheapest_costs(case):
    costs = {
        "brief_package": Cost(300.0, SPENDING),
        "burden_shifting": Cost(mean_extra(case, "burden_shifting"), SPENDING),
    }
    matches = match_costs(case, costs, 4)

    assert matches["brief_package"].factor == 1
    assert LEAST < matches["burden_shifting"].factor < 1
    assert matches["burden_shifting"].cost == pytest.approx(300.0, rel=0.05)
    assert list(matched_case(case, matches).paths) == ["status_quo", *costs]


def mean_extra(case, path):
    """What the path costs more on the first four futures [2024 USD bn, discounted]."""
    costs = discounted_costs(build_start(case), 4)[SPENDING]
    names = list(case.paths)
    return float((costs[names.index(path)] - costs[names.index("status_quo")]).mean())


def test_no_path_is_moved_back_below_a_tenth_of_itself(case):
    costs = {
        "symbolic_deployments": Cost(8.0, RUNNING),
        "burden_shifting": Cost(mean_extra(case, "burden_shifting"), SPENDING),
    }

    assert match_groups(case, costs, 4) == []
    assert [list(group) for group in alike(costs)] == [
        ["burden_shifting"],
        ["symbolic_deployments"],
    ]


def test_a_single_price_leaves_nothing_to_match(case):
    assert match_groups(case, {"burden_shifting": Cost(600.0, SPENDING)}, 4) == []


@pytest.mark.parametrize(
    ("amounts", "groups"),
    [
        ((100, 11, 9, 8), [[100], [11, 9, 8]]),
        ((8, 9, 11, 100), [[100], [8, 9, 11]]),
        ((100, 90, 11, 9), [[100, 90], [11, 9]]),
        ((100, 50, 30, 10), [[100, 50, 30, 10]]),
        ((7, 7), [[7, 7]]),
        ((), []),
    ],
)
def test_paths_are_parted_where_costs_lie_furthest_apart(amounts, groups):
    costs = {str(slot): Cost(amount, SPENDING) for slot, amount in enumerate(amounts)}

    assert [[cost.amount for cost in group.values()] for group in alike(costs)] == groups


def test_a_path_moved_back_too_far_takes_its_neighbour_along_to_another_group(case):
    """Costs within a factor of ten; the real one of burden shifting does not follow its levers."""
    costs = {
        "symbolic_deployments": Cost(45.0, SPENDING),
        "burden_shifting": Cost(400.0, SPENDING),
        "combined": Cost(350.0, SPENDING),
    }
    one_group = match_costs(case, costs, 4)
    groups = match_groups(case, costs, 4)

    assert len(alike(costs)) == 1
    assert min(match.factor for match in one_group.values()) < LEAST
    assert [set(group) for group in groups] == [{"burden_shifting", "combined"}]
    assert all(match.factor >= LEAST for match in groups[0].values())


def test_presence_can_go_only_as_far_as_its_lever(case):
    base, path = case.paths["status_quo"], case.paths["symbolic_deployments"]
    lever = "indo_pacific_presence"
    furthest = room(path, base)
    end = scaled(path, base, furthest).levers[lever]

    assert furthest > 1
    assert max(end) == pytest.approx(load_levers()[lever].high)


def test_a_path_equal_to_the_baseline_has_no_end(case):
    assert room(case.paths["status_quo"], case.paths["status_quo"]) == math.inf
