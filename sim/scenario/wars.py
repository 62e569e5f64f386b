"""Does a contingency make sense?"""

from sim.scenario.case import Contingency
from sim.scenario.form import join
from sim.scenario.horizon import Horizon, check_date
from sim.scenario.nodes import (
    Findings,
    Mapping,
    Node,
    Scalar,
    Sequence,
    child,
    number_of,
    text_of,
)
from sim.scenario.quarters import parse_quarter
from sim.scenario.schema import ContingencyFile

FIXED = {"invasion": "an invasion", "blockade": "a blockade", "quarantine": "a quarantine"}
ABOUT_A_WAR = (
    *("opens", "us_intervenes", "us_entry_known", "us_delay_days", "japan_basing"),
    *("duration_days", "taiwan_resists", "homeland_struck", "japan_takes_part"),
    *("partners_taking_part", "european_navies", "antiship_missiles", "cruise_missiles_at_sea"),
    *("ship_leak_rate", "show_of_force", "mainland_strikes", "china_level", "coalition_level"),
    *("levels_may_rise", "merchants_sail"),
)
ABOUT_AN_INVASION = (
    *("antiship_missiles", "cruise_missiles_at_sea", "ship_leak_rate", "show_of_force"),
    "mainland_strikes",
)
ABOUT_A_BLOCKADE = ("china_level", "coalition_level", "levels_may_rise", "merchants_sail")
ONLY_WITH_THE_US = {  # what the switch says, and why it then has no effect
    "homeland_struck": ("North America is struck", "allied units join only a war in which"),
    "japan_basing": ("Japan lets US forces use its bases", "they are used only in a war in which"),
    "japan_takes_part": ("Japan takes part", "it fights only in a war in which"),
    "cruise_missiles_at_sea": ("US cruise missiles work at sea", "they are fired only if"),
    "show_of_force": ("US forces are shown forward", "they are exposed only in a war in which"),
    "mainland_strikes": ("the mainland is struck", "this happens only in a war in which"),
}
AMOUNTS_WITH_THE_US = {  # the same for numbers and lists
    "antiship_missiles": "these missiles would never be fired",
    "european_navies": "European navies fight only beside the United States",
    "partners_taking_part": "partners fight only beside the United States",
}
LEAST_LEVEL_OF_WAR = 3


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
        for switch in ABOUT_A_WAR:
            message = "this is about a war, but kind is 'none'; leave it out, or set the kind"
            _refuse(node, prefix, switch, message, findings)
        return
    if kind == "endogenous":
        message = "kind is 'endogenous': China decides when; leave the date out, or fix the kind"
        _refuse(node, prefix, "opens", message, findings)
    elif kind in FIXED:
        _check_opening(node, prefix, FIXED[kind], horizon, findings)
    if kind in ("blockade", "quarantine"):
        _check_blockade(node, prefix, kind, findings)
    elif kind == "invasion":
        for switch in ABOUT_A_BLOCKADE:
            message = "this is about a blockade, but kind is 'invasion'; leave it out"
            _refuse(node, prefix, switch, message, findings)
    _check_us_entry(node, prefix, findings)
    _check_japan(node, prefix, findings)
    _check_partners(node, prefix, findings)


def _check_blockade(node: Mapping, prefix: str, kind: str, findings: Findings) -> None:
    """Note switches of an invasion that cannot come, and levels that make it another kind."""
    if _says(node, "taiwan_resists", False):
        message = f"Taiwan gives way only to an invasion, but kind is '{kind}'; leave it out"
        _refuse(node, prefix, "taiwan_resists", message, findings)
    if _says(node, "levels_may_rise", False):
        for switch in ABOUT_AN_INVASION:
            message = (
                f"this is about an invasion, but kind is '{kind}' and no level may rise, so that "
                "none can come; leave one of the two out"
            )
            _refuse(node, prefix, switch, message, findings)
    level = number_of(child(node, "china_level"))
    if kind == "quarantine" and level is not None and level > 1:
        message = f"found {level:g}: from level 2 on it is a blockade; set 1, or kind: blockade"
        _refuse(node, prefix, "china_level", message, findings)
    if kind == "blockade" and level == 1:
        message = "found 1: boarding alone is a quarantine; set 2 to 4, or kind: quarantine"
        _refuse(node, prefix, "china_level", message, findings)


def _check_japan(node: Mapping, prefix: str, findings: Findings) -> None:
    """Note a Japan that takes part and gives no bases."""
    if _says(node, "japan_takes_part", True) and _says(node, "japan_basing", False):
        message = (
            "Japan takes part, but japan_basing is false: who fights gives bases; leave one of the "
            "two out"
        )
        _refuse(node, prefix, "japan_takes_part", message, findings)


