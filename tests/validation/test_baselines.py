"""Are the baselines those that were published?"""

import numpy as np
import pytest

from sim.data.load import load_countries
from sim.validation.baselines import (
    by_regression,
    linear_trend,
    measured_gdp,
    outcome_of,
    persistence,
    regress,
)
from sim.validation.hindcast import ALL_YEARS, YEARS
from sim.validation.scoring import marks

ALLIES = tuple(iso3 for iso3, one in load_countries().items() if one.group == "nato")


@pytest.fixture(scope="module")
def outcome():
    return outcome_of(ALLIES)


def test_the_number_of_allies_at_2_percent_is_the_published_one(outcome):
    """NATO24 to 2022, as T01 has it; the United States is one of them."""
    assert outcome.members_at_2[: len(YEARS)].tolist() == [3, 5, 5, 4, 6, 7, 9, 6]


def test_an_ally_is_measured_from_its_accession(outcome):
    sweden, finland = (outcome.shares[:, ALLIES.index(iso3)] for iso3 in ("SWE", "FIN"))

    assert np.isnan(sweden[: ALL_YEARS.index(2024)]).all()
    assert np.isfinite(sweden[ALL_YEARS.index(2024) :]).all()
    assert np.isfinite(finland[ALL_YEARS.index(2023) :]).all()
    assert np.isnan(outcome.shares[:, ALLIES.index("ISL")]).all()


def test_the_regression_is_the_published_one():
    """Constant .006, growth .22, gap .057, border .042, noise .090, within their errors."""
    found = regress(ALLIES)

    published = (0.006, 0.22, 0.057, 0.042)
    assert found.coefficients == pytest.approx(published, abs=0.01)
    assert found.noise == pytest.approx(0.090, abs=0.002)
    assert found.cases == pytest.approx(203, abs=6)


def test_persistence_stays_where_it_was(outcome):
    found = persistence(outcome, 2014)

    assert np.all(found.shares[0] == found.shares[0, 0])
    assert found.is_single


def test_a_trend_goes_through_the_middle_of_its_years(outcome):
    found, seat = linear_trend(outcome), ALLIES.index("DEU")

    fitted = found.shares[0, : len(YEARS), seat].mean()

    assert fitted == pytest.approx(outcome.shares[: len(YEARS), seat].mean())


def test_the_regression_played_from_2014_counts_as_published(outcome):
    """Mean counts 3.7, 4.2, 4.4, 4.8, 5.3, 7.2, 6.7 were published for 2015 to 2021."""
    found = by_regression(outcome, 2014, 200, 1)

    marked = marks(found, outcome, measured_gdp(ALLIES), YEARS[1:])

    assert marked.count_rmse < 2.0
    assert 0.8 <= marked.in_nine_tenths <= 0.97
    assert np.ptp(found.shares[:, 0], axis=0).max() == 0.0
