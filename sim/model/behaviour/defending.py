"""How much of the force that Europe needs is in Europe at the end of this quarter?"""

import math

from sim.model.behaviour.deploying import ready_aircraft, ready_ships
from sim.model.ladders import Asset, Stage
from sim.rules.denial import (
    airsea_margin,
    allied_land_force,
    available_ratio,
    backfill,
    cohesion_factor,
    mobility,
    p_hold,
    planned_force,
    support_factor,
)
from sim.rules.deployments import us_personnel_left
from sim.rules.overrun import arrived_share, force_by_day, hours_to_capital


def count_forces(world, allies, p):
    """Allied forces ready in Europe: land, air and sea."""
    brigades = 0.0
    aircraft = 0.0
    ships = 0.0
    on_station = 0.0
    aircraft_on_station = 0.0
    for ally in allies:
        brigades += ally.brigades * ally.strength * ally.readiness
        aircraft += max(0.0, ready_aircraft(ally) - ally.aircraft_committed)
        ships += max(0.0, ready_ships(ally, p) - ally.ships_committed)
        on_station += ally.ships_on_station
        aircraft_on_station += ally.aircraft_on_station
    world.ready_brigades = planned_force(
        ready=brigades,
        extra_planning=world.planning - world.planning_2024,
        planning_effect=p.planning_readiness_effect,
    )
    world.ready_aircraft = aircraft
    world.ready_ships = ships
    world.ships_on_station = on_station
    world.aircraft_on_station = aircraft_on_station


def command(world, campaign, p):
    """How much of the US command's attention Europe has left."""
    world.us_command = 1.0
    if campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD:
        world.us_command = 1 - p.us_command_loss_share * campaign.intensity


def air_and_sea(world, united_states, classes, market, p, us_part):
    """Air and maritime margin with the given part of the US contribution [available/required]."""
    aircraft = classes[Asset.AIRCRAFT].present * us_part * united_states.aircraft_for_europe
    warships = classes[Asset.WARSHIPS].present * us_part * united_states.ships_for_europe
    terminal = classes[Asset.TERMINAL_INTERCEPTORS].present
    area = classes[Asset.AREA_INTERCEPTORS].present
    upper = classes[Asset.UPPER_TIER_DEFENCE].present * us_part
    missiles = (terminal + area) / 2 * us_part * united_states.interceptors_for_europe
    suppression = classes[Asset.SUPPRESSION_MUNITIONS].present * us_part
    strike = classes[Asset.LONG_RANGE_MISSILES].present * us_part
    worth = 1 - p.suppression_weight * (1 - suppression) - p.strike_missile_weight * (1 - strike)
    return airsea_margin(
        aircraft_ratio=worth
        * available_ratio(world.ready_aircraft + aircraft, world.aircraft_required),
        ships_ratio=available_ratio(world.ready_ships + warships, world.ships_required),
        interceptors_ratio=(1 - p.upper_tier_weight * (1 - upper))
        * available_ratio(market.interceptors + missiles, p.interceptors_needed),
        aircraft_weight=p.aircraft_weight,
        ships_weight=p.ships_weight,
    )


def allied_land(world, classes, p, airsea, us_part, us_command):
    """Land force of Europe and Canada that counts [heavy brigade-equivalents]."""
    cohesion = fighting_as_one(world, p, us_command)
    return allied_land_force(
        ready_brigades=world.ready_brigades * moving_share(world, classes, p, us_part),
        heavy_share=p.heavy_brigade_share,
        light_weight=p.light_brigade_weight,
        support=support_factor(airsea, p.support_floor),
        cohesion=cohesion,
    )


def us_land(world, united_states, classes, campaign, p):
    """US land force in Europe and on its way by day 30 [heavy brigade-equivalents]."""
    present = classes[Asset.HEAVY_GROUND].present * united_states.posture
    withheld = max(0.0, united_states.withheld_choice)
    if campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD:
        withheld = max(withheld, p.reinforcement_withheld_share * campaign.intensity)
    moving = moving_share(world, classes, p, united_states.posture)
    return present * (
        united_states.brigades_in_europe + p.reinforcement_brigades * (1 - withheld) * moving
    )


