"""How many US troops are left in each ally, and when are they fewest?"""

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
from sim.model.behaviour.defending import count_us_personnel
from sim.model.ladders import Asset, Stage

OPENS = 11  # step of the war fixed in spring 2027
FUTURES = 12
share = st.floats(0.0, 1.0)
P = SimpleNamespace(us_ground_personnel_share=0.5, us_air_personnel_share=0.375)


def germany_and_iceland():
    low = {"us_personnel_low": math.nan, "us_personnel_now": math.nan}
    return [SimpleNamespace(us_personnel=based, **low) for based in (32000.0, 0.0)]


def count(allies, posture=1.0, step=0, opens=-1, stage=Stage.PEACE, **present):
    """Counts the troops when of each kind of asset so much is present."""
    classes = [SimpleNamespace(present=present.get(asset.name.lower(), 1.0)) for asset in Asset]
    campaign = SimpleNamespace(stage=stage, opens=opens)
    world, united_states = SimpleNamespace(step=step), SimpleNamespace(posture=posture)
    count_us_personnel(allies, world, united_states, classes, campaign, P)
    return allies[0].us_personnel_now


def test_in_peace_all_of_them_are_there_and_no_low_is_counted():
    allies = germany_and_iceland()

    assert count(allies) == 32000.0
    assert math.isnan(allies[0].us_personnel_low)
    assert allies[1].us_personnel_now == 0.0


def test_each_service_goes_with_its_own_assets():
    # half of them ground, 0.375 air, 0.125 naval forces
    assert count(germany_and_iceland(), heavy_ground=0.0) == 16000.0
    assert count(germany_and_iceland(), aircraft=0.0) == 20000.0
    assert count(germany_and_iceland(), warships=0.0) == 28000.0


def test_posture_and_the_pacific_multiply():
    assert count(germany_and_iceland(), posture=0.5, heavy_ground=0.5) == 12000.0


@given(posture=share, less=share, more=share)
def test_the_more_is_pulled_the_fewer_are_left(posture, less, more):
    less, more = sorted((less, more))
    pulled, kept = (
        count(germany_and_iceland(), posture, aircraft=part, warships=part) for part in (less, more)
    )

    assert 0 <= pulled <= kept + 1e-6 <= 32000.0 * posture + 2e-6


def test_the_low_is_that_of_the_year_after_the_opening():
    allies = germany_and_iceland()
    lows = []

    for since, left in enumerate([0.75, 0.5, 1.0, 0.625, 0.25]):
        count(allies, left, step=8 + since, opens=8, stage=Stage.WAR)
        lows.append(allies[0].us_personnel_low)

    assert lows == [24000.0, 16000.0, 16000.0, 16000.0, 16000.0]


# whole games


@pytest.fixture(scope="module")
def case(cases):
    war = cases["taiwan_2027"]
    return replace(war, paths={"status_quo": war.paths["status_quo"]})


@pytest.fixture(scope="module")
def start(case):
    return build_start(case)


@pytest.fixture(scope="module")
def runs(start):
    return [ensemble.trace(start, 0, future) for future in range(FUTURES)]


def test_the_low_of_the_game_is_the_lowest_quarter_of_the_year_after_the_opening(runs, start):
    for run in runs:
        allies = run.countries[:, : start.n_allies]
        year = allies["us_personnel_now"][OPENS : OPENS + 4]
        low = allies["us_personnel_low"]
        assert np.all(np.isnan(low[:OPENS]))
        assert np.array_equal(low[-1], year.min(axis=0))


def test_at_its_lowest_no_ally_has_more_than_when_the_war_opens(runs, start):
    fewer = 0
    for run in runs:
        allies = run.countries[:, : start.n_allies]
        opening = allies["us_personnel_now"][OPENS]
        assert np.all(allies["us_personnel_low"][-1] <= opening)
        fewer += np.sum(allies["us_personnel_low"][-1] < opening)
    assert fewer > 0, "nobody was ever pulled"


def test_before_the_war_troops_are_as_many_as_posture_leaves(runs, start):
    for run in runs:
        allies = run.countries[:OPENS, : start.n_allies]
        posture = run.united_states["posture"][:OPENS]
        assert allies["us_personnel_now"] == pytest.approx(
            allies["us_personnel"] * posture[:, None]
        )


def test_only_hosts_have_troops_and_germany_has_most(start):
    based = dict(zip(start.iso3, start.countries[0]["us_personnel"].tolist(), strict=True))
    allies = {iso3: based[iso3] for iso3 in start.iso3[: start.n_allies]}

    assert max(allies, key=allies.get) == "DEU"
    assert 50_000 < sum(allies.values()) < 100_000
    assert all(based[iso3] == 0 for iso3 in start.iso3[start.n_allies :])


def test_the_bill_of_a_country_shows_its_low_and_its_end(runs, start, case):
    outcome = play(case, futures=FUTURES)

    low, end = (outcome.by_country[f"us_personnel_{when}"][0] for when in ("low", "end"))

    for future, run in enumerate(runs):
        last = run.countries[-1]
        assert np.array_equal(low[future], last["us_personnel_low"], equal_nan=True)
        assert np.array_equal(end[future], last["us_personnel_now"], equal_nan=True)
    for troops in (low, end):
        assert np.all(troops[:, : start.n_allies] >= 0)
        assert np.all(np.isnan(troops[:, start.n_allies :])), "only allies are counted"


def test_without_a_war_no_low_is_counted(cases):
    bills = play(cases["no_contingency"], futures=2).by_country
    start = build_start(cases["no_contingency"])

    assert np.all(np.isnan(bills["us_personnel_low"]))
    assert np.all(bills["us_personnel_end"][:, :, : start.n_allies] >= 0)
