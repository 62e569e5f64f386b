"""What does a contingency over Taiwan leave in Europe of each class of US assets, day by day?"""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib import rc_context

from sim.analysis.campaigns import YEAR_BY_WEEK, by_day, day_rows, fought
from sim.charts import style
from sim.charts.day_panels import scale_in_percent
from sim.charts.labels import short, spread_out
from sim.charts.page import new_slide, write_words
from sim.charts.picture import Picture
from sim.model.ladders import Asset

if TYPE_CHECKING:
    from sim.results.study import Findings

CLASSES = {
    f"europe_{asset.name.lower()}": words
    for asset, words in {
        Asset.LONG_RANGE_MISSILES: "long-range missiles",
        Asset.AIRCRAFT: "aircraft",
        Asset.WARSHIPS: "warships",
        Asset.TERMINAL_INTERCEPTORS: "terminal interceptors",
        Asset.AREA_INTERCEPTORS: "area interceptors",
        Asset.UPPER_TIER_DEFENCE: "upper-tier defence",
        Asset.SUPPRESSION_MUNITIONS: "suppression munitions",
        Asset.HEAVY_GROUND: "heavy ground forces",
    }.items()
}
HEADER = ("class", "day", "q05", "q50", "q95")
MONTH = 30.0
DASHES = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (7, 2, 1.5, 2)))


def draw(findings: "Findings") -> list[Picture]:
    """One slide where a contingency opens in some of the futures kept, else none."""
    outcome = findings.outcome
    base = outcome.case.baseline
    if outcome.case.contingency.kind == "none" or not fought(outcome, base):
        return []
    curves = {name: by_day(outcome, name, base, YEAR_BY_WEEK) for name in CLASSES}
    title = finding(base, curves)
    subtitle = (
        f"US assets in Europe or free to come, by class: median share on {short(base)}, by day "
        f"since the opening, first {fought(outcome, base)} futures with one"
    )
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, findings.identity, title, subtitle)
        axes = figure.add_axes((0.09, 0.19, 0.6, top - 0.25))
        scale_in_percent(axes, 1.04)
        axes.set_xlim(0, YEAR_BY_WEEK[-1])
        axes.set_xticks((30, 90, 180, 270, 360))
        axes.set_xlabel("days since the opening", fontsize=style.SMALL)
        heights = spread_out(
            [float(curve[1][-1]) / 1.04 for curve in curves.values()], 0.085, 0.04, 0.97
        )
        for place, (name, curve) in enumerate(curves.items()):
            colour = style.COLOURS[place]
            ink = style.dark_enough(colour)
            axes.plot(YEAR_BY_WEEK, curve[1], color=ink, linewidth=3.4, linestyle=DASHES[place % 4])
            axes.text(1.02, heights[place], f"{CLASSES[name]} {100 * curve[1][-1]:.0f} %",
                      color=ink, fontsize=style.SMALL, fontweight="bold", va="center",
                      transform=axes.transAxes)  # fmt: skip
            axes.plot((1.0, 1.018), (curve[1][-1] / 1.04, heights[place]), color=ink,
                      linewidth=1, transform=axes.transAxes, clip_on=False)  # fmt: skip
    numbers = [
        (CLASSES[name], *row)
        for name, curve in curves.items()
        for row in day_rows(YEAR_BY_WEEK, curve)
    ]
    told = "; ".join(f"{CLASSES[n]} lowest {np.nanmin(c[1]):.2f}" for n, c in curves.items())
    return [Picture("draw_by_class", figure, title, f"{subtitle}. {told}.", HEADER, numbers)]


def finding(base: str, curves: dict[str, "np.ndarray"]) -> str:
    """The title: the classes that have lost most and least after a month."""
    month = int(np.argmin([abs(day - MONTH) for day in YEAR_BY_WEEK]))
    left = {CLASSES[name]: float(curve[1][month]) for name, curve in curves.items()}
    first, last = min(left, key=lambda name: left[name]), max(left, key=lambda name: left[name])
    return (
        f"On {short(base)}, after a month {100 * left[first]:.0f} % of {first} are left in Europe, "
        f"and {100 * left[last]:.0f} % of {last}"
    )
