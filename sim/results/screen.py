"""What does the reader see on the terminal? Plain text, at most 100 columns wide."""

import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sim.analysis.compare import Comparison, Difference, Summary, Verdict
from sim.analysis.wording import (
    decimals_for,
    mean_with_error,
    number,
    path_label,
    percent,
    plain_text,
    scale_of,
)
from sim.data.load import load_levers
from sim.scenario.quarters import quarter_after, show_quarter

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.scenario.case import Case

WIDTH, GAP = 100, 2
NARROWEST, WIDEST = 25, 44  # the label column
LONGEST_RANGE = 13  # characters; a longer one does without commas
FEWEST = 10  # futures with a value, for a range of nine in ten
LEVELS = "What happens on each path: median [range of nine futures in ten], then the mean"
MEANS = "The difference of two means, not of the two medians above."
ERROR = "It shows only how well this many futures fix the mean, not what is unknown."
HOW_OFTEN = "'better in 100 %' counts futures, not size."
DIRECTION = {"higher": "higher is better", "lower": "lower is better", "neither": "no direction"}


def opening(case: "Case") -> str:
    """The question and the setting, known before anything is played."""
    end = show_quarter(quarter_after(case.start, case.steps - 1))
    setting = (
        f"Setting: {war_words(case)} Played from {show_quarter(case.start)} to {end}, world "
        f"{plain_text(case.world)}, decisions known by {case.knowledge.replace('mid', 'mid-')}. "
        f"{case.futures:,} futures from seed {case.seed}, the same for every path."
    )
    return f"{filled(plain_text(case.question))}\n\n{filled(setting)}"


def war_words(case: "Case") -> str:
    """The contingency in one sentence, and whether China decides or the scenario."""
    war = case.contingency
    if war.kind == "endogenous":
        return "China decides in each future whether, when and how it uses force against Taiwan."
    if war.kind == "none" or war.opens is None:
        return "no war over Taiwan happens."
    meaning = plain_text(war.meaning).rstrip(".")
    return f"{meaning}. It opens in {show_quarter(war.opens)}, a date fixed by the scenario."


def measures_text(
    comparison: Comparison,
    measures: Mapping[str, "Measure"],
    fixed: Sequence["Measure"] = (),
    asked: Collection[str] = (),
) -> str:
    """The headline measures by path: median, range of nine futures in ten, and mean.

    Args:
        comparison: what was played.
        measures: those that are scored.
        fixed: those that the scenario fixes, so that no path can change them.
        asked: names of the levers that some path asks for, as `levers_asked` finds them.
    """
    shown, columns = _headline(comparison, measures, asked), comparison.paths
    rows = [
        (
            f"{plain_text(m.title)} ({_unit(scale_of(m.unit).level, m.better)})",
            {path: _level(comparison.summaries[m.name, path], m) for path in columns},
        )
        for m in shown
    ]
    rows += [(plain_text(m.title), dict.fromkeys(columns, ["fixed by", "scenario"])) for m in fixed]
    table = grid(columns, rows, width=12)
    return "\n".join([LEVELS, *_some_futures(comparison, shown), "", table])


def levers_asked(case: "Case", paths: Collection[str]) -> set[str]:
    """The levers of which some of these paths asks, in some quarter, for more than 2024 had."""
    levers = load_levers()
    return {
        name
        for path in paths
        for name, values in case.paths[path].levers.items()
        if max(values) > levers[name].value_2024
    }


def differences_text(
    comparison: Comparison, measures: Mapping[str, "Measure"], asked: Collection[str] = ()
) -> str:
    """The paired differences of the headline measures: mean with its error, how often better.

    Args:
        comparison: what was played.
        measures: those that are scored.
        asked: names of the levers that some path asks for, as `levers_asked` finds them.
    """
    if not comparison.others:
        return "Only one path was played, so there is nothing to compare."
    others = comparison.others
    rows = [
        (
            f"{plain_text(m.title)} ({_unit(scale_of(m.unit).difference, m.better)})",
            {path: _gap(comparison, comparison.differences[m.name, path], m) for path in others},
        )
        for m in _headline(comparison, measures, asked)
    ]
    base = path_label(comparison.baseline)
    title = f"Difference from {base} in the same futures: mean ± half its 95 % interval"
    table = grid(others, rows, width=15)
    under = f"\n\n{filled(HOW_OFTEN)}" if "better in" in table or "worse in" in table else ""
    return f"{title}\n{filled(f'{MEANS} {ERROR}')}\n\n{table}{under}"


