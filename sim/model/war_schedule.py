"""Who acts, in what order, in a contingency, step 10 of a quarter?

Part of `sim/model/schedule.py`, with the same actors, played as it stands by both engines.
"""

from sim.model.behaviour.campaigning import (
    end_of_quarter,
    next_turn,
    pass_turn,
    settle_fighting,
)
from sim.model.behaviour.defending import assess, count_forces
from sim.model.behaviour.deploying import choose_to_join, come_home
from sim.model.behaviour.drawing import (
    lose_assets,
    pull_assets,
    settle_balance_after,
    turn_attention,
)
from sim.model.behaviour.keeping import keep_turn
from sim.model.behaviour.opening import (
    gather,
    give_bases,
    join_fight,
    open_campaign,
    opens_now,
    settle_japan_basing,
)
from sim.model.behaviour.recording import record_margins, record_opening
from sim.model.behaviour.suffering import impose_sanctions, suffer
from sim.model.ladders import Stage


def contingency(
    world,
    market,
    campaign,
    russia,
    united_states,
    ledger,
    turns,
    classes,
    allies,
    governments,
    everyone,
    p,
):
    """Step 10: a contingency over Taiwan opens, is fought turn by turn, and its year passes."""
    partners = governments[len(allies) + 1 :]
    if opens_now(campaign, world):
        answer_opening(
            world, market, campaign, russia, united_states, allies, partners, everyone, p
        )
        assess(world, united_states, classes, campaign, market, p)
        record_opening(ledger, world)
    if campaign.stage == Stage.PEACE:
        return
    campaign.turn_days = next_turn(campaign, world)
    while campaign.turn_days > 0:
        before = campaign.stage
        pass_turn(campaign, world, united_states, p)
        for asset in classes:
            pull_assets(asset, campaign, united_states, p)
            lose_assets(asset, campaign, before)
        settle_balance_after(campaign, world, before, p)
        assess(world, united_states, classes, campaign, market, p)
        record_margins(ledger, world, campaign)
        keep_turn(turns, campaign, world, classes)
        campaign.turn_days = next_turn(campaign, world)
    campaign.days_open = end_of_quarter(campaign, world)
    for ally in allies:
        come_home(ally, world, campaign)
    impose_sanctions(campaign, world, governments, p)
    for country in everyone:
        suffer(country, campaign, world, p)
    turn_attention(united_states, campaign, p)


def answer_opening(world, market, campaign, russia, united_states, allies, partners, everyone, p):
    """The opening day: who fights, who gives bases, and with what both sides begin."""
    japan = everyone[campaign.japan_seat]
    for partner in partners:
        give_bases(partner, world, campaign, p)
    settle_japan_basing(japan, campaign)
    open_campaign(campaign, world, japan, united_states, p)
    for ally in allies:
        choose_to_join(ally, world, campaign, p)
    for partner in partners:
        join_fight(partner, campaign, world, p)
    gather(campaign, world, market, russia, japan, allies, partners, p)
    settle_fighting(campaign, world, p)
    count_forces(world, allies, p)
