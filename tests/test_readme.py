"""Does what the README and the model description show still work?

Python blocks are run. In console blocks every line that starts with `$ sim` is run, in order, in a
folder that holds a copy of the scenarios; each line shown below it must appear in what the command
says, in that order, where `...` stands for anything. A yaml block right under `<!-- file: name -->`
lies in that folder under its name. A block right under `<!-- not run: reason -->` is left out and
counted at the end of the test run.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).parents[1]
DOCUMENTS = [file for file in (ROOT / "README.md", ROOT / "sim" / "ODD.md") if file.is_file()]
BLOCK = re.compile(
    r"(?:<!-- (?P<mark>[^>]*?) -->\s*\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)
NAMED_FILE = re.compile(r"`((?:sim|scenarios|tests)/[\w./-]*)`|\]\(((?!http|#)[^)\s]+)\)")


def blocks(document, kind):
    """The blocks of one kind, as (first line number, mark above it, text)."""
    whole = document.read_text(encoding="utf-8")
    for found in BLOCK.finditer(whole):
        if found["kind"] == kind:
            line = whole.count("\n", 0, found.start("text")) + 1
            yield line, found["mark"] or "", found["text"]


def to_run(document, kind, not_run):
    """The blocks that are run; the others are noted with their reason."""
    for line, mark, text in blocks(document, kind):
        if mark.startswith("not run:"):
            not_run(f"{kind} block of {document.name}: {mark.removeprefix('not run:').strip()}")
        else:
            yield line, text


def steps(text):
    """Each command of a console block with the lines that are shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, shown = part.partition("\n")
        yield command, [line.strip() for line in shown.splitlines() if line.strip()]


def said_by(command, folder):
    """The exit code of a `sim` command and everything it prints."""
    program, *arguments = shlex.split(command)
    assert program == "sim", f"only sim commands can be run, not: {command}"
    places = {"PYTHONPATH": str(Path(sim.__file__).parents[1]), "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "sim", *arguments],
        cwd=folder,
        env=os.environ | places,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def first_missing(shown, said):
    """The first shown line that the output does not have, in order; None if it has them all."""
    said = iter(said.splitlines())
    for line in shown:
        pattern = ".*".join(re.escape(piece) for piece in line.split("..."))
        if not any(re.fullmatch(pattern, heard.strip()) for heard in said):
            return line
    return None


def workspace(document, folder):
    """The folder in which a reader stands: the scenarios, and the files the document shows."""
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    for _, mark, text in blocks(document, "yaml"):
        if mark.startswith("file:"):
            (folder / mark.removeprefix("file:").strip()).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def readme_command():
    """The one command under a `<!-- command: name -->` mark of the README."""
    found = {mark: text for _, mark, text in blocks(ROOT / "README.md", "sh")}
    return lambda name: found[f"command: {name}"].strip()


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_console_blocks_say_what_is_shown(document, tmp_path, not_run):
    folder = workspace(document, tmp_path)

    for line, text in to_run(document, "console", not_run):
        for command, shown in steps(text):
            code, said = said_by(command, folder)

            where = f"{document.name}:{line} $ {command}\n{said}"
            assert code == 0, where
            missing = first_missing(shown, said)
            assert missing is None, f"not said: {missing}\n{where}"


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_python_blocks_run(document, tmp_path, monkeypatch, not_run):
    monkeypatch.chdir(workspace(document, tmp_path))
    names = {"__name__": "__main__"}

    for line, text in to_run(document, "python", not_run):
        exec(compile("\n" * (line - 1) + text, document.name, "exec"), names)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_file_that_is_named_exists(document):
    named = {a or b for a, b in NAMED_FILE.findall(document.read_text(encoding="utf-8"))}

    missing = [name for name in named if not (ROOT / name).exists()]

    assert sorted(missing) == []


@pytest.mark.parametrize("name", ["run", "tests"])
def test_each_of_the_two_commands_is_one_line(readme_command, name):
    assert readme_command(name)
    assert "\n" not in readme_command(name)


def test_ci_runs_the_two_commands_of_the_readme(readme_command):
    listed = subprocess.run(
        ["bash", ".ci/run", "--list"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert listed.stdout.splitlines() == [readme_command("run"), readme_command("tests")]


def test_a_line_that_is_no_longer_said_is_found():
    said = "Reads 4 paths\nwrote results/x in 12 s\n"

    assert first_missing(["Reads 4 paths", "wrote results/x in ... s"], said) is None
    assert first_missing(["wrote results/x in ... s", "Reads 4 paths"], said) == "Reads 4 paths"
    assert first_missing(["Reads 5 paths"], said) == "Reads 5 paths"