def grid(
    paths: Sequence[str], rows: Sequence[tuple[str, Mapping[str, Sequence[str]]]], width: int
) -> str:
    """A table with a wrapped label at the left; further paths go to a further block below.

    Args:
        paths: the columns.
        rows: label, and for each path the lines of its cell.
        width: smallest width of a column [characters].
    """
    needed = max(
        (len(line) for _, cells in rows for lines in cells.values() for line in lines), default=0
    )
    width = max(width, needed)
    fit = max(1, min(len(paths), (WIDTH - NARROWEST) // (width + GAP)))
    blocks = [paths[at : at + fit] for at in range(0, len(paths), fit)]
    label = min(WIDEST, WIDTH - fit * (width + GAP))
    return "\n\n".join("\n".join(_block(block, rows, width, label)) for block in blocks)


def _block(
    paths: Sequence[str],
    rows: Sequence[tuple[str, Mapping[str, Sequence[str]]]],
    width: int,
    label: int,
) -> Iterator[str]:
    heads = [textwrap.wrap(path_label(path), width, max_lines=2) or [""] for path in paths]
    yield from _lines([""], heads, width, label)
    yield "-" * (label + len(paths) * (width + GAP))
    for words, cells in rows:
        wrapped = textwrap.wrap(words, label - 1, subsequent_indent="  ")
        yield from _lines(wrapped, [cells[path] for path in paths], width, label)


def _lines(
    words: Sequence[str], cells: Sequence[Sequence[str]], width: int, label: int
) -> Iterator[str]:
    for row in range(max(len(words), *(len(cell) for cell in cells))):
        left = words[row] if row < len(words) else ""
        right = [cell[row] if row < len(cell) else "" for cell in cells]
        columns = "".join(f"{' ' * GAP}{text:>{width}}" for text in right)
        yield f"{left:<{label}}{columns}".rstrip()


def filled(text: str) -> str:
    """The text wrapped to the screen."""
    return textwrap.fill(text, WIDTH)


def _headline(
    comparison: Comparison, measures: Mapping[str, "Measure"], asked: Collection[str]
) -> list["Measure"]:
    """What stands in every table, and what some path of this one asks for."""
    return [
        measure
        for name, measure in measures.items()
        if (measure.headline or not set(asked).isdisjoint(measure.shown_with))
        and (name, comparison.baseline) in comparison.summaries
    ]


def _some_futures(comparison: Comparison, shown: Sequence["Measure"]) -> list[str]:
    """How to read a row that counts only some of the futures, where there is one."""
    cells = [comparison.summaries[m.name, path] for m in shown for path in comparison.paths]
    if not any(cell.n and cell.not_reached for cell in cells):
        return []
    note = "A row with 'in x of y' takes only the futures in which it happened"
    if not comparison.others:
        return [filled(f"{note}.")]
    paired = "The paired differences below do not."
    return [filled(f"{note}; these can differ between paths. {paired}")]


def _level(summary: Summary, measure: "Measure") -> list[str]:
    factor = scale_of(measure.unit).factor
    if not summary.n:
        return ["not reached", "in any future"]
    if measure.either:
        return [_often(summary.mean), "of futures"]
    places = decimals_for(max(abs(summary.low), abs(summary.high)) * factor)
    median, low, high, mean = (
        number(value * factor, places)
        for value in (summary.median, summary.low, summary.high, summary.mean)
    )
    spread = f"[{low}, {high}]"
    if len(spread) > LONGEST_RANGE:
        spread = f"[{low.replace(',', '')}, {high.replace(',', '')}]"
    total = summary.n + summary.not_reached
    some = f"in {summary.n:,} of {total:,} futures" if summary.not_reached else ""
    return [
        median,
        *([spread] if summary.n >= FEWEST or not some else []),
        f"mean {mean}",
        *textwrap.wrap(some, LONGEST_RANGE),
    ]


def _gap(comparison: Comparison, difference: Difference, measure: "Measure") -> list[str]:
    if difference.verdict in (Verdict.NO_DIFFERENCE, Verdict.NOT_COMPARABLE):
        return [difference.verdict.value]
    if comparison.negligible(difference):
        return ["about 0"]
    return [mean_with_error(difference, measure.unit), *_said(difference)]


def _said(difference: Difference) -> list[str]:
    if difference.verdict is Verdict.NOT_DISTINGUISHABLE:
        return ["not", "distinguishable"]
    if difference.verdict is Verdict.DIFFERENT:
        return []
    pairs = [f"({difference.n:,} pairs)"] if difference.only_path + difference.only_baseline else []
    if difference.verdict is Verdict.WORSE:
        return [f"worse in {_often(difference.worse)}", *pairs]
    return [f"better in {_often(difference.better)}", *pairs]


def _often(share: float) -> str:
    return percent(share).replace("over ", ">").replace("under ", "<")


def _unit(unit: str, better: str) -> str:
    return f"{unit}; {DIRECTION[better]}" if unit else DIRECTION[better]
