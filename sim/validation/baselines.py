"""What would somebody say who knows no model: no change, the trend goes on, one regression?"""

from dataclasses import dataclass

import numpy as np

from sim.data.load import load_facts
from sim.model.draws import Decision, standard_normal
from sim.validation.hindcast import ALL_YEARS, FIRST, YEARS, Outcome, measured
from sim.validation.scoring import Forecast

LAST_FITTED = YEARS[-1]
OUTLIERS = {("BGR", 2019), ("BGR", 2020)}  # aircraft bought in 2019: growth up and down again
TARGET = 0.02
FIT = f"{FIRST + 1}-{LAST_FITTED}"


@dataclass(frozen=True)
class Regression:
    """Growth of spending on growth of GDP, the gap to 2 % and a border with Russia or Belarus.

    Attributes:
        coefficients: constant, GDP growth, gap in points of GDP, border [1/year].
        noise: standard deviation of what is left [1/year].
        cases: countries and years behind it.
    """

    coefficients: tuple[float, float, float, float]
    noise: float
    cases: int


def persistence(outcome: Outcome, since: int) -> Forecast:
    """Everybody stays at the share of one year.

    Args:
        outcome: what was measured.
        since: that year.
    """
    shares = np.repeat(_shares(outcome)[ALL_YEARS.index(since)][None], len(ALL_YEARS), axis=0)
    return Forecast(f"persistence from {since}", "-", since, shares[None], ALL_YEARS)


def linear_trend(outcome: Outcome) -> Forecast:
    """Every share on its own straight line through the fitted years."""
    known = _shares(outcome)[: len(YEARS)]
    years = np.array(YEARS, float)
    away = years - years.mean()
    slope = (away[:, None] * (known - known.mean(axis=0))).sum(axis=0) / (away * away).sum()
    ahead = np.array(ALL_YEARS, float) - years.mean()
    shares = known.mean(axis=0) + ahead[:, None] * slope
    return Forecast("linear trend", f"{FIRST}-{LAST_FITTED}", LAST_FITTED, shares[None], ALL_YEARS)


def regress(iso3: tuple[str, ...]) -> Regression:
    """The reduced form, by ordinary least squares on the fitted years.

    Args:
        iso3: the allies; those that report no spending are left out.
    """
    facts = load_facts()
    rows, grown = [], []
    for code in iso3:
        if facts.value(code, "defence_share", FIRST) == 0:
            continue
        border = facts.value(code, "border_russia_belarus")
        for year in YEARS[1:]:
            if (code, year) in OUTLIERS:
                continue
            spent, earned = (
                np.log(facts.value(code, name, year) / facts.value(code, name, year - 1))
                for name in ("defence_usd_bn_2015", "gdp_usd_bn_2015")
            )
            gap = 100 * max(0.0, TARGET - facts.value(code, "defence_share", year - 1))
            rows.append((1.0, earned, gap, border))
            grown.append(spent)
    x, y = np.array(rows), np.array(grown)
    found, *_ = np.linalg.lstsq(x, y, rcond=None)
    left = y - x @ found
    b0, by, bg, bb = (float(one) for one in found)
    noise = float(np.sqrt((left * left).sum() / (len(y) - x.shape[1])))
    return Regression((b0, by, bg, bb), noise, len(y))


def by_regression(outcome: Outcome, since: int, futures: int, seed: int) -> Forecast:
    """The reduced form played forward from one year, with GDP as it was.

    Args:
        outcome: what was measured.
        since: the last year whose facts it knows.
        futures: how many are played.
        seed: names them.
    """
    facts, fitted = load_facts(), regress(outcome.iso3)
    b0, by, bg, bb = fitted.coefficients
    border = np.array([facts.value(code, "border_russia_belarus") for code in outcome.iso3])
    gdp = measured_gdp(outcome.iso3)
    shares = np.repeat(_shares(outcome)[None], futures, axis=0)
    for row in range(ALL_YEARS.index(since) + 1, len(ALL_YEARS)):
        grown = np.log(gdp[row] / gdp[row - 1])
        before = shares[:, row - 1]
        gap = 100 * np.maximum(0.0, TARGET - before)
        luck = _luck(len(outcome.iso3), futures, seed, ALL_YEARS[row])
        growth = b0 + by * grown + bg * gap + bb * border + fitted.noise * luck
        shares[:, row] = before * np.exp(growth - grown)
    return Forecast(f"regression from {since}", FIT, since, shares, ALL_YEARS)


def measured_gdp(iso3: tuple[str, ...]) -> np.ndarray:
    """GDP as it was [year, ally; 2015 USD bn]."""
    facts = load_facts()
    rows = [[facts.value(code, "gdp_usd_bn_2015", year) for code in iso3] for year in ALL_YEARS]
    return np.array(rows)


def outcome_of(iso3: tuple[str, ...]) -> Outcome:
    """What was measured in all years."""
    return measured(iso3, ALL_YEARS)


def _luck(allies: int, futures: int, seed: int, year: int) -> np.ndarray:
    """A standard normal draw for each future and ally."""
    return np.array(
        [
            [standard_normal(seed, future, year, ally, Decision.SPENDING_NOISE)
             for ally in range(allies)]
            for future in range(futures)
        ]
    )  # fmt: skip


def _shares(outcome: Outcome) -> np.ndarray:
    """Shares in every year, those before accession included, so that lines can be drawn."""
    facts = load_facts()
    filled = outcome.shares.copy()
    for row, year in enumerate(ALL_YEARS):
        for column, code in enumerate(outcome.iso3):
            if not np.isfinite(filled[row, column]):
                filled[row, column] = facts.value(code, "defence_share", year)
    return filled
