"""How do the results stand beside what was published for the same condition?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from sim.analysis.wording import number
from sim.data.published import Published, load_published

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

HELD_OUT = "held out: see `sim validate --hold`"
BY_COUNTRY = "gdp_loss_"
FEW = 10.0  # below it two decimals are shown, below a hundred one


def rows_for(condition: str) -> tuple[Published, ...]:
    """What is published for a condition."""
    return tuple(row for row in load_published() if row.condition == condition)


def values_of(outcome: "Outcome", row: Published) -> np.ndarray:
    """What the model gives on the baseline path in each future in which it applies."""
    path = outcome.paths.index(outcome.case.baseline)
    code = row.measure.removeprefix(BY_COUNTRY)
    if row.measure.startswith(BY_COUNTRY) and code in outcome.countries:
        values = outcome.by_country["gdp_loss"][path, :, outcome.countries.index(code)]
    else:
        values = outcome.measures[row.measure][path]
    return values[np.isfinite(values)]


def verdict(mean: float, low: float, high: float) -> str:
    """Hit, near-miss within twice the tolerance, or miss.

    >>> verdict(1.0, 0.5, 1.5), verdict(1.9, 0.5, 1.5), verdict(2.1, 0.5, 1.5)
    ('hit', 'near-miss', 'miss')
    """
    half = (high - low) / 2
    if low <= mean <= high:
        return "hit"
    if low - half <= mean <= high + half:
        return "near-miss"
    return "miss"


def beside_published(outcome: "Outcome") -> list[dict[str, Any]]:
    """One row for each published figure of the case's condition, empty without one.

    Each has label, unit, target, use, source and grade; those that are not held out have what was
    published with its tolerance, and the model's mean, its range of nine futures in ten and the
    verdict. A held-out figure has none of these.
    """
    condition = outcome.case.published_condition
    return [] if condition is None else [_beside(outcome, row) for row in rows_for(condition)]


def _beside(outcome: "Outcome", row: Published) -> dict[str, Any]:
    said: dict[str, Any] = {
        "label": row.label,
        "measure": row.measure,
        "unit": row.unit,
        "target": row.target,
        "use": row.use,
        "source": row.source,
        "grade": row.grade,
    }
    values = values_of(outcome, row)
    if row.value is None or row.low is None or row.high is None:
        return said
    said |= {"published": row.value, "low": row.low, "high": row.high, "futures": len(values)}
    if not len(values):
        return said | {"mean": None, "verdict": "not reached"}
    mean = float(values.mean())
    spread = [float(one) for one in np.quantile(values, (0.05, 0.95))]
    return said | {"mean": mean, "range": spread, "verdict": verdict(mean, row.low, row.high)}


def published_lines(outcome: "Outcome") -> list[str]:
    """The same as lines of text, under one heading; empty without a published condition."""
    rows = beside_published(outcome)
    if not rows:
        return []
    head = f"Beside what was published for this condition, on {outcome.case.baseline}:"
    return [head, *(line for row in rows for line in _said(row))]


def _said(row: dict[str, Any]) -> Iterator[str]:
    who = f"{row['source']}, grade {row['grade']}, {row['target']}"
    if "published" not in row:
        yield f"  {row['label']}: {HELD_OUT} ({who})"
        return
    given = "not reached in any future"
    if row["mean"] is not None:
        low, high = row["range"]
        given = f"mean {_short(row['mean'])}, nine in ten {_short(low)} to {_short(high)}"
    yield f"  {row['label']} ({row['unit']}): {given}"
    yield (
        f"    published {_short(row['published'])}, hit from {_short(row['low'])} to "
        f"{_short(row['high'])} ({who}, {row['use']}): {row['verdict']}"
    )


def _short(value: float) -> str:
    size = abs(value)
    return number(value, 2 if size < FEW else 1 if size < FEW * FEW else 0)
