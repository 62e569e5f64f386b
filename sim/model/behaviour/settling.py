"""How does a future begin? Uncertain facts and stances are drawn, and forces are counted."""

import math

from sim.model.behaviour.luck import chance, shock
from sim.model.draws import Decision
from sim.model.ladders import Administration, Agenda, Stage, UkraineWar
from sim.rules.budgets import fiscal_ceiling
from sim.rules.curves import clamp
from sim.rules.industry import scarcity_price, start_delay
from sim.rules.stances import anchor_for, influence_weight, voice


def time_factor(p):
    """Speed of European industry, 1 when the published gap takes 12 years [ratio]."""
    return p.gap_closing_years / p.gap_closing_reference


def settle_world(world, lever, p):
    """Time, war and programmes stand as in the first quarter."""
    world.ukraine_war = UkraineWar.CONTINUING
    world.ukraine_war_ended = -1
    world.war_shock = 1.0
    world.rivals_alignment = p.rivals_resting_alignment + p.rivals_war_pull
    if world.ukraine_begin_step >= 0:
        world.ukraine_war = UkraineWar.NOT_BEGUN
        world.war_shock = 0.0
        world.rivals_alignment = p.rivals_resting_alignment
    world.planning = lever.contingency_planning
    world.planning_2024 = lever.contingency_planning
    world.planning_drafted = lever.contingency_planning
    world.ukraine_support = 1.0
    world.us_command = 1.0
    world.narrative = p.narrative_own_rate / p.narrative_fading_rate
    world.reception = p.reception_2024
    world.texts_2024 = lever.taiwan_statements
    world.dialogue_2024 = lever.china_dialogue


def settle_agenda(items, council):
    """What is agreed at the start is in force and works."""
    for i in range(len(items)):
        items[i].code = i
        items[i].divisible = 1
        items[i].in_force = items[i].proposed
        items[i].working = items[i].proposed
    items[Agenda.LIAISON_OFFICE].divisible = 0
    council.spending_target_start = council.spending_target


def settle_partner(partner):
    """A partner begins aligned as far as it wants links with the alliance."""
    partner.alignment = partner.asia_role
    partner.alignment_start = partner.asia_role


def settle_bases(japan, p):
    """For Japan the published games say how often it gives bases, not its stance card."""
    japan.base_access = p.japan_basing_share


def settle_stances(country, world):
    """A government's stance as one reading of uncertain evidence."""
    country.china_hardness = clamp(
        country.china_hardness
        + country.china_hardness_sd * shock(world, country.code, Decision.CHINA_HARDNESS),
        0.0,
        1.0,
    )
    country.russia_threat = clamp(
        country.russia_threat
        + country.russia_threat_sd * shock(world, country.code, Decision.RUSSIA_THREAT),
        0.0,
        1.0,
    )
    country.asia_role = clamp(
        country.asia_role + country.asia_role_sd * shock(world, country.code, Decision.ASIA_ROLE),
        0.0,
        1.0,
    )
    country.china_engagement = clamp(
        country.china_engagement
        + country.china_engagement_sd * shock(world, country.code, Decision.CHINA_ENGAGEMENT),
        0.0,
        1.0,
    )


def settle_administrations(united_states, us_government):
    """How this future reads the evidence on the United States holds for both administrations."""
    united_states.prioritiser_hardness = read_alike(
        united_states.prioritiser_hardness,
        us_government.china_hardness - united_states.alliance_first_hardness,
    )
    united_states.prioritiser_threat = read_alike(
        united_states.prioritiser_threat,
        us_government.russia_threat - united_states.alliance_first_threat,
    )
    united_states.prioritiser_asia_role = read_alike(
        united_states.prioritiser_asia_role,
        us_government.asia_role - united_states.alliance_first_asia_role,
    )
    united_states.prioritiser_engagement = read_alike(
        united_states.prioritiser_engagement,
        us_government.china_engagement - united_states.alliance_first_engagement,
    )
    united_states.alliance_first_hardness = us_government.china_hardness
    united_states.alliance_first_threat = us_government.russia_threat
    united_states.alliance_first_asia_role = us_government.asia_role
    united_states.alliance_first_engagement = us_government.china_engagement


