"""Every government is on the slide by name, with its card, its way and where it ends."""

from dataclasses import replace

import numpy as np
import pytest
import studies
from matplotlib.text import Text

from sim.analysis.stances import stance_curves
from sim.charts.stances import draw
from sim.data.load import load_countries, load_facts
from sim.data.stances import stance_cards, stance_holders


@pytest.fixture(scope="module")
def moved():
    """A study in which some paths move governments."""
    return studies.study_of(studies.TEN, shift=0.5)


def written(slide):
    return [text.get_text() for text in slide.figure.findobj(Text)]


def lines(slide, points):
    """The lines of so many points that are drawn on a slide."""
    return [
        line for axes in slide.figure.axes for line in axes.lines if len(line.get_xdata()) == points
    ]


def with_stances(study, change):
    """The study with other stances by year."""
    stances = {name: change(block) for name, block in study.outcome.stances.items()}
    outcome = replace(study.outcome, stances=stances)
    found = studies.study_of({"status_quo": 0.0}, panels=False)
    found.outcome, found.stances = outcome, stance_curves(outcome)
    return found


def test_all_36_governments_are_named_on_both_slides_with_both_ends(study):
    names = {load_countries()[iso3].name: iso3 for iso3 in stance_holders()}
    cards = stance_cards(load_facts())

    assert len(names) == 36
    for slide, stance in zip(draw(study), ("china_hardness", "russia_threat"), strict=True):
        ends = study.stances[stance].curves[0, 0, -1].tolist()
        for (name, iso3), end in zip(names.items(), ends, strict=True):
            assert f"{end:.2f} {name}" in written(slide)
            assert f"{cards[iso3][stance].value:.2f}" in written(slide)


def test_a_line_goes_from_the_card_through_the_median_of_every_year(study):
    slide, _ = draw(study)
    drawn = [line.get_ydata() for line in lines(slide, 13)]
    found = study.stances["china_hardness"]
    cards = stance_cards(load_facts())

    assert len(drawn) == 36
    for place, iso3 in enumerate(found.governments):
        way = [cards[iso3]["china_hardness"].value, *found.curves[0, 0, :, place]]
        assert any(np.allclose(way, values) for values in drawn), iso3


def test_the_years_stand_in_the_numbers_beside_the_slide(study):
    slide, _ = draw(study)
    years = [row[5] for row in slide.rows if (row[1], row[4]) == ("DEU", "combined")]

    assert years == list(range(2024, 2036))


def test_a_government_starts_from_its_card(study):
    cards = stance_cards(load_facts())
    slide, _ = draw(study)

    for row in slide.rows:
        assert row[3] == cards[row[1]]["china_hardness"].value


def test_a_swing_moves_the_start(study):
    case = replace(study.outcome.case, swings={"HUN": {"china_hardness": 0.3}})
    study = studies.study_of(studies.HEADLINE, swings=case.swings)

    start = {row[1]: row[3] for row in draw(study)[0].rows}

    assert start["HUN"] == pytest.approx(0.4)


def test_paths_that_agree_are_drawn_once_and_said_to_agree(study):
    slide, _ = draw(study)

    assert len(lines(slide, 13)) == 36
    assert "Line: median at each year's end on status quo" in slide.description
    assert slide.title.endswith("no path moves any of them by 0.01")


def test_paths_that_move_governments_are_drawn_furthest_first(moved):
    slide, _ = draw(moved)
    names = ["status quo", "brief package", "burden shifting", "combined"]

    assert [text for text in written(slide) if text in names] == names
    assert len(lines(slide, 13)) == 4 * 36
    assert "a path adds at most +" in slide.title


def test_a_path_is_drawn_only_for_the_governments_that_it_moves(study):
    def push_one(block):
        block = block.copy()
        block[3, :, 5:8, 0] += 0.2
        return block

    slide, _ = draw(with_stances(study, push_one))

    assert len(lines(slide, 13)) == 36 + 1
    assert "+0.20 (combined, Albania)" in slide.title


def test_a_peak_between_the_ends_is_told_and_its_year(study):
    slide, _ = draw(study)
    flat, _ = draw(with_stances(study, lambda block: block[:, :, :1].repeat(12, axis=2)))

    assert ", after a peak in 2027;" in slide.title
    assert "peak" not in flat.title
    assert "by way of" in slide.description


def test_fewer_futures_than_played_are_said(study):
    slide, _ = draw(with_stances(study, lambda block: block[:, :50]))

    assert "first 50 futures" in slide.description
    assert "first" not in draw(study)[0].description


def test_every_path_is_in_the_numbers_even_when_it_is_not_drawn(moved):
    slide, _ = draw(moved)

    assert len(slide.rows) == 36 * 10 * 12


def test_a_study_without_stances_has_no_slide():
    bare = studies.study_of({"status_quo": 0.0}, panels=False)
    bare.stances = {}

    assert draw(bare) == []
