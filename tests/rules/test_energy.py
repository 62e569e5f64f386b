"""Does Taiwan have light as long as it has fuel?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.energy import electricity, fuel_burnt, fuel_left

ROUNDING = 1e-9
weeks = st.floats(0.0, 30.0)
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
FUELS = ("gas", "coal", "oil")
PARTS = {"gas_share": 0.27, "coal_share": 0.49, "oil_share": 0.07}
ALL_THERE = dict.fromkeys(FUELS, 1.0)


@pytest.mark.parametrize(
    ("stock", "arriving", "burnt"), [(5.0, 0.0, 1.0), (0.25, 0.5, 0.75), (0.0, 0.0, 0.0)]
)
def test_a_week_burns_a_week_of_fuel_or_what_there_is(stock, arriving, burnt):
    assert fuel_burnt(stock=stock, arriving=arriving) == burnt


@given(stock=weeks, arriving=shares)
def test_fuel_burnt_and_fuel_left_are_what_was_there_and_what_came(stock, arriving):
    burnt = fuel_burnt(stock=stock, arriving=arriving)
    left = fuel_left(stock=stock, arriving=arriving, burnt=burnt)

    assert left >= 0
    assert burnt + left == pytest.approx(stock + arriving)


def test_fuel_that_comes_and_is_not_used_stays_in_store():
    assert fuel_left(stock=5.0, arriving=0.5, burnt=1.0) == 4.5


def test_a_store_is_never_less_than_empty():
    assert fuel_left(stock=0.25, arriving=0.5, burnt=1.0) == 0.0


@given(stocks=st.tuples(weeks, weeks).map(sorted), arriving=shares)
def test_a_fuller_store_never_means_less_fuel_burnt(stocks, arriving):
    less, more = (fuel_burnt(stock=stock, arriving=arriving) for stock in stocks)

    assert 0 <= less <= more <= 1


@given(stocks=st.tuples(weeks, weeks).map(sorted), arriving=shares)
def test_a_fuller_store_is_never_emptier_a_week_later(stocks, arriving):
    less, more = (fuel_left(s, arriving, burnt=fuel_burnt(s, arriving)) for s in stocks)

    assert 0 <= less <= more + ROUNDING


@pytest.mark.parametrize(
    ("gone", "light"),
    [((), 1.0), (("gas",), 0.73), (("gas", "coal"), 0.24), (FUELS, 0.17)],
    ids=["all there", "no gas", "no gas or coal", "no fuel"],
)
def test_the_published_light_is_left_as_fuel_after_fuel_is_gone(gone, light):
    burnt = ALL_THERE | dict.fromkeys(gone, 0.0)

    assert electricity(**burnt, **PARTS) == pytest.approx(light)


@pytest.mark.parametrize(
    ("fuel", "light"), [("gas", 0.865), ("coal", 0.755), ("oil", 0.965)], ids=FUELS
)
def test_half_of_a_fuel_costs_half_of_its_part_of_the_light(fuel, light):
    assert electricity(**ALL_THERE | {fuel: 0.5}, **PARTS) == pytest.approx(light)


def test_parts_that_add_up_to_more_than_all_leave_no_less_than_darkness():
    parts = PARTS | {"gas_share": 0.6}

    assert electricity(**dict.fromkeys(FUELS, 0.0), **parts) == 0.0


@given(fuel=st.sampled_from(FUELS), amount=pairs_of_shares, others=shares)
def test_more_of_any_fuel_never_means_less_light(fuel, amount, others):
    burnt = dict.fromkeys(FUELS, others)
    less, more = (electricity(**burnt | {fuel: a}, **PARTS) for a in amount)

    assert 0 <= less <= more + ROUNDING
    assert more <= 1
