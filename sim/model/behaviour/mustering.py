"""With which forces and stocks does each side begin around Taiwan?"""

from sim.model.behaviour.luck import chance
from sim.model.draws import Decision
from sim.rules.curves import clamp


def settle_theatre(campaign, world, p):
    """Forces of the opening day, from parameters, posture and what the scenario fixes."""
    settle_switches(campaign, world, p)
    settle_us(campaign, p)
    settle_partners(campaign, p)
    settle_taiwan(campaign, p)
    settle_china(campaign, p)


def settle_switches(campaign, world, p):
    """What the published games varied: fixed by the scenario, or drawn."""
    campaign.leak_share = clamp(p.ship_defence_leak_share, 0.0, 1.0)
    if campaign.leak_choice >= 0:
        campaign.leak_share = campaign.leak_choice
    campaign.at_sea = drawn(world, campaign.at_sea_choice, p.cruise_at_sea_share, Decision.AT_SEA)
    campaign.show_of_force = drawn(
        world, campaign.show_choice, p.show_of_force_share, Decision.SHOW_OF_FORCE
    )
    campaign.mainland_strikes = drawn(
        world, campaign.mainland_choice, p.mainland_strikes_share, Decision.MAINLAND_STRIKES
    )


def drawn(world, choice, share, decision):
    """1 or 0: what the scenario fixes, or a draw with the given share."""
    if choice >= 0:
        return int(choice)
    if chance(world, 0, decision) < share:
        return 1
    return 0


def settle_us(campaign, p):
    """US forces in the Pacific, and the missiles with which they fight."""
    there = campaign.us_reinforced
    campaign.us_aircraft = p.us_theatre_aircraft * there
    campaign.us_carriers = p.us_theatre_carriers
    campaign.us_escorts = p.us_theatre_escorts * there
    campaign.us_submarines = p.us_theatre_submarines * there
    campaign.forward_carriers = min(
        campaign.us_carriers,
        p.us_forward_carriers + campaign.show_of_force * p.show_of_force_carriers,
    )
    campaign.antiship_missiles = p.anti_ship_missile_stock
    if campaign.antiship_choice >= 0:
        campaign.antiship_missiles = campaign.antiship_choice
    campaign.cruise_missiles = campaign.at_sea * p.cruise_missile_stock
    campaign.interceptors_theatre = p.theatre_interceptors * max(0.0, campaign.pacific_interceptors)
    campaign.antiship_start = campaign.antiship_missiles
    campaign.cruise_start = campaign.cruise_missiles
    campaign.interceptors_start = campaign.interceptors_theatre


def settle_partners(campaign, p):
    """Japan's forces are within reach wherever it gives bases; others come if they fight."""
    campaign.japan_aircraft = p.japan_theatre_aircraft
    campaign.japan_ships = p.japan_theatre_ships
    campaign.partner_ships = (
        p.partner_theatre_ships * campaign.partners_fighting
        + p.european_theatre_ships * campaign.european_navies
    )


def settle_taiwan(campaign, p):
    """Taiwan's forces."""
    campaign.taiwan_aircraft = p.taiwan_aircraft
    campaign.taiwan_ships = p.taiwan_warships
    campaign.coastal_missiles = p.taiwan_coastal_missiles


def settle_china(campaign, p):
    """China's forces around Taiwan."""
    campaign.china_aircraft = p.china_theatre_aircraft
    campaign.china_amphibious = p.china_amphibious_ships
    campaign.china_amphibious_start = campaign.china_amphibious
    campaign.china_escorts = p.china_escort_ships
    campaign.china_submarines = p.china_theatre_submarines
    campaign.china_base_missiles = p.china_base_missile_stock
    campaign.china_ship_missiles = p.china_ship_missile_stock
