"""What do the campaigns cost in time, in a full comparison and beside a play without one?

Prints a table; nothing passes or fails. From a clone with the program installed:

    python -m tests.benchmarks.campaigns
    python -m tests.benchmarks.campaigns --futures 1000 --rounds 5

Rows take turns within each round, so that a busy machine slows all of them; ratios are taken within
a round. The share of the campaign is what a play takes longer than the same play with peace over
Taiwan, beside the whole of it: draws, turns, what they pull from Europe, and margins by turn.
"""

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from sim.experiment.play import play_start
from sim.experiment.start import build_start
from sim.model.start import Start
from sim.scenario.resolve import resolve

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PLAYED = {
    "peace over Taiwan": "no_contingency",
    "invasion in every future": "taiwan_2027",
    "blockade in every future": "blockade_2027",
}
TARGET_SECONDS = 10


def starts() -> dict[str, Start]:
    """The same five paths in peace, under invasion and under blockade."""
    paths = resolve(SCENARIOS / "taiwan_2027.yaml").paths
    return {
        words: build_start(replace(resolve(SCENARIOS / f"{name}.yaml"), paths=paths))
        for words, name in PLAYED.items()
    }


def wall(start: Start, futures: int, workers: int) -> float:
    """Wall time of playing so many futures on all paths [s]."""
    begin = time.perf_counter()
    for _ in play_start(start, 0, futures, workers=workers):
        pass
    return time.perf_counter() - begin


def main() -> None:
    """Plays the rounds and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--futures", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    workers = os.cpu_count() or 1
    played = starts()
    for start in played.values():
        wall(start, 2, 1)  # loads or compiles the engine
    rounds = [
        {words: wall(start, options.futures, workers) for words, start in played.items()}
        for _ in range(options.rounds)
    ]
    n_paths = len(next(iter(played.values())).paths)
    print(f"{n_paths} paths x {options.futures:,} futures on {workers} threads, wall time")
    print(f"{'':30}{'median':>10}{'ms a run':>12}{'campaign':>12}")
    for words in played:
        seconds = median(one[words] for one in rounds)
        share = median(1 - one["peace over Taiwan"] / one[words] for one in rounds)
        a_run = 1000 * seconds * workers / (n_paths * options.futures)
        print(f"{words:30}{seconds:>8.2f} s{a_run:>12.3f}{share:>12.0%}")
    print(
        f"Aim: a comparison of 5 paths x 1,000 futures, invasion in each, under {TARGET_SECONDS} s."
    )


if __name__ == "__main__":
    main()
