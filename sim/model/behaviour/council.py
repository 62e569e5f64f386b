"""How does the council take a proposal: compromise draft, silence, reservation, side payment?"""

from sim.model.behaviour.luck import chance
from sim.model.draws import Decision
from sim.model.ladders import Agenda
from sim.rules.campaign import half_life_left
from sim.rules.council import (
    acceptance,
    plan_position,
    redrafted,
    restraint_position,
    salience,
    sanctions_position,
    side_payment_offer,
    text_position,
    utility_gain,
    yielding_probability,
)

ROUNDS = 3
AGENDA_TURN = 3
MONTHS_BETWEEN_MEETINGS = 6.0
ADDRESSES = 64
LOWEST_TARGET = 0.015
TARGET_SPAN = 0.035


def table_proposals(items, lever):
    """What the path asks of the council this quarter, each on a scale from 0 to 1."""
    items[Agenda.SPENDING_PLEDGE].proposed = (lever.spending_target - LOWEST_TARGET) / TARGET_SPAN
    items[Agenda.CONTINGENCY_PLAN].proposed = lever.contingency_planning
    items[Agenda.TAIWAN_TEXT].proposed = lever.taiwan_statements
    items[Agenda.LIAISON_OFFICE].proposed = 0.0
    if lever.liaison_office >= 1 / 2:
        items[Agenda.LIAISON_OFFICE].proposed = 1.0
    items[Agenda.SANCTIONS_PLAN].proposed = lever.sanctions_precommitment
    items[Agenda.ENLARGEMENT_PLEDGE].proposed = lever.no_enlargement_pledge
    items[Agenda.CRISIS_PLAN].proposed = lever.crisis_plan_announced
    items[Agenda.CYBER].proposed = lever.cyber_cooperation
    items[Agenda.COERCION].proposed = lever.coercion_cooperation
    items[Agenda.INDUSTRY].proposed = lever.industrial_cooperation


def position(member, agenda):
    """Where a government stands on an item of the agenda [0-1]."""
    if agenda == Agenda.SPENDING_PLEDGE:
        return member.spend_will
    if agenda == Agenda.CONTINGENCY_PLAN:
        return plan_position(member.russia_threat, member.autonomy)
    if agenda == Agenda.TAIWAN_TEXT or agenda == Agenda.CRISIS_PLAN:
        return text_position(member.china_hardness, member.asia_role)
    if agenda == Agenda.SANCTIONS_PLAN:
        return sanctions_position(member.china_hardness, member.china_engagement)
    if agenda == Agenda.ENLARGEMENT_PLEDGE:
        return restraint_position(member.asia_role, member.china_engagement)
    if agenda == Agenda.LIAISON_OFFICE:
        return member.asia_role
    return (1 + member.asia_role) / 2


def meet(council, items, members, world, p):
    """In the second and fourth quarter the council takes items in turn, while it has time."""
    for item in items:
        item.proposed = min(1.0, max(0.0, item.proposed))
        if item.proposed < item.in_force:
            item.in_force = item.proposed
    forget_quarrels(council, p)
    council.agenda_left = agenda_time(council, world, p)
    if world.quarter == 1 or world.quarter == 3:
        return
    for i in range(len(items)):
        item = items[(council.agenda_first + i) % len(items)]
        if item.proposed > item.in_force and council.agenda_left > 0:
            council.agenda_left -= 1
            deliberate(item, council, members, world, p)
    council.agenda_first = (council.agenda_first + AGENDA_TURN) % len(items)


def forget_quarrels(council, p):
    """What the council did is remembered less with time."""
    left = half_life_left(1 / 4, p.council_memory_years)
    council.passed_seen = council.passed_seen * left
    council.blocked_seen = council.blocked_seen * left
    council.reservations_seen = council.reservations_seen * left


def agenda_time(council, world, p):
    """Items that there is time for; talks with Chinese officials may take the time of one."""
    if chance(world, 0, Decision.AGENDA_TIME) < p.dialogue_agenda_share * council.dialogue:
        return p.council_agenda - 1
    return p.council_agenda


def strain(council, p):
    """What quarrels still remembered cost a draft [0-1 scale]; the sign is not known."""
    return p.strain_effect * council.blocked_seen


def compromise_draft(item, members):
    """The draft on the table: what members want, weighted by size and salience [0-1]."""
    if item.divisible == 0:
        return item.proposed
    take_positions(item, members)
    return min(item.proposed, weighted_mean(members))


def take_positions(item, members):
    """Where each member stands on the item, and how much it pulls: its size times its salience."""
    for member in members:
        member.wants = position(member, item.code)
        member.pull = member.is_member * member.gdp * salience(member.wants, item.in_force)


def weighted_mean(members):
    """The compromise: what members want, each by its pull [unit of what they want]."""
    total = 0.0
    weights = 0.0
    for member in members:
        total += member.pull * member.wants
        weights += member.pull
    return total / weights


def sitting(members):
    """How many of those who may sit in the council have joined [members]."""
    count = 0
    for member in members:
        count += member.is_member
    return count


