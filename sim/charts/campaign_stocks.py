"""How long do missiles and interceptors last in an invasion of Taiwan?"""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib import rc_context

from sim.analysis.campaigns import by_day, day_rows, fought
from sim.charts import style
from sim.charts.day_panels import draw_band, first_day
from sim.charts.labels import short
from sim.charts.page import new_slide, write_words
from sim.charts.picture import Picture

if TYPE_CHECKING:
    from sim.results.study import Findings

DAYS = tuple(3.5 * turn for turn in range(1, 13))
STOCKS = {
    "antiship_missiles": "Long-range\nanti-ship missiles",
    "cruise_missiles": "Cruise missiles\nfor use at sea",
    "interceptors_theatre": "Interceptors\nat bases",
    "china_base_missiles": "Chinese missiles\nagainst bases",
}
INKS = ("#1f5fa8", "#1f5fa8", "#1f5fa8", "#a3341f")
HEADER = ("stock", "day", "q05", "q50", "q95")
EMPTY = 1.0  # missiles


def draw(findings: "Findings") -> list[Picture]:
    """One slide where the scenario is an invasion, else none."""
    outcome = findings.outcome
    base = outcome.case.baseline
    if outcome.case.contingency.kind != "invasion" or not fought(outcome, base):
        return []
    curves = {name: by_day(outcome, name, base, DAYS) for name in STOCKS}
    there = {name: curve[1] for name, curve in curves.items() if curve[2][0] > EMPTY}
    title = finding(base, there)
    subtitle = (
        f"Missiles left on {short(base)}, by day since the invasion began, first "
        f"{fought(outcome, base)} futures. Line: median; band: nine in ten futures. A stock stays "
        "as it is when the fighting ends."
    )
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, findings.identity, title, subtitle)
        panels = figure.subplots(1, len(STOCKS))
        figure.subplots_adjust(left=0.06, right=0.98, top=top - 0.14, bottom=0.22, wspace=0.38)
        for axes, (name, words), ink in zip(panels, STOCKS.items(), INKS, strict=True):
            draw_band(axes, DAYS, curves[name], ink)
            axes.set_title(words, fontsize=style.TEXT, fontweight="bold", loc="left", color=ink,
                           pad=12)  # fmt: skip
            axes.set_ylim(0, None)
            axes.set_xticks((7, 21, 42))
            axes.set_xlabel("day", fontsize=style.SMALL)
            axes.tick_params(labelsize=style.SMALL)
    numbers = [(name, *row) for name, curve in curves.items() for row in day_rows(DAYS, curve)]
    told = "; ".join(
        f"{words.replace(chr(10), ' ')}: median {curves[name][1][1]:.0f} on day {DAYS[1]:g}, "
        f"{curves[name][1][-1]:.0f} on day {DAYS[-1]:g}"
        for name, words in STOCKS.items()
    )
    return [Picture("campaign_stocks", figure, title, f"{subtitle} {told}.", HEADER, numbers)]


def finding(base: str, middles: dict[str, "np.ndarray"]) -> str:
    """The title: which stock runs out first in the middle future."""
    gone = {name: first_day(DAYS, middle, EMPTY) for name, middle in middles.items()}
    known = {name: day for name, day in gone.items() if day is not None}
    if not known:
        return f"On {short(base)} no stock of missiles is used up in the middle future"
    name = min(known, key=lambda stock: known[stock])
    words = STOCKS[name].replace("\n", " ").lower().replace("chinese", "Chinese")
    return f"On {short(base)}, {words} are gone by day {known[name]:g} in half of the futures"
