"""Claims, leaders, break-even values and flips follow from numbers."""

import math
from types import SimpleNamespace

import made_up
import pytest

from sim.analysis.break_even import GAIN, dates_that_pay, halve
from sim.analysis.claims import claims
from sim.analysis.compare import compare
from sim.analysis.flips import contested, overtakes
from sim.analysis.strongest import leader, losing_path
from sim.data.load import load_parameters
from sim.experiment.panels import Panel

ONE = {"margin_land_low": made_up.MEASURES["margin_land_low"]}


def comparison(effects):
    return compare(made_up.made_up_outcome(effects), ONE)


def world(name, gain):
    return SimpleNamespace(world=name, comparison=comparison({"status_quo": 0.0, "a": gain}))


def test_a_claim_names_the_worlds_in_which_it_holds_and_reverses():
    (claim,) = claims([world("c", 0.2), world("w1", -0.2), world("w2", 0.0), world("w3", 0.001)])

    assert claim.parts == {"better": ("c",), "worse": ("w1",), "small": ("w2", "w3")}


def test_the_baseline_leads_where_nobody_is_better_by_a_hundredth():
    assert leader(comparison({"base": 0.0, "a": 0.002}), "margin_land_low", "higher") == "base"
    assert leader(comparison({"base": 0.0, "a": 0.1}), "margin_land_low", "higher") == "a"


def test_the_losing_path_leads_least_and_is_worse_most():
    found = comparison({"base": 0.0, "good": 0.2, "plain": 0.001, "bad": -0.2})
    homes = {"margin_land_low": found}

    assert losing_path(homes, ONE, found.others) == "bad"


def test_overtaking_needs_the_middle_future_and_a_hundredth():
    assert overtakes([1.02] * 3, [1.0] * 3, "higher")
    assert not overtakes([1.005] * 3, [1.0] * 3, "higher")
    assert not overtakes([5.0, 1.0, 1.0], [1.0] * 3, "higher")
    assert overtakes([0.9] * 3, [1.0] * 3, "lower")
    assert not overtakes([math.nan], [1.0], "higher")


def test_halving_encloses_the_turn_or_says_that_there_is_none():
    low, high = halve(lambda x: x - 0.3, -1.0, 1.0, 0.01)

    assert low <= 0.3 <= high
    assert high - low <= 0.01
    assert halve(lambda x: 1.0, -1.0, 1.0, 0.01) is None


def test_a_date_pays_only_when_every_later_date_pays_too():
    gains = {2026: 0.2, 2027: 0.0, 2028: 0.2, 2029: 0.3}
    swept = [date(year, gain) for year, gain in gains.items()]

    assert dates_that_pay(swept, "a").high == 2028
    assert not dates_that_pay(swept[:2], "a").found


def date(year, gain):
    war = made_up.made_up_case().contingency
    panel = Panel(f"fixed_{year}", "", made_up.replace(war, opens=(year, 2)))
    found = comparison({"status_quo": 0.0, "a": gain})
    return SimpleNamespace(panel=panel, comparison=found, futures=200)


def test_what_counts_as_paying_is_a_tenth_of_the_requirement():
    assert GAIN == 0.1


@pytest.mark.parametrize(
    "name",
    [
        *("crowd_out_share", "posture_elasticity", "presence_deterrence_effect"),
        *("perceived_split_effect", "gap_closing_years", "required_brigades"),
    ],
)
def test_what_the_two_sides_dispute_is_contested(name):
    assert name in {row.name for row in contested(load_parameters())}


def test_what_is_measured_well_or_fixed_is_not_contested():
    names = {row.name for row in contested(load_parameters())}

    assert "reception_2024" not in names
    assert "common_growth_before_shock" not in names
