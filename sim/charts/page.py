"""What stands on every slide beside the drawing: the finding, the measure and the source?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from sim.charts import style
from sim.charts.footer import footer
from sim.charts.labels import fitted
from sim.results.identity import Identity
from sim.scenario.quarters import quarter_after

if TYPE_CHECKING:
    from sim.experiment.play import Outcome
    from sim.scenario.case import Case

LEFT, WIDTH = 0.02, 0.96  # shares of the slide
FIRST_LINE, LAST_LINE = 0.975, 0.02
GAP = 0.012


def new_slide() -> Figure:
    """An empty slide that can measure its words."""
    figure = Figure(figsize=style.SLIDE, facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def write_words(
    figure: Figure, case: "Case", identity: Identity, title: str, subtitle: str
) -> float:
    """Writes title, subtitle and footer; returns where the words above end [share of the slide].

    Args:
        figure: the slide.
        case: what was played.
        identity: of the study.
        title: the finding.
        subtitle: measure, unit and period.
    """
    return write_lines(figure, title, subtitle, footer(case, identity))


def write_lines(figure: Figure, title: str, subtitle: str, below: str) -> float:
    """The same with a footer that is ready."""
    place = FIRST_LINE
    for text, size, weight, colour in (
        (title, style.TITLE, "bold", style.INK),
        (subtitle, style.SMALL, "normal", style.GREY),
    ):
        lines = fitted(figure, text, WIDTH, size, weight)
        written = figure.text(LEFT, place, lines, fontsize=size, fontweight=weight, color=colour,
                              va="top", linespacing=1.2)  # fmt: skip
        place = float(written.get_window_extent().y0 / figure.bbox.height) - GAP
    figure.text(LEFT, LAST_LINE, below, fontsize=style.SMALL, va="bottom",
                color=style.GREY, linespacing=1.2)  # fmt: skip
    return place


def period(outcome: "Outcome") -> str:
    """The years that were played, such as "2024 to 2035"."""
    end = quarter_after(outcome.case.start, outcome.case.steps - 1)[0]
    return f"{outcome.case.start[0]} to {end}"


def years(outcome: "Outcome") -> list[float]:
    """The middle of every quarter [year]."""
    return [
        year + (quarter - 0.5) / 4
        for year, quarter in (
            quarter_after(outcome.case.start, step) for step in range(outcome.case.steps)
        )
    ]


def whole_years(times: Sequence[float], most: int = 4) -> list[int]:
    """So many years at most, round ones, to print under a narrow panel.

    >>> whole_years([2024.6, 2035.9])
    [2025, 2030, 2035]
    """
    first, last = int(times[0]) + 1, int(times[-1])
    for stride in (1, 2, 5, 10, 20):
        found = [year for year in range(first, last + 1) if year % stride == 0]
        if len(found) <= most:
            return found
    return [first, last]
