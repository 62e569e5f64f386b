"""Which value does each uncertain parameter take in a future?"""

from sim.model.draws import Decision, uniform
from sim.model.priors import prior_quantile


def sample_parameters(values, priors, seed, future):
    """Writes one value for each prior, by the address of seed, future and parameter."""
    for i in range(len(priors)):
        prior = priors[i]
        values[i] = prior_quantile(
            form=prior.form,
            a=prior.a,
            b=prior.b,
            low=prior.low,
            high=prior.high,
            u=uniform(seed, future, 0, prior.number, Decision.PARAMETER),
        )
