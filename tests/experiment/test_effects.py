"""Does every lever bite and cost, and does everything move the way its rule says it must?

Where a test speaks of every single future, Russia does not attack: an attack that one path meets
and another does not changes spending and forces afterwards, in both directions.
"""

from dataclasses import replace

import numpy as np
import pytest

from sim.analysis.measures import MEASURES
from sim.data.load import load_levers
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.ladders import Agenda, Asset

FUTURES = 24
NO_ATTACK = {"russian_attack_rate": 0.0}
NO_EUROPE_IN_ASIA = {  # what Europe has and sends does not reach the war over Taiwan
    "pacific_delivery_weight": 0.0,
    "held_back_effect": 0.0,
    "european_naval_effect": 0.0,
    "european_theatre_ships": 0.0,
}
SPRING_2027 = 11  # step of the opening


@pytest.fixture(scope="module")
def war(cases):
    """A war over Taiwan in spring 2027."""
    return cases["taiwan_2027"]


@pytest.fixture(scope="module")
def peace(cases):
    """No war over Taiwan."""
    return cases["no_contingency"]


RAISED = {
    "spending_target": 0.035,
    "joint_procurement": 0.8,
    "industry_expansion": 0.8,
    "contingency_planning": 0.9,
    "european_enablers": 0.6,
    "munitions_priority": 0.6,
    "ukraine_aid": 0.005,
    "indo_pacific_presence": 0.6,
    "taiwan_statements": 0.9,
    "liaison_office": 1.0,
    "sanctions_precommitment": 0.8,
    "crisis_plan_announced": 0.8,
    "crisis_surge": 1.0,
    "cyber_cooperation": 0.9,
    "coercion_cooperation": 0.9,
    "industrial_cooperation": 0.9,
    "no_enlargement_pledge": 1.0,
    "china_dialogue": 0.8,
}
SPENDS = {"spending_target", "joint_procurement", "industry_expansion", "contingency_planning"} | {
    "european_enablers",
    "munitions_priority",
    "ukraine_aid",
    "indo_pacific_presence",
    "cyber_cooperation",
    "coercion_cooperation",
    "industrial_cooperation",
    "china_dialogue",
    "crisis_surge",
}
NEEDS_THE_COUNCIL = {
    "spending_target": Agenda.SPENDING_PLEDGE,
    "contingency_planning": Agenda.CONTINGENCY_PLAN,
    "taiwan_statements": Agenda.TAIWAN_TEXT,
    "liaison_office": Agenda.LIAISON_OFFICE,
    "sanctions_precommitment": Agenda.SANCTIONS_PLAN,
    "crisis_plan_announced": Agenda.CRISIS_PLAN,
    "cyber_cooperation": Agenda.CYBER,
    "coercion_cooperation": Agenda.COERCION,
    "industrial_cooperation": Agenda.INDUSTRY,
    "no_enlargement_pledge": Agenda.ENLARGEMENT_PLEDGE,
}


@pytest.fixture(scope="module")
def alone(war, with_paths):
    """The status quo, and each lever raised alone from 2025 on, in a war in 2027."""
    paths = {"status_quo": {}} | {name: {name: value} for name, value in RAISED.items()}
    return play(with_paths(war, paths), futures=FUTURES)


@pytest.fixture(scope="module")
def watched(cases, knowing, with_paths):
    """The same while China decides, in a world in which it will hardly ever act."""
    paths = {"status_quo": {}} | {name: {name: value} for name, value in RAISED.items()}
    case = knowing(cases["taiwan_endogenous"], taiwan_major_force_rate=0.0005, **NO_ATTACK)
    outcome = play(with_paths(case, paths), futures=FUTURES)
    assert outcome.measures["opened"].mean() < 0.1
    return outcome


@pytest.fixture
def shift(watched):
    """What a lever adds to a measure while China decides, in each future."""

    def of(lever, name):
        values = watched.measures[name]
        return values[watched.paths.index(lever)] - values[watched.paths.index("status_quo")]

    return of


