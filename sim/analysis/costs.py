"""What does a path buy for its money, and what would it buy for as much as the cheapest costs?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.analysis.compare import Comparison, Difference, Verdict
from sim.experiment.matched import Match
from sim.experiment.panels import Panel

COST = "spending_total"
COSTS_SOMETHING = 1.0  # 2024 USD bn over the whole run; less than this is no price
PER = 10.0  # 2024 USD bn


@dataclass(frozen=True)
class Price:
    """What a path costs more than the baseline [2024 USD bn]; `discounted` counts later less."""

    path: str
    extra: float
    discounted: float

    @property
    def something(self) -> bool:
        """Whether it costs anything to speak of."""
        return self.discounted >= COSTS_SOMETHING and self.extra >= COSTS_SOMETHING


@dataclass(frozen=True)
class Return:
    """What 10 billion of a path's extra cost go with, on one measure [its unit]."""

    price: Price
    panel: Panel
    difference: Difference

    @property
    def per_10bn(self) -> tuple[float, float, float]:
        """Mean and 95 % interval of the difference for each 10 billion 2024 USD."""
        share = PER / self.price.extra
        return (
            self.difference.mean * share,
            self.difference.low * share,
            self.difference.high * share,
        )


@dataclass(frozen=True)
class EqualCost:
    """Every path at the cost of the cheapest, in one panel."""

    target: float
    matches: Mapping[str, Match]
    panel: Panel
    comparison: Comparison


def prices(comparison: Comparison, discounted: Mapping[str, float]) -> dict[str, Price]:
    """What each path costs more than the baseline.

    Args:
        comparison: of the scenario's own panel.
        discounted: extra cost by path [2024 USD bn, later years discounted].
    """
    return {
        path: Price(path, comparison.differences[COST, path].mean, discounted[path])
        for path in comparison.others
    }


def returns(
    priced: Mapping[str, Price], panel: Panel, comparison: Comparison, measures: list[str]
) -> list[Return]:
    """Effect for each 10 billion, of the paths that cost something."""
    return [
        Return(price, panel, comparison.differences[measure, path])
        for measure in measures
        for path, price in priced.items()
        if price.something and (measure, path) in comparison.differences
    ]


def told_apart(difference: Difference) -> bool:
    """Whether there is an effect to speak of."""
    return difference.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.DIFFERENT)
