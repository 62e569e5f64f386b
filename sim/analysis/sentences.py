"""What came out, in two or three sentences written by rule from the numbers?

No sentence knows any path: names enter only as labels, so renaming the paths swaps the names
in the sentences and changes nothing else.
"""

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison, Difference, Verdict
from sim.analysis.wording import (
    difference_numbers,
    path_label,
    percent,
    plain_text,
    scale_of,
)

if TYPE_CHECKING:
    from sim.analysis.measures import Measure

GROUPS = {"europe": "Europe", "taiwan": "Taiwan", "alliance": "The alliance"}
FIXED_DATE = (
    "The scenario's own panel answers only: if war comes, who copes? "
    "Deterrence cannot show here: the date is fixed by the scenario."
)
NO_WAR = (
    "In the scenario's own panel no war is played, so it shows preparation and its price only. "
    "Deterrence cannot show here either."
)
DECIDES = (
    "Chances of force start from expert opinion and are the same on every path at the start; only "
    "differences between paths come from the model. Margins of war are known only in the futures "
    "in which China was drawn to act."
)
LIMITS = {"none": NO_WAR, "endogenous": DECIDES}


def sentences(
    comparison: Comparison, measures: Mapping[str, "Measure"], contingency_kind: str
) -> tuple[str, ...]:
    """What may be said about this study, most important first, each a short paragraph.

    Args:
        comparison: the paired differences.
        measures: name -> label, unit, group; only headline measures are talked about.
        contingency_kind: 'none' when no war is played, else the kind of war the scenario fixes.
    """
    headline = {name: m for name, m in measures.items() if m.headline}
    spoken = [
        *(_group_sentence(group, comparison, headline) for group in GROUPS),
        _cost_sentence(comparison, headline),
        _silence_sentence(comparison, headline),
        _sameness_sentence(comparison, headline),
        LIMITS.get(contingency_kind, FIXED_DATE),
    ]
    return tuple(sentence for sentence in spoken if sentence)


def _group_sentence(
    group: str, comparison: Comparison, measures: Mapping[str, "Measure"]
) -> str | None:
    """The largest distinguishable difference of a group, and the largest the other way.

    A measure that most futures do not reach on both paths is left to the table: the futures that
    do reach it are a chosen few.
    """
    found = [
        difference
        for difference in _differences(comparison, measures, group)
        if difference.distinguishable and 2 * difference.n >= comparison.futures
    ]
    if not found:
        return None
    largest = max(found, key=lambda difference: _size(difference, comparison))
    base = path_label(comparison.baseline)
    text = f"{GROUPS[group]}: the largest difference from {base} is {_told(largest, measures)}."
    opposite = [d for d in found if {d.verdict, largest.verdict} == {Verdict.BETTER, Verdict.WORSE}]
    if opposite:
        other = max(opposite, key=lambda difference: _size(difference, comparison))
        text += f" The largest the other way is {_told(other, measures)}."
    return text


def _cost_sentence(comparison: Comparison, measures: Mapping[str, "Measure"]) -> str | None:
    """What every other path costs by the first headline cost measure, in path order."""
    costs = [name for name, measure in measures.items() if measure.group == "cost"]
    rows = [d for d in _differences(comparison, measures, "cost") if d.measure == costs[0]]
    if not rows:
        return None
    unit = measures[costs[0]].unit
    prices = "; ".join(f"{path_label(row.path)} {_price(row, unit)}" for row in rows)
    name = f'"{_label(costs[0], measures)}"' + (f" in {shown}" if (shown := _unit(unit)) else "")
    base = path_label(comparison.baseline)
    return f"Cost against {base}, {name}, mean [95 % interval]: {prices}."


def _silence_sentence(comparison: Comparison, measures: Mapping[str, "Measure"]) -> str | None:
    """Where the futures played cannot tell a path from the baseline."""
    parts = []
    for path in comparison.others:
        names = [
            f'"{_label(d.measure, measures)}"'
            for d in _differences(comparison, measures)
            if d.path == path
            and d.verdict is Verdict.NOT_DISTINGUISHABLE
            and not comparison.negligible(d)
        ]
        if names:
            parts.append(f"{path_label(path)} on {', '.join(names)}")
    if not parts:
        return None
    base = path_label(comparison.baseline)
    futures = f"{comparison.futures:,} futures"
    return f"Not distinguishable from {base} with {futures}: {'; '.join(parts)}."


def _sameness_sentence(comparison: Comparison, measures: Mapping[str, "Measure"]) -> str | None:
    """What no path changes at all."""
    same = [
        f'"{_label(name, measures)}"'
        for name in measures
        if (verdicts := {d.verdict for d in _differences(comparison, {name: measures[name]})})
        and verdicts == {Verdict.NO_DIFFERENCE}
    ]
    return f"Exactly the same on every path: {', '.join(same)}." if same else None


def _differences(
    comparison: Comparison, measures: Mapping[str, "Measure"], group: str | None = None
) -> Iterable[Difference]:
    """Differences of the given measures, in the order of measures and paths."""
    for name, measure in measures.items():
        for path in comparison.others:
            if (name, path) in comparison.differences and group in (None, measure.group):
                yield comparison.differences[name, path]


def _size(difference: Difference, comparison: Comparison) -> float:
    """The mean difference as a multiple of the baseline's 90 % range, to rank unlike units."""
    base = comparison.summaries[difference.measure, comparison.baseline]
    for yardstick in (base.high - base.low, abs(base.median)):
        if math.isfinite(yardstick) and yardstick > 0:
            return abs(difference.mean) / yardstick
    return abs(difference.mean)


def _told(difference: Difference, measures: Mapping[str, "Measure"]) -> str:
    """A path, a measure, the mean with its interval, and how often it is better."""
    name = difference.measure
    return (
        f'{path_label(difference.path)} on "{_label(name, measures)}": '
        f"{_amount(difference, measures[name].unit)}{_how_often(difference)}"
    )


def _how_often(difference: Difference) -> str:
    if math.isnan(difference.better):
        return ""
    unpaired = difference.only_path + difference.only_baseline
    which = f"the {difference.n:,} futures in which both reach it" if unpaired else "futures"
    if difference.verdict is Verdict.WORSE:
        return f", worse in {percent(difference.worse)} of {which}"
    return f", better in {percent(difference.better)} of {which}"


def _price(difference: Difference, unit: str) -> str:
    if not difference.distinguishable:
        return difference.verdict.value
    mean, low, high = difference_numbers(difference, unit)
    return f"{mean} [{low}, {high}]"


def _amount(difference: Difference, unit: str) -> str:
    mean, low, high = difference_numbers(difference, unit)
    shown = f" {_unit(unit)}" if _unit(unit) else ""
    return f"{mean}{shown} on average (95 % interval {low} to {high})"


def _unit(unit: str) -> str:
    return scale_of(unit).difference


def _label(name: str, measures: Mapping[str, "Measure"]) -> str:
    return plain_text(measures[name].label)
