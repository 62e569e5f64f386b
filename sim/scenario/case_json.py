"""How is a case kept in a file so that exactly the same case comes back?

The fields are read from the classes themselves, so a new field of a case is kept too.
"""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from math import isfinite
from typing import Any

from sim.scenario.case import Case

NOT_FINITE = ("inf", "-inf", "nan")


class CaseJsonError(ValueError):
    """A text does not hold a case."""


def case_json(case: Case) -> bytes:
    """The case as JSON; an infinite bound is written as text, "inf" or "-inf"."""
    text = json.dumps(_plain(case), indent=1, ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode()


def read_case_json(content: bytes) -> Case:
    """The case that was written.

    Raises:
        CaseJsonError: naming the field that does not fit.
    """
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise CaseJsonError(f"it is not JSON: {problem}") from problem
    case: Case = _built(Case, found, "case")
    return case


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value


def _built(kind: Any, found: Any, place: str) -> Any:
    """The value of a kind that was written as `found`; numbers stay as they are."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _built_either(kind, found, place)
    builders: dict[Any, Callable[[Any, Any, str], Any]] = {dict: _built_dict, tuple: _built_tuple}
    if origin in builders:
        return builders[origin](kind, found, place)
    if is_dataclass(kind):
        return _built_record(kind, found, place)
    if kind is float and isinstance(found, str) and found in NOT_FINITE:
        return float(found)
    allowed = (int, float) if kind is float else kind
    if not isinstance(found, allowed) or (isinstance(found, bool) and kind is not bool):
        raise CaseJsonError(f"{place}: found {found!r:.80}, expected {_name(kind)}")
    return found


def _built_either(kind: Any, found: Any, place: str) -> Any:
    for option in typing.get_args(kind):
        try:
            return _built(option, found, place)
        except CaseJsonError:
            continue
    raise CaseJsonError(f"{place}: found {found!r:.80}, expected {_name(kind)}")


def _built_dict(kind: Any, found: Any, place: str) -> Any:
    _expect(dict, found, place)
    item = typing.get_args(kind)[1]
    return {key: _built(item, value, f"{place}.{key:.80}") for key, value in found.items()}


def _built_tuple(kind: Any, found: Any, place: str) -> Any:
    _expect(list, found, place)
    kinds = typing.get_args(kind)
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(found)
    if len(kinds) != len(found):
        raise CaseJsonError(f"{place}: {len(found)} values, expected {len(kinds)}")
    pairs = zip(kinds, found, strict=True)
    return tuple(_built(item, value, f"{place}[{at}]") for at, (item, value) in enumerate(pairs))


def _built_record(kind: Any, found: Any, place: str) -> Any:
    _expect(dict, found, place)
    kinds = typing.get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    if list(found) != names:
        odd = sorted(set(found) ^ set(names)) or ["order"]
        raise CaseJsonError(f"{place}: its fields do not fit: {', '.join(odd)[:200]}")
    return kind(**{name: _built(kinds[name], found[name], f"{place}.{name}") for name in names})


def _expect(kind: type, found: Any, place: str) -> None:
    if not isinstance(found, kind):
        raise CaseJsonError(f"{place}: found {found!r:.80}, expected {_name(kind)}")


def _name(kind: Any) -> str:
    return getattr(kind, "__name__", str(kind))
