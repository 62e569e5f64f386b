"""Where do US forces stand in peace, and how do partners and rivals align?"""

from sim.model.ladders import Administration, Agenda, Stage, UkraineWar
from sim.rules.industry import delayed_next
from sim.rules.posture import (
    alignment_next,
    alignment_of_rivals_next,
    pacific_gain,
    posture_goal,
)


def set_posture(united_states, world, allies, p):
    """US posture in Europe moves with the administration and with European strength."""
    strength = 0.0
    weight = 0.0
    for ally in allies:
        strength += ally.brigades * ally.strength
        weight += ally.brigades
    commitment = united_states.alliance_first_commitment
    if united_states.administration == Administration.PRIORITISER:
        commitment = united_states.prioritiser_commitment
    united_states.commitment = commitment
    goal = posture_goal(
        commitment=commitment,
        commitment_2024=united_states.alliance_first_commitment,
        withdrawal_share=p.withdrawal_share,
        allied_growth=strength / weight - 1,
        elasticity=p.posture_elasticity,
        pacific_balance=world.pacific_balance,
        pacific_pull=p.pacific_pull_effect,
    )
    if united_states.retrench_step >= 0 and world.step >= united_states.retrench_step:
        goal = goal * (1 - united_states.retrench_share)
    united_states.posture = delayed_next(united_states.posture, goal, p.posture_delay_years)
    world.pacific_gain = pacific_gain(united_states.posture, p.posture_arriving_share)


def align_rivals(world, campaign, p):
    """China and Russia stand closer while the war in Ukraine lasts, and when China needs help."""
    at_war = 0
    if world.ukraine_war == UkraineWar.CONTINUING:
        at_war = 1
    in_need = 1
    if campaign.stage == Stage.PEACE or campaign.stage == Stage.RETURN:
        in_need = 0
    before = world.rivals_alignment
    world.rivals_alignment = alignment_of_rivals_next(
        alignment=world.rivals_alignment,
        at_war=at_war,
        war_pull=p.rivals_war_pull,
        china_in_need=in_need,
        need_pull=p.rivals_need_pull,
        resting=p.rivals_resting_alignment,
        rate=p.rivals_alignment_rate,
    )
    world.rivals_moved = world.rivals_alignment - before


def align_partner(partner, items, world, p):
    """A partner comes closer or drifts away with what the alliance offers and says."""
    cooperation = (
        items[Agenda.CYBER].working
        + items[Agenda.COERCION].working
        + items[Agenda.INDUSTRY].working
    ) / 3
    push = (
        p.cooperation_alignment_effect * cooperation
        + p.presence_alignment_effect * (world.presence - world.presence_2024)
        + p.office_alignment_effect * items[Agenda.LIAISON_OFFICE].in_force
        + p.pledge_alignment_effect * items[Agenda.ENLARGEMENT_PLEDGE].in_force
        + p.narrative_alignment_effect * world.narrative
    ) / 4
    partner.alignment = alignment_next(
        alignment=partner.alignment,
        start=partner.alignment_start,
        push=push,
        return_share=p.anchor_return_rate / 4,
    )
