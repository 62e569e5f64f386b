"""What does each path change against the baseline, in the same futures, and at what price?

One slide for each panel: China decides, a fixed date, no contingency. One column for each measure,
one row for each path. An axis is never narrower than a tenth of the range that the measure has on
the baseline, so that a difference of no importance looks like one.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.analysis.compare import Comparison, Difference, Verdict
from sim.analysis.wording import (
    decimals_for,
    difference_numbers,
    number,
    plain_text,
    scale_of,
)
from sim.charts import style
from sim.charts.labels import broken, fitted, short
from sim.charts.leading import OPPOSITE, alike, named, size
from sim.charts.page import new_slide, period, write_words
from sim.charts.panels import moment, shown_panels
from sim.charts.picture import Picture

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.analysis.played import PanelResult
    from sim.results.study import Findings

COLUMNS, ROWS = 4, 10  # measures and paths on a slide; more paths go to further slides
FAR = 0.1  # below this share of the baseline's 90 % range a path moves far less than futures do
WORTH_SAYING = 0.1  # of the largest effect: the least that a title says of the other side
NARROWEST = 0.05  # of the baseline's 90 % range, either side of zero
LEFT, RIGHT, BOTTOM = 0.243, 0.985, 0.235  # of the slide
LINE = 1.25 * style.SMALL / 72 / style.SLIDE[1]  # height of a line of words, of the slide
PLOT = 0.54  # of a column; numbers stand in the rest
ROUND = (1, 2, 3, 5, 7)  # first digits of a tick
NAME_WIDTH, UNIT_WIDTH = 22, 10  # characters
COST = "spending_total"
ASKED = "p_force"  # where it is shown, the title says it first
READ = {
    "endogenous": ("p_force", "p_attack", "cohesion_mean", COST),
    "none": ("margin_land_alone_end", "cohesion_mean", "reception_end", COST),
}
READ_IN_WAR = ("margin_land_low", "margin_airsea_low", "p_both_wars", COST)
NAMES = {
    "p_force": "force: blockade or invasion",
    "p_attack": "Russian attack on a member",
    "p_both_wars": "both wars at once",
    "margin_land_low": "land margin, first year of war",
    "margin_airsea_low": "air and sea margin, first year",
    "margin_land_alone_end": "land margin with no US forces",
    "cohesion_mean": "cohesion: tests that pass",
    "reception_end": "South-East Asian elites with the US",
    COST: "all allied spending",
}
IN_TITLE = {
    "p_force": "force over Taiwan",
    "p_attack": "Russian attack",
    "p_both_wars": "both wars at once",
    "margin_land_low": "land margin",
    "margin_airsea_low": "air and sea margin",
    "margin_land_alone_end": "land margin without the US",
    "cohesion_mean": "cohesion",
    "reception_end": "South-East Asian support",
}
HEADER = ("panel", "measure", "path", "baseline", "level", "baseline_level", "mean", "mean_low_95",
          "mean_high_95", "low_5", "high_95", "verdict")  # fmt: skip


@dataclass(frozen=True)
class _Sheet:
    """One slide in the making: what is compared, which measures, which paths."""

    findings: "Findings"
    result: "PanelResult"
    measures: tuple[str, ...]
    paths: tuple[str, ...]

    @property
    def comparison(self) -> Comparison:
        return self.result.comparison

    def unit(self, name: str) -> str:
        return self.findings_measures[name].unit

    @property
    def findings_measures(self) -> dict[str, "Measure"]:
        from sim.analysis.measures import MEASURES

        return {**MEASURES, **self.findings.measures}

    def rows(self, name: str) -> list[Difference]:
        """The differences of one measure, in the order of the paths of the slide."""
        found = self.comparison.differences
        return [found[name, path] for path in self.paths if (name, path) in found]


def draw(findings: "Findings") -> list[Picture]:
    """One slide for each panel, more where there are many paths; none with a single path."""
    found = []
    for result in shown_panels(findings):
        others = result.comparison.others
        for at in range(0, len(others), ROWS):
            sheet = _Sheet(findings, result, (), others[at : at + ROWS])
            sheet = _Sheet(findings, result, _measures(sheet), sheet.paths)
            if sheet.measures:
                found.append(_slide(sheet, 1 + at // ROWS))
    return found


def finding(result: "PanelResult", measures: Sequence[str], units: dict[str, str]) -> str:
    """The title: what the panel asks first, then the largest differences that can be told.

    Args:
        result: the panel.
        measures: names of those shown; the price is left to its column.
        units: of the measures.
    """
    comparison = result.comparison
    base = short(comparison.baseline)
    shown = [name for name in measures if name != COST]
    rows = [
        comparison.differences[name, path]
        for name in shown
        for path in comparison.others
        if comparison.differences[name, path].distinguishable
    ]
    if not rows:
        return f"{moment(result)}, no path can be told from {base} on what is shown here"
    largest = max(size(row, comparison) for row in rows)
    far = f"against {base}" if largest >= FAR else "paths move outcomes far less than futures do"
    parts = _answers(rows, comparison, units, shown[0])
    return f"{moment(result)}, {far}: {', '.join(parts)}"


def _answers(
    rows: Sequence[Difference], comparison: Comparison, units: dict[str, str], first: str
) -> list[str]:
    """What is said of the rows: where China decides, of the chance of force before all else."""
    of_first = [row for row in rows if row.measure == first]
    others = [row for row in rows if row.measure != first]
    unclear = [] if of_first else [f"{_thing(first)} not distinguishable on any path"]
    if first != ASKED:
        return [*_both_sides(rows, comparison, units), *unclear]
    rest = _both_sides(others, comparison, units)
    asked = _both_sides(of_first, comparison, units)
    return [*unclear, *rest] if unclear else [*asked, *rest][:2]


def _both_sides(
    rows: Sequence[Difference], comparison: Comparison, units: dict[str, str]
) -> list[str]:
    """The largest difference and the largest the other way, if it is worth saying."""
    if not rows:
        return []
    leader = max(rows, key=lambda row: size(row, comparison))
    told = _told(leader, rows, units)
    against = [
        row
        for row in rows
        if row.verdict is OPPOSITE.get(leader.verdict)
        and size(row, comparison) >= WORTH_SAYING * size(leader, comparison)
    ]
    if not against:
        return [told]
    other = max(against, key=lambda row: size(row, comparison))
    text = _told(other, rows, units)
    same = other.measure == leader.measure
    return [told, text.removeprefix(_thing(leader.measure)).strip() if same else text]


def _told(leader: Difference, rows: Sequence[Difference], units: dict[str, str]) -> str:
    """Paths, their measure, and the mean difference of the first of them."""
    like = alike(leader, (row for row in rows if row.measure == leader.measure))
    unit = units[leader.measure]
    words = {"percentage points": "points"}.get(scale_of(unit).difference)
    amount = _amount(like, unit) + (f" {words}" if words else "")
    return f"{_thing(leader.measure)} {amount} ({named(like)})"


def _thing(measure: str) -> str:
    return IN_TITLE.get(measure, measure.replace("_", " "))


def _amount(rows: Sequence[Difference], unit: str) -> str:
    """The mean difference of these paths, from the least to the most where they differ."""
    ordered = sorted(rows, key=lambda row: abs(row.mean))
    least, most = (difference_numbers(row, unit)[0] for row in (ordered[0], ordered[-1]))
    return most if least == most else f"{least} to {most}"


def _measures(sheet: _Sheet) -> tuple[str, ...]:
    """What the panel is read for, filled up with other headline measures."""
    wanted = READ.get(sheet.result.panel.kind, READ_IN_WAR)
    rest = [name for name, measure in sheet.findings_measures.items() if measure.headline]
    usable = [name for name in dict.fromkeys((*wanted, *rest)) if _usable(sheet, name)]
    chosen = usable[:COLUMNS]
    return tuple(sorted(chosen, key=lambda name: name == COST))


def _usable(sheet: _Sheet, name: str) -> bool:
    rows = sheet.rows(name)
    return bool(rows) and any(math.isfinite(row.mean) for row in rows)


def _slide(sheet: _Sheet, number_of_slide: int) -> Picture:
    units = {name: sheet.unit(name) for name in sheet.measures}
    title = finding(sheet.result, sheet.measures, units)
    case, identity = sheet.findings.outcome.case, sheet.findings.identity
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, case, identity, title, _subtitle(sheet))
        width = (RIGHT - LEFT) / len(sheet.measures)
        heads = [_head(figure, sheet, name, width) for name in sheet.measures]
        room = max(head.count("\n") + 1 for head in heads) + 2
        below = top - room * LINE - 0.015
        for slot, (name, head) in enumerate(zip(sheet.measures, heads, strict=True)):
            x = LEFT + slot * width
            axes = figure.add_axes((x, BOTTOM, PLOT * width, below - BOTTOM), facecolor="none")
            _column(axes, sheet, name)
            _write_head(figure, sheet, name, head, x, top)
        _name_rows(figure.axes[0], sheet)
    suffix = "" if number_of_slide == 1 else f"-{number_of_slide}"
    return Picture(
        name=f"differences_{sheet.result.panel.name}{suffix}",
        figure=figure,
        title=title,
        description=_description(sheet),
        header=HEADER,
        rows=list(_numbers(sheet)),
    )


def _head(figure: Figure, sheet: _Sheet, name: str, width: float) -> str:
    words = NAMES.get(name) or plain_text(sheet.findings_measures[name].label)
    return fitted(figure, words[0].upper() + words[1:], width - 0.012, style.SMALL, "bold")


def _write_head(
    figure: Figure, sheet: _Sheet, name: str, head: str, left: float, top: float
) -> None:
    """The measure, and below it what the baseline scores; line by line, so that columns align."""
    lines = head.split("\n")
    for place, line in enumerate([*lines, _level(sheet, name)]):
        bold = place < len(lines)
        figure.text(left, top - (place + 0.75) * LINE, line, fontsize=style.SMALL,
                    fontweight="bold" if bold else "normal",
                    color=style.INK if bold else style.GREY, va="baseline")  # fmt: skip


def _level(sheet: _Sheet, name: str) -> str:
    """What the baseline scores on average, in the unit in which it is shown."""
    base = sheet.comparison.summaries[name, sheet.comparison.baseline]
    scale = scale_of(sheet.unit(name))
    value = base.mean * scale.factor
    sign = " %" if scale.factor == 100 else ""
    return f"{broken(short(sheet.comparison.baseline), 14, lines=1)} " + number(
        value, decimals_for(value)
    ) + sign  # fmt: skip


def _column(axes: Axes, sheet: _Sheet, name: str) -> None:
    rows = sheet.rows(name)
    factor = scale_of(sheet.unit(name)).factor
    low, high = (bound * factor for bound in _bounds(sheet, rows))
    axes.set_xlim(low, high)
    axes.set_ylim(len(sheet.paths) - 0.5, -0.5)
    axes.axvline(0, color=style.INK, linewidth=1.6, zorder=1)
    for row in rows:
        if math.isfinite(row.mean):
            _dot(axes, sheet, row, sheet.paths.index(row.path), factor)
        _write_number(axes, row, sheet.paths.index(row.path), sheet.unit(name))
    axes.text(1.04, 1, _unit(sheet, name), transform=axes.transAxes, va="bottom", ha="left",
              fontsize=style.SMALL, color=style.GREY)  # fmt: skip
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xticks(ticks := _ticks(low, high), [f"{tick + 0.0:,g}" for tick in ticks])
    axes.tick_params(labelsize=style.SMALL, length=4)
    axes.set_xlabel(_direction(sheet, name), fontsize=style.SMALL, loc="left", linespacing=1.15)


def _ticks(low: float, high: float) -> list[float]:
    """Zero, and one round number on each side that has room for it.

    >>> _ticks(-0.3, 1.2)
    [0.0, 1.0]
    """
    longer = max(-low, high)
    power = 10.0 ** math.floor(math.log10(longer * 0.95))
    step = max(digit for digit in ROUND if digit * power <= longer * 0.95) * power
    return [tick for tick in (-step, 0.0, step) if low <= tick <= high]


def _dot(axes: Axes, sheet: _Sheet, row: Difference, place: int, factor: float) -> None:
    look = style.looks(sheet.findings.outcome.paths)[row.path]
    axes.plot([row.low_90 * factor, row.high_90 * factor], [place, place], color=look.colour,
              linewidth=2, alpha=0.55, solid_capstyle="butt", zorder=2)  # fmt: skip
    axes.plot([row.low * factor, row.high * factor], [place, place], color=look.ink,
              linewidth=6, solid_capstyle="butt", zorder=3)  # fmt: skip
    axes.plot([row.mean * factor], [place], look.marker, color=look.colour, markersize=11,
              markerfacecolor=look.colour if row.distinguishable else "white",
              markeredgecolor=look.ink, markeredgewidth=1.8, zorder=4, clip_on=False)  # fmt: skip


def _write_number(axes: Axes, row: Difference, place: int, unit: str) -> None:
    told = row.distinguishable
    axes.text(1.04, place, written(row, unit), transform=axes.get_yaxis_transform(), va="center",
              ha="left", fontsize=style.SMALL, fontweight="bold" if told else "normal",
              color=style.INK if told else style.GREY)  # fmt: skip


def written(row: Difference, unit: str) -> str:
    """The mean as it stands beside its marker; what can be told apart never reads as zero."""
    words = {Verdict.NO_DIFFERENCE: "same", Verdict.NOT_COMPARABLE: "-"}.get(row.verdict)
    text = words or difference_numbers(row, unit)[0]
    if row.distinguishable and not any(digit in text for digit in "123456789"):
        return f"{row.mean * scale_of(unit).factor:+.0e}"
    return text


def _name_rows(axes: Axes, sheet: _Sheet) -> None:
    for place, path in enumerate(sheet.paths):
        look = style.looks(sheet.findings.outcome.paths)[path]
        name = broken(short(path), NAME_WIDTH, lines=1)
        x = (0.02 - LEFT) / (axes.get_position().width)
        axes.text(x, place, name, transform=axes.get_yaxis_transform(), va="center", ha="left",
                  fontsize=style.SMALL, fontweight="bold", color=look.ink)  # fmt: skip


def _bounds(sheet: _Sheet, rows: Sequence[Difference]) -> tuple[float, float]:
    """Both ends of a column's axis, in the unit of the measure."""
    ends = [end for row in rows for end in (row.low, row.high, row.low_90, row.high_90)]
    ends = [end for end in ends if math.isfinite(end)]
    base = sheet.comparison.summaries[rows[0].measure, sheet.comparison.baseline]
    least = NARROWEST * (base.high - base.low)
    least = least if math.isfinite(least) and least > 0 else 1e-6
    low, high = min([-least, *ends]), max([least, *ends])
    pad = 0.08 * (high - low)
    return low - pad, high + pad