@pytest.fixture
def gain(alone):
    """Mean over futures of what a lever adds to a measure, or to a series in one quarter."""

    def of(lever, name, step=None):
        values = alone.measures[name] if step is None else alone.series[name][:, :, step]
        difference = values[alone.paths.index(lever)] - values[alone.paths.index("status_quo")]
        return float(np.mean(difference))

    return of


def test_every_lever_is_raised_here():
    assert list(RAISED) == list(load_levers())


def moved_by(outcome, lever):
    """Names of the measures that differ between a lever's path and the status quo."""
    raised, usual = outcome.paths.index(lever), outcome.paths.index("status_quo")
    return {
        name
        for name, values in outcome.measures.items()
        if not np.array_equal(values[raised], values[usual], equal_nan=True)
    }


@pytest.mark.parametrize("lever", RAISED)
def test_every_lever_moves_some_measure(alone, watched, lever):
    moved = moved_by(alone, lever) | moved_by(watched, lever)
    assert moved & {n for n, row in MEASURES.items() if row.group != "cost"}


@pytest.mark.parametrize("lever", sorted(SPENDS))
def test_every_lever_that_spends_changes_some_bill(alone, lever):
    assert moved_by(alone, lever) & {n for n, row in MEASURES.items() if row.group == "cost"}


@pytest.mark.parametrize("lever", sorted(NEEDS_THE_COUNCIL))
def test_what_needs_the_council_takes_its_time_and_may_fail(war, with_paths, lever):
    """Its price: governments refuse, drafts are watered down, and time is gone."""
    case = with_paths(war, {"status_quo": {}, lever: {lever: RAISED[lever]}})
    start = build_start(case)
    item = NEEDS_THE_COUNCIL[lever]
    tabled = drafts = agreed = 0
    for future in range(8):
        usual, asked = (ensemble.trace(start, path, future) for path in (0, 1))
        held = asked.items[-1][item]
        assert held["in_force"] <= held["proposed"] + 1e-12
        assert usual.items[-1][item]["passed"] == usual.items[-1][item]["blocked"] == 0
        tabled += held["passed"] + held["blocked"]
        drafts += asked.countries["refused"][-1].sum() + asked.countries["reserved"][-1].sum()
        agreed += held["in_force"]
    assert tabled > 0
    assert drafts > 0 or agreed < 0.6 * 8 * RAISED[lever]


def test_a_higher_target_buys_forces_and_costs_spending(gain):
    """The council waters 3.5 % down, so less is bought than was asked for."""
    assert gain("spending_target", "margin_land_alone_end") > 0.05
    assert gain("spending_target", "members_at_3_5_end") > 1
    assert gain("spending_target", "spending_total") > 300


def test_joint_procurement_buys_more_and_costs_time(gain):
    assert gain("joint_procurement", "margin_land_alone_end") > 0
    assert gain("joint_procurement", "ready_brigades", step=10) < 0


def test_industry_expansion_makes_missiles_and_costs_money(gain):
    assert gain("industry_expansion", "interceptors_end") > 20
    assert gain("industry_expansion", "margin_airsea_end") > 0
    assert gain("industry_expansion", "spending_total") > 40


def test_planning_holds_forces_together_and_costs_money(gain):
    assert gain("contingency_planning", "margin_land_low") > 0
    assert gain("contingency_planning", "margin_land_alone_low") > 0.01
    assert gain("contingency_planning", "spending_total") > 1


def test_planning_works_only_after_some_quarters(alone):
    row = alone.paths.index("contingency_planning")
    plans, agreed = alone.series["planning"][row], alone.measures["planning_in_force"][row]
    assert np.all(plans[:, :2] == 0.2)
    assert np.all(plans[:, 4] < agreed)
    assert np.mean(agreed) > 0.4
    assert np.all(plans[:, 45] <= agreed + 1e-12)
    assert np.median(agreed - plans[:, 45]) < 0.02


def test_enablers_move_forces_and_cost_money(gain):
    assert gain("european_enablers", "margin_land_alone_end") > 0.05
    assert gain("european_enablers", "spending_total") > 50


