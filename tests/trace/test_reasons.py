"""Do the reasons that a trace gives add up to what was decided?"""

import math
from dataclasses import replace

import pytest

from sim.model.behaviour.budgeting import set_budget, wanted_growth
from sim.model.behaviour.deciding import odds, weigh_acts
from sim.model.behaviour.deploying import chance_to_stay
from sim.model.behaviour.luck import chance
from sim.model.behaviour.suffering import sanctions_resolve
from sim.model.draws import Decision
from sim.model.ladders import Contingency, Front
from sim.model.state import changed
from sim.rules.campaign import half_life_left
from sim.rules.curves import logistic
from sim.trace.answering import (
    base_reasons,
    entry_chance,
    entry_reasons,
    joining_reasons,
    sanctions_reasons,
    staying_reasons,
    unanimity_reasons,
)
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
    as_sent,
    brigades,
    budget_reasons,
    budget_setting,
    coercion_reasons,
    growth_parts,
    log_odds,
    narrative_reasons,
    posture_reasons,
    ships_sent,
    strength_words,
)
from sim.trace.sending import (
    ARMS,
    LIMIT,
    inputs,
    mean_part,
    part_of_presence,
    sending_reasons,
)

SURGE = "surge of the others in a crisis"
ENTRY = "whether the United States would fight"
QUARRELS = "quarrels still remembered"
SANCTIONS = "sanctions and China's answer to them"


def total(reasons):
    return math.fsum(reason.contribution for reason in reasons)


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


@pytest.mark.parametrize("arm", ARMS, ids=[arm.name for arm in ARMS])
def test_the_weight_of_an_ally_is_made_again_from_its_fleet_habits_and_wish(deciding, arm):
    for turn in deciding.turns:
        world = turn.after.world
        asked = world.presence_asked * getattr(turn.p, f"presence_{arm.name}")
        for ally in turn.allies:
            share = getattr(ally, f"{arm.one}_weight") / getattr(world, f"{arm.one}_weight_total")
            part = part_of_presence(turn, arm, inputs(turn, ally, arm))
            assert part == pytest.approx(asked * share, abs=1e-12)


@pytest.mark.parametrize("arm", ARMS, ids=[arm.name for arm in ARMS])
def test_reasons_of_presence_sum_to_what_an_ally_keeps_there_beyond_a_mean_ally(at_war, arm):
    kept = []
    for turn in at_war.turns[:11]:  # no crisis until the war opens
        for ally in turn.allies:
            there = getattr(ally, f"{arm.name}_on_station")
            extra = there - mean_part(turn, arm)
            assert total(sending_reasons(turn, ally, arm)) == pytest.approx(extra, abs=1e-9)
            kept.append(there)

    assert max(kept) > 1


def test_france_sends_ships_by_habit_though_it_wants_no_role_for_the_alliance(at_war):
    turn = at_war.turns[8]
    reasons = sending_reasons(turn, turn.after.by_iso3["FRA"], ARMS[0])

    assert named(reasons, "habit of acting there alone").contribution > 0.1
    assert named(reasons, "wish that the alliance act there").contribution < 0
    assert named(reasons, "practice in Asia, 2021 to 2024").contribution > 0.1


def test_an_ally_without_practice_is_told_so(at_war):
    turn = at_war.turns[8]
    reasons = sending_reasons(turn, turn.after.by_iso3["GRC"], ARMS[0])

    assert named(reasons, "practice in Asia, 2021 to 2024").contribution < 0
    assert named(reasons, "the size of its fleet").contribution > 0


def test_an_ally_that_the_path_does_not_ask_sends_nothing_for_that_reason(at_war):
    turn = at_war.turns[8]
    idle = changed(turn.after.by_iso3["FRA"], may_deploy=0.0, ship_weight=0.0)
    everyone = [idle if one.iso3 == "FRA" else one for one in turn.after.everyone]
    turn = replace(turn, after=changed(turn.after, everyone=everyone))
    reasons = sending_reasons(turn, idle, ARMS[0])

    assert reasons[0].name == "whether the path asks it"
    assert total(reasons) == pytest.approx(-mean_part(turn, ARMS[0]))


def test_what_rotation_does_not_allow_is_a_reason_of_its_own(at_war):
    turn = at_war.turns[8]
    ally = turn.after.by_iso3["FRA"]
    tired = replace(turn, p=changed(turn.p, rotation_ratio=100.0))
    sent = ally.ships * ally.strength / 100

    limit = named(sending_reasons(tired, ally, ARMS[0]), LIMIT).contribution
    assert limit == pytest.approx(sent - ally.ships_on_station)
    assert named(sending_reasons(turn, ally, ARMS[0]), LIMIT).contribution == pytest.approx(0)


def test_reasons_of_staying_sum_to_the_chance_that_was_drawn_against(troubled):
    stayed = set()
    for turn in troubled.turns:
        if not turn.after.china.crisis:
            continue
        for ally in turn.allies:
            if not as_sent(turn, ally).ships_on_station:
                continue
            stays = total(staying_reasons(turn, ally))
            luck = chance(turn.after.world, ally.code, Decision.UNIT_STAYS)
            assert bool(ally.stays) == (luck < stays)
            assert stays == pytest.approx(chance_to_stay(ally, turn.p), abs=1e-12)
            stayed.add(ally.stays)

    assert stayed == {0, 1}


