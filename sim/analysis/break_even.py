"""At which value does a contested claim begin to hold? Break-even numbers, by halving."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.compare import Verdict
from sim.analysis.spread import mean
from sim.experiment.panels import DECIDES, home_panel, in_panel, panels_of
from sim.experiment.play import play
from sim.experiment.probes import Probe
from sim.rules.curves import normal_cdf

if TYPE_CHECKING:
    from sim.analysis.played import PanelResult
    from sim.scenario.case import Case

PRESENCE = "indo_pacific_presence"
EFFECT = "presence_deterrence_effect"
STRONGEST = -1.5  # log-odds: presence would cut the odds of force to a fifth or less
WIDTH = 0.01  # log-odds, where the halving stops
FUTURES = 100
GAIN = 0.1  # of the land requirement: what counts as paying
LOSS_YEAR = 2030
KINDS = ("invasion", "blockade", "quarantine")


@dataclass(frozen=True)
class BreakEven:
    """A value from which something pays, between two tries; not found when even the last fails.

    Attributes:
        quantity: what breaks even.
        path: on which path.
        parameter: the assumption that is moved, or "".
        unit: of the value.
        found: whether there is such a value.
        low: one end of the interval that holds it, or of the range tried.
        high: the other end.
        futures: how many were played.
        meaning: what counts as paying.
        price: what it costs, where that is a sum [2024 USD bn].
        losses: first-year loss of allies from each kind of war, likewise [2024 USD bn].
        prior_place: share of the prior that lies below the value [0-1].
    """

    quantity: str
    path: str
    parameter: str
    unit: str
    found: bool
    low: float
    high: float
    futures: int
    meaning: str
    price: float = math.nan
    losses: Mapping[str, float] = field(default_factory=dict)
    prior_place: float = math.nan


def halve(
    excess: Callable[[float], float], below: float, above: float, width: float
) -> tuple[float, float] | None:
    """Two values not further apart than the width, between which the sign of the excess turns.

    Args:
        excess: positive where it pays.
        below: one end.
        above: the other end.
        width: how near the two must come.

    >>> halve(lambda x: 1.0 - x, 0.0, 4.0, 0.5)
    (0.5, 1.0)
    """
    at_below, at_above = excess(below) > 0, excess(above) > 0
    if at_below == at_above:
        return None
    while above - below > width:
        middle = (below + above) / 2
        if (excess(middle) > 0) == at_below:
            below = middle
        else:
            above = middle
    return below, above


def presence_pays(case: "Case", futures: int) -> BreakEven | None:
    """The effect of presence on the odds of force at which it saves allies what it costs.

    What it saves is the fall in the expected loss of allied GDP in the first year of a blockade,
    quarantine or invasion; what it costs is the running of the ships and aircraft. In the panel
    in which China decides; later years of loss, lives and everything else are left out.

    Args:
        case: the scenario.
        futures: most futures to play.
    """
    path = presence_path(case)
    if path is None or EFFECT not in case.parameters:
        return None
    count = min(futures, FUTURES)
    pair = {name: case.paths[name] for name in (case.baseline, path)}
    asked = replace(case, paths=pair)
    probe = Probe(in_panel(asked, home_panel(asked, DECIDES)), count)
    losses = _losses(asked, count)
    cost = _extra(probe.play()["presence_total"])

    def saved_beyond_cost(effect: float) -> float:
        return -_extra(_expected_loss(probe.play(EFFECT, effect), losses)) - cost

    found = halve(saved_beyond_cost, STRONGEST, 0.5, WIDTH)
    return BreakEven(
        quantity="presence pays for itself",
        path=path,
        parameter=EFFECT,
        unit=case.parameters[EFFECT].unit,
        found=found is not None,
        low=found[0] if found else STRONGEST,
        high=found[1] if found else 0.5,
        futures=count,
        meaning="expected first-year GDP loss avoided by allies = running cost of extra presence",
        price=cost,
        losses={kind: mean(loss.tolist()) for kind, loss in losses.items()},
        prior_place=_place(case, (found[0] + found[1]) / 2) if found else math.nan,
    )


def presence_path(case: "Case") -> str | None:
    """The path that raises presence and changes the fewest other levers; None if none does."""
    base = case.paths[case.baseline].levers
    more = {
        name: sum(values != base[lever] for lever, values in path.levers.items())
        for name, path in case.paths.items()
        if PRESENCE in path.levers and mean(path.levers[PRESENCE]) > mean(base[PRESENCE])
    }
    return min(more, key=lambda name: more[name]) if more else None


def dates_that_pay(
    panels: Sequence["PanelResult"], path: str, measure: str = "margin_land_low"
) -> BreakEven:
    """The first fixed date from which the land margin gains at least a tenth of the requirement.

    Args:
        panels: the sweep over dates.
        path: the path against the baseline.
        measure: the margin.
    """
    swept = [result for result in panels if result.panel.fixed and result.panel.opens]
    years = [result.panel.opens[0] for result in swept if result.panel.opens]
    gains = [result.comparison.differences[measure, path] for result in swept]
    pays = [d.verdict is Verdict.BETTER and d.mean >= GAIN for d in gains]
    lasting = [year for slot, year in enumerate(years) if all(pays[slot:])]
    first = lasting[0] if lasting else math.nan
    return BreakEven(
        quantity="war date from which the path pays",
        path=path,
        parameter="",
        unit="year",
        found=bool(lasting),
        low=max((year for year in years if year < first), default=math.nan),
        high=first,
        futures=swept[0].futures if swept else 0,
        meaning=f"mean gain in {measure} of at least {GAIN:g} in this and every later date played",
    )


def allied_gdp(case: "Case") -> float:
    """GDP of Europe and Canada at the start [2024 USD bn]."""
    from sim.experiment.start import build_start

    start = build_start(case)
    total = 0.0
    for gdp in start.countries[0, : start.n_allies]["gdp"].tolist():
        total += gdp
    return total * float(start.world["usd_2024"][0])


def _losses(case: "Case", count: int) -> dict[str, np.ndarray]:
    """First-year loss of allies from each kind of war, played on the baseline [2024 USD bn].

    With the sanctions that governments then impose, and by future.
    """
    only = replace(case, paths={case.baseline: case.paths[case.baseline]})
    asked = panels_of(case)[0].contingency
    gdp = allied_gdp(case)
    losses = {}
    for kind in KINDS:
        war = replace(asked, kind=kind, opens=_loss_date(case))
        outcome = play(replace(only, contingency=war), count)
        losses[kind] = outcome.measures["gdp_loss_allies"][0] * gdp
    return losses


def _loss_date(case: "Case") -> tuple[int, int]:
    return min(max((LOSS_YEAR, 2), (case.start[0] + 1, 1)), case.end)


def _expected_loss(
    ledger: Mapping[str, np.ndarray], losses: Mapping[str, np.ndarray]
) -> np.ndarray:
    """Loss expected over the run [path, future; 2024 USD bn]."""
    total = np.zeros_like(ledger["p_force"])
    for kind, loss in losses.items():
        total = total + ledger[f"p_{kind}"] * loss
    return total


def _place(case: "Case", value: float) -> float:
    """Share of futures' prior belief that lies below the value; NaN where it is not normal."""
    prior = case.parameters[EFFECT].prior
    if prior.form != "normal":
        return math.nan
    return normal_cdf((value - prior.a) / prior.b)


def _extra(values: np.ndarray) -> float:
    """Mean of the second path minus the first."""
    return mean((values[1] - values[0]).tolist())
