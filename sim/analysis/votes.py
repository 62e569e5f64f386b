"""Would a government let the council pass what a path asks, and what would change its mind?

Asked is about the first draft and with the stances with which futures begin; nothing is played.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sim.analysis.spread import mean
from sim.experiment.start import build_start
from sim.model.behaviour.council import (
    MONTHS_BETWEEN_MEETINGS,
    compromise_draft,
    pass_probability,
    position,
    table_proposals,
)
from sim.model.behaviour.luck import shock
from sim.model.behaviour.settling import settle_agenda, settle_stances
from sim.model.draws import Decision
from sim.model.ladders import Agenda
from sim.model.start import Start
from sim.model.state import State, attributes, changed, parameters_of
from sim.rules.council import yielding_probability
from sim.rules.curves import clamp
from sim.scenario.case import Case
from sim.scenario.swings import OF_ALLIES

FUTURES = 20
LIKELY, EVEN = 0.9, 0.5  # the chances that a moved stance is asked to bring
HALVINGS = 16  # of a stance between 0 and 1: exact to four digits
FEWEST = 3  # members named that are the least willing


@dataclass(frozen=True)
class Sitting:
    """The council as a future begins.

    Attributes:
        world: what addresses its luck.
        members: the allies and then the United States, with the stances drawn for this future.
        council: what it remembers of its quarrels, nothing at the start.
        items: the agenda, with what is in force.
        p: the parameters of this future.
    """

    world: State
    members: list[State]
    council: State
    items: list[State]
    p: State


@dataclass(frozen=True)
class Motion:
    """A first draft on one item in one future."""

    sitting: Sitting
    item: State
    draft: float


@dataclass(frozen=True)
class Change:
    """What a government's chance of letting a draft pass owes to one stance.

    Attributes:
        stance: its name on the stance card.
        now: its value on the card [0-1].
        target: the chance asked for [probability].
        value: the nearest value on the card that brings it [0-1]; None: no value does.
        reached: the chance there, or the nearest to the target that any value brings [probability].
    """

    stance: str
    now: float
    target: float
    value: float | None
    reached: float


@dataclass(frozen=True)
class Answer:
    """How a government takes a first draft: means over the futures in which there is one.

    Attributes:
        wants: where it stands on the item [0-1].
        chance: it lets the draft pass; the first draft supposes that all others do [probability].
        isolated: it does so although everybody else objects [probability].
        unpaid: it does so with no side payment [probability].
        reserves: when it objects, by a reservation, which blocks nothing [probability].
        won_over: as the only one to object it yields by the next meeting [probability].
        unopposed: nobody at all refuses the draft [probability].
        unopposed_with: nobody would if this government surely let it pass [probability].
        changes: what each stance on which its position rests would have to be.
        least_willing: the other members least likely to let it pass, by code, with that chance.
    """

    wants: float
    chance: float
    isolated: float
    unpaid: float
    reserves: float
    won_over: float
    unopposed: float
    unopposed_with: float
    changes: tuple[Change, ...]
    least_willing: dict[str, float]


@dataclass(frozen=True)
class Vote:
    """What a path asks on one item, and how a government takes the first draft.

    Attributes:
        item: name of the item in `Agenda`, in small letters.
        asked: the most that the path asks [0-1].
        in_force: what holds at the start [0-1].
        divisible: whether a weaker version can be agreed.
        drafted: share of futures in which a first draft goes beyond what holds [0-1].
        draft: how far it goes then, on average [0-1]; None without one.
        answer: how the government takes it; None without a draft.
    """

    item: str
    asked: float
    in_force: float
    divisible: bool
    drafted: float
    draft: float | None
    answer: Answer | None


def votes(case: Case, iso3: str, futures: int = FUTURES) -> dict[str, tuple[Vote, ...]] | None:
    """For each path, one vote on each item on which it asks for more than holds; None: no vote.

    Args:
        case: the resolved scenario.
        iso3: three-letter code of the government.
        futures: how many are begun.
    """
    start = build_start(case)
    codes = start.iso3[: start.n_allies + 1]
    if iso3 not in codes:
        return None
    council = [sitting(start, future) for future in range(futures)]
    seat = codes.index(iso3)
    known: dict[tuple[int, float], Vote] = {}
    for path in case.paths.values():
        for question in asks(council[0], path.levers).items():
            if question not in known:
                known[question] = vote(council, *question, seat, start)
    return {
        name: tuple(known[question] for question in asks(council[0], path.levers).items())
        for name, path in case.paths.items()
    }


def sitting(start: Start, future: int) -> Sitting:
    """The council with which a future begins; it is the same on every path."""
    world = State(**attributes(start.world[0]))
    world.future = future
    members = [State(**attributes(row)) for row in start.countries[0][: start.n_allies + 1]]
    for member in members:
        settle_stances(member, world)
    council = State(**attributes(start.council[0]))
    items = [State(**attributes(row)) for row in start.items]
    lever = State(**attributes(start.levers_before[0]))
    table_proposals(items, lever)
    council.spending_target = lever.spending_target
    settle_agenda(items, council)
    return Sitting(world, members, council, items, parameters_of(start, world.seed, future))


def asks(council: Sitting, levers: Mapping[str, Sequence[float]]) -> dict[int, float]:
    """The items on which a path asks for more than holds, with the most that it ever asks [0-1]."""
    items = [changed(item) for item in council.items]
    table_proposals(items, State(**{name: max(values) for name, values in levers.items()}))
    wanted = {item.code: clamp(item.proposed, 0.0, 1.0) for item in items}
    return {item.code: wanted[item.code] for item in items if wanted[item.code] > item.in_force}


def vote(council: Sequence[Sitting], code: int, asked: float, seat: int, start: Start) -> Vote:
    """How the government in one seat takes the first draft on an item."""
    tabled = [motion(held, code, asked) for held in council]
    drafts = [one for one in tabled if one.draft > one.item.in_force]
    item = tabled[0].item
    return Vote(
        item=Agenda(code).name.lower(),
        asked=asked,
        in_force=item.in_force,
        divisible=bool(item.divisible),
        drafted=len(drafts) / len(tabled),
        draft=mean([one.draft for one in drafts]) if drafts else None,
        answer=answer(drafts, seat, start) if drafts else None,
    )


def motion(council: Sitting, code: int, asked: float) -> Motion:
    """The first draft on an item when a path asks for so much of it."""
    item = changed(council.items[code], proposed=asked)
    return Motion(council, item, compromise_draft(item, council.members))


def answer(drafts: Sequence[Motion], seat: int, start: Start) -> Answer:
    """How the government in one seat takes the first drafts, on average."""
    chance = mean([lets_pass(one, one.sitting.members[seat]) for one in drafts])
    others = [place for place in range(start.n_allies + 1) if place != seat]
    willing = {
        start.iso3[place]: mean([lets_pass(one, one.sitting.members[place]) for one in drafts])
        for place in others
    }
    return Answer(
        wants=mean([position(one.sitting.members[seat], one.item.code) for one in drafts]),
        chance=chance,
        isolated=mean([lets_pass(one, one.sitting.members[seat], 0.0) for one in drafts]),
        unpaid=mean([_unpaid(one, seat) for one in drafts]),
        reserves=mean([_reserves(one) for one in drafts]),
        won_over=mean([_won_over(one, seat) for one in drafts]),
        unopposed=mean([_unopposed(one, [seat, *others]) for one in drafts]),
        unopposed_with=mean([_unopposed(one, others) for one in drafts]),
        changes=tuple(
            change(drafts, seat, stance, float(start.countries[0][seat][stance]), chance)
            for stance in rests_on(drafts[0], seat)
        ),
        least_willing=dict(sorted(willing.items(), key=lambda pair: pair[::-1])[:FEWEST]),
    )


def lets_pass(one: Motion, member: State, accepted: float = 1.0) -> float:
    """Probability that a member lets a draft pass, when this share of the others does."""
    held = one.sitting
    return float(pass_probability(member, one.item, one.draft, accepted, held.council, held.p))


def rests_on(one: Motion, seat: int) -> list[str]:
    """The stances that move a government's position on the item of a draft."""
    member, code = one.sitting.members[seat], one.item.code
    return [
        stance
        for stance in OF_ALLIES
        if position(changed(member, **{stance: 0.0}), code)
        != position(changed(member, **{stance: 1.0}), code)
    ]


