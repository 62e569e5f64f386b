"""Where China decides, do its chances come from a play in which it weighs and never acts?"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiment.expected import EXPECTED, china_decides, weighed_only
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import deciding
from sim.model.behaviour.deciding import add_up_chances, stop_short

FUTURES = 60
ROUNDING = 1e-12
ACTS = ("p_quarantine", "p_blockade", "p_invasion")
share = st.floats(0.0, 1.0)


@pytest.fixture(scope="module")
def case(cases):
    """China decides; the status quo, presence in Asia, and the other way round."""
    paths = ("status_quo", "symbolic_deployments", "burden_shifting")
    endogenous = cases["taiwan_endogenous"]
    return replace(endogenous, paths={name: endogenous.paths[name] for name in paths})


@pytest.fixture(scope="module")
def outcome(case):
    outcome = play(case, futures=FUTURES)
    assert 0.2 < outcome.measures["opened"].mean() < 0.9, "too tame or too wild to test anything"
    return outcome


def force_of(measures):
    """The chance that China acts at all [path, future]."""
    return sum(measures[name] for name in ACTS)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_chance_lies_between_none_and_certainty(outcome, name):
    values = outcome.measures[name]

    assert np.all(values >= 0)
    assert np.all(values <= 1)
    assert np.ptp(values) > 0.02, "the futures are too much alike"


def test_no_more_than_one_act_comes_first(outcome):
    assert np.all(force_of(outcome.measures) <= 1)


def test_no_force_comes_without_a_crisis(outcome):
    assert np.all(force_of(outcome.measures) <= outcome.measures["p_crisis"] + ROUNDING)


def test_force_is_a_blockade_or_an_invasion(outcome):
    measures = outcome.measures

    assert np.array_equal(measures["p_force"], measures["p_blockade"] + measures["p_invasion"])


@pytest.mark.parametrize("name", EXPECTED)
def test_chances_are_those_of_the_play_without_acts_whether_or_not_an_act_was_drawn(
    case, outcome, name
):
    without = ensemble.play(weighed_only(build_start(case)), 0, FUTURES)[0]

    assert np.array_equal(outcome.measures[name], without.ledger[name])


def test_in_the_play_without_acts_no_act_is_drawn(case):
    without = ensemble.play(weighed_only(build_start(case)), 0, FUTURES)[0]

    assert np.all(without.ledger["opened"] == 0)


def test_all_else_is_as_it_was_drawn(case, outcome):
    drawn = ensemble.play(build_start(case), 0, FUTURES)[0].ledger

    for name in set(drawn.dtype.names) - set(EXPECTED):
        assert np.array_equal(outcome.measures[name], drawn[name], equal_nan=True), name


def test_a_drawn_act_cuts_the_sum_short_and_the_second_play_does_not(case, outcome):
    drawn = ensemble.play(build_start(case), 0, FUTURES)[0].ledger
    acted = drawn["opened"] == 1

    whole, cut = outcome.measures["p_force"][acted], drawn["p_force"][acted]

    assert np.mean(whole > cut) > 0.9
    assert whole.mean() > 1.5 * cut.mean()


def test_the_series_of_half_years_goes_on_after_a_drawn_act(outcome):
    """It is the chance of the half-year, so that it is never empty where China would choose."""
    chooses = outcome.series["p_force"].min(axis=(0, 1)) > 0

    quarters = np.arange(outcome.case.steps)
    assert np.array_equal(chooses, quarters % 2 == 1), "the second and fourth quarter"


@pytest.mark.parametrize("future", [0, 5, 9])
def test_each_chance_counts_by_that_of_no_act_before_it(case, outcome, future):
    without = ensemble.trace(weighed_only(build_start(case)), 0, future)
    halves = without.china[1::2]
    acts = {"p_quarantine": 0.0, "p_blockade": 0.0, "p_invade": 0.0}
    calm = restraint = 1.0

    for half in halves:
        for name in acts:
            acts[name] += restraint * half[name]
        restraint *= 1 - half["p_quarantine"] - half["p_blockade"] - half["p_invade"]
        calm *= 1 - half["p_crisis"]

    for name, total in zip(ACTS, acts.values(), strict=True):
        assert outcome.measures[name][0, future] == pytest.approx(total)
    assert outcome.measures["p_crisis"][0, future] == pytest.approx(1 - calm)
    assert sum(acts.values()) == pytest.approx(1 - restraint)


def test_until_an_act_is_drawn_both_plays_are_the_same(case):
    start = build_start(replace(case, paths={"status_quo": case.paths["status_quo"]}))
    without = weighed_only(start)
    for future in range(12):
        drawn, weighed = (ensemble.trace(one, 0, future) for one in (start, without))
        opens = int(drawn.campaign["opens"][-1])
        until = opens if opens >= 0 else start.steps
        for part in set(ensemble.Entities._fields) - {"campaign"}:
            here, there = getattr(drawn, part)[:until], getattr(weighed, part)[:until]
            for name in here.dtype.names:
                unlike = not np.array_equal(
                    here[name], there[name], equal_nan=here[name].dtype.kind == "f"
                )
                assert not unlike, (future, part, name)


@pytest.mark.slow
def test_as_many_futures_draw_an_act_as_the_chances_say(case):
    one = replace(case, paths={"status_quo": case.paths["status_quo"]})
    measures = play(one, futures=400).measures

    chances, acted = force_of(measures)[0], measures["opened"][0]

    by_luck = np.sqrt(np.mean(chances * (1 - chances)) / len(chances))
    assert abs(acted.mean() - chances.mean()) < 3 * by_luck


@pytest.mark.slow
def test_what_a_path_changes_varies_far_less_than_what_is_drawn(case):
    measures = play(case, futures=200).measures
    chances, drawn = force_of(measures), measures["opened"]

    weighed, counted = (np.var(values[1] - values[0]) for values in (chances, drawn))

    assert weighed > 0
    assert counted > 0, "no act is drawn on one path only"
    assert weighed < 0.05 * counted


def test_a_path_that_changes_nothing_differs_by_exactly_zero(case):
    twin = replace(case.paths["status_quo"], name="twin")
    both = {"status_quo": case.paths["status_quo"], "twin": twin}

    outcome = play(replace(case, paths=both), futures=12)

    for name, values in outcome.measures.items():
        assert np.array_equal(values[0], values[1], equal_nan=True), name
    assert np.array_equal(*outcome.series["p_force"])


@pytest.mark.parametrize("scenario", ["taiwan_2027", "no_contingency", "blockade_2027"])
def test_where_the_scenario_decides_there_are_no_chances_to_add_up(cases, scenario):
    case = cases[scenario]
    one = replace(case, paths={"status_quo": case.paths["status_quo"]})

    assert not china_decides(build_start(one))
    measures = play(one, futures=2).measures
    assert all(np.all(measures[name] == 0) for name in EXPECTED)


def test_weighing_leaves_the_beginning_itself_as_it_was(case):
    start = build_start(case)

    other = weighed_only(start)

    assert china_decides(start)
    assert not china_decides(other)


# by hand, without a game


def weighing(p_crisis, *acts):
    """China with its chances of this half-year: of a crisis, and of each of three acts."""
    names = ("p_quarantine", "p_blockade", "p_invade")
    totals = dict.fromkeys(("quarantine_total", "blockade_total", "invade_total"), 0.0)
    chances = dict(zip(names, acts, strict=True))
    return SimpleNamespace(
        p_crisis=p_crisis, crisis=0, calm=1.0, restraint=1.0, **chances, **totals
    )


def test_two_half_years_with_a_fourth_each_add_up_to_seven_sixteenths():
    # an act of either kind: 1/8 + 3/4 x 1/8; no crisis: 1/2 x 1/2
    china = weighing(0.5, 0.125, 0.125, 0.0)

    add_up_chances(china)
    add_up_chances(china)

    assert (china.quarantine_total, china.blockade_total) == (0.21875, 0.21875)
    assert china.invade_total == 0.0
    assert china.restraint == 0.5625
    assert china.calm == 0.25


@given(halves=st.lists(st.tuples(share, share, share), min_size=1, max_size=23))
def test_chances_add_up_to_what_restraint_leaves_however_many_there_are(halves):
    china = weighing(0.0, 0.0, 0.0, 0.0)

    for p_crisis, of_crises, of_acts in halves:
        china.p_crisis = p_crisis
        china.p_quarantine = p_crisis * of_crises * of_acts
        china.p_blockade = p_crisis * of_crises * (1 - of_acts) / 2
        china.p_invade = p_crisis * of_crises * (1 - of_acts) / 2
        add_up_chances(china)

    acted = china.quarantine_total + china.blockade_total + china.invade_total
    assert 0 <= acted <= 1 + ROUNDING
    assert acted == pytest.approx(1 - china.restraint, abs=1e-9)
    assert china.calm <= china.restraint + ROUNDING, "no act comes without a crisis"


def crises(china, monkeypatch, n=400):
    """How often a crisis opens that stops short of force, over evenly spread luck [share]."""
    opened = 0
    for k in range(n):
        monkeypatch.setattr(deciding, "chance", lambda world, actor, decision, k=k: (k + 0.5) / n)
        china.crisis = 0
        stop_short(china, SimpleNamespace())
        opened += china.crisis
    return opened / n


def test_a_crisis_that_stops_short_is_as_likely_as_one_given_that_china_does_not_act(monkeypatch):
    # a crisis 0.4, of which 0.2 goes on to an act: (0.4 - 0.2) / (1 - 0.2)
    china = weighing(0.4, 0.1, 0.05, 0.05)

    assert crises(china, monkeypatch) == pytest.approx(0.25, abs=0.005)


def test_where_every_crisis_ends_in_force_none_stops_short(monkeypatch):
    assert crises(weighing(0.375, 0.125, 0.125, 0.125), monkeypatch) == 0
