"""Are the scenarios, paths, worlds and contingencies that we ship sound and as described?"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.scenario.library import shipped_folder
from sim.scenario.resolve import Case, resolve

SHIPPED = shipped_folder() or Path()
SCENARIOS = sorted(file.name for file in SHIPPED.glob("*.yaml"))
WORLDS = sorted(file.stem for file in (SHIPPED / "worlds").glob("*.yaml"))
EXAMPLES = re.findall(r"```yaml\n(.*?)```", (SHIPPED / "README.md").read_text("utf-8"), re.DOTALL)

CaseOf = Callable[[str], Case]


@pytest.fixture
def shipped() -> Case:
    """The case of the headline scenario."""
    return resolve(SHIPPED / "taiwan_2027.yaml")


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_shipped_scenario_reads(name: str) -> None:
    assert resolve(SHIPPED / name).baseline == "status_quo"


@pytest.mark.parametrize("world", WORLDS)
def test_every_world_reads_and_only_the_central_one_changes_nothing(
    case_of: CaseOf, world: str
) -> None:
    case, central = case_of(f"world: {world}"), case_of("")

    assert (case.parameters == central.parameters) == (world == "central")


def test_the_status_quo_keeps_every_lever_at_its_value_of_2024(case_of: CaseOf) -> None:
    levers = case_of("").paths["status_quo"].levers

    assert {len(set(values)) for values in levers.values()} == {1}
    assert levers["spending_target"][0] == 0.02


def test_symbolic_deployments_differ_from_the_status_quo_in_presence_only(shipped: Case) -> None:
    still, moved = shipped.paths["status_quo"].levers, shipped.paths["symbolic_deployments"].levers

    assert {lever for lever in still if still[lever] != moved[lever]} == {"indo_pacific_presence"}
    assert moved["indo_pacific_presence"][-1] == 0.55


def test_burden_shifting_leaves_presence_as_it_is(shipped: Case) -> None:
    still, moved = shipped.paths["status_quo"].levers, shipped.paths["burden_shifting"].levers

    assert moved["indo_pacific_presence"] == still["indo_pacific_presence"]
    assert moved["spending_target"][-1] == 0.035
    assert moved["joint_procurement"][-1] == 0.4


def test_combined_does_all_of_both_and_nothing_else(shipped: Case) -> None:
    combined = shipped.paths["combined"].levers
    burden = shipped.paths["burden_shifting"].levers
    symbolic = shipped.paths["symbolic_deployments"].levers

    presence = "indo_pacific_presence"

    assert combined == {**burden, presence: symbolic[presence]}


def test_every_lever_that_a_path_moves_cites_something(shipped: Case) -> None:
    for path in shipped.paths.values():
        for basis, *sources in path.citations.values():
            assert sources or basis == "assumption"


def test_the_headline_scenario_fixes_an_invasion_in_spring_2027(shipped: Case) -> None:
    assert (shipped.contingency.kind, shipped.contingency.opens) == ("invasion", (2027, 2))
    assert shipped.contingency.us_intervenes is None


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_of_the_readme_reads(folder: Path, case_of: CaseOf, number: int) -> None:
    example = EXAMPLES[number]
    kinds = {"kind:": "contingencies", "parameters:": "worlds", "levers:": "paths"}
    if example.startswith("meaning:"):
        kind = next(kind for key, kind in kinds.items() if f"\n{key}" in example)
        (folder / kind / "mine.yaml").write_text(example, encoding="utf-8")
        field = {"contingencies": "contingency: mine", "worlds": "world: mine"}
        case = case_of(field.get(kind, "paths: [status_quo, mine]"))
    else:
        case = case_of(example)

    assert case.steps == 46
