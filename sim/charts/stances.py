"""How does every government move over the years, and does any path move it?

One slide for each stance. Every country has a line and its name; numbers stand at both ends.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context

from sim.analysis.spread import mean
from sim.analysis.stances import StanceCurves
from sim.charts import style
from sim.charts.labels import short
from sim.charts.page import new_slide, period, write_words
from sim.charts.picture import Picture
from sim.charts.stance_lines import KEYS, Line, draw_lines
from sim.data.load import load_countries, load_facts
from sim.data.stances import stance_cards, stance_holders

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sim.experiment.play import Outcome
    from sim.results.study import Findings

STANCES = {
    "china_hardness": "Toughness toward China (0 soft, 1 tough)",
    "russia_threat": "Threat seen in Russia (0 none, 1 grave)",
}
MOVES = {
    "china_hardness": ("end tougher toward China", "softer"),
    "russia_threat": ("end seeing more threat in Russia", "less"),
}
MOVED = 0.05  # a government has moved when its median ends so far from its card
VISIBLE = 0.01  # paths move a government when their means come so far apart
HEADER = ("stance", "country", "name", "card_at_start", "path", "year", "mean", "q05", "q50",
          "q95")  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One government: its card, and where it stands at the end of each year [0-1].

    `curves` holds median, 5 % and 95 % of the futures of each path [3, year], `means` [year].
    """

    iso3: str
    name: str
    ally: bool
    card: float
    years: tuple[int, ...]
    curves: Mapping[str, "NDArray[np.float64]"]
    means: Mapping[str, "NDArray[np.float64]"]

    def median(self, path: str) -> list[float]:
        """The middle of the futures at the end of each year."""
        found: list[float] = self.curves[path][0].tolist()
        return found

    def end(self, path: str) -> float:
        """The middle of the futures in the last year."""
        return self.median(path)[-1]

    def width(self, path: str) -> float:
        """The width of the band of nine in ten futures in the last year."""
        _, low, high = self.curves[path][:, -1].tolist()
        return float(high - low)

    def push(self, path: str, base: str) -> float:
        """The furthest that a path comes from the baseline on average, with its sign."""
        apart: list[float] = (self.means[path] - self.means[base]).tolist()
        return max(apart, key=abs)


def draw(findings: "Findings") -> list[Picture]:
    """One slide for each stance that the study keeps by year."""
    found: list[Picture] = []
    for stance in STANCES:
        rows = rows_of(findings, stance)
        if rows:
            found.append(_slide(findings, stance, rows, len(found) + 1))
    return found


def rows_of(findings: "Findings", stance: str) -> list[Row]:
    """The governments with a card, from the toughest down; none where the study kept none."""
    curves = findings.stances.get(stance)
    if curves is None or not curves.futures:
        return []
    case = findings.outcome.case
    cards = stance_cards(load_facts(), as_of=case.start[0])
    rows = [
        _row(curves, iso3, _card(cards[iso3][stance].value, case.swings.get(iso3, {}), stance))
        for iso3 in stance_holders()
        if iso3 in curves.governments
    ]
    return sorted(rows, key=lambda row: -row.card)


def _row(found: StanceCurves, iso3: str, card: float) -> Row:
    country = load_countries()[iso3]
    place = found.governments.index(iso3)
    return Row(
        iso3=iso3,
        name=country.name,
        ally=country.group == "nato",
        card=card,
        years=found.years,
        curves={path: found.curves[slot][:, :, place] for slot, path in enumerate(found.paths)},
        means={path: found.means[slot][:, place] for slot, path in enumerate(found.paths)},
    )


def _card(value: float, swing: Mapping[str, float], stance: str) -> float:
    """The stance as the scenario has it at the start [0-1]."""
    return min(1.0, max(0.0, value + swing.get(stance, 0.0)))


def finding(stance: str, rows: Sequence[Row], outcome: "Outcome") -> str:
    """The title: how many governments move, when most is reached, and the most a path adds."""
    base = outcome.case.baseline
    up = [row for row in rows if row.end(base) - row.card >= MOVED]
    down = [row for row in rows if row.card - row.end(base) >= MOVED]
    more, less = MOVES[stance]
    text = (
        f"On {short(base)}, {len(up)} of {len(rows)} governments {more} than in "
        f"{outcome.case.start[0]}{_names(up)}, {len(down)} {less}{_names(down)}"
        f"{_peak(rows, base)}"
    )
    if len(outcome.paths) < 2:
        return text
    furthest = max(rows, key=lambda row: max(abs(row.push(path, base)) for path in outcome.paths))
    path = max(outcome.paths, key=lambda name: abs(furthest.push(name, base)))
    size = furthest.push(path, base)
    if abs(size) < VISIBLE:
        return f"{text}; no path moves any of them by {VISIBLE:g}"
    return f"{text}; a path adds at most {size:+.2f} ({short(path)}, {furthest.name})"


