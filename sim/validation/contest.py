"""Does the hindcast beat those who know no model? All forecasts, marked by the same code."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sim.scenario.case import Case
from sim.validation.baselines import (
    FIT,
    by_regression,
    linear_trend,
    measured_gdp,
    outcome_of,
    persistence,
)
from sim.validation.draw import Draw, Outputs, played
from sim.validation.hindcast import (
    ALL_YEARS,
    FIRST,
    LATE,
    YEARS,
    Outcome,
    budgets,
)
from sim.validation.scoring import Forecast, Marks, marks

if TYPE_CHECKING:
    from sim.experiment.play import Block
    from sim.model.start import Start

LAST_EARLY = YEARS[-1]
NEVER = 10  # years after the end of a game: the shock of an invasion is not known
FITTED_YEARS = YEARS[1:]
MODEL, REFITTED, FROM_2021 = "model", "model refitted on 2015-2021", "the same from 2021"
KNOWS = "2015-2021 *"  # and on 2022 to 2024 for its coefficients after the invasion


@dataclass(frozen=True)
class Entry:
    """A forecast with its marks in the fitted and in the later years; None where it has none."""

    forecast: Forecast
    early: Marks | None
    late: Marks | None


@dataclass(frozen=True)
class Contest:
    """The hindcast beside the baselines.

    Attributes:
        outcome: what was measured.
        entries: everybody, the model first.
    """

    outcome: Outcome
    entries: tuple[Entry, ...]

    def entry(self, name: str) -> Entry:
        """The entry of that name."""
        return next(entry for entry in self.entries if entry.forecast.name == name)


def contest(draw: Draw, held_out: bool = False) -> Contest:
    """Everybody's forecast, marked on the fitted years, and on the later ones if asked.

    Args:
        draw: the futures of the model and of the regression.
        held_out: whether the years after 2021 are scored too.
    """
    first = model(draw.case("hindcast_2014"), draw, MODEL, KNOWS)
    outcome = outcome_of(first.iso3)
    forecasts = [
        first.forecast,
        persistence(outcome, FIRST),
        linear_trend(outcome),
        by_regression(outcome, FIRST, draw.futures, draw.seed),
    ]
    if held_out:
        refitted = without_shock(draw.case("hindcast_2014"))
        later = without_shock(draw.case("hindcast_2021"))
        forecasts += [
            model(refitted, draw, REFITTED, FIT).forecast,
            model(later, draw, FROM_2021, FIT).forecast,
            persistence(outcome, LAST_EARLY),
            by_regression(outcome, LAST_EARLY, draw.futures, draw.seed),
        ]
    gdp = measured_gdp(outcome.iso3)
    return Contest(outcome, tuple(_entry(one, outcome, gdp, held_out) for one in forecasts))


@dataclass(frozen=True)
class Played:
    """The model's forecast, and whose budgets it is about."""

    forecast: Forecast
    iso3: tuple[str, ...]


def model(case: Case, draw: Draw, name: str, fitted_on: str) -> Played:
    """What the model says of every year to 2024.

    Args:
        case: a hindcast.
        draw: its futures.
        name: of the forecast.
        fitted_on: years from which its parameters come.
    """
    codes: list[tuple[str, ...]] = []

    def read(start: "Start", block: "Block") -> Outputs:
        found = budgets(start, block)
        codes.append(found.iso3)
        return {"shares": found.shares}

    shares = played(case, draw, read, kept=None)["shares"]
    since = case.start[0]
    years = tuple(year for year in ALL_YEARS if year >= since)
    return Played(Forecast(name, fitted_on, since, shares, years), codes[0])


def without_shock(case: Case) -> Case:
    """The same game without what was learnt of budgets after the invasion of 2022.

    The coefficients before it were estimated on 2015 to 2021; without an invasion in the game they
    hold to its end, so that nothing of 2022 to 2024 is in the forecast but growth of GDP.
    """
    return replace(case, ukraine_war_begins=(case.end[0] + NEVER, 1))


def _entry(forecast: Forecast, outcome: Outcome, gdp: np.ndarray, held_out: bool) -> Entry:
    first = ALL_YEARS.index(forecast.years[0])
    seen = Outcome(outcome.shares[first:], outcome.grades[first:], outcome.iso3)
    early = late = None
    if forecast.starts == FIRST or forecast.name == "linear trend":
        early = marks(forecast, seen, gdp[first:], FITTED_YEARS)
    if held_out:
        late = marks(forecast, seen, gdp[first:], LATE)
    return Entry(forecast, early, late)
