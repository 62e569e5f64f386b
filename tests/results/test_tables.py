"""Tables open in any spreadsheet and mean the same there."""

import csv
import time
from dataclasses import replace

import made_up
import numpy as np
import pytest

from sim.results.tables import cell, measures_table, write_table


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_text_that_a_spreadsheet_would_run_stays_text(start):
    assert cell(f"{start}cmd()") == f"'{start}cmd()"


def test_negative_numbers_stay_numbers():
    assert float(cell(-1.5)) == -1.5


def test_numbers_have_nine_significant_digits():
    assert cell(123456.7890123) == "123456.789"


def test_what_was_not_reached_is_an_empty_cell():
    assert cell(float("nan")) == ""


def test_every_path_and_future_has_its_row(outcome, tmp_path):
    write_table(tmp_path / "m.csv", measures_table(outcome, made_up.MEASURES))

    with (tmp_path / "m.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))

    assert len(rows) == 4 * 200
    assert rows[200]["path"] == "symbolic_deployments"
    assert rows[200]["future"] == "0"
    assert float(rows[-1]["spending"]) == pytest.approx(outcome.measures["spending"][3, 199])


def test_a_hostile_path_name_stays_text(tmp_path):
    name = '=HYPERLINK("x"),\n"y"'
    outcome = made_up.made_up_outcome({"status_quo": 0.0, name: 0.1}, futures=2)

    write_table(tmp_path / "m.csv", measures_table(outcome, made_up.MEASURES))

    with (tmp_path / "m.csv").open(newline="", encoding="utf-8") as handle:
        assert [row["path"] for row in csv.DictReader(handle)][-1] == f"'{name}"


def test_four_thousand_rows_of_forty_measures_take_well_under_a_second(outcome, tmp_path):
    block = np.random.default_rng(1).random((4, 1000))
    wide = replace(outcome, n_futures=1000, measures={f"m{slot}": block for slot in range(40)})

    start = time.perf_counter()
    write_table(tmp_path / "m.csv", measures_table(wide, wide.measures))

    assert time.perf_counter() - start < 1.0
