"""How good is a hindcast? Errors, counts, coverage and the continuous ranked probability score."""

from dataclasses import dataclass

import numpy as np

from sim.analysis.spread import mean, plain_sum
from sim.validation.hindcast import PLEDGE, Outcome

POINTS = 100.0  # shares of GDP are scored in percentage points


@dataclass(frozen=True)
class Forecast:
    """What somebody says of shares of GDP.

    Attributes:
        name: who.
        fitted_on: years from which it was fitted.
        starts: the last year whose facts it knows.
        shares: spending over GDP [future, year, ally]; one future for who names a single number.
        years: which years.
    """

    name: str
    fitted_on: str
    starts: int
    shares: np.ndarray
    years: tuple[int, ...]

    @property
    def is_single(self) -> bool:
        """Whether it names one number and no band."""
        return len(self.shares) == 1


@dataclass(frozen=True)
class Marks:
    """How a forecast did over some years.

    Attributes:
        rmse: root mean square error by country and year [points of GDP].
        mae: mean absolute error [points of GDP].
        count_rmse: of the mean number of members at 2 % [members].
        growth_rmse: of the mean real growth of all [points a year].
        in_half: outcomes within the band of half of the futures [0-1]; NaN without a band.
        in_nine_tenths: the same of nine in ten [0-1].
        crps: continuous ranked probability score, the smaller the better [points of GDP].
        cases: outcomes of a country in a year.
    """

    rmse: float
    mae: float
    count_rmse: float
    growth_rmse: float
    in_half: float
    in_nine_tenths: float
    crps: float
    cases: int


def marks(forecast: Forecast, outcome: Outcome, gdp: np.ndarray, years: tuple[int, ...]) -> Marks:
    """How a forecast did.

    Args:
        forecast: its years must hold the one before the first.
        outcome: what was measured, in the years of the forecast.
        gdp: as it was [year, ally; 2015 USD bn], in the years of the forecast.
        years: those that are scored.
    """
    rows = [forecast.years.index(year) for year in years]
    said, true = forecast.shares[:, rows], outcome.shares[rows]
    known = np.isfinite(true)
    middle = np.array([[mean(said[:, y, c].tolist()) for c in range(said.shape[2])] for y in
                       range(len(rows))])  # fmt: skip
    errors = (POINTS * (middle - true)[known]).tolist()
    return Marks(
        rmse=root_mean_square(errors),
        mae=mean([abs(error) for error in errors]),
        count_rmse=_count_rmse(said, true, known),
        growth_rmse=_growth_rmse(forecast, outcome, gdp, rows),
        in_half=_within(forecast, said, true, known, 0.25),
        in_nine_tenths=_within(forecast, said, true, known, 0.05),
        crps=mean(
            [
                POINTS * crps(said[:, y, c], true[y, c])
                for y, c in zip(*np.nonzero(known), strict=True)
            ]
        ),  # fmt: skip
        cases=len(errors),
    )


def root_mean_square(errors: list[float]) -> float:
    """The root of the mean of squares [their unit].

    >>> root_mean_square([3.0, -4.0, 0.0, 0.0])
    2.5
    """
    return float(np.sqrt(plain_sum(error * error for error in errors) / len(errors)))


def crps(said: np.ndarray, true: float) -> float:
    """Continuous ranked probability score of an ensemble: absolute error less half the spread.

    Args:
        said: one value for each future.
        true: what was measured.

    Basis: Gneiting and Raftery 2007, equation 21.

    >>> crps(np.array([1.0]), 3.0), crps(np.array([0.0, 2.0]), 1.0)
    (2.0, 0.5)
    """
    ordered = np.sort(said).tolist()
    n = len(ordered)
    away = plain_sum(abs(value - true) for value in ordered) / n
    ranks = plain_sum((2 * (rank + 1) - n - 1) * value for rank, value in enumerate(ordered))
    return float(away - ranks / (n * n))


def counts(said: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Members at 2 % or more, the United States among them [future, year].

    Args:
        said: shares [future, year, ally].
        known: who is a member that reports [year, ally].
    """
    at_2: np.ndarray = ((said >= PLEDGE) & known).sum(axis=2) + 1
    return at_2


def _count_rmse(said: np.ndarray, true: np.ndarray, known: np.ndarray) -> float:
    given = counts(said, known)
    middle = [mean(given[:, year].tolist()) for year in range(given.shape[1])]
    measured = counts(true[None], known)[0]
    pairs = zip(middle, measured.tolist(), strict=True)
    return root_mean_square([a - b for a, b in pairs])


def _growth_rmse(forecast: Forecast, outcome: Outcome, gdp: np.ndarray, rows: list[int]) -> float:
    """Of the mean growth of all who reported in both years, at the GDP that was."""
    errors = []
    for row in rows:
        both = np.isfinite(outcome.shares[row]) & np.isfinite(outcome.shares[row - 1])
        given = _rates(forecast.shares[:, row - 1 : row + 1], gdp, row, both)
        true = _rates(outcome.shares[None, row - 1 : row + 1], gdp, row, both)
        errors.append(mean(given) - true[0])
    return root_mean_square(errors)


def _rates(shares: np.ndarray, gdp: np.ndarray, row: int, both: np.ndarray) -> list[float]:
    """Growth of the spending of some allies in each future [% a year]."""
    before = (shares[:, 0] * gdp[row - 1])[:, both].sum(axis=1)
    after = (shares[:, 1] * gdp[row])[:, both].sum(axis=1)
    rates: list[float] = (100 * (after / before - 1)).tolist()
    return rates


def _within(
    forecast: Forecast, said: np.ndarray, true: np.ndarray, known: np.ndarray, tail: float
) -> float:
    """Share of outcomes within a band that leaves so much out at each end [0-1]."""
    if forecast.is_single:
        return float("nan")
    low, high = np.quantile(said, (tail, 1 - tail), axis=0)
    inside = ((true >= low) & (true <= high))[known]
    return float(inside.sum()) / len(inside)
