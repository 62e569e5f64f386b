"""How did the council deal with an item: which drafts, who refused, who was won over?

The debate is held again on copies, with the same governments, drafts and luck.
"""

from dataclasses import dataclass

from sim.analysis.agenda import size
from sim.model.behaviour.council import (
    ROUNDS,
    agenda_time,
    break_silence,
    compromise_draft,
    forget_quarrels,
    lets_pass,
    pass_probability,
    position,
    reserves,
    scale_of,
    strain,
    table_proposals,
)
from sim.model.state import changed
from sim.rules.council import redrafted, salience, side_payment_offer, utility_gain
from sim.trace.event import Reason, State, ranked
from sim.trace.reasons import asia_role_before_coercion
from sim.trace.watch import Turn

LOG_ODDS_OF, LETS_IT = "log-odds that ", " lets it pass"
LETS_PASS, RESERVES, REFUSES = "lets it pass", "reserves its position", "refuses"


@dataclass(frozen=True)
class Vote:
    """How one government took one draft.

    Attributes:
        iso3: the government.
        position: where it stands [0-1].
        chance: probability that it lets the draft pass [probability].
        answer: what it did.
    """

    iso3: str
    position: float
    chance: float
    answer: str


@dataclass(frozen=True)
class Round:
    """One draft in the silence procedure.

    Attributes:
        draft: how far it goes [0-1].
        accepted: share that had let the draft before pass [0-1].
        votes: one for each member.
        won_over: the lone hold-out that yielded for a side payment, or "".
    """

    draft: float
    accepted: float
    votes: tuple[Vote, ...]
    won_over: str

    def who(self, answer: str) -> list[Vote]:
        """The votes of one kind, the least willing first."""
        found = [vote for vote in self.votes if vote.answer == answer]
        return sorted(found, key=lambda vote: (vote.chance, vote.iso3))


@dataclass(frozen=True)
class Debate:
    """One item before the council.

    Attributes:
        code: the item, a member of `Agenda`.
        proposed: what the path asks [0-1].
        before: what was in force [0-1].
        after: what is in force now [0-1].
        middle: what members want, weighted by size and salience [0-1].
        item: the item at the end of the debate.
        rounds: its drafts in order; none when no draft went beyond what was in force.
        quarrels: what quarrels still remembered cost each draft [0-1 scale].
    """

    code: int
    proposed: float
    before: float
    after: float
    middle: float
    item: State
    rounds: tuple[Round, ...]
    quarrels: float

    @property
    def passed(self) -> bool:
        """Whether more is in force than before."""
        return self.after > self.before


def debates(turn: Turn) -> list[Debate]:
    """What the council took up in a quarter, in its order."""
    if turn.quarter in (1, 3):
        return []
    items = [changed(item) for item in turn.before.items]
    table_proposals(items, turn.lever)
    members = sitting(turn)
    council = changed(turn.before.council, dialogue=turn.lever.china_dialogue)
    forget_quarrels(council, turn.p)
    left = int(agenda_time(council, turn.after.world, turn.p))
    held: list[Debate] = []
    for item in items:
        item.proposed = min(1.0, max(0.0, item.proposed))
        item.in_force = min(item.in_force, item.proposed)
    first = turn.before.council.agenda_first
    for item in items[first:] + items[:first]:
        if item.proposed > item.in_force and len(held) < left:
            held.append(debate(item, council, members, turn))
            council.blocked_seen += int(item.refusals > 0)
    return held


def sitting(turn: Turn) -> list[State]:
    """Members as they sat in the council: what later steps of the quarter changed is undone."""
    members = turn.after.everyone[: turn.n_allies + 1]
    return [
        changed(
            member,
            asia_role=asia_role_before_coercion(turn, member),
            exempt=turn.earlier(member).exempt,
        )
        for member in members
    ]


def debate(item: State, council: State, members: list[State], turn: Turn) -> Debate:
    """Up to three drafts in the silence procedure, with everybody's answer."""
    before = item.in_force
    proposed = item.proposed
    draft, accepted = compromise_draft(item, members), 1.0
    middle = compromise_draft(changed(item, proposed=1.0), members)
    item.reservations = item.refusals = 0
    rounds: list[Round] = []
    while len(rounds) < ROUNDS and draft > item.in_force:
        held = silence(item, draft, accepted, len(rounds), council, members, turn)
        rounds.append(held)
        if item.refusals == 0:
            item.in_force = draft
        if item.refusals == 0 or item.divisible == 0:
            break
        accepted = 1 - item.refusals / len(members)
        draft = redrafted(
            draft=draft,
            objection=item.objection,
            status_quo=item.in_force,
            step=turn.p.redraft_step,
        )
    quarrels = strain(council, turn.p)
    return Debate(item.code, proposed, before, item.in_force, middle, item, tuple(rounds), quarrels)


def silence(
    item: State,
    draft: float,
    accepted: float,
    number: int,
    council: State,
    members: list[State],
    turn: Turn,
) -> Round:
    """One draft: everybody's answer, and whether a lone hold-out was won over."""
    world, p = turn.after.world, turn.p
    votes = []
    for member in members:
        answer = REFUSES
        if lets_pass(member, item, draft, accepted, number, council, world, p):
            answer = LETS_PASS
        elif reserves(member, item, number, world, p):
            answer = RESERVES
        likely = pass_probability(member, item, draft, accepted, council, p)
        votes.append(Vote(member.iso3, position(member, item.code), likely, answer))
    paid = council.side_payments
    break_silence(item, draft, accepted, number, council, members, world, p)
    alone = [vote.iso3 for vote in votes if vote.answer == REFUSES]
    return Round(draft, accepted, tuple(votes), alone[0] if council.side_payments > paid else "")


def vote_reasons(held: Debate, number: int, iso3: str, turn: Turn) -> tuple[Reason, ...]:
    """What speaks for and against letting a draft pass, ranked [log-odds of letting it pass]."""
    p, held_round = turn.p, held.rounds[number]
    member = turn.after.by_iso3[iso3]
    vote = next(vote for vote in held_round.votes if vote.iso3 == iso3)
    scale = scale_of(turn.after.items[held.code], p)
    draft = held_round.draft * scale
    gain = utility_gain(
        position=vote.position,
        draft=draft,
        status_quo=held.before * scale,
        salience=salience(vote.position, draft),
    )
    levels = (size(held.code, level) for level in (held_round.draft, held.before, vote.position))
    place = "draft {}, in force {}, wants {}".format(*levels)
    parts = {
        place: gain,
        "cost of no agreement": p.no_agreement_cost,
        "cost of standing alone": p.isolation_cost * held_round.accepted,
        "side payment": side_payment_offer(member.transactional, p.side_payment),
        "quarrels still remembered": -held.quarrels,
    }
    unit = f"{LOG_ODDS_OF}{member.name}{LETS_IT}"
    precision = p.council_choice_precision
    return ranked(Reason(words, precision * part, unit) for words, part in parts.items())
