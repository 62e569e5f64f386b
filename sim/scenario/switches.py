"""Do the dates that a scenario fixes for Ukraine and for US forces make sense?"""

from sim.scenario.horizon import Horizon, check_date
from sim.scenario.nodes import Findings, Mapping, child, text_of
from sim.scenario.quarters import Quarter, parse_quarter
from sim.scenario.schema_events import Retrenchment, UkraineWarEnd

CONTINUING = "continuing"


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


def _check_ukraine(war: Mapping, horizon: Horizon | None, findings: Findings) -> None:
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
