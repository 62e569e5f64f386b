"""How long does `sim run` take to start, with an empty cache and with a warm one?

    python -m tests.benchmarks.starting

Each command is a fresh process, as a user's would be. The compiled engine is kept in a folder of
its own, so the user's cache is neither used nor touched.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import sim

ROOT = Path(__file__).parents[2]
SCENARIO = ROOT / "scenarios" / "taiwan_2027.yaml"
WARM_STARTS = 5
FUTURES = 8
TARGET_S = 3.0
ENGINE_ALONE = """
import sys, time
from pathlib import Path
from sim.experiment.start import build_start
from sim.scenario.resolve import resolve
start = build_start(resolve(Path(sys.argv[1])))
wall, cpu = time.perf_counter(), time.process_time()
from sim.model import ensemble
ensemble.play(start, 0, 1)
print(time.perf_counter() - wall, time.process_time() - cpu)
"""


class Started(NamedTuple):
    """Seconds from the start of a process to its first line and to its end, and its CPU time."""

    first_line: float
    end: float
    cpu: float


def environment(cache: Path) -> dict[str, str]:
    """The environment of a child that has its own cache and this very program."""
    own = {"SIM_CACHE_DIR": str(cache), "PYTHONPATH": str(Path(sim.__file__).parents[1])}
    return os.environ | own


def cpu_of_children() -> float:
    """CPU time of all children that have ended [s]; 0 where the system does not tell."""
    times = os.times()
    return times.children_user + times.children_system


def run_once(scenario: Path, cache: Path, out: Path) -> Started:
    """Runs `sim run` on few futures; seconds to its first line and to its end."""
    words = ["run", str(scenario), "--futures", str(FUTURES), "--quiet", "--out", str(out)]
    began, before = time.perf_counter(), cpu_of_children()
    with subprocess.Popen(
        [sys.executable, "-m", "sim", *words],
        cwd=ROOT,
        env=environment(cache),
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        first = time.perf_counter() - began
        child.stdout.read()
    assert child.returncode == 0, "sim run failed"
    return Started(first, time.perf_counter() - began, cpu_of_children() - before)


def engine_alone(scenario: Path, cache: Path) -> tuple[float, float]:
    """Seconds of wall and of CPU time until a fresh process has played one future."""
    done = subprocess.run(
        [sys.executable, "-c", ENGINE_ALONE, str(scenario)],
        cwd=ROOT,
        env=environment(cache),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    wall, cpu = done.stdout.split()
    return float(wall), float(cpu)


def report(scenario: Path) -> Iterator[str]:
    """Compile time, and the time to the first line and to the end of warm commands."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        cache = place / "cache"
        compiled = engine_alone(scenario, cache)
        loaded = engine_alone(scenario, cache)
        warm = [run_once(scenario, cache, place / f"{i}") for i in range(WARM_STARTS)]
    yield "Engine until its first future is played, in a fresh process:"
    yield f"  empty cache {compiled[0]:.1f} s ({compiled[1]:.1f} s of CPU time)"
    yield f"  warm cache  {loaded[0]:.1f} s ({loaded[1]:.1f} s of CPU time)"
    yield f"`sim run --futures {FUTURES}` with a warm cache, wall time, median of {WARM_STARTS}:"
    first = median(start.first_line for start in warm)
    yield f"  first line after {first:.2f} s, the target being {TARGET_S:.0f} s"
    yield f"  tables and charts written after {median(start.end for start in warm):.2f} s,"
    yield f"  {median(start.cpu for start in warm):.2f} s of CPU time on all cores"


if __name__ == "__main__":
    print(*report(SCENARIO), sep="\n")
