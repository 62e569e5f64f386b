"""Which tables say whether the answer survives other panels, worlds, prices and assumptions?"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sim.analysis.break_even import KINDS
from sim.analysis.compare import Comparison, Difference
from sim.analysis.costs import Price
from sim.analysis.robustness import Robustness
from sim.results.tables import Table
from sim.scenario.quarters import show_quarter

if TYPE_CHECKING:
    from sim.analysis.measures import Measure

FIXED_BY_SCENARIO = "fixed by scenario"
Cell = str | float | int | None
DIFFERENCE = (
    *("pairs", "level", "baseline_level", "mean", "mean_low_95", "mean_high_95"),
    *("low_5", "high_95", "better_share", "worse_share", "verdict"),
)
PANELS = ("panel", "kind", "opens", "own", "futures", "measure", "path", "baseline", *DIFFERENCE)
WORLDS = ("world", "panel", "futures", "measure", "path", "baseline", *DIFFERENCE)
COSTS = (
    *("panel", "measure", "path", "baseline", "extra_cost", "extra_cost_low_95"),
    *("extra_cost_high_95", "extra_cost_discounted", "extra_cost_discounted_low_95"),
    *("extra_cost_discounted_high_95", "running_cost_discounted", "extra_ship_years"),
    *("cost_counted", "cost", "cost_low_95", "cost_high_95", "mean"),
    *("per_10bn", "per_10bn_low_95", "per_10bn_high_95", "verdict"),
)
MATCHED = (
    *("path", "factor", "target_cost", "extra_cost", "panel", "futures", "measure", "baseline"),
    *DIFFERENCE,
)
EFFECTS = ("term", "order", "panel", "measure", "mean", "mean_low_95", "mean_high_95", "verdict")
BREAK_EVEN = (
    *("quantity", "path", "parameter", "unit", "found", "low", "high", "prior_place", "futures"),
    *("price", *(f"loss_{kind}" for kind in KINDS), "meaning"),
)
STRONGEST = (
    *("path", "losing", "measure", "panel", "world", "mean", "mean_low_95", "mean_high_95"),
    *("relative", "verdict"),
)
FLIPS = (
    *("path", "against", "measure", "panel", "parameter", "value_now", "value_low", "value_high"),
    *("moved_sd", "flips"),
)


def robust_tables(
    found: Robustness, measures: Mapping[str, "Measure"]
) -> Iterator[tuple[str, Table]]:
    """Name and table of everything beyond the scenario's own panel; empty ones are left out."""
    yield "panels.csv", Table(PANELS, _panel_rows(found, measures))
    yield "worlds.csv", Table(WORLDS, _world_rows(found))
    yield "costs.csv", Table(COSTS, _cost_rows(found))
    if found.equal:
        yield "matched.csv", Table(MATCHED, _matched_rows(found))
    if found.effects:
        yield "effects.csv", Table(EFFECTS, _effect_rows(found))
    yield "break_even.csv", Table(BREAK_EVEN, _break_even_rows(found))
    yield "strongest.csv", Table(STRONGEST, _strongest_rows(found))
    if found.contest is not None:
        yield "flips.csv", Table(FLIPS, _flip_rows(found))


def _numbers(difference: Difference, comparison: Comparison) -> tuple[Cell, ...]:
    level = comparison.summaries[difference.measure, difference.path].mean
    base = comparison.summaries[difference.measure, comparison.baseline].mean
    return (
        *(difference.n, level, base, difference.mean, difference.low, difference.high),
        *(difference.low_90, difference.high_90, difference.better, difference.worse),
        difference.verdict.value,
    )


def _panel_rows(found: Robustness, measures: Mapping[str, "Measure"]) -> Iterator[tuple[Cell, ...]]:
    fixed = [m.name for m in measures.values() if m.needs_decision and m.headline]
    empty = (None,) * (len(DIFFERENCE) - 1)
    for result in found.panels:
        panel, comparison = result.panel, result.comparison
        opens = show_quarter(panel.opens) if panel.opens else ""
        start = (panel.name, panel.kind, opens, int(panel.own), result.futures)
        for (measure, path), row in comparison.differences.items():
            yield (*start, measure, path, comparison.baseline, *_numbers(row, comparison))
        for measure in fixed:
            if (measure, comparison.baseline) not in comparison.summaries:
                for path in comparison.others:
                    said = (measure, path, comparison.baseline, *empty, FIXED_BY_SCENARIO)
                    yield (*start, *said)


def _world_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    for result in found.worlds:
        comparison = result.comparison
        for (measure, path), row in comparison.differences.items():
            start = (result.world, result.panel.name, result.futures, measure, path)
            yield (*start, comparison.baseline, *_numbers(row, comparison))


def _cost_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    baseline = found.panels[0].comparison.baseline
    for row in found.returns:
        difference, price = row.difference, row.price
        yield (
            *(row.panel.name, difference.measure, difference.path, baseline),
            *_bounds(price.extra),
            *_bounds(price.spending),
            *(price.running.mean, price.ships.mean),
            *_counted(price),
            difference.mean,
            *(row.per_10bn or (None,) * 3),
            difference.verdict.value,
        )


def _bounds(difference: Difference) -> tuple[float, float, float]:
    return difference.mean, difference.low, difference.high


def _counted(price: Price) -> tuple[Cell, ...]:
    """What is divided by; empty where no cost can be told from zero."""
    if price.cost is None:
        return (None,) * 4
    return (price.cost.basis, *_bounds(price.paid))


def _matched_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    for equal, result in ((group, panel) for group in found.equal for panel in group.panels):
        comparison = result.comparison
        for (measure, path), row in comparison.differences.items():
            match = equal.matches[path]
            yield (
                *(path, match.factor, equal.target, match.cost, result.panel.name),
                *(result.futures, measure, comparison.baseline),
                *_numbers(row, comparison),
            )


def _effect_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    for panel, effect in found.effects:
        row = effect.difference
        term = " x ".join(effect.term)
        start = (term, effect.order, panel.name, row.measure)
        yield (*start, row.mean, row.low, row.high, row.verdict.value)


def _break_even_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    for row in found.break_evens:
        yield (
            *(row.quantity, row.path, row.parameter, row.unit, int(row.found), row.low, row.high),
            *(row.prior_place, row.futures, row.price),
            *(row.losses.get(kind) for kind in KINDS),
            row.meaning,
        )


def _strongest_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    for best in found.best:
        losing = int(best.path == found.losing)
        row, panel = best.difference, best.panel
        if row is None or panel is None:
            yield (best.path, losing, *("",) * 3, *(None,) * 4, "better nowhere")
        else:
            start = (best.path, losing, row.measure, panel.name, best.world)
            yield (*start, row.mean, row.low, row.high, best.relative, row.verdict.value)


def _flip_rows(found: Robustness) -> Iterator[tuple[Cell, ...]]:
    if found.contest is None:
        return
    for flip in found.contest.flips:
        race = flip.race
        yield (
            *(found.contest.path, race.against, race.measure.name, race.panel.name, flip.parameter),
            *(flip.now, flip.low, flip.high, flip.moved, int(flip.flips)),
        )
