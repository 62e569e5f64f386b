"""How does an invasion go, and does more of what defends Taiwan ever help China?"""

import math
from functools import cache

import pytest

from sim.model.fields.forces import FORCE_FIELDS
from sim.model.fields.invasion import INVASION_FIELDS
from sim.model.fields.losses import LOSS_FIELDS
from sim.model.ladders import Outcome
from tests.helpers.campaigns import ALONE, opened, parameters, played

FUTURES = 120
ROUNDING = 1e-6
LOST = {  # what is left, and what is lost of it
    "us_aircraft": "us_aircraft_lost",
    "us_carriers": "us_carriers_lost",
    "us_escorts": "us_escorts_lost",
    "us_submarines": "us_submarines_lost",
    "japan_aircraft": "japan_aircraft_lost",
    "japan_ships": "japan_ships_lost",
    "partner_ships": "partner_ships_lost",
    "taiwan_aircraft": "taiwan_aircraft_lost",
    "taiwan_ships": "taiwan_ships_lost",
    "china_aircraft": "china_aircraft_lost",
    "china_amphibious": "china_amphibious_lost",
    "china_escorts": "china_escorts_lost",
    "china_submarines": "china_submarines_lost",
}


@cache
def ends(**over):
    """How the campaign ends in each future, with one thing changed or none."""
    return [played(future, **over) for future in range(FUTURES)]


def wins(**over):
    """Share of futures in which China takes the island."""
    return sum(c.outcome == Outcome.CHINESE_VICTORY for c in ends(**over)) / FUTURES


def mean(field, **over):
    return sum(getattr(c, field) for c in ends(**over)) / FUTURES


# more of what defends never helps China


@pytest.mark.parametrize("fewer", [0.0, 200.0, 400.0])
def test_fewer_anti_ship_missiles_never_lower_chinas_chance(fewer):
    assert wins(antiship_choice=fewer) >= wins(antiship_choice=450.0)


def test_without_cruise_missiles_at_sea_chinas_chance_is_never_lower():
    assert wins(at_sea_choice=0.0) >= wins()


def test_without_the_united_states_chinas_chance_is_much_higher():
    assert wins(**ALONE) > wins() + 0.3


@pytest.mark.parametrize("delay", [2.0, 7.0, 14.0, 28.0])
def test_a_later_us_entry_never_lowers_chinas_chance(delay):
    assert wins(us_delay=delay) >= wins(us_delay=delay / 2)


def test_with_japan_closed_chinas_chance_is_never_lower():
    closed = {"japan_basing": 0, "japan_fights": 0}

    assert wins(**closed) >= wins()
    assert wins(at_sea_choice=0.0, **closed) > wins(at_sea_choice=0.0)


def test_when_japan_only_gives_bases_chinas_chance_is_never_lower():
    assert wins(japan_fights=0) >= wins()


def test_european_navies_matter_little_and_japans_bases_more():
    by_ships = wins(at_sea_choice=0.0) - wins(at_sea_choice=0.0, european_navies=1.0)
    by_bases = wins(at_sea_choice=0.0, japan_basing=0, japan_fights=0) - wins(at_sea_choice=0.0)

    assert 0 <= by_ships < 0.05 < by_bases


def test_a_taiwan_that_does_not_resist_is_taken_at_once():
    given_up = opened(3, 1, parameters(3), taiwan_resists=0)[0]

    assert given_up.outcome == Outcome.CHINESE_VICTORY
    assert given_up.battalions_landed == 0.0


@pytest.mark.parametrize("future", range(12))
def test_a_larger_fleet_lands_more(future):
    usual = parameters(future).china_amphibious_ships

    small, large = (
        played(future, turns=2, changed={"china_amphibious_ships": usual * factor})
        for factor in (1.0, 1.5)
    )

    assert large.battalions_landed > small.battalions_landed


def test_a_show_of_force_costs_carriers_and_aircraft():
    assert mean("us_carriers_lost") > mean("us_carriers_lost", show_choice=0.0)
    assert mean("us_aircraft_lost") > mean("us_aircraft_lost", show_choice=0.0)


