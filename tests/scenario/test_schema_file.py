"""Does the JSON Schema say what the reader accepts, and is the committed one up to date?"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from sim.data.load import Prior, load_levers, load_parameters, load_sources
from sim.scenario.beliefs import check_parameters
from sim.scenario.library import Library, shipped_folder
from sim.scenario.nodes import Document, Findings, Mapping, Place, Scalar, to_plain
from sim.scenario.schema import LeverTimetable, PathFile, ScenarioFile, WorldFile
from sim.scenario.schema_entries import centre_bounds
from sim.scenario.schema_events import ContingencyFile
from sim.scenario.schema_file import DATE_PATTERN, KINDS, schema_of, schema_text
from sim.scenario.timetables import parse_quarter
from sim.scenario.vocabulary import load_vocabulary

SHIPPED = shipped_folder() or Path()
FOLDERS = {"scenario": "", "path": "paths", "world": "worlds", "contingency": "contingencies"}
FILES = [
    (kind, file)
    for kind, folder in FOLDERS.items()
    for file in sorted((SHIPPED / folder).glob("*.yaml"))
] + [
    (kind, file)
    for kind, folder in FOLDERS.items()
    for below in ("what_if", "published")
    for file in sorted((SHIPPED / below / folder).glob("*.yaml"))
]
IN_DRAFT_7 = {
    *("$schema", "$id", "$ref", "definitions", "title", "description", "default", "examples"),
    *("type", "enum", "const", "properties", "patternProperties", "additionalProperties"),
    *("propertyNames", "required", "minProperties", "maxProperties", "items", "minItems"),
    *("maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum"),
    *("exclusiveMaximum", "anyOf", "allOf"),
}
NAMED = ("properties", "definitions", "patternProperties")
SOUND = {"title": "A test", "question": "Does it fit?", "paths": ["status_quo"]}


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict[str, Any]]:
    """The four schemas by kind."""
    return {kind: schema_of(kind) for kind in KINDS}


def _pieces(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and every schema in it."""
    yield schema
    for key, value in schema.items():
        if key in NAMED:
            for inner in value.values():
                yield from _pieces(inner)
        elif key in ("anyOf", "allOf"):
            for inner in value:
                yield from _pieces(inner)
        elif key in ("items", "additionalProperties", "propertyNames") and value is not False:
            yield from _pieces(value)


