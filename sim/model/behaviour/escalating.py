"""Does a blockade go up a level, find a way out, break Taiwan, or become an invasion?"""

from sim.model.behaviour.luck import chance
from sim.model.draws import Decision
from sim.model.ladders import Contingency, Level, Outcome
from sim.rules.blockade import rising_chance
from sim.rules.curves import ratio_or


def settle_levels(campaign, world, p):
    """The level on which each side begins: fixed or drawn; war needs the United States."""
    campaign.china_level = Level.MINES_AND_SUBMARINES
    if campaign.kind == Contingency.QUARANTINE:
        campaign.china_level = Level.BOARDING
    campaign.coalition_level = Level.BOARDING
    if chance(world, 0, Decision.COALITION_LEVEL) < p.assertive_taiwan_share:
        campaign.coalition_level = Level.MINES_AND_SUBMARINES
    if campaign.china_level_choice > 0:
        campaign.china_level = campaign.china_level_choice
    if campaign.coalition_level_choice > 0:
        campaign.coalition_level = campaign.coalition_level_choice
    if campaign.us_enters == 0 and campaign.coalition_level > Level.MINES_AND_SUBMARINES:
        campaign.coalition_level = Level.MINES_AND_SUBMARINES
    campaign.turns_to_invasion = 0
    keep_peaks(campaign)


def keep_peaks(campaign):
    """The highest level of each side so far."""
    campaign.china_level_peak = max(campaign.china_level_peak, campaign.china_level)
    campaign.coalition_level_peak = max(campaign.coalition_level_peak, campaign.coalition_level)


def bring_in_us(campaign):
    """A United States that fights brings its escorts; against boarding they only keep watch."""
    if campaign.us_fighting <= 0 or campaign.levels_may_rise == 0:
        return
    wanted = Level.MINES_AND_SUBMARINES
    if campaign.china_level >= Level.MINES_AND_SUBMARINES:
        wanted = Level.LIMITED_WAR
    if campaign.coalition_level < wanted:
        campaign.coalition_level = wanted


def rise(campaign, world, p):
    """Each side may go up one level when it does not get what it wants."""
    if campaign.levels_may_rise == 0:
        return
    china = rising_chance(p.china_rising_rate, campaign.arriving)
    others = rising_chance(
        p.coalition_rising_rate, max(1 - campaign.electricity, campaign.trip_loss_share)
    )
    luck = chance(world, campaign.turn, Decision.CHINA_RISES)
    if campaign.china_level < Level.WIDER_WAR and luck < china:
        campaign.china_level += 1
    luck = chance(world, campaign.turn, Decision.COALITION_RISES)
    if campaign.coalition_level < highest_level(campaign) and luck < others:
        campaign.coalition_level += 1
    if campaign.kind == Contingency.QUARANTINE and campaign.china_level > Level.BOARDING:
        campaign.kind = Contingency.BLOCKADE
    keep_peaks(campaign)


def highest_level(campaign):
    """How far the others can go: war needs the United States."""
    if campaign.us_fighting > 0:
        return Level.WIDER_WAR
    return Level.MINES_AND_SUBMARINES


def decide_blockade(campaign, world, p):
    """A way out, a Taiwan that yields, an invasion, or the end of the record."""
    if campaign.electricity < p.dark_electricity:
        campaign.dark_weeks += 1
    else:
        campaign.dark_weeks = 0
    luck = chance(world, campaign.turn, Decision.TAIWAN_YIELDS)
    darkness = 1 - ratio_or(campaign.electricity, p.dark_electricity, 1.0)
    if may_yield(campaign, p) == 1 and luck < rising_chance(p.taiwan_yield_rate, darkness):
        campaign.outcome = Outcome.TAIWAN_YIELDS
    if campaign.outcome == Outcome.OPEN and campaign.levels_may_rise == 1:
        look_for_a_way_out(campaign, world, p)
    if campaign.outcome == Outcome.OPEN and campaign.weeks >= p.blockade_weeks_ceiling:
        campaign.outcome = Outcome.STOPPED


def look_for_a_way_out(campaign, world, p):
    """Both sides may step back; where both have gone all the way, China may invade instead."""
    weariness = min(2.0, 1 + campaign.weeks / p.weary_weeks)
    if chance(world, campaign.turn, Decision.OFF_RAMP) < rising_chance(p.off_ramp_rate, weariness):
        campaign.outcome = Outcome.OFF_RAMP
        return
    luck = chance(world, campaign.turn, Decision.TURNS_TO_INVASION)
    if at_wider_war(campaign) == 1 and luck < p.invasion_turn_rate:
        campaign.turns_to_invasion = 1


def may_yield(campaign, p):
    """Whether Taiwan is dark for weeks with no help in sight [0/1]."""
    if campaign.us_fighting > 0 or campaign.levels_may_rise == 0:
        return 0
    if campaign.dark_weeks >= p.dark_weeks_to_yield:
        return 1
    return 0


def at_wider_war(campaign):
    """Whether both sides have gone as far as a blockade goes [0/1]."""
    if campaign.china_level == Level.WIDER_WAR and campaign.coalition_level == Level.WIDER_WAR:
        return 1
    return 0
