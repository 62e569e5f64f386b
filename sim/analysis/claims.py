"""In which worlds does a difference hold, where does it reverse, where can it not be told?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison, Difference, Verdict
from sim.analysis.strongest import MATTERS, relative_size

if TYPE_CHECKING:
    from sim.analysis.played import WorldResult


@dataclass(frozen=True)
class Claim:
    """One measure on one path against the baseline, by world.

    Attributes:
        measure: its name.
        path: its name.
        better: worlds in which the path is distinguishably better.
        worse: worlds in which it is distinguishably worse.
        small: worlds in which they differ by under 1 % of the baseline, or not at all.
        unclear: worlds in which the two cannot be told apart with so many futures.
    """

    measure: str
    path: str
    better: tuple[str, ...]
    worse: tuple[str, ...]
    small: tuple[str, ...]
    unclear: tuple[str, ...]

    @property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Worlds by what may be said there, the empty ones left out."""
        names = ("better", "worse", "small", "unclear")
        return {name: worlds for name in names if (worlds := getattr(self, name))}

    @property
    def reverses(self) -> bool:
        """Better in one world and worse in another."""
        return bool(self.better) and bool(self.worse)


def claims(worlds: Sequence["WorldResult"]) -> list[Claim]:
    """Every measure and path followed through the worlds, in the order of the tables."""
    keys: dict[tuple[str, str], None] = {}
    for result in worlds:
        keys.update(dict.fromkeys(result.comparison.differences))
    return [_claim(measure, path, worlds) for measure, path in keys]


def _claim(measure: str, path: str, worlds: Sequence["WorldResult"]) -> Claim:
    said: dict[str, list[str]] = {"better": [], "worse": [], "small": [], "unclear": []}
    for result in worlds:
        difference = result.comparison.differences.get((measure, path))
        if difference is not None:
            said[_word(difference, result.comparison)].append(result.world)
    return Claim(measure, path, **{word: tuple(names) for word, names in said.items()})


def _word(difference: Difference, comparison: Comparison) -> str:
    if difference.verdict is Verdict.NO_DIFFERENCE:
        return "small"
    if not difference.distinguishable:
        return "unclear"
    if relative_size(difference, comparison) < MATTERS:
        return "small"
    return difference.verdict.value
