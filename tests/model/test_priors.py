"""Do the inverse distribution functions agree with scipy and with compiled code?"""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numba import njit
from numba.extending import register_jitable
from scipy import stats

from sim.model import priors
from sim.model.priors import Form, beta_quantile, prior_quantile, truncated_normal_quantile
from sim.rules import curves

CHANCES = [1e-12, 1e-6, 0.001, 0.025, 0.2, 0.5, 0.7, 0.95, 0.999, 1 - 1e-6, 1 - 1e-12]
BETAS = [
    (5, 2.5), (3, 45), (3, 7), (4, 4), (5, 6), (6, 5), (6, 3), (18, 2), (7, 4), (7, 3), (8, 2),
    (2, 8), (2, 10), (3, 12), (14, 6), (2, 6), (1, 1), (1, 3), (0.5, 0.5), (0.3, 4), (9, 0.4),
    (60, 0.7), (400, 300),
]  # fmt: skip
TRUNCATED = [
    (0.12, 0.06, 0.0, 1.0), (-0.6, 0.35, -3.0, 0.0), (0.15, 0.15, 0.0, 3.0), (0.0, 1.0, 2.0, 5.0),
    (0.0, 1.0, -5.0, -2.0), (0.0, 1.0, 6.0, 7.0), (0.5, 2.0, 0.4, 0.6),
]  # fmt: skip
EXAMPLES = [
    (Form.CONSTANT, 0.85, 0.0, 0.0, 0.0),
    (Form.UNIFORM, 0.0, 0.0, 400.0, 1200.0),
    (Form.NORMAL, -0.05, 0.2, 0.0, 0.0),
    (Form.TRUNCATED_NORMAL, 0.12, 0.06, 0.0, 1.0),
    (Form.LOGNORMAL, 8.0, 0.5, 0.0, 0.0),
    (Form.BETA, 5.0, 2.5, 0.0, 0.0),
    (Form.BETA, 0.4, 0.3, 0.0, 0.0),
]


@pytest.mark.parametrize("u", CHANCES)
@pytest.mark.parametrize(("a", "b"), BETAS)
def test_beta_quantiles_agree_with_scipy(a, b, u):
    expected = stats.beta.ppf(u, a, b)

    assert beta_quantile(a, b, u) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(
    a=st.floats(0.3, 60), b=st.floats(0.3, 60), u=st.floats(1e-9, 1 - 1e-9), v=st.floats(0.01, 0.99)
)
def test_a_larger_chance_never_gives_a_smaller_share(a, b, u, v):
    low, high = sorted((u, v))

    assert 0 <= beta_quantile(a, b, low) <= beta_quantile(a, b, high) * (1 + 1e-12) <= 1 + 1e-12


@pytest.mark.parametrize("u", CHANCES)
@pytest.mark.parametrize(("mean", "sd", "low", "high"), TRUNCATED)
def test_truncated_normal_quantiles_agree_with_scipy(mean, sd, low, high, u):
    ends = (low - mean) / sd, (high - mean) / sd
    law = stats.truncnorm(*ends, loc=mean, scale=sd)
    expected = law.ppf(u) if u <= 0.5 else law.isf(1 - u)  # each from its own tail, to all digits

    found = truncated_normal_quantile(mean, sd, low, high, u)

    assert found == pytest.approx(expected, abs=1e-9 * max(1, sd))
    assert low <= found <= high


@pytest.mark.parametrize("u", CHANCES)
def test_normal_quantiles_agree_with_scipy(u):
    expected = stats.norm.ppf(u, -0.05, 0.2)

    assert prior_quantile(Form.NORMAL, -0.05, 0.2, 0.0, 0.0, u) == pytest.approx(
        expected, rel=1e-12
    )


@pytest.mark.parametrize("u", CHANCES)
def test_lognormal_quantiles_agree_with_scipy(u):
    expected = stats.lognorm.ppf(u, 0.5, scale=8)

    assert prior_quantile(Form.LOGNORMAL, 8.0, 0.5, 0.0, 0.0, u) == pytest.approx(expected)


def test_a_uniform_prior_is_a_straight_line():
    assert prior_quantile(Form.UNIFORM, 0.0, 0.0, 400.0, 1200.0, 0.25) == 600.0


def test_a_constant_ignores_luck():
    assert prior_quantile(Form.CONSTANT, 0.85, 0.0, 0.0, 0.0, 0.01) == 0.85


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e[0].name} {e[1]}")
def test_compiled_quantiles_give_the_same_bits_as_plain_python(example):
    for module in (curves, priors):
        for rule in (f for f in vars(module).values() if hasattr(f, "__code__")):
            register_jitable(rule)
    rule = njit(prior_quantile)

    @njit
    def play(form, a, b, low, high, chances, out):
        for k in range(out.size):
            out[k] = rule(form, a, b, low, high, chances[k])

    source = random.Random(3)
    chances = [source.random() for _ in range(5_000)] + CHANCES
    compiled = np.empty(len(chances))
    play(int(example[0]), *example[1:], np.array(chances), compiled)

    assert compiled.tolist() == [prior_quantile(*example, u) for u in chances]
    assert all(math.isfinite(x) for x in compiled)


def test_forms_keep_their_numbers():
    names = {form.name: form.value for form in Form}

    assert names == {
        "CONSTANT": 1,
        "UNIFORM": 2,
        "NORMAL": 3,
        "TRUNCATED_NORMAL": 4,
        "LOGNORMAL": 5,
        "BETA": 6,
        "JOINT": 7,
    }
