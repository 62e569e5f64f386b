"""One turn of an invasion of Taiwan: who strikes, who lands, and is it decided?"""

from sim.model.behaviour.landing import (
    fight_ashore,
    fleet_beaten,
    land,
    reinforce,
    settle_landing,
    take_ports,
    winning,
)
from sim.model.behaviour.striking import (
    fight_in_air,
    fire_at_fleet,
    strike_bases,
    strike_ships,
    strike_taiwan,
)
from sim.model.behaviour.totalling import coalition_aircraft_lost, coalition_ships_lost
from sim.model.ladders import Outcome


def settle_invasion(campaign, p):
    """The first day of an invasion; a Taiwan that does not resist is taken."""
    settle_landing(campaign, p)
    campaign.turn_before = campaign.turn
    if campaign.taiwan_resists == 0:
        campaign.outcome = Outcome.CHINESE_VICTORY


def fight_invasion_turn(campaign, world, p):
    """Strikes, then the fleet under fire, then the beaches; in the end, whether it is decided."""
    if campaign.outcome != Outcome.OPEN:
        return
    before = coalition_ships_lost(campaign)
    airmen_before = coalition_aircraft_lost(campaign)
    china_before = campaign.china_aircraft_lost
    fleet_before = campaign.china_amphibious_lost
    escorts_before = campaign.china_escorts_lost
    if campaign.us_fighting > 0:
        campaign.us_turns += 1
    strike_taiwan(campaign, p)
    strike_bases(campaign, world, p)
    strike_ships(campaign, world, p)
    fight_in_air(campaign, world, p)
    land(campaign, p)
    fire_at_fleet(campaign, world, p)
    reinforce(campaign, p)
    fight_ashore(campaign, world, p)
    take_ports(campaign, p)
    ships = coalition_ships_lost(campaign) - before
    aircraft = coalition_aircraft_lost(campaign) - airmen_before
    campaign.coalition_casualties += ships * p.ship_casualties + aircraft * p.aircraft_casualties
    campaign.china_casualties += (
        (campaign.china_amphibious_lost - fleet_before) * p.transport_casualties
        + (campaign.china_escorts_lost - escorts_before) * p.ship_casualties
        + (campaign.china_aircraft_lost - china_before) * p.aircraft_casualties
    )
    decide_invasion(campaign, p)


def decide_invasion(campaign, p):
    """Victory, a beaten fleet, a lodgement that starves, a stalemate, or the end of the record."""
    if winning(campaign, p) == 1:
        campaign.outcome = Outcome.CHINESE_VICTORY
    elif fleet_beaten(campaign, p) == 1:
        campaign.outcome = Outcome.FLEET_DEFEATED
    elif campaign.starved_turns >= p.starving_turns:
        campaign.outcome = Outcome.LODGEMENT_STARVED
    elif campaign.still_turns >= p.stalemate_turns:
        campaign.outcome = Outcome.STALEMATE
    elif campaign.turn - campaign.turn_before >= p.invasion_turns_ceiling:
        campaign.outcome = Outcome.STOPPED