def change(drafts: Sequence[Motion], seat: int, stance: str, now: float, chance: float) -> Change:
    """The nearest value of one stance that makes a doubtful yes likely, or a likely one doubtful.

    The chance rises or falls with a stance all along, so that one value at most will do.

    Args:
        drafts: one for each future; they stay as they are.
        seat: place of the government among the members.
        stance: its name.
        now: its value on the card [0-1].
        chance: with that value the drafts are let pass [probability].
    """
    target = EVEN if chance > LIKELY else LIKELY
    rising = chance < target
    best, far = max((_toward(moved(drafts, seat, stance, end), rising), end) for end in (0.0, 1.0))
    if best < _toward(target, rising):
        return Change(stance, now, target, None, _toward(best, rising))
    near = now
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        if _toward(moved(drafts, seat, stance, middle), rising) < _toward(target, rising):
            near = middle
        else:
            far = middle
    return Change(stance, now, target, far, moved(drafts, seat, stance, far))


def moved(drafts: Sequence[Motion], seat: int, stance: str, value: float) -> float:
    """Mean chance that a government lets drafts pass if its card gave a stance this value."""
    return mean([_moved(one, seat, stance, value) for one in drafts])


def _moved(one: Motion, seat: int, stance: str, value: float) -> float:
    """The same in one future, whose reading of the card is as far from it as before."""
    member = one.sitting.members[seat]
    reading = value + _misread(one.sitting.world, member, stance)
    return lets_pass(one, changed(member, **{stance: clamp(reading, 0.0, 1.0)}))


def _misread(world: State, member: State, stance: str) -> float:
    """How far a future's reading of a stance is from the card [0-1 scale]."""
    spread = getattr(member, f"{stance}_sd", 0.0)
    return float(spread * shock(world, member.code, Decision[stance.upper()])) if spread else 0.0


def _toward(chance: float, rising: bool) -> float:
    """The chance, or its opposite where less is wanted."""
    return chance if rising else -chance


def _unpaid(one: Motion, seat: int) -> float:
    """Probability that a government lets a draft pass with no side payment."""
    p = changed(one.sitting.p, side_payment=0.0)
    unpaid = replace(one, sitting=replace(one.sitting, p=p))
    return lets_pass(unpaid, one.sitting.members[seat])


def _reserves(one: Motion) -> float:
    """Probability that an objection is a reservation; none is taken to what is whole or not."""
    return float(one.sitting.p.reservation_share) if one.item.divisible else 0.0


def _won_over(one: Motion, seat: int) -> float:
    """Probability that a government which alone objects yields by the next meeting."""
    if not one.item.divisible:
        return 0.0
    rate = one.sitting.p.holdout_yield_rate * one.sitting.members[seat].transactional
    return yielding_probability(rate, MONTHS_BETWEEN_MEETINGS)


def _unopposed(one: Motion, seats: Sequence[int]) -> float:
    """Probability that none of these members refuses a draft: each lets it pass or reserves."""
    product = 1.0
    for seat in seats:
        passes = lets_pass(one, one.sitting.members[seat])
        product *= passes + (1 - passes) * _reserves(one)
    return product