def test_munitions_for_europe_are_missing_elsewhere(gain):
    for_europe = gain("munitions_priority", "interceptors_end")
    assert for_europe > 100
    assert gain("munitions_priority", "margin_airsea_end") > 0
    assert gain("munitions_priority", "interceptors_ukraine") < -100
    assert gain("munitions_priority", "interceptors_pacific") < -100
    assert gain("munitions_priority", "spending_total") == pytest.approx(0, abs=1)


def test_aid_slows_russia_and_costs_money(gain):
    assert gain("ukraine_aid", "reconstitution", step=45) < -0.01
    assert gain("ukraine_aid", "p_attack") < 0
    assert gain("ukraine_aid", "aid_total") > 500
    assert gain("ukraine_aid", "spending_total") == pytest.approx(
        gain("ukraine_aid", "aid_total"), rel=0.05
    )


def test_presence_is_there_and_is_missing_in_europe(gain):
    assert gain("indo_pacific_presence", "ship_years") > 30
    assert gain("indo_pacific_presence", "presence_total") > 3
    assert gain("indo_pacific_presence", "margin_airsea_low") < 0
    assert gain("indo_pacific_presence", "ready_ships", step=10) < -5


def test_statements_raise_the_chance_of_a_crisis_and_of_coercion(war, knowing, with_paths, cases):
    """Where statements do so at all: the prior of the first effect includes zero."""
    case = knowing(
        cases["taiwan_endogenous"],
        taiwan_major_force_rate=0.0005,
        statement_crisis_effect=0.3,
        texts_narrative_effect=0.0,
        provocation_statement_weight=0.1,
        coercion_salience_effect=6.0,
        **NO_ATTACK,
    )
    outcome = play(
        with_paths(case, {"status_quo": {}, "plain": {"taiwan_statements": 0.9}}), futures=60
    )
    crises, coerced = (
        np.diff(outcome.measures[n], axis=0)[0] for n in ("p_crisis", "times_coerced")
    )
    assert np.all(crises >= 0)
    assert np.mean(crises > 0) > 0.5
    assert np.mean(coerced) > 0


def test_the_liaison_office_is_asked_for_again_and_again_and_seldom_agreed(shift, watched):
    assert np.mean(shift("liaison_office", "items_blocked")) > 5
    assert np.mean(shift("liaison_office", "office_in_force")) < 0.5


def test_what_is_never_agreed_takes_the_time_of_what_could_be(war, knowing, with_paths):
    """One item a meeting, in turn: an office that is never agreed takes every second one.

    Nothing is agreed here, since failing costs nobody anything and nobody reserves its position.
    """
    nothing_passes = {"no_agreement_cost": -0.5, "isolation_cost": 0.0, "reservation_share": 0.0}
    case = knowing(war, council_agenda=1.0, **nothing_passes, **NO_ATTACK)
    last = {"industrial_cooperation": 0.9}
    case = with_paths(case, {"status_quo": last, "office": last | {"liaison_office": 1.0}})
    start = build_start(case)
    agreed = [
        [ensemble.trace(start, path, future).items[-1][Agenda.INDUSTRY] for future in range(6)]
        for path in (0, 1)
    ]
    passed = [sum(item["passed"] + item["blocked"] for item in items) for items in agreed]
    assert passed[0] > 1.2 * passed[1]


def test_a_sanctions_plan_raises_the_sanctions_that_china_expects(shift):
    assert np.all(shift("sanctions_precommitment", "expected_sanctions_end") >= -1e-12)
    assert np.mean(shift("sanctions_precommitment", "expected_sanctions_end")) > 0.02


@pytest.mark.parametrize("lever", ["sanctions_precommitment", "crisis_plan_announced"])
def test_what_deters_lowers_the_chance_of_force(cases, knowing, with_paths, lever):
    """Beside the split that China sees where the council has to try again."""
    case = knowing(
        cases["taiwan_endogenous"],
        taiwan_major_force_rate=0.0005,
        perceived_split_effect=0.0,
        **NO_ATTACK,
    )
    case = with_paths(case, {"status_quo": {}, lever: {lever: RAISED[lever]}})
    usual, raised = play(case, futures=FUTURES).measures["p_force"]
    assert np.mean(raised - usual) < 0
    assert np.mean(raised <= usual) > 0.9


