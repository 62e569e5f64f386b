"""Does a salvo do what missiles, defences and targets allow, and never more?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.salvos import (
    engaged,
    hit_on_ground,
    leakers,
    lost_in_air,
    ships_out,
    two_shot_kill,
)

ROUNDING = 1e-6
shares = st.floats(0.0, 1.0)
amounts = st.floats(0.0, 5000.0)
lucks = st.floats(-4.0, 4.0)
pairs_of_amounts = st.tuples(amounts, amounts).map(sorted)
pairs_of_shares = st.tuples(shares, shares).map(sorted)

# leakers


@pytest.mark.parametrize(("luck", "through"), [(0.0, 50.0), (2.0, 60.0), (-2.0, 40.0)])
def test_half_of_a_hundred_get_through_give_or_take_five(luck, through):
    assert leakers(fired=100.0, leak_share=0.5, luck=luck) == through


def test_nothing_fired_and_a_perfect_defence_let_nothing_through():
    assert leakers(fired=0.0, leak_share=0.5, luck=3.0) == 0.0
    assert leakers(fired=80.0, leak_share=0.0, luck=3.0) == 0.0


def test_without_a_defence_all_get_through():
    assert leakers(fired=80.0, leak_share=1.0, luck=-3.0) == 80.0


@given(fired=amounts, leak_share=shares, luck=lucks)
def test_between_none_and_all_get_through(fired, leak_share, luck):
    assert 0 <= leakers(fired=fired, leak_share=leak_share, luck=luck) <= fired


@given(fired=pairs_of_amounts, leak_share=shares, luck=lucks)
def test_a_larger_salvo_never_lets_fewer_through(fired, leak_share, luck):
    small, large = (leakers(fired=n, leak_share=leak_share, luck=luck) for n in fired)

    assert small <= large + ROUNDING


@given(fired=amounts, leak_share=pairs_of_shares, luck=lucks)
def test_a_leakier_defence_never_lets_fewer_through(fired, leak_share, luck):
    tight, leaky = (leakers(fired=fired, leak_share=q, luck=luck) for q in leak_share)

    assert tight <= leaky + ROUNDING


# ships_out


def test_five_hits_of_which_a_ship_bears_two_and_a_half_put_two_out():
    assert ships_out(hits=5.0, hits_per_kill=2.5, afloat=10.0) == 2.0


@given(hits=amounts, hits_per_kill=st.floats(0.5, 5.0), afloat=amounts)
def test_no_more_ships_are_hit_than_there_are(hits, hits_per_kill, afloat):
    assert 0 <= ships_out(hits=hits, hits_per_kill=hits_per_kill, afloat=afloat) <= afloat


@pytest.mark.parametrize(("hits", "out"), [(0.0, 0.0), (25.0, 10.0), (30.0, 10.0)])
def test_hits_put_ships_out_until_none_is_afloat(hits, out):
    assert ships_out(hits=hits, hits_per_kill=2.5, afloat=10.0) == out


@given(hits=pairs_of_amounts, hits_per_kill=st.floats(0.5, 5.0), afloat=amounts)
def test_more_hits_never_put_fewer_ships_out(hits, hits_per_kill, afloat):
    few, many = (ships_out(n, hits_per_kill, afloat) for n in hits)

    assert few <= many


# interceptors


def test_two_shots_of_seven_in_ten_stop_ninety_one_in_a_hundred():
    assert two_shot_kill(0.7) == pytest.approx(0.91)


@given(kill=pairs_of_shares)
def test_two_shots_are_never_worse_than_one(kill):
    worse, better = kill

    assert worse - ROUNDING <= two_shot_kill(worse) <= two_shot_kill(better) <= 1


@pytest.mark.parametrize("kill_share", [0.0, 1.0], ids=["never stops one", "always does"])
def test_a_second_shot_changes_nothing_where_the_first_is_useless_or_sure(kill_share):
    assert two_shot_kill(kill_share) == kill_share


@pytest.mark.parametrize(("stock", "met"), [(0.0, 0.0), (60.0, 30.0), (500.0, 100.0)])
def test_missiles_are_met_as_long_as_there_are_two_for_each(stock, met):
    assert engaged(missiles=100.0, interceptors=stock) == met


@given(missiles=amounts, interceptors=amounts)
def test_no_more_are_met_than_come_and_none_is_fired_that_is_not_there(missiles, interceptors):
    met = engaged(missiles=missiles, interceptors=interceptors)

    assert met <= missiles
    assert 2 * met <= interceptors


@given(missiles=amounts, stocks=pairs_of_amounts)
def test_more_interceptors_never_meet_fewer_missiles(missiles, stocks):
    few, many = (engaged(missiles=missiles, interceptors=stock) for stock in stocks)

    assert few <= many


# aircraft


def test_the_first_missiles_find_most_aircraft():
    assert hit_on_ground(parked=1000.0, missiles=1.0, per_missile=0.5) == pytest.approx(
        0.5, rel=1e-3
    )


@pytest.mark.parametrize(
    ("parked", "missiles", "hit"),
    [(100.0, 0.0, 0.0), (100.0, 100.0, 50.0), (100.0, 200.0, 75.0), (1.0, 1.0, 0.5)],
    ids=["no missiles", "first hundred", "second hundred", "single aircraft"],
)
def test_each_missile_finds_fewer_the_fewer_are_left(parked, missiles, hit):
    ln_2 = 0.693147180559945

    assert hit_on_ground(parked, missiles, per_missile=ln_2) == pytest.approx(hit)


def test_where_nothing_is_parked_nothing_is_hit():
    assert hit_on_ground(parked=0.0, missiles=100.0, per_missile=0.5) == 0.0


@given(parked=st.floats(0.1, 2000.0), missiles=pairs_of_amounts, per_missile=st.floats(0.0, 3.0))
def test_more_missiles_hit_more_and_never_more_than_is_parked(parked, missiles, per_missile):
    few, many = (
        hit_on_ground(parked=parked, missiles=n, per_missile=per_missile) for n in missiles
    )

    assert 0 <= few <= many + ROUNDING
    assert many <= parked


def test_for_nine_on_the_ground_one_is_lost_in_the_air():
    assert lost_in_air(on_ground=90.0, ground_share=0.9) == pytest.approx(10.0)


def test_where_all_losses_fall_on_the_ground_none_is_lost_in_the_air():
    assert lost_in_air(on_ground=90.0, ground_share=1.0) == 0.0


@given(on_ground=amounts, ground_share=st.floats(0.05, 1.0))
def test_the_share_on_the_ground_is_kept(on_ground, ground_share):
    whole = on_ground + lost_in_air(on_ground=on_ground, ground_share=ground_share)

    assert whole * ground_share == pytest.approx(on_ground)
