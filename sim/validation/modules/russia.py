"""Have Russian forces half recovered within the years that services and institutes name?"""

import numpy as np

from sim.rules.russia import reconstitution
from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module

PARAMETERS = ("reconstitution_years", "reconstitution_floor")
HALF = 0.5
MOST_QUARTERS = 120


def play(draw: Draw) -> Outputs:
    """Years from the end of the fighting until half of the forces have recovered."""
    names = (*PARAMETERS, "reconstitution_ln_sd")
    years = [
        next(
            quarter / 4
            for quarter in range(1, MOST_QUARTERS)
            if quarter == MOST_QUARTERS - 1
            or reconstitution(
                years=quarter / 4,
                median_years=p.reconstitution_years,
                ln_sd=p.reconstitution_ln_sd,
                floor=p.reconstitution_floor,
            )
            >= HALF
        )
        for p in draw.samples(names)
    ]
    return {"half_recovered": np.array(years)}


MODULE = Module(
    name="russia",
    meaning="Recovery of Russian forces after a ceasefire, with support to Ukraine as in 2024.",
    parameters=PARAMETERS,
    play=play,
)
