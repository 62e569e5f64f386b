"""Do the reasons that a trace gives add up to what was decided?"""

import math
from dataclasses import replace

import pytest

from sim.model.behaviour.budgeting import set_budget, wanted_growth
from sim.model.behaviour.deciding import odds, weigh_acts
from sim.model.ladders import Contingency, Front
from sim.model.state import changed
from sim.rules.campaign import half_life_left
from sim.rules.curves import logistic
from sim.trace.choosing import (
    balance_part,
    choice_reasons,
    deterrent_parts,
    entry_part,
    success_part,
    weighed,
)
from sim.trace.debate import debates, vote_reasons
from sim.trace.fighting import loss_reasons
from sim.trace.reasons import (
    alignment_reasons,
    budget_reasons,
    budget_setting,
    coercion_reasons,
    growth_parts,
    narrative_reasons,
    posture_reasons,
    strength_words,
)

SURGE = "surge of the others in a crisis"
ENTRY = "whether the United States would fight"
QUARRELS = "quarrels still remembered"
SANCTIONS = "sanctions and China's answer to them"


def total(reasons):
    return math.fsum(reason.contribution for reason in reasons)


def log_odds(chance):
    return math.log(chance / (1 - chance))


def turns_of(watched, *quarters):
    return [turn for turn in watched.turns if turn.quarter in quarters]


def weighing(watched):
    """The quarters in which China weighs whether to act."""
    return [turn for turn in watched.turns if turn.after.china.p_crisis > 0]


def opening_turn(watched):
    return next(turn for turn in watched.turns if turn.step == turn.after.campaign.opens)


def bystanders(turn):
    return [country for country in turn.after.everyone if country.front == Front.NONE]


def named(reasons, name):
    return next(reason for reason in reasons if reason.name == name)


@pytest.fixture(params=["played", "troubled"])
def deciding(request):
    """Futures in which China decides, a calm and a troubled one."""
    return request.getfixturevalue(request.param)


def test_a_budget_is_set_again_to_the_last_digit(played):
    for turn in turns_of(played, 4):
        for ally in turn.allies:
            setting = budget_setting(turn, ally)
            set_budget(*setting, turn.p)
            assert setting[0].spending_growth == ally.spending_growth


def test_the_parts_of_a_budget_sum_to_the_growth_that_is_wanted(played):
    for turn in turns_of(played, 4):
        for ally in turn.allies:
            wanted = wanted_growth(*budget_setting(turn, ally), turn.p)
            assert math.fsum(growth_parts(turn, ally).values()) == pytest.approx(wanted, abs=1e-12)


def test_all_reasons_of_a_budget_sum_to_the_percent_that_is_told(played):
    for turn in turns_of(played, 4):
        for ally in turn.allies:
            decided = 100 * (math.exp(ally.spending_growth) - 1)
            assert total(budget_reasons(turn, ally)) == pytest.approx(decided, abs=1e-9)


def test_what_deters_china_sums_to_its_deterrents(deciding):
    for turn in deciding.turns:
        parts = deterrent_parts(turn)
        assert math.fsum(parts.values()) == pytest.approx(turn.after.china.deterrents, abs=1e-12)


def test_success_and_deterrents_make_the_odds_of_an_act(deciding):
    for turn in weighing(deciding):
        china = turn.after.china
        parts = success_part(turn, Contingency.INVASION) + china.deterrents
        told = math.log(odds(china, china.invade_at_start, turn.p.invasion_success, turn.p))
        assert told == pytest.approx(china.invade_at_start + parts, abs=1e-9)


def test_success_alone_moves_one_act_against_another(deciding):
    for turn in weighing(deciding):
        china = turn.after.china
        told = math.log(china.p_invade / china.p_blockade)
        start = china.invade_at_start - china.blockade_at_start
        moved = success_part(turn, Contingency.INVASION) - success_part(turn, Contingency.BLOCKADE)
        assert told == pytest.approx(start + moved, abs=1e-9)


