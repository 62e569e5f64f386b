"""Does `sim schema` print what an editor needs?"""

import json

import pytest

from sim.cli.main import main
from sim.scenario.schema_file import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_each_kind_is_one_json_object(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["schema", kind])

    told = capsys.readouterr()
    assert code == 0
    assert told.err == ""
    assert told.out.endswith("}\n")
    assert json.loads(told.out)["title"] == kind.capitalize()


def test_a_scenario_is_meant_unless_another_kind_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["schema"])
    unnamed = capsys.readouterr().out
    main(["schema", "scenario"])

    assert capsys.readouterr().out == unnamed


def test_an_unknown_kind_is_a_usage_error_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["schema", "wrld"])

    told = capsys.readouterr()
    assert code == 2
    assert told.out == ""
    assert "did you mean 'world'?" in " ".join(told.err.split())


def test_the_schema_can_be_printed_on_any_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema"])

    assert capsys.readouterr().out.isascii()
