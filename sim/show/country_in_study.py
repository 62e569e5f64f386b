"""What does a study mean for one country, path by path?"""

import csv
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sim.analysis.wording import decimals_for, number, plain_text, scale_of
from sim.data.load import load_countries
from sim.model.fields.books import BILL_FIELDS
from sim.results.folder import DAMAGED, StudyError
from sim.results.repeat import case_of, check_fields
from sim.results.screen import grid
from sim.results.study import Study, read_study
from sim.show.layout import page, wrapped
from sim.show.us_forces import LEFT, us_forces, us_forces_text
from sim.show.votes import votes_in_study, votes_text

Row = dict[str, Any]

COUNTS = ("cases", "drafts")  # units of which there is no half, save for a mean

TABLE = "countries.csv"
COLUMNS = ("quantity", "unit", "path", "country", "median", "low_5", "high_95")


def country_in_study(folder: Path, iso3: str) -> Row:
    """What each path of a study costs a country and does to it, and how the country votes on it.

    Every quantity has its median and 90 % range by path.

    Args:
        folder: the study.
        iso3: three-letter code of the country.

    Raises:
        StudyError: exit code 7, when the study is damaged or says nothing about the country.
    """
    study = read_study(folder)
    check_fields(study)
    quantities: dict[str, Row] = {}
    for line in _lines(study):
        if line["country"] == iso3:
            row = quantities.setdefault(line["quantity"], _quantity(line))
            row["paths"][line["path"]] = {
                name: _value(line[name], study) for name in ("median", "low_5", "high_95")
            }
    if not quantities:
        raise StudyError(f"{folder} says nothing about {iso3}.", DAMAGED)
    names = ("study", "scenario", "seed", "futures")
    case = case_of(study)
    return {name: study.manifest[name] for name in names} | {
        "iso3": iso3,
        "as_of": case.start[0],
        "quantities": quantities,
        "us_forces": us_forces(iso3, case.start[0]),
        "votes": votes_in_study(case, iso3, study.manifest["futures"]),
    }


def _lines(study: Study) -> Iterator[dict[str, str]]:
    if TABLE not in study.manifest["files"]:
        raise StudyError(f"{study.folder} has no table of countries.", DAMAGED)
    with (study.folder / TABLE).open(encoding="utf-8", newline="") as handle:
        lines = csv.DictReader(handle)
        if tuple(lines.fieldnames or ()) != COLUMNS:
            raise StudyError(f"{study.folder / TABLE} has other columns: it is older.", DAMAGED)
        for line in lines:
            if None in line or None in line.values():
                raise StudyError(f"{study.folder / TABLE}, line {lines.line_num}: broken.", DAMAGED)
            yield line


def _quantity(line: dict[str, str]) -> Row:
    meanings = {field.name: field.meaning for field in BILL_FIELDS}
    name = line["quantity"]
    return {
        "meaning": meanings.get(name, name.replace("_", " ")),
        "unit": line["unit"],
        "paths": {},
    }


def _value(text: str, study: Study) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        raise StudyError(f"{study.folder / TABLE} holds '{text}'.", DAMAGED) from None


def country_in_study_text(row: Row) -> str:
    """The same as tables, with one column for each path, and then the votes.

    Args:
        row: what `country_in_study` found.
    """
    country = load_countries()[row["iso3"]]
    head = (
        f"What it means for {country.name} in the study {plain_text(row['scenario'])} "
        f"({row['futures']:,} futures): median [range of nine futures in ten]"
    )
    return page(
        wrapped(head),
        [_table(row, [name for name in _known(row) if name not in LEFT])],
        *us_forces_text(row["us_forces"], country.name, country.group, _table(row, LEFT)),
        *votes_text(row["votes"], country.name),
    )


def _known(row: Row) -> Iterator[str]:
    """The quantities that the model keeps for this country."""
    for name, quantity in row["quantities"].items():
        if any(path["median"] is not None for path in quantity["paths"].values()):
            yield name


def _table(row: Row, names: Iterable[str]) -> str:
    """Some quantities, one a line, with a column for each path."""
    quantities = [row["quantities"][name] for name in names]
    paths = list(dict.fromkeys(path for quantity in quantities for path in quantity["paths"]))
    lines = [
        (
            plain_text(f"{quantity['meaning']} ({scale_of(quantity['unit']).level})"),
            {path: _cells(quantity, path) for path in paths},
        )
        for quantity in quantities
    ]
    return grid(paths, lines, width=12)


def _cells(quantity: Row, path: str) -> list[str]:
    factor = scale_of(quantity["unit"]).factor
    found = quantity["paths"].get(path, {})
    values = [found.get(name) for name in ("median", "low_5", "high_95")]
    median, low, high = (math.nan if value is None else value * factor for value in values)
    if math.isnan(median):
        return ["-"]
    places = 0 if quantity["unit"] in COUNTS else decimals_for(max(abs(low), abs(high)))
    return [number(median, places), f"[{number(low, places)}, {number(high, places)}]"]
