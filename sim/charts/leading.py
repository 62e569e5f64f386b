"""Which path moves a measure most, and which paths cannot be told from it?

No rule knows a path's name: a tie is named by the paths' order in the scenario.
"""

import math
from collections.abc import Iterable, Sequence

from sim.analysis.compare import Comparison, Difference, Verdict
from sim.charts.labels import short

OPPOSITE = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}


def size(difference: Difference, comparison: Comparison) -> float:
    """The mean difference as a share of the baseline's 90 % range, to rank unlike units."""
    base = comparison.summaries[difference.measure, comparison.baseline]
    for yardstick in (base.high - base.low, abs(base.median)):
        if math.isfinite(yardstick) and yardstick > 0:
            return abs(difference.mean) / yardstick
    return abs(difference.mean)


def alike(leader: Difference, rows: Iterable[Difference]) -> list[Difference]:
    """The leader and every path on its side whose interval overlaps the leader's, in order."""
    return [
        row
        for row in rows
        if row.distinguishable
        and row.mean * leader.mean > 0
        and row.low <= leader.high
        and row.high >= leader.low
    ]


def named(rows: Sequence[Difference]) -> str:
    """One or two paths by name, more by the first and the number of the others.

    >>> named([])
    'no path'
    """
    names = [short(row.path) for row in rows]
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(names) or "no path"
