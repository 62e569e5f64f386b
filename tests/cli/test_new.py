"""Does `sim new` write a scenario that explains itself, and never write over anything?"""

import io
import re
from pathlib import Path
from typing import Any

import pytest

from sim.cli.main import main
from sim.data.load import load_levers
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve
from sim.scenario.schema import ContingencyFile, LeverTimetable, ScenarioFile
from sim.scenario.template import written
from sim.scenario.wars import ABOUT_A_BLOCKADE

SHIPPED = shipped_folder() or Path()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario just written."""
    assert main(["new", str(tmp_path / "mine.yaml")]) == 0
    return tmp_path / "mine.yaml"


def test_a_new_scenario_is_sound_as_it_stands(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(file)]) == 0
    assert f"{file}: ok" in capsys.readouterr().out


def test_the_next_command_is_named_as_it_can_be_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my questions"
    folder.mkdir()

    main(["new", str(folder / "mine.yaml")])

    assert f"Next: sim check '{folder / 'mine.yaml'}'" in capsys.readouterr().out


@pytest.mark.parametrize("model", [ScenarioFile, LeverTimetable, ContingencyFile])
def test_every_field_is_explained_with_an_example(file: Path, model: type) -> None:
    text = " ".join(file.read_text(encoding="utf-8").replace("#", " ").split())

    for name, field in model.model_fields.items():
        assert f"{name}:" in text
        assert " ".join(field.description.split()) in text
        if name != "sources":  # the schema names a source that there is
            assert written(field.examples[0]).rstrip(".") in text


def test_every_lever_is_explained_with_its_unit(file: Path) -> None:
    text = " ".join(file.read_text(encoding="utf-8").replace("#", " ").split())

    for lever in load_levers().values():
        assert " ".join(lever.meaning.split()) in text
        assert f"Unit: {' '.join(lever.unit.split())};" in text


@pytest.mark.parametrize("lever", list(load_levers()))
def test_the_example_of_every_lever_can_be_used(file: Path, lever: str) -> None:
    text = file.read_text(encoding="utf-8")
    used, n_used = re.subn(rf"^( +)# ({lever}: \{{)", r"\1\2", text, flags=re.MULTILINE)
    file.write_text(used, encoding="utf-8")

    levers = resolve(file).paths["my_path"].levers

    assert n_used or lever == next(iter(load_levers()))
    assert levers[lever][-1] != levers[lever][0]


@pytest.mark.parametrize("field", ["contingency", "parameters"])
def test_the_longer_form_of_a_field_can_be_used(file: Path, field: str) -> None:
    text = file.read_text(encoding="utf-8")
    without = re.sub(rf"^{field}: .*\n", "", text, flags=re.MULTILINE)
    block = re.search(rf"^# {field}:\n(?:#  .*\n)+", without, re.MULTILINE)
    assert block is not None
    inside = re.sub(r"^# ", "", block[0], flags=re.MULTILINE)
    for key in ABOUT_A_BLOCKADE:  # the example is an invasion
        inside = re.sub(rf"^  {key}: .*\n", "", inside, flags=re.MULTILINE)
    file.write_text(without.replace(block[0], inside), encoding="utf-8")

    case = resolve(file)

    assert any(key.startswith(f"{field}.") for key in case.origins)


def test_a_file_that_is_there_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.yaml").write_text("precious", encoding="utf-8")

    code = main(["new", str(tmp_path / "mine.yaml")])

    assert code == 2
    assert "is there already" in " ".join(capsys.readouterr().err.split())
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "precious"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    assert main(["new", str(tmp_path / "mine.yaml")]) == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize(
    "name",
    [
        *("Mine.yaml", "my question.yaml", "2027.yaml", "mine", "mine.yml", "mine.txt", ".yaml"),
        *("con.yaml", "lpt1.yaml", "x" * 62 + ".yaml", "a\x1bb.yaml", "gone/mine.yaml"),
    ],
)
def test_a_name_that_is_not_allowed_is_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["new", str(tmp_path / name)])

    told = capsys.readouterr()
    assert code == 2
    assert "\x1b" not in told.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_ends_with_exit_code_9(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    really_open = Path.open

    def refuse(self: Path, mode: str = "r", **settings: Any) -> Any:
        if mode == "x":
            raise PermissionError(13, "Permission denied", self.name)
        return really_open(self, mode, **settings)

    monkeypatch.setattr(Path, "open", refuse)

    assert main(["new", str(tmp_path / "mine.yaml")]) == 9
    assert "mine.yaml: Permission denied" in capsys.readouterr().err


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(self: Path, *arguments: object, **settings: object) -> Any:
        self.touch()
        full = io.StringIO()
        full.write = fail  # type: ignore[method-assign]
        return full

    def fail(text: str) -> int:
        raise OSError(28, "No space left on device", "mine.yaml")

    monkeypatch.setattr("sim.cli.new._create", fill)

    assert main(["new", str(tmp_path / "mine.yaml")]) == 6
    assert list(tmp_path.iterdir()) == []


def test_beside_the_shipped_files_the_schema_is_named(tmp_path: Path) -> None:
    from sim.cli.new import _schema_place

    assert _schema_place(SHIPPED / "x.yaml") == "scenario.schema.json"
    assert _schema_place(SHIPPED.parent / "x.yaml") == f"{SHIPPED.name}/scenario.schema.json"
    assert _schema_place(tmp_path / "x.yaml") is None


def test_elsewhere_it_is_said_how_to_get_the_schema(file: Path) -> None:
    text = " ".join(file.read_text(encoding="utf-8").replace("#", " ").split())

    assert "sim schema > scenario.schema.json" in text
    assert not file.read_text(encoding="utf-8").startswith("# yaml-language-server")
