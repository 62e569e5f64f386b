"""Which values of a parameter can be meant at all, whatever is believed about it?

A rule that divides by a parameter, or takes the logarithm of it, cannot be played with 0. Such a
parameter has an open end in its domain: a number may come nearer to it than the plausible range
does, but only by a tenth of the way that the range leaves.
"""

from math import exp, inf

from sim.data.rows import Parameter, Prior

ENDS = {
    "any": (-inf, inf),
    "nonnegative": (0.0, inf),
    "positive": (0.0, inf),
    "share": (0.0, 1.0),
    "positive_share": (0.0, 1.0),
    "open_share": (0.0, 1.0),
}
OPEN_BELOW = ("positive", "positive_share", "open_share")
OPEN_ABOVE = ("open_share",)
SHARES = ("share", "probability", "0-1", "position (0-1)", "share of GDP", "share of allies")
UNBOUNDED = {"normal": (-inf, inf), "lognormal": (0.0, inf), "beta": (0.0, 1.0)}
NEARLY_ALL = 3  # standard deviations of the logarithm
NEAREST = 10  # part of the way to an open end that must be left


def derived_domain(unit: str, prior: Prior, plausible: tuple[float, float]) -> str:
    """The domain of a parameter whose row does not state one.

    Args:
        unit: of the parameter.
        prior: what is believed about it.
        plausible: its range in parameters.yaml [unit of the parameter].

    >>> derived_domain("share", Prior("uniform", low=0.2, high=0.4), (0.1, 0.5))
    'share'
    """
    low, high = UNBOUNDED.get(prior.form, (prior.low, prior.high))
    if prior.form == "constant":
        low, high = plausible
    if prior.form == "beta" or (unit in SHARES and low >= 0 and high <= 1):
        return "share"
    if low >= 0 and plausible[0] >= 0:
        return "nonnegative"
    return "any"


def possible_values(parameter: Parameter) -> tuple[float, float]:
    """Lowest and highest value that can be meant at all [unit of the parameter]."""
    low, high = _ends(parameter)
    least, most = parameter.range
    if parameter.domain in OPEN_BELOW:
        low = max(low, least / NEAREST)
    if parameter.domain in OPEN_ABOVE:
        high = min(high, 1 - (1 - most) / NEAREST)
    return low, high


def stays_possible(prior: Prior, parameter: Parameter) -> bool:
    """Whether a prior keeps to the values that can be meant.

    A lognormal or beta prior never reaches its ends, but may crowd them: a lognormal one where it
    is very wide, a beta where its shape number is below 1.

    Args:
        prior: what a file says about the parameter.
        parameter: its row.
    """
    least, most = possible_values(parameter)
    if prior.form not in UNBOUNDED:
        low, high = (prior.a, prior.a) if prior.form == "constant" else (prior.low, prior.high)
        return least <= low and high <= most
    (low, high), (lowest, highest) = UNBOUNDED[prior.form], _ends(parameter)
    if not (lowest <= low and high <= highest):
        return False
    if prior.form == "lognormal":
        return prior.a * exp(min(0.0, -NEARLY_ALL * prior.b)) >= least
    return (least <= low or prior.a >= 1) and (most >= high or prior.b >= 1)


def fits_domain(parameter: Parameter) -> bool:
    """Whether range and prior of a row lie in its domain, with room to an end that is open."""
    low, high = ENDS[parameter.domain]
    least, most = parameter.range
    room_below = least > low or parameter.domain not in OPEN_BELOW
    room_above = most < high or parameter.domain not in OPEN_ABOVE
    inside = low <= least and most <= high
    return inside and room_below and room_above and stays_possible(parameter.prior, parameter)


def _ends(parameter: Parameter) -> tuple[float, float]:
    """The ends of the domain, and where the row's own prior is cut."""
    low, high = ENDS[parameter.domain]
    if parameter.prior.form == "truncated_normal":
        low, high = max(low, parameter.prior.low), min(high, parameter.prior.high)
    return low, high
