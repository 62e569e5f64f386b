"""What did the council take up, who held out, and what holds now?"""

from sim.analysis.agenda import TITLES, size
from sim.model.ladders import Agenda
from sim.rules.curves import exp
from sim.trace.debate import (
    LETS_IT,
    LETS_PASS,
    LOG_ODDS_OF,
    REFUSES,
    RESERVES,
    Debate,
    Round,
    Vote,
    debates,
    vote_reasons,
)
from sim.trace.event import Event, Memory, Number, Reason
from sim.trace.watch import Turn
from sim.trace.wording import chance, listed, many, percent

ORDINALS = ("First", "Second", "Third")
MOST_NAMED = 4
SHORTER = 3
LUCKLESS = 0.9  # a refusal in spite of such a chance to let it pass needs a word
SURE = 0.99  # a vote that needs no reasons
COHESION_STEP = 0.03
LEAST_STEP = 0.015  # a text that moves by less is told only to a country that asks


def tell_council(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """One event for each item that the council took up."""
    return [
        event
        for held in debates(turn)
        for event in (told(held, turn, memory, focus),)
        if event is not None
    ]


def told(held: Debate, turn: Turn, memory: Memory, focus: str | None) -> Event | None:
    """One debate in words; one in which no draft went further is told once."""
    title = TITLES[Agenda(held.code)]
    numbers = {
        "proposed": Number(held.proposed, "0-1"),
        "in force before": Number(held.before, "0-1"),
        "in force": Number(held.after, "0-1"),
        "rounds": Number(len(held.rounds), "drafts"),
    }
    if not held.rounds:
        if not memory.moved(f"stuck {held.code}", held.before, 0.01):
            return None
        text = (
            f"{title}: the path proposes {size(held.code, held.proposed)}. Weighed by size and "
            f"salience members want {size(held.code, held.middle)}, no more than what holds "
            f"({size(held.code, held.before)}); no draft is made."
        )
        return Event(turn.year, turn.quarter, "council", (), text, numbers)
    if held.passed and held.after - held.before < LEAST_STEP and not focus:
        return None
    who, reasons = argued(held, turn, focus)
    if again(held, memory) and not focus:
        asked = size(held.code, held.proposed)
        text = f"{title}, proposed {asked}, is blocked again: {last(held, turn)}."
        return Event(turn.year, turn.quarter, "council", who, text, numbers, ())
    text = " ".join([opened(held, title), *drafts(held, turn), ended(held, turn)])
    if reasons and not focus:
        text += " " + likely(reasons)
    if focus in {vote.iso3 for vote in held.rounds[-1].votes} and focus:
        text += " " + own_vote(held, focus, turn)
    return Event(turn.year, turn.quarter, "council", who, text, numbers, reasons)


def again(held: Debate, memory: Memory) -> bool:
    """Whether the item was blocked the last time too, from the same point; remembers this time."""
    name, blocked = f"blocked {held.code}", bool(not held.passed and held.item.refusals)
    before = memory.told.pop(name, None)
    if blocked:
        memory.told[name] = held.before
    return blocked and before == held.before


def last(held: Debate, turn: Turn) -> str:
    """Who held out against the last draft."""
    return answers(held, held.rounds[-1], turn)


def opened(held: Debate, title: str) -> str:
    """What the path asks, against what holds."""
    asked = size(held.code, held.proposed)
    return f"{title}: proposed {asked}, in force {size(held.code, held.before)}."


def drafts(held: Debate, turn: Turn) -> list[str]:
    """One sentence for each draft."""
    return [
        f"{put(held, number)}: {answers(held, one, turn)}."
        for number, one in enumerate(held.rounds)
    ]


def put(held: Debate, number: int) -> str:
    """Which draft it is, or that the one before is put again."""
    draft = held.rounds[number].draft
    if number and draft == held.rounds[number - 1].draft:
        return "Put again unchanged"
    return f"{ORDINALS[number]} draft {size(held.code, draft)}"


def answers(held: Debate, one: Round, turn: Turn) -> str:
    """Who refused and who reserved, with where they stand."""
    names = turn.after.by_iso3
    refused, reserved = one.who(REFUSES), one.who(RESERVES)
    parts = []
    if refused:
        wants = [f"{names[v.iso3].name} (wants {wish(held, v)})" for v in refused]
        parts.append(f"{listed(wants, MOST_NAMED)} held out")
    if reserved:
        who = [names[vote.iso3].name for vote in reserved]
        parts.append(f"{listed(who, SHORTER)} reserved")
    if one.won_over:
        parts.append(f"{names[one.won_over].name} gave in for a side payment")
    return "; ".join(parts) or "nobody broke the silence"


def wish(held: Debate, vote: Vote) -> str:
    """What a government that refuses wants, and that its refusal was bad luck where it was."""
    wants = size(held.code, vote.position)
    if vote.chance <= LUCKLESS:
        return wants
    return f"{wants}; votes are drawn: its chance to let it pass was {chance(vote.chance)}"


def ended(held: Debate, turn: Turn) -> str:
    """What holds now."""
    if held.passed:
        noted = held.item.reservations
        kept = f" with {many(noted, 'reservation')}" if noted else ""
        return f"Adopted at {size(held.code, held.after)}{kept}."
    if held.item.refusals:
        return f"Blocked by {many(held.item.refusals, 'member')}."
    return "Watered down to what was in force already; not adopted."


def argued(
    held: Debate, turn: Turn, focus: str | None
) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """Who stood in the way, and the reasons of the least willing or of the country asked about."""
    objected = [
        vote.iso3 for one in held.rounds for vote in (*one.who(REFUSES), *one.who(RESERVES))
    ]
    who = tuple(dict.fromkeys(objected))
    voters = {vote.iso3 for vote in held.rounds[-1].votes}
    if focus and focus in voters:
        return (*who, focus) if focus not in who else who, own_reasons(held, focus, turn)
    refused = [
        (vote.chance, number, vote.iso3)
        for number, one in enumerate(held.rounds)
        for vote in one.who(REFUSES)
    ]
    if refused:
        _, number, iso3 = min(refused)
        return who, vote_reasons(held, number, iso3, turn)
    return who, ()


def own_reasons(held: Debate, iso3: str, turn: Turn) -> tuple[Reason, ...]:
    """Why the country asked about took the last draft so; none where it was sure to let it pass."""
    vote = next(vote for vote in held.rounds[-1].votes if vote.iso3 == iso3)
    if vote.answer == LETS_PASS and vote.chance > SURE:
        return ()
    return vote_reasons(held, len(held.rounds) - 1, iso3, turn)


def likely(reasons: tuple[Reason, ...]) -> str:
    """How likely the one that is explained was to let the draft pass: refusals are drawn."""
    name = reasons[0].unit.removeprefix(LOG_ODDS_OF).removesuffix(LETS_IT)
    odds = exp(sum(reason.contribution for reason in reasons))
    return f"The chance that {name} would let a draft pass was {chance(odds / (1 + odds))}:"


def own_vote(held: Debate, iso3: str, turn: Turn) -> str:
    """How the country asked about took the last draft."""
    vote = next(vote for vote in held.rounds[-1].votes if vote.iso3 == iso3)
    return (
        f"{turn.after.by_iso3[iso3].name} wants {size(held.code, vote.position)} and {vote.answer} "
        f"(chance of letting it pass {chance(vote.chance)})."
    )


def tell_cohesion(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """At the end of a year, how many test decisions would pass, and how far views are apart."""
    council, world = turn.after.council, turn.after.world
    if turn.quarter != 4 or not memory.moved("cohesion", council.cohesion, COHESION_STEP):
        return []
    members = sorted(turn.allies, key=lambda ally: ally.china_hardness)
    softest, hardest = members[0], members[-1]
    text = (
        f"Cohesion: {percent(council.cohesion)} of ten test decisions would pass at once without "
        f"reservation. Toughness on China runs from {softest.name} {softest.china_hardness:.2f} to "
        f"{hardest.name} {hardest.china_hardness:.2f} (mean {world.hardness_mean:.2f}, standard "
        f"deviation {world.hardness_spread:.2f}; 0 to 1)."
    )
    numbers = {
        "cohesion": Number(council.cohesion, "share of ten test decisions"),
        "mean hardness": Number(world.hardness_mean, "0-1"),
        "spread of hardness": Number(world.hardness_spread, "0-1, standard deviation"),
        "items blocked so far": Number(council.blocked, "attempts"),
        "reservations so far": Number(council.reservations, "reservations"),
        "side payments so far": Number(council.side_payments, "payments"),
    }
    return [Event(turn.year, turn.quarter, "cohesion", (), text, numbers)]
