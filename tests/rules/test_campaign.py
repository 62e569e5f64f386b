"""Does a war over Taiwan pull, take and cost what the rules say, and give it back in time?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.campaign import (
    balance_after,
    gdp_loss,
    half_life_left,
    held_back_share,
    home_loss,
    loss_so_far,
    lost_of_pulled,
    pull_saturation,
    pulled_share,
    trade_break,
)

ROUNDING = 1e-12
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
days = st.floats(0.0, 2_000.0)
switches = st.sampled_from([0, 1])
half_times = st.floats(1.0, 400.0)

SHOCK = {
    "trade_taiwan": 0.01,
    "trade_china": 0.05,
    "chip_effect": 1.0,
    "trade_effect": 1.0,
    "financial_share": 0.04,
    "scale": 1.0,
    "trade_broken": 1.0,
}
JOINER = {"scale": 0.5, "sanctions": 1, "sanctioned_share": 0.4, "abstainer_relief": 0.3}
ABSTAINER = JOINER | {"sanctions": 0}
AT_HOME = {"full_loss": 0.2, "scale": 0.5, "sanctions_bite": 0.06, "joined": 0.5}


# pull_saturation


@pytest.mark.parametrize(
    ("days_passed", "part"), [(0.0, 0.0), (21.0, 0.5), (42.0, 0.75), (63.0, 0.875)]
)
def test_half_of_what_is_left_of_the_pull_comes_in_each_half_time(days_passed, part):
    assert pull_saturation(days_passed, 21.0) == pytest.approx(part)


def test_nothing_is_pulled_before_us_forces_move():
    assert pull_saturation(-5.0, 21.0) == 0.0


@given(passed=st.tuples(days, days).map(sorted), half_time_days=half_times)
def test_the_pull_never_slackens_while_it_lasts(passed, half_time_days):
    sooner, later = (pull_saturation(day, half_time_days) for day in passed)

    assert 0.0 <= sooner <= later + ROUNDING
    assert later <= 1.0


@given(day=days, half_times=st.tuples(half_times, half_times).map(sorted))
def test_a_longer_half_time_never_pulls_sooner(day, half_times):
    quick, slow = (pull_saturation(day, half_time) for half_time in half_times)

    assert slow <= quick + ROUNDING


# pulled_share


def test_half_the_effort_and_half_the_time_pull_a_quarter_of_the_full_draw():
    assert pulled_share(0.6, 0.5, 0.5) == pytest.approx(0.15)


@pytest.mark.parametrize(
    ("drawn_share", "intensity", "saturation", "share"),
    [(0.0, 1.0, 1.0, 0.0), (0.6, 0.0, 1.0, 0.0), (0.6, 1.0, 0.0, 0.0), (0.6, 1.0, 1.0, 0.6)],
    ids=["not fungible", "no effort", "first day", "full war"],
)
def test_the_pull_runs_from_nothing_to_the_full_draw(drawn_share, intensity, saturation, share):
    assert pulled_share(drawn_share, intensity, saturation) == share


def test_no_more_than_everything_can_be_pulled():
    assert pulled_share(0.9, 2.0, 1.0) == 1.0


@given(draws=pairs_of_shares, intensity=shares, saturation=shares)
def test_a_more_fungible_class_is_never_pulled_less(draws, intensity, saturation):
    less, more = (pulled_share(drawn, intensity, saturation) for drawn in draws)

    assert 0.0 <= less <= more <= draws[1]


# half_life_left


@pytest.mark.parametrize(("time", "left"), [(0.0, 1.0), (1.5, 0.5), (3.0, 0.25), (4.5, 0.125)])
def test_half_is_gone_after_each_half_time(time, left):
    assert half_life_left(time, 1.5) == pytest.approx(left)


@given(times=st.tuples(days, days).map(sorted), half_time=half_times)
def test_what_is_gone_does_not_come_back(times, half_time):
    sooner, later = (half_life_left(time, half_time) for time in times)

    assert 0.0 <= later <= sooner + ROUNDING
    assert sooner <= 1.0


@given(time=days, half_time=half_times)
def test_what_is_left_and_what_is_pulled_make_a_whole(time, half_time):
    whole = half_life_left(time, half_time) + pull_saturation(time, half_time)

    assert whole == pytest.approx(1.0)


# held_back_share, lost_of_pulled


def test_a_wholly_committed_us_leaves_half_of_the_effect_to_a_europe_that_lacks_half():
    assert held_back_share(commitment=1.0, deficit=0.5, effect=0.2) == 0.1


@pytest.mark.parametrize(
    ("commitment", "deficit", "effect", "share"),
    [
        (0.5, 0.5, 0.2, 0.05),
        (0.0, 1.0, 1.0, 0.0),
        (1.0, 0.0, 1.0, 0.0),
        (1.0, 1.0, 0.0, 0.0),
        (1.0, 1.0, 1.0, 1.0),
    ],
    ids=["half committed", "not committed", "nothing missing", "no effect", "everything"],
)
def test_what_is_held_back_runs_from_nothing_to_everything(commitment, deficit, effect, share):
    assert held_back_share(commitment, deficit, effect) == pytest.approx(share)


def test_no_more_than_everything_is_held_back():
    assert held_back_share(commitment=1.0, deficit=1.0, effect=1.5) == 1.0


@given(commitment=pairs_of_shares, deficit=shares, effect=shares)
def test_a_more_committed_us_never_holds_less_back(commitment, deficit, effect):
    less, more = (held_back_share(c, deficit, effect) for c in commitment)

    assert less <= more


@given(commitment=shares, deficit=pairs_of_shares, effect=shares)
def test_a_stronger_europe_never_holds_more_us_forces_back(commitment, deficit, effect):
    strong, weak = (held_back_share(commitment, d, effect) for d in deficit)

    assert 0 <= strong <= weak <= 1


@pytest.mark.parametrize(
    ("start", "left", "lost"),
    [
        (400.0, 100.0, 0.75),
        (1.0, 0.25, 0.75),
        (400.0, 0.0, 1.0),
        (400.0, 400.0, 0.0),
        (400.0, 500.0, 0.0),
        (0.0, 0.0, 0.3),
    ],
    ids=["most", "most of one", "all", "none", "more than at first", "nothing was there"],
)
def test_what_was_pulled_shares_the_fate_of_the_theatre(start, left, lost):
    assert lost_of_pulled(start, left, otherwise=0.3) == lost


@given(start=st.floats(1.0, 2_000.0), parts=pairs_of_shares)
def test_the_more_is_left_of_the_theatre_the_less_of_what_was_pulled_is_lost(start, parts):
    few, many = (lost_of_pulled(start, part * start, otherwise=0.3) for part in parts)

    assert 0 <= many <= few <= 1


# a longer war


@given(time=st.tuples(days, days).map(sorted), half_time=half_times, drawn=shares)
def test_a_longer_war_never_leaves_more_in_europe(time, half_time, drawn):
    short, long = (pulled_share(drawn, 1.0, pull_saturation(t, half_time)) for t in time)

    assert short <= long


# loss_so_far, balance_after


@pytest.mark.parametrize(("time", "part"), [(0.0, 0.2), (182.5, 0.6), (365.0, 1.0), (900.0, 1.0)])
def test_a_part_of_the_loss_falls_at_once_and_the_rest_over_a_year(time, part):
    assert loss_so_far(time, floor_share=0.2) == pytest.approx(part)


@given(time=st.tuples(days, days).map(sorted), floor=shares)
def test_a_longer_blockade_never_costs_less(time, floor):
    short, long = (loss_so_far(t, floor) for t in time)

    assert floor <= short + ROUNDING
    assert short <= long + ROUNDING
    assert long <= 1 + ROUNDING


def test_equal_losses_leave_the_balance_and_greater_ones_turn_it():
    assert balance_after(0.5, 0.5, effect=0.3) == 0.0
    assert balance_after(1.0, 0.0, effect=0.3) == pytest.approx(0.3)
    assert balance_after(0.0, 1.0, effect=0.3) == pytest.approx(-0.3)


@given(own=shares, china=pairs_of_shares, effect=shares)
def test_losses_of_china_never_turn_the_balance_to_china(own, china, effect):
    light, heavy = (balance_after(own, c, effect) for c in china)

    assert -effect <= heavy <= light <= effect


@given(time=st.floats(365.0, 2_000.0), floor=shares)
def test_from_a_year_on_the_whole_loss_has_fallen(time, floor):
    assert loss_so_far(time, floor) == pytest.approx(1.0)


@given(own=pairs_of_shares, china=shares, effect=shares)
def test_losses_of_its_own_never_turn_the_balance_to_the_us(own, china, effect):
    light, heavy = (balance_after(o, china, effect) for o in own)

    assert light <= heavy


# trade_break


def test_sanctions_break_four_tenths_of_the_half_that_the_fighting_left():
    assert trade_break(**JOINER) == pytest.approx(0.7)


def test_an_abstainer_is_spared_three_tenths_of_the_half_that_the_others_lose():
    assert trade_break(**ABSTAINER) == pytest.approx(0.35)


@pytest.mark.parametrize("sanctions", [0, 1], ids=["abstains", "joins"])
@pytest.mark.parametrize("scale", [0.0, 0.4, 1.0])
def test_where_sanctions_break_nothing_and_nobody_is_spared_the_fighting_counts(scale, sanctions):
    case = {"sanctioned_share": 0.0, "abstainer_relief": 0.0}

    assert trade_break(scale=scale, sanctions=sanctions, **case) == scale


def test_an_invasion_breaks_all_trade_of_those_who_join():
    assert trade_break(**JOINER | {"scale": 1.0}) == 1.0


def test_without_any_fighting_an_abstainer_loses_no_trade():
    assert trade_break(**ABSTAINER | {"scale": 0.0}) == 0.0


def test_sanctions_and_the_answer_to_them_break_no_more_than_everything():
    assert trade_break(**JOINER | {"sanctioned_share": 1.3}) == 1.0


@given(
    name=st.sampled_from(["scale", "sanctioned_share"]),
    values=pairs_of_shares,
    sanctions=switches,
    relief=shares,
)
def test_more_fighting_and_harsher_sanctions_never_break_less(name, values, sanctions, relief):
    case = JOINER | {"sanctions": sanctions, "abstainer_relief": relief}

    less, more = (trade_break(**case | {name: value}) for value in values)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= 1.0 + ROUNDING


@given(scale=shares, sanctioned=shares, relief=shares)
def test_who_abstains_never_loses_more_trade_than_who_joins(scale, sanctioned, relief):
    case = {"scale": scale, "sanctioned_share": sanctioned, "abstainer_relief": relief}

    assert trade_break(**case, sanctions=0) <= trade_break(**case, sanctions=1)


# home_loss


def test_half_a_war_and_sanctions_by_half_cost_china_eleven_and_a_half_percent():
    # 0.2 x 0.5 + (1 - 0.5) x 0.06 x 0.5
    assert home_loss(**AT_HOME) == pytest.approx(0.115)


@pytest.mark.parametrize("joined", [0.0, 0.5, 1.0])
def test_the_published_loss_in_a_war_has_sanctions_in_it_already(joined):
    assert home_loss(**AT_HOME | {"scale": 1.0, "joined": joined}) == 0.2


@pytest.mark.parametrize(("joined", "loss"), [(0.0, 0.0), (0.5, 0.03), (1.0, 0.06)])
def test_where_nothing_is_fought_over_sanctions_alone_bite(joined, loss):
    assert home_loss(**AT_HOME | {"scale": 0.0, "joined": joined}) == loss


@given(
    name=st.sampled_from(["full_loss", "sanctions_bite", "joined"]),
    values=pairs_of_shares,
    scale=shares,
)
def test_no_war_and_no_sanctions_make_china_richer(name, values, scale):
    less, more = (home_loss(**AT_HOME | {"scale": scale, name: value}) for value in values)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= 1.0 + ROUNDING


# gdp_loss


def test_chips_trade_and_finance_add_up_to_a_tenth_of_gdp():
    assert gdp_loss(**SHOCK) == pytest.approx(0.1)


def test_an_economy_without_trade_bears_the_financial_shock_only():
    assert gdp_loss(**SHOCK | {"trade_taiwan": 0.0, "trade_china": 0.0}) == 0.04


def test_half_an_invasion_with_sanctions_costs_half_of_chips_and_finance_and_more_of_trade():
    # 0.5 x (0.01 + 0.04) + 0.8 x 0.05
    assert gdp_loss(**SHOCK | {"scale": 0.5, "trade_broken": 0.8}) == pytest.approx(0.065)


@pytest.mark.parametrize(
    ("case", "loss"),
    [
        ({"scale": 0.0}, 0.08),
        ({"trade_broken": 0.0}, 0.05),
        ({"scale": 0.0, "trade_broken": 0.0}, 0),
    ],
    ids=["trade only", "chips and finance only", "neither"],
)
def test_chips_and_finance_follow_the_fighting_and_trade_what_is_broken(case, loss):
    trader = SHOCK | {"trade_china": 0.08}

    assert gdp_loss(**trader | case) == pytest.approx(loss)


@pytest.mark.parametrize(
    ("case", "loss"),
    [({"trade_china": 5.0}, 1.0), ({"financial_share": -1.0}, 0.0)],
    ids=["everything", "nothing"],
)
def test_a_loss_lies_between_nothing_and_everything(case, loss):
    assert gdp_loss(**SHOCK | case) == loss


@given(
    channel=st.sampled_from(sorted(SHOCK)),
    values=pairs_of_shares,
    exposure=st.floats(0.0, 0.3),
)
def test_no_channel_makes_a_war_cheaper(channel, values, exposure):
    case = SHOCK | {"trade_china": exposure}

    less, more = (gdp_loss(**case | {channel: value}) for value in values)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= 1.0