def read_alike(card, error):
    """A stance of the other administration, read with the same error [0-1]."""
    return clamp(card + error, 0.0, 1.0)


def settle_anchor(country, p):
    """The settled views that keep the stance cards as they are while nothing happens."""
    country.china_hardness_anchor = anchor_for(
        country.china_hardness, country.china_hardness_heard, p.stubbornness_share
    )
    country.russia_threat_anchor = anchor_for(
        country.russia_threat, country.russia_threat_heard, p.stubbornness_share
    )
    country.china_hardness_start = country.china_hardness_anchor
    country.russia_threat_start = country.russia_threat_anchor
    country.russia_threat_reference = country.russia_threat


def settle_economy(country, world):
    """Growth at trend, one reading of trade that is not well known, and nothing decided yet."""
    country.gdp_potential = country.gdp
    country.gdp_growth = country.gdp_trend
    country.sanctions = math.nan
    country.us_personnel_now = math.nan
    country.us_personnel_low = math.nan
    luck = shock(world, country.code, Decision.TRADE_TAIWAN)
    country.trade_taiwan = max(0.0, country.trade_taiwan + country.trade_taiwan_sd * luck)


def settle_budget(country, world, p):
    """What the treasury will not pass, and what forces cost to keep."""
    country.fiscal_ceiling = fiscal_ceiling(
        draw=chance(world, country.code, Decision.FISCAL_ROOM),
        room_share=p.fiscal_room_share,
        ceiling_with_room=p.fiscal_ceiling_with_room,
        low=p.fiscal_ceiling_low,
        high=p.fiscal_ceiling_high,
    )
    country.fiscal_ceiling = max(country.fiscal_ceiling, country.spending_share)
    country.sustain_spending = country.equipment_history * p.sustain_factor
    country.running_spending_start = country.spending * (1 - country.equipment_share)
    third = country.equipment_recent * p.delivery_years * time_factor(p) / 3
    country.orders_early = third
    country.orders_middle = third
    country.orders_late = third


def settle_forces(country, world, p):
    """Units on the books become units that count, by the money behind them."""
    brigades = country.brigade_count + country.brigade_count_sd * shock(
        world, country.code, Decision.BRIGADE_COUNT
    )
    aircraft = country.aircraft_count + country.aircraft_count_sd * shock(
        world, country.code, Decision.AIRCRAFT_COUNT
    )
    ships = country.ship_count + country.ship_count_sd * shock(
        world, country.code, Decision.SHIP_COUNT
    )
    if country.brigade_count > 0:
        country.modernity = clamp(
            country.spending / (country.brigade_count * p.modern_brigade_spending),
            p.modernity_floor,
            1.0,
        )
    country.brigades = max(0.0, brigades) * country.modernity * p.land_readiness_share
    country.aircraft = max(0.0, aircraft) * country.modernity * p.aircraft_readiness_share
    country.ships = max(0.0, ships)
    by_unit = time_factor(p) * (
        country.brigades * p.brigade_cost
        + country.aircraft * p.aircraft_cost
        + country.ships * p.ship_cost
    )
    kept = country.equipment_history * p.sustain_factor * p.force_life_years
    country.force_value = max(by_unit, kept)
    country.strength = 1.0
    country.readiness = 1.0


def settle_market(market, allies, lever, p):
    """European industry delivers part of what allies ordered last."""
    recent = 0.0
    for ally in allies:
        recent += ally.spending * ally.equipment_share
    market.output = recent * p.output_share_2024
    market.capacity_2024 = market.output / p.capacity_use_share
    market.capacity = market.capacity_2024
    market.demand = recent
    market.price = 1.0
    market.price_2024 = scarcity_price(
        demand=recent,
        output=market.output,
        scarcity_effect=p.scarcity_price_effect,
        ceiling=p.scarcity_price_ceiling,
    )
    market.funded = lever.industry_expansion
    market.funded_started = lever.industry_expansion
    market.start_delay = start_delay(
        delay_months=p.industry_start_delay,
        slip_months=p.industry_slip_months,
        fulfilment_share=p.fulfilment_share,
        time_factor=time_factor(p),
    )
    market.interceptors = p.allied_interceptors
    market.interceptor_output = p.interceptor_output_2024
    market.interceptors_leading = p.interceptor_output_2024 * p.missile_lead_delay / 12
    market.interceptors_ukraine_ratio = 1.0


