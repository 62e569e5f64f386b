"""What did China choose over Taiwan, and why? Each cause alone, and what it does to the chance."""

import math
from typing import Any

from sim.model.behaviour.deciding import force, odds, weigh_acts, weigh_deterrents
from sim.model.ladders import Agenda, Contingency
from sim.model.state import changed
from sim.trace.event import Event, Memory, Number, Reason, State, ranked
from sim.trace.reasons import only
from sim.trace.watch import Turn
from sim.trace.wording import chance, listed

DETERRENTS = {
    "presence beyond that of 2024": "presence_deterrence_effect",
    "heavy forces tied to a crisis plan": "heavy_forces_deterrence_effect",
    "sanctions that China expects": "sanctions_deterrence_effect",
    "split that China sees": "perceived_split_effect",
    "no-enlargement pledge": "pledge_deterrence_effect",
}
ACTS = {
    Contingency.QUARANTINE: "a quarantine",
    Contingency.BLOCKADE: "a blockade",
    Contingency.INVASION: "an invasion",
}
ACT = "log-odds of an act of force"
CRISIS = "log-odds of a crisis"
ESCALATION = "log-odds that a crisis ends in force"
WORTH_NAMING = 0.2  # chance that a unit of the ally is there
MOST_NAMED = 4
CHANCE_STEP = 0.3  # of its logarithm
OF_CHANCE = "share of the half-year chance of force"


def deterrent_parts(turn: Turn) -> dict[str, float]:
    """What deters or provokes China in peace; the sum is its `deterrents` [log-odds]."""
    parts = {}
    for words, name in DETERRENTS.items():
        china = changed(turn.after.china)
        p = only(turn.p, (name,), DETERRENTS.values())
        weigh_deterrents(china, turn.after.items, turn.after.world, p)
        parts[words] = float(china.deterrents)
    return parts


def balance_part(turn: Turn, act: Contingency) -> float:
    """What the balance around Taiwan adds to an act since the start [log-odds]."""
    return success_part(turn, act, entry=turn.after.china.entry_start)


def entry_part(turn: Turn, act: Contingency) -> float:
    """What the expected entry of the United States adds to an act since the start [log-odds]."""
    return success_part(turn, act, balance=0.0)


def success_part(turn: Turn, act: Contingency, **unchanged: float) -> float:
    """What a change of the success that China sees adds to an act [log-odds]."""
    china, p = turn.after.china, turn.p
    name = {"QUARANTINE": "quarantine", "BLOCKADE": "blockade", "INVASION": "invasion"}[act.name]
    calm = changed(china, deterrents=0.0, **unchanged)
    return math.log(odds(calm, 0.0, getattr(p, f"{name}_success"), p))


def weighed(
    turn: Turn, items: list[State] | None = None, p: State | None = None, **china: Any
) -> State:
    """China's chances of each act, with some of what it sees changed."""
    seen = changed(turn.after.china, **china)
    weigh_acts(
        seen,
        turn.after.items if items is None else items,
        turn.after.world,
        turn.lever,
        turn.p if p is None else p,
    )
    return seen


def choice_reasons(turn: Turn, act: Contingency) -> tuple[Reason, ...]:
    """Why an act is more or less likely than at the start, ranked by log-odds.

    Each reason also says what it does to the half-year chance of any act of force.
    """
    whole = force(weighed(turn))

    def reason(words: str, part: float, unit: str, without: State) -> Reason:
        change = whole / force(without) - 1
        return Reason(words, part, unit, Number(change, OF_CHANCE))

    china = turn.after.china
    reasons = [
        reason("balance around Taiwan", balance_part(turn, act), ACT, weighed(turn, balance=0.0)),
        reason(
            "whether the United States would fight",
            entry_part(turn, act),
            ACT,
            weighed(turn, entry=china.entry_start),
        ),
    ]
    for words, part in deterrent_parts(turn).items():
        reasons.append(reason(words, part, ACT, weighed(turn, deterrents=china.deterrents - part)))
    texts = turn.after.items[Agenda.TAIWAN_TEXT].in_force - turn.after.world.texts_2024
    reasons.append(
        reason(
            "texts on Taiwan", turn.p.statement_crisis_effect * texts, CRISIS, without_texts(turn)
        )
    )
    surge = turn.p.surge_deterrence_effect * china.surge
    calm = weighed(turn, p=changed(turn.p, surge_deterrence_effect=0.0))
    reasons.append(reason("surge of the others in a crisis", surge, ESCALATION, calm))
    return ranked(reasons)


