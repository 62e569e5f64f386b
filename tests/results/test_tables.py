"""Tables open in any spreadsheet and mean the same there."""

import csv
import time
from dataclasses import replace

import made_up
import numpy as np
import pytest

from sim.analysis.stances import stance_curves
from sim.results.tables import cell, measures_table, stances_table, write_table


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


def test_every_government_has_a_row_for_each_path_and_year(outcome, tmp_path):
    write_table(tmp_path / "s.csv", stances_table(stance_curves(outcome)))

    with (tmp_path / "s.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))

    assert len(rows) == 4 * 2 * 12
    assert [row["year"] for row in rows[:12]] == [str(year) for year in range(2024, 2036)]
    last = rows[-1]
    assert (last["path"], last["country"]) == ("combined", "FRA")
    values = outcome.stances["china_hardness"][3, :, 11, 1]
    for column, share in (("median", 0.5), ("low_5", 0.05), ("high_95", 0.95)):
        assert float(last[column]) == pytest.approx(np.quantile(values, share))


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
