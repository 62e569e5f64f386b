"""Which parameters does calibration move, how far, and by which published figure?"""

from matplotlib import rc_context
from matplotlib.axes import Axes

from sim.charts import style
from sim.charts.page import new_slide, write_lines
from sim.charts.picture import Picture
from sim.data.load import Parameter, load_parameters
from sim.data.posterior import Calibrated, load_posterior
from sim.experiment.probes import value_at
from sim.rules.curves import normal_cdf

MOST = 10  # parameters on the slide
REACH = 6.0  # standard deviations of a normal within which every place is looked for
HALVINGS = 40
PRIOR, LEFT = "#d5deea", "#1f5fa8"
HEADER = ("parameter", "unit", "prior_q05", "prior_q50", "prior_q95", "posterior_q05",
          "posterior_q50", "posterior_q95", "moved_by")  # fmt: skip


def draw(below: str) -> list[Picture]:
    """One slide; none before a calibration, or where no figure moved anything."""
    rows = load_parameters()
    moved = [(rows[name], left) for name, left in load_posterior().items() if left.moved_by][:MOST]
    if not moved:
        return []
    drawn = sum(row.role == "uncertainty" for row in rows.values())
    title = (
        f"The published figures move {len(moved)} of {drawn} uncertain parameters; the others stay "
        "where their priors have them"
    )
    subtitle = (
        "Where nine in ten accepted values lie within the prior (bar; the dot is the median): 0 is "
        "the lowest and 100 the highest that the prior allows, and the pale strip its nine in ten."
    )
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_lines(figure, title, subtitle, below)
        axes = figure.add_axes((0.42, 0.18, 0.54, top - 0.22))
        axes.axvspan(5, 95, color=PRIOR, linewidth=0)
        for place, (row, left) in enumerate(moved):
            _bar(axes, place, row, left)
        axes.set_yticks(range(len(moved)), [_label(row) for row, _ in moved])
        axes.tick_params(labelsize=style.SMALL)
        axes.tick_params(axis="y", length=0, labelcolor=style.INK)
        axes.set_ylim(max(5, len(moved)) - 0.4, -0.6)
        axes.set_xlim(0, 100)
        axes.set_xlabel("percent of the prior below", fontsize=style.SMALL)
        axes.spines["left"].set_visible(False)
    numbers = [
        (
            *(row.name, row.unit, *(value_at(row, side) for side in (-1.645, 0.0, 1.645))),
            *(left.q05, left.median, left.q95, "; ".join(left.moved_by)),
        )
        for row, left in moved
    ]
    told = "; ".join(f"{row.name} by {', '.join(left.moved_by)}" for row, left in moved)
    return [Picture("posterior", figure, title, f"{subtitle} {told}.", HEADER, numbers)]


def place_of(row: Parameter, value: float) -> float:
    """The share of a prior that lies below a value [0-1]."""
    low, high = -REACH, REACH
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if value_at(row, middle) < value:
            low = middle
        else:
            high = middle
    return normal_cdf((low + high) / 2)


def _bar(axes: Axes, place: int, row: Parameter, left: Calibrated) -> None:
    low, middle, high = (100 * place_of(row, one) for one in (left.q05, left.median, left.q95))
    axes.plot((low, high), (place, place), color=LEFT, linewidth=9, solid_capstyle="butt")
    axes.plot(middle, place, "o", color="white", markeredgecolor=LEFT, markersize=15)


def _label(row: Parameter) -> str:
    """Name in words, with its number."""
    name = row.name.replace("_", " ")
    return f"{name} ({row.id})" if row.id else name
