"""Which cost is counted, which paths can be brought to the same cost, and which cannot?"""

import math
from collections.abc import Iterator, Mapping, Sequence

from sim.analysis.compare import Verdict
from sim.analysis.costs import COSTS_SOMETHING, PER, EqualCost, Price
from sim.analysis.robustness import Robustness
from sim.analysis.wording import number, path_label
from sim.experiment.matched import LEAST, RUNNING


def cost_sentences(found: Robustness) -> list[str]:
    """What stands behind the numbers per money, and a sentence wherever there is no number."""
    matched = {path for equal in found.equal for path in equal.matches}
    alone = [path for path in found.prices if path not in matched]
    ships = ["Ship-years are not matched, only shown below."] if found.equal else []
    return [
        *(_counted(price) for price in found.prices.values() if _needs_a_word(price)),
        *(_group(equal) for equal in found.equal),
        *_all_alone(alone, found.prices),
        *ships,
    ]


def _needs_a_word(price: Price) -> bool:
    """Whether something else than all spending is divided by, or nothing can be."""
    return price.cost is None or price.cost.basis == RUNNING


def _counted(price: Price) -> str:
    name = path_label(price.path).capitalize()
    if price.cost is not None:
        return (
            f"{name}: what it spends beyond the running cost of presence, programmes and aid "
            f"({_interval(price.rest.mean, price.rest.low, price.rest.high)} billion) cannot be "
            f"told from zero with {price.rest.n:,} futures, so that running cost is counted, "
            f"{number(price.cost.amount, 1)} billion."
        )
    if price.paid.verdict is Verdict.NOT_DISTINGUISHABLE:
        return (
            f"{name}: its cost cannot be told from zero with {price.paid.n:,} futures, so nothing "
            "is divided by it or matched to it."
        )
    return (
        f"{name}: it costs less than {COSTS_SOMETHING:g} billion more than the baseline, so "
        f"there is no effect for each {PER:g} billion and nothing to match."
    )


def _group(equal: EqualCost) -> str:
    """Who is brought to whose cost, and how far back that takes them."""
    cheapest = next(name for name, match in equal.matches.items() if match.factor == 1.0)
    factors = ", ".join(
        f"{path_label(name)} {match.factor * 100:.0f} %"
        for name, match in equal.matches.items()
        if name != cheapest
    )
    return (
        f"Equal cost: {_billion(equal.target)} billion, as much as "
        f"{path_label(cheapest)} costs. Part of the way from the baseline's levers that this "
        f"buys: {factors}."
    )


def _all_alone(alone: Sequence[str], priced: Mapping[str, Price]) -> Iterator[str]:
    """The paths beside no other at equal cost, and the rule that left them there."""
    costs = {path: price.cost.amount for path, price in priced.items() if price.cost is not None}
    left = [path for path in alone if path in costs]
    for path in left:
        others = {other: cost for other, cost in costs.items() if other != path}
        yield _alone(path, costs[path], priced[path].room, others)
    if left and len(costs) > 1:
        yield (
            "Paths are parted where costs lie furthest apart, until in each group the dearest "
            f"costs at most {1 / LEAST:g} times the cheapest and none is moved back below "
            f"{LEAST * 100:g} % of itself: less would be no path any more."
        )


def _alone(path: str, amount: float, room: float, others: Mapping[str, float]) -> str:
    """What a path costs that stands beside no other, and which other comes nearest [ratio]."""
    start = (
        f"{path_label(path).capitalize()} stands beside no path at equal cost: it costs "
        f"{_billion(amount)} billion{_further(amount, room)}"
    )
    if not others:
        return f"{start}. No other path has a cost that can be matched."
    nearest = min(others, key=lambda other: abs(math.log(others[other] / amount)))
    return (
        f"{start}; the nearest in cost, {path_label(nearest)}, costs "
        f"{_billion(others[nearest])} billion."
    )


def _further(amount: float, room: float) -> str:
    """What the path would cost with all levers further out; nothing where they cannot go."""
    most = _billion(amount * room)
    if not math.isfinite(room) or most == _billion(amount):
        return ""
    return f", about {most} if its levers went on until the first reaches its end"


def _billion(amount: float) -> str:
    return number(amount, 0 if amount >= 10 else 1)


def _interval(mean: float, low: float, high: float) -> str:
    mean_text, low_text, high_text = (number(v, 1, signed=True) for v in (mean, low, high))
    return f"{mean_text}, 95 % interval {low_text} to {high_text}"
