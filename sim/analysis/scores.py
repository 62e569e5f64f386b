"""Which measures apply to this study, and what did each run score?"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.experiment.play import Outcome
    from sim.scenario.case import Case


def applicable(measures: Mapping[str, "Measure"], case: "Case") -> dict[str, "Measure"]:
    """The measures that can be scored: of a war where one may open, of a choice where one is left.

    A measure that needs China's decision is fixed by the scenario in every other panel.
    """
    kind = case.contingency.kind
    war = kind != "none"
    return {
        name: row
        for name, row in measures.items()
        if (war or not row.needs_contingency)
        and (decides(case) or not row.needs_decision)
        and (not row.kinds or kind in row.kinds)
    }


def decides(case: "Case") -> bool:
    """Whether China decides in this case, so that deterrence can show."""
    return case.contingency.kind == "endogenous"


def fixed_measures(case: "Case") -> list["Measure"]:
    """Headline measures that are fixed by the scenario: China's choice where it has none."""
    from sim.analysis.measures import MEASURES

    rows = MEASURES.values()
    return [row for row in rows if row.headline and row.needs_decision and not decides(case)]


def scores(outcome: "Outcome", measures: Iterable[str]) -> dict[str, NDArray[np.float64]]:
    """What every run scored on the named measures [path, future]; NaN where not reached."""
    return {name: outcome.measures[name] for name in measures}


def failed_runs(scored: Mapping[str, NDArray[np.float64]]) -> int:
    """Runs in which a measure is infinite; NaN means "not reached" and is no failure.

    >>> failed_runs({"a": np.array([[1.0, np.inf]]), "b": np.array([[np.nan, np.inf]])})
    1
    """
    broken = [np.isinf(values) for values in scored.values()]
    return int(np.logical_or.reduce(broken).sum()) if broken else 0
