"""What may stand in a scenario file, as a JSON Schema that editors read?

The form comes from `schema.py`; the names of levers, parameters, sources and shipped files, their
units and bounds come from the data. Only keywords that draft-07 knows too are used.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from sim.scenario.library import Library, shipped_folder
from sim.scenario.nodes import Findings, child, text_of
from sim.scenario.schema import (
    NAME_PATTERN,
    QUARTER_PATTERN,
    ContingencyFile,
    PathFile,
    ScenarioFile,
    WorldFile,
)
from sim.scenario.schema_entries import lever_entry, parameter_entry
from sim.scenario.swings import OF_ALLIES, SHARED
from sim.scenario.vocabulary import load_vocabulary

Schema = dict[str, Any]

KINDS: dict[str, type[BaseModel]] = {
    "scenario": ScenarioFile,
    "path": PathFile,
    "world": WorldFile,
    "contingency": ContingencyFile,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DATE_PATTERN = r"^[0-9]{4}(Q[1-4])?$"
BY_NAME = ("properties", "definitions", "patternProperties")
LISTS = ("anyOf", "oneOf", "allOf")
FIRST = ("description", "type", "properties")
LEFT_OUT = ("title", "discriminator", "format")
FOLDERS = {"paths": "paths", "baseline": "paths", "world": "worlds", "contingency": "contingencies"}


def schema_text(kind: str) -> str:
    """The JSON Schema of a kind of file as text, as it is committed beside the scenarios.

    Args:
        kind: "scenario", "path", "world" or "contingency".
    """
    return json.dumps(schema_of(kind), indent=1) + "\n"


def schema_of(kind: str) -> Schema:
    """The JSON Schema of a kind of file, 2020-12.

    Args:
        kind: "scenario", "path", "world" or "contingency".
    """
    model = KINDS[kind]
    written = model.model_json_schema(ref_template="#/definitions/{model}")
    written["definitions"] = written.pop("$defs", {})
    schema = _tidy(written)
    for name, piece in [(model.__name__, schema), *list(schema["definitions"].items())]:
        _name_what_is_known(name, piece, schema["definitions"])
    schema["definitions"] = dict(sorted(schema["definitions"].items()))
    head = {"$schema": DIALECT, "$id": f"urn:two-theatres-sim:{kind}", "title": kind.capitalize()}
    return head | {key: schema[key] for key in sorted(schema, key=_place)}


def _place(key: str) -> int:
    """The order in which the keys of the whole schema stand: what is read first comes first."""
    return FIRST.index(key) if key in FIRST else len(FIRST)


def _tidy(node: Schema) -> Schema:
    """The same schema without what says nothing or what draft-07 does not know."""
    tidy: Schema = {}
    for key, value in node.items():
        if key in LEFT_OUT or (key == "default" and value is None):
            continue
        if key in BY_NAME:
            tidy[key] = {name: _tidy(piece) for name, piece in value.items()}
        elif key in LISTS:
            tidy["anyOf" if key == "oneOf" else key] = [_tidy(piece) for piece in value]
        else:
            tidy[key] = _tidy(value) if isinstance(value, dict) and _is_schema(key) else value
    if "const" in tidy:
        tidy.pop("enum", None)
    return _quarter(_alone(tidy))


def _is_schema(key: str) -> bool:
    return key in ("items", "additionalProperties", "propertyNames", "not")


def _alone(node: Schema) -> Schema:
    """A reference on its own, because draft-07 passes over what stands beside one."""
    if "$ref" not in node or len(node) == 1:
        return node
    rest = {key: value for key, value in node.items() if key != "$ref"}
    return rest | {"allOf": [{"$ref": node["$ref"]}]}


def _quarter(node: Schema) -> Schema:
    """A text whose example is a quarter may only be a quarter."""
    example = (node.get("examples") or [None])[0]
    if not isinstance(example, str) or not re.fullmatch(QUARTER_PATTERN, example):
        return node
    for piece in (node, *node.get("anyOf", [])):
        if piece.get("type") == "string":
            piece["pattern"] = QUARTER_PATTERN
    return node


def _name_what_is_known(model: str, piece: Schema, definitions: Schema) -> None:
    """Put the known names, with their meaning and bounds, into the schema of one model."""
    enrich: dict[str, Callable[[Schema, Schema], None]] = {
        "ScenarioFile": _scenario,
        "PathFile": _path,
        "WorldFile": _parameters,
        "LeverTimetable": _timetable,
    }
    if model in enrich:
        enrich[model](piece["properties"], definitions)
    if model == "ScenarioFile":
        piece["anyOf"] = [{"required": ["extends"]}, {"required": piece.pop("required")}]


def _scenario(fields: Schema, definitions: Schema) -> None:
    _parameters(fields, definitions)
    _swings(fields, definitions)
    for field in ("baseline", "world", "extends"):
        fields[field].pop("pattern", None)
        fields[field]["anyOf"] = list(_names(FOLDERS.get(field, "")))
    inline = [piece for piece in fields["contingency"]["anyOf"] if "$ref" in piece]
    fields["contingency"]["anyOf"] = [*_names("contingencies"), *inline]
    for piece in fields["paths"]["anyOf"]:
        if piece["type"] == "array":
            piece["items"] = {"anyOf": list(_names("paths"))}
        else:
            _inline_paths(piece)


def _inline_paths(piece: Schema) -> None:
    """Paths by name, each written here or, with nothing behind it, taken from its file."""
    either = [{"$ref": "#/definitions/PathFile"}, {"type": "null"}]
    piece.pop("propertyNames", None)
    piece["properties"] = {
        name: {"description": meaning, "anyOf": either} for name, meaning in known_files("paths")
    }
    piece["patternProperties"] = {NAME_PATTERN: {"anyOf": either}}
    piece["additionalProperties"] = False


def _names(folder: str) -> Iterator[Schema]:
    """The shipped names with their meaning, and any other name that is allowed."""
    for name, meaning in known_files(folder):
        yield {"const": name, "description": meaning}
    yield {"type": "string", "pattern": NAME_PATTERN}


def known_files(folder: str) -> Iterator[tuple[str, str]]:
    """Name and meaning of every shipped file of a kind.

    Args:
        folder: "paths", "worlds", "contingencies", or "" for scenarios (their question).
    """
    shipped = shipped_folder()
    if shipped is None:
        return
    library = Library(shipped)
    for name in library.names(folder):
        file = library.find(folder, name)
        if file is not None:
            node = library.read(file, Findings())
            meaning = text_of(child(node, "meaning" if folder else "question"))
            yield name, " ".join((meaning or "").split())


def _swings(fields: Schema, definitions: Schema) -> None:
    """The stances that can swing, by country: more of them for allies than for partners."""
    vocabulary = load_vocabulary()
    swing = fields["swings"]["additionalProperties"]["additionalProperties"]
    kinds = {
        "AllySwings": (vocabulary.allies, OF_ALLIES),
        "PartnerSwings": (vocabulary.partners, SHARED),
    }
    fields["swings"] |= {"properties": {}, "additionalProperties": False}
    for kind, (countries, stances) in kinds.items():
        definitions[kind] = {
            "description": "What is added to each stance [0-1 scale].",
            "type": "object",
            "properties": {
                stance: {"description": f"{meaning}: added to it.", "examples": [0.2]} | swing
                for stance, meaning in stances.items()
            },
            "additionalProperties": False,
        }
        ref = {"$ref": f"#/definitions/{kind}"}
        fields["swings"]["properties"] |= {code: ref for code in countries}


def _path(fields: Schema, _: Schema) -> None:
    fields["combines"]["items"] = {"anyOf": list(_names("paths"))}
    levers = load_vocabulary().levers.values()
    fields["levers"]["properties"] = {lever.name: lever_entry(lever) for lever in levers}
    fields["levers"]["additionalProperties"] = False


def _timetable(fields: Schema, _: Schema) -> None:
    vocabulary = load_vocabulary()
    fields["timetable"]["propertyNames"] = {"pattern": DATE_PATTERN}
    fields["sources"]["items"] = {"enum": list(vocabulary.sources)}
    fields["sources"]["examples"] = [[_first_source(vocabulary.sources)]]
    fields["countries"]["items"] = {"enum": list(vocabulary.allies)}


def _first_source(keys: tuple[str, ...]) -> str:
    return next(key for key in keys if key != "ASSUMPTION")


def _parameters(fields: Schema, definitions: Schema) -> None:
    forms = fields["parameters"]["additionalProperties"]["anyOf"]
    definitions["Prior"] = {
        "description": "What is believed about a parameter before anything is played.",
        "anyOf": [form for form in forms if "$ref" in form],
    }
    known = load_vocabulary().parameters.values()
    fields["parameters"]["properties"] = {
        parameter.name: parameter_entry(parameter)
        for parameter in known
        if parameter.role != "benchmark"
    }
    fields["parameters"]["additionalProperties"] = False
