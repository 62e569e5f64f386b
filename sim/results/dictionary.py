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

ROBUST_WORDS = (
    ("panels.csv", "panel", "decides: China decides; fixed_YEAR or own: a fixed war; none: no war"),
    ("panels.csv", "own", "1: the panel that the scenario asks for, with all futures"),
    ("panels.csv", "level", "average over futures on the path"),
    ("panels.csv", "baseline_level", "average over futures on the baseline"),
    ("panels.csv", "verdict", "fixed by scenario: deterrence cannot show in this panel"),
    ("worlds.csv", "world", "the same futures, with the priors of this world; worlds are no votes"),
    ("costs.csv", "extra_cost", "2024 USD bn more than the baseline, mean, not discounted"),
    ("costs.csv", "extra_cost_discounted", "the same, 3 % a year (assumption)"),
    ("costs.csv", "per_10bn", "mean difference for each 10 bn of extra cost, not discounted"),
    (
        "matched.csv",
        "factor",
        "part of the way from the levers of the baseline to those of the path",
    ),
    (
        "matched.csv",
        "target_cost",
        "extra cost of the cheapest path that costs something, discounted",
    ),
    ("effects.csv", "term", "paths whose parts the effect or interaction belongs to"),
    ("break_even.csv", "low", "it breaks even between low and high, or nowhere between them"),
    ("break_even.csv", "prior_place", "share of the prior below the value"),
    ("strongest.csv", "relative", "gain as a share of the baseline's mean"),
    ("strongest.csv", "losing", "1: leads on the fewest key measures"),
    (
        "flips.csv",
        "moved_sd",
        "smallest move that makes the path win; empty: none in 98 % of the prior",
    ),
    (
        "flips.csv",
        "value_low",
        "the ranking turns between value_low and value_high, or nowhere there",
    ),
)


def dictionary_table(
    case: "Case",
    measures: Mapping[str, "Measure"],
    series: Mapping[str, "Series"],
    robust: bool = False,
) -> Table:
    """One row for each column of the other tables; an empty cell there means "not reached".

    Args:
        case: its parameters are columns.
        measures: columns of measures.csv.
        series: rows of bands.csv.
        robust: whether panels, worlds, costs and assumptions have tables too.
    """
    rows = list(_rows(case, measures, series))
    if robust:
        rows += [(file, column, "", "", "", words, "") for file, column, words in ROBUST_WORDS]
    return Table(HEADER, rows)


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
