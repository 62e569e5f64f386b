"""What is printed fits the screen, and what is printed for programs is JSON."""

import inspect
import json
import re
from dataclasses import replace
from pathlib import Path

import made_up
import pytest

from sim.analysis.measures import MEASURES
from sim.analysis.not_yet import NOT_YET
from sim.model.behaviour.council import table_proposals
from sim.results.screen import differences_text, levers_asked, measures_text, opening
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
    summaries = findings.comparison.summaries
    some = summaries["years_to_cover", "status_quo"]
    text = " ".join(closing(findings, WRITTEN).split())

    assert 0 < some.n < 200
    assert f"in {some.n} of" in text
    assert "A row with 'in x of y' takes only the futures in which it happened; these can" in text
    assert "'better in 100 %' counts futures, not size." in text


def test_where_everything_happens_nothing_is_said_about_some_futures(findings):
    measures = {name: m for name, m in made_up.MEASURES.items() if name != "years_to_cover"}

    assert "in x of y" not in measures_text(findings.comparison, measures)


def test_every_number_is_called_a_median_or_a_mean(findings):
    summary = findings.comparison.summaries["margin_land_low", "status_quo"]
    levels = measures_text(findings.comparison, made_up.MEASURES)
    gaps = differences_text(findings.comparison, made_up.MEASURES)

    assert levels.startswith("What happens on each path: median [range of nine futures in ten]")
    assert f"mean {summary.mean:.2f}" in levels
    assert "mean ± half its 95 % interval" in gaps
    assert "not of the two medians above" in gaps


@pytest.mark.parametrize(("n", "ranged"), [(3, False), (9, False), (10, True)])
def test_a_range_needs_ten_futures_with_a_value(findings, n, ranged):
    key = ("years_to_cover", "status_quo")
    few = replace(
        findings.comparison.summaries[key], n=n, not_reached=40 - n, median=5, low=4.3, high=87
    )
    comparison = replace(findings.comparison, summaries=findings.comparison.summaries | {key: few})
    text = measures_text(comparison, made_up.MEASURES)

    assert f"in {n} of 40" in text
    assert ("[4.3, 87.0]" in text) is ranged


@pytest.mark.parametrize("path", ["quiet", "office"])
def test_what_the_council_agreed_is_shown_where_a_path_asks_for_it(findings, path):
    """A yes or no is told as a share of futures, for it has no median between."""
    case, steps = findings.outcome.case, findings.outcome.case.steps
    quiet = case.paths["status_quo"]
    lever = {"liaison_office": (0.0,) + (1.0,) * (steps - 1)}
    paths = {"quiet": quiet, "office": replace(quiet, levers=quiet.levers | lever)}
    asked = levers_asked(replace(case, paths=paths), [path])
    summaries = {
        ("office_in_force", name): replace(
            findings.comparison.summaries["spending", name], mean=0.4
        )
        for name in findings.comparison.paths
    }
    differences = {
        ("office_in_force", name): replace(findings.comparison.differences["ships_away", name])
        for name in findings.comparison.others
    }
    comparison = replace(
        findings.comparison,
        summaries=findings.comparison.summaries | summaries,
        differences=findings.comparison.differences | differences,
    )
    scored = {"office_in_force": MEASURES["office_in_force"]}

    levels = measures_text(comparison, scored, asked=asked)
    gaps = differences_text(comparison, scored, asked)
    assert asked == ({"liaison_office"} if path == "office" else set())
    assert ("Liaison office agreed (%" in levels) is (path == "office")
    assert ("40 %" in levels) is (path == "office")
    assert ("Liaison office agreed" in gaps) is (path == "office")


def test_every_lever_of_the_council_has_a_row_that_shows_what_was_agreed():
    told = {lever for measure in MEASURES.values() for lever in measure.shown_with}
    tabled = re.findall(r"lever\.(\w+)", inspect.getsource(table_proposals))

    assert told == set(tabled)


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
