"""What does `sim check` say, where, and with which exit code?"""

import json
import re
import shutil
from pathlib import Path

import pytest

from sim.cli import check as check_module
from sim.cli.main import main
from sim.scenario.library import shipped_folder

SCENARIO = str((shipped_folder() or Path()) / "taiwan_2027.yaml")


def _bad(folder: Path) -> str:
    file = folder / "bad.yaml"
    file.write_text("extends: base\nfutures: 1e9\nworld: centrl\n")
    return str(file)


def test_a_sound_scenario_is_summed_up_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["check", SCENARIO])

    told = capsys.readouterr()
    assert code == 0
    assert told.err == ""
    assert told.out.startswith(f"{SCENARIO}: ok\n")
    assert "invasion in 2027Q2" in told.out
    assert "1,000 futures x 5 paths = 5,000" in told.out
    assert re.search(r"spending_target +2 % -> 3.5 % of GDP, settled by 2032Q1", told.out)


def test_a_value_stands_with_its_unit() -> None:
    assert check_module._values("liaison_office", 0.0, 1.0) == "0 -> 1 (0 or 1)"
    assert check_module._values("indo_pacific_presence", 0.2, 0.55) == "0.2 -> 0.55 (0-1)"
    assert check_module._values("ukraine_aid", 0.0025, 0.0) == "0.25 % -> 0 % of GDP a year"


def test_problems_go_to_standard_error_with_exit_code_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", _bad(tmp_path)])

    told = capsys.readouterr()
    assert code == 3
    assert told.out == ""
    assert "bad.yaml:2:10: futures: found 1e9; at most 1,000,000 is allowed" in told.err
    assert "bad.yaml:3:8: world: there is no file" in told.err


def test_json_describes_a_sound_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", SCENARIO, "--json"])

    content = json.loads(capsys.readouterr().out)
    assert code == 0
    assert content["ok"] is True
    assert content["contingency"] == {"kind": "invasion", "opens": "2027Q2"}
    assert content["paths"]["status_quo"] == {}
    assert content["paths"]["symbolic_deployments"]["indo_pacific_presence"]["value"] == 0.55


def test_json_lists_the_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--json", _bad(tmp_path)])

    content = json.loads(capsys.readouterr().out)
    assert code == 3
    assert content["ok"] is False
    assert [(problem["line"], problem["key"]) for problem in content["problems"]] == [
        (2, "futures"),
        (3, "world"),
    ]


def test_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = _bad(tmp_path)

    main(["check", SCENARIO])
    main(["check", file])

    assert capsys.readouterr().out
    assert [found.name for found in tmp_path.iterdir()] == ["bad.yaml"]


BLOCKADE = "meaning: x, kind: blockade"


@pytest.mark.parametrize(
    ("text", "line", "key", "message"),
    [
        (
            "contingency: [invasion_2027, blockade_2027]",
            "2",
            "contingency",
            "a scenario plays one",
        ),
        (
            "contingency: none\ncontingency: invasion_2027",
            "3",
            "",
            "the key 'contingency' stands already on line 2; each key is allowed once",
        ),
        (
            "paths: {status_quo: , mine: {meaning: x, combines: [combined, burden_shifting]}}",
            "2",
            "paths[mine].combines[combined]",
            "combines paths itself",
        ),
        (
            "paths: {status_quo: , mine: {meaning: x, "
            "combines: [burden_shifting, status_quo_plus_money]}}",
            "2",
            "paths[mine].combines[status_quo_plus_money]",
            "sets what is set already: spending_target (by 'burden_shifting'), ",
        ),
        ("world: odd", "3", "world.parameters.no_such_thing", "there is no parameter"),
        (
            "paths: {status_quo: , mine: {meaning: x, levers: {ukraine_aid: "
            "{timetable: {2030: 0.001, 2028: 0}, basis: assumption}}}}",
            "2",
            "paths[mine].levers.ukraine_aid.timetable.2028",
            "points must be in the order of time, each once",
        ),
        (
            f"contingency: {{{BLOCKADE}, opens: 2027Q2, us_intervenes: false, us_delay_days: 9}}",
            "2",
            "contingency.us_delay_days",
            "a delay is set, but us_intervenes is false",
        ),
        (
            "contingency: {meaning: x, kind: none, opens: 2027Q2}",
            "2",
            "contingency.opens",
            "this is about a war, but kind is 'none'",
        ),
        (
            "contingency: {meaning: x, kind: endogenous, opens: 2027Q2}",
            "2",
            "contingency.opens",
            "kind is 'endogenous': China decides when",
        ),
        (
            f"contingency: {{{BLOCKADE}, opens: 2040Q1}}",
            "2",
            "contingency.opens",
            "found 2040Q1; the scenario covers 2024Q3 to 2035Q4",
        ),
        (
            "ukraine_war: {ends_as: continuing, when: 2026Q1}",
            "2",
            "ukraine_war.when",
            "a date is set, but the war is continuing",
        ),
        (
            "swings: {HUM: {china_hardness: 0.1}}",
            "2",
            "swings.HUM",
            "there is no country 'HUM' (three-letter codes are expected); did you mean 'HUN'?",
        ),
        (
            "swings: {HUN: {chinahardness: 0.1}}",
            "2",
            "swings.HUN.chinahardness",
            "there is no stance 'chinahardness'; did you mean 'china_hardness'?",
        ),
        (
            "swings: {HUN: {china_hardness: 0.95}}",
            "2",
            "swings.HUN.china_hardness",
            "with a swing of +0.95 it would be 1.05; allowed here: -0.1 to +0.9",
        ),
    ],
)
def test_what_contradicts_itself_gives_one_clear_message_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, line: str, key: str, message: str
) -> None:
    (tmp_path / "worlds").mkdir()
    (tmp_path / "worlds" / "odd.yaml").write_text("meaning: x\nparameters:\n  no_such_thing: 1\n")
    (tmp_path / "bad.yaml").write_text(f"extends: base\n{text}\n")
    before = sorted(tmp_path.rglob("*"))

    code = main(["check", str(tmp_path / "bad.yaml")])

    told = capsys.readouterr()
    problems = [line for line in told.err.splitlines() if line.startswith(str(tmp_path))]
    assert (code, told.out) == (3, "")
    assert len(problems) == 1
    assert re.search(rf"[.]yaml:{line}:[0-9]+: {re.escape(key)}", problems[0])
    assert message in problems[0]
    assert sorted(tmp_path.rglob("*")) == before


