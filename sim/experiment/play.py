"""How is a resolved scenario played? Every path meets the same futures, on either engine."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np

from sim.experiment.expected import EXPECTED, china_decides, weighed_only
from sim.experiment.start import build_start
from sim.model import entities
from sim.model.behaviour.recording import write_bill
from sim.model.fields.books import BILL_HOLDERS
from sim.model.ladders import Asset
from sim.model.start import Start
from sim.scenario.case import Case

if TYPE_CHECKING:
    from sim.model.reference import Wargame

BLOCK = 64
STANCE_FUTURES = 200  # the first ones, of which stances by year and turns are kept
ENGINES = ("ensemble", "reference")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Outcome:
    """What a study found: every path on the same futures.

    Attributes:
        case: the scenario that was played.
        paths: their names, in the order of the arrays.
        first_future: number of the first future.
        n_futures: how many were played.
        engine: "ensemble" or "reference".
        measures: what is scored, by name [path, future].
        series: state variables over time [path, future, step].
        by_country: what each country paid and lost, NaN where no bill is kept
            [path, future, country].
        by_class: what each class of US assets did [path, future, class].
        stances: where every government stands at the end of every year, by name, in the first
            `STANCE_FUTURES` futures [path, future, year, government].
        turns: what each turn of a campaign left, by name, in the same futures, NaN after the last
            turn [path, future, turn].
        countries: ISO codes in the order of `by_country`; those of governments come first.
        classes: names in the order of `by_class`.
        parameters: sampled value of each parameter [future].
    """

    case: Case
    paths: tuple[str, ...]
    first_future: int
    n_futures: int
    engine: str
    measures: dict[str, np.ndarray]
    series: dict[str, np.ndarray]
    by_country: dict[str, np.ndarray]
    by_class: dict[str, np.ndarray]
    stances: dict[str, np.ndarray]
    turns: dict[str, np.ndarray]
    countries: tuple[str, ...]
    classes: tuple[str, ...]
    parameters: dict[str, np.ndarray]


@dataclass(frozen=True)
class Block:
    """What a few futures left: the arrays of `Outcome`, before they are joined."""

    ledger: np.ndarray
    snapshots: np.ndarray
    bills: np.ndarray
    drawn: np.ndarray
    stances: np.ndarray
    turns: np.ndarray
    parameters: np.ndarray


PlayOne = Callable[[Start, int, int, int], Block]  # start, first, count, kept


def play(
    case: Case,
    futures: int | None = None,
    seed: int | None = None,
    progress: Progress | None = None,
    engine: str = "ensemble",
    workers: int | None = None,
    block: int = BLOCK,
    first: int = 0,
    start: Start | None = None,
) -> Outcome:
    """Plays every path of a scenario on the same futures.

    Args:
        case: the resolved scenario; its seed names the futures.
        futures: how many, by default those of the scenario.
        seed: names the futures, by default that of the scenario.
        progress: called with the futures done and the futures asked.
        engine: "ensemble" (compiled) or "reference" (Mesa, plain Python).
        workers: threads, by default one for each core.
        block: futures handed to a thread at a time; the result does not depend on it.
        first: number of the first future.
        start: what the case begins with, where it is ready; by default it is built.
    """
    if seed is not None:
        case = replace(case, seed=seed)
    start = start or build_start(case)
    count = case.futures if futures is None else futures
    parts = []
    done = 0
    for part in play_start(start, first, count, engine, workers, block):
        parts.append(part)
        done += part.ledger.shape[1]
        if progress:
            progress(done, count)
    return join(case, start, parts, first, count, engine)


def play_start(
    start: Start,
    first: int,
    count: int,
    engine: str = "ensemble",
    workers: int | None = None,
    block: int = BLOCK,
    kept: int | None = None,
) -> Iterator[Block]:
    """Blocks of futures in their order, from records that are ready.

    Args:
        start: what the scenario begins with.
        first: number of the first future.
        count: how many to play.
        engine: "ensemble" or "reference".
        workers: threads, by default one for each core.
        block: most futures handed to a thread at a time; the result does not depend on it.
        kept: of how many futures, from the first, stances by year and turns are kept; by default
            of the first `STANCE_FUTURES`.
    """
    play_one = play_reference
    if engine == "ensemble":
        from sim.model.ensemble import engine as load_engine

        load_engine()
        play_one = play_block
    threads = workers or os.cpu_count() or 1
    fair = -(-count // threads)  # so that few futures still keep every thread busy
    yield from in_order(play_one, start, first, count, max(1, min(block, fair)), threads, kept)


def in_order(
    play_one: PlayOne,
    start: Start,
    first: int,
    count: int,
    block: int,
    workers: int,
    keep: int | None = None,
) -> Iterator[Block]:
    """Blocks of futures in their order, played on threads; only the first ones keep stances."""
    pool = ThreadPoolExecutor(workers)
    jobs = []
    for begin in range(first, first + count, block):
        size = min(block, first + count - begin)
        kept = max(0, min(size, first + (STANCE_FUTURES if keep is None else keep) - begin))
        jobs.append(pool.submit(play_whole, play_one, start, begin, size, kept))
    try:
        for job in jobs:
            yield job.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def play_whole(play_one: PlayOne, start: Start, first: int, count: int, kept: int) -> Block:
    """A block of futures; where China decides, its chances come from a second play.

    There it weighs but never acts, so that the chances of all quarters add up in every future
    instead of stopping at an act that was drawn.
    """
    block = play_one(start, first, count, kept)
    if china_decides(start):
        weighed = play_one(weighed_only(start), first, count, 0)
        for name in EXPECTED:
            block.ledger[name] = weighed.ledger[name]
        block.snapshots["p_force"] = weighed.snapshots["p_force"]
    return block


def play_block(start: Start, first: int, count: int, kept: int) -> Block:
    """A block of futures on the ensemble engine, with the stances of the first so many."""
    from sim.model import ensemble

    played, parameters = ensemble.play(start, first, count, kept)
    return Block(**played._asdict(), parameters=parameters)


def play_reference(start: Start, first: int, count: int, kept: int) -> Block:
    """The same on the reference engine, one Mesa model for each path and future."""
    from sim.model.reference import Wargame

    n_paths, n_countries = start.countries.shape
    ledger = np.zeros((n_paths, count), entities.LEDGER)
    snapshots = np.zeros((n_paths, count, start.steps), entities.SNAPSHOT)
    bills = np.zeros((n_paths, count, n_countries), entities.BILL)
    drawn = np.zeros((n_paths, count, len(Asset)))
    stances = np.zeros((n_paths, kept, start.n_years, start.n_governments), entities.STANCE)
    turns = np.zeros((n_paths, kept, len(start.turns)), entities.TURN)
    parameters = np.zeros(count, [(name, np.float64) for name in start.parameters])
    for path in range(n_paths):
        for k in range(count):
            game = Wargame(start, path, first + k).play()
            frame = game.datacollector.model_vars
            for name in entities.SNAPSHOT.names or ():
                snapshots[path, k][name] = frame[name]
            ledger[path, k] = values_of(game.ledger, entities.LEDGER)
            parameters[k] = values_of(game.p, parameters.dtype)
            drawn[path, k] = [asset.drawn_peak for asset in game.classes]
            bills[path, k] = [bill_of(game, country) for country in game.everyone]
            if k < kept:
                stances[path, k] = game.stances
                turns[path, k] = game.turns
    return Block(ledger, snapshots, bills, drawn, stances, turns, parameters)


def bill_of(game: "Wargame", country: object) -> tuple[float, ...]:
    """The bill of one country, written by the same behaviour as in the ensemble engine."""
    bill = SimpleNamespace()
    write_bill(bill, game.world, country)
    return values_of(bill, entities.BILL)


def values_of(entity: object, dtype: np.dtype) -> tuple[float, ...]:
    """The fields of a record, read from an object's attributes."""
    return tuple(getattr(entity, name) for name in dtype.names or ())


