"""What may be said beyond the scenario's own panel? Written by rule, never by path."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sim.analysis.break_even import EFFECT, BreakEven
from sim.analysis.compare import Difference
from sim.analysis.flips import Contest, Flip
from sim.analysis.robustness import Robustness
from sim.analysis.strongest import MATTERS, Best
from sim.analysis.wording import (
    difference_numbers,
    number,
    path_label,
    percent,
    plain_text,
    scale_of,
)

if TYPE_CHECKING:
    from sim.analysis.measures import Measure

SHIPS = "ship_share"
THIN = 0.01  # of all ship-years: below this, being spread thinner is small


def robust_sentences(found: Robustness, measures: Mapping[str, "Measure"]) -> list[str]:
    """Reversals, interactions, break-even values, and the two sentences on the losing path."""
    return [
        *_reversals(found, measures),
        *filter(None, [thin_sentence(found)]),
        *_interactions(found, measures),
        *(_presence(row) for row in found.break_evens if row.parameter == EFFECT),
        *_dates(found),
        *_losing(found, measures),
    ]


def _reversals(found: Robustness, measures: Mapping[str, "Measure"]) -> Iterator[str]:
    """Claims that turn round between worlds."""
    for claim in found.claims:
        if claim.better and claim.worse:
            yield (
                f'{path_label(claim.path).capitalize()} on "{_label(claim.measure, measures)}" '
                f"reverses: better in {_worlds(claim.better)}, worse in {_worlds(claim.worse)}."
            )


def _interactions(found: Robustness, measures: Mapping[str, "Measure"]) -> Iterator[str]:
    told = [
        f"{' x '.join(path_label(part) for part in effect.term)} on "
        f'"{_label(effect.difference.measure, measures)}": '
        f"{_mean(effect.difference, measures)}"
        for _, effect in found.effects
        if effect.order > 1 and effect.difference.distinguishable
    ]
    if found.effects:
        words = "; ".join(told) if told else "none is distinguishable, so the parts add up"
        yield f"Interactions of the parts of the packages (effects.csv): {words}."


def _presence(row: BreakEven) -> str:
    """From which effect on the odds of force presence saves what it costs."""
    losses = ", ".join(f"{number(loss, 0)} from {kind}" for kind, loss in row.losses.items())
    sum_words = (
        f"Presence pays for itself ({path_label(row.path)}, mean running cost "
        f"{number(row.price, 1)} billion against mean first-year losses of allies, sanctions "
        f"included, of {losses}, in billion 2024 USD) "
    )
    if not row.found:
        return (
            f"{sum_words}at no effect on the odds of force between {row.low:g} and {row.high:g} "
            "log-odds."
        )
    place = f"; the prior gives this or a stronger effect {percent(row.prior_place)}"
    return (
        f"{sum_words}if full presence changes the log-odds of force by {row.low:.2f} or less "
        f"(break-even between {row.low:.3f} and {row.high:.3f}"
        f"{place if math.isfinite(row.prior_place) else ''}; {row.futures:,} futures, China "
        "decides; lives, later years and other losses are left out)."
    )


def _dates(found: Robustness) -> Iterator[str]:
    rows = [row for row in found.break_evens if row.parameter != EFFECT]
    if not rows:
        return
    told = "; ".join(
        f"{path_label(row.path)} " + (f"from {row.high:.0f}" if row.found else "at no date played")
        for row in rows
    )
    yield (
        "War date from which the lowest land margin gains at least 0.1 of the requirement (the "
        f"threshold is ours), there and at every later date: {told}."
    )


def _losing(found: Robustness, measures: Mapping[str, "Measure"]) -> Iterator[str]:
    """The strongest case for the losing path, and the cheapest way to make it win."""
    if found.losing is None:
        return
    best = next(row for row in found.best if row.path == found.losing)
    yield f"Leads on the fewest key measures: {path_label(found.losing)}. " + _case_for(
        best, measures
    )
    if found.contest is not None:
        yield _cheapest(found.contest)


def _case_for(best: Best, measures: Mapping[str, "Measure"]) -> str:
    if best.difference is None or best.panel is None:
        return "In no panel and no world is it clearly better on anything scored."
    return (
        f'The strongest case for it: "{_label(best.difference.measure, measures)}", '
        f"{_mean(best.difference, measures)} on average (95 % interval "
        f"{_interval(best, measures)}), {percent(best.relative)} of the baseline; panel: "
        f"{plain_text(best.panel.label)}; world: {plain_text(best.world).replace('_', ' ')}."
    )


def _cheapest(contest: Contest) -> str:
    flip = contest.cheapest
    start = (
        "The cheapest way to make it win on a key measure (ahead in the middle future by at least "
        f"{MATTERS * 100:g} %), one of {contest.tried} contested assumptions at a time: "
    )
    if flip is None:
        lost = ", ".join(f'"{plain_text(race.measure.label)}"' for race in contest.races)
        return f"{start}no single one within its 98 % range does, on {lost}."
    return start + _told(flip, contest)


def _told(flip: Flip, contest: Contest) -> str:
    others = sorted({row.parameter for row in contest.flips if row.flips} - {flip.parameter})
    more = f" Also, moved further: {', '.join(others)}." if others else ""
    return (
        f"{flip.parameter} between {flip.low:.2g} and {flip.high:.2g} instead of {flip.now:.2g}, "
        f"a move of {abs(flip.moved):.1f} standard deviations of its prior, puts it ahead of "
        f'{path_label(flip.race.against)} on "{plain_text(flip.race.measure.label)}" '
        f"({plain_text(flip.race.panel.label)}; {contest.futures:,} futures).{more}"
    )


def thin_sentence(found: Robustness) -> str | None:
    """Whether the charge of presence on the fleets is large enough to speak of."""
    own = next(result for result in found.panels if result.panel.own)
    shares = {
        path: row.mean
        for (measure, path), row in own.comparison.differences.items()
        if measure == SHIPS
    }
    if not shares:
        return None
    path = max(shares, key=lambda name: shares[name])
    small = ", so being spread thinner is small" if shares[path] < THIN else ""
    return f"Extra presence binds at most {percent(shares[path])} of all allied ship-years{small}."


def _mean(difference: Difference, measures: Mapping[str, "Measure"]) -> str:
    unit = measures[difference.measure].unit
    words = scale_of(unit).difference
    return difference_numbers(difference, unit)[0] + (f" {words}" if words else "")


def _interval(best: Best, measures: Mapping[str, "Measure"]) -> str:
    if best.difference is None:
        return ""
    _, low, high = difference_numbers(best.difference, measures[best.difference.measure].unit)
    return f"{low} to {high}"


def _worlds(names: tuple[str, ...]) -> str:
    return ", ".join(plain_text(name).replace("_", " ") for name in names)


def _label(name: str, measures: Mapping[str, "Measure"]) -> str:
    return plain_text(measures[name].label)
