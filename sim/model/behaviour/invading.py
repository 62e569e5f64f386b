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
    before = count_hulls(campaign)
    airmen_before = count_aircraft(campaign)
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
    campaign.coalition_casualties += (count_hulls(campaign) - before) * p.ship_casualties + (
        count_aircraft(campaign) - airmen_before
    ) * p.aircraft_casualties
    campaign.china_casualties += (
        (campaign.china_amphibious_lost - fleet_before) * p.transport_casualties
        + (campaign.china_escorts_lost - escorts_before) * p.ship_casualties
        + (campaign.china_aircraft_lost - china_before) * p.aircraft_casualties
    )
    decide_invasion(campaign, p)


def count_hulls(campaign):
    """Large ships and submarines that others than China have lost so far [ships]."""
    return (
        campaign.us_carriers_lost
        + campaign.us_escorts_lost
        + campaign.us_submarines_lost
        + campaign.japan_ships_lost
        + campaign.taiwan_ships_lost
        + campaign.partner_ships_lost
    )


def count_aircraft(campaign):
    """Aircraft that others than China have lost so far [aircraft]."""
    return campaign.us_aircraft_lost + campaign.japan_aircraft_lost + campaign.taiwan_aircraft_lost


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
