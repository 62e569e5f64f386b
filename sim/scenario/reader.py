"""How is a scenario file read, strictly, with the place of every key and value?

The format is a small, safe part of YAML 1.2; JSON is a part of it. The bytes are checked here,
the structure in `composer.py`.
"""

import re
import stat
from pathlib import Path

from sim.scenario.composer import Composer
from sim.scenario.nodes import Document, Findings, Mapping, Place
from sim.scenario.problems import Problem, ScenarioError, plain

MOST_BYTES = 1_000_000
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(file: Path, shown: str, label: str, findings: Findings) -> Mapping:
    """The content of one file as a mapping whose keys and values know their places.

    Args:
        file: the file to read.
        shown: its name in messages.
        label: its name in records, relative to the scenario's folder.
        findings: where keys and values are noted that the format does not allow.

    Raises:
        FileNotFoundError: if there is no such file.
        ScenarioError: if nothing of the file can be read.
    """
    text = _decode(_read_bytes(file, shown), shown)
    document = Document(shown, label, tuple(LINE_BREAK.split(text)))
    _check_characters(text, document)
    root = Composer(document, findings).compose(text)
    if root is None:
        what = "nothing but comments" if text.strip() else "nothing"
        message = f"the file holds {what}; a mapping such as 'title: ...' is expected"
        raise ScenarioError([Place(document, 0, 0).problem("", message)])
    if not isinstance(root, Mapping):
        message = "a mapping such as 'title: ...' is expected at the top of the file"
        raise ScenarioError([root.place.problem("", message)])
    return root


def _read_bytes(file: Path, shown: str) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise ScenarioError([Problem(shown, 0, 0, "", "this is not a file that can be read")])
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        raise ScenarioError([Problem(shown, 0, 0, "", f"cannot be read: {why}")]) from None
    if len(data) > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES:,} bytes"
        raise ScenarioError([Problem(shown, 0, 0, "", message)])
    return data


def _decode(data: bytes, shown: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "this is not UTF-8 text; save the file as UTF-8"
        raise ScenarioError([Problem(shown, line, 0, "", message)]) from None


def _check_characters(text: str, document: Document) -> None:
    """Refuse a file with characters that no text holds; zero bytes are the mark of a binary."""
    found = NOT_TEXT.search(text)
    if found is None:
        return
    before = LINE_BREAK.split(text[: found.start()])
    what = "this is not a text file" if found[0] == "\0" else "this character is not allowed"
    place = Place(document, len(before), len(before[-1]) + 1)
    raise ScenarioError([place.problem("", f"{what}: '{plain(found[0])}'")])
