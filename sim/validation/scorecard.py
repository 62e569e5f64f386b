"""What was published, what does the model give, and is it a hit, a near-miss or a miss?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sim.analysis.published import verdict
from sim.analysis.spread import mean, nine_in_ten, reached
from sim.data.targets import TOLERANCE_RATIO, Target, targets_of
from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module
from sim.validation.scoring import root_mean_square

HIT, NEAR, MISS = "hit", "near-miss", "miss"
HELD_OUT, OUT_OF_SCOPE, NOT_REACHED = "held out", "out of scope", "not reached"
WORST_FIRST = (MISS, NOT_REACHED, NEAR, HIT)


@dataclass(frozen=True)
class Score:
    """One figure and what the model gives for it.

    Attributes:
        row: the figure.
        given: mean over futures, or root mean square error of a series; None where none is told.
        low: lower end of nine in ten futures; None for a series.
        high: upper end likewise.
        means: of a series, the mean of every year.
        verdict: one of the words above.
    """

    row: Target
    given: float | None
    low: float | None
    high: float | None
    means: tuple[float, ...]
    verdict: str


def score_module(module: Module, draw: Draw, held_out: bool = False) -> list[Score]:
    """The score of every figure of a module; those held out have one only where it is asked.

    Args:
        module: the part of the model.
        draw: the futures.
        held_out: whether to score those, and only those, that are held out.
    """
    play = module.play_held_out if held_out else module.play
    values = play(draw) if play else {}
    return [
        score(row, values) if row.held_out == held_out else _hidden(row)
        for row in targets_of(module.name)
        if row.held_out or not held_out
    ]


def _hidden(row: Target) -> Score:
    """A figure that is scored once, and not now."""
    return Score(row, None, None, None, (), HELD_OUT if row.values else OUT_OF_SCOPE)


def score(row: Target, values: Outputs) -> Score:
    """The score of one figure.

    Args:
        row: the figure.
        values: of each future, by the key of the figure.
    """
    if not row.values:
        return _hidden(row)
    if row.is_series:
        return _score_series(row, values[row.key])
    given = reached(values[row.key].tolist())
    known = nine_in_ten(given)
    if known is None:
        return Score(row, None, None, None, (), NOT_REACHED)
    low, middle, high = known
    if row.banded:
        told = HIT if low <= row.values[0] <= high else MISS
    else:
        told = verdict(middle, row.low, row.high)
    if set(given) <= {0.0, 1.0}:  # a share of futures: it has no band
        return Score(row, middle, None, None, (), told)
    return Score(row, middle, low, high, (), told)


def _score_series(row: Target, values: np.ndarray) -> Score:
    means = tuple(mean(values[:, year].tolist()) for year in range(values.shape[1]))
    error = root_mean_square([a - b for a, b in zip(means, row.values, strict=True)])
    told = HIT if error <= row.high else NEAR if error <= TOLERANCE_RATIO * row.high else MISS
    return Score(row, error, None, None, means, told)


def by_target(scores: Sequence[Score]) -> dict[str, str]:
    """The verdict of every target: that of its worst figure among those that were scored."""
    verdicts: dict[str, list[str]] = {}
    for one in scores:
        if one.verdict in WORST_FIRST:
            verdicts.setdefault(one.row.target, []).append(one.verdict)
    return {target: min(told, key=WORST_FIRST.index) for target, told in verdicts.items()}


Tell = Callable[[str, int, int], None]  # module, how many are done, of how many


def score_all(
    found: dict[str, Module], draw: Draw, held_out: bool = False, tell: Tell | None = None
) -> list[Score]:
    """The scores of all modules, in the order of targets.csv.

    Args:
        found: the parts of the model.
        draw: the futures.
        held_out: whether to score what is held out instead.
        tell: called before each module.
    """
    scores: list[Score] = []
    for done, (name, module) in enumerate(found.items()):
        if tell:
            tell(name, done, len(found))
        scores += score_module(module, draw, held_out)
    return scores
