"""Who imposes sanctions when a contingency opens, and what do they cost whom?"""

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import suffering
from sim.model.behaviour.deciding import expect_sanctions
from sim.model.behaviour.suffering import impose_sanctions, suffer
from sim.model.draws import Decision
from sim.model.ladders import Agenda, Contingency, Front, Level, Stage

ROUNDING = 1e-12
FUTURES = 40
KINDS = {"invasion": "taiwan_2027", "blockade": "blockade_2027", "quarantine": "quarantine_2027"}
share = st.floats(0.0, 1.0)
kinds = st.sampled_from([kind for kind in Contingency if kind != Contingency.NONE])
RULES = {
    **{"sanctions_hardness_effect": 1000.0, "sanctions_exposure_effect": 0.0},
    **{"sanctions_precommitment_effect": 0.0, "statement_sanctions_effect": 0.0},
    **{"eu_veto_share": 1.0},
    **{"blockade_sanctions_ratio": 0.7, "quarantine_sanctions_ratio": 0.3},
    **{"blockade_loss_ratio": 0.6, "quarantine_loss_ratio": 0.2, "chip_loss_effect": 2.0},
    **{"trade_loss_effect": 0.5, "financial_loss_share": 0.02, "china_home_loss_share": 0.2},
    **{"sanctioned_trade_share": 0.25, "export_control_share": 0.15},
    **{"loss_floor_share": 0.3, "limited_war_loss_share": 0.2, "wider_war_loss_share": 0.8},
    **{"abstainer_relief_share": 0.2, "sanctions_bite_share": 0.06, "taiwan_home_loss_share": 0.4},
}


def government(code, hardness, is_eu, **other):
    """A government whose toughness alone decides whether it joins."""
    usual = {
        "trade_china": 0.1,
        "trade_taiwan": 0.0,
        "gdp": 1.0,
        "front": Front.NONE,
        "sanctions": 0.0,
        "gdp_loss": 0.0,
    }
    return SimpleNamespace(code=code, china_hardness=hardness, is_eu=is_eu, **usual | other)


def opening(governments, luck=0.5, eu_luck=0.5, kind=Contingency.INVASION, **p):
    """The opening quarter of a contingency: governments weigh, then decide on sanctions."""
    p = SimpleNamespace(**RULES | p)
    campaign = SimpleNamespace(
        kind=kind,
        stage=Stage.WAR,
        opens=4,
        worsened=4,
        fought_to=4,
        eu_acts=0,
        china_level_peak=Level.BOARDING,
        days=365.0,
    )
    world = SimpleNamespace(step=4, sanctions_joined=0.0, texts_2024=0.0)

    def chance(world, actor, decision):
        return eu_luck if decision == Decision.EU_SANCTIONS else luck

    expect_sanctions(world, [SimpleNamespace(in_force=0.0) for _ in Agenda], governments, p)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suffering, "chance", chance)
        impose_sanctions(campaign, world, governments, p)
    for one in governments:
        suffer(one, campaign, world, p)
    return world, campaign


def joined(governments):
    return [one.sanctions for one in governments]


# who imposes them


def europeans_and_japan(vetoer_hardness):
    """Two that are tough and one that may not be in the EU; Britain and Japan outside."""
    eu = [government(1, 1.0, 1), government(2, 1.0, 1), government(3, vetoer_hardness, 1)]
    return [*eu, government(4, 1.0, 0), government(5, 1.0, 0)]


def test_one_vetoer_in_the_eu_stops_the_eu_and_nobody_else():
    all_of_them = europeans_and_japan(vetoer_hardness=0.0)

    world, campaign = opening(all_of_them)

    assert campaign.eu_acts == 0
    assert joined(all_of_them) == [0, 0, 0, 1, 1]
    assert world.sanctions_joined == pytest.approx(0.4)


def test_a_member_without_the_will_is_bound_when_the_eu_acts():
    all_of_them = europeans_and_japan(vetoer_hardness=0.0)

    world, campaign = opening(all_of_them, eu_veto_share=0.0)

    assert campaign.eu_acts == 1
    assert joined(all_of_them) == [1, 1, 1, 1, 1]
    assert world.sanctions_joined == 1.0


