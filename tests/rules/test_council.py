"""Do governments weigh a draft as the council's rules say?"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules.council import (
    acceptance,
    plan_position,
    redrafted,
    restraint_position,
    salience,
    sanctions_position,
    side_payment_offer,
    text_position,
    utility_gain,
    yielding_probability,
)

share = st.floats(0.0, 1.0)
ROUNDING = 1e-12
LIKED = {
    "gain": 0.1,
    "others_accepting": 0.5,
    "no_agreement_cost": 0.1,
    "isolation_cost": 0.2,
    "side_payment": 0.0,
    "strain": 0.0,
    "precision": 10.0,
}


@pytest.mark.parametrize(
    ("rule", "for_it", "other", "position"),
    [
        (text_position, 0.5, 0.1, 0.3),
        (plan_position, 0.97, 0.15, 0.56),
        (restraint_position, 0.1, 0.55, 0.725),
        (sanctions_position, 0.9, 0.1, 0.9),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_position_is_the_mean_of_two_stances(rule, for_it, other, position):
    assert rule(for_it, other) == pytest.approx(position)


@pytest.mark.parametrize("rule", [text_position, plan_position], ids=lambda rule: rule.__name__)
def test_a_government_that_wants_nothing_stands_at_nought_and_one_that_wants_all_at_one(rule):
    assert rule(0.0, 0.0) == 0.0
    assert rule(1.0, 1.0) == 1.0


def test_one_that_wants_no_asian_role_and_close_ties_wants_full_restraint():
    assert restraint_position(asia_role=0.0, china_engagement=1.0) == 1.0
    assert restraint_position(asia_role=1.0, china_engagement=0.0) == 0.0


def test_one_that_is_tough_and_wants_no_ties_binds_itself_fully():
    assert sanctions_position(china_hardness=1.0, china_engagement=0.0) == 1.0
    assert sanctions_position(china_hardness=0.0, china_engagement=1.0) == 0.0


@given(low=share, high=share, other=share)
@pytest.mark.parametrize("rule", [text_position, plan_position], ids=lambda rule: rule.__name__)
def test_more_of_either_stance_never_lowers_the_position(rule, low, high, other):
    low, high = sorted((low, high))

    assert 0.0 <= rule(low, other) <= rule(high, other) <= 1.0
    assert rule(other, low) <= rule(other, high)


@given(low=share, high=share, other=share)
def test_wish_for_a_role_in_asia_never_raises_the_wish_for_restraint(low, high, other):
    low, high = sorted((low, high))

    assert 0.0 <= restraint_position(high, other) <= restraint_position(low, other) <= 1.0
    assert restraint_position(other, low) <= restraint_position(other, high)


@given(low=share, high=share, other=share)
def test_wish_for_ties_never_raises_the_will_to_bind_oneself(low, high, other):
    low, high = sorted((low, high))

    assert 0.0 <= sanctions_position(other, high) <= sanctions_position(other, low) <= 1.0
    assert sanctions_position(low, other) <= sanctions_position(high, other)


def test_a_draft_is_worth_the_distance_that_it_closes():
    gain = utility_gain(position=0.4, draft=0.5, status_quo=0.1, salience=0.5)

    assert gain == pytest.approx(0.1)


@given(position=share, draft=share, weight=share)
def test_no_change_is_worth_nothing(position, draft, weight):
    assert utility_gain(position=position, draft=draft, status_quo=draft, salience=weight) == 0.0


def test_what_one_does_not_care_about_is_worth_nothing():
    assert utility_gain(position=1.0, draft=1.0, status_quo=0.0, salience=0.0) == 0.0


@given(position=share, draft=share, status_quo=share, weight=share)
def test_no_draft_is_worth_more_than_the_change_that_it_brings(position, draft, status_quo, weight):
    gain = utility_gain(position=position, draft=draft, status_quo=status_quo, salience=weight)

    assert abs(gain) <= weight * abs(draft - status_quo) + ROUNDING


@given(low=share, high=share, draft=share, status_quo=share, weight=share)
def test_at_equal_salience_wanting_more_never_makes_a_step_up_worth_less(
    low, high, draft, status_quo, weight
):
    low, high = sorted((low, high))
    status_quo, draft = sorted((status_quo, draft))

    less = utility_gain(position=low, draft=draft, status_quo=status_quo, salience=weight)
    more = utility_gain(position=high, draft=draft, status_quo=status_quo, salience=weight)
    assert less <= more + ROUNDING


def test_acceptance_at_a_worked_example_is_95_in_a_hundred():
    # 10 x (0.1 + 0.1 + 0.2 x 0.5) = 3, and 1 / (1 + e^-3) = 0.9526
    assert acceptance(**LIKED) == pytest.approx(0.952574, abs=1e-6)


def test_old_quarrels_that_cost_a_tenth_take_a_draft_from_95_to_88_in_a_hundred():
    # 10 x (0.1 + 0.1 + 0.2 x 0.5 - 0.1) = 2, and 1 / (1 + e^-2) = 0.8808
    assert acceptance(**LIKED | {"strain": 0.1}) == pytest.approx(0.880797, abs=1e-6)


def test_members_that_keep_the_peace_after_a_quarrel_let_more_pass():
    assert acceptance(**LIKED | {"strain": -0.1}) > acceptance(**LIKED)


def test_quarrels_that_cost_all_that_speaks_for_a_draft_leave_a_toss():
    assert acceptance(**LIKED | {"strain": 0.3}) == pytest.approx(0.5)


@given(low=st.floats(-1.0, 1.0), high=st.floats(-1.0, 1.0), precision=st.floats(0.0, 50.0))
def test_more_strain_never_helps_a_draft(low, high, precision):
    low, high = sorted((low, high))
    case = LIKED | {"precision": precision}

    assert 0.0 <= acceptance(**case | {"strain": high}) <= acceptance(**case | {"strain": low})


def test_without_precision_a_vote_is_a_toss():
    assert acceptance(**LIKED | {"precision": 0.0}) == 0.5


def test_a_price_far_above_all_costs_is_prohibitive():
    assert acceptance(**LIKED | {"gain": -1.0, "precision": 20.0}) < 1e-6


@pytest.mark.parametrize(
    "name",
    ["gain", "others_accepting", "no_agreement_cost", "isolation_cost", "side_payment"],
)
@given(low=share, high=share, precision=st.floats(0.0, 50.0))
def test_what_speaks_for_assent_never_lowers_it(name, low, high, precision):
    low, high = sorted((low, high))
    case = LIKED | {"precision": precision}

    assert 0.0 <= acceptance(**case | {name: low}) <= acceptance(**case | {name: high}) <= 1.0


@given(gain=st.floats(-1.0, 0.0), low=st.floats(0.0, 50.0), high=st.floats(0.0, 50.0))
def test_sharper_choice_never_helps_a_draft_that_is_disliked(gain, low, high):
    low, high = sorted((low, high))
    disliked = LIKED | {"gain": gain, "no_agreement_cost": 0.0, "isolation_cost": 0.0}

    assert acceptance(**disliked | {"precision": high}) <= acceptance(
        **disliked | {"precision": low}
    )


def test_a_draft_goes_half_way_toward_those_who_refused():
    assert redrafted(draft=0.8, objection=0.2, status_quo=0.1, step=0.5) == pytest.approx(0.5)


def test_no_draft_falls_below_what_holds():
    assert redrafted(draft=0.5, objection=0.0, status_quo=0.45, step=0.5) == 0.45


def test_a_draft_that_nothing_is_given_stays():
    assert redrafted(draft=0.5, objection=0.0, status_quo=0.0, step=0.0) == 0.5


def test_those_who_refuse_because_they_want_more_do_not_raise_the_draft():
    assert redrafted(draft=0.5, objection=0.9, status_quo=0.0, step=0.5) == 0.5


@given(draft=share, objection=share, status_quo=share, step=share)
def test_a_new_draft_lies_between_what_holds_and_the_old_one(draft, objection, status_quo, step):
    status_quo, draft = sorted((status_quo, draft))

    new = redrafted(draft=draft, objection=objection, status_quo=status_quo, step=step)

    assert status_quo <= new <= draft


def test_a_half_transactional_holdout_is_offered_half():
    assert side_payment_offer(transactional=0.5, payment=0.3) == 0.15


@pytest.mark.parametrize(
    ("transactional", "payment", "offer"), [(0.0, 0.3, 0.0), (1.0, 0.3, 0.3), (1.0, 1.5, 1.0)]
)
def test_an_offer_runs_from_nothing_to_all(transactional, payment, offer):
    assert side_payment_offer(transactional, payment) == offer


@given(low=share, high=share, payment=share)
def test_the_more_transactional_are_never_offered_less(low, high, payment):
    low, high = sorted((low, high))

    assert 0.0 <= side_payment_offer(low, payment) <= side_payment_offer(high, payment) <= 1.0


@pytest.mark.parametrize(("position", "weight"), [(0.0, 1.0), (0.4, 0.8), (1.0, 0.5)])
def test_salience_is_half_at_what_it_is_held_against_and_one_at_the_farthest_from_it(
    position, weight
):
    assert salience(position=position, reference=1.0) == pytest.approx(weight)


@given(near=share, far=share, draft=share)
def test_those_farther_from_the_draft_never_care_less(near, far, draft):
    near, far = sorted((near, far), key=lambda position: abs(position - draft))

    assert 0.5 <= salience(near, draft) <= salience(far, draft) + ROUNDING <= 1.0 + ROUNDING


def test_one_chance_in_ten_a_month_makes_19_in_a_hundred_in_two():
    assert yielding_probability(monthly_rate=0.1, months=2.0) == pytest.approx(0.19)


@pytest.mark.parametrize(
    ("rate", "months", "probability"), [(0.0, 6.0, 0.0), (1.0, 6.0, 1.0), (0.5, 0.0, 0.0)]
)
def test_yielding_is_impossible_or_certain_at_the_ends(rate, months, probability):
    assert yielding_probability(rate, months) == probability


@given(rate=share, higher=share, months=st.floats(0.1, 24.0), longer=st.floats(0.1, 24.0))
def test_a_higher_rate_or_more_time_never_makes_yielding_less_likely(rate, higher, months, longer):
    rate, higher = sorted((rate, higher))
    months, longer = sorted((months, longer))
    assume(higher < 1.0)

    plain = yielding_probability(rate, months)

    assert 0.0 <= plain <= yielding_probability(higher, months) + ROUNDING
    assert plain <= yielding_probability(rate, longer) + ROUNDING <= 1.0 + 2 * ROUNDING
