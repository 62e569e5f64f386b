"""How does a part of the world stand as plain Python values, by name?

For the reference engine and for whatever looks at a game from outside; no Mesa is needed.
"""

from types import SimpleNamespace
from typing import Any

import numpy as np

from sim.model.sampling import sample_parameters
from sim.model.start import Start


class State(SimpleNamespace):
    """A part of the world that is no actor: time, market, campaign, ledger, parameters."""


def attributes(*records: np.void) -> dict[str, Any]:
    """Names and plain Python values of one or more records."""
    return {name: record[name].item() for record in records for name in record.dtype.names or ()}


def parameters_of(start: Start, seed: int, future: int) -> State:
    """The uncertain parameters of a future.

    Args:
        start: what the scenario begins with.
        seed: names the futures.
        future: number of the future.
    """
    values = [0.0] * len(start.parameters)
    priors = [State(**attributes(row)) for row in start.priors]
    sample_parameters(values, priors, start.joint.tolist(), seed, future)
    return State(**dict(zip(start.parameters, values, strict=True)))


def changed(part: SimpleNamespace, **values: Any) -> State:
    """A copy of a state with other values for some of its attributes."""
    return State(**vars(part) | values)
