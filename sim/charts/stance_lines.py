"""How are 36 lines drawn so that each can be told by its name?

They are dealt to three panels in turn, so that those in one panel lie apart. All panels have the
same scale; the numbers at both ends of a line stand in for an axis.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from sim.charts import style
from sim.charts.labels import broken, short, spread_out
from sim.charts.low_point import has_war
from sim.scenario.quarters import quarter_after

if TYPE_CHECKING:
    from sim.experiment.play import Outcome

PANELS = 3
NUMBER, NAME, GAP = 0.041, 0.147, 0.008  # of the slide, for a number, a name, and between
LEFT, WIDTH, FOOT = 0.02, 0.96, 0.165  # of the slide
KEY, WORDS = 0.05, 0.045  # of the slide, for the key and for words above the panels
NAME_WIDTH = 15  # characters
KEYS, KEY_WIDTH = 4, 20  # paths in a row, and characters


@dataclass(frozen=True)
class Line:
    """One government: its card, its medians by path at the end of each year, and one band.

    `band` is low and high of the baseline [2, year].
    """

    name: str
    ally: bool
    card: float
    years: tuple[int, ...]
    medians: Mapping[str, Sequence[float]]
    band: NDArray[np.float64]


def draw_lines(
    figure: Figure, outcome: "Outcome", lines: Sequence[Line], shown: Sequence[str], top: float
) -> None:
    """Draws every line in its panel below `top` [share of the slide]; a key where paths differ."""
    looks = style.looks(outcome.paths)
    if len(shown) > 1:
        _key(figure, [(short(path), looks[path]) for path in shown], top)
        top -= KEY
    low, high = _limits(lines)
    tall = top - FOOT - (WORDS if has_war(outcome) else 0.0)
    for slot in range(PANELS):
        left = LEFT + slot * WIDTH / PANELS
        plot = WIDTH / PANELS - 2 * NUMBER - NAME - 3 * GAP
        axes = figure.add_axes((left + NUMBER + GAP, FOOT, plot, tall))
        axes.set_ylim(low, high)
        _frame(axes, outcome)
        here, middle = lines[slot::PANELS], _middle(lines, slot)
        if middle:
            _draw_band(axes, outcome, middle)
        for line in here:
            _draw_line(axes, outcome, line, looks, line is middle)
        _label(axes, outcome, here, middle)


def _middle(lines: Sequence[Line], slot: int) -> Line | None:
    """The line of a panel that has a band: as many stand above it as below."""
    here = lines[slot::PANELS]
    return here[len(here) // 2] if here else None


def _limits(lines: Sequence[Line]) -> tuple[float, float]:
    """The lowest and the highest that any line, card or band comes to, with a little room."""
    values = [line.card for line in lines]
    values += [value for line in lines for median in line.medians.values() for value in median]
    middles = [_middle(lines, slot) for slot in range(PANELS)]
    values += [value for line in middles if line for value in line.band.ravel().tolist()]
    return min(values) - 0.02, max(values) + 0.02


def _key(figure: Figure, named: Sequence[tuple[str, style.Look]], top: float) -> None:
    """Each path by its line, in one row."""
    axes = figure.add_axes((LEFT, top - KEY, WIDTH, KEY))
    axes.set_axis_off()
    axes.set_xlim(0, KEYS)
    axes.set_ylim(0, 1)
    for slot, (name, look) in enumerate(named):
        axes.plot([slot, slot + 0.14], [0.6, 0.6], color=look.colour, linestyle=look.dash,
                  linewidth=3)  # fmt: skip
        axes.text(slot + 0.17, 0.6, broken(name, KEY_WIDTH, lines=1), color=look.ink,
                  fontsize=style.SMALL, va="center_baseline")  # fmt: skip


def _frame(axes: Axes, outcome: "Outcome") -> None:
    """The period below, and the opening of a war."""
    first, last = _ends(outcome)
    axes.set_xlim(first, last)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    end = quarter_after(outcome.case.start, outcome.case.steps - 1)[0]
    axes.set_xticks([first, last], [f"{outcome.case.start[0]}", f"{end}"])
    axes.tick_params(labelsize=style.SMALL, length=4)
    if has_war(outcome) and outcome.case.contingency.opens:
        year, quarter = outcome.case.contingency.opens
        at = year + (quarter - 1) / 4
        axes.axvline(at, color=style.INK, linewidth=1.4, linestyle=(0, (2, 2)), zorder=0)
        axes.text(at, 1.01, "war opens", fontsize=style.SMALL, ha="center", va="bottom",
                  transform=axes.get_xaxis_transform())  # fmt: skip


def _ends(outcome: "Outcome") -> tuple[float, float]:
    """Beginning and end of the period [year]."""
    year, quarter = outcome.case.start
    first = year + (quarter - 1) / 4
    return first, first + outcome.case.steps / 4


def _times(outcome: "Outcome", line: Line) -> list[float]:
    """The start, and the end of every year as far as it is played [year]."""
    first, last = _ends(outcome)
    return [first, *(min(year + 1.0, last) for year in line.years)]


def _draw_band(axes: Axes, outcome: "Outcome", line: Line) -> None:
    colour = style.looks(outcome.paths)[outcome.case.baseline].colour
    low, high = line.band.tolist()
    axes.fill_between(_times(outcome, line)[1:], low, high, color=colour, alpha=0.16, linewidth=0)


def _draw_line(
    axes: Axes, outcome: "Outcome", line: Line, looks: Mapping[str, style.Look], dark: bool
) -> None:
    """The line on every path that is drawn; dark where it has a band."""
    times = _times(outcome, line)
    for path, median in reversed(list(line.medians.items())):
        look = looks[path]
        colour = look.ink if dark else look.colour
        axes.plot(times, [line.card, *median], color=colour, linestyle=look.dash,
                  linewidth=3 if line.ally else 4, clip_on=False)  # fmt: skip


def _label(axes: Axes, outcome: "Outcome", lines: Sequence[Line], blue: Line | None) -> None:
    """The card to the left; the median at the end and the name to the right."""
    base = outcome.case.baseline
    ink = style.looks(outcome.paths)[base].ink
    width = axes.get_position().width
    for at, out, values in (
        (0.0, -GAP / width, [line.card for line in lines]),
        (1.0, GAP / width, [line.medians[base][-1] for line in lines]),
    ):
        for line, value, height in zip(lines, values, _heights(axes, values), strict=True):
            place = axes.transAxes.inverted().transform(axes.transData.transform((0, value)))[1]
            axes.plot([at, at + out], [place, height], color=style.GREY, linewidth=1,
                      transform=axes.transAxes, clip_on=False)  # fmt: skip
            name = f" {broken(line.name, NAME_WIDTH, lines=1)}" if at else ""
            axes.text(at + 1.2 * out, height, f"{value:.2f}{name}", transform=axes.transAxes,
                      fontsize=style.SMALL, fontweight="normal" if line.ally else "bold",
                      color=ink if line is blue else style.INK,
                      ha="left" if at else "right", va="center_baseline")  # fmt: skip


def _heights(axes: Axes, values: Sequence[float]) -> list[float]:
    """Where the labels of these values stand [share of the panel's height]."""
    places = [
        axes.transAxes.inverted().transform(axes.transData.transform((0, value)))[1]
        for value in values
    ]
    room = 1.2 * style.SMALL / 72 * axes.figure.get_dpi() / axes.bbox.height
    return spread_out(places, room, room / 2, 1 - room / 2)
