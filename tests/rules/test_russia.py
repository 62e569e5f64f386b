"""Does Russia recover with time, and attack sooner when Europe is weak and America is busy?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.russia import (
    attack_hazard,
    reconstitution,
    recovery_years,
    support_for_ukraine,
)

ROUNDING = 1e-12
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
times = st.floats(-1.0, 15.0)
pairs_of_times = st.tuples(times, times).map(sorted)
medians = st.floats(1.0, 20.0)
ratios = st.floats(0.0, 5.0)
pairs_of_ratios = st.tuples(ratios, ratios).map(sorted)
effects = st.floats(0.0, 3.0)

AFTER_WAR = {"years": 6.0, "median_years": 6.0, "ln_sd": 0.42, "floor": 0.1}
LONG_WAR = {"median_years": 6.0, "ending_factor": 1.0, "support": 1.0, "support_effect": 0.2}
SURE_DEFENCE = {
    "base_rate": 0.9375,
    "recovered": 1.0,
    "engaged": 0.0,
    "engaged_effect": 0.8,
    "deficit": 0.0,
    "deficit_effect": 1.0,
    "paralysis": 0.0,
    "paralysis_effect": 0.5,
}
RISKS = ("base_rate", "recovered", "engaged", "deficit", "paralysis")


# reconstitution


def test_by_the_median_time_russia_has_recovered_by_half():
    assert reconstitution(**AFTER_WAR) == 0.5


@pytest.mark.parametrize("years", [-1.0, 0.0], ids=["war goes on", "day of the ceasefire"])
def test_while_the_war_lasts_only_the_floor_is_free(years):
    assert reconstitution(**AFTER_WAR | {"years": years}) == 0.1


def test_recovery_starts_from_the_floor():
    assert reconstitution(**AFTER_WAR | {"years": 0.25}) == 0.1


def test_a_quick_recovery_shows_within_months():
    assert reconstitution(**AFTER_WAR | {"median_years": 0.5, "years": 0.5}) == 0.5


def test_a_floor_above_the_curve_holds():
    assert reconstitution(**AFTER_WAR | {"floor": 0.7}) == 0.7


def test_one_spread_beyond_the_median_84_percent_is_there():
    recovered = reconstitution(**AFTER_WAR | {"years": 6.0 * 1.5219616})

    assert recovered == pytest.approx(0.8413, abs=1e-4)


@given(years=pairs_of_times, median_years=medians, floor=st.floats(0.0, 0.3))
def test_time_never_sets_russia_back(years, median_years, floor):
    case = AFTER_WAR | {"median_years": median_years, "floor": floor}

    sooner, later = (reconstitution(**case | {"years": time}) for time in years)

    assert floor <= sooner <= later + ROUNDING
    assert later <= 1.0


@given(medians=st.tuples(medians, medians).map(sorted), years=times)
def test_a_longer_recovery_is_never_further_on(medians, years):
    case = AFTER_WAR | {"years": years}

    quick, slow = (reconstitution(**case | {"median_years": median}) for median in medians)

    assert slow <= quick + ROUNDING


# recovery_years


def test_the_support_of_2024_leaves_the_published_time():
    assert recovery_years(**LONG_WAR) == 6.0


def test_twice_the_support_lengthens_recovery_by_the_effect():
    assert recovery_years(**LONG_WAR | {"support": 2.0}) == pytest.approx(7.2)


def test_a_better_ending_for_russia_shortens_recovery():
    assert recovery_years(**LONG_WAR | {"ending_factor": 0.5}) == 3.0


@pytest.mark.parametrize(
    ("support", "years"), [(0.0, 3.0), (9.0, 12.0)], ids=["abandoned", "flooded"]
)
def test_support_halves_or_doubles_recovery_at_most(support, years):
    assert recovery_years(**LONG_WAR | {"support": support, "support_effect": 0.9}) == years


@given(supports=pairs_of_ratios, support_effect=shares)
def test_more_support_for_ukraine_never_shortens_recovery(supports, support_effect):
    case = LONG_WAR | {"support_effect": support_effect}

    less, more = (recovery_years(**case | {"support": support}) for support in supports)

    assert 3.0 <= less <= more <= 12.0


# attack_hazard


def test_fifteen_chances_in_sixteen_a_year_are_one_in_two_a_quarter():
    assert attack_hazard(**SURE_DEFENCE) == 0.5


def test_a_busy_america_multiplies_the_annual_hazard():
    ln_15 = 2.70805020110221
    case = {"base_rate": 0.0625, "engaged": 1.0, "engaged_effect": ln_15}

    assert attack_hazard(**SURE_DEFENCE | case) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("one", "other"),
    [("engaged", "deficit"), ("deficit", "paralysis"), ("paralysis", "engaged")],
)
def test_dangers_multiply(one, other):
    ln_3, ln_5 = 1.09861228866811, 1.6094379124341
    case = {
        "base_rate": 0.0625,
        one: 1.0,
        f"{one}_effect": ln_3,
        other: 1.0,
        f"{other}_effect": ln_5,
    }

    assert attack_hazard(**SURE_DEFENCE | case) == pytest.approx(0.5)


@pytest.mark.parametrize("missing", ["base_rate", "recovered"])
def test_without_intent_or_means_russia_does_not_attack(missing):
    case = {"engaged": 1.0, "deficit": 1.0}

    assert attack_hazard(**SURE_DEFENCE | case | {missing: 0.0}) == 0.0


def test_a_hazard_ends_at_certainty():
    assert attack_hazard(**SURE_DEFENCE | {"engaged": 1.0, "deficit": 1.0}) == 1.0


@given(
    risk=st.sampled_from(RISKS),
    values=pairs_of_shares,
    base_rate=st.floats(0.0, 0.1),
    engaged_effect=effects,
    deficit_effect=effects,
    paralysis_effect=effects,
)
def test_no_risk_makes_an_attack_less_likely(
    risk, values, base_rate, engaged_effect, deficit_effect, paralysis_effect
):
    case = SURE_DEFENCE | {
        "base_rate": base_rate,
        "engaged_effect": engaged_effect,
        "deficit_effect": deficit_effect,
        "paralysis_effect": paralysis_effect,
    }

    less, more = (attack_hazard(**case | {risk: value}) for value in values)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= 1.0


@given(engaged=shares, deficit=shares, paralysis=shares)
def test_dangers_without_effect_change_nothing(engaged, deficit, paralysis):
    case = {
        "engaged": engaged,
        "engaged_effect": 0.0,
        "deficit": deficit,
        "deficit_effect": 0.0,
        "paralysis": paralysis,
        "paralysis_effect": 0.0,
    }

    assert attack_hazard(**SURE_DEFENCE | case) == 0.5


# support_for_ukraine


def test_twice_the_aid_at_a_weight_of_four_fifths_adds_four_fifths():
    assert support_for_ukraine(2.0, 1.0, 0.2) == pytest.approx(1.8)


@pytest.mark.parametrize(
    ("missile_weight", "support"), [(0.0, 0.5), (1.0, 3.0)], ids=["aid only", "missiles only"]
)
def test_the_weight_says_what_counts(missile_weight, support):
    assert support_for_ukraine(0.5, 3.0, missile_weight) == support


@given(weight=shares)
def test_the_support_of_2024_is_one_whatever_the_weight(weight):
    assert support_for_ukraine(1.0, 1.0, weight) == pytest.approx(1.0)


@given(aids=pairs_of_ratios, missiles=ratios, weight=shares)
def test_more_aid_never_lowers_support(aids, missiles, weight):
    less, more = (support_for_ukraine(aid, missiles, weight) for aid in aids)

    assert 0.0 <= less <= more + ROUNDING


@given(aid=ratios, missiles=pairs_of_ratios, weight=shares)
def test_more_missiles_never_lower_support(aid, missiles, weight):
    less, more = (support_for_ukraine(aid, delivered, weight) for delivered in missiles)

    assert less <= more + ROUNDING
