"""How are numbers added, averaged and ranked, so that every machine prints the same table?

Only plain loops and + - x / and square root: numpy adds in pairs and Python 3.12 compensates
`sum`, so both would change the last digits between versions.
"""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


def plain_sum(values: Iterable[float]) -> float:
    """The values added from left to right, nothing compensated [their unit].

    >>> plain_sum([0.1] * 10)
    0.9999999999999999
    """
    total = 0.0
    for value in values:
        total += value
    return total


def mean(values: Sequence[float]) -> float:
    """The average, or NaN when there is nothing to average [their unit].

    >>> mean([1.0, 2.0, 6.0])
    3.0
    """
    return plain_sum(values) / len(values) if values else math.nan


def deviation(values: Sequence[float]) -> float:
    """The sample standard deviation (n - 1), NaN below two values [their unit].

    >>> deviation([1.0, 3.0])
    1.4142135623730951
    """
    if len(values) < 2:
        return math.nan
    centre = mean(values)
    squares = plain_sum((value - centre) * (value - centre) for value in values)
    return math.sqrt(squares / (len(values) - 1))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which the given share of the sorted values lies [their unit].

    Linear between neighbours; the first value is share 0 and the last is share 1.

    Args:
        ordered: values in rising order, without NaN.
        share: [0-1].

    >>> quantile([0.0, 10.0, 20.0], 0.25)
    5.0
    """
    if not ordered:
        return math.nan
    place = share * (len(ordered) - 1)
    below = int(place)
    if below + 1 >= len(ordered):
        return ordered[-1]
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def reached(values: Iterable[float]) -> list[float]:
    """The finite values, in their order: NaN means "not reached in this future".

    >>> reached([1.0, float("nan"), 2.0])
    [1.0, 2.0]
    """
    return [value for value in values if math.isfinite(value)]


def nine_in_ten(values: Iterable[float]) -> tuple[float, float, float] | None:
    """Low end, mean and high end of nine in ten values; None where none is known [their unit].

    >>> nine_in_ten([0.0, 10.0, math.nan])
    (0.5, 5.0, 9.5)
    """
    known = sorted(reached(values))
    return (quantile(known, 0.05), mean(known), quantile(known, 0.95)) if known else None


def quantile_curves(series: NDArray[np.float64], shares: Sequence[float]) -> NDArray[np.float64]:
    """Quantiles over futures at every step [share, step], NaN where no future has a value.

    Args:
        series: [future, step].
        shares: each [0-1].

    >>> quantile_curves(np.array([[0.0, 1.0], [10.0, 1.0]]), [0.5]).tolist()
    [[5.0, 1.0]]
    """
    finite = np.isfinite(series)
    ordered = np.sort(np.where(finite, series, np.nan), axis=0).T  # NaN goes last
    columns = [column[:n].tolist() for column, n in zip(ordered, finite.sum(axis=0), strict=True)]
    return np.array([[quantile(column, share) for column in columns] for share in shares])
