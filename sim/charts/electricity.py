"""How long does a blockaded Taiwan have light, week by week?"""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib import rc_context

from sim.analysis.campaigns import by_day, day_rows, fought
from sim.charts import style
from sim.charts.day_panels import draw_band, first_day, scale_in_percent
from sim.charts.labels import short, spread_out
from sim.charts.page import new_slide, write_words
from sim.charts.picture import Picture

if TYPE_CHECKING:
    from sim.results.study import Findings

WEEKS = tuple(range(1, 27))
DAYS = tuple(7.0 * week for week in WEEKS)
FUELS = {"gas_stock": "gas", "coal_stock": "coal", "oil_stock": "oil"}
TOLD = (3, 9, 21)  # the weeks of which something is published
GONE = 0.1  # weeks of use
NAME_WEEKS = 2.6  # room of a name above the plot
HEADER = ("week", "q05", "q50", "q95")


def draw(findings: "Findings") -> list[Picture]:
    """One slide where the scenario is a blockade or quarantine, else none."""
    outcome = findings.outcome
    base = outcome.case.baseline
    if outcome.case.contingency.kind not in ("blockade", "quarantine"):
        return []
    if not fought(outcome, base):
        return []
    curve = by_day(outcome, "electricity", base, DAYS)
    title = finding(base, curve)
    subtitle = (
        f"Electricity in Taiwan beside normal, on {short(base)}, by week since the opening, first "
        f"{fought(outcome, base)} futures. Line: median; band: nine in ten futures; dotted: the "
        "middle future's store is empty. It stays as it is when the blockade ends."
    )
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, findings.identity, title, subtitle)
        axes = figure.add_axes((0.1, 0.19, 0.86, top - 0.3))
        draw_band(axes, WEEKS, curve, style.dark_enough("#c27c0e"))
        scale_in_percent(axes, 1.05)
        axes.set_xlim(1, WEEKS[-1])
        axes.set_xticks((1, 3, 9, 13, 17, 21, 26))
        axes.set_xlabel("week", fontsize=style.SMALL)
        gone = {
            words: first_day(WEEKS, by_day(outcome, name, base, DAYS)[1], GONE)
            for name, words in FUELS.items()
        }
        known = {words: week for words, week in gone.items() if week is not None}
        places = spread_out(list(known.values()), NAME_WEEKS, 1.0, WEEKS[-1] - 1.0)
        for (words, week), place in zip(known.items(), places, strict=True):
            axes.axvline(week, color=style.INK, linewidth=1.4, linestyle=(0, (2, 2)))
            axes.text(place, 1.07, f"{words} gone", fontsize=style.SMALL, ha="center")
        for week in TOLD:
            value = curve[1][week - 1]
            if np.isfinite(value):
                axes.plot([week], [value], "o", color=style.INK, markersize=9)
                axes.annotate(f"{100 * value:.0f} %", (week, value), xytext=(8, 10),
                              textcoords="offset points", fontsize=style.TEXT,
                              fontweight="bold")  # fmt: skip
    told = "; ".join(f"week {week}: median {curve[1][week - 1]:.2f}" for week in TOLD)
    numbers = day_rows(WEEKS, curve)
    return [Picture("electricity", figure, title, f"{subtitle} {told}.", HEADER, numbers)]


def finding(base: str, curve: "np.ndarray") -> str:
    """The title: the light of the middle future after nine weeks and after half a year."""
    early, late = (100 * float(curve[1][week - 1]) for week in (TOLD[1], WEEKS[-1]))
    return (
        f"On {short(base)}, half of the futures leave Taiwan with {early:.0f} % of its electricity "
        f"or less in week {TOLD[1]}, and with {late:.0f} % in week {WEEKS[-1]}"
    )
