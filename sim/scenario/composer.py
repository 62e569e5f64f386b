"""Which YAML is allowed in a scenario, and what does it say?

Mappings, lists, text, plain numbers, `true`, `false` and `null`; nothing else. `NO`, `on` and
`12:30` stay text. Everything is taken from the stream of parser events, so that the limits act
before anything large is built.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

import yaml

from sim.scenario.nodes import (
    Document,
    Findings,
    Mapping,
    Node,
    Place,
    Scalar,
    Sequence,
    Value,
)
from sim.scenario.problems import ScenarioError, plain

MOST_LEVELS = 16
MOST_ITEMS = 50_000
LONGEST_NUMBER = 40
LONGEST_KEY = 200
NOT_YAML = "not valid YAML"
TOO_DEEP = f"more than {MOST_LEVELS} levels of nesting"

PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)
WHOLE = re.compile(r"[-+]?[0-9]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
NOT_FINITE = re.compile(r"[-+]?\.?(nan|inf|infinity)", re.IGNORECASE)
WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}


class Composer:
    """Builds nodes from parser events.

    What the format leaves out is noted and passed over; what would make the file too large or
    leaves no structure ends the reading.

    Args:
        document: the file that is read.
        findings: where problems are noted.
    """

    def __init__(self, document: Document, findings: Findings) -> None:
        self.document = document
        self.findings = findings
        self.n_items = 0
        self.events: Iterator[Any] = iter(())

    def compose(self, text: str) -> Node | None:
        """The root node, or None if the text holds nothing.

        Raises:
            ScenarioError: if the text has no structure, or is too deep or too large.
        """
        self.events = iter(yaml.parse(text, Loader=PARSER))
        try:
            root = self._document()
            for event in self.events:
                if isinstance(event, yaml.DocumentStartEvent):
                    message = "a second document starts here; only one is allowed"
                    raise self._stop(self._place(event), message)
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error) from None
        except yaml.YAMLError as error:
            message = f"{NOT_YAML}: {plain(str(error))}"
            raise self._stop(Place(self.document, 0, 0), message) from None
        return root

    def _document(self) -> Node | None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    message = "directives (lines that begin with %) are not allowed"
                    self.findings.refuse(self._place(event), message)
                return self._node(next(self.events), 1)
        return None

    def _node(self, event: Any, level: int) -> Node:
        place = self._place(event)
        self._check(event, place, level)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, level)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place, level)
        if isinstance(event, yaml.AliasEvent):
            return Scalar(None, f"*{event.anchor}", place)
        return Scalar(self._value(event, place), str(event.value), place)

    def _check(self, event: Any, place: Place, level: int) -> None:
        self.n_items += 1
        if level > MOST_LEVELS:
            raise self._stop(place, TOO_DEEP)
        if self.n_items > MOST_ITEMS:
            raise self._stop(place, f"more than {MOST_ITEMS:,} items in one file")
        if isinstance(event, yaml.AliasEvent):
            self.findings.refuse(place, "aliases (*name) are not allowed; write the value out")
        elif event.anchor is not None:
            self.findings.refuse(place, "anchors (&name) are not allowed; write the value out")
        elif event.tag is not None:
            self.findings.refuse(place, f"tags ({plain(event.tag)}) are not allowed")

    def _mapping(self, place: Place, level: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, key_place = self._key(event, level + 1), self._place(event)
            node = self._node(next(self.events), level + 1)
            if key in keys:
                first = f"'{plain(key)}' stands already on line {keys[key].line}"
                self.findings.refuse(key_place, f"the key {first}; each key is allowed once")
            elif key is not None:
                items[key], keys[key] = node, key_place
        return Mapping(items, keys, place)

    def _key(self, event: Any, level: int) -> str | None:
        """The name of a key, or None if it was refused."""
        node = self._node(event, level)
        if not isinstance(node, Scalar):
            message = "a key must be a plain name, not a list or a mapping"
        elif node.text == "<<":
            message = "merge keys (<<) are not allowed; write the values out"
        elif not 0 < len(node.text) <= LONGEST_KEY:
            message = f"a key has 1 to {LONGEST_KEY} characters"
        else:
            return node.text
        self.findings.refuse(node.place, message)
        return None

    def _sequence(self, place: Place, level: int) -> Sequence:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, level + 1))
        return Sequence(tuple(items), place)

    def _value(self, event: Any, place: Place) -> Value:
        text = str(event.value)
        if event.style not in (None, ""):
            return text
        if text in WORDS:
            return WORDS[text]
        if NOT_FINITE.fullmatch(text):
            message = f"'{text}' is not a finite number; only finite numbers are allowed"
            self.findings.refuse(place, message)
            return None
        return self._number(text, place) if DECIMAL.fullmatch(text) else text

    def _number(self, text: str, place: Place) -> Value:
        number = None
        if len(text) > LONGEST_NUMBER:
            message = f"a number has at most {LONGEST_NUMBER} characters; put text in quotes"
            self.findings.refuse(place, message)
        elif WHOLE.fullmatch(text):
            return int(text)
        elif math.isfinite(float(text)):
            number = float(text)
        else:
            message = f"'{text}' is too large; only finite numbers are allowed"
            self.findings.refuse(place, message)
        return number

    def _place(self, event: Any) -> Place:
        return Place(self.document, event.start_mark.line + 1, event.start_mark.column + 1)

    def _stop(self, place: Place, message: str) -> ScenarioError:
        return ScenarioError([place.problem("", message)])

    def _syntax(self, error: yaml.MarkedYAMLError) -> ScenarioError:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        lines = self.document.lines
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        problem = plain(error.problem or error.context or "cannot be read")
        message = f"{NOT_YAML}: {problem}"
        indent = source[: len(source) - len(source.lstrip())]
        if "\t" in indent or "\\t" in message:
            message = "a tab stands here; indent with spaces"
        elif "nesting" in problem:  # the parser's own limit, met before its first event
            message = TOO_DEEP
        elif source[column - 1 : column] == ":":
            message = _colon(source[: column - 1])
        return self._stop(Place(self.document, line, column), message)


def _colon(before: str) -> str:
    """What is wrong where a line has a colon that cannot follow what stands before it."""
    head, value, text = before.rpartition(": ")
    if not value or not text.strip() or text.lstrip()[0] in "'\"[{":
        return f"{NOT_YAML}: no key can stand here; indent keys of one level alike, close brackets"
    key = re.split(r"[\s{,]", head)[-1]
    return f'a text with a colon in it goes in quotes: {plain(key)}: "{plain(text.strip())}: ..."'
