"""Are the shared curves right, and the same to the last bit when compiled?"""

import ast
import inspect
import math
import random
import types

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numba import njit
from numba.extending import register_jitable
from scipy import special, stats

from sim.rules import curves

N_VALUES = 100_000
FUNCTIONS = tuple(
    vars(curves)[name] for name in dir(curves) if inspect.isfunction(vars(curves)[name])
)
PUBLIC = tuple(f for f in FUNCTIONS if not f.__name__.startswith("_"))
RANGES = {
    "clamp": ((-2.0, 2.0), (-1.0, 0.0), (0.0, 1.0)),
    "ratio_or": ((-2.0, 2.0), (-1.0, 3.0), (0.0, 1.0)),
    "exp": ((-800.0, 800.0),),
    "log": ((-1.0, 50.0),),
    "power": ((0.0, 20.0), (-5.0, 5.0)),
    "logistic": ((-50.0, 50.0),),
    "quarter_hazard": ((0.0, 1.0),),
    "lognormal_cdf": ((-1.0, 30.0), (1.0, 10.0), (0.1, 1.0)),
    "normal_cdf": ((-42.0, 42.0),),
    "normal_inverse": ((0.0, 1.0),),
    "log_gamma": ((0.01, 60.0),),
}


def values(low, high):
    source = random.Random(f"{low} {high}")
    return [source.uniform(low, high) for _ in range(N_VALUES)]


def over_arrays(function, n_arguments):
    """The compiled function, played over arrays."""
    for rule in FUNCTIONS:
        register_jitable(rule)
    names = ", ".join(f"x{i}" for i in range(n_arguments))
    items = ", ".join(f"x{i}[k]" for i in range(n_arguments))
    text = f"def play({names}, out):\n for k in range(out.size):\n  out[k] = rule({items})\n"
    space = {"rule": njit(function)}
    exec(text, space)
    return njit(space["play"])


def ulps(found, exact):
    return max(abs(f - e) / math.ulp(e) for f, e in zip(found, exact, strict=True))


@pytest.mark.parametrize("function", PUBLIC, ids=lambda f: f.__name__)
def test_compiled_curves_give_the_same_bits_as_plain_python(function):
    arguments = [values(*bounds) for bounds in RANGES[function.__name__]]
    compiled = np.empty(N_VALUES)

    over_arrays(function, len(arguments))(*map(np.array, arguments), compiled)

    plain = np.array([function(*row) for row in zip(*arguments, strict=True)])
    assert np.array_equal(compiled.view(np.int64), plain.view(np.int64))
    assert np.unique(compiled).size > N_VALUES / 10, "the values are too tame to test anything"


@pytest.mark.parametrize("scale", [700.0, 10.0, 0.3], ids=["far", "usual", "near zero"])
def test_exp_is_within_two_units_in_the_last_place(scale):
    exponents = values(-scale, scale)

    assert ulps(map(curves.exp, exponents), map(math.exp, exponents)) <= 2


@pytest.mark.parametrize("scale", [690.0, 3.0, 1e-3], ids=["far", "usual", "near one"])
def test_log_is_within_two_units_in_the_last_place(scale):
    numbers = [math.exp(power) for power in values(-scale, scale)]

    assert ulps(map(curves.log, numbers), map(math.log, numbers)) <= 2


def test_exp_is_zero_far_below_and_finite_far_above():
    assert curves.exp(-745.5) == 0.0
    assert 1.7e308 < curves.exp(1e300) < math.inf


def test_exp_of_the_smallest_exponent_is_the_smallest_number():
    assert curves.exp(-745.0) == math.exp(-745.0) > 0.0


@pytest.mark.parametrize("x", [0.0, -1.0])
def test_log_of_nothing_is_finite_and_its_exp_is_zero(x):
    assert math.isfinite(curves.log(x))
    assert curves.exp(curves.log(x)) == 0.0


def test_log_reaches_numbers_below_the_normal_range():
    assert curves.log(5e-324) == pytest.approx(math.log(5e-324), rel=1e-15)


def test_power_is_near_the_library_value():
    assert curves.power(2.0, 10.0) == pytest.approx(1024.0, rel=1e-14)


def test_nothing_to_a_positive_power_is_nothing():
    assert curves.power(0.0, 0.5) == 0.0


@given(x=st.floats(-1e3, 1e3))
def test_logistic_stays_between_zero_and_one_and_mirrors(x):
    assert 0.0 <= curves.logistic(x) <= 1.0
    assert curves.logistic(x) + curves.logistic(-x) == pytest.approx(1.0, abs=1e-15)


