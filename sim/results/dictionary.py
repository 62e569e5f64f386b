"""What does each column of a study mean, in which unit, and which direction is better?"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sim.results.tables import DIFFERENCE_COLUMNS, Table

if TYPE_CHECKING:
    from sim.analysis.measures import Measure, Series
    from sim.scenario.case import Case

HEADER = ("file", "column", "label", "unit", "better", "meaning", "basis")
DIFFERENCE_WORDS = {
    "baseline": "the path that the difference is taken from",
    "pairs": "futures in which both paths reached a value",
    "only_path_reached": "futures in which only the path reached a value; in no average",
    "only_baseline_reached": "futures in which only the baseline reached a value; in no average",
    "mean": "average over futures of path minus baseline",
    "mean_low_95": "lower end of the 95 % interval of the mean",
    "mean_high_95": "upper end of the 95 % interval of the mean",
    "median": "middle of the paired differences",
    "low_5": "one future in twenty has a difference below this",
    "high_95": "one future in twenty has a difference above this",
    "better_share": "share of pairs in which the path is better; empty without a direction",
    "worse_share": "share of pairs in which the path is worse; empty without a direction",
    "equal_share": "share of pairs with exactly the same value",
    "verdict": "not distinguishable: the 95 % interval of the mean contains zero",
    "futures_to_tell": "futures after which the 95 % interval would just leave zero out",
}
SUMMARY_WORDS = {
    "futures": "futures in which the measure was reached",
    "not_reached": "futures in which it was not; in no median",
    "median": "half of the futures lie below",
    "low_5": "one future in twenty lies below",
    "high_95": "one future in twenty lies above",
    "mean": "average over futures",
}


def dictionary_table(
    case: "Case", measures: Mapping[str, "Measure"], series: Mapping[str, "Series"]
) -> Table:
    """One row for each column of the other tables; an empty cell there means "not reached"."""
    return Table(HEADER, _rows(case, measures, series))


def _rows(
    case: "Case", measures: Mapping[str, "Measure"], series: Mapping[str, "Series"]
) -> Iterator[tuple[str, ...]]:
    for name, m in measures.items():
        yield ("measures.csv", name, m.label, m.unit, m.better, m.meaning, str(m.basis))
    for name, s in series.items():
        yield ("bands.csv", name, s.label, s.unit, "", s.meaning, "")
    for name, p in case.parameters.items():
        basis = "; ".join((str(p.basis), *p.sources))
        yield ("parameters.csv", name, name.replace("_", " "), p.unit, "", p.meaning, basis)
    for column in DIFFERENCE_COLUMNS:
        if column in DIFFERENCE_WORDS:
            yield ("differences.csv", column, "", "", "", DIFFERENCE_WORDS[column], "")
    for column, words in SUMMARY_WORDS.items():
        yield ("summary.csv", column, "", "", "", words, "")
