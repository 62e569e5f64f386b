"""How do campaigns over Taiwan go, over days and by class, in the futures that have one?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.analysis.spread import nine_in_ten, quantile

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

SHARES = (0.05, 0.5, 0.95)
YEAR_BY_WEEK = tuple(float(day) for day in range(7, 366, 7))  # days since the opening
Curve = NDArray[np.float64]


def fought(outcome: "Outcome", path: str) -> int:
    """In how many of the futures kept a campaign opens on a path."""
    if not outcome.turns:
        return 0
    days = outcome.turns["day"][outcome.paths.index(path)]
    return int(np.isfinite(days[:, :1]).sum())


def by_day(outcome: "Outcome", name: str, path: str, days: Sequence[float]) -> Curve:
    """Low, middle and high of nine in ten futures on some days since the opening [3, day].

    A future counts on a day with what its last turn up to then left; NaN where none has any.

    Args:
        outcome: what was played.
        name: what is kept of a turn.
        path: whose futures.
        days: since the opening [days].
    """
    slot = outcome.paths.index(path)
    kept = outcome.turns[name][slot]
    curve = np.full((len(SHARES), len(days)), np.nan)
    for place, day in enumerate(days):
        turns = (outcome.turns["day"][slot] <= day).sum(axis=1)
        last = kept[np.arange(len(kept)), np.maximum(turns - 1, 0)]
        values = sorted(last[(turns > 0) & np.isfinite(last)].tolist())
        if values:
            curve[:, place] = [quantile(values, share) for share in SHARES]
    return curve


def day_rows(days: Sequence[float], curve: Curve) -> list[tuple[float, ...]]:
    """A curve as rows of a table: the day, then low, middle and high."""
    return [(day, *curve[:, place].tolist()) for place, day in enumerate(days)]


def spread_of(outcome: "Outcome", measure: str, path: str) -> tuple[float, float, float] | None:
    """Low, mean and high of nine in ten futures of a measure; None where none has a value."""
    if measure not in outcome.measures:
        return None
    return nine_in_ten(outcome.measures[measure][outcome.paths.index(path)].tolist())
