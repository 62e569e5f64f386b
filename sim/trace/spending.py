"""Who spent, and what did it do for Europe's own defence?"""

from sim.model.behaviour.budgeting import wanted_growth
from sim.rules.budgets import spending_next
from sim.trace.event import Event, Memory, Number, State
from sim.trace.reasons import budget_reasons, budget_setting, defence_reasons
from sim.trace.watch import Turn
from sim.trace.wording import billions, chance, percent, rise

MARGIN_STEP = 0.06
RATIO = "available/required"


def extra(turn: Turn, ally: State) -> float:
    """What next year's budget adds [2024 USD bn/year]."""
    return turn.money(spending_next(ally.spending, ally.spending_growth) - ally.spending)


def tell_budgets(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """In the fourth quarter: next year's budgets, the most striking ones with reasons."""
    if turn.quarter != 4:
        return []
    total = sum(extra(turn, ally) for ally in turn.allies)
    now = turn.money(turn.after.world.allied_spending)
    share = turn.after.world.allied_spending_share
    text = (
        f"Budgets for {turn.year + 1}: Europe and Canada decide {rise(total / now)} in real terms "
        f"({billions(total, True)} a year). This year {billions(now)}, {percent(share, 2)} of GDP; "
        f"{turn.after.council.members_at_2} of 32 members are at 2 % or more."
    )
    numbers = {
        "growth": Number(total / now, "1/year"),
        "change": Number(total, "2024 USD bn/year"),
        "spending": Number(now, "2024 USD bn/year"),
        "share of GDP": Number(share, "share of GDP"),
        "members at 2 %": Number(turn.after.council.members_at_2, "members of 32"),
    }
    whole = Event(turn.year, 4, "budget", (), text, numbers)
    return [whole, *(one_budget(turn, ally) for ally in striking(turn, focus))]


def striking(turn: Turn, focus: str | None) -> list[State]:
    """The country asked about; else the largest change, and the most and least that was wanted."""
    if focus:
        return [ally for ally in turn.allies if ally.iso3 == focus]
    armed = [ally for ally in turn.allies if ally.spending > 0]
    largest = max(armed, key=lambda ally: abs(extra(turn, ally)))
    willing = sorted(armed, key=lambda ally: wanted_growth(*budget_setting(turn, ally), turn.p))
    chosen = {ally.iso3: ally for ally in (largest, willing[-1], willing[0])}
    return list(chosen.values())


def one_budget(turn: Turn, ally: State) -> Event:
    """One country's budget, with its reasons."""
    share = ally.spending_growth
    growth = spending_next(1.0, share) - 1
    text = (
        f"{ally.name} {rise(growth)} ({billions(extra(turn, ally), True)}), "
        f"from {percent(ally.spending_share, 2)} of GDP."
    )
    numbers = {
        "growth": Number(share, "1/year, change of the logarithm"),
        "change": Number(extra(turn, ally), "2024 USD bn/year"),
        "spending share": Number(ally.spending_share, "share of GDP"),
        "treasury's ceiling": Number(ally.fiscal_ceiling, "share of GDP"),
    }
    reasons = budget_reasons(turn, ally)
    return Event(turn.year, 4, "budget", (ally.iso3,), text, numbers, reasons)


def tell_defence(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """At the end of a year: what Europe could field, with the United States and without."""
    world, market = turn.after.world, turn.after.market
    start = memory.first(turn.after)
    if turn.quarter != 4 or not memory.moved("alone", world.margin_land_without_us, MARGIN_STEP):
        return []
    grown = market.capacity / market.capacity_2024
    text = (
        f"Defence of Europe: on land {world.margin_land:.2f} of what is needed, "
        f"{world.margin_land_without_us:.2f} without the US; air and sea "
        f"{world.margin_airsea:.2f}. The defence would hold with a chance of "
        f"{chance(world.p_hold)}. Interceptors: {market.interceptors:.0f} in stock, "
        f"{turn.p.interceptors_needed:.0f} needed in a month. Industry can make {grown:.1f} times "
        f"what it could in 2024; plans {world.planning:.2f}, enablers {world.enablers:.2f} of 1."
    )
    numbers = {
        "land margin": Number(world.margin_land, RATIO),
        "land margin without the US": Number(world.margin_land_without_us, RATIO),
        "air and sea margin": Number(world.margin_airsea, RATIO),
        "chance that the defence holds": Number(world.p_hold, "probability"),
        "share carried by Europe and Canada": Number(world.european_share, "share"),
        "interceptors": Number(market.interceptors, "missiles"),
        "industrial capacity": Number(grown, "ratio to 2024"),
        "price of equipment": Number(market.price, "ratio to 2024"),
        "interceptors to Ukraine so far": Number(market.interceptors_ukraine, "missiles"),
        "interceptors to the Pacific so far": Number(market.interceptors_pacific, "missiles"),
        "plans that work": Number(world.planning, "0-1"),
        "European enablers": Number(world.enablers, "0-1"),
    }
    reasons = defence_reasons(turn, start)
    return [Event(turn.year, 4, "defence", (), text, numbers, reasons)]
