"""Which quarters does a scenario cover?"""

from dataclasses import dataclass

from sim.scenario.nodes import Findings, Mapping, Place, text_of
from sim.scenario.quarters import (
    FIRST_YEAR,
    LAST_YEAR,
    Quarter,
    parse_quarter,
    show_quarter,
    steps_between,
)
from sim.scenario.schema import ScenarioFile


@dataclass(frozen=True)
class Horizon:
    """The first and the last quarter that are played."""

    start: Quarter
    end: Quarter

    @property
    def steps(self) -> int:
        """How many quarters are played [steps].

        >>> Horizon((2024, 3), (2035, 4)).steps
        46
        """
        return steps_between(self.start, self.end) + 1

    def __str__(self) -> str:
        """The horizon as a reader sees it."""
        return f"{show_quarter(self.start)} to {show_quarter(self.end)}"


def check_horizon(scenario: Mapping, findings: Findings) -> Horizon | None:
    """The quarters that a scenario covers, or None if they make no sense; problems are noted."""
    quarters = []
    for key in ("start", "end"):
        node = scenario.items.get(key)
        written = text_of(node) or (None if node else ScenarioFile.model_fields[key].default)
        quarter = parse_quarter(written or "")
        if quarter is None:
            return None
        if not FIRST_YEAR <= quarter[0] <= LAST_YEAR:
            findings.add(scenario.place_of(key), key, year_rule(quarter[0]))
            return None
        quarters.append(quarter)
    start, end = quarters
    if end < start:
        key = "end" if "end" in scenario.items else "start"
        message = f"the end {show_quarter(end)} lies before the start {show_quarter(start)}"
        findings.add(scenario.place_of(key), key, message)
        return None
    return Horizon(start, end)


def check_date(
    written: str | None, place: Place, key: str, horizon: Horizon | None, findings: Findings
) -> None:
    """Note a quarter that the scenario does not play; what is no quarter is told elsewhere.

    Args:
        written: as it stands in the file.
        place: where.
        key: its dotted key.
        horizon: the quarters that are played, if known.
        findings: where problems are noted.
    """
    quarter = parse_quarter(written or "")
    if quarter is None or horizon is None or "Q" not in (written or ""):
        return
    if not horizon.start <= quarter <= horizon.end:
        findings.add(place, key, f"found {written}; the scenario covers {horizon}")


def year_rule(year: int) -> str:
    """What is wrong with a year before the data or after the last year of the model."""
    if year < FIRST_YEAR:
        return f"found {year}; the data begin in {FIRST_YEAR}, no earlier year is allowed"
    return f"found {year}; no year after {LAST_YEAR} is allowed"
