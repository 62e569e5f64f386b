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
forces_ashore = st.floats(0.0, 300.0, allow_subnormal=False)


def test_lift_adds_up_ships_air_and_ports():
    loads = lift(ships=80.0, per_ship=0.125, by_air=1.0, ports=2.0, per_port=2.0)

    assert loads == 15.0


@given(ships=pairs_of_amounts, ports=st.floats(0.0, 8.0))
def test_more_ships_never_lift_less(ships, ports):
    few, many = (lift(ships=n, per_ship=0.2, by_air=1.0, ports=ports, per_port=1.0) for n in ships)

    assert few <= many


@given(ports=st.tuples(amounts, amounts).map(sorted), ships=amounts)
def test_more_ports_never_lift_less(ports, ships):
    few, many = (lift(ships=ships, per_ship=0.2, by_air=1.0, ports=n, per_port=1.0) for n in ports)

    assert 1 <= few <= many


def test_without_ships_and_ports_what_comes_by_air_is_all():
    assert lift(ships=0.0, per_ship=0.125, by_air=1.5, ports=0.0, per_port=2.0) == 1.5


@pytest.mark.parametrize(("loads", "supplied"), [(0.0, 0.0), (1.0, 0.5), (2.0, 1.0), (9.0, 1.0)])
def test_ten_battalions_that_need_two_loads_are_supplied_as_far_as_they_come(loads, supplied):
    assert supply(loads=loads, ashore=10.0, need=0.2) == supplied


def test_a_single_battalion_that_gets_half_of_its_need_is_half_supplied():
    assert supply(loads=0.125, ashore=1.0, need=0.25) == 0.5


@given(loads=pairs_of_amounts, ashore=forces_ashore, need=st.floats(0.05, 1.0))
def test_more_lift_never_supplies_less(loads, ashore, need):
    less, more = (supply(loads=n, ashore=ashore, need=need) for n in loads)

    assert 0 <= less <= more <= 1


@given(
    loads=amounts,
    ashore=st.tuples(forces_ashore, forces_ashore).map(sorted),
    need=st.floats(0.05, 1.0),
)
def test_more_battalions_ashore_are_never_supplied_better(loads, ashore, need):
    few, many = (supply(loads=loads, ashore=n, need=need) for n in ashore)

    assert many <= few


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


@pytest.mark.parametrize(
    ("own", "enemy", "worth", "lost"),
    [
        (10.0, 20.0, 1.0, 1.0),
        (10.0, 30.0, 0.5, 0.75),
        (10.0, 0.0, 1.0, 0.0),
        (10.0, 20.0, 0.0, 0.0),
        (0.5, 20.0, 1.0, 0.5),
    ],
    ids=[
        "twenty",
        "thirty of half worth",
        "no enemy",
        "unsupplied enemy",
        "no more than there are",
    ],
)
def test_an_enemy_battalion_of_full_worth_destroys_a_twentieth(own, enemy, worth, lost):
    assert battalions_lost(own, enemy, per_enemy=0.05, worth=worth) == lost


@given(own=amounts, enemy=amounts, worth=st.tuples(rates, rates).map(sorted))
def test_an_enemy_worth_more_never_destroys_less(own, enemy, worth):
    poor, good = (battalions_lost(own, enemy, per_enemy=0.05, worth=w) for w in worth)

    assert poor <= good


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


@pytest.mark.parametrize(
    ("ratio", "after"),
    [(0.0, 1.5), (0.5, 1.75), (2.0, 2.5), (3.0, 3.0), (9.0, 3.0)],
    ids=["nobody left", "outnumbered", "two to one", "three to one", "more adds nothing"],
)
def test_ports_change_hands_at_the_rate_and_at_most_at_twice_the_rate(ratio, after):
    assert ports_next(held=2.0, ratio=ratio, rate=0.5, limit=8.0) == after


@given(held=st.floats(0.0, 8.0), ratio=st.tuples(amounts, amounts).map(sorted), rate=rates)
def test_a_better_ratio_never_holds_fewer_ports(held, ratio, rate):
    worse, better = (ports_next(held=held, ratio=r, rate=rate, limit=8.0) for r in ratio)

    assert 0 <= worse <= better <= 8


@pytest.mark.parametrize(("afloat", "left"), [(0.0, 0.0), (24.0, 0.25), (96.0, 1.0)])
def test_the_fleet_is_counted_against_the_first_day(afloat, left):
    assert fleet_left_share(afloat=afloat, start=96.0) == left


def test_half_a_ship_of_one_is_half_of_the_fleet():
    assert fleet_left_share(afloat=0.5, start=1.0) == 0.5


@given(start=st.floats(1.0, 300.0), parts=st.tuples(rates, rates).map(sorted))
def test_the_more_ships_are_afloat_the_more_of_the_fleet_is_left(start, parts):
    less, more = (fleet_left_share(afloat=part * start, start=start) for part in parts)

    assert 0 <= less <= more <= 1


def test_no_fleet_at_all_is_a_fleet_that_is_gone():
    assert fleet_left_share(afloat=0.0, start=0.0) == 0.0
