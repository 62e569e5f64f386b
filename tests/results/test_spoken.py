"""What is printed fits the screen, and what is printed for programs is JSON."""

import json
from pathlib import Path

import made_up
import pytest

from sim.analysis.not_yet import NOT_YET
from sim.results.screen import differences_text, opening
from sim.results.spoken import as_json, closing
from sim.results.study import Written

WRITTEN = Written(Path("results/x"), replaced=False, same_tables=False)


def test_nothing_is_wider_than_a_hundred_columns(findings):
    text = opening(findings.outcome.case) + "\n" + closing(findings, WRITTEN)

    assert max(len(line) for line in text.splitlines()) <= 100


def test_the_reader_is_told_the_limits_and_where_the_study_is(findings):
    text = " ".join(closing(findings, WRITTEN).split())

    assert all(missing in text for missing in NOT_YET)
    assert "1 of 1 parameters are assumptions" in text
    assert "results/x/charts/a.png" in text


def test_the_opening_says_that_the_date_is_fixed(findings):
    assert "a date fixed by the scenario" in " ".join(opening(findings.outcome.case).split())


def test_futures_that_never_arrive_are_counted_in_the_table(findings):
    assert "not in 1" in closing(findings, WRITTEN)


def test_many_paths_go_to_further_blocks():
    effects = {"status_quo": 0.0} | {f"path_{slot}": slot / 10 for slot in range(9)}
    findings = made_up.findings_of(made_up.made_up_outcome(effects, futures=20))

    text = closing(findings, WRITTEN)

    assert max(len(line) for line in text.splitlines()) <= 100
    assert all(f"path {slot}" in text for slot in range(9))


def test_the_json_is_one_object_with_null_for_what_is_missing(findings):
    content = json.loads(as_json(findings, WRITTEN), parse_constant=pytest.fail)

    assert content["paths"] == list(made_up.EFFECTS)
    ships = content["measures"]["ships_away"]["differences"]["combined"]
    assert ships["better"] is None
    assert ships["verdict"] == "no difference"


def test_one_path_alone_has_nothing_to_compare():
    findings = made_up.findings_of(made_up.made_up_outcome({"status_quo": 0.0}, futures=5))

    assert "nothing to compare" in differences_text(findings.comparison, made_up.MEASURES)
