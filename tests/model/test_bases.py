"""Which partners in the Pacific give bases for a war over Taiwan?"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import Prior
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import opening
from sim.model.behaviour.opening import give_bases, join_fight, settle_japan_basing
from sim.model.ladders import Contingency

FUTURES = 120
share = st.floats(0.0, 1.0)


def gives(luck, alignment=0.5, base_access=0.5, effect=0.5, step=4, kind=Contingency.INVASION):
    """Whether a partner that began with an alignment of 0.5 gives bases."""
    partner = SimpleNamespace(
        code=392, base_access=base_access, alignment=alignment, alignment_start=0.5, gives_bases=0
    )
    world, campaign = SimpleNamespace(step=step), SimpleNamespace(kind=kind, opens=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "chance", lambda world, actor, decision: luck)
        give_bases(partner, world, campaign, SimpleNamespace(alignment_access_effect=effect))
    return partner.gives_bases


@given(luck=share, less=share, more=share, base_access=share, effect=st.floats(0.0, 2.0))
def test_higher_alignment_never_closes_a_base(luck, less, more, base_access, effect):
    less, more = sorted((less, more))

    far, near = (gives(luck, level, base_access, effect) for level in (less, more))

    assert far <= near


def test_alignment_opens_a_base_that_was_closed():
    assert (gives(0.6, alignment=0.5), gives(0.6, alignment=0.9)) == (0, 1)


@given(luck=share, less=share, more=share)
def test_the_readier_a_partner_is_the_sooner_it_gives_bases(luck, less, more):
    less, more = sorted((less, more))

    assert gives(luck, base_access=less) <= gives(luck, base_access=more)


@pytest.mark.parametrize("step", [3, 5])
def test_bases_are_given_in_the_opening_quarter(step):
    assert gives(0.0, base_access=1.0, step=step) == 0


def test_without_a_contingency_nobody_is_asked():
    assert gives(0.0, base_access=1.0, kind=Contingency.NONE) == 0


@pytest.mark.parametrize(("choice", "given_"), [(-1, 1), (0, 0), (1, 1)])
def test_the_scenario_may_fix_what_japan_does(choice, given_):
    japan = SimpleNamespace(gives_bases=1, fights_choice=-1)

    settle_japan_basing(japan, SimpleNamespace(japan_choice=choice))

    assert japan.gives_bases == given_


def test_a_japan_that_takes_part_gives_its_bases():
    japan = SimpleNamespace(gives_bases=0, fights_choice=1)

    settle_japan_basing(japan, SimpleNamespace(japan_choice=-1))

    assert japan.gives_bases == 1


# who fights


def fights(luck, bases=1, us_enters=1, hardness=0.5, choice=-1):
    """Whether a partner whose middling chance is a half fights beside the United States."""
    partner = SimpleNamespace(
        code=392, gives_bases=bases, china_hardness=hardness, fights_choice=choice
    )
    campaign = SimpleNamespace(kind=Contingency.INVASION, opens=4, us_enters=us_enters)
    p = SimpleNamespace(partner_fights_share=0.5, partner_fights_hardness_effect=1.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "chance", lambda world, actor, decision: luck)
        join_fight(partner, campaign, SimpleNamespace(step=4), p)
    return partner.fights


@given(luck=share, less=share, more=share)
def test_a_harder_partner_never_fights_less(luck, less, more):
    less, more = sorted((less, more))

    assert fights(luck, hardness=less) <= fights(luck, hardness=more)


def test_at_middling_hardness_it_fights_with_its_share():
    assert (fights(0.49), fights(0.51)) == (1, 0)


def test_without_bases_or_the_united_states_it_does_not_fight():
    assert (fights(0.0, bases=0), fights(0.0, us_enters=0)) == (0, 0)


def test_the_scenario_may_have_it_fight_but_not_without_the_united_states():
    assert fights(1.0, choice=1) == 1
    assert fights(0.0, choice=0) == 0
    assert fights(0.0, choice=1, us_enters=0) == 0


# whole games


@pytest.fixture(scope="module")
def case(cases):
    war = cases["taiwan_2027"]
    return replace(war, paths={"status_quo": war.paths["status_quo"]})


def runs_of(case, futures):
    start = build_start(case)
    return start, [ensemble.trace(start, 0, future) for future in range(futures)]


@pytest.fixture(scope="module")
def war(case):
    """What each partner has given by the end [future, partner], and what it was ready for."""
    start, runs = runs_of(case, FUTURES)
    partners = slice(start.n_allies + 1, start.n_governments)
    given_ = np.array([run.countries["gives_bases"][-1, partners] for run in runs])
    ready = np.array([run.countries["base_access"][-1, partners] for run in runs])
    return SimpleNamespace(given=given_, ready=ready, runs=runs, start=start)


def test_partners_that_are_readier_give_bases_more_often(war):
    assert np.ptp(war.ready.mean(axis=0)) > 0.2, "the cards tell them apart"
    order = np.argsort(war.ready.mean(axis=0))

    assert war.given.mean(axis=0)[order[-1]] > war.given.mean(axis=0)[order[0]]


def test_each_gives_them_about_as_often_as_its_card_says(war):
    by_luck = np.sqrt(war.ready * (1 - war.ready) / FUTURES).mean(axis=0)

    off = np.abs(war.given.mean(axis=0) - war.ready.mean(axis=0))

    assert np.all(off < 3 * by_luck + 0.05), "alignment moves it a little"


def test_for_japan_the_published_share_holds_and_not_its_card(war, case):
    japan = war.start.iso3.index("JPN")

    ready = {float(run.countries["base_access"][0, japan]) for run in war.runs}

    assert ready == {case.parameters["japan_basing_share"].prior.a}


def test_the_campaign_takes_what_japan_gives(war):
    japan = war.start.iso3.index("JPN")
    for run in war.runs[:20]:
        assert run.campaign["japan_basing"][-1] == run.countries["gives_bases"][-1, japan]


def test_the_ledger_counts_the_partners_that_give_bases(war):
    counted = [run.ledger["partner_bases"][-1] for run in war.runs]

    fights = np.array([run.campaign["us_enters"][-1] for run in war.runs])
    assert np.array_equal(counted, war.given.sum(axis=1) * fights)
    assert set(counted) >= {2.0, 3.0}


def test_nobody_gives_bases_before_the_war(war):
    opens = war.start.campaign["opens"][0]
    for run in war.runs[:20]:
        assert np.all(run.countries["gives_bases"][:opens] == 0)


def test_only_partners_give_bases(war):
    others = [i for i in range(len(war.start.iso3)) if not 31 < i < war.start.n_governments]
    for run in war.runs[:20]:
        assert np.all(run.countries["gives_bases"][:, others] == 0)


@pytest.mark.parametrize("japan_basing", [True, False])
def test_what_is_fixed_for_japan_moves_no_other_partner(case, war, japan_basing):
    told = replace(case, contingency=replace(case.contingency, japan_basing=japan_basing))
    start, runs = runs_of(told, 20)
    japan = start.iso3.index("JPN")
    partners = [i for i in range(start.n_allies + 1, start.n_governments) if i != japan]

    for run, usual in zip(runs, war.runs, strict=False):
        assert run.countries["gives_bases"][-1, japan] == japan_basing
        here, there = (one.countries["gives_bases"][-1, partners] for one in (run, usual))
        assert np.array_equal(here, there)


@pytest.mark.slow
def test_what_draws_partners_closer_never_closes_a_base(case):
    """Cooperation in industry draws them closer; the same luck decides on both paths."""
    known = {"cooperation_alignment_effect": 0.5, "alignment_access_effect": 1.0}
    known |= {"no_agreement_cost": 100.0, "russian_attack_rate": 0.0}
    parameters = dict(case.parameters)
    for name, value in known.items():
        parameters[name] = replace(parameters[name], prior=Prior("constant", a=value))
    usual = case.paths["status_quo"]
    rows = usual.levers | {"industrial_cooperation": (0.0, 0.0) + (1.0,) * (case.steps - 2)}
    closer = replace(usual, name="closer", levers=rows)
    case = replace(case, parameters=parameters, paths={"status_quo": usual, "closer": closer})

    bases = play(case, futures=FUTURES).measures["partner_bases"]

    assert np.all(bases[1] >= bases[0])
    assert np.any(bases[1] > bases[0])
