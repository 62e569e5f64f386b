"""Does China see more success in a quarantine than in an invasion, and does clarity deter it?"""

from dataclasses import replace

import numpy as np

from sim.rules.curves import log
from sim.validation.draw import Draw, Outputs, ledger_of
from sim.validation.module import Module

ACTS = ("quarantine_success", "blockade_success", "invasion_success")


def play(draw: Draw) -> Outputs:
    """Success that China sees in each act at the start, and whether it falls in order."""
    seen = [tuple(getattr(p, act) for act in ACTS) for p in draw.samples(ACTS)]
    return {
        "success_ratio": np.array([row[0] / row[-1] for row in seen]),
        "success_in_order": np.array([float(a > b > c) for a, b, c in seen]),
    }


def play_held_out(draw: Draw) -> Outputs:
    """What it changes that China knows that the United States will fight."""
    case = draw.case("taiwan_endogenous")
    clear = replace(case.contingency, us_intervenes=True, us_entry_known=True)
    names = ("p_force", "p_crisis")
    unsure = ledger_of(case, draw, names)
    certain = ledger_of(replace(case, contingency=clear), draw, names)
    pairs = zip(certain["p_force"].tolist(), unsure["p_force"].tolist(), strict=True)
    return {
        "clarity_effect": np.array([log_odds(known) - log_odds(not_) for known, not_ in pairs]),
        "clarity_crisis": (certain["p_crisis"] > unsure["p_crisis"]).astype(float),
    }


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance between 0 and 1."""
    return log(chance / (1 - chance)) if 0 < chance < 1 else np.nan


MODULE = Module(
    name="china_choice",
    meaning="The success that China sees at the start, and the effect of US clarity on force.",
    parameters=(),
    play=play,
    play_held_out=play_held_out,
)
