"""Is a rule that was edited always the rule that is played?"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sim
from sim.model import ensemble
from sim.scenario.library import shipped_folder

PLAY = """
import json, pathlib, sys
from sim.experiment.play import play
from sim.model import ensemble
from sim.scenario.resolve import resolve
case = resolve(pathlib.Path("scenarios/base.yaml"))
known = ensemble.is_compiled()
outcome = play(case, futures=1, workers=1)
values = {name: value.tolist() for name, value in outcome.series.items()}
json.dump({"known": known, "place": sys.modules["sim"].__file__, "series": values}, sys.stdout)
"""


@pytest.fixture
def copy(tmp_path):
    """A copy of the program and its scenarios that a test may edit."""
    ignored = shutil.ignore_patterns("__pycache__", "scenarios")
    shutil.copytree(Path(sim.__file__).parent, tmp_path / "sim", ignore=ignored)
    shutil.copytree(shipped_folder(), tmp_path / "scenarios")
    return tmp_path


def edit(file, old, new):
    """Replaces one piece of source, which must stand there exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def played(folder):
    """One future of the base scenario, by the copy, in a process of its own."""
    settings = {
        "PYTHONPATH": str(folder),
        "SIM_CACHE_DIR": str(folder / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", PLAY],
        cwd=folder,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert Path(told["place"]).is_relative_to(folder), "the copy was not what was played"
    return told


@pytest.mark.slow
def test_an_edited_rule_is_played_and_an_undone_edit_is_undone(copy):
    rule = copy / "sim" / "rules" / "denial.py"

    before = played(copy)
    edit(rule, "logistic(steepness * log(margin))", "logistic(2 * steepness * log(margin))")
    edited = played(copy)
    edit(rule, "logistic(2 * steepness * log(margin))", "logistic(steepness * log(margin))")
    undone = played(copy)

    assert (before["known"], edited["known"], undone["known"]) == (False, False, True)
    assert edited["series"]["p_hold"] != before["series"]["p_hold"]
    assert edited["series"]["margin_land"] == before["series"]["margin_land"]
    assert undone["series"] == before["series"]


@pytest.mark.parametrize(
    "file",
    [
        "rules/denial.py",
        "rules/curves.py",
        "model/behaviour/budgeting.py",
        "model/schedule.py",
        "model/ladders.py",
        "model/draws.py",
        "model/priors.py",
        "model/entities.py",
        "model/ensemble.py",
    ],
)
def test_the_cache_is_named_by_every_file_that_is_compiled(copy, monkeypatch, file):
    monkeypatch.setattr(ensemble, "__file__", str(copy / "sim" / "model" / "ensemble.py"))
    edited = copy / "sim" / file
    before, folder = ensemble.source_stamp(), ensemble.cache_folder()

    text = edited.read_bytes()
    edited.write_bytes(text + b"# edited\n")
    assert ensemble.source_stamp() != before
    assert ensemble.cache_folder() != folder
    edited.write_bytes(text)

    assert ensemble.source_stamp() == before


def test_every_compiled_function_stands_in_a_file_that_names_the_cache():
    root = Path(ensemble.__file__).parents[1]
    for module in ensemble.shared_modules():
        assert Path(module.__file__).relative_to(root).parts[0] in ("rules", "model")


def test_nothing_is_compiled_with_fast_mathematics():
    assert not ensemble.engine().targetoptions.get("fastmath", False)
