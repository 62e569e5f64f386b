"""What did calibration leave of the priors? Summaries by parameter, and the accepted vectors.

Both files are written by `sim calibrate`. Without them every parameter keeps its prior.
"""

import csv
import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from sim.data.checks import DataError, read_yaml
from sim.data.rows import Parameter, Prior

FOLDER = Path(__file__).parent
SUMMARY = "posterior.yaml"
ROWS = "posterior.csv"
CALIBRATED = "calibrated"  # the form of a prior that is a column of the accepted vectors


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What is left of a parameter's prior [unit of the parameter].

    Attributes:
        module: part of the model whose targets it was held against.
        mean: of the accepted vectors.
        sd: likewise.
        low: smallest accepted value.
        high: largest accepted value.
        q05: value that one vector in twenty stays below.
        median: value that half of them stay below.
        q95: value that one vector in twenty exceeds.
        moved_by: keys of the published figures that alone move it.
    """

    module: str
    mean: float
    sd: float
    low: float
    high: float
    q05: float
    median: float
    q95: float
    moved_by: tuple[str, ...] = ()

    @property
    def prior(self) -> Prior:
        """The same as a prior: a is the mean, b the standard deviation."""
        return Prior(CALIBRATED, self.mean, self.sd, self.low, self.high)


@cache
def summary(folder: Path = FOLDER) -> dict[str, Any]:
    """How the vectors were found, and what is left; empty before the first calibration."""
    file = folder / SUMMARY
    return read_yaml(file) if file.exists() else {}


@cache
def load_posterior(folder: Path = FOLDER) -> dict[str, Calibrated]:
    """What calibration left, by parameter; empty before the first calibration."""
    return {
        name: Calibrated(
            module,
            **{key: float(value) for key, value in row.items()},
            moved_by=tuple(content["constrained"].get(name, ())),
        )
        for module, content in summary(folder).get("modules", {}).items()
        for name, row in content["parameters"].items()
    }


@cache
def posterior_rows(folder: Path = FOLDER) -> tuple[tuple[str, ...], tuple[tuple[float, ...], ...]]:
    """Names of the columns, and the accepted vectors.

    Raises:
        DataError: when the two files are not of one calibration.
    """
    content = (folder / ROWS).read_bytes()
    if hashlib.sha256(content).hexdigest() != summary(folder).get("rows"):
        raise DataError(f"{ROWS} and {SUMMARY} are not of one calibration; run `sim calibrate`.")
    names, *rows = csv.reader(content.decode("utf-8").splitlines())
    return tuple(names), tuple(tuple(float(value) for value in row) for row in rows)


@cache
def accepted_values(name: str) -> tuple[float, ...]:
    """The accepted values of a calibrated parameter, in rising order [its unit]."""
    names, rows = posterior_rows()
    column = names.index(name)
    return tuple(sorted(row[column] for row in rows))


def accepted_rank(name: str, value: float) -> float:
    """Share of the accepted vectors in which a parameter is lower, equal ones counted half [0-1].

    Args:
        name: of a calibrated parameter.
        value: one of its accepted values.
    """
    ordered = accepted_values(name)
    return (bisect_left(ordered, value) + bisect_right(ordered, value)) / (2 * len(ordered))


def accepted_quantile(name: str, share: float) -> float:
    """The value that a share of the accepted vectors stays below [unit of the parameter].

    Args:
        name: of a calibrated parameter.
        share: [0-1].
    """
    ordered = accepted_values(name)
    place = share * (len(ordered) - 1)
    below = min(int(place), len(ordered) - 2)
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def with_posterior(parameters: dict[str, Parameter]) -> dict[str, Parameter]:
    """The parameters, those that were calibrated with what is left of their priors.

    Args:
        parameters: as in `load_parameters`.
    """
    left = load_posterior()
    return {
        name: replace(row, prior=left[name].prior) if name in left else row
        for name, row in parameters.items()
    }
