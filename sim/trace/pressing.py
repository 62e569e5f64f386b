"""Whom did China punish, what does it say, and how do partners and the region take it?"""

from sim.model.ladders import Agenda
from sim.trace.event import Event, Memory, Number, State
from sim.trace.reasons import alignment_reasons, coercion_reasons, narrative_reasons
from sim.trace.watch import Turn
from sim.trace.wording import billions, chance, listed, percent

REACH_STEP = 0.02
ALIGNMENT_STEP = 0.02
COOPERATION_STEP = 0.1


def tell_coercion(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """One event for each country that China coerces."""
    return [
        one_coercion(turn, country)
        for country in turn.governments
        if country.times_coerced > turn.earlier(country).times_coerced
    ]


def one_coercion(turn: Turn, country: State) -> Event:
    """Whom, at what cost, and whether it gave way."""
    earlier = turn.earlier(country)
    lost = turn.money(country.coercion_loss * country.gdp / 2)
    gave_way = country.conceded > earlier.conceded
    outcome = "It does not give way"
    if gave_way:
        outcome = (
            f"It gives way: its wish for a role in Asia falls from {earlier.asia_role:.2f} to "
            f"{country.asia_role:.2f}"
        )
    spared = turn.after.world.resilience
    hardening = turn.p.coercion_stance_effect * country.coerced_now
    text = (
        f"China coerces {country.name} (chance this half-year {chance(country.p_coerced)}). It "
        f"loses {percent(country.coercion_loss, 2)} of GDP at a year's rate, {billions(lost)}; "
        f"cooperation spares it {percent(spared, 0)}. {outcome}; its settled view of China hardens "
        f"by {hardening:.2f} (0 to 1)."
    )
    numbers = {
        "chance": Number(country.p_coerced, "probability, half-year"),
        "loss": Number(country.coercion_loss, "share of GDP, a year's rate"),
        "money lost": Number(lost, "2024 USD bn"),
        "spared by cooperation": Number(spared, "share"),
        "hardening": Number(hardening, "0-1"),
        "gave way": Number(float(gave_way), "0/1"),
    }
    reasons = coercion_reasons(turn, country)
    return Event(turn.year, turn.quarter, "coercion", (country.iso3,), text, numbers, reasons)


def tell_narrative(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """At the end of a year: the reach of the Chinese narrative, when it has moved."""
    world = turn.after.world
    before = memory.last("narrative", world.narrative)
    if turn.quarter != 4 or not memory.moved("narrative", world.narrative, REACH_STEP):
        return []
    change = "" if before == world.narrative else f"{before:.2f} when last told; "
    text = (
        f"The Chinese narrative that the alliance foments conflict in Asia reaches "
        f"{world.narrative:.2f} ({change}0 to 1). In South-East Asia "
        f"{percent(world.reception, 0)} of elites would choose the US side."
    )
    numbers = {
        "narrative": Number(world.narrative, "0-1"),
        "reception": Number(world.reception, "share of elites"),
        "talks with Chinese officials": Number(turn.lever.china_dialogue, "0-1"),
    }
    reasons = narrative_reasons(turn)
    return [Event(turn.year, 4, "narrative", (), text, numbers, reasons)]


def tell_partners(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """At the end of a year: how partners align and what cooperation gives and costs."""
    world = turn.after.world
    working = [turn.after.items[code].working for code in (Agenda.CYBER, Agenda.COERCION)]
    working.append(turn.after.items[Agenda.INDUSTRY].working)
    level = sum(working) / len(working)
    if turn.quarter != 4:
        return []
    closer = memory.moved("alignment", world.partner_alignment, ALIGNMENT_STEP)
    deeper = memory.moved("cooperation", level, COOPERATION_STEP)
    if not closer and not deeper:
        return []
    partners = turn.governments[turn.n_allies + 1 :]
    named = listed([f"{one.name} {one.alignment:.2f}" for one in partners])
    cost = turn.money(world.cooperation_spending)
    text = (
        f"Partners: {named} (alignment with the alliance, 0 to 1). Cooperation that works: cyber "
        f"{working[0]:.2f}, coercion {working[1]:.2f}, industry {working[2]:.2f}; it spares "
        f"{percent(world.resilience, 0)} of what coercion costs, adds "
        f"{percent(world.partner_lines, 0)} to missile lines, and costs {billions(cost)} a year."
    )
    numbers = {
        "alignment": Number(world.partner_alignment, "0-1, mean of four"),
        "cooperation": Number(level, "0-1, mean of three"),
        "coercion spared": Number(world.resilience, "share"),
        "missile lines added": Number(world.partner_lines, "ratio"),
        "cost": Number(cost, "2024 USD bn/year"),
    }
    who = tuple(one.iso3 for one in partners)
    return [Event(turn.year, 4, "partners", who, text, numbers, alignment_reasons(turn))]
