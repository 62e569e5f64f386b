"""How do allies answer a crisis over Taiwan: who leaves it, who sends more, and at what cost?"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import Prior
from sim.experiment.expected import weighed_only
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import deploying
from sim.model.behaviour.deciding import expected_surge
from sim.model.behaviour.defending import count_forces
from sim.model.behaviour.deploying import answer_crisis, chance_to_stay, deploy, expect_to_stay
from sim.model.ladders import Agenda, Stage

ROUNDING = 1e-9
OPENS = 11  # step of the war fixed in spring 2027
SURGES = (0.0, 0.5, 1.0)
NO_UNITS = {
    **{"ships_on_station": 0.0, "ships_committed": 0.0},
    **{"aircraft_on_station": 0.0, "aircraft_committed": 0.0},
}
share = st.floats(0.0, 1.0)
units = st.floats(0.0, 20.0)
P = {
    **{"crisis_leaving_share": 0.5, "aircraft_detachment": 6.0, "rotation_ratio": 3.0},
    **{"ship_readiness_share": 0.5, "aircraft_readiness_share": 0.5},
    **{"ship_presence_cost": 0.1, "aircraft_presence_cost": 0.02},
    **{"planning_readiness_effect": 0.1},
}


def ally(**changes):
    """An ally with 12 ships, half of them ready, two on station, which bind four ready ones.

    Of its 30 ready aircraft three are on station and bind six.
    """
    usual = {
        **{"code": 1, "china_hardness": 0.5, "asia_role": 0.5, "brigades": 0.0},
        **{"ships": 12.0, "aircraft": 30.0, "strength": 1.0, "readiness": 1.0, "stays": 0},
        **{"ships_on_station": 2.0, "ships_committed": 4.0},
        **{"aircraft_on_station": 3.0, "aircraft_committed": 6.0},
        **{"presence_spending": 0.26, "withdrawals": 0.0, "units_there": 1.0},
    }
    return SimpleNamespace(**usual | changes)


def answers(one, luck=0.0, surge=0.0, crisis=1, **p):
    """Lets an ally answer a crisis, with one number for its luck; returns the world."""
    world = SimpleNamespace(surged=0.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deploying, "chance", lambda world, actor, decision: luck)
        lever, china = SimpleNamespace(crisis_surge=surge), SimpleNamespace(crisis=crisis)
        answer_crisis(one, world, china, lever, SimpleNamespace(**P | p))
    return world


# one ally


def test_without_a_crisis_nobody_moves():
    one = ally()

    answers(one, luck=0.99, surge=1.0, crisis=0)

    assert one == ally()


@given(luck=share, surge=share)
def test_nobody_surges_or_leaves_without_units_on_station(luck, surge):
    one = ally(**NO_UNITS)

    world = answers(one, luck=luck, surge=surge)

    assert one == ally(**NO_UNITS)
    assert world.surged == 0.0


def test_an_ally_that_leaves_takes_every_unit_out_and_has_paid_for_the_quarter():
    one = ally(units_there=0.7)  # it stays with 1 - 0.5 x (1 - 0.5 x 0.5) = 0.625

    world = answers(one, luck=0.63, surge=1.0)

    assert one == ally(**NO_UNITS, units_there=0.7, withdrawals=0.7)
    assert world.surged == 0.0


def test_an_ally_that_stays_and_does_not_surge_changes_nothing():
    one = ally()

    answers(one, luck=0.62)

    assert one == ally(stays=1)


def test_a_full_surge_doubles_the_units_on_station_from_ready_forces_at_a_price():
    one = ally()

    world = answers(one, surge=1.0)

    assert (one.ships_on_station, one.aircraft_on_station) == (4.0, 6.0)
    assert one.ships_committed == 6.0, "all that are ready"
    assert one.aircraft_committed == 9.0, "the six of presence and the three sent"
    assert one.presence_spending == pytest.approx(0.26 + 2 * 0.1 + 3 * 0.02)
    assert world.surged == 2.0


def test_a_surge_ends_where_ready_ships_end():
    one = ally(readiness=0.75)  # 4.5 are ready, of which 4 are bound

    assert answers(one, surge=1.0).surged == 0.5


def test_a_surge_ends_where_ready_aircraft_end():
    one = ally(aircraft=8.0)  # 8 are ready, of which 6 are bound

    answers(one, surge=1.0)

    assert (one.aircraft_on_station, one.aircraft_committed) == (5.0, 8.0)


def test_who_has_bound_all_that_is_ready_sends_nothing():
    one = ally(readiness=0.5)

    assert answers(one, surge=1.0).surged == 0.0
    assert one.stays == 1


@given(
    ships=units,
    aircraft=st.floats(0.0, 60.0),
    readiness=st.floats(0.2, 1.2),
    presence=share,
    surge=share,
)
def test_an_ally_never_has_more_units_out_than_are_ready(
    ships, aircraft, readiness, presence, surge
):
    on_station, flying = presence * ships / 3, presence * aircraft / 3
    one = ally(ships=ships, aircraft=aircraft, readiness=readiness)
    one.ships_on_station, one.ships_committed = on_station, 2 * on_station
    one.aircraft_on_station, one.aircraft_committed = flying, 2 * flying
    bound = max(2 * on_station, ships * readiness / 2)
    grounded = max(2 * flying, aircraft * readiness)

    answers(one, surge=surge)

    assert on_station <= one.ships_on_station <= 2 * on_station + ROUNDING
    assert flying <= one.aircraft_on_station <= 2 * flying + ROUNDING
    assert one.ships_on_station <= one.ships_committed + ROUNDING <= bound + 2 * ROUNDING
    assert one.aircraft_on_station <= one.aircraft_committed + ROUNDING <= grounded + 2 * ROUNDING


@given(less=share, more=share)
def test_more_surge_never_sends_fewer_units_and_never_costs_less(less, more):
    less, more = sorted((less, more))
    one, other = ally(), ally()

    answers(one, surge=less)
    answers(other, surge=more)

    assert one.ships_on_station <= other.ships_on_station
    assert one.aircraft_on_station <= other.aircraft_on_station
    assert one.presence_spending <= other.presence_spending


def ready_in_europe(one, **p):
    world = SimpleNamespace(planning=0.2, planning_2024=0.2)
    count_forces(world, [one], SimpleNamespace(**P | p))
    return world.ready_ships, world.ready_aircraft


def test_a_ship_sent_is_a_ready_ship_less_in_europe():
    one = ally()
    before, _ = ready_in_europe(one)

    answers(one, surge=0.5)

    after, _ = ready_in_europe(one)
    assert before - after == pytest.approx(1.0)


def test_an_aircraft_sent_is_a_ready_aircraft_less_in_europe():
    one = ally()
    _, before = ready_in_europe(one)

    answers(one, surge=1.0)

    _, after = ready_in_europe(one)
    assert before - after == pytest.approx(3.0)


def test_a_unit_that_is_taken_out_is_back_in_europe():
    one = ally()

    answers(one, luck=0.99)

    assert ready_in_europe(one) == (6.0, 30.0)


@given(hardness=share, role=share, tougher=share, leaving=share)
def test_the_tougher_an_ally_the_likelier_it_stays(hardness, role, tougher, leaving):
    hardness, tougher = sorted((hardness, tougher))
    p = SimpleNamespace(crisis_leaving_share=leaving)
    soft, hard = (
        chance_to_stay(ally(china_hardness=level, asia_role=role), p)
        for level in (hardness, tougher)
    )

    assert 1 - leaving - ROUNDING <= soft <= hard + ROUNDING <= 1 + 2 * ROUNDING


def test_where_nobody_would_leave_all_stay():
    assert chance_to_stay(ally(china_hardness=0.0), SimpleNamespace(crisis_leaving_share=0.0)) == 1


# all allies, and what China expects of them


def test_expected_to_stay_is_the_mean_over_ships():
    # 3 ships stay with 1 - 0.5 = 0.5, and 1 ship with 1
    world = SimpleNamespace(surged=9.0)
    allies = [
        ally(china_hardness=0.0, ships_on_station=3.0),
        ally(china_hardness=1.0, asia_role=1.0, ships_on_station=1.0),
    ]

    expect_to_stay(world, allies, SimpleNamespace(**P))

    assert world.staying_share == pytest.approx(0.625)
    assert world.surged == 0.0, "the surge of an earlier quarter is over"


def test_where_no_ship_is_there_none_is_expected_to_stay():
    world = SimpleNamespace()

    expect_to_stay(world, [ally(ships_on_station=0.0)], SimpleNamespace(**P))

    assert world.staying_share == 0.0


@pytest.mark.parametrize(
    ("ships", "aircraft", "there"), [(0.3, 0.0, 0.3), (0.0, 3.0, 0.5), (0.5, 6.0, 1.0)]
)
def test_a_unit_is_there_with_the_average_on_station_and_at_most_for_certain(
    ships, aircraft, there
):
    one = ally(ships_on_station=ships, aircraft_on_station=aircraft)

    expect_to_stay(SimpleNamespace(), [one], SimpleNamespace(**P))

    assert one.units_there == pytest.approx(there)


def surge_seen(plan=0.5, presence=0.4, staying=0.7, surge=0.5, counts=0.0):
    items = [SimpleNamespace(in_force=plan) for _ in Agenda]
    world = SimpleNamespace(presence=presence, presence_2024=0.2, staying_share=staying)
    lever, p = SimpleNamespace(crisis_surge=surge), SimpleNamespace(presence_surge_share=counts)
    return expected_surge(items, world, lever, p)


def test_china_expects_a_surge_as_far_as_allies_are_willing_able_and_there():
    # willing .5, there .4 x .7, and able with half a plan (1 + .5)/2
    assert surge_seen() == pytest.approx(0.5 * 0.28 * 0.75)


def test_a_surge_without_a_plan_is_worth_half_of_one_with_it():
    assert surge_seen(plan=0.0) == pytest.approx(surge_seen(plan=1.0) / 2)


@pytest.mark.parametrize("missing", ["presence", "staying", "surge"])
def test_without_the_will_or_the_units_no_surge_is_expected(missing):
    assert surge_seen(**{missing: 0.0}) == 0.0


@pytest.mark.parametrize("presence", [0.0, 0.2, 0.5, 1.0])
def test_presence_alone_is_no_surge_unless_it_is_said_to_count(presence):
    assert surge_seen(presence=presence, surge=0.0, counts=0.0) == 0.0
    counted = surge_seen(presence=presence, surge=0.0, counts=1.0)
    assert counted == pytest.approx(0.7 * max(0.0, presence - 0.2)), "what stays beyond 2024"


@given(less=share, more=share, surge=share, counts=share, presence=share)
def test_units_that_are_likelier_to_stay_never_lower_the_surge_that_china_expects(
    less, more, surge, counts, presence
):
    less, more = sorted((less, more))
    case = {"surge": surge, "counts": counts, "presence": presence}

    assert 0 <= surge_seen(staying=less, **case) <= surge_seen(staying=more, **case) <= 1


# whole games


def settled(case, paths, **values):
    """The case on paths of the status quo with other levers, and some parameters known."""
    parameters = dict(case.parameters)
    for name, value in values.items():
        parameters[name] = replace(parameters[name], prior=Prior("constant", a=value))
    usual = case.paths["status_quo"]
    built = {}
    for name, levers in paths.items():
        rows = {key: usual.levers[key][:2] + (v,) * (case.steps - 2) for key, v in levers.items()}
        built[name] = replace(usual, name=name, levers=usual.levers | rows)
    return replace(case, paths=built, parameters=parameters)


def surging(case, **values):
    """Paths that differ in the surge alone, which moves neither China nor budgets; Russia holds."""
    paths = {str(s): {"crisis_surge": s, "indo_pacific_presence": 0.5} for s in SURGES}
    calm = {"surge_deterrence_effect": 0.0, "russian_attack_rate": 0.0, "crowd_out_share": 0.0}
    return settled(case, paths, **calm | values)


@pytest.fixture(scope="module")
def war(cases):
    """A war opens in spring 2027, with a crisis before it in the same quarter."""
    outcome = play(surging(cases["taiwan_2027"]), futures=16)
    assert np.any(outcome.measures["ships_surged"] > 0)
    assert np.any(outcome.measures["withdrawals"] > 0)
    return outcome


@pytest.mark.parametrize("name", ["ready_ships", "ready_aircraft", "margin_airsea", "margin_land"])
def test_more_surge_never_leaves_more_in_europe_in_the_quarter_of_the_crisis(war, name):
    more = np.diff(war.series[name][:, :, OPENS], axis=0)

    assert np.all(more <= ROUNDING)
    assert np.any(more < 0)


def test_before_the_crisis_a_surge_is_nothing_but_an_intention(war):
    for name, values in war.series.items():
        before = values[:, :, :OPENS]
        assert np.array_equal(before, np.broadcast_to(before[:1], before.shape)), name


def test_more_surge_costs_more_and_nobody_pays_who_sends_nothing(war):
    cost = np.diff(war.measures["presence_total"], axis=0)
    sent = np.diff(war.measures["ships_surged"], axis=0)

    assert np.all(cost >= -ROUNDING)
    assert np.all(cost[sent > 0] > 0)
    assert np.allclose(np.diff(war.measures["spending_total"], axis=0), cost)


def test_who_leaves_does_not_depend_on_how_far_others_would_go(war):
    left = war.measures["withdrawals"]

    assert np.array_equal(left, np.broadcast_to(left[:1], left.shape))


def test_without_the_intention_nobody_surges(war):
    assert np.all(war.measures["ships_surged"][0] == 0)


def test_units_sent_are_at_risk_when_the_crisis_ends_in_war(cases):
    """All who want a role in Asia stay and join, and lose half of what they have there."""
    case = surging(
        cases["taiwan_2027"], crisis_leaving_share=0.0, joining_effect=100.0, joiner_loss_share=0.5
    )
    told = replace(case.contingency, us_intervenes=True)
    start = build_start(replace(case, contingency=told))

    none, half, full = (
        ensemble.trace(start, path, 3).countries["ships_lost"][-1].sum() for path in range(3)
    )

    assert 0 < none < half < full


@pytest.fixture(scope="module")
def watched(cases):
    """China weighs and never acts, but a crisis may open in any half-year [surge][future]."""
    case = surging(cases["taiwan_endogenous"], taiwan_major_force_rate=0.05)
    start = weighed_only(build_start(case))
    runs = [[ensemble.trace(start, path, future) for future in range(6)] for path in range(3)]
    crises = [run.china["crises"][-1] for run in runs[0]]
    assert sum(crises) > 6, "too few crises"
    return start, runs


def test_a_surge_is_for_the_quarter_of_the_crisis_only(watched):
    start, (none, _, full) = watched
    for without, surged in zip(none, full, strict=True):
        crisis = without.china["crisis"] == 1
        assert np.array_equal(crisis, surged.china["crisis"] == 1)
        away = (surged.countries["ships_on_station"] - without.countries["ships_on_station"]) > 0
        assert np.array_equal(away.any(axis=1), crisis & (surged.world["surged"] > 0))
        fewer = without.world["ready_ships"] - surged.world["ready_ships"]
        assert np.all(fewer[~crisis] == 0)
        assert np.allclose(fewer[crisis], surged.world["surged"][crisis])
        assert fewer[crisis].max() > 0


def test_units_on_station_never_exceed_ready_units(watched):
    start, runs = watched
    parameters = ensemble.play(start, 0, len(runs[0]))[1]
    for future, run in enumerate(runs[2]):
        allies = run.countries[:, : start.n_allies]
        condition = allies["strength"] * allies["readiness"]
        ships_ready = parameters["ship_readiness_share"][future] * allies["ships"] * condition
        assert np.all(allies["ships_on_station"] <= ships_ready + ROUNDING)
        assert np.all(allies["ships_on_station"] <= allies["ships_committed"] + ROUNDING)
        assert np.all(allies["aircraft_on_station"] <= allies["aircraft"] * condition + ROUNDING)
        assert np.all(allies["aircraft_on_station"] <= allies["aircraft_committed"] + ROUNDING)


def test_the_ledger_adds_up_what_was_sent_and_taken_out(watched):
    start, runs = watched
    for run in runs[2]:
        allies = run.countries[:, : start.n_allies]
        assert run.ledger["ships_surged"] == pytest.approx(run.world["surged"].cumsum())
        assert run.ledger["withdrawals"] == pytest.approx(allies["withdrawals"].sum(axis=1))


def test_nobody_leaves_or_surges_while_there_is_no_crisis(watched):
    _, runs = watched
    for run in runs[2]:
        quiet = run.china["crisis"][1:] == 0
        assert np.all(run.world["surged"][1:][quiet] == 0)
        assert np.all(np.diff(run.ledger["withdrawals"])[quiet] == 0)


@pytest.mark.parametrize("stays", [0, 1])
def test_units_that_left_are_not_back_while_the_war_lasts(stays):
    p = SimpleNamespace(**P, presence_ships=12.0, presence_aircraft=48.0)
    one = ally(stays=stays, joins=0.0, return_days=30.0, ship_weight=1.0, aircraft_weight=1.0)
    world = SimpleNamespace(presence_asked=1.0, ship_weight_total=1.0, aircraft_weight_total=1.0)
    campaign = SimpleNamespace(stage=Stage.WAR, days_open=6.5)

    deploy(one, world, campaign, p)

    assert (one.ships_on_station, one.aircraft_on_station, one.presence_spending) == (0.0, 0.0, 0.0)
