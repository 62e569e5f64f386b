"""Did every ally spend what the model gives from the facts of 2014? Small multiples."""

from collections.abc import Sequence

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes

from sim.analysis.spread import mean, quantile
from sim.analysis.wording import number
from sim.charts import style
from sim.charts.page import new_slide, write_lines
from sim.charts.picture import Picture
from sim.data.load import load_countries
from sim.validation.contest import MODEL, Contest
from sim.validation.hindcast import ALL_YEARS, YEARS

ROWS, COLUMNS = 3, 5
TOP_SHARE = 5.0  # percent of GDP, the end of every scale
PERCENT = 100.0
BAND, INNER, LINE = "#c6d4ea", "#8fb0dd", "#1f5fa8"
TRUE = "#a3341f"
FITTED = "Fitted on 2015 to 2021."
FITTED_LATE = "Fitted on 2015 to 2021, and on 2022 to 2024 for what follows the invasion."
HEADER = ("country", "year", "measured", "mean", "q05", "q25", "q75", "q95")


def draw(found: Contest, late: bool, below: str) -> list[Picture]:
    """Two slides: the larger spenders, then the others.

    Args:
        found: the hindcast.
        late: whether outcomes after 2021 may be shown.
        below: footer.
    """
    shares = found.entry(MODEL).forecast.shares
    true = found.outcome.shares
    reported = [at for at in range(true.shape[1]) if np.isfinite(true[:, at]).any()]
    names = {iso3: country.name for iso3, country in load_countries().items()}
    order = sorted(reported, key=lambda at: -shares[:, len(YEARS) - 1, at].mean())
    half = ROWS * COLUMNS
    return [
        _slide(found, order[first : first + half], names, late, below, number_of)
        for number_of, first in enumerate(range(0, len(order), half), 1)
    ]


def _slide(
    found: Contest, places: Sequence[int], names: dict[str, str], late: bool, below: str, part: int
) -> Picture:
    title = finding(found, part)
    until = ALL_YEARS[-1] if late else YEARS[-1]
    subtitle = (
        f"Defence spending, % of GDP, {ALL_YEARS[0]} to {until}: the model from the facts of 2014 "
        "(line; bands hold half and nine in ten futures) and what was measured (dots). "
        + (FITTED_LATE if late else FITTED)
    )
    rows: list[tuple[object, ...]] = []
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_lines(figure, title, subtitle, below)
        panels = figure.subplots(ROWS, COLUMNS, sharex=True, sharey=True)
        figure.subplots_adjust(left=0.05, right=0.985, top=top - 0.05, bottom=0.17, hspace=0.42,
                               wspace=0.12)  # fmt: skip
        for axes, place in zip(panels.flat, places, strict=False):
            rows += _panel(axes, found, place, names[found.outcome.iso3[place]], late)
        for axes in panels.flat[len(places) :]:
            axes.set_visible(False)
    name = "hindcast_spending" if part == 1 else f"hindcast_spending-{part}"
    told = f"{subtitle} {len(places)} countries: " + ", ".join(
        names[found.outcome.iso3[place]] for place in places
    )
    return Picture(name, figure, title, f"{told}.", HEADER, rows)


def finding(found: Contest, part: int) -> str:
    """The title: how often the band held, and by how much the mean missed."""
    marked = found.entry(MODEL).early
    if marked is None:
        return "Spending of the allies, model and outcome"
    return (
        f"From 2014 the band of nine in ten futures holds {number(100 * marked.in_nine_tenths, 0)} "
        f"% of outcomes to 2021; the mean misses by {number(marked.mae, 1)} points ({part} of 2)"
    )


def _panel(
    axes: Axes, found: Contest, place: int, name: str, late: bool
) -> list[tuple[object, ...]]:
    """One country; returns the numbers that are drawn."""
    forecast = found.entry(MODEL).forecast
    years = ALL_YEARS if late else YEARS
    shares = PERCENT * forecast.shares[:, : len(years), place]
    ordered = [sorted(shares[:, year].tolist()) for year in range(len(years))]
    bands = {share: [quantile(one, share) for one in ordered] for share in (0.05, 0.25, 0.75, 0.95)}
    middle = [mean(one) for one in ordered]
    true = PERCENT * found.outcome.shares[: len(years), place]
    axes.fill_between(years, bands[0.05], bands[0.95], color=BAND, linewidth=0)
    axes.fill_between(years, bands[0.25], bands[0.75], color=INNER, linewidth=0)
    axes.plot(years, middle, color=LINE, linewidth=2)
    axes.plot(years, true, "o", color=TRUE, markersize=5)
    axes.axhline(2, color=style.GREY, linewidth=1, linestyle=(0, (3, 3)))
    axes.set_title(name, fontsize=style.SMALL, loc="left", color=style.INK, pad=3)
    axes.set_ylim(0, TOP_SHARE)
    axes.set_yticks([0, 2, 4])
    axes.set_xticks([2015, 2020, years[-1]], ["'15", "'20", f"'{years[-1] % 100}"])
    axes.tick_params(labelsize=style.SMALL)
    return [
        (
            found.outcome.iso3[place],
            year,
            float(true[at]),
            middle[at],
            *(bands[share][at] for share in (0.05, 0.25, 0.75, 0.95)),
        )
        for at, year in enumerate(years)
    ]
