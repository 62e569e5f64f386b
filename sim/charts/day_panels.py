"""How is something told over the days since a contingency opened? One panel, one band."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from sim.charts import style


def draw_band(axes: Axes, days: Sequence[float], curve: NDArray[np.float64], ink: str) -> None:
    """The middle of the futures as a line, nine in ten as a band.

    Args:
        axes: where.
        days: since the opening [days].
        curve: low, middle and high [3, day].
        ink: colour.
    """
    low, middle, high = curve
    axes.fill_between(days, low, high, color=ink, alpha=0.18, linewidth=0)
    axes.plot(days, middle, color=ink, linewidth=4)


def scale_in_percent(axes: Axes, top: float) -> None:
    """A scale of shares, written in percent.

    Args:
        axes: where.
        top: end of the scale [share].
    """
    axes.set_ylim(0, top)
    axes.set_yticks((0, 0.25, 0.5, 0.75, 1), ("0", "25 %", "50 %", "75 %", "100 %"))
    axes.grid(axis="y", color=style.FAINT)


def first_day(days: Sequence[float], middle: NDArray[np.float64], level: float) -> float | None:
    """The first day on which the middle of the futures is at or below a level, if any."""
    below = np.flatnonzero(middle <= level)
    return float(days[below[0]]) if len(below) else None