def test_what_is_blocked_again_and_again_shows_a_split(shift):
    """The price of asking for what the council will not give."""
    assert np.mean(shift("liaison_office", "perceived_split_end")) > 0.1
    assert np.mean(shift("liaison_office", "p_force")) > 0


def test_a_surge_lowers_the_chance_of_force_by_its_capability_and_leaves_that_of_a_crisis(shift):
    assert np.all(shift("crisis_surge", "p_force") <= 1e-15)
    assert np.mean(shift("crisis_surge", "p_force")) < 0
    np.testing.assert_allclose(shift("crisis_surge", "p_crisis"), 0, atol=1e-6)


def test_a_surge_with_a_plan_deters_more_than_the_surge_alone(cases, knowing, with_paths):
    case = knowing(
        cases["taiwan_endogenous"],
        taiwan_major_force_rate=0.0005,
        heavy_forces_deterrence_effect=0.0,
        surge_deterrence_effect=-0.6,
        perceived_split_effect=0.0,
        council_agenda=9.0,
        no_agreement_cost=100.0,
        **NO_ATTACK,
    )
    surge = {"crisis_surge": 1.0}
    case = with_paths(
        case, {"status_quo": {}, "bare": surge, "planned": surge | {"crisis_plan_announced": 1.0}}
    )
    usual, bare, planned = play(case, futures=FUTURES).measures["p_force"]
    assert np.mean(bare - usual) < 0
    assert np.mean(planned - bare) < 0


@pytest.mark.parametrize(
    "lever", ["cyber_cooperation", "coercion_cooperation", "industrial_cooperation"]
)
def test_cooperation_draws_partners_closer_and_costs_money(shift, lever):
    assert np.mean(shift(lever, "alignment_end")) > 0
    assert np.mean(shift(lever, "spending_total")) > 0.1


@pytest.mark.parametrize("lever", ["cyber_cooperation", "coercion_cooperation"])
def test_cooperation_spares_part_of_what_coercion_costs(war, knowing, with_paths, lever):
    case = knowing(
        war,
        coercion_base=-4.0,
        cyber_resilience_effect=0.2,
        coercion_resilience_effect=0.4,
        no_agreement_cost=100.0,
        **NO_ATTACK,
    )
    outcome = play(with_paths(case, {"status_quo": {}, lever: {lever: 0.9}}), futures=FUTURES)
    lost, conceded = (
        np.mean(np.diff(outcome.measures[n], axis=0)[0]) for n in ("coercion_total", "concessions")
    )
    assert lost < 0
    assert conceded < 0


def test_industrial_cooperation_adds_lines_that_make_missiles(shift):
    assert np.mean(shift("industrial_cooperation", "interceptors_end")) > 5


@pytest.mark.parametrize("lever", ["no_enlargement_pledge", "china_dialogue"])
def test_soft_words_move_the_narrative_either_way(shift, lever):
    """Their effects are centred on nothing: in some futures they help, in others they harm."""
    moved = shift(lever, "narrative_end")
    assert np.any(moved > 0)
    assert np.any(moved < 0)
    assert abs(np.mean(moved)) < 2 * np.std(moved)


def test_a_pledge_not_to_enlarge_costs_no_money(shift):
    """But for budgets that follow other news of the same future."""
    assert np.mean(np.abs(shift("no_enlargement_pledge", "spending_total"))) < 1


def test_dialogue_costs_its_staff(peace, knowing, with_paths):
    """Where nothing else that it does reaches a budget: no item of the agenda is open."""
    case = knowing(peace, dialogue_cost=0.005, dialogue_narrative_effect=0.0, **NO_ATTACK)
    case = with_paths(case, {"status_quo": {}, "talks": {"china_dialogue": 0.8}})

    outcome = play(case, futures=FUTURES)

    talks = 0.8 - case.paths["status_quo"].levers["china_dialogue"][-1]
    years = (case.steps - 2) / 4
    in_2024_dollars = build_start(case).world["usd_2024"][0]
    extra = np.diff(outcome.measures["spending_total"], axis=0)[0]
    np.testing.assert_allclose(extra, talks * years * 0.005 * in_2024_dollars, rtol=1e-6)


