"""What does a path buy for its money, and what would it buy for as much as others cost?

Nothing is divided by, or matched to, a cost that cannot be told from zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison, Difference, differ
from sim.analysis.played import PanelResult
from sim.experiment.matched import RUNNING, SPENDING, Cost, Match
from sim.experiment.panels import Panel

if TYPE_CHECKING:
    import numpy as np

TOTAL = "spending_total"
SHIPS = "ship_years"
COSTS_SOMETHING = 1.0  # 2024 USD bn over the whole run; less than this is no price
PER = 10.0  # 2024 USD bn


@dataclass(frozen=True)
class Price:
    """What a path costs more than the baseline, each a paired difference.

    Attributes:
        path: its name.
        extra: all spending, on all futures [2024 USD bn].
        spending: the same, later years discounted, on the first futures [2024 USD bn].
        running: the running cost of its presence, programmes and aid, likewise [2024 USD bn].
        rest: spending without running: how budgets answer [2024 USD bn].
        ships: ships on station, on all futures [ship-years].
        room: how many times as far from the baseline its levers could all go before one of them
            ends; infinite where no lever differs [ratio].
    """

    path: str
    extra: Difference
    spending: Difference
    running: Difference
    rest: Difference
    ships: Difference
    room: float

    @property
    def paid(self) -> Difference:
        """What is counted: all spending, or the running cost where the rest is not told from 0."""
        return self.spending if self.rest.distinguishable else self.running

    @property
    def cost(self) -> Cost | None:
        """The discounted cost that may be divided by and matched; None where there is none."""
        if not self.paid.distinguishable or self.paid.mean < COSTS_SOMETHING:
            return None
        return Cost(self.paid.mean, self.paid.measure)


@dataclass(frozen=True)
class Return:
    """What 10 billion of a path's discounted cost go with, on one measure [its unit]."""

    price: Price
    panel: Panel
    difference: Difference

    @property
    def per_10bn(self) -> tuple[float, float, float] | None:
        """Mean and interval of the difference for each 10 billion 2024 USD; None without a cost.

        The interval takes the ends of both 95 % intervals, of the effect and of the cost, and so
        is on the safe side.
        """
        if self.price.cost is None:
            return None
        effect, paid = self.difference, self.price.paid
        costs = (paid.low, paid.high)
        ends = [PER * end / cost for end in (effect.low, effect.high) for cost in costs]
        return PER * effect.mean / paid.mean, min(ends), max(ends)


@dataclass(frozen=True)
class EqualCost:
    """Paths of similar size, all at the cost of the cheapest among them.

    Attributes:
        target: that cost [2024 USD bn, discounted].
        matches: each path, moved back to it.
        panels: what they then do, in each panel where a key measure is read and in the own one.
    """

    target: float
    matches: Mapping[str, Match]
    panels: tuple[PanelResult, ...]


def prices(
    comparison: Comparison,
    discounted: Mapping[str, "np.ndarray"],
    paths: tuple[str, ...],
    room: Mapping[str, float],
) -> dict[str, Price]:
    """What each path costs more than the baseline.

    Args:
        comparison: of the scenario's own panel.
        discounted: cost by what is counted [path, future; 2024 USD bn, later years discounted].
        paths: the first axis.
        room: how many times as far from the baseline each path could go [ratio].
    """
    base = paths.index(comparison.baseline)
    rest = discounted[SPENDING] - discounted[RUNNING]

    def gap(kind: str, costs: "np.ndarray", slot: int) -> Difference:
        return differ(kind, paths[slot], costs[slot].tolist(), costs[base].tolist(), "neither")

    return {
        path: Price(
            path=path,
            extra=comparison.differences[TOTAL, path],
            spending=gap(SPENDING, discounted[SPENDING], slot),
            running=gap(RUNNING, discounted[RUNNING], slot),
            rest=gap("rest", rest, slot),
            ships=comparison.differences[SHIPS, path],
            room=room[path],
        )
        for slot, path in enumerate(paths)
        if slot != base
    }


def returns(
    priced: Mapping[str, Price], panel: Panel, comparison: Comparison, measures: list[str]
) -> list[Return]:
    """Effect for each 10 billion on every path, of those that may be divided by their cost."""
    return [
        Return(price, panel, comparison.differences[measure, path])
        for measure in measures
        for path, price in priced.items()
        if (measure, path) in comparison.differences
    ]
