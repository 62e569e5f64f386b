"""What do missiles, aircraft and submarines destroy in one turn of an invasion?"""

from sim.model.behaviour.luck import shock
from sim.model.draws import Decision
from sim.rules.salvos import (
    engaged,
    hit_on_ground,
    leakers,
    lost_in_air,
    ships_out,
    two_shot_kill,
)


def strike_bases(campaign, world, p):
    """Chinese missiles against the bases of the United States and of Japan if it opens them.

    They meet interceptors until none is left; what gets through finds aircraft on the ground.
    """
    reach = tactical_reach(campaign, p)
    salvo = min(
        campaign.china_base_missiles,
        p.base_salvo * campaign.us_fighting * reach * launchers_left(campaign, p),
    )
    met = engaged(salvo, campaign.interceptors_theatre)
    luck = shock(world, campaign.turn, Decision.BASE_STRIKE)
    through = salvo - met + leakers(met, 1 - two_shot_kill(p.interceptor_kill_share), luck)
    campaign.china_base_missiles -= salvo
    campaign.interceptors_theatre -= 2 * met
    lose_parked(campaign, through, p)


def launchers_left(campaign, p):
    """Part of the Chinese salvo that strikes on the mainland leave [0-1]."""
    return 1 - campaign.mainland_strikes * p.mainland_salvo_loss_share


def lose_parked(campaign, through, p):
    """US and Japanese aircraft lost to missiles, and in the air beside them."""
    shown = 0.0
    if campaign.us_turns == 1:
        shown = campaign.show_of_force * p.show_of_force_squadrons * p.squadron_aircraft
    us_parked = campaign.us_aircraft * p.parked_share + shown
    japan_parked = campaign.japan_aircraft * p.parked_share * campaign.japan_basing
    parked = us_parked + japan_parked
    if parked <= 0:
        return
    hit = hit_on_ground(parked, through, p.aircraft_per_missile)
    lost = hit + lost_in_air(hit, p.ground_loss_share)
    lost += campaign.mainland_strikes * campaign.us_fighting * p.mainland_aircraft_cost * us_parked
    us_lost = min(campaign.us_aircraft, lost * us_parked / parked)
    japan_lost = min(campaign.japan_aircraft, lost * japan_parked / parked)
    campaign.us_aircraft -= us_lost
    campaign.us_aircraft_lost += us_lost
    campaign.japan_aircraft -= japan_lost
    campaign.japan_aircraft_lost += japan_lost


def strike_taiwan(campaign, p):
    """China's first blows destroy Taiwan's air force and navy, most of it where it stands."""
    if campaign.taiwan_resists == 0:
        return
    aircraft = campaign.taiwan_aircraft * p.taiwan_aircraft_loss_rate
    ships = campaign.taiwan_ships * p.taiwan_ship_loss_rate
    campaign.taiwan_aircraft -= aircraft
    campaign.taiwan_aircraft_lost += aircraft
    campaign.taiwan_ships -= ships
    campaign.taiwan_ships_lost += ships


def strike_ships(campaign, world, p):
    """Chinese salvos against carriers and large surface ships, most of all when they come.

    Afterwards the ships that are left keep out of reach.
    """
    exposed = p.withdrawn_exposure_share
    if campaign.us_turns <= 1:
        exposed = 1.0
    salvo = min(campaign.china_ship_missiles, p.ship_salvo * campaign.us_fighting * exposed)
    campaign.china_ship_missiles -= salvo
    luck = shock(world, campaign.turn, Decision.SHIP_STRIKE)
    hits = leakers(salvo, campaign.leak_share, luck)
    hit_carriers(campaign, hits * p.carrier_target_share, p)
    hit_escorts(campaign, hits * (1 - p.carrier_target_share), p)


def hit_carriers(campaign, hits, p):
    """Hits on carriers, of which only those forward are within reach."""
    reach = max(0.0, campaign.forward_carriers - campaign.us_carriers_lost)
    lost = ships_out(hits, p.hits_per_kill * p.carrier_hits_ratio, reach)
    campaign.us_carriers -= lost
    campaign.us_carriers_lost += lost


def hit_escorts(campaign, hits, p):
    """Hits on other ships fall on US, Japanese and partners' ships by their number."""
    japan = campaign.japan_ships * campaign.japan_fights
    afloat = campaign.us_escorts + japan + campaign.partner_ships
    if afloat <= 0:
        return
    lost = ships_out(hits, p.hits_per_kill, afloat)
    sink_escorts(campaign, lost / afloat, japan)


def sink_escorts(campaign, share, japan):
    """The same share of US, Japanese and partners' ships is lost."""
    campaign.us_escorts_lost += share * campaign.us_escorts
    campaign.us_escorts -= share * campaign.us_escorts
    campaign.japan_ships_lost += share * japan
    campaign.japan_ships -= share * japan
    campaign.partner_ships_lost += share * campaign.partner_ships
    campaign.partner_ships -= share * campaign.partner_ships