def _names(rows: Sequence[Row]) -> str:
    """The names of one or two governments in brackets; more are left to the drawing."""
    return f" ({' and '.join(row.name for row in rows)})" if 0 < len(rows) <= 2 else ""


def _peak(rows: Sequence[Row], base: str) -> str:
    """The year in which governments stand highest on average, where that is not at an end."""
    levels = [mean(year) for year in zip(*(row.median(base) for row in rows), strict=True)]
    top = max(levels)
    if top - max(mean([row.card for row in rows]), levels[-1]) < VISIBLE:
        return ""
    return f", after a peak in {rows[0].years[levels.index(top)]}"


def _slide(findings: "Findings", stance: str, rows: Sequence[Row], number: int) -> Picture:
    outcome = findings.outcome
    title = finding(stance, rows, outcome)
    shown = moving(outcome, rows)
    futures = findings.stances[stance].futures
    subtitle = _subtitle(outcome, stance, shown, futures)
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_words(figure, outcome.case, findings.identity, title, subtitle)
        draw_lines(figure, outcome, _lines(outcome, rows, shown), shown, top)
    return Picture(
        name="stances" if number == 1 else f"stances-{number}",
        figure=figure,
        title=title,
        description=_description(outcome, rows, subtitle),
        header=HEADER,
        rows=list(_numbers(stance, rows)),
    )


def moving(outcome: "Outcome", rows: Sequence[Row]) -> list[str]:
    """The baseline, and the paths that move a government visibly, furthest first."""
    base = outcome.case.baseline
    far = {path: max(abs(row.push(path, base)) for row in rows) for path in outcome.paths}
    others = sorted((path for path in far if far[path] >= VISIBLE), key=lambda path: -far[path])
    return [base, *others[: KEYS - 1]]


def _lines(outcome: "Outcome", rows: Sequence[Row], shown: Sequence[str]) -> list[Line]:
    """What is drawn of each government: the baseline, and the paths that move it visibly."""
    base = outcome.case.baseline
    return [
        Line(
            name=row.name,
            ally=row.ally,
            card=row.card,
            years=row.years,
            medians={
                path: row.median(path)
                for path in shown
                if path == base or abs(row.push(path, base)) >= VISIBLE
            },
            band=row.curves[base][1:],
        )
        for row in rows
    ]


def _subtitle(outcome: "Outcome", stance: str, shown: Sequence[str], futures: int) -> str:
    few = f", first {futures} futures" if futures < outcome.n_futures else ""
    base = f" on {short(outcome.case.baseline)}" if len(shown) == 1 else ""
    apart = f"; a path has a line of its own from {VISIBLE:g}" if len(shown) > 1 else ""
    return (
        f"{STANCES[stance]}, {period(outcome)}{few}. Line: median at each year's end{base}; "
        f"band: nine in ten futures, for the name in blue. Bold: US and partners. "
        f"Moved: by {MOVED:g} or more{apart}."
    )


def _description(outcome: "Outcome", rows: Sequence[Row], subtitle: str) -> str:
    base = outcome.case.baseline
    told = "; ".join(f"{row.name} {_journey(row, base)}" for row in rows)
    widths = sorted(row.width(base) for row in rows)
    text = (
        f"{subtitle} On {short(base)}, from the card to the median at the end: {told}. "
        f"Nine in ten futures then span {widths[len(widths) // 2]:.2f} in the middle country, "
        f"{widths[0]:.2f} to {widths[-1]:.2f} in all."
    )
    if len(outcome.paths) < 2:
        return text
    most = max(abs(row.push(path, base)) for row in rows for path in outcome.paths)
    return f"{text} The furthest that a path's mean comes from that of {short(base)}: {most:.3f}."


def _journey(row: Row, path: str) -> str:
    """Start and end in words, and the year furthest from both where it lies beyond them."""
    medians, end = row.median(path), row.end(path)
    low, high = sorted((row.card, end))
    beyond = [max(value - high, low - value) for value in medians]
    place = beyond.index(max(beyond))
    way = f" by way of {medians[place]:.2f} in {row.years[place]}"
    return f"{row.card:.2f}{way if beyond[place] >= VISIBLE else ''} to {end:.2f}"


def _numbers(stance: str, rows: Sequence[Row]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        for path, curves in row.curves.items():
            for slot, year in enumerate(row.years):
                middle, low, high = curves[:, slot].tolist()
                yield (stance, row.iso3, row.name, row.card, path, year,
                       float(row.means[path][slot]), low, middle, high)  # fmt: skip