def _unit(sheet: _Sheet, name: str) -> str:
    """The unit of the numbers, short enough to stand above them."""
    unit = scale_of(sheet.unit(name)).difference or "ratio"
    words = {"percentage points": "% points", "2024 USD bn": "USD bn"}.get(unit, unit)
    return broken(words, UNIT_WIDTH, lines=1)


def _direction(sheet: _Sheet, name: str) -> str:
    """Unit of the difference, and on which side of zero it is better."""
    measure = sheet.findings_measures[name]
    unit = scale_of(measure.unit).difference or "available / required"
    unit = {"percentage points": "% points"}.get(unit, unit)
    side = {"higher": "better \N{RIGHTWARDS ARROW}", "lower": "\N{LEFTWARDS ARROW} better"}
    return f"{broken(unit, 22, lines=1)}\n{side.get(measure.better, 'no better side')}"


def _subtitle(sheet: _Sheet) -> str:
    return (
        f"Path minus {short(sheet.comparison.baseline)} in the same futures, "
        f"{period(sheet.findings.outcome)}: {sheet.result.panel.label}. Marker and number: mean; "
        f"thick: its 95\N{NO-BREAK SPACE}% interval; thin: nine in ten futures; "
        f"hollow: not distinguishable."
    )


def _description(sheet: _Sheet) -> str:
    parts = [_subtitle(sheet)]
    for name in sheet.measures:
        unit = sheet.unit(name)
        told = []
        for row in sheet.rows(name):
            mean, low, high = difference_numbers(row, unit)
            told.append(f"{short(row.path)} {mean} [{low}, {high}], {row.verdict.value}")
        label = plain_text(sheet.findings_measures[name].label)
        parts.append(f"{label} ({scale_of(unit).difference or unit}): {'; '.join(told)}.")
    return " ".join(parts)


def _numbers(sheet: _Sheet) -> Iterator[tuple[Any, ...]]:
    base = sheet.comparison.baseline
    for name in sheet.measures:
        for row in sheet.rows(name):
            levels = (sheet.comparison.summaries[name, path].mean for path in (row.path, base))
            yield (sheet.result.panel.name, name, row.path, base, *levels, row.mean, row.low,
                   row.high, row.low_90, row.high_90, row.verdict.value)  # fmt: skip
