"""How is a number with its unit put into words that a reader understands at once?"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.scenario.problems import plain

if TYPE_CHECKING:
    from sim.analysis.compare import Difference

LONGEST = 2000  # characters
BARE = ("", "1", "ratio", "index", "none", "available / required", "available/required")


@dataclass(frozen=True)
class Scale:
    """How a unit is shown: factor on the value, words for a level, words for a difference."""

    factor: float
    level: str
    difference: str


def scale_of(unit: str) -> Scale:
    """The way a unit is shown; shares and probabilities are shown in percent.

    >>> scale_of("share of GDP").difference
    'percentage points of GDP'
    """
    base, comma, note = unit.partition(",")
    for word in ("probability", "share"):
        if base == word or base.startswith(f"{word} "):
            rest = base.removeprefix(word)
            return Scale(100.0, f"%{rest}{comma}{note}", f"percentage points{rest}")
    bare = base in BARE
    return Scale(1.0, note.strip() if bare else unit, "" if bare else base)


def decimals_for(size: float) -> int:
    """Decimals that leave two or three leading digits of a number of this size.

    >>> decimals_for(0.0123), decimals_for(1.5), decimals_for(25.0), decimals_for(250.0)
    (3, 2, 1, 0)
    """
    if not math.isfinite(size) or size == 0:
        return 2
    power = math.floor(math.log10(abs(size)))
    return max(0, 2 - power) if power >= 0 else min(6, 1 - power)


def decimals_for_error(half: float, centre: float) -> int:
    """Decimals for a mean: one digit of its uncertainty, at most two leading digits of itself.

    >>> decimals_for_error(0.03, 0.1234), decimals_for_error(0.0001, 0.52)
    (2, 2)
    """
    coarse = max(abs(centre) / 10, abs(half)) if math.isfinite(half) else abs(centre) / 10
    if not math.isfinite(coarse) or coarse == 0:
        return 2
    return min(6, max(0, -math.floor(math.log10(coarse))))


def number(value: float, decimals: int, signed: bool = False) -> str:
    """The number as text, with a comma at thousands and never a negative zero.

    >>> number(-0.0001, 2, signed=True), number(1234.5, 0)
    ('0.00', '1,234')
    """
    if not math.isfinite(value):
        return "-"
    text = f"{value:+,.{decimals}f}" if signed else f"{value:,.{decimals}f}"
    is_zero = not any(digit in text for digit in "123456789")
    return text.lstrip("+-") if is_zero else text


def difference_numbers(difference: "Difference", unit: str) -> tuple[str, str, str]:
    """Mean, lower and upper end of a paired difference as text, in the unit it is shown in."""
    factor = scale_of(unit).factor
    half = (difference.high - difference.low) / 2 * factor
    places = decimals_for_error(half, difference.mean * factor)
    mean, low, high = (
        number(value * factor, places, signed=True)
        for value in (difference.mean, difference.low, difference.high)
    )
    return mean, low, high


def mean_with_error(difference: "Difference", unit: str) -> str:
    """Mean and half of its 95 % interval, in the unit it is shown in."""
    mean = difference_numbers(difference, unit)[0]
    factor = scale_of(unit).factor
    half = (difference.high - difference.low) / 2 * factor
    if not math.isfinite(half):
        return mean
    return f"{mean} ±{number(half, decimals_for_error(half, difference.mean * factor))}"


def counted(value: float) -> str:
    """A count of ships, aircraft or missiles, with one decimal below ten.

    >>> counted(0.0), counted(1.25), counted(38.4)
    ('0', '1.2', '38')
    """
    return number(value, 1 if 0 < value < 9.95 else 0)


def percent(share: float) -> str:
    """A share in whole percent, without rounding a rare thing to never or a common one to always.

    >>> percent(0.83), percent(0.001), percent(0.9999)
    ('83 %', 'under 1 %', 'over 99 %')
    """
    if not math.isfinite(share):
        return "-"
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"


def path_label(name: str) -> str:
    """A path's name as a reader sees it, harmless to a terminal.

    >>> path_label("status_quo")
    'status quo'
    """
    return plain_text(name).replace("_", " ")


def plain_text(text: str) -> str:
    r"""The text on one line, with every character that could steer a terminal spelled out.

    >>> plain_text("a\x1b[2J\nb")
    'a\\x1b[2J b'
    """
    return plain(str(text).replace("\n", " ").strip(), LONGEST)