def settle_requirement(world, united_states, allies, p):
    """Air and sea forces needed: those ready at the start with those of the US."""
    aircraft = p.us_aircraft_for_europe
    ships = p.us_ships_for_europe
    for ally in allies:
        aircraft += ally.aircraft
        ships += ally.ships * p.ship_readiness_share
    world.aircraft_required = aircraft
    world.ships_required = ships
    united_states.aircraft_for_europe = p.us_aircraft_for_europe
    united_states.ships_for_europe = p.us_ships_for_europe
    united_states.interceptors_for_europe = p.us_interceptors_for_europe
    united_states.administration = Administration.ALLIANCE_FIRST
    united_states.burden_pressure = united_states.alliance_first_pressure
    united_states.taiwan_will = united_states.alliance_first_will
    united_states.commitment = united_states.alliance_first_commitment
    united_states.posture = 1.0


def settle_asset(asset, drawn_share, draw_time_ratio, lost_share, rebuild_years):
    """One class of US assets, all of it where Europe counts on it."""
    asset.drawn_share = drawn_share
    asset.draw_time_ratio = draw_time_ratio
    asset.lost_share = lost_share
    asset.rebuild_years = rebuild_years
    asset.away = 0.0
    asset.lost = 0.0
    asset.present = 1.0


def settle_assets(classes, p):
    """Each class with its pull, its losses and the time that industry needs to replace them."""
    lead = p.missile_lead_delay / 12
    years = p.platform_replacement_years
    fired = p.missiles_fired_share
    lost = p.platforms_lost_share
    early = p.missile_draw_time_ratio
    settle_asset(classes[0], p.drawn_share_long_range_missiles, early, fired, lead)
    settle_asset(classes[1], p.drawn_share_aircraft, 1.0, lost, years)
    settle_asset(classes[2], p.drawn_share_warships, 1.0, lost, years)
    settle_asset(classes[3], p.drawn_share_terminal_interceptors, early, fired, lead)
    settle_asset(classes[4], p.drawn_share_area_interceptors, early, fired, lead)
    settle_asset(classes[5], p.drawn_share_upper_tier_defence, early, fired, lead)
    settle_asset(classes[6], p.drawn_share_suppression_munitions, early, fired, lead)
    late = p.ground_draw_time_ratio
    settle_asset(classes[7], p.drawn_share_heavy_ground, late, p.ground_lost_share, years)


def settle_campaign(campaign, russia, p):
    """Peace over Taiwan, war in Ukraine."""
    campaign.stage = Stage.PEACE
    campaign.worsened = -1
    campaign.fought_to = -1
    campaign.hold_days = p.pacific_hold_days
    russia.reconstitution_floor = p.reconstitution_floor
    russia.ending_factor = 1.0
    russia.attacked = -1
    russia.defence_held = -1


def settle_influence(influence, distance_km, governments, p):
    """Who hears whom: rows of the influence matrix sum to 1."""
    for government in governments:
        government.voice = voice(government.gdp_weight, p.influence_gdp_power)
    for i in range(len(governments)):
        total = 0.0
        for j in range(len(governments)):
            weight = 0.0
            if i != j:
                weight = influence_weight(
                    distance_km=distance_km[i][j],
                    voice=governments[j].voice,
                    influence_distance_km=p.influence_distance_km,
                )
                if governments[i].is_member == governments[j].is_member:
                    weight = weight * (1 + p.same_alliance_effect)
            influence[i][j] = weight
            total += weight
        for j in range(len(governments)):
            influence[i][j] = influence[i][j] / total
