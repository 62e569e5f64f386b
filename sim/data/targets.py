"""Which published figures are results held against, and which of them may be seen?

A figure for calibration (CAL) may be fitted on. One that is held out (HOLD) is scored once, by
`sim validate --hold`; nothing else shows it.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sim.data.checks import DataError

FILE = Path(__file__).parent / "targets.csv"
CAL, HOLD = "CAL", "HOLD"
BAND = "band"
TOLERANCE_RATIO = 2  # a near-miss lies within so many times the tolerance


@dataclass(frozen=True, slots=True)
class Target:
    """One published figure, or one for each of some years.

    Attributes:
        target: its number in the list of targets.
        module: part of the model that is held against it.
        condition: name of a published condition, as scenario files give it; "" for a module's own.
        measure: name of our measure; gdp_loss_ with a country code is that country's loss.
        label: words for the reader.
        values: what was published; more than one are a series, and empty is out of scope.
        low: least that counts as a hit; of a series, of the root mean square error.
        high: most that counts as a hit.
        banded: whether the band of nine futures in ten is to contain it, instead of the mean.
        unit: unit of the above.
        use: "CAL" or "HOLD".
        source: key of sources.yaml.
        grade: how well it is known.
        note: what else a reader should know.
    """

    target: str
    module: str
    condition: str
    measure: str
    label: str
    values: tuple[float, ...]
    low: float
    high: float
    banded: bool
    unit: str
    use: str
    source: str
    grade: str
    note: str

    @property
    def held_out(self) -> bool:
        """Whether it is scored once and shown nowhere else."""
        return self.use == HOLD

    @property
    def is_series(self) -> bool:
        """Whether it is one figure for each of some years."""
        return len(self.values) > 1

    @property
    def tolerance(self) -> float:
        """Half of what counts as a hit; of a series, the error that does [unit]."""
        return self.high if self.is_series else (self.high - self.low) / 2

    @property
    def key(self) -> str:
        """Condition and measure in one word."""
        return f"{self.condition}.{self.measure}" if self.condition else self.measure


@cache
def load_targets(file: Path = FILE) -> tuple[Target, ...]:
    """All figures, in the order of the file."""
    with file.open(newline="", encoding="utf-8") as lines:
        return tuple(_row(number, row) for number, row in enumerate(csv.DictReader(lines), 2))


def _row(number: int, row: dict[str, str]) -> Target:
    numbers = {name: row.pop(name) for name in ("value", "low", "high")}
    banded = numbers["low"] == BAND
    try:
        values = tuple(float(value) for value in numbers["value"].split(";") if value)
        low, high = (0.0, 0.0)
        if values and not banded:
            low, high = float(numbers["low"]), float(numbers["high"])
    except ValueError as problem:
        raise DataError(f"{FILE.name}, line {number}: {problem}.") from problem
    if row["use"] not in (CAL, HOLD) or low > high:
        raise DataError(f"{FILE.name}, line {number}: needs CAL or HOLD, and low below high.")
    return Target(**row, values=values, low=low, high=high, banded=banded)


def targets_for(condition: str) -> tuple[Target, ...]:
    """What is published for a condition."""
    return tuple(row for row in load_targets() if row.condition == condition)


def targets_of(module: str) -> tuple[Target, ...]:
    """What a part of the model is held against."""
    return tuple(row for row in load_targets() if row.module == module)


def module_names() -> tuple[str, ...]:
    """The parts of the model that are held against something, in order."""
    return tuple(dict.fromkeys(row.module for row in load_targets()))


def published_conditions() -> tuple[str, ...]:
    """Names of the conditions of which something is published."""
    return tuple(dict.fromkeys(row.condition for row in load_targets() if row.condition))
