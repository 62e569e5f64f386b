"""What does the simulator know, and who says so? Reads and checks the tables beside this file."""

from functools import cache
from math import inf
from pathlib import Path
from typing import Any

from sim.data.checks import DataError, check_fields, choice, entries, nearest, number, table, text
from sim.data.domains import ENDS, derived_domain, fits_domain, possible_values
from sim.data.rows import Country, Fact, Facts, Lever, Parameter, Prior, Source

__all__ = [
    "Country",
    "DataError",
    "Fact",
    "Facts",
    "Lever",
    "Parameter",
    "Prior",
    "Source",
    "load_countries",
    "load_facts",
    "load_levers",
    "load_parameters",
    "load_sources",
]

FOLDER = Path(__file__).parent
GRADES = ("A", "B", "C")
GROUPS = ("nato", "us", "ap4", "china", "russia", "taiwan")
PERIODS = ("year", "quarter", "day", "none")
ROLES = ("uncertainty", "constant", "benchmark")
BASES = ("measured", "estimated", "elicited", "assumption")
FORMS = {
    "normal": ("mean", "sd"),
    "truncated_normal": ("mean", "sd", "low", "high"),
    "lognormal": ("median", "ln_sd"),
    "beta": ("a", "b"),
    "uniform": ("low", "high"),
    "constant": ("value",),
}
OPTIONAL = ("id", "domain", "sources", "grade", "note")
BOUNDS = {"lognormal": (0.0, inf), "beta": (0.0, 1.0)}


def load_countries(file: Path = FOLDER / "countries.csv") -> dict[str, Country]:
    """The roster by ISO code, in file order, which is the order of play."""
    roster = {}
    for where, row in table(file, ("code", "iso3", "name", "group")):
        group = choice(where, row, "group", GROUPS)
        code = int(number(where, row, "code"))
        roster[row["iso3"]] = Country(code, row["iso3"], row["name"], group)
    return roster


def load_facts(file: Path = FOLDER / "facts.csv") -> Facts:
    """Every fact, checked: number, unit, year, grade, known sources, no row twice."""
    rows, seen = [], set()
    for where, row in table(file, tuple(Fact.__slots__)):
        fact = _fact(where, row)
        if (fact.country, fact.fact, fact.year) in seen:
            raise DataError(f"{where}: this country, fact and year stand in an earlier row too.")
        seen.add((fact.country, fact.fact, fact.year))
        rows.append(fact)
    return Facts(tuple(rows))


def load_sources(file: Path = FOLDER / "sources.yaml") -> dict[str, Source]:
    """Every source by its key."""
    names = tuple(Source.__slots__)[1:]
    found = {}
    for where, key, row in entries(file, names, required=names):
        texts = {name: str(row[name]) for name in names}
        found[key] = Source(key, **texts | {"grade": choice(where, row, "grade", GRADES)})
    return found


def load_parameters(file: Path = FOLDER / "parameters.yaml") -> dict[str, Parameter]:
    """Every parameter by name, in file order."""
    names = tuple(Parameter.__slots__)[1:]
    required = tuple(name for name in names if name not in OPTIONAL)
    rows = entries(file, names, required)
    return {name: _parameter(where, name, row) for where, name, row in rows}


@cache
def parameter_names() -> tuple[str, ...]:
    """The names of all parameters in file order, read once in a process."""
    return tuple(load_parameters())


def load_levers(file: Path = FOLDER / "levers.yaml") -> dict[str, Lever]:
    """Every lever by name, in file order."""
    names = tuple(Lever.__slots__)[1:]
    required = tuple(name for name in names if name not in ("sources", "note"))
    rows = entries(file, names, required)
    return {name: _lever(where, name, row) for where, name, row in rows}


def checked_sources(where: str, row: dict[str, Any], basis: str) -> tuple[str, ...]:
    """The source keys of a row; only an assumption may have none."""
    keys = row.get("sources") or []
    if not isinstance(keys, list):
        raise DataError(f"{where}: sources must be a list of keys, found {keys!r}.")
    if not keys and basis != "assumption":
        raise DataError(
            f"{where}: basis is '{basis}' but no source is named. "
            "Add a key of sources.yaml, or say basis: assumption."
        )
    for key in keys:
        _known_source(where, key)
    return tuple(keys)


