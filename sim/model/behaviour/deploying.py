"""Who keeps ships and aircraft in the Indo-Pacific this quarter, and at what cost?"""

from sim.model.behaviour.luck import chance
from sim.model.behaviour.opening import opens_now
from sim.model.draws import Decision
from sim.model.ladders import Stage
from sim.rules.curves import clamp
from sim.rules.deployments import (
    bound_units,
    deployment_weight,
    joining_probability,
    on_station,
    presence_there,
    staying_probability,
    surge_units,
    units_away_share,
)


def ship_weight(ally, p):
    """An ally's weight in sharing out ships: its fleet, its practice, its wish."""
    return unit_weight(ally, ally.ships, ally.can_deploy_ships, p)


def aircraft_weight(ally, p):
    """The same in sharing out aircraft."""
    return unit_weight(ally, ally.aircraft, ally.can_deploy_aircraft, p)


def unit_weight(ally, units, can_deploy, p):
    """An ally's weight in sharing out units of which it had so many at the start."""
    return deployment_weight(
        fleet=units * ally.strength,
        can_deploy=can_deploy,
        asia_role=ally.asia_role,
        national_presence=ally.national_presence,
        novice_share=p.novice_deployer_share,
    )


def offer_units(ally, p):
    """An ally's weights in sharing out presence, if the path asks it for any."""
    ally.ship_weight = ally.may_deploy * ship_weight(ally, p)
    ally.aircraft_weight = ally.may_deploy * aircraft_weight(ally, p)


def share_out_presence(world, allies, lever):
    """Adds up the weights by which the presence asked is shared out."""
    world.presence_asked = lever.indo_pacific_presence
    ships = 0.0
    aircraft = 0.0
    for ally in allies:
        ships += ally.ship_weight
        aircraft += ally.aircraft_weight
    world.ship_weight_total = ships
    world.aircraft_weight_total = aircraft


def ships_kept(ally, world, p):
    """Ships on station when an ally takes its part of what is asked, within its rotation."""
    return units_kept(
        world.presence_asked * p.presence_ships,
        ally.ship_weight,
        world.ship_weight_total,
        ally.ships * ally.strength,
        p,
    )


def aircraft_kept(ally, world, p):
    """Aircraft on station when an ally takes its part of what is asked, within its rotation."""
    return units_kept(
        world.presence_asked * p.presence_aircraft,
        ally.aircraft_weight,
        world.aircraft_weight_total,
        ally.aircraft * ally.strength,
        p,
    )


def units_kept(asked, weight, total, fleet, p):
    """Units on station of one ally, by its weight among all; none where nobody has any."""
    if total <= 0:
        return 0.0
    return on_station(asked=asked, share=weight / total, fleet=fleet, rotation=p.rotation_ratio)


def settle_presence(world, allies, lever, p):
    """What stood there in 2024, when no path asked anybody in particular."""
    for ally in allies:
        ally.ship_weight = ship_weight(ally, p)
        ally.aircraft_weight = aircraft_weight(ally, p)
    share_out_presence(world, allies, lever)
    for ally in allies:
        ally.ships_on_station = ships_kept(ally, world, p)
        ally.aircraft_on_station = aircraft_kept(ally, world, p)
    see_presence(world, allies, p)
    world.presence_2024 = world.presence


def deploy(ally, world, campaign, p):
    """An ally keeps its part on station, within its rotation; in a war units join or go home."""
    away = station_share(ally, campaign, campaign.days_open + 365 / 4)
    ally.ships_on_station = away * ships_kept(ally, world, p)
    ally.aircraft_on_station = away * aircraft_kept(ally, world, p)
    ally.ships_committed = bound_units(
        ally.ships_on_station, p.rotation_ratio, p.ship_readiness_share
    )
    ally.aircraft_committed = bound_units(
        ally.aircraft_on_station, p.rotation_ratio, p.aircraft_readiness_share
    )
    ally.presence_spending = (
        ally.ships_on_station * p.ship_presence_cost
        + ally.aircraft_on_station * p.aircraft_presence_cost
    )


def see_presence(world, allies, p):
    """What stands on station counts, not what was asked for."""
    ships = 0.0
    aircraft = 0.0
    for ally in allies:
        ships += ally.ships_on_station
        aircraft += ally.aircraft_on_station
    world.presence = presence_there(
        ships=ships,
        aircraft=aircraft,
        full_ships=p.presence_ships,
        full_aircraft=p.presence_aircraft,
    )


