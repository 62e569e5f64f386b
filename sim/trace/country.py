"""How does the country that is asked about stand at the end of a year?"""

from sim.trace.event import Event, Memory, Number, State
from sim.trace.watch import Turn
from sim.trace.wording import billions, chance, percent


def tell_country(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """One event a year: its stances, its money and its forces."""
    if not focus or turn.quarter != 4:
        return []
    country = turn.after.by_iso3[focus]
    text = f"{country.name} at the end of {turn.year}: {views(turn, country)}{means(turn, country)}"
    numbers = {
        "toughness on China": Number(country.china_hardness, "0-1"),
        "threat seen in Russia": Number(country.russia_threat, "0-1"),
        "joins sanctions": Number(country.p_sanctions, "probability"),
        "defence spending": Number(turn.money(country.spending), "2024 USD bn/year"),
        "GDP lost to the contingency": Number(country.gdp_loss, "share of GDP, first year"),
        "lost to coercion so far": Number(turn.money(country.coercion_total), "2024 USD bn"),
    }
    return [Event(turn.year, 4, "country", (focus,), text, numbers)]


def views(turn: Turn, country: State) -> str:
    """Where its government stands, if it is one that holds stances."""
    if country not in turn.governments:
        return ""
    return (
        f"toughness on China {country.china_hardness:.2f}, threat seen in Russia "
        f"{country.russia_threat:.2f} (0 to 1); after an attack on Taiwan it joins sanctions with "
        f"a chance of {chance(country.p_sanctions)}. "
    )


def means(turn: Turn, country: State) -> str:
    """What it spends, and what forces an ally has and keeps on station."""
    text = f"Defence spending {billions(turn.money(country.spending))} a year"
    text += f", {percent(country.spending / country.gdp, 2)} of GDP."
    if country not in turn.allies:
        return text
    return (
        f"{text} Forces are {country.strength:.2f} of those of 2024 in size, "
        f"{country.readiness:.2f} in readiness; {country.ships_on_station:.1f} ships in the "
        f"Indo-Pacific; all spending so far {billions(turn.money(country.spending_total))}."
    )
