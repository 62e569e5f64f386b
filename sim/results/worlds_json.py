"""What did each world of a study believe? Kept beside the case, so that it can be played again."""

import dataclasses
import json
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sim.data.load import Prior

if TYPE_CHECKING:
    from sim.scenario.case import Case

WORLDS = "worlds.json"
WITHHELD = "reinforcement_withheld"
BOUNDS = {"inf": math.inf, "-inf": -math.inf}


def worlds_json(case: "Case", worlds: Mapping[str, "Case"]) -> bytes:
    """In which priors each world differs from the case, and what it withholds, as JSON text."""
    content = {name: _changes(case, other) for name, other in worlds.items()}
    return (json.dumps(content, indent=1, allow_nan=False) + "\n").encode("utf-8")


def read_worlds(content: bytes, case: "Case") -> dict[str, "Case"]:
    """The case in every world that a study kept.

    Args:
        content: what `worlds_json` wrote.
        case: the case of the same study.

    Raises:
        ValueError: when it is something else.
    """
    try:
        read = json.loads(content)
        return {str(name): _in_world(case, str(name), rows) for name, rows in read.items()}
    except (AttributeError, KeyError, TypeError, RecursionError) as problem:
        raise ValueError("it does not list worlds") from problem


def _changes(case: "Case", other: "Case") -> dict[str, Any]:
    priors = {
        name: {key: _bound(value) for key, value in dataclasses.asdict(row.prior).items()}
        for name, row in other.parameters.items()
        if row.prior != case.parameters[name].prior
    }
    return {"priors": priors, WITHHELD: other.reinforcement_withheld}


def _in_world(case: "Case", name: str, row: Mapping[str, Any]) -> "Case":
    changed = {
        key: replace(case.parameters[key], prior=_prior(written))
        for key, written in row["priors"].items()
    }
    withheld = None if row[WITHHELD] is None else float(row[WITHHELD])
    return replace(
        case,
        world=name,
        parameters={**case.parameters, **changed},
        reinforcement_withheld=withheld,
    )


def _prior(written: Mapping[str, Any]) -> Prior:
    numbers = {
        key: BOUNDS[value] if isinstance(value, str) else float(value)
        for key, value in written.items()
        if key != "form"
    }
    return Prior(str(written["form"]), **numbers)


def _bound(value: Any) -> Any:
    return str(value) if isinstance(value, float) and math.isinf(value) else value
