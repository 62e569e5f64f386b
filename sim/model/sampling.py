"""Which value does each uncertain parameter take in a future?"""

from sim.model.draws import Decision, uniform
from sim.model.priors import Form, prior_quantile


def sample_parameters(values, priors, joint, seed, future):
    """Writes one value for each prior, by the address of seed, future and parameter.

    Parameters that were calibrated together take theirs from one row of the table `joint`.
    """
    for i in range(len(priors)):
        prior = priors[i]
        if prior.form == Form.JOINT:
            values[i] = joint[joint_row(prior, seed, future)][int(prior.a)]
        else:
            values[i] = prior_quantile(
                form=prior.form,
                a=prior.a,
                b=prior.b,
                low=prior.low,
                high=prior.high,
                u=uniform(seed, future, 0, prior.number, Decision.PARAMETER),
            )


def joint_row(prior, seed, future):
    """The row that a future takes its values from: `low` is the first of the block, `high` its end.

    Where `b` is not 0 the table is a design, and `b` futures in a row play the same row.
    """
    first = int(prior.low)
    rows = int(prior.high) - first
    if prior.b > 0:
        return first + future // int(prior.b) % rows
    return first + int(uniform(seed, future, 0, prior.number, Decision.JOINT_ROW) * rows)
