"""What was read from a file, and where does each piece stand?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sim.scenario.problems import Problem

Value = bool | int | float | str | None
Plain = Value | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, eq=False)
class Document:
    """One file of a scenario.

    Attributes:
        shown: the file as the user may open it, for messages.
        label: the file relative to the scenario's folder, for records.
        lines: its text, line by line.
    """

    shown: str
    label: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Place:
    """A position in a file; line and column start at 1."""

    document: Document
    line: int
    column: int

    @property
    def address(self) -> tuple[str, int, int]:
        """File, line and column."""
        return self.document.shown, self.line, self.column

    def problem(self, key: str, message: str) -> Problem:
        """A problem at this place."""
        lines = self.document.lines
        source = lines[self.line - 1] if 0 < self.line <= len(lines) else ""
        return Problem(self.document.shown, self.line, self.column, key, message, source)

    def without_source(self) -> "Place":
        """The same place for a problem whose line says nothing about it."""
        return Place(Document(self.document.shown, self.document.label), self.line, self.column)

    def origin(self) -> str:
        """The place for the record, e.g. `scenarios/base.yaml:12`."""
        return f"{self.document.label}:{self.line}"


@dataclass(frozen=True, eq=False)
class Scalar:
    """A single value: truth, number, text or nothing; `text` is how it was written."""

    value: Value
    text: str
    place: Place


@dataclass(frozen=True, eq=False)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, eq=False)
class Mapping:
    """Nodes by key, in file order, with the place of each key."""

    items: dict[str, "Node"]
    keys: dict[str, Place]
    place: Place

    def place_of(self, key: str) -> Place:
        """Where the key stands, or the mapping itself if it has no such key."""
        return self.keys.get(key, self.place)


Node = Scalar | Sequence | Mapping


@dataclass
class Findings:
    """The problems found so far, gathered so that all are told in one pass.

    Attributes:
        problems: in the order in which they were found.
        refused: places whose content could not be read; nothing more is said about them.
    """

    problems: list[Problem] = field(default_factory=list)
    refused: set[tuple[str, int, int]] = field(default_factory=set)

    def add(self, place: Place, key: str, message: str) -> None:
        """Note one more problem, unless its place was refused before."""
        if place.address not in self.refused:
            self.problems.append(place.problem(key, message))

    def refuse(self, place: Place, message: str) -> None:
        """Note that what stands at a place cannot be read."""
        self.add(place, "", message)
        self.refused.add(place.address)

    def refuse_piece(self, node: Node, place: Place, key: str, message: str) -> None:
        """Say one thing about a whole piece; nothing more is said about what stands in it."""
        self.add(place, key, message)
        self.refused |= {place.address, *(inner.address for inner in places_in(node))}


def places_in(node: Node) -> Iterator[Place]:
    """Where a node stands, and every key and value in it."""
    yield node.place
    inner = node.items if isinstance(node, Sequence) else ()
    if isinstance(node, Mapping):
        yield from node.keys.values()
        inner = tuple(node.items.values())
    for item in inner:
        yield from places_in(item)


def to_plain(node: Node) -> Plain:
    """The same content as plain dicts, lists and values, without places."""
    if isinstance(node, Mapping):
        return {key: to_plain(item) for key, item in node.items.items()}
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return node.value


def child(node: "Node | None", key: str) -> "Node | None":
    """The node under a key, or None if there is none (or this is no mapping)."""
    return node.items.get(key) if isinstance(node, Mapping) else None


def entries(node: "Node | None") -> Iterator[tuple[str, Node, Place]]:
    """Key, node and place of the key for each entry; nothing if this is no mapping."""
    if isinstance(node, Mapping):
        for key, item in node.items.items():
            yield key, item, node.keys[key]


def texts(node: "Node | None") -> Iterator[tuple[str, Place]]:
    """Each text in a list with its place; what is not text is passed over."""
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and isinstance(item.value, str):
            yield item.value, item.place


def text_of(node: "Node | None") -> str | None:
    """The text of a node, or None if it is not text."""
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def number_of(node: "Node | None") -> float | None:
    """The number of a node, or None if it is not a number."""
    if not isinstance(node, Scalar) or isinstance(node.value, bool):
        return None
    return float(node.value) if isinstance(node.value, int | float) else None
