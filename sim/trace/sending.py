"""Who keeps ships and aircraft in the Indo-Pacific, and why this ally rather than another?"""

import math
from typing import NamedTuple

from sim.rules.deployments import deployment_weight
from sim.trace.event import Event, Memory, Number, Reason, State, ranked
from sim.trace.reasons import as_sent, asia_role_before_coercion, shared_out
from sim.trace.watch import Turn
from sim.trace.wording import billions, percent

SHIPS_STEP = 0.75  # ships on station, a move that is worth a line
FEWEST_SHIPS = 0.1
SHIPS = "ships on station"
RATIO = "available/required"
WEIGHT_PARTS = {
    "fleet": "the size of its {arm}",
    "can_deploy": "practice in Asia, 2021 to 2024",
    "asia_role": "wish that the alliance act there",
    "national_presence": "habit of acting there alone",
    "may_deploy": "whether the path asks it",
}
LIMIT = "what rotation allows, and war"
"""What stands between an ally's share of the presence asked and what it sends."""


class Arm(NamedTuple):
    """Ships or aircraft.

    Attributes:
        name: in the plural, as the fields of an ally name them.
        one: in the singular, as the weights name it.
        fleet: what they are together, in words.
        step: units on station, a move of a single ally that is worth a line.
        told: allies that are explained, those with most on station.
    """

    name: str
    one: str
    fleet: str
    step: float
    told: int


ARMS = (
    Arm("ships", "ship", "fleet", step=0.5, told=3),
    Arm("aircraft", "aircraft", "air force", step=4.0, told=2),
)


