"""One scenario in which China decides, with a path that uses every lever, written inline."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.scenario.resolve import resolve
from sim.trace.watch import watch

ROOT = Path(__file__).parents[2]
FULL = {
    "spending_target": 0.035,
    "contingency_planning": 0.9,
    "european_enablers": 0.6,
    "industry_expansion": 0.8,
    "indo_pacific_presence": 0.8,
    "taiwan_statements": 0.9,
    "liaison_office": 1.0,
    "sanctions_precommitment": 0.8,
    "crisis_plan_announced": 0.8,
    "crisis_surge": 0.8,
    "cyber_cooperation": 0.9,
    "coercion_cooperation": 0.9,
    "industrial_cooperation": 0.9,
    "no_enlargement_pledge": 0.9,
    "china_dialogue": 0.9,
}
DRAWN = 4
TROUBLED = {  # crises, coercion and quarrels in plenty
    "taiwan_major_force_rate": 0.1,
    "crisis_escalation_share": 0.2,
    "crisis_leaving_share": 0.4,
    "coercion_base": -5.0,
    "strain_effect": 0.01,
}


def with_levers(case, name, levers):
    """The case with one more path: 2024 for a year, then these values."""
    status_quo = case.paths["status_quo"]
    changed = {
        lever: tuple([status_quo.levers[lever][0]] * DRAWN + [value] * (case.steps - DRAWN))
        for lever, value in levers.items()
    }
    path = replace(status_quo, name=name, levers=status_quo.levers | changed)
    return replace(case, paths=case.paths | {name: path})


def with_constants(case, values):
    """The case with some parameters known for sure."""
    known = {
        name: replace(row, prior=replace(row.prior, form="constant", a=values[name]))
        for name, row in case.parameters.items()
        if name in values
    }
    return replace(case, parameters=case.parameters | known)


@pytest.fixture(scope="session")
def fixed():
    """Taiwan 2027 with a path that uses every lever."""
    return with_levers(resolve(ROOT / "scenarios" / "taiwan_2027.yaml"), "full", FULL)


@pytest.fixture(scope="session")
def decides(fixed):
    """The same, but China decides."""
    return replace(fixed, contingency=replace(fixed.contingency, kind="endogenous", opens=None))


@pytest.fixture(scope="session")
def played(decides):
    """One future of the full path, watched."""
    return watch(decides, "full", 17)


@pytest.fixture(scope="session")
def at_war(fixed):
    """One future of the war of 2027 on the full path, watched."""
    return watch(fixed, "full", 3)


@pytest.fixture(scope="session")
def shrugged_off(fixed):
    """One future of a quarantine that nobody would sanction, watched."""
    quarantine = replace(fixed, contingency=replace(fixed.contingency, kind="quarantine"))
    return watch(with_constants(quarantine, {"quarantine_sanctions_ratio": 0.0}), "full", 3)


@pytest.fixture(scope="session")
def troubled(decides):
    """One future with many crises, after which China acts, watched."""
    return watch(with_constants(decides, TROUBLED), "full", 3)
