"""What would a path do if it cost only as much as another? Its levers, moved back by one factor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim.experiment.play import play_start
from sim.experiment.start import build_start
from sim.model.start import Start
from sim.scenario.case import Case, Path
from sim.scenario.quarters import quarter_after

DISCOUNT_RATE = 0.03  # 1/year, assumption: the rate at which later money counts less
HALVINGS = 8
FUTURES = 32  # enough to match the mean cost; the effects are then played on more


@dataclass(frozen=True)
class Match:
    """A path whose levers stay nearer to the baseline, so that it costs what another costs.

    Attributes:
        path: its name.
        factor: part of the way from the baseline's levers to its own [0-1].
        cost: extra cost that it then has [2024 USD bn, discounted].
    """

    path: str
    factor: float
    cost: float


def scaled(path: Path, baseline: Path, factor: float) -> Path:
    """The path with each lever only part of the way from the baseline's value to its own.

    Args:
        path: as written.
        baseline: where factor 0 ends.
        factor: part of the way [0-1].
    """
    levers = {
        name: tuple(
            base + factor * (value - base)
            for value, base in zip(values, baseline.levers[name], strict=True)
        )
        for name, values in path.levers.items()
    }
    return replace(path, levers=levers)


def discounted_costs(case: Case, futures: int) -> np.ndarray:
    """What each path costs in each future, later years discounted [path, future; 2024 USD bn].

    Cutting a run short changes nothing before the cut, so playing to the end of every year gives
    the spending of every year.

    Args:
        case: the scenario with the paths to be costed.
        futures: how many, from the first.
    """
    start = build_start(case)
    before = np.zeros((len(case.paths), futures))
    total = np.zeros((len(case.paths), futures))
    for steps in year_ends(case):
        spent = _spending(cut(start, steps), futures)
        year = quarter_after(case.start, steps - 1)[0]
        total += (spent - before) * discount(year - case.start[0])
        before = spent
    return total


def discount(years: int) -> float:
    """What a dollar is worth that is spent so many years later [ratio].

    >>> discount(0), round(discount(10), 3)
    (1.0, 0.744)
    """
    worth = 1.0
    for _ in range(years):
        worth /= 1 + DISCOUNT_RATE
    return worth


def year_ends(case: Case) -> list[int]:
    """Quarters played by the end of each year, the last year whole or not."""
    steps = range(1, case.steps + 1)
    ends = [step for step in steps if quarter_after(case.start, step - 1)[1] == 4]
    return ends if ends and ends[-1] == case.steps else [*ends, case.steps]


def cut(start: Start, steps: int) -> Start:
    """The same beginning, played for fewer quarters."""
    world = start.world.copy()
    world["horizon"] = steps
    return start._replace(world=world, levers=start.levers[:, :steps], steps=steps)


def match_costs(case: Case, extra: Mapping[str, float], futures: int) -> dict[str, Match]:
    """Each path that costs more than the cheapest, moved back until it costs as much.

    Args:
        case: the scenario.
        extra: extra cost of the paths that cost something [2024 USD bn, discounted].
        futures: how many are played to find the cost.
    """
    if len(extra) < 2:
        return {}
    cheapest = min(extra, key=lambda name: extra[name])
    baseline = discounted_costs(_only(case, [case.paths[case.baseline]]), futures)[0]
    target = extra[cheapest]
    found = {cheapest: Match(cheapest, 1.0, target)}
    for name in extra:
        if name != cheapest:
            found[name] = _matched(case, name, target, baseline)
    return found


def matched_case(case: Case, matches: Mapping[str, Match]) -> Case:
    """The baseline and the paths at equal cost."""
    baseline = case.paths[case.baseline]
    paths = {case.baseline: baseline}
    for name, match in matches.items():
        paths[name] = scaled(case.paths[name], baseline, match.factor)
    return replace(case, paths=paths)


def _matched(case: Case, name: str, target: float, baseline: np.ndarray) -> Match:
    path, base = case.paths[name], case.paths[case.baseline]
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        factor = (low + high) / 2
        dearer = _extra(case, scaled(path, base, factor), baseline) > target
        low, high = (low, factor) if dearer else (factor, high)
    factor = (low + high) / 2
    return Match(name, factor, _extra(case, scaled(path, base, factor), baseline))


def _extra(case: Case, path: Path, baseline: np.ndarray) -> float:
    costs = discounted_costs(_only(case, [path]), len(baseline))[0]
    return _mean([a - b for a, b in zip(costs.tolist(), baseline.tolist(), strict=True)])


def _only(case: Case, paths: Iterable[Path]) -> Case:
    kept = {path.name: path for path in paths}
    return replace(case, paths=kept, baseline=next(iter(kept)))


def _spending(start: Start, futures: int) -> np.ndarray:
    parts = list(play_start(start, 0, futures))
    return np.concatenate([part.ledger["spending_total"] for part in parts], axis=1)


def _mean(values: Sequence[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total / len(values)