def test_outside_the_eu_nobody_is_bound_by_it():
    outside = [government(6, 0.0, 0), government(7, 0.0, 0)]
    all_of_them = [*europeans_and_japan(vetoer_hardness=1.0), *outside]

    world, campaign = opening(all_of_them)

    assert campaign.eu_acts == 1
    assert joined(all_of_them) == [1, 1, 1, 1, 1, 0, 0]
    assert world.sanctions_joined == pytest.approx(5 / 7)


def test_where_no_veto_is_certain_all_members_join_whatever_their_luck():
    eu = [government(i, 0.5, 1) for i in range(4)]

    world, _ = opening(eu, luck=0.999, eu_luck=0.999, eu_veto_share=0.0)

    assert joined(eu) == [1, 1, 1, 1]
    assert world.sanctions_joined == world.expected_sanctions == 1.0


@pytest.mark.parametrize(("eu_luck", "acts"), [(0.69, 1), (0.71, 0)])
def test_after_a_blockade_the_eu_acts_less_often_even_if_nobody_objects(eu_luck, acts):
    eu = europeans_and_japan(vetoer_hardness=1.0)[:3]  # certain, times .7

    opening(eu, eu_luck=eu_luck, kind=Contingency.BLOCKADE)

    assert joined(eu) == [acts] * 3


def test_where_nobody_objects_all_join():
    all_of_them = europeans_and_japan(vetoer_hardness=1.0)

    world, _ = opening(all_of_them)

    assert joined(all_of_them) == [1, 1, 1, 1, 1]
    assert world.sanctions_joined == 1.0


@pytest.mark.parametrize("hardness", [0.0, 1.0], ids=["a vetoer", "no vetoer"])
def test_what_is_certain_is_what_was_expected(hardness):
    world, _ = opening(europeans_and_japan(hardness))

    assert world.sanctions_joined == pytest.approx(world.expected_sanctions)


@given(
    stances=st.lists(st.tuples(share, st.integers(0, 1)), min_size=1, max_size=6),
    luck=share,
    eu_luck=share,
    kind=kinds,
)
def test_what_joins_is_the_part_of_gdp_that_joins(stances, luck, eu_luck, kind):
    all_of_them = [government(i, hard, eu, gdp=1.0 + i) for i, (hard, eu) in enumerate(stances)]

    world, campaign = opening(all_of_them, luck=luck, eu_luck=eu_luck, kind=kind)

    total = sum(one.gdp for one in all_of_them)
    part = sum(one.gdp for one in all_of_them if one.sanctions)
    assert world.sanctions_joined == pytest.approx(part / total)
    assert all(one.sanctions == campaign.eu_acts for one in all_of_them if one.is_eu)


@given(hardness=share, luck=share, is_eu=st.integers(0, 1))
def test_the_milder_the_act_the_fewer_join(hardness, luck, is_eu):
    who = {kind: [government(1, hardness, is_eu)] for kind in Contingency if kind}
    for kind, one in who.items():
        opening(one, luck=luck, eu_luck=luck, kind=kind, sanctions_hardness_effect=4.0)

    answers = {kind: one[0].sanctions for kind, one in who.items()}

    assert answers[Contingency.QUARANTINE] <= answers[Contingency.BLOCKADE]
    assert answers[Contingency.BLOCKADE] <= answers[Contingency.INVASION]


def test_the_milder_act_tempts_some_to_stay_out():
    def answer(kind):
        one = [government(1, 0.5, 0)]  # joins with a half, after a quarantine with 0.15
        opening(one, luck=0.3, kind=kind)
        return one[0].sanctions

    assert (answer(Contingency.INVASION), answer(Contingency.QUARANTINE)) == (1, 0)


