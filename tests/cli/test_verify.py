"""Does `sim verify` find every change of a study, and does a study repeat from its own folder?"""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sim.results.repeat
from sim.cli.main import main
from sim.results.folder import StudyError
from sim.results.manifest import MANIFEST, fingerprint, manifest_text
from sim.results.repeat import case_of, whole_study
from sim.results.seal import sealed
from sim.scenario.resolve import resolve

ROOT = Path(__file__).parents[2]
SCENARIO = ROOT / "scenarios" / "taiwan_2027.yaml"
CHANGES = 500


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A small study of the real engine; tests spoil copies of it."""
    place = tmp_path_factory.mktemp("studies")
    words = ["--futures", "3", "--seed", "5", "--path", "combined", "--quiet"]
    assert main(["run", str(SCENARIO), *words, "--out", str(place)]) == 0
    return next(place.iterdir())


@pytest.fixture
def study(kept, tmp_path):
    """A copy of the study that a test may spoil."""
    return Path(shutil.copytree(kept, tmp_path / kept.name))


def rewrite(study, **changes):
    """Changes the manifest the way a forger would: with new hashes throughout."""
    content = json.loads((study / MANIFEST).read_text(encoding="utf-8")) | changes
    content["files"] = {name: fingerprint(study / name) for name in content["files"]}
    (study / MANIFEST).write_text(manifest_text(sealed(content)), encoding="utf-8")


def test_a_study_as_it_was_written_is_found_whole(study, capsys):
    code = main(["verify", str(study)])

    told = capsys.readouterr()
    assert code == 0
    assert told.out.startswith(f"{study.as_posix()}: ok\n")
    assert "taiwan_2027, seed 5, 3 futures, 2 paths" in told.out


def test_json_is_one_object(study, capsys):
    assert main(["verify", str(study), "--json"]) == 0

    content = json.loads(capsys.readouterr().out)
    assert content["ok"] is True
    assert (content["seed"], content["futures"]) == (5, 3)
    assert content["tables_repeated"] is None


def test_every_change_of_a_single_byte_is_found(study):
    luck = random.Random("single bytes")
    names = list(json.loads((study / MANIFEST).read_text(encoding="utf-8"))["files"])

    for number in range(CHANGES):
        file = study / (MANIFEST if number % 2 else luck.choice(names))
        content = file.read_bytes()
        spot = luck.randrange(len(content))
        other = (content[spot] + luck.randrange(1, 256)) % 256
        file.write_bytes(content[:spot] + bytes([other]) + content[spot + 1 :])
        assert refused(study), (file.name, spot, other)
        file.write_bytes(content)

    assert not refused(study)


def refused(study):
    """Whether the study is found damaged."""
    try:
        whole_study(study)
    except StudyError as problem:
        return problem.exit_code == 7
    return False


def _cut(study):
    (study / "measures.csv").write_bytes((study / "measures.csv").read_bytes()[:-1])
    return "measures.csv"


def _remove(study):
    (study / "case.json").unlink()
    return "case.json"


def _stranger(study):
    (study / "charts" / "notes.txt").write_text("mine", encoding="utf-8")
    return "notes.txt"


def _link(study):
    (study / "bands.csv").rename(study.parent / "bands.csv")
    (study / "bands.csv").symlink_to(study.parent / "bands.csv")
    return "bands.csv"


def _no_manifest(study):
    (study / MANIFEST).unlink()
    return "is not a study"


def _foreign(study):
    (study / MANIFEST).write_text('{"format": "something else"}', encoding="utf-8")
    return "was not written by this program"


def _other_format(study):
    rewrite(study, format_version=0)
    return "Run the scenario again"


def _no_seal(study):
    content = json.loads((study / MANIFEST).read_text(encoding="utf-8"))
    del content["manifest_hash"]
    (study / MANIFEST).write_text(manifest_text(content), encoding="utf-8")
    return "an older version wrote it"


def _field_of_another_kind(study):
    rewrite(study, futures="many")
    return "does not say 'futures'"


@pytest.mark.parametrize(
    "spoil",
    [
        *(_cut, _remove, _stranger, _link, _no_manifest, _foreign, _other_format, _no_seal),
        _field_of_another_kind,
    ],
)
def test_a_damaged_foreign_or_older_study_gives_one_message(study, capsys, spoil):
    message = spoil(study)

    code = main(["verify", str(study)])

    told = capsys.readouterr()
    assert code == 7
    assert told.out == ""
    assert message in told.err
    assert "Traceback" not in told.err


def test_a_folder_that_is_not_there_is_no_study(tmp_path, capsys):
    assert main(["verify", str(tmp_path / "gone")]) == 7
    assert "is not a study" in capsys.readouterr().err


def test_the_folder_holds_the_very_case_that_was_played(kept):
    case = case_of(whole_study(kept))

    resolved = resolve(SCENARIO)
    assert (case.seed, case.futures) == (5, 3)
    assert case.parameters == resolved.parameters
    assert case.paths == {name: resolved.paths[name] for name in ("status_quo", "combined")}
    assert case.contingency == resolved.contingency


def test_a_study_repeats_from_its_own_folder(study, capsys):
    code = main(["verify", str(study), "--rerun", "--json", "--quiet"])

    content = json.loads(capsys.readouterr().out)
    tables = list(study.rglob("*.csv"))
    assert code == 0
    assert content["tables_repeated"] == len(tables) >= 9


def test_the_rerun_leaves_the_study_as_it_is(study):
    before = {file: file.read_bytes() for file in study.rglob("*") if file.is_file()}

    main(["verify", str(study), "--rerun", "--quiet"])

    assert {file: file.read_bytes() for file in study.rglob("*") if file.is_file()} == before
    assert [place.name for place in study.parent.iterdir()] == [study.name]


def test_other_rules_are_told_with_both_hashes(study, capsys, monkeypatch):
    then = json.loads((study / MANIFEST).read_text(encoding="utf-8"))["source_hash"]
    monkeypatch.setattr(sim.results.repeat, "source_hash", lambda: "f" * 64)

    assert main(["verify", str(study)]) == 0
    code = main(["verify", str(study), "--rerun"])

    told = capsys.readouterr().err
    assert code == 7
    assert then in told
    assert "f" * 64 in told


def test_a_study_of_other_parameters_is_told_to_be_played_again(study, capsys, monkeypatch):
    monkeypatch.setattr(sim.results.repeat, "parameter_names", lambda: ("luck",))

    code = main(["show", "country", "DEU", "--study", str(study)])

    assert code == 7
    assert "play the scenario again" in capsys.readouterr().err


def test_a_table_that_comes_out_otherwise_is_named_with_its_line(study, capsys):
    lines = (study / "summary.csv").read_text(encoding="utf-8").split("\n")
    lines[3] += "1"
    (study / "summary.csv").write_text("\n".join(lines), encoding="utf-8")
    rewrite(study)

    assert main(["verify", str(study)]) == 0
    code = main(["verify", str(study), "--rerun", "--quiet"])

    assert code == 7
    assert (
        "summary.csv came out otherwise (first in summary.csv, line 4)" in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (b'"steps": 45', "is not the case that"),
        (b'"steps": "46"', "case.steps: found '46', expected int"),
    ],
)
def test_a_case_that_was_forged_is_not_played(study, capsys, change, message):
    file = study / "case.json"
    file.write_bytes(file.read_bytes().replace(b'"steps": 46', change))
    rewrite(study)

    code = main(["verify", str(study), "--rerun"])

    assert code == 7
    assert message in capsys.readouterr().err


def test_the_check_alone_imports_nothing_heavy(study):
    probe = (
        "import sys; from sim.cli.main import main; code = main(sys.argv[1:]);"
        "heavy = {'mesa', 'numba', 'matplotlib', 'scipy', 'pandas'} & set(sys.modules);"
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", probe, "verify", str(study)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
