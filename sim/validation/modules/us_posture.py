"""Is the United States the less expected to fight the more ambiguous the act?"""

import numpy as np

from sim.rules.posture import us_fights_probability
from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module

STAYS_OUT = {
    "us_fights_invasion": "us_entry_never_share",
    "us_fights_blockade": "us_stays_out_of_blockade",
    "us_fights_quarantine": "us_stays_out_of_quarantine",
}


def play(draw: Draw) -> Outputs:
    """Chance that the United States fights, by act, with the will of 2024."""
    drawn = draw.samples((*STAYS_OUT.values(), "us_will_effect"))
    return {
        name: np.array(
            [
                us_fights_probability(
                    stays_out=getattr(p, stays_out),
                    taiwan_will=0.5,
                    reference_will=0.5,
                    will_effect=p.us_will_effect,
                )
                for p in drawn
            ]
        )
        for name, stays_out in STAYS_OUT.items()
    }


MODULE = Module(
    name="us_posture",
    meaning="Whether the US fights for Taiwan, by act, under the administration of 2024.",
    parameters=(),
    play=play,
)