def test_the_first_salvo_waits_for_a_late_united_states():
    late = [played(k, us_delay=7.0) for k in range(12)]

    assert all(c.us_carriers_lost > 0 for c in late if c.turn > 2)


def test_leaky_ships_die_sooner_on_both_sides():
    tight, leaky = ({"leak_choice": q} for q in (0.08, 0.3))

    assert mean("us_escorts_lost", **leaky) > mean("us_escorts_lost", **tight)
    assert mean("day", **leaky) < mean("day", **tight)


def test_more_interceptors_save_aircraft():
    few, many = ({"pacific_interceptors": ratio} for ratio in (0.5, 2.0))

    assert mean("us_aircraft_lost", **many) < mean("us_aircraft_lost", **few)


def test_strikes_on_the_mainland_cost_china_aircraft():
    struck = {"mainland_choice": 1.0}

    assert mean("china_aircraft_lost", **struck) > mean("china_aircraft_lost")


# books


@pytest.mark.parametrize("over", [{}, ALONE, {"mainland_choice": 1.0, "us_delay": 5.0}], ids=str)
@pytest.mark.parametrize("future", range(8))
def test_nothing_is_negative_and_nothing_is_created(future, over):
    start = opened(future, 1, parameters(future), **over)[0]
    names = [field.name for field in (*FORCE_FIELDS, *LOSS_FIELDS, *INVASION_FIELDS)]

    def check(campaign, p):
        assert min(getattr(campaign, name) for name in names) >= -ROUNDING
        for left, lost in LOST.items():
            total = getattr(campaign, left) + getattr(campaign, lost)
            assert math.isclose(total, getattr(start, left), abs_tol=ROUNDING), left
        ashore = campaign.battalions_landed + campaign.battalions_waiting
        assert math.isclose(ashore, p.china_battalions, rel_tol=1e-9)
        assert campaign.battalions_ashore <= campaign.battalions_landed + ROUNDING

    assert played(future, watch=check, **over).turn > 0


@pytest.mark.parametrize("over", [{}, ALONE], ids=str)
def test_every_campaign_ends_and_says_how(over):
    assert all(c.outcome != Outcome.OPEN for c in ends(**over))
    assert max(c.turn for c in ends(**over)) <= parameters(0).invasion_turns_ceiling


def test_one_that_is_never_decided_is_stopped():
    undecided = {"stalemate_turns": 1000.0, "fleet_defeat_share": 0.0, "ports_to_win": 99.0}

    campaign = played(0, changed=undecided | {"starving_turns": 1000.0})

    assert campaign.outcome == Outcome.STOPPED
    assert campaign.turn == parameters(0).invasion_turns_ceiling


def test_all_ways_to_end_are_met():
    met = {c.outcome for c in ends()} | {c.outcome for c in ends(**ALONE)}

    assert {Outcome.FLEET_DEFEATED, Outcome.CHINESE_VICTORY, Outcome.STALEMATE} <= met


# published games: base case (T19, T20, T32)

PUBLISHED = {
    "us_aircraft_lost": (283, 0.3),
    "japan_aircraft_lost": (122, 0.3),
    "china_aircraft_lost": (161, 0.3),
    "china_amphibious_lost": (86, 0.3),
    "us_carriers_lost": (2, 0.3),
}


@pytest.mark.parametrize("field", PUBLISHED)
def test_losses_of_the_base_case_are_near_those_published(field):
    published, tolerance = PUBLISHED[field]

    assert mean(field) == pytest.approx(published, rel=tolerance)


def test_ships_lost_in_the_base_case_are_near_those_published():
    assert 7 <= mean("us_escorts_lost") <= 20
    ships = mean("china_amphibious_lost") + mean("china_escorts_lost")
    assert ships == pytest.approx(138, rel=0.3)


def test_the_base_case_ends_as_published():
    lost = [c.china_amphibious_lost / c.china_amphibious_start for c in ends()]

    assert wins() <= 0.1
    assert 0.8 <= sum(lost) / FUTURES <= 1.0
    assert 25 <= mean("battalions_landed") <= 50


def test_the_450_missiles_are_gone_in_about_a_week():
    gone = [5 <= c.missiles_gone_day <= 12 for c in ends()]

    assert sum(gone) / FUTURES >= 0.8