def _check_partners(node: Mapping, prefix: str, findings: Findings) -> None:
    """Note a partner that is named twice."""
    listed = child(node, "partners_taking_part")
    if not isinstance(listed, Sequence):
        return
    names = [text_of(item) for item in listed.items]
    for i, item in enumerate(listed.items):
        if names[i] is not None and names[i] in names[:i]:
            key = join(prefix, f"partners_taking_part[{i}]")
            findings.add(item.place, key, f"{names[i]} is named twice")


def _check_us_entry(node: Mapping, prefix: str, findings: Findings) -> None:
    delay, length = number_of(child(node, "us_delay_days")), number_of(child(node, "duration_days"))
    if delay is not None and length is not None and delay >= length:
        message = (
            f"found {delay:g}; it lasts {length:g} days (duration_days): the United States would "
            "enter after its end; make one of the two fit, or set us_intervenes to false"
        )
        findings.add(node.place_of("us_delay_days"), join(prefix, "us_delay_days"), message)
    if _says(node, "us_entry_known", True) and not _is_set(node, "us_intervenes"):
        message = "what China knows is not said: set us_intervenes to true or false as well"
        findings.add(node.place_of("us_entry_known"), join(prefix, "us_entry_known"), message)
    if _says(node, "us_intervenes", False):
        _check_us_stays_out(node, prefix, findings)


def _check_us_stays_out(node: Mapping, prefix: str, findings: Findings) -> None:
    """Note what would count only in a war in which the United States fights."""
    message = (
        "a delay is set, but us_intervenes is false: the United States never enters; "
        "leave one of the two out"
    )
    _refuse(node, prefix, "us_delay_days", message, findings)
    for switch, words in ONLY_WITH_THE_US.items():
        if _says(node, switch, True):
            message = f"{words[0]}, but us_intervenes is false; leave one of the two out: "
            _refuse(node, prefix, switch, f"{message}{words[1]} the United States fights", findings)
    for switch, reason in AMOUNTS_WITH_THE_US.items():
        if _asks_for_something(child(node, switch)):
            message = f"{reason}, but us_intervenes is false; leave one of the two out"
            _refuse(node, prefix, switch, message, findings)
    level = number_of(child(node, "coalition_level"))
    if level is not None and level >= LEAST_LEVEL_OF_WAR:
        message = (
            f"found {level:g}, but us_intervenes is false: without the United States the others go "
            "to level 2 at most; leave one of the two out"
        )
        _refuse(node, prefix, "coalition_level", message, findings)


def _check_opening(
    node: Mapping, prefix: str, kind: str, horizon: Horizon | None, findings: Findings
) -> None:
    key = join(prefix, "opens")
    if not _is_set(node, "opens"):
        message = f"{kind} needs the quarter in which it opens (for example 2027Q2)"
        findings.add(node.place_of("opens"), key, message)
        return
    check_date(text_of(child(node, "opens")), node.place_of("opens"), key, horizon, findings)


def _refuse(node: Mapping, prefix: str, switch: str, message: str, findings: Findings) -> None:
    """Note that a switch must not be set here, if it is."""
    if _is_set(node, switch):
        findings.add(node.place_of(switch), join(prefix, switch), message)


def _asks_for_something(node: Node | None) -> bool:
    """Whether a number is above zero, or a list has an entry."""
    if isinstance(node, Sequence):
        return bool(node.items)
    number = number_of(node)
    return number is not None and number > 0


def _is_set(node: Mapping, key: str) -> bool:
    value = node.items.get(key)
    return value is not None and not (isinstance(value, Scalar) and value.value is None)


def _says(node: Mapping, key: str, answer: bool) -> bool:
    value = node.items.get(key)
    return isinstance(value, Scalar) and value.value is answer


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
        taiwan_resists=written.taiwan_resists,
        homeland_struck=written.homeland_struck,
        us_entry_known=written.us_entry_known,
        japan_takes_part=written.japan_takes_part,
        partners_taking_part=(
            None if written.partners_taking_part is None else tuple(written.partners_taking_part)
        ),
        european_navies=written.european_navies,
        antiship_missiles=written.antiship_missiles,
        cruise_missiles_at_sea=written.cruise_missiles_at_sea,
        ship_leak_rate=written.ship_leak_rate,
        show_of_force=written.show_of_force,
        mainland_strikes=written.mainland_strikes,
        china_level=written.china_level,
        coalition_level=written.coalition_level,
        levels_may_rise=written.levels_may_rise,
        merchants_sail=written.merchants_sail,
    )
