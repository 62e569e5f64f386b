"""Where do governments stand at the end of every year, over the futures of which that is kept?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.analysis.spread import quantile_curves

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

SHARES = (0.5, 0.05, 0.95)


@dataclass(frozen=True)
class StanceCurves:
    """One stance of every government over the years [0-1].

    Attributes:
        stance: its name.
        paths: names of the first axis.
        years: calendar years; the stance is that of the last quarter played in each.
        governments: ISO codes.
        futures: over how many, the first ones.
        curves: median, 5 % and 95 % of the futures [path, share, year, government].
        means: average over the futures [path, year, government].
    """

    stance: str
    paths: tuple[str, ...]
    years: tuple[int, ...]
    governments: tuple[str, ...]
    futures: int
    curves: NDArray[np.float64]
    means: NDArray[np.float64]


def stance_curves(outcome: "Outcome") -> Mapping[str, StanceCurves]:
    """The curves of every stance that the outcome keeps by year, by name."""
    return {name: _curves(outcome, name, block) for name, block in outcome.stances.items()}


def _curves(outcome: "Outcome", stance: str, block: NDArray[np.float64]) -> StanceCurves:
    """The curves of one stance from a block [path, future, year, government]."""
    _, futures, years, governments = block.shape
    first = outcome.case.start[0]
    shape = (len(SHARES), years, governments)
    return StanceCurves(
        stance=stance,
        paths=tuple(outcome.paths),
        years=tuple(range(first, first + years)),
        governments=tuple(outcome.countries[:governments]),
        futures=futures,
        curves=np.array(
            [quantile_curves(one.reshape(futures, -1), SHARES).reshape(shape) for one in block]
        ),
        means=np.array([_mean(one) for one in block]),
    )


def _mean(block: NDArray[np.float64]) -> NDArray[np.float64]:
    """The average over the first axis, added from left to right as `spread.mean` does."""
    total = np.zeros(block.shape[1:])
    for one in block:
        total = total + one
    return total / len(block)
