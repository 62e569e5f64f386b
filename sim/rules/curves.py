"""Which curves do the rules share? Exp, log and the normal law, with the same bits everywhere.

The C library's `exp` and `log` give other last bits on other processors. These use only the four
operations, the square root and exact scaling by powers of two, so the reference engine, the
compiled engine and every machine agree to the last bit. No argument may be NaN or infinite.
"""

import math

LOG_OF_NOTHING = -1e300  # what log(x) answers for x <= 0: finite, and exp of it is 0
LARGEST_EXPONENT = 709.78  # exp saturates here, at 1.79e308
SMALLEST_EXPONENT = -745.0  # below this exp is 0
SMALLEST_TAIL = 1e-300  # normal_inverse treats smaller tails as this one
LN_2_HIGH = 0.6931471803691238  # ln 2 cut to 32 bits, so that its product with n is exact
LN_2_LOW = 1.9082149292705877e-10
LOG2_E = 1.4426950408889634
ROOT_HALF = 0.7071067811865476
ROOT_2_PI = 2.5066282746310002
HALF_LN_2_PI = 0.9189385332046728


def clamp(x: float, low: float, high: float) -> float:
    """The value held between two bounds [unit of x].

    Args:
        x: any value.
        low: smallest answer allowed.
        high: largest answer allowed, at least low.

    >>> clamp(1.4, 0.0, 1.0)
    1.0
    """
    if x < low:
        return low
    if x > high:
        return high
    return x


def ratio_or(part: float, whole: float, nothing: float) -> float:
    """One quantity over another, or the given value where there is nothing to divide by [ratio].

    Args:
        part: what is divided [unit of the whole].
        whole: what it is divided by, at least 0.
        nothing: the answer if the whole is 0 [ratio].

    >>> ratio_or(1.0, 2.0, 0.0), ratio_or(1.0, 0.0, 0.0)
    (0.5, 0.0)
    """
    if whole <= 0:
        return nothing
    return part / whole


def exp(x: float) -> float:
    """The number e to the power x [0 to 1.8e308].

    Splits x into n ln 2 + r with r at most 0.35, so that exp(x) = 2^n exp(r). For exp(r) it takes
    1 + r + r c / (2 - c) with c = r + 2 - r coth(r / 2), a short series in even powers of r.
    Zero below -745; above 709.78 it stays at its largest value.

    Args:
        x: exponent [none].

    >>> exp(0.0), exp(-1000.0)
    (1.0, 0.0)
    """
    if x < SMALLEST_EXPONENT:
        return 0.0
    if x > LARGEST_EXPONENT:
        x = LARGEST_EXPONENT
    n = math.floor(x * LOG2_E + 0.5)
    high = x - n * LN_2_HIGH
    low = n * LN_2_LOW
    r = high - low
    t = r * r
    series = -1.0568380277374986e-09 * t + 4.17535139757362e-08
    series = (series * t - 1.6534391534391535e-06) * t + 6.613756613756614e-05
    series = (series * t - 0.002777777777777778) * t + 0.16666666666666666
    c = r - t * series
    return math.ldexp(1.0 - ((low - (r * c) / (2.0 - c)) - high), n)


def log(x: float) -> float:
    """The natural logarithm of x [none].

    Splits x into 2^n (1 + f) and uses ln(1 + f) = 2 artanh(s) with s = f / (2 + f).
    No logarithm exists for x <= 0; the answer is then -1e300, so that `exp` of it is 0.

    Args:
        x: a positive number [none].

    >>> log(1.0)
    0.0
    """
    if x <= 0.0:
        return LOG_OF_NOTHING
    fraction, n = math.frexp(x)
    if fraction < ROOT_HALF:
        fraction = fraction * 2.0
        n = n - 1
    f = fraction - 1.0
    s = f / (2.0 + f)
    z = s * s
    series = (0.08695652173913043 * z + 0.09523809523809523) * z + 0.10526315789473684
    series = (series * z + 0.11764705882352941) * z + 0.13333333333333333
    series = (series * z + 0.15384615384615385) * z + 0.18181818181818182
    series = (series * z + 0.2222222222222222) * z + 0.2857142857142857
    series = (series * z + 0.4) * z + 0.6666666666666666
    half = 0.5 * f * f
    return n * LN_2_HIGH - ((half - (s * (half + z * series) + n * LN_2_LOW)) - f)


def power(x: float, y: float) -> float:
    """A positive number to any power, exp(y ln x) [none]; 0 to a positive power is 0.

    Args:
        x: base, at least 0 [none].
        y: exponent [none].

    >>> power(1.0, 3.5)
    1.0
    """
    return exp(y * log(x))


def logistic(x: float) -> float:
    """The S-curve 1 / (1 + exp(-x)) [0-1].

    Args:
        x: log-odds [none].

    >>> logistic(0.0)
    0.5
    """
    return 1.0 / (1.0 + exp(-x))


def quarter_hazard(annual: float) -> float:
    """The chance per quarter that repeats to the given chance per year [0-1].

    Equals 1 - (1 - h)^(1/4), written so that small hazards lose no digits.

    Args:
        annual: chance that the event happens within a year [0-1].

    >>> quarter_hazard(0.9375)
    0.5
    """
    survival = math.sqrt(math.sqrt(1.0 - annual))
    return annual / ((1.0 + survival) * (1.0 + survival * survival))


