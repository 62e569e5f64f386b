"""How are many futures played on every path? By the same schedule, compiled.

`register_jitable` makes the plain rules and behaviours callable from compiled code and leaves the
Python functions as they are. The compiled loop is cached on disk in a folder named by a hash of
every source file that it is made of, and of the versions, so an old rule is never played.
"""

import hashlib
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import NamedTuple

import llvmlite
import numba
import numpy as np
from numba.extending import register_jitable

from sim.model import entities
from sim.model.behaviour.recording import keep_stances, take_snapshot, write_bill
from sim.model.sampling import sample_parameters
from sim.model.schedule import begin, quarter
from sim.model.start import Known, Start

SHARED = ("sim.rules", "sim.model")
NOT_SHARED = ("ensemble", "reference", "start", "state", "entities", "fields")


class Entities(NamedTuple):
    """One array for each kind of entity, as records or as their raw words."""

    world: np.ndarray
    market: np.ndarray
    council: np.ndarray
    items: np.ndarray
    china: np.ndarray
    campaign: np.ndarray
    russia: np.ndarray
    united_states: np.ndarray
    ledger: np.ndarray
    turns: np.ndarray
    classes: np.ndarray
    countries: np.ndarray


class Fixed(NamedTuple):
    """What no run changes; `countries` is [path, country, word], `levers` [path, step]."""

    countries: np.ndarray
    levers: np.ndarray
    levers_before: np.ndarray
    distance_km: np.ndarray
    known: Known
    priors: np.ndarray
    joint: np.ndarray
    seed: int
    n_allies: int
    n_governments: int


class Played(NamedTuple):
    """What a block of futures leaves behind.

    Shapes: ledger [path, future], snapshots [path, future, step], bills [path, future, country],
    drawn [path, future, asset class], stances [path, future of those kept, year, government],
    turns [path, future of those kept, turn].
    """

    ledger: np.ndarray
    snapshots: np.ndarray
    bills: np.ndarray
    drawn: np.ndarray
    stances: np.ndarray
    turns: np.ndarray


def play_block(fixed, start, raw, work, influence, values, parameters, first, played, kept):
    """Plays every path of a block of futures; all paths of a future meet the same luck.

    `raw` and `work` are the same memory, as words and as records: copying words compiles in a
    tenth of the time. `kept` is the state after every quarter of the last run, or empty.
    """
    world = work.world[0]
    market = work.market[0]
    council = work.council[0]
    china = work.china[0]
    campaign = work.campaign[0]
    russia = work.russia[0]
    united_states = work.united_states[0]
    ledger = work.ledger[0]
    allies = work.countries[: fixed.n_allies]
    governments = work.countries[: fixed.n_governments]
    for k in range(len(parameters)):
        sample_parameters(values[k], fixed.priors, fixed.joint, fixed.seed, first + k)
        p = parameters[k]
        for path in range(len(fixed.levers)):
            copy_all(raw, start)
            copy_rows(raw.countries, fixed.countries[path])
            world.future = first + k
            levers = fixed.levers[path]
            begin(
                world,
                market,
                council,
                work.items,
                china,
                campaign,
                russia,
                united_states,
                ledger,
                work.classes,
                allies,
                governments,
                work.countries,
                influence,
                fixed.distance_km,
                p,
                fixed.levers_before[0],
            )
            for step in range(len(levers)):
                quarter(
                    world,
                    market,
                    council,
                    work.items,
                    china,
                    campaign,
                    russia,
                    united_states,
                    ledger,
                    work.turns,
                    work.classes,
                    allies,
                    governments,
                    work.countries,
                    influence,
                    fixed.known,
                    p,
                    levers[step],
                )
                take_snapshot(
                    played.snapshots[path, k, step],
                    world,
                    market,
                    russia,
                    council,
                    united_states,
                    china,
                )
                if k < played.stances.shape[1]:
                    keep_stances(played.stances[path, k], world, governments)
                if len(kept.world) > 0:
                    keep_all(kept, raw, step)
            copy_words(played.ledger[path, k], raw.ledger[0])
            if k < played.turns.shape[1]:
                copy_rows(played.turns[path, k], raw.turns)
            for i in range(len(work.countries)):
                write_bill(played.bills[path, k, i], world, work.countries[i])
            for i in range(len(work.classes)):
                played.drawn[path, k, i] = work.classes[i].drawn_peak