def fire_at_fleet(campaign, world, p):
    """Every missile and torpedo at the ships that carry and guard the invasion."""
    hits = coastal_hits(campaign, world, p) + bomber_hits(campaign, world, p)
    by_missile = hits / p.hits_per_kill
    sink_fleet(campaign, by_missile + torpedoed(campaign, p) + bombed(campaign, p), p)


def coastal_hits(campaign, world, p):
    """Hits by Taiwan's own missiles, from the first day [missiles]."""
    fired = campaign.taiwan_resists * min(campaign.coastal_missiles, p.coastal_salvo)
    campaign.coastal_missiles -= fired
    return leakers(fired, campaign.leak_share, shock(world, campaign.turn, Decision.COASTAL_FIRE))


def bomber_hits(campaign, world, p):
    """Hits by bombers: long-range anti-ship missiles, and cruise missiles if they work at sea."""
    flying = campaign.us_fighting
    if campaign.japan_basing == 0:
        flying = flying * p.distant_bomber_share
    antiship = min(campaign.antiship_missiles, p.antiship_salvo * flying)
    cruise = min(campaign.cruise_missiles, p.cruise_salvo * flying)
    if antiship > 0 and antiship == campaign.antiship_missiles:
        campaign.missiles_gone_day = campaign.day
    campaign.antiship_missiles -= antiship
    campaign.cruise_missiles -= cruise
    by_antiship = leakers(
        antiship, campaign.leak_share, shock(world, campaign.turn, Decision.ANTISHIP_FIRE)
    )
    by_cruise = leakers(
        cruise,
        min(1.0, campaign.leak_share * p.cruise_leak_ratio),
        shock(world, campaign.turn, Decision.CRUISE_FIRE),
    )
    return by_antiship + by_cruise


def torpedoed(campaign, p):
    """Ships sunk by submarines, while some of them and of the Chinese boats are lost [ships]."""
    europe = 1 + p.european_naval_effect * campaign.european_navies
    boats = campaign.us_submarines * campaign.us_fighting * europe
    boats += campaign.japan_fights * campaign.us_fighting * p.japan_submarine_worth
    boats += campaign.partners_fighting * campaign.us_fighting * p.partner_submarine_worth
    lost = campaign.us_submarines * campaign.us_fighting * p.submarine_loss_rate
    campaign.us_submarines -= lost
    campaign.us_submarines_lost += lost
    hunted = min(campaign.china_submarines, boats * p.submarine_hunt_rate)
    campaign.china_submarines -= hunted
    campaign.china_submarines_lost += hunted
    return boats * p.submarine_kill_rate


def bombed(campaign, p):
    """Ships sunk by aircraft that fly from bases within reach [ships]."""
    return aircraft_in_reach(campaign, p) * p.aircraft_ship_kill_rate


def aircraft_in_reach(campaign, p):
    """US and Japanese aircraft that fight from where they may base [aircraft]."""
    flying = us_aircraft_in_reach(campaign, p)
    return flying + campaign.japan_aircraft * campaign.japan_fights * campaign.us_fighting


def us_aircraft_in_reach(campaign, p):
    """US aircraft alone that fight from where they may base [aircraft]."""
    return campaign.us_aircraft * campaign.us_fighting * tactical_reach(campaign, p)


def tactical_reach(campaign, p):
    """What US forces and Chinese missiles reach, by where the US may base [0-1]."""
    if campaign.japan_basing == 1:
        return 1.0
    return p.distant_reach_share


def sink_fleet(campaign, ships, p):
    """Losses are shared between amphibious ships and escorts; what one has not, the other takes."""
    amphibious = min(campaign.china_amphibious, ships * p.amphibious_target_share)
    escorts = min(campaign.china_escorts, ships - amphibious)
    amphibious = min(campaign.china_amphibious, ships - escorts)
    campaign.china_amphibious -= amphibious
    campaign.china_amphibious_lost += amphibious
    campaign.china_escorts -= escorts
    campaign.china_escorts_lost += escorts


def fight_in_air(campaign, world, p):
    """Chinese aircraft lost to fighters, to air defence, and on the ground to strikes."""
    against = aircraft_in_reach(campaign, p) + campaign.taiwan_aircraft * campaign.taiwan_resists
    luck = 1 + p.air_luck_noise * shock(world, campaign.turn, Decision.AIR_BATTLE)
    lost = against * p.air_kill_rate * max(0.0, luck)
    lost += (
        campaign.mainland_strikes
        * campaign.us_fighting
        * p.mainland_kill_share
        * campaign.china_aircraft
    )
    lost = min(campaign.china_aircraft, lost)
    campaign.china_aircraft -= lost
    campaign.china_aircraft_lost += lost
