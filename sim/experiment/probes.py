"""What if one uncertain number had this value in every future? The rest is drawn as before."""

import numpy as np

from sim.data.load import Parameter
from sim.data.posterior import CALIBRATED, accepted_quantile
from sim.experiment.play import play_start
from sim.experiment.start import build_start
from sim.model.priors import Form, prior_quantile
from sim.rules.curves import normal_cdf
from sim.scenario.case import Case

EDGE = 2.326347874  # standard deviations: 98 % of a normal prior lie within


class Probe:
    """A case whose parameters can be fixed one at a time, on a few futures."""

    def __init__(self, case: Case, futures: int) -> None:
        """Build the records once; only the priors change between plays."""
        self.case = case
        self.futures = futures
        self.start = build_start(case)
        self.plays = 0

    def play(self, name: str | None = None, value: float = 0.0) -> dict[str, np.ndarray]:
        """The ledger of every path, by measure [path, future].

        Args:
            name: the parameter that is fixed; None fixes nothing.
            value: its value [unit of the parameter].
        """
        start = self.start
        if name is not None:
            priors = start.priors.copy()
            row = priors[start.parameters.index(name)]
            row["form"], row["a"] = Form.CONSTANT, value
            start = start._replace(priors=priors)
        self.plays += 1
        parts = list(play_start(start, 0, self.futures))
        ledger = np.concatenate([part.ledger for part in parts], axis=1)
        return {field: ledger[field] for field in ledger.dtype.names or ()}


def value_at(parameter: Parameter, moved: float) -> float:
    """The value so many standard deviations of a normal from the middle of the prior.

    Args:
        parameter: its prior gives the value.
        moved: 0 is the median, 2.33 the upper end of the 98 % range [standard deviations].
    """
    return value_below(parameter, normal_cdf(moved))


def value_below(parameter: Parameter, chance: float) -> float:
    """The value that a parameter stays below with a chance [unit of the parameter].

    Args:
        parameter: its prior gives the value, or what calibration left of it.
        chance: strictly between 0 and 1.
    """
    prior = parameter.prior
    if prior.form == CALIBRATED:
        return accepted_quantile(parameter.name, chance)
    form = Form[prior.form.upper()]
    return prior_quantile(form, prior.a, prior.b, prior.low, prior.high, chance)
