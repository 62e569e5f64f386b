"""Which measures does a published condition leave, on the scenario file that plays it?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from sim.data.targets import targets_of
from sim.validation.draw import Draw, Outputs, played

if TYPE_CHECKING:
    from sim.experiment.play import Block
    from sim.model.start import Start

BY_COUNTRY = "gdp_loss_"


def measures_of(module: str) -> dict[str, list[str]]:
    """Which measures a module asks of which condition: names by condition, for calibration."""
    asked: dict[str, list[str]] = {}
    for row in targets_of(module):
        if row.condition and not row.held_out:
            asked.setdefault(row.condition, []).append(row.measure)
    return asked


def play_conditions(module: str, draw: Draw) -> Outputs:
    """Every measure that a module's targets ask of published conditions, by its key [future]."""
    found: Outputs = {}
    for condition, names in measures_of(module).items():
        for name, values in condition_of(condition, names, draw).items():
            found[f"{condition}.{name}"] = values
    return found


def condition_of(condition: str, names: Iterable[str], draw: Draw) -> Outputs:
    """Measures of one published condition, by name [future]."""
    wanted = tuple(dict.fromkeys(names))

    def read(start: "Start", block: "Block") -> Outputs:
        return {name: measure(start, block, name) for name in wanted}

    return played(draw.case(f"published/{condition}"), draw, read)


def measure(start: "Start", block: "Block", name: str) -> np.ndarray:
    """One measure in each future of a block; gdp_loss_ with a country code is that country's."""
    code = name.removeprefix(BY_COUNTRY)
    if name.startswith(BY_COUNTRY) and code in start.iso3:
        values: np.ndarray = block.bills["gdp_loss"][0, :, start.iso3.index(code)]
    else:
        values = block.ledger[name][0]
    return values.copy()
