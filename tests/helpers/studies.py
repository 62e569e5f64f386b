"""Made-up studies with everything that a chart can ask for, in the shapes the engine returns."""

from dataclasses import replace
from types import SimpleNamespace

import made_up
import numpy as np

from sim.analysis.bands import bands
from sim.analysis.compare import compare
from sim.analysis.measures import MEASURES, SERIES
from sim.analysis.played import PanelResult
from sim.analysis.scores import applicable
from sim.analysis.stances import stance_curves
from sim.data.stances import stance_holders
from sim.experiment.panels import in_panel, panels_of
from sim.results.identity import identify

HEADLINE = {
    "status_quo": 0.0,
    "symbolic_deployments": -0.03,
    "burden_shifting": 0.25,
    "combined": 0.22,
    "brief_package": 0.26,
}
TEN = HEADLINE | {
    "soft_package": 0.0,
    "presence_and_soft": -0.02,
    "everything": 0.22,
    "capable_presence": -0.01,
    "status_quo_plus_money": 0.15,
}
FROM = (  # measure, level, effect of one unit, noise
    ("p_force", 0.24, 0.02, 0.01),
    ("p_attack", 0.05, -0.02, 0.002),
    ("p_both_wars", 0.004, -0.001, 0.0001),
    ("cohesion_mean", 0.45, 0.0, 0.0),
    ("reception_end", 0.5, -0.2, 0.05),
    ("margin_land_alone_end", 0.75, 1.5, 0.1),
    ("spending_total", 8000.0, 2500.0, 100.0),
)


def outcome_of(effects, futures=60, shift=0.0, **changes):
    """A made-up outcome with every measure, series and stance that a chart reads.

    Args:
        effects: path -> effect on the margins.
        futures: how many.
        shift: how far the paths move the stances [0-1].
        changes: of the case.
    """
    outcome = made_up.made_up_outcome(effects, futures, **changes)
    luck = np.random.default_rng(3)
    push = np.array(list(effects.values()))[:, None]
    measures = dict(outcome.measures)
    for name, level, effect, noise in FROM:
        common = luck.normal(0, abs(level) / 5, futures)
        own = luck.normal(0, noise, (len(effects), futures)) * (push != 0)
        measures[name] = level + common + effect * push + own
    steps = outcome.case.steps
    time = np.linspace(0, 1, steps)
    cohesion = np.broadcast_to(
        luck.uniform(0, 0.9, futures)[None, :, None], (len(effects), futures, steps)
    ).copy()
    cohesion[:, :, 0] = 0.0
    narrative = 0.4 + luck.normal(0, 0.3, futures)[None, :, None] * push[:, :, None] * time
    holders = stance_holders()
    stances = {
        name: _stances(luck.normal(0.55, 0.1, (futures, len(holders))), shift * push)
        for name in ("china_hardness", "russia_threat")
    }
    return replace(
        outcome,
        measures=measures,
        series={**outcome.series, "cohesion": cohesion, "narrative": np.clip(narrative, 0, 1)},
        by_country={},
        stances=stances,
        countries=holders,
    )


def _stances(start, push):
    """Stances that jump in 2027 and come back by half, and follow a push [path, 1] year by year.

    Args:
        start: [future, government].
        push: how far each path moves all in the last year [path, 1].

    Returns:
        [path, future, year, government].
    """
    jump = np.array([0.0] * 3 + [0.12] + [0.12 - 0.01 * year for year in range(8)])
    pushed = push[:, :, None, None] * np.linspace(0, 1, 12)[:, None]
    return np.clip(start[:, None, :] + jump[:, None] + pushed, 0, 1)


def study_of(effects, panels=True, **changes):
    """The findings of a made-up study; without panels, what a run with no robustness leaves."""
    outcome = outcome_of(effects, **changes)
    case = outcome.case
    measures = applicable(MEASURES, case)
    measures = {name: row for name, row in measures.items() if name in outcome.measures}
    found = SimpleNamespace(
        identity=identify(case, outcome.n_futures, case.seed),
        outcome=outcome,
        comparison=compare(outcome, measures),
        curves=bands(outcome),
        stances=stance_curves(outcome),
        measures=measures,
        series=SERIES,
        robustness=None,
    )
    if panels:
        found.robustness = SimpleNamespace(panels=tuple(_panels(outcome)))
    return found


def _panels(outcome):
    for panel in panels_of(outcome.case):
        played = replace(outcome, case=in_panel(outcome.case, panel))
        if panel.opens:
            years = (panel.opens[0] - 2025) / 9
            low = played.measures["margin_land_low"]
            grown = low[:1] + (low - low[:1]) * years
            played = replace(played, measures=played.measures | {"margin_land_low": grown})
        known = {n: m for n, m in MEASURES.items() if n in played.measures}
        yield PanelResult(panel, compare(played, applicable(known, played.case)), played.n_futures)
