"""Which cost is counted, which paths can be brought to the same cost, and which cannot?"""

import math

from sim.analysis.compare import Verdict
from sim.analysis.costs import COSTS_SOMETHING, PER, EqualCost, Price
from sim.analysis.robustness import Robustness
from sim.analysis.wording import number, path_label
from sim.experiment.matched import LEAST, RUNNING


def cost_sentences(found: Robustness) -> list[str]:
    """What stands behind the numbers per money, and a sentence wherever there is no number."""
    groups = list({id(equal.matches): equal for equal in found.equal}.values())
    matched = {path for equal in groups for path in equal.matches}
    alone = [price for path, price in found.prices.items() if path not in matched]
    ships = ["Ship-years are not matched, only shown below."] if groups else []
    return [
        *(_counted(price) for price in found.prices.values() if _needs_a_word(price)),
        *(_group(equal) for equal in groups),
        *(_alone(price) for price in alone if price.cost is not None),
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
        f"{name}: it costs less than {COSTS_SOMETHING:g} billion more than the baseline, so there "
        f"is no effect for each {PER:g} billion."
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
        f"Equal cost: {number(equal.target, _places(equal.target))} billion, as much as "
        f"{path_label(cheapest)} costs. Part of the way from the baseline's levers that this "
        f"buys: {factors}."
    )


def _alone(price: Price) -> str:
    """Why a path stands beside no other at equal cost."""
    amount = price.cost.amount if price.cost is not None else math.nan
    most = amount * price.room
    return (
        f"{path_label(price.path).capitalize()} stands beside no path at equal cost: it costs "
        f"{number(amount, _places(amount))} billion, about {number(most, _places(most))} with its "
        "levers at the end of their range. To meet another, one of the two would be moved back "
        f"below {LEAST * 100:g} % of itself and be no path any more."
    )


def _places(amount: float) -> int:
    return 0 if amount >= 10 else 1


def _interval(mean: float, low: float, high: float) -> str:
    mean_text, low_text, high_text = (number(v, 1, signed=True) for v in (mean, low, high))
    return f"{mean_text}, 95 % interval {low_text} to {high_text}"
