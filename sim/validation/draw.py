"""On which futures is a part of the model played, and with which parameters?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from sim.data.load import Parameter, Prior, load_parameters
from sim.data.posterior import CALIBRATED, with_posterior
from sim.experiment.joint import Joint, posterior_of, prior_records
from sim.experiment.start import build_start
from sim.model.sampling import sample_parameters
from sim.model.state import State, attributes
from sim.scenario.case import Case
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve

if TYPE_CHECKING:
    from sim.experiment.play import Block
    from sim.model.start import Start

BLOCK = 500  # futures whose whole record is in memory at a time

Outputs = dict[str, np.ndarray]  # [future], or [future, year] for a series


@dataclass(frozen=True)
class Draw:
    """Futures, and what is believed in them.

    Attributes:
        futures: how many are played.
        seed: names them.
        beliefs: "posterior" or "priors".
        joint: a design of parameter vectors, in calibration; the rest follows the priors.
    """

    futures: int
    seed: int = 1
    beliefs: str = "posterior"
    joint: Joint | None = None

    def parameters(self) -> dict[str, Parameter]:
        """Every parameter with what is believed about it."""
        rows = load_parameters()
        if self.joint is not None:
            columns = self.joint.column_of
            designed = Prior(CALIBRATED)
            return {
                name: replace(row, prior=designed) if name in columns else row
                for name, row in rows.items()
            }
        return with_posterior(rows) if self.beliefs == "posterior" else rows

    def case(self, file: str) -> Case:
        """A shipped scenario on its baseline path, with these beliefs.

        Args:
            file: below the folder of scenarios, without its ending.
        """
        case = _resolved(file)
        rows, believed = load_parameters(), self.parameters()
        own = {
            name: row
            for name, row in case.parameters.items()
            if row.prior.form != CALIBRATED and row.prior != rows[name].prior
        }
        path = {case.baseline: case.paths[case.baseline]}
        return replace(case, paths=path, seed=self.seed, parameters=believed | own)

    def samples(self, names: Iterable[str]) -> list[State]:
        """The named parameters in each future; each has the value it has in a whole game."""
        believed = self.parameters()
        some = {name: believed[name] for name in names}
        case = replace(_resolved("no_contingency"), parameters=some)
        joint = self.joint or posterior_of(case)
        priors = [State(**attributes(row)) for row in prior_records(case, joint)]
        table, drawn = joint.rows.tolist(), []
        for future in range(self.futures):
            values = [0.0] * len(priors)
            sample_parameters(values, priors, table, self.seed, future)
            drawn.append(State(**dict(zip(some, values, strict=True))))
        return drawn


_CASES: dict[str, Case] = {}


def _resolved(file: str) -> Case:
    """A shipped scenario, read once in a process."""
    folder = shipped_folder()
    if folder is None:
        raise FileNotFoundError("the scenarios that come with the program are not there")
    if file not in _CASES:
        _CASES[file] = resolve(folder / f"{file}.yaml")
    return _CASES[file]


def played(
    case: Case, draw: Draw, read: Callable[["Start", "Block"], Outputs], kept: int | None = 0
) -> Outputs:
    """What a case leaves in each future, read block by block so that memory stays small.

    Args:
        case: what is played, on one path.
        draw: how many futures, and the design if there is one.
        read: takes what is wanted out of a block of futures.
        kept: of how many futures of each block the countries' years are kept; None: of all.
    """
    from sim.experiment.play import play_start

    start = build_start(case, joint=draw.joint)
    parts = [
        read(start, block)
        for block in play_start(
            start, 0, draw.futures, block=BLOCK, kept=draw.futures if kept is None else kept
        )
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def ledger_of(case: Case, draw: Draw, names: Iterable[str]) -> Outputs:
    """Measures of a case in each future, by name."""
    wanted = tuple(names)

    def read(start: "Start", block: "Block") -> Outputs:
        return {name: block.ledger[name][0].copy() for name in wanted}

    return played(case, draw, read)


def stand_in(**values: object) -> SimpleNamespace:
    """A part of the world with only what a behaviour reads."""
    return SimpleNamespace(**values)
