"""Does a piece of a file have the right form, and how is it said if not?"""

import re
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sim.scenario.nodes import Findings, Mapping, Node, Place, Scalar, Sequence, to_plain
from sim.scenario.problems import did_you_mean, nearest, plain
from sim.scenario.schema import QUARTER_PATTERN
from sim.scenario.schema_priors import FORMS

Model = TypeVar("Model", bound=BaseModel)

NAME_RULE = (
    "a name begins with a lower-case letter and has up to 61 lower-case letters, digits, '_' or '-'"
)
QUARTER_RULE = "a quarter is written like 2027Q2"
PRIOR_FIELDS = {name for prior in FORMS.values() for name in prior.model_fields}
EXPECTED = {
    "float_type": "a number is expected",
    "int_type": "a whole number is expected",
    "string_type": "text is expected",
    "bool_type": "true or false is expected",
    "dict_type": "a mapping (key: value) is expected",
    "model_type": "a mapping (key: value) is expected",
    "list_type": "a list is expected",
    "string_too_short": "it must not be empty",
    "too_short": "it must not be empty",
}
LIMITS = {
    "greater_than_equal": ("at least {} is allowed", "ge"),
    "greater_than": ("more than {} is allowed", "gt"),
    "less_than_equal": ("at most {} is allowed", "le"),
    "string_too_long": ("at most {} characters are allowed", "max_length"),
    "too_long": ("at most {} entries are allowed", "max_length"),
}
EITHER = {
    "paths": "a list of names, or a mapping from name to path, is expected",
    "contingency": "one name, or one mapping with a kind, is expected: a scenario plays one; "
    "for several, write one scenario each",
    "parameters": "a number, or a prior such as {form: uniform, low: 0, high: 1}, is expected",
}
SEVERAL = {
    "contingency": re.compile(r"contingencies|contingency[_-]?[0-9]+"),
    "world": re.compile(r"worlds|world[_-]?[0-9]+"),
}
PERCENT = re.compile(r"(?P<number>[-+]?[0-9]{1,9}(\.[0-9]{0,9})?) *(?P<sign>%.*)?")


def check_form(
    schema: type[Model], node: Mapping, prefix: str, findings: Findings, complete: bool = True
) -> Model | None:
    """The piece as its schema sees it, or None if it does not fit; problems go to `findings`.

    Args:
        schema: what is allowed.
        node: what was read.
        prefix: dotted key of the piece, or "".
        findings: where problems are noted.
        complete: whether a missing field is a problem.
    """
    try:
        return schema.model_validate(to_plain(node))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    slips = set(_slips(schema, details))
    for detail in details:
        if detail["type"] == "missing" and (not complete or detail["loc"] in slips):
            continue
        spot = _Spot(schema, node, prefix, detail)
        findings.add(spot.place, spot.key, _message(detail, spot))
    return None


def _slips(schema: type[BaseModel], details: list[ErrorDetails]) -> Iterator[tuple[Any, ...]]:
    """Fields that are missing only because their key is misspelt."""
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, key = detail["loc"]
            fields = _fields_of(_schema_at(schema, above)[0])
            close = nearest(str(key), fields)
            if close is not None:
                yield (*above, close)


class _Spot:
    """Where an error of the schema lies in the file: node, place, dotted key, field."""

    def __init__(
        self, schema: type[BaseModel], node: Node, prefix: str, detail: ErrorDetails
    ) -> None:
        self.node, self.place, self.key_place = node, node.place, node.place
        self.key, self.parent = prefix, ""
        loc, kind = detail["loc"], detail["type"]
        self.schema, self.field = _schema_at(schema, list(loc))
        for position, step in enumerate(loc):
            self._descend(step, kind == "missing" and position == len(loc) - 1)
        if kind == "extra_forbidden" or loc[-1] == "[key]":
            self.place = self.key_place
        if kind == "missing":
            self.place = self.place.without_source()

    def _descend(self, step: int | str, missing: bool) -> None:
        if isinstance(self.node, Mapping) and step in self.node.items:
            self._enter(str(step), self.node.keys[str(step)], self.node.items[str(step)])
        elif isinstance(self.node, Sequence) and isinstance(step, int):
            item = self.node.items[step]
            self.key, self.node, self.place = f"{self.key}[{_label(item, step)}]", item, item.place
        elif missing:
            self.key = join(self.key, str(step))

    def _enter(self, step: str, key_place: Place, item: Node) -> None:
        self.key = f"{self.key}[{step}]" if self.parent == "paths" else join(self.key, step)
        self.parent, self.node, self.key_place = step, item, key_place
        self.place = item.place if isinstance(item, Scalar) and item.text else key_place


def join(prefix: str, key: str) -> str:
    """The dotted key of a key below another.

    >>> join("paths[combined]", "levers")
    'paths[combined].levers'
    """
    return f"{prefix}.{key}" if prefix else key