@pytest.mark.parametrize("step", [3, 5])
def test_nobody_decides_before_or_after_the_opening_quarter(step):
    one = government(1, 1.0, 0, p_sanctions=1.0, sanctions=math.nan)
    campaign = SimpleNamespace(
        kind=Contingency.INVASION, stage=Stage.WAR, opens=4, worsened=4, eu_acts=0
    )
    world = SimpleNamespace(step=step, sanctions_joined=0.0)

    impose_sanctions(campaign, world, [one], SimpleNamespace(**RULES))

    assert math.isnan(one.sanctions)
    assert world.sanctions_joined == 0.0


# what was said in advance


def expected(plan, words, words_2024=0.25):
    """Britain and Germany at even odds; a full plan makes it 3 to 1, words plainer by .5 too."""
    items = [SimpleNamespace(in_force=0.0) for _ in Agenda]
    items[Agenda.SANCTIONS_PLAN].in_force, items[Agenda.TAIWAN_TEXT].in_force = plan, words
    world = SimpleNamespace(texts_2024=words_2024)
    both = [government(1, 0.5, 0), government(2, 0.5, 1)]
    effects = {
        "sanctions_precommitment_effect": math.log(3.0),
        "statement_sanctions_effect": 2 * math.log(3.0),
        "eu_veto_share": 0.2,
    }
    expect_sanctions(world, items, both, SimpleNamespace(**RULES | effects))
    return *(one.p_sanctions for one in both), world.eu_unanimity, world.expected_sanctions


def test_plan_and_plainer_words_add_up():
    # odds 3 x 3, so .9; Germany would veto with .2 x .1, so the EU joins with .98
    assert expected(plan=1.0, words=0.75) == pytest.approx((0.9, 0.9, 0.98, 0.94))


def test_words_of_2024_change_nothing_by_themselves():
    # even odds; Germany would veto with .2 x .5, so the EU joins with .9
    assert expected(plan=0.0, words=0.25) == pytest.approx((0.5, 0.5, 0.9, 0.7))


def test_words_taken_back_cost_what_plainer_words_bring():
    # odds 1/3, so .25; Germany would veto with .2 x .75, so the EU joins with .85
    taken_back = expected(plan=0.0, words=0.0, words_2024=0.5)

    assert taken_back == pytest.approx((0.25, 0.25, 0.85, 0.55))


# what they cost


def loss(sanctions, kind=Contingency.BLOCKADE, trade=0.1, **p):
    """Loss of a country that does or does not join, 1 for join [share of GDP]."""
    one = government(1, float(sanctions), 0, trade_china=trade)
    opening([one], kind=kind, luck=0.5, **{"blockade_sanctions_ratio": 1.0} | p)
    assert one.sanctions == sanctions
    return one.gdp_loss


@given(
    trade=st.floats(0.0, 0.5),
    fighting_loss=share,
    sanctioned=share,
    controls=share,
    relief=share,
)
def test_who_joins_loses_at_least_as_much_as_who_abstains(
    trade, fighting_loss, sanctioned, controls, relief
):
    p = {
        **{"sanctioned_trade_share": sanctioned, "export_control_share": controls},
        **{"loss_floor_share": 0.3, "limited_war_loss_share": 0.2, "wider_war_loss_share": 0.8},
        **{"abstainer_relief_share": relief, "blockade_loss_ratio": fighting_loss},
    }

    assert loss(1, trade=trade, **p) >= loss(0, trade=trade, **p) - ROUNDING


def test_a_blockade_costs_one_that_joins_part_of_the_trade_that_was_left():
    # scale 0.6: 0.6 x 0.02 for money, and of 0.5 x 0.1 for trade 0.6 + 0.4 x 0.4 = 0.76
    assert loss(1) == pytest.approx(0.012 + 0.76 * 0.05)


def test_an_abstainer_is_spared_a_part_of_what_the_fighting_takes():
    assert loss(0) == pytest.approx(0.012 + 0.6 * 0.8 * 0.05)


def test_without_trade_it_is_all_one():
    assert loss(1, trade=0.0) == loss(0, trade=0.0)