def _faults(schema: dict[str, Any], content: Any) -> list[str]:
    return [
        f"{'/'.join(map(str, fault.path))}: {fault.message:.200}"
        for fault in Draft202012Validator(schema).iter_errors(content)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_up_to_date(kind: str) -> None:
    committed = (SHIPPED / f"{kind}.schema.json").read_text(encoding="utf-8")

    if committed != schema_text(kind):
        command = f"sim schema {kind} > scenarios/{kind}.schema.json"
        pytest.fail(f"it has drifted from the program; renew it with: {command}", pytrace=False)


def test_every_shipped_file_is_of_a_kind_that_has_a_schema() -> None:
    assert {file for _, file in FILES} == set(SHIPPED.rglob("*.yaml"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_and_knows_only_what_draft_7_knows_too(
    kind: str, schemas: dict[str, Any]
) -> None:
    schema = schemas[kind]

    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema({**schema, "$schema": "http://json-schema.org/draft-07/schema#"})
    assert {key for piece in _pieces(schema) for key in piece} <= IN_DRAFT_7
    assert all(len(piece) == 1 for piece in _pieces(schema) if "$ref" in piece)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f":{kind}")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_with_an_example_that_fits(
    kind: str, schemas: dict[str, Any]
) -> None:
    schema = schemas[kind]
    models = [schema, *schema["definitions"].values()]
    fields = {
        name: field for model in models for name, field in model.get("properties", {}).items()
    }

    assert fields
    for name, field in fields.items():
        assert field["description"], name
        examples = {**field, "definitions": schema["definitions"]}
        assert _faults(examples, field["examples"][0]) == [], name


@pytest.mark.parametrize(("kind", "file"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_every_shipped_file_fits_its_schema(kind: str, file: Path, schemas: dict[str, Any]) -> None:
    content = to_plain(Library(SHIPPED).read(file, Findings()))

    assert _faults(schemas[kind], content) == []


@pytest.mark.parametrize(("kind", "file"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_every_shipped_file_names_its_schema_in_the_first_line(kind: str, file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n")[0]
    up = "../" * (len(file.relative_to(SHIPPED).parts) - 1)

    assert first == f"# yaml-language-server: $schema={up}{kind}.schema.json"
    assert (file.parent / first.split("=")[1]).is_file()


def test_every_lever_is_named_with_its_bounds_and_its_meaning(schemas: dict[str, Any]) -> None:
    entries = schemas["path"]["properties"]["levers"]["properties"]

    assert list(entries) == list(load_levers())
    for name, lever in load_levers().items():
        assert lever.meaning in entries[name]["description"]
        assert lever.unit in entries[name]["description"]
        for value, fits in ((lever.low, True), (lever.high, True), (lever.high * 1.01, False)):
            content = {"meaning": "x", "levers": {name: {"timetable": {"2030": value}}}}
            content["levers"][name]["basis"] = "assumption"
            assert (_faults(schemas["path"], content) == []) is fits


@pytest.mark.parametrize("kind", ["scenario", "world"])
def test_every_parameter_that_may_be_set_is_named(kind: str, schemas: dict[str, Any]) -> None:
    entries = schemas[kind]["properties"]["parameters"]["properties"]
    known = load_parameters().values()

    assert list(entries) == [row.name for row in known if row.role != "benchmark"]
    assert all(row.unit in entries[row.name]["description"] for row in known if row.name in entries)


def test_a_parameter_may_be_fixed_just_as_far_as_the_reader_lets_it() -> None:
    for parameter in load_parameters().values():
        if parameter.role == "benchmark":
            continue
        low, high = centre_bounds(parameter)
        step = 0.01 * max(1e-6, high - low)
        for value, fits in ((low, True), (high, True), (low - step, False), (high + step, False)):
            assert _reader_accepts(parameter.name, value) is fits, (parameter.name, value)


def _reader_accepts(name: str, value: float) -> bool:
    place = Place(Document("x", "x"), 1, 1)
    node = Mapping({name: Scalar(value, repr(value), place)}, {name: place}, place)
    findings = Findings()
    check_parameters(node, "parameters", load_vocabulary(), findings)
    return not findings.problems


def test_shipped_names_are_offered_and_other_names_still_allowed(schemas: dict[str, Any]) -> None:
    fields = schemas["scenario"]["properties"]
    for field, folder in (("world", "worlds"), ("contingency", "contingencies")):
        offered = {piece["const"] for piece in fields[field]["anyOf"] if "const" in piece}
        assert offered == set(Library(SHIPPED).names(folder))

    own = SOUND | {"world": "my_world", "paths": ["status_quo", "my_path"]}
    assert _faults(schemas["scenario"], own) == []


def test_a_scenario_that_extends_another_may_leave_out_the_rest(schemas: dict[str, Any]) -> None:
    assert _faults(schemas["scenario"], {"extends": "base"}) == []
    assert _faults(schemas["scenario"], {"title": "Alone"}) != []


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"seed": -1},
        {"seed": 1.5},
        {"futures": 0},
        {"start": "2027"},
        {"world": "My World"},
        {"paths": []},
        {"paths": ["../x"]},
        {"paths": {"Bad Name": None}},
        {"paths": {"x": {"meaning": "y", "levers": {"spending_targt": {}}}}},
        {"paths": {"x": {}}},
        {"contingency": {"meaning": "x", "kind": "blockade of Mars"}},
        {"parameters": {"no_such_parameter": 0}},
        {"parameters": {"presence_deterrence_effect": {"form": "normal", "mean": 0}}},
        {"parameters": {"presence_deterrence_effect": "none"}},
    ],
    ids=str,
)
def test_what_the_reader_refuses_is_marked(change: dict[str, Any], schemas: dict[str, Any]) -> None:
    assert _faults(schemas["scenario"], SOUND | change) != []


@pytest.mark.parametrize(
    "change",
    [
        {"paths": {"status_quo": None, "x": {"meaning": "y"}}},
        {"contingency": {"meaning": "x", "kind": "invasion", "opens": "2027Q2"}},
        {"contingency": {"meaning": "x", "kind": "none", "us_intervenes": None}},
        {"parameters": {"presence_deterrence_effect": {"form": "constant", "value": 0}}},
    ],
    ids=str,
)
def test_what_the_reader_accepts_is_not_marked(
    change: dict[str, Any], schemas: dict[str, Any]
) -> None:
    assert _faults(schemas["scenario"], SOUND | change) == []


def test_sources_and_allies_are_offered_by_name(schemas: dict[str, Any]) -> None:
    fields = schemas["path"]["definitions"]["LeverTimetable"]["properties"]

    assert fields["sources"]["items"]["enum"] == list(load_sources())
    assert fields["countries"]["items"]["enum"] == list(load_vocabulary().allies)


def test_swings_are_offered_by_country_and_stance(schemas: dict[str, Any]) -> None:
    def swing(code: str, stance: str) -> dict[str, Any]:
        return SOUND | {"swings": {code: {stance: 0.1}}}

    known = [("HUN", "spend_will"), ("JPN", "asia_role")]
    unknown = [("HNU", "spend_will"), ("JPN", "spend_will"), ("HUN", "hardness"), ("USA", "x")]
    assert [_faults(schemas["scenario"], swing(*pair)) for pair in known] == [[], []]
    assert all(_faults(schemas["scenario"], swing(*pair)) for pair in unknown)


@pytest.mark.parametrize("written", ["2030", "2030Q4", "2030Q5", "30", "2030Q", "soon", "20301"])
def test_dates_in_a_timetable_are_those_the_reader_knows(written: str) -> None:
    assert bool(re.search(DATE_PATTERN, written)) is (parse_quarter(written) is not None)


def test_a_bound_that_is_infinite_is_left_out(schemas: dict[str, Any]) -> None:
    text = json.dumps(schemas, allow_nan=False)

    assert "Infinity" not in text
    free = replace(next(iter(load_parameters().values())), prior=Prior("normal", 0.0, 1.0))
    assert all(abs(end) < float("inf") for end in centre_bounds(free))


@pytest.mark.parametrize(
    "kind", [ScenarioFile, PathFile, WorldFile, ContingencyFile, LeverTimetable]
)
def test_the_guide_to_scenarios_explains_every_field(kind: type) -> None:
    guide = (SHIPPED / "README.md").read_text(encoding="utf-8")

    fields = {field.alias or name for name, field in kind.model_fields.items()}

    assert fields
    assert sorted(name for name in fields if not re.search(rf"\b{name}\b", guide)) == []
