"""How do the paths differ when every path meets the same futures?

A difference is taken future by future and only then averaged, so the luck that both paths share
cancels out. The 95 % interval says how well the average is known with this many futures; the
90 % range says how much the difference itself varies between futures.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sim.analysis.scores import scores
from sim.analysis.spread import deviation, mean, quantile, reached

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.experiment.play import Outcome

ROUNDING = 1e-12  # relative; sums of the same numbers in another order differ by less
SPEAKABLE = 5e-4  # of the baseline's mean: what stays below this is called "about 0"
NORMAL_95 = 1.96  # a normal mean lies within this many standard errors in 95 cases of 100


class Verdict(StrEnum):
    """What may be said about a path against the baseline."""

    BETTER = "better"
    WORSE = "worse"
    DIFFERENT = "different"
    NOT_DISTINGUISHABLE = "not distinguishable"
    NO_DIFFERENCE = "no difference"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class Summary:
    """One measure on one path, over the futures: median and 90 % range [the measure's unit]."""

    measure: str
    path: str
    n: int
    not_reached: int
    median: float
    low: float
    high: float
    mean: float


@dataclass(frozen=True)
class Difference:
    """One measure, a path minus the baseline, paired by future [the measure's unit].

    `low` and `high` bound the mean (95 %); `low_90` and `high_90` hold nine futures in ten.
    `better`, `worse`, `equal` are shares of the futures in which both reached a value.
    """

    measure: str
    path: str
    n: int
    only_path: int
    only_baseline: int
    mean: float
    low: float
    high: float
    median: float
    low_90: float
    high_90: float
    better: float
    worse: float
    equal: float
    verdict: Verdict
    futures_to_tell: int | None

    @property
    def distinguishable(self) -> bool:
        """True when the 95 % interval of the mean leaves zero out."""
        return self.verdict in (Verdict.BETTER, Verdict.WORSE, Verdict.DIFFERENT)


@dataclass(frozen=True)
class Comparison:
    """Every measure on every path, and every path against the baseline."""

    baseline: str
    paths: tuple[str, ...]
    futures: int
    summaries: dict[tuple[str, str], Summary]
    differences: dict[tuple[str, str], Difference]

    def negligible(self, difference: Difference) -> bool:
        """Whether the mean and its interval stay within 0.05 % of the baseline's mean."""
        level = abs(self.summaries[difference.measure, self.baseline].mean)
        largest = max(abs(difference.low), abs(difference.high))
        return difference.verdict is not Verdict.NO_DIFFERENCE and largest < SPEAKABLE * level

    @property
    def others(self) -> tuple[str, ...]:
        """The paths that are not the baseline, in their order."""
        return tuple(path for path in self.paths if path != self.baseline)


def compare(outcome: "Outcome", measures: Mapping[str, "Measure"]) -> Comparison:
    """Medians, ranges and paired differences of every measure in the outcome.

    Args:
        outcome: what was played; its case names the baseline.
        measures: name -> unit, direction and meaning; those that apply to the case.
    """
    baseline = outcome.case.baseline
    rows = {
        (name, path): values[slot].tolist()
        for name, values in scores(outcome, measures).items()
        for slot, path in enumerate(outcome.paths)
    }
    return Comparison(
        baseline=baseline,
        paths=tuple(outcome.paths),
        futures=outcome.n_futures,
        summaries={key: summarise(*key, values) for key, values in rows.items()},
        differences={
            (name, path): differ(name, path, values, rows[name, baseline], measures[name].better)
            for (name, path), values in rows.items()
            if path != baseline
        },
    )


def summarise(measure: str, path: str, values: Sequence[float]) -> Summary:
    """Median and 90 % range over futures; futures without a value are counted apart.

    >>> summarise("days", "a", [1.0, 2.0, 3.0, float("nan")]).not_reached
    1
    """
    ordered = sorted(reached(values))
    return Summary(
        measure=measure,
        path=path,
        n=len(ordered),
        not_reached=len(values) - len(ordered),
        median=quantile(ordered, 0.5),
        low=quantile(ordered, 0.05),
        high=quantile(ordered, 0.95),
        mean=mean(reached(values)),
    )


def differ(
    measure: str, path: str, values: Sequence[float], baseline: Sequence[float], better: str
) -> Difference:
    """The path minus the baseline, future by future, with what may be said about it.

    Args:
        measure: its name.
        path: its name.
        values: the path's value in each future.
        baseline: the baseline's value in the same futures.
        better: 'higher', 'lower' or 'neither'.

    >>> differ("margin", "a", [2.0, 3.0], [1.0, 2.0], "higher").verdict.value
    'better'
    """
    pairs = list(zip(values, baseline, strict=True))
    gaps = [gap_between(a, b) for a, b in pairs if math.isfinite(a) and math.isfinite(b)]
    only_path = sum(math.isfinite(a) and not math.isfinite(b) for a, b in pairs)
    only_baseline = sum(math.isfinite(b) and not math.isfinite(a) for a, b in pairs)
    ordered = sorted(gaps)
    centre, half = mean(gaps), half_width(gaps)
    up, down, level = _shares(gaps)
    return Difference(
        measure=measure,
        path=path,
        n=len(gaps),
        only_path=only_path,
        only_baseline=only_baseline,
        mean=centre,
        low=centre - half,
        high=centre + half,
        median=quantile(ordered, 0.5),
        low_90=quantile(ordered, 0.05),
        high_90=quantile(ordered, 0.95),
        better={"higher": up, "lower": down}.get(better, math.nan),
        worse={"higher": down, "lower": up}.get(better, math.nan),
        equal=level,
        verdict=_verdict(gaps, only_path + only_baseline, half, better),
        futures_to_tell=futures_needed(deviation(gaps), abs(centre)),
    )


def gap_between(value: float, other: float) -> float:
    """The first minus the second; 0 where they differ only by the rounding of the last digits.

    >>> gap_between(0.1 + 0.2, 0.3), gap_between(2.0, 1.5)
    (0.0, 0.5)
    """
    gap = value - other
    return gap if abs(gap) > ROUNDING * max(abs(value), abs(other)) else 0.0


def half_width(gaps: Sequence[float]) -> float:
    """Half of the 95 % interval of the mean, NaN below two values [their unit].

    >>> half_width([1.0, 1.0, 1.0])
    0.0
    """
    return NORMAL_95 * deviation(gaps) / math.sqrt(len(gaps)) if gaps else math.nan


def futures_needed(spread: float, half: float) -> int | None:
    """Futures that shrink the 95 % interval of the mean to the half-width; None if unknowable.

    Args:
        spread: standard deviation of the paired differences [the measure's unit].
        half: the half-width wanted [the measure's unit].

    >>> futures_needed(1.0, 0.1)
    385
    """
    if not (math.isfinite(spread) and half > 0):
        return None
    ratio = NORMAL_95 * spread / half
    needed = ratio * ratio
    return max(2, math.ceil(needed)) if math.isfinite(needed) else None


def _shares(gaps: Sequence[float]) -> tuple[float, float, float]:
    if not gaps:
        return math.nan, math.nan, math.nan
    up = sum(gap > 0 for gap in gaps)
    down = sum(gap < 0 for gap in gaps)
    return up / len(gaps), down / len(gaps), (len(gaps) - up - down) / len(gaps)


def _verdict(gaps: Sequence[float], unpaired: int, half: float, better: str) -> Verdict:
    if not gaps:
        return Verdict.NOT_COMPARABLE
    if not unpaired and all(gap == 0 for gap in gaps):
        return Verdict.NO_DIFFERENCE
    centre = mean(gaps)
    if not abs(centre) > half:
        return Verdict.NOT_DISTINGUISHABLE
    if better == "neither":
        return Verdict.DIFFERENT
    return Verdict.BETTER if (centre > 0) == (better == "higher") else Verdict.WORSE