def copy_all(raw, start):
    """Copies the start over the working records; countries differ by path and come apart."""
    copy_words(raw.world[0], start.world[0])
    copy_words(raw.market[0], start.market[0])
    copy_words(raw.council[0], start.council[0])
    copy_rows(raw.items, start.items)
    copy_words(raw.china[0], start.china[0])
    copy_words(raw.campaign[0], start.campaign[0])
    copy_words(raw.russia[0], start.russia[0])
    copy_words(raw.united_states[0], start.united_states[0])
    copy_words(raw.ledger[0], start.ledger[0])
    copy_rows(raw.turns, start.turns)
    copy_rows(raw.classes, start.classes)


def keep_all(kept, raw, step):
    """Copies every record of this quarter."""
    copy_words(kept.world[step], raw.world[0])
    copy_words(kept.market[step], raw.market[0])
    copy_words(kept.council[step], raw.council[0])
    copy_rows(kept.items[step], raw.items)
    copy_words(kept.china[step], raw.china[0])
    copy_words(kept.campaign[step], raw.campaign[0])
    copy_words(kept.russia[step], raw.russia[0])
    copy_words(kept.united_states[step], raw.united_states[0])
    copy_words(kept.ledger[step], raw.ledger[0])
    copy_rows(kept.turns[step], raw.turns)
    copy_rows(kept.classes[step], raw.classes)
    copy_rows(kept.countries[step], raw.countries)


def copy_rows(target, source):
    """Copies rows of words."""
    for i in range(len(target)):
        copy_words(target[i], source[i])


def copy_words(target, source):
    """Copies one row of words."""
    for j in range(len(target)):
        target[j] = source[j]


def shared_modules() -> list[ModuleType]:
    """The modules whose functions both engines play."""
    found = []
    for package_name in SHARED:
        package = importlib.import_module(package_name)
        for info in pkgutil.walk_packages(package.__path__, package_name + "."):
            if not info.ispkg and info.name.split(".")[2] not in NOT_SHARED:
                found.append(importlib.import_module(info.name))
    return found


