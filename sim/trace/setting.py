"""Which future is this, and what does it believe that is unusual?"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as files_of
from zlib import crc32

from sim.analysis.wording import decimals_for, number
from sim.data.load import Parameter
from sim.data.posterior import CALIBRATED, accepted_rank
from sim.experiment.probes import value_below
from sim.model.draws import Decision, uniform
from sim.scenario.case import Case
from sim.scenario.quarters import show_quarter
from sim.trace.watch import Watched
from sim.trace.wording import percent

MOST = 6
IN_HUNDRED = 100
UNITS = {"0-1": "(of 1)"}


@dataclass(frozen=True)
class Belief:
    """A parameter that is far from its median in this future.

    Attributes:
        name: the parameter.
        meaning: what it says.
        value: in this future [unit].
        median: of its prior [unit].
        unit: of both.
        rank: share of futures in which it is lower [0-1].
    """

    name: str
    meaning: str
    value: float
    median: float
    unit: str
    rank: float


def rank_of(parameter: Parameter, value: float, seed: int, future: int) -> float:
    """Share of futures in which a parameter is lower than in this one [0-1]."""
    if parameter.prior.form == CALIBRATED:
        return accepted_rank(parameter.name, value)
    return uniform(seed, future, 0, crc32(parameter.name.encode()), Decision.PARAMETER)


@cache
def read_by_rules() -> frozenset[str]:
    """Names of the parameters that some behaviour reads; the others change nothing."""
    files = (files_of("sim.model") / "behaviour").iterdir()
    texts = [file.read_text(encoding="utf-8") for file in files if file.name.endswith(".py")]
    return frozenset(name for text in texts for name in re.findall(r"\bp\.(\w+)", text))


def unusual(watched: Watched, most: int = MOST) -> list[Belief]:
    """The parameters furthest from their medians in this future, the furthest first."""
    seed, read = watched.case.seed, read_by_rules()
    found = []
    for parameter in watched.case.parameters.values():
        if parameter.name not in read or parameter.prior.form == "constant":
            continue
        value = float(getattr(watched.game.p, parameter.name))
        rank = rank_of(parameter, value, seed, watched.future)
        median = value_below(parameter, 0.5)
        belief = (parameter.name, parameter.meaning, value, median, parameter.unit, rank)
        found.append(Belief(*belief))
    return sorted(found, key=lambda belief: -abs(belief.rank - 0.5))[:most]


def believed(belief: Belief) -> str:
    """One unusual belief in words."""
    places = decimals_for(max(abs(belief.value), abs(belief.median)))
    value, median = number(belief.value, places), number(belief.median, places)
    high = belief.rank > 0.5
    share = round(IN_HUNDRED * (belief.rank if high else 1 - belief.rank))
    in_all = "more than 99" if share == IN_HUNDRED else share
    side = "higher" if high else "lower"
    meaning = belief.meaning.rstrip(".")
    unit = "" if belief.unit in ("ratio", "none") else f" {UNITS.get(belief.unit, belief.unit)}"
    rank = f"{side} than in {in_all} of 100 futures"
    return f"{meaning}: {value}{unit} (median {median}; {rank})."


def war_told(case: Case) -> str:
    """What the scenario says about Taiwan."""
    war = case.contingency
    if war.opens is not None:
        return (
            f"The scenario fixes {a(war.kind)} over Taiwan in {show_quarter(war.opens)}; whether a "
            f"path makes it less likely cannot show here."
        )
    if war.kind == "endogenous":
        return "China decides twice a year whether to hold, coerce or use force over Taiwan."
    return "The scenario has no war over Taiwan."


def fixed_too(case: Case) -> list[str]:
    """What else the scenario fixes, whatever the path."""
    told = []
    if case.us_retrenchment is not None:
        since, share = case.us_retrenchment
        told.append(
            f"{percent(share, 0)} of US posture leaves Europe from {show_quarter(since)} on"
        )
    if case.reinforcement_withheld is not None:
        told.append(f"{percent(case.reinforcement_withheld, 0)} of US reinforcement is withheld")
    if case.ukraine_war is not None:
        ending, when = case.ukraine_war
        date = f" in {show_quarter(when)}" if when else ""
        begins = case.ukraine_war_begins
        opening_date = f"from {show_quarter(begins)}, " if begins else ""
        told.append(f"the war in Ukraine: {opening_date}{ending.replace('_', ' ')}{date}")
    told += case.history.told
    for iso3, swing in case.swings.items():
        told += [f"{iso3} {stance.replace('_', ' ')} {by:+.2f}" for stance, by in swing.items()]
    return told


def a(kind: str) -> str:
    """The kind with its article."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def opening(watched: Watched) -> list[str]:
    """The lines that say which future this is."""
    case = watched.case
    end = show_quarter(case.end)
    also = fixed_too(case)
    return [
        f"{case.title}: path {watched.path}, future {watched.future} of seed {case.seed}",
        f"{show_quarter(case.start)} to {end}, world {case.world}. {war_told(case)}",
        *([f"The scenario also fixes: {'; '.join(also)}."] if also else []),
        "This is one future of many. It shows how the model argues; it forecasts nothing.",
    ]
