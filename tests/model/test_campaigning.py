"""Do the days of a campaign pass as they should, and does a war that is over leave nothing on?"""

from types import SimpleNamespace

import pytest

from sim.model.behaviour.campaigning import count_us_days, next_turn, stop_fighting
from sim.model.ladders import Contingency, Outcome, Stage

P = SimpleNamespace(bystander_intensity=0.2, blockade_intensity=0.5, quarantine_intensity=0.1)


def campaign_of(**over):
    usual = {
        "kind": Contingency.INVASION,
        "stage": Stage.WAR,
        "outcome": Outcome.OPEN,
        "opens": 4,
        "opening_day": 41.25,
        "day": 0.0,
        "days_choice": -1.0,
        "coalition_level": 0,
        "us_enters": 1,
        "us_delay": 0.0,
        "intensity": 1.0,
        "china_wins": 0,
    }
    return SimpleNamespace(**usual | over)


@pytest.mark.parametrize(
    ("over", "days"),
    [
        ({}, 3.5),
        ({"kind": Contingency.BLOCKADE}, 7.0),
        ({"stage": Stage.HOLD}, 7.0),
        ({"day": 48.0}, 0.0),
        ({"day": 49.5, "days_choice": 50.0}, 0.5),
        ({"stage": Stage.RETURN, "day": 400.0, "opens": 0}, 365 / 4 * 5 - 41.25 - 400),
        ({"day": 50.0}, 0.0),
    ],
    ids=["invasion", "blockade", "quiet", "does not fit", "cut", "after a year", "quarter over"],
)
def test_a_turn_has_its_length_and_fits_into_the_quarter(over, days):
    assert next_turn(campaign_of(**over), SimpleNamespace(step=4)) == pytest.approx(days)


@pytest.mark.parametrize(("delay", "part"), [(0.0, 1.0), (1.75, 0.5), (3.5, 0.0), (9.0, 0.0)])
def test_the_us_fights_the_part_of_a_turn_that_follows_its_entry(delay, part):
    campaign = campaign_of(us_delay=delay, day=3.5, turn_days=3.5)

    count_us_days(campaign, 0.0)

    assert campaign.us_fighting == part


def test_a_us_that_would_have_come_too_late_has_not_fought_and_only_readied_itself():
    campaign = campaign_of(outcome=Outcome.CHINESE_VICTORY, day=10.5, us_delay=14.0)

    stop_fighting(campaign, P)

    assert (campaign.stage, campaign.us_enters, campaign.china_wins) == (Stage.HOLD, 0, 1)
    assert campaign.intensity == 0.2


@pytest.mark.parametrize(
    ("outcome", "wins"),
    [
        (outcome, int(outcome in (Outcome.CHINESE_VICTORY, Outcome.TAIWAN_YIELDS)))
        for outcome in Outcome
        if outcome != Outcome.OPEN
    ],
)
def test_china_wins_by_victory_or_when_taiwan_yields(outcome, wins):
    campaign = campaign_of(outcome=outcome, day=10.5)

    stop_fighting(campaign, P)

    assert campaign.china_wins == wins


def test_the_scenario_may_end_it_on_a_day():
    campaign = campaign_of(day=10.0, days_choice=10.0)

    stop_fighting(campaign, P)

    assert (campaign.outcome, campaign.stage) == (Outcome.STOPPED, Stage.HOLD)


def test_what_is_not_decided_goes_on():
    campaign = campaign_of(day=10.0)

    stop_fighting(campaign, P)

    assert (campaign.stage, campaign.us_enters) == (Stage.WAR, 1)
