"""What is scored, in which unit, and which direction is better?"""

from dataclasses import asdict
from typing import Any

from sim.analysis.measures import MEASURES
from sim.show.layout import columns, field, page, wrapped

Row = dict[str, Any]

DIRECTIONS = {"neither": "neither direction is better"}


def listing() -> list[Row]:
    """Every measure, in the order of the tables."""
    return [asdict(measure) for measure in MEASURES.values()]


def listing_text(rows: list[Row]) -> str:
    """The measures by group, one a line."""
    head = "Measures: name, better direction, label and unit (sim show measure NAME for more)"
    groups = dict.fromkeys(row["group"] for row in rows)
    blocks = [
        [
            group.capitalize(),
            *columns([_cells(row) for row in rows if row["group"] == group]),
        ]
        for group in groups
    ]
    return page([head, "A star marks those of the table on the screen."], *blocks)


def _cells(row: Row) -> tuple[str, ...]:
    star = "*" if row["headline"] else ""
    return star, row["name"], row["better"], f"{row['label']} [{row['unit']}]"


def keys() -> dict[str, str]:
    """What a measure may be called, and its name."""
    return {name: name for name in MEASURES}


def one(name: str) -> Row:
    """A measure."""
    return asdict(MEASURES[name])


def on_the_screen(row: Row) -> str:
    """Whether a run shows it, and when."""
    if row["headline"]:
        return "yes"
    if row["shown_with"]:
        return "where a path asks for its lever; else in summary.csv"
    return "no; in summary.csv"


def one_text(row: Row) -> str:
    """The page of one measure."""
    better = DIRECTIONS.get(row["better"], f"{row['better']} is better")
    empty = "only where a contingency opens" if row["needs_contingency"] else ""
    return page(
        [row["name"], *wrapped(row["label"], 2)],
        [
            *field("Meaning", row["meaning"]),
            *field("Unit", row["unit"]),
            *field("Direction", better),
            *field("Group", row["group"]),
            *field("Applies", empty),
            *field("On the screen", on_the_screen(row)),
            *field("Basis", row["basis"]),
        ],
    )
