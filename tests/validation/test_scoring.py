"""Are forecasts marked as a hand would mark them?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.validation.hindcast import Outcome
from sim.validation.scoring import Forecast, counts, crps, marks, root_mean_square

YEARS = (2014, 2015, 2016)
TRUE = np.array([[0.010, 0.030], [0.012, 0.030], [0.022, 0.030]])
GDP = np.full((3, 2), 100.0)
values = st.lists(st.floats(-5, 5), min_size=1, max_size=20)


def outcome():
    return Outcome(TRUE.copy(), ("A", "A", "A"), ("AAA", "BBB"))


def forecast(shares):
    return Forecast("somebody", "-", 2014, np.array(shares), YEARS)


def test_a_perfect_forecast_has_no_error():
    found = marks(forecast([TRUE]), outcome(), GDP, YEARS[1:])

    assert (found.rmse, found.mae, found.crps) == pytest.approx((0.0, 0.0, 0.0))
    assert (found.count_rmse, found.growth_rmse) == pytest.approx((0.0, 0.0))
    assert found.cases == 4


def test_standing_still_is_marked_by_hand():
    """Errors of .2 and 1.2 points of GDP for the first country, none for the second."""
    found = marks(forecast([np.repeat(TRUE[:1], 3, axis=0)]), outcome(), GDP, YEARS[1:])

    assert found.rmse == pytest.approx(((0.04 + 1.44) / 4) ** 0.5)
    assert found.mae == pytest.approx(1.4 / 4)
    assert found.crps == pytest.approx(found.mae)
    assert found.count_rmse == pytest.approx(0.5**0.5)  # one year of two, one ally too few
    assert np.isnan(found.in_nine_tenths)


def test_growth_is_that_of_all_together():
    """Spending rises from 4 to 4.2 and then 5.2: by 5 and 23.81 %."""
    found = marks(forecast([np.repeat(TRUE[:1], 3, axis=0)]), outcome(), GDP, YEARS[1:])

    assert found.growth_rmse == pytest.approx(root_mean_square([5.0, 100 * (5.2 / 4.2 - 1)]))


def test_a_band_holds_what_lies_in_it():
    low, high = TRUE - 0.001, TRUE + 0.001
    inside = marks(forecast([low, high]), outcome(), GDP, YEARS[1:])
    outside = marks(forecast([high, high + 0.001]), outcome(), GDP, YEARS[1:])

    assert (inside.in_half, inside.in_nine_tenths) == (1.0, 1.0)
    assert (outside.in_half, outside.in_nine_tenths) == (0.0, 0.0)


def test_members_count_only_once_they_have_joined():
    known = np.array([[False, True], [True, True], [True, True]])

    found = counts(np.full((1, 3, 2), 0.02), known)

    assert found.tolist() == [[2, 3, 3]]  # the United States is one of them


@given(said=values, true=st.floats(-5, 5))
def test_the_ranked_score_is_half_the_spread_less_than_the_error(said, true):
    """Gneiting and Raftery's form, written out over all pairs."""
    away = np.mean([abs(one - true) for one in said])
    spread = np.mean([abs(a - b) for a in said for b in said])

    assert crps(np.array(said), true) == pytest.approx(away - spread / 2, abs=1e-9)


@given(said=values, true=st.floats(-5, 5))
def test_the_ranked_score_is_never_negative_nor_above_the_absolute_error(said, true):
    found = crps(np.array(said), true)

    assert -1e-9 <= found <= np.mean(np.abs(np.array(said) - true)) + 1e-9
