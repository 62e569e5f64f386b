"""Is a campaign told turn by turn, with numbers and units, and does the story say how it ended?"""

from dataclasses import replace

import pytest

from sim.model.ladders import Outcome
from sim.scenario.resolve import resolve
from sim.trace.campaign import ENDS
from sim.trace.story import tell
from sim.trace.watch import watch
from tests.trace.conftest import ROOT


def story_of(name, path="status_quo", future=2):
    return tell(watch(resolve(ROOT / "scenarios" / f"{name}.yaml"), path, future))


def of_kind(story, kind):
    return [event for event in story.events if event.kind == kind]


@pytest.fixture(scope="module")
def invasion():
    return story_of("taiwan_2027", future=1)


@pytest.fixture(scope="module")
def blockade():
    return story_of("published/total_blockade")


def test_every_turn_of_an_invasion_is_told_until_it_ends(invasion):
    turns, (end,) = of_kind(invasion, "campaign turn"), of_kind(invasion, "campaign end")
    war = invasion.watched.game.campaign

    assert [event.numbers["turn"].value for event in turns] == list(range(1, len(turns) + 1))
    assert turns[-1].numbers["day"].value == war.days == end.numbers["length"].value
    assert ENDS[Outcome(war.outcome)] in end.text


def test_losses_of_the_turns_are_those_of_the_end(invasion):
    last, (end,) = of_kind(invasion, "campaign turn")[-1], of_kind(invasion, "campaign end")

    assert last.numbers["us aircraft lost"].value == end.numbers["US aircraft lost"].value
    assert last.numbers["us aircraft lost"].unit == "aircraft"


def test_each_number_of_a_turn_has_a_unit(invasion, blockade):
    events = of_kind(invasion, "campaign turn") + of_kind(blockade, "campaign turn")

    assert all(number.unit for event in events for number in event.numbers.values())


def test_of_a_long_blockade_the_weeks_that_change_something_are_told(blockade):
    told = [int(event.numbers["turn"].value) for event in of_kind(blockade, "campaign turn")]

    assert told[:4] == [1, 2, 3, 4]
    assert 4 < len(told) < 22
    assert any(7 <= week <= 9 for week in told), "coal runs out"
    assert told == sorted(set(told))


def test_quiet_weeks_after_the_war_are_not_told_one_by_one(invasion):
    days = [event.numbers["day"].value for event in of_kind(invasion, "campaign turn")]

    assert invasion.watched.game.campaign.turn > len(days)
    assert max(days) <= invasion.watched.game.campaign.days


def test_in_peace_nothing_is_told_of_a_campaign():
    peace = story_of("no_contingency")

    assert not of_kind(peace, "campaign turn")
    assert not of_kind(peace, "campaign end")


def test_a_war_that_its_last_quarter_cuts_has_no_end():
    case = resolve(ROOT / "scenarios" / "published" / "total_blockade.yaml")
    path = case.paths["status_quo"]
    levers = {name: values[:13] for name, values in path.levers.items()}
    cut = replace(case, steps=13, paths={"status_quo": replace(path, levers=levers)})

    story = tell(watch(cut, "status_quo", 2))

    assert of_kind(story, "campaign turn")
    assert not of_kind(story, "campaign end")
