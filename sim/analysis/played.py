"""What came out of one panel, and of one world? What all later findings are read from."""

from dataclasses import dataclass

from sim.analysis.compare import Comparison
from sim.experiment.panels import Panel


@dataclass(frozen=True)
class PanelResult:
    """Every path in one panel, in the scenario's own world."""

    panel: Panel
    comparison: Comparison
    futures: int


@dataclass(frozen=True)
class WorldResult:
    """The key measures that are read in one panel, in one world."""

    world: str
    panel: Panel
    comparison: Comparison
    futures: int