@given(annual=st.floats(1e-12, 0.999))
def test_four_quarters_make_the_annual_hazard(annual):
    quarter = curves.quarter_hazard(annual)

    assert -math.expm1(4 * math.log1p(-quarter)) == pytest.approx(annual, rel=1e-13)


@pytest.mark.parametrize("annual", [0.0, 1.0])
def test_impossible_and_certain_stay_so_in_a_quarter(annual):
    assert curves.quarter_hazard(annual) == annual


def test_lognormal_cdf_agrees_with_scipy():
    found = [curves.lognormal_cdf(x, 6.0, 0.42) for x in (0.5, 3.0, 6.0, 10.0, 25.0)]

    expected = stats.lognorm.cdf((0.5, 3.0, 6.0, 10.0, 25.0), 0.42, scale=6.0)
    assert found == pytest.approx(list(expected), rel=1e-12)


@pytest.mark.parametrize("x", [0.0, -3.0])
def test_a_lognormal_quantity_is_never_negative(x):
    assert curves.lognormal_cdf(x, 6.0, 0.42) == 0.0


@pytest.mark.parametrize(
    ("low", "high", "rel"), [(-8.0, 8.0, 1e-13), (-37.0, -8.0, 1e-12)], ids=["bulk", "far tail"]
)
def test_normal_cdf_agrees_with_scipy(low, high, rel):
    points = np.linspace(low, high, 20_001)
    found = np.array([curves.normal_cdf(float(x)) for x in points])

    assert np.max(np.abs(found / special.ndtr(points) - 1)) < rel


def test_normal_cdf_is_zero_and_one_far_out():
    assert curves.normal_cdf(-1e6) == 0.0
    assert curves.normal_cdf(1e6) == 1.0


def test_normal_inverse_agrees_with_scipy():
    chances = np.concatenate(
        [np.linspace(1e-6, 1 - 1e-6, 20_001), 10.0 ** -np.linspace(6, 300, 99)]
    )
    found = np.array([curves.normal_inverse(float(u)) for u in chances])

    assert found == pytest.approx(special.ndtri(chances), rel=1e-14, abs=1e-15)


@given(u=st.floats(1e-15, 1 - 1e-15))
def test_normal_cdf_undoes_normal_inverse(u):
    assert curves.normal_cdf(curves.normal_inverse(u)) == pytest.approx(u, rel=1e-12)


@pytest.mark.parametrize("u", [0.0, 1e-320, 1.0])
def test_normal_inverse_stays_finite_at_the_ends(u):
    assert 37.0 < abs(curves.normal_inverse(u)) < 38.0


def test_log_gamma_agrees_with_scipy():
    points = np.linspace(0.05, 200.0, 5_001)
    found = np.array([curves.log_gamma(float(x)) for x in points])

    assert found == pytest.approx(special.gammaln(points), rel=1e-13, abs=1e-13)


@given(x=st.floats(-10, 10))
def test_clamp_holds_a_value_between_its_bounds(x):
    assert curves.clamp(x, -1.0, 2.0) == min(2.0, max(-1.0, x))


@pytest.mark.parametrize(
    ("part", "whole", "ratio"),
    [(1.0, 2.0, 0.5), (0.0, 2.0, 0.0), (3.0, 0.5, 6.0), (3.0, 0.0, 9.0), (0.0, 0.0, 9.0)],
    ids=["half", "no part", "many times", "nothing to divide by", "nothing at all"],
)
def test_a_ratio_is_part_over_whole_or_the_given_value(part, whole, ratio):
    assert curves.ratio_or(part, whole, nothing=9.0) == ratio


@given(
    parts=st.tuples(st.floats(0, 100), st.floats(0, 100)).map(sorted), whole=st.floats(1e-3, 100)
)
def test_a_larger_part_never_has_a_smaller_ratio(parts, whole):
    less, more = (curves.ratio_or(part, whole, nothing=-1.0) for part in parts)

    assert 0.0 <= less <= more
    assert more * whole == pytest.approx(parts[1])


@given(part=st.floats(-100, 100), whole=st.floats(-100, 0), nothing=st.floats(-1, 1))
def test_what_cannot_be_divided_by_gives_the_given_value(part, whole, nothing):
    assert curves.ratio_or(part, whole, nothing) == nothing


def test_curves_use_exact_operations_only():
    tree = ast.parse(inspect.getsource(curves))
    called = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}

    assert called <= {"floor", "ldexp", "frexp", "sqrt"}
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Pow)]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
def test_curves_are_plain_functions_without_defaults(function):
    assert isinstance(function, types.FunctionType)
    kinds = {(p.kind, p.default) for p in inspect.signature(function).parameters.values()}

    assert kinds == {(inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.empty)}
