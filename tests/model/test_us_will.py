"""Does the will of a US administration move whether it fights, and what China expects of it?"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import Prior
from sim.experiment.expected import weighed_only
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import opening
from sim.model.behaviour.deciding import expected_entry, weigh_entry
from sim.model.behaviour.opening import choose_us_entry, think_again
from sim.model.ladders import Administration, Contingency

FUTURES = 24
share = st.floats(0.0, 1.0)
FORCES = ("p_quarantine", "p_blockade", "p_invasion", "p_force")


def known(**values):
    """Parameters of the US entry, as published but for those named."""
    usual = {
        **{"us_entry_never_share": 0.1, "us_stays_out_of_blockade": 0.21},
        **{"us_stays_out_of_quarantine": 0.37, "us_will_reference": 0.6, "us_will_effect": 3.0},
        **{"us_entry_immediate_share": 0.6, "us_entry_days_share": 0.15},
        **{"us_entry_weeks_share": 0.15, "us_entry_days_delay": 3.0, "us_entry_weeks_delay": 14.0},
    }
    return SimpleNamespace(**usual | values)


def enters(luck, will, kind=Contingency.INVASION, us_choice=-1):
    """The campaign after the US has chosen, with one number for its luck."""
    campaign = SimpleNamespace(
        kind=kind, us_choice=us_choice, us_delay_choice=-1.0, days_choice=-1.0
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "chance", lambda world, actor, decision: luck)
        choose_us_entry(campaign, SimpleNamespace(), SimpleNamespace(taiwan_will=will), known())
    return campaign


# what China expects


def test_at_the_will_of_the_published_games_the_published_chance_is_expected():
    assert expected_entry(SimpleNamespace(taiwan_will=0.6), known()) == pytest.approx(0.9)


@given(will=share, more=share, effect=st.floats(0.0, 8.0), never=st.floats(0.02, 0.4))
def test_a_less_willing_administration_never_raises_chinas_expectation(will, more, effect, never):
    will, more = sorted((will, more))
    p = known(us_will_effect=effect, us_entry_never_share=never)

    less_willing, willing = (
        expected_entry(SimpleNamespace(taiwan_will=w), p) for w in (will, more)
    )

    assert 0 <= less_willing <= willing <= 1


def test_where_will_has_no_effect_every_administration_is_expected_to_do_the_same():
    p = known(us_will_effect=0.0)

    assert expected_entry(SimpleNamespace(taiwan_will=0.0), p) == pytest.approx(0.9)
    assert expected_entry(SimpleNamespace(taiwan_will=1.0), p) == pytest.approx(0.9)


@pytest.mark.parametrize("choice", [0, 1])
def test_china_goes_by_what_it_knows_when_it_knows(choice):
    china, campaign = SimpleNamespace(), SimpleNamespace(us_known=1, us_choice=choice)

    weigh_entry(china, campaign, SimpleNamespace(taiwan_will=0.6), known())

    assert china.entry == float(choice)


@pytest.mark.parametrize("choice", [-1, 0, 1])
def test_china_goes_by_the_administration_when_it_does_not_know(choice):
    china, campaign = SimpleNamespace(), SimpleNamespace(us_known=0, us_choice=choice)

    weigh_entry(china, campaign, SimpleNamespace(taiwan_will=0.6), known())

    assert china.entry == pytest.approx(0.9)


# whether the United States fights


@given(
    luck=st.floats(0.0, 1.0, exclude_max=True),
    will=share,
    more=share,
    kind=st.sampled_from([kind for kind in Contingency if kind != Contingency.NONE]),
)
def test_whatever_the_luck_a_less_willing_administration_never_fights_alone(luck, will, more, kind):
    will, more = sorted((will, more))

    less_willing, willing = (enters(luck, w, kind=kind).us_enters for w in (will, more))

    assert less_willing <= willing


def test_will_decides_in_the_futures_between():
    assert enters(0.88, will=0.7).us_enters == 1
    assert enters(0.88, will=0.45).us_enters == 0


@pytest.mark.parametrize("will", [0.0, 1.0])
@pytest.mark.parametrize("luck", [0.0, 0.5, 0.999])
@pytest.mark.parametrize("choice", [0, 1])
def test_what_the_scenario_fixes_holds_whoever_governs(choice, luck, will):
    assert enters(luck, will, us_choice=choice).us_enters == choice


@pytest.mark.parametrize("will", [0.2, 0.6, 0.9])
@pytest.mark.parametrize("choice", [-1, 1], ids=["drawn", "fixed"])
def test_how_late_it_comes_is_as_published_whoever_governs(choice, will):
    spread = [enters((k + 0.5) / 3000, will, us_choice=choice) for k in range(3000)]

    delays = np.array([campaign.us_delay for campaign in spread if campaign.us_enters])

    assert np.mean(delays == 0) == pytest.approx(0.6 / 0.9, abs=0.003)
    assert np.mean(delays == 14) == pytest.approx(0.15 / 0.9, abs=0.003)


def test_who_stays_out_is_not_late():
    assert enters(0.999, will=0.0).us_delay == 0.0


# in whole games


def knowing_case(case, **values):
    parameters = dict(case.parameters)
    for name, value in values.items():
        parameters[name] = replace(parameters[name], prior=Prior("constant", a=value))
    return replace(case, parameters=parameters)


@pytest.fixture(scope="module")
def case(cases):
    endogenous = cases["taiwan_endogenous"]
    return replace(endogenous, paths={"status_quo": endogenous.paths["status_quo"]})


@pytest.fixture(scope="module")
def chances(case):
    """Chances of force by what the scenario says of US entry and whether China knows it."""

    def of(us_intervenes, us_entry_known):
        switched = replace(
            case.contingency, us_intervenes=us_intervenes, us_entry_known=us_entry_known
        )
        return play(replace(case, contingency=switched), futures=FUTURES).measures

    return {
        "drawn": of(None, False),
        "out": of(False, False),
        "known out": of(False, True),
        "known in": of(True, True),
    }


@pytest.mark.parametrize("name", ["p_invasion", "p_force"])
def test_a_united_states_known_to_stay_out_raises_the_chance_of_force(chances, name):
    assert np.all(chances["known out"][name] > chances["out"][name])


@pytest.mark.parametrize("name", ["p_invasion", "p_force"])
def test_a_united_states_known_to_fight_lowers_the_chance_of_force(chances, name):
    assert np.mean(chances["known in"][name]) < np.mean(chances["drawn"][name])
    assert np.mean(chances["known in"][name] < chances["drawn"][name]) > 0.9


@pytest.mark.parametrize("name", FORCES)
def test_what_china_does_not_know_changes_no_chance(chances, name):
    assert np.array_equal(chances["out"][name], chances["drawn"][name])


def entries(case, future):
    """What China expects each quarter, and who governs [quarter]."""
    run = ensemble.trace(weighed_only(build_start(case)), 0, future)
    return run.china["entry"], run.united_states["administration"]


@pytest.mark.parametrize("future", range(6))
def test_china_expects_less_of_a_prioritiser_than_of_an_alliance_first_administration(case, future):
    entry, administration = entries(knowing_case(case, us_will_effect=3.0), future)
    less_willing = administration == Administration.PRIORITISER

    expected = {kind: set(entry[less_willing == kind]) for kind in (False, True)}

    assert max(map(len, expected.values())) == 1, "it hangs on nothing else"
    assert all(low < high for low in expected[True] for high in expected[False])


def test_both_kinds_of_administration_are_met(case):
    seen = set()
    for future in range(6):
        seen |= set(entries(case, future)[1].tolist())

    assert seen == set(Administration)


def test_belief_in_entry_without_effect_changes_no_chance(case):
    """Then it is all one who governs, and what China knows."""
    deaf = knowing_case(case, us_entry_belief_effect=0.0)
    told = replace(case.contingency, us_intervenes=False, us_entry_known=True)

    usual, known_out = (
        play(each, futures=6).measures for each in (deaf, replace(deaf, contingency=told))
    )

    for name in FORCES:
        assert np.array_equal(usual[name], known_out[name]), name


# when it grows graver


@pytest.mark.parametrize(
    ("luck", "kind", "comes"),
    [
        (0.70, Contingency.BLOCKADE, 1),
        (0.70, Contingency.QUARANTINE, 0),
        (0.85, Contingency.BLOCKADE, 0),
        (0.85, Contingency.INVASION, 1),
        (0.95, Contingency.INVASION, 0),
    ],
)
def test_a_us_that_stayed_out_of_less_may_come_for_more_with_the_same_luck(luck, kind, comes):
    campaign = enters(luck, will=0.6, kind=Contingency.QUARANTINE)
    assert campaign.us_enters == 0
    campaign.kind, campaign.day = kind, 21.0

    think_again(campaign, SimpleNamespace(taiwan_will=0.6), known())

    assert campaign.us_enters == comes
    assert campaign.us_delay == 21.0 * comes


@pytest.mark.parametrize("choice", [0, 1])
def test_what_the_scenario_fixes_is_not_thought_over(choice):
    campaign = enters(0.0, will=0.6, kind=Contingency.QUARANTINE, us_choice=choice)
    campaign.kind, campaign.day = Contingency.INVASION, 21.0

    think_again(campaign, SimpleNamespace(taiwan_will=0.6), known())

    assert (campaign.us_enters, campaign.us_delay) == (choice, 0.0)
