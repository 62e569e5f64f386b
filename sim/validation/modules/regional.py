"""Is South-East Asia split about evenly, and does it move from year to year?"""

from typing import TYPE_CHECKING

import numpy as np

from sim.validation.draw import Draw, Outputs, played
from sim.validation.module import Module

if TYPE_CHECKING:
    from sim.experiment.play import Block
    from sim.model.start import Start

PARAMETERS = (
    *("narrative_own_rate", "narrative_fading_rate"),
    *("chinese_message_effect", "us_message_effect"),
)
QUARTERS = 4
FIRST_YEARS = 4


def play(draw: Draw) -> Outputs:
    """Share on the Chinese side in the first years, and its changes from year to year."""
    return played(draw.case("no_contingency"), draw, read)


def read(start: "Start", block: "Block") -> Outputs:
    """The same of a block of futures, at the end of every year."""
    first_end = QUARTERS - 1 - int(start.world["start_index"][0]) % QUARTERS
    yearly = block.snapshots["reception"][0][:, first_end::QUARTERS]
    return {
        "reception_china": 1 - yearly[:, :FIRST_YEARS].mean(axis=1),
        "reception_swing": np.diff(yearly, axis=1).std(axis=1),
    }


MODULE = Module(
    name="regional",
    meaning="South-East Asian elites between the two sides, 2024 to 2035, without a war.",
    parameters=PARAMETERS,
    play=play,
    repeats=3,
)
