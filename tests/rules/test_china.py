"""Does China's choice follow its rules?"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.china import (
    act_log_odds,
    council_trouble,
    crisis_probability,
    deterrents,
    half_year_hazard,
    intercept,
    local_balance,
    perceived_success,
    sanctions_signal,
)

share = st.floats(0.0, 1.0)
inner = st.floats(0.01, 0.99)
either_sign = st.floats(-1.0, 1.0)
ratio = st.floats(0.2, 5.0)
STILL = {"chinese_growth": 1.5, "coalition_growth": 1.2, "gain": 0.05}
SEEN = {
    "base": 0.2,
    "balance": 0.0,
    "balance_effect": 0.0,
    "entry_change": 0.0,
    "entry_effect": 0.0,
}
QUARREL = {"passed": 2.0, "blocked": 2.0, "reservations": 1.0, "routine": 5.0}
CHANGED = {
    "at_start": -4.0,
    "precision": 3.0,
    "success_change": 0.1,
    "prize": 1.0,
    "deterrents": -0.2,
}
NOTHING = {"presence": 0.0, "heavy": 0.0, "sanctions": 0.0, "split": 0.0, "pledge": 0.0}


def test_19_in_a_hundred_a_year_are_ten_in_a_half_year():
    assert half_year_hazard(0.19) == pytest.approx(0.1)


@pytest.mark.parametrize(("annual", "half"), [(-0.5, 0.0), (0.0, 0.0), (1.0, 1.0), (1.5, 1.0)])
def test_impossible_and_certain_stay_so_in_a_half_year(annual, half):
    assert half_year_hazard(annual) == half


@given(annual=share, higher=share)
def test_two_half_years_make_the_year_and_more_stays_more(annual, higher):
    annual, higher = sorted((annual, higher))
    half = half_year_hazard(annual)

    assert 1 - (1 - half) * (1 - half) == pytest.approx(annual, abs=1e-12)
    assert 0.0 <= half <= half_year_hazard(higher) <= 1.0


def test_the_intercept_of_one_in_nine_is_the_log_of_a_ninth():
    assert intercept(0.1, 0.9) == pytest.approx(-math.log(9))


def test_an_act_as_likely_as_holding_has_even_odds():
    assert intercept(0.3, 0.3) == 0.0


@given(act=inner, likelier=inner, hold=inner)
def test_a_likelier_act_never_has_a_lower_intercept(act, likelier, hold):
    act, likelier = sorted((act, likelier))

    assert intercept(act, hold) <= intercept(likelier, hold)


@given(act=inner, hold=inner)
def test_the_intercept_gives_the_odds_back(act, hold):
    assert math.exp(intercept(act, hold)) * hold == pytest.approx(act, rel=1e-12)


def test_the_balance_is_the_log_of_relative_growth_less_what_came():
    # ln(1.5 / 1.2) - 0.05
    assert local_balance(**STILL) == pytest.approx(0.173144, abs=1e-6)


def test_the_balance_of_the_start_is_even():
    equal = {"chinese_growth": 1.3, "coalition_growth": 1.3, "gain": 0.0}

    assert local_balance(**equal) == 0.0


@pytest.mark.parametrize(
    ("name", "direction"),
    [("chinese_growth", 1), ("coalition_growth", -1), ("gain", -1)],
)
@given(low=ratio, high=ratio)
def test_each_force_tips_the_balance_one_way(name, direction, low, high):
    low, high = sorted((low, high))

    change = local_balance(**STILL | {name: high}) - local_balance(**STILL | {name: low})

    assert direction * change >= 0.0


def test_odds_of_one_in_four_grow_by_e_per_unit_of_balance():
    # odds 0.25 x e^(1 x 1) = 0.6796, chance 0.4046
    better = SEEN | {"balance": 1.0, "balance_effect": 1.0}

    assert perceived_success(**better) == pytest.approx(0.404609, abs=1e-6)


def test_a_us_that_is_sure_to_fight_and_then_is_not_doubles_the_odds_at_an_effect_of_the_log_of_2():
    # odds 0.25 x e^(ln 2) = 0.5, chance 1/3
    left_alone = SEEN | {"entry_change": -1.0, "entry_effect": math.log(2)}

    assert perceived_success(**left_alone) == pytest.approx(1 / 3)


def test_balance_and_us_entry_can_make_up_for_each_other():
    even = SEEN | {"balance": 0.5, "balance_effect": 2.0, "entry_change": 0.25, "entry_effect": 4.0}

    assert perceived_success(**even) == pytest.approx(0.2)


@pytest.mark.parametrize(
    "case",
    [
        {"balance_effect": 2.0, "entry_effect": 2.0},
        {"balance": 0.7, "entry_change": 0.3},
    ],
    ids=["no change", "no effect"],
)
def test_success_is_that_of_the_start_without_change_or_effect(case):
    assert perceived_success(**SEEN | case) == pytest.approx(0.2)


@given(base=inner, low=either_sign, high=either_sign, effect=st.floats(0.0, 5.0))
def test_a_better_balance_never_looks_worse(base, low, high, effect):
    low, high = sorted((low, high))
    case = SEEN | {"base": base, "balance_effect": effect}

    worse = perceived_success(**case | {"balance": low})

    assert 0.0 < worse <= perceived_success(**case | {"balance": high}) < 1.0


@given(base=inner, low=either_sign, high=either_sign, effect=st.floats(0.0, 5.0))
def test_a_us_likelier_to_fight_never_looks_better_to_china(base, low, high, effect):
    low, high = sorted((low, high))
    case = SEEN | {"base": base, "entry_effect": effect}

    less = perceived_success(**case | {"entry_change": high})

    assert 0.0 < less <= perceived_success(**case | {"entry_change": low}) < 1.0


def test_half_of_what_was_missing_to_be_sure_is_half_a_signal():
    assert sanctions_signal(expected=0.7, at_start=0.4) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("expected", "signal"), [(1.0, 1.0), (0.4, 0.0), (0.1, -0.5)], ids=["sure", "unchanged", "less"]
)
def test_a_signal_is_one_if_sure_nought_at_the_start_and_negative_below_it(expected, signal):
    assert sanctions_signal(expected, at_start=0.4) == pytest.approx(signal)


@given(at_start=st.floats(0.0, 0.99), low=share, high=share)
def test_sanctions_expected_of_more_never_signal_less(at_start, low, high):
    low, high = sorted((low, high))

    weaker = sanctions_signal(low, at_start)

    assert weaker <= sanctions_signal(high, at_start) <= 1.0 + 1e-12
    assert (weaker < 0.0) == (low < at_start)


def test_two_items_blocked_and_one_reserved_among_nine_look_like_a_quarter_and_more():
    # (2 + 1 / 2) / (2 + 2 + 5)
    assert council_trouble(**QUARREL) == pytest.approx(2.5 / 9)


@pytest.mark.parametrize(
    ("case", "trouble"),
    [
        ({"passed": 0.0, "blocked": 0.0, "reservations": 0.0}, 0.0),
        ({"blocked": 0.0, "reservations": 0.0}, 0.0),
        ({"passed": 0.0, "reservations": 0.0, "routine": 0.0}, 1.0),
    ],
    ids=["nothing", "no quarrel", "nothing but quarrel"],
)
def test_trouble_runs_from_none_to_a_council_that_agrees_on_nothing(case, trouble):
    assert council_trouble(**QUARREL | case) == trouble


def test_a_decision_with_many_reservations_counts_by_half_at_most():
    # (0 + 2 / 2) / (2 + 0 + 2)
    swamped = {"passed": 2.0, "blocked": 0.0, "reservations": 40.0, "routine": 2.0}

    assert council_trouble(**swamped) == 0.25


@pytest.mark.parametrize(
    ("name", "direction"), [("blocked", 1), ("reservations", 1), ("routine", -1)]
)
@given(low=st.floats(0.0, 20.0), high=st.floats(0.0, 20.0))
def test_quarrels_look_like_trouble_and_business_as_usual_does_not(name, direction, low, high):
    low, high = sorted((low, high))

    before = council_trouble(**QUARREL | {name: low})
    after = council_trouble(**QUARREL | {name: high})

    assert direction * (after - before) >= -1e-12
    assert 0.0 <= after <= 1.0


def test_log_odds_add_the_worth_of_success_and_what_deters():
    # -4 + 3 x 1 x 0.1 - 0.2
    assert act_log_odds(**CHANGED) == pytest.approx(-3.9)


def test_deterrents_are_not_multiplied_by_precision():
    sharp = CHANGED | {"success_change": 0.0, "precision": 30.0}

    assert act_log_odds(**sharp) == pytest.approx(-4.2)


def test_without_change_the_log_odds_are_those_of_the_start():
    assert act_log_odds(**CHANGED | {"success_change": 0.0, "deterrents": 0.0}) == -4.0


@pytest.mark.parametrize("name", ["at_start", "success_change", "deterrents"])
@given(low=either_sign, high=either_sign)
def test_more_success_and_less_deterrence_never_lower_the_odds(name, low, high):
    low, high = sorted((low, high))

    assert act_log_odds(**CHANGED | {name: low}) <= act_log_odds(**CHANGED | {name: high})


@pytest.mark.parametrize("name", list(NOTHING))
@given(effect=either_sign)
def test_each_deterrent_counts_once_and_with_its_own_sign(name, effect):
    assert deterrents(**NOTHING | {name: effect}) == effect


def test_deterrents_add_up():
    mixed = {"presence": 0.1, "heavy": -0.3, "sanctions": -0.2, "split": 0.25, "pledge": 0.05}

    assert deterrents(**mixed) == pytest.approx(-0.1)


def test_three_crises_in_ten_follow_if_one_in_two_of_15_in_a_hundred_acts_began_with_one():
    assert crisis_probability(0.15, 0.5, 0.0) == pytest.approx(0.3)


def test_provocation_multiplies_the_odds_of_a_crisis():
    # odds 3/7 x 2 = 6/7, chance 6/13
    assert crisis_probability(0.15, 0.5, math.log(2)) == pytest.approx(6 / 13)


@pytest.mark.parametrize(("force", "crisis"), [(0.0, 0.0), (0.25, 0.5), (0.5, 0.5), (1.0, 0.5)])
def test_a_crisis_without_words_runs_from_impossible_to_an_even_chance(force, crisis):
    assert crisis_probability(force, 0.5, 0.0) == pytest.approx(crisis)


@given(low=share, high=share, escalation=st.floats(0.1, 0.9), calm=either_sign, loud=either_sign)
def test_more_force_and_more_provocation_never_mean_fewer_crises(low, high, escalation, calm, loud):
    low, high = sorted((low, high))
    calm, loud = sorted((calm, loud))

    fewest = crisis_probability(low, escalation, calm)

    assert 0.0 <= fewest <= crisis_probability(high, escalation, calm) + 1e-12 < 1.0
    assert fewest <= crisis_probability(low, escalation, loud) + 1e-12
