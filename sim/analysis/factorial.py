"""Do the parts of the packages help or hinder each other? Effects and interactions of 2x2x2."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.analysis.compare import Difference, differ
from sim.analysis.scores import scores

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.experiment.play import Outcome
    from sim.scenario.case import Case

FACTORS = 3


@dataclass(frozen=True)
class Effect:
    """A main effect or an interaction, half the contrast of the paths with and without it."""

    term: tuple[str, ...]
    difference: Difference

    @property
    def order(self) -> int:
        """1 for a main effect, 2 or 3 for an interaction."""
        return len(self.term)


def cells(case: "Case") -> dict[frozenset[str], str]:
    """The path of each combination of three parts, or nothing when one of the eight is missing.

    A path that combines others says which; the baseline is the combination of none.
    """
    atoms = {name: _atoms(case, name) for name in case.paths if name != case.baseline}
    found = {parts: name for name, parts in reversed(atoms.items())}
    singles = sorted({part for parts in found if len(parts) > 1 for part in parts})
    for three in combinations(singles, FACTORS):
        wanted = [frozenset(c) for n in range(1, FACTORS + 1) for c in combinations(three, n)]
        if all(combination in found for combination in wanted):
            return {frozenset(): case.baseline} | {key: found[key] for key in wanted}
    return {}


def effects(outcome: "Outcome", measures: Mapping[str, "Measure"]) -> list[Effect]:
    """Main effects and interactions on each measure, future by future; [] without eight paths."""
    eight = cells(outcome.case)
    if not eight:
        return []
    terms = sorted((key for key in eight if key), key=lambda key: (len(key), sorted(key)))
    rows = scores(outcome, measures)
    return [
        Effect(tuple(sorted(term)), _contrast(term, eight, name, rows[name], outcome, measure))
        for name, measure in measures.items()
        for term in terms
    ]


def _contrast(
    term: frozenset[str],
    eight: Mapping[frozenset[str], str],
    name: str,
    values: NDArray[np.float64],
    outcome: "Outcome",
    measure: "Measure",
) -> Difference:
    """Mean of the cells that count for the term minus the mean of those that count against."""
    plus = [0.0] * outcome.n_futures
    minus = [0.0] * outcome.n_futures
    for parts, path in eight.items():
        side = plus if (len(term) - len(parts & term)) % 2 == 0 else minus
        for future, value in enumerate(values[outcome.paths.index(path)].tolist()):
            side[future] += value / (len(eight) / 2)
    return differ(name, " x ".join(sorted(term)), plus, minus, measure.better)


def _atoms(case: "Case", name: str) -> frozenset[str]:
    parts = [part for part in case.paths[name].parts if part != case.baseline]
    if not parts:
        return frozenset([name])
    found: frozenset[str] = frozenset()
    for part in parts:
        found |= _atoms(case, part) if part in case.paths else frozenset([part])
    return found
