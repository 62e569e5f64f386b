"""Does Europe have what it needs, on each path, before, during and after the contingency?

One slide for each kind of force: land, then air and sea.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from matplotlib import patheffects
from matplotlib.axes import Axes

from sim.analysis.bands import Bands
from sim.analysis.spread import quantile, reached
from sim.analysis.wording import path_label
from sim.charts import fan, style
from sim.charts.low_point import MARGINS, finding, has_war, low_step, lows
from sim.charts.page import period, years
from sim.charts.picture import Picture
from sim.results.identity import Identity

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

FLOOR = 0.05  # a ratio scale has no zero; what lies lower is drawn here
TICKS = (
    (0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4),
    (0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20),
    (0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64),
)  # from close to wide; the closest that does not crowd is used
MOST_TICKS = 8
FORCES = {
    "margin_land": "Land forces for the Baltic",
    "margin_airsea": "Air and sea forces for the Atlantic and the Baltic",
}
HALO = [patheffects.withStroke(linewidth=4, foreground="white")]


def draw(outcome: "Outcome", curves: Mapping[str, Bands], identity: Identity) -> list[Picture]:
    """The slides of this chart: usually one for each margin, more when there are many paths."""
    found: list[Picture] = []
    for margin in MARGINS:
        if margin in curves:
            grid = _grid(outcome, margin, first=len(found) + 1)
            found += fan.slides(outcome, {margin: curves[margin]}, identity, grid)
    return found


def _grid(outcome: "Outcome", margin: str, first: int) -> fan.Grid:
    return fan.Grid(
        name="denial_bands",
        title=finding(outcome, margin),
        subtitle=_subtitle(outcome, margin),
        describe=_description,
        draw_row=_row,
        left=0.137,
        above=0.14 if has_war(outcome) else 0.1,
        row_gap=0.12,
        first=first,
    )


def _row(axes_row: Sequence[Axes], outcome: "Outcome", band: Bands, paths: Sequence[str]) -> None:
    bounds = _bounds(band)
    low = lows(outcome, band.series)
    ends = (years(outcome)[0], years(outcome)[-1])
    for axes, path in zip(axes_row, paths, strict=True):
        axes.set_yscale("log")
        axes.set_ylim(*bounds)
        axes.grid(axis="y", color=style.FAINT, linewidth=1)
        axes.set_axisbelow(True)
        axes.plot(ends, (1, 1), color=style.INK, linewidth=1.6, zorder=1)
        fan.draw_bands(axes, outcome, band, path, FLOOR)
        fan.label_ends(axes, outcome, band, path, FLOOR)
        if has_war(outcome):
            _mark_low(axes, outcome, band, path, quantile(sorted(reached(low[path])), 0.5))
    _name_ticks(axes_row[0], bounds)


def _name_ticks(axes: Axes, bounds: tuple[float, float]) -> None:
    """Round numbers along the ratio scale; at one, what it means."""
    shown = [[tick for tick in ticks if bounds[0] <= tick <= bounds[1]] for ticks in TICKS]
    ticks = next((ticks for ticks in shown if len(ticks) <= MOST_TICKS), shown[-1])
    axes.set_yticks(ticks, ["just enough: 1" if tick == 1 else f"{tick:g}" for tick in ticks])
    axes.set_yticks([], minor=True)


def _mark_low(axes: Axes, outcome: "Outcome", band: Bands, path: str, low: float) -> None:
    """The median of the low points, and words that say so; they stand where the panel has room."""
    look = style.looks(outcome.paths)[path]
    at = years(outcome)[low_step(outcome, band, path)]
    early = at < sum(axes.get_xlim()) / 2
    axes.plot([at], [max(low, FLOOR)], look.marker, color=look.ink, markersize=13,
              markeredgecolor="white", markeredgewidth=1.5, zorder=5)  # fmt: skip
    for words, size, weight, drop in (
        (f"{low:.2f}", style.TEXT, "bold", 6),
        ("median low" if early else "median\nlow", style.SMALL, "normal", 28),
    ):
        axes.annotate(words, (at, max(low, FLOOR)), xytext=(10 if early else -10, -drop),
                      ha="left" if early else "right", va="top", textcoords="offset points",
                      fontsize=size, fontweight=weight, path_effects=HALO, zorder=6)  # fmt: skip


def _subtitle(outcome: "Outcome", margin: str) -> str:
    base = outcome.case.baseline
    grey = f"; grey: {path_label(base)}" if len(outcome.paths) > 1 else ""
    mark = (
        " Marker: median of each future's own low in the year after the war opens; it can lie "
        "below the line, for futures reach their lows in different quarters."
    )
    return (
        f"{FORCES[margin]}, US included: available / required (log scale), {period(outcome)}. "
        f"{fan.KEY}{grey}.{mark if has_war(outcome) else ''}"
    )


def _description(outcome: "Outcome", shown: Mapping[str, Bands], paths: Sequence[str]) -> str:
    return " ".join(_told(outcome, name, band, paths) for name, band in shown.items())


def _told(outcome: "Outcome", name: str, band: Bands, paths: Sequence[str]) -> str:
    ends = ", ".join(f"{path_label(path)} {band.median(path)[-1]:.2f}" for path in paths)
    text = f"{_subtitle(outcome, name)} {MARGINS[name].capitalize()}: median at the end {ends}"
    if not has_war(outcome):
        return f"{text}."
    found = lows(outcome, name)
    low = {path: quantile(sorted(reached(found[path])), 0.5) for path in paths}
    told = ", ".join(f"{path_label(path)} {low[path]:.2f}" for path in paths)
    return f"{text}; median of each future's own low {told}."


def _bounds(band: Bands) -> tuple[float, float]:
    """Lower and upper end of every slide: all that is drawn, and room for the labels below."""
    values = fan.drawn(band, band.paths)
    return max(FLOOR, min(0.6, 0.75 * float(values.min()))), max(1.6, 1.1 * float(values.max()))
