"""What is the best that can be said for each path, and which path has the least going for it?

By rule: no path is known by its name, so relabelling the paths swaps the names and nothing else.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison, Difference, Verdict
from sim.experiment.panels import Panel

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.analysis.played import PanelResult, WorldResult


MATTERS = 0.01  # of the baseline's mean: a smaller difference is called small, clear or not


@dataclass(frozen=True)
class Best:
    """The largest gain of a path over the baseline, over measures, panels and worlds.

    Attributes:
        path: its name.
        difference: path minus baseline; None when it gains nowhere.
        panel: where.
        world: in which world.
        relative: the gain as a share of the baseline's mean.
    """

    path: str
    difference: Difference | None
    panel: Panel | None
    world: str
    relative: float


def best_of_each(
    panels: Sequence["PanelResult"],
    worlds: Sequence["WorldResult"],
    measures: Mapping[str, "Measure"],
    world: str,
) -> list[Best]:
    """The strongest case for every path but the baseline.

    Args:
        panels: every panel in the scenario's own world.
        worlds: the key measures in every world.
        measures: name -> direction; one without a direction or a price makes no case.
        world: the scenario's own.
    """
    places = [(r.panel, world, r.comparison) for r in panels]
    places += [(r.panel, r.world, r.comparison) for r in worlds if r.world != world]
    paths = panels[0].comparison.others
    return [_best(path, places, measures) for path in paths]


def _best(
    path: str,
    places: Sequence[tuple[Panel, str, Comparison]],
    measures: Mapping[str, "Measure"],
) -> Best:
    best = Best(path, None, None, "", 0.0)
    for panel, world, comparison in places:
        for difference in _gains(path, comparison, measures):
            relative = relative_size(difference, comparison)
            if relative > best.relative:
                best = Best(path, difference, panel, world, relative)
    return best


def _gains(
    path: str, comparison: Comparison, measures: Mapping[str, "Measure"]
) -> Iterator[Difference]:
    for (measure, name), difference in comparison.differences.items():
        scored = name == path and measure in measures and measures[measure].group != "cost"
        if scored and clearly(Verdict.BETTER, difference, comparison):
            yield difference


def clearly(verdict: Verdict, difference: Difference, comparison: Comparison) -> bool:
    """Whether the verdict is this one, by a hundredth of the baseline and in most futures."""
    return (
        difference.verdict is verdict
        and _common(difference, comparison)
        and relative_size(difference, comparison) >= MATTERS
    )


def _common(difference: Difference, comparison: Comparison) -> bool:
    """Whether most futures reach it on both paths, so that those which do are no chosen few."""
    return 2 * difference.n >= comparison.futures


def relative_size(difference: Difference, comparison: Comparison) -> float:
    """The mean difference as a share of the baseline's mean; 0 where that is zero."""
    level = comparison.summaries[difference.measure, comparison.baseline].mean
    return abs(difference.mean / level) if level and math.isfinite(level) else 0.0


def leader(comparison: Comparison, measure: str, better: str) -> str:
    """The path with the best mean; the baseline unless another is clearly better."""
    ahead = [
        path
        for path in comparison.others
        if clearly(Verdict.BETTER, comparison.differences[measure, path], comparison)
    ]
    sign = 1.0 if better == "higher" else -1.0
    return max(
        ahead,
        key=lambda path: sign * comparison.differences[measure, path].mean,
        default=comparison.baseline,
    )


def losing_path(
    homes: Mapping[str, Comparison], measures: Mapping[str, "Measure"], paths: Sequence[str]
) -> str | None:
    """The path that leads on the fewest key measures; among equals, the one worse on the most.

    Args:
        homes: for each key measure, the comparison in which it is read.
        measures: name -> direction.
        paths: the paths but the baseline.
    """
    if not paths or not homes:
        return None
    led = [leader(comparison, name, measures[name].better) for name, comparison in homes.items()]
    worse = {
        path: sum(
            clearly(Verdict.WORSE, comparison.differences[name, path], comparison)
            for name, comparison in homes.items()
        )
        for path in paths
    }
    return min(paths, key=lambda path: (led.count(path), -worse[path]))
