"""Which published figures does the model meet, and by how much does it miss the others?"""

from collections.abc import Sequence

from matplotlib import rc_context
from matplotlib.axes import Axes

from sim.charts import style
from sim.charts.page import new_slide, write_lines
from sim.charts.picture import Picture
from sim.data.targets import CAL
from sim.validation.scorecard import HIT, NEAR, Score

FARTHEST = 3.0  # tolerances; what lies farther stands at the edge
ON_A_SLIDE = 16
LONGEST = 52  # letters of a label
HITS, NEARS, MISSED = "#1f5fa8", "#b36b00", "#a3341f"
HEADER = ("target", "figure", "distance_in_tolerances", "verdict", "grade")


def draw(scores: Sequence[Score], below: str) -> list[Picture]:
    """As many slides as the scored figures need; none where nothing was scored."""
    shown = [(one, distance(one)) for one in scores if one.row.use == CAL]
    parts = -(-len(shown) // ON_A_SLIDE)
    size = -(-len(shown) // parts) if parts else 0
    return [
        _slide(shown[size * part : size * (part + 1)], shown, below, part + 1, parts)
        for part in range(parts)
    ]


def distance(one: Score) -> float:
    """How far the mean is from the middle of what is a hit [tolerances]; 1 is its edge."""
    if one.given is None:
        return FARTHEST
    given = one.given
    if one.row.is_series:
        return given / one.row.high
    middle, half = (one.row.high + one.row.low) / 2, one.row.tolerance
    if half == 0:
        return 0.0 if given == middle else FARTHEST
    return (given - middle) / half


def _slide(
    part: Sequence[tuple[Score, float]],
    shown: Sequence[tuple[Score, float]],
    below: str,
    page: int,
    pages: int,
) -> Picture:
    title = finding([one for one, _ in shown]) + (f" ({page} of {pages})" if pages > 1 else "")
    subtitle = (
        "Distance of the model's mean from the middle of what counts as a hit, in tolerances: the "
        "dark strip is a hit, the light one a near-miss. Of a series, its root mean square error. "
        "[B], [C]: grade of the figure."
    )
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_lines(figure, title, subtitle, below)
        axes = figure.add_axes((0.53, 0.17, 0.44, top - 0.2))
        _strips(axes, len(part))
        for place, (one, away) in enumerate(part):
            _dot(axes, place, one, away)
        axes.set_yticks(range(len(part)), [label(one) for one, _ in part], fontsize=style.SMALL)
        axes.tick_params(axis="y", length=0, labelcolor=style.INK)
    name = "scorecard" if page == 1 else f"scorecard-{page}"
    rows = [(one.row.target, one.row.label, away, one.verdict, one.row.grade) for one, away in part]
    told = "; ".join(f"{one.row.label}: {one.verdict}" for one, _ in part)
    return Picture(name, figure, title, f"{subtitle} {told}.", HEADER, rows)


def finding(scores: Sequence[Score]) -> str:
    """The title: how many are hits, near-misses and misses."""
    hits = sum(one.verdict == HIT for one in scores)
    near = sum(one.verdict == NEAR for one in scores)
    missed = len(scores) - hits - near
    return (
        f"Of {len(scores)} published figures for calibration {hits} are hits, {near} near-misses, "
        f"{missed} misses"
    )


def label(one: Score) -> str:
    """Target, figure and grade, cut to what fits."""
    grade = "" if one.row.grade == "A" else f" [{one.row.grade}]"
    text = f"{one.row.label}"
    room = LONGEST - len(grade) - len(one.row.target) - 1
    if len(text) > room:
        text = text[: room - 3].rstrip(" ,") + "..."
    return f"{one.row.target} {text}{grade}"


def _strips(axes: Axes, rows: int) -> None:
    axes.axvspan(-2, 2, color="#eef1f5", linewidth=0)
    axes.axvspan(-1, 1, color="#d5deea", linewidth=0)
    axes.axvline(0, color=style.GREY, linewidth=1)
    axes.set_xlim(-FARTHEST - 0.2, FARTHEST + 0.2)
    axes.set_ylim(max(6, rows) - 0.4, -0.6)
    axes.set_xticks([-2, -1, 0, 1, 2])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("tolerances", fontsize=style.SMALL)


def _dot(axes: Axes, place: int, one: Score, away: float) -> None:
    colour, marker = MISSED, "X"
    if one.verdict == HIT:
        colour, marker = HITS, "o"
    elif one.verdict == NEAR:
        colour, marker = NEARS, "D"
    spot = min(FARTHEST, max(-FARTHEST, away))
    axes.plot(spot, place, marker, color=colour, markersize=13)
