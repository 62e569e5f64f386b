"""What would a path do if it cost only as much as another? Its levers, moved back by one factor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim.experiment.play import play_start
from sim.experiment.start import build_start
from sim.model.start import Start
from sim.scenario.case import Case, Path

DISCOUNT_RATE = 0.03  # 1/year, assumption: the rate at which later money counts less
TRIES = 8
CLOSE = 0.02  # of the cost wanted: near enough
FUTURES = 24  # enough to find the factor; the effects are then played on more
COSTED = 100  # futures on which the discounted cost of a path is taken


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


def discounted_costs(start: Start, futures: int) -> np.ndarray:
    """What each path costs in each future, later years discounted [path, future; 2024 USD bn].

    Cutting a run short changes nothing before the cut, so playing to the end of every year gives
    the spending of every year.

    Args:
        start: the beginning of the scenario, with the paths to be costed.
        futures: how many, from the first.
    """
    before = np.zeros((len(start.levers), futures))
    total = np.zeros((len(start.levers), futures))
    for years, steps in enumerate(year_ends(start)):
        spent = _spending(cut(start, steps), futures)
        total += (spent - before) * discount(years)
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


def year_ends(start: Start) -> list[int]:
    """Quarters played by the end of each year, the last year whole or not."""
    first = 4 - int(start.world["start_index"][0]) % 4
    ends = list(range(first, start.steps + 1, 4))
    return ends if ends and ends[-1] == start.steps else [*ends, start.steps]


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
    target = extra[cheapest]
    found = {cheapest: Match(cheapest, 1.0, target)}
    for name, cost in extra.items():
        if name != cheapest:
            paths = {case.baseline: case.paths[case.baseline], name: case.paths[name]}
            start = build_start(replace(case, paths=paths))
            found[name] = _matched(start, cost, target, futures)
    return found


def matched_case(case: Case, matches: Mapping[str, Match]) -> Case:
    """The baseline and the paths at equal cost."""
    baseline = case.paths[case.baseline]
    paths = {case.baseline: baseline}
    for name, match in matches.items():
        paths[name] = scaled(case.paths[name], baseline, match.factor)
    return replace(case, paths=paths)


def _matched(start: Start, cost: float, target: float, futures: int) -> Match:
    """The factor, by halving whatever a straight line between the two ends leaves open.

    Args:
        start: the baseline and the path, in this order.
        cost: extra cost of the path as it is [2024 USD bn, discounted].
        target: the extra cost wanted.
        futures: how many are played to find the cost.
    """
    base, whole = discounted_costs(start, futures).tolist()
    # Few futures tell the ratio to the whole cost well, but not its size.
    known = max(_gap(whole, base), 0.0) or cost
    low, high = (0.0, 0.0), (1.0, cost)
    factor, found = 1.0, cost
    for attempt in range(TRIES):
        line = (target - low[1]) / (high[1] - low[1])
        share = line if attempt % 2 == 0 and 0 < line < 1 else 0.5
        factor = low[0] + share * (high[0] - low[0])
        part = discounted_costs(_moved_back(start, factor), futures)[0].tolist()
        found = cost * _gap(part, base) / known
        if abs(found - target) <= CLOSE * target:
            break
        low, high = (low, (factor, found)) if found > target else ((factor, found), high)
    return Match(start.paths[1], factor, found)


def _moved_back(start: Start, factor: float) -> Start:
    """The path alone, its levers only part of the way from those of the baseline."""
    levers = start.levers[1:].copy()
    for name in levers.dtype.names or ():
        base = start.levers[0][name]
        levers[0][name] = base + factor * (start.levers[1][name] - base)
    return start._replace(paths=start.paths[1:], countries=start.countries[1:], levers=levers)


def _gap(costs: Sequence[float], base: Sequence[float]) -> float:
    return mean([a - b for a, b in zip(costs, base, strict=True)])


def mean(values: Sequence[float]) -> float:
    """The average, added from left to right [their unit]."""
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def _spending(start: Start, futures: int) -> np.ndarray:
    parts = list(play_start(start, 0, futures))
    return np.concatenate([part.ledger["spending_total"] for part in parts], axis=1)
