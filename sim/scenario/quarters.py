"""How are quarters of years written and counted?"""

import re

Quarter = tuple[int, int]

FIRST_YEAR = 2014
LAST_YEAR = 2050
BASE_YEAR = 2024  # what is decided by the middle of it is where every path begins
WRITTEN = re.compile(r"([0-9]{4})(?:Q([1-4]))?")


def parse_quarter(text: str) -> Quarter | None:
    """Year and quarter of a text, a bare year meaning its first quarter; None if it is neither.

    >>> parse_quarter("2027Q2"), parse_quarter("2030"), parse_quarter("soon")
    ((2027, 2), (2030, 1), None)
    """
    match = WRITTEN.fullmatch(text)
    return (int(match[1]), int(match[2] or 1)) if match else None


def show_quarter(quarter: Quarter) -> str:
    """The quarter as it is written in scenarios.

    >>> show_quarter((2027, 2))
    '2027Q2'
    """
    return f"{quarter[0]}Q{quarter[1]}"


def steps_between(start: Quarter, later: Quarter) -> int:
    """Quarters from one to the other [steps]; negative if the second is earlier.

    >>> steps_between((2024, 3), (2025, 1))
    2
    """
    return 4 * (later[0] - start[0]) + later[1] - start[1]


def quarter_after(start: Quarter, steps: int) -> Quarter:
    """The quarter so many steps after another.

    >>> quarter_after((2024, 3), 45)
    (2035, 4)
    """
    whole = 4 * start[0] + start[1] - 1 + steps
    return whole // 4, whole % 4 + 1
