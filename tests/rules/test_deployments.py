"""Do deployments stay national, within rotation, and come home or join?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.deployments import (
    bound_units,
    deployment_weight,
    joining_probability,
    on_station,
    presence_there,
    staying_probability,
    surge_units,
    units_away_share,
    us_personnel_left,
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
CRISIS = {"on_station": 2.0, "ready": 10.0, "committed": 4.0, "surge": 0.5}
TROOPS = {
    "ground_left": 0.9,
    "air_left": 0.5,
    "sea_left": 0.2,
    "ground_share": 0.5,
    "air_share": 0.3,
}


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


# staying_probability


def test_half_the_toughness_and_half_the_wish_take_a_quarter_off_the_chance_to_leave():
    assert staying_probability(0.5, 0.5, 0.4) == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("china_hardness", "asia_role", "probability"),
    [(0.0, 1.0, 0.6), (1.0, 0.0, 0.6), (1.0, 1.0, 1.0)],
    ids=["no toughness", "no wish", "both in full"],
)
def test_only_toughness_and_wish_together_keep_units_in_a_crisis(
    china_hardness, asia_role, probability
):
    assert staying_probability(china_hardness, asia_role, 0.4) == pytest.approx(probability)


@pytest.mark.parametrize(("leaving_share", "probability"), [(0.0, 1.0), (1.0, 0.0)])
def test_one_with_neither_leaves_as_often_as_such_countries_do(leaving_share, probability):
    assert staying_probability(0.0, 0.0, leaving_share) == probability


@given(hardness=pairs_of_shares, asia_role=shares, leaving_share=shares)
def test_tougher_governments_never_leave_sooner(hardness, asia_role, leaving_share):
    softer, tougher = (staying_probability(view, asia_role, leaving_share) for view in hardness)

    assert 0.0 <= softer <= tougher + ROUNDING
    assert tougher <= 1.0


# surge_units


def test_half_a_surge_adds_half_of_what_is_on_station():
    assert surge_units(**CRISIS) == 1.0


def test_a_full_surge_doubles_what_is_on_station():
    assert surge_units(**CRISIS | {"surge": 1.0}) == 2.0


def test_a_surge_ends_where_no_ready_unit_is_left():
    assert surge_units(**CRISIS | {"surge": 1.0, "committed": 8.5}) == 1.5


@pytest.mark.parametrize(
    "missing",
    [{"surge": 0.0}, {"on_station": 0.0}, {"ready": 0.0}, {"committed": 12.0}],
    ids=["no will", "nothing there", "nothing ready", "more bound than ready"],
)
def test_without_will_presence_or_ready_units_nothing_is_sent(missing):
    assert surge_units(**CRISIS | missing) == 0.0


@given(
    name=st.sampled_from(["on_station", "ready", "surge"]),
    values=st.tuples(shares, shares).map(sorted),
    committed=shares,
)
def test_more_will_units_or_presence_never_send_less_nor_more_than_is_ready(
    name, values, committed
):
    case = {"on_station": 0.5, "ready": 0.8, "surge": 0.5, "committed": committed}

    less, more = (surge_units(**case | {name: value}) for value in values)

    assert 0.0 <= less <= more
    assert more <= max(0.0, (case | {name: values[1]})["ready"] - committed)


@given(committed=pairs_of_fleets, ready=fleets)
def test_units_bound_already_are_never_sent_again(committed, ready):
    fewer, more = (
        surge_units(on_station=50.0, ready=ready, committed=units, surge=1.0) for units in committed
    )

    assert more <= fewer


# us_personnel_left


def test_troops_that_are_left_are_counted_by_service():
    # 0.5 x 0.9 + 0.3 x 0.5 + 0.2 x 0.2
    assert us_personnel_left(**TROOPS) == pytest.approx(0.64)


@pytest.mark.parametrize("left", [0.0, 0.4, 1.0])
def test_what_all_services_have_left_the_whole_has_left(left):
    all_alike = {"ground_left": left, "air_left": left, "sea_left": left}

    assert us_personnel_left(**TROOPS | all_alike) == pytest.approx(left)


def test_without_ground_and_air_forces_all_are_naval():
    assert us_personnel_left(**TROOPS | {"ground_share": 0.0, "air_share": 0.0}) == 0.2


@given(
    service=st.sampled_from(["ground_left", "air_left", "sea_left"]),
    values=pairs_of_shares,
    split=pairs_of_shares,
)
def test_no_service_that_stays_lowers_the_count(service, values, split):
    shares_of_services = {"ground_share": split[0], "air_share": split[1] - split[0]}
    case = TROOPS | shares_of_services

    less, more = (us_personnel_left(**case | {service: value}) for value in values)

    assert -ROUNDING <= less <= more + ROUNDING
    assert more <= 1.0 + ROUNDING


def test_two_ships_on_station_bind_four_ready_ones():
    # themselves, and half of the four that rest or sail home
    assert bound_units(on_station=2.0, rotation=3.0, ready_share=0.5) == 4.0


@pytest.mark.parametrize(("rotation", "ready_share"), [(1.0, 0.7), (3.0, 0.0)])
def test_without_rotation_or_readiness_a_unit_binds_itself_alone(rotation, ready_share):
    assert bound_units(2.5, rotation, ready_share) == 2.5


@given(on_station=st.floats(0.0, 50.0), rotation=st.floats(1.0, 6.0), ready_share=st.floats(0, 1))
def test_units_bound_are_never_fewer_than_those_on_station(on_station, rotation, ready_share):
    most = on_station * rotation * (1 + 1e-12)
    assert on_station <= bound_units(on_station, rotation, ready_share) <= most


def test_half_the_ships_and_all_the_aircraft_of_the_largest_presence_are_three_quarters():
    assert presence_there(ships=6.0, aircraft=8.0, full_ships=12.0, full_aircraft=8.0) == 0.75


def test_nobody_there_is_no_presence():
    assert presence_there(ships=0.0, aircraft=0.0, full_ships=12.0, full_aircraft=8.0) == 0.0


@given(ships=pairs_of_shares, aircraft=shares)
def test_another_ship_never_lowers_presence(ships, aircraft):
    less, more = (presence_there(number, aircraft, 1.0, 1.0) for number in ships)

    assert 0.0 <= less <= more <= 1.0
