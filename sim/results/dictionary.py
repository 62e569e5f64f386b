"""What does each column of a study mean, in which unit, and which direction is better?"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sim.analysis.bands import SHARES
from sim.analysis.break_even import KINDS
from sim.experiment.play import STANCE_FUTURES
from sim.model.fields.turn import TURN_FIELDS
from sim.results.robust_tables import COSTS, EFFECTS, MATCHED, PANELS, STRONGEST, WORLDS
from sim.results.tables import DIFFERENCE_COLUMNS, NO_QUANTITY, Table

if TYPE_CHECKING:
    from sim.analysis.measures import Measure, Series
    from sim.scenario.case import Case

HEADER = ("file", "column", "label", "unit", "better", "meaning", "basis")
DIFFERENCE_WORDS = {
    "baseline": "the path that the difference is taken from",
    "pairs": "futures in which both paths reached a value",
    "only_path_reached": "futures in which only the path reached a value; in no average",
    "only_baseline_reached": "futures in which only the baseline reached a value; in no average",
    "mean": "average over futures of path minus baseline; the screen shows it in every difference",
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
    "median": "half of the futures lie below; the screen shows it for each path",
    "low_5": "one future in twenty lies below",
    "high_95": "one future in twenty lies above",
    "mean": "average over futures; differences are taken of means, so quote it with them",
}
SPREAD_WORDS = {
    "median": "over futures, not a mean",
    **{end: SUMMARY_WORDS[end] for end in ("low_5", "high_95")},
}
CAMPAIGN_WORDS = {
    "quantity": "what is kept of each turn; a row below for each",
    "day": "days since the opening; a future counts with its last turn up to then",
    "q05": f"over the first futures, {STANCE_FUTURES} at most: one in twenty lies below",
    "q50": "half of these futures lie below",
    "q95": "one in twenty of these futures lies above",
}
STANCE_WORDS = {
    "stance": "china_hardness: toughness toward China; russia_threat: threat in Russia; 0 to 1",
    "year": "the stance is that of the last quarter played in this year",
    "median": f"over the first futures, {STANCE_FUTURES} at most, not a mean",
    "low_5": "one in twenty of these futures lies below",
    "high_95": "one in twenty of these futures lies above",
}
BAND_WORDS = {
    f"q{round(share * 100):02d}": f"{share * 100:g} % of the futures lie below"
    + (": the median" if share == 0.5 else "")
    for share in SHARES
}
DIFFERENCE_TABLES = {
    "panels.csv": PANELS,
    "worlds.csv": WORLDS,
    "matched.csv": MATCHED,
    "costs.csv": COSTS,
    "effects.csv": EFFECTS,
    "strongest.csv": STRONGEST,
}

ROBUST_WORDS = (
    ("panels.csv", "panel", "decides: China decides; fixed_YEAR or own: a fixed war; none: no war"),
    ("panels.csv", "own", "1: the panel that the scenario asks for, with all futures"),
    *(
        (file, column, f"average over futures on the {whose}, a mean")
        for file in ("panels.csv", "worlds.csv", "matched.csv")
        for column, whose in (("level", "path"), ("baseline_level", "baseline"))
    ),
    ("panels.csv", "verdict", "fixed by scenario: deterrence cannot show in this panel"),
    ("worlds.csv", "world", "the same futures, with the priors of this world; worlds are no votes"),
    ("costs.csv", "extra_cost", "all spending beyond the baseline, mean, 2024 USD bn"),
    ("costs.csv", "extra_cost_discounted", "the same, 3 % a year (assumption), first futures"),
    (
        "costs.csv",
        "running_cost_discounted",
        "of this, presence, programmes and aid, mean, 2024 USD bn",
    ),
    ("costs.csv", "extra_ship_years", "ships on station beyond the baseline, mean, ship-years"),
    (
        "costs.csv",
        "cost_counted",
        "all spending, or presence, programmes and aid where the rest cannot be told from zero",
    ),
    ("costs.csv", "cost", "what is divided by, mean, 2024 USD bn; empty: not told from zero"),
    ("costs.csv", "per_10bn", "mean difference for each 10 bn of cost; empty without a cost"),
    ("costs.csv", "per_10bn_low_95", "from the ends of both 95 % intervals, of effect and cost"),
    ("costs.csv", "verdict", "of the difference itself, not of its ratio to the cost"),
    (
        "matched.csv",
        "factor",
        "part of the way from the levers of the baseline to those of the path, 0.1 at least",
    ),
    (
        "matched.csv",
        "target_cost",
        "cost of the cheapest path of similar size (within a factor of ten), 2024 USD bn",
    ),
    ("matched.csv", "extra_cost", "what the path then costs, mean, discounted, 2024 USD bn"),
    ("matched.csv", "measure", "ship_years is not matched, only shown"),
    ("break_even.csv", "price", "mean running cost of presence, 2024 USD bn"),
    *(
        ("break_even.csv", f"loss_{kind}", "mean first-year loss of allies, 2024 USD bn")
        for kind in KINDS
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
        words = {(file, column): text for file, column, text in (*_means(), *ROBUST_WORDS)}
        rows += [(*place, "", "", "", text, "") for place, text in words.items()]
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
    for column, words in BAND_WORDS.items():
        yield ("bands.csv", column, "", "", "", words, "")
    for file in ("countries.csv", "classes.csv"):
        for column, words in SPREAD_WORDS.items():
            yield (file, column, "", "", "", words, "")
    for field in TURN_FIELDS:
        if field.name not in NO_QUANTITY:
            yield ("campaign.csv", field.name, "", field.unit, "", field.meaning, "")
    for column, words in CAMPAIGN_WORDS.items():
        yield ("campaign.csv", column, "", "", "", words, "")
    for column, words in STANCE_WORDS.items():
        yield ("stances.csv", column, "", "", "", words, "")


def _means() -> Iterator[tuple[str, str, str]]:
    """What the columns of a difference mean in the other tables that have them."""
    for file, header in DIFFERENCE_TABLES.items():
        for column in header:
            if column in DIFFERENCE_WORDS:
                yield file, column, DIFFERENCE_WORDS[column]
