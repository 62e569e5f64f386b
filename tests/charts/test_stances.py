"""Every government is on the slide by name, with its card and where it ends."""

from dataclasses import replace

import pytest
import studies
from matplotlib.text import Text

from sim.charts.stances import draw
from sim.data.load import load_countries, load_facts
from sim.data.stances import stance_cards, stance_holders


@pytest.fixture(scope="module")
def moved():
    """A study in which some paths move governments."""
    return studies.study_of(studies.TEN, shift=0.5)


def written(slide):
    return [text.get_text() for text in slide.figure.findobj(Text)]


def test_all_36_governments_are_named_on_both_slides(study):
    names = [load_countries()[iso3].name for iso3 in stance_holders()]

    assert len(names) == 36
    for slide in draw(study):
        assert set(names) <= set(written(slide))


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

    assert "every path at the end of 2035" in written(slide)
    assert slide.title.endswith("no path moves any of them by 0.01")


def test_paths_that_move_governments_are_drawn_furthest_first(moved):
    slide, _ = draw(moved)
    key = [text for text in written(slide) if text.endswith("in 2035")]

    assert key[:2] == ["status quo in 2035", "brief package in 2035"]
    assert len(key) == 5
    assert "a path adds at most +" in slide.title


def test_every_path_is_in_the_numbers_even_when_it_is_not_drawn(moved):
    slide, _ = draw(moved)

    assert len(slide.rows) == 36 * 10


def test_a_study_without_stances_has_no_slide(study):
    outcome = replace(study.outcome, by_country={})
    bare = studies.study_of({"status_quo": 0.0}, panels=False)
    bare.outcome = outcome

    assert draw(bare) == []
