"""Do words, coercion and sanctions follow their rules?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.narrative import (
    coercion_cost,
    coercion_probability,
    narrative_next,
    provocation,
    reception_next,
    sanction_probability,
)

share = st.floats(0.0, 1.0)
either_sign = st.floats(-1.0, 1.0)
SPEAKING = {
    "reception": 0.5,
    "chinese_message": 0.01,
    "us_message": 0.005,
    "bloc_signal": 0.0025,
    "noise": 0.0,
}
QUIET = {
    "hardness_excess": 0.0,
    "presence_share": 0.0,
    "office": 0.0,
    "texts": 0.0,
    "cooperation": 0.0,
    "presence_weight": 1.0,
    "statement_weight": 0.1,
    "cooperation_weight": 0.1,
}
SMALL_ALLY = {
    "gdp_ratio": 0.1,
    "is_united_states": 0,
    "salience": 0.5,
    "base": -6.0,
    "size_effect": 0.5,
    "us_effect": 3.0,
    "salience_effect": 4.0,
}
JOINER = {
    "china_hardness": 0.7,
    "trade_china": 0.05,
    "hardness_effect": 5.0,
    "exposure_effect": 4.0,
    "promised": 0.4,
}


def test_the_narrative_gains_a_push_and_loses_what_fades():
    told = narrative_next(narrative=0.4, push=0.03, fading_share=0.05)

    assert told == pytest.approx(0.41)


@pytest.mark.parametrize(("push", "narrative"), [(-2.0, 0.0), (2.0, 1.0)])
def test_the_narrative_reaches_from_nobody_to_all(push, narrative):
    assert narrative_next(0.5, push, 0.1) == narrative


def test_a_narrative_that_nobody_tells_or_forgets_stays():
    assert narrative_next(0.5, 0.0, 0.0) == 0.5


@given(narrative=share, low=either_sign, high=either_sign, fading=share)
def test_a_stronger_push_never_shortens_the_reach(narrative, low, high, fading):
    low, high = sorted((low, high))

    less = narrative_next(narrative, low, fading)

    assert 0.0 <= less <= narrative_next(narrative, high, fading) <= 1.0


@given(rate=st.floats(0.0, 0.1), fading=st.floats(0.1, 1.0), narrative=share)
def test_the_reach_moves_toward_effort_over_fading(rate, fading, narrative):
    resting = rate / fading

    told = narrative_next(narrative, rate, fading)

    assert abs(told - resting) <= abs(narrative - resting) + 1e-12


def test_reception_adds_up_what_is_said():
    assert reception_next(**SPEAKING) == pytest.approx(0.4975)


@pytest.mark.parametrize(("noise", "reception"), [(-2.0, 0.0), (2.0, 1.0)])
def test_reception_is_a_share(noise, reception):
    assert reception_next(**SPEAKING | {"noise": noise}) == reception


@pytest.mark.parametrize(
    ("name", "direction"),
    [("chinese_message", -1), ("us_message", 1), ("bloc_signal", 1), ("noise", 1)],
)
@given(low=either_sign, high=either_sign)
def test_each_message_moves_reception_one_way(name, direction, low, high):
    low, high = sorted((low, high))

    change = reception_next(**SPEAKING | {name: high}) - reception_next(**SPEAKING | {name: low})

    assert direction * change >= 0.0


def test_provocation_adds_own_acts_and_part_of_common_ones():
    loud = {
        "hardness_excess": 0.2,
        "presence_share": 0.1,
        "office": 1.0,
        "texts": 0.5,
        "cooperation": 0.5,
        "presence_weight": 0.5,
        "statement_weight": 0.1,
        "cooperation_weight": 0.2,
    }

    # 0.2 + 0.5 x 0.1 + 0.1 x (1 + 0.5) + 0.2 x 0.5
    assert provocation(**loud) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("act", "weight_of"),
    [("presence_share", "presence_weight"), ("cooperation", "cooperation_weight")],
)
@given(weight=st.floats(0.0, 2.0), level=share)
def test_what_has_no_settled_sign_provokes_or_calms_by_the_same_measure(
    act, weight_of, weight, level
):
    acting = QUIET | {act: level}

    assert provocation(**acting | {weight_of: -weight}) == -provocation(
        **acting | {weight_of: weight}
    )


def test_a_country_softer_than_the_mean_is_not_forgiven_its_acts():
    assert provocation(**QUIET | {"hardness_excess": -0.4, "presence_share": 0.1}) == 0.1


def test_one_that_does_nothing_provokes_nobody():
    assert provocation(**QUIET) == 0.0


@pytest.mark.parametrize("name", list(QUIET))
@given(low=share, high=share)
def test_doing_more_never_provokes_less(name, low, high):
    low, high = sorted((low, high))
    active = QUIET | {"office": 1.0, "texts": 0.5}

    assert 0.0 <= provocation(**active | {name: low}) <= provocation(**active | {name: high})


def test_a_small_loud_ally_is_coerced_in_5_of_a_hundred_half_years():
    # -6 - 0.5 x ln 0.1 + 4 x 0.5 = -2.849
    assert coercion_probability(**SMALL_ALLY) == pytest.approx(0.054748, abs=1e-6)


def test_one_of_chinas_own_size_that_does_nothing_meets_the_base():
    calm = SMALL_ALLY | {"gdp_ratio": 1.0, "salience": 0.0, "base": 0.0}

    assert coercion_probability(**calm) == 0.5


@given(gdp=st.floats(0.001, 2.0), salience=share)
def test_the_united_states_is_coerced_less_than_another_of_its_size(gdp, salience):
    case = SMALL_ALLY | {"gdp_ratio": gdp, "salience": salience}

    assert coercion_probability(**case | {"is_united_states": 1}) < coercion_probability(**case)


@given(small=st.floats(0.001, 2.0), large=st.floats(0.001, 2.0), calm=share, loud=share)
def test_small_and_loud_countries_are_never_coerced_less(small, large, calm, loud):
    small, large = sorted((small, large))
    calm, loud = sorted((calm, loud))
    least = coercion_probability(**SMALL_ALLY | {"gdp_ratio": large, "salience": calm})

    assert least >= 0.0
    assert least <= coercion_probability(**SMALL_ALLY | {"gdp_ratio": small, "salience": calm})
    assert least <= coercion_probability(**SMALL_ALLY | {"gdp_ratio": large, "salience": loud})


def test_cooperation_spares_its_share_of_the_loss():
    assert coercion_cost(cost_share=0.004, resilience=0.25) == pytest.approx(0.003)


@pytest.mark.parametrize(("resilience", "left"), [(-0.5, 1.0), (0.0, 1.0), (1.0, 0.0), (1.5, 0.0)])
def test_cooperation_spares_from_none_to_all(resilience, left):
    assert coercion_cost(0.004, resilience) == pytest.approx(0.004 * left)


@given(cost=share, low=st.floats(-1.0, 2.0), high=st.floats(-1.0, 2.0))
def test_more_resilience_never_costs_more(cost, low, high):
    low, high = sorted((low, high))

    assert 0.0 <= coercion_cost(cost, high) <= coercion_cost(cost, low) <= cost


def test_a_tough_country_with_half_a_plan_joins_in_four_of_five():
    # 5 x 0.2 - 4 x 0.05 + 0.4 = 1.2
    assert sanction_probability(**JOINER) == pytest.approx(0.768525, abs=1e-6)


def test_one_in_the_middle_without_trade_or_plan_tosses_a_coin():
    middle = {"china_hardness": 0.5, "trade_china": 0.0, "promised": 0.0}

    assert sanction_probability(**JOINER | middle) == 0.5


@pytest.mark.parametrize(
    ("name", "direction"), [("china_hardness", 1), ("trade_china", -1), ("promised", 1)]
)
@given(low=share, high=share)
def test_toughness_and_a_plan_help_and_trade_hinders(name, direction, low, high):
    low, high = sorted((low, high))
    with_low = sanction_probability(**JOINER | {name: low})
    with_high = sanction_probability(**JOINER | {name: high})

    assert 0.0 < with_low < 1.0
    assert direction * (with_high - with_low) >= 0.0
