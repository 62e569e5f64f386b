"""What does each government want? Stance cards from the brief, or from one formula over facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from sim.data.checks import DataError, read_yaml
from sim.data.load import Facts, checked_sources, load_countries

FILE = Path(__file__).parent / "stance_cards.yaml"
BASES = ("brief", "formula", "assumption")
ADMINISTRATIONS = ("alliance_first", "prioritiser")
LOWEST, HIGHEST = 0.02, 0.98
DIGITS = 4  # the same card whatever the last bit of the machine's logarithm
FLAGS = {
    "restricts_5g": "restricts_5g",
    "indo_pacific_strategy": "indo_pacific_strategy",
    "ceec_member": "ceec_member",
    "bri_in_force": "bri_in_force",
    "sea_deployed": "sea_deployed_indo_pacific",
    "air_deployed": "air_deployed_indo_pacific",
}


@dataclass(frozen=True, slots=True)
class Stance:
    """One stance of one government [0-1], with its spread and why it is believed."""

    value: float
    sd: float
    evidence: str
    sources: tuple[str, ...]
    grade: str
    basis: str


Card = dict[str, Stance]


class Signal(NamedTuple):
    """One observable on its scale, with the sources of the figures behind it."""

    value: float
    sources: tuple[str, ...] = ()


def stance_cards(facts: Facts, as_of: int = 2024) -> dict[str, Card]:
    """Stances of the allies, the United States, the four partners and China, by ISO code.

    Uses only evidence dated `as_of` or before, save for geography and trade, which change slowly.
    The card of the United States is the alliance-first kind; `us_cards` has both.

    Args:
        facts: the table of `load_facts`.
        as_of: year in which the cards are read.

    Basis: CFR2024 for six cards, else a formula fitted to this project's own judgement.

    >>> from sim.data.load import load_facts
    >>> stance_cards(load_facts())["LTU"]["china_hardness"].value
    0.9
    """
    cards = {iso3: _card(facts, iso3, as_of) for iso3 in stance_holders()}
    cards["USA"] = us_cards(facts, as_of)["alliance_first"]
    china = _table()["china"]
    cards["CHN"] = _dated("CHN", china["card"], china, as_of)
    return cards


def us_cards(facts: Facts, as_of: int = 2024) -> dict[str, Card]:
    """Stances of the United States in each kind of administration."""
    table = _table()["united_states"]
    base = _card(facts, "USA", as_of)
    return {
        kind: base | _dated(f"USA {kind}", table[kind], table, as_of) for kind in ADMINISTRATIONS
    }


def formula_card(facts: Facts, iso3: str, as_of: int = 2024) -> Card:
    """Stances of one country by the formula alone, whatever the brief says of it."""
    table = _table()
    signals = _signals(facts, iso3, as_of)
    extra = 0.0 if _aid_trusted(facts, iso3, as_of) else _scale("unknown_aid_sd")
    card: Card = {}
    for name, formula in table["formulas"].items():
        early = name == "russia_threat" and as_of < _scale("invasion_year")
        shift = -_scale("invasion_step") if early else 0.0
        card[name] = _by_formula(formula, signals, shift, extra)
        signals[name] = Signal(card[name].value, card[name].sources)
    return card


def stance_holders() -> tuple[str, ...]:
    """The 36 governments with a full card: allies, the United States, the four partners."""
    groups = ("nato", "us", "ap4")
    return tuple(iso3 for iso3, group in _groups().items() if group in groups)


def judgement_table() -> dict[str, dict[str, float]]:
    """The judgements the weights were fitted to, by country and stance [0-1]."""
    names = ("china_hardness", "russia_threat", "asia_role", "china_engagement")
    cells = _table()["judgement"]["cells"]
    return {iso3: dict(zip(names, row, strict=True)) for iso3, row in cells.items()}


def _card(facts: Facts, iso3: str, as_of: int) -> Card:
    card = formula_card(facts, iso3, as_of)
    for section in ("fixed", "judged"):
        for name, row in _table()[section].get(iso3, {}).items():
            if row["since"] <= as_of:
                card[name] = _cell(f"{iso3} {name}", row)
    return card


def _by_formula(
    formula: Mapping[str, Any], signals: Mapping[str, Signal], shift: float, extra_sd: float
) -> Stance:
    value = formula["start"] + shift
    parts, sources = [f"start {value:.2f}"], ["ASSUMPTION"]
    for name, row in formula["weights"].items():
        signal = signals[name]
        if signal.value == 0:
            continue
        value += row["weight"] * signal.value
        parts.append(f"{name} {signal.value:.2f} x {row['weight']:+.2f}")
        sources += [key for key in signal.sources if key not in sources]
    return Stance(
        value=round(min(HIGHEST, max(LOWEST, value)), DIGITS),
        sd=round(formula["sd"] + extra_sd, DIGITS),
        evidence="Formula: " + "; ".join(parts) + ".",
        sources=tuple(sources),
        grade="C",
        basis="formula",
    )


def _signals(facts: Facts, iso3: str, as_of: int) -> dict[str, Signal]:
    signals = {name: _flag(facts, iso3, fact, as_of) for name, fact in FLAGS.items()}
    return signals | {
        "coercion": _coercion(facts, iso3, as_of),
        "left_format": _left_format(facts, iso3, as_of),
        "ukraine_aid": _aid(facts, iso3, as_of),
        "near_russia": _near_russia(facts, iso3),
        "border_russia": _border_russia(facts, iso3),
        "exports_china": _exports(facts, iso3, as_of),
        "opinion": _opinion(facts, iso3, as_of),
        "pacific_partner": Signal(1.0 if _groups()[iso3] == "ap4" else 0.0),
        "spending_level": _spending_level(facts, iso3, as_of),
        "spending_change": _spending_change(facts, iso3, as_of),
    }


def _flag(facts: Facts, iso3: str, fact: str, as_of: int) -> Signal:
    rows = facts.history(iso3, fact, until=as_of)
    return Signal(rows[-1].value, rows[-1].sources) if rows else Signal(0.0)


def _coercion(facts: Facts, iso3: str, as_of: int) -> Signal:
    total, sources = 0.0, []
    for row in facts.history(iso3, "coercion_case", until=as_of):
        total += row.value * 0.5 ** ((as_of - row.year) / _scale("half_life_years"))
        sources += [key for key in row.sources if key not in sources]
    return Signal(min(1.0, total), tuple(sources))


def _left_format(facts: Facts, iso3: str, as_of: int) -> Signal:
    for fact in ("ceec_member", "bri_in_force"):
        rows = facts.history(iso3, fact, until=as_of)
        if rows and rows[-1].value == 0 and any(row.value == 1 for row in rows):
            return Signal(1.0, rows[-1].sources)
    return Signal(0.0)


def _aid_trusted(facts: Facts, iso3: str, as_of: int) -> bool:
    rows = facts.history(iso3, "ukraine_aid_share", until=as_of)
    return bool(rows) and rows[-1].sd is None


def _aid(facts: Facts, iso3: str, as_of: int) -> Signal:
    rows = facts.history(iso3, "ukraine_aid_share", until=as_of)
    if not rows:
        return Signal(_scale("aid_unknown"))
    row = rows[-1]
    low, high = _scale("aid_at_zero"), _scale("aid_at_one")
    return Signal(log(min(high, max(low, row.value)) / low) / log(high / low), row.sources)


def _near_russia(facts: Facts, iso3: str) -> Signal:
    row = facts.get(iso3, "distance_moscow_km")
    far, near = _scale("russia_far_km"), _scale("russia_near_km")
    return Signal(log(far / min(far, max(near, row.value))) / log(far / near), row.sources)


def _border_russia(facts: Facts, iso3: str) -> Signal:
    row = facts.get(iso3, "border_russia_belarus")
    return Signal(row.value, row.sources)


def _exports(facts: Facts, iso3: str, as_of: int) -> Signal:
    row = facts.get(iso3, "exports_china_share", as_of)
    return Signal(min(1.0, row.value / _scale("exports_at_one")), row.sources)


def _opinion(facts: Facts, iso3: str, as_of: int) -> Signal:
    rows = facts.history(iso3, "pew_unfavourable_china", until=as_of)
    if not rows:
        return Signal(0.0)
    return Signal(rows[-1].value - _scale("opinion_centre"), rows[-1].sources)


def _spending_level(facts: Facts, iso3: str, as_of: int) -> Signal:
    row = facts.get(iso3, "defence_share", as_of)
    centre = _scale("spending_centre")
    return Signal(min(1.0, max(-1.0, row.value / centre - 1)), row.sources)


def _spending_change(facts: Facts, iso3: str, as_of: int) -> Signal:
    now = facts.get(iso3, "defence_share", as_of)
    before = facts.get(iso3, "defence_share", as_of - 5)
    change = (now.value - before.value) / _scale("spending_centre")
    return Signal(min(1.0, max(-1.0, change)), now.sources)


def _dated(where: str, rows: Mapping[str, Any], table: Mapping[str, Any], as_of: int) -> Card:
    card = {name: _cell(f"{where} {name}", row) for name, row in rows.items()}
    if as_of >= table["since"]:
        return card
    return {name: _early(cell, table["early_sd"]) for name, cell in card.items()}


def _early(cell: Stance, sd: float) -> Stance:
    text = f"Later view carried back: {cell.evidence}"
    return Stance(cell.value, max(sd, cell.sd), text, cell.sources, "C", "assumption")


def _cell(where: str, row: Mapping[str, Any]) -> Stance:
    place = f"{FILE.name}, {where}"
    if row["basis"] not in BASES or not 0 <= row["value"] <= 1 or row["sd"] <= 0:
        raise DataError(
            f"{place}: needs a basis of {', '.join(BASES)}, a value in 0-1, sd above 0."
        )
    sources = checked_sources(place, dict(row), basis=row["basis"])
    return Stance(row["value"], row["sd"], row["evidence"], sources, row["grade"], row["basis"])


@cache
def _groups() -> dict[str, str]:
    """The group of every actor by ISO code, in the order of play."""
    return {iso3: country.group for iso3, country in load_countries().items()}


def _scale(name: str) -> float:
    return float(_table()["scales"][name]["value"])


@cache
def _table() -> dict[str, Any]:
    return read_yaml(FILE)
