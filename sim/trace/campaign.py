"""How did the campaign over Taiwan go, turn by turn, and how did it end?"""

from sim.analysis.wording import counted, number
from sim.model.behaviour.totalling import china_ships_lost
from sim.model.ladders import Asset, Contingency, Level, Outcome, Stage
from sim.trace.event import Event, Memory, Number, State
from sim.trace.watch import Turn
from sim.trace.wording import listed, percent

ENDS = {
    Outcome.FLEET_DEFEATED: "the invasion fleet is defeated",
    Outcome.LODGEMENT_STARVED: "the lodgement can no longer be supplied",
    Outcome.STALEMATE: "the front on the island stands still",
    Outcome.CHINESE_VICTORY: "China takes the island",
    Outcome.OFF_RAMP: "both sides find a way out",
    Outcome.TAIWAN_YIELDS: "Taiwan yields",
    Outcome.STOPPED: "it is not decided when the scenario or the model stops following it",
}
LEVELS = {
    Level.BOARDING: "boarding",
    Level.MINES_AND_SUBMARINES: "submarines and mines",
    Level.LIMITED_WAR: "limited war",
    Level.WIDER_WAR: "wider war",
}
EVERY_WEEK = 4  # the first weeks of a blockade are all told, later ones by need
SOMETIMES = 4
FUELS = {"gas_stock": "gas", "coal_stock": "coal", "oil_stock": "oil"}
GONE = 0.05  # weeks of use
DARKER = 0.2
ASHORE = {
    "battalions_ashore": "Chinese battalions ashore",
    "taiwan_battalions": "Taiwanese battalions against them",
    "ports_held": "ports and airfields held",
}
UNITS = {
    "day": "days",
    "amphibious": "ships",
    "supply": "0-1",
    "ports_held": "ports and airfields",
    "antiship_missiles": "missiles",
    "cruise_missiles": "missiles",
    "interceptors_theatre": "missiles",
    "china_base_missiles": "missiles",
    "electricity": "share of normal",
    "trip_loss_share": "share of trips",
    "gas_stock": "weeks of use",
    "coal_stock": "weeks of use",
    "oil_stock": "weeks of use",
    "china_level": "level",
    "coalition_level": "level",
}
NOBODY = State(
    us_aircraft_lost=0.0,
    coalition_aircraft_lost=0.0,
    china_aircraft_lost=0.0,
    coalition_ships_lost=0.0,
    china_ships_lost=0.0,
    merchants_lost=0.0,
)


