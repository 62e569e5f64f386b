"""A contingency over Taiwan opens: who fights, who gives bases, with what?"""

from sim.model.behaviour.luck import chance
from sim.model.draws import Decision
from sim.model.ladders import Contingency, Outcome, Stage
from sim.rules.curves import clamp, ratio_or
from sim.rules.posture import (
    basing_probability,
    fighting_probability,
    reinforced,
    us_fights_probability,
)


def opens_now(campaign, world):
    """Whether a contingency opens in this quarter."""
    return campaign.kind != Contingency.NONE and world.step == campaign.opens


def by_kind(campaign, invasion, blockade, quarantine):
    """The value for what is going on."""
    if campaign.kind == Contingency.BLOCKADE:
        return blockade
    if campaign.kind == Contingency.QUARANTINE:
        return quarantine
    return invasion


def open_campaign(campaign, world, japan, united_states, p):
    """On a drawn day of its quarter the contingency opens; the United States fights or not."""
    campaign.stage = Stage.WAR
    campaign.outcome = Outcome.OPEN
    campaign.kind_opened = campaign.kind
    campaign.worsened = world.step
    campaign.fought_to = world.step
    campaign.opening_day = 365 / 4 * chance(world, 0, Decision.CAMPAIGN_DAY)
    campaign.missiles_gone_day = -1.0
    campaign.europe_deficit = clamp(1 - world.margin_land, 0.0, 1.0)
    choose_us_entry(campaign, world, united_states, p)
    campaign.japan_basing = japan.gives_bases


def choose_us_entry(campaign, world, united_states, p):
    """The US fights or not, at once or late: fixed by the scenario or drawn.

    More ambiguous acts leave more room to stay out, and so does an administration with less will.
    """
    fights = chance_to_fight(campaign, united_states, p)
    luck = chance(world, 0, Decision.US_ENTRY)
    if campaign.us_choice == 1:
        luck = luck * fights
    campaign.entry_luck = luck
    campaign.us_enters = 0
    if luck < fights:
        campaign.us_enters = 1
    if campaign.us_choice >= 0:
        campaign.us_enters = campaign.us_choice
    campaign.us_delay = 0.0
    if campaign.us_enters == 1:
        campaign.us_delay = entry_delay(luck / fights, p)
    if campaign.us_enters == 1 and campaign.us_delay_choice >= 0:
        campaign.us_delay = campaign.us_delay_choice
    if campaign.days_choice >= 0:
        campaign.us_delay = min(campaign.us_delay, campaign.days_choice / 2)


def chance_to_fight(campaign, united_states, p):
    """Chance that the United States fights what is going on [probability]."""
    return us_fights_probability(
        stays_out=by_kind(
            campaign,
            p.us_entry_never_share,
            p.us_stays_out_of_blockade,
            p.us_stays_out_of_quarantine,
        ),
        taiwan_will=united_states.taiwan_will,
        reference_will=p.us_will_reference,
        will_effect=p.us_will_effect,
    )


def think_again(campaign, united_states, p):
    """When it grows graver, a United States that stayed out may come in, with the same luck."""
    if campaign.us_enters == 1 or campaign.us_choice >= 0:
        return
    if campaign.entry_luck < chance_to_fight(campaign, united_states, p):
        campaign.us_enters = 1
        campaign.us_delay = campaign.day


def entry_delay(luck, p):
    """Days until the US fights, given that it does [days]."""
    at_once = p.us_entry_immediate_share
    in_days = p.us_entry_days_share
    enters = at_once + in_days + p.us_entry_weeks_share
    if luck > (at_once + in_days) / enters:
        return p.us_entry_weeks_delay
    if luck > at_once / enters:
        return p.us_entry_days_delay
    return 0.0


def give_bases(partner, world, campaign, p):
    """In the quarter in which a war opens a partner in the Pacific gives bases for it, or not."""
    if not opens_now(campaign, world):
        return
    partner.gives_bases = 0
    opens = basing_probability(
        base_share=partner.base_access,
        alignment_change=partner.alignment - partner.alignment_start,
        access_effect=p.alignment_access_effect,
    )
    if chance(world, partner.code, Decision.BASES) < opens:
        partner.gives_bases = 1


def settle_japan_basing(japan, campaign):
    """The scenario may fix whether Japan gives bases; a Japan that takes part does."""
    if japan.fights_choice == 1:
        japan.gives_bases = 1
    if campaign.japan_choice >= 0:
        japan.gives_bases = campaign.japan_choice


def join_fight(partner, campaign, world, p):
    """A partner that gives bases to a United States at war may fight itself."""
    if not opens_now(campaign, world):
        return
    partner.p_fights = 0.0
    partner.fights = 0
    if campaign.us_enters == 1 and partner.gives_bases == 1:
        partner.p_fights = fighting_probability(
            share=p.partner_fights_share,
            hardness=partner.china_hardness,
            hardness_effect=p.partner_fights_hardness_effect,
        )
    if chance(world, partner.code, Decision.PARTNER_FIGHTS) < partner.p_fights:
        partner.fights = 1
    if partner.fights_choice >= 0:
        partner.fights = partner.fights_choice * campaign.us_enters


def gather(campaign, world, market, russia, japan, allies, partners, p):
    """Who stands beside the United States, and how strong it is in the Pacific."""
    campaign.japan_fights = japan.fights * campaign.japan_basing
    fighting = 0.0
    spending = 0.0
    for partner in partners:
        if partner.code != japan.code:
            fighting += partner.fights * partner.spending
            spending += partner.spending
    campaign.partners_fighting = ratio_or(fighting, spending, 0.0)
    joined = 0.0
    for ally in allies:
        joined += ally.joins * ally.ships_on_station
    campaign.european_navies = min(1.0, joined / p.european_navies_ships)
    if campaign.navies_choice >= 0:
        campaign.european_navies = campaign.navies_choice * campaign.us_enters
    tied = 0.0
    if russia.attacked >= 0:
        tied = p.us_tied_by_russia
    campaign.us_reinforced = reinforced(world.pacific_gain, tied)
    campaign.pacific_interceptors = 1 + p.pacific_delivery_weight * (
        interceptors_delivered(world, market, p) - 1
    )


def interceptors_delivered(world, market, p):
    """Interceptors that Pacific buyers got since the start, beside the rate of 2024 [ratio]."""
    usual = (
        p.interceptor_output_2024
        * (1 - p.munitions_priority_2024)
        * (1 - p.interceptors_ukraine_share)
    )
    return ratio_or(market.interceptors_pacific, usual * (world.step + 1) / 4, 1.0)
