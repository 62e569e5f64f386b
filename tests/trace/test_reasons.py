"""Do the reasons that a trace gives add up to what was decided?"""

import math

import pytest

from sim.model.behaviour.budgeting import set_budget, wanted_growth
from sim.model.behaviour.deciding import weigh_acts
from sim.model.ladders import Contingency
from sim.trace.choosing import balance_part, choice_reasons, deterrent_parts
from sim.trace.debate import debates, vote_reasons
from sim.trace.reasons import (
    alignment_reasons,
    budget_reasons,
    budget_setting,
    coercion_reasons,
    growth_parts,
    narrative_reasons,
    posture_reasons,
)


def total(reasons):
    return math.fsum(reason.contribution for reason in reasons)


def log_odds(chance):
    return math.log(chance / (1 - chance))


def turns_of(watched, *quarters):
    return [turn for turn in watched.turns if turn.quarter in quarters]


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


def test_all_reasons_of_a_budget_sum_to_the_growth_that_is_decided(played):
    for turn in turns_of(played, 4):
        for ally in turn.allies:
            decided = 100 * ally.spending_growth
            assert total(budget_reasons(turn, ally)) == pytest.approx(decided, abs=1e-9)


def test_what_deters_china_sums_to_its_deterrents(played):
    for turn in played.turns:
        parts = deterrent_parts(turn)
        assert math.fsum(parts.values()) == pytest.approx(turn.after.china.deterrents, abs=1e-12)


def test_balance_and_deterrents_make_the_odds_of_an_act(played):
    for turn in turns_of(played, 2, 4):
        china = turn.after.china
        if china.p_crisis > 0:
            weighed = math.log(china.p_invade / china.p_blockade)
            start = china.invade_at_start - china.blockade_at_start
            parts = [
                balance_part(turn, act) for act in (Contingency.INVASION, Contingency.BLOCKADE)
            ]
            assert weighed == pytest.approx(start + parts[0] - parts[1], abs=1e-9)


def test_the_chances_are_weighed_again_as_they_were(played):
    for turn in turns_of(played, 2, 4):
        china = turn.after.china
        if china.p_crisis > 0:
            told = (china.p_quarantine, china.p_blockade, china.p_invade)
            after = turn.after
            weigh_acts(china, after.items, after.world, after.united_states, turn.lever, turn.p)
            assert (china.p_quarantine, china.p_blockade, china.p_invade) == told


def test_a_reason_that_deters_lowers_the_chance_of_force(played):
    weighing = [turn for turn in turns_of(played, 4) if turn.after.china.p_crisis > 0]
    reasons = choice_reasons(weighing[-1], Contingency.BLOCKADE)

    assert all(reason.contribution * reason.effect.value >= 0 for reason in reasons)
    assert any(reason.effect.value < 0 for reason in reasons)


def test_reasons_of_coercion_sum_to_its_log_odds(played, at_war):
    for turn in [*turns_of(played, 2, 4), *turns_of(at_war, 2, 4)]:
        for country in turn.governments:
            told = log_odds(country.p_coerced)
            assert total(coercion_reasons(turn, country)) == pytest.approx(told, abs=1e-9)


def test_reasons_of_the_us_posture_sum_to_its_distance_from_2024(played):
    for turn in played.turns:
        moved = turn.after.united_states.posture - 1
        assert total(posture_reasons(turn)) == pytest.approx(moved, abs=1e-12)


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


def test_a_debate_ends_as_it_did_in_the_council(played):
    for turn in turns_of(played, 2, 4):
        for held in debates(turn):
            item = turn.after.items[held.code]
            assert held.after == item.in_force
            if held.rounds:
                assert held.item.refusals == item.refusals
                assert held.item.reservations == item.reservations


def test_everybody_who_refused_is_named(played):
    for turn in turns_of(played, 2, 4):
        for held in debates(turn):
            for one in held.rounds[-1:]:
                refused = [vote.iso3 for vote in one.who("refuses")]
                assert len(refused) == held.item.refusals or one.won_over == refused[0]


def test_reasons_of_a_vote_sum_to_its_log_odds(played):
    turn = next(turn for turn in turns_of(played, 2, 4) if debates(turn))
    held = next(held for held in debates(turn) if held.rounds)

    for vote in held.rounds[0].votes:
        told = log_odds(vote.chance)
        assert total(vote_reasons(held, 0, vote.iso3, turn)) == pytest.approx(told, abs=1e-9)


def test_reasons_are_ranked(played):
    turn = turns_of(played, 4)[2]
    sizes = [abs(reason.contribution) for reason in budget_reasons(turn, turn.allies[5])]

    assert sizes == sorted(sizes, reverse=True)