@pytest.mark.parametrize(
    ("view", "reason"),
    [
        ("china_hardness", "toughness on China beyond halfway"),
        ("asia_role", "wish for a role in Asia beyond halfway"),
    ],
)
def test_a_view_that_is_halfway_adds_nothing_to_the_chance_of_staying(at_war, view, reason):
    turn = opening_turn(at_war)
    ally = changed(turn.after.by_iso3["CAN"], china_hardness=0.9, asia_role=0.9)

    assert named(staying_reasons(turn, ally), reason).contribution > 0.01
    halfway = changed(ally, **{view: 0.5})
    assert named(staying_reasons(turn, halfway), reason).contribution == pytest.approx(0)


@pytest.mark.parametrize("name", ["at_war", "troubled"])
def test_reasons_of_joining_sum_to_the_chance_of_joining(name, request):
    turn = opening_turn(request.getfixturevalue(name))
    stayed = [ally for ally in turn.allies if ally.stays and ships_sent(turn, ally) > 0]

    assert stayed
    for ally in stayed:
        assert total(joining_reasons(turn, ally)) == pytest.approx(ally.p_joins, abs=1e-12)


@pytest.mark.parametrize(
    ("us_enters", "homeland_struck", "sign"), [(0, 0, -1), (1, 0, 0), (1, 1, 1)]
)
def test_us_entry_and_a_strike_at_home_are_reasons_to_join_or_not(
    at_war, us_enters, homeland_struck, sign
):
    turn = opening_turn(at_war)
    campaign = changed(turn.after.campaign, us_enters=us_enters, homeland_struck=homeland_struck)
    turn = replace(turn, after=changed(turn.after, campaign=campaign))
    reasons = joining_reasons(turn, turn.after.by_iso3["CAN"])

    entry = named(reasons, "whether the United States fights").contribution
    struck = named(reasons, "North America is struck").contribution
    assert (entry < 0) == (sign < 0)
    assert (struck > 0) == (sign > 0)
    assert (total(reasons) > 0) == (us_enters == 1)


@pytest.mark.parametrize("name", ["at_war", "troubled"])
def test_reasons_of_sanctions_sum_to_the_log_odds_of_wanting_them(name, request):
    turn = opening_turn(request.getfixturevalue(name))
    resolve = sanctions_resolve(turn.after.campaign, turn.p)

    for country in turn.governments:
        wants = log_odds(resolve * country.p_sanctions)
        assert total(sanctions_reasons(turn, country)) == pytest.approx(wants, abs=1e-9)


@pytest.mark.parametrize("name", ["at_war", "troubled"])
def test_possible_objections_sum_to_the_log_of_unanimity(name, request):
    turn = opening_turn(request.getfixturevalue(name))
    reasons = unanimity_reasons(turn)

    assert len(reasons) == 23
    assert total(reasons) == pytest.approx(math.log(turn.after.world.eu_unanimity), abs=1e-9)
    assert all(reason.contribution <= 0 for reason in reasons)


def test_reasons_of_bases_sum_to_the_chance_that_was_drawn_against(at_war):
    turn = opening_turn(at_war)
    partners = turn.governments[turn.n_allies + 1 :]

    for partner in partners:
        luck = chance(turn.after.world, partner.code, Decision.BASES)
        assert bool(partner.gives_bases) == (luck < total(base_reasons(turn, partner)))
    assert {partner.gives_bases for partner in partners} == {0, 1}


def test_a_partner_that_has_come_closer_is_more_likely_to_give_bases(at_war):
    turn = opening_turn(at_war)
    japan = turn.after.by_iso3["JPN"]
    closer = changed(japan, alignment=japan.alignment_start + 0.1, base_access=0.5)
    effect = turn.p.alignment_access_effect

    reason = named(base_reasons(turn, closer), "alignment gained or lost since the start")
    assert reason.contribution == pytest.approx(0.1 * effect) != 0


def test_reasons_of_us_entry_sum_to_its_log_odds_and_are_none_where_it_is_fixed(at_war):
    turn = opening_turn(at_war)
    fixed = changed(turn.after.campaign, us_choice=1)

    told = total(entry_reasons(turn))
    assert logistic(told) == pytest.approx(entry_chance(turn, turn.p.us_will_effect))
    assert named(entry_reasons(turn), "will of this administration").contribution != 0
    assert entry_reasons(replace(turn, after=changed(turn.after, campaign=fixed))) == ()


def test_brigades_and_plans_of_the_same_quarter_are_those_of_the_quarter(played):
    first, last = played.turns[0].after.world, played.turns[-1].after.world
    p = changed(played.turns[-1].p, planning_readiness_effect=0.5)

    assert brigades(last, last, p) == pytest.approx(last.ready_brigades)
    assert brigades(last, first, p) < last.ready_brigades