def test_balance_and_us_entry_are_each_the_whole_where_the_other_is_as_at_the_start(troubled):
    turn = weighing(troubled)[-1]
    start = turn.after.china.entry_start
    calm, sure = (
        replace(turn, after=changed(turn.after, china=changed(turn.after.china, **as_then)))
        for as_then in ({"balance": 0.0}, {"entry": start})
    )

    assert turn.after.china.balance != 0
    assert turn.after.china.entry != start
    for act in (Contingency.QUARANTINE, Contingency.BLOCKADE, Contingency.INVASION):
        assert entry_part(turn, act) == success_part(calm, act) != 0
        assert balance_part(turn, act) == success_part(sure, act) != 0
        assert entry_part(sure, act) == balance_part(calm, act) == pytest.approx(0, abs=1e-12)


def test_a_us_that_is_less_likely_to_fight_speaks_for_every_act(troubled):
    moved = set()
    for turn in weighing(troubled):
        china = turn.after.china
        less = china.entry_start - china.entry
        moved.add(less > 0)
        for act in (Contingency.QUARANTINE, Contingency.BLOCKADE, Contingency.INVASION):
            part = entry_part(turn, act)
            assert part * less > 0 or abs(less) + abs(part) < 1e-12

    assert moved == {False, True}


def test_the_reason_of_us_entry_is_told_with_what_it_does_to_the_chance_of_force(troubled):
    turn = weighing(troubled)[-1]
    reason = named(choice_reasons(turn, Contingency.INVASION), ENTRY)
    before = weighed(turn, entry=turn.after.china.entry_start)
    china = turn.after.china
    ratio = (china.p_quarantine + china.p_blockade + china.p_invade) / (
        before.p_quarantine + before.p_blockade + before.p_invade
    )

    assert reason.contribution == entry_part(turn, Contingency.INVASION) > 0
    assert reason.effect.value == pytest.approx(ratio - 1)
    assert ratio > 1


def test_the_chances_are_weighed_again_as_they_were(deciding):
    for turn in weighing(deciding):
        china = changed(turn.after.china, p_quarantine=0.0, p_blockade=0.0, p_invade=0.0)
        weigh_acts(china, turn.after.items, turn.after.world, turn.lever, turn.p)
        assert china == turn.after.china


def test_a_reason_that_deters_lowers_the_chance_of_force(deciding):
    reasons = choice_reasons(weighing(deciding)[-1], Contingency.BLOCKADE)

    assert all(reason.contribution * reason.effect.value >= 0 for reason in reasons)
    assert any(reason.effect.value < 0 for reason in reasons)


def test_presence_that_counts_as_a_surge_is_told_with_what_it_does_to_the_chance(played):
    turn = weighing(played)[-1]
    turn = replace(
        turn,
        lever=changed(turn.lever, crisis_surge=0.0),
        p=changed(turn.p, presence_surge_share=1.0),
    )
    turn = replace(turn, after=changed(turn.after, china=weighed(turn)))
    reason = named(choice_reasons(turn, Contingency.BLOCKADE), SURGE)

    assert turn.after.china.surge > 0
    assert reason.contribution < 0
    assert reason.effect.value < 0


@pytest.mark.parametrize("name", ["at_war", "troubled"])
def test_reasons_of_a_loss_sum_to_the_loss(name, request):
    turn = opening_turn(request.getfixturevalue(name))
    for country in bystanders(turn):
        lost = 100 * country.gdp_loss
        assert total(loss_reasons(turn, country)) == pytest.approx(lost, abs=1e-9)


@pytest.mark.parametrize("name", ["at_war", "troubled"])
def test_sanctions_cost_those_who_impose_them(name, request):
    turn = opening_turn(request.getfixturevalue(name))
    parts = {
        country.sanctions: named(loss_reasons(turn, country), SANCTIONS).contribution
        for country in bystanders(turn)
    }

    assert parts[0] == 0
    assert parts[1] > 0


def test_reasons_of_coercion_sum_to_its_log_odds(played, at_war):
    for turn in [*turns_of(played, 2, 4), *turns_of(at_war, 2, 4)]:
        for country in turn.governments:
            told = log_odds(country.p_coerced)
            assert total(coercion_reasons(turn, country)) == pytest.approx(told, abs=1e-9)


