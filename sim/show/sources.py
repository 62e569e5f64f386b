"""Who says so, and what rests on it?"""

from collections import Counter
from dataclasses import asdict
from typing import Any

from sim.data.load import load_facts, load_levers, load_parameters, load_sources
from sim.data.stances import stance_cards
from sim.show.layout import columns, field, page, wrapped

Row = dict[str, Any]


def listing() -> list[Row]:
    """Every source, in the order of sources.yaml."""
    return [asdict(source) for source in load_sources().values()]


def listing_text(rows: list[Row]) -> str:
    """The sources, one a line."""
    head = "Sources: key, grade, title (sim show source KEY for more, and for what rests on it)"
    cells = [(row["key"], row["grade"], row["title"]) for row in rows]
    return page([head], columns(cells))


def keys() -> dict[str, str]:
    """What a source may be called, and its key."""
    return {key: key for key in load_sources()}


def one(key: str) -> Row:
    """A source, with the names of all that rests on it."""
    used = Counter(_uses().get(key, []))
    return asdict(load_sources()[key]) | {"used_by": [f"{name} ({n})" for name, n in used.items()]}


def one_text(row: Row) -> str:
    """The page of one source."""
    names = ("publisher", "date", "where", "licence", "grade")
    fields = [line for name in names for line in field(name.capitalize(), str(row[name]))]
    used = "; ".join(row["used_by"]) or "nothing at present"
    return page([row["key"], *wrapped(row["title"], 2)], fields, field("Used by", used))


def cited(keys_cited: tuple[str, ...] | list[str]) -> list[str]:
    """The sources of a row, each with its grade, title and publisher."""
    known = load_sources()
    lines = []
    for key in keys_cited:
        source = known[key]
        text = f"{key} ({source.grade}): {source.title}. {source.publisher}, {source.date}"
        lines += wrapped(text, 4, 4)
    return ["  Sources", *lines] if lines else []


def _uses() -> dict[str, list[str]]:
    """For each source, the kinds of rows that cite it, once for each row."""
    uses: dict[str, list[str]] = {}
    facts = load_facts()
    for fact in facts.rows:
        _note(uses, fact.sources, f"fact {fact.fact}")
    for parameter in load_parameters().values():
        _note(uses, parameter.sources, f"parameter {parameter.name}")
    for lever in load_levers().values():
        _note(uses, lever.sources, f"lever {lever.name}")
    for card in stance_cards(facts).values():
        for name, stance in card.items():
            _note(uses, stance.sources, f"stance {name}")
    return uses


def _note(uses: dict[str, list[str]], keys_cited: tuple[str, ...], what: str) -> None:
    for key in keys_cited:
        uses.setdefault(key, []).append(what)
