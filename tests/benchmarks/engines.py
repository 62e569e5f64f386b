"""How fast are the two engines, beside `mesa.batch_run` on the same model?

Prints a table; nothing passes or fails. From a clone with the program installed:

    python -m tests.benchmarks.engines
    python -m tests.benchmarks.engines --rounds 9 --skip-start

Everything on one core is pinned to one where the system lets it, and the rows take turns within
each round, so that a busy machine slows all of them. Rows on one core count CPU time, which other
programs disturb least; rows on two threads and whole commands count wall time, which they disturb
most. Ratios are taken within a round. One run is one path on one future.
"""

import argparse
import contextlib
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median
from types import FrameType
from typing import NamedTuple

import mesa

from sim.experiment.play import BLOCK, in_order, play_block
from sim.experiment.start import build_start
from sim.model import sampling
from sim.model.behaviour import luck
from sim.model.draws import standard_normal, uniform
from sim.model.reference import Wargame
from sim.model.start import Start
from sim.model.state import State, attributes
from sim.scenario.resolve import resolve

ROOT = Path(__file__).parents[2]
SCENARIO = ROOT / "scenarios" / "taiwan_2027.yaml"
BATCH = "mesa.batch_run, one process"
MESA = "Mesa engine, one future"
DRAWS = "  of it in draws"
ONE = "ensemble, one thread"
PAIRED = "ensemble, one thread, all paths"
WALL_ONE = "ensemble, one thread, wall time"
WALL_TWO = "ensemble, two threads, wall time"
TARGET_RATIO = 50
TARGET_MESA_MS = 150


class Sizes(NamedTuple):
    """How many runs each row plays in a round."""

    mesa: int
    ensemble: int


def one_path(start: Start) -> Start:
    """The same start with its first path alone."""
    return start._replace(
        paths=start.paths[:1], countries=start.countries[:1], levers=start.levers[:1]
    )


@contextlib.contextmanager
def one_core() -> Iterator[bool]:
    """Pins this process to one core; tells whether the system let it."""
    if not hasattr(os, "sched_setaffinity"):
        yield False
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield True
    finally:
        os.sched_setaffinity(0, allowed)