def test_reasons_of_the_us_posture_sum_to_its_distance_from_2024(played):
    for turn in played.turns:
        moved = turn.after.united_states.posture - 1
        assert total(posture_reasons(turn)) == pytest.approx(moved, abs=1e-12)


def test_european_strength_is_told_by_its_sign_in_this_future():
    assert strength_words(0.3).startswith("rewards European strength")
    assert strength_words(-0.3).startswith("leaves because of European strength")


def test_reasons_of_the_narrative_sum_to_its_move_in_a_quarter(played):
    for turn in played.turns:
        moved = turn.after.world.narrative - turn.before.world.narrative
        assert total(narrative_reasons(turn)) / 4 == pytest.approx(moved, abs=1e-12)


def test_reasons_of_alignment_sum_to_the_push_on_a_partner(played):
    turn = played.turns[5]
    japan = turn.after.by_iso3["JPN"]
    before = turn.earlier(japan)
    back = turn.p.anchor_return_rate / 4 * (before.alignment - before.alignment_start)

    pushed = japan.alignment - before.alignment + back
    assert total(alignment_reasons(turn)) / 4 == pytest.approx(pushed, abs=1e-12)


def test_a_debate_ends_as_it_did_in_the_council(deciding):
    for turn in turns_of(deciding, 2, 4):
        for held in debates(turn):
            item = turn.after.items[held.code]
            assert held.after == item.in_force
            if held.rounds:
                assert held.item.refusals == item.refusals
                assert held.item.reservations == item.reservations


def test_as_many_items_are_debated_as_the_council_had_time_for(deciding):
    times = set()
    for turn in turns_of(deciding, 2, 4):
        held, council, before = debates(turn), turn.after.council, turn.before.council
        decided = council.passed + council.blocked - before.passed - before.blocked
        assert sum(bool(one.rounds) for one in held) == decided
        times.add(len(held) + council.agenda_left)

    agenda = deciding.game.p.council_agenda
    assert times == {agenda, agenda - 1}


def test_a_draft_bears_the_quarrels_of_the_years_before_and_of_the_same_meeting(troubled):
    costs = set()
    for turn in turns_of(troubled, 2, 4):
        remembered = turn.before.council.blocked_seen * half_life_left(
            1 / 4, turn.p.council_memory_years
        )
        for held in debates(turn):
            assert held.quarrels == pytest.approx(turn.p.strain_effect * remembered)
            remembered += held.item.refusals > 0
            costs.add(held.quarrels)
        assert remembered == pytest.approx(turn.after.council.blocked_seen)

    assert len(costs) > 2


def test_everybody_who_refused_is_named(deciding):
    for turn in turns_of(deciding, 2, 4):
        for held in debates(turn):
            for one in held.rounds[-1:]:
                refused = [vote.iso3 for vote in one.who("refuses")]
                assert len(refused) == held.item.refusals or one.won_over == refused[0]


def test_reasons_of_a_vote_sum_to_its_log_odds(deciding):
    for turn in turns_of(deciding, 2, 4):
        for held in debates(turn):
            for number, one in enumerate(held.rounds):
                for vote in one.votes:
                    told = total(vote_reasons(held, number, vote.iso3, turn))
                    assert logistic(told) == pytest.approx(vote.chance, rel=1e-9)


def test_quarrels_that_sour_the_council_speak_against_every_draft_by_what_they_cost(troubled):
    turn, held = next(
        (turn, held)
        for turn in turns_of(troubled, 2, 4)
        for held in debates(turn)
        if held.rounds and held.quarrels
    )
    reasons = vote_reasons(held, 0, "FRA", turn)

    cost = turn.p.council_choice_precision * held.quarrels
    assert named(reasons, QUARRELS).contribution == -cost < 0


def test_reasons_are_ranked(played):
    turn = turns_of(played, 4)[2]
    sizes = [abs(reason.contribution) for reason in budget_reasons(turn, turn.allies[5])]

    assert sizes == sorted(sizes, reverse=True)
