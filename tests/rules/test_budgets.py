"""Do budgets follow pledges, shocks and habits, and stop where treasuries stop them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.budgets import (
    blend,
    braked_growth,
    crowded_growth,
    fiscal_ceiling,
    growth_felt,
    habit_return,
    planned_growth,
    pledge_gap,
    spending_next,
    war_shock_next,
)
from sim.rules.curves import exp

ROUNDING = 1e-12
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
pairs_of_presences = st.tuples(st.floats(-1.0, 1.0), st.floats(-1.0, 1.0)).map(sorted)
spending_shares = st.floats(0.001, 0.08)
targets = st.floats(0.015, 0.05)
growths = st.floats(-0.3, 0.5)
pairs_of_growths = st.tuples(growths, growths).map(sorted)
memories = st.floats(0.5, 20.0)

REASONS = ("common", "economy", "pledge", "border", "spill_in", "threat", "pressure")
NO_REASON = dict.fromkeys(REASONS, 0.0)
OVERSPENDER = {"spending_share": 0.04, "habit": 0.01, "target": 0.02, "persistence": 0.9}
FREE = {
    "growth": 0.1,
    "gdp_growth": 0.02,
    "spending_share": 0.02,
    "ceiling": 0.04,
    "width": 0.01,
}
TREASURY = {
    "draw": 0.5,
    "room_share": 0.5,
    "ceiling_with_room": 0.06,
    "low": 0.02,
    "high": 0.03,
}


# blend


@pytest.mark.parametrize(
    ("weight", "value"), [(0.0, 2.0), (0.25, 3.0), (1.0, 6.0)], ids=["before", "between", "after"]
)
def test_a_blend_moves_from_one_regime_to_the_other(weight, value):
    assert blend(2.0, 6.0, weight) == value


@given(before=growths, after=growths, weight=shares)
def test_a_blend_stays_between_its_regimes(before, after, weight):
    value = blend(before, after, weight)

    assert min(before, after) - ROUNDING <= value <= max(before, after) + ROUNDING


@given(regimes=pairs_of_growths, weights=pairs_of_shares)
def test_more_weight_never_moves_a_blend_away_from_the_second_regime(regimes, weights):
    first, second = (blend(*regimes, weight) for weight in weights)

    assert first <= second + ROUNDING


# war_shock_next


@given(war_shock=shares, memory_years=memories)
def test_a_war_in_europe_keeps_the_shock_fresh(war_shock, memory_years):
    assert war_shock_next(war_shock, 1, memory_years) == 1.0


def test_after_the_memory_time_37_percent_of_the_shock_is_left():
    after_a_quarter = war_shock_next(war_shock=1.0, at_war=0, memory_years=0.25)

    assert after_a_quarter == pytest.approx(0.3679, abs=1e-4)


def test_without_a_war_there_is_nothing_to_remember():
    assert war_shock_next(war_shock=0.0, at_war=0, memory_years=4.0) == 0.0


@given(war_shock=shares, memories=st.tuples(memories, memories).map(sorted))
def test_a_longer_memory_never_fades_faster(war_shock, memories):
    short, long = (war_shock_next(war_shock, 0, years) for years in memories)

    assert 0.0 <= short <= long + ROUNDING
    assert long <= war_shock


# pledge_gap


def test_a_country_at_one_percent_is_one_point_short_of_two():
    assert pledge_gap(target=0.02, spending_share=0.01) == pytest.approx(1.0)


@pytest.mark.parametrize("spending_share", [0.02, 0.05], ids=["just met", "passed"])
def test_a_target_that_is_met_leaves_no_gap(spending_share):
    assert pledge_gap(target=0.02, spending_share=spending_share) == 0.0


@given(targets=st.tuples(targets, targets).map(sorted), spending_share=spending_shares)
def test_a_higher_target_never_narrows_the_gap(targets, spending_share):
    lower, higher = (pledge_gap(target, spending_share) for target in targets)

    assert 0.0 <= lower <= higher


@given(target=targets, spent=st.tuples(spending_shares, spending_shares).map(sorted))
def test_more_spending_never_widens_the_gap(target, spent):
    less, more = (pledge_gap(target, spending_share) for spending_share in spent)

    assert more <= less


# habit_return


def test_a_tenth_of_the_way_from_four_percent_to_two_is_a_loss_of_a_twentieth():
    assert habit_return(**OVERSPENDER) == pytest.approx(-0.05)


@pytest.mark.parametrize("habit", [0.0, 0.02], ids=["below the target", "at the target"])
def test_nobody_falls_back_below_the_target_in_force(habit):
    assert habit_return(**OVERSPENDER | {"habit": habit}) == pytest.approx(-0.05)


@pytest.mark.parametrize("spending_share", [0.0, 0.02], ids=["no army", "at the target"])
def test_who_does_not_spend_more_than_habit_and_target_loses_nothing(spending_share):
    assert habit_return(**OVERSPENDER | {"spending_share": spending_share}) == 0.0


@pytest.mark.parametrize("persistence", [1.0, 1.2], ids=["all kept", "more than all"])
def test_a_share_that_persists_loses_nothing(persistence):
    assert habit_return(**OVERSPENDER | {"persistence": persistence}) == 0.0


def test_a_country_without_army_habit_or_target_loses_nothing():
    nothing = {"spending_share": 0.0, "habit": 0.0, "target": 0.0}

    assert habit_return(**OVERSPENDER | nothing) == 0.0


@given(share=spending_shares, habit=spending_shares, target=targets, persistence=shares)
def test_falling_back_ends_at_habit_or_target(share, habit, target, persistence):
    growth = habit_return(spending_share=share, habit=habit, target=target, persistence=persistence)

    assert growth <= 0.0
    assert share * exp(growth) >= min(share, max(habit, target)) - ROUNDING


@given(spent=st.tuples(spending_shares, spending_shares).map(sorted), persistence=shares)
def test_who_spends_more_never_falls_back_more_slowly(spent, persistence):
    case = OVERSPENDER | {"persistence": persistence}

    less, more = (habit_return(**case | {"spending_share": share}) for share in spent)

    assert more <= less + ROUNDING


@given(persistences=pairs_of_shares, spending_share=spending_shares)
def test_more_persistence_never_deepens_the_loss(persistences, spending_share):
    case = OVERSPENDER | {"spending_share": spending_share}

    less, more = (habit_return(**case | {"persistence": kept}) for kept in persistences)

    assert less <= more + ROUNDING


# planned_growth


def test_without_reasons_a_budget_does_not_grow():
    assert planned_growth(**NO_REASON) == 0.0


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_counts_once(reason):
    assert planned_growth(**NO_REASON | {reason: 0.03}) == 0.03


@given(reasons=st.tuples(*[growths] * len(REASONS)), reason=st.sampled_from(REASONS))
def test_a_stronger_reason_never_lowers_growth(reasons, reason):
    case = dict(zip(REASONS, reasons, strict=True))

    stronger = planned_growth(**case | {reason: case[reason] + 0.01})

    assert stronger == pytest.approx(planned_growth(**case) + 0.01)


# crowded_growth


def test_full_presence_takes_a_tenth_of_planned_growth():
    assert crowded_growth(0.1, 0.1, 1.0) == pytest.approx(0.09)


def test_presence_that_wins_cover_at_home_adds_to_growth():
    assert crowded_growth(0.1, -0.1, 1.0) == pytest.approx(0.11)


@pytest.mark.parametrize(
    ("crowd_out_share", "extra_presence"),
    [(0.2, 0.0), (0.0, 0.8)],
    ids=["presence of 2024", "no effect"],
)
def test_planned_growth_stands_when_nothing_crowds_it_out(crowd_out_share, extra_presence):
    assert crowded_growth(0.1, crowd_out_share, extra_presence) == 0.1


@given(growth=st.floats(0.0, 0.5), effect=st.floats(0.0, 0.4), presences=pairs_of_shares)
def test_more_presence_never_adds_to_rising_budgets_when_it_takes_attention(
    growth, effect, presences
):
    less, more = (crowded_growth(growth, effect, presence) for presence in presences)

    assert 0.0 <= more <= less + ROUNDING


@pytest.mark.parametrize(
    ("growth", "after"), [(-0.1, -0.11), (0.0, 0.0)], ids=["a cut", "a budget that stands still"]
)
def test_presence_that_takes_attention_deepens_a_cut(growth, after):
    assert crowded_growth(growth, 0.1, 1.0) == pytest.approx(after)


def test_less_presence_than_in_2024_gives_attention_back():
    assert crowded_growth(0.1, 0.1, -0.2) == pytest.approx(0.102)


@given(growth=growths, effect=st.floats(0.0, 0.4), presences=pairs_of_presences)
def test_more_presence_never_helps_any_budget_when_it_takes_attention(growth, effect, presences):
    less, more = (crowded_growth(growth, effect, presence) for presence in presences)

    assert more <= less + ROUNDING


@given(growth=growths, effect=st.floats(-0.4, 0.4), presence=shares)
def test_the_opposite_effect_moves_growth_as_far_the_other_way(growth, effect, presence):
    lost = growth - crowded_growth(growth, effect, presence)
    won = crowded_growth(growth, -effect, presence) - growth

    assert lost == pytest.approx(won, abs=ROUNDING)


# braked_growth


def test_far_from_the_ceiling_the_treasury_lets_everything_pass():
    assert braked_growth(**FREE) == pytest.approx(0.1)


def test_halfway_through_the_brake_half_of_the_extra_growth_passes():
    assert braked_growth(**FREE | {"spending_share": 0.035}) == pytest.approx(0.06)


@pytest.mark.parametrize("spending_share", [0.04, 0.05], ids=["at the ceiling", "above it"])
def test_at_the_ceiling_budgets_grow_with_the_economy(spending_share):
    assert braked_growth(**FREE | {"spending_share": spending_share}) == 0.02


@pytest.mark.parametrize("growth", [0.02, -0.1], ids=["as the economy", "a cut"])
def test_growth_up_to_that_of_the_economy_meets_no_brake(growth):
    assert braked_growth(**FREE | {"growth": growth, "spending_share": 0.05}) == growth


@pytest.mark.parametrize(
    ("spending_share", "growth"),
    [(0.03, 0.1), (0.0399, 0.02 + 0.00250313), (0.04, 0.02), (0.05, 0.02)],
    ids=["far from it", "two steps would pass it", "at it", "beyond it"],
)
def test_a_brake_of_no_width_is_a_wall(spending_share, growth):
    """From 3.99 to 4 % of GDP is ln(4/3.99) = .00250313 beyond the growth of the economy."""
    case = {"width": 0.0, "spending_share": spending_share}

    assert braked_growth(**FREE | case) == pytest.approx(growth)


@given(wanted=pairs_of_growths, spending_share=spending_shares, ceiling=spending_shares)
def test_wanting_more_never_brings_less(wanted, spending_share, ceiling):
    case = FREE | {"spending_share": spending_share, "ceiling": ceiling}

    less, more = (braked_growth(**case | {"growth": growth}) for growth in wanted)

    assert less <= more + ROUNDING


@given(ceilings=st.tuples(spending_shares, spending_shares).map(sorted), share=spending_shares)
def test_a_higher_ceiling_never_slows_growth(ceilings, share):
    case = FREE | {"spending_share": share}

    lower, higher = (braked_growth(**case | {"ceiling": ceiling}) for ceiling in ceilings)

    assert FREE["gdp_growth"] <= lower <= higher + ROUNDING


@given(growth=growths, gdp_growth=st.floats(-0.1, 0.1), share=spending_shares)
def test_the_treasury_never_adds_to_growth(growth, gdp_growth, share):
    case = {"growth": growth, "gdp_growth": gdp_growth, "spending_share": share}

    assert braked_growth(**FREE | case) <= growth + ROUNDING


@given(growth=growths, share=spending_shares, ceiling=spending_shares, width=st.floats(0.0, 0.02))
def test_no_budget_carries_the_share_beyond_the_ceiling(growth, share, ceiling, width):
    case = {"growth": growth, "spending_share": share, "ceiling": ceiling, "width": width}

    beyond_the_economy = braked_growth(**FREE | case) - FREE["gdp_growth"]

    assert share * exp(beyond_the_economy) <= max(share, ceiling) + ROUNDING


def test_who_spends_nothing_meets_only_the_brake():
    assert braked_growth(**FREE | {"spending_share": 0.0}) == pytest.approx(0.1)


# fiscal_ceiling


def test_countries_with_room_reach_the_higher_ceiling():
    assert fiscal_ceiling(**TREASURY | {"draw": 0.49}) == 0.06


def test_the_first_country_without_room_has_the_highest_ceiling_of_those():
    assert fiscal_ceiling(**TREASURY | {"draw": 0.5}) == 0.03


def test_the_last_country_has_the_lowest_ceiling():
    assert fiscal_ceiling(**TREASURY | {"draw": 1.0}) == pytest.approx(0.02)


@given(draws=pairs_of_shares, room_share=st.floats(0.0, 0.99))
def test_worse_luck_never_raises_the_ceiling(draws, room_share):
    case = TREASURY | {"room_share": room_share}

    better, worse = (fiscal_ceiling(**case | {"draw": draw}) for draw in draws)

    assert worse <= better + ROUNDING


def test_halfway_through_the_rest_the_ceiling_is_halfway_between_its_bounds():
    assert fiscal_ceiling(**TREASURY | {"draw": 0.75}) == pytest.approx(0.025)


@pytest.mark.parametrize("draw", [0.001, 0.999])
@pytest.mark.parametrize(("room_share", "has_room"), [(0.0, False), (1.0, True)])
def test_room_for_nobody_and_room_for_everybody(draw, room_share, has_room):
    ceiling = fiscal_ceiling(**TREASURY | {"draw": draw, "room_share": room_share})

    assert (ceiling == TREASURY["ceiling_with_room"]) == has_room


@given(draw=st.floats(0.0, 1.0, exclude_max=True), room_share=shares)
def test_a_ceiling_is_the_one_with_room_or_lies_between_the_bounds(draw, room_share):
    ceiling = fiscal_ceiling(**TREASURY | {"draw": draw, "room_share": room_share})

    assert ceiling == 0.06 or 0.02 - ROUNDING <= ceiling <= 0.03 + ROUNDING


@given(draw=st.floats(0.0, 1.0, exclude_max=True), room_shares=pairs_of_shares)
def test_room_is_not_lost_when_more_countries_have_it(draw, room_shares):
    case = TREASURY | {"draw": draw}

    few, many = (fiscal_ceiling(**case | {"room_share": share}) for share in room_shares)

    assert few < TREASURY["ceiling_with_room"] or many == TREASURY["ceiling_with_room"]


# spending_next


def test_a_logarithmic_step_of_ln_2_doubles_a_budget():
    assert spending_next(50.0, 0.6931471805599453) == pytest.approx(100.0)


def test_a_budget_that_does_not_grow_stays():
    assert spending_next(50.0, 0.0) == 50.0


@given(spending=st.floats(0.0, 1_000.0), rates=pairs_of_growths)
def test_more_growth_never_makes_a_smaller_budget(spending, rates):
    less, more = (spending_next(spending, growth) for growth in rates)

    assert 0.0 <= less <= more + ROUNDING * max(1.0, more)


# growth_felt


@pytest.mark.parametrize(
    ("loss", "before", "felt"),
    [(0.0, 0.0, 0.02), (0.1, 0.0, -0.08), (0.1, 0.1, 0.02), (0.04, 0.1, 0.08)],
    ids=["peace", "in the year of the loss", "the year after", "when it comes back"],
)
def test_a_loss_counts_as_shrinking_once_and_as_growth_when_it_comes_back(loss, before, felt):
    assert growth_felt(growth=0.02, loss=loss, loss_before=before) == pytest.approx(felt)


@given(losses=st.lists(st.floats(0.0, 0.9), min_size=1, max_size=8))
def test_over_the_years_exactly_the_loss_that_is_left_has_been_felt(losses):
    path = [0.0, *losses]

    felt = sum(growth_felt(0.0, now, was) for was, now in zip(path, path[1:], strict=False))

    assert felt == pytest.approx(-losses[-1], abs=1e-9)
