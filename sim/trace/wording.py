"""How are amounts said in a story? Short, each with its unit."""

import math
from collections.abc import Sequence

from sim.analysis.wording import decimals_for, number


def percent(share: float, decimals: int = 1) -> str:
    """A share in percent.

    >>> percent(0.0213)
    '2.1 %'
    """
    return f"{number(100 * share, decimals)} %"


def rise(share: float, decimals: int = 1) -> str:
    """A change in percent, with its sign.

    >>> rise(0.05)
    '+5.0 %'
    """
    return f"{number(100 * share, decimals, signed=True)} %"


def chance(probability: float) -> str:
    """A probability in percent, with two digits however small it is.

    >>> chance(0.00123), chance(0.4)
    ('0.12 %', '40 %')
    """
    shown = 100 * probability
    places = decimals_for(shown)
    return f"{number(shown, places if shown < 1 else max(0, places - 1))} %"


def billions(amount: float, signed: bool = False) -> str:
    """An amount of money in billions of 2024 dollars.

    >>> billions(4.32, signed=True)
    '+4.3 bn USD'
    """
    return f"{number(amount, 1, signed)} bn USD"


def about(amount: float) -> str:
    """An uncertain amount of money with two leading digits, in billions of 2024 dollars.

    >>> about(3587.4), about(42.6), about(0.0)
    ('3,600 bn USD', '43 bn USD', '0 bn USD')
    """
    size = math.floor(math.log10(abs(amount))) if amount else 0
    return f"{number(round(amount, min(0, 1 - size)), 0)} bn USD"


def listed(words: Sequence[str], most: int = 40) -> str:
    """Words as a list in a sentence; those beyond the most are counted.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], 1)
    ('a, b and c', 'a and 2 more')
    """
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def many(count: int, word: str) -> str:
    """A count with its noun, in the plural where it needs one.

    >>> many(1, "member"), many(3, "member")
    ('1 member', '3 members')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
