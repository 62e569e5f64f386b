"""How do the futures of a path spread over time? Bands in one column for each path.

One column for each path, because the bands of several paths over one another cannot be read.
The baseline's median stands faint behind every other path.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from numpy.typing import NDArray

from sim.analysis.bands import MEDIAN, SHARES, Bands
from sim.analysis.wording import path_label
from sim.charts import style
from sim.charts.labels import broken, spread_out
from sim.charts.low_point import has_war, opening
from sim.charts.page import new_slide, whole_years, write_words, years
from sim.charts.picture import Picture
from sim.scenario.quarters import quarter_after, show_quarter

if TYPE_CHECKING:
    from sim.experiment.play import Outcome
    from sim.results.identity import Identity

COLUMNS = 5  # paths on one slide; more go to further slides, each with the baseline
LABEL_ROOM, LABEL_GAP = 0.68, 0.04  # inches to the right of the lines, and before the labels
NAME_WIDTH = 13  # characters
HEADER = ("series", "path", "quarter", *(f"q{round(share * 100):02d}" for share in SHARES))
KEY = "Line: median; bands: half, nine in ten futures"


@dataclass(frozen=True)
class Grid:
    """What tells one grid of bands from another: its words, how a row is drawn, its margins."""

    name: str
    title: str
    subtitle: str
    describe: "Callable[[Outcome, Mapping[str, Bands], Sequence[str]], str]"
    draw_row: "Callable[[Sequence[Axes], Outcome, Bands, Sequence[str]], None]"
    left: float  # of the slide's width
    above: float  # of the slide's height, between the words and the first row
    row_gap: float  # of a row's height
    first: int = 1  # number of its first slide; the first of a chart has none in its name


def slides(
    outcome: "Outcome", shown: Mapping[str, Bands], identity: "Identity", grid: Grid
) -> list[Picture]:
    """The slides of a grid of bands, a row for each series and a column for each path.

    Args:
        outcome: the study, played.
        shown: the bands of each series, from top to bottom.
        identity: names the study at the foot.
        grid: what is particular to this chart.
    """
    return [
        _slide(outcome, shown, identity, grid, paths, number)
        for number, paths in enumerate(_pages(outcome), start=grid.first)
    ]


def _pages(outcome: "Outcome") -> list[list[str]]:
    """The paths of every slide: the baseline and an even part of the others."""
    base = outcome.case.baseline
    others = [path for path in outcome.paths if path != base]
    count = max(1, -(-len(others) // (COLUMNS - 1)))
    size = max(1, -(-len(others) // count))
    return [[base, *others[at : at + size]] for at in range(0, len(others), size)] or [[base]]


def _slide(
    outcome: "Outcome",
    shown: Mapping[str, Bands],
    identity: "Identity",
    grid: Grid,
    paths: Sequence[str],
    number: int,
) -> Picture:
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, identity, grid.title, grid.subtitle)
        rows = figure.subplots(len(shown), len(paths), sharex=True, sharey="row", squeeze=False)
        figure.subplots_adjust(
            left=grid.left, right=0.985, top=top - grid.above, bottom=0.165, wspace=0.07,
            hspace=grid.row_gap,
        )  # fmt: skip
        for axes_row, band in zip(rows, shown.values(), strict=True):
            grid.draw_row(axes_row, outcome, band, paths)
        _name_columns(rows[0], outcome, paths)
    return Picture(
        name=grid.name if number == 1 else f"{grid.name}-{number}",
        figure=figure,
        title=grid.title,
        description=grid.describe(outcome, shown, paths),
        header=HEADER,
        rows=list(_numbers(outcome, shown, paths)),
    )


def draw_bands(axes: Axes, outcome: "Outcome", band: Bands, path: str, floor: float) -> None:
    """The bands and the median of one path; what lies lower than the floor is drawn there."""
    look = style.looks(outcome.paths)[path]
    times = years(outcome)
    curves = np.maximum(band.of(path), floor)
    if has_war(outcome):
        at = times[opening(outcome)]
        axes.axvline(at, color=style.INK, linewidth=1.4, linestyle=(0, (2, 2)), zorder=1)
    axes.fill_between(times, curves[0], curves[4], color=look.colour, alpha=0.16, linewidth=0)
    axes.fill_between(times, curves[1], curves[3], color=look.colour, alpha=0.30, linewidth=0)
    if path != outcome.case.baseline:
        axes.plot(times, band.median(outcome.case.baseline), color=style.GREY, linewidth=2.4)
    axes.plot(times, curves[MEDIAN], color=look.ink, linewidth=4.2, alpha=0.9)
    plot = axes.get_position().width * style.SLIDE[0] - LABEL_ROOM
    axes.set_xlim(times[0], times[-1] + LABEL_ROOM / plot * (times[-1] - times[0]))
    axes.set_xticks(whole_years(times, most=3))
    axes.tick_params(labelsize=style.SMALL, length=4)
    axes.tick_params(axis="x", pad=7)


def label_ends(axes: Axes, outcome: "Outcome", band: Bands, path: str, floor: float) -> None:
    """The last value of the path's median, and of the baseline's, beside the lines."""
    base, end = outcome.case.baseline, years(outcome)[-1]
    ink = style.looks(outcome.paths)[path].ink
    lines = [(float(band.median(path)[-1]), ink, "bold", style.TEXT)]
    if path != base:
        lines.append((float(band.median(base)[-1]), style.GREY, "normal", style.SMALL))
    heights = [
        axes.transAxes.inverted().transform(axes.transData.transform((end, max(value, floor))))[1]
        for value, *_ in lines
    ]
    room = 1.25 * style.TEXT / 72 * axes.figure.get_dpi() / axes.bbox.height
    placed = spread_out(heights, room, room / 2, 1 - room / 2)
    first, last = axes.get_xlim()
    gap = LABEL_GAP / (axes.get_position().width * style.SLIDE[0]) * (last - first)
    for height, (value, colour, weight, size) in zip(placed, lines, strict=True):
        axes.text(end + gap, height, f"{value:.2f}", color=colour, fontweight=weight,
                  fontsize=size, va="center", ha="left",
                  transform=axes.get_xaxis_transform())  # fmt: skip


def _name_columns(axes_row: Sequence[Axes], outcome: "Outcome", paths: Sequence[str]) -> None:
    """The name of each path above its column, and the opening of a war."""
    war = has_war(outcome)
    for axes, path in zip(axes_row, paths, strict=True):
        look = style.looks(outcome.paths)[path]
        axes.set_title(broken(path_label(path), NAME_WIDTH, lines=2), color=look.ink,
                       fontsize=style.TEXT, fontweight="bold", loc="left",
                       pad=28 if war else 10)  # fmt: skip
        if war:
            axes.text(years(outcome)[opening(outcome)], 1.02, "war opens", fontsize=style.SMALL,
                      ha="center", va="bottom", transform=axes.get_xaxis_transform())  # fmt: skip


def _numbers(
    outcome: "Outcome", shown: Mapping[str, Bands], paths: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """What is drawn, one row for each series, path and quarter."""
    for name, band in shown.items():
        for path in paths:
            for step, values in enumerate(band.of(path).T.tolist()):
                quarter = show_quarter(quarter_after(outcome.case.start, step))
                yield (name, path, quarter, *values)


def drawn(band: Bands, paths: Sequence[str]) -> NDArray[np.float64]:
    """Every finite number that is drawn of these paths."""
    values = np.concatenate([band.of(path).ravel() for path in paths])
    return values[np.isfinite(values)]