def _label(item: Node, index: int) -> str:
    return plain(item.text) if isinstance(item, Scalar) and item.text else str(index + 1)


def _schema_at(schema: type[BaseModel], loc: list[Any]) -> tuple[type[BaseModel], FieldInfo | None]:
    """The schema that governs a place, and the field that was last entered."""
    field = None
    for step in loc:
        if step in _fields_of(schema):
            field = _fields_of(schema)[step]
            inner = [found for found in _models_in(field.annotation) if found not in FORMS.values()]
            schema = inner[0] if inner else schema
        elif step in FORMS:
            schema = FORMS[step]
    return schema, field


def _fields_of(schema: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a schema by the key they have in a file."""
    return {field.alias or name: field for name, field in schema.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models_in(part)


def _message(detail: ErrorDetails, spot: _Spot) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return f"this key is missing{_purpose(spot)}"
    if kind == "extra_forbidden":
        key = str(detail["loc"][-1])
        return f"unknown key; {did_you_mean(key, _fields_of(spot.schema))}{_one_only(key)}"
    if kind.startswith("union_tag"):
        return _unknown_form(spot)
    is_key = detail["loc"][-1] == "[key]"
    found = f"found '{plain(str(detail['loc'][-2]))}'; " if is_key else f"found {show(spot.node)}; "
    if kind == "literal_error":
        return found + f"allowed: {context['expected']}" + _hint(context["expected"], spot.node)
    if kind == "string_pattern_mismatch":
        return found + (QUARTER_RULE if context["pattern"] == QUARTER_PATTERN else NAME_RULE)
    if kind in LIMITS:
        words, limit = LIMITS[kind]
        return found + words.format(_amount(context[limit])) + _percent(spot, context.get("le"))
    return (
        found + _expected(detail, spot) + _example(spot.field) + _percent(spot, _most(spot.field))
    )


def _one_only(key: str) -> str:
    """What is said of a key that asks for several of what a scenario has one of."""
    field = next((field for field, keys in SEVERAL.items() if keys.fullmatch(key)), None)
    return f" (a scenario has one {field}; for several, write one scenario each)" if field else ""


def _most(field: FieldInfo | None) -> float | None:
    """The upper bound of a field, if it states one itself."""
    bounds = field.metadata if field is not None else []
    return next((bound.le for bound in bounds if hasattr(bound, "le")), None)


def _percent(spot: _Spot, most: float | None) -> str:
    """How a percentage is written that stands where a share may be wanted."""
    found = PERCENT.fullmatch(spot.node.text) if isinstance(spot.node, Scalar) else None
    if found is None or most not in (None, 1):
        return ""
    number = float(found["number"])
    meant = found["sign"] or (most == 1 and 1 < number <= 100)
    return f"; {number:g} % is written {number / 100:g}" if meant else ""


def _amount(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _expected(detail: ErrorDetails, spot: _Spot) -> str:
    tagged = detail["loc"][-1] in ("inline", "number")
    if tagged and len(detail["loc"]) > 1:
        for name in (str(step) for step in reversed(detail["loc"][:-1])):
            if name in EITHER:
                return EITHER[name]
    return EXPECTED.get(detail["type"], detail["msg"])


def _purpose(spot: _Spot) -> str:
    if spot.field is None or not spot.field.description:
        return ""
    return f": {spot.field.description}{_example(spot.field)}"


def _example(field: FieldInfo | None) -> str:
    example = field.examples[0] if field is not None and field.examples else None
    if not isinstance(example, str | int | float) or isinstance(example, bool):
        return ""
    return f" (for example {example})"


def _unknown_form(spot: _Spot) -> str:
    fields = spot.node.items if isinstance(spot.node, Mapping) else {}
    node, allowed = fields.get("form"), ", ".join(FORMS)
    if node is None:
        slips = [key for key in fields if key not in PRIOR_FIELDS and nearest(key, ["form"])]
        hint = f"; found '{plain(slips[0])}', did you mean 'form'?" if slips else ""
        return f"a prior needs a form; allowed: {allowed}{hint}"
    hint = f"; {did_you_mean(node.text, FORMS)}" if isinstance(node, Scalar) else ""
    return f"form: found {show(node)}; allowed: {allowed}{hint}"


def _hint(expected: str, node: Node) -> str:
    if not isinstance(node, Scalar):
        return ""
    close = nearest(node.text, expected.replace("'", "").replace(" or ", ", ").split(", "))
    return f"; did you mean '{close}'?" if close else ""


def show(node: Node) -> str:
    """What was found, in a few words."""
    if isinstance(node, Mapping):
        return "a mapping" if node.items else "an empty mapping"
    if isinstance(node, Sequence):
        return "a list" if node.items else "an empty list"
    if node.value is None:
        return "nothing"
    return f"'{plain(node.text)}'" if isinstance(node.value, str) else plain(node.text)
