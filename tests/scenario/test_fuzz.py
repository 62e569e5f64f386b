"""Does any spoilt file give a traceback, and does a slip of one letter get the right hint?"""

import random
import re
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.scenario.library import shipped_folder
from sim.scenario.problems import ScenarioError
from sim.scenario.resolve import resolve

SHIPPED = shipped_folder() or Path()
FILES = sorted(file.relative_to(SHIPPED) for file in SHIPPED.rglob("*.yaml"))
BLOCKS, CASES = 15, 100
SLIPS = 3
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FRAGMENTS = (
    *(b"\t", b"\n", b"\r", b"\0", b"\xff", b"\x1b", b"\xe2\x80\xae", b"---\n", b"%YAML 9.9\n"),
    *(b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!!int ", b"<<: "),
    *(b".nan", b"1e999", b"-1", b"1e9", b"null", b"true", b"~", b"9" * 50, b"# ", b"|\n", b">\n"),
    *(b"extends: my\n", b"paths: 3\n", b"x: [", b"2012: ", b"NO", b"{}", b"[]", b"\xc3\xbc"),
)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_no_spoilt_file_gives_a_traceback(
    folder: Path, block: int, capsys: pytest.CaptureFixture[str]
) -> None:
    luck = random.Random(f"fuzz {block}")
    codes = []

    for _ in range(CASES):
        file = luck.choice(FILES)
        scenario = _scenario_that_reads(folder, file)
        (folder / file).write_bytes(_spoil((SHIPPED / file).read_bytes(), luck))
        codes.append(main(["check", str(scenario)]))
        (folder / file).write_bytes((SHIPPED / file).read_bytes())

    assert set(codes) == {0, 3}, "the mutations are too tame, or a code is wrong"
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_slip_of_one_letter_gets_the_right_hint(folder: Path, file: Path) -> None:
    luck = random.Random(f"slips {file}")
    scenario = _scenario_that_reads(folder, file)
    text = (SHIPPED / file).read_text(encoding="utf-8")
    missed, tried = [], 0
    for match in _words(text):
        for _ in range(SLIPS):
            slip = _slip(match["word"], luck)
            tried += 1
            if not _hint_is_right(folder / file, scenario, text, match, slip):
                missed.append((match["word"], slip))

    assert tried >= 2 * SLIPS
    assert len(missed) <= 0.05 * tried, missed


def _scenario_that_reads(folder: Path, file: Path) -> Path:
    """A scenario in whose reading the file takes part."""
    inner = file.parts[1:] if file.parts[0] in ("what_if", "published") else file.parts
    if len(inner) == 1:
        return folder / file
    named = {
        "paths": f"paths: [{', '.join(sorted({'status_quo', file.stem}))}]",
        "worlds": f"world: {file.stem}",
        "contingencies": f"contingency: {file.stem}",
    }
    probe = (folder / file).parents[1] / "probe.yaml"
    probe.write_text(f"extends: base\n{named[inner[0]]}\n", encoding="utf-8")
    return probe


def _spoil(content: bytes, luck: random.Random) -> bytes:
    for _ in range(luck.choice((1, 1, 1, 2, 5))):
        start = luck.randrange(len(content) + 1)
        end = start + luck.choice((0, 0, 1, 1, 3, 30))
        piece = luck.choice(
            (b"", luck.choice(FRAGMENTS), luck.randbytes(1), content[start : start + 20])
        )
        content = content[:start] + piece + content[end:]
    return content


def _words(text: str) -> list[re.Match[str]]:
    """Keys, and names and choices that stand as values; not the words of a text."""
    chosen = "extends|world|contingency|baseline|how|basis|kind|knowledge|form"
    chosen += "|ends_as"
    before = rf"(?:^ *|[{{,] *|(?:{chosen}): |(?:paths|combines|sources): \[|(?<=, ))"
    found = re.finditer(rf"{before}(?P<word>[A-Za-z][\w-]+)(?=:|,|\]|}}|$)", text, re.MULTILINE)
    return [match for match in found if not _in_a_text(match, text)]


def _in_a_text(match: re.Match[str], text: str) -> bool:
    """Whether a word stands in a comment or among the free words of a meaning, title or note."""
    line = text[text.rfind("\n", 0, match.start("word")) + 1 : match.start("word")]
    if re.search("#|(meaning|title|question|note):", line):
        return True
    is_key = text[match.end("word")] == ":"
    return not is_key and not re.search(r"[\[{:]", line)


def _hint_is_right(file: Path, scenario: Path, text: str, match: re.Match[str], slip: str) -> bool:
    file.write_text(text[: match.start("word")] + slip + text[match.end("word") :], "utf-8")
    try:
        resolve(scenario)
    except ScenarioError as error:
        return f"did you mean '{match['word']}'?" in str(error)
    finally:
        file.write_text(text, "utf-8")
    return False


def _slip(word: str, luck: random.Random) -> str:
    """The word with one letter left out, doubled, replaced, or changed with its neighbour."""
    spot = luck.randrange(len(word) - 1)
    slips = [
        word[:spot] + word[spot + 1 :],
        word[:spot] + word[spot] + word[spot:],
        word[:spot] + luck.choice(LETTERS) + word[spot + 1 :],
        word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :],
    ]
    return luck.choice([slip for slip in slips if slip != word])