def tell_presence(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """Ships and aircraft on station in the Indo-Pacific, when their number has moved."""
    world = turn.after.world
    ships = sum(ally.ships_on_station for ally in turn.allies)
    before = memory.last("ships", ships)
    if not memory.moved("ships", ships, SHIPS_STEP):
        return []
    bound = sum(ally.ships_committed for ally in turn.allies)
    cost = turn.money(sum(ally.presence_spending for ally in turn.allies))
    ready = world.ready_ships + bound
    sea = turn.p.ships_weight * bound / world.ships_required
    there = [ally for ally in turn.allies if ally.ships_on_station >= FEWEST_SHIPS]
    change = "" if before == ships else f" ({before:.1f} when last told)"
    text = (
        f"In the Indo-Pacific: {ships:.1f} allied ships{change} and "
        f"{world.aircraft_on_station:.0f} aircraft on station. Rotation binds {bound:.1f} of "
        f"{ready:.0f} ready ships ({percent(bound / ready)}), up to {sea:.3f} of the air and sea "
        f"margin in Europe; it costs {billions(cost)} a year."
    )
    numbers = {
        "ships on station": Number(ships, "ships"),
        "aircraft on station": Number(world.aircraft_on_station, "aircraft"),
        "ready ships bound": Number(bound, "ships"),
        "share of ready ships": Number(bound / ready, "share"),
        "air and sea margin lost at most": Number(sea, RATIO),
        "cost": Number(cost, "2024 USD bn/year"),
    }
    reasons = ranked(Reason(ally.name, ally.ships_on_station, SHIPS) for ally in there)
    who = tuple(ally.iso3 for ally in there)
    return [Event(turn.year, turn.quarter, "presence", who, text, numbers, reasons)]


def tell_senders(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """Why those who keep most on station do so; or why the ally asked about does, or does not."""
    return [
        one_sender(turn, ally, arm)
        for arm in ARMS
        for ally in senders(turn, arm, focus)
        if memory.moved(f"{arm.name} of {ally.iso3}", sent(turn, ally, arm), arm.step)
    ]


def senders(turn: Turn, arm: Arm, focus: str | None) -> list[State]:
    """The ally asked about; else those with most on station."""
    if focus:
        return [ally for ally in turn.allies if ally.iso3 == focus and fleet(turn, ally, arm) > 0]
    most = sorted(turn.allies, key=lambda ally: -sent(turn, ally, arm))[: arm.told]
    return [ally for ally in most if sent(turn, ally, arm) >= FEWEST_SHIPS]


def sent(turn: Turn, ally: State, arm: Arm) -> float:
    """Units that an ally keeps on station, before a crisis or war of the quarter [units]."""
    return float(getattr(as_sent(turn, ally), f"{arm.name}_on_station"))


def one_sender(turn: Turn, ally: State, arm: Arm) -> Event:
    """What one ally keeps on station beside a mean ally, with what sets it apart."""
    there, mean = sent(turn, ally, arm), mean_part(turn, arm)
    text = (
        f"{ally.name} keeps {there:.2f} {arm.name} in the Indo-Pacific; a mean ally that has "
        f"{arm.name} would keep {mean:.2f}."
    )
    numbers = {
        f"{arm.name} on station": Number(there, arm.name),
        f"{arm.name} of a mean ally": Number(mean, arm.name),
        "wish that the alliance act there": Number(ally.asia_role, "0-1"),
        "habit of acting there alone": Number(ally.national_presence, "0-1"),
    }
    reasons = sending_reasons(turn, ally, arm)
    return Event(turn.year, turn.quarter, "presence", (ally.iso3,), text, numbers, reasons)


def sending_reasons(turn: Turn, ally: State, arm: Arm) -> tuple[Reason, ...]:
    """Why an ally keeps more or fewer on station than a mean ally, ranked; they sum to that."""
    usual, actual = mean_inputs(turn, arm), inputs(turn, ally, arm)

    def part(**those: float) -> float:
        return part_of_presence(turn, arm, those)

    parts = shared_out(part, usual, actual)
    limit = sent(turn, ally, arm) - part(**actual)
    unit = f"number of {arm.name} beside a mean ally"
    named = {WEIGHT_PARTS[key].format(arm=arm.fleet): value for key, value in parts.items()}
    return ranked(Reason(words, value, unit) for words, value in (named | {LIMIT: limit}).items())


def mean_part(turn: Turn, arm: Arm) -> float:
    """What an ally would keep on station that is the mean of those with such units [units]."""
    return part_of_presence(turn, arm, mean_inputs(turn, arm))


def part_of_presence(turn: Turn, arm: Arm, those: dict[str, float]) -> float:
    """An ally's part of the presence asked, before what its rotation allows [units]."""
    world = turn.after.world
    total = getattr(world, f"{arm.one}_weight_total")
    if total <= 0:
        return 0.0
    asked = world.presence_asked * getattr(turn.p, f"presence_{arm.name}")
    return float(asked * weight(turn, those) / total)


def weight(turn: Turn, those: dict[str, float]) -> float:
    """Weight in sharing out the presence asked [units]."""
    others = {name: value for name, value in those.items() if name != "may_deploy"}
    return those["may_deploy"] * deployment_weight(
        **others, novice_share=turn.p.novice_deployer_share
    )


def inputs(turn: Turn, ally: State, arm: Arm) -> dict[str, float]:
    """What an ally's weight is made of."""
    return {"fleet": fleet(turn, ally, arm), **leanings(turn, ally, arm)}


def leanings(turn: Turn, ally: State, arm: Arm) -> dict[str, float]:
    """What an ally's weight is made of beside its fleet."""
    return {
        "can_deploy": getattr(ally, f"can_deploy_{arm.name}"),
        "asia_role": asia_role_before_coercion(turn, ally),
        "national_presence": ally.national_presence,
        "may_deploy": ally.may_deploy,
    }


def fleet(turn: Turn, ally: State, arm: Arm) -> float:
    """Units that counted when presence was shared out, before a war of the quarter [units]."""
    for_one = weight(turn, {"fleet": 1.0, **leanings(turn, ally, arm)})
    if for_one > 0:
        return float(getattr(ally, f"{arm.one}_weight") / for_one)
    return float(getattr(turn.earlier(ally), arm.name) * ally.strength)


def mean_inputs(turn: Turn, arm: Arm) -> dict[str, float]:
    """The mean of each input over the allies that have such units."""
    rows = [inputs(turn, ally, arm) for ally in turn.allies if fleet(turn, ally, arm) > 0]
    return {name: math.fsum(row[name] for row in rows) / len(rows) for name in WEIGHT_PARTS}
