"""How does a blockade go, and does more pressure ever leave Taiwan with more light?"""

import math
from functools import cache

import pytest

from sim.model.fields.blockade import BLOCKADE_FIELDS
from sim.model.fields.forces import FORCE_FIELDS
from sim.model.fields.losses import LOSS_FIELDS
from sim.model.ladders import Contingency, Level, Outcome
from tests.helpers.campaigns import opened, parameters, played
from tests.model.test_invading import LOST

FUTURES = 80
WEEKS = 21
ROUNDING = 1e-6
BLOCKADE, QUARANTINE = Contingency.BLOCKADE, Contingency.QUARANTINE
NO_US = {"us_enters": 0, "japan_basing": 0, "japan_fights": 0}
FIXED_LEVELS = {"levels_may_rise": 0}


@cache
def ends(kind=BLOCKADE, turns=WEEKS, **over):
    """How the blockade stands after so many weeks, or has ended, in each future."""
    found = []
    for future in range(FUTURES):
        losses = []
        end = played(
            future, kind, turns, lambda c, p, kept=losses: kept.append(c.trip_loss_share), **over
        )
        end.losses = losses
        found.append(end)
    return found


def at(china, coalition, **over):
    """Twenty-one weeks on fixed levels, with the US only where the level needs it."""
    us = {} if coalition >= Level.LIMITED_WAR else NO_US
    levels = {"china_level_choice": china, "coalition_level_choice": coalition}
    kind = QUARANTINE if china == Level.BOARDING else BLOCKADE
    return ends(kind, **us | FIXED_LEVELS | levels | over)


def mean(campaigns, value):
    return sum(value(c) for c in campaigns) / len(campaigns)


def loss_per_trip(campaign):
    return campaign.trips_lost / campaign.trips


# pressure


@pytest.mark.parametrize("coalition", Level)
@pytest.mark.parametrize("milder", [Level.BOARDING, Level.MINES_AND_SUBMARINES, Level.LIMITED_WAR])
def test_a_higher_chinese_level_never_lowers_the_loss_per_trip(milder, coalition):
    mild, grave = at(milder, coalition), at(milder + 1, coalition)

    for less, more in zip(mild, grave, strict=True):
        assert more.losses[0] > less.losses[0], "with the same ships and mines"
    assert mean(grave, loss_per_trip) > mean(mild, loss_per_trip)


@pytest.mark.parametrize("china", [Level.MINES_AND_SUBMARINES, Level.LIMITED_WAR, Level.WIDER_WAR])
@pytest.mark.parametrize("lower", [Level.BOARDING, Level.MINES_AND_SUBMARINES, Level.LIMITED_WAR])
def test_a_higher_level_of_the_others_never_raises_it(china, lower):
    low, high = at(china, lower), at(china, lower + 1)

    for less, more in zip(low, high, strict=True):
        assert more.losses[0] <= less.losses[0]
    assert mean(high, loss_per_trip) < mean(low, loss_per_trip)


@pytest.mark.parametrize("field", ["electricity_week_3", "electricity_week_9", "electricity_low"])
def test_a_total_blockade_never_leaves_more_electricity_than_a_partial_one(field):
    partial, total = at(2, 1), at(2, 1, merchants_choice=0)

    for some, none in zip(partial, total, strict=True):
        assert getattr(none, field) <= getattr(some, field) + ROUNDING


@pytest.mark.parametrize("future", range(10))
def test_more_fuel_in_store_never_means_less_electricity(future):
    usual = parameters(future).taiwan_coal_stock
    low, high = (
        played(
            future,
            BLOCKADE,
            WEEKS,
            changed={"taiwan_coal_stock": usual * factor},
            china_level_choice=2,
            coalition_level_choice=1,
            **NO_US | FIXED_LEVELS,
        )
        for factor in (1.0, 2.0)
    )

    assert high.electricity_week_9 >= low.electricity_week_9
    assert high.electricity_low >= low.electricity_low


# levels


def test_without_the_united_states_the_others_never_go_to_war():
    assert max(c.coalition_level_peak for c in ends(turns=52, **NO_US)) <= 2


def test_a_level_of_war_that_the_scenario_fixes_waits_for_the_united_states():
    alone = played(3, BLOCKADE, 8, coalition_level_choice=3, china_level_choice=3, **NO_US)
    late = played(3, BLOCKADE, 4, coalition_level_choice=3, china_level_choice=3, us_delay=99.0)

    assert alone.coalition_level == Level.MINES_AND_SUBMARINES
    assert (late.china_aircraft_lost, late.japan_aircraft_lost) == (0.0, 0.0)
    assert late.partner_ships_lost == late.us_escorts_lost == 0.0


def test_with_it_they_may():
    peaks = [c.coalition_level_peak for c in ends(turns=52)]

    assert min(peaks) >= Level.LIMITED_WAR, "its escorts come with it"
    assert max(peaks) == Level.WIDER_WAR


