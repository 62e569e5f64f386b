"""Does what a scenario gives of the past, instead of drawing it, make sense?"""

from sim.scenario.case import History
from sim.scenario.horizon import Horizon, check_date
from sim.scenario.nodes import Findings, Mapping, child, entries
from sim.scenario.problems import plain
from sim.scenario.schema_events import HistoryField


def check_history(scenario: Mapping, horizon: Horizon | None, findings: Findings) -> None:
    """Note every year and quarter that the scenario does not play.

    Args:
        scenario: as read, with what it takes over.
        horizon: the quarters that are played, if known.
        findings: where problems are noted.
    """
    history = child(scenario, "history")
    for year, _, place in entries(child(history, "administrations")):
        key = f"history.administrations.{plain(year)}"
        if not (year.isdigit() and len(year) == len("2017")):
            findings.add(place, key, f"found {plain(year)}; a year is written like 2017")
        elif horizon is not None and not horizon.start <= (int(year), 1) <= horizon.end:
            message = "an administration takes office in the first quarter; the scenario covers "
            message += str(horizon)
            findings.add(place, key, message)
    for quarter, _, place in entries(child(history, "threat_events")):
        key = f"history.threat_events.{plain(quarter)}"
        if len(quarter) != len("2014Q1") or "Q" not in quarter:
            findings.add(place, key, f"found {plain(quarter)}; a quarter is written like 2014Q1")
        check_date(quarter, place, key, horizon, findings)


def settle_history(written: HistoryField) -> History:
    """What is given, as plain values."""
    return History(
        gdp_growth=written.gdp_growth,
        administrations=dict(written.administrations),
        threat_events={quarter: float(size) for quarter, size in written.threat_events.items()},
        russian_attack=written.russian_attack,
    )