def tell_campaign(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """The turns of this quarter in which there was fighting, and how it ended."""
    before = turn.before.campaign
    first = before.turn if before.stage != Stage.PEACE else 0
    events = []
    for i, row in enumerate(turn.rows):
        past = turn.rows[i - 1] if i else turn.row_before or NOBODY
        if fought(turn, row):
            events += told(turn, memory, first + i + 1, past, row)
    if before.stage in (Stage.PEACE, Stage.WAR) and turn.after.campaign.stage > Stage.WAR:
        events.append(ending(turn))
    return events


def fought(turn: Turn, row: State) -> bool:
    """Whether there was fighting in a turn: the last one is that in which it ended."""
    return bool(row.day <= turn.after.campaign.days)


def told(turn: Turn, memory: Memory, count: int, past: State, row: State) -> list[Event]:
    """The event of a turn, unless it is a week of a blockade like those before."""
    if row.kind == Contingency.INVASION:
        return [event_of(turn, count, invasion_words(count, past, row), row)]
    if not worth_telling(memory, count, row):
        return []
    return [event_of(turn, count, blockade_words(count, past, row), row)]


def worth_telling(memory: Memory, count: int, row: State) -> bool:
    """The first weeks, a change of level, fuel that runs out, less light, or every fourth week."""
    changed = [
        memory.moved("level of China", row.china_level, 1.0),
        memory.moved("level of the others", row.coalition_level, 1.0),
        memory.moved("light in Taiwan", row.electricity, DARKER),
        *(memory.moved(f"{name} gone", float(getattr(row, name) < GONE), 1.0) for name in FUELS),
    ]
    return count <= EVERY_WEEK or any(changed) or count % SOMETIMES == 0


def event_of(turn: Turn, count: int, text: str, row: State) -> Event:
    """A turn with the numbers that are kept of it."""
    known = {name: value for name, value in vars(row).items() if value == value}
    numbers = {"turn": Number(float(count), "turns")} | {
        name.replace("_", " "): Number(value, unit_of(name))
        for name, value in known.items()
        if name not in ("kind", "stage")
    }
    return Event(turn.year, turn.quarter, "campaign turn", ("CHN", "TWN", "USA"), text, numbers)


def unit_of(name: str) -> str:
    """The unit of what a turn keeps."""
    if name in UNITS:
        return UNITS[name]
    if name.startswith("europe_"):
        return "share in Europe"
    if name.startswith("margin_"):
        return "available/required"
    if name.endswith("aircraft_lost"):
        return "aircraft"
    return "ships" if name.endswith("_lost") else "battalions"


def invasion_words(count: int, past: State, row: State) -> str:
    """A turn of 3.5 days: what was lost, who is ashore, which stocks are left."""
    ashore = "; ".join(f"{words} {counted(getattr(row, name))}" for name, words in ASHORE.items())
    return (
        f"Turn {count}, to day {row.day:g}: {losses(past, row)}. {capital(ashore)}; supply "
        f"{percent(row.supply, 0)} of need; {counted(row.amphibious)} amphibious ships afloat. "
        f"Left: {counted(row.antiship_missiles)} anti-ship and {counted(row.cruise_missiles)} "
        f"cruise missiles, {counted(row.interceptors_theatre)} interceptors, "
        f"{counted(row.china_base_missiles)} Chinese missiles against bases.{left_in_europe(row)}"
    )


def blockade_words(count: int, past: State, row: State) -> str:
    """A week: levels, trips, light, fuel and losses."""
    china, others = Level(int(row.china_level)), Level(int(row.coalition_level))
    fuel = listed([f"{words} {getattr(row, name):.1f}" for name, words in FUELS.items()])
    return (
        f"Week {count}: China at level {china:d} ({LEVELS[china]}), the others at {others:d} "
        f"({LEVELS[others] if others > Level.BOARDING else 'no escorts'}). "
        f"{percent(row.trip_loss_share, 0)} of merchant trips are lost; electricity "
        f"{percent(row.electricity, 0)} of normal; in store, in weeks of use: {fuel}. "
        f"{capital(losses(past, row))}.{left_in_europe(row)}"
    )


def losses(past: State, row: State) -> str:
    """What both sides lost in a turn."""
    parts = {
        "US aircraft": row.us_aircraft_lost - past.us_aircraft_lost,
        "aircraft of its partners": (row.coalition_aircraft_lost - past.coalition_aircraft_lost)
        - (row.us_aircraft_lost - past.us_aircraft_lost),
        "warships of the others": row.coalition_ships_lost - past.coalition_ships_lost,
        "Chinese aircraft": row.china_aircraft_lost - past.china_aircraft_lost,
        "large Chinese ships": row.china_ships_lost - past.china_ships_lost,
        "merchant ships": row.merchants_lost - past.merchants_lost,
    }
    named = [f"{counted(lost)} {words}" for words, lost in parts.items() if lost >= 1 / 2]
    return f"{listed(named)} are lost" if named else "next to nothing is lost"


def left_in_europe(row: State) -> str:
    """Classes of US assets of which less than nine tenths are left in Europe."""
    left = {asset: getattr(row, f"europe_{asset.name.lower()}") for asset in Asset}
    low = sorted((share, asset) for asset, share in left.items() if share < 1 - 1 / 10)
    if not low:
        return ""
    named = [f"{asset.name.lower().replace('_', ' ')} {percent(share, 0)}" for share, asset in low]
    return f" Left in Europe of what the US has for it: {listed(named, 4)}."


def ending(turn: Turn) -> Event:
    """How the fighting ended, after how long, and at what cost."""
    war = turn.after.campaign
    outcome = Outcome(war.outcome)
    text = (
        f"The fighting ends after {war.days:g} days: {ENDS[outcome]}. Lost in all: "
        f"{counted(war.us_aircraft_lost)} US aircraft, {counted(war.us_carriers_lost)} carriers "
        f"and {counted(war.us_escorts_lost)} other large US surface ships; "
        f"{counted(war.china_aircraft_lost)} Chinese aircraft and "
        f"{counted(china_ships_lost(war))} large Chinese ships. Killed "
        f"and missing: {number(war.china_casualties, 0)} Chinese, "
        f"{number(war.coalition_casualties, 0)} others."
    )
    numbers = {
        "length": Number(war.days, "days"),
        "US aircraft lost": Number(war.us_aircraft_lost, "aircraft"),
        "Japanese aircraft lost": Number(war.japan_aircraft_lost, "aircraft"),
        "Chinese aircraft lost": Number(war.china_aircraft_lost, "aircraft"),
        "US carriers lost": Number(war.us_carriers_lost, "ships"),
        "other large US surface ships lost": Number(war.us_escorts_lost, "ships"),
        "Chinese amphibious ships lost": Number(war.china_amphibious_lost, "ships"),
        "other large Chinese surface ships lost": Number(war.china_escorts_lost, "ships"),
        "merchant ships lost": Number(war.merchants_lost, "ships"),
        "battalions landed": Number(war.battalions_landed, "battalions"),
        "Chinese killed and missing": Number(war.china_casualties, "persons"),
        "others killed and missing": Number(war.coalition_casualties, "persons"),
    }
    return Event(
        turn.year, turn.quarter, "campaign end", ("CHN", "TWN", "USA", "JPN"), text, numbers
    )


def capital(words: str) -> str:
    """The words with a capital letter at the front."""
    return words[:1].upper() + words[1:]
