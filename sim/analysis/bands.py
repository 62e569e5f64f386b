"""How wide do the futures spread over time, and where is their middle?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.analysis.spread import quantile_curves

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
MEDIAN = SHARES.index(0.5)


@dataclass(frozen=True)
class Bands:
    """Quantiles over futures of one series: `curves` is [path, share, step], `shares` above."""

    series: str
    paths: tuple[str, ...]
    curves: NDArray[np.float64]

    def of(self, path: str) -> NDArray[np.float64]:
        """The five curves of one path [share, step]."""
        return self.curves[self.paths.index(path)]

    def median(self, path: str) -> NDArray[np.float64]:
        """The middle of the futures at every step [step]."""
        return self.of(path)[MEDIAN]


def bands(outcome: "Outcome") -> Mapping[str, Bands]:
    """The quantile curves of every series in the outcome, by name."""
    return {
        name: Bands(
            series=name,
            paths=tuple(outcome.paths),
            curves=np.array([quantile_curves(values, SHARES) for values in block]),
        )
        for name, block in outcome.series.items()
    }
