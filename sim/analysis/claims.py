"""In which worlds does a difference hold, where does it reverse, where can it not be told?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.analysis.compare import Verdict

if TYPE_CHECKING:
    from sim.analysis.robustness import WorldResult

CLEAR = (Verdict.BETTER, Verdict.WORSE)


@dataclass(frozen=True)
class Claim:
    """One measure on one path against the baseline, by world.

    Attributes:
        measure: its name.
        path: its name.
        better: worlds in which the path is distinguishably better.
        worse: worlds in which it is distinguishably worse.
        unclear: worlds in which the two cannot be told apart or are the same.
    """

    measure: str
    path: str
    better: tuple[str, ...]
    worse: tuple[str, ...]
    unclear: tuple[str, ...]

    @property
    def one_sided(self) -> bool:
        """The same clear answer in every world."""
        return not self.unclear and not (self.better and self.worse)

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
    verdicts = {
        result.world: result.comparison.differences[measure, path].verdict
        for result in worlds
        if (measure, path) in result.comparison.differences
    }

    def those(*wanted: Verdict) -> tuple[str, ...]:
        return tuple(world for world, verdict in verdicts.items() if verdict in wanted)

    unclear = tuple(world for world, verdict in verdicts.items() if verdict not in CLEAR)
    return Claim(measure, path, those(Verdict.BETTER), those(Verdict.WORSE), unclear)
