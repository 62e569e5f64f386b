"""What can a path set, what do its ends mean in real units, and what does it cost?"""

from dataclasses import asdict
from typing import Any

from sim.data.load import load_levers
from sim.scenario.prior_words import figure
from sim.show.layout import columns, field, page, wrapped
from sim.show.sources import cited

Row = dict[str, Any]


def listing() -> list[Row]:
    """Every lever, in the order of levers.yaml."""
    return [asdict(lever) for lever in load_levers().values()]


def listing_text(rows: list[Row]) -> str:
    """The levers, one a line."""
    head = "Levers: name, lowest to highest, value in 2024, unit (sim show lever NAME for more)"
    cells = [
        (row["name"], _ends(row), f"2024: {figure(row['value_2024'])}", row["unit"]) for row in rows
    ]
    return page([head], columns(cells))


def keys() -> dict[str, str]:
    """What a lever may be called, and its name."""
    return {name: name for name in load_levers()}


def one(name: str) -> Row:
    """A lever."""
    return asdict(load_levers()[name])


def one_text(row: Row) -> str:
    """The page of one lever."""
    now = figure(row["value_2024"])
    return page(
        [row["name"], *wrapped(row["meaning"], 2)],
        [
            *field("Unit", f"{row['unit']}; {_ends(row)}"),
            *field(f"At {figure(row['low'])}", row["at_zero"]),
            *field(f"2024: {now}", row["at_2024"]),
            *field(f"At {figure(row['high'])}", row["at_one"]),
            *field("Price", row["price"]),
            *field("Basis", row["basis"]),
            *field("Note", row["note"]),
        ],
        cited(row["sources"]),
    )


def _ends(row: Row) -> str:
    return f"{figure(row['low'])} to {figure(row['high'])}"
