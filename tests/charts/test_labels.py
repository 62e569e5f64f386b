"""Labels never cover one another and stay near what they name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.charts.labels import broken, spread_out

places = st.lists(st.floats(0, 1), min_size=1, max_size=6)


@given(places)
def test_no_two_labels_are_closer_than_the_gap(wanted):
    placed = sorted(spread_out(wanted, gap=0.1, low=0.0, high=1.0))

    assert all(upper - lower >= 0.1 - 1e-9 for lower, upper in pairwise(placed))


@given(places)
def test_labels_stay_within_bounds(wanted):
    assert all(-1e-9 <= at <= 1 + 1e-9 for at in spread_out(wanted, gap=0.1, low=0.0, high=1.0))


def test_labels_with_room_stay_where_they_are():
    placed = spread_out([0.1, 0.9, 0.5], gap=0.1, low=0.0, high=1.0)

    assert placed == pytest.approx([0.1, 0.9, 0.5])


def test_a_long_name_is_cut_and_says_so():
    assert broken("a very long name of a path that never ends", 12, lines=2).endswith("...")