def come_home(ally, world, campaign):
    """By the end of the quarter in which a war opens, part of the units is home again."""
    if not opens_now(campaign, world):
        return
    share = station_share(ally, campaign, campaign.days_open)
    ally.ships_on_station = ally.ships_on_station * share
    ally.ships_committed = ally.ships_committed * share
    ally.aircraft_on_station = ally.aircraft_on_station * share
    ally.aircraft_committed = ally.aircraft_committed * share


def station_share(ally, campaign, days):
    """Part of an ally's units on station that is still out there after so many days [0-1]."""
    if campaign.stage == Stage.PEACE or campaign.stage == Stage.RETURN:
        return 1.0
    if ally.stays == 0:
        return 0.0
    return units_away_share(ally.joins, days, ally.return_days)


def expect_to_stay(world, allies, p):
    """Part of the ships on station that is expected to stay there in a crisis."""
    world.surged = 0.0
    staying = 0.0
    ships = 0.0
    for ally in allies:
        ally.units_there = clamp(
            ally.ships_on_station + ally.aircraft_on_station / p.aircraft_detachment, 0.0, 1.0
        )
        staying += ally.ships_on_station * chance_to_stay(ally, p)
        ships += ally.ships_on_station
    world.staying_share = 0.0
    if ships > 0:
        world.staying_share = staying / ships


def chance_to_stay(ally, p):
    """Chance that an ally leaves its units on station when a crisis opens [probability]."""
    return staying_probability(
        china_hardness=ally.china_hardness,
        asia_role=ally.asia_role,
        leaving_share=p.crisis_leaving_share,
    )


def answer_crisis(ally, world, china, lever, p):
    """When a crisis opens an ally takes its units out, or leaves them and may send more."""
    if china.crisis == 0 or ally.ships_on_station + ally.aircraft_on_station <= 0:
        return
    ally.stays = 0
    if chance(world, ally.code, Decision.UNIT_STAYS) < chance_to_stay(ally, p):
        ally.stays = 1
        send_more(ally, world, lever, p)
        return
    ally.withdrawals += ally.units_there
    ally.ships_on_station = 0.0
    ally.ships_committed = 0.0
    ally.aircraft_on_station = 0.0
    ally.aircraft_committed = 0.0


def ready_ships(ally, p):
    """Ships of an ally that could sail now, wherever they are [ships]."""
    return ally.ships * ally.strength * ally.readiness * p.ship_readiness_share


def ready_aircraft(ally):
    """Aircraft of an ally that could fly now, wherever they are [aircraft]."""
    return ally.aircraft * ally.strength * ally.readiness


def send_more(ally, world, lever, p):
    """A surge takes ready ships and aircraft from Europe for the quarter, and costs money."""
    ships = surge_units(
        on_station=ally.ships_on_station,
        ready=ready_ships(ally, p),
        committed=ally.ships_committed,
        surge=lever.crisis_surge,
    )
    aircraft = surge_units(
        on_station=ally.aircraft_on_station,
        ready=ready_aircraft(ally),
        committed=ally.aircraft_committed,
        surge=lever.crisis_surge,
    )
    ally.ships_on_station += ships
    ally.ships_committed += ships
    ally.aircraft_on_station += aircraft
    ally.aircraft_committed += aircraft
    ally.presence_spending += ships * p.ship_presence_cost + aircraft * p.aircraft_presence_cost
    world.surged += ships


def choose_to_join(ally, world, campaign, p):
    """In the quarter in which a war opens, units on station join it or turn for home."""
    if not opens_now(campaign, world):
        return
    ally.return_days = p.return_days
    ally.joins = 0.0
    ally.p_joins = 0.0
    if ally.ships_on_station + ally.aircraft_on_station <= 0:
        return
    ally.p_joins = campaign.us_enters * joining_probability(
        china_hardness=ally.china_hardness,
        asia_role=ally.asia_role,
        joining_effect=p.joining_effect + campaign.homeland_struck * p.homeland_joining_effect,
    )
    if chance(world, ally.code, Decision.UNIT_JOINS) < ally.p_joins:
        ally.joins = 1.0
        lost = ally.ships_on_station * p.joiner_loss_share
        ally.ships = max(0.0, ally.ships - lost / ally.strength)
        ally.ships_on_station -= lost
        ally.ships_committed = max(0.0, ally.ships_committed - lost)
        ally.ships_lost += lost
