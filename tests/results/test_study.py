"""A study folder is whole or absent, and is believed only if it matches its manifest."""

import errno
import hashlib
import json

import made_up
import pytest
import yaml

from sim.analysis.measures import MEASURES, SERIES
from sim.results import study as study_module
from sim.results.dictionary import DIFFERENCE_TABLES, dictionary_table
from sim.results.folder import StudyError, check_place, whole_folder
from sim.results.study import read_study, write_study

FILES = {
    "bands.csv",
    "campaign.csv",
    "case.json",
    "charts/a.png",
    "classes.csv",
    "countries.csv",
    "dictionary.csv",
    "differences.csv",
    "measures.csv",
    "parameters.csv",
    "resolved.yaml",
    "stances.csv",
    "summary.csv",
}


@pytest.fixture
def folder(findings, record, tmp_path):
    """A study just written."""
    return write_study(findings, record, tmp_path).folder


def test_a_study_holds_its_tables_and_says_where_they_come_from(folder):
    manifest = json.loads((folder / "manifest.json").read_text())

    assert set(manifest["files"]) == FILES
    assert manifest["command"] == ["sim", "run", "x.yaml"]
    assert manifest["paths"] == list(made_up.EFFECTS)
    assert {"sim", "python", "mesa", "numpy", "numba"} <= set(manifest["versions"])


def test_every_hash_in_the_manifest_is_the_hash_of_its_file(folder):
    manifest = json.loads((folder / "manifest.json").read_text())

    for name, expected in manifest["files"].items():
        content = (folder / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == expected["sha256"]
        assert len(content) == expected["bytes"]


def test_the_folder_is_named_by_scenario_seed_and_hash(folder, findings):
    assert folder.name == f"taiwan_2027-7-{findings.identity.short}"


def test_a_study_that_was_written_can_be_read(folder):
    assert read_study(folder).strangers == ()


@pytest.mark.parametrize(
    "problem", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt(), ValueError("x")]
)
def test_nothing_is_left_when_writing_fails_half_way(
    findings, record, tmp_path, monkeypatch, problem
):
    def fail(case):
        raise problem

    monkeypatch.setattr(study_module, "resolved_yaml", fail)

    with pytest.raises((StudyError, KeyboardInterrupt, ValueError)):
        write_study(findings, record, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_older_study_survives_a_failed_replacement(folder, findings, record, monkeypatch):
    before = (folder / "manifest.json").read_bytes()
    monkeypatch.setattr(study_module, "resolved_yaml", lambda case: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        write_study(findings, record, folder.parent)

    assert (folder / "manifest.json").read_bytes() == before
    assert [item.name for item in folder.parent.iterdir()] == [folder.name]


def test_a_full_disk_has_its_own_exit_code(tmp_path):
    with pytest.raises(StudyError) as caught, whole_folder(tmp_path / "study"):
        raise OSError(errno.ENOSPC, "No space left on device")

    assert caught.value.exit_code == 6
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_refused_before_any_work(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StudyError) as caught:
        check_place(tmp_path / "file" / "results")

    assert caught.value.exit_code == 9


def test_the_same_study_is_replaced_and_says_that_nothing_moved(findings, record, tmp_path):
    first = write_study(findings, record, tmp_path)
    second = write_study(findings, record, tmp_path)

    assert (first.replaced, second.replaced, second.same_tables) == (False, True, True)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_with_somebody_elses_notes_is_not_replaced(folder, findings, record):
    (folder / "notes.txt").write_text("mine")

    with pytest.raises(StudyError, match=r"notes\.txt"):
        write_study(findings, record, folder.parent)

    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("name", sorted(FILES))
def test_one_changed_byte_is_noticed(folder, name):
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(bytes(content))

    with pytest.raises(StudyError) as caught:
        read_study(folder)
    assert caught.value.exit_code == 7


def test_a_missing_file_is_noticed(folder):
    (folder / "summary.csv").unlink()

    with pytest.raises(StudyError, match="missing"):
        read_study(folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "damaged"),
        ("[" * 100_000, "damaged"),
        ("[]", "not written by this program"),
        ('{"format": "other"}', "not written by this program"),
        ('{"format": "policy wargame study", "format_version": 0}', "Run the scenario again"),
        ('{"format": "policy wargame study", "format_version": 1}', "lists no files"),
    ],
)
def test_a_damaged_foreign_or_older_manifest_is_refused(folder, text, message):
    (folder / "manifest.json").write_text(text)

    with pytest.raises(StudyError, match=message):
        read_study(folder)


def test_a_manifest_cannot_name_files_outside_its_folder(folder):
    file = folder / "manifest.json"
    content = json.loads(file.read_text())
    content["files"]["../secret"] = {"sha256": "", "bytes": 0}
    file.write_text(json.dumps(content))

    with pytest.raises(StudyError, match="outside"):
        read_study(folder)


def test_the_resolved_case_names_every_value_and_its_origin(folder):
    content = yaml.safe_load((folder / "resolved.yaml").read_text(encoding="utf-8"))

    assert content["scenario"]["question"]["origin"] == "taiwan_2027.yaml:3"
    assert content["paths"]["combined"]["levers"]["spending_target"]["by_year"][2024] == 0.02
    assert content["parameters"]["rally_effect"]["grade"] == "C"
    assert content["contingency"]["kind"]["value"] == "invasion"


def test_a_hostile_scenario_name_stays_inside_the_results_folder(record, tmp_path):
    outcome = made_up.made_up_outcome(futures=3, name="../../x=\x1b")

    folder = write_study(made_up.findings_of(outcome), record, tmp_path / "out").folder

    assert folder.parent == tmp_path / "out"
    assert [item.name for item in tmp_path.iterdir()] == ["out"]


def test_every_mean_and_median_is_told_apart_in_the_dictionary(findings):
    table = dictionary_table(findings.outcome.case, {}, {}, robust=True)
    words = {(row[0], row[1]): row[5] for row in table.rows}

    for file in DIFFERENCE_TABLES:
        assert "average over futures" in words[file, "mean"]
    assert "half of the futures lie below" in words["summary.csv", "median"]
    assert words["bands.csv", "q50"].endswith("the median")


def test_no_column_is_explained_twice(findings):
    table = dictionary_table(findings.outcome.case, MEASURES, SERIES, robust=True)
    places = [row[:2] for row in table.rows]

    assert len(places) == len(set(places))
