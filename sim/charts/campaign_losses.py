"""What does each side lose over Taiwan, by class?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib import rc_context
from matplotlib.axes import Axes

from sim.analysis.campaigns import spread_of
from sim.analysis.wording import counted, number
from sim.charts import style
from sim.charts.labels import short
from sim.charts.page import new_slide, write_words
from sim.charts.picture import Picture

if TYPE_CHECKING:
    from sim.results.study import Findings

SIDES = {
    "United States and those beside it": {
        "us_aircraft_lost": "US aircraft",
        "japan_aircraft_lost": "Japanese aircraft",
        "taiwan_aircraft_lost": "Taiwanese aircraft",
        "us_carriers_lost": "US carriers",
        "us_escorts_lost": "other large US ships",
        "us_submarines_lost": "US submarines",
        "japan_ships_lost": "Japanese warships",
        "taiwan_ships_lost": "Taiwanese warships",
        "partner_ships_lost": "other partners' ships",
        "merchants_lost": "merchant ships",
    },
    "China": {
        "china_amphibious_lost": "amphibious ships",
        "china_aircraft_lost": "aircraft",
        "china_escorts_lost": "other large ships",
        "china_submarines_lost": "submarines",
    },
}
DEEDS = {
    "invasion": "an invasion of Taiwan",
    "blockade": "a blockade of Taiwan",
    "quarantine": "a quarantine of Taiwan",
    "endogenous": "what China does about Taiwan",
    "none": "peace over Taiwan",
}
INKS = ("#1f5fa8", "#a3341f")
HEADER = ("side", "class", "q05", "mean", "q95")
Row = tuple[str, float, float, float]


def draw(findings: "Findings") -> list[Picture]:
    """One slide where a contingency opens in some future, else none."""
    outcome = findings.outcome
    base = outcome.case.baseline
    sides = {side: rows_of(findings, names) for side, names in SIDES.items()}
    if not any(sides.values()):
        return []
    title = finding(findings, sides)
    subtitle = (
        f"Losses by class on {short(base)}, in the futures with a contingency: mean (bar) and nine "
        "in ten futures (line). Aircraft and ships, counts; each side has a scale of its own."
    )
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, findings.identity, title, subtitle)
        panels = figure.subplots(1, 2, width_ratios=(1, 1))
        figure.subplots_adjust(left=0.2, right=0.95, top=top - 0.07, bottom=0.16, wspace=0.6)
        for axes, (side, rows), ink in zip(panels, sides.items(), INKS, strict=True):
            draw_side(axes, side, rows, ink)
    told = "; ".join(
        f"{side} {words} {number(mean, 0)} ({number(low, 0)} to {number(high, 0)})"
        for side, rows in sides.items()
        for words, low, mean, high in rows
    )
    numbers = [(side, *row) for side, rows in sides.items() for row in rows]
    return [Picture("campaign_losses", figure, title, f"{subtitle} {told}.", HEADER, numbers)]


def rows_of(findings: "Findings", names: dict[str, str]) -> list[Row]:
    """Class, low, mean and high of what is lost, where anything is in some future."""
    outcome = findings.outcome
    found = []
    for name, words in names.items():
        spread = spread_of(outcome, name, outcome.case.baseline)
        if spread is not None and spread[1] > 0:
            low, mean, high = spread
            found.append((words, low, mean, high))
    return found


def finding(findings: "Findings", sides: dict[str, list[Row]]) -> str:
    """The title: the first class on each side that loses anything."""
    outcome = findings.outcome
    told = []
    for side, who in zip(sides, ("the others", "China"), strict=True):
        if sides[side]:
            words, _, mean, _ = sides[side][0]
            told.append(f"{who} {counted(mean)} {words}")
    costs = " and ".join(told)
    what = DEEDS[outcome.case.contingency.kind]
    return f"On {short(outcome.case.baseline)} {what} costs {costs} on average"


def draw_side(axes: Axes, side: str, rows: Sequence[Row], ink: str) -> None:
    """Bars with ranges and their numbers for one side."""
    axes.set_title(side, fontsize=style.TEXT, fontweight="bold", loc="left", color=ink, pad=14)
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks([])
    axes.set_ylim(max(4, len(rows)) - 0.4, -0.6)
    axes.set_yticks(range(len(rows)), [row[0] for row in rows], fontsize=style.SMALL)
    axes.tick_params(axis="y", length=0, labelcolor=style.INK)
    most = max((row[3] for row in rows), default=1.0)
    axes.set_xlim(0, 1.35 * most)
    for place, (_, low, mean, high) in enumerate(rows):
        axes.barh(place, mean, height=0.56, color=ink, alpha=0.75)
        axes.plot((low, high), (place, place), color=style.INK, linewidth=2.2)
        axes.text(high + 0.03 * most, place, counted(mean), va="center", fontsize=style.TEXT,
                  fontweight="bold")  # fmt: skip
