"""Does Europe have what it needs, on each path, before, during and after the contingency?

Each row is one kind of force.
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
TICKS = (0.125, 0.25, 0.5, 1, 2, 4, 8, 16)
ROW_NAMES = {"margin_land": "Land,\nBaltic", "margin_airsea": "Air and sea,\nAtlantic, Baltic"}
HALO = [patheffects.withStroke(linewidth=4, foreground="white")]


def draw(outcome: "Outcome", curves: Mapping[str, Bands], identity: Identity) -> list[Picture]:
    """The slides of this chart: usually one, more when there are many paths."""
    shown = {name: curves[name] for name in MARGINS if name in curves}
    if not shown:
        return []
    grid = fan.Grid(
        name="denial_bands",
        title=finding(outcome, tuple(shown)),
        subtitle=_subtitle(outcome),
        describe=_description,
        draw_row=_row,
        left=0.125,
        above=0.14,
        row_gap=0.12,
    )
    return fan.slides(outcome, shown, identity, grid)


def _row(axes_row: Sequence[Axes], outcome: "Outcome", band: Bands, paths: Sequence[str]) -> None:
    bounds = _bounds(band, paths)
    low = lows(outcome, band.series)
    ends = (years(outcome)[0], years(outcome)[-1])
    for axes, path in zip(axes_row, paths, strict=True):
        axes.set_yscale("log")
        axes.set_ylim(*bounds)
        axes.plot(ends, (1, 1), color=style.INK, linewidth=1.4, zorder=1)
        fan.draw_bands(axes, outcome, band, path, FLOOR)
        fan.label_ends(axes, outcome, band, path, FLOOR)
        if has_war(outcome):
            _mark_low(axes, outcome, band, path, quantile(sorted(reached(low[path])), 0.5))
    ticks = [tick for tick in TICKS if bounds[0] <= tick <= bounds[1]]
    axes_row[0].set_yticks(ticks, ["just\nenough" if tick == 1 else f"{tick:g}" for tick in ticks])
    axes_row[0].set_yticks([], minor=True)
    for label in axes_row[0].get_yticklabels():
        label.set_linespacing(0.95)
    axes_row[0].set_ylabel(ROW_NAMES[band.series], fontsize=style.SMALL, linespacing=1.1)


def _mark_low(axes: Axes, outcome: "Outcome", band: Bands, path: str, low: float) -> None:
    look = style.looks(outcome.paths)[path]
    at = years(outcome)[low_step(outcome, band, path)]
    axes.plot([at], [max(low, FLOOR)], look.marker, color=look.ink, markersize=11,
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


def _subtitle(outcome: "Outcome") -> str:
    mark = "; marker: lowest in the year after the war opens" if has_war(outcome) else ""
    return (
        f"Forces in Europe, US included: available / required (each tick doubles), "
        f"{period(outcome)}. {fan.KEY}; "
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


def _bounds(band: Bands, paths: Sequence[str]) -> tuple[float, float]:
    """Lower and upper end of a row: everything drawn, and room for the labels below."""
    values = fan.drawn(band, paths)
    return max(FLOOR, min(0.6, 0.8 * float(values.min()))), max(1.6, 1.1 * float(values.max()))
