"""Is history matching what it says: an even design, a hand-made distance, a file that repeats?"""

from dataclasses import replace

import numpy as np
import pytest

from sim.data.targets import load_targets, targets_of
from sim.validation.calibrate import (
    MOST_WAVES,
    calibrate,
    distance,
    latin_hypercube,
    moved_by,
)
from sim.validation.implausible import CUT, aim, implausibility
from sim.validation.modules import russia
from sim.validation.posterior_files import rows_csv, summary_yaml
from sim.validation.registry import modules

ROW = targets_of("russia")[0]  # 4 to 8 years: aim 6, tolerance 2


def test_a_design_visits_every_slice_of_every_axis_once():
    design = latin_hypercube(50, np.zeros(3), np.ones(3), 1, 0)

    for axis in design.T:
        assert sorted((axis * 50).astype(int)) == list(range(50))


def test_a_design_in_a_box_stays_in_it():
    design = latin_hypercube(20, np.array([0.2, 0.5]), np.array([0.4, 0.6]), 1, 3)

    assert design.min(axis=0) == pytest.approx([0.2, 0.5], abs=0.02)
    assert np.all(design >= [0.2, 0.5])
    assert np.all(design <= [0.4, 0.6])


def test_another_seed_or_wave_is_another_design():
    one = latin_hypercube(20, np.zeros(2), np.ones(2), 1, 0)

    assert not np.array_equal(one, latin_hypercube(20, np.zeros(2), np.ones(2), 2, 0))
    assert not np.array_equal(one, latin_hypercube(20, np.zeros(2), np.ones(2), 1, 1))
    assert np.array_equal(one, latin_hypercube(20, np.zeros(2), np.ones(2), 1, 0))


def test_implausibility_by_hand():
    """One future each: |10 - 6| / 2 = 2. Two: mean 10, variance of the mean 1, root of 4 + 1."""
    assert implausibility(ROW, np.array([10.0]), 1) == pytest.approx([2.0])
    assert implausibility(ROW, np.array([9.0, 11.0]), 2) == pytest.approx([4 / 5**0.5])


def test_what_is_never_reached_is_ruled_out():
    assert implausibility(ROW, np.array([np.nan, np.nan]), 2) > CUT


def test_of_a_series_the_farthest_year_counts():
    row = next(one for one in load_targets() if one.key == "members_at_2")
    values = np.array([row.values])
    values[0, 3] += 6.0

    assert aim(row).tolist() == list(row.values)
    assert implausibility(row, values, 1) == pytest.approx([6 / 1.5])


def test_only_what_agrees_is_kept():
    found = calibrate(russia.MODULE, 2000, 1)
    years = found.rows[:, found.parameters.index("reconstitution_years")]

    assert found.waves[0].drawn == 2000
    assert 0 < found.waves[0].kept < 2000
    assert years.max() <= 12.5  # |median - 6| is at most three tolerances of 2, plus a quarter
    assert found.told["reconstitution_years"] == ("half_recovered",)


def test_waves_go_on_until_there_are_enough_and_end_after_five():
    far = replace(
        russia.MODULE,
        play=lambda draw: {"half_recovered": np.full(draw.futures, 100.0)},
    )
    found = calibrate(far, 200, 1)

    assert len(found.waves) == MOST_WAVES
    assert len(found.rows) == 0


def test_a_later_wave_looks_only_where_something_was_left():
    narrow = replace(russia.MODULE, play=lambda draw: {
        "half_recovered": np.where(draw.joint.rows[:, 0] < 4.0, 6.0, 100.0)
    })  # fmt: skip
    found = calibrate(narrow, 300, 1)

    shares = [wave.kept / wave.drawn for wave in found.waves]
    assert len(shares) > 1
    assert shares[1] > 2 * shares[0]
    assert np.all(found.rows[:, 0] < 4.0)


def test_the_same_seed_writes_the_same_files():
    one, again = (calibrate(russia.MODULE, 2000, 7) for _ in range(2))

    assert rows_csv([one]) == rows_csv([again])
    assert summary_yaml([one], 2000, 7) == summary_yaml([again], 2000, 7)


def test_no_parameter_belongs_to_two_modules():
    names = [name for module in modules().values() for name in module.parameters]

    assert len(names) == len(set(names))


def test_places_far_from_even_are_found():
    assert distance(np.linspace(0, 1, 100)) < 0.02
    assert distance(np.linspace(0, 0.5, 100)) > 0.4
    even = np.linspace(0.005, 0.995, 100)[:, None]
    kept = even[:, 0] < 0.6
    assert moved_by(("a",), even, {"x": kept, "y": np.ones(100, bool)}) == {"a": ("x",)}