def test_dialogue_takes_time_from_what_could_be_agreed(war, knowing, with_paths):
    """One item a meeting, and talks that take the time of one: nothing is ever on the table."""
    case = knowing(war, council_agenda=1.0, dialogue_agenda_share=1.0, **NO_ATTACK)
    asks = {"industrial_cooperation": 0.9, "cyber_cooperation": 0.9}
    case = with_paths(case, {"silent": asks, "talks": asks | {"china_dialogue": 1.0}})
    start = build_start(case)
    for future in range(4):
        silent, talks = (ensemble.trace(start, path, future).council for path in (0, 1))
        assert (silent["passed"] + silent["blocked"])[-1] > 0
        assert talks["passed"][-1] == talks["blocked"][-1] == 0


def test_missiles_are_made_once_and_go_to_one_buyer(peace, with_paths, knowing):
    """What Europe gains by priority is what the other two lose, when nothing ages."""
    case = with_paths(peace, {"status_quo": {}, "first": {"munitions_priority": 0.6}})
    outcome = play(knowing(case, interceptor_ageing_rate=0.0), futures=FUTURES)

    europe, ukraine, pacific = (
        outcome.measures[name][1] - outcome.measures[name][0]
        for name in ("interceptors_end", "interceptors_ukraine", "interceptors_pacific")
    )

    assert np.all(europe > 0)
    np.testing.assert_allclose(europe, -(ukraine + pacific), rtol=1e-9)


@pytest.mark.parametrize("asset", [asset.name.lower() for asset in Asset])
def test_a_larger_pull_never_raises_the_low_point(war, knowing, asset):
    name = f"drawn_share_{asset}"
    small = play(knowing(war, **NO_ATTACK, **{name: 0.2}), futures=FUTURES)
    large = play(knowing(war, **NO_ATTACK, **{name: 0.9}), futures=FUTURES)

    for measure in ("margin_land_low", "margin_airsea_low", "p_hold_low"):
        assert np.all(large.measures[measure] <= small.measures[measure]), measure
    assert np.any(large.measures["margin_land_low"] < small.measures["margin_land_low"])


@pytest.mark.parametrize("scenario", ["taiwan_2027", "no_contingency"])
def test_more_presence_never_leaves_more_ships_or_aircraft_in_europe(
    cases, knowing, with_paths, scenario
):
    levels = {str(level): {"indo_pacific_presence": level} for level in (0.0, 0.2, 0.5, 1.0)}
    case = knowing(cases[scenario], crowd_out_share=0.0, **NO_ATTACK, **NO_EUROPE_IN_ASIA)

    outcome = play(with_paths(case, levels), futures=FUTURES)

    for name in ("ready_ships", "ready_aircraft", "margin_airsea"):
        steps = np.diff(outcome.series[name], axis=0)
        assert np.all(steps <= 1e-12), name
        assert np.all(steps[:, :, 8] < 0), name


@pytest.mark.parametrize("scenario", ["taiwan_2027", "no_contingency"])
def test_more_planning_never_lowers_the_land_margin(cases, knowing, with_paths, scenario):
    """Plans in force from the first quarter: what is asked may be watered down, this is not."""
    case = with_paths(knowing(cases[scenario], **NO_ATTACK), {"status_quo": {}})
    outcomes = []
    for level in (0.0, 0.3, 0.6, 1.0):
        start = build_start(case)
        start.levers["contingency_planning"] = level
        start.levers_before["contingency_planning"] = level
        outcomes.append(play(case, futures=FUTURES, start=start))
        assert np.all(outcomes[-1].measures["planning_in_force"] == level)

    for name in ("margin_land", "margin_land_without_us"):
        series = np.concatenate([outcome.series[name] for outcome in outcomes])
        assert np.all(np.diff(series, axis=0) >= 0), name
    assert np.all(np.diff(series[:, :, -1], axis=0) > 0), "without the US plans always count"


