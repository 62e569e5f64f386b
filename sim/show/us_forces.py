"""How many US forces are based in a country, and how many does a war in Asia leave there?"""

from typing import Any

from sim.data.load import load_facts
from sim.show.countries import fact_row, figure_lines

Row = dict[str, Any]

FACT = "us_personnel_based"
LEFT = ("us_personnel_low", "us_personnel_end")  # what a study holds about it, by path


def us_forces(iso3: str, year: int) -> Row | None:
    """The figure with which a study that starts in this year begins; None: there is none.

    Args:
        iso3: three-letter code of the country.
        year: in which the study starts.
    """
    facts = load_facts()
    return fact_row(facts.get(iso3, FACT, year)) if facts.history(iso3, FACT) else None


def us_forces_text(row: Row | None, name: str, group: str, table: str) -> list[list[str]]:
    """The figure with its source, and beside it what each path leaves, as blocks of lines.

    Args:
        row: what `us_forces` found.
        name: of the country.
        group: of the country in the roster; the model draws US forces from allies alone.
        table: what each path leaves, as text.
    """
    if row is None:
        return []
    begins = [f"US forces based in {name} at the start", *figure_lines(FACT, row)]
    if group != "nato":
        return [[*begins, "  The model follows the US forces in allied countries alone."]]
    return [begins, [table]]
