"""How far is a parameter vector from what was published? Implausibility, target by target."""

import math

import numpy as np

from sim.data.targets import Target
from sim.validation.draw import Outputs

CUT = 3.0  # a vector with a larger implausibility on any target is ruled out


def implausibility(row: Target, values: np.ndarray, repeats: int) -> np.ndarray:
    """Distance of each vector's mean from the target, in its tolerance and spread [vector].

    The root of the squared tolerance and the variance of the mean over the vector's futures is the
    unit. Of a series the farthest year counts.

    Args:
        row: the target.
        values: of each future, vector by vector [future], or [future, year] for a series.
        repeats: futures of each vector.

    Basis: evidence on history matching; Craig and others 1997 for the form and the cut of 3.
    """
    by_vector = values.reshape(len(values) // repeats, repeats, -1)
    with np.errstate(invalid="ignore"):
        known = np.isfinite(by_vector)
        count = np.maximum(known.sum(axis=1), 1)
        means = np.where(known, by_vector, 0.0).sum(axis=1) / count
        away = np.where(known, by_vector - means[:, None], 0.0)
        variance = (away * away).sum(axis=1) / np.maximum(count - 1, 1) / count
        unit = np.sqrt(variance + row.tolerance * row.tolerance)
    far = np.abs(means - aim(row)) / np.where(unit > 0, unit, math.inf)
    if row.tolerance == 0:
        far = np.where(means == aim(row), 0.0, math.inf)
    reached = known.any(axis=1)
    found: np.ndarray = np.where(reached, far, math.inf).max(axis=1)
    return found


def aim(row: Target) -> np.ndarray:
    """What the mean is compared with: the figures of a series, else the middle of what is a hit."""
    return np.array(row.values) if row.is_series else np.array([(row.low + row.high) / 2])


def within(values: Outputs, rows: tuple[Target, ...], repeats: int) -> dict[str, np.ndarray]:
    """Whether each vector is not ruled out by each target [vector], by the target's key."""
    return {row.key: implausibility(row, values[row.key], repeats) <= CUT for row in rows}
