"""Do the slides of a campaign say what its turns and losses say?"""

from dataclasses import replace

import numpy as np
import pytest

from sim.charts import campaign_losses, campaign_stocks, draw_by_class, electricity
from sim.model.ladders import Asset
from tests.helpers.made_up import findings_of, made_up_outcome

LOSSES = {"us_aircraft_lost": 250.0, "china_amphibious_lost": 90.0, "merchants_lost": 0.0}


def findings(kind="invasion", **turns):
    """A made-up study of a kind of contingency, with losses and with other turns."""
    outcome = made_up_outcome()
    shape = (len(outcome.paths), outcome.n_futures)
    names = [name for side in campaign_losses.SIDES.values() for name in side]
    measures = {name: np.full(shape, LOSSES.get(name, np.nan)) for name in names}
    case = replace(outcome.case, contingency=replace(outcome.case.contingency, kind=kind))
    outcome = replace(
        outcome,
        case=case,
        measures=outcome.measures | measures,
        turns=outcome.turns | turns,
    )
    return replace(findings_of(outcome), outcome=outcome)


def test_losses_are_told_by_side_and_class_and_nothing_is_drawn_of_nothing():
    (picture,) = campaign_losses.draw(findings())

    assert picture.title.endswith(
        "costs the others 250 US aircraft and China 90 amphibious ships on average"
    )
    assert [row[1] for row in picture.rows] == ["US aircraft", "amphibious ships"]


def test_the_stock_that_runs_out_first_stands_in_the_title():
    study = findings()
    gone = np.zeros_like(study.outcome.turns["antiship_missiles"])
    gone[:, :, 0] = 50.0

    (picture,) = campaign_stocks.draw(findings(antiship_missiles=gone))

    assert "anti-ship missiles are gone by day 7" in picture.title


def test_a_stock_that_was_never_there_does_not_run_out():
    nothing = np.zeros_like(findings().outcome.turns["cruise_missiles"])

    (picture,) = campaign_stocks.draw(findings(cruise_missiles=nothing))

    assert "cruise" not in picture.title


def test_every_class_is_told_with_what_is_left_of_it():
    (picture,) = draw_by_class.draw(findings())

    assert len({row[0] for row in picture.rows}) == len(Asset)
    assert all(0 <= row[2] <= row[3] <= row[4] <= 1 for row in picture.rows)


def test_the_light_of_the_middle_future_stands_in_the_title():
    (picture,) = electricity.draw(findings("blockade"))

    middle = {row[0]: row[2] for row in picture.rows}
    assert f"{100 * middle[9]:.0f} % of its electricity" in picture.title
    assert np.all(np.diff([middle[week] for week in range(1, 6)]) < 0)


@pytest.mark.parametrize("chart", [campaign_stocks, draw_by_class, electricity])
def test_without_a_contingency_there_is_no_slide(chart):
    study = findings("none")
    empty = {name: np.full_like(rows, np.nan) for name, rows in study.outcome.turns.items()}

    assert chart.draw(replace(study, outcome=replace(study.outcome, turns=empty))) == []


def test_missiles_are_shown_of_invasions_and_light_of_blockades():
    assert campaign_stocks.draw(findings("blockade")) == []
    assert electricity.draw(findings("invasion")) == []
