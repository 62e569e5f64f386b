"""How do the results stand beside what was published for the same condition?"""

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.analysis.spread import nine_in_ten
from sim.analysis.wording import number
from sim.data.targets import Target, targets_for

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

HELD_OUT = "held out: see `sim validate --hold`"
BY_COUNTRY = "gdp_loss_"
FEW = 10.0  # below it two decimals are shown, below a hundred one


def values_of(outcome: "Outcome", row: Target) -> list[float]:
    """What the model gives on the baseline path in each future in which it applies."""
    path = outcome.paths.index(outcome.case.baseline)
    code = row.measure.removeprefix(BY_COUNTRY)
    if row.measure.startswith(BY_COUNTRY) and code in outcome.countries:
        values = outcome.by_country["gdp_loss"][path, :, outcome.countries.index(code)]
    else:
        values = outcome.measures[row.measure][path]
    return [value for value in values.tolist() if isfinite(value)]


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
    return [] if condition is None else [_beside(outcome, row) for row in targets_for(condition)]


def _beside(outcome: "Outcome", row: Target) -> dict[str, Any]:
    said: dict[str, Any] = {
        "label": row.label,
        "measure": row.measure,
        "unit": row.unit,
        "target": row.target,
        "use": row.use,
        "source": row.source,
        "grade": row.grade,
    }
    if row.held_out:
        return said
    values = values_of(outcome, row)
    said |= {"published": row.values[0], "low": row.low, "high": row.high, "futures": len(values)}
    known = nine_in_ten(values)
    if known is None:
        return said | {"mean": None, "verdict": "not reached"}
    low, middle, high = known
    given = verdict(middle, row.low, row.high)
    return said | {"mean": middle, "range": [low, high], "verdict": given}


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
