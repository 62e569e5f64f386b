"""Does a blockade go as the published games say?"""

import numpy as np

from sim.model.ladders import Level
from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module
from sim.validation.modules.conditions import condition_of, play_conditions

PARAMETERS = (
    *("merchant_fleet", "merchant_trip_rate", "merchant_floor_share", "merchant_fear_effect"),
    *("submarine_threat", "mine_threat", "taiwan_cover", "mine_laying_rate"),
    *("taiwan_mine_clearing_rate", "hunted_boat_rate", "escort_loss_rate"),
    *("merchant_casualties", "submarine_casualties", "battalion_casualties", "ship_casualties"),
    *("transport_casualties", "aircraft_casualties", "taiwan_gas_stock", "taiwan_coal_stock"),
    *("taiwan_oil_stock", "fuel_priority"),
)


def play(draw: Draw) -> Outputs:
    """What the blockades of the published games leave."""
    return play_conditions("blockade", draw)


def play_held_out(draw: Draw) -> Outputs:
    """Limited war at sea, and a blockade in which both sides may rise."""
    names = ("trip_loss_share", "china_aircraft_lost", "us_aircraft_lost")
    limited = condition_of("limited_blockade_war", names, draw)
    free = condition_of("free_blockade", ("coalition_level_peak", "china_level_peak"), draw)
    fought = limited["us_aircraft_lost"] > 0
    exchange = np.full(draw.futures, np.nan)
    exchange[fought] = limited["china_aircraft_lost"][fought] / limited["us_aircraft_lost"][fought]
    highest = np.fmax(free["coalition_level_peak"], free["china_level_peak"])
    return {
        "limited_blockade_war.trip_loss_share": limited["trip_loss_share"],
        "limited_blockade_war.aircraft_exchange": exchange,
        "free_blockade.full_war": (highest >= Level.WIDER_WAR).astype(float),
    }


MODULE = Module(
    name="blockade",
    meaning="The blockades of the published games, level by level.",
    parameters=PARAMETERS,
    play=play,
    play_held_out=play_held_out,
    repeats=3,
)