def test_fixed_levels_stay():
    assert {(c.china_level, c.coalition_level) for c in at(2, 1)} == {(2, 1)}
    assert {c.outcome for c in at(2, 1)} == {Outcome.OPEN}


def test_a_quarantine_begins_with_boarding_and_may_become_a_blockade():
    quarantines = ends(QUARANTINE, 52, **NO_US)

    assert opened(0, QUARANTINE, parameters(0))[0].china_level == Level.BOARDING
    kinds = {c.kind for c in quarantines}
    assert kinds == {QUARANTINE, BLOCKADE}
    assert all((c.kind == QUARANTINE) == (c.china_level == 1) for c in quarantines)


def test_a_blockade_may_become_an_invasion_only_after_a_wider_war_on_both_sides():
    turned = [c for c in ends(turns=52) if c.turns_to_invasion]

    assert turned
    assert all(c.china_level == c.coalition_level == Level.WIDER_WAR for c in turned)


def test_every_blockade_ends_and_says_how():
    outcomes = {c.outcome for c in ends(turns=400, **NO_US)}

    assert Outcome.OPEN not in outcomes
    assert {Outcome.OFF_RAMP, Outcome.TAIWAN_YIELDS, Outcome.STOPPED} <= outcomes


def test_taiwan_yields_only_when_it_has_been_dark_for_weeks():
    yielding = [c for c in ends(turns=400, **NO_US) if c.outcome == Outcome.TAIWAN_YIELDS]

    assert all(c.dark_weeks >= 4 for c in yielding)


def test_one_that_never_ends_is_stopped():
    campaign = played(0, BLOCKADE, 400, china_level_choice=2, **NO_US | FIXED_LEVELS)

    assert campaign.outcome == Outcome.STOPPED
    assert campaign.weeks == parameters(0).blockade_weeks_ceiling


# books


@pytest.mark.parametrize("kind", [BLOCKADE, QUARANTINE])
@pytest.mark.parametrize("us", [{}, NO_US], ids=["with the US", "alone"])
@pytest.mark.parametrize("future", range(6))
def test_nothing_is_negative_and_nothing_is_created(future, us, kind):
    start = opened(future, kind, parameters(future), **us)[0]
    names = [field.name for field in (*FORCE_FIELDS, *LOSS_FIELDS, *BLOCKADE_FIELDS)]

    def check(campaign, p):
        values = [getattr(campaign, name) for name in names]
        assert min(value for value in values if not math.isnan(value)) >= -ROUNDING
        for left, lost in (LOST | {"merchants": "merchants_lost"}).items():
            total = getattr(campaign, left) + getattr(campaign, lost)
            assert math.isclose(total, getattr(start, left), abs_tol=ROUNDING), left
        assert campaign.electricity <= 1
        assert campaign.gas_stock <= start.gas_stock + ROUNDING

    assert played(future, kind, 52, watch=check, **us).weeks > 0


@pytest.mark.parametrize("future", range(6))
def test_fuel_that_is_burnt_was_in_store_or_arrived(future):
    start = opened(future, BLOCKADE, parameters(future), **NO_US)[0]
    books = {"arrived": 0.0, "burnt": 0.0, "before": start.coal_stock}

    def check(campaign, p):
        arrived = min(1.0, campaign.arriving * p.fuel_priority)
        burnt = books["before"] + arrived - campaign.coal_stock
        assert -ROUNDING <= burnt <= 1 + ROUNDING
        books["before"] = campaign.coal_stock
        books["arrived"] += arrived
        books["burnt"] += burnt

    end = played(future, BLOCKADE, WEEKS, watch=check, china_level_choice=2, **NO_US | FIXED_LEVELS)

    left = start.coal_stock + books["arrived"] - books["burnt"]
    assert left == pytest.approx(end.coal_stock, abs=ROUNDING)


# published games (T26, T29)


def test_about_half_of_all_trips_are_lost_without_escorts():
    assert 0.35 <= mean(at(2, 1), loss_per_trip) <= 0.6


def test_escorts_by_taiwan_alone_save_some():
    assert 0.35 <= mean(at(2, 2), loss_per_trip) <= 0.6


def test_an_assertive_taiwan_loses_many_more_people_than_china():
    campaigns = at(2, 2)

    ratio = mean(campaigns, lambda c: c.coalition_casualties / c.china_casualties)

    assert 5 <= ratio <= 20


@pytest.mark.parametrize(("week", "published"), [(3, 0.73), (9, 0.24), (21, 0.17)])
def test_stocks_alone_keep_the_lights_on_as_published(week, published):
    dark = at(2, 1, merchants_choice=0)

    light = mean(dark, lambda c: getattr(c, f"electricity_week_{week}"))

    assert light == pytest.approx(published, rel=0.2)
