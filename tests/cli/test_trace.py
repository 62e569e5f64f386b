"""`sim trace`: one future told, as text and as JSON, and what it says when it cannot."""

import json
from pathlib import Path

import pytest

from sim.cli.main import main

ROOT = Path(__file__).parents[2]
SCENARIO = str(ROOT / "scenarios" / "taiwan_2027.yaml")


def trace(*words):
    return main(["trace", SCENARIO, *words])


def test_a_trace_tells_setting_story_and_measures(capsys):
    code = trace("--path", "symbolic_deployments", "--future", "17")

    text = capsys.readouterr().out
    assert code == 0
    assert "path symbolic_deployments, future 17 of seed 1" in text
    assert "What is unusual about this future" in text
    assert "China invades Taiwan" in text
    assert "Measures of this run" in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_the_same_command_tells_the_same_story(capsys):
    trace("--future", "2")
    first = capsys.readouterr().out
    trace("--future", "2")

    assert capsys.readouterr().out == first


def test_json_is_one_object(capsys):
    code = trace("--path", "combined", "--future", "4", "--json")

    content = json.loads(capsys.readouterr().out)
    assert code == 0
    assert content["path"] == "combined"
    assert content["future"] == 4
    assert content["events"]
    assert content["measures"]


def test_years_and_country_choose_what_is_told(capsys):
    trace("--country", "deu", "--from", "2026", "--to", "2027", "--json")

    events = json.loads(capsys.readouterr().out)["events"]
    assert {event["year"] for event in events} == {2026, 2027}
    assert any(event["who"] == ["DEU"] for event in events)


def test_another_seed_is_another_future(capsys):
    trace("--seed", "1", "--json")
    one = json.loads(capsys.readouterr().out)
    trace("--seed", "2", "--json")

    assert json.loads(capsys.readouterr().out)["measures"] != one["measures"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--path", "combind"], "did you mean 'combined'?"),
        (["--future", "-1"], "--future"),
        (["--country", "FRX"], "did you mean 'FRA'?"),
        (["--from", "2050"], "2024 to 2035"),
        (["--from", "2030", "--to", "2028"], "2030 is after --to 2028"),
    ],
)
def test_what_is_asked_wrongly_is_a_usage_error(words, said, capsys):
    code = trace(*words)

    assert code == 2
    assert said in " ".join(capsys.readouterr().err.split())


def test_an_invalid_scenario_is_told_as_such(tmp_path, capsys):
    (tmp_path / "bad.yaml").write_text("nonsense: 1\n")

    assert main(["trace", str(tmp_path / "bad.yaml")]) == 3
    assert "nonsense" in capsys.readouterr().err