def assess(world, united_states, classes, campaign, market, p):
    """The two denial margins of this quarter, with the US and without it."""
    command(world, campaign, p)
    posture = united_states.posture
    world.margin_airsea = air_and_sea(world, united_states, classes, market, p, posture)
    allied = allied_land(world, classes, p, world.margin_airsea, posture, world.us_command)
    american = us_land(world, united_states, classes, campaign, p)
    world.margin_land = available_ratio(allied + american, p.required_brigades)
    alone_airsea = air_and_sea(world, united_states, classes, market, p, 0.0)
    alone = allied_land(world, classes, p, alone_airsea, 0.0, 0.0)
    world.margin_land_without_us = available_ratio(alone, p.required_brigades)
    world.european_share = allied / (allied + american)
    world.p_hold = p_hold(world.margin_land, p.denial_steepness)
    assess_sudden_attack(world, united_states, classes, alone_airsea, p)


def assess_sudden_attack(world, united_states, classes, alone_airsea, p):
    """What stands in the way of a sudden attack, and how soon it reaches a capital."""
    posture = united_states.posture
    days = p.sudden_attack_day
    heavy = arrived_share(days, p.in_place_share, p.heavy_arrival_days)
    there = force_by_day(
        brigades=world.ready_brigades,
        heavy_share=p.heavy_brigade_share,
        light_weight=p.light_brigade_weight,
        heavy_there=heavy,
        light_there=arrived_share(days, p.in_place_share, p.light_arrival_days),
    )
    allied = in_place(there, world, classes, p, world.margin_airsea, posture, world.us_command)
    american = (
        heavy * classes[Asset.HEAVY_GROUND].present * posture * united_states.brigades_in_europe
    )
    alone = in_place(there, world, classes, p, alone_airsea, 0.0, 0.0)
    world.margin_fait = available_ratio(allied + american, p.sudden_required_brigades)
    world.p_hold_fait = p_hold(world.margin_fait, p.denial_steepness)
    world.hours_to_capital = hours_to_capital(
        p.march_hours, world.margin_fait, p.overrun_hours_ceiling
    )
    world.hours_to_capital_alone = hours_to_capital(
        p.march_hours,
        available_ratio(alone, p.sudden_required_brigades),
        p.overrun_hours_ceiling,
    )


def in_place(there, world, classes, p, airsea, us_part, us_command):
    """What brigades that could be there are worth on the day [heavy brigade-equivalents]."""
    return (
        there
        * moving_share(world, classes, p, us_part)
        * support_factor(airsea, p.support_floor)
        * fighting_as_one(world, p, us_command)
    )


def moving_share(world, classes, p, us_part):
    """Share of forces that the enablers there can bring in time [0-1]."""
    return mobility(
        us_enablers=classes[Asset.AIRCRAFT].present * us_part,
        european_enablers=backfill(world.enablers, world.planning, p.unplanned_backfill_share),
        floor=p.mobility_floor,
    )


def fighting_as_one(world, p, us_command):
    """Share of allied forces that fights as one [0-1]."""
    return cohesion_factor(
        us_command=us_command,
        planning=world.planning,
        planning_effect=p.planning_effect,
        fragmentation_share=p.fragmentation_share,
    )


def count_us_personnel(allies, world, united_states, classes, campaign, p):
    """US troops based in each ally: what posture and the Pacific have left of those of the start.

    The year after the opening of a contingency has its lowest count kept.
    """
    left = united_states.posture * us_personnel_left(
        ground_left=classes[Asset.HEAVY_GROUND].present,
        air_left=classes[Asset.AIRCRAFT].present,
        sea_left=classes[Asset.WARSHIPS].present,
        ground_share=p.us_ground_personnel_share,
        air_share=p.us_air_personnel_share,
    )
    since = world.step - campaign.opens
    for ally in allies:
        ally.us_personnel_now = ally.us_personnel * left
        if campaign.stage == Stage.PEACE:
            ally.us_personnel_low = math.nan
        elif since == 0:
            ally.us_personnel_low = ally.us_personnel_now
        elif since < 4:
            ally.us_personnel_low = min(ally.us_personnel_low, ally.us_personnel_now)
