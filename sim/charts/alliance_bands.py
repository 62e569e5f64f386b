"""Does the alliance hold together, and who believes China's account, on each path over time?"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes

from sim.analysis.bands import Bands
from sim.analysis.compare import Summary, differ, summarise
from sim.charts import fan, style
from sim.charts.labels import short
from sim.charts.low_point import Gap, has_war
from sim.charts.page import period
from sim.charts.picture import Picture

if TYPE_CHECKING:
    from sim.experiment.play import Outcome
    from sim.results.study import Findings

SHOWN = {"cohesion": "higher", "narrative": "lower"}
FAR = 0.1  # paths differ far when their means do by this share of the wider 90 % range
LITTLE = 0.05  # and hardly at all below this share
ROW_NAMES = {"cohesion": "Cohesion", "narrative": "China's\nnarrative"}
WORDS = {"cohesion": "cohesion", "narrative": "the reach of China's narrative"}
TOP = 1.08  # of the axes, so that the highest tick clears the words above
TICKS = (0, 0.25, 0.5, 0.75, 1)


def draw(findings: "Findings") -> list[Picture]:
    """The slides of this chart: usually one, more when there are many paths."""
    outcome = findings.outcome
    shown = {name: _measured(findings.curves[name]) for name in SHOWN if name in findings.curves}
    if not shown:
        return []
    grid = fan.Grid(
        name="alliance_bands",
        title=finding(outcome, tuple(shown)),
        subtitle=_subtitle(outcome),
        describe=_description,
        draw_row=_row,
        left=0.105,
        above=0.14 if has_war(outcome) else 0.1,
        row_gap=0.2,
    )
    return fan.slides(outcome, shown, findings.identity, grid)


def finding(outcome: "Outcome", shown: Sequence[str]) -> str:
    """The title: where paths end furthest from the baseline on average, and whether it is far."""
    if len(outcome.paths) < 2:
        return _alone(outcome, shown)
    told = [gap for name in shown for gap in gaps(outcome, name) if gap.difference.distinguishable]
    base = short(outcome.case.baseline)
    things = " or ".join(WORDS[name] for name in shown)
    if not told:
        return f"No path can be told from {base} by {things} at the end of {_last(outcome)}"
    if all(share_of_range(gap) < LITTLE for gap in told):
        return _little(outcome, shown, things)
    widest = max(told, key=share_of_range)
    numbers = (
        f"{WORDS[widest.margin]} ends at {widest.path.mean:.2f} with {short(widest.path.path)} "
        f"({_range(widest.path)}), {widest.baseline.mean:.2f} with {base}"
    )
    if share_of_range(widest) < FAR:
        return f"On average paths differ little: {numbers}"
    return f"On average {numbers}"


def _alone(outcome: "Outcome", shown: Sequence[str]) -> str:
    """The title where nothing is compared: the middle future of the one path, and the range."""
    (path,) = outcome.paths
    ends = [summarise(name, path, _at_the_end(outcome, name)[path]) for name in shown]
    told = " and ".join(f"{WORDS[end.measure]} at {end.median:.2f} ({_range(end)})" for end in ends)
    return f"On {short(path)}, {_last(outcome)} ends with {told}"


def _little(outcome: "Outcome", shown: Sequence[str], things: str) -> str:
    """The title when futures differ far more than paths do."""
    rows = [gap for name in shown for gap in gaps(outcome, name)]
    most = max(abs(gap.difference.mean) for gap in rows)
    spread = max((gap.baseline for gap in rows), key=lambda row: row.high - row.low)
    return (
        f"No path moves {things} by more than {math.ceil(most * 100) / 100:.2f} on average; "
        f"futures put {WORDS[spread.measure]} anywhere from {spread.low:.2f} to {spread.high:.2f}"
    )


def gaps(outcome: "Outcome", series: str) -> list[Gap]:
    """Every path against the baseline in the last quarter of a series."""
    last = _at_the_end(outcome, series)
    base = outcome.case.baseline
    return [
        Gap(
            margin=series,
            path=summarise(series, path, values),
            baseline=summarise(series, base, last[base]),
            difference=differ(series, path, values, last[base], SHOWN[series]),
        )
        for path, values in last.items()
        if path != base
    ]


def _at_the_end(outcome: "Outcome", series: str) -> dict[str, list[float]]:
    """The last quarter of every future, by path."""
    return {
        path: outcome.series[series][slot][:, -1].tolist()
        for slot, path in enumerate(outcome.paths)
    }


def share_of_range(gap: Gap) -> float:
    """The mean difference as a share of the wider 90 % range; 1 when nothing varies."""
    widest = max(gap.path.high - gap.path.low, gap.baseline.high - gap.baseline.low)
    return abs(gap.difference.mean) / widest if widest > 0 else 1.0


def _measured(band: Bands) -> Bands:
    """The band without the quarters before the first measurement, in which every future has 0."""
    unmeasured = np.cumprod((band.curves == 0).all(axis=(0, 1))).astype(bool)
    return band if unmeasured.all() else replace(
        band, curves=np.where(unmeasured, np.nan, band.curves)
    )  # fmt: skip


def _row(axes_row: Sequence[Axes], outcome: "Outcome", band: Bands, paths: Sequence[str]) -> None:
    for axes, path in zip(axes_row, paths, strict=True):
        axes.set_ylim(0, TOP)
        fan.draw_bands(axes, outcome, band, path, 0.0)
        fan.label_ends(axes, outcome, band, path, 0.0)
    axes_row[0].set_yticks(TICKS, ["0", "", "0.5", "", "1"])
    axes_row[0].set_ylabel(ROW_NAMES[band.series], fontsize=style.SMALL, linespacing=1.1)


def _subtitle(outcome: "Outcome") -> str:
    grey = f"; grey: {short(outcome.case.baseline)}" if len(outcome.paths) > 1 else ""
    return (
        f"Share of ten test decisions expected to pass without reservation; reach of the claim "
        f"that NATO brings war to Asia (0 none, 1 everywhere); {period(outcome)}. {fan.KEY}{grey}."
    )


def _description(outcome: "Outcome", shown: Mapping[str, Bands], paths: Sequence[str]) -> str:
    parts = [_subtitle(outcome)]
    for name, band in shown.items():
        ends = ", ".join(
            f"{short(path)} {band.median(path)[-1]:.2f} "
            f"({band.of(path)[0, -1]:.2f} to {band.of(path)[-1, -1]:.2f})"
            for path in paths
        )
        thing = WORDS[name]
        parts.append(
            f"{thing[0].upper()}{thing[1:]}, median at the end and nine in ten futures: {ends}."
        )
    return " ".join(parts)


def _range(summary: Summary) -> str:
    return f"{summary.low:.2f} to {summary.high:.2f} in nine of ten futures"


def _last(outcome: "Outcome") -> str:
    return period(outcome).rpartition(" ")[2]
