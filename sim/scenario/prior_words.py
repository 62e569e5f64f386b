"""How is a prior said in words?"""

from math import isfinite

from sim.data.load import Prior


def prior_words(prior: Prior) -> str:
    """The form of a prior and its numbers, in the unit of the parameter.

    >>> prior_words(Prior("truncated_normal", 0.12, 0.06, 0.0, 1.0))
    'normal between 0 and 1, mean 0.12 and sd 0.06 before the cut'
    """
    a, b = figure(prior.a), figure(prior.b)
    low, high = figure(prior.low), figure(prior.high)
    words = {
        "normal": f"normal, mean {a}, sd {b}",
        "truncated_normal": f"normal between {low} and {high}, mean {a} and sd {b} before the cut",
        "lognormal": f"lognormal, median {a}, sd of the logarithm {b}",
        "beta": f"beta({a}, {b}), mean {figure(prior.centre)}",
        "uniform": f"anything between {low} and {high} as likely",
        "constant": f"fixed at {a}",
        "calibrated": f"as calibration left it, mean {a}, sd {b}, between {low} and {high}",
    }
    return words[prior.form]


def figure(value: float, digits: int = 3) -> str:
    """A number for reading: so many leading digits, and no decimals from a thousand up.

    >>> figure(0.03456), figure(12345.6), figure(float("inf"))
    ('0.0346', '12,346', 'no bound')
    """
    if not isfinite(value):
        return "no bound"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value + 0.0:.{digits}g}"