def source_stamp() -> str:
    """Hash of every source file of the model and of the versions that compile it."""
    digest = hashlib.sha256()
    root = Path(__file__).parent.parent
    for folder in ("rules", "model"):
        for file in sorted((root / folder).rglob("*.py")):
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(file.read_bytes())
    versions = (sys.version, numba.__version__, llvmlite.__version__, np.__version__)
    digest.update(repr(versions).encode())
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Where the compiled engine of exactly these sources is kept."""
    base = os.environ.get("SIM_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME")
    root = Path(base) if base else Path.home() / ".cache"
    return root / "two-theatres-sim" / source_stamp()


def is_compiled() -> bool:
    """Whether a compiled engine of exactly these sources lies in the cache."""
    return any(cache_folder().rglob("*.nbi"))


@cache
def engine() -> Callable[..., None]:
    """The compiled loop; the first call in a process loads it or compiles it."""
    for module in shared_modules():
        for value in list(vars(module).values()):
            if isinstance(value, FunctionType) and value.__module__ == module.__name__:
                share(value)
    for function in (copy_all, keep_all, copy_rows, copy_words):
        share(function)
    numba.config.CACHE_DIR = str(cache_folder())
    return numba.njit(cache=True, nogil=True, error_model="numpy")(play_block)


def share(function: Callable[..., object]) -> None:
    """Makes a plain function callable from compiled code, without entry points of its own."""
    register_jitable(no_cpython_wrapper=True, no_cfunc_wrapper=True)(function)


def words(records: np.ndarray) -> np.ndarray:
    """The same memory as records, as 64-bit words along a last axis."""
    return records.view(np.int64).reshape(*records.shape, records.dtype.itemsize // 8)


def empty_entities(start: Start, steps: int) -> Entities:
    """Room for the state of so many quarters."""
    return Entities(
        world=np.zeros(steps, entities.WORLD),
        market=np.zeros(steps, entities.MARKET),
        council=np.zeros(steps, entities.COUNCIL),
        items=np.zeros((steps, len(start.items)), entities.ITEM),
        china=np.zeros(steps, entities.CHINA),
        campaign=np.zeros(steps, entities.CAMPAIGN),
        russia=np.zeros(steps, entities.RUSSIA),
        united_states=np.zeros(steps, entities.UNITED_STATES),
        ledger=np.zeros(steps, entities.LEDGER),
        turns=np.zeros((steps, len(start.turns)), entities.TURN),
        classes=np.zeros((steps, len(start.classes)), entities.ASSET_CLASS),
        countries=np.zeros((steps, start.countries.shape[1]), entities.COUNTRY),
    )


def empty_played(start: Start, futures: int, kept: int) -> Played:
    """Room for what a block of futures leaves, with the stances of so many of them kept."""
    paths, countries = start.countries.shape
    return Played(
        ledger=np.zeros((paths, futures), entities.LEDGER),
        snapshots=np.zeros((paths, futures, start.steps), entities.SNAPSHOT),
        bills=np.zeros((paths, futures, countries), entities.BILL),
        drawn=np.zeros((paths, futures, len(start.classes))),
        stances=np.zeros((paths, kept, start.n_years, start.n_governments), entities.STANCE),
        turns=np.zeros((paths, kept, len(start.turns)), entities.TURN),
    )


def play(start: Start, first: int, futures: int, kept: int = 0) -> tuple[Played, np.ndarray]:
    """Plays a block of futures on every path.

    Args:
        start: what the scenario begins with.
        first: number of the first future.
        futures: how many to play.
        kept: of how many of them, from the first, stances by year and turns are kept.

    Returns:
        What the runs leave, and the sampled parameters as a record array [future].
    """
    played = empty_played(start, futures, kept)
    return played, run_block(start, first, futures, played, empty_entities(start, 0))


def trace(start: Start, path: int, future: int) -> Entities:
    """Every state variable of one run after every quarter, from the compiled engine."""
    one = start._replace(
        paths=(start.paths[path],),
        countries=start.countries[path : path + 1],
        levers=start.levers[path : path + 1],
    )
    kept = empty_entities(one, one.steps)
    run_block(one, future, 1, empty_played(one, 1, 0), kept)
    return kept


def run_block(start: Start, first: int, futures: int, played: Played, kept: Entities) -> np.ndarray:
    """Calls the compiled loop; returns the sampled parameters as records [future]."""
    values = np.zeros((futures, len(start.parameters)))
    parameters = values.view([(name, np.float64) for name in start.parameters]).reshape(futures)
    begins = Entities(*[getattr(start, name) for name in Entities._fields])
    work = Entities(*[array.copy() for array in begins])
    work = work._replace(countries=start.countries[0].copy())
    fixed = Fixed(
        countries=words(start.countries),
        levers=start.levers,
        levers_before=start.levers_before,
        distance_km=start.distance_km,
        known=start.known,
        priors=start.priors,
        joint=start.joint,
        seed=int(start.world["seed"][0]),
        n_allies=start.n_allies,
        n_governments=start.n_governments,
    )
    engine()(
        fixed,
        Entities(*[words(array) for array in begins]),
        Entities(*[words(array) for array in work]),
        work,
        np.zeros((start.n_governments, start.n_governments)),
        values,
        parameters,
        first,
        played._replace(ledger=words(played.ledger), turns=words(played.turns)),
        Entities(*[words(array) for array in kept]),
    )
    return parameters
