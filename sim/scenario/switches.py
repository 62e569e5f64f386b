"""Do the dates that a scenario fixes for Ukraine and for US forces make sense?"""

from sim.scenario.horizon import Horizon, check_date
from sim.scenario.nodes import Findings, Mapping, child, text_of
from sim.scenario.quarters import Quarter, parse_quarter, show_quarter
from sim.scenario.schema_events import Retrenchment, UkraineWarEnd

CONTINUING = "continuing"
INVASION = (2022, 1)


def check_switches(scenario: Mapping, horizon: Horizon | None, findings: Findings) -> None:
    """Note every switch that contradicts another, or the scenario's quarters.

    Args:
        scenario: as read, with what it takes over.
        horizon: the quarters that are played, if known.
        findings: where problems are noted.
    """
    leaving = child(scenario, "us_retrenchment")
    if isinstance(leaving, Mapping):
        key, written = "us_retrenchment.from", text_of(child(leaving, "from"))
        check_date(written, leaving.place_of("from"), key, horizon, findings)
    war = child(scenario, "ukraine_war")
    if isinstance(war, Mapping):
        _check_ukraine(war, horizon, findings)
    if horizon is not None and horizon.start < INVASION:
        _check_beginning(scenario, horizon, findings)


def _check_beginning(scenario: Mapping, horizon: Horizon, findings: Findings) -> None:
    """A game that starts before the invasion must say when it comes."""
    war = child(scenario, "ukraine_war")
    if child(war, "begins") is not None:
        return
    message = (
        f"the game starts in {show_quarter(horizon.start)}, before the war in Ukraine; say when it "
        f"begins, for example {{begins: {show_quarter(INVASION)}, ends_as: continuing}}"
    )
    findings.add(scenario.place_of("ukraine_war"), "ukraine_war.begins", message)


def _check_ukraine(war: Mapping, horizon: Horizon | None, findings: Findings) -> None:
    begins = text_of(child(war, "begins"))
    check_date(begins, war.place_of("begins"), "ukraine_war.begins", horizon, findings)
    _check_order(war, begins, findings)
    ends_as, when = text_of(child(war, "ends_as")), text_of(child(war, "when"))
    key, place = "ukraine_war.when", war.place_of("when")
    if ends_as == CONTINUING and when is not None:
        message = "a date is set, but the war is continuing; leave the date out, or say how it ends"
        findings.add(place, key, message)
    elif ends_as is not None and ends_as != CONTINUING and child(war, "when") is None:
        message = "an end needs the quarter in which the fighting stops (for example 2026Q1)"
        findings.add(place, key, message)
    else:
        check_date(when, place, key, horizon, findings)


def _check_order(war: Mapping, begins: str | None, findings: Findings) -> None:
    """A war cannot end before it begins."""
    first, last = parse_quarter(begins or ""), parse_quarter(text_of(child(war, "when")) or "")
    if first is not None and last is not None and last <= first:
        message = f"the fighting stops in {show_quarter(last)}, but the war begins in {begins}"
        findings.add(war.place_of("when"), "ukraine_war.when", message)


def settle_beginning(written: UkraineWarEnd | None) -> Quarter | None:
    """The quarter in which the war in Ukraine begins; None where it is on at the start."""
    return parse_quarter(written.begins) if written and written.begins else None


def settle_retrenchment(written: Retrenchment | None) -> tuple[Quarter, float] | None:
    """The quarter from which US forces leave, and the share that does [0-1]."""
    quarter = parse_quarter(written.from_) if written else None
    return (quarter, float(written.share)) if written and quarter else None


def settle_ukraine_war(written: UkraineWarEnd | None) -> tuple[str, Quarter | None] | None:
    """How the war in Ukraine ends, and in which quarter."""
    if written is None:
        return None
    return written.ends_as, parse_quarter(written.when) if written.when else None


def settle_share(*written: float | None) -> float | None:
    """The first share that is given [0-1].

    >>> settle_share(None, 0.9)
    0.9
    """
    return next((float(share) for share in written if share is not None), None)
