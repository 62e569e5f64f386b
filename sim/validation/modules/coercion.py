"""Does Chinese coercion rarely work, and cost little?"""

import numpy as np

from sim.validation.draw import Draw, Outputs, ledger_of
from sim.validation.module import Module

PARAMETERS = ("concession_share", "coercion_cost_share")
PERCENT = 100.0


def play(draw: Draw) -> Outputs:
    """Share of coerced governments that give way, and the cost of a case without resilience."""
    found = ledger_of(draw.case("no_contingency"), draw, ("times_coerced", "concessions"))
    cases = found["times_coerced"]
    share = np.full(draw.futures, np.nan)
    share[cases > 0] = found["concessions"][cases > 0] / cases[cases > 0]
    costs = [PERCENT * p.coercion_cost_share for p in draw.samples(PARAMETERS)]
    return {"concessions": share, "coercion_cost": np.array(costs)}


def play_held_out(draw: Draw) -> Outputs:
    """Chance that Lithuania gives way, coerced as it was, with nobody's help."""
    return {"lithuania_concedes": np.array([p.concession_share for p in draw.samples(PARAMETERS)])}


MODULE = Module(
    name="coercion",
    meaning="Coercion of allies and partners in the years without a war over Taiwan.",
    parameters=PARAMETERS,
    play=play,
    play_held_out=play_held_out,
    repeats=3,
)
