"""What does a campaign leave in the books, turn by turn and in the end?"""

import math

from sim.model.behaviour.totalling import (
    china_ships_lost,
    coalition_aircraft_lost,
    coalition_ships_lost,
    us_ships_lost,
)
from sim.model.ladders import Contingency, Stage
from sim.rules.curves import ratio_or


def keep_turn(turns, campaign, world, classes):
    """One row for the story and for pictures over days; the first year and more is kept."""
    if campaign.turn > len(turns):
        return
    row = turns[campaign.turn - 1]
    row.day = campaign.day
    row.kind = float(campaign.kind)
    row.stage = float(campaign.stage)
    row.us_aircraft_lost = campaign.us_aircraft_lost
    row.coalition_aircraft_lost = coalition_aircraft_lost(campaign)
    row.china_aircraft_lost = campaign.china_aircraft_lost
    row.us_ships_lost = us_ships_lost(campaign)
    row.coalition_ships_lost = coalition_ships_lost(campaign)
    row.china_ships_lost = china_ships_lost(campaign)
    row.merchants_lost = campaign.merchants_lost
    row.margin_land = world.margin_land
    row.margin_airsea = world.margin_airsea
    row.margin_fait = world.margin_fait
    keep_classes(row, classes)
    if campaign.kind == Contingency.INVASION:
        keep_invasion(row, campaign)
    else:
        keep_blockade(row, campaign)


def keep_classes(row, classes):
    """What is left in Europe of each class of US assets."""
    row.europe_long_range_missiles = classes[0].present
    row.europe_aircraft = classes[1].present
    row.europe_warships = classes[2].present
    row.europe_terminal_interceptors = classes[3].present
    row.europe_area_interceptors = classes[4].present
    row.europe_upper_tier_defence = classes[5].present
    row.europe_suppression_munitions = classes[6].present
    row.europe_heavy_ground = classes[7].present


def keep_invasion(row, campaign):
    """Fleet, lodgement and stocks of an invasion."""
    row.amphibious = campaign.china_amphibious
    row.battalions_ashore = campaign.battalions_ashore
    row.taiwan_battalions = campaign.taiwan_battalions
    row.ports_held = campaign.ports_held
    row.supply = campaign.supply
    row.antiship_missiles = campaign.antiship_missiles
    row.cruise_missiles = campaign.cruise_missiles
    row.interceptors_theatre = campaign.interceptors_theatre
    row.china_base_missiles = campaign.china_base_missiles


def keep_blockade(row, campaign):
    """Electricity, fuel, levels and trips of a blockade or quarantine."""
    row.electricity = campaign.electricity
    row.gas_stock = campaign.gas_stock
    row.coal_stock = campaign.coal_stock
    row.oil_stock = campaign.oil_stock
    row.china_level = float(campaign.china_level)
    row.coalition_level = float(campaign.coalition_level)
    row.trip_loss_share = campaign.trip_loss_share


def record_course(ledger, campaign):
    """Losses by side and class, and how the contingency has gone so far."""
    if campaign.stage == Stage.PEACE:
        return
    record_losses(ledger, campaign)
    ledger.p_china_wins = float(campaign.china_wins)
    ledger.campaign_days = campaign.days
    ledger.outcome = float(campaign.outcome)
    ledger.us_fought = 0.0
    if campaign.us_enters == 1 and campaign.days > campaign.us_delay:
        ledger.us_fought = 1.0
    if campaign.kind == Contingency.INVASION:
        record_invasion(ledger, campaign)
    if campaign.china_level > 0:
        record_blockade(ledger, campaign)


def record_losses(ledger, campaign):
    """Losses by side and class so far."""
    ledger.us_aircraft_lost = campaign.us_aircraft_lost
    ledger.japan_aircraft_lost = campaign.japan_aircraft_lost
    ledger.taiwan_aircraft_lost = campaign.taiwan_aircraft_lost
    ledger.china_aircraft_lost = campaign.china_aircraft_lost
    ledger.us_carriers_lost = campaign.us_carriers_lost
    ledger.us_escorts_lost = campaign.us_escorts_lost
    ledger.us_submarines_lost = campaign.us_submarines_lost
    ledger.japan_ships_lost = campaign.japan_ships_lost
    ledger.taiwan_ships_lost = campaign.taiwan_ships_lost
    ledger.partner_ships_lost = campaign.partner_ships_lost
    ledger.china_amphibious_lost = campaign.china_amphibious_lost
    ledger.china_escorts_lost = campaign.china_escorts_lost
    ledger.china_submarines_lost = campaign.china_submarines_lost
    ledger.china_ships_lost = china_ships_lost(campaign)
    ledger.merchants_lost = campaign.merchants_lost
    ledger.china_casualties = campaign.china_casualties
    ledger.coalition_casualties = campaign.coalition_casualties
    ledger.casualty_ratio = ratio_or(
        campaign.coalition_casualties, campaign.china_casualties, math.nan
    )


def record_invasion(ledger, campaign):
    """What an invasion has landed and lost at sea."""
    ledger.battalions_landed = campaign.battalions_landed
    ledger.china_amphibious_lost_share = ratio_or(
        campaign.china_amphibious_lost,
        campaign.china_amphibious + campaign.china_amphibious_lost,
        0.0,
    )
    ledger.missiles_gone_day = math.nan
    if campaign.missiles_gone_day >= 0:
        ledger.missiles_gone_day = campaign.missiles_gone_day


def record_blockade(ledger, campaign):
    """What a blockade has done to Taiwan's trade and electricity."""
    ledger.trip_loss_share = ratio_or(campaign.trips_lost, campaign.trips, math.nan)
    ledger.electricity_low = campaign.electricity_low
    ledger.electricity_week_3 = campaign.electricity_week_3
    ledger.electricity_week_9 = campaign.electricity_week_9
    ledger.electricity_week_21 = campaign.electricity_week_21
    ledger.china_level_peak = float(campaign.china_level_peak)
    ledger.coalition_level_peak = float(campaign.coalition_level_peak)


def open_course(ledger):
    """Nothing is known of a campaign before one opens."""
    nothing = math.nan
    ledger.us_aircraft_lost = nothing
    ledger.japan_aircraft_lost = nothing
    ledger.taiwan_aircraft_lost = nothing
    ledger.china_aircraft_lost = nothing
    ledger.us_carriers_lost = nothing
    ledger.us_escorts_lost = nothing
    ledger.us_submarines_lost = nothing
    ledger.japan_ships_lost = nothing
    ledger.taiwan_ships_lost = nothing
    ledger.partner_ships_lost = nothing
    ledger.china_amphibious_lost = nothing
    ledger.china_escorts_lost = nothing
    ledger.china_submarines_lost = nothing
    ledger.china_ships_lost = nothing
    ledger.merchants_lost = nothing
    ledger.china_casualties = nothing
    ledger.coalition_casualties = nothing
    ledger.casualty_ratio = nothing
    ledger.campaign_days = nothing
    ledger.outcome = nothing
    ledger.us_fought = nothing
    ledger.battalions_landed = nothing
    ledger.china_amphibious_lost_share = nothing
    ledger.missiles_gone_day = nothing
    ledger.trip_loss_share = nothing
    ledger.electricity_low = nothing
    ledger.electricity_week_3 = nothing
    ledger.electricity_week_9 = nothing
    ledger.electricity_week_21 = nothing
    ledger.china_level_peak = nothing
    ledger.coalition_level_peak = nothing
