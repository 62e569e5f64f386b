"""Does an invasion go as the published games say?"""

import numpy as np

from sim.model.ladders import Outcome
from sim.validation.draw import Draw, Outputs, ledger_of
from sim.validation.module import Module
from sim.validation.modules.conditions import condition_of, play_conditions

PARAMETERS = (
    *("ship_defence_leak_share", "interceptor_kill_share", "hits_per_kill", "ground_loss_share"),
    *("us_theatre_aircraft", "us_theatre_escorts", "us_theatre_submarines"),
    *("japan_theatre_aircraft", "japan_theatre_ships", "taiwan_aircraft", "taiwan_warships"),
    *("taiwan_coastal_missiles", "coastal_salvo", "antiship_salvo", "cruise_missile_stock"),
    *("cruise_salvo", "cruise_leak_ratio", "parked_share", "distant_reach_share"),
    *("theatre_interceptors", "china_base_missile_stock", "base_salvo", "aircraft_per_missile"),
    *("china_ship_missile_stock", "ship_salvo", "withdrawn_exposure_share"),
    *("carrier_target_share", "carrier_hits_ratio", "taiwan_aircraft_loss_rate"),
    *("taiwan_ship_loss_rate", "air_kill_rate", "submarine_kill_rate", "submarine_loss_rate"),
    *("submarine_hunt_rate", "china_theatre_submarines", "japan_submarine_worth"),
    *("aircraft_ship_kill_rate", "amphibious_target_share", "china_theatre_aircraft"),
    *("china_amphibious_ships", "china_escort_ships", "china_battalions", "ship_lift"),
    *("air_lift", "port_lift", "battalion_supply_need", "taiwan_beach_battalions"),
    *("taiwan_reserve_battalions", "taiwan_reinforcement", "ground_loss_rate"),
    *("china_ground_worth", "air_support_effect", "starving_rate", "port_capture_rate"),
)
ORDINARY_GAMES = (  # of the published set, those in which the US and Japan fight
    *("invasion_base", "delayed_us_entry", "high_leak_rate", "mainland_strikes"),
    *("no_maritime_cruise_missiles", "no_show_of_force", "pessimistic"),
)
DEFEATS = (Outcome.FLEET_DEFEATED, Outcome.LODGEMENT_STARVED)
BASE, PESSIMISTIC = "invasion_base", "pessimistic"
FIRST_DAY, LAST_DAY = 5.0, 12.0  # between which the last long-range missile is to be fired


def play(draw: Draw) -> Outputs:
    """What the base case of the published games leaves."""
    found = play_conditions("campaign", draw)
    day = found[f"{BASE}.missiles_gone_day"]
    in_time = (day >= FIRST_DAY) & (day <= LAST_DAY)
    return found | {"missiles_gone_in_time": in_time.astype(float)}


def play_held_out(draw: Draw) -> Outputs:
    """The pessimistic case beside the base case, the mix of games, and European units."""
    lost = ("us_aircraft_lost", "china_ships_lost")
    base, worse = (condition_of(name, lost, draw) for name in (BASE, PESSIMISTIC))
    games = [condition_of(name, ("p_china_wins", "outcome"), draw) for name in ORDINARY_GAMES]
    ends = np.concatenate([game["outcome"] for game in games])
    taken = np.concatenate([game["p_china_wins"] for game in games])
    combat = ledger_of(draw.case("taiwan_2027"), draw, ("p_european_combat",))
    return {
        "pessimistic.us_aircraft_ratio": beside(worse, base, lost[0]),
        "pessimistic.china_ships_ratio": beside(worse, base, lost[1]),
        "victory_in_ordinary_games": taken,
        "defeat_in_ordinary_games": np.isin(ends, DEFEATS).astype(float),
        "european_combat": combat["p_european_combat"],
    }


def beside(worse: Outputs, base: Outputs, name: str) -> np.ndarray:
    """A loss in each future over its mean in the base case [ratio]."""
    ratio: np.ndarray = worse[name] / base[name].mean()
    return ratio


MODULE = Module(
    name="campaign",
    meaning="The invasion of the published games, with parameters drawn as in every study.",
    parameters=PARAMETERS,
    play=play,
    play_held_out=play_held_out,
    repeats=3,
)
