"""Do deployments stay national, within rotation, and come home or join?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.deployments import (
    deployment_weight,
    joining_probability,
    on_station,
    units_away_share,
)

ROUNDING = 1e-9
shares = st.floats(0.0, 1.0)
pairs_of_shares = st.tuples(shares, shares).map(sorted)
fleets = st.floats(0.0, 100.0)
pairs_of_fleets = st.tuples(fleets, fleets).map(sorted)
days = st.floats(0.0, 400.0)

NAVY = {
    "fleet": 20.0,
    "can_deploy": 1.0,
    "asia_role": 0.6,
    "national_presence": 0.2,
    "novice_share": 0.1,
}
STATION = {"asked": 12.0, "share": 0.5, "fleet": 30.0, "rotation": 3.0}


# deployment_weight


def test_a_practised_navy_weighs_its_fleet_times_its_wish():
    assert deployment_weight(**NAVY) == 12.0


def test_a_novice_weighs_a_tenth():
    assert deployment_weight(**NAVY | {"can_deploy": 0.0}) == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("asia_role", "national_presence"),
    [(0.9, 0.1), (0.1, 0.9)],
    ids=["for the alliance", "for itself"],
)
def test_the_stronger_of_two_reasons_to_sail_counts(asia_role, national_presence):
    wishes = {"asia_role": asia_role, "national_presence": national_presence}

    assert deployment_weight(**NAVY | wishes) == pytest.approx(18.0)


@pytest.mark.parametrize(
    "missing",
    [
        {"fleet": 0.0},
        {"asia_role": 0.0, "national_presence": 0.0},
        {"can_deploy": 0.0, "novice_share": 0.0},
    ],
    ids=["no fleet", "no wish", "no practice"],
)
def test_without_fleet_wish_or_practice_a_country_has_no_weight(missing):
    assert deployment_weight(**NAVY | missing) == 0.0


@given(
    factor=st.sampled_from(["can_deploy", "asia_role", "national_presence", "novice_share"]),
    values=pairs_of_shares,
    fleet=fleets,
)
def test_more_practice_or_wish_never_lowers_the_weight(factor, values, fleet):
    case = NAVY | {"fleet": fleet}

    less, more = (deployment_weight(**case | {factor: value}) for value in values)

    assert 0.0 <= less <= more + ROUNDING
    assert more <= fleet + ROUNDING


@given(fleets=pairs_of_fleets)
def test_a_larger_fleet_never_weighs_less(fleets):
    small, large = (deployment_weight(**NAVY | {"fleet": fleet}) for fleet in fleets)

    assert small <= large


# on_station


def test_a_country_with_half_the_weight_keeps_half_of_the_ships_asked():
    assert on_station(**STATION) == 6.0


def test_nine_ships_keep_three_on_station():
    assert on_station(**STATION | {"fleet": 9.0}) == 3.0


@pytest.mark.parametrize("missing", ["asked", "share", "fleet"])
def test_nothing_asked_no_share_or_no_fleet_puts_nothing_on_station(missing):
    assert on_station(**STATION | {missing: 0.0}) == 0.0


@given(asked=pairs_of_fleets, share=shares, fleet=fleets, rotation=st.floats(1.0, 5.0))
def test_asking_for_more_never_brings_fewer_nor_more_than_rotation_allows(
    asked, share, fleet, rotation
):
    case = {"share": share, "fleet": fleet, "rotation": rotation}

    less, more = (on_station(**case | {"asked": units}) for units in asked)

    assert 0.0 <= less <= more
    assert more * rotation <= fleet + ROUNDING


@given(rotations=st.tuples(st.floats(1.0, 5.0), st.floats(1.0, 5.0)).map(sorted), fleet=fleets)
def test_a_heavier_rotation_never_keeps_more_on_station(rotations, fleet):
    case = STATION | {"fleet": fleet}

    light, heavy = (on_station(**case | {"rotation": rotation}) for rotation in rotations)

    assert heavy <= light


# joining_probability


def test_half_the_toughness_and_half_the_wish_give_a_quarter_of_the_full_chance():
    assert joining_probability(0.5, 0.5, 0.8) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("china_hardness", "asia_role", "probability"),
    [(0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (1.0, 1.0, 0.6)],
    ids=["no toughness", "no wish", "both in full"],
)
def test_units_join_only_with_toughness_and_wish(china_hardness, asia_role, probability):
    assert joining_probability(china_hardness, asia_role, 0.6) == probability


def test_a_chance_to_join_ends_at_certainty():
    assert joining_probability(1.0, 1.0, 1.5) == 1.0


@given(hardness=pairs_of_shares, asia_role=shares, joining_effect=shares)
def test_tougher_governments_never_join_less(hardness, asia_role, joining_effect):
    softer, tougher = (joining_probability(view, asia_role, joining_effect) for view in hardness)

    assert 0.0 <= softer <= tougher <= joining_effect


# units_away_share


@pytest.mark.parametrize(
    ("days_open", "share"),
    [(0.0, 1.0), (10.0, 0.75), (40.0, 0.0), (400.0, 0.0)],
    ids=["first day", "a quarter of the way", "arrived", "long home"],
)
def test_units_that_do_not_join_come_home_day_by_day(days_open, share):
    assert units_away_share(0.0, days_open, 40.0) == share


@given(days_open=days)
def test_units_that_join_stay(days_open):
    assert units_away_share(1.0, days_open, 40.0) == 1.0


@given(passed=st.tuples(days, days).map(sorted), return_days=st.floats(1.0, 90.0))
def test_nobody_sails_out_again(passed, return_days):
    sooner, later = (units_away_share(0.0, day, return_days) for day in passed)

    assert 0.0 <= later <= sooner <= 1.0
