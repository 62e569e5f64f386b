"""Can this cell be used? Reads CSV and YAML tables and words what is wrong with them."""

import csv
import difflib
from collections.abc import Callable, Collection, Iterator
from math import inf, isfinite
from pathlib import Path
from typing import Any

import yaml


class DataError(ValueError):
    """A table of this folder says something that cannot be used."""


def read_yaml(file: Path) -> dict[str, Any]:
    """The mapping a YAML file holds; a key given twice is an error."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=_FastLoader)
        content = None if node is None else _content(node)
    except (OSError, ValueError, yaml.YAMLError) as problem:
        raise DataError(f"{file.name}: cannot be read. {problem}") from problem
    if not isinstance(content, dict):
        raise DataError(f"{file.name}: expected names with their rows, found {content!r}.")
    return content


def entries(
    file: Path, names: tuple[str, ...], required: tuple[str, ...]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each row of a YAML table with its place (for messages) and its key."""
    for key, row in read_yaml(file).items():
        where = f"{file.name}, row '{key}'"
        if not isinstance(row, dict):
            raise DataError(f"{where}: expected fields, found {row!r}.")
        check_fields(where, row, names, required)
        yield where, key, row


def check_fields(
    where: str, row: dict[str, Any], allowed: tuple[str, ...], required: tuple[str, ...]
) -> None:
    """Refuse a field that is not known, and a required one that is absent."""
    for name in row:
        if name not in allowed:
            raise DataError(f"{where}: unknown field '{name}'.{nearest(str(name), allowed)}")
    for name in required:
        if row.get(name) is None:
            raise DataError(f"{where}: field '{name}' is missing.")


def table(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of a CSV table with its place (for messages)."""
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise DataError(f"{file.name}: cannot be read. {problem}") from problem
    reader = csv.reader(content.splitlines())
    if tuple(next(reader, ())) != columns:
        raise DataError(f"{file.name}: columns must be {', '.join(columns)}.")
    for cells in reader:
        place = f"{file.name}, line {reader.line_num}"
        if len(cells) != len(columns):
            raise DataError(f"{place}: found {len(cells)} cells, expected {len(columns)}.")
        yield f"{place} ({cells[0]} {cells[1]})", dict(zip(columns, cells, strict=True))


def text(where: str, row: dict[str, Any], name: str) -> str:
    """One cell as text that is not empty."""
    found = row.get(name)
    if not isinstance(found, str) or not found.strip():
        raise DataError(f"{where}: {name} is missing or is not text (found {found!r}).")
    return found


def number(where: str, row: dict[str, Any], name: str) -> float:
    """One cell as a finite number."""
    found = row.get(name)
    try:
        number = float("" if found is None or isinstance(found, bool) else found)
    except (TypeError, ValueError):
        number = inf
    if not isfinite(number):
        raise DataError(f"{where}: {name} must be a number, found {found!r}.")
    return number


def choice(where: str, row: dict[str, Any], name: str, allowed: tuple[str, ...]) -> str:
    """One cell that must be one of the allowed words."""
    found = row.get(name)
    if found not in allowed:
        raise DataError(f"{where}: {name} must be one of {', '.join(allowed)}; found {found!r}.")
    return str(found)


def nearest(word: str, known: Collection[str]) -> str:
    """A hint naming the closest known word, or nothing."""
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f" Did you mean '{close[0]}'?" if close else ""


_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:bool": lambda text: text.lower() in ("true", "yes", "on"),
    "tag:yaml.org,2002:null": lambda text: None,
}


def _content(node: Any) -> Any:
    """What a node of a YAML file holds; a key that stands twice in one mapping is refused."""
    if isinstance(node, yaml.ScalarNode):
        read = _SCALARS.get(node.tag)
        if read is None:
            line = node.start_mark.line + 1
            raise yaml.YAMLError(f"Line {line}: '{node.value}' has no use here.")
        return read(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_content(item) for item in node.value]
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = _content(key_node)
        if key in found:
            raise yaml.YAMLError(f"Line {key_node.start_mark.line + 1}: '{key}' stands twice.")
        found[key] = _content(value_node)
    return found
