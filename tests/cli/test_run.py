"""`sim run` from the scenario to the study, with the real engine and 40 futures."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.results.study import read_study

ROOT = Path(__file__).parents[2]
SCENARIO = ROOT / "scenarios" / "taiwan_2027.yaml"
SMALL = ["--futures", "40", "--no-panels"]
WIDE = ["--futures", "8", "--path", "symbolic_deployments"]


def run(*words):
    return main(["run", str(SCENARIO), *SMALL, *map(str, words)])


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    """A study of eight futures with all panels and worlds."""
    out = tmp_path_factory.mktemp("wide")
    assert main(["run", str(SCENARIO), *WIDE, "--out", str(out), "--quiet"]) == 0
    (folder,) = out.iterdir()
    return folder


def test_other_panels_worlds_prices_and_assumptions_have_their_tables(wide):
    names = set(read_study(wide).manifest["files"])

    assert {"panels.csv", "worlds.csv", "costs.csv", "break_even.csv"} <= names
    assert {"strongest.csv", "flips.csv", "worlds.json"} <= names


def test_a_wide_study_repeats_byte_for_byte(wide, capsys):
    assert main(["verify", str(wide), "--rerun", "--quiet"]) == 0
    assert "came out the same" in capsys.readouterr().out


def test_a_study_without_panels_does_not_replace_one_with_them(wide, capsys):
    code = main(["run", str(SCENARIO), *WIDE, "--no-panels", "--quiet", "--out", str(wide.parent)])

    assert code == 0
    assert len(list(wide.parent.iterdir())) == 2


def test_the_own_answer_stands_before_the_other_panels_are_played(tmp_path, capsys, monkeypatch):
    import sim.analysis.robustness

    def stop(*arguments, **settings):
        raise KeyboardInterrupt

    monkeypatch.setattr(sim.analysis.robustness, "examine", stop)

    assert main(["run", str(SCENARIO), *WIDE, "--out", str(tmp_path)]) == 130
    assert "What happens on each path" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_a_run_prints_the_answer_and_leaves_a_whole_study(tmp_path, capsys):
    code = run("--out", tmp_path)

    printed = capsys.readouterr()
    text = " ".join(printed.out.split())
    (folder,) = tmp_path.iterdir()
    assert code == 0
    assert text.startswith("If China invades Taiwan")
    assert "Deterrence cannot show here" in text
    assert "Not in the model yet" in text
    assert "40 of 40 futures" in printed.err
    assert (folder / "charts" / "denial_bands.png").stat().st_size > 10_000
    assert read_study(folder).manifest["exit_status"] == 0


def test_the_same_command_gives_the_same_tables(tmp_path, capsys):
    run("--out", tmp_path, "--quiet")
    run("--out", tmp_path, "--quiet")

    assert "every table is the same" in capsys.readouterr().out


def test_json_is_one_object_on_standard_output(tmp_path, capsys):
    run("--out", tmp_path, "--json")

    content = json.loads(capsys.readouterr().out)
    assert content["futures"] == 40
    assert Path(content["folder"]).is_dir()


def test_one_path_is_played_beside_the_baseline(tmp_path, capsys):
    run("--out", tmp_path, "--json", "--path", "burden_shifting")

    assert json.loads(capsys.readouterr().out)["paths"] == ["status_quo", "burden_shifting"]


def test_playing_fewer_paths_changes_nothing_for_those_left(tmp_path, capsys):
    run("--out", tmp_path, "--json")
    everything = json.loads(capsys.readouterr().out)["measures"]
    run("--out", tmp_path, "--json", "--path", "burden_shifting")
    alone = json.loads(capsys.readouterr().out)["measures"]

    for name, measure in alone.items():
        for path, row in measure["paths"].items():
            assert row == everything[name]["paths"][path]


def test_a_misspelt_path_is_a_usage_error_with_a_hint(tmp_path, capsys):
    code = run("--out", tmp_path, "--path", "burden_shiftin")

    assert code == 2
    assert "did you mean 'burden_shifting'?" in " ".join(capsys.readouterr().err.split())


def test_a_folder_that_cannot_be_written_is_refused_before_playing(tmp_path, capsys, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setitem(sys.modules, "sim.experiment.play", None)

    assert run("--out", tmp_path / "file") == 9
    assert "--out" in capsys.readouterr().err


def test_an_invalid_scenario_writes_nothing(tmp_path, capsys):
    (tmp_path / "bad.yaml").write_text("nonsense: 1\n")

    code = main(["run", str(tmp_path / "bad.yaml"), "--out", str(tmp_path / "out")])

    assert code == 3
    assert not (tmp_path / "out").exists()


def test_an_interrupted_run_leaves_nothing(tmp_path, capsys, monkeypatch):
    import sim.experiment.play

    def stop(*arguments, **settings):
        raise KeyboardInterrupt

    monkeypatch.setattr(sim.experiment.play, "play", stop)

    assert run("--out", tmp_path) == 130
    assert list(tmp_path.iterdir()) == []
    assert "no study was written" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["run", "--help"], ["--help"]])
def test_help_imports_nothing_heavy(words):
    code = (
        "import sys; from sim.cli.main import main; main(sys.argv[1:]);"
        "heavy = {'mesa', 'numpy', 'numba', 'matplotlib', 'scipy'} & set(sys.modules);"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
