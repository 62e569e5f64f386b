"""Do both engines play the same game, to the last bit of every state variable?"""

import math
from dataclasses import replace

import numpy as np
import pytest

from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.ladders import Administration, Stage, UkraineWar
from sim.model.reference import Wargame
from sim.scenario.library import shipped_folder

SCENARIOS = sorted(file.stem for file in shipped_folder().glob("*.yaml"))
SEEDS = (1, 2**62 + 2024)
FUTURES_TO_CHOOSE_FROM = 96
MANY = 4_000_000_000  # futures are 32-bit numbers


def entities_of(game):
    """The parts of the reference game that stand behind each array of the ensemble engine."""
    return {
        "world": [game.world],
        "market": [game.market],
        "council": [game.council],
        "campaign": [game.campaign],
        "russia": [game.russia],
        "united_states": [game.united_states],
        "ledger": [game.ledger],
        "classes": game.classes,
        "countries": game.everyone,
    }


def same(here, there):
    """The same number to the last bit; one unknown is as good as another."""
    if math.isnan(here) or math.isnan(there):
        return math.isnan(here) and math.isnan(there)
    return here == there and math.copysign(1, here) == math.copysign(1, there)


def assert_same_state(game, traced, step, iso3):
    """Compares every field of every entity at the end of a quarter, and names the culprit."""
    for entity, parts in entities_of(game).items():
        rows = np.atleast_1d(getattr(traced, entity)[step])
        assert len(parts) == len(rows), entity
        for i, (part, row) in enumerate(zip(parts, rows, strict=True)):
            for field, value in zip(rows.dtype.names, row.item(), strict=True):
                actor = iso3[i] if entity == "countries" else i
                assert same(getattr(part, field), value), (
                    f"{entity}.{field} of {actor} after step {step}: "
                    f"reference {getattr(part, field)!r}, ensemble {value!r}"
                )


def eventful_futures(case):
    """Two plain futures, and the first ones in which something rare happens."""
    outcome = play(case, futures=FUTURES_TO_CHOOSE_FROM)
    attacked = np.flatnonzero(outcome.measures["attack_drawn"].max(axis=0) == 1)
    alone = np.flatnonzero(np.nan_to_num(outcome.measures["p_china_wins"][0]) >= 0.85)
    return sorted({0, MANY, *attacked[:1].tolist(), *alone[:1].tolist()})


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_reference_and_ensemble_give_identical_trajectories(cases, scenario, seed):
    case = replace(cases[scenario], seed=seed)
    start = build_start(case)
    futures = eventful_futures(case)
    assert len(futures) > 2, "no future with anything rare in it was found"

    for path in range(len(start.paths)):
        for future in futures:
            traced = ensemble.trace(start, path, future)
            game = Wargame(start, path, future)
            for step in range(start.steps):
                game.step()
                assert_same_state(game, traced, step, start.iso3)
            assert game.world.step == start.steps


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_reference_and_ensemble_leave_identical_outcomes(cases, scenario):
    case = cases[scenario]

    compiled = play(case, futures=2, first=17)
    plain = play(case, futures=2, first=17, engine="reference", workers=1)

    for kind in ("measures", "series", "by_country", "by_class", "parameters"):
        here, there = getattr(plain, kind), getattr(compiled, kind)
        assert list(here) == list(there)
        for name in here:
            assert here[name].shape == there[name].shape, (kind, name)
            assert np.array_equal(here[name], there[name], equal_nan=True), (kind, name)


def test_the_compared_games_are_lively_enough_to_test_anything(cases):
    """Rare branches are reached by the futures that the equality test compares."""
    seen = {"ending": set(), "administration": set(), "stage": set(), "entry": set()}
    joined, attacks = 0.0, set()
    for seed in SEEDS:
        case = replace(cases["taiwan_2027"], seed=seed)
        start = build_start(case)
        for future in eventful_futures(case):
            state = ensemble.trace(start, 0, future)
            seen["ending"] |= set(state.world["ukraine_war"].tolist())
            seen["administration"] |= set(state.united_states["administration"].tolist())
            seen["stage"] |= set(state.campaign["stage"].tolist())
            seen["entry"] |= set(state.campaign["us_enters"][-1:].tolist())
            joined += state.countries["joins"].sum()
            attacks |= set((state.russia["attacked"] >= 0).tolist())

    assert len(seen["ending"]) >= 3
    assert UkraineWar.CONTINUING in seen["ending"]
    assert seen["administration"] == set(Administration)
    assert seen["stage"] == set(Stage)
    assert seen["entry"] == {0, 1}
    assert joined > 0
    assert attacks == {True, False}


def test_nearly_every_state_variable_varies_over_futures_or_quarters(cases, starts):
    """A field that never moves is either a fact or a bug; the facts are known by name."""
    start = starts["taiwan_2027"]
    futures = {*range(8), *eventful_futures(cases["taiwan_2027"])}
    traces = [ensemble.trace(start, 3, future) for future in sorted(futures)]
    still = set()
    for entity in ensemble.Entities._fields:
        first = getattr(traces[0], entity)
        for field in first.dtype.names:
            values = np.stack([getattr(one, entity)[field] for one in traces])
            if np.all(values == values[:1, :1]):
                still.add(f"{entity}.{field}")

    assert still <= FACTS, f"never moved: {sorted(still - FACTS)}"


FACTS = {
    "world.seed",
    "world.usd_2024",
    "world.start_index",
    "world.horizon",
    "world.presence_2024",
    "campaign.kind",
    "campaign.opens",
    "campaign.us_choice",
    "campaign.japan_choice",
    "campaign.us_delay_choice",
    "campaign.days_choice",
    "united_states.brigades_in_europe",
    "united_states.alliance_first_hardness",
    "united_states.alliance_first_threat",
    "united_states.alliance_first_pressure",
    "united_states.prioritiser_hardness",
    "united_states.prioritiser_threat",
    "united_states.prioritiser_pressure",
    "classes.code",
} | {
    f"countries.{name}"
    for name in (
        "code",
        "is_member",
        "china_hardness_sd",
        "russia_threat_sd",
        "asia_role_sd",
        "china_engagement_sd",
        "national_presence",
        "spend_will",
        "border",
        "gdp_trend",
        "gdp_weight",
        "trade_taiwan_sd",
        "front",
        "equipment_share",
        "equipment_history",
        "equipment_recent",
        "brigade_count",
        "brigade_count_sd",
        "aircraft_count",
        "aircraft_count_sd",
        "ship_count",
        "ship_count_sd",
        "can_deploy_ships",
        "can_deploy_aircraft",
        "may_deploy",
        "spending_habit",
        "running_spending_start",
    )
}