@given(few=share, many=share, kind=kinds)
def test_the_more_join_the_more_china_loses(few, many, kind):
    def chinas_loss(part):
        china = government(9, 0.0, 0, front=Front.CHINA)
        campaign = SimpleNamespace(
            kind=kind, stage=Stage.WAR, fought_to=4, china_level_peak=1, days=365.0
        )
        world = SimpleNamespace(step=4, sanctions_joined=part)
        suffer(china, campaign, world, SimpleNamespace(**RULES))
        return china.gdp_loss

    few, many = sorted((few, many))

    assert chinas_loss(few) <= chinas_loss(many)
    assert chinas_loss(0.0) == pytest.approx(
        0.2 * {Contingency.INVASION: 1.0, Contingency.BLOCKADE: 0.6}.get(kind, 0.2)
    )


# whole games


def outcome_of(cases, kind):
    case = cases[KINDS[kind]]
    stays = replace(case.contingency, levels_may_rise=False)
    case = replace(case, contingency=stays, paths={"status_quo": case.paths["status_quo"]})
    return play(case, futures=FUTURES)


@pytest.fixture(scope="module")
def outcomes(cases):
    return {kind: outcome_of(cases, kind) for kind in KINDS}


def test_an_invasion_brings_more_behind_sanctions_than_a_blockade_and_that_than_a_quarantine(
    outcomes,
):
    invasion, blockade, quarantine = (
        outcomes[kind].measures["sanctions_joined"][0] for kind in KINDS
    )

    assert np.all(quarantine <= blockade)
    assert np.all(blockade <= invasion)
    assert quarantine.mean() < blockade.mean() < invasion.mean()


def test_the_eu_acts_as_one_or_not_at_all(outcomes, cases):
    iso3 = outcomes["invasion"].countries
    start = build_start(cases["taiwan_2027"])
    is_eu = start.countries[0]["is_eu"][[start.iso3.index(one) for one in iso3]] == 1
    joins = outcomes["invasion"].by_country["sanctions"][0]

    acts = joins[:, is_eu].any(axis=1)

    assert 0 < acts.mean() < 1
    assert np.any(joins[~acts][:, ~is_eu] == 1), "others join all the same"
    assert np.all(joins[acts][:, is_eu] == 1), "all its members or none"


@pytest.mark.parametrize("kind", KINDS)
def test_in_as_many_futures_as_the_ledger_expects_does_the_eu_act(cases, kind):
    case = cases[KINDS[kind]]
    start = build_start(replace(case, paths={"status_quo": case.paths["status_quo"]}))
    runs = [ensemble.trace(start, 0, future) for future in range(150)]
    acted = np.array([run.campaign["eu_acts"][-1] for run in runs])
    chance = np.array([run.ledger["p_european_sanctions"][-1] for run in runs])

    assert np.all((chance > 0) & (chance < 1))
    by_luck = np.sqrt(np.mean(chance * (1 - chance)) / len(chance))
    assert abs(acted.mean() - chance.mean()) < 3 * by_luck


@pytest.mark.parametrize("name", ["sanctions_joined", "p_european_sanctions", "partner_bases"])
def test_without_a_contingency_nobody_is_asked(cases, name):
    assert np.all(np.isnan(play(cases["no_contingency"], futures=2).measures[name]))


def test_without_a_contingency_no_country_is_said_to_abstain(cases):
    assert np.all(np.isnan(play(cases["no_contingency"], futures=2).by_country["sanctions"]))


def test_sanctions_make_a_quarantine_dearer_for_those_who_join_and_for_china(outcomes):
    """Beside futures in which the same country abstains, all else being much the same."""
    outcome = outcomes["quarantine"]
    at = {iso3: outcome.countries.index(iso3) for iso3 in ("DEU", "JPN", "CHN")}
    loss = outcome.by_country["gdp_loss"][0]
    joins = outcome.by_country["sanctions"][0]
    for iso3 in ("DEU", "JPN"):
        joined = joins[:, at[iso3]] == 1
        assert 0 < joined.mean() < 1
        assert loss[joined, at[iso3]].mean() > loss[~joined, at[iso3]].mean()
    part = outcome.measures["sanctions_joined"][0]
    many = part > np.median(part)
    assert loss[many, at["CHN"]].mean() > loss[~many, at["CHN"]].mean()