def _parameter(where: str, name: str, row: dict[str, Any]) -> Parameter:
    basis = choice(where, row, "basis", BASES)
    low, high = _range(where, row["range"])
    prior = _prior(where, row["prior"])
    if not low <= prior.centre <= high:
        raise DataError(f"{where}: the prior centres on {prior.centre:g}, outside its range.")
    parameter = Parameter(
        name=name,
        id=row.get("id"),
        meaning=text(where, row, "meaning"),
        unit=text(where, row, "unit"),
        period=choice(where, row, "period", PERIODS),
        role=choice(where, row, "role", ROLES),
        prior=prior,
        range=(low, high),
        domain=_domain(where, row, prior, (low, high)),
        basis=basis,
        sources=checked_sources(where, row, basis),
        grade=choice(where, {"grade": "C"} | row, "grade", GRADES),
        note=str(row.get("note", "")),
    )
    _check_domain(where, parameter)
    return parameter


def _domain(where: str, row: dict[str, Any], prior: Prior, plausible: tuple[float, float]) -> str:
    if row.get("domain") is None:
        return derived_domain(text(where, row, "unit"), prior, plausible)
    return choice(where, row, "domain", tuple(ENDS))


def _check_domain(where: str, parameter: Parameter) -> None:
    """Range and prior of a row must lie in its domain, and leave room to an end that is open."""
    if not fits_domain(parameter):
        low, high = possible_values(parameter)
        raise DataError(
            f"{where}: range or prior leaves the domain '{parameter.domain}', "
            f"in which {low:g} to {high:g} is possible."
        )


def _lever(where: str, name: str, row: dict[str, Any]) -> Lever:
    basis = choice(where, row, "basis", BASES)
    low, value, high = (number(where, row, key) for key in ("low", "value_2024", "high"))
    if not low <= value <= high:
        raise DataError(f"{where}: value_2024 must lie between low and high.")
    return Lever(
        name=name,
        meaning=text(where, row, "meaning"),
        unit=text(where, row, "unit"),
        low=low,
        high=high,
        value_2024=value,
        at_zero=text(where, row, "at_zero"),
        at_2024=text(where, row, "at_2024"),
        at_one=text(where, row, "at_one"),
        price=text(where, row, "price"),
        sources=checked_sources(where, row, basis),
        basis=basis,
        note=str(row.get("note", "")),
    )


def _fact(where: str, row: dict[str, str]) -> Fact:
    for key in text(where, row, "source").split("; "):
        _known_source(where, key)
    return Fact(
        country=text(where, row, "country"),
        fact=text(where, row, "fact"),
        value=number(where, row, "value"),
        unit=text(where, row, "unit"),
        year=int(number(where, row, "year")),
        source=row["source"],
        grade=choice(where, row, "grade", GRADES),
        sd=number(where, row, "sd") if row["sd"] else None,
        note=row["note"],
    )


def _prior(where: str, row: Any) -> Prior:
    if not isinstance(row, dict) or row.get("form") not in FORMS:
        raise DataError(f"{where}: prior needs a form, one of {', '.join(FORMS)}; found {row!r}.")
    form, names = row["form"], FORMS[row["form"]]
    check_fields(f"{where}, prior", row, allowed=("form", *names), required=names)
    numbers = {name: number(f"{where}, prior", row, name) for name in names}
    low, high = BOUNDS.get(form, (-inf, inf))
    shape = [numbers[name] for name in names if name not in ("low", "high")] + [0.0, 0.0]
    prior = Prior(form, shape[0], shape[1], numbers.get("low", low), numbers.get("high", high))
    spread = prior.b if form in ("normal", "truncated_normal", "lognormal", "beta") else 1.0
    positive = form not in ("lognormal", "beta") or prior.a > 0
    if spread <= 0 or prior.low > prior.high or not positive:
        raise DataError(f"{where}: the prior {row} is not a distribution (spread, order or sign).")
    return prior


def _range(where: str, pair: Any) -> tuple[float, float]:
    if not isinstance(pair, list) or len(pair) != 2:
        raise DataError(f"{where}: range must be [lowest, highest], found {pair!r}.")
    ends = dict(zip(("lowest", "highest"), pair, strict=True))
    low, high = (number(f"{where}, range", ends, key) for key in ends)
    if low > high:
        raise DataError(f"{where}: range [{low:g}, {high:g}] runs downwards.")
    return low, high


def _known_source(where: str, key: str) -> None:
    if key not in _source_keys():
        near = nearest(str(key), _source_keys())
        raise DataError(f"{where}: source '{key}' is not a key of sources.yaml.{near}")


@cache
def _source_keys() -> frozenset[str]:
    return frozenset(load_sources())
