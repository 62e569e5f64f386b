"""What does a future begin with? The shape of it; `sim/experiment/start.py` fills it."""

from typing import NamedTuple

import numpy as np

PRIOR = np.dtype(
    [
        ("form", np.int64),
        ("number", np.int64),
        ("a", np.float64),
        ("b", np.float64),
        ("low", np.float64),
        ("high", np.float64),
    ]
)


class Known(NamedTuple):
    """What the scenario gives of what would else be drawn.

    Attributes:
        growth: real growth of GDP, NaN where it is drawn [year, country], in the order of play.
        administrations: a member of `Administration`, -1 where it is drawn or stays [year].
        threats: what makes Russia a threat, in invasions of the size of 2022 [step].
    """

    growth: np.ndarray
    administrations: np.ndarray
    threats: np.ndarray


class Start(NamedTuple):
    """Everything that a future begins with; arrays are read and copied, never written.

    `countries` has the shape [path, country]: allies first, then the United States, the partners,
    China, Russia and Taiwan. `levers` has the shape [path, step].
    `joint` holds values that some parameters take together [row, column].
    """

    world: np.ndarray
    market: np.ndarray
    council: np.ndarray
    items: np.ndarray
    china: np.ndarray
    campaign: np.ndarray
    russia: np.ndarray
    united_states: np.ndarray
    ledger: np.ndarray
    turns: np.ndarray
    classes: np.ndarray
    countries: np.ndarray
    distance_km: np.ndarray
    levers: np.ndarray
    levers_before: np.ndarray
    known: Known
    priors: np.ndarray
    joint: np.ndarray
    paths: tuple[str, ...]
    parameters: tuple[str, ...]
    iso3: tuple[str, ...]
    steps: int
    n_allies: int
    n_governments: int

    @property
    def n_years(self) -> int:
        """How many calendar years are played, whole or in part."""
        first = int(self.world["start_index"][0])
        return (first + self.steps - 1) // 4 - first // 4 + 1
