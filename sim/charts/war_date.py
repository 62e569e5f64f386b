"""How much does each path gain by the year in which a war opens?

One slide for each margin. Each year's markers stand side by side, so that none hides another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.axes import Axes

from sim.analysis.compare import Difference, Verdict
from sim.analysis.wording import difference_numbers, number
from sim.charts import style
from sim.charts.labels import broken, short, spread_out
from sim.charts.leading import alike, named
from sim.charts.page import new_slide, write_words
from sim.charts.panels import swept_panels
from sim.charts.picture import Picture
from sim.experiment.panels import MARKED

if TYPE_CHECKING:
    from sim.analysis.played import PanelResult
    from sim.results.study import Findings

MARGINS = {"margin_land_low": "land margin", "margin_airsea_low": "air and sea margin"}
SMALL_GAIN = 0.1  # a path gains little when it never gains this share of the best
WIDTH = 0.535  # of the slide, taken by the plot
NAME, FIRST_NUMBER, LAST_NUMBER = 1.06, 1.56, 1.68  # places right of the plot, in its widths
DODGE = 0.72  # of a year, taken by the markers of all paths
HEADER = ("measure", "path", "baseline", "panel", "opens", "mean", "mean_low_95", "mean_high_95",
          "verdict")  # fmt: skip


@dataclass(frozen=True)
class _Sweep:
    """The gain of every path in one margin, by the year in which the war opens."""

    margin: str
    results: tuple["PanelResult", ...]

    @property
    def baseline(self) -> str:
        return self.results[0].comparison.baseline

    @property
    def paths(self) -> tuple[str, ...]:
        return self.results[0].comparison.others

    @property
    def years(self) -> list[int]:
        return [result.panel.opens[0] for result in self.results if result.panel.opens]

    def of(self, path: str) -> list[Difference]:
        """The differences of one path in order of the date."""
        return [result.comparison.differences[self.margin, path] for result in self.results]

    def at(self, place: int) -> list[Difference]:
        """The differences of all paths at one date."""
        return [self.of(path)[place] for path in self.paths]

    @property
    def marked(self) -> int:
        """The place of the marked date, or of the first."""
        return self.years.index(MARKED) if MARKED in self.years else 0


def draw(findings: "Findings") -> list[Picture]:
    """One slide for each margin; none unless several dates were played."""
    results = swept_panels(findings)
    return [
        _slide(findings, _Sweep(margin, results), number_of_slide)
        for number_of_slide, margin in enumerate(MARGINS, start=1)
        if results and all(
            (margin, path) in result.comparison.differences
            for result in results
            for path in result.comparison.others
        ) and results[0].comparison.others
    ]  # fmt: skip


def finding(sweep: _Sweep) -> str:
    """The title: the best gain at the marked date and at the last, and who never gains much."""
    best = [_best(sweep, place) for place in range(len(sweep.years))]
    first, last = sweep.marked, len(sweep.years) - 1
    thing, base = MARGINS[sweep.margin], short(sweep.baseline)
    if not any(best):
        return f"No path gains in the {thing} over {base} in a war of {_span(sweep)}"
    early, late = (_gain(best[place]) for place in (first, last))
    final = best[last]
    who = named(alike(final, sweep.at(last)) if final else [])
    text = (
        f"Best gain in {thing} over {base}: {early} if war opens in {sweep.years[first]}, "
        f"{late} in {sweep.years[last]} ({who})"
    )
    top = max(row.mean for row in best if row)
    little = [p for p in sweep.paths if max(row.mean for row in sweep.of(p)) < SMALL_GAIN * top]
    if not little:
        return text
    if len(little) == 1:
        return f"{text}; {short(little[0])} never gains a tenth of that"
    return f"{text}; {len(little)} of {len(sweep.paths)} paths never gain a tenth of that"


def _best(sweep: _Sweep, place: int) -> Difference | None:
    """The largest gain at one date that can be told from nothing."""
    gains = [row for row in sweep.at(place) if row.verdict is Verdict.BETTER]
    return max(gains, key=lambda row: row.mean) if gains else None


def _gain(row: Difference | None) -> str:
    return number(row.mean, 2, signed=True) if row else "none"


def _slide(findings: "Findings", sweep: _Sweep, number_of_slide: int) -> Picture:
    title = finding(sweep)
    outcome = findings.outcome
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, findings.identity, title, _subtitle(sweep))
        axes = figure.add_axes((0.085, 0.16, WIDTH, top - 0.075 - 0.16))
        looks = style.looks(outcome.paths)
        _plot(axes, sweep, looks)
        _label(axes, sweep, looks)
    return Picture(
        name="war_date" if number_of_slide == 1 else f"war_date-{number_of_slide}",
        figure=figure,
        title=title,
        description=_description(sweep),
        header=HEADER,
        rows=list(_numbers(sweep)),
    )


def _plot(axes: Axes, sweep: _Sweep, looks: Mapping[str, style.Look]) -> None:
    axes.axhline(0, color=style.INK, linewidth=1.6, zorder=1)
    for year in sweep.years[1:]:
        axes.axvline(year - 0.5, color=style.FAINT, linewidth=1, zorder=0)
    if MARKED in sweep.years:
        axes.axvspan(MARKED - 0.5, MARKED + 0.5, color="#f2ead3", linewidth=0, zorder=0)
    step = DODGE / len(sweep.paths)
    for slot, path in enumerate(sweep.paths):
        look, rows = looks[path], sweep.of(path)
        at = [year + (slot - (len(sweep.paths) - 1) / 2) * step for year in sweep.years]
        axes.plot(at, [row.mean for row in rows], color=look.colour, linestyle=look.dash,
                  linewidth=1.4, alpha=0.8, zorder=2)  # fmt: skip
        axes.vlines(at, [row.low for row in rows], [row.high for row in rows], color=look.ink,
                    linewidth=3.5 if len(sweep.paths) <= 5 else 2.5, zorder=3)  # fmt: skip
        axes.plot(at, [row.mean for row in rows], look.marker, color=look.colour,
                  markeredgecolor=look.ink, markeredgewidth=0.8, zorder=4,
                  markersize=11 if len(sweep.paths) <= 5 else 9)  # fmt: skip
    axes.set_xlim(sweep.years[0] - 0.5, sweep.years[-1] + 0.5)
    axes.set_xticks(sweep.years)
    axes.tick_params(labelsize=style.SMALL, length=4)
    axes.tick_params(axis="x", length=0)
    axes.locator_params(axis="y", nbins=5)
    axes.set_ylabel(f"Gain over {broken(short(sweep.baseline), 14, lines=1)}",
                    fontsize=style.SMALL)  # fmt: skip


def _label(axes: Axes, sweep: _Sweep, looks: Mapping[str, style.Look]) -> None:
    """A small table to the right: the path, its gain at the marked date and at the last."""
    last = len(sweep.years) - 1
    ends = [sweep.of(path)[last].mean for path in sweep.paths]
    low, high = axes.get_ylim()
    heights = [(end - low) / (high - low) for end in ends]
    room = 1.42 * style.SMALL / 72 * axes.figure.get_dpi() / axes.bbox.height
    placed = spread_out(heights, room, room / 2, 1 - room / 2)
    frame = axes.transAxes
    for x, words in ((NAME, "War opens in"), (FIRST_NUMBER, f"{sweep.years[sweep.marked]}"),
                     (LAST_NUMBER, f"{sweep.years[last]}")):  # fmt: skip
        axes.text(x, 1.03, words, transform=frame, fontsize=style.SMALL, color=style.GREY,
                  va="bottom", ha="left" if x == NAME else "right")  # fmt: skip
    for slot, (path, height) in enumerate(zip(sweep.paths, placed, strict=True)):
        look, rows = looks[path], sweep.of(path)
        axes.plot([1.0, 1.022], [heights[slot], height], transform=frame, color=look.colour,
                  linewidth=1.2, clip_on=False)  # fmt: skip
        axes.plot([1.035], [height], look.marker, transform=frame, color=look.colour,
                  markersize=10, clip_on=False)  # fmt: skip
        axes.text(NAME, height, broken(short(path), 21, lines=1), transform=frame, color=look.ink,
                  fontsize=style.SMALL, va="center")  # fmt: skip
        for x, place in ((FIRST_NUMBER, sweep.marked), (LAST_NUMBER, last)):
            told = rows[place].distinguishable
            axes.text(x, height, difference_numbers(rows[place], "")[0], transform=frame,
                      fontsize=style.SMALL, va="center", ha="right",
                      color=style.INK if told else style.GREY)  # fmt: skip


def _span(sweep: _Sweep) -> str:
    return f"{sweep.years[0]} to {sweep.years[-1]}"


def _subtitle(sweep: _Sweep) -> str:
    thing = MARGINS[sweep.margin]
    return (
        f"Lowest {thing} in the year after {_act(sweep)} opens (available / "
        f"required), path minus {short(sweep.baseline)} in the same {_fewest(sweep):,} futures, "
        f"by year of opening. Marker: mean; bar: its 95\N{NO-BREAK SPACE}% interval; "
        f"shaded: {MARKED}."
    )


def _act(sweep: _Sweep) -> str:
    kind = sweep.results[-1].panel.kind
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _fewest(sweep: _Sweep) -> int:
    return min(result.futures for result in sweep.results)


def _description(sweep: _Sweep) -> str:
    parts = [_subtitle(sweep)]
    for path in sweep.paths:
        told = ", ".join(
            f"{year} {{}} [{{}}, {{}}]".format(*difference_numbers(row, ""))
            for year, row in zip(sweep.years, sweep.of(path), strict=True)
        )
        parts.append(f"{short(path)}: {told}.")
    return " ".join(parts)


def _numbers(sweep: _Sweep) -> Iterator[Sequence[Any]]:
    for path in sweep.paths:
        for result, year, row in zip(sweep.results, sweep.years, sweep.of(path), strict=True):
            yield (sweep.margin, path, sweep.baseline, result.panel.name, year, row.mean, row.low,
                   row.high, row.verdict.value)  # fmt: skip
