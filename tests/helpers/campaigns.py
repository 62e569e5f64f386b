"""Campaigns on their own, with parameters sampled as in a study: no politics, no Europe."""

from functools import cache
from types import SimpleNamespace

from sim.data.load import load_parameters
from sim.experiment.joint import prior_records
from sim.model.behaviour.blockading import fight_blockade_week, settle_blockade
from sim.model.behaviour.campaigning import count_us_days
from sim.model.behaviour.invading import fight_invasion_turn, settle_invasion
from sim.model.behaviour.mustering import settle_theatre
from sim.model.fields.campaign import CAMPAIGN_FIELDS
from sim.model.ladders import Contingency, Outcome
from sim.model.sampling import sample_parameters

SEED = 1
OPENS = 11
INVASION_TURN, WEEK = 3.5, 7.0
FIXED = {  # the base case of the published games
    "taiwan_resists": 1,
    "us_enters": 1,
    "us_delay": 0.0,
    "japan_basing": 1,
    "japan_fights": 1,
    "partners_fighting": 0.0,
    "european_navies": 0.0,
    "us_reinforced": 1.0,
    "pacific_interceptors": 1.0,
    "antiship_choice": 450.0,
    "at_sea_choice": 1.0,
    "leak_choice": -1.0,
    "show_choice": 1.0,
    "mainland_choice": 0.0,
    "china_level_choice": -1,
    "coalition_level_choice": -1,
    "levels_may_rise": 1,
    "merchants_choice": -1,
}
ALONE = {"us_enters": 0, "japan_basing": 0, "japan_fights": 0}


@cache
def parameters(future: int) -> SimpleNamespace:
    """The parameters of a future."""
    rows = load_parameters()
    priors = [
        SimpleNamespace(**dict(zip(row.dtype.names, row.item(), strict=True)))
        for row in prior_records(SimpleNamespace(parameters=rows))
    ]
    values = [0.0] * len(priors)
    sample_parameters(values, priors, [], SEED, future)
    return SimpleNamespace(**dict(zip(rows, values, strict=True)))


def opened(future, kind, p, **over):
    """A campaign on its first day, and the world whose luck it meets."""
    empty = {field.name: 0 if field.whole else 0.0 for field in CAMPAIGN_FIELDS}
    campaign = SimpleNamespace(**empty | FIXED | {"kind": kind, "missiles_gone_day": -1.0} | over)
    world = SimpleNamespace(seed=SEED, future=future, step=OPENS)
    settle_theatre(campaign, world, p)
    if kind == Contingency.INVASION:
        settle_invasion(campaign, p)
    else:
        settle_blockade(campaign, world, p)
    return campaign, world


def played(future, kind=Contingency.INVASION, turns=200, watch=None, changed=None, **over):
    """A campaign fought to its end, or for so many turns; `watch` sees it after each.

    Args:
        future: whose parameters and luck it has.
        kind: what opens.
        turns: most turns that are fought.
        watch: called with the campaign and its parameters after every turn.
        changed: parameters that are set instead.
        over: fields of the campaign that are set instead.
    """
    p = SimpleNamespace(**vars(parameters(future)) | (changed or {}))
    campaign, world = opened(future, kind, p, **over)
    while campaign.outcome == Outcome.OPEN and campaign.turn < turns:
        campaign.turn_days = INVASION_TURN if kind == Contingency.INVASION else WEEK
        campaign.turn += 1
        before = campaign.day
        campaign.day += campaign.turn_days
        count_us_days(campaign, before)
        if kind == Contingency.INVASION:
            fight_invasion_turn(campaign, world, p)
        else:
            fight_blockade_week(campaign, world, p)
        if watch:
            watch(campaign, p)
        if campaign.turns_to_invasion:
            break
    return campaign
