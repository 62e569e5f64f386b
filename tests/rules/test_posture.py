"""Do US posture and the alignment of partners and rivals move as their rules say?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.posture import (
    alignment_next,
    alignment_of_rivals_next,
    basing_probability,
    fighting_probability,
    pacific_gain,
    posture_goal,
    reinforced,
    us_fights_probability,
)

share = st.floats(0.0, 1.0)
either_sign = st.floats(-1.0, 1.0)
RETREAT = {
    "commitment": 0.4,
    "commitment_2024": 0.8,
    "withdrawal_share": 0.5,
    "allied_growth": 0.2,
    "elasticity": 0.3,
    "pacific_balance": 0.0,
    "pacific_pull": 0.5,
}
WAR = {"stays_out": 0.2, "taiwan_will": 0.7, "reference_will": 0.6, "will_effect": 5.0}
APART = {
    "alignment": 0.5,
    "at_war": 1,
    "war_pull": 0.2,
    "china_in_need": 0,
    "need_pull": 0.1,
    "resting": 0.5,
    "rate": 0.4,
}


def test_posture_falls_with_commitment_and_rises_with_allied_growth():
    # 1 - 0.5 x (0.8 - 0.4) + 0.3 x 0.2
    assert posture_goal(**RETREAT) == pytest.approx(0.86)


def test_the_commitment_of_2024_and_no_growth_keep_the_posture_of_2024():
    assert posture_goal(**RETREAT | {"commitment": 0.8, "allied_growth": 0.0}) == 1.0


@pytest.mark.parametrize(("elasticity", "goal"), [(-10.0, 0.0), (10.0, 2.0)])
def test_posture_is_never_below_nothing_nor_above_twice_that_of_2024(elasticity, goal):
    assert posture_goal(**RETREAT | {"elasticity": elasticity, "allied_growth": 1.0}) == goal


@given(low=share, high=share, elasticity=either_sign)
def test_more_commitment_never_lowers_posture(low, high, elasticity):
    low, high = sorted((low, high))
    case = RETREAT | {"elasticity": elasticity}

    less = posture_goal(**case | {"commitment": low})

    assert 0.0 <= less <= posture_goal(**case | {"commitment": high}) <= 2.0


@given(low=either_sign, high=either_sign, pull=share)
def test_a_balance_that_turns_to_china_never_adds_to_posture_in_europe(low, high, pull):
    low, high = sorted((low, high))
    case = RETREAT | {"pacific_pull": pull}

    held = posture_goal(**case | {"pacific_balance": low})

    assert posture_goal(**case | {"pacific_balance": high}) <= held


@given(low=share, high=share, elasticity=share)
def test_allied_strength_draws_the_us_in_or_out_by_the_sign_of_its_elasticity(
    low, high, elasticity
):
    low, high = sorted((low, high))
    drawn_in = RETREAT | {"elasticity": elasticity}
    let_go = RETREAT | {"elasticity": -elasticity}

    weak, strong = {"allied_growth": low}, {"allied_growth": high}
    assert posture_goal(**drawn_in | weak) <= posture_goal(**drawn_in | strong)
    assert posture_goal(**let_go | weak) >= posture_goal(**let_go | strong)


def test_half_of_what_leaves_arrives():
    assert pacific_gain(posture=0.6, arriving_share=0.5) == pytest.approx(0.2)


@pytest.mark.parametrize(("posture", "arriving"), [(1.0, 0.5), (0.3, 0.0)])
def test_nothing_arrives_if_nothing_leaves_or_nothing_goes_on(posture, arriving):
    assert pacific_gain(posture, arriving) == 0.0


def test_more_than_the_posture_of_2024_is_taken_from_the_pacific():
    assert pacific_gain(posture=1.2, arriving_share=0.5) == pytest.approx(-0.1)


@given(low=st.floats(0.0, 2.0), high=st.floats(0.0, 2.0), arriving=share)
def test_what_arrives_never_exceeds_what_leaves(low, high, arriving):
    low, high = sorted((low, high))

    assert pacific_gain(high, arriving) <= pacific_gain(low, arriving) <= max(0.0, 1 - low)


def test_alignment_moves_by_the_push_less_what_is_undone():
    moved = alignment_next(alignment=0.6, start=0.5, push=0.03, return_share=0.1)

    assert moved == pytest.approx(0.62)


def test_without_a_push_alignment_stays_at_its_start():
    assert alignment_next(alignment=0.5, start=0.5, push=0.0, return_share=0.3) == 0.5


@pytest.mark.parametrize(("push", "alignment"), [(-2.0, 0.0), (2.0, 1.0)])
def test_alignment_ends_at_nought_and_one(push, alignment):
    assert alignment_next(alignment=0.5, start=0.5, push=push, return_share=0.0) == alignment


@given(alignment=share, start=share, low=either_sign, high=either_sign, back=share)
def test_a_stronger_push_never_lowers_alignment(alignment, start, low, high, back):
    low, high = sorted((low, high))
    case = {"alignment": alignment, "start": start, "return_share": back}

    assert 0.0 <= alignment_next(**case, push=low) <= alignment_next(**case, push=high) <= 1.0


@given(alignment=share, start=share, back=share)
def test_left_alone_alignment_comes_back_and_does_not_overshoot(alignment, start, back):
    moved = alignment_next(alignment=alignment, start=start, push=0.0, return_share=back)

    assert min(alignment, start) - 1e-12 <= moved <= max(alignment, start) + 1e-12


def test_closer_alignment_opens_bases():
    opened = basing_probability(base_share=0.85, alignment_change=0.1, access_effect=0.5)

    assert opened == pytest.approx(0.9)


@pytest.mark.parametrize(("change", "probability"), [(0.0, 0.85), (-1.0, 0.0), (1.0, 1.0)])
def test_basing_is_a_probability(change, probability):
    assert basing_probability(0.85, change, 1.0) == probability


@given(base=share, low=either_sign, high=either_sign, effect=share)
def test_closer_alignment_never_closes_bases(base, low, high, effect):
    low, high = sorted((low, high))

    drifted = basing_probability(base, low, effect)

    assert 0.0 <= drifted <= basing_probability(base, high, effect) <= 1.0


def test_rivals_close_a_tenth_of_the_gap_in_a_quarter():
    assert alignment_of_rivals_next(**APART) == pytest.approx(0.52)


def test_rivals_at_rest_in_peace_stay_there():
    assert alignment_of_rivals_next(**APART | {"at_war": 0}) == 0.5


@pytest.mark.parametrize(("pull", "alignment"), [(-9.0, 0.0), (9.0, 1.0)])
def test_alignment_of_rivals_ends_at_nought_and_one(pull, alignment):
    at_once = {"war_pull": pull, "rate": 4.0}

    assert alignment_of_rivals_next(**APART | at_once) == alignment


@given(alignment=share, pull=share, resting=share, rate=st.floats(0.0, 4.0))
def test_a_war_never_drives_rivals_apart(alignment, pull, resting, rate):
    case = APART | {"alignment": alignment, "war_pull": pull, "resting": resting, "rate": rate}

    at_peace = alignment_of_rivals_next(**case | {"at_war": 0})

    assert 0.0 <= at_peace <= alignment_of_rivals_next(**case | {"at_war": 1}) <= 1.0


def test_a_china_in_need_comes_as_much_closer_as_its_need_pulls():
    # 0.5 + (0.5 + 0.1 - 0.5) x 0.4 / 4
    in_need = APART | {"at_war": 0, "china_in_need": 1}

    assert alignment_of_rivals_next(**in_need) == pytest.approx(0.51)


def test_a_tenth_more_will_at_an_effect_of_five_makes_odds_of_four_to_one_larger_by_e_to_a_half():
    # odds 4 x e^0.5 = 6.595, chance 0.8683
    assert us_fights_probability(**WAR) == pytest.approx(0.868332, abs=1e-6)


@pytest.mark.parametrize(
    "case",
    [{"taiwan_will": 0.6}, {"will_effect": 0.0}],
    ids=["reference will", "will does not count"],
)
@pytest.mark.parametrize("stays_out", [0.1, 0.37, 0.9])
def test_the_published_weight_of_staying_out_holds_at_the_reference(case, stays_out):
    fights = us_fights_probability(**WAR | {"stays_out": stays_out} | case)

    assert fights == pytest.approx(1 - stays_out)


@pytest.mark.parametrize(("stays_out", "fights"), [(1e-9, 1.0), (1 - 1e-9, 0.0)])
@pytest.mark.parametrize("will", [0.0, 1.0])
def test_what_is_all_but_certain_stays_so_whatever_the_will(stays_out, fights, will):
    case = WAR | {"stays_out": stays_out, "taiwan_will": will}

    assert us_fights_probability(**case) == pytest.approx(fights, abs=1e-7)


@given(stays_out=st.floats(0.01, 0.99), low=share, high=share, effect=st.floats(0.0, 8.0))
def test_an_administration_with_more_will_never_fights_less(stays_out, low, high, effect):
    low, high = sorted((low, high))
    case = WAR | {"stays_out": stays_out, "will_effect": effect}

    less = us_fights_probability(**case | {"taiwan_will": low})

    assert 0.0 < less <= us_fights_probability(**case | {"taiwan_will": high}) < 1.0


@given(rarely=st.floats(0.01, 0.99), often=st.floats(0.01, 0.99), will=share)
def test_more_ambiguous_acts_never_make_the_us_fight_more(rarely, often, will):
    rarely, often = sorted((rarely, often))
    case = WAR | {"taiwan_will": will}

    likelier = us_fights_probability(**case | {"stays_out": rarely})

    assert us_fights_probability(**case | {"stays_out": often}) <= likelier


# who fights, and with what


@pytest.mark.parametrize(("hardness", "chance"), [(0.5, 0.5), (0.75, 0.75), (1.0, 1.0), (0.0, 0.0)])
def test_a_harder_partner_is_likelier_to_fight(hardness, chance):
    assert fighting_probability(share=0.5, hardness=hardness, hardness_effect=1.0) == chance


@pytest.mark.parametrize(
    ("base", "hardness", "effect", "chance"),
    [(0.5, 1.0, 0.4, 0.7), (0.3, 1.0, 0.0, 0.3), (0.9, 1.0, 1.0, 1.0), (0.1, 0.0, 1.0, 0.0)],
    ids=["hard", "hardness does not count", "certain", "impossible"],
)
def test_hardness_moves_the_chance_by_its_effect_within_none_and_certain(
    base, hardness, effect, chance
):
    assert fighting_probability(base, hardness, effect) == pytest.approx(chance)


@given(base=share, effect=st.floats(0, 2), low=share, high=share)
def test_a_harder_partner_is_never_less_likely_to_fight(base, effect, low, high):
    low, high = sorted((low, high))

    softer = fighting_probability(base, low, effect)

    assert softer <= fighting_probability(base, high, effect)


@given(share=st.floats(0, 1), effect=st.floats(0, 2), hardness=st.floats(0, 1))
def test_the_chance_to_fight_is_a_chance(share, effect, hardness):
    assert 0 <= fighting_probability(share, hardness, effect) <= 1


def test_forces_that_arrived_reinforce_and_a_war_in_europe_binds():
    assert reinforced(gain=0.25, tied=0.0) == 1.25
    assert reinforced(gain=0.0, tied=0.1) == pytest.approx(0.904837418)


def test_a_war_that_binds_the_log_of_two_halves_what_is_there():
    ln_2 = 0.693147180559945

    assert reinforced(gain=0.25, tied=ln_2) == pytest.approx(0.625)


@given(low=st.floats(-0.5, 1.0), high=st.floats(-0.5, 1.0), tied=st.floats(0.0, 2.0))
def test_more_forces_that_arrive_never_mean_fewer_in_the_pacific(low, high, tied):
    low, high = sorted((low, high))

    fewer = reinforced(low, tied)

    assert 0 < fewer <= reinforced(high, tied)


@given(gain=st.floats(-0.5, 1.0), low=st.floats(0.0, 2.0), high=st.floats(0.0, 2.0))
def test_a_war_in_europe_that_binds_more_never_leaves_more_in_the_pacific(gain, low, high):
    low, high = sorted((low, high))

    more = reinforced(gain, low)

    assert reinforced(gain, high) <= more <= 1 + gain