def deliberate(item, council, members, world, p):
    """Up to three drafts go through the silence procedure; what all let pass is in force."""
    draft = compromise_draft(item, members)
    item.refusals = 0
    accepted = 1.0
    for round_number in range(ROUNDS):
        if draft <= item.in_force:
            break
        break_silence(item, draft, accepted, round_number, council, members, world, p)
        if item.refusals == 0:
            item.in_force = draft
            item.passed += 1
            council.passed += 1
            council.reservations += item.reservations
            council.passed_seen += 1
            council.reservations_seen += item.reservations
            bind(item, members)
            for member in members:
                member.reserved += member.reserves_now
            return
        if item.divisible == 0:
            break
        accepted = 1 - item.refusals / sitting(members)
        draft = redrafted(
            draft=draft,
            objection=item.objection,
            status_quo=item.in_force,
            step=p.redraft_step,
        )
    if item.refusals > 0:
        item.blocked += 1
        council.blocked += 1
        council.blocked_seen += 1


def bind(item, members):
    """Who reserved its position on the spending pledge that passed is not bound by it."""
    if item.code == Agenda.SPENDING_PLEDGE:
        for member in members:
            member.exempt = member.reserves_now


def break_silence(item, draft, accepted, round_number, council, members, world, p):
    """Counts who refuses a draft; some object with a reservation, hold-outs may be won over."""
    item.refusals = 0
    item.reservations = 0
    item.objection = 0.0
    for member in members:
        member.reserves_now = 0
        if member.is_member == 0:
            continue
        if not lets_pass(member, item, draft, accepted, round_number, council, world, p):
            if reserves(member, item, round_number, world, p):
                item.reservations += 1
                member.reserves_now = 1
            else:
                item.refusals += 1
                member.refused += 1
                item.objection += position(member, item.code)
                item.holdout = member.code
                item.holdout_price = member.transactional
    if item.refusals > 0:
        item.objection = item.objection / item.refusals
    if item.refusals == 1 and won_over(item, council, world, p):
        item.refusals = 0


def address(member_code, item, round_number):
    """Address of a government's luck on an item in a round."""
    return member_code * ADDRESSES + item.code * (ROUNDS + 1) + round_number


def scale_of(item, p):
    """Where a full step on an item lies on the scale of positions [0-1]."""
    if item.divisible == 0:
        return p.office_position
    return 1.0


def pass_probability(member, item, draft, accepted, council, p):
    """Probability that a government lets a draft pass [probability]."""
    wanted = position(member, item.code)
    scale = scale_of(item, p)
    return acceptance(
        gain=utility_gain(
            position=wanted,
            draft=draft * scale,
            status_quo=item.in_force * scale,
            salience=salience(wanted, draft * scale),
        ),
        others_accepting=accepted,
        no_agreement_cost=p.no_agreement_cost,
        isolation_cost=p.isolation_cost,
        side_payment=side_payment_offer(member.transactional, p.side_payment),
        strain=strain(council, p),
        precision=p.council_choice_precision,
    )


def lets_pass(member, item, draft, accepted, round_number, council, world, p):
    """Whether a government lets the silence run out."""
    luck = chance(world, address(member.code, item, round_number), Decision.COUNCIL_VOTE)
    return luck < pass_probability(member, item, draft, accepted, council, p)


def reserves(member, item, round_number, world, p):
    """Whether a government that objects does so by a reservation."""
    if item.divisible == 0:
        return False
    luck = chance(world, address(member.code, item, round_number), Decision.COUNCIL_RESERVATION)
    return luck < p.reservation_share


def won_over(item, council, world, p):
    """Whether a lone hold-out yields between two meetings, for a side payment."""
    if item.divisible == 0:
        return False
    luck = chance(world, address(item.holdout, item, ROUNDS), Decision.COUNCIL_YIELD)
    if luck < yielding_probability(
        p.holdout_yield_rate * item.holdout_price, MONTHS_BETWEEN_MEETINGS
    ):
        council.side_payments += 1
        return True
    return False


def apply_decisions(council, items):
    """What is in force this quarter."""
    council.spending_target = LOWEST_TARGET + TARGET_SPAN * items[Agenda.SPENDING_PLEDGE].in_force
    council.planning_decided = items[Agenda.CONTINGENCY_PLAN].in_force


def measure_cohesion(council, items, members, world, p):
    """Expected share of ten test decisions that would pass at once without reservation."""
    if world.quarter != 4:
        return
    weigh_cohesion(council, items, members, p)
    council.cohesion_total += council.cohesion
    council.cohesion_years += 1


def weigh_cohesion(council, items, members, p):
    """The share of test decisions that would pass as things stand."""
    expected = 0.0
    for item in items:
        expected += test_decision(item, members, council, p)
    council.cohesion = expected / len(items)


def test_decision(item, members, council, p):
    """Probability that a fixed step on one kind of item passes with nobody objecting."""
    kept = item.in_force
    item.in_force = p.test_status_quo
    passes = 1.0
    for member in members:
        if member.is_member == 0:
            continue
        passes = passes * pass_probability(member, item, p.test_draft, 1.0, council, p)
    item.in_force = kept
    return passes
