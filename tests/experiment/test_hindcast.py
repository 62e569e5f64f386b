"""Is the past played as it was, by the rules that every other scenario is played by?"""

from dataclasses import replace
from math import log

import numpy as np
import pytest

from sim.data.load import load_facts
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.ladders import Administration, UkraineWar
from sim.scenario.case import History

FACTS = load_facts()
FIRST = 2014


@pytest.fixture(scope="module")
def case(cases):
    return cases["hindcast_2014"]


@pytest.fixture(scope="module")
def start(case):
    return build_start(case)


@pytest.fixture(scope="module")
def trace(start):
    """Every quarter of one future."""
    return ensemble.trace(start, 0, 5)


def step_of(year, quarter):
    return 4 * (year - FIRST) + quarter - 1


def test_at_the_end_of_every_year_gdp_is_that_of_the_tables(start, trace):
    for year in range(FIRST, 2025):
        gdp = trace.countries["gdp_potential"][step_of(year, 4)]
        for seat, iso3 in enumerate(start.iso3[: start.n_allies + 1]):
            assert gdp[seat] == pytest.approx(FACTS.value(iso3, "gdp_usd_bn_2015", year), rel=1e-9)


def test_after_the_tables_growth_is_drawn(start):
    ends = [ensemble.trace(start, 0, future).countries["gdp"][-1] for future in (0, 1)]

    assert np.all(ends[0] != ends[1])


def test_the_budget_of_the_first_year_is_that_of_the_tables(start, trace):
    share = trace.countries["spending_share"][step_of(FIRST, 4)]

    for seat, iso3 in enumerate(start.iso3[: start.n_allies]):
        assert share[seat] == pytest.approx(FACTS.value(iso3, "defence_share", FIRST))


def test_the_war_begins_when_it_did_and_budgets_know_it(trace):
    before, then = step_of(2021, 4), step_of(2022, 1)

    assert set(trace.world["ukraine_war"][: before + 1]) == {UkraineWar.NOT_BEGUN}
    assert set(trace.world["ukraine_war"][then:]) == {UkraineWar.CONTINUING}
    assert set(trace.world["war_shock"][: before + 1]) == {0.0}
    assert set(trace.world["war_shock"][then:]) == {1.0}
    assert trace.world["threat_event"][then] == 1.0
    assert set(trace.world["aid_factor"][: before + 1]) == {0.0}


def test_the_invasion_raises_the_threat_that_all_see(start, trace):
    threat = trace.countries["russia_threat"][:, : start.n_governments].mean(axis=1)

    assert threat[step_of(2022, 4)] > threat[step_of(2021, 4)] + 0.03


def test_what_the_invasion_adds_to_the_threat_is_not_counted_twice(start, trace):
    """The reaction of budgets to it is in the coefficients, so their reference moves with it."""
    reference = trace.countries["russia_threat_reference"][:, : start.n_allies]
    moved = reference[step_of(2022, 1)] - reference[step_of(2021, 4)]

    assert moved == pytest.approx(np.full(start.n_allies, moved[0]))
    assert moved[0] > 0


def test_administrations_are_those_that_held_office(trace):
    kinds = trace.united_states["administration"]

    assert set(kinds[: step_of(2017, 1)]) == {Administration.ALLIANCE_FIRST}
    assert set(kinds[step_of(2017, 1) : step_of(2021, 1)]) == {Administration.PRIORITISER}
    assert set(kinds[step_of(2021, 1) : step_of(2025, 1)]) == {Administration.ALLIANCE_FIRST}


def test_members_count_from_the_year_in_which_they_joined(start, trace):
    members = trace.countries["is_member"].sum(axis=1)

    assert [members[step_of(year, 1)] for year in (2014, 2017, 2020, 2023, 2024)] == [
        28, 29, 30, 31, 32,
    ]  # fmt: skip
    seat = start.iso3.index("SWE")
    assert trace.countries["is_member"][step_of(2023, 4)][seat] == 0
    assert trace.countries["is_member"][step_of(2024, 1)][seat] == 1


def test_who_has_not_joined_has_no_seat_in_the_council(start, trace):
    seat = start.iso3.index("SWE")
    outside = slice(0, step_of(2024, 1))

    assert set(trace.countries["pull"][outside, seat]) == {0.0}
    assert set(trace.countries["refused"][outside, seat]) == {0}


def test_no_attack_on_a_member_where_it_is_ruled_out(start):
    for future in range(5):
        kept = ensemble.trace(start, 0, future)
        assert set(kept.russia["attacked"]) == {-1}
        assert set(kept.russia["attack_hazard"]) == {0.0}


def test_the_pledge_of_wales_is_agreed_before_the_budgets_of_2014(start):
    agreed = [
        ensemble.trace(start, 0, future).council["spending_target"][step_of(2014, 3)]
        for future in range(20)
    ]

    assert np.mean(np.isclose(agreed, 0.02)) >= 0.8


def test_a_scenario_that_gives_nothing_draws_everything(cases):
    known = build_start(cases["taiwan_2027"]).known

    assert np.all(np.isnan(known.growth))
    assert set(known.administrations) == {-1}
    assert not known.threats.any()


def test_growth_may_be_given_to_any_scenario(cases):
    case = replace(cases["no_contingency"], history=History(gdp_growth="measured"))
    start = build_start(case)

    gdp = ensemble.trace(start, 0, 0).countries["gdp"][1]

    for seat, iso3 in enumerate(start.iso3):
        assert log(gdp[seat]) == pytest.approx(log(FACTS.value(iso3, "gdp_usd_bn_2015", 2024)))
