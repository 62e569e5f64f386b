"""The slide of the alliance says how far paths move it, and how far futures do."""

import math
from dataclasses import replace

import numpy as np
import pytest
import studies

from sim.analysis.bands import bands
from sim.charts.alliance_bands import draw, finding


def with_cohesion(study, effects):
    """The same study with cohesion that each path moves by its effect."""
    series = dict(study.outcome.series)
    push = np.array(list(effects.values()))[:, None, None]
    series["cohesion"] = np.clip(series["cohesion"] * 0.2 + 0.4 + push, 0, 1)
    study.outcome = replace(study.outcome, series=series)
    study.curves = bands(study.outcome)
    return study


def test_where_futures_matter_more_than_paths_the_title_says_so(study):
    series = {"cohesion": study.outcome.series["cohesion"][:, :, -1]}
    low, high = np.quantile(series["cohesion"][0], [0.05, 0.95])
    title = finding(study.outcome, ("cohesion", "narrative"))

    assert title.startswith("No path ")
    assert "moves" not in title or f"from {low:.2f} to {high:.2f}" in title


def test_a_path_that_moves_cohesion_is_named_with_its_range():
    effects = {"status_quo": 0.0, "mine": 0.3}
    study = with_cohesion(studies.study_of(effects, panels=False), effects)
    ends = study.outcome.series["cohesion"][:, :, -1].mean(axis=1)

    assert finding(study.outcome, ("cohesion", "narrative")).startswith(
        f"On average cohesion ends at {ends[1]:.2f} with mine"
    )


def test_one_path_alone_is_told_by_where_its_middle_future_ends():
    study = studies.study_of({"status_quo": 0.0}, panels=False)
    end = np.median(study.outcome.series["cohesion"][0][:, -1])

    assert finding(study.outcome, ("cohesion", "narrative")).startswith(
        f"On status quo, 2035 ends with cohesion at {end:.2f} ("
    )


def test_quarters_before_the_first_measurement_are_not_drawn_as_nothing(study):
    (slide,) = draw(study)
    first = [row for row in slide.rows if row[0] == "cohesion" and row[2] == "2024Q3"]
    second = [row for row in slide.rows if row[0] == "cohesion" and row[2] == "2024Q4"]

    assert all(math.isnan(row[5]) for row in first)
    assert all(row[5] > 0 for row in second)


def test_the_headline_fits_one_slide_and_ten_paths_fill_three(study):
    assert [slide.name for slide in draw(study)] == ["alliance_bands"]

    slides = draw(studies.study_of(studies.TEN, panels=False))

    assert [slide.name for slide in slides] == [
        "alliance_bands",
        "alliance_bands-2",
        "alliance_bands-3",
    ]
    assert all({"status_quo"} < {row[1] for row in slide.rows} for slide in slides)


@pytest.mark.parametrize("missing", ["cohesion", "narrative"])
def test_one_series_alone_can_be_drawn(study, missing):
    curves = {name: band for name, band in study.curves.items() if name != missing}
    whole = studies.study_of({"status_quo": 0.0, "mine": 0.1}, panels=False)
    whole.curves = {name: whole.curves[name] for name in curves}

    (slide,) = draw(whole)

    assert len(slide.figure.axes) == 2
