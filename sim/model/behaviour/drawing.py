"""What does a contingency over Taiwan pull from Europe, by class and day?"""

from sim.model.behaviour.totalling import china_ships_lost, us_ships_lost
from sim.model.ladders import Asset, Contingency, Stage
from sim.rules.campaign import (
    balance_after,
    half_life_left,
    held_back_share,
    lost_of_pulled,
    pull_saturation,
    pulled_share,
)
from sim.rules.curves import ratio_or


def pull_assets(asset, campaign, united_states, p):
    """A war pulls a class of US assets from Europe; survivors come back, losses are rebuilt."""
    if asset.lost > 0:
        asset.lost = asset.lost * half_life_left(campaign.turn_days / 365, asset.rebuild_years / 2)
    if campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD:
        held = held_back_share(
            united_states.commitment, campaign.europe_deficit, p.held_back_effect
        )
        pulled = pulled_share(
            drawn_share=asset.drawn_share * (1 - held),
            intensity=campaign.intensity,
            saturation=pull_saturation(
                campaign.us_days, p.draw_half_time_days * asset.draw_time_ratio
            ),
        )
        asset.away = max(asset.away, pulled - asset.lost)
    elif campaign.stage == Stage.RETURN:
        asset.away = asset.away * half_life_left(campaign.turn_days, p.return_half_time_days)
    asset.present = max(0.0, 1 - asset.away - asset.lost)
    asset.drawn_peak = max(asset.drawn_peak, 1 - asset.present)


def fighting_stopped(campaign, before):
    """Whether the fighting stopped in this turn."""
    return before == Stage.WAR and campaign.stage != Stage.WAR


def lose_assets(asset, campaign, before):
    """When the fighting stops, part of what was pulled has been lost or fired."""
    if fighting_stopped(campaign, before) and campaign.us_enters == 1:
        gone = asset.away * lost_share(asset, campaign)
        asset.away -= gone
        asset.lost += gone


def lost_share(asset, campaign):
    """Part of a class that is lost or fired: in an invasion as in the theatre [0-1]."""
    usual = asset.lost_share
    if campaign.kind != Contingency.INVASION:
        return usual * campaign.intensity
    if asset.code == Asset.LONG_RANGE_MISSILES:
        return lost_of_pulled(
            campaign.antiship_start + campaign.cruise_start,
            campaign.antiship_missiles + campaign.cruise_missiles,
            usual,
        )
    if asset.code == Asset.AIRCRAFT:
        return lost_of_pulled(
            campaign.us_aircraft + campaign.us_aircraft_lost, campaign.us_aircraft, usual
        )
    if asset.code == Asset.WARSHIPS:
        afloat = campaign.us_carriers + campaign.us_escorts + campaign.us_submarines
        return lost_of_pulled(afloat + us_ships_lost(campaign), afloat, usual)
    if asset.code >= Asset.TERMINAL_INTERCEPTORS and asset.code <= Asset.UPPER_TIER_DEFENCE:
        return lost_of_pulled(campaign.interceptors_start, campaign.interceptors_theatre, usual)
    return usual


def settle_balance_after(campaign, world, before, p):
    """What both sides have lost turns the balance around Taiwan for years."""
    if not fighting_stopped(campaign, before):
        return
    china = china_ships_lost(campaign)
    world.balance_after = balance_after(
        own_share=ratio_or(
            campaign.us_aircraft_lost, campaign.us_aircraft + campaign.us_aircraft_lost, 0.0
        ),
        china_share=ratio_or(
            china, china + campaign.china_amphibious + campaign.china_escorts, 0.0
        ),
        effect=p.aftermath_balance_effect,
    )


def turn_attention(united_states, campaign, p):
    """A war in the Pacific ties down US political and command attention, after some months."""
    united_states.engaged = 0.0
    held = campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD
    if held and campaign.days_open >= 365 / 12 * p.opportunism_delay:
        united_states.engaged = campaign.intensity