def cost(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Seconds that some work takes."""
    before = clock()
    work()
    return clock() - before


def play_mesa(start: Start, first: int, count: int) -> None:
    """Plays so many futures, one after the other, on the reference engine."""
    for future in range(first, first + count):
        Wargame(start, 0, future).play()


def play_batch(start: Start, first: int, count: int) -> None:
    """The same through Mesa's own tool, which keeps what the model's collector has at the end."""
    results = mesa.batch_run(
        Wargame,
        {"start": [start], "path": 0, "future": range(first, first + count)},
        number_processes=1,
        max_steps=start.steps,
        data_collection_period=-1,
        display_progress=False,
    )
    assert {row["future"] for row in results} == set(range(first, first + count))


def play_ensemble(start: Start, first: int, count: int, workers: int) -> None:
    """Plays so many futures on the compiled engine, in blocks on threads, as `sim run` does."""
    for _ in in_order(play_block, start, first, count, BLOCK, workers):
        pass


class Calls(NamedTuple):
    """What one future asks for: addresses of its draws, and how often it calls a rule."""

    uniforms: list[tuple[int, ...]]
    normals: list[tuple[int, ...]]
    rules: int


def calls_of(start: Start) -> Calls:
    """Plays one future and writes down what it calls; slow, and timed nowhere."""
    calls = Calls([], [], 0)
    rules = 0

    def noted(function: Callable[..., float], book: list) -> Callable[..., float]:
        return lambda *address: (book.append(address), function(*address))[1]

    def count_rules(frame: FrameType, event: str, argument: object) -> None:
        nonlocal rules
        if event == "call" and frame.f_globals.get("__name__", "").startswith("sim.rules."):
            rules += "curves" not in frame.f_globals["__name__"]

    luck.uniform = noted(uniform, calls.uniforms)
    luck.standard_normal = noted(standard_normal, calls.normals)
    try:
        sys.setprofile(count_rules)
        Wargame(start, 0, 0).play()
    finally:
        sys.setprofile(None)
        luck.uniform, luck.standard_normal = uniform, standard_normal
    return calls._replace(rules=rules)


def redraw(start: Start, calls: Calls) -> None:
    """Makes the draws of one future again, those of its parameters included."""
    for address in calls.uniforms:
        uniform(*address)
    for address in calls.normals:
        standard_normal(*address)
    priors = [State(**attributes(row)) for row in start.priors]
    sampling.sample_parameters(
        [0.0] * len(priors), priors, start.joint.tolist(), int(start.world["seed"][0]), 0
    )


def play_round(start: Start, calls: Calls, sizes: Sizes, number: int) -> dict[str, float]:
    """Seconds per run of every row, in one round of turns."""
    single = one_path(start)
    first = number * max(sizes)
    few, many = sizes
    runs = many * len(start.paths)
    wall = time.perf_counter
    with one_core():
        row = {
            MESA: cost(lambda: play_mesa(start, first, few)) / few,
            DRAWS: cost(lambda: redraw(start, calls)),
            BATCH: cost(lambda: play_batch(start, first, few)) / few,
            ONE: cost(lambda: play_ensemble(single, first, many, 1)) / many,
            PAIRED: cost(lambda: play_ensemble(start, first, many, 1)) / runs,
            WALL_ONE: cost(lambda: play_ensemble(single, first, many, 1), wall) / many,
        }
    row[WALL_TWO] = cost(lambda: play_ensemble(single, first, many, 2), wall) / many
    return row


def table(rounds: list[dict[str, float]]) -> Iterator[str]:
    """Median, range, rate and ratio of each row."""
    yield f"{'':36}{'median':>11}{'lowest':>10}{'highest':>10}{'runs/s':>9}{'x batch_run':>13}"
    for name in rounds[0]:
        times = [1000 * row[name] for row in rounds]
        rate, ratio = f"{1000 / median(times):,.0f}", ""
        if name not in (DRAWS, WALL_ONE, WALL_TWO):
            ratio = f"{median(row[BATCH] / row[name] for row in rounds):,.1f}"
        if name == DRAWS:
            rate = f"{median(row[DRAWS] / row[MESA] for row in rounds):.0%}"
        figures = "".join(f"{x:>10.3f}" for x in (min(times), max(times)))
        yield f"{name:36}{median(times):>8.3f} ms{figures}{rate:>9}{ratio:>13}"


def verdict(rounds: list[dict[str, float]], calls: Calls) -> Iterator[str]:
    """What the rows come to, beside the targets."""
    ratio = median(row[BATCH] / row[ONE] for row in rounds)
    one = median(1000 * row[MESA] for row in rounds)
    threads = median(row[WALL_ONE] / row[WALL_TWO] for row in rounds)
    yield f"Ensemble to batch_run, one core each: {ratio:.0f} x (target {TARGET_RATIO} x or more)."
    yield f"One Mesa future: {one:.0f} ms (target {TARGET_MESA_MS} ms or less)."
    yield f"Two threads to one, wall time: {threads:.2f} x (2 on two idle cores)."
    nanoseconds = median(1e9 * row[ONE] for row in rounds) / calls.rules
    draws = len(calls.uniforms) + len(calls.normals)
    yield f"A future makes {draws:,} draws and {calls.rules:,} rule calls, curves not counted:"
    yield f"{nanoseconds:.0f} ns of the ensemble engine for each rule call, all else included."


def machine(pinned: bool) -> Iterator[str]:
    """What this was measured on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("mesa", "numba", "numpy"))
    yield f"{processor()}, {os.cpu_count()} cores; {platform.system()} {platform.machine()}."
    yield f"Python {platform.python_version()}, {packages}."
    yield f"One-core rows {'are' if pinned else 'could not be'} pinned to one and count CPU time."
    if hasattr(os, "getloadavg"):
        yield f"Load before the start: {os.getloadavg()[0]:.1f}. Above 0.5, trust the ratios only."


def processor() -> str:
    """Name of the processor as the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def arguments() -> argparse.Namespace:
    """What the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scenario", type=Path, default=SCENARIO)
    parser.add_argument("--rounds", type=int, default=7, help="turns of every row")
    parser.add_argument("--futures", type=int, default=256, help="ensemble futures in a round")
    parser.add_argument("--mesa-futures", type=int, default=3, help="Mesa futures in a round")
    parser.add_argument("--skip-start", action="store_true", help="leave out compiling, starting")
    return parser.parse_args()


def main() -> None:
    """Prints the machine, the table and, unless it is left out, what starting costs."""
    asked = arguments()
    start = build_start(resolve(asked.scenario))
    with one_core() as pinned:
        print(*machine(pinned), sep="\n")
    print(f"Scenario {asked.scenario.stem}: {start.steps} quarters, {len(start.iso3)} countries.\n")
    play_ensemble(start, 0, 2 * BLOCK, 2)  # loads or compiles, and warms up
    play_mesa(start, 0, 1)
    calls = calls_of(start)
    sizes = Sizes(asked.mesa_futures, asked.futures)
    rounds = [play_round(start, calls, sizes, number) for number in range(asked.rounds)]
    print(*table(rounds), "", *verdict(rounds, calls), sep="\n")
    if not asked.skip_start:
        from tests.benchmarks.starting import report

        print("", *report(asked.scenario), sep="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # so that it also runs as a file
    main()
