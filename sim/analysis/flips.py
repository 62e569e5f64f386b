"""What is the cheapest way to make the losing path win? One contested assumption at a time."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison, Verdict, differ
from sim.analysis.spread import mean, reached
from sim.analysis.strongest import MATTERS, leader
from sim.experiment.panels import Panel, in_panel
from sim.experiment.probes import EDGE, Probe, value_at

if TYPE_CHECKING:
    import numpy as np

    from sim.analysis.measures import Measure
    from sim.data.load import Parameter
    from sim.scenario.case import Case

FUTURES = 48
WIDTH = 0.05  # standard deviations, where the halving stops
DISPUTED = (  # sign or size is disputed between the two sides, though the prior has one sign
    "surge_deterrence_effect",
    "heavy_forces_deterrence_effect",
    "sanctions_deterrence_effect",
    "perceived_split_effect",
    "gap_closing_years",
    "required_brigades",
    "fiscal_room_share",
    "industry_doubling_months",
    "reinforcement_withheld_share",
    "us_engaged_effect",
    "denial_deficit_effect",
    "withdrawal_share",
)


@dataclass(frozen=True)
class Flip:
    """What moving one assumption does to the ranking of two paths.

    Attributes:
        parameter: which assumption.
        now: its median.
        low: one end of the values between which the ranking turns, or of the range tried.
        high: the other.
        moved: how far from its median [standard deviations of a normal prior]; NaN: no turn.
    """

    parameter: str
    now: float
    low: float
    high: float
    moved: float

    @property
    def flips(self) -> bool:
        """Whether the ranking turns within the 98 % range."""
        return math.isfinite(self.moved)


@dataclass(frozen=True)
class Contest:
    """The losing path against the leader on one measure, and what would turn it."""

    path: str
    against: str
    measure: str
    panel: Panel
    futures: int
    flips: tuple[Flip, ...]

    @property
    def cheapest(self) -> Flip | None:
        """The smallest move that turns the ranking."""
        turning = [flip for flip in self.flips if flip.flips]
        return min(turning, key=lambda flip: abs(flip.moved), default=None)


def contested(parameters: Mapping[str, "Parameter"]) -> list["Parameter"]:
    """Uncertain parameters whose sign or size the two sides dispute.

    A prior is null-centred when it is normal and zero lies within one standard deviation.
    """
    return [
        row
        for name, row in parameters.items()
        if row.role == "uncertainty"
        and row.prior.form != "constant"
        and (name in DISPUTED or (_null_centred(row) and row.grade != "A"))
    ]


def pick_measure(
    path: str, homes: Mapping[str, Comparison], measures: Mapping[str, "Measure"], wish: str
) -> str | None:
    """The measure to contest: the wished one unless it is led already, else the closest race."""
    open_races = {
        name: _gap(path, leader(comparison, name, measures[name].better), name, comparison)
        for name, comparison in homes.items()
        if leader(comparison, name, measures[name].better) != path
    }
    if wish in open_races:
        return wish
    return min(open_races, key=lambda name: open_races[name]) if open_races else None


def contest(
    case: "Case", path: str, against: str, measure: "Measure", panel: Panel, futures: int
) -> Contest:
    """What would have to be believed for the path to overtake the leader.

    Args:
        case: the scenario.
        path: the path that is behind.
        against: the path that leads.
        measure: on what.
        panel: where it is read.
        futures: most futures to play.
    """
    pair = {name: case.paths[name] for name in (path, against)}
    count = min(futures, FUTURES)
    asked = replace(in_panel(case, panel), paths=pair, baseline=against)
    probe = Probe(asked, count)

    def ahead(parameter: "Parameter", moved: float) -> bool:
        scored = probe.play(parameter.name, value_at(parameter, moved))[measure.name]
        return overtakes(scored, measure.better)

    found = tuple(_turn(row, ahead) for row in contested(case.parameters))
    return Contest(path, against, measure.name, panel, count, found)


def _turn(parameter: "Parameter", ahead: Callable[["Parameter", float], bool]) -> Flip:
    """The nearest value, up or down, at which the path is ahead."""
    turns = [t for end in (-EDGE, EDGE) if (t := _towards(parameter, ahead, end)) is not None]
    now = value_at(parameter, 0.0)
    if not turns:
        ends = (value_at(parameter, -EDGE), value_at(parameter, EDGE))
        return Flip(parameter.name, now, *ends, math.nan)
    near, far = min(turns, key=lambda turn: abs(turn[1]))
    values = sorted((value_at(parameter, near), value_at(parameter, far)))
    return Flip(parameter.name, now, values[0], values[1], far)


def _towards(
    parameter: "Parameter",
    ahead: Callable[["Parameter", float], bool],
    end: float,
) -> tuple[float, float] | None:
    """The last move that leaves the path behind and the first that puts it ahead."""
    if not ahead(parameter, end):
        return None
    near, far = 0.0, end
    while abs(far - near) > WIDTH:
        middle = (near + far) / 2
        if ahead(parameter, middle):
            far = middle
        else:
            near = middle
    return near, far


def overtakes(scored: "np.ndarray", better: str) -> bool:
    """Whether the first path beats the second: distinguishably, and by a hundredth of its mean.

    Args:
        scored: [path, future].
        better: "higher" or "lower".
    """
    difference = differ("", "", scored[0].tolist(), scored[1].tolist(), better)
    level = abs(mean(reached(scored[1].tolist())))
    return difference.verdict is Verdict.BETTER and abs(difference.mean) >= MATTERS * level


def _gap(path: str, against: str, measure: str, comparison: Comparison) -> float:
    own = comparison.summaries[measure, path].mean
    best = comparison.summaries[measure, against].mean
    return abs(own - best) / abs(best) if best else abs(own - best)


def _null_centred(row: "Parameter") -> bool:
    return row.prior.form == "normal" and abs(row.prior.a) <= row.prior.b
