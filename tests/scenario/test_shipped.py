"""Are the scenarios, paths, worlds and contingencies that we ship sound and as described?"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.data.targets import published_conditions
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import Case, resolve

SHIPPED = shipped_folder() or Path()
SCENARIOS = sorted(
    file.relative_to(SHIPPED).as_posix()
    for pattern in ("*.yaml", "what_if/*.yaml", "published/*.yaml")
    for file in SHIPPED.glob(pattern)
)
PATHS = sorted(file.stem for file in (SHIPPED / "paths").glob("*.yaml"))
HEADLINE = ["status_quo", "symbolic_deployments", "burden_shifting", "combined", "brief_package"]
FACTORIAL = {
    "status_quo": (),
    "symbolic_deployments": ("symbolic_deployments",),
    "burden_shifting": ("burden_shifting",),
    "combined": ("symbolic_deployments", "burden_shifting"),
    "soft_package": ("soft_package",),
    "presence_and_soft": ("symbolic_deployments", "soft_package"),
    "brief_package": ("burden_shifting", "soft_package"),
    "everything": ("symbolic_deployments", "burden_shifting", "soft_package"),
}
FACTORS = {"symbolic_deployments", "burden_shifting", "soft_package"}
WORLDS = sorted(file.stem for file in (SHIPPED / "worlds").glob("*.yaml"))
EXAMPLES = re.findall(r"```yaml\n(.*?)```", (SHIPPED / "README.md").read_text("utf-8"), re.DOTALL)

CaseOf = Callable[[str], Case]


@pytest.fixture(scope="module")
def ten() -> Case:
    """The case with all ten paths."""
    return resolve(SHIPPED / "all_paths.yaml")


def moved(case: Case, path: str) -> set[str]:
    """The levers that a path sets otherwise than the status quo."""
    still = case.paths["status_quo"].levers
    return {lever for lever, values in case.paths[path].levers.items() if values != still[lever]}


@pytest.fixture
def shipped() -> Case:
    """The case of the headline scenario."""
    return resolve(SHIPPED / "taiwan_2027.yaml")


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_shipped_scenario_reads(name: str) -> None:
    case = resolve(SHIPPED / name)

    assert case.baseline == "status_quo"
    assert case.file == f"scenarios/{name}"


def test_all_paths_names_every_path_that_is_shipped(ten: Case) -> None:
    assert sorted(ten.paths) == PATHS
    assert len(PATHS) == 10


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("taiwan_2027", "invasion"),
        ("taiwan_endogenous", "endogenous"),
        ("no_contingency", "none"),
        ("blockade_2027", "blockade"),
        ("quarantine_2027", "quarantine"),
    ],
)
def test_each_headline_scenario_has_the_five_paths_and_its_kind(name: str, kind: str) -> None:
    case = resolve(SHIPPED / f"{name}.yaml")

    assert (list(case.paths), case.contingency.kind) == (HEADLINE, kind)


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name.startswith("published/")])
def test_each_published_condition_changes_the_contingency_alone(name: str) -> None:
    case, mother = resolve(SHIPPED / name), resolve(SHIPPED / "taiwan_2027.yaml")
    told = {"name", "title", "question", "file", "origins", "published_condition"}

    changed = {
        field
        for field in vars(case)
        if getattr(case, field) != getattr(mother, field) and field not in told
    }

    assert case.title != mother.title
    assert changed == {"contingency"}


def test_every_published_figure_has_a_scenario_that_plays_its_condition() -> None:
    played = {resolve(SHIPPED / name).published_condition for name in SCENARIOS}

    assert played - {None} == set(published_conditions())


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name.startswith("what_if/")])
def test_each_what_if_changes_one_thing_in_a_headline_scenario(name: str) -> None:
    case = resolve(SHIPPED / name)
    mother = next(
        resolve(SHIPPED / f"{stem}.yaml")
        for stem in ("taiwan_2027", "taiwan_endogenous", "blockade_2027")
        if f"extends: {stem}\n" in (SHIPPED / name).read_text("utf-8")
    )
    told = {"name", "title", "question", "file", "origins"}
    changed = {
        field
        for field in vars(case)
        if getattr(case, field) != getattr(mother, field) and field not in told
    }

    assert case.title != mother.title
    assert len(changed) == 1 or changed == {"contingency", "parameters"}


@pytest.mark.parametrize("world", WORLDS)
def test_every_world_reads_and_only_the_central_one_changes_nothing(
    case_of: CaseOf, world: str
) -> None:
    case, central = case_of(f"world: {world}"), case_of("")

    assert (case.parameters == central.parameters) == (world == "central")
    assert case.reinforcement_withheld == (0.9 if world == "w4_decoupling" else None)


def test_the_status_quo_keeps_every_lever_at_its_value_of_2024(case_of: CaseOf) -> None:
    levers = case_of("").paths["status_quo"].levers

    assert {len(set(values)) for values in levers.values()} == {1}
    assert levers["spending_target"][0] == 0.02


def test_symbolic_deployments_differ_from_the_status_quo_in_presence_only(ten: Case) -> None:
    assert moved(ten, "symbolic_deployments") == {"indo_pacific_presence"}
    assert ten.paths["symbolic_deployments"].levers["indo_pacific_presence"][-1] == 0.55


def test_burden_shifting_does_what_the_brief_asks_and_leaves_presence_as_it_is(ten: Case) -> None:
    burden = ten.paths["burden_shifting"].levers

    assert moved(ten, "burden_shifting") == {
        *("spending_target", "joint_procurement", "industry_expansion", "contingency_planning"),
        *("european_enablers", "munitions_priority"),
    }
    assert burden["spending_target"][-1] == 0.035
    assert burden["joint_procurement"][-1] == 0.4


def test_the_soft_package_is_cooperation_pledge_and_dialogue(ten: Case) -> None:
    soft = ten.paths["soft_package"].levers

    assert {lever: soft[lever][-1] for lever in moved(ten, "soft_package")} == {
        "cyber_cooperation": 0.8,
        "coercion_cooperation": 0.8,
        "industrial_cooperation": 0.6,
        "no_enlargement_pledge": 1.0,
        "china_dialogue": 0.8,
    }


def test_the_factorial_has_every_mix_of_its_three_factors_once(ten: Case) -> None:
    mixes = {name: frozenset(FACTORIAL[name]) for name in FACTORIAL}

    assert len(set(mixes.values())) == 8
    assert list(ten.paths)[:8] == list(FACTORIAL)
    for name in ("symbolic_deployments", "burden_shifting", "soft_package"):
        assert not any(moved(ten, name) & moved(ten, other) for other in FACTORS - {name})


@pytest.mark.parametrize("name", FACTORIAL)
def test_a_mix_is_the_union_of_its_parts_and_nothing_else(ten: Case, name: str) -> None:
    levers = dict(ten.paths["status_quo"].levers)
    for part in FACTORIAL[name]:
        levers |= {lever: ten.paths[part].levers[lever] for lever in moved(ten, part)}

    assert ten.paths[name].levers == levers


@pytest.mark.parametrize("name", ["combined", "presence_and_soft", "brief_package", "everything"])
def test_a_mix_keeps_the_citations_and_origins_of_its_parts(ten: Case, name: str) -> None:
    parts = ten.paths[name].parts

    assert set(parts) == set(FACTORIAL[name])
    for part in parts:
        for lever in moved(ten, part):
            key = f"paths[{{}}].levers.{lever}.timetable"
            assert ten.paths[name].citations[lever] == ten.paths[part].citations[lever]
            assert ten.origins[key.format(name)] == ten.origins[key.format(part)]


def test_capable_presence_sends_the_same_ships_with_a_plan(ten: Case) -> None:
    capable, symbolic = ten.paths["capable_presence"], ten.paths["symbolic_deployments"]
    presence = "indo_pacific_presence"

    assert capable.levers[presence] == symbolic.levers[presence]
    assert {lever: capable.levers[lever][-1] for lever in moved(ten, "capable_presence")} == {
        presence: 0.55,
        "crisis_plan_announced": 0.8,
        "crisis_surge": 0.8,
        "taiwan_statements": 0.5,
    }


def test_status_quo_plus_money_is_burden_shifting_without_industry_and_plans(ten: Case) -> None:
    left_out = {"joint_procurement", "industry_expansion", "contingency_planning"}
    money, burden = ten.paths["status_quo_plus_money"], ten.paths["burden_shifting"]

    assert moved(ten, "status_quo_plus_money") == moved(ten, "burden_shifting") - left_out
    for lever in moved(ten, "status_quo_plus_money"):
        assert money.levers[lever] == burden.levers[lever]


def test_every_path_is_the_status_quo_in_the_first_quarter(ten: Case) -> None:
    firsts = [
        {lever: values[0] for lever, values in path.levers.items()} for path in ten.paths.values()
    ]

    assert all(first == firsts[0] for first in firsts)


def test_every_lever_that_a_path_moves_cites_something(ten: Case) -> None:
    for path in ten.paths.values():
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
