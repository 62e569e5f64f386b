"""Does the defence of Europe gain from forces, command and enablers, and never lose by them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.denial import (
    airsea_margin,
    allied_land_force,
    available_ratio,
    backfill,
    cohesion_factor,
    mobility,
    p_hold,
    planned_force,
    support_factor,
)

ROUNDING = 1e-9
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
ratios = st.floats(0.0, 4.0)
pairs_of_ratios = st.tuples(ratios, ratios).map(sorted)
amounts = st.floats(0.0, 300.0)
pairs_of_amounts = st.tuples(amounts, amounts).map(sorted)
steepnesses = st.floats(0.5, 10.0)

ALONE = {
    "us_command": 0.0,
    "planning": 0.0,
    "planning_effect": 0.5,
    "fragmentation_share": 0.6,
}
PARTS = ("aircraft_ratio", "ships_ratio", "interceptors_ratio")
JUST_ENOUGH = {
    "aircraft_ratio": 1.0,
    "ships_ratio": 1.0,
    "interceptors_ratio": 1.0,
    "aircraft_weight": 0.4,
    "ships_weight": 0.3,
}
ARMY = {
    "ready_brigades": 20.0,
    "heavy_share": 0.5,
    "light_weight": 0.4,
    "support": 1.0,
    "cohesion": 1.0,
}


# available_ratio


@pytest.mark.parametrize(
    ("available", "ratio"), [(0.0, 0.0), (15.0, 0.75), (20.0, 1.0), (40.0, 2.0)]
)
def test_a_force_is_measured_by_the_force_required(available, ratio):
    assert available_ratio(available, 20.0) == ratio


@given(available=pairs_of_amounts, required=st.floats(1.0, 300.0))
def test_more_forces_never_lower_the_ratio(available, required):
    less, more = (available_ratio(amount, required) for amount in available)

    assert 0.0 <= less <= more


@given(available=amounts, required=st.tuples(st.floats(1.0, 300.0), st.floats(1.0, 300.0)))
def test_a_greater_need_never_raises_the_ratio(available, required):
    smaller, larger = sorted(required)

    assert available_ratio(available, larger) <= available_ratio(available, smaller)


# cohesion_factor


def test_national_forces_alone_fight_at_their_fragmented_worth():
    assert cohesion_factor(**ALONE) == 0.6


def test_under_full_us_command_forces_fight_as_one():
    assert cohesion_factor(**ALONE | {"us_command": 1.0}) == pytest.approx(1.0)


def test_full_plans_that_replace_half_of_the_us_role_close_half_of_the_gap():
    assert cohesion_factor(**ALONE | {"planning": 1.0}) == pytest.approx(0.8)


def test_plans_do_part_of_what_a_busy_us_command_leaves():
    # held is 0.5 + (1 - 0.5) x 0.5, and 0.6 + 0.4 x 0.75 fights as one
    assert cohesion_factor(**ALONE | {"us_command": 0.5, "planning": 1.0}) == pytest.approx(0.9)


def test_plans_add_nothing_under_full_us_command():
    assert cohesion_factor(**ALONE | {"us_command": 1.0, "planning": 1.0}) == pytest.approx(1.0)


@given(us_command=shares, planning=shares)
def test_forces_that_are_not_fragmented_need_no_command(us_command, planning):
    case = {"us_command": us_command, "planning": planning, "fragmentation_share": 1.0}

    assert cohesion_factor(**ALONE | case) == 1.0


@given(plans=pairs_of_shares, us_command=shares, planning_effect=shares, alone=shares)
def test_more_planning_never_lowers_cohesion(plans, us_command, planning_effect, alone):
    case = {
        "us_command": us_command,
        "planning_effect": planning_effect,
        "fragmentation_share": alone,
    }

    less, more = (cohesion_factor(**case | {"planning": planning}) for planning in plans)

    assert alone - ROUNDING <= less <= more + ROUNDING
    assert more <= 1.0 + ROUNDING


@given(commands=pairs_of_shares, planning=shares)
def test_more_us_command_never_lowers_cohesion(commands, planning):
    case = ALONE | {"planning": planning}

    less, more = (cohesion_factor(**case | {"us_command": command}) for command in commands)

    assert less <= more + ROUNDING


# backfill and planned_force


def test_without_plans_enablers_of_one_half_fill_a_quarter():
    assert backfill(enablers=0.5, planning=0.0, unplanned_share=0.5) == 0.25


@pytest.mark.parametrize("case", [{"planning": 1.0}, {"unplanned_share": 1.0}])
def test_with_full_plans_or_where_none_are_needed_all_enablers_serve(case):
    assert backfill(**{"enablers": 0.4, "planning": 0.3, "unplanned_share": 0.6} | case) == 0.4


@given(plans=pairs_of_shares, enablers=shares, unplanned=shares)
def test_more_planning_never_wastes_enablers(plans, enablers, unplanned):
    less, more = (backfill(enablers, planning, unplanned) for planning in plans)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= enablers + ROUNDING


def test_the_plans_of_2024_leave_forces_as_they_are():
    assert planned_force(ready=20.0, extra_planning=0.0, planning_effect=0.1) == 20.0


@given(plans=pairs_of_shares, ready=amounts, effect=st.floats(0.0, 0.3))
def test_more_planning_never_takes_forces_away(plans, ready, effect):
    less, more = (planned_force(ready, planning, effect) for planning in plans)

    assert 0.0 <= less <= more


# mobility


def test_half_of_the_enablers_move_half_of_what_would_stay():
    assert mobility(us_enablers=0.5, european_enablers=0.0, floor=0.6) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("us_enablers", "european_enablers", "share"),
    [(0.0, 0.0, 0.6), (1.0, 0.0, 1.0), (0.5, 0.5, 1.0), (1.0, 1.0, 1.0)],
    ids=["none", "all American", "half each", "twice the need"],
)
def test_enablers_count_until_everything_moves(us_enablers, european_enablers, share):
    assert mobility(us_enablers, european_enablers, 0.6) == pytest.approx(share)


@given(european=pairs_of_shares, us_enablers=shares, floor=shares)
def test_more_european_enablers_never_lower_mobility(european, us_enablers, floor):
    less, more = (mobility(us_enablers, enablers, floor) for enablers in european)

    assert floor - ROUNDING <= less <= more + ROUNDING
    assert more <= 1.0 + ROUNDING


@given(us_enablers=shares, european_enablers=shares, floor=shares)
def test_it_does_not_matter_whose_enablers_they_are(us_enablers, european_enablers, floor):
    one_way = mobility(us_enablers, european_enablers, floor)

    assert one_way == mobility(european_enablers, us_enablers, floor)


# support_factor


@pytest.mark.parametrize(
    ("margin", "worth"),
    [(0.0, 0.6), (0.5, 0.8), (1.0, 1.0), (1.5, 1.0)],
    ids=["no support", "half", "just enough", "surplus"],
)
def test_land_forces_lose_worth_as_support_falls_short(margin, worth):
    assert support_factor(margin, 0.6) == pytest.approx(worth)


@given(margins=pairs_of_ratios, floor=shares)
def test_more_support_never_lowers_the_worth_of_land_forces(margins, floor):
    less, more = (support_factor(margin, floor) for margin in margins)

    assert floor - ROUNDING <= less <= more + ROUNDING
    assert more <= 1.0 + ROUNDING


# airsea_margin


def test_just_enough_of_everything_is_just_enough():
    assert airsea_margin(**JUST_ENOUGH) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("part", "margin"),
    [("aircraft_ratio", 0.6), ("ships_ratio", 0.7), ("interceptors_ratio", 0.7)],
)
def test_a_part_that_is_missing_takes_its_weight(part, margin):
    assert airsea_margin(**JUST_ENOUGH | {part: 0.0}) == pytest.approx(margin)


@pytest.mark.parametrize("part", PARTS)
def test_beyond_twice_the_need_nothing_more_counts(part):
    twice = airsea_margin(**JUST_ENOUGH | {part: 2.0})

    assert airsea_margin(**JUST_ENOUGH | {part: 9.0}) == twice


@given(part=st.sampled_from(PARTS), values=pairs_of_ratios, others=ratios)
def test_more_of_any_part_never_lowers_the_margin(part, values, others):
    case = JUST_ENOUGH | dict.fromkeys(PARTS, others)

    less, more = (airsea_margin(**case | {part: value}) for value in values)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= 2.0 + ROUNDING


@given(ratio=st.floats(0.0, 2.0), aircraft_weight=st.floats(0.0, 0.5))
def test_parts_that_are_equally_short_make_a_margin_as_short(ratio, aircraft_weight):
    case = dict.fromkeys(PARTS, ratio) | {"aircraft_weight": aircraft_weight}

    assert airsea_margin(**JUST_ENOUGH | case) == pytest.approx(ratio)


# allied_land_force


def test_ten_heavy_and_ten_light_brigades_count_as_fourteen():
    assert allied_land_force(**ARMY) == pytest.approx(14.0)


@pytest.mark.parametrize(
    ("heavy_share", "force"), [(1.0, 20.0), (0.0, 8.0)], ids=["all heavy", "all light"]
)
def test_a_light_brigade_counts_by_its_weight(heavy_share, force):
    assert allied_land_force(**ARMY | {"heavy_share": heavy_share}) == pytest.approx(force)


@pytest.mark.parametrize("factor", ["ready_brigades", "support", "cohesion"])
def test_half_of_any_factor_is_half_of_the_force(factor):
    force = allied_land_force(**ARMY | {factor: ARMY[factor] / 2})

    assert force == pytest.approx(7.0)


@pytest.mark.parametrize("factor", ["ready_brigades", "support", "cohesion"])
def test_without_any_one_factor_there_is_no_force(factor):
    assert allied_land_force(**ARMY | {factor: 0.0}) == 0.0


@given(heavy_shares=pairs_of_shares, light_weight=shares, brigades=amounts)
def test_a_heavier_army_never_counts_less(heavy_shares, light_weight, brigades):
    case = ARMY | {"light_weight": light_weight, "ready_brigades": brigades}

    less, more = (allied_land_force(**case | {"heavy_share": share}) for share in heavy_shares)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= brigades + ROUNDING


# p_hold


def test_just_enough_holds_in_half_of_the_cases():
    assert p_hold(1.0, 3.0) == 0.5


def test_twice_the_force_at_steepness_one_makes_odds_of_two_to_one():
    assert p_hold(2.0, 1.0) == pytest.approx(2 / 3)


@pytest.mark.parametrize("margin", [0.0, -0.2], ids=["no force", "less than none"])
def test_without_forces_nothing_holds(margin):
    assert p_hold(margin, 3.0) == 0.0


@given(margins=pairs_of_ratios, steepness=steepnesses)
def test_a_greater_margin_never_lowers_the_chance_to_hold(margins, steepness):
    less, more = (p_hold(margin, steepness) for margin in margins)

    assert 0.0 <= less <= more + ROUNDING
    assert more < 1.0


@given(margin=st.floats(0.05, 20.0), steepness=steepnesses)
def test_the_odds_turn_over_when_the_force_ratio_does(margin, steepness):
    assert p_hold(margin, steepness) + p_hold(1 / margin, steepness) == pytest.approx(1.0)


@given(margin=st.floats(1.0, 4.0), steepnesses=st.tuples(steepnesses, steepnesses).map(sorted))
def test_sharper_odds_never_hurt_a_defence_with_force_to_spare(margin, steepnesses):
    flat, steep = (p_hold(margin, steepness) for steepness in steepnesses)

    assert flat <= steep + ROUNDING
