"""Paths are compared future by future."""

import math

import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.compare import Verdict, compare, differ, futures_needed, half_width, summarise

values = st.lists(st.floats(-100, 100), min_size=2, max_size=30)


def test_a_path_equal_to_the_baseline_shows_no_difference():
    outcome = made_up.made_up_outcome({"status_quo": 0.0, "twin": 0.0})
    twin = {name: block[[0, 0]] for name, block in outcome.measures.items()}

    comparison = compare(made_up.replace(outcome, measures=twin), made_up.MEASURES)

    assert {d.verdict for d in comparison.differences.values()} == {Verdict.NO_DIFFERENCE}
    assert {d.mean for d in comparison.differences.values()} == {0.0}


def test_a_larger_effect_is_found_and_named_in_its_direction(outcome):
    comparison = compare(outcome, made_up.MEASURES)

    assert comparison.differences["margin_land_low", "burden_shifting"].verdict is Verdict.BETTER
    assert comparison.differences["spending", "burden_shifting"].verdict is Verdict.WORSE


def test_a_measure_without_direction_is_only_different():
    difference = differ("ships", "a", [2.0, 2.1], [1.0, 1.0], "neither")

    assert difference.verdict is Verdict.DIFFERENT
    assert math.isnan(difference.better)


def test_an_interval_around_zero_is_not_distinguishable():
    difference = differ("margin", "a", [1.0, -1.0, 1.0, -1.1], [0.0] * 4, "higher")

    assert difference.verdict is Verdict.NOT_DISTINGUISHABLE
    assert difference.futures_to_tell > 4


def test_rounding_in_the_last_digit_is_no_difference():
    difference = differ("ships", "a", [0.1 + 0.2, 5.0], [0.3, 5.0], "neither")

    assert difference.verdict is Verdict.NO_DIFFERENCE


def test_ties_count_neither_for_nor_against():
    difference = differ("margin", "a", [1.0, 0.0, -1.0, 0.0], [0.0] * 4, "lower")

    assert (difference.better, difference.worse, difference.equal) == (0.25, 0.25, 0.5)


def test_futures_that_only_one_path_reaches_are_counted_apart():
    difference = differ("years", "a", [1.0, math.nan, 3.0], [2.0, 2.0, math.nan], "lower")

    assert (difference.n, difference.only_path, difference.only_baseline) == (1, 1, 1)
    assert difference.mean == -1.0


def test_paths_never_reached_together_cannot_be_compared():
    assert differ("years", "a", [math.nan], [1.0], "lower").verdict is Verdict.NOT_COMPARABLE


def test_equal_values_with_an_unpaired_future_are_not_called_the_same():
    difference = differ("years", "a", [1.0, 1.0, math.nan], [1.0, 1.0, 1.0], "lower")

    assert difference.verdict is Verdict.NOT_DISTINGUISHABLE


def test_one_future_gives_no_interval_and_so_no_claim():
    assert differ("m", "a", [2.0], [1.0], "higher").verdict is Verdict.NOT_DISTINGUISHABLE


@given(values, st.floats(-10, 10))
def test_swapping_path_and_baseline_turns_the_sign(baseline, shift):
    path = [value + shift for value in baseline]

    there = differ("m", "a", path, baseline, "higher")
    back = differ("m", "a", baseline, path, "higher")

    assert there.mean == -back.mean
    assert there.better == back.worse


def test_the_futures_needed_bring_the_interval_down_to_the_width_wanted():
    gaps = [0.0, 1.0] * 50
    wanted = half_width(gaps)

    assert futures_needed(0.502518907629606, wanted) == pytest.approx(100, abs=1)


def test_no_number_of_futures_reaches_an_interval_of_zero():
    assert futures_needed(1.0, 0.0) is None


def test_a_summary_counts_what_was_not_reached():
    summary = summarise("years", "a", [4.0, math.nan, 2.0, math.nan])

    assert (summary.n, summary.not_reached, summary.median) == (2, 2, 3.0)
