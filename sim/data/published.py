"""Which published figure stands beside which result, and may it be seen?"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "published.csv"


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure for one condition of a published game or estimate.

    Attributes:
        condition: name of the condition, as scenario files give it.
        target: number of the target.
        measure: name of our measure; gdp_loss_ with a country code is that country's loss.
        label: words for the reader.
        value: what was published, None where it is held out.
        low: least that counts as a hit, None where it is held out.
        high: most that counts as a hit, None where it is held out.
        unit: unit of the three.
        use: "CAL" for what may be fitted on, "HOLD" for what is scored once.
        source: key of sources.yaml.
        grade: how well it is known.
        note: what else a reader should know.
    """

    condition: str
    target: str
    measure: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    use: str
    source: str
    grade: str
    note: str


@cache
def load_published(file: Path = FILE) -> tuple[Published, ...]:
    """All rows, in the order of the file."""
    with file.open(newline="", encoding="utf-8") as lines:
        return tuple(_row(row) for row in csv.DictReader(lines))


def _row(row: dict[str, str]) -> Published:
    return Published(
        condition=row["condition"],
        target=row["target"],
        measure=row["measure"],
        label=row["label"],
        value=_number(row["value"]),
        low=_number(row["low"]),
        high=_number(row["high"]),
        unit=row["unit"],
        use=row["use"],
        source=row["source"],
        grade=row["grade"],
        note=row["note"],
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


def published_conditions() -> tuple[str, ...]:
    """Names of the conditions of which something is published."""
    return tuple(dict.fromkeys(row.condition for row in load_published()))