def join(
    case: Case, start: Start, parts: list[Block], first: int, count: int, engine: str
) -> Outcome:
    """One outcome from blocks in their order."""
    ledger = np.concatenate([part.ledger for part in parts], axis=1)
    snapshots = np.concatenate([part.snapshots for part in parts], axis=1)
    bills = np.concatenate([part.bills for part in parts], axis=1)
    drawn = np.concatenate([part.drawn for part in parts], axis=1)
    stances = np.concatenate([part.stances for part in parts], axis=1)
    turns = np.concatenate([part.turns for part in parts], axis=1)
    parameters = np.concatenate([part.parameters for part in parts])
    return Outcome(
        case=case,
        paths=start.paths,
        first_future=first,
        n_futures=count,
        engine=engine,
        measures={name: ledger[name] for name in entities.LEDGER.names or ()},
        series={name: snapshots[name] for name in entities.SNAPSHOT.names or ()},
        by_country=bills_by_country(bills, start),
        by_class={"drawn_peak": drawn},
        stances={name: stances[name] for name in entities.STANCE.names or ()},
        turns={name: turns[name] for name in entities.TURN.names or ()},
        countries=start.iso3,
        classes=tuple(asset.name.lower() for asset in Asset),
        parameters={name: parameters[name].copy() for name in start.parameters},
    )


def bills_by_country(bills: np.ndarray, start: Start) -> dict[str, np.ndarray]:
    """Each kind of bill [path, future, country]; NaN for countries of which none is kept."""
    holders = {
        "allies": start.n_allies,
        "members": start.n_allies + 1,
        "governments": start.n_governments,
    }
    by_country = {name: bills[name].copy() for name in entities.BILL.names or ()}
    for name, group in BILL_HOLDERS.items():
        by_country[name][:, :, holders[group] :] = np.nan
    return by_country


def first_futures(outcome: Outcome, count: int) -> Outcome:
    """The outcome of the first so many futures, exactly as if only they had been played."""

    def cut(blocks: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        return {name: values[:, :count] for name, values in blocks.items()}

    return replace(
        outcome,
        n_futures=min(count, outcome.n_futures),
        measures=cut(outcome.measures),
        series=cut(outcome.series),
        by_country=cut(outcome.by_country),
        by_class=cut(outcome.by_class),
        stances=cut(outcome.stances),
        turns=cut(outcome.turns),
        parameters={name: values[:count] for name, values in outcome.parameters.items()},
    )
