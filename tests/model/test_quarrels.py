"""What do quarrels in the council leave behind: memory, strain, a split that China sees?"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import Prior
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.behaviour import council
from sim.model.behaviour.council import agenda_time, forget_quarrels, pass_probability
from sim.model.behaviour.deciding import see_split
from sim.model.behaviour.speaking import cooperate
from sim.model.ladders import Agenda

share = st.floats(0.0, 1.0)
quarrels = st.floats(0.0, 30.0)
SEEN = ("passed_seen", "blocked_seen", "reservations_seen")
ASKS, STOPS = 2, 18  # quarters in which the path asks for an office: 2025 to 2028
BARGAIN = {
    **{"council_choice_precision": 8.0, "no_agreement_cost": 0.15, "isolation_cost": 0.2},
    **{"side_payment": 0.1, "office_position": 1.0, "test_status_quo": 0.3, "test_draft": 0.45},
}


def body(**seen):
    """A council that remembers what is named."""
    return SimpleNamespace(**dict.fromkeys(SEEN, 0.0) | seen)


# strain: what quarrels cost later drafts


def vote(wants, draft, strain_effect, blocked_seen, code=Agenda.TAIWAN_TEXT):
    """Chance that one government lets a draft pass."""
    member = SimpleNamespace(china_hardness=wants, asia_role=wants, transactional=0.5, is_member=1)
    item = SimpleNamespace(code=code, in_force=0.1, divisible=1)
    p = SimpleNamespace(**BARGAIN, strain_effect=strain_effect)
    return pass_probability(member, item, draft, 0.8, body(blocked_seen=blocked_seen), p)


@given(wants=share, draft=share, few=quarrels, many=quarrels)
def test_without_an_effect_of_strain_the_history_of_quarrels_changes_no_vote(
    wants, draft, few, many
):
    assert vote(wants, draft, 0.0, few) == vote(wants, draft, 0.0, many)


@given(wants=share, draft=share, few=quarrels, many=quarrels, effect=st.floats(0.0, 0.05))
def test_where_quarrels_sour_the_next_meeting_no_vote_is_likelier_after_more_of_them(
    wants, draft, few, many, effect
):
    few, many = sorted((few, many))

    assert vote(wants, draft, effect, many) <= vote(wants, draft, effect, few)


@given(wants=share, draft=share, few=quarrels, many=quarrels, effect=st.floats(-0.05, 0.0))
def test_where_members_keep_the_peace_after_quarrels_no_vote_is_less_likely(
    wants, draft, few, many, effect
):
    few, many = sorted((few, many))

    assert vote(wants, draft, effect, many) >= vote(wants, draft, effect, few)


def test_strain_is_strong_enough_to_be_seen():
    assert vote(0.5, 0.4, 0.01, 10.0) < vote(0.5, 0.4, 0.01, 0.0) - 0.01


@pytest.mark.parametrize(("effect", "sign"), [(0.01, -1), (0.0, 0), (-0.01, 1)])
def test_cohesion_feels_the_strain_of_what_was_blocked(effect, sign):
    member = {"asia_role": 0.5, "transactional": 0.0, "russia_threat": 0.5, "autonomy": 0.5}
    member |= {"is_member": 1, "china_hardness": 0.5, "china_engagement": 0.5, "spend_will": 0.5}
    members = [SimpleNamespace(**member) for _ in range(4)]
    items = [SimpleNamespace(code=code, in_force=0.0, divisible=1) for code in Agenda]
    p = SimpleNamespace(**BARGAIN, strain_effect=effect)

    def cohesion(blocked_seen):
        sitting = body(blocked_seen=blocked_seen)
        council.weigh_cohesion(sitting, items, members, p)
        return sitting.cohesion

    assert np.sign(cohesion(10.0) - cohesion(0.0)) == sign


# memory


@pytest.mark.parametrize("years", [1.0, 2.0, 3.5])
def test_half_of_what_the_council_did_is_forgotten_in_its_memory(years):
    sitting = body(passed_seen=4.0, blocked_seen=8.0, reservations_seen=2.0)

    for _ in range(int(4 * years)):
        forget_quarrels(sitting, SimpleNamespace(council_memory_years=years))

    assert [getattr(sitting, name) for name in SEEN] == pytest.approx([2.0, 4.0, 1.0])


def split(posture=1.0, enablers=0.0, weight=0.5, routine=6.0, **seen):
    world = SimpleNamespace(enablers=enablers)
    p = SimpleNamespace(routine_decisions=routine, split_withdrawal_weight=weight)
    see_split(world, SimpleNamespace(posture=posture), body(**seen), p)
    return world.perceived_split


def test_a_blocked_attempt_counts_beside_what_passes_and_the_routine():
    # (2 + 1/2) of 2 + 2 + 6, at half the weight
    seen = {"passed_seen": 2.0, "blocked_seen": 2.0, "reservations_seen": 1.0}

    assert split(**seen) == pytest.approx(0.5 * 0.25)


@given(few=quarrels, many=quarrels, passed=quarrels, reservations=quarrels)
def test_more_that_was_blocked_never_lowers_the_split_that_china_sees(
    few, many, passed, reservations
):
    few, many = sorted((few, many))
    rest = {"passed_seen": passed, "reservations_seen": reservations}

    seen = [split(blocked_seen=blocked, **rest) for blocked in (few, many)]

    assert 0 <= seen[0] <= seen[1] + 1e-12 <= 1 + 1e-12


def test_an_alliance_that_never_quarrelled_and_whose_americans_stay_shows_no_split():
    assert split() == 0.0


# dialogue takes time and money


@pytest.mark.parametrize(
    ("luck", "dialogue", "agenda_share", "left"),
    [
        (0.0, 0.0, 1.0, 3.0),
        (0.99, 1.0, 1.0, 2.0),
        (0.4, 1.0, 0.5, 2.0),
        (0.6, 1.0, 0.5, 3.0),
        (0.3, 0.5, 0.5, 3.0),
    ],
    ids=["no talks", "always", "lucky half", "other half", "fewer talks"],
)
def test_talks_may_take_the_time_of_one_item(monkeypatch, luck, dialogue, agenda_share, left):
    monkeypatch.setattr(council, "chance", lambda world, actor, decision: luck)
    p = SimpleNamespace(dialogue_agenda_share=agenda_share, council_agenda=3.0)

    assert agenda_time(body(dialogue=dialogue), SimpleNamespace(), p) == left


@given(luck=share, less=share, more=share, agenda_share=share)
def test_more_talks_never_leave_more_time(luck, less, more, agenda_share):
    less, more = sorted((less, more))
    p = SimpleNamespace(dialogue_agenda_share=agenda_share, council_agenda=3.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(council, "chance", lambda world, actor, decision: luck)
        few = agenda_time(body(dialogue=less), SimpleNamespace(), p)
        many = agenda_time(body(dialogue=more), SimpleNamespace(), p)

    assert many <= few


@pytest.mark.parametrize(("dialogue", "cost"), [(0.0, 0.0), (0.5, 0.01), (1.0, 0.02)])
def test_talks_cost_their_staff_and_need_no_decision(dialogue, cost):
    p = SimpleNamespace(
        **{"cooperation_delay": 4.0, "cooperation_cost": 1.0, "dialogue_cost": 0.02},
        **{"cyber_resilience_effect": 0.0, "coercion_resilience_effect": 0.0},
        partner_lines_effect=0.0,
    )
    items = [SimpleNamespace(code=code, in_force=0.0, working=0.0) for code in Agenda]
    world = SimpleNamespace()

    cooperate(items, world, dialogue, p)

    assert world.cooperation_spending == pytest.approx(cost)


# whole games


def asking_for_an_office(case, **values):
    """A path that asks for an office for some years and then stops; nobody ever agrees."""
    known = {"no_agreement_cost": 0.0, "isolation_cost": 0.0, "russian_attack_rate": 0.0} | values
    known |= {"stance_noise": 0.0}
    parameters = dict(case.parameters)
    for name, value in known.items():
        parameters[name] = replace(parameters[name], prior=Prior("constant", a=value))
    usual = case.paths["status_quo"]
    office = tuple(float(ASKS <= step < STOPS) for step in range(case.steps))
    asks = replace(usual, name="asks", levers=usual.levers | {"liaison_office": office})
    return replace(case, parameters=parameters, paths={"status_quo": usual, "asks": asks})


@pytest.fixture(scope="module")
def asked(cases):
    start = build_start(asking_for_an_office(cases["no_contingency"]))
    runs = [ensemble.trace(start, 1, future) for future in range(4)]
    assert all(run.council["blocked"][-1] == 8 for run in runs), "two attempts a year"
    return runs


def test_each_blocked_attempt_is_remembered_and_fades_by_the_quarter(asked, cases):
    years = cases["no_contingency"].parameters["council_memory_years"].prior.a
    left = 0.5 ** (1 / (4 * years))
    for run in asked:
        seen, new = run.council["blocked_seen"], np.diff(run.council["blocked"], prepend=0)
        remembered = 0.0
        for step in range(len(seen)):
            remembered = remembered * left + new[step]
            assert seen[step] == pytest.approx(remembered)


def test_the_split_that_china_sees_rises_with_quarrels_and_fades_after_them(asked, cases):
    start = build_start(asking_for_an_office(cases["no_contingency"]))
    for future, run in enumerate(asked):
        quiet = ensemble.trace(start, 0, future)
        extra = run.world["perceived_split"] - quiet.world["perceived_split"]
        assert extra[STOPS - 1] > 0.05
        assert np.all(np.diff(extra[STOPS:]) < 0)
        assert extra[-1] < 0.2 * extra[STOPS - 1]


def test_where_strain_has_no_effect_what_was_blocked_changes_no_cohesion(cases):
    start = build_start(asking_for_an_office(cases["no_contingency"], strain_effect=0.0))

    quiet, quarrelled = (ensemble.trace(start, path, 2).council for path in (0, 1))

    assert quarrelled["blocked"][-1] > 0
    assert np.array_equal(quiet["cohesion"], quarrelled["cohesion"])


def test_strain_lowers_cohesion_while_it_is_remembered_and_comes_back(cases):
    start = build_start(asking_for_an_office(cases["no_contingency"], strain_effect=0.005))

    for future in range(4):
        quiet, quarrelled = (
            ensemble.trace(start, path, future).council["cohesion"] for path in (0, 1)
        )

        lost = quiet - quarrelled
        assert np.all(lost[STOPS - 3 : STOPS + 4] >= 0)
        assert abs(lost[-1]) < 0.35 * lost.max()
