"""How does a campaign over Taiwan go on, turn by turn, until it ends and its year is over?"""

from sim.model.behaviour.blockading import fight_blockade_week, settle_blockade
from sim.model.behaviour.invading import fight_invasion_turn, settle_invasion
from sim.model.behaviour.mustering import settle_theatre
from sim.model.behaviour.opening import by_kind, think_again
from sim.model.ladders import Contingency, Level, Outcome, Stage

INVASION_TURN = 3.5  # days, the step of the published games
WEEK = 7.0
YEAR = 365.0
LEAST = 0.001  # days: less than this is the end of the quarter


def settle_fighting(campaign, world, p):
    """Forces and stocks of both sides on the opening day."""
    settle_theatre(campaign, world, p)
    if campaign.kind == Contingency.INVASION:
        settle_invasion(campaign, p)
    else:
        settle_blockade(campaign, world, p)


def end_of_quarter(campaign, world):
    """Days from the opening to the end of this quarter [days]."""
    return YEAR / 4 * (world.step - campaign.opens + 1) - campaign.opening_day


def next_turn(campaign, world):
    """Length of the next turn, or 0 if it does not fit into this quarter [days]."""
    left = end_of_quarter(campaign, world) - campaign.day
    if left < LEAST:
        return 0.0
    days = WEEK
    if campaign.stage == Stage.WAR and campaign.kind == Contingency.INVASION:
        days = INVASION_TURN
    if campaign.stage != Stage.WAR and campaign.day >= YEAR:
        return left
    if campaign.stage == Stage.WAR and campaign.days_choice >= 0:
        days = min(days, campaign.days_choice - campaign.day)
    if days > left:
        return 0.0
    return days


def pass_turn(campaign, world, united_states, p):
    """One turn: the days pass, and while it lasts they are fought."""
    campaign.turn += 1
    before = campaign.day
    campaign.day += campaign.turn_days
    if campaign.stage == Stage.WAR:
        count_us_days(campaign, before)
        fight(campaign, world, united_states, p)
        campaign.fought_to = world.step
        campaign.days = campaign.day
        campaign.intensity = max(campaign.intensity, effort(campaign, p))
        stop_fighting(campaign, p)
    elif campaign.stage == Stage.HOLD and campaign.day > campaign.days + campaign.hold_days:
        campaign.stage = Stage.RETURN
    if campaign.stage != Stage.RETURN:
        campaign.us_days = max(0.0, campaign.day - campaign.us_delay)


def count_us_days(campaign, before):
    """Part of this turn in which the United States fights."""
    fought = campaign.day - max(before, campaign.us_delay)
    campaign.us_fighting = campaign.us_enters * max(0.0, fought) / campaign.turn_days


def fight(campaign, world, united_states, p):
    """An invasion fights in turns of days, a blockade in weeks; it may become an invasion."""
    if campaign.kind == Contingency.INVASION:
        fight_invasion_turn(campaign, world, p)
        return
    kind = campaign.kind
    fight_blockade_week(campaign, world, p)
    if campaign.turns_to_invasion == 1:
        campaign.turns_to_invasion = 0
        campaign.kind = Contingency.INVASION
        settle_invasion(campaign, p)
    if campaign.kind != kind:
        campaign.worsened = world.step
        think_again(campaign, united_states, p)


def effort(campaign, p):
    """How much of the US effort the fighting takes [0-1]."""
    taken = by_kind(campaign, 1.0, p.blockade_intensity, p.quarantine_intensity)
    if campaign.kind == Contingency.BLOCKADE and campaign.coalition_level == Level.WIDER_WAR:
        taken = 1.0
    if campaign.us_enters == 0:
        taken = p.bystander_intensity * taken
    return taken


def stop_fighting(campaign, p):
    """The fighting ends with its outcome, or on the last day that the scenario gives it."""
    if (
        campaign.outcome == Outcome.OPEN
        and campaign.days_choice >= 0
        and campaign.day >= campaign.days_choice
    ):
        campaign.outcome = Outcome.STOPPED
    if campaign.outcome == Outcome.OPEN:
        return
    campaign.stage = Stage.HOLD
    if campaign.day <= campaign.us_delay:
        campaign.us_enters = 0
        campaign.intensity = effort(campaign, p)
    if campaign.outcome == Outcome.CHINESE_VICTORY or campaign.outcome == Outcome.TAIWAN_YIELDS:
        campaign.china_wins = 1
