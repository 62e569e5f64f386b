"""Which values can be meant at all, and does a row that leaves its domain come to light?"""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.domains import (
    ENDS,
    derived_domain,
    fits_domain,
    possible_values,
    stays_possible,
)
from sim.data.load import Prior, load_parameters

PARAMETERS = load_parameters()
YEARS = replace(
    PARAMETERS["gap_closing_years"], range=(8.0, 25.0), prior=Prior("lognormal", 12.0, 0.35, 0.0)
)
SUCCESS = replace(PARAMETERS["invasion_success"], range=(0.2, 0.3), prior=Prior("constant", 0.25))
HEARING = replace(
    PARAMETERS["stubbornness_share"], range=(0.4, 0.9), prior=Prior("beta", 5, 2.5, 0.0, 1.0)
)


@pytest.mark.parametrize(
    ("unit", "prior", "plausible", "domain"),
    [
        ("share", Prior("beta", 2.0, 3.0, 0.0, 1.0), (0.1, 0.6), "share"),
        ("probability", Prior("constant", 0.3), (0.2, 0.5), "share"),
        ("share", Prior("truncated_normal", 0.1, 0.1, -0.1, 0.4), (0.0, 0.3), "any"),
        ("share", Prior("lognormal", 0.3, 0.2, 0.0), (0.2, 0.5), "nonnegative"),
        ("years", Prior("uniform", low=0.0, high=2.0), (0.0, 2.0), "nonnegative"),
        ("log-odds", Prior("normal", 0.0, 0.1), (-0.3, 0.2), "any"),
        ("1/month", Prior("beta", 3.0, 45.0, 0.0, 1.0), (0.03, 0.12), "share"),
    ],
)
def test_a_row_that_states_no_domain_has_that_of_its_unit_and_prior(unit, prior, plausible, domain):
    assert derived_domain(unit, prior, plausible) == domain


@pytest.mark.parametrize(
    ("row", "values"),
    [(YEARS, (0.8, inf)), (SUCCESS, (0.02, 0.93)), (HEARING, (0.04, 1.0))],
    ids=["positive", "open share", "positive share"],
)
def test_an_open_end_is_neared_to_a_tenth_of_the_way(row, values):
    assert possible_values(row) == pytest.approx(values)


@pytest.mark.parametrize("domain", ENDS)
def test_where_a_row_is_cut_nothing_else_is_possible(domain):
    cut = Prior("truncated_normal", 0.5, 0.1, 0.25, 0.75)
    row = replace(YEARS, domain=domain, range=(0.4, 0.6), prior=cut)

    assert possible_values(row) == (0.25, 0.75)


@pytest.mark.parametrize(
    ("prior", "possible"),
    [
        (Prior("constant", 0.0), False),
        (Prior("constant", 0.8), True),
        (Prior("uniform", low=0.0, high=20.0), False),
        (Prior("uniform", low=1.0, high=20.0), True),
        (Prior("truncated_normal", 12.0, 4.0, 0.0, 30.0), False),
        (Prior("normal", 12.0, 1.0), False),
        (Prior("lognormal", 12.0, 0.8, 0.0), True),
        (Prior("lognormal", 12.0, 3.0, 0.0), False),
    ],
)
def test_years_that_a_rule_divides_by_cannot_come_to_nothing(prior, possible):
    assert stays_possible(prior, YEARS) is possible


@pytest.mark.parametrize(
    ("row", "prior", "possible"),
    [
        (HEARING, Prior("beta", 1.0, 0.5, 0.0, 1.0), True),
        (HEARING, Prior("beta", 0.5, 1.0, 0.0, 1.0), False),
        (HEARING, Prior("constant", 1.0), True),
        (SUCCESS, Prior("beta", 3.0, 0.5, 0.0, 1.0), False),
        (SUCCESS, Prior("beta", 3.0, 7.0, 0.0, 1.0), True),
        (SUCCESS, Prior("constant", 1.0), False),
        (SUCCESS, Prior("lognormal", 0.3, 0.1, 0.0), False),
    ],
)
def test_a_share_may_not_crowd_an_end_that_is_open(row, prior, possible):
    assert stays_possible(prior, row) is possible


@given(value=st.floats(allow_nan=False, allow_infinity=False), domain=st.sampled_from(list(ENDS)))
def test_a_constant_is_possible_exactly_between_the_possible_values(value, domain):
    row = replace(SUCCESS, domain=domain)
    low, high = possible_values(row)

    assert stays_possible(Prior("constant", value), row) == (low <= value <= high)


@pytest.mark.parametrize(
    ("domain", "plausible"), [("positive", (0.0, 25.0)), ("share", (8.0, 25.0))]
)
def test_a_row_whose_range_leaves_its_domain_does_not_fit(domain, plausible):
    assert fits_domain(YEARS)
    assert not fits_domain(replace(YEARS, domain=domain, range=plausible))


@pytest.mark.parametrize("name", list(PARAMETERS))
def test_every_row_fits_its_domain(name):
    assert fits_domain(PARAMETERS[name])
