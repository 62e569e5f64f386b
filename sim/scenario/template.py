"""What does a new scenario look like, with every field explained?

It is written from the schema, the levers and the shipped files, so it never names what is gone.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from sim.data.load import Lever
from sim.scenario.prior_words import figure
from sim.scenario.schema import QUARTER_PATTERN, ScenarioFile
from sim.scenario.schema_entries import lever_example
from sim.scenario.schema_file import known_files, schema_of
from sim.scenario.vocabulary import load_vocabulary

Schema = dict[str, Any]

WIDTH = 100
PATHS = ("status_quo", "burden_shifting")
MEANING = "A package of our own; say here what is done, and why."


def template(name: str, schema_place: str | None = None) -> str:
    """A scenario as YAML text, sound as it stands, with a comment on every field and lever.

    Args:
        name: of the file, without its ending.
        schema_place: where an editor finds the JSON Schema, seen from the file; None if nowhere.
    """
    fields = schema_of("scenario")["properties"]
    parts = [_head(name, schema_place)]
    for field, schema in fields.items():
        lines = [*_comment(_explained(field, schema)), *_value(field, schema)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _head(name: str, schema_place: str | None) -> str:
    first = [f"# yaml-language-server: $schema={schema_place}"] if schema_place else []
    about = [
        f"A scenario: one question put to the model. Check it: sim check {name}.yaml; "
        f"play it: sim run {name}.yaml --futures 200",
        "What stands behind a '#' is a comment. A share is a number: 2 % is 0.02. "
        "Indent with spaces. The whole format: scenarios/README.md.",
    ]
    if not schema_place:
        about.append(
            "For completion in an editor, write the schema beside this file with "
            "'sim schema > scenario.schema.json', and begin this file with the line "
            "'# yaml-language-server: $schema=scenario.schema.json'."
        )
    return "\n".join([*first, *_comment(about)])


def _explained(field: str, schema: Schema) -> Iterator[str]:
    """What a field is for, what it may be, its default and an example."""
    facts = [_limits(schema), _example(schema)]
    if "default" in schema:
        facts.insert(1, f"Default: {written(schema['default'])}.")
    elif not ScenarioFile.model_fields[field].is_required():
        facts.insert(1, "May be left out.")
    yield " ".join([schema["description"], *(fact for fact in facts if fact)])


def _example(schema: Schema) -> str:
    return f"Example: {written(schema['examples'][0]).rstrip('.')}."


def _limits(schema: Schema) -> str:
    if "enum" in schema:
        return f"Allowed: {', '.join(map(str, schema['enum']))}."
    if "maximum" in schema:
        return f"Allowed: {schema['minimum']:,} to {schema['maximum']:,}."
    return f"At most {schema['maxLength']:,} letters." if "maxLength" in schema else ""


def _value(field: str, schema: Schema) -> Iterable[str]:
    """The lines of a field: its example where it is required or a name, else its default."""
    if field == "paths":
        return _paths()
    if field == "contingency":
        return _contingency(schema)
    if field == "parameters":
        return _parameters(schema)
    if "default" in schema:
        return [*_known(field), f"{field}: {written(schema['default'])}"]
    required = ScenarioFile.model_fields[field].is_required()
    return [f"{'' if required else '# '}{field}: {written(schema['examples'][0])}"]


def _known(field: str) -> Iterator[str]:
    if field == "world":
        yield from _shipped("worlds")


def _shipped(folder: str) -> Iterator[str]:
    """The shipped names of a kind with what they stand for, as comments."""
    for name, meaning in known_files(folder):
        yield from _comment([f"{name}: {meaning}"], lead="  ")


def _paths() -> Iterator[str]:
    yield from _shipped("paths")
    yield "paths:"
    known = [name for name, _ in known_files("paths")]
    yield from (f"  {name}:" for name in PATHS if name in known)
    yield "  my_path:"
    yield "    # What this path stands for, in a sentence or two."
    yield f"    meaning: {MEANING}"
    yield from _comment(_lever_rules(), indent="    ")
    yield "    levers:"
    for position, lever in enumerate(load_vocabulary().levers.values()):
        yield from _comment([_lever_comment(lever)], indent="      ")
        mark = "# " if position else ""  # the first is on, the others wait
        yield f"      {mark}{lever.name}: {written(lever_example(lever))}"


def _lever_rules() -> Iterator[str]:
    fields = schema_of("path")["definitions"]["LeverTimetable"]["properties"]
    yield "What it does, by lever; a lever that is not named keeps its value of 2024. A lever has:"
    for name, schema in fields.items():
        said = [f"{name}: {schema['description']}", _limits(schema), _example(schema)]
        yield " ".join(filter(None, said))


def _lever_comment(lever: Lever) -> str:
    low, now, high = (figure(value) for value in (lever.low, lever.value_2024, lever.high))
    if lever.whole:
        return f"{lever.meaning} Unit: {lever.unit}; 2024: {now}."
    return f"{lever.meaning} Unit: {lever.unit}; {low} to {high}, 2024: {now}."


def _contingency(schema: Schema) -> Iterator[str]:
    yield from _shipped("contingencies")
    yield f"contingency: {written(schema['examples'][0])}"
    yield "# Instead of a name, a contingency can be written here, for example:"
    yield "# contingency:"
    for name, part in schema_of("contingency")["properties"].items():
        yield from _comment([f"{part['description']} {_limits(part)}"], lead="  # ")
        yield f"#   {name}: {written(part['examples'][0])}"


def _parameters(schema: Schema) -> Iterator[str]:
    yield "# Names, units and ranges: sim show parameters. For example:"
    yield "# parameters:"
    for name, value in schema["examples"][0].items():
        yield f"#   {name}: {written(value)}"
    yield "parameters: {}"


def written(value: Any) -> str:
    """A value as it is written on one line of a scenario.

    >>> written({"2030": 0.03}), written(None), written("Is it: so?")
    ('{2030: 0.03}', 'null', '"Is it: so?"')
    """
    if isinstance(value, dict):
        inside = (f"{key}: {written(item)}" for key, item in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, str) and _reads_as_itself(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _reads_as_itself(text: str) -> bool:
    if re.fullmatch(QUARTER_PATTERN, text):
        return True
    if not re.fullmatch(r"[A-Za-z][^\n\[\]{},#:]*[^\s\[\]{},#:]", text):
        return False
    return bool(yaml.safe_load(text) == text)


def _comment(paragraphs: Iterable[str], indent: str = "", lead: str = "") -> Iterator[str]:
    """The paragraphs as comment lines; a further line of a paragraph stands further in."""
    for text in paragraphs:
        first = f"{indent}# {lead}"
        yield from textwrap.wrap(
            " ".join(text.split()),
            WIDTH,
            initial_indent=first,
            subsequent_indent=first + "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
