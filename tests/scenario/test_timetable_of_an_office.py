"""Is an office there or not? A lever with nothing between its ends."""

from collections.abc import Callable

import pytest

from sim.data.load import load_levers
from sim.scenario.problems import ScenarioError
from sim.scenario.resolve import Case
from sim.scenario.schema_entries import lever_entry, lever_example

CaseOf = Callable[[str], Case]
PATH = (
    "paths:\n  status_quo:\n  mine:\n    meaning: An office.\n    levers:\n"
    "      liaison_office: {timetable: %s, basis: assumption}\n"
)


@pytest.mark.parametrize("value", ["0.5", "0.01", "0.99"])
def test_half_an_office_is_refused(case_of: CaseOf, value: str) -> None:
    with pytest.raises(ScenarioError, match="allowed: 0 or 1, with nothing between"):
        case_of(PATH % f"{{2025: {value}}}")


def test_an_office_between_two_dates_waits_for_the_second(case_of: CaseOf) -> None:
    case = case_of(PATH % "{2025: 0, 2027: 1}")

    values = case.paths["mine"].levers["liaison_office"]
    assert set(values) == {0.0, 1.0}
    assert values.index(1.0) == 10  # 2027Q1, with 2024Q3 as step 0


def test_an_editor_offers_the_two_values_and_an_example_that_passes(case_of: CaseOf) -> None:
    office = load_levers()["liaison_office"]

    timetable = lever_entry(office)["allOf"][1]["properties"]["timetable"]

    assert timetable["additionalProperties"] == {"enum": [0.0, 1.0]}
    assert lever_example(office)["timetable"] == {"2026": 1.0}
    assert case_of(PATH % "{2026: 1}").paths["mine"].levers["liaison_office"][-1] == 1.0


def test_it_is_the_only_lever_of_its_kind() -> None:
    assert [lever.name for lever in load_levers().values() if lever.whole] == ["liaison_office"]
