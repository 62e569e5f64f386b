"""What does coercion by China do to a country: how does it harden, for how long does it lose?"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import Prior
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import coercing
from sim.model.behaviour.coercing import coerce
from sim.model.draws import Decision
from sim.model.ladders import Agenda

P = {
    **{"provocation_presence_weight": 0.0, "provocation_statement_weight": 0.0},
    **{"provocation_cooperation_weight": 0.0},
    **{"presence_ships": 12.0, "coercion_base": 0.0},
    **{"coercion_size_effect": 0.0, "coercion_us_effect": 0.0, "coercion_salience_effect": 0.0},
    **{"coercion_cost_share": 0.004, "coercion_cost_ln_sd": 1.0, "coercion_memory_years": 5.0},
    **{"concession_share": 0.0, "concession_retreat_share": 0.0},
}
NEVER, ALWAYS = 0.99, 0.0  # luck that is above and below any chance of being coerced
sizes = st.floats(-3.0, 3.0)


def country(**changes):
    usual = {
        **{"code": 440, "china_hardness": 0.5, "asia_role": 0.5, "ships_on_station": 0.0},
        **{"gdp": 100.0, "coerced": 0.0, "coerced_now": 0.0, "coercion_loss": 0.0},
        **{"coercion_total": 0.0, "times_coerced": 0, "conceded": 0},
    }
    return SimpleNamespace(**usual | changes)


def live(one, quarter, luck=ALWAYS, shock=0.0, resilience=0.0):
    """One quarter of a country, which is coerced with luck 0 and by a shock as harsh."""
    world = SimpleNamespace(quarter=quarter, hardness_mean=0.5, resilience=resilience)
    items = [SimpleNamespace(in_force=0.0) for _ in Agenda]

    def chance(world, actor, decision):
        return luck if decision == Decision.COERCION else NEVER

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coercing, "chance", chance)
        patch.setattr(coercing, "shock", lambda world, actor, decision: shock)
        coerce(one, SimpleNamespace(gdp=1000.0), items, world, 0, SimpleNamespace(**P))
    return one


# how it hardens


def test_a_coercion_of_usual_severity_counts_as_one():
    one = live(country(), quarter=2)

    assert (one.coerced, one.coerced_now) == (1.0, 1.0)


def test_a_second_coercion_while_the_first_is_fresh_hardens_less():
    one = live(country(), quarter=2)
    first = one.coerced_now
    live(one, quarter=3)

    live(one, quarter=4)

    faded = 0.5 ** (0.5 / 5.0)
    assert one.times_coerced == 2
    assert one.coerced_now == pytest.approx(1 - faded)
    assert one.coerced_now < 0.1 * first


@given(first=sizes, second=sizes)
def test_a_second_coercion_never_hardens_more_than_it_would_have_alone(first, second):
    fresh = live(country(), quarter=4, shock=second)
    one = live(country(), quarter=2, shock=first)

    live(one, quarter=4, shock=second)

    assert 0 <= one.coerced_now <= fresh.coerced_now


@given(mild=sizes, harsh=sizes)
def test_a_harsher_coercion_never_hardens_less_nor_costs_less(mild, harsh):
    mild, harsh = sorted((mild, harsh))

    one, other = (live(country(), quarter=2, shock=shock) for shock in (mild, harsh))

    assert one.coerced_now <= other.coerced_now <= 2.0
    assert one.coercion_loss <= other.coercion_loss


def test_what_hardened_is_forgotten_by_half_in_its_memory():
    one = live(country(), quarter=2)

    for quarter in [3, 4, 1, 2] * 5:
        live(one, quarter, luck=NEVER)

    assert one.coerced == pytest.approx(0.5)
    assert one.times_coerced == 1


def test_after_years_of_quiet_a_coercion_hardens_almost_as_the_first():
    one = live(country(), quarter=2)
    for quarter in [3, 4, 1, 2] * 20:
        live(one, quarter, luck=NEVER)

    live(one, quarter=2)

    assert one.coerced_now > 0.9


def test_a_coercion_moves_stances_once():
    one = live(country(), quarter=2)

    live(one, quarter=3)

    assert one.coerced_now == 0.0


# what it costs


def test_the_loss_of_both_quarters_is_on_the_bill():
    # 0.4 % of a GDP of 100 a year, for half a year
    one = live(country(), quarter=2)
    assert one.coercion_total == pytest.approx(0.1)

    live(one, quarter=3)

    assert one.coercion_total == pytest.approx(0.2)


@pytest.mark.parametrize("quarter", [1, 3])
def test_nobody_is_coerced_in_the_first_or_third_quarter(quarter):
    one = live(country(), quarter)

    assert (one.times_coerced, one.coercion_total) == (0, 0.0)


def test_a_loss_ends_with_its_half_year():
    one = live(country(), quarter=2)
    live(one, quarter=3)

    for quarter in (4, 1, 2, 3):
        live(one, quarter, luck=NEVER)

    assert one.coercion_loss == 0.0
    assert one.coercion_total == pytest.approx(0.2)


def test_resilience_spares_part_of_the_loss():
    exposed, resilient = (live(country(), quarter=2, resilience=level) for level in (0.0, 0.5))

    assert 0 < resilient.coercion_total < exposed.coercion_total
    assert resilient.coerced_now == exposed.coerced_now


# whole games


@pytest.fixture(scope="module")
def run(cases):
    """A game in which China coerces often, on the status quo."""
    case = cases["no_contingency"]
    often = replace(case.parameters["coercion_base"], prior=Prior("constant", a=-3.0))
    case = replace(
        case,
        parameters=case.parameters | {"coercion_base": often},
        paths={"status_quo": case.paths["status_quo"]},
    )
    start = build_start(case)
    played = ensemble.trace(start, 0, 1)
    return SimpleNamespace(
        governments=played.countries[:, : start.n_governments],
        ledger=played.ledger,
        world=played.world,
    )


def test_every_quarters_loss_is_on_the_bill_of_the_game(run):
    lost = (run.governments["coercion_loss"] * run.governments["gdp"] / 4).cumsum(axis=0)

    assert lost[-1].sum() > 0
    assert np.allclose(run.governments["coercion_total"], lost, rtol=1e-12)
    shown = lost.sum(axis=1) * run.world["usd_2024"]
    assert np.allclose(run.ledger["coercion_total"], shown)


def test_the_loss_of_a_half_year_is_the_same_in_both_its_quarters(run):
    loss = run.governments["coercion_loss"]
    # the game begins in a third quarter; its first half-year begins with the second
    first, second = loss[1:-1:2], loss[2::2]

    assert np.array_equal(first, second)
    assert np.any(first > 0)


def test_coercion_that_repeats_is_never_remembered_as_more_than_its_worst(run):
    assert run.governments["times_coerced"][-1].max() > 2
    assert np.all(run.governments["coerced"] >= 0)
    assert np.all(run.governments["coerced"] <= 2.0)
