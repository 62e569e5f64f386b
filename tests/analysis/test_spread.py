"""Numbers are added, ranked and counted the same way everywhere."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.spread import deviation, mean, plain_sum, quantile, quantile_curves, reached

numbers = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50)


def test_the_plain_sum_is_the_sum_of_a_loop_and_not_a_compensated_one():
    assert plain_sum([0.1] * 10) == 0.9999999999999999


@given(numbers, st.floats(0, 1))
def test_a_quantile_lies_between_the_smallest_and_the_largest(values, share):
    ordered = sorted(values)

    assert ordered[0] <= quantile(ordered, share) <= ordered[-1] or len(set(ordered)) == 1


@given(numbers, st.floats(0, 1))
def test_a_quantile_agrees_with_numpy(values, share):
    ours = quantile(sorted(values), share)

    assert ours == pytest.approx(float(np.quantile(values, share)), rel=1e-9, abs=1e-6)


def test_the_quantile_of_nothing_is_nan():
    assert math.isnan(quantile([], 0.5))


def test_one_value_has_a_mean_but_no_deviation():
    assert mean([3.0]) == 3.0
    assert math.isnan(deviation([3.0]))


def test_values_never_reached_are_left_out():
    assert reached([math.nan, 1.0, math.inf]) == [1.0]


def test_curves_skip_futures_without_a_value_step_by_step():
    series = np.array([[1.0, np.nan], [3.0, 5.0]])

    assert quantile_curves(series, [0.5]).tolist() == [[2.0, 5.0]]
