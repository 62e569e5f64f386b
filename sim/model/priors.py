"""Which value does an uncertain parameter take? Inverse distribution functions, one number each.

A parameter's value in a future is the quantile at one addressed uniform draw. So future k of a seed
has the same parameters however many futures are played, in either engine.
"""

import enum
import math

from sim.rules.curves import clamp, exp, log, log_gamma, normal_cdf, normal_inverse, power

MOST_STEPS = 100
MOST_TERMS = 300
TERM_TOLERANCE = 3e-16
STEP_TOLERANCE = 1e-7  # relative; the next step would be of the order of its cube
SMALLEST_START = 1e-300
LARGEST_START = 0.9999999999999998


class Form(enum.IntEnum):
    """The shape of a prior. The numbers are stored in compiled tables: append, never renumber."""

    CONSTANT = 1
    UNIFORM = 2
    NORMAL = 3
    TRUNCATED_NORMAL = 4
    LOGNORMAL = 5
    BETA = 6
    JOINT = 7  # a column of a table whose rows were accepted together


def prior_quantile(form: int, a: float, b: float, low: float, high: float, u: float) -> float:
    """The value a prior stays below with chance u [unit of the parameter].

    Args:
        form: shape of the prior, a `Form`.
        a: constant value, mean (both normals), median (lognormal) or first beta parameter.
        b: standard deviation (both normals), that of the logarithm (lognormal), or second
            beta parameter; not used by the others.
        low: smallest value; used by uniform and truncated normal only, and finite there.
        high: largest value; likewise.
        u: probability, strictly between 0 and 1.

    >>> prior_quantile(Form.LOGNORMAL, 8.0, 0.5, 0.0, 0.0, 0.5)
    8.0
    """
    if form == Form.CONSTANT:
        return a
    if form == Form.UNIFORM:
        return low + u * (high - low)
    if form == Form.NORMAL:
        return a + b * normal_inverse(u)
    if form == Form.TRUNCATED_NORMAL:
        return truncated_normal_quantile(a, b, low, high, u)
    if form == Form.LOGNORMAL:
        return a * exp(b * normal_inverse(u))
    return beta_quantile(a, b, u)


def truncated_normal_quantile(mean: float, sd: float, low: float, high: float, u: float) -> float:
    """The value a normal quantity known to lie between two bounds stays below with chance u.

    Where both bounds lie above the mean it works in the mirror, and in the upper half it counts
    from above, because chances near 0 keep more digits than chances near 1.

    >>> truncated_normal_quantile(0.0, 1.0, -2.0, 2.0, 0.5)
    0.0
    """
    if low > mean or (u > 0.5 and high > mean):
        return -_lower_truncated_quantile(-mean, sd, -high, -low, 1.0 - u)
    return _lower_truncated_quantile(mean, sd, low, high, u)


def _lower_truncated_quantile(mean: float, sd: float, low: float, high: float, u: float) -> float:
    """The same, for bounds that do not both lie above the mean."""
    below = normal_cdf((low - mean) / sd)
    inside = normal_cdf((high - mean) / sd) - below
    chance = below + u * inside
    if chance > 0.5:
        above = normal_cdf((mean - high) / sd) + (1.0 - u) * inside
        return clamp(mean - sd * normal_inverse(above), low, high)
    return clamp(mean + sd * normal_inverse(chance), low, high)


def beta_quantile(a: float, b: float, u: float) -> float:
    """The share that a beta quantity stays below with chance u [0-1].

    Newton's steps with Halley's correction, kept inside a bracket that shrinks each time; where a
    step would leave the bracket it is halved instead.

    Args:
        a: first parameter, positive [none].
        b: second parameter, positive [none].
        u: probability, strictly between 0 and 1.

    >>> abs(beta_quantile(1.0, 2.0, 0.75) - 0.5) < 1e-15
    True
    """
    ln_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b)
    low = 0.0
    high = 1.0
    x = _beta_start(a, b, u)
    for _ in range(MOST_STEPS):
        step = _beta_step(a, b, ln_beta, x, u)
        if step > 0.0:
            high = x
        else:
            low = x
        x = x - step
        if abs(step) <= STEP_TOLERANCE * x * (1.0 - x):
            return x
        if not low < x < high:
            x = clamp(0.5 * (low + high), SMALLEST_START, LARGEST_START)
    return x


def _beta_start(a: float, b: float, u: float) -> float:
    """A first guess inside (0, 1), near the quantile.

    Where both parameters exceed 1 it is a transformed normal quantile, else the leading power of
    the curve at the nearer end.

    Basis: Abramowitz and Stegun (1964), 26.5.22.
    """
    if a > 1.0 and b > 1.0:
        return _beta_start_inside(1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0), a / b, u)
    share_low = power(a / (a + b), a) / a
    share_high = power(b / (a + b), b) / b
    both = share_low + share_high
    if u * both < share_low:
        return clamp(power(a * both * u, 1.0 / a), SMALLEST_START, LARGEST_START)
    return clamp(1.0 - power(b * both * (1.0 - u), 1.0 / b), SMALLEST_START, LARGEST_START)


def _beta_start_inside(per_a: float, per_b: float, odds: float, u: float) -> float:
    """The guess for a hump-shaped beta; per_a is 1 / (2a - 1), odds is a / b."""
    y = -normal_inverse(u)
    bow = (y * y - 3.0) / 6.0
    h = 2.0 / (per_a + per_b)
    skew = (per_b - per_a) * (bow + 5.0 / 6.0 - 2.0 / (3.0 * h))
    w = y * math.sqrt(bow + h) / h - skew
    return clamp(odds / (odds + exp(2.0 * w)), SMALLEST_START, LARGEST_START)


def _beta_step(a: float, b: float, ln_beta: float, x: float, u: float) -> float:
    """How far x lies above the quantile, to third order."""
    weight = exp(a * log(x) + b * log(1.0 - x) - ln_beta)
    if x * (a + b + 2.0) < a + 1.0:
        excess = weight * _beta_fraction(a, b, x) / a - u
    else:
        excess = (1.0 - u) - weight * _beta_fraction(b, a, 1.0 - x) / b
    newton = excess * x * (1.0 - x) / (weight + SMALLEST_START)
    bend = newton * ((a - 1.0) / x - (b - 1.0) / (1.0 - x))
    if bend > 1.0:
        bend = 1.0
    return newton / (1.0 - 0.5 * bend)


def _beta_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, for x below (a + 1) / (a + b + 2).

    Each round multiplies in two of its terms, until they change nothing.
    """
    c = 1.0
    d = 1.0 / (1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, MOST_TERMS):
        a_m = a + 2.0 * m
        even = m * (b - m) * x / ((a_m - 1.0) * a_m)
        d = 1.0 / (1.0 + even * d)
        c = 1.0 + even / c
        value = value * c * d
        odd = -(a + m) * (a + b + m) * x / (a_m * (a_m + 1.0))
        d = 1.0 / (1.0 + odd * d)
        c = 1.0 + odd / c
        value = value * c * d
        if -TERM_TOLERANCE < c * d - 1.0 < TERM_TOLERANCE:
            return value
    return value
