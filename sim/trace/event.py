"""What is one thing that happened? A dated sentence with its numbers and its ranked reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import NamedTuple

State = SimpleNamespace


class Number(NamedTuple):
    """A value with its unit."""

    value: float
    unit: str


@dataclass(frozen=True)
class Reason:
    """One cause of a decision.

    Attributes:
        name: the cause, in words.
        contribution: how much it added [unit].
        unit: unit of the contribution.
        effect: what the cause does to a chance, where that is easier to grasp.
    """

    name: str
    contribution: float
    unit: str
    effect: Number | None = None


@dataclass(frozen=True)
class Event:
    """One thing that happened in a quarter.

    Attributes:
        year: calendar year.
        quarter: quarter of the year, 1 to 4.
        kind: a key of `sim.trace.story.KINDS`.
        who: ISO codes of the countries it is about; empty for the world as a whole.
        text: a sentence or a few.
        numbers: values of the sentence, and some more, by name.
        reasons: causes, the largest first.
    """

    year: int
    quarter: int
    kind: str
    who: tuple[str, ...]
    text: str
    numbers: Mapping[str, Number] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()


def ranked(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons, the largest contribution of either sign first.

    >>> [r.name for r in ranked([Reason("a", 1.0, "points"), Reason("b", -2.0, "points")])]
    ['b', 'a']
    """
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.contribution)))


class Memory:
    """What the story has told last of each thing, so that it tells only what has changed."""

    def __init__(self) -> None:
        self.told: dict[str, float] = {}
        self.start: State | None = None

    def first(self, state: State) -> State:
        """The state of the first quarter, which is the first that was shown."""
        if self.start is None:
            self.start = state
        return self.start

    def moved(self, name: str, value: float, least: float) -> bool:
        """Whether a value moved by at least so much since it was told; it then counts as told.

        >>> memory = Memory()
        >>> [memory.moved("x", value, 0.5) for value in (1.0, 1.4, 1.6)]
        [True, False, True]
        """
        last = self.told.get(name)
        if last is not None and abs(value - last) < least:
            return False
        self.told[name] = value
        return True

    def last(self, name: str, otherwise: float) -> float:
        """What was told last, or another value if nothing was."""
        return self.told.get(name, otherwise)
