"""Does money become weapons late, dearer when scarce, and never from nothing?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.industry import (
    capacity_next,
    delayed_next,
    joint_saving,
    moved_on,
    readiness_next,
    scarcity_price,
    start_delay,
    strength_next,
)

ROUNDING = 1e-12
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
years = st.floats(0.0, 10.0)
amounts = st.floats(0.0, 500.0)
pairs_of_amounts = st.tuples(amounts, amounts).map(sorted)
ratios = st.floats(0.1, 4.0)
pairs_of_ratios = st.tuples(ratios, ratios).map(sorted)

FACTORY = {
    "delay_months": 12.0,
    "slip_months": 12.0,
    "fulfilment_share": 0.5,
    "time_factor": 1.0,
}
LINES = {
    "capacity": 100.0,
    "ceiling": 200.0,
    "doubling_months": 19.0,
    "time_factor": 1.0,
}
MARKET = {"demand": 150.0, "output": 100.0, "scarcity_effect": 1.0, "ceiling": 3.0}
FORCES = {"strength": 1.0, "delivered": 3.0, "sustain": 12.0, "value": 100.0}
BARRACKS = {
    "readiness": 1.0,
    "running_ratio": 1.0,
    "strength": 1.0,
    "power_of_money": 0.5,
    "rate": 0.4,
}


# delayed_next


def test_a_quarter_of_the_way_is_gone_in_a_quarter_when_the_lag_is_a_year():
    assert delayed_next(level=2.0, target=6.0, delay_years=1.0) == 3.0


@pytest.mark.parametrize("delay_years", [0.25, 0.1, 0.0], ids=["a quarter", "a month", "none"])
def test_a_lag_of_a_quarter_or_less_is_no_lag(delay_years):
    assert delayed_next(level=2.0, target=6.0, delay_years=delay_years) == 6.0


def test_what_has_arrived_stays():
    assert delayed_next(level=6.0, target=6.0, delay_years=1.0) == 6.0


@given(level=shares, target=shares, delay_years=years)
def test_a_lagging_quantity_never_passes_its_target(level, target, delay_years):
    after = delayed_next(level, target, delay_years)

    assert min(level, target) - ROUNDING <= after <= max(level, target) + ROUNDING


@given(levels=pairs_of_shares, delays=st.tuples(years, years).map(sorted))
def test_a_longer_lag_never_brings_a_rise_sooner(levels, delays):
    quick, slow = (delayed_next(*levels, delay_years) for delay_years in delays)

    assert slow <= quick + ROUNDING


# start_delay


def test_half_of_it_a_year_late_makes_a_year_and_a_half():
    assert start_delay(**FACTORY) == 1.5


@pytest.mark.parametrize(
    ("fulfilment_share", "delay"), [(1.0, 1.0), (0.0, 2.0)], ids=["on time", "all late"]
)
def test_what_is_not_fulfilled_comes_late_by_the_slip(fulfilment_share, delay):
    assert start_delay(**FACTORY | {"fulfilment_share": fulfilment_share}) == delay


@given(time_factor=st.floats(0.3, 3.0))
def test_slow_industry_stretches_the_start_in_proportion(time_factor):
    delay = start_delay(**FACTORY | {"time_factor": time_factor})

    assert delay == pytest.approx(1.5 * time_factor)


@given(fulfilled=pairs_of_shares, slip_months=st.floats(0.0, 60.0))
def test_keeping_more_promises_never_delays_the_start(fulfilled, slip_months):
    case = FACTORY | {"slip_months": slip_months}

    less, more = (start_delay(**case | {"fulfilment_share": share}) for share in fulfilled)

    assert 0.0 <= more <= less + ROUNDING


# capacity_next


def test_halfway_to_the_ceiling_half_of_the_free_growth_is_left():
    free_growth = 3 * 0.6931471805599453 / 19

    assert capacity_next(**LINES) == pytest.approx(100.0 * (1 + free_growth / 2))


def test_far_from_the_ceiling_capacity_doubles_in_about_the_doubling_time():
    capacity = 1.0

    for _ in range(8):
        capacity = capacity_next(
            capacity=capacity, ceiling=1e9, doubling_months=24.0, time_factor=1.0
        )

    assert capacity == pytest.approx(2.0, rel=0.05)


@pytest.mark.parametrize("ceiling", [100.0, 60.0, 0.0], ids=["at it", "cut below", "no money"])
def test_capacity_that_stands_is_not_torn_down(ceiling):
    assert capacity_next(**LINES | {"ceiling": ceiling}) == 100.0


def test_a_jump_ends_at_the_ceiling():
    assert capacity_next(**LINES | {"capacity": 199.0, "doubling_months": 0.001}) == 200.0


def test_industry_that_does_not_exist_cannot_double():
    assert capacity_next(**LINES | {"capacity": 0.0}) == 0.0


@given(
    capacity=st.floats(1.0, 500.0),
    ceilings=st.tuples(st.floats(1.0, 2_000.0), st.floats(1.0, 2_000.0)).map(sorted),
    time_factor=st.floats(0.3, 3.0),
)
def test_a_higher_ceiling_never_slows_the_ramp(capacity, ceilings, time_factor):
    case = LINES | {"capacity": capacity, "time_factor": time_factor}

    lower, higher = (capacity_next(**case | {"ceiling": ceiling}) for ceiling in ceilings)

    assert capacity <= lower <= higher * (1 + ROUNDING)
    assert higher <= max(capacity, ceilings[1])


@given(factors=st.tuples(st.floats(0.3, 3.0), st.floats(0.3, 3.0)).map(sorted))
def test_slower_industry_never_ramps_faster(factors):
    fast, slow = (capacity_next(**LINES | {"time_factor": factor}) for factor in factors)

    assert slow <= fast * (1 + ROUNDING)


# scarcity_price


def test_demand_half_above_output_raises_the_price_by_half():
    assert scarcity_price(**MARKET) == 1.5


@pytest.mark.parametrize("demand", [0.0, 60.0, 100.0], ids=["none", "slack", "just met"])
def test_the_price_does_not_fall_below_that_of_2024(demand):
    assert scarcity_price(**MARKET | {"demand": demand}) == 1.0


def test_the_price_stops_at_the_highest_seen():
    assert scarcity_price(**MARKET | {"demand": 1_000.0}) == 3.0


@pytest.mark.parametrize("demand", [50.0, 100.0, 300.0])
def test_a_ceiling_below_the_price_of_2024_leaves_that_price(demand):
    assert scarcity_price(**MARKET | {"demand": demand, "ceiling": 0.9}) == 1.0


def test_without_an_effect_scarcity_costs_nothing():
    assert scarcity_price(**MARKET | {"scarcity_effect": 0.0}) == 1.0


@given(demands=pairs_of_amounts, effect=shares, ceiling=st.floats(0.5, 8.0))
def test_more_demand_never_lowers_the_price(demands, effect, ceiling):
    case = MARKET | {"scarcity_effect": effect, "ceiling": ceiling}

    less, more = (scarcity_price(**case | {"demand": demand}) for demand in demands)

    assert 1.0 <= less <= more <= max(1.0, ceiling)


@given(outputs=st.tuples(st.floats(1.0, 500.0), st.floats(1.0, 500.0)).map(sorted))
def test_more_output_never_raises_the_price(outputs):
    less, more = (scarcity_price(**MARKET | {"output": output}) for output in outputs)

    assert more <= less


# joint_saving


def test_buying_half_more_together_saves_half_of_the_saving():
    assert joint_saving(0.5, 0.0, 0.2) == pytest.approx(0.9)


def test_the_joint_share_of_2024_costs_what_it_cost():
    assert joint_saving(0.18, 0.18, 0.2) == 1.0


def test_buying_apart_again_costs_more():
    assert joint_saving(0.0, 0.5, 0.2) == pytest.approx(1.1)


def test_a_saving_below_nothing_makes_joint_purchases_dearer():
    assert joint_saving(1.0, 0.0, -0.05) == pytest.approx(1.05)


@given(joint=pairs_of_shares, joint_2024=shares, saving_share=st.floats(0.0, 0.4))
def test_more_joint_procurement_never_costs_more(joint, joint_2024, saving_share):
    less, more = (joint_saving(share, joint_2024, saving_share) for share in joint)

    assert 0.0 < more <= less + ROUNDING


# moved_on


def test_with_a_wait_of_three_years_a_quarter_of_each_third_moves_in_a_quarter():
    assert moved_on(on_order=8.0, wait_years=3.0) == 2.0


@pytest.mark.parametrize("wait_years", [0.75, 0.5, 0.0])
def test_a_wait_of_three_quarters_or_less_empties_each_third(wait_years):
    assert moved_on(on_order=8.0, wait_years=wait_years) == 8.0


def test_nothing_on_order_delivers_nothing():
    assert moved_on(on_order=0.0, wait_years=4.0) == 0.0


def test_steady_orders_deliver_as_much_as_is_bought():
    bought_a_quarter, wait_years = 5.0, 4.0
    third = 4 * bought_a_quarter * wait_years / 3

    assert moved_on(third, wait_years) == pytest.approx(bought_a_quarter)


@given(on_order=amounts, waits=st.tuples(years, years).map(sorted))
def test_a_longer_wait_never_delivers_more(on_order, waits):
    short, long = (moved_on(on_order, wait_years) for wait_years in waits)

    assert 0.0 <= long <= short <= on_order


# strength_next


def test_deliveries_that_replace_what_wears_out_keep_a_force_as_it_is():
    assert strength_next(**FORCES) == 1.0


def test_without_deliveries_a_force_wears_out():
    assert strength_next(**FORCES | {"delivered": 0.0}) == pytest.approx(0.97)


def test_equipment_worth_a_tenth_of_the_force_adds_a_tenth():
    assert strength_next(**FORCES | {"delivered": 13.0}) == pytest.approx(1.1)


def test_a_force_never_falls_below_nothing():
    assert strength_next(**FORCES | {"strength": 0.1, "value": 0.1, "delivered": 0.0}) == 0.0


def test_a_country_without_forces_of_value_keeps_what_it_has():
    assert strength_next(**FORCES | {"value": 0.0}) == 1.0


@given(delivered=pairs_of_amounts, strength=ratios, sustain=st.floats(0.0, 100.0))
def test_more_deliveries_never_shrink_a_force(delivered, strength, sustain):
    case = FORCES | {"strength": strength, "sustain": sustain}

    less, more = (strength_next(**case | {"delivered": amount}) for amount in delivered)

    assert 0.0 <= less <= more


@given(strength=st.floats(0.0, 4.0))
def test_a_force_tends_to_the_size_its_deliveries_can_sustain(strength):
    after = strength_next(**FORCES | {"strength": strength})

    assert abs(after - 1.0) <= abs(strength - 1.0) + ROUNDING


# readiness_next


def test_usual_money_for_the_usual_force_keeps_its_readiness():
    assert readiness_next(**BARRACKS) == 1.0


def test_four_times_the_money_doubles_the_goal_and_a_tenth_of_the_gap_closes():
    assert readiness_next(**BARRACKS | {"running_ratio": 4.0}) == pytest.approx(1.1)


def test_a_force_that_grows_with_its_running_costs_stays_as_ready():
    assert readiness_next(**BARRACKS | {"running_ratio": 2.0, "strength": 2.0}) == 1.0


@pytest.mark.parametrize(
    ("running_ratio", "readiness"), [(0.0, 0.95), (100.0, 1.1)], ids=["no money", "plenty"]
)
def test_readiness_heads_for_half_at_worst_and_double_at_best(running_ratio, readiness):
    after = readiness_next(**BARRACKS | {"running_ratio": running_ratio})

    assert after == pytest.approx(readiness)


def test_without_forces_there_is_nothing_to_make_ready():
    assert readiness_next(**BARRACKS | {"readiness": 0.7, "strength": 0.0}) == 0.7


@given(
    money=pairs_of_ratios,
    strength=ratios,
    readiness=st.floats(0.5, 2.0),
    power_of_money=st.floats(0.0, 0.6),
    rate=st.floats(0.0, 2.0),
)
def test_more_running_costs_never_lower_readiness(money, strength, readiness, power_of_money, rate):
    case = {
        "readiness": readiness,
        "strength": strength,
        "power_of_money": power_of_money,
        "rate": rate,
    }

    less, more = (readiness_next(**case | {"running_ratio": ratio}) for ratio in money)

    assert 0.5 - ROUNDING <= less <= more + ROUNDING
    assert more <= 2.0 + ROUNDING


@given(sizes=pairs_of_ratios)
def test_a_larger_force_on_the_same_running_costs_is_never_readier(sizes):
    small, large = (readiness_next(**BARRACKS | {"strength": size}) for size in sizes)

    assert large <= small + ROUNDING
