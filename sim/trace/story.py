"""Which events make the story of one future, in which order, and which of them are asked for?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sim.analysis.measures import MEASURES, Measure
from sim.analysis.scores import applicable
from sim.trace.answering import tell_bases, tell_joining, tell_sanctions_votes, tell_staying
from sim.trace.campaign import tell_campaign
from sim.trace.choosing import tell_china
from sim.trace.council import tell_cohesion, tell_council
from sim.trace.country import tell_country
from sim.trace.event import Event, Memory
from sim.trace.fighting import tell_draw, tell_opening
from sim.trace.powers import (
    tell_administration,
    tell_elections,
    tell_posture,
    tell_russia,
    tell_ukraine,
)
from sim.trace.pressing import tell_coercion, tell_narrative, tell_partners
from sim.trace.sending import tell_presence, tell_senders
from sim.trace.setting import Belief, unusual
from sim.trace.spending import tell_budgets, tell_defence
from sim.trace.watch import Turn, Watched
from sim.trace.wording import percent

Teller = Callable[[Turn, Memory, str | None], list[Event]]

TELLERS: tuple[Teller, ...] = (  # in the order of a quarter
    tell_ukraine,
    tell_elections,
    tell_administration,
    tell_posture,
    tell_budgets,
    tell_council,
    tell_cohesion,
    tell_presence,
    tell_senders,
    tell_partners,
    tell_narrative,
    tell_coercion,
    tell_china,
    tell_staying,
    tell_opening,
    tell_bases,
    tell_joining,
    tell_sanctions_votes,
    tell_campaign,
    tell_draw,
    tell_defence,
    tell_russia,
    tell_country,
)
KINDS = {
    "ukraine": "the war in Ukraine begins or ends",
    "election": "an election moves a government's line",
    "administration": "a US administration takes office",
    "posture": "US forces in Europe in peace",
    "budget": "defence budgets decided",
    "council": "an item before the council",
    "cohesion": "test decisions that would pass",
    "presence": "ships and aircraft in the Indo-Pacific",
    "partners": "alignment of the four partners, and cooperation",
    "narrative": "the Chinese narrative and its reception",
    "coercion": "China coerces a country",
    "china": "China holds",
    "crisis": "a crisis over Taiwan, or force",
    "contingency": "the day a contingency opens",
    "units": "allied units on station when it opens",
    "answer": "why a government answers a crisis or a war as it does",
    "sanctions": "sanctions on China",
    "shock": "the economic shock",
    "campaign turn": "a turn of the campaign over Taiwan",
    "campaign end": "how the fighting over Taiwan ends",
    "draw": "US forces away from Europe, by class",
    "defence": "what Europe could field",
    "russia": "Russian recovery and the hazard of an attack",
    "attack": "a Russian attack on a member",
    "country": "how the country asked about stands at the end of a year",
}
TURNING_POINTS = {
    "ukraine",
    "administration",
    "crisis",
    "contingency",
    "campaign end",
    "draw",
    "attack",
}


@dataclass(frozen=True)
class Story:
    """One future, told.

    Attributes:
        watched: the future as it was played.
        unusual: what it believes that is unusual.
        events: what happened, in order.
        last: last year that is told, or None for the whole run.
    """

    watched: Watched
    unusual: tuple[Belief, ...]
    events: tuple[Event, ...]
    last: int | None = None

    @property
    def measures(self) -> dict[str, tuple[Measure, float]]:
        """What this run is scored by where it applies, with its values."""
        ledger = self.watched.game.ledger
        rows = applicable(MEASURES, self.watched.case)
        return {name: (row, float(getattr(ledger, name))) for name, row in rows.items()}


def tell(
    watched: Watched, focus: str | None = None, first: int | None = None, last: int | None = None
) -> Story:
    """The story of one future.

    Args:
        watched: the future, played.
        focus: ISO code of the country asked about; its own events and the turning points are told.
        first: first year that is told.
        last: last year that is told.
    """
    memory = Memory()
    events = [
        event
        for turn in watched.turns
        for teller in TELLERS
        for event in teller(turn, memory, focus)
    ]
    kept = [event for event in events if in_years(event, first, last)]
    if focus:
        kept = [event for event in kept if focus in event.who or event.kind in TURNING_POINTS]
    kept = with_noise_said(kept, watched.game.p.spending_noise_after_shock)
    return Story(watched, tuple(unusual(watched)), tuple(kept), last)


def with_noise_said(events: list[Event], noise: float) -> list[Event]:
    """The events, the first on budgets with how far chance moves a single country [1/year]."""
    said = (
        f"Single countries swing by about +-{percent(noise, 0)} a year for reasons the model does "
        f"not know (spending_noise_after_shock); read the alliance's sum, not one country."
    )
    first = next((event for event in events if event.kind == "budget"), None)
    return [
        replace(event, text=f"{event.text} {said}") if event is first else event for event in events
    ]


def in_years(event: Event, first: int | None, last: int | None) -> bool:
    """Whether an event falls in the years asked for."""
    return (first is None or event.year >= first) and (last is None or event.year <= last)


def as_content(story: Story) -> dict[str, Any]:
    """The story as plain values for JSON; what is not reached is None."""
    case = story.watched.case
    return {
        "scenario": case.name,
        "title": case.title,
        "question": case.question,
        "path": story.watched.path,
        "future": story.watched.future,
        "seed": case.seed,
        "world": case.world,
        "contingency": case.contingency.kind,
        "unusual": [belief_content(belief) for belief in story.unusual],
        "events": [event_content(event) for event in story.events],
        "measures": {
            name: {"label": row.label, "value": value, "unit": row.unit, "better": row.better}
            for name, (row, value) in story.measures.items()
        },
    }


def belief_content(belief: Belief) -> dict[str, Any]:
    """An unusual belief as plain values."""
    names = ("name", "meaning", "value", "median", "unit", "rank")
    return {name: getattr(belief, name) for name in names}


def event_content(event: Event) -> dict[str, Any]:
    """An event as plain values."""
    return {
        "year": event.year,
        "quarter": event.quarter,
        "kind": event.kind,
        "who": list(event.who),
        "text": event.text,
        "numbers": {name: value._asdict() for name, value in event.numbers.items()},
        "reasons": [reason_content(reason) for reason in event.reasons],
    }


def reason_content(reason: Any) -> dict[str, Any]:
    """A reason as plain values."""
    effect = reason.effect._asdict() if reason.effect else None
    content = {"name": reason.name, "contribution": reason.contribution, "unit": reason.unit}
    return content | ({"effect": effect} if effect else {})
