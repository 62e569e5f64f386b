"""What would a path do if it cost only as much as another? Its levers, moved back by one factor.

Money is matched, discounted. Ship-years are not: one factor for all levers cannot meet two prices.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from sim.data.load import load_levers
from sim.experiment.play import play_start
from sim.experiment.start import build_start
from sim.model.start import Start
from sim.scenario.case import Case, Path

DISCOUNT_RATE = 0.03  # 1/year, assumption: the rate at which later money counts less
LEAST = 0.1  # of the way from the baseline: moved back further, a path is no path any more
TRIES = 8
CLOSE = 0.02  # of the cost wanted: near enough
COSTED = 100  # futures on which the discounted cost of a path is taken
SPENDING, RUNNING = "all spending", "presence, programmes and aid"
PARTS = {
    SPENDING: ("spending_total",),
    RUNNING: ("presence_total", "programmes_total", "aid_total"),
}
"""What is counted as the cost of a path, and the entries of the ledger that make it up."""


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


@dataclass(frozen=True)
class Cost:
    """What a path costs more than the baseline.

    Attributes:
        amount: mean over the futures played [2024 USD bn, discounted].
        basis: what is counted, SPENDING or RUNNING.
    """

    amount: float
    basis: str


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


def discounted_costs(start: Start, futures: int) -> dict[str, np.ndarray]:
    """What each path costs in each future, later years discounted [path, future; 2024 USD bn].

    Both all spending and the running cost alone, by the names in `PARTS`. Cutting a run short
    changes nothing before the cut, so playing to the end of every year gives the cost of every
    year.

    Args:
        start: the beginning of the scenario, with the paths to be costed.
        futures: how many, from the first.
    """
    shape = (len(start.levers), futures)
    before = {basis: np.zeros(shape) for basis in PARTS}
    total = {basis: np.zeros(shape) for basis in PARTS}
    for years, steps in enumerate(year_ends(start)):
        spent = _spent(cut(start, steps), futures)
        for basis in PARTS:
            total[basis] += (spent[basis] - before[basis]) * discount(years)
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


def alike(costs: Mapping[str, Cost]) -> list[dict[str, Cost]]:
    """Paths in groups within which the dearest costs at most ten times the cheapest, dearest first.

    They are parted where costs lie furthest apart, so that no path is taken from its neighbours.

    >>> costs = {"a": Cost(8, RUNNING), "b": Cost(600, SPENDING), "c": Cost(700, SPENDING)}
    >>> [list(group) for group in alike(costs)]
    [['b', 'c'], ['a']]
    """
    if not costs:
        return []
    amounts = [cost.amount for cost in costs.values()]
    if min(amounts) >= LEAST * max(amounts):
        return [dict(costs)]
    return [group for part in parted(costs) for group in alike(part)]


def parted(costs: Mapping[str, Cost]) -> list[dict[str, Cost]]:
    """The dearer and the cheaper paths, on either side of the widest gap [ratio] in cost.

    >>> costs = {"a": Cost(8, RUNNING), "b": Cost(70, SPENDING), "c": Cost(90, SPENDING)}
    >>> [list(side) for side in parted(costs)]
    [['b', 'c'], ['a']]
    """
    ranked = sorted(costs, key=lambda name: -costs[name].amount)
    gaps = [costs[dear].amount / costs[cheap].amount for dear, cheap in pairwise(ranked)]
    dearer = ranked[: gaps.index(max(gaps)) + 1]
    return [
        {name: cost for name, cost in costs.items() if name in dearer},
        {name: cost for name, cost in costs.items() if name not in dearer},
    ]


def match_groups(case: Case, costs: Mapping[str, Cost], futures: int) -> list[dict[str, Match]]:
    """Paths brought to the same cost, in groups of two or more, dearest first.

    Cost does not follow the levers along a straight line, so a group of `alike` may still hold a
    path that would have to move back below `LEAST`. Such a group is parted again.

    Args:
        case: the scenario.
        costs: what each path costs.
        futures: how many are played to find the cost.
    """
    found = []
    left = alike(costs)
    while left:
        group = left.pop(0)
        if len(group) < 2:
            continue
        matches = match_costs(case, group, futures)
        if all(match.factor >= LEAST for match in matches.values()):
            found.append(matches)
        else:
            left = parted(group) + left
    return found


def match_costs(case: Case, costs: Mapping[str, Cost], futures: int) -> dict[str, Match]:
    """Each path moved back until it costs as much as the cheapest, however far back that is.

    Args:
        case: the scenario.
        costs: what the paths of one group cost.
        futures: how many are played to find the cost.
    """
    cheapest = min(costs, key=lambda name: costs[name].amount)
    target = costs[cheapest].amount
    found = {cheapest: Match(cheapest, 1.0, target)}
    for name, cost in costs.items():
        if name != cheapest:
            paths = {case.baseline: case.paths[case.baseline], name: case.paths[name]}
            start = build_start(replace(case, paths=paths))
            found[name] = _matched(start, cost, target, futures)
    return found


def room(path: Path, baseline: Path) -> float:
    """How many times as far from the baseline the path could go before a lever ends [ratio].

    Args:
        path: as written; its levers all move by one factor.
        baseline: where factor 0 lies.
    """
    levers = load_levers()
    furthest = math.inf
    for name, values in path.levers.items():
        for value, base in zip(values, baseline.levers[name], strict=True):
            if value != base:
                end = levers[name].high if value > base else levers[name].low
                furthest = min(furthest, (end - base) / (value - base))
    return furthest


def matched_case(case: Case, matches: Mapping[str, Match]) -> Case:
    """The baseline and the paths at equal cost."""
    baseline = case.paths[case.baseline]
    paths = {case.baseline: baseline}
    for name, match in matches.items():
        paths[name] = scaled(case.paths[name], baseline, match.factor)
    return replace(case, paths=paths)


def _matched(start: Start, cost: Cost, target: float, futures: int) -> Match:
    """The factor, by halving whatever a straight line between the two ends leaves open.

    Args:
        start: the baseline and the path, in this order.
        cost: what the path costs as it is.
        target: the extra cost wanted [2024 USD bn, discounted].
        futures: how many are played to find the cost.
    """
    base = discounted_costs(start, futures)[cost.basis][0].tolist()
    low, high = (0.0, 0.0), (1.0, cost.amount)
    factor, found = 1.0, cost.amount
    for attempt in range(TRIES):
        line = (target - low[1]) / (high[1] - low[1])
        share = line if attempt % 2 == 0 and 0 < line < 1 else 0.5
        factor = low[0] + share * (high[0] - low[0])
        part = discounted_costs(_moved_back(start, factor), futures)[cost.basis][0].tolist()
        found = _gap(part, base)
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


def _spent(start: Start, futures: int) -> dict[str, np.ndarray]:
    """Spending to the end of the run, by the names in `PARTS` [path, future; 2024 USD bn]."""
    parts = list(play_start(start, 0, futures))
    ledger = np.concatenate([part.ledger for part in parts], axis=1)
    spent = {}
    for basis, fields in PARTS.items():
        spent[basis] = np.zeros(ledger.shape)
        for field in fields:
            spent[basis] += ledger[field]
    return spent
