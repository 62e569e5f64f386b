"""Is the timetable of a lever sound, and what value has the lever in each step?"""

from collections.abc import Mapping as AnyMapping

from sim.data.load import Lever
from sim.scenario.form import join, show
from sim.scenario.horizon import Horizon, year_rule
from sim.scenario.nodes import Findings, Node, Place, entries, number_of
from sim.scenario.problems import plain
from sim.scenario.quarters import (
    FIRST_YEAR,
    LAST_YEAR,
    Quarter,
    parse_quarter,
    quarter_after,
    show_quarter,
    steps_between,
)


def check_timetable(
    timetable: Node | None, key: str, lever: Lever, horizon: Horizon | None, findings: Findings
) -> None:
    """Note every point that is out of order, out of time or out of bounds.

    Args:
        timetable: as read.
        key: its dotted key.
        lever: the lever it belongs to.
        horizon: the quarters every point must lie in, or None where only the model's own
            first and last year count.
        findings: where problems are noted.
    """
    before: dict[Quarter, str] = {}
    for written, node, place in entries(timetable):
        here = join(key, plain(written))
        quarter = _check_date(written, here, place, horizon, findings)
        if quarter is not None:
            _check_order(written, quarter, before, here, place, findings)
            before[quarter] = written
        _check_value(node, here, lever, findings)


def _check_date(
    written: str, key: str, place: Place, horizon: Horizon | None, findings: Findings
) -> Quarter | None:
    quarter = parse_quarter(written)
    if quarter is None:
        message = f"found '{plain(written)}'; a year (2030) or a quarter (2030Q1) is expected"
        findings.add(place, key, message)
        return None
    if not FIRST_YEAR <= quarter[0] <= LAST_YEAR:
        findings.add(place, key, year_rule(quarter[0]))
        return None
    if horizon is not None and not _within(written, quarter, horizon):
        message = f"found {plain(written)}; the scenario covers {horizon}"
        findings.add(place, key, message)
    return quarter


def _check_order(
    written: str,
    quarter: Quarter,
    before: dict[Quarter, str],
    key: str,
    place: Place,
    findings: Findings,
) -> None:
    """Note a point that is given twice, or that lies before one that stands above it."""
    latest = max(before, default=quarter)
    if quarter in before:
        twice = f"{show_quarter(quarter)} is given twice, as {before[quarter]} and as {written}"
        findings.add(place, key, f"{twice}; leave one of the two out")
    elif quarter < latest:
        message = f"{show_quarter(quarter)} comes after {show_quarter(latest)} in the file; "
        findings.add(place, key, message + "points must be in the order of time, each once")


def _within(written: str, quarter: Quarter, horizon: Horizon) -> bool:
    """Whether a point lies in the horizon; a bare year does if any of its quarters does."""
    last = quarter if "Q" in written else (quarter[0], 4)
    return quarter <= horizon.end and last >= horizon.start


def _check_value(node: Node, key: str, lever: Lever, findings: Findings) -> None:
    value = number_of(node)
    if value is not None and lever.whole and value not in (lever.low, lever.high):
        message = f"found {show(node)}; allowed: 0 or 1, with nothing between"
        findings.add(node.place, key, message)
        return
    if value is None or lever.low <= value <= lever.high:
        return
    message = f"found {show(node)}; allowed: {lever.low:g} to {lever.high:g} ({lever.unit})"
    if lever.low <= value / 100 <= lever.high and value > 1:
        message += f"; {value:g} % is written {value / 100:g}"
    findings.add(node.place, key, message)


def values_by_step(
    timetable: AnyMapping[str, float], how: str, value_2024: float, horizon: Horizon
) -> tuple[float, ...]:
    """The value of a lever in each step [unit of the lever].

    Before the first point the lever has its value of 2024; after the last it stays. Between
    points it moves evenly ("linear") or waits for the next point ("step").

    Args:
        timetable: value by year or quarter, in order of time.
        how: "linear" or "step".
        value_2024: what the lever is without the path [unit of the lever].
        horizon: the quarters to fill.

    >>> values_by_step({"2024Q4": 0.0, "2025Q2": 0.5}, "linear", 0.2, Horizon((2024, 3), (2025, 3)))
    (0.2, 0.0, 0.25, 0.5, 0.5)
    """
    points = [
        (steps_between(horizon.start, parse_quarter(written) or horizon.start), float(value))
        for written, value in timetable.items()
    ]
    return tuple(_value_at(step, points, how, float(value_2024)) for step in range(horizon.steps))


def _value_at(step: int, points: list[tuple[int, float]], how: str, value_2024: float) -> float:
    passed = [point for point in points if point[0] <= step]
    ahead = [point for point in points if point[0] > step]
    if not passed:
        return value_2024
    since, value = passed[-1]
    if how == "step" or not ahead:
        return value
    until, next_value = ahead[0]
    return value + (next_value - value) * (step - since) / (until - since)


def last_step_of_change(values: tuple[float, ...]) -> int:
    """The step from which a lever no longer moves [step].

    >>> last_step_of_change((0.2, 0.3, 0.3))
    1
    """
    return max(
        (step for step in range(1, len(values)) if values[step] != values[step - 1]), default=0
    )


def step_name(horizon_start: Quarter, step: int) -> str:
    """The quarter of a step as it is written.

    >>> step_name((2024, 3), 2)
    '2025Q1'
    """
    return show_quarter(quarter_after(horizon_start, step))
