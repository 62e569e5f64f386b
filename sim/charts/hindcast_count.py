"""How many allies are at 2 % of GDP in each year: outcome, model, and who knows no model?"""

import numpy as np
from matplotlib import rc_context
from matplotlib.ticker import MaxNLocator

from sim.analysis.spread import mean, quantile
from sim.analysis.wording import number
from sim.charts import style
from sim.charts.hindcast_spending import FITTED, FITTED_LATE
from sim.charts.labels import spread_out
from sim.charts.page import new_slide, write_lines
from sim.charts.picture import Picture
from sim.validation.contest import MODEL, Contest
from sim.validation.hindcast import ALL_YEARS, YEARS
from sim.validation.scoring import Forecast, counts

BAND, LINE, TRUE = "#c6d4ea", "#1f5fa8", "#a3341f"
OTHERS = (
    ("persistence from 2014", "nothing changes", "#5f5f5f", (0, (5, 2))),
    ("linear trend", "trend of 2014 to 2021", "#7a5195", (0, (1.5, 1.5))),
    ("regression from 2014", "regression", "#2b7a4b", (0, (7, 2, 1.5, 2))),
)
HEADER = ("forecast", "year", "mean", "q05", "q95")
PERSISTENCE = OTHERS[0][0]
CLOSEST = 1.6  # members between two labels


def draw(found: Contest, late: bool, below: str) -> Picture:
    """One slide.

    Args:
        found: the hindcast.
        late: whether outcomes after 2021 may be shown.
        below: footer.
    """
    known = np.isfinite(found.outcome.shares)
    true = counts(found.outcome.shares[None], known)[0].tolist()
    years = ALL_YEARS if late else YEARS
    until = len(years)
    title = finding(found, late)
    subtitle = (
        f"Allies at 2 % of GDP or more, {years[0]} to {years[-1]}, the United States among them, "
        "members from their accession. Band: nine in ten futures. "
        + (FITTED_LATE if late else FITTED)
    )
    rows: list[tuple[object, ...]] = [
        ("measured", year, float(true[at]), None, None) for at, year in enumerate(years)
    ]
    ends: list[tuple[float, str, str]] = []
    with rc_context(style.SETTINGS):
        figure = new_slide()
        top = write_lines(figure, title, subtitle, below)
        axes = figure.add_axes((0.06, 0.19, 0.66, top - 0.24))
        low, middle, high = spread_of(found.entry(MODEL).forecast, known, until)
        highest = max(high)
        axes.fill_between(years, low, high, color=BAND, linewidth=0)
        axes.plot(years, middle, color=LINE, linewidth=3.5)
        ends.append((middle[-1], "model, mean", LINE))
        rows += _rows(MODEL, low, middle, high)
        for name, words, colour, dash in OTHERS:
            low, middle, high = spread_of(found.entry(name).forecast, known, until)
            axes.plot(years, middle, color=colour, linewidth=2.5, linestyle=dash)
            ends.append((middle[-1], words, colour))
            rows += _rows(name, low, middle, high)
        axes.plot(years, true[:until], "o", color=TRUE, markersize=11)
        ends.append((true[until - 1], "measured", TRUE))
        last = 1.08 * max(highest, *true[:until], *(place for place, *_ in ends))
        axes.set_ylim(0, last)
        axes.set_xticks(years[::2])
        axes.tick_params(labelsize=style.TEXT)
        axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
        places = spread_out([place for place, *_ in ends], CLOSEST * last / 20, 0, last)
        for place, (_, words, colour) in zip(places, ends, strict=True):
            axes.text(years[-1] + 0.2, place, words, color=style.dark_enough(colour),
                      fontsize=style.TEXT, va="center", fontweight="bold")  # fmt: skip
    told = f"{subtitle} Measured: " + ", ".join(
        f"{year} {count:g}" for year, count in zip(years, true, strict=False)
    )
    return Picture("hindcast_count", figure, title, f"{told}.", HEADER, rows)


def finding(found: Contest, late: bool) -> str:
    """The title: by how much the mean count misses, beside standing still, and where it ends."""
    ours, still = found.entry(MODEL).early, found.entry(PERSISTENCE).early
    if ours is None or still is None:
        return "Allies at 2 % of GDP"
    text = (
        f"From 2014 the model misses the number of allies at 2 % by {number(ours.count_rmse, 1)} a "
        f"year to 2021; if nothing had changed it would be {number(still.count_rmse, 1)}"
    )
    if not late:
        return text
    known = np.isfinite(found.outcome.shares)
    last = spread_of(found.entry(MODEL).forecast, known, len(ALL_YEARS))[1][-1]
    true = int(counts(found.outcome.shares[None], known)[0][-1])
    return f"{text}. For {ALL_YEARS[-1]} it says {number(last, 0)}, and there were {true}"


def spread_of(
    forecast: Forecast, known: np.ndarray, until: int
) -> tuple[list[float], list[float], list[float]]:
    """Low, mean and high of the count in each of the first so many years."""
    given = counts(forecast.shares, known)
    ordered = [sorted(given[:, year].tolist()) for year in range(until)]
    return (
        [quantile(one, 0.05) for one in ordered],
        [mean(one) for one in ordered],
        [quantile(one, 0.95) for one in ordered],
    )


def _rows(
    name: str, low: list[float], middle: list[float], high: list[float]
) -> list[tuple[object, ...]]:
    years = zip(ALL_YEARS, middle, low, high, strict=False)
    return [(name, year, mean, least, most) for year, mean, least, most in years]
