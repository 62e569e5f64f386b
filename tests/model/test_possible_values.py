"""Can the model be played with every value that a scenario may give a parameter?

Each future first lets China decide, then opens a war, so that few quarters use every rule.
"""

import math
import random
from types import SimpleNamespace

import pytest

from sim.data.domains import OPEN_BELOW
from sim.data.load import load_parameters
from sim.model.behaviour.keeping import open_course
from sim.model.behaviour.recording import open_ledger
from sim.model.ladders import Contingency
from sim.model.priors import Form
from sim.model.reference import Wargame
from sim.scenario.schema_entries import centre_bounds

QUARTERS = 12
WAR_IN = 4
WARS = (Contingency.INVASION, Contingency.BLOCKADE, Contingency.QUARANTINE)
ROWS = {name: row for name, row in load_parameters().items() if row.role != "benchmark"}
BOUNDS = {name: tuple(dict.fromkeys(centre_bounds(row))) for name, row in ROWS.items()}
DIVISORS = [name for name, row in ROWS.items() if row.domain in OPEN_BELOW]


@pytest.fixture(scope="module")
def start(starts):
    """Every shipped path, with China free to decide and no date for a war."""
    found = starts["all_paths"]
    campaign = found.campaign.copy()
    campaign["kind"], campaign["opens"], campaign["decides"] = Contingency.NONE, -1, 1
    return found._replace(campaign=campaign)


def played(start, values, path="everything", future=0, war=Contingency.INVASION):
    """One future in which some parameters have fixed values."""
    priors = start.priors.copy()
    for name, value in values.items():
        slot = start.parameters.index(name)
        priors[slot]["form"], priors[slot]["a"] = Form.CONSTANT, value
    game = Wargame(start._replace(priors=priors), path=path, future=future)
    for _ in range(QUARTERS):
        if game.world.step == WAR_IN and game.campaign.opens < 0:
            game.campaign.kind, game.campaign.opens = war, WAR_IN
        game.step()
    return game


def without_value(game):
    """What has no finite value at the end, though the books do not start it as unknown."""
    blank = SimpleNamespace()
    open_ledger(blank)
    open_course(blank)
    unknown = {name for name, value in vars(blank).items() if math.isnan(value)}
    parts = {"ledger": game.ledger, "world": game.world, "market": game.market}
    return [
        f"{part}.{name}"
        for part, record in parts.items()
        for name, value in vars(record).items()
        if isinstance(value, float) and not math.isfinite(value) and name not in unknown
    ]


def test_the_war_comes_and_the_parameters_are_those_given(start):
    game = played(start, {"gap_closing_years": 0.8})

    assert game.p.gap_closing_years == 0.8
    assert game.ledger.opened == 1
    assert without_value(game) == []


def test_many_parameters_are_divisors():
    assert {"gap_closing_years", "draw_half_time_days", "invasion_success"} <= set(DIVISORS)
    assert len(DIVISORS) > 40


@pytest.mark.parametrize("name", DIVISORS)
def test_a_parameter_that_a_rule_divides_by_may_come_as_near_to_nothing_as_allowed(start, name):
    assert without_value(played(start, {name: BOUNDS[name][0]})) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, ends in BOUNDS.items() for value in ends]
)
def test_every_parameter_may_stand_at_either_end_of_what_is_allowed(start, name, value):
    assert without_value(played(start, {name: value})) == []


@pytest.mark.slow
@pytest.mark.parametrize("corner", range(100))
def test_all_parameters_may_stand_at_an_end_at_once(start, corner):
    luck = random.Random(corner)
    values = {name: luck.choice(ends) for name, ends in BOUNDS.items()}
    path, war = luck.choice(start.paths), luck.choice(WARS)

    game = played(start, values, path=path, future=corner, war=war)

    assert without_value(game) == []
