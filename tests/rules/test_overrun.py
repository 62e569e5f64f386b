"""Do more days, more brigades and more in the way ever let a capital fall sooner?"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import load_parameters
from sim.rules.overrun import arrived_share, force_by_day, hours_to_capital

ROUNDING = 1e-9
shares = st.floats(0.0, 1.0)
days = st.floats(0.0, 90.0)
pairs_of_days = st.tuples(days, days).map(sorted)
margins = st.floats(0.0, 3.0)
pairs_of_margins = st.tuples(margins, margins).map(sorted)
pairs_of_shares = st.tuples(shares, shares).map(sorted)


def test_half_of_the_others_come_in_the_half_time():
    assert arrived_share(days=10.0, in_place=0.2, half_time_days=10.0) == pytest.approx(0.6)


def test_on_the_first_day_only_those_in_place_are_there():
    assert arrived_share(days=0.0, in_place=0.2, half_time_days=10.0) == 0.2


@pytest.mark.parametrize(
    ("day", "there"), [(-3.0, 0.2), (20.0, 0.8), (1e6, 1.0)], ids=["before", "twice", "at last"]
)
def test_those_in_place_are_there_before_the_warning_and_all_in_the_end(day, there):
    assert arrived_share(day, in_place=0.2, half_time_days=10.0) == pytest.approx(there)


@given(time=days, in_place=pairs_of_shares, half_time=st.floats(1.0, 40.0))
def test_more_brigades_in_place_never_leave_fewer_there(time, in_place, half_time):
    few, many = (arrived_share(time, part, half_time) for part in in_place)

    assert few <= many + ROUNDING


@given(time=days, in_place=shares, half_times=st.tuples(days, days).map(sorted))
def test_slower_brigades_are_never_there_sooner(time, in_place, half_times):
    quick, slow = (arrived_share(time, in_place, 1 + half_time) for half_time in half_times)

    assert slow <= quick + ROUNDING


@given(time=pairs_of_days, in_place=shares, half_time=st.floats(1.0, 40.0))
def test_more_days_never_bring_fewer_brigades(time, in_place, half_time):
    early, late = (arrived_share(t, in_place, half_time) for t in time)

    assert in_place <= early + ROUNDING
    assert early <= late + ROUNDING
    assert late <= 1 + ROUNDING


def test_a_light_brigade_counts_half_of_a_heavy_one_here():
    force = force_by_day(20.0, 0.5, 0.5, heavy_there=0.25, light_there=0.5)

    assert force == 5.0


@pytest.mark.parametrize(
    ("heavy_there", "light_there", "force"),
    [(0.0, 0.0, 0.0), (1.0, 0.0, 15.0), (0.0, 1.0, 2.5), (1.0, 1.0, 17.5)],
    ids=["nobody", "heavy alone", "light alone", "all"],
)
def test_three_heavy_brigades_in_four_and_light_ones_at_half_worth(heavy_there, light_there, force):
    assert force_by_day(20.0, 0.75, 0.5, heavy_there, light_there) == force


@given(light=pairs_of_shares, heavy=shares, weight=shares)
def test_more_light_brigades_there_never_mean_less_force(light, heavy, weight):
    few, many = (force_by_day(20.0, 0.6, weight, heavy, there) for there in light)

    assert 0 <= few <= many <= 20 + ROUNDING


@given(heavy=pairs_of_shares, light=shares, brigades=st.floats(0.0, 100.0))
def test_more_heavy_brigades_there_never_mean_less_force(heavy, light, brigades):
    few, many = (force_by_day(brigades, 0.6, 0.4, heavy_there=h, light_there=light) for h in heavy)

    assert few <= many


@pytest.mark.parametrize(
    ("margin", "hours"),
    [(0.0, 40.0), (0.5, 80.0), (17 / 18, 720.0), (1.0, 720.0), (2.0, 720.0)],
    ids=["nothing there", "half of it", "at the ceiling", "enough", "more than enough"],
)
def test_the_march_takes_longer_the_more_is_in_its_way(margin, hours):
    assert hours_to_capital(40.0, margin, ceiling_hours=720.0) == pytest.approx(hours)


@given(margin=pairs_of_margins)
def test_more_in_the_way_never_lets_a_capital_fall_sooner(margin):
    less, more = (hours_to_capital(40.0, m, ceiling_hours=720.0) for m in margin)

    assert 40 <= less <= more <= 720


@given(march=st.floats(24.0, 60.0), margin=st.floats(1.0, 5.0), ceiling=st.floats(100.0, 2000.0))
def test_where_enough_stands_in_the_way_the_hours_stay_at_their_ceiling(march, margin, ceiling):
    assert hours_to_capital(march, margin, ceiling) == ceiling


@given(marches=st.tuples(st.floats(24.0, 60.0), st.floats(24.0, 60.0)).map(sorted), margin=margins)
def test_a_slower_march_never_reaches_a_capital_sooner(marches, margin):
    quick, slow = (hours_to_capital(march, margin, ceiling_hours=720.0) for march in marches)

    assert quick <= slow


@pytest.mark.parametrize("margin", [0.0, 0.15, 0.3, 0.5])
def test_against_light_forces_a_capital_is_reached_in_the_published_time(margin):
    """T33: 36 to 60 hours against the posture of 2014 and 2015, met within 30 to 80."""
    march = load_parameters()["march_hours"].prior.a

    assert 30 <= hours_to_capital(march, margin, ceiling_hours=720.0) <= 80


def test_the_light_forces_of_2014_alone_are_such_a_margin():
    """Twelve battalions, four brigades of which none is heavy, over what RAND counts as enough."""
    rows = load_parameters()
    light = 4 * rows["light_brigade_weight"].prior.a

    margin = light / rows["sudden_required_brigades"].prior.a

    assert 30 <= hours_to_capital(rows["march_hours"].prior.a, margin, 720.0) <= 80
    assert not math.isclose(margin, 0.0)