@pytest.mark.parametrize("scenario", ["taiwan_2027", "blockade_2027", "no_contingency"])
def test_more_european_enablers_never_lower_the_land_margin(cases, knowing, with_paths, scenario):
    """All else fixed: what US forces do in answer has parameters of its own."""
    levels = {str(level): {"european_enablers": level} for level in (0.0, 0.3, 0.6, 1.0)}
    case = knowing(
        cases[scenario],
        posture_elasticity=0.0,
        coercion_base=-1000.0,
        **NO_ATTACK,
        **NO_EUROPE_IN_ASIA,
    )

    outcome = play(with_paths(case, levels), futures=FUTURES)

    for name in ("margin_land", "margin_land_without_us"):
        steps = np.diff(outcome.series[name], axis=0)
        assert np.all(steps >= -1e-12), name
        assert np.any(steps > 0, axis=(1, 2)).all(), name


def test_a_war_costs_allied_budgets_for_some_years(war, knowing):
    """Whoever loses trade and chips has less for defence, where budgets follow growth."""
    known = {"gdp_growth_effect_after_shock": 0.5, "gdp_growth_effect_before_shock": 0.5}
    quiet = {"invasion_stance_effect": 0.0, "pacific_pull_effect": 0.0, **NO_ATTACK}
    case = knowing(war, **known, **quiet)
    unhurt = knowing(case, chip_loss_effect=0.0, trade_loss_effect=0.0, financial_loss_share=0.0)

    hurt, spared = (play(one, futures=FUTURES).measures["spending_total"] for one in (case, unhurt))

    assert np.all(hurt < spared)


def test_nobody_sees_the_date_of_the_war(war):
    """Until a war opens, everything is as in a game where it opens later, or never."""
    cases = {
        SPRING_2027: war,
        26: replace(war, contingency=replace(war.contingency, opens=(2031, 1))),
        46: replace(war, contingency=replace(war.contingency, kind="none", opens=None)),
    }
    starts = {opens: build_start(case) for opens, case in cases.items()}
    for path in range(len(war.paths)):
        for future in range(3):
            traces = {opens: ensemble.trace(s, path, future) for opens, s in starts.items()}
            for early, late in ((SPRING_2027, 26), (SPRING_2027, 46), (26, 46)):
                assert_same_until(early, traces[early], traces[late])


def assert_same_until(opens, one, other):
    """All state but what the scenario fixes about the war, and the ledger that waits for it."""
    for part in set(ensemble.Entities._fields) - {"campaign", "ledger"}:
        here, there = getattr(one, part), getattr(other, part)
        assert here[:opens].tobytes() == there[:opens].tobytes(), part
    assert one.campaign["stage"][:opens].sum() == 0
    assert one.world[opens].tobytes() != other.world[opens].tobytes()


def test_cutting_a_game_short_leaves_its_history_as_it_was(war):
    def cut(steps):
        paths = {
            name: replace(path, levers={k: v[:steps] for k, v in path.levers.items()})
            for name, path in war.paths.items()
        }
        return build_start(replace(war, steps=steps, paths=paths))

    for path in range(len(war.paths)):
        whole = ensemble.trace(cut(46), path, 5)
        for steps in (1, 12, 30):
            short = ensemble.trace(cut(steps), path, 5)
            whole.world["horizon"] = steps
            for part in ensemble.Entities._fields:
                history = getattr(whole, part)[:steps]
                assert history.tobytes() == getattr(short, part).tobytes(), part


def test_where_russia_never_recovers_burden_shifting_buys_nothing_and_still_costs(war, knowing):
    """A world in which the other side of the argument wins outright."""
    case = knowing(war, reconstitution_floor=0.0, war_end_rate=0.0)

    outcome = play(case, futures=FUTURES)

    for name in ("p_attack", "p_attack_window", "p_both_wars", "attack_drawn"):
        assert np.all(outcome.measures[name] == 0), name
    spent = dict(zip(outcome.paths, outcome.measures["spending_total"], strict=True))
    assert np.all(spent["burden_shifting"] > spent["status_quo"])


