"""One week of a blockade or quarantine: who sails, who is lost, who hunts whom?"""

from sim.model.behaviour.escalating import bring_in_us, decide_blockade, rise, settle_levels
from sim.model.behaviour.luck import shock
from sim.model.behaviour.supplying import burn_fuel, settle_stocks
from sim.model.draws import Decision
from sim.model.ladders import Level
from sim.rules.blockade import mines_next, trip_loss, weekly_loss, willing_share
from sim.rules.curves import ratio_or
from sim.rules.salvos import leakers


def settle_blockade(campaign, world, p):
    """The first day: levels, merchants, mines, fuel."""
    settle_levels(campaign, world, p)
    settle_stocks(campaign, p)
    campaign.merchants = p.merchant_fleet
    campaign.merchants_start = campaign.merchants
    campaign.mines = 0.0
    if campaign.china_level >= Level.MINES_AND_SUBMARINES:
        campaign.mines = 1.0
    campaign.weeks = 0
    campaign.dark_weeks = 0
    campaign.trips = 0.0
    campaign.trips_lost = 0.0


def fight_blockade_week(campaign, world, p):
    """Merchants sail, both sides hunt, fuel is burnt; then the two sides think again."""
    campaign.weeks += 1
    bring_in_us(campaign)
    sail(campaign, world, p)
    clear_mines(campaign, p)
    hunt(campaign, p)
    if at_war(campaign) == 1:
        fight_openly(campaign, p)
    burn_fuel(campaign, p)
    rise(campaign, world, p)
    decide_blockade(campaign, world, p)


def at_war(campaign):
    """Whether aircraft and surface ships of both sides fight, which needs the US [0/1]."""
    lower = min(campaign.china_level, campaign.coalition_level)
    if lower >= Level.LIMITED_WAR and campaign.us_fighting > 0:
        return 1
    return 0


def threat(campaign, p):
    """What a merchant meets on a trip, by the level of China [hazard per trip]."""
    met = p.boarding_threat
    if campaign.china_level >= Level.MINES_AND_SUBMARINES:
        boats = ratio_or(campaign.china_submarines, p.china_theatre_submarines, 0.0)
        met += p.submarine_threat * boats + p.mine_threat * campaign.mines
    if campaign.china_level >= Level.LIMITED_WAR:
        met += p.air_and_surface_threat
    if campaign.china_level >= Level.WIDER_WAR:
        met += p.port_strike_threat
    return met


def cover(campaign, p):
    """Escorts, hunters and mine clearing, by the level of the others [ratio]."""
    given = 0.0
    if campaign.coalition_level >= Level.MINES_AND_SUBMARINES:
        given += p.taiwan_cover * ratio_or(campaign.taiwan_ships, p.taiwan_warships, 0.0)
    if campaign.coalition_level >= Level.LIMITED_WAR:
        beside = p.japan_cover * campaign.japan_fights + p.partner_cover * (
            campaign.partners_fighting + campaign.european_navies
        )
        escorts = ratio_or(campaign.us_escorts, p.us_theatre_escorts, 0.0)
        given += campaign.us_fighting * (p.us_cover * escorts + beside)
    if campaign.coalition_level >= Level.WIDER_WAR:
        given += campaign.us_fighting * p.mainland_cover
    return given


def sail(campaign, world, p):
    """Trips of the week: how many ships dare, how many are lost, and what arrives."""
    covered = cover(campaign, p)
    floor = p.merchant_floor_share
    if campaign.china_level == Level.BOARDING:
        floor = p.boarded_floor_share
    fear = p.merchant_fear_effect * campaign.trip_loss_share
    willing = willing_share(floor * (1 - fear), covered)
    if campaign.merchants_choice == 0:
        willing = 0.0
    trips = campaign.merchants * p.merchant_trip_rate * willing
    campaign.trip_loss_share = trip_loss(threat(campaign, p), covered)
    luck = shock(world, campaign.turn, Decision.MERCHANT_LOSSES)
    lost = min(campaign.merchants, leakers(trips, campaign.trip_loss_share, luck))
    campaign.merchants -= lost
    campaign.merchants_lost += lost
    campaign.trips += trips
    campaign.trips_lost += lost
    normal = campaign.merchants_start * p.merchant_trip_rate
    campaign.arriving = (trips - lost) / normal
    if campaign.china_level > Level.BOARDING:
        campaign.coalition_casualties += lost * p.merchant_casualties


