"""How low do Europe's margins fall in the war, and how far apart are the paths there?

The low point of a future is its lowest quarter in the year after the war opens, as in the measures
`margin_land_low` and `margin_airsea_low`; a path's low point is the median over the futures. Where
no war is played the last quarter stands in for it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.bands import Bands
from sim.analysis.compare import Difference, Summary, differ, summarise
from sim.analysis.wording import path_label
from sim.charts.leading import alike, named
from sim.scenario.quarters import steps_between

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

WAR_WINDOW = 4  # quarters from the opening in which the low point is looked for
FAR = 0.1  # paths differ far when their means do by this share of the baseline's 90 % range
MARGINS = {"margin_land": "land margin", "margin_airsea": "air and sea margin"}


@dataclass(frozen=True)
class Gap:
    """How far a path is from the baseline at the low point of one margin."""

    margin: str
    path: Summary
    baseline: Summary
    difference: Difference

    @property
    def size(self) -> float:
        """The mean difference as a share of the baseline's 90 % range."""
        spread = self.baseline.high - self.baseline.low
        return abs(self.difference.mean) / spread if spread > 0 else abs(self.difference.mean)


def has_war(outcome: "Outcome") -> bool:
    """True where the scenario fixes a war within the period."""
    war = outcome.case.contingency
    return war.kind != "none" and war.opens is not None and opening(outcome) < outcome.case.steps


def opening(outcome: "Outcome") -> int:
    """The step in which the war opens; only where there is one."""
    opens = outcome.case.contingency.opens
    if opens is None:
        raise ValueError("no war opens in this case")
    return max(0, steps_between(outcome.case.start, opens))


def window(outcome: "Outcome") -> slice:
    """The steps in which the low point is looked for."""
    if not has_war(outcome):
        return slice(outcome.case.steps - 1, outcome.case.steps)
    return slice(opening(outcome), min(outcome.case.steps, opening(outcome) + WAR_WINDOW))


def lows(outcome: "Outcome", margin: str) -> dict[str, list[float]]:
    """The low point of every future [ratio], by path."""
    return {
        path: np.min(outcome.series[margin][slot][:, window(outcome)], axis=1).tolist()
        for slot, path in enumerate(outcome.paths)
    }


def low_step(outcome: "Outcome", band: Bands, path: str) -> int:
    """The step at which the path's median curve is lowest within the window."""
    when = window(outcome)
    return when.start + int(np.argmin(band.median(path)[when]))


def gaps(outcome: "Outcome", margin: str) -> list[Gap]:
    """Every path against the baseline at the low point of a margin."""
    found = lows(outcome, margin)
    base = outcome.case.baseline
    return [
        Gap(
            margin=margin,
            path=summarise(margin, path, values),
            baseline=summarise(margin, base, found[base]),
            difference=differ(margin, path, values, found[base], "higher"),
        )
        for path, values in found.items()
        if path != base
    ]


def finding(outcome: "Outcome", margin: str) -> str:
    """The title: the path furthest from the baseline in this margin, and whether that is far."""
    if len(outcome.paths) < 2:
        return _alone(outcome, margin)
    told = [gap for gap in gaps(outcome, margin) if gap.difference.distinguishable]
    when, thing, base = _moment(outcome), MARGINS[margin], path_label(outcome.case.baseline)
    if not told:
        return f"No path can be told from {base} by Europe's {thing} {when}"
    widest = max(told, key=lambda gap: gap.size)
    like = alike(widest.difference, (gap.difference for gap in told))
    numbers = (
        f"Europe's {thing} is {widest.path.median:.2f} with {named(like)}, "
        f"{widest.baseline.median:.2f} with {base}"
    )
    if widest.size < FAR:
        return f"Paths differ little {when}: {numbers}"
    return f"{when[0].upper()}{when[1:]} {numbers}"


def _alone(outcome: "Outcome", margin: str) -> str:
    """The title where nothing is compared: the middle future of the one path, and the range."""
    (path,) = outcome.paths
    found = summarise(margin, path, lows(outcome, margin)[path])
    return (
        f"On {path_label(path)}, Europe's {MARGINS[margin]} is {found.median:.2f} "
        f"{_moment(outcome)}, {found.low:.2f} to {found.high:.2f} in nine of ten futures "
        f"(1 is just enough)"
    )


def _moment(outcome: "Outcome") -> str:
    if not has_war(outcome):
        return "at the end of the period"
    opens = outcome.case.contingency.opens
    return f"at the low point of a {opens[0]} war" if opens else ""
