"""What did the United States do in peace, how did the war in Ukraine end, and what of Russia?"""

import math

from sim.model.ladders import Administration, UkraineWar
from sim.trace.event import Event, Memory, Number, Reason, ranked
from sim.trace.reasons import posture_reasons
from sim.trace.watch import Turn
from sim.trace.wording import chance, percent

ENDINGS = {
    UkraineWar.CEASEFIRE: "a ceasefire",
    UkraineWar.FROZEN: "a frozen front",
    UkraineWar.UKRAINIAN_DEFEAT: "a Ukrainian defeat",
    UkraineWar.RUSSIAN_SETBACK: "a Russian setback",
}
ADMINISTRATIONS = {
    Administration.ALLIANCE_FIRST: "alliance-first",
    Administration.PRIORITISER: "prioritiser (the Pacific first)",
}
POSTURE_STEP = 0.1
HAZARD_STEP = 0.4  # of its logarithm
ELECTION_STEP = 0.15
LOG_HAZARD = "log of the yearly hazard"


def tell_administration(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """A US administration takes office."""
    if turn.quarter != 1 or turn.year % 4 != 1:
        return []
    us, before = turn.after.united_states, turn.before.united_states
    kind = ADMINISTRATIONS[Administration(us.administration)]
    text = (
        f"United States: {'an' if kind[0] == 'a' else 'a'} {kind} administration takes office "
        f"(commitment to Europe {us.commitment:.2f}, before {before.commitment:.2f}; "
        f"pressure on allies to spend {us.burden_pressure:.2f}; 0 to 1). "
        f"A prioritiser is drawn with a chance of {chance(turn.p.prioritiser_share)}."
    )
    numbers = {
        "commitment to Europe": Number(us.commitment, "0-1"),
        "pressure to spend": Number(us.burden_pressure, "0-1"),
    }
    return [Event(turn.year, 1, "administration", ("USA",), text, numbers)]


def tell_posture(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """US forces in Europe in peace, when they have moved."""
    posture, gain = turn.after.united_states.posture, turn.after.world.pacific_gain
    memory.told.setdefault("posture", 1.0)
    before = memory.last("posture", 1.0)
    if not memory.moved("posture", posture, POSTURE_STEP):
        return []
    side = "were added in" if gain >= 0 else "were taken from"
    text = (
        f"The United States keeps {posture:.2f} times its 2024 forces in Europe ({before:.2f} when "
        f"last told); forces worth {abs(gain):.2f} times those {side} the Pacific."
    )
    numbers = {
        "posture": Number(posture, "ratio to 2024"),
        "arrived in the Pacific": Number(gain, "ratio to the posture in Europe of 2024"),
    }
    reasons = posture_reasons(turn)
    return [Event(turn.year, turn.quarter, "posture", ("USA",), text, numbers, reasons)]


def tell_elections(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """Elections that move what a government comes back to; small moves only for who asks."""
    events = []
    for country in turn.governments:
        earlier = turn.earlier(country)
        china = country.china_hardness_start - earlier.china_hardness_start
        russia = country.russia_threat_start - earlier.russia_threat_start
        least = 0.0 if country.iso3 == focus else ELECTION_STEP
        if country.iso3 == "USA" or max(abs(china), abs(russia)) <= least:
            continue
        text = (
            f"An election in {country.name} moves its line: toughness on China {china:+.2f}, "
            f"threat seen in Russia {russia:+.2f} (0 to 1)."
        )
        numbers = {"toughness on China": Number(china, "0-1"), "threat": Number(russia, "0-1")}
        events.append(Event(turn.year, turn.quarter, "election", (country.iso3,), text, numbers))
    return events


def tell_ukraine(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """The war in Ukraine begins, or ends."""
    if turn.after.world.ukraine_war == turn.before.world.ukraine_war:
        return []
    if turn.before.world.ukraine_war == UkraineWar.NOT_BEGUN:
        text = (
            "Russia invades Ukraine, as the scenario says. All governments see a greater threat, "
            "and budgets follow the growth that was measured since 2022."
        )
        return [Event(turn.year, turn.quarter, "ukraine", (), text, {})]
    ending = ENDINGS[UkraineWar(turn.after.world.ukraine_war)]
    support, years = turn.after.world.ukraine_support, turn.after.russia.recovery_years
    fixed = turn.after.world.ukraine_end_fixed == 1
    text = (
        f"The war in Ukraine ends in {ending}{', as the scenario says' if fixed else ''}. Aid and "
        f"missiles that reach it are {support:.2f} of those of 2024. Russian forces now need about "
        f"{years:.1f} years to recover by half of the estimates."
    )
    numbers = {
        "support": Number(support, "ratio to 2024"),
        "recovery": Number(years, "years"),
    }
    return [Event(turn.year, turn.quarter, "ukraine", (), text, numbers)]


def tell_russia(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """Russian recovery and the hazard of an attack, when it has moved; and an attack."""
    if turn.after.russia.attacked == turn.step:
        return [attacked(turn)]
    hazard = turn.after.russia.attack_hazard
    if hazard <= 0 or not memory.moved("hazard", math.log(hazard), HAZARD_STEP):
        return []
    russia, world = turn.after.russia, turn.after.world
    text = (
        f"Russia: forces recovered to {percent(russia.reconstitution, 0)}; an attack on a member "
        f"has a chance of {chance(hazard)} this quarter ({chance(russia.attack_hazard_total)} so "
        f"far). The defence would hold with a chance of {chance(world.p_hold)}."
    )
    reasons = hazard_reasons(turn)
    return [Event(turn.year, turn.quarter, "russia", ("RUS",), text, hazard_numbers(turn), reasons)]


def attacked(turn: Turn) -> Event:
    """Russia attacks a member."""
    held = turn.after.russia.defence_held == 1
    lost = turn.p.attack_loss_share if held else turn.p.overrun_loss_share
    text = (
        f"RUSSIA ATTACKS A MEMBER (chance this quarter {chance(turn.after.russia.attack_hazard)}). "
        f"The defence {'holds' if held else 'does not hold'} (chance that it would: "
        f"{chance(turn.after.world.p_hold)}). Allies lose {percent(lost, 0)} of their forces. "
        f"China now sees US forces tied down (log ratio {turn.p.us_tied_by_russia:+.2f})."
    )
    numbers = hazard_numbers(turn) | {
        "defence held": Number(float(held), "0/1"),
        "forces lost": Number(lost, "share"),
    }
    return Event(turn.year, turn.quarter, "attack", ("RUS",), text, numbers, hazard_reasons(turn))


def hazard_numbers(turn: Turn) -> dict[str, Number]:
    """What stands behind the hazard."""
    russia = turn.after.russia
    return {
        "hazard": Number(russia.attack_hazard, "probability, quarter"),
        "hazard so far": Number(russia.attack_hazard_total, "probability, expected value"),
        "recovery": Number(russia.reconstitution, "0-1"),
        "rate of a recovered Russia": Number(turn.p.russian_attack_rate, "1/year"),
        "chance that the defence holds": Number(turn.after.world.p_hold, "probability"),
        "the same as Russia sees it": Number(russia.p_hold_seen, "probability"),
    }


def hazard_reasons(turn: Turn) -> tuple[Reason, ...]:
    """Why an attack is more or less likely, ranked [log of the yearly hazard]."""
    p, russia, council = turn.p, turn.after.russia, turn.after.council
    recovered = math.log(russia.reconstitution) if russia.reconstitution > 0 else -math.inf
    engaged = p.us_engaged_effect * turn.after.united_states.engaged
    deficit = p.denial_deficit_effect * (1 - russia.p_hold_seen)
    paralysis = p.council_paralysis_effect * (council.cohesion_start - council.cohesion)
    return ranked(
        (
            Reason("Russian forces not yet recovered", recovered, LOG_HAZARD),
            Reason("US attention tied down in the Pacific", engaged, LOG_HAZARD),
            Reason("the defence may not hold, as Russia sees it", deficit, LOG_HAZARD),
            Reason("cohesion that the council has lost", paralysis, LOG_HAZARD),
        )
    )
