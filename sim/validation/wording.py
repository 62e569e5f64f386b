"""How is a score said, in a table for the screen and in one for the README?"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from sim.analysis.wording import number
from sim.data.checks import read_yaml
from sim.validation.contest import FROM_2021, MODEL, REFITTED, Contest, Entry
from sim.validation.report import Report
from sim.validation.scorecard import HIT, MISS, NEAR, NOT_REACHED, Score
from sim.validation.scoring import Marks

CAUSES = Path(__file__).parents[1] / "data" / "causes.yaml"
TREND = "linear trend"
METRICS = (
    ("rmse", "RMSE", 2),
    ("mae", "MAE", 2),
    ("count_rmse", "count", 1),
    ("growth_rmse", "growth", 1),
    ("in_half", "50 %", 2),
    ("in_nine_tenths", "90 %", 2),
    ("crps", "CRPS", 2),
)


@cache
def causes() -> dict[str, str]:
    """Why a figure is not met, by its key."""
    return read_yaml(CAUSES)


def short(value: float) -> str:
    """A number with about three digits.

    >>> short(0.1234), short(28000.0), short(7.0)
    ('0.12', '28,000', '7.0')
    """
    size = abs(value)
    return number(value, 2 if size < 2 else 1 if size < 100 else 0)


def published(one: Score) -> str:
    """What was published."""
    return ", ".join(f"{value:,g}" for value in one.row.values) or "-"


def given(one: Score) -> str:
    """What the model gives: mean and nine in ten, or the means of a series and their error."""
    if one.given is None:
        return "-"
    if one.means:
        means = ", ".join(short(value) for value in one.means)
        return f"{means} (RMSE {short(one.given)}, allowed {one.row.high:g})"
    if one.low is None or one.high is None or one.low == one.high:
        return short(one.given)
    return f"{short(one.given)} ({short(one.low)} to {short(one.high)})"


def told_verdict(one: Score) -> str:
    """The verdict; a figure of grade B or C is marked."""
    mark = "" if one.row.grade == "A" else f" [{one.row.grade}]"
    return f"{one.verdict}{mark}"


def score_cells(scores: Iterable[Score]) -> list[tuple[str, ...]]:
    """One row for each figure, for any table."""
    return [
        (
            one.row.target,
            one.row.label + (f" ({_unit(one)})" if _unit(one) else ""),
            published(one) if one.verdict != "held out" else "-",
            given(one),
            told_verdict(one),
            one.row.use,
            f"{one.row.source}, {one.row.grade}",
        )
        for one in scores
    ]


def _unit(one: Score) -> str:
    plain = ("probability", "share", "share of games", "share of futures", "1", "ratio", "0 or 1")
    return "" if one.row.unit in plain else one.row.unit


def contest_cells(found: Contest, late: bool = False) -> list[tuple[str, ...]]:
    """One row for each forecast that was marked in the years asked for."""
    rows = []
    for entry in found.entries:
        marked = entry.late if late else entry.early
        if marked is not None:
            fitted = entry.forecast.fitted_on
            rows.append((entry.forecast.name, fitted, *mark_cells(marked)))
    return rows


def mark_cells(marked: Marks) -> list[str]:
    """The marks in words; a dash where a forecast has no band."""
    values = [(getattr(marked, name), digits) for name, _, digits in METRICS]
    return ["-" if value != value else number(value, digits) for value, digits in values]


def verdict_counts(report: Report) -> dict[str, int]:
    """How many targets for calibration are hits, near-misses and misses."""
    words = list(report.verdicts.values())
    return {word: words.count(word) for word in (HIT, NEAR, MISS, NOT_REACHED)}


def comparisons(found: Contest) -> list[str]:
    """In sentences: where the model beats whom in the years to 2021, and where it does not."""
    others = [entry for entry in found.entries if entry.forecast.name != MODEL]
    ours = found.entry(MODEL)
    return [
        compared(ours.early, other.early, f"2015 to 2021, model against {who(other)}")
        for other in others
        if ours.early is not None and other.early is not None
    ]


def late_comparisons(found: Contest) -> list[str]:
    """The same for the years after 2021, each against those who know as much."""
    told = []
    for name in (REFITTED, FROM_2021):
        ours = found.entry(name)
        for other in found.entries:
            fair = other.forecast.name not in (MODEL, REFITTED, FROM_2021) and (
                other.forecast.starts == ours.forecast.starts or other.forecast.name == TREND
            )
            if fair and ours.late is not None and other.late is not None:
                text = f"2022 to 2024, {name} against {who(other)}"
                told.append(compared(ours.late, other.late, text))
    return told


def who(entry: Entry) -> str:
    """The name of a forecast; of one that was fitted on the years that it is scored on, also that.

    That is the trend in the years to 2021: a line through the outcomes themselves.
    """
    name = entry.forecast.name
    fitted = name == TREND and entry.late is None
    return f"{name} (a line through the outcomes themselves)" if fitted else name


def compared(ours: Marks, theirs: Marks, head: str) -> str:
    """Where one forecast beats another, and where it does not."""
    better: list[str] = []
    worse: list[str] = []
    for name, words in (
        ("rmse", "error by country"),
        ("count_rmse", "count at 2 %"),
        ("growth_rmse", "growth"),
        ("crps", "ranked probability score"),
    ):
        mine, other = getattr(ours, name), getattr(theirs, name)
        gap = f"{words} ({number(mine, 2)} against {number(other, 2)})"
        (better if mine < other else worse).append(gap)
    text = f"{head}: " + (f"better on {_listed(better)}" if better else "better on nothing")
    return text + (f"; not better on {_listed(worse)}." if worse else ".")


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def columns(rows: Sequence[Sequence[str]], header: Sequence[str]) -> list[str]:
    """The rows under their header, in columns as wide as they need."""
    table = [tuple(header), *[tuple(row) for row in rows]]
    widths = [max(len(row[at]) for row in table) for at in range(len(header))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def markdown(rows: Sequence[Sequence[str]], header: Sequence[str]) -> list[str]:
    """The same as a table of a README."""
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(row) + " |" for row in lines]
