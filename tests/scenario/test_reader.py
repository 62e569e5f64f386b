"""Does the reader take the strict format, all of it and nothing else?"""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sim.scenario import composer
from sim.scenario.library import Library
from sim.scenario.nodes import Findings, Mapping, Scalar, to_plain
from sim.scenario.problems import ScenarioError
from sim.scenario.reader import MOST_BYTES, read

Read = Callable[[str | bytes], Mapping]


@pytest.fixture(params=["CLoader", "Loader"])
def read_text(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Read:
    """Reads a text, with either parser of PyYAML; raises ScenarioError for any problem."""
    monkeypatch.setattr(composer, "PARSER", getattr(yaml, request.param))

    def parse(content: str | bytes) -> Mapping:
        file = tmp_path / "x.yaml"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        findings = Findings()
        root = read(file, "x.yaml", "x.yaml", findings)
        if findings.problems:
            raise ScenarioError(findings.problems)
        return root

    return parse


def _refusal(read_text: Read, content: str | bytes) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_text(content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2027Q2", "2027Q2"),
        ("2027-04-01", "2027-04-01"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0.25", 0.25),
        ("1e3", 1000.0),
        (".5", 0.5),
    ],
)
def test_a_plain_value_means_what_it_says(read_text: Read, written: str, value: object) -> None:
    assert to_plain(read_text(f"key: {written}")) == {"key": value}


def test_json_is_read_too(read_text: Read) -> None:
    text = '{"title": "x", "paths": ["a", "b"], "futures": 10, "world": null}'

    content = to_plain(read_text(text))

    assert content == {"title": "x", "paths": ["a", "b"], "futures": 10, "world": None}


def test_a_mark_of_byte_order_and_windows_line_ends_do_no_harm(read_text: Read) -> None:
    assert to_plain(read_text("\ufefftitle: Türkiye\r\nseed: 3\r\n")) == {
        "title": "Türkiye",
        "seed": 3,
    }


def test_every_key_and_value_keeps_its_place(read_text: Read) -> None:
    root = read_text("a: 1\nb:\n  - x\n  - {c: 2}\n")

    key, value = root.keys["b"], root.items["a"]

    assert (key.line, key.column) == (2, 1)
    assert isinstance(value, Scalar)
    assert (value.place.line, value.place.column) == (1, 4)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a: .nan", "x.yaml:1:4: '.nan' is not a finite number"),
        ("a: NaN", "'NaN' is not a finite number"),
        ("a: -.inf", "'-.inf' is not a finite number"),
        ("a: Infinity", "'Infinity' is not a finite number"),
        ("a: 1e999", "'1e999' is too large"),
        ("a: " + "9" * 5000, "at most 40 characters"),
        ("a: 1\na: 2", "x.yaml:2:1: the key 'a' stands already on line 1"),
        ("a: &anchor 1", "anchors (&name) are not allowed"),
        ("a: 1\nb: *a", "x.yaml:2:4: "),
        ("a: !!python/object:os.system x", "are not allowed"),
        ("a: !tag x", "tags (!tag) are not allowed"),
        ("<<: {a: 1}", "merge keys (<<) are not allowed"),
        ("a: 1\n---\nb: 2", "x.yaml:2:1: a second document starts here"),
        ("%YAML 1.1\n---\na: 1", "directives"),
        ("a:\n\tb: 1", "a tab stands here; indent with spaces"),
        ("a: [1, 2\nb: 3", "not valid YAML: no key can stand here"),
        ("a: x\n  b: y", "2:4: not valid YAML: no key can stand here; indent keys of one level"),
        ("a: 'x': y", "not valid YAML: no key can stand here"),
        (
            "question: Who wins: us or them?",
            'x.yaml:1:19: a text with a colon in it goes in quotes: question: "Who wins: ..."',
        ),
        ("a:\n  - b: We pay: all", 'x.yaml:2:14: a text with a colon in it goes in quotes: b: "We'),
        ("a: {b: Note: this}", '1:12: a text with a colon in it goes in quotes: b: "Note: ..."'),
        ("a: Who wins:", 'a text with a colon in it goes in quotes: a: "Who wins: ..."'),
        ("? [1, 2]\n: 3", "a key must be a plain name"),
        ('"": 3', "a key has 1 to 200 characters"),
        ("- a\n- b", "a mapping such as 'title: ...' is expected"),
        ("just text", "a mapping such as 'title: ...' is expected"),
        ("", "the file holds nothing; a mapping"),
        ("# only this\n", "nothing but comments"),
        (b"\x89PNG\x00\x01", "x.yaml:1: this is not UTF-8 text"),
        (b"title: x\nworld: \xff\n", "x.yaml:2: this is not UTF-8 text"),
        (b"MZ\x00\x01", "this is not a text file"),
        ("a: 1\nb: \x1b[31m", "x.yaml:2:4: this character is not allowed: '\\x1b'"),
        ("a: " + "[" * 100_000, "more than 16 levels of nesting"),
        ("a: " + "{b: " * 20 + "1" + "}" * 20, "more than 16 levels of nesting"),
        ("a: [" + "1, " * 60_000 + "1]", "more than 50,000 items"),
        ("a: " + "x" * MOST_BYTES, "larger than 1,000,000 bytes"),
    ],
)
def test_what_the_format_leaves_out_is_refused(
    read_text: Read, content: str | bytes, message: str
) -> None:
    assert message in _refusal(read_text, content)


def test_an_alias_bomb_is_refused_before_it_grows(read_text: Read) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]

    message = _refusal(read_text, "\n".join(rows))

    assert "anchors (&name) are not allowed" in message
    assert "aliases (*name) are not allowed" in message
    assert "more problems" in message


def test_several_things_that_cannot_be_read_are_told_at_once(read_text: Read) -> None:
    message = _refusal(read_text, "a: .nan\nb: &x 1\na: 2\nc: !t 3\n")

    assert [line.split(":")[1] for line in message.splitlines() if line[0] == "x"] == list("1234")


def test_a_missing_file_and_a_folder_give_one_clear_message(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="my.yaml: there is no such file"):
        Library(tmp_path).read(tmp_path / "my.yaml", Findings())
    with pytest.raises(ScenarioError, match="this is not a file that can be read"):
        read(tmp_path, "here", "here", Findings())


def test_the_caret_stands_below_the_place_even_after_strange_letters(read_text: Read) -> None:
    message = _refusal(read_text, "a: {b: ü, c: .nan}")

    lines = message.splitlines()

    assert lines[1][lines[2].index("^") :].startswith(".nan")
