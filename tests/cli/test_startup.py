"""Does a command start at once, without what it does not need?"""

import subprocess
import sys
from pathlib import Path

import pytest

from sim.scenario.library import shipped_folder

SCENARIO = str((shipped_folder() or Path()) / "taiwan_2027.yaml")
HEAVY = ("mesa", "pandas", "scipy", "numba", "matplotlib")
MOST_SECONDS = (
    1.5  # the aim is 0.5, printed by tests/benchmarks/starting.py; a busy machine is slower
)
PROBE = """
import sys, time
from sim.cli.main import main
code = main(sys.argv[1:])
print(code, time.process_time(), *sys.modules, file=sys.stderr)
"""


def _start(*arguments: str) -> tuple[int, float, set[str]]:
    """Exit code, CPU time [s] and the top-level packages that were imported."""
    probe = [sys.executable, "-c", PROBE, *arguments]
    told = subprocess.run(probe, capture_output=True, text=True, timeout=60, check=True).stderr
    code, seconds, *modules = told.splitlines()[-1].split()
    return int(code), float(seconds), {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", SCENARIO)])
def test_a_light_command_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    code, _, packages = _start(*arguments)

    assert code == 0
    assert packages.isdisjoint(HEAVY)


@pytest.mark.parametrize("arguments", [("--help",), ("check", SCENARIO)])
def test_a_light_command_starts_at_once(arguments: tuple[str, ...]) -> None:
    fastest = min(_start(*arguments)[1] for _ in range(3))

    assert fastest < MOST_SECONDS


def test_help_does_not_even_read_scenarios() -> None:
    _, _, packages = _start("--help")

    assert packages.isdisjoint({"pydantic", "yaml", "numpy"})


def test_the_package_runs_as_a_module() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "sim", "--version"], capture_output=True, text=True, check=True
    )

    assert told.stdout.startswith("sim ")