UNCONTESTED = {
    "crowd_out_share": 0.0,
    "presence_deterrence_effect": 0.0,
    "heavy_forces_deterrence_effect": 0.0,
    "presence_alignment_effect": 0.0,
    "presence_narrative_effect": 0.0,
    "presence_reception_effect": 0.0,
    "coercion_base": -1000.0,
}
TOUCHED_BY_PRESENCE = {
    "world": {
        "presence_asked",
        "presence",
        "ready_aircraft",
        "ready_ships",
        "margin_land",
        "margin_land_without_us",
        "margin_airsea",
        "european_share",
        "p_hold",
        "margin_fait",
        "p_hold_fait",
        "hours_to_capital",
        "hours_to_capital_alone",
        "ships_on_station",
        "aircraft_on_station",
        "staying_share",
    },
    "countries": {
        "ships_on_station",
        "ships_committed",
        "aircraft_on_station",
        "aircraft_committed",
        "units_there",
        "presence_spending",
        "presence_total",
        "spending_total",
        "ship_years",
        "p_coerced",  # the chance, with none that it happens
    },
    "russia": {"p_hold_seen", "attack_hazard", "attack_hazard_total"},
}


def test_presence_alone_touches_ships_aircraft_margins_and_money_only(peace, knowing):
    """With contested effects at zero and no attack."""
    case = knowing(peace, **UNCONTESTED)
    start = build_start(case)
    usual, more = (case.paths[name] for name in ("status_quo", "symbolic_deployments"))
    assert {k for k in usual.levers if usual.levers[k] != more.levers[k]} == {
        "indo_pacific_presence"
    }
    for future in futures_without_attack(case)[:4]:
        one, other = (
            ensemble.trace(start, start.paths.index(path.name), future) for path in (usual, more)
        )
        for part in set(ensemble.Entities._fields) - {"ledger"}:
            here, there = getattr(one, part), getattr(other, part)
            changed = {f for f in here.dtype.names if unlike(here[f], there[f])}
            assert changed <= TOUCHED_BY_PRESENCE.get(part, set()), part


def unlike(here, there):
    """Whether two histories differ in any quarter; one unknown is as good as another."""
    return not np.array_equal(here, there, equal_nan=here.dtype.kind == "f")


def futures_without_attack(case):
    drawn = play(case, futures=FUTURES).measures["attack_drawn"].max(axis=0)
    return np.flatnonzero(drawn == 0).tolist()


def test_the_bills_of_allies_add_up_to_the_ledger(war):
    outcome = play(war, futures=FUTURES)
    n_allies = build_start(war).n_allies

    for name in ("spending_total", "presence_total", "aid_total", "ship_years"):
        bills = outcome.by_country[name]
        np.testing.assert_allclose(
            bills[:, :, :n_allies].sum(axis=2), outcome.measures[name], rtol=1e-12
        )
        assert np.all(np.isnan(bills[:, :, n_allies:])), "the model keeps no such bill of others"


def test_every_dollar_of_a_quarter_is_in_the_bill(war):
    start = build_start(war)
    state = ensemble.trace(start, start.paths.index("combined"), 2)
    allies = state.countries[:, : start.n_allies]

    paid = (
        allies["spending"]
        + allies["programme_spending"]
        + allies["presence_spending"]
        + allies["aid_spending"]
    ) / 4

    np.testing.assert_allclose(np.cumsum(paid, axis=0), allies["spending_total"], rtol=1e-12)


