"""Does the council's compromise give what the published table of ten actors comes to?"""

import pytest

from sim.validation.bargaining import (
    ACTORS,
    WEIGHTED_MEAN,
    WEIGHTED_MEDIAN,
    Actor,
    compromise,
    expected_utility,
)


def test_the_compromise_of_ten_actors_is_their_weighted_mean():
    assert round(compromise(), 5) == WEIGHTED_MEAN == 7.38996


def test_expected_utility_is_the_weighted_median():
    assert expected_utility() == WEIGHTED_MEDIAN == 7.0


def test_by_hand():
    """Two actors of the same weight meet half-way; a heavier one decides the vote alone."""
    pair = (Actor("a", 1.0, 2.0, 0.5), Actor("b", 0.5, 6.0, 1.0))
    heavy = (Actor("a", 1.0, 2.0, 1.0), Actor("b", 0.4, 6.0, 1.0))

    assert compromise(pair) == pytest.approx(4.0)
    assert compromise(heavy) == pytest.approx((2.0 + 0.4 * 6.0) / 1.4)
    assert expected_utility(heavy) == 2.0


def test_the_order_of_the_actors_changes_nothing():
    assert compromise(ACTORS[::-1]) == pytest.approx(compromise())
    assert expected_utility(ACTORS[::-1]) == expected_utility()
