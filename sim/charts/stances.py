"""Where does every government stand, where does it end, and does any path move it?

One slide for each stance. Every country has a row and its name, from the toughest down.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.analysis.spread import mean, quantile
from sim.charts import style
from sim.charts.labels import broken, short
from sim.charts.page import new_slide, period, write_words
from sim.charts.picture import Picture
from sim.data.load import load_countries, load_facts
from sim.data.stances import stance_cards, stance_holders

if TYPE_CHECKING:
    from sim.experiment.play import Outcome
    from sim.results.study import Findings

STANCES = {"china_hardness": "toughness toward China", "russia_threat": "threat seen in Russia"}
ENDS = {"china_hardness": ("soft", "tough"), "russia_threat": ("none", "grave")}
MOVES = {
    "china_hardness": ("end tougher toward China", "softer"),
    "russia_threat": ("end seeing more threat in Russia", "less"),
}
COLUMNS = 3
KEYS = 4  # paths drawn at most beside the baseline, those that move governments furthest
MOVED = 0.05  # a government has moved when its median ends so far from its card
VISIBLE = 0.01  # paths move a government when their means end so far apart
NAME_WIDTH = 15  # characters
NAMES = 0.147  # of the slide, before the plot of each column
HEADER = ("stance", "country", "name", "card_at_start", "path", "mean_end", "q05_end", "q50_end",
          "q95_end")  # fmt: skip


@dataclass(frozen=True)
class _Words:
    """A line of words between the rows, with the marker of a path if it explains one."""

    text: str
    look: style.Look | None = None


@dataclass(frozen=True)
class _Row:
    """One government: its card, and where it ends on each path [0-1]."""

    iso3: str
    name: str
    ally: bool
    card: float
    ends: Mapping[str, tuple[float, ...]]

    def end(self, path: str) -> float:
        return mean(self.ends[path])

    def range_of(self, path: str) -> tuple[float, float, float]:
        """5 %, 50 % and 95 % of the futures."""
        ordered = sorted(self.ends[path])
        low, middle, high = (quantile(ordered, share) for share in (0.05, 0.5, 0.95))
        return low, middle, high

    def median(self, path: str) -> float:
        return self.range_of(path)[1]

    def reach(self, baseline: str) -> float:
        """The furthest that a path ends from the baseline on average."""
        return max(abs(self.end(path) - self.end(baseline)) for path in self.ends)


def draw(findings: "Findings") -> list[Picture]:
    """One slide for each stance that the study keeps by country."""
    found: list[Picture] = []
    for stance in STANCES:
        rows = _rows(findings.outcome, stance)
        if rows:
            found.append(_slide(findings, stance, rows, len(found) + 1))
    return found


def finding(stance: str, rows: Sequence[_Row], outcome: "Outcome") -> str:
    """The title: how many governments move over the period, and the most that a path adds."""
    base = outcome.case.baseline
    up = [row for row in rows if row.median(base) - row.card >= MOVED]
    down = [row for row in rows if row.card - row.median(base) >= MOVED]
    more, less = MOVES[stance]
    text = (
        f"On {short(base)}, {len(up)} of {len(rows)} governments {more} than in "
        f"{outcome.case.start[0]}{_names(up)}, {len(down)} {less}{_names(down)}"
    )
    if len(outcome.paths) < 2:
        return text
    furthest = max(rows, key=lambda row: row.reach(base))
    path = max(outcome.paths, key=lambda name: abs(furthest.end(name) - furthest.end(base)))
    size = furthest.end(path) - furthest.end(base)
    if abs(size) < VISIBLE:
        return f"{text}; no path moves any of them by {VISIBLE:g}"
    return f"{text}; a path adds at most {size:+.2f} ({short(path)}, {furthest.name})"


def _names(rows: Sequence[_Row]) -> str:
    """The names of one or two governments in brackets; more are left to the drawing."""
    return f" ({' and '.join(row.name for row in rows)})" if 0 < len(rows) <= 2 else ""


def _rows(outcome: "Outcome", stance: str) -> list[_Row]:
    """The governments with a card, allies first, each group from the toughest down."""
    if stance not in outcome.by_country:
        return []
    cards = stance_cards(load_facts(), as_of=outcome.case.start[0])
    countries = load_countries()
    rows = [
        _Row(
            iso3=iso3,
            name=countries[iso3].name,
            ally=countries[iso3].group == "nato",
            card=_card(cards[iso3][stance].value, outcome.case.swings.get(iso3, {}), stance),
            ends=_ends(outcome, stance, outcome.countries.index(iso3)),
        )
        for iso3 in stance_holders()
        if iso3 in outcome.countries
    ]
    return sorted(rows, key=lambda row: (not row.ally, -row.card))


def _card(value: float, swing: Mapping[str, float], stance: str) -> float:
    """The stance as the scenario has it at the start [0-1]."""
    return min(1.0, max(0.0, value + swing.get(stance, 0.0)))


def _ends(outcome: "Outcome", stance: str, place: int) -> dict[str, tuple[float, ...]]:
    block = outcome.by_country[stance]
    return {
        path: tuple(np.asarray(block[slot, :, place], dtype=float).tolist())
        for slot, path in enumerate(outcome.paths)
    }


def _slide(findings: "Findings", stance: str, rows: Sequence[_Row], number: int) -> Picture:
    outcome = findings.outcome
    title = finding(stance, rows, outcome)
    with rc_context(style.SETTINGS):
        figure = new_slide()
        subtitle = _subtitle(outcome, stance)
        top = write_words(figure, outcome.case, findings.identity, title, subtitle)
        _columns(figure, outcome, stance, rows, top)
    return Picture(
        name="stances" if number == 1 else f"stances-{number}",
        figure=figure,
        title=title,
        description=_description(outcome, stance, rows),
        header=HEADER,
        rows=list(_numbers(stance, rows)),
    )


def _columns(
    figure: Figure, outcome: "Outcome", stance: str, rows: Sequence[_Row], top: float
) -> None:
    """Allies fill the columns; the others follow below a line of their own, then the key."""
    shown = moving(outcome, rows)
    lines = [*_lines(rows), *_key(outcome, shown)]
    tall = max(math.ceil(len(lines) / COLUMNS), 4)
    looks = style.looks(outcome.paths)
    width = 0.96 / COLUMNS
    for slot in range(COLUMNS):
        left = 0.02 + slot * width
        axes = figure.add_axes((left + NAMES, 0.165, width - NAMES - 0.02, top - 0.175))
        _frame(axes, tall, stance)
        for place, line in enumerate(lines[slot * tall : (slot + 1) * tall]):
            if isinstance(line, _Row):
                _draw_row(axes, outcome.case.baseline, line, place, {p: looks[p] for p in shown})
            else:
                _draw_words(axes, line, place)


def moving(outcome: "Outcome", rows: Sequence[_Row]) -> list[str]:
    """The baseline, and the paths that move a government visibly, furthest first."""
    base = outcome.case.baseline
    far = {
        path: max(abs(row.end(path) - row.end(base)) for row in rows)
        for path in outcome.paths
        if path != base
    }
    others = sorted((path for path in far if far[path] >= VISIBLE), key=lambda path: -far[path])
    return [base, *others[:KEYS]]


def _lines(rows: Sequence[_Row]) -> list["_Row | _Words"]:
    allies = [row for row in rows if row.ally]
    others = [row for row in rows if not row.ally]
    between = [_Words("United States and partners")] if allies and others else []
    return [*allies, *between, *others]


def _key(outcome: "Outcome", shown: Sequence[str]) -> list["_Words"]:
    end = period(outcome).rpartition(" ")[2]
    looks = style.looks(outcome.paths)
    if len(shown) == 1:
        name = "every path" if len(outcome.paths) > 1 else short(shown[0])
        return [_Words(f"{name} at the end of {end}", looks[shown[0]])]
    return [_Words(f"{broken(short(path), 21, lines=1)} in {end}", looks[path]) for path in shown]


def _frame(axes: Axes, tall: int, stance: str) -> None:
    axes.set_xlim(0, 1)
    axes.set_ylim(tall - 0.5, -0.5)
    axes.set_yticks([])
    low, high = ENDS[stance]
    axes.set_xticks([0, 0.5, 1], [f"0 {low}", "", f"1 {high}"])
    axes.get_xticklabels()[0].set_horizontalalignment("left")
    axes.get_xticklabels()[-1].set_horizontalalignment("right")
    axes.tick_params(labelsize=style.SMALL, length=4)
    axes.spines["left"].set_visible(False)


def _draw_words(axes: Axes, words: "_Words", place: int) -> None:
    left = -NAMES / axes.get_position().width
    frame = axes.get_yaxis_transform()
    shift = 0.0
    if words.look:
        shift = 0.12
        axes.plot([left + shift / 3], [place], words.look.marker, color=words.look.colour,
                  markersize=11, transform=frame, clip_on=False)  # fmt: skip
    axes.text(left + shift, place, words.text, transform=frame, va="center_baseline",
              fontsize=style.SMALL, fontweight="bold", clip_on=False,
              color=words.look.ink if words.look else style.GREY)  # fmt: skip


def _draw_row(
    axes: Axes, base: str, row: _Row, place: int, looks: Mapping[str, style.Look]
) -> None:
    low, middle, high = row.range_of(base)
    axes.plot([0, 1], [place, place], color=style.FAINT, linewidth=0.8, zorder=0)
    axes.plot([low, high], [place, place], color=looks[base].colour, linewidth=8, alpha=0.25,
              solid_capstyle="butt", zorder=1)  # fmt: skip
    axes.plot([row.card, middle], [place, place], color=style.INK, linewidth=2.4, zorder=2)
    axes.plot([row.card], [place], "o", markersize=11, color="white", markeredgecolor=style.INK,
              markeredgewidth=1.8, zorder=3, clip_on=False)  # fmt: skip
    for path in reversed(list(looks)):
        axes.plot([row.median(path)], [place], looks[path].marker, color=looks[path].colour,
                  markersize=10, markeredgecolor=looks[path].ink, markeredgewidth=0.7, zorder=4,
                  clip_on=False)  # fmt: skip
    axes.text(-NAMES / axes.get_position().width, place, broken(row.name, NAME_WIDTH, lines=1),
              transform=axes.get_yaxis_transform(), va="center_baseline",
              fontsize=style.SMALL)  # fmt: skip


def _subtitle(outcome: "Outcome", stance: str) -> str:
    word = STANCES[stance]
    apart = f"; a path is drawn apart from {VISIBLE:g}" if len(outcome.paths) > 1 else ""
    return (
        f"{word[0].upper()}{word[1:]} (0 to 1), {period(outcome)}. Ring: at the start; filled: "
        f"median at the end; band: nine in ten futures on {short(outcome.case.baseline)} at the "
        f"end. Counted as moved from {MOVED:g}{apart}."
    )


def _description(outcome: "Outcome", stance: str, rows: Sequence[_Row]) -> str:
    base = outcome.case.baseline
    told = "; ".join(f"{row.name} {row.card:.2f} to {row.median(base):.2f}" for row in rows)
    text = (
        f"{_subtitle(outcome, stance)} On {short(base)}, from the card to the median at the end: "
        f"{told}."
    )
    if len(outcome.paths) < 2:
        return text
    most = max(row.reach(base) for row in rows)
    return f"{text} The furthest that a path's mean ends from that of {short(base)}: {most:.3f}."


def _numbers(stance: str, rows: Sequence[_Row]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        for path in row.ends:
            ends = row.range_of(path)
            yield (stance, row.iso3, row.name, row.card, path, row.end(path), *ends)
