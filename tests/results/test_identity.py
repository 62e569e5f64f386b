"""The same question gives the same hash, and a different one a different hash."""

from dataclasses import replace

import made_up
import pytest

from sim.results.identity import case_hash, identify


@pytest.mark.parametrize(
    "change", [{"file": "elsewhere.yaml"}, {"origins": {}}, {"seed": 9}, {"futures": 3}]
)
def test_where_a_value_was_written_does_not_change_the_case(change):
    case = made_up.made_up_case()

    assert case_hash(replace(case, **change)) == case_hash(case)


@pytest.mark.parametrize("change", [{"world": "w1"}, {"steps": 40}, {"knowledge": "mid2025"}])
def test_another_value_is_another_case(change):
    case = made_up.made_up_case()

    assert case_hash(replace(case, **change)) != case_hash(case)


@pytest.mark.parametrize(("futures", "seed"), [(201, 7), (200, 8)])
def test_other_futures_are_another_study(futures, seed):
    case = made_up.made_up_case()

    assert identify(case, futures, seed).key != identify(case, 200, 7).key
