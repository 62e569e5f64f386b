"""Do results stand beside what was published, and does what is held out stay hidden?"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.measures import MEASURES
from sim.analysis.published import HELD_OUT, beside_published, published_lines, verdict
from sim.data.load import load_sources
from sim.data.targets import load_targets, published_conditions
from tests.helpers.made_up import made_up_outcome

TARGETS = load_targets()
ROWS = [row for row in TARGETS if row.condition]


def study_of(condition, **measures):
    """A made-up outcome with the same value in every future for some measures."""
    outcome = made_up_outcome()
    shape = (len(outcome.paths), outcome.n_futures)
    names = {row.measure for row in ROWS if row.condition == condition}
    values = dict.fromkeys(names, np.nan) | measures
    return replace(
        outcome,
        case=replace(outcome.case, published_condition=condition),
        measures=outcome.measures | {name: np.full(shape, v) for name, v in values.items()},
    )


@pytest.mark.parametrize("row", TARGETS, ids=lambda row: row.key)
def test_every_figure_has_a_source_and_a_grade(row):
    assert row.source in load_sources()
    assert row.grade in ("A", "B", "C")
    assert row.unit


@pytest.mark.parametrize("row", [row for row in ROWS if row.use == "CAL"], ids=lambda r: r.key)
def test_a_figure_of_a_condition_is_of_one_of_our_measures(row):
    assert row.measure in MEASURES or row.measure.startswith("gdp_loss_")


@pytest.mark.parametrize(
    "row", [row for row in TARGETS if len(row.values) == 1 and not row.banded], ids=lambda r: r.key
)
def test_what_was_published_counts_as_a_hit(row):
    assert verdict(row.values[0], row.low, row.high) == "hit"


@given(mean=st.floats(-10, 10))
def test_a_mean_is_a_hit_a_near_miss_or_a_miss(mean):
    found = verdict(mean, -1.0, 1.0)

    assert (found == "hit") == (abs(mean) <= 1)
    assert (found == "miss") == (abs(mean) > 2)


def test_a_result_stands_beside_its_figure_with_source_and_grade():
    (row, *_) = beside_published(study_of("submarines_and_mines", trip_loss_share=0.7))

    assert (row["mean"], row["published"]) == (pytest.approx(0.7), 0.5)
    assert row["verdict"] == "near-miss"
    assert (row["source"], row["grade"], row["target"]) == ("LO", "A", "T26")


def test_what_is_held_out_shows_no_figure_of_its_own_or_of_ours():
    outcome = study_of("pessimistic", us_aircraft_ratio=333.0, china_ships_ratio=444.0)

    text = " ".join(published_lines(outcome))

    assert text.count(HELD_OUT) == 2
    assert "333" not in text
    assert "444" not in text
    assert "1.71" not in text


def test_what_no_future_reaches_is_said():
    outcome = study_of("total_blockade")

    assert {row["verdict"] for row in beside_published(outcome)} == {"not reached"}


def test_without_a_published_condition_nothing_is_said():
    assert published_lines(made_up_outcome()) == []
    assert "invasion_base" in published_conditions()