def clear_mines(campaign, p):
    """Mines are laid anew and cleared."""
    laid = 0.0
    if campaign.china_level >= Level.MINES_AND_SUBMARINES:
        laid = p.mine_laying_rate
    swept = 0.0
    if campaign.coalition_level >= Level.MINES_AND_SUBMARINES:
        swept = p.taiwan_mine_clearing_rate
    if campaign.coalition_level >= Level.LIMITED_WAR:
        swept += p.us_mine_clearing_rate * campaign.us_fighting
    campaign.mines = mines_next(mines=campaign.mines, laid=laid, swept=swept)


def hunt(campaign, p):
    """From mines and submarines on: boats are hunted, and sink warships that guard merchants."""
    if campaign.china_level < Level.MINES_AND_SUBMARINES:
        return
    boats = weekly_loss(campaign.china_submarines, p.hunted_boat_rate, 1 + cover(campaign, p))
    campaign.china_submarines -= boats
    campaign.china_submarines_lost += boats
    campaign.china_casualties += boats * p.submarine_casualties
    if campaign.coalition_level < Level.MINES_AND_SUBMARINES:
        return
    hunters = ratio_or(campaign.china_submarines, p.china_theatre_submarines, 0.0)
    lose_escorts(campaign, hunters * (1 + campaign.china_level - campaign.coalition_level / 2), p)


def lose_escorts(campaign, pressure, p):
    """Warships that guard merchants and are lost, of those who send any."""
    pressure = max(0.0, pressure)
    taiwan = weekly_loss(campaign.taiwan_ships, p.escort_loss_rate, pressure)
    campaign.taiwan_ships -= taiwan
    campaign.taiwan_ships_lost += taiwan
    sunk = taiwan
    if campaign.coalition_level >= Level.LIMITED_WAR:
        american = weekly_loss(
            campaign.us_escorts, p.escort_loss_rate, pressure * campaign.us_fighting
        )
        japanese = weekly_loss(
            campaign.japan_ships,
            p.escort_loss_rate,
            pressure * campaign.japan_fights * campaign.us_fighting,
        )
        partners = weekly_loss(
            campaign.partner_ships, p.escort_loss_rate, pressure * campaign.us_fighting
        )
        campaign.us_escorts -= american
        campaign.us_escorts_lost += american
        campaign.japan_ships -= japanese
        campaign.japan_ships_lost += japanese
        campaign.partner_ships -= partners
        campaign.partner_ships_lost += partners
        sunk += american + japanese + partners
    campaign.coalition_casualties += sunk * p.ship_casualties


def fight_openly(campaign, p):
    """A limited or wider war: aircraft and surface ships of both sides."""
    depth = campaign.us_fighting
    if campaign.china_level == Level.WIDER_WAR or campaign.coalition_level == Level.WIDER_WAR:
        depth = depth * p.wider_war_ratio
    american = weekly_loss(campaign.us_aircraft, p.limited_air_loss_rate, depth)
    japanese = weekly_loss(
        campaign.japan_aircraft, p.limited_air_loss_rate, depth * campaign.japan_fights
    )
    taiwanese = weekly_loss(campaign.taiwan_aircraft, p.limited_air_loss_rate, depth)
    campaign.us_aircraft -= american
    campaign.us_aircraft_lost += american
    campaign.japan_aircraft -= japanese
    campaign.japan_aircraft_lost += japanese
    campaign.taiwan_aircraft -= taiwanese
    campaign.taiwan_aircraft_lost += taiwanese
    campaign.coalition_casualties += (american + japanese + taiwanese) * p.aircraft_casualties
    lose_chinese(campaign, depth, p)


def lose_chinese(campaign, depth, p):
    """Chinese aircraft and surface ships lost in a limited or wider war."""
    aircraft = weekly_loss(campaign.china_aircraft, p.limited_china_air_loss_rate, depth)
    ships = weekly_loss(campaign.china_escorts, p.limited_china_ship_loss_rate, depth)
    campaign.china_aircraft -= aircraft
    campaign.china_aircraft_lost += aircraft
    campaign.china_escorts -= ships
    campaign.china_escorts_lost += ships
    campaign.china_casualties += aircraft * p.aircraft_casualties + ships * p.ship_casualties
