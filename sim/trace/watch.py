"""What changed in each quarter? Plays one future and keeps every attribute before and after."""

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from sim.data.load import load_countries
from sim.experiment.expected import EXPECTED, china_decides, weighed_only
from sim.experiment.start import build_start
from sim.model.reference import Wargame
from sim.model.state import changed
from sim.scenario.case import Case
from sim.trace.event import State

PARTS = ("world", "market", "council", "campaign", "united_states", "china", "russia")


@dataclass(frozen=True)
class Turn:
    """One quarter: every attribute before and after it, and what was fixed during it.

    Attributes:
        before: the state at the end of the quarter before.
        after: the state at the end of this quarter, its step still that of this quarter.
        lever: what the path asks in this quarter.
        p: the parameters of this future.
        n_allies: how many of the countries are members other than the United States.
        n_governments: how many hold stances: members and partners.
        rows: what each turn of a campaign in this quarter left.
        row_before: what the turn before the first of them left, None for the first turn of all.
    """

    before: State
    after: State
    lever: State
    p: State
    n_allies: int
    n_governments: int
    rows: tuple[State, ...] = ()
    row_before: State | None = None

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.after.world.year)

    @property
    def quarter(self) -> int:
        """The quarter of the year, 1 to 4."""
        return int(self.after.world.quarter)

    @property
    def step(self) -> int:
        """Quarters since the start."""
        return int(self.before.world.step)

    @property
    def allies(self) -> list[State]:
        """Members other than the United States, after the quarter."""
        return list(self.after.everyone[: self.n_allies])

    @property
    def governments(self) -> list[State]:
        """Members and partners, after the quarter."""
        return list(self.after.everyone[: self.n_governments])

    def earlier(self, country: State) -> State:
        """The same country before the quarter."""
        return self.before.by_iso3[country.iso3]

    def money(self, amount: float) -> float:
        """An amount of 2015 dollars in dollars of 2024 [unit of the amount]."""
        return float(amount * self.after.world.usd_2024)


@dataclass(frozen=True)
class Watched:
    """One future, played to the end.

    Attributes:
        case: the scenario, with this path alone.
        path: its name.
        future: its number.
        game: the game at its end.
        turns: its quarters in order.
    """

    case: Case
    path: str
    future: int
    game: Wargame
    turns: tuple[Turn, ...]


def watch(case: Case, path: str, future: int) -> Watched:
    """One future of a path, played on the reference engine with every quarter kept.

    Args:
        case: the resolved scenario.
        path: name of one of its paths.
        future: number of the future.
    """
    alone = replace(case, paths={path: case.paths[path]})
    start = build_start(alone)
    game = Wargame(start, path, future)
    turns: list[Turn] = []
    before = view(game)
    while game.world.step < game.world.horizon:
        lever = copied(game.levers[game.world.step])
        game.step()
        after = view(game)
        counted = changed(after.world, step=before.world.step)
        moment = SimpleNamespace(**vars(after) | {"world": counted})
        n_allies, n_governments = game.start.n_allies, game.start.n_governments
        rows = rows_between(game, before.campaign.turn, after.campaign.turn)
        last = turns[-1] if turns else None
        row_before = (last.rows[-1] if last.rows else last.row_before) if last else None
        turns.append(Turn(before, moment, lever, game.p, n_allies, n_governments, rows, row_before))
        before = after
    if china_decides(start):
        take_expected(game, Wargame(weighed_only(start), path, future).play())
    return Watched(alone, path, future, game, tuple(turns))


def rows_between(game: Wargame, first: int, last: int) -> tuple[State, ...]:
    """What the turns of a campaign from one count to another left, as far as it is kept."""
    names = game.turns.dtype.names or ()
    rows = game.turns[first:last]
    return tuple(SimpleNamespace(**{name: float(row[name]) for name in names}) for row in rows)


def take_expected(game: Wargame, weighed: Wargame) -> None:
    """The chances of what China may do come from the game in which it never acts."""
    for name in EXPECTED:
        setattr(game.ledger, name, getattr(weighed.ledger, name))


def view(game: Wargame) -> State:
    """A copy of every attribute of the game as it stands."""
    names = {country.iso3: country.name for country in load_countries().values()}
    everyone = [
        copied(country, iso3=iso3, name=names[iso3])
        for iso3, country in zip(game.start.iso3, game.everyone, strict=True)
    ]
    by_iso3 = {country.iso3: country for country in everyone}
    parts = {name: copied(getattr(game, name)) for name in PARTS}
    items = [copied(item) for item in game.items]
    classes = [copied(asset) for asset in game.classes]
    return SimpleNamespace(
        everyone=everyone, by_iso3=by_iso3, items=items, classes=classes, **parts
    )


def copied(part: Any, **more: Any) -> State:
    """The numbers of an agent or a part of the state, as a copy."""
    numbers = {name: v for name, v in vars(part).items() if isinstance(v, int | float)}
    return SimpleNamespace(**numbers | more)
