"""Which line stands under every chart, so that a slide can be traced to its study?"""

from typing import TYPE_CHECKING

from sim.analysis.wording import plain_text
from sim.results.evidence import weakest_grade
from sim.results.identity import Identity

if TYPE_CHECKING:
    from sim.scenario.case import Case

HONEST = "The model explores; it does not predict."


def footer(case: "Case", identity: Identity) -> str:
    """Futures, seed, scenario, world, study and the weakest evidence, on two lines."""
    same = ", the same for every path" if len(identity.paths) > 1 else ""
    return (
        f"{identity.futures:,} futures{same} | seed {identity.seed} | "
        f"scenario {plain_text(case.name)} | world {plain_text(case.world)} | "
        f"study {identity.short}\n"
        f"Weakest evidence used: grade {weakest_grade(case)} (A best, C weakest). {HONEST}"
    )
