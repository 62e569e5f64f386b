"""Which tables does a study hold, and what is in each column?

Numbers have nine significant digits; an empty cell means "not reached in this future".
"""

import csv
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.analysis.bands import SHARES, Bands
from sim.analysis.campaigns import SHARES as DAY_SHARES
from sim.analysis.campaigns import YEAR_BY_WEEK, by_day, day_rows, fought
from sim.analysis.compare import Comparison
from sim.analysis.scores import scores
from sim.analysis.spread import quantile, reached
from sim.analysis.stances import StanceCurves
from sim.scenario.quarters import quarter_after, show_quarter

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

NO_QUANTITY = ("day", "kind", "stage")  # columns of a turn that no quantile makes sense of
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Table:
    """A header and its rows; the cells are numbers or text."""

    header: Sequence[str]
    rows: Iterable[Sequence[str | float | int | None]]


def write_table(file: Path, table: Table) -> None:
    """Write one table as CSV; rows are made and written one by one."""
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow([cell(name) for name in table.header])
        writer.writerows([cell(value) for value in row] for row in table.rows)


def cell(value: str | float | int | None) -> str:
    """A value as a CSV cell; text that a spreadsheet would run gets an apostrophe in front.

    >>> cell(1 / 3), cell(float("nan")), cell("=1+1"), cell(-0.0)
    ('0.333333333', '', "'=1+1", '0')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value + 0.0:.9g}"
    return str(value)


def measures_table(outcome: "Outcome", measures: Collection[str]) -> Table:
    """One row for each path and future, one column for each measure."""
    return Table(("path", "future", *measures), _measure_rows(outcome, measures))


def _measure_rows(
    outcome: "Outcome", measures: Collection[str]
) -> Iterator[Sequence[str | float | int]]:
    blocks = scores(outcome, measures).values()
    for slot, path in enumerate(outcome.paths):
        columns = [block[slot].tolist() for block in blocks]
        for future, values in enumerate(zip(*columns, strict=True), outcome.first_future):
            yield (path, future, *values)


def parameters_table(outcome: "Outcome") -> Table:
    """One row for each future: the value of every uncertain parameter, the same on all paths."""
    columns = [values.tolist() for values in outcome.parameters.values()]
    rows = (
        (future, *(column[future - outcome.first_future] for column in columns))
        for future in range(outcome.first_future, outcome.first_future + outcome.n_futures)
    )
    return Table(("future", *outcome.parameters), rows)


def summary_table(comparison: Comparison) -> Table:
    """One row for each measure and path: median, 90 % range, mean."""
    header = ("measure", "path", "futures", "not_reached", "median", "low_5", "high_95", "mean")
    rows = (
        (s.measure, s.path, s.n, s.not_reached, s.median, s.low, s.high, s.mean)
        for s in comparison.summaries.values()
    )
    return Table(header, rows)


DIFFERENCE_COLUMNS = (
    "measure",
    "path",
    "baseline",
    "pairs",
    "only_path_reached",
    "only_baseline_reached",
    "mean",
    "mean_low_95",
    "mean_high_95",
    "median",
    "low_5",
    "high_95",
    "better_share",
    "worse_share",
    "equal_share",
    "verdict",
    "futures_to_tell",
)


def differences_table(comparison: Comparison) -> Table:
    """One row for each measure and path: the paired difference from the baseline."""
    rows = (
        (
            *(d.measure, d.path, comparison.baseline, d.n, d.only_path, d.only_baseline),
            *(d.mean, d.low, d.high, d.median, d.low_90, d.high_90),
            *(d.better, d.worse, d.equal, d.verdict.value, d.futures_to_tell),
        )
        for d in comparison.differences.values()
    )
    return Table(DIFFERENCE_COLUMNS, rows)


def bands_table(outcome: "Outcome", curves: Mapping[str, Bands]) -> Table:
    """One row for each series, path and step: five quantiles over the futures."""
    shares = [f"q{round(share * 100):02d}" for share in SHARES]
    return Table(("series", "path", "step", "quarter", *shares), _band_rows(outcome, curves))


def _band_rows(
    outcome: "Outcome", curves: Mapping[str, Bands]
) -> Iterator[Sequence[str | float | int]]:
    for name, band in curves.items():
        for path in band.paths:
            for step, values in enumerate(band.of(path).T.tolist()):
                quarter = show_quarter(quarter_after(outcome.case.start, step))
                yield (name, path, step, quarter, *values)


def campaign_table(outcome: "Outcome") -> Table:
    """Campaigns over days since the opening: nine in ten futures, for each path and quantity."""
    header = ("quantity", "path", "day", *(f"q{round(share * 100):02d}" for share in DAY_SHARES))
    return Table(header, _campaign_rows(outcome))


def _campaign_rows(outcome: "Outcome") -> Iterator[Sequence[str | float | int | None]]:
    for path in outcome.paths:
        if not fought(outcome, path):
            continue
        for name in outcome.turns:
            if name not in NO_QUANTITY:
                curve = by_day(outcome, name, path, YEAR_BY_WEEK)
                for row in day_rows(YEAR_BY_WEEK, curve):
                    yield (name, path, *row)


def stances_table(stances: Mapping[str, StanceCurves]) -> Table:
    """One row for each stance, path, government and year: median and 90 % range over futures."""
    header = ("stance", "path", "country", "year", "median", "low_5", "high_95")
    return Table(header, (row for found in stances.values() for row in _stance_rows(found)))


def _stance_rows(found: StanceCurves) -> Iterator[Sequence[str | float | int]]:
    for path, curves in zip(found.paths, found.curves, strict=True):
        for place, country in enumerate(found.governments):
            for year, values in zip(found.years, curves[:, :, place].T.tolist(), strict=True):
                yield (found.stance, path, country, year, *values)


def spread_table(
    blocks: Mapping[str, NDArray[np.float64]],
    paths: Sequence[str],
    column: str,
    names: Sequence[str],
    units: Mapping[str, str],
) -> Table:
    """One row for each quantity, path and country or class: median and 90 % range over futures.

    Args:
        blocks: quantity -> [path, future, name].
        paths: names of the first axis.
        column: what the last axis is, as a column name.
        names: names of the last axis.
        units: quantity -> unit.
    """
    header = ("quantity", "unit", "path", column, "median", "low_5", "high_95")
    rows = (
        (quantity, units.get(quantity, ""), path, name, *_spread(block[slot, :, place]))
        for quantity, block in blocks.items()
        for slot, path in enumerate(paths)
        for place, name in enumerate(names)
    )
    return Table(header, rows)


def _spread(values: NDArray[np.float64]) -> tuple[float, float, float]:
    ordered = sorted(reached(values.tolist()))
    return quantile(ordered, 0.5), quantile(ordered, 0.05), quantile(ordered, 0.95)
