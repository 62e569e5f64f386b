"""Do governments hear near and large peers, keep their anchor, and trade as they wish?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.stances import (
    anchor_for,
    anchor_next,
    influence_weight,
    stance_next,
    trade_next,
    voice,
)

ROUNDING = 1e-12
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
anchors = st.floats(-1.0, 2.0)
distances = st.floats(0.0, 18_000.0)
scales = st.floats(100.0, 3_000.0)
noises = st.floats(-0.1, 0.1)

NEIGHBOUR = {"distance_km": 0.0, "voice": 1.0, "influence_distance_km": 800.0}
LISTENER = {"anchor": 0.8, "heard": 0.4, "stubbornness_share": 0.75, "noise": 0.0}
SETTLED = {"anchor": 0.6, "start": 0.6, "shift": 0.0, "return_share": 0.1}
TRADER = {
    "trade_share": 0.1,
    "engagement": 0.5,
    "engagement_rate": 0.04,
    "broken_share": 0.0,
}


# voice


def test_a_quarter_of_the_size_gives_half_a_voice_when_size_counts_by_its_root():
    assert voice(gdp_weight=0.25, gdp_power=0.5) == pytest.approx(0.5)


@pytest.mark.parametrize("gdp_weight", [0.0, 0.01, 1.0])
def test_size_does_not_count_at_power_zero(gdp_weight):
    assert voice(gdp_weight, gdp_power=0.0) == 1.0


@pytest.mark.parametrize("gdp_power", [0.1, 0.5, 1.0])
def test_when_size_counts_the_largest_has_a_full_voice_and_nothing_has_none(gdp_power):
    assert voice(1.0, gdp_power) == 1.0
    assert voice(0.0, gdp_power) == 0.0


@given(sizes=pairs_of_shares, gdp_power=shares)
def test_a_larger_economy_is_never_heard_less(sizes, gdp_power):
    small, large = (voice(size, gdp_power) for size in sizes)

    assert 0.0 <= small <= large + ROUNDING
    assert large <= 1.0 + ROUNDING


# influence_weight


def test_the_largest_economy_next_door_is_heard_in_full():
    assert influence_weight(**NEIGHBOUR) == 1.0


def test_a_voice_falls_to_37_percent_over_the_influence_distance():
    weight = influence_weight(**NEIGHBOUR | {"distance_km": 800.0})

    assert weight == pytest.approx(0.3679, abs=1e-4)


def test_half_a_voice_next_door_weighs_half():
    assert influence_weight(**NEIGHBOUR | {"voice": 0.5}) == 0.5


@pytest.mark.parametrize("distance_km", [0.0, 800.0, 18_000.0])
def test_who_has_no_voice_is_heard_nowhere(distance_km):
    assert influence_weight(**NEIGHBOUR | {"voice": 0.0, "distance_km": distance_km}) == 0.0


@given(distance=distances, loudness=shares, scale=scales)
def test_an_influence_weight_is_a_share(distance, loudness, scale):
    weight = influence_weight(distance_km=distance, voice=loudness, influence_distance_km=scale)

    assert 0.0 <= weight <= loudness + ROUNDING


@given(distances=st.tuples(distances, distances).map(sorted), scale=scales)
def test_a_greater_distance_never_makes_a_voice_louder(distances, scale):
    case = NEIGHBOUR | {"influence_distance_km": scale}

    near, far = (influence_weight(**case | {"distance_km": km}) for km in distances)

    assert far <= near + ROUNDING


@given(voices=pairs_of_shares, distance=distances)
def test_a_louder_peer_never_weighs_less(voices, distance):
    case = NEIGHBOUR | {"distance_km": distance}

    quiet, loud = (influence_weight(**case | {"voice": loudness}) for loudness in voices)

    assert quiet <= loud


# stance_next


def test_a_government_mixes_three_parts_of_its_own_view_with_one_part_heard():
    assert stance_next(**LISTENER) == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("stubbornness_share", "stance"), [(1.0, 0.8), (0.0, 0.4)], ids=["deaf", "follower"]
)
def test_the_stubborn_keep_their_view_and_followers_take_the_one_they_hear(
    stubbornness_share, stance
):
    assert stance_next(**LISTENER | {"stubbornness_share": stubbornness_share}) == stance


@pytest.mark.parametrize(("noise", "stance"), [(1.0, 1.0), (-1.0, 0.0)])
def test_noise_never_carries_a_stance_beyond_the_scale(noise, stance):
    assert stance_next(**LISTENER | {"noise": noise}) == stance


@given(anchor=shares, heard=shares, stubbornness_share=shares)
def test_without_noise_a_stance_lies_between_the_anchor_and_what_is_heard(
    anchor, heard, stubbornness_share
):
    stance = stance_next(
        anchor=anchor, heard=heard, stubbornness_share=stubbornness_share, noise=0.0
    )

    assert min(anchor, heard) - ROUNDING <= stance <= max(anchor, heard) + ROUNDING


@given(heard=pairs_of_shares, anchor=shares, stubbornness_share=shares, noise=noises)
def test_tougher_peers_never_soften_a_government(heard, anchor, stubbornness_share, noise):
    case = {"anchor": anchor, "stubbornness_share": stubbornness_share, "noise": noise}

    softer, tougher = (stance_next(**case | {"heard": voice}) for voice in heard)

    assert 0.0 <= softer <= tougher <= 1.0


# anchor_next


def test_without_events_an_anchor_at_its_start_stays_there():
    assert anchor_next(**SETTLED) == 0.6


def test_a_tenth_of_a_past_move_is_undone_in_a_quarter():
    anchor = anchor_next(**SETTLED | {"anchor": 0.7, "start": 0.5})

    assert anchor == pytest.approx(0.68)


def test_an_event_moves_the_anchor_by_its_shift():
    assert anchor_next(**SETTLED | {"shift": 0.12}) == pytest.approx(0.72)


@pytest.mark.parametrize(
    ("return_share", "anchor"), [(0.0, 0.9), (1.0, 0.5)], ids=["nothing", "everything"]
)
def test_the_return_share_says_how_much_is_undone(return_share, anchor):
    case = {"anchor": 0.9, "start": 0.5, "shift": 0.0, "return_share": return_share}

    assert anchor_next(**case) == pytest.approx(anchor)


@pytest.mark.parametrize(("shift", "anchor"), [(0.6, 1.2), (-0.8, -0.2)])
def test_an_anchor_may_lie_outside_the_scale_of_stances(shift, anchor):
    assert anchor_next(**SETTLED | {"shift": shift}) == pytest.approx(anchor)


@pytest.mark.parametrize(("shift", "anchor"), [(3.0, 2.0), (-3.0, -1.0)])
def test_no_event_carries_an_anchor_further_than_the_scale_is_long(shift, anchor):
    assert anchor_next(**SETTLED | {"shift": shift}) == anchor


@given(anchor=anchors, start=anchors, return_share=shares)
def test_without_events_an_anchor_never_moves_away_from_its_start(anchor, start, return_share):
    after = anchor_next(anchor=anchor, start=start, shift=0.0, return_share=return_share)

    assert abs(after - start) <= abs(anchor - start) + ROUNDING


@given(shifts=st.tuples(noises, noises).map(sorted), anchor=anchors, start=anchors)
def test_a_larger_shift_never_lowers_the_anchor(shifts, anchor, start):
    case = {"anchor": anchor, "start": start, "return_share": 0.02}

    less, more = (anchor_next(**case | {"shift": shift}) for shift in shifts)

    assert -1.0 <= less <= more <= 2.0


# anchor_for


def test_a_government_leans_away_from_softer_peers_to_stay_where_it_is():
    """(.7 - .25 x .4) / .75 = .8: it wants more than it shows."""
    assert anchor_for(stance=0.7, heard=0.4, stubbornness_share=0.75) == pytest.approx(0.8)


def test_and_away_from_tougher_ones():
    """(.5 - .5 x .8) / .5 = .2."""
    assert anchor_for(stance=0.5, heard=0.8, stubbornness_share=0.5) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("stance", "heard", "anchor"), [(1.0, 0.4, 1.2), (0.0, 0.6, -0.2)], ids=["top", "bottom"]
)
def test_at_the_edge_of_the_scale_the_settled_view_lies_outside_it(stance, heard, anchor):
    """(1 - .25 x .4) / .75 = 1.2 and (0 - .25 x .6) / .75 = -.2."""
    assert anchor_for(stance, heard, 0.75) == pytest.approx(anchor)


def test_who_hears_nobody_wants_what_it_shows():
    assert anchor_for(stance=0.7, heard=0.1, stubbornness_share=1.0) == 0.7


@pytest.mark.parametrize(("stance", "heard", "anchor"), [(1.0, 0.0, 2.0), (0.0, 1.0, -1.0)])
def test_an_easily_led_government_can_lean_only_so_far(stance, heard, anchor):
    assert anchor_for(stance, heard, stubbornness_share=0.1) == anchor


@given(stance=shares, heard=shares, stubbornness_share=st.floats(0.5, 1.0))
def test_with_it_the_stance_is_what_it_was(stance, heard, stubbornness_share):
    anchor = anchor_for(stance, heard, stubbornness_share)

    kept = stance_next(anchor, heard, stubbornness_share, noise=0.0)

    assert kept == pytest.approx(stance, abs=1e-9)


@given(stances=pairs_of_shares, heard=shares, stubbornness_share=st.floats(0.05, 1.0))
def test_a_tougher_stance_never_has_a_softer_settled_view(stances, heard, stubbornness_share):
    softer, tougher = (anchor_for(stance, heard, stubbornness_share) for stance in stances)

    assert -1.0 <= softer <= tougher + ROUNDING <= 2.0 + ROUNDING


# trade_next


def test_a_lukewarm_government_leaves_trade_where_it_is():
    assert trade_next(**TRADER) == 0.1


@pytest.mark.parametrize(
    ("engagement", "trade"), [(1.0, 0.101), (0.0, 0.099)], ids=["full wish", "no wish"]
)
def test_a_rate_of_four_percent_a_year_moves_trade_one_percent_a_quarter(engagement, trade):
    assert trade_next(**TRADER | {"engagement": engagement}) == pytest.approx(trade)


@pytest.mark.parametrize(
    ("broken_share", "trade"), [(0.5, 0.05), (1.0, 0.0)], ids=["half", "all of it"]
)
def test_a_war_breaks_off_its_part_of_trade(broken_share, trade):
    assert trade_next(**TRADER | {"broken_share": broken_share}) == pytest.approx(trade)


@given(engagement=shares, broken_share=shares)
def test_who_does_not_trade_with_china_does_not_begin(engagement, broken_share):
    case = {"trade_share": 0.0, "engagement": engagement, "broken_share": broken_share}

    assert trade_next(**TRADER | case) == 0.0


@given(wishes=pairs_of_shares, rate=st.floats(0.0, 0.06), broken_share=shares)
def test_a_stronger_wish_for_ties_never_lowers_trade(wishes, rate, broken_share):
    case = TRADER | {"engagement_rate": rate, "broken_share": broken_share}

    cool, warm = (trade_next(**case | {"engagement": wish}) for wish in wishes)

    assert 0.0 <= cool <= warm + ROUNDING


@given(broken=pairs_of_shares, engagement=shares)
def test_a_larger_break_never_leaves_more_trade(broken, engagement):
    case = TRADER | {"engagement": engagement}

    less, more = (trade_next(**case | {"broken_share": share}) for share in broken)

    assert more <= less + ROUNDING
