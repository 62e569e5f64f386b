"""Which values did this study use, and where did each come from? The file resolved.yaml."""

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import yaml

from sim.results.identity import plain
from sim.scenario.quarters import quarter_after, show_quarter

if TYPE_CHECKING:
    from sim.scenario.case import Case, Path

DEFAULT = "default"
SCENARIO_FIELDS = ("name", "title", "question", "steps", "seed", "futures")
WORLD_FIELDS = ("knowledge", "baseline", "world")
SWITCHES = (
    *("us_retrenchment", "reinforcement_withheld", "ukraine_war", "ukraine_war_begins"),
    *("swings", "beliefs"),
)


def resolved_yaml(case: "Case") -> bytes:
    """Every value of the case with its origin, as YAML text."""
    text = yaml.safe_dump(
        resolved(case), sort_keys=False, allow_unicode=True, width=100, default_flow_style=False
    )
    return text.encode("utf-8")


def resolved(case: "Case") -> dict[str, Any]:
    """Every value of the case with its origin, as plain lists and dictionaries."""
    end = quarter_after(case.start, case.steps - 1)
    scenario = {
        field: _traced(case, getattr(case, field), field)
        for field in (*SCENARIO_FIELDS, *WORLD_FIELDS)
    }
    scenario["start"] = _traced(case, show_quarter(case.start), "start")
    scenario["end"] = _traced(case, show_quarter(end), "end")
    return {
        "scenario": scenario,
        "contingency": {
            field: _traced(case, value, f"contingency.{field}")
            for field, value in plain(dataclasses.asdict(case.contingency)).items()
        },
        "switches": {
            field: _traced(case, plain(getattr(case, field)), field) for field in SWITCHES
        },
        "history": {
            field: _traced(case, value, f"history.{field}", "history")
            for field, value in plain(dataclasses.asdict(case.history)).items()
        },
        "paths": {name: _path(case, path) for name, path in case.paths.items()},
        "parameters": {name: _parameter(case, name) for name in case.parameters},
    }


def origin_of(origins: Mapping[str, str], *keys: str, otherwise: str = DEFAULT) -> str:
    """Where a value was written: under the first key known, else the answer given.

    >>> origin_of({"world.parameters.a": "w.yaml:3"}, "parameters.a", "world.parameters.a")
    'w.yaml:3'
    """
    return next((origins[key] for key in keys if key in origins), otherwise)


def by_year(values: tuple[float, ...], start: tuple[int, int]) -> dict[int, float | list[float]]:
    """A lever's values by year: one number, or one for each quarter where they differ.

    >>> by_year((0.0, 0.0, 0.1, 0.1, 0.2, 0.2), (2024, 3))
    {2024: 0.0, 2025: [0.1, 0.1, 0.2, 0.2]}
    """
    years: dict[int, list[float]] = {}
    for step, value in enumerate(values):
        years.setdefault(quarter_after(start, step)[0], []).append(value)
    return {year: held[0] if len(set(held)) == 1 else held for year, held in years.items()}


def _traced(case: "Case", value: Any, *keys: str) -> dict[str, Any]:
    return {"value": value, "origin": origin_of(case.origins, *keys)}


def _path(case: "Case", path: "Path") -> dict[str, Any]:
    return {
        "meaning": path.meaning,
        "presence_countries": list(path.presence_countries),
        "levers": {
            lever: {
                "by_year": by_year(tuple(values), case.start),
                "origin": _lever_origin(case, path.name, lever),
                "citations": list(path.citations.get(lever, ())),
            }
            for lever, values in path.levers.items()
        },
    }


def _lever_origin(case: "Case", path: str, lever: str) -> str:
    key = f"paths[{path}].levers.{lever}"
    return origin_of(case.origins, key, otherwise="sim/data/levers.yaml, the 2024 value")


def _parameter(case: "Case", name: str) -> dict[str, Any]:
    row = plain(dataclasses.asdict(case.parameters[name]))
    row.pop("name")
    keys = (f"parameters.{name}", f"world.parameters.{name}")
    return {**row, "origin": origin_of(case.origins, *keys, otherwise="sim/data/parameters.yaml")}
