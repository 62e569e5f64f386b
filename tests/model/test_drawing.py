"""What does a contingency pull from Europe, turn by turn, and when does it give it back?"""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.model.behaviour.drawing import lose_assets, pull_assets, settle_balance_after
from sim.model.ladders import Asset, Contingency, Stage

P = SimpleNamespace(
    draw_half_time_days=21.0,
    return_half_time_days=60.0,
    held_back_effect=0.2,
    aftermath_balance_effect=0.2,
)
WEEK, YEAR, HOLD = 7.0, 365.0, 60.0
ROUNDING = 1e-9


def asset_of(kind=Asset.AIRCRAFT, ratio=1.0):
    return SimpleNamespace(
        code=kind,
        drawn_share=0.6,
        draw_time_ratio=ratio,
        lost_share=0.2,
        rebuild_years=8.0,
        away=0.0,
        lost=0.0,
        present=1.0,
        drawn_peak=0.0,
    )


def year_of(war_days, kind=Contingency.BLOCKADE, deficit=0.0, **asset):
    """Share in Europe at the end of every week of a year with a war of so many days."""
    asset = asset_of(**asset)
    campaign = SimpleNamespace(
        kind=kind,
        stage=Stage.WAR,
        turn_days=WEEK,
        intensity=1.0,
        europe_deficit=deficit,
        us_enters=1,
        us_aircraft=300.0,
        us_aircraft_lost=100.0,
    )
    united_states = SimpleNamespace(commitment=0.8)
    left = []
    day = 0.0
    while day < YEAR:
        day += WEEK
        before = campaign.stage
        if day >= war_days:
            campaign.stage = Stage.HOLD
        if day > war_days + HOLD:
            campaign.stage = Stage.RETURN
        campaign.us_days = min(day, war_days + HOLD)
        pull_assets(asset, campaign, united_states, P)
        lose_assets(asset, campaign, before)
        left.append(asset.present)
    return left


@given(war=st.tuples(st.floats(7, 300), st.floats(7, 300)).map(sorted))
def test_a_longer_war_never_returns_assets_to_europe_sooner(war):
    short, long = (year_of(days) for days in war)

    assert all(more <= less + 0.02 for less, more in zip(short, long, strict=True))
    assert sum(long) <= sum(short) + ROUNDING


def test_missiles_leave_first_and_armour_last():
    missiles, aircraft, armour = (year_of(90.0, ratio=ratio) for ratio in (0.3, 1.0, 3.0))

    assert missiles[2] < aircraft[2] < armour[2]


@given(deficit=st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted))
def test_a_europe_that_can_hold_alone_lets_more_go(deficit):
    strong, weak = (year_of(90.0, deficit=d) for d in deficit)

    assert all(s <= w + ROUNDING for s, w in zip(strong, weak, strict=True))


@pytest.mark.parametrize("war_days", [7.0, 90.0, 200.0])
def test_nothing_is_created_and_nothing_is_negative(war_days):
    assert all(0 <= left <= 1 for left in year_of(war_days))


def test_in_an_invasion_what_was_pulled_shares_the_fate_of_the_theatre():
    asset = asset_of()
    asset.away = 0.4
    campaign = SimpleNamespace(
        kind=Contingency.INVASION,
        stage=Stage.HOLD,
        us_enters=1,
        us_aircraft=300.0,
        us_aircraft_lost=100.0,
    )

    lose_assets(asset, campaign, Stage.WAR)

    assert (asset.lost, asset.away) == pytest.approx((0.1, 0.3))


def test_the_balance_turns_once_when_the_fighting_stops():
    campaign = SimpleNamespace(
        stage=Stage.HOLD,
        us_aircraft=75.0,
        us_aircraft_lost=25.0,
        china_amphibious=5.0,
        china_amphibious_lost=15.0,
        china_escorts=20.0,
        china_escorts_lost=0.0,
    )
    world = SimpleNamespace(balance_after=0.0)

    settle_balance_after(campaign, world, Stage.HOLD, P)
    assert world.balance_after == 0.0

    settle_balance_after(campaign, world, Stage.WAR, P)
    assert world.balance_after == pytest.approx(0.2 * (0.25 - 15 / 40))