WHAT_IFS = sorted((Path(SCENARIO).parent / "what_if").glob("*.yaml"))


@pytest.mark.parametrize("file", WHAT_IFS, ids=lambda file: file.stem)
def test_each_what_if_is_sound(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(file)]) == 0
    assert re.search(r"x [35] paths", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file holds nothing"),
        (b"\x89PNG\r\n\x1a\n\x00", "this is not UTF-8 text"),
        (b"ELF\x00\x01", "this is not a text file"),
        (b"extends: bad\n", "a scenario must not extend itself: bad -> bad"),
        (b"extends: base\nseed: .nan\n", "'.nan' is not a finite number"),
    ],
)
def test_an_unusable_file_gives_one_clear_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    (tmp_path / "bad.yaml").write_bytes(content)

    code = main(["check", str(tmp_path / "bad.yaml")])

    told = capsys.readouterr()
    assert code == 3
    assert message in told.err
    assert "Traceback" not in told.err


def test_a_missing_file_gives_one_clear_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", str(tmp_path / "gone\x1b.yaml")])

    told = capsys.readouterr()
    assert code == 3
    assert told.err.strip().endswith("gone\\x1b.yaml: there is no such file")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("scenarios/taiwan_2072.yaml", "scenarios/taiwan_2027.yaml"),
        ("scenarios/taiwan_2027", "scenarios/taiwan_2027.yaml"),
        ("scenarios/homeland_struk.yaml", "scenarios/what_if/homeland_struck.yaml"),
        ("mine", "mine.yaml"),
    ],
)
def test_a_missing_file_is_hinted_at_by_the_nearest_one_there_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    meant: str,
) -> None:
    shutil.copytree(Path(SCENARIO).parent, tmp_path / "scenarios")
    (tmp_path / "mine.yaml").write_text("extends: base\n")
    monkeypatch.chdir(tmp_path)

    assert main(["check", typed]) == 3
    assert capsys.readouterr().err == f"{typed}: there is no such file; did you mean '{meant}'?\n"


def test_a_shipped_scenario_is_hinted_at_from_anywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "taiwan_2027")]) == 3
    assert "taiwan_2027.yaml'?" in capsys.readouterr().err


def test_a_world_is_told_in_one_message(capsys: pytest.CaptureFixture[str]) -> None:
    world = Path(SCENARIO).parent / "worlds" / "central.yaml"

    assert main(["check", str(world)]) == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check"], ["check", SCENARIO, "--jsn"], ["help", "me"]]
)
def test_a_mistyped_command_ends_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (KeyboardInterrupt(), 130, "Interrupted."),
        (OSError(28, "No space left on device", "x.csv"), 6, "x.csv: No space left on device."),
        (PermissionError(13, "Permission denied", "x"), 9, "x: Permission denied."),
    ],
)
def test_what_a_user_can_cause_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    message: str,
) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr("sim.scenario.resolve.resolve", fail)

    assert main(["check", SCENARIO]) == code
    assert capsys.readouterr().err == f"{message}\n"


def test_a_fault_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_module, "_text", lambda case: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        main(["check", SCENARIO])


def test_invalid_data_of_the_program_end_with_exit_code_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from sim.data.load import DataError

    def fail(_: object) -> None:
        raise DataError("levers.yaml: cannot be read.")

    monkeypatch.setattr("sim.scenario.resolve.resolve", fail)

    assert main(["check", SCENARIO]) == 3
    assert "levers.yaml: cannot be read." in capsys.readouterr().err


def test_the_exit_codes_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "exit-codes"]) == 0

    listed = re.findall(r"^ *(\d+)  ", capsys.readouterr().out, re.MULTILINE)
    assert listed == ["0", "1", "2", "3", "5", "6", "7", "8", "9", "130"]


def test_the_exit_codes_say_which_end_a_missing_scenario_and_a_failed_write_have(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["help", "exit-codes"])

    said = capsys.readouterr().out
    assert "   3  a scenario or a data file is missing or invalid" in said
    assert "   9  a file or a folder cannot be written" in said
