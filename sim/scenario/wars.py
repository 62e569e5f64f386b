"""Does a contingency make sense?"""

from sim.scenario.case import Contingency
from sim.scenario.form import join
from sim.scenario.horizon import Horizon
from sim.scenario.nodes import Findings, Mapping, Scalar, child, text_of
from sim.scenario.quarters import parse_quarter
from sim.scenario.schema import ContingencyFile

SWITCHES = ("opens", "us_intervenes", "us_delay_days", "japan_basing", "duration_days")


def check_contingency(
    node: Mapping, prefix: str, horizon: Horizon | None, findings: Findings
) -> None:
    """Note every switch that contradicts another, or the scenario's quarters.

    Args:
        node: the contingency, as read.
        prefix: its dotted key.
        horizon: the quarters that are played, if known.
        findings: where problems are noted.
    """
    kind = text_of(child(node, "kind"))
    if kind == "none":
        _check_peace(node, prefix, findings)
    elif kind == "invasion":
        _check_opening(node, prefix, horizon, findings)
    intervenes = child(node, "us_intervenes")
    stays_out = isinstance(intervenes, Scalar) and intervenes.value is False
    if kind != "none" and stays_out and _is_set(node, "us_delay_days"):
        message = (
            "a delay is set, but us_intervenes is false: the United States never enters; "
            "leave one of the two out"
        )
        findings.add(node.place_of("us_delay_days"), join(prefix, "us_delay_days"), message)


def _check_peace(node: Mapping, prefix: str, findings: Findings) -> None:
    for switch in SWITCHES:
        if _is_set(node, switch):
            message = "this is about a war, but kind is 'none'; leave it out, or set the kind"
            findings.add(node.place_of(switch), join(prefix, switch), message)


def _check_opening(node: Mapping, prefix: str, horizon: Horizon | None, findings: Findings) -> None:
    key = join(prefix, "opens")
    if not _is_set(node, "opens"):
        message = "an invasion needs the quarter in which it opens (for example 2027Q2)"
        findings.add(node.place_of("opens"), key, message)
        return
    written = text_of(child(node, "opens")) or ""
    quarter = parse_quarter(written)
    if quarter is None or horizon is None or "Q" not in written:
        return
    if not horizon.start <= quarter <= horizon.end:
        message = f"found {written}; the scenario covers {horizon}"
        findings.add(node.place_of("opens"), key, message)


def _is_set(node: Mapping, key: str) -> bool:
    value = node.items.get(key)
    return value is not None and not (isinstance(value, Scalar) and value.value is None)


def settle_contingency(name: str, written: ContingencyFile) -> Contingency:
    """The contingency with its date as year and quarter."""
    return Contingency(
        name=name,
        meaning=written.meaning,
        kind=written.kind,
        opens=parse_quarter(written.opens) if written.opens else None,
        us_intervenes=written.us_intervenes,
        us_delay_days=written.us_delay_days,
        japan_basing=written.japan_basing,
        duration_days=written.duration_days,
    )
