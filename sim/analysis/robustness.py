"""Does the answer survive another question, another world, another price, another assumption?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sim.analysis.break_even import BreakEven, dates_that_pay, presence_pays
from sim.analysis.claims import Claim, claims
from sim.analysis.compare import Comparison, compare
from sim.analysis.costs import SHIPS, EqualCost, Price, Return, prices, returns
from sim.analysis.factorial import Effect, effects
from sim.analysis.flips import Contest, contest, races
from sim.analysis.played import PanelResult, WorldResult
from sim.analysis.scores import applicable
from sim.analysis.strongest import Best, best_of_each, losing_path
from sim.experiment.matched import (
    COSTED,
    Match,
    discounted_costs,
    match_groups,
    matched_case,
    room,
)
from sim.experiment.panels import (
    DECIDES,
    FIXED,
    Panel,
    home_panel,
    in_panel,
    own_panel,
    panels_of,
    start_in,
)
from sim.experiment.play import Outcome, first_futures, play
from sim.experiment.start import build_start

if TYPE_CHECKING:
    from sim.analysis.measures import Measure
    from sim.scenario.case import Case

FEW = 200  # futures of every panel and world but the scenario's own
ALSO = (
    "p_hold_low",
    "margin_land_alone_low",
    "ship_share",
    "narrative_end",
)  # in panels.csv beside the headline measures
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Robustness:
    """All that a study says beyond the scenario's own panel.

    Attributes:
        panels: China decides, fixed dates in order, no contingency.
        worlds: the key measures in every world.
        claims: the same, by measure and path.
        prices: what each path costs.
        returns: effect for each 10 billion.
        equal: groups of paths at equal cost; empty when no two are of similar size.
        effects: main effects and interactions; empty without the eight paths.
        break_evens: values from which something pays.
        best: the strongest case for each path.
        contest: what would make the losing path win; None when there is nothing to contest.
        losing: the path with the least going for it.
    """

    panels: tuple[PanelResult, ...]
    worlds: tuple[WorldResult, ...]
    claims: tuple[Claim, ...]
    prices: Mapping[str, Price]
    returns: tuple[Return, ...]
    equal: tuple[EqualCost, ...]
    effects: tuple[tuple[Panel, Effect], ...]
    break_evens: tuple[BreakEven, ...]
    best: tuple[Best, ...]
    contest: Contest | None
    losing: str | None


def examine(
    outcome: Outcome,
    measures: Mapping[str, "Measure"],
    key: Mapping[str, str],
    worlds: Mapping[str, "Case"],
    tell: Tell,
) -> Robustness | None:
    """Everything above, played on the first futures; None when there is nothing to compare.

    Args:
        outcome: the scenario's own panel, already played.
        measures: every measure there is.
        key: measures followed everywhere, and the panel in which each is read.
        worlds: the case in every world, its own among them.
        tell: called with what is played now.
    """
    if len(outcome.paths) < 2:
        return None
    return _Examination(outcome, measures, key, worlds, tell).all()


class _Examination:
    """One study being examined; outcomes are kept while they are needed."""

    def __init__(
        self,
        outcome: Outcome,
        measures: Mapping[str, "Measure"],
        key: Mapping[str, str],
        worlds: Mapping[str, "Case"],
        tell: Tell,
    ) -> None:
        self.outcome, self.case = outcome, outcome.case
        self.measures, self.worlds, self.tell = measures, worlds, tell
        self.start = build_start(self.case)
        self.futures = min(FEW, outcome.n_futures)
        self.homes = {home: home_panel(self.case, home) for home in (DECIDES, FIXED)}
        self.key = {
            name: home
            for name, home in key.items()
            if self.homes[home].fixed or not measures[name].needs_contingency
        }

    def all(self) -> Robustness:
        outcomes = self._play_panels()
        panels = tuple(self._panel(panel, outcomes[panel.name]) for panel in self._panels())
        by_name = {result.panel.name: result.comparison for result in panels}
        homes = {name: by_name[self.homes[home].name] for name, home in self.key.items()}
        worlds = self._worlds(outcomes)
        priced, equal = self._prices(by_name)
        best = best_of_each(panels, worlds, self.measures, self.case.world)
        losing = losing_path(homes, self.measures, panels[0].comparison.others)
        return Robustness(
            panels=panels,
            worlds=worlds,
            claims=tuple(claims(worlds)),
            prices=priced,
            returns=tuple(self._returns(priced, by_name)),
            equal=equal,
            effects=tuple(self._effects(outcomes)),
            break_evens=tuple(self._break_evens(panels)),
            best=tuple(best),
            contest=self._contest(losing, by_name),
            losing=losing,
        )

    def _panels(self) -> tuple[Panel, ...]:
        return panels_of(self.case)

    def _play_panels(self) -> dict[str, Outcome]:
        self.tell(f"Playing the other panels, {self.futures:,} futures each: {self._labels()}.")
        return {
            panel.name: self.outcome if panel.own else self._play(in_panel(self.case, panel))
            for panel in self._panels()
        }

    def _labels(self) -> str:
        """Every panel, the sweep over dates as one."""
        loose = [panel.label for panel in self._panels() if not panel.fixed]
        dated = [panel for panel in self._panels() if panel.fixed and panel.opens]
        years = [panel.opens[0] for panel in dated if panel.opens]
        sweep = [f"{dated[0].kind} fixed in {years[0]} to {years[-1]}"] if years else []
        return ", ".join([*loose[:1], *sweep, *loose[1:]])

    def _play(self, case: "Case") -> Outcome:
        return play(case, self.futures, start=start_in(self.start, case))

    def _panel(self, panel: Panel, outcome: Outcome) -> PanelResult:
        wanted = {
            name: measure
            for name, measure in self.measures.items()
            if measure.headline or name in self.key or name in ALSO
        }
        scored = applicable(wanted, outcome.case)
        return PanelResult(panel, compare(outcome, scored), outcome.n_futures)

    def _worlds(self, own: Mapping[str, Outcome]) -> tuple[WorldResult, ...]:
        cases = self.worlds
        self.tell(f"Playing the worlds, {self.futures:,} futures each: {', '.join(cases)}.")
        return tuple(
            self._world(world, case, home, own)
            for world, case in cases.items()
            for home in self._homes()
        )

    def _world(
        self, world: str, case: "Case", home: str, own: Mapping[str, Outcome]
    ) -> WorldResult:
        panel = self.homes[home]
        if world == self.case.world:
            outcome = first_futures(own[panel.name], self.futures)
        else:
            outcome = self._play(replace(case, contingency=panel.contingency))
        return WorldResult(world, panel, compare(outcome, self._key(home)), outcome.n_futures)

    def _key(self, home: str) -> dict[str, "Measure"]:
        return {name: self.measures[name] for name, where in self.key.items() if where == home}

    def _prices(
        self, by_name: Mapping[str, Comparison]
    ) -> tuple[dict[str, Price], tuple[EqualCost, ...]]:
        self.tell("Matching costs, finding break-even values and what would turn the ranking.")
        costs = discounted_costs(self.start, self._costed)
        baseline = self.case.paths[self.case.baseline]
        rooms = {name: room(path, baseline) for name, path in self.case.paths.items()}
        priced = prices(by_name[own_panel(self.case).name], costs, tuple(self.case.paths), rooms)
        return priced, self._equal(priced)

    @property
    def _costed(self) -> int:
        return min(COSTED, self.futures)

    def _equal(self, priced: Mapping[str, Price]) -> tuple[EqualCost, ...]:
        costs = {path: price.cost for path, price in priced.items() if price.cost is not None}
        groups = match_groups(self.case, costs, self._costed)
        return tuple(self._at_equal_cost(matches) for matches in groups)

    def _at_equal_cost(self, matches: Mapping[str, Match]) -> EqualCost:
        case = matched_case(self.case, matches)
        target = min(match.cost for match in matches.values() if match.factor == 1.0)
        panels = [(self.homes[home], self._key(home)) for home in self._homes()]
        if not any(panel.own for panel, _ in panels):
            panels.append((own_panel(self.case), {}))
        found = tuple(self._matched_panel(case, panel, key) for panel, key in panels)
        return EqualCost(target, matches, found)

    def _matched_panel(
        self, case: "Case", panel: Panel, key: Mapping[str, "Measure"]
    ) -> PanelResult:
        """The key measures read in a panel, and the ships, which are not matched."""
        scored = {**key, SHIPS: self.measures[SHIPS]}
        outcome = play(replace(case, contingency=panel.contingency), self.futures)
        return PanelResult(panel, compare(outcome, scored), outcome.n_futures)

    def _homes(self) -> list[str]:
        """The panels in which some key measure is read."""
        return [home for home in self.homes if home in self.key.values()]

    def _returns(
        self, priced: Mapping[str, Price], by_name: Mapping[str, Comparison]
    ) -> list[Return]:
        return [
            row
            for home, panel in self.homes.items()
            for row in returns(priced, panel, by_name[panel.name], list(self._key(home)))
        ]

    def _effects(self, outcomes: Mapping[str, Outcome]) -> list[tuple[Panel, Effect]]:
        return [
            (panel, effect)
            for home, panel in self.homes.items()
            for effect in effects(outcomes[panel.name], self._key(home))
        ]

    def _break_evens(self, panels: tuple[PanelResult, ...]) -> list[BreakEven]:
        presence = presence_pays(self.case, self.futures)
        swept = any(result.panel.fixed for result in panels)
        paths = panels[0].comparison.others if swept else ()
        dates = [dates_that_pay(panels, path) for path in paths]
        return ([presence] if presence else []) + dates

    def _contest(self, losing: str | None, by_name: Mapping[str, Comparison]) -> Contest | None:
        if losing is None:
            return None
        homes = {
            name: (self.homes[home], by_name[self.homes[home].name])
            for name, home in self.key.items()
        }
        lost = races(losing, homes, self.measures)
        return contest(self.case, losing, lost, self.futures) if lost else None