def test_orders_are_neither_lost_nor_made(war, knowing):
    """Bought is what arrives plus what more is on order; what arrives shows in the forces."""
    case = knowing(war, **NO_ATTACK)
    start = build_start(case)
    joint = list(case.parameters).index("joint_saving_share")
    for path in ("status_quo", "burden_shifting"):
        number = start.paths.index(path)
        state = ensemble.trace(start, number, 4)
        _, parameters = ensemble.play(start, 4, 1)
        p = parameters[0]
        assert parameters.dtype.names[joint] == "joint_saving_share"
        saving = 1 - p["joint_saving_share"] * (
            start.levers["joint_procurement"][number] - p["joint_procurement_2024"]
        )
        allies = state.countries[:, : start.n_allies]
        armed = allies["force_value"][0] > 0
        price = (state.market["price"] * saving)[:, None]
        bought = allies["spending"] * allies["equipment_share"] / (4 * price)
        on_order = allies["orders_early"] + allies["orders_middle"] + allies["orders_late"]
        worn = allies["strength"][:-1] * allies["sustain_spending"][:-1] / 4
        arrived = np.diff(allies["strength"], axis=0) * allies["force_value"][:-1] + worn
        standing = armed & np.all(allies["strength"] > 0, axis=0)
        assert standing.sum() > 25
        np.testing.assert_allclose(
            bought[1:, standing],
            (arrived + np.diff(on_order, axis=0))[:, standing],
            rtol=1e-6,
            atol=1e-9,
        )


def test_nobody_keeps_more_on_station_than_it_can_rotate(war, knowing, with_paths):
    case = knowing(war, **NO_ATTACK)
    start = build_start(with_paths(case, {"all_of_it": {"indo_pacific_presence": 1.0}}))
    for future in range(4):
        allies = ensemble.trace(start, 0, future).countries[:, : start.n_allies]
        rotation = ensemble.play(start, future, 1)[1]["rotation_ratio"][0]
        ships = (allies["ships"] + allies["ships_lost"]) * allies["strength"] / rotation
        aircraft = allies["aircraft"] * allies["strength"] / rotation
        assert np.all(allies["ships_on_station"] <= ships + 1e-12)
        assert np.all(allies["aircraft_on_station"] <= aircraft + 1e-12)
        assert np.all(allies["ships_on_station"].sum(axis=1) <= 12 + 1e-9)
        assert np.all(allies["aircraft_on_station"].sum(axis=1) <= 48 + 1e-9)


def test_paths_reach_the_war_over_taiwan_through_named_links(war, knowing):
    """What Europe sends, what US forces it frees, and how close partners stand: nothing else."""
    cut = knowing(
        war,
        posture_elasticity=0.0,
        alignment_access_effect=0.0,
        partner_fights_hardness_effect=0.0,
        russian_attack_rate=0.0,
        **NO_EUROPE_IN_ASIA,
    )
    fought = ("p_china_wins", "us_aircraft_lost", "battalions_landed")

    linked, apart = play(war, futures=FUTURES), play(cut, futures=FUTURES)

    for name in fought:
        assert np.any(linked.measures[name] != linked.measures[name][:1]) or name == fought[0]
        assert np.all(apart.measures[name] == apart.measures[name][:1]), name


def test_one_dollar_more_for_industry_is_one_dollar_more_in_the_bill(peace, knowing, with_paths):
    """Nothing that allies spend reacts to it: a tenth of a 10 billion programme for 11 years."""
    case = knowing(peace, industry_expansion_cost=10.0, **NO_ATTACK)
    case = with_paths(case, {"status_quo": {}, "more": {"industry_expansion": 0.3}})

    outcome = play(case, futures=FUTURES)

    quarters = case.steps - 2
    in_2024_dollars = build_start(case).world["usd_2024"][0]
    extra = np.diff(outcome.measures["spending_total"], axis=0)[0]
    np.testing.assert_allclose(extra, 0.1 * 10.0 * quarters / 4 * in_2024_dollars, rtol=1e-6)


def test_a_pledge_is_paid_in_full(peace, knowing, with_paths):
    """More spending shows in the bill to the dollar: bills differ by what budgets differ."""
    case = with_paths(knowing(peace, **NO_ATTACK), {"low": {}, "high": {"spending_target": 0.03}})
    start = build_start(case)
    for future in range(3):
        low, high = (ensemble.trace(start, path, future) for path in (0, 1))
        extra = np.sum(high.world["allied_spending"] - low.world["allied_spending"]) / 4
        billed = (high.ledger["spending_total"] - low.ledger["spending_total"])[-1]
        assert extra > 0
        assert billed / start.world["usd_2024"][0] == pytest.approx(extra, rel=1e-9)
