"""Do the slides of a validation say what was found, and show nothing that is still held out?"""

import csv
import io

import numpy as np
import pytest
from matplotlib.text import Text

from sim.charts import hindcast_count, hindcast_spending, posterior_bars, scorecard_dots
from sim.charts.picture import picture_files
from sim.charts.style import SMALL
from sim.validation.contest import contest
from sim.validation.draw import Draw
from sim.validation.registry import modules
from sim.validation.scorecard import MISS, score_module

BELOW = "a footer"


@pytest.fixture(scope="module")
def found():
    return contest(Draw(60))


@pytest.fixture(scope="module")
def scores():
    return [one for module in modules().values() for one in score_module(module, Draw(60))]


@pytest.fixture(scope="module")
def slides(found, scores):
    return [
        *hindcast_spending.draw(found, True, BELOW),
        hindcast_count.draw(found, True, BELOW),
        *scorecard_dots.draw(scores, BELOW),
        *posterior_bars.draw(BELOW),
    ]


def rows_of(picture):
    content = picture_files(picture)[f"charts/{picture.name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(content)))


def test_every_slide_has_a_name_of_its_own_words_and_numbers(slides):
    names = [picture.name for picture in slides]

    assert len(set(names)) == len(names)
    for picture in slides:
        assert rows_of(picture), picture.name
        assert len(picture.description) > 100
        written = [one for one in picture.figure.findobj(Text) if one.get_text().strip()]
        assert min(one.get_fontsize() for one in written) >= SMALL


def test_the_same_slide_has_the_same_bytes(found):
    once, again = (picture_files(hindcast_count.draw(found, False, BELOW)) for _ in range(2))

    assert once == again


def test_every_ally_that_reports_has_its_panel(slides):
    shown = {row["country"] for picture in slides[:2] for row in rows_of(picture)}

    assert len(shown) == 30
    assert "ISL" not in shown


@pytest.mark.parametrize(("late", "last"), [(False, "2021"), (True, "2024")])
def test_later_years_are_shown_only_once_they_have_been_scored(found, late, last):
    pictures = [
        *hindcast_spending.draw(found, late, BELOW),
        hindcast_count.draw(found, late, BELOW),
    ]

    assert {max(row["year"] for row in rows_of(picture)) for picture in pictures} == {last}


def test_the_count_starts_with_the_three_of_2014(slides):
    measured = [row for row in rows_of(slides[2]) if row["forecast"] == "measured"]

    assert [float(row["mean"]) for row in measured[:3]] == [3.0, 5.0, 5.0]


def test_a_figure_lies_one_tolerance_off_at_the_edge_of_a_hit(scores):
    by_key = {one.row.key: one for one in scores}
    one = by_key["half_recovered"]  # 4 to 8 years

    from dataclasses import replace

    assert scorecard_dots.distance(replace(one, given=8.0)) == pytest.approx(1.0)
    assert scorecard_dots.distance(replace(one, given=6.0)) == pytest.approx(0.0)
    far = replace(one, given=None, verdict=MISS)
    assert scorecard_dots.distance(far) == scorecard_dots.FARTHEST


def test_nothing_that_is_held_out_is_among_the_dots(slides, scores):
    shown = [row for picture in slides[3:] if "scorecard" in picture.name
             for row in rows_of(picture)]  # fmt: skip

    assert len(shown) == sum(one.row.use == "CAL" for one in scores)


def test_a_prior_lies_within_itself():
    from sim.data.load import load_parameters

    row = load_parameters()["hits_per_kill"]

    assert posterior_bars.place_of(row, row.prior.a) == pytest.approx(0.5, abs=1e-6)
    assert np.isfinite(posterior_bars.place_of(row, 100.0))