def without_texts(turn: Turn) -> State:
    """China's chances if the texts on Taiwan were those of the start."""
    items = list(turn.after.items)
    start = turn.after.world.texts_2024
    items[Agenda.TAIWAN_TEXT] = changed(items[Agenda.TAIWAN_TEXT], in_force=start)
    return weighed(turn, items=items)


def tell_china(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """In the second and fourth quarter China holds, opens a crisis, or acts."""
    china, campaign = turn.after.china, turn.after.campaign
    if china.p_crisis <= 0:
        return []
    acts = campaign.opens == turn.step
    total = force(china)
    news = memory.moved("force", math.log(total), CHANCE_STEP)
    if not acts and not china.crisis and not news:
        return []
    act = Contingency(campaign.kind) if acts else likeliest(china)
    kind = "crisis" if acts or china.crisis else "china"
    text = f"{chosen(turn, acts)} {odds_told(turn)}"
    reasons = choice_reasons(turn, act)
    return [Event(turn.year, turn.quarter, kind, ("CHN", "TWN"), text, seen_by(turn), reasons)]


def likeliest(china: State) -> Contingency:
    """The act with the highest chance."""
    chances = {
        Contingency.QUARANTINE: china.p_quarantine,
        Contingency.BLOCKADE: china.p_blockade,
        Contingency.INVASION: china.p_invade,
    }
    return max(chances, key=lambda act: chances[act])


def chosen(turn: Turn, acts: bool) -> str:
    """What China does, in words."""
    answer = answered(turn)
    if acts:
        act = ACTS[Contingency(turn.after.campaign.kind)]
        return f"CRISIS OVER TAIWAN. {answer} China chooses {act.upper()}."
    if turn.after.china.crisis:
        return f"CRISIS OVER TAIWAN. China mobilises. {answer} China stops short of force."
    return "China holds."


def answered(turn: Turn) -> str:
    """What allies with units on station did when the crisis opened."""
    there = [ally for ally in turn.allies if ally.units_there >= WORTH_NAMING]
    left = [ally.name for ally in there if not ally.stays]
    more = turn.after.world.surged
    sent = f"Allies send {more:.1f} more ships." if more > 0 else "Allies send no more ships."
    if not left:
        return sent
    return f"{sent} Taken out of the region: units of {listed(left, MOST_NAMED)}."


def odds_told(turn: Turn) -> str:
    """The chances of the half-year, and what China saw."""
    china, world = turn.after.china, turn.after.world
    return (
        f"Chances this half-year: crisis {chance(china.p_crisis)}, quarantine "
        f"{chance(china.p_quarantine)}, blockade {chance(china.p_blockade)}, invasion "
        f"{chance(china.p_invade)}. It sees a balance {china.balance:+.2f} in its favour since the "
        f"start (log ratio), a chance of {chance(china.entry)} that the United States fights, "
        f"{chance(world.expected_sanctions)} of allied GDP joining sanctions, a "
        f"split of {world.perceived_split:.2f} (0 to 1)."
    )


def seen_by(turn: Turn) -> dict[str, Number]:
    """What China sees, and its chances."""
    china, world = turn.after.china, turn.after.world
    half = "probability, half-year"
    return {
        "crisis": Number(china.p_crisis, half),
        "quarantine": Number(china.p_quarantine, half),
        "blockade": Number(china.p_blockade, half),
        "invasion": Number(china.p_invade, half),
        "balance": Number(china.balance, "log ratio"),
        "deterrents": Number(china.deterrents, "log-odds"),
        "expected surge": Number(china.surge, "0-1"),
        "ships sent": Number(world.surged, "ships"),
        "US fights": Number(china.entry, "probability"),
        "expected sanctions": Number(world.expected_sanctions, "share of GDP"),
        "perceived split": Number(world.perceived_split, "0-1"),
    }
