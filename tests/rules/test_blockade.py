"""Do trips, hunters, mines and nerves follow threat and cover?"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.blockade import (
    mines_next,
    rising_chance,
    trip_loss,
    weekly_loss,
    willing_share,
)

shares = st.floats(0.0, 1.0)
ratios = st.floats(0.0, 10.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
pairs_of_ratios = st.tuples(ratios, ratios).map(sorted)


def test_a_threat_of_the_log_of_two_takes_every_second_trip_and_cover_halves_it():
    assert trip_loss(threat=math.log(2), cover=0.0) == pytest.approx(0.5)
    assert trip_loss(threat=2 * math.log(2), cover=1.0) == pytest.approx(0.5)


def test_without_a_threat_nobody_is_lost():
    assert trip_loss(threat=0.0, cover=0.0) == 0.0


@given(threat=pairs_of_ratios, cover=ratios)
def test_a_graver_threat_never_takes_fewer(threat, cover):
    mild, grave = (trip_loss(threat=t, cover=cover) for t in threat)

    assert 0 <= mild <= grave <= 1


@given(threat=ratios, cover=pairs_of_ratios)
def test_better_cover_never_costs_more(threat, cover):
    little, much = (trip_loss(threat=threat, cover=c) for c in cover)

    assert much <= little


def test_cover_brings_back_half_of_those_who_stay_away():
    assert willing_share(floor=0.5, cover=1.0) == 0.75
    assert willing_share(floor=0.2, cover=0.0) == 0.2


@given(floor=shares, cover=pairs_of_ratios)
def test_better_cover_never_keeps_ships_at_home(floor, cover):
    little, much = (willing_share(floor=floor, cover=c) for c in cover)

    assert floor <= little + 1e-12
    assert little <= much + 1e-12
    assert much <= 1


@pytest.mark.parametrize(
    ("laid", "swept", "left"), [(0.5, 0.25, 0.625), (0.0, 0.0, 0.5), (1.0, 0.0, 1.0)]
)
def test_half_of_the_mines_are_laid_anew_and_cleared(laid, swept, left):
    assert mines_next(mines=0.5, laid=laid, swept=swept) == left


@pytest.mark.parametrize(
    ("mines", "laid", "swept", "left"),
    [(0.25, 0.5, 0.0, 0.625), (0.75, 0.0, 1.0, 0.0), (0.0, 0.25, 1.0, 0.25), (1.0, 1.0, 0.0, 1.0)],
    ids=["half of the gap", "all swept", "laid from nothing", "no gap to lay"],
)
def test_mines_are_laid_in_the_gap_and_swept_where_they_lie(mines, laid, swept, left):
    assert mines_next(mines=mines, laid=laid, swept=swept) == left


@given(mines=shares, laid=pairs_of_shares, swept=shares)
def test_laying_more_never_leaves_fewer_mines(mines, laid, swept):
    few, many = (mines_next(mines=mines, laid=part, swept=swept) for part in laid)

    assert few <= many + 1e-12


@given(mines=shares, laid=shares, swept=pairs_of_shares)
def test_sweeping_more_never_leaves_more_mines(mines, laid, swept):
    idle, busy = (mines_next(mines=mines, laid=laid, swept=part) for part in swept)

    assert busy <= idle + 1e-12


@given(mines=shares, laid=shares, swept=shares)
def test_there_are_never_more_mines_than_were_laid_or_fewer_than_none(mines, laid, swept):
    assert 0 <= mines_next(mines=mines, laid=laid, swept=swept) <= 1


def test_at_a_rate_of_the_log_of_two_half_is_lost_in_a_week():
    assert weekly_loss(units=10.0, rate=math.log(2), pressure=1.0) == pytest.approx(5.0)


@pytest.mark.parametrize(("pressure", "lost"), [(0.0, 0.0), (2.0, 7.5), (1e6, 10.0)])
def test_twice_the_pressure_takes_half_of_what_the_first_half_left(pressure, lost):
    assert weekly_loss(units=10.0, rate=math.log(2), pressure=pressure) == pytest.approx(lost)


@given(units=st.floats(0.0, 500.0), rate=shares, pressure=pairs_of_ratios)
def test_more_pressure_never_destroys_less_and_never_more_than_there_is(units, rate, pressure):
    mild, strong = (weekly_loss(units=units, rate=rate, pressure=x) for x in pressure)

    assert 0 <= mild <= strong <= units


@pytest.mark.parametrize(("strain", "chance"), [(0.0, 0.0), (0.5, 0.1), (9.0, 1.0)])
def test_the_chance_to_rise_grows_with_the_strain(strain, chance):
    assert rising_chance(rate=0.2, strain=strain) == pytest.approx(chance)


@given(rate=shares, strain=pairs_of_ratios)
def test_more_strain_never_lowers_the_chance(rate, strain):
    calm, strained = (rising_chance(rate=rate, strain=s) for s in strain)

    assert 0 <= calm <= strained <= 1
