"""What does the reader see of panels, worlds, prices and assumptions? At most 100 columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sim.analysis.claims import Claim
from sim.analysis.compare import Comparison, Difference, Verdict
from sim.analysis.cost_sentences import cost_sentences
from sim.analysis.costs import PER, SHIPS, Return
from sim.analysis.played import PanelResult, WorldResult
from sim.analysis.robust_sentences import robust_sentences
from sim.analysis.robustness import Robustness
from sim.analysis.strongest import clearly
from sim.analysis.wording import difference_numbers, number, path_label, plain_text, scale_of
from sim.experiment.matched import DISCOUNT_RATE
from sim.experiment.panels import DECIDES, MARKED
from sim.results.screen import filled, grid

if TYPE_CHECKING:
    from sim.analysis.measures import Measure

Rows = list[tuple[str, Mapping[str, Sequence[str]]]]
SWEPT = "margin_land_low"  # the one measure that is shown for every date
UNCLEAR = "~"
NO_NUMBER = "-"
EXTRA_SHIPS = "ships in the Indo-Pacific, ship-years"


def robust_text(found: Robustness, measures: Mapping[str, "Measure"]) -> str:
    """Panels, worlds, prices, and what follows from them."""
    parts = (
        panels_text(found, measures),
        worlds_text(found, measures),
        costs_text(found, measures),
        *(filled(sentence) for sentence in robust_sentences(found, measures)),
    )
    return "\n\n".join(part for part in parts if part)


def panels_text(found: Robustness, measures: Mapping[str, "Measure"]) -> str:
    """The difference of the key measures in every panel, dates beside each other."""
    paths = found.panels[0].comparison.others
    rows: Rows = []
    for name in dict.fromkeys(claim.measure for claim in found.claims):
        shown = list(_panel_rows(name, found, measures[name], paths))
        if shown:
            rows += [(_head(measures[name]), dict.fromkeys(paths, [])), *shown]
    few = min(result.futures for result in found.panels)
    title = (
        f"Three panels, none to be quoted alone: difference from "
        f"{path_label(found.panels[0].comparison.baseline)}, mean; {UNCLEAR} not distinguishable"
    )
    note = (
        f"{_own_words(found)} Every other panel: the first {few:,} futures. "
        f"* marks {MARKED}. Where a date is fixed, deterrence cannot show here; "
        "panels.csv has every measure with its interval."
    )
    return f"{filled(title)}\n{filled(note)}\n\n" + grid(paths, rows, width=12)


def worlds_text(found: Robustness, measures: Mapping[str, "Measure"]) -> str:
    """In which worlds each difference holds: codes of worlds by what may be said there."""
    worlds = list(dict.fromkeys(result.world for result in found.worlds))
    paths = found.panels[0].comparison.others
    table = {(claim.measure, claim.path): claim for claim in found.claims}
    rows: Rows = [
        (
            _head(measures[name]) + f" [{plain_text(_home(name, found).panel.label)}]",
            {path: _claim_cell(table[name, path]) for path in paths},
        )
        for name in dict.fromkeys(claim.measure for claim in found.claims)
    ]
    legend = ", ".join(f"{code(world)} = {_title(world)}" for world in worlds)
    title = (
        f"In which worlds is a path better or worse than "
        f"{path_label(found.panels[0].comparison.baseline)}? Worlds are not votes"
    )
    futures = found.worlds[0].futures if found.worlds else 0
    note = (
        f"{legend}; the first {futures:,} futures of each. small: by under 1 % of the baseline; "
        f"{UNCLEAR}: not distinguishable."
    )
    return f"{title}\n{filled(note)}\n\n" + grid(paths, rows, width=12)


def costs_text(found: Robustness, measures: Mapping[str, "Measure"]) -> str:
    """What each path costs, its effect for each 10 billion, and its effect at equal cost."""
    paths = found.panels[0].comparison.others
    rows: Rows = [
        *_price_rows(found, paths),
        *_return_rows(found, measures, paths),
        *_equal_rows(found, measures, paths),
    ]
    title = (
        f"What the money buys: effect for each {PER:g} billion discounted 2024 USD, and at equal "
        f"cost; means, [95 % interval], {UNCLEAR} not distinguishable from zero, {NO_NUMBER} no "
        "cost to divide by or none near enough to match"
    )
    said = (filled(sentence) for sentence in [*cost_sentences(found), *_measures_left_out(found)])
    return "\n".join([filled(title), *said, "", grid(paths, rows, width=12)])


def code(world: str) -> str:
    """A world in two or three letters.

    >>> code("w1_presence_sceptic"), code("central")
    ('w1', 'c')
    """
    first = world.split("_")[0]
    return first if len(first) <= 3 else first[0]


def _own_words(found: Robustness) -> str:
    own = next(result for result in found.panels if result.panel.own)
    return f"The scenario's own panel ({own.panel.label}): {own.futures:,} futures."


def _panel_rows(
    name: str, found: Robustness, measure: "Measure", paths: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """One line for each panel in which the measure says something."""
    for result in found.panels:
        differences = result.comparison.differences
        if (name, result.comparison.baseline) not in result.comparison.summaries:
            if measure.needs_decision and _first_fixed(result, found):
                yield "  fixed date, no contingency: fixed by scenario", dict.fromkeys(paths, [])
        elif _worth_a_line(name, result, found, measure):
            comparison = result.comparison
            cells = {path: [_short(comparison, differences[name, path], measure)] for path in paths}
            yield f"  {_line_label(result)}", cells


def _worth_a_line(name: str, result: PanelResult, found: Robustness, measure: "Measure") -> bool:
    """The home panel always; every date of the sweep; else where some path clearly differs."""
    panel = result.panel
    if measure.needs_contingency and not panel.fixed:
        return False
    if panel.name == _home(name, found).panel.name or name == SWEPT:
        return True
    last = [other.panel for other in found.panels if other.panel.fixed][-1:]
    marked = panel.opens is not None and panel.opens[0] == MARKED
    shown = not panel.fixed or panel.own or marked or panel in last
    return shown and _someone_differs(name, result.comparison)


def _someone_differs(name: str, comparison: Comparison) -> bool:
    rows = [row for (measure, _), row in comparison.differences.items() if measure == name]
    return any(
        clearly(verdict, row, comparison)
        for row in rows
        for verdict in (Verdict.BETTER, Verdict.WORSE)
    )


def _first_fixed(result: PanelResult, found: Robustness) -> bool:
    return result is next(other for other in found.panels if other.panel.name != DECIDES)


def _line_label(result: PanelResult) -> str:
    opens = result.panel.opens
    mark = " *" if opens is not None and opens[0] == MARKED else ""
    return plain_text(result.panel.label) + mark


def _head(measure: "Measure") -> str:
    unit = scale_of(measure.unit).difference
    better = {"higher": "higher is better", "lower": "lower is better"}.get(measure.better, "")
    words = "; ".join(word for word in (unit, better) if word)
    return f"{plain_text(measure.title)}" + (f" ({words})" if words else "")


def _short(comparison: Comparison, difference: Difference, measure: "Measure") -> str:
    if difference.verdict is Verdict.NO_DIFFERENCE:
        return "0"
    if difference.verdict is Verdict.NOT_COMPARABLE:
        return "-"
    if comparison.negligible(difference):
        return "about 0"
    return _marked(difference, measure)


def _marked(difference: Difference, measure: "Measure") -> str:
    mean = difference_numbers(difference, measure.unit)[0]
    clear = difference.verdict is not Verdict.NOT_DISTINGUISHABLE
    return mean if clear else f"{UNCLEAR} {mean}"


def _claim_cell(claim: Claim) -> list[str]:
    """What may be said in which worlds: the exceptions first, then all the others as "else"."""
    words = {"better": "better", "worse": "WORSE", "small": "small", "unclear": UNCLEAR}
    if len(claim.parts) == 1:
        return [f"{words[next(iter(claim.parts))]} in all"]
    rest = max(claim.parts, key=lambda word: len(claim.parts[word]))
    lines = [
        f"{words[word]} {' '.join(code(world) for world in those)}"
        for word, those in claim.parts.items()
        if word != rest
    ]
    return [*lines, f"else {words[rest]}"]


def _home(name: str, found: Robustness) -> WorldResult:
    """Where a key measure is read."""
    return next(r for r in found.worlds if any(m == name for m, _ in r.comparison.differences))


def _title(world: str) -> str:
    first, _, rest = world.partition("_")
    return plain_text((rest or first).replace("_", " "))


def _price_rows(
    found: Robustness, paths: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """What each path costs more than the baseline, in money and in ships."""
    rate = f"{DISCOUNT_RATE * 100:g} % a year"
    first = next(iter(found.prices.values())).spending.n
    by_label = {
        "All extra spending, 2024 USD bn": "extra",
        f"the same, discounted at {rate} (assumption), first {first:,} futures": "spending",
        "of this, running cost of presence, programmes, aid": "running",
    }
    for label, part in by_label.items():
        yield label, {path: _sum(getattr(found.prices[path], part)) for path in paths}
    yield f"Extra {EXTRA_SHIPS}", {path: _sum(found.prices[path].ships) for path in paths}


def _sum(difference: Difference) -> list[str]:
    """Mean and, where it is not exact, its 95 % interval."""
    if difference.verdict is Verdict.NO_DIFFERENCE:
        return ["0"]
    places = 0 if abs(difference.mean) >= 100 else 1
    mean, low, high = (
        number(value, places, signed=True)
        for value in (difference.mean, difference.low, difference.high)
    )
    if low == high:
        return [mean if difference.distinguishable else "about 0"]
    mark = "" if difference.distinguishable else f"{UNCLEAR} "
    return [f"{mark}{mean}", f"[{low}, {high}]"]


def _return_rows(
    found: Robustness, measures: Mapping[str, "Measure"], paths: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """Effect for each 10 billion, on the measures on which some path clearly differs."""
    cells: dict[str, dict[str, list[str]]] = {}
    for row in found.returns:
        difference, measure = row.difference, measures[row.difference.measure]
        if _someone_differs(measure.name, _home(measure.name, found).comparison):
            cells.setdefault(measure.name, {})[difference.path] = [_for_each(row, measure)]
    for name, by_path in cells.items():
        yield f"for each {PER:g} bn: {_head(measures[name])}", by_path


def _for_each(row: Return, measure: "Measure") -> str:
    if row.per_10bn is None:
        return NO_NUMBER
    mean, low, high = row.per_10bn
    return _marked(replace(row.difference, mean=mean, low=low, high=high), measure)


def _equal_rows(
    found: Robustness, measures: Mapping[str, "Measure"], paths: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """The difference at equal cost: measures on which some path clearly differs, then ships."""
    read = sorted(_read_at_equal_cost(found), key=lambda item: item[0] == SHIPS)
    told = {name for name, result in read if _someone_differs(name, result.comparison)} | {SHIPS}
    rows: dict[str, dict[str, list[str]]] = {}
    for name, result in read:
        if name in told:
            words = f"extra {EXTRA_SHIPS}" if name == SHIPS else _head(measures[name])
            label = f"at equal cost: {words} [{plain_text(result.panel.label)}]"
            cells = _equal_cells(name, result.comparison, measures[name])
            rows.setdefault(label, dict.fromkeys(paths, [NO_NUMBER])).update(cells)
    yield from rows.items()


def _read_at_equal_cost(found: Robustness) -> list[tuple[str, PanelResult]]:
    """For each group, every key measure in its panel, and ships in the scenario's own."""
    return [
        (name, result)
        for equal in found.equal
        for result in equal.panels
        for name in dict.fromkeys(name for name, _ in result.comparison.differences)
        if name != SHIPS or result.panel.own
    ]


def _equal_cells(name: str, comparison: Comparison, measure: "Measure") -> dict[str, list[str]]:
    """Ships with their interval, like their price; a key measure as in the panels."""
    rows = {path: comparison.differences[name, path] for path in comparison.others}
    if name == SHIPS:
        return {path: _sum(row) for path, row in rows.items()}
    return {path: [_short(comparison, row, measure)] for path, row in rows.items()}


def _measures_left_out(found: Robustness) -> Iterator[str]:
    """Key measures at equal cost that have no line of their own."""
    if not found.equal:
        return
    read = _read_at_equal_cost(found)
    if any(_someone_differs(name, result.comparison) for name, result in read):
        yield "Measures on which no path differs from the baseline by 1 % are in matched.csv only."
    else:
        yield (
            "At equal cost no path differs from the baseline by 1 % on any key measure "
            "(matched.csv)."
        )
