"""Which tables does a validation leave, and what is in each column?"""

import dataclasses
from collections.abc import Iterator
from typing import Any

from sim.analysis.spread import mean, quantile
from sim.data.load import load_parameters
from sim.data.posterior import load_posterior
from sim.experiment.probes import value_at
from sim.results.tables import Table
from sim.validation.contest import MODEL, Contest
from sim.validation.hindcast import ALL_YEARS, YEARS
from sim.validation.report import Report
from sim.validation.scoring import POINTS, Marks, root_mean_square
from sim.validation.wording import causes

SIDE = 1.6448536269514722  # standard deviations of a normal below which 95 % lie
MARKS = tuple(field.name for field in dataclasses.fields(Marks))
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
WORDS = {
    "scorecard.csv": "one row for each published figure: what was published, what the model gives",
    "hindcast.csv": "one row for each forecast and period: errors, coverage, CRPS",
    "errors.csv": "errors of the mean by country and by year, 2015 to 2021, points of GDP",
    "countries.csv": "share of GDP by country and year: measured, and quantiles of the model",
    "replay.csv": "past items of the council: what happened, and the chance that the model gives",
    "posterior.csv": "every calibrated parameter: prior and posterior, and which figures move it",
}


def validation_tables(report: Report) -> Iterator[tuple[str, Table]]:
    """Every table by the name of its file."""
    yield "scorecard.csv", scorecard_table(report)
    if report.contest is not None:
        yield "hindcast.csv", hindcast_table(report.contest)
        yield "errors.csv", errors_table(report.contest)
        yield "countries.csv", countries_table(report.contest, report.record is not None)
    if report.replays:
        yield "replay.csv", replay_table(report)
    yield "posterior.csv", posterior_table()
    yield "dictionary.csv", Table(("file", "meaning"), sorted(WORDS.items()))


def scorecard_table(report: Report) -> Table:
    """Every figure, in the unit of its row; of what is held out only the record is told."""
    header = (
        *("target", "module", "figure", "label", "unit", "use", "source", "grade"),
        *("published", "hit_from", "hit_to", "model", "q05", "q95", "verdict", "cause", "note"),
    )

    def rows() -> Iterator[tuple[Any, ...]]:
        for one in report.scores:
            row, shown = one.row, one.given is not None
            told = ";".join(f"{value:g}" for value in row.values) if shown else None
            given = ";".join(f"{value:.9g}" for value in one.means) if one.means else one.given
            yield (
                *(row.target, row.module, row.key, row.label, row.unit, row.use, row.source),
                *(row.grade, told, row.low if shown else None, row.high if shown else None),
                *(given, one.low, one.high, one.verdict, causes().get(row.key)),
                row.note if shown else None,
            )

    return Table(header, rows())


def hindcast_table(found: Contest) -> Table:
    """The marks of every forecast by period; those of later years only from a scoring of them."""

    def rows() -> Iterator[tuple[Any, ...]]:
        for entry in found.entries:
            periods = ((f"{YEARS[1]}-{YEARS[-1]}", entry.early), ("2022-2024", entry.late))
            for period, marked in periods:
                if marked is not None:
                    values = [getattr(marked, name) for name in MARKS]
                    yield (entry.forecast.name, entry.forecast.fitted_on, period, *values)

    return Table(("forecast", "fitted_on", "period", *MARKS), rows())


def errors_table(found: Contest) -> Table:
    """Root mean square and mean absolute error of the model's mean, by country and by year."""
    forecast, outcome = found.entry(MODEL).forecast, found.outcome
    errors: dict[tuple[str, str], list[float]] = {}
    for column, iso3 in enumerate(outcome.iso3):
        for row, year in enumerate(ALL_YEARS):
            true = float(outcome.shares[row, column])
            if year in YEARS[1:] and true == true:
                error = POINTS * (mean(forecast.shares[:, row, column].tolist()) - true)
                errors.setdefault(("country", iso3), []).append(error)
                errors.setdefault(("year", str(year)), []).append(error)
    rows = [
        (*key, len(one), mean(one), root_mean_square(one), mean([abs(error) for error in one]))
        for key, one in sorted(errors.items())
    ]
    return Table(("by", "name", "cases", "bias", "rmse", "mae"), rows)


def countries_table(found: Contest, late: bool) -> Table:
    """Shares of GDP; years after 2021 only once they have been scored."""
    forecast, outcome = found.entry(MODEL).forecast, found.outcome

    def rows() -> Iterator[tuple[Any, ...]]:
        for column, iso3 in enumerate(outcome.iso3):
            for row, year in enumerate(ALL_YEARS if late else YEARS):
                values = sorted(forecast.shares[:, row, column].tolist())
                spread = [quantile(values, share) for share in SHARES]
                true = float(outcome.shares[row, column])
                yield (iso3, year, true, outcome.grades[row], mean(values), *spread)

    names = [f"q{round(100 * share):02d}" for share in SHARES]
    return Table(("country", "year", "measured", "grade", "mean", *names), rows())


def replay_table(report: Report) -> Table:
    """Past items of the council."""
    rows = [(one.label, one.outcome, one.chance, one.grade, one.use) for one in report.replays]
    return Table(("item", "outcome", "chance_that_it_passes", "grade", "use"), rows)


def posterior_table() -> Table:
    """Prior and posterior of every parameter that was calibrated [unit of the parameter]."""
    rows = load_parameters()

    def told() -> Iterator[tuple[Any, ...]]:
        for name, left in load_posterior().items():
            row = rows[name]
            before = [value_at(row, moved) for moved in (-SIDE, 0.0, SIDE)]
            after = (left.q05, left.median, left.q95)
            yield (name, left.module, row.unit, *before, *after, "; ".join(left.moved_by))

    header = ("parameter", "module", "unit", "prior_q05", "prior_q50", "prior_q95")
    return Table((*header, "posterior_q05", "posterior_q50", "posterior_q95", "moved_by"), told())
