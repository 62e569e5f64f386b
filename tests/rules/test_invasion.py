"""Do lift, supply, battle and ports go the way of the stronger?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.invasion import (
    battalions_lost,
    fleet_left_share,
    landed,
    lift,
    ports_next,
    supply,
)

amounts = st.floats(0.0, 300.0)
pairs_of_amounts = st.tuples(amounts, amounts).map(sorted)
rates = st.floats(0.0, 1.0)


def test_lift_adds_up_ships_air_and_ports():
    loads = lift(ships=80.0, per_ship=0.125, by_air=1.0, ports=2.0, per_port=2.0)

    assert loads == 15.0


@given(ships=pairs_of_amounts, ports=st.floats(0.0, 8.0))
def test_more_ships_never_lift_less(ships, ports):
    few, many = (lift(ships=n, per_ship=0.2, by_air=1.0, ports=ports, per_port=1.0) for n in ships)

    assert few <= many


@pytest.mark.parametrize(("loads", "supplied"), [(0.0, 0.0), (1.0, 0.5), (2.0, 1.0), (9.0, 1.0)])
def test_ten_battalions_that_need_two_loads_are_supplied_as_far_as_they_come(loads, supplied):
    assert supply(loads=loads, ashore=10.0, need=0.2) == supplied


def test_nobody_ashore_lacks_nothing():
    assert supply(loads=0.0, ashore=0.0, need=0.2) == 1.0


@pytest.mark.parametrize(
    ("loads", "waiting", "fresh"), [(6.0, 100.0, 4.0), (1.0, 100.0, 0.0), (60.0, 5.0, 5.0)]
)
def test_what_supply_leaves_brings_fresh_battalions_as_long_as_any_wait(loads, waiting, fresh):
    assert landed(loads=loads, ashore=10.0, need=0.2, waiting=waiting) == fresh


@given(loads=pairs_of_amounts, ashore=amounts, waiting=amounts)
def test_more_lift_never_lands_less_and_never_more_than_wait(loads, ashore, waiting):
    few, many = (landed(loads=n, ashore=ashore, need=0.2, waiting=waiting) for n in loads)

    assert 0 <= few <= many <= waiting


def test_twenty_enemies_at_a_twentieth_destroy_one():
    assert battalions_lost(own=10.0, enemy=20.0, per_enemy=0.05, worth=1.0) == 1.0


@given(own=amounts, enemy=pairs_of_amounts, per_enemy=rates, worth=st.floats(0.0, 2.0))
def test_a_stronger_enemy_never_destroys_less_and_never_more_than_there_is(
    own, enemy, per_enemy, worth
):
    weak, strong = (
        battalions_lost(own=own, enemy=n, per_enemy=per_enemy, worth=worth) for n in enemy
    )

    assert 0 <= weak <= strong <= own


@pytest.mark.parametrize(
    ("held", "ratio", "after"),
    [(1.0, 1.5, 1.5), (1.0, 1.0, 1.0), (1.0, 0.0, 0.0), (7.5, 9.0, 8.0)],
    ids=["outnumbered", "even", "nobody left", "no more than there are"],
)
def test_ports_fall_to_the_side_that_outnumbers_the_other(held, ratio, after):
    assert ports_next(held=held, ratio=ratio, rate=1.0, limit=8.0) == after


@given(held=st.floats(0.0, 8.0), ratio=st.tuples(amounts, amounts).map(sorted), rate=rates)
def test_a_better_ratio_never_holds_fewer_ports(held, ratio, rate):
    worse, better = (ports_next(held=held, ratio=r, rate=rate, limit=8.0) for r in ratio)

    assert 0 <= worse <= better <= 8


@pytest.mark.parametrize(("afloat", "left"), [(0.0, 0.0), (24.0, 0.25), (96.0, 1.0)])
def test_the_fleet_is_counted_against_the_first_day(afloat, left):
    assert fleet_left_share(afloat=afloat, start=96.0) == left


def test_no_fleet_at_all_is_a_fleet_that_is_gone():
    assert fleet_left_share(afloat=0.0, start=0.0) == 0.0
