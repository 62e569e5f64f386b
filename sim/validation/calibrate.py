"""Which parameter vectors are not ruled out by what was published? History matching in waves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt

import numpy as np

from sim.data.load import Parameter, load_parameters
from sim.data.targets import Target, targets_of
from sim.experiment.joint import Joint
from sim.experiment.probes import value_below
from sim.model.draws import Decision, uniform
from sim.validation.draw import Draw
from sim.validation.implausible import within
from sim.validation.module import Module

VECTORS = 2000
ENOUGH = 200  # vectors that end the waves
MOST_KEPT = 400  # of those that are found
MOST_WAVES = 5
MARGIN = 0.05  # by which the box of a wave is wider than what is left so far
SURE = 1.63  # of the Kolmogorov-Smirnov distance times the root of n: one chance in a hundred


@dataclass(frozen=True)
class Wave:
    """One design: how many vectors it had, and how many no target rules out."""

    drawn: int
    kept: int


@dataclass(frozen=True)
class Calibration:
    """What calibration leaves of one part of the model.

    Attributes:
        module: its name.
        parameters: in the order of the columns.
        targets: keys of the figures that it was held against.
        waves: one after the other.
        rows: accepted vectors [vector, parameter], each in the unit of its parameter.
        places: the same as chances under the prior [vector, parameter; 0-1].
        constrained: by parameter, the keys of the figures that alone move it.
    """

    module: str
    parameters: tuple[str, ...]
    targets: tuple[str, ...]
    waves: tuple[Wave, ...]
    rows: np.ndarray
    places: np.ndarray
    constrained: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, tuple[str, ...]]:
        """The parameters that some figure moves, with those figures."""
        return {name: keys for name, keys in self.constrained.items() if keys}


Tell = Callable[[str, Wave, int], None]  # module, wave, its number


def calibrate(module: Module, vectors: int, seed: int, tell: Tell | None = None) -> Calibration:
    """The vectors of a module's parameters that none of its figures rules out.

    Each wave is a Latin hypercube within the box that the vectors accepted so far span. It ends
    with enough of them, or after five waves.

    Args:
        module: the part of the model; its figures for calibration are those of targets.csv.
        vectors: how many a wave has.
        seed: names designs and futures.
        tell: called after every wave.
    """
    priors = load_parameters()
    names = module.parameters
    rows = tuple(row for row in targets_of(module.name) if not row.held_out)
    low, high = np.zeros(len(names)), np.ones(len(names))
    places, waves = np.zeros((0, len(names))), []
    constrained: dict[str, tuple[str, ...]] = {}
    for number in range(MOST_WAVES):
        design = latin_hypercube(vectors, low, high, seed, number)
        passes = allowed(module, design, rows, seed)
        constrained = constrained or moved_by(names, design, passes)
        kept = design[np.all(list(passes.values()), axis=0)]
        places = np.concatenate([places, kept])
        waves.append(Wave(vectors, len(kept)))
        if tell:
            tell(module.name, waves[-1], number + 1)
        if len(places) >= ENOUGH:
            break
        if len(places):
            low = np.maximum(0.0, places.min(axis=0) - MARGIN)
            high = np.minimum(1.0, places.max(axis=0) + MARGIN)
    places = places[:MOST_KEPT]
    values = values_at([priors[name] for name in names], places)
    keys = tuple(row.key for row in rows)
    return Calibration(module.name, names, keys, tuple(waves), values, places, constrained)


def allowed(
    module: Module, design: np.ndarray, rows: tuple[Target, ...], seed: int
) -> dict[str, np.ndarray]:
    """Whether each vector of a design is not ruled out by each figure [vector], by its key."""
    priors = load_parameters()
    values = values_at([priors[name] for name in module.parameters], design)
    joint = Joint(
        rows=values,
        column_of={name: at for at, name in enumerate(module.parameters)},
        block_of=dict.fromkeys(module.parameters, module.name),
        repeats=module.repeats,
    )
    draw = Draw(len(design) * module.repeats, seed, "priors", joint)
    return within(module.play(draw), rows, module.repeats)


def latin_hypercube(
    vectors: int, low: np.ndarray, high: np.ndarray, seed: int, wave: int
) -> np.ndarray:
    """A design that visits every one of so many slices of each axis once [vector, axis].

    Args:
        vectors: how many.
        low: lower end of each axis [0-1].
        high: upper end of each axis [0-1].
        seed: names the design, with the wave.
        wave: its number.

    Basis: McKay, Beckman and Conover 1979.
    """
    design = np.zeros((vectors, len(low)))
    for axis in range(len(low)):
        address = [(seed, vector, wave, axis) for vector in range(vectors)]
        order = np.argsort([uniform(*at, Decision.DESIGN_ORDER) for at in address], kind="stable")
        inside = np.array([uniform(*at, Decision.DESIGN_PLACE) for at in address])
        place = (np.argsort(order, kind="stable") + inside) / vectors
        design[:, axis] = low[axis] + place * (high[axis] - low[axis])
    return design


def values_at(parameters: list[Parameter], places: np.ndarray) -> np.ndarray:
    """The values that parameters have at places of their priors [vector, parameter]."""
    values = np.zeros(places.shape)
    for column, parameter in enumerate(parameters):
        for row, place in enumerate(places[:, column].tolist()):
            values[row, column] = value_below(parameter, place)
    return values


def moved_by(
    names: tuple[str, ...], design: np.ndarray, passes: dict[str, np.ndarray]
) -> dict[str, tuple[str, ...]]:
    """By parameter, the figures that alone leave other vectors than chance would.

    Args:
        names: parameters in the order of the columns.
        design: the first wave, spread evenly [vector, parameter].
        passes: by figure, whether each vector is not ruled out [vector].
    """
    return {
        name: tuple(
            key
            for key, kept in passes.items()
            if 0 < kept.sum() < len(kept) and distance(design[kept, at]) * sqrt(kept.sum()) > SURE
        )
        for at, name in enumerate(names)
    }


def distance(places: np.ndarray) -> float:
    """Largest difference between the share of places below a value and that value [0-1].

    >>> distance(np.array([0.25, 0.75]))
    0.25
    """
    ordered, n = np.sort(places), len(places)
    above = np.arange(1, n + 1) / n - ordered
    below = ordered - np.arange(n) / n
    return float(max(above.max(), below.max()))