def lognormal_cdf(x: float, median: float, ln_sd: float) -> float:
    """The chance that a lognormal quantity is at most x [0-1].

    Args:
        x: value asked about [unit of the median]; at or below 0 the chance is 0.
        median: value reached in half of all cases, positive.
        ln_sd: standard deviation of the logarithm, positive [none].

    >>> lognormal_cdf(6.0, 6.0, 0.42)
    0.5
    """
    if x <= 0.0:
        return 0.0
    return normal_cdf(log(x / median) / ln_sd)


def normal_cdf(x: float) -> float:
    """The chance that a standard normal quantity is at most x [0-1].

    Args:
        x: standard deviations from the mean [none].

    >>> normal_cdf(0.0)
    0.5
    """
    if x > 0.0:
        return 1.0 - _normal_tail(x)
    return _normal_tail(-x)


def _normal_tail(x: float) -> float:
    """The chance that a standard normal quantity exceeds x, for x at least 0.

    The tail is exp(-x^2 / 2) / (x + 1/2) times a smooth curve in t = (x - 5) / (x + 5), fitted
    here by a polynomial at 48 Chebyshev nodes in 60-digit arithmetic.
    """
    if x > 40.0:
        return 0.0
    t = (x - 5.0) / (x + 5.0)
    curve = -4.126391952585734e-10 * t - 2.1930295597899027e-10
    curve = (curve * t + 4.792382584851438e-09) * t + 2.9214095286341833e-09
    curve = (curve * t - 3.395341383104172e-08) * t - 2.1144869411356594e-08
    curve = (curve * t + 2.159914305306412e-07) * t + 8.96784191921322e-08
    curve = (curve * t - 1.4291868378988405e-06) * t + 2.6697009526921903e-07
    curve = (curve * t + 9.694882577185066e-06) * t - 1.3218216569180428e-05
    curve = (curve * t - 5.4088237763658786e-05) * t + 0.00021254786179771546
    curve = (curve * t - 5.934682396118899e-05) * t - 0.0017858477091553374
    curve = (curve * t + 0.007711422846129193) * t - 0.019666100678233475
    curve = (curve * t + 0.036243913487522435) * t - 0.05032871910837124
    curve = (curve * t + 0.05044429101729323) * t - 0.02700403751703839
    curve = (curve * t - 0.019823504202003052) * t + 0.42305617736253465
    return exp(-0.5 * x * x) * curve / (x + 0.5)


def normal_inverse(u: float) -> float:
    """The value that a standard normal quantity stays below with chance u [standard deviations].

    Basis: Wichura (1988), algorithm AS 241 (PPND16), about 16 digits.

    Args:
        u: probability, strictly between 0 and 1.

    >>> normal_inverse(0.5)
    0.0
    """
    q = u - 0.5
    if q < -0.425:
        return -_upper_quantile(u)
    if q > 0.425:
        return _upper_quantile(1.0 - u)
    r = 0.180625 - q * q
    above = 2.5090809287301226727e3 * r + 3.3430575583588128105e4
    above = (above * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4
    above = (above * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3
    above = (above * r + 1.3314166789178437745e2) * r + 3.3871328727963666080
    below = 5.2264952788528545610e3 * r + 2.8729085735721942674e4
    below = (below * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4
    below = (below * r + 5.3941960214247511077e3) * r + 6.8718700749205790830e2
    below = (below * r + 4.2313330701600911252e1) * r + 1.0
    return q * above / below


def _upper_quantile(tail: float) -> float:
    """Standard deviations above the mean beyond which a chance of less than 0.075 remains."""
    if tail < SMALLEST_TAIL:
        tail = SMALLEST_TAIL
    r = math.sqrt(-log(tail))
    if r > 5.0:
        return _far_quantile(r - 5.0)
    return _near_quantile(r - 1.6)


def _near_quantile(r: float) -> float:
    """Quantile for sqrt(-ln tail) = r + 1.6, up to 5."""
    above = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2
    above = (above * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258
    above = (above * r + 3.64784832476320460504) * r + 5.76949722146069140550
    above = (above * r + 4.63033784615654529590) * r + 1.42343711074968357734
    below = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
    below = (below * r + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1
    below = (below * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940
    below = (below * r + 2.05319162663775882187) * r + 1.0
    return above / below


def _far_quantile(r: float) -> float:
    """Quantile for sqrt(-ln tail) = r + 5, beyond 5."""
    above = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    above = (above * r + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2
    above = (above * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580
    above = (above * r + 5.46378491116411436990) * r + 6.65790464350110377720
    below = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
    below = (below * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4
    below = (below * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1
    below = (below * r + 5.99832206555887937690e-1) * r + 1.0
    return above / below


def log_gamma(x: float) -> float:
    """The logarithm of the gamma function at x, ln (x - 1)! [none].

    Lifts x to 10 or more by the recurrence, then adds Stirling's series.

    Args:
        x: a positive number [none].

    >>> abs(log_gamma(5.0) - log(24.0)) < 1e-14
    True
    """
    product = 1.0
    while x < 10.0:
        product = product * x
        x = x + 1.0
    z = 1.0 / (x * x)
    series = (0.00641025641025641 * z - 0.0019175269175269176) * z + 0.0008417508417508417
    series = (series * z - 0.0005952380952380953) * z + 0.0007936507936507937
    series = (series * z - 0.002777777777777778) * z + 0.08333333333333333
    return (x - 0.5) * log(x) - x + HALF_LN_2_PI + series / x - log(product)
