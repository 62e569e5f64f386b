"""Does Europe have what it needs, on each path, before, during and after the contingency?

One column for each path, because the bands of several paths over one another cannot be read.
The baseline's median stands faint behind every other path. Each row is one kind of force.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib import patheffects, rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from sim.analysis.bands import MEDIAN, SHARES, Bands
from sim.analysis.spread import quantile, reached
from sim.analysis.wording import path_label
from sim.charts import style
from sim.charts.footer import footer
from sim.charts.labels import broken, fitted, spread_out
from sim.charts.low_point import MARGINS, finding, has_war, low_step, lows, opening
from sim.charts.picture import Picture
from sim.results.identity import Identity
from sim.scenario.quarters import quarter_after, show_quarter

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

FLOOR = 0.05  # a ratio scale has no zero; what lies lower is drawn here
TICKS = (0.125, 0.25, 0.5, 1, 2, 4, 8, 16)
LINE_HEIGHT = 0.17  # of a label, as a share of a panel
COLUMNS = 4  # paths on one slide; more go to further slides, each with the baseline
ROW_NAMES = {"margin_land": "Land,\nBaltic", "margin_airsea": "Air and sea,\nAtlantic, Baltic"}
HALO = [patheffects.withStroke(linewidth=4, foreground="white")]


def draw(outcome: "Outcome", curves: Mapping[str, Bands], identity: Identity) -> list[Picture]:
    """The slides of this chart: usually one, more when there are many paths."""
    shown = {name: curves[name] for name in MARGINS if name in curves}
    if not shown:
        return []
    base = outcome.case.baseline
    others = [path for path in outcome.paths if path != base]
    pages = [others[at : at + COLUMNS - 1] for at in range(0, len(others), COLUMNS - 1)] or [[]]
    return [
        _slide(outcome, shown, identity, [base, *page], number)
        for number, page in enumerate(pages, start=1)
    ]


def _slide(
    outcome: "Outcome",
    shown: Mapping[str, Bands],
    identity: Identity,
    paths: Sequence[str],
    number: int,
) -> Picture:
    title = finding(outcome, tuple(shown))
    with rc_context(style.SETTINGS):
        figure = Figure(figsize=style.SLIDE, facecolor="white")
        grid = figure.subplots(len(shown), len(paths), sharex=True, sharey="row", squeeze=False)
        figure.subplots_adjust(
            left=0.125, right=0.985, top=0.645, bottom=0.165, wspace=0.07, hspace=0.12
        )
        for axes_row, band in zip(grid, shown.values(), strict=True):
            _row(axes_row, outcome, band, paths)
        _column_names(grid[0], outcome, paths)
        _words(figure, outcome, identity, title)
    return Picture(
        name="denial_bands" if number == 1 else f"denial_bands-{number}",
        figure=figure,
        title=title,
        description=_description(outcome, shown, paths),
        header=("series", "path", "quarter", *(f"q{round(share * 100):02d}" for share in SHARES)),
        rows=list(_numbers(outcome, shown, paths)),
    )


def _row(axes_row: Sequence[Axes], outcome: "Outcome", band: Bands, paths: Sequence[str]) -> None:
    bounds = _bounds(band, paths)
    low = lows(outcome, band.series)
    for axes, path in zip(axes_row, paths, strict=True):
        axes.set_yscale("log")
        axes.set_ylim(*bounds)
        _panel(axes, outcome, band, path)
        _end_labels(axes, outcome, band, path)
        if has_war(outcome):
            _mark_low(axes, outcome, band, path, quantile(sorted(reached(low[path])), 0.5))
    ticks = [tick for tick in TICKS if bounds[0] <= tick <= bounds[1]]
    axes_row[0].set_yticks(ticks, ["just\nenough" if tick == 1 else f"{tick:g}" for tick in ticks])
    axes_row[0].set_yticks([], minor=True)
    for label in axes_row[0].get_yticklabels():
        label.set_linespacing(0.95)
    axes_row[0].set_ylabel(ROW_NAMES[band.series], fontsize=style.SMALL, linespacing=1.1)


def _panel(axes: Axes, outcome: "Outcome", band: Bands, path: str) -> None:
    look = style.looks(outcome.paths)[path]
    years = _years(outcome)
    curves = np.maximum(band.of(path), FLOOR)
    axes.plot([years[0], years[-1]], [1, 1], color=style.INK, linewidth=1.4, zorder=1)
    if has_war(outcome):
        at = years[opening(outcome)]
        axes.axvline(at, color=style.INK, linewidth=1.4, linestyle=(0, (2, 2)), zorder=1)
    axes.fill_between(years, curves[0], curves[4], color=look.colour, alpha=0.16, linewidth=0)
    axes.fill_between(years, curves[1], curves[3], color=look.colour, alpha=0.30, linewidth=0)
    if path != outcome.case.baseline:
        axes.plot(years, band.median(outcome.case.baseline), color=style.GREY, linewidth=1.8)
    axes.plot(years, curves[MEDIAN], color=look.colour, linestyle=look.dash, linewidth=3.2)
    axes.set_xlim(years[0], years[-1] + 0.29 * (years[-1] - years[0]))
    axes.set_xticks(_whole_years(years))
    axes.tick_params(labelsize=style.SMALL, length=4)


def _mark_low(axes: Axes, outcome: "Outcome", band: Bands, path: str, low: float) -> None:
    look = style.looks(outcome.paths)[path]
    at = _years(outcome)[low_step(outcome, band, path)]
    axes.plot([at], [max(low, FLOOR)], look.marker, color=look.colour, markersize=11,
              markeredgecolor="white", markeredgewidth=1.5, zorder=5)  # fmt: skip
    axes.annotate(
        f"{low:.2f}",
        (at, max(low, FLOOR)),
        xytext=(9, -6),
        textcoords="offset points",
        ha="left",
        va="top",
        fontsize=style.TEXT,
        fontweight="bold",
        path_effects=HALO,
        zorder=6,
    )


def _end_labels(axes: Axes, outcome: "Outcome", band: Bands, path: str) -> None:
    base, end = outcome.case.baseline, _years(outcome)[-1]
    lines = [(float(band.median(path)[-1]), style.looks(outcome.paths)[path].ink, "bold")]
    if path != base:
        lines.append((float(band.median(base)[-1]), style.GREY, "normal"))
    heights = [
        axes.transAxes.inverted().transform(axes.transData.transform((end, max(value, FLOOR))))[1]
        for value, _, _ in lines
    ]
    placed = spread_out(heights, LINE_HEIGHT, LINE_HEIGHT / 2, 1 - LINE_HEIGHT / 2)
    for height, (value, colour, weight) in zip(placed, lines, strict=True):
        axes.text(end + 0.25, height, f"{value:.2f}", color=colour, fontweight=weight,
                  fontsize=style.SMALL, va="center", ha="left",
                  transform=axes.get_xaxis_transform())  # fmt: skip


def _column_names(axes_row: Sequence[Axes], outcome: "Outcome", paths: Sequence[str]) -> None:
    war = has_war(outcome)
    for axes, path in zip(axes_row, paths, strict=True):
        look = style.looks(outcome.paths)[path]
        name = broken(path_label(path), 15, lines=2)
        axes.set_title(name, color=look.ink, fontsize=style.TEXT, fontweight="bold",
                       loc="left", pad=28 if war else 10)  # fmt: skip
        if war:
            axes.text(_years(outcome)[opening(outcome)], 1.02, "war opens", fontsize=style.SMALL,
                      ha="center", va="bottom", transform=axes.get_xaxis_transform())  # fmt: skip


def _words(figure: Figure, outcome: "Outcome", identity: Identity, title: str) -> None:
    FigureCanvasAgg(figure)
    for text, place, size, weight, colour in (
        (title, 0.975, style.TITLE, "bold", style.INK),
        (_subtitle(outcome), 0.862, style.SMALL, "normal", style.GREY),
    ):
        lines = fitted(figure, text, 0.96, size, weight)
        figure.text(0.02, place, lines, fontsize=size, fontweight=weight, color=colour, va="top",
                    linespacing=1.2)  # fmt: skip
    figure.text(0.02, 0.02, footer(outcome.case, identity), fontsize=style.SMALL, va="bottom",
                color=style.GREY, linespacing=1.2)  # fmt: skip


def _subtitle(outcome: "Outcome") -> str:
    start, end = outcome.case.start[0], quarter_after(outcome.case.start, outcome.case.steps - 1)[0]
    mark = "; marker: lowest in the year after the war opens" if has_war(outcome) else ""
    return (
        f"Forces in Europe, US included: available / required (each tick doubles), "
        f"{start} to {end}. Line: median; bands: half, nine in ten futures; "
        f"grey: {path_label(outcome.case.baseline)}{mark}."
    )


def _description(outcome: "Outcome", shown: Mapping[str, Bands], paths: Sequence[str]) -> str:
    parts = [_subtitle(outcome)]
    for name, band in shown.items():
        ends = ", ".join(f"{path_label(path)} {band.median(path)[-1]:.2f}" for path in paths)
        text = f"{MARGINS[name].capitalize()}: median at the end {ends}"
        if has_war(outcome):
            low = {
                path: quantile(sorted(reached(v)), 0.5) for path, v in lows(outcome, name).items()
            }
            text += "; lowest " + ", ".join(f"{path_label(p)} {low[p]:.2f}" for p in paths)
        parts.append(f"{text}.")
    return " ".join(parts)


def _numbers(
    outcome: "Outcome", shown: Mapping[str, Bands], paths: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    for name, band in shown.items():
        for path in paths:
            for step, values in enumerate(band.of(path).T.tolist()):
                quarter = show_quarter(quarter_after(outcome.case.start, step))
                yield (name, path, quarter, *values)


def _bounds(band: Bands, paths: Sequence[str]) -> tuple[float, float]:
    """Lower and upper end of a row: everything drawn, and room for the labels below."""
    drawn = np.concatenate([band.of(path).ravel() for path in paths])
    drawn = drawn[np.isfinite(drawn)]
    return max(FLOOR, min(0.6, 0.8 * float(drawn.min()))), max(1.6, 1.1 * float(drawn.max()))


def _years(outcome: "Outcome") -> list[float]:
    return [_year(outcome, step) for step in range(outcome.case.steps)]


def _whole_years(years: Sequence[float]) -> list[int]:
    """At most four years to print under a narrow panel."""
    first, last = int(years[0]) + 1, int(years[-1])
    stride = max(1, (last - first) // 3 + 1)
    return list(range(first + stride // 4, last + 1, stride))


def _year(outcome: "Outcome", step: int) -> float:
    year, quarter = quarter_after(outcome.case.start, step)
    return year + (quarter - 0.5) / 4
