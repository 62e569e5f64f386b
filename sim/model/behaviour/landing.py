"""What happens on the beaches in one turn: lift, supply, ports, attrition?"""

from sim.model.behaviour.luck import shock
from sim.model.behaviour.striking import us_aircraft_in_reach
from sim.model.draws import Decision
from sim.rules.curves import exp, ratio_or
from sim.rules.invasion import (
    battalions_lost,
    fleet_left_share,
    landed,
    lift,
    ports_next,
    supply,
)


def settle_landing(campaign, p):
    """Nobody is ashore yet; Taiwan's battalions near the beaches wait."""
    campaign.battalions_waiting = p.china_battalions
    campaign.battalions_ashore = 0.0
    campaign.battalions_landed = 0.0
    campaign.taiwan_battalions = p.taiwan_beach_battalions * campaign.taiwan_resists
    campaign.taiwan_reserve = p.taiwan_reserve_battalions * campaign.taiwan_resists
    campaign.ports_held = 0.0
    campaign.supply = 1.0
    campaign.starved_turns = 0
    campaign.still_turns = 0
    campaign.us_turns = 0


def land(campaign, p):
    """Supply for those ashore comes first, fresh battalions get what lift is left."""
    left = fleet_left_share(campaign.china_amphibious, campaign.china_amphibious_start)
    loads = lift(
        ships=campaign.china_amphibious,
        per_ship=p.ship_lift,
        by_air=p.air_lift,
        ports=campaign.ports_held,
        per_port=p.port_lift * left,
    )
    campaign.supply = supply(loads, campaign.battalions_ashore, p.battalion_supply_need)
    fresh = landed(
        loads=loads,
        ashore=campaign.battalions_ashore,
        need=p.battalion_supply_need,
        waiting=campaign.battalions_waiting,
    )
    campaign.battalions_waiting -= fresh
    campaign.battalions_ashore += fresh
    campaign.battalions_landed += fresh


def reinforce(campaign, p):
    """Taiwan's reserve comes to the beaches as fast as strikes on roads and bridges let it."""
    coming = min(campaign.taiwan_reserve, p.taiwan_reinforcement)
    campaign.taiwan_reserve -= coming
    campaign.taiwan_battalions += coming


def fight_ashore(campaign, world, p):
    """Both sides lose battalions; unsupplied ones waste away."""
    luck = exp(p.ground_luck_noise * shock(world, campaign.turn, Decision.GROUND_BATTLE))
    support = us_aircraft_in_reach(campaign, p)
    china_lost = battalions_lost(
        own=campaign.battalions_ashore,
        enemy=campaign.taiwan_battalions,
        per_enemy=p.ground_loss_rate,
        worth=(1 + p.air_support_effect * support / p.us_theatre_aircraft) / luck,
    )
    wasted = (campaign.battalions_ashore - china_lost) * p.starving_rate * (1 - campaign.supply)
    taiwan_lost = battalions_lost(
        own=campaign.taiwan_battalions,
        enemy=campaign.battalions_ashore,
        per_enemy=p.ground_loss_rate * p.china_ground_worth,
        worth=campaign.supply * luck,
    )
    campaign.battalions_ashore -= china_lost + wasted
    campaign.taiwan_battalions -= taiwan_lost
    campaign.china_casualties += (china_lost + wasted) * p.battalion_casualties
    campaign.coalition_casualties += taiwan_lost * p.battalion_casualties


def take_ports(campaign, p):
    """Ports and airfields fall to the side that is stronger where it is supplied."""
    before = campaign.ports_held
    ratio = ratio_or(
        campaign.battalions_ashore * campaign.supply, campaign.taiwan_battalions, p.ports_on_island
    )
    if campaign.battalions_ashore <= 0:
        ratio = 0.0
    campaign.ports_held = ports_next(
        held=before, ratio=ratio, rate=p.port_capture_rate, limit=p.ports_on_island
    )
    if abs(campaign.ports_held - before) < p.still_ports:
        campaign.still_turns += 1
    else:
        campaign.still_turns = 0
    if campaign.supply < p.starving_supply:
        campaign.starved_turns += 1
    else:
        campaign.starved_turns = 0


def winning(campaign, p):
    """Whether China outnumbers those against it and holds enough ports [0/1]."""
    stronger = campaign.battalions_ashore > campaign.taiwan_battalions
    if stronger and campaign.ports_held > p.ports_to_win:
        return 1
    return 0


def fleet_beaten(campaign, p):
    """Whether so little of the amphibious fleet is left that it counts as defeated [0/1]."""
    left = fleet_left_share(campaign.china_amphibious, campaign.china_amphibious_start)
    if left < p.fleet_defeat_share:
        return 1
    return 0
