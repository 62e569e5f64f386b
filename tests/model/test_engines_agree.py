"""Do both engines play the same game, to the last bit of every state variable?"""

import math
from dataclasses import replace

import numpy as np
import pytest

from sim.data.load import Prior
from sim.experiment.expected import weighed_only
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.experiment.worlds import CENTRAL, worlds_of
from sim.model import ensemble
from sim.model.ladders import Administration, Stage, UkraineWar
from sim.model.reference import Wargame
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve

SCENARIOS = sorted(file.stem for file in shipped_folder().glob("*.yaml"))
WHAT_IFS = sorted(file.stem for file in (shipped_folder() / "what_if").glob("*.yaml"))
PUBLISHED = sorted(file.stem for file in (shipped_folder() / "published").glob("*.yaml"))
WORLDS = sorted(file.stem for file in (shipped_folder() / "worlds").glob("*.yaml"))
SEEDS = (1, 2**62 + 2024)
FUTURES_TO_CHOOSE_FROM = 96
MANY = 4_000_000_000  # futures are 32-bit numbers


def entities_of(game):
    """The parts of the reference game that stand behind each array of the ensemble engine."""
    return {
        "world": [game.world],
        "market": [game.market],
        "council": [game.council],
        "items": game.items,
        "china": [game.china],
        "campaign": [game.campaign],
        "russia": [game.russia],
        "united_states": [game.united_states],
        "ledger": [game.ledger],
        "turns": game.turns,
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


def only(case, path):
    """The case with one of its paths."""
    return replace(case, paths={path: case.paths[path]})


def last_path(case):
    """The path that a scenario names last, which does most."""
    return only(case, list(case.paths)[-1])


def eventful_futures(case):
    """Two plain futures, and the first ones in which something rare happens."""
    outcome = play(last_path(case), futures=FUTURES_TO_CHOOSE_FROM)
    attacked = np.flatnonzero(outcome.measures["attack_drawn"][0] == 1)
    alone = np.flatnonzero(np.nan_to_num(outcome.measures["p_china_wins"][0]) >= 0.85)
    decided = np.flatnonzero(outcome.measures["opened"][0] == 1)
    office = np.flatnonzero(outcome.measures["office_in_force"][0] == 1)
    rare = (attacked, alone, decided, office)
    return sorted({0, MANY} | {int(some[0]) for some in rare if len(some)})


def assert_same_games(case, futures):
    """Plays futures on every path of a case on both engines, quarter by quarter."""
    assert_same_plays(build_start(case), futures)


def assert_same_plays(start, futures):
    """The same from a beginning that is ready."""
    for path in range(len(start.paths)):
        for future in futures:
            traced = ensemble.trace(start, path, future)
            game = Wargame(start, path, future)
            for step in range(start.steps):
                game.step()
                assert_same_state(game, traced, step, start.iso3)
            assert game.world.step == start.steps


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scenario", ["taiwan_2027", "taiwan_endogenous", "no_contingency"])
def test_reference_and_ensemble_give_identical_trajectories(cases, scenario, seed):
    case = replace(cases[scenario], seed=seed)
    futures = eventful_futures(case)
    assert len(futures) > 2, "no future with anything rare in it was found"

    assert_same_games(last_path(case), futures)


@pytest.mark.parametrize("path", [file.stem for file in shipped_folder().glob("paths/*.yaml")])
def test_on_every_path(cases, path):
    case = replace(
        only(cases["all_paths"], path), contingency=cases["taiwan_endogenous"].contingency
    )

    assert_same_games(case, [7])


@pytest.mark.parametrize("scenario", WHAT_IFS)
def test_in_every_what_if(scenario):
    assert_same_games(last_path(resolve(shipped_folder() / "what_if" / f"{scenario}.yaml")), [11])


@pytest.mark.parametrize("condition", PUBLISHED)
def test_in_every_published_condition(condition):
    case = last_path(resolve(shipped_folder() / "published" / f"{condition}.yaml"))

    assert_same_games(case, [5])


@pytest.mark.parametrize("world", sorted(set(WORLDS) - {CENTRAL}))
@pytest.mark.parametrize("scenario", ["taiwan_2027", "taiwan_endogenous"])
def test_in_every_world(cases, scenario, world):
    case = last_path(worlds_of(cases[scenario], shipped_folder())[world])
    assert case.parameters != cases[scenario].parameters

    assert_same_games(case, [13])


def test_when_china_weighs_and_never_acts(cases):
    case = last_path(cases["taiwan_endogenous"])
    futures = eventful_futures(case)
    assert len(futures) > 2

    assert_same_plays(weighed_only(build_start(case)), futures)


def test_in_a_crisis_that_some_allies_leave_and_to_which_others_send_more(cases):
    case = replace(
        only(cases["all_paths"], "capable_presence"),
        contingency=cases["taiwan_endogenous"].contingency,
    )
    outcome = play(case, futures=FUTURES_TO_CHOOSE_FROM)
    surged, left = outcome.measures["ships_surged"][0], outcome.measures["withdrawals"][0]
    answered = np.flatnonzero((surged > 0) & (left > 0))
    assert len(answered) > 0, "no crisis was answered both ways"

    assert_same_games(case, [int(answered[0])])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_reference_and_ensemble_leave_identical_outcomes(cases, scenario):
    case = last_path(cases[scenario])

    compiled = play(case, futures=2, first=17)
    plain = play(case, futures=2, first=17, engine="reference", workers=1)

    for kind in ("measures", "series", "by_country", "by_class", "stances", "turns", "parameters"):
        here, there = getattr(plain, kind), getattr(compiled, kind)
        assert list(here) == list(there)
        for name in here:
            assert here[name].shape == there[name].shape, (kind, name)
            assert np.array_equal(here[name], there[name], equal_nan=True), (kind, name)


def test_the_compared_games_are_lively_enough_to_test_anything(cases):
    """Rare branches are reached by the futures that the equality test compares."""
    seen = {"ending": set(), "administration": set(), "stage": set(), "entry": set()}
    happened = {"joins": 0.0, "coerced": 0.0, "blocked": 0, "passed": 0, "crises": 0}
    happened |= {"stays": 0, "withdrawals": 0.0, "sanctions": 0, "gives_bases": 0, "eu_acts": 0}
    attacks, kinds = set(), set()
    for scenario in ("taiwan_2027", "taiwan_endogenous"):
        for seed in SEEDS:
            case = replace(cases[scenario], seed=seed)
            start = build_start(last_path(case))
            for future in eventful_futures(case):
                state = ensemble.trace(start, 0, future)
                seen["ending"] |= set(state.world["ukraine_war"].tolist())
                seen["administration"] |= set(state.united_states["administration"].tolist())
                seen["stage"] |= set(state.campaign["stage"].tolist())
                seen["entry"] |= set(state.campaign["us_enters"][-1:].tolist())
                kinds |= set(state.campaign["kind"].tolist())
                happened["joins"] += state.countries["joins"].sum()
                happened["coerced"] += state.countries["coerced_now"].sum()
                happened["blocked"] += state.council["blocked"][-1]
                happened["passed"] += state.council["passed"][-1]
                happened["crises"] += state.china["crises"][-1]
                happened["eu_acts"] += state.campaign["eu_acts"][-1]
                for name in ("stays", "withdrawals", "sanctions", "gives_bases"):
                    happened[name] += state.countries[name][-1].sum()
                attacks |= set((state.russia["attacked"] >= 0).tolist())

    assert len(seen["ending"]) >= 3
    assert UkraineWar.CONTINUING in seen["ending"]
    assert seen["administration"] == set(Administration)
    assert seen["stage"] == set(Stage)
    assert seen["entry"] == {0, 1}
    assert attacks == {True, False}
    assert len(kinds) >= 3
    assert min(happened.values()) > 0, happened


def last(steps, kept):
    """The last so many quarters of a trace."""
    return ensemble.Entities(*[array[-steps:] for array in kept])


def test_nearly_every_state_variable_varies_over_futures_or_quarters(cases):
    """A field that never moves is either a fact or a bug; the facts are known by name."""
    war = only(cases["all_paths"], "everything")
    levers = dict(war.paths["everything"].levers)
    for lever in ("liaison_office", "crisis_surge", "crisis_plan_announced"):
        levers[lever] = levers[lever][:2] + (1.0,) * (war.steps - 2)
    asks_for_all = replace(war.paths["everything"], levers=levers)
    war = replace(war, paths={"everything": asks_for_all})
    china_decides = replace(war, contingency=cases["taiwan_endogenous"].contingency)
    bearable = replace(war.parameters["no_agreement_cost"], prior=Prior("constant", a=0.6))
    pliant = replace(war, parameters=war.parameters | {"no_agreement_cost": bearable})
    known = {"russian_attack_rate": 0.5, "battalion_supply_need": 0.6, "fleet_defeat_share": 0.01}
    hungry = {
        name: replace(war.parameters[name], prior=Prior("constant", a=value))
        for name, value in known.items()
    }
    troubled = replace(war, parameters=war.parameters | hungry)
    blockaded = replace(
        war,
        contingency=replace(cases["blockade_2027"].contingency, us_intervenes=False),
    )
    traces = [
        last(war.steps, ensemble.trace(build_start(case), 0, future))
        for case in (war, china_decides, pliant, troubled, blockaded, cases["hindcast_2014"])
        for future in sorted({*range(12), *eventful_futures(case)})
    ]
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
    "world.planning_2024",
    "world.texts_2024",
    "world.dialogue_2024",
    "world.ukraine_begin_step",
    "world.attack_ruled_out",
    "world.ukraine_end_fixed",
    "world.ukraine_end_step",
    "world.ukraine_end_kind",
    "council.spending_target_start",
    "items.code",
    "items.divisible",
    "china.seat",
    "china.us_seat",
    "china.japan_seat",
    "china.taiwan_seat",
    "china.spending_start",
    "china.coalition_start",
    "china.split_start",
    "campaign.japan_seat",
    "campaign.taiwan_resists",
    "campaign.homeland_struck",
    "campaign.kind",
    "campaign.opens",
    "campaign.us_choice",
    "campaign.us_known",
    "campaign.japan_choice",
    "campaign.us_delay_choice",
    "campaign.days_choice",
    "campaign.antiship_choice",
    "campaign.at_sea_choice",
    "campaign.leak_choice",
    "campaign.show_choice",
    "campaign.mainland_choice",
    "campaign.navies_choice",
    "campaign.china_level_choice",
    "campaign.coalition_level_choice",
    "campaign.levels_may_rise",
    "campaign.merchants_choice",
    "campaign.turn_days",  # 0 once the quarter is over
    "campaign.turns_to_invasion",  # 0 once the invasion has come
    "campaign.turn_before",  # of the few blockades that become an invasion
    "united_states.seat",
    "united_states.retrench_step",
    "united_states.retrench_share",
    "united_states.withheld_choice",
    "united_states.alliance_first_commitment",
    "united_states.prioritiser_commitment",
    "united_states.brigades_in_europe",
    "united_states.alliance_first_hardness",
    "united_states.alliance_first_threat",
    "united_states.alliance_first_pressure",
    "united_states.alliance_first_will",
    "united_states.prioritiser_hardness",
    "united_states.prioritiser_threat",
    "united_states.prioritiser_pressure",
    "united_states.prioritiser_will",
    "classes.code",
} | {
    f"countries.{name}"
    for name in (
        "code",
        "accession_year",
        "is_eu",
        "autonomy",
        "transactional",
        "china_hardness_sd",
        "russia_threat_sd",
        "asia_role_sd",
        "china_engagement_sd",
        "base_access",
        "us_personnel",
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
        "fights_choice",
        "may_deploy",
        "spending_habit",
        "running_spending_start",
    )
}
