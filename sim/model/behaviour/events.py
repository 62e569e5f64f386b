"""What happens to the world before anybody acts? Time, war, growth, elections."""

import math

from sim.model.behaviour.luck import chance, shock
from sim.model.draws import Decision
from sim.model.ladders import Administration, UkraineWar
from sim.rules.budgets import war_shock_next
from sim.rules.campaign import half_life_left
from sim.rules.curves import clamp, exp, quarter_hazard
from sim.rules.stances import anchor_for


def count_time(world):
    """The calendar says which quarter it is."""
    index = world.start_index + world.step
    world.year = index // 4
    world.quarter = index % 4 + 1


def accede(country, world):
    """A country is a member from the first quarter of the year in which it joins."""
    if world.quarter == 1 and 0 < country.accession_year <= world.year:
        country.is_member = 1


def fight_in_ukraine(world, russia, threat, p):
    """The war in Ukraine begins, goes on, or ends in one of four ways."""
    world.threat_event = threat
    if world.ukraine_war == UkraineWar.NOT_BEGUN:
        if world.step == world.ukraine_begin_step:
            world.ukraine_war = UkraineWar.CONTINUING
            world.threat_event += 1.0
    elif world.ukraine_war == UkraineWar.CONTINUING and fighting_stops(world, p):
        world.ukraine_war_ended = world.step
        end_in_ukraine(world, russia, p)
    at_war = 0
    if world.ukraine_war == UkraineWar.CONTINUING:
        at_war = 1
    world.war_shock = war_shock_next(world.war_shock, at_war, p.shock_memory_years)


def fighting_stops(world, p):
    """Whether the fighting stops this quarter: fixed by the scenario or drawn."""
    if world.ukraine_end_fixed == 1:
        return world.step == world.ukraine_end_step
    return chance(world, 0, Decision.WAR_END) < quarter_hazard(clamp(p.war_end_rate, 0.0, 1.0))


def end_in_ukraine(world, russia, p):
    """How it ends: fixed by the scenario, or drawn by the support that reached Ukraine."""
    ending = world.ukraine_end_kind
    if world.ukraine_end_fixed == 0:
        ending = draw_ending(world, p)
    world.ukraine_war = ending
    russia.ending_factor = 1.0
    if ending == UkraineWar.UKRAINIAN_DEFEAT:
        russia.ending_factor = p.defeat_recovery_factor
    elif ending == UkraineWar.RUSSIAN_SETBACK:
        russia.ending_factor = p.setback_recovery_factor
    elif ending == UkraineWar.FROZEN:
        russia.ending_factor = p.frozen_recovery_factor


def draw_ending(world, p):
    """One of the four ends of the war in Ukraine."""
    tilt = p.support_ending_effect * (world.ukraine_support - 1)
    defeat = clamp(p.ukrainian_defeat_share * (1 - tilt), 0.0, 0.5)
    setback = clamp(p.russian_setback_share * (1 + tilt), 0.0, 0.5)
    luck = chance(world, 0, Decision.WAR_ENDING)
    if luck < defeat:
        return UkraineWar.UKRAINIAN_DEFEAT
    if luck > 1 - setback:
        return UkraineWar.RUSSIAN_SETBACK
    if luck < defeat + (1 - defeat - setback) * p.ceasefire_share:
        return UkraineWar.CEASEFIRE
    return UkraineWar.FROZEN


def grow(country, world, campaign, measured, p):
    """The economy grows around its trend, or as it did, and carries what the contingency took."""
    if world.quarter == 1:
        country.gdp_growth = measured
        if math.isnan(measured):
            luck = shock(world, country.code, Decision.GROWTH)
            country.gdp_growth = country.gdp_trend + p.growth_noise * luck
    country.gdp_potential = country.gdp_potential * exp(country.gdp_growth / 4)
    left = 0.0
    if country.gdp_loss > 0:
        years_after = max(0.0, campaign.days_open / 365 - 1)
        left = half_life_left(years_after, p.loss_half_years)
    country.loss_now = country.gdp_loss * left
    country.gdp = country.gdp_potential * (1 - country.loss_now - country.coercion_loss)


def vote(country, world, p):
    """An election may move what a government comes back to."""
    if chance(world, country.code, Decision.ELECTION) < quarter_hazard(
        clamp(p.election_rate, 0.0, 1.0)
    ):
        country.china_hardness_start = clamp(
            country.china_hardness_start
            + p.election_noise * shock(world, country.code, Decision.ELECTION_SHIFT_CHINA),
            -1.0,
            2.0,
        )
        country.russia_threat_start = clamp(
            country.russia_threat_start
            + p.election_noise * shock(world, country.code, Decision.ELECTION_SHIFT_RUSSIA),
            -1.0,
            2.0,
        )


def change_administration(united_states, us_government, world, elected, p):
    """A new US administration takes office: one that the scenario names, or one that is drawn.

    One is drawn in the first quarter of 2025, 2029 and 2033; -1 stands for not named.
    """
    if world.quarter != 1 or (elected < 0 and world.year % 4 != 1):
        return
    luck = chance(world, us_government.code, Decision.US_ADMINISTRATION)
    prioritiser = elected == Administration.PRIORITISER
    if elected < 0:
        prioritiser = luck < p.prioritiser_share
    if prioritiser:
        united_states.administration = Administration.PRIORITISER
        united_states.burden_pressure = united_states.prioritiser_pressure
        united_states.taiwan_will = united_states.prioritiser_will
        take_view(
            us_government,
            united_states.prioritiser_hardness,
            united_states.prioritiser_threat,
            united_states.prioritiser_asia_role,
            united_states.prioritiser_engagement,
            p,
        )
    else:
        united_states.administration = Administration.ALLIANCE_FIRST
        united_states.burden_pressure = united_states.alliance_first_pressure
        united_states.taiwan_will = united_states.alliance_first_will
        take_view(
            us_government,
            united_states.alliance_first_hardness,
            united_states.alliance_first_threat,
            united_states.alliance_first_asia_role,
            united_states.alliance_first_engagement,
            p,
        )


def take_view(us_government, hardness, threat, asia_role, engagement, p):
    """A new administration's views: settled ones from its stances and what it hears."""
    us_government.asia_role = asia_role
    us_government.china_engagement = engagement
    us_government.china_hardness_anchor = anchor_for(
        hardness, us_government.china_hardness_heard, p.stubbornness_share
    )
    us_government.russia_threat_anchor = anchor_for(
        threat, us_government.russia_threat_heard, p.stubbornness_share
    )
    us_government.china_hardness_start = us_government.china_hardness_anchor
    us_government.russia_threat_start = us_government.russia_threat_anchor
