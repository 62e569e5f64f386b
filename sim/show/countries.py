"""Who is a country in the model, what does its government want, and which figures say so?"""

from dataclasses import asdict
from typing import Any

from sim.data.country_names import country_names
from sim.data.load import Fact, Facts, load_countries, load_facts
from sim.data.stances import Card, stance_cards, us_cards
from sim.scenario.prior_words import figure
from sim.show.layout import bar, columns, page, wrapped
from sim.show.stances import STANCES

Row = dict[str, Any]

GROUPS = {
    "nato": "NATO ally",
    "us": "NATO ally, plays both theatres",
    "ap4": "Indo-Pacific partner (AP4)",
    "china": "the challenger in Asia",
    "russia": "the challenger in Europe",
    "taiwan": "the place of the contingency",
}
FEW = 3  # rows of one fact that are all shown
FIRST = (  # what a reader asks first; the other facts follow as they stand in the data
    "defence_share",
    "defence_share_later_edition",
    "defence_usd_bn_2015",
    "equipment_share",
    "gdp_usd_bn_2015",
    "gdp_trend_growth",
    "trade_china_share",
    "exports_china_share",
    "imports_taiwan_share",
)
YES_OR_NO = {0.0: "no", 1.0: "yes"}


def listing() -> list[Row]:
    """Every country of the roster, in the order of play."""
    return [asdict(country) for country in load_countries().values()]


def listing_text(rows: list[Row]) -> str:
    """The countries, one a line."""
    cells = [(row["iso3"], row["name"], _group(row)) for row in rows]
    return page(["Countries (sim show country CODE for more)"], columns(cells))


def _group(row: Row) -> str:
    return str(GROUPS.get(row["group"], row["group"]))


def keys() -> dict[str, str]:
    """What a country may be called, by code or by name, and its code."""
    return country_names()


def one(iso3: str, as_of: int = 2024) -> Row:
    """A country with its stances and every figure about it.

    Args:
        iso3: three-letter code.
        as_of: year in which the stances are read.
    """
    facts = load_facts()
    names = dict.fromkeys(fact.fact for fact in facts.rows if fact.country == iso3)
    return asdict(load_countries()[iso3]) | {
        "as_of": as_of,
        "stances": [
            _stance(kind, name, card) for kind, card in _cards(facts, iso3, as_of) for name in card
        ],
        "facts": {
            name: [fact_row(fact) for fact in reversed(facts.history(iso3, name))] for name in names
        },
    }


def _cards(facts: Facts, iso3: str, as_of: int) -> list[tuple[str, Card]]:
    """The cards of a country; the United States has one for each kind of administration."""
    if iso3 == "USA":
        return list(us_cards(facts, as_of).items())
    cards = stance_cards(facts, as_of)
    return [("", cards[iso3])] if iso3 in cards else []


def _stance(kind: str, name: str, card: Card) -> Row:
    said = {"administration": kind, "stance": name, "meaning": STANCES.get(name, "")}
    return said | asdict(card[name])


def fact_row(fact: Fact) -> Row:
    """A figure without its country and name, which stand above it."""
    row = {key: value for key, value in asdict(fact).items() if key not in ("country", "fact")}
    return row | {"source": list(fact.sources)}


def one_text(row: Row) -> str:
    """The page of one country."""
    who = f"{row['name']} ({row['iso3']}): {_group(row)}"
    return page([who], *_stance_blocks(row), _fact_lines(row["facts"]))


def _stance_blocks(row: Row) -> list[list[str]]:
    if not row["stances"]:
        return [["No stance card: the rules move this actor without one."]]
    head = (
        f"What the government wants, as of {row['as_of']}, from 0 to 1: '#' is the value, '=' one "
        "standard deviation (sd) to either side"
    )
    kinds = dict.fromkeys(stance["administration"] for stance in row["stances"])
    blocks = [wrapped(head)]
    for kind in kinds:
        title = [f"Administration: {kind.replace('_', ' ')}"] if kind else []
        own = [stance for stance in row["stances"] if stance["administration"] == kind]
        blocks.append(title + [line for stance in own for line in _stance_lines(stance)])
    return blocks


def _stance_lines(stance: Row) -> list[str]:
    label = stance["stance"].replace("_", " ")
    numbers = f"{stance['value']:.2f}, sd {stance['sd']:.2f}"
    said = f"{stance['basis']}, grade {stance['grade']}: {', '.join(stance['sources'])}"
    return [
        f"  {label:<22}{bar(stance['value'], stance['sd'])}  {numbers}",
        *wrapped(stance["meaning"], 6),
        *wrapped(f"Why: {stance['evidence']}", 6),
        *wrapped(f"[{said}]", 6),
    ]


def _fact_lines(facts: dict[str, list[Row]]) -> list[str]:
    lines = ["Figures: the latest, what it is, year; then grade, sources, note"]
    for name in sorted(facts, key=_place):
        rows = facts[name]
        shown = rows if len(rows) <= FEW or name.endswith("_case") else rows[:1]
        for row in shown:
            lines += figure_lines(name, row)
        if len(shown) < len(rows):
            first = rows[-1]
            lines.append(f"      {len(rows)} years; first: {first['value']:.6g} in {first['year']}")
    return lines


def _place(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def figure_lines(name: str, row: Row) -> list[str]:
    """A figure with its spread, unit and year, and below it who says so."""
    note = f"; {row['note']}" if row["note"] else ""
    said = f"[{row['grade']}: {', '.join(row['source'])}{note}]"
    return [f"  {name:<30}{_value(row)}", *wrapped(said, 6)]


def _value(row: Row) -> str:
    """The value with spread, unit and year; a year by itself, yes or no for 1 or 0."""
    if row["unit"] == "year":
        return f"{row['value']:.0f}"
    if row["unit"] == "0 or 1" and row["value"] in YES_OR_NO:
        return f"{YES_OR_NO[row['value']]}, {row['year']}"
    spread = f" (sd {figure(row['sd'])})" if row["sd"] is not None else ""
    return f"{row['value']:.6g}{spread} {row['unit']}, {row['year']}"
