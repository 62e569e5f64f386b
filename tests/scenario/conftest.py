"""What do all tests of the scenario reader start from?"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.scenario.library import shipped_folder
from sim.scenario.problems import Problem, ScenarioError
from sim.scenario.resolve import Case, resolve

SOUND = """\
title: A test
question: Does it read?
paths: [status_quo, burden_shifting]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped scenarios that a test may spoil."""
    shipped = shipped_folder()
    assert shipped is not None
    return Path(shutil.copytree(shipped, tmp_path / "scenarios"))


@pytest.fixture
def case_of(folder: Path) -> Callable[[str], Case]:
    """Resolves a scenario given as text; `SOUND` stands before it unless it extends another."""

    def settle(text: str = "") -> Case:
        return resolve(_write(folder, text))

    return settle


@pytest.fixture
def problems_of(folder: Path) -> Callable[[str], list[Problem]]:
    """The problems of a scenario given as text; `SOUND` stands before it unless it extends one."""

    def refuse(text: str) -> list[Problem]:
        with pytest.raises(ScenarioError) as caught:
            resolve(_write(folder, text))
        return caught.value.problems

    return refuse


@pytest.fixture
def told(problems_of: Callable[[str], list[Problem]]) -> Callable[[str], str]:
    """All problems of a scenario as one text."""
    return lambda text: "\n".join(str(problem) for problem in problems_of(text))


def _write(folder: Path, text: str) -> Path:
    file = folder / "my.yaml"
    replaced = {line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()}
    kept = [line for line in SOUND.splitlines() if line.split(":")[0] not in replaced]
    lead = [] if "extends" in replaced else kept
    file.write_text("\n".join([*lead, text, ""]), encoding="utf-8")
    return file
