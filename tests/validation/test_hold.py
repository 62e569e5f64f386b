"""Is what is held out scored once, recorded as it fell, and marked when something has changed?"""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import sim.validation.report as reporting
from sim.data.held_out import FILE, HeldOut, load_held_out
from sim.data.targets import load_targets
from sim.validation.contest import contest
from sim.validation.draw import Draw
from sim.validation.hold import Held, content, write_record
from sim.validation.report import is_seen
from sim.validation.scorecard import HIT, OUT_OF_SCOPE, Score
from sim.validation.wording import causes

HELD = [row for row in load_targets() if row.held_out]


@pytest.fixture(scope="module")
def held():
    """Made-up scores of what is held out, with a real hindcast of the years to 2021."""
    scores = [
        Score(row, 1.0, 0.5, 1.5, (), HIT)
        if row.values
        else Score(row, None, None, None, (), OUT_OF_SCOPE)
        for row in HELD
    ]
    return Held(Draw(50), tuple(scores), contest(Draw(50)))


def test_the_record_can_be_read_again(held, tmp_path, monkeypatch):
    monkeypatch.setattr("sim.validation.hold.late_comparisons", lambda found: ["so and so"])
    file = tmp_path / "held_out.yaml"
    write_record(held, file)

    record = load_held_out(file)

    assert isinstance(record, HeldOut)
    assert len(record.scores) == len(HELD)
    assert record.sentences == ("so and so",)
    assert not is_seen(record)
    assert not list(tmp_path.glob("*.new"))


def test_a_figure_that_was_known_before_says_so(held, monkeypatch):
    monkeypatch.setattr("sim.validation.hold.late_comparisons", lambda found: [])

    told = {row["figure"]: row["verdict"] for row in content(held)["scores"]}

    assert told["office_tokyo_2023"] == "hit (seen before)"
    assert told["text_vilnius_2023"] == "hit"
    assert told["nuclear_use"] == "out of scope"


@pytest.mark.parametrize("name", ["rules_hash", "beliefs_hash", "targets_hash"])
def test_a_later_change_marks_the_record_as_seen(held, monkeypatch, tmp_path, name):
    monkeypatch.setattr("sim.validation.hold.late_comparisons", lambda found: [])
    file = tmp_path / "held_out.yaml"
    write_record(held, file)
    record = load_held_out(file)

    monkeypatch.setattr(reporting, name, lambda: "another")

    assert is_seen(record)


def test_before_the_first_scoring_there_is_no_record(tmp_path):
    assert load_held_out(Path(tmp_path) / "absent.yaml") is None


def test_each_held_out_figure_that_is_no_hit_has_its_cause_written_down():
    record = load_held_out()

    missed = [
        row["figure"]
        for row in record.scores
        if not row["verdict"].startswith(HIT) and row["verdict"] != OUT_OF_SCOPE
    ]

    assert missed
    assert set(missed) <= set(causes())


def test_the_shipped_record_has_every_figure_that_is_held_out():
    record = load_held_out()

    assert record is not None
    assert [row["figure"] for row in record.scores] == [row.key for row in HELD]
    assert yaml.safe_load(FILE.read_text(encoding="utf-8"))["futures"] >= 400
    assert replace(record) == record
