"""What is the cheapest way to make the losing path win? One contested assumption at a time."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison
from sim.analysis.spread import quantile, reached
from sim.analysis.strongest import MATTERS, leader
from sim.data.posterior import CALIBRATED
from sim.experiment.panels import Panel, in_panel
from sim.experiment.probes import EDGE, Probe, value_at

if TYPE_CHECKING:
    import numpy as np

    from sim.analysis.measures import Measure
    from sim.data.load import Parameter
    from sim.scenario.case import Case

FUTURES = 16
WIDTH = 0.1  # standard deviations, where the halving stops
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
    "council_paralysis_effect",
    "planning_readiness_effect",
    "withdrawal_share",
)


@dataclass(frozen=True)
class Race:
    """A key measure on which a path does not lead: what, against whom, in which panel."""

    measure: "Measure"
    against: str
    panel: Panel


@dataclass(frozen=True)
class Flip:
    """What moving one assumption does to the ranking of two paths on one measure.

    Attributes:
        race: the measure, the leader and the panel.
        parameter: which assumption.
        now: its median.
        low: one end of the values between which the ranking turns, or of the range tried.
        high: the other.
        moved: how far from its median [standard deviations of a normal prior]; NaN: no turn.
    """

    race: Race
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
    """The losing path, and what would make it win on any key measure."""

    path: str
    races: tuple[Race, ...]
    futures: int
    tried: int
    flips: tuple[Flip, ...]

    @property
    def cheapest(self) -> Flip | None:
        """The smallest move that turns a ranking."""
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


def races(
    path: str,
    homes: Mapping[str, tuple[Panel, Comparison]],
    measures: Mapping[str, "Measure"],
) -> list[Race]:
    """The key measures on which the path does not lead.

    Args:
        path: its name.
        homes: for each key measure, the panel in which it is read and what was found there.
        measures: name -> direction.
    """
    leaders = {
        name: leader(comparison, name, measures[name].better)
        for name, (_, comparison) in homes.items()
    }
    return [
        Race(measures[name], ahead, homes[name][0])
        for name, ahead in leaders.items()
        if ahead != path
    ]


def contest(case: "Case", path: str, lost: list[Race], futures: int) -> Contest:
    """What would have to be believed for the path to overtake a leader.

    Args:
        case: the scenario.
        path: the path that is behind.
        lost: where it is behind, and whom.
        futures: most futures to play.
    """
    count = min(futures, FUTURES)
    rows = contested(case.parameters)
    found: list[Flip] = []
    for panel in dict.fromkeys(race.panel for race in lost):
        here = [race for race in lost if race.panel == panel]
        field = _Field(case, path, here, count)
        found += [flip for row in rows for flip in field.flips(row)]
    return Contest(path, tuple(lost), count, len(rows), tuple(found))


class _Field:
    """The path and the leaders of one panel, to be played with one assumption moved."""

    def __init__(self, case: "Case", path: str, lost: list[Race], futures: int) -> None:
        names = dict.fromkeys((path, *(race.against for race in lost)))
        paths = {name: case.paths[name] for name in names}
        asked = replace(in_panel(case, lost[0].panel), paths=paths, baseline=path)
        self.places = {name: place for place, name in enumerate(names)}
        self.probe = Probe(asked, futures)
        self.lost = lost

    def flips(self, row: "Parameter") -> list[Flip]:
        """The turn of each race nearest to the parameter's median, or none."""
        ends = {end: self._won(row, end) for end in (-EDGE, EDGE)}
        now = value_at(row, 0.0)
        found = []
        for slot, race in enumerate(self.lost):
            turns = [self._turn(row, slot, end) for end, won in ends.items() if slot in won]
            if turns:
                near, far = min(turns, key=lambda turn: abs(turn[1]))
            else:
                near, far = -EDGE, EDGE
            low, high = sorted((value_at(row, near), value_at(row, far)))
            found.append(Flip(race, row.name, now, low, high, far if turns else math.nan))
        return found

    def _won(self, row: "Parameter", moved: float) -> set[int]:
        ledger = self.probe.play(row.name, value_at(row, moved))
        return {slot for slot, race in enumerate(self.lost) if self._overtakes(ledger, race)}

    def _overtakes(self, ledger: Mapping[str, "np.ndarray"], race: Race) -> bool:
        scored = ledger[race.measure.name]
        pair = scored[0].tolist(), scored[self.places[race.against]].tolist()
        return overtakes(*pair, race.measure.better)

    def _turn(self, row: "Parameter", slot: int, end: float) -> tuple[float, float]:
        """The last move that leaves the path behind and the first that puts it ahead."""
        near, far = 0.0, end
        while abs(far - near) > WIDTH:
            middle = (near + far) / 2
            if slot in self._won(row, middle):
                far = middle
            else:
                near = middle
        return near, far


def overtakes(path: Sequence[float], leader_scores: Sequence[float], better: str) -> bool:
    """Whether the path beats the leader in the middle future, by a hundredth of the leader's score.

    The middle and not the mean: in a few futures a war is drawn on one path and not on the other.

    Args:
        path: score by future.
        leader_scores: score by future.
        better: "higher" or "lower".

    >>> overtakes([1.2, 1.3], [1.0, 1.0], "higher")
    True
    """
    gaps = [
        a - b
        for a, b in zip(path, leader_scores, strict=True)
        if math.isfinite(a) and math.isfinite(b)
    ]
    if not gaps:
        return False
    sign = 1.0 if better == "higher" else -1.0
    level = abs(quantile(sorted(reached(leader_scores)), 0.5))
    return sign * quantile(sorted(gaps), 0.5) >= MATTERS * level > 0


def _null_centred(row: "Parameter") -> bool:
    """Whether zero lies within a standard deviation of what may be of either sign."""
    either = row.prior.form == "normal" or row.prior.low < 0 < row.prior.high
    told = row.prior.form in ("normal", CALIBRATED)
    return told and either and abs(row.prior.a) <= row.prior.b
