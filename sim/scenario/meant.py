"""What was meant by a piece that has another form than the one that is read there?

Each gets one message, in place of those that its form would bring one by one.
"""

import re
from itertools import islice
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from sim.scenario.form import EITHER, NAME_RULE
from sim.scenario.library import NAME, Library
from sim.scenario.nodes import Findings, Mapping, Node, Scalar, Sequence, child, text_of, texts
from sim.scenario.problems import Problem, ScenarioError, nearest, plain, quoted
from sim.scenario.quarters import parse_quarter
from sim.scenario.schema import ContingencyFile, PathFile, ScenarioFile, WorldFile
from sim.scenario.wars import FIXED

PIECES: dict[str, tuple[type[BaseModel], str, str]] = {  # its form, its folder, how it is used
    "path": (PathFile, "paths", "paths: [status_quo, {}]"),
    "world": (WorldFile, "worlds", "world: {}"),
    "contingency": (ContingencyFile, "contingencies", "contingency: {}"),
}
OF_PIECES = {key for schema, *_ in PIECES.values() for key in schema.model_fields}
OF_A_SCENARIO = set(ScenarioFile.model_fields)
FIELDS = tuple(ContingencyFile.model_fields)
MOST_NAMED = 4
LONGEST_TEXT = 200
KINDS: tuple[str, ...] = get_args(ContingencyFile.model_fields["kind"].annotation)
PATHS_IN_A_LIST = (
    "found a path in a list of names; paths that are written here stand in a mapping: "
    "paths: {status_quo: , mine: {meaning: ..., levers: ...}}"
)


def refuse_other_file(file: Path, content: Mapping) -> None:
    """Refuse a file that is a path, a world or a contingency, and no scenario.

    Args:
        file: the file.
        content: what it holds.

    Raises:
        ScenarioError: if it has fields of such a file and none that only a scenario has.
    """
    keys = set(content.items)
    if keys & (OF_A_SCENARIO - OF_PIECES) or not keys & (OF_PIECES - OF_A_SCENARIO):
        return
    fitting = {
        kind: (len(keys & set(schema.model_fields)), file.parent.name == folder)
        for kind, (schema, folder, _) in PIECES.items()
    }
    kind = max(fitting, key=lambda kind: fitting[kind])
    use = PIECES[kind][2].format(plain(file.stem))
    message = f"this looks like a {kind}, not a scenario; check a scenario that uses it ({use})"
    raise ScenarioError([Problem(content.place.document.shown, 0, 0, "", message)])


def tell_other_forms(scenario: Mapping, library: Library, findings: Findings) -> None:
    """Note the pieces of a scenario that stand in a form of the author's own.

    Args:
        scenario: as read, with what it takes over.
        library: the named files that a scenario can use.
        findings: where problems are noted.
    """
    paths, war = scenario.items.get("paths"), scenario.items.get("contingency")
    written = [item for item in _items(paths) if isinstance(item, Mapping)]
    if paths is not None and written:
        findings.refuse_piece(paths, written[0].place, "paths", PATHS_IN_A_LIST)
    message = _other_contingency(war, library)
    if war is not None and message:
        place = war.place if isinstance(war, Scalar) else scenario.place_of("contingency")
        findings.refuse_piece(war, place, "contingency", message)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _other_contingency(node: Node | None, library: Library) -> str:
    """What is said of a contingency that names several, or one in a mapping; else nothing."""
    wars = _wars_in(node, (*library.names("contingencies"), *KINDS))
    if len(wars) > 1:
        return f"found {quoted(wars[:MOST_NAMED], 'and')}; {EITHER['contingency']}"
    text = text_of(node)
    if text is not None:
        return _in_free_text(text, library)
    return _in_full(wars[0], node, library) if wars and isinstance(node, Mapping) else ""


def _in_free_text(text: str, library: Library) -> str:
    """The name that is meant by words that are no name, such as 'Invasion of 2027'; or nothing."""
    spelt = re.sub(r"[^a-z0-9]+", "_", text[:LONGEST_TEXT].lower())
    meant = nearest(spelt, library.names("contingencies"))
    if NAME.fullmatch(text) or meant is None:
        return ""
    return f"found '{plain(text)}'; did you mean '{meant}'? {NAME_RULE}"


def _wars_in(node: Node | None, known: tuple[str, ...]) -> list[str]:
    """The contingencies and kinds that are named as keys, behind unknown keys, or in one text."""
    text = text_of(node)
    if text is not None and not NAME.fullmatch(text):
        return [word for word in re.findall(r"[\w-]+", text[:LONGEST_TEXT]) if nearest(word, known)]
    if not isinstance(node, Mapping):
        return []
    close = {key: nearest(key, (*FIELDS, *known)) for key in node.items if key not in FIELDS}
    keys = [key for key, name in close.items() if name in known]
    behind = [key for key, name in close.items() if name is None]
    named = [word for key in behind for word in _words(node.items[key]) if nearest(word, known)]
    kind = text_of(child(node, "kind"))
    return keys + named + ([kind] if kind and keys else [])


def _words(node: Node) -> list[str]:
    text = text_of(node)
    return [word for word, _ in islice(texts(node), MOST_NAMED)] if text is None else [text]


def _in_full(war: str, node: Mapping, library: Library) -> str:
    """How a contingency is written that was named in a mapping, with what stands beside it."""
    name = nearest(war, (*KINDS, *library.names("contingencies"))) or war
    rule = f"nothing is taken over: name one (contingency: {name}), or write it in full"
    if name in KINDS:
        rule = "a contingency is written with its kind"
    fields = {"meaning": "..."} | _fields_of(name, library)
    fields |= _scalars(node) | _scalars(node.items.get(war))
    date = text_of(node.items.get(war)) or ""
    if fields.get("kind") in FIXED:
        fields.setdefault("opens", date if parse_quarter(date) else "2027Q2")
    full = ", ".join(f"{key}: {value}" for key, value in fields.items())
    return f"found '{plain(war)}' in a mapping; {rule}: contingency: {{{full}}}"


def _fields_of(name: str, library: Library) -> dict[str, str]:
    if name in KINDS:
        return {"kind": name}
    file = library.find("contingencies", name)
    try:
        return _scalars(library.read(file, Findings())) if file else {}
    except ScenarioError:
        return {}


def _scalars(node: Node | None) -> dict[str, str]:
    """The fields of a contingency that are set, as written; not its words."""
    items = node.items.items() if isinstance(node, Mapping) else ()
    return {
        key: plain(item.text)
        for key, item in items
        if key in FIELDS and key != "meaning" and isinstance(item, Scalar)
    }
