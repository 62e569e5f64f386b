"""Which values do parameters take together? The rows that calibration accepted, or a design."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np

from sim.data.posterior import CALIBRATED, load_posterior, posterior_rows
from sim.model.priors import Form
from sim.model.start import PRIOR
from sim.scenario.case import Case


@dataclass(frozen=True)
class Joint:
    """Values of some parameters, one row for each way they may be together.

    Attributes:
        rows: the values [row, column].
        column_of: column of each parameter.
        block_of: what the parameters share a row with: all of one block take the same one.
        repeats: 0 where each future draws its row; else how many futures in turn play a row.
    """

    rows: np.ndarray
    column_of: dict[str, int]
    block_of: dict[str, str]
    repeats: int = 0


NOTHING = Joint(np.zeros((1, 1)), {}, {})


def posterior_of(case: Case) -> Joint:
    """The accepted vectors, for a case that draws parameters from them."""
    if not any(row.prior.form == CALIBRATED for row in case.parameters.values()):
        return NOTHING
    names, rows = posterior_rows()
    blocks = {name: left.module for name, left in load_posterior().items()}
    return Joint(np.array(rows), {name: at for at, name in enumerate(names)}, blocks)


def prior_records(case: Case, joint: Joint | None = None) -> np.ndarray:
    """The prior of each parameter, with the number that addresses its luck.

    Args:
        case: the resolved scenario.
        joint: values that some parameters take together, those of the posterior if not given.
    """
    joint = joint or posterior_of(case)
    records = np.zeros(len(case.parameters), PRIOR)
    for record, parameter in zip(records, case.parameters.values(), strict=True):
        prior = parameter.prior
        if prior.form == CALIBRATED:
            record["form"] = Form.JOINT
            record["number"] = crc32(joint.block_of[parameter.name].encode())
            record["a"], record["b"] = joint.column_of[parameter.name], joint.repeats
            record["low"], record["high"] = 0, len(joint.rows)
            continue
        record["form"] = Form[prior.form.upper()]
        record["number"] = crc32(parameter.name.encode())
        record["a"], record["b"] = prior.a, prior.b
        record["low"], record["high"] = prior.low, prior.high
    return records
