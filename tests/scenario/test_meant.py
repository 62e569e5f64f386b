"""Does a piece in a form of the author's own get one message that says how it is written?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.scenario.problems import Problem, ScenarioError
from sim.scenario.resolve import resolve

ProblemsOf = Callable[[str], list[Problem]]

ONE = "one name, or one mapping with a kind, is expected: a scenario plays one"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{invasion_2027: , blockade_2027: }", "'invasion_2027' and 'blockade_2027'"),
        ("\n  invasion_2027:\n  blockade_2027:", "'invasion_2027' and 'blockade_2027'"),
        (
            "{invasion_2027: {kind: invasion}, blockade_2029: {kind: blockade, opens: 2050Q1}}",
            "'invasion_2027' and 'blockade_2029'",
        ),
        ("{meaning: x, invasion: 2027Q2, blockade: 2029Q2}", "'invasion' and 'blockade'"),
        (
            "{meaning: x, kind: invasion, opens: 2027Q2, blockade: 2029Q2}",
            "'blockade' and 'invasion'",
        ),
        ("{names: [invasion_2027, blockade_2027]}", "'invasion_2027' and 'blockade_2027'"),
        ("invasion_2027, blockade_2027", "'invasion_2027' and 'blockade_2027'"),
        ("invasion_2027 and blockade_2027", "'invasion_2027' and 'blockade_2027'"),
        ("[invasion_2027, blockade_2027]", "a list"),
    ],
)
def test_several_contingencies_get_one_message(
    problems_of: ProblemsOf, written: str, found: str
) -> None:
    (problem,) = problems_of(f"contingency: {written}")

    assert problem.key == "contingency"
    assert problem.message.startswith(f"found {found}; {ONE}; for several, write one scenario each")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Endogenous", "endogenous"),
        ("Invasion of 2027", "invasion_2027"),
        ("invasion 2027Q2", "invasion_2027"),
        ("Blockade 2027", "blockade_2027"),
    ],
)
def test_words_that_are_no_name_get_the_name_that_is_meant(
    problems_of: ProblemsOf, written: str, meant: str
) -> None:
    (problem,) = problems_of(f"contingency: {written}")

    assert problem.message.startswith(f"found '{written}'; did you mean '{meant}'? a name begins")


@pytest.mark.parametrize("key", ["contingencies", "contingency_2", "contingency2"])
def test_a_key_for_several_contingencies_is_told_that_there_is_one(
    problems_of: ProblemsOf, key: str
) -> None:
    (problem,) = problems_of(f"contingency: invasion_2027\n{key}: blockade_2027")

    assert problem.message == (
        "unknown key; did you mean 'contingency'? "
        "(a scenario has one contingency; for several, write one scenario each)"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "{extends: invasion_2027, us_intervenes: true}",
            "found 'invasion_2027' in a mapping; nothing is taken over: name one (contingency: "
            "invasion_2027), or write it in full: contingency: {meaning: ..., kind: invasion, "
            "opens: 2027Q2, us_intervenes: true}",
        ),
        (
            "{invasion_2027: {us_intervenes: true}}",
            "contingency: {meaning: ..., kind: invasion, opens: 2027Q2, us_intervenes: true}",
        ),
        ("{extends: invasion_2072}", "{meaning: ..., kind: invasion, opens: 2027Q2}"),
        (
            "{invasion: 2028Q3}",
            "found 'invasion' in a mapping; a contingency is written with its kind: "
            "contingency: {meaning: ..., kind: invasion, opens: 2028Q3}",
        ),
        ("{blockade: {opens: 2028Q1}}", "{meaning: ..., kind: blockade, opens: 2028Q1}"),
        ("{blockade: }", "{meaning: ..., kind: blockade, opens: 2027Q2}"),
        (
            "{endogenous: {us_intervenes: false}}",
            "{meaning: ..., kind: endogenous, us_intervenes: false}",
        ),
    ],
)
def test_a_contingency_named_in_a_mapping_is_told_how_it_is_written(
    problems_of: ProblemsOf, written: str, said: str
) -> None:
    (problem,) = problems_of(f"contingency: {written}")

    assert problem.key == "contingency"
    assert problem.message.endswith(said)


def test_what_is_told_to_be_written_can_be_read(
    problems_of: ProblemsOf, case_of: Callable[..., object]
) -> None:
    (problem,) = problems_of("contingency: {extends: invasion_2027, us_intervenes: true}")

    assert case_of("contingency: " + problem.message.rpartition("contingency: ")[2])


def test_other_problems_of_the_file_are_still_told(problems_of: ProblemsOf) -> None:
    problems = problems_of("futures: 0\ncontingency: {invasion: , blockade: }\nworld: centrl")

    assert [problem.key for problem in problems] == ["futures", "contingency", "world"]


@pytest.mark.parametrize(
    "paths",
    [
        "[status_quo, {mine: {meaning: x, levers: {no_such_lever: 1}}}]",
        "[status_quo, {mine: {meaning: x}}, {other: {meaning: x}}]",
        "\n  - status_quo\n  - mine: {meaning: x}",
    ],
)
def test_a_path_written_in_a_list_is_told_to_stand_in_a_mapping(
    problems_of: ProblemsOf, paths: str
) -> None:
    (problem,) = problems_of(f"paths: {paths}")

    assert problem.key == "paths"
    assert "paths: {status_quo: , mine: {meaning: ..., levers: ...}}" in problem.message


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("worlds/central", "a world, not a scenario; check a scenario that uses it (world: cen"),
        ("paths/combined", "a path, not a scenario; check a scenario that uses it (paths: [statu"),
        ("contingencies/none", "a contingency, not a scenario; check a scenario that uses it (co"),
    ],
)
def test_a_file_that_scenarios_use_is_told_as_such_in_one_message(
    folder: Path, file: str, said: str
) -> None:
    with pytest.raises(ScenarioError) as caught:
        resolve(folder / f"{file}.yaml")

    (problem,) = caught.value.problems
    assert problem.message.startswith(f"this looks like {said}")


@pytest.mark.parametrize("file", ["worlds", "paths", "contingencies"])
def test_a_file_with_a_meaning_alone_is_told_by_its_folder(folder: Path, file: str) -> None:
    (folder / file / "mine.yaml").write_text("meaning: x\n")
    kind = {"worlds": "world", "paths": "path", "contingencies": "contingency"}[file]

    with pytest.raises(ScenarioError, match=f"mine.yaml: this looks like a {kind}, not a scenario"):
        resolve(folder / file / "mine.yaml")


def test_a_scenario_with_a_stray_field_of_a_path_is_still_a_scenario(
    problems_of: ProblemsOf,
) -> None:
    (problem,) = problems_of("meaning: x")

    assert problem.key == "meaning"
    assert "unknown key" in problem.message
