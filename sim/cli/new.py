"""How do I begin a scenario of my own? Writes one in which every field is explained."""

import shlex
from pathlib import Path as FilePath
from typing import Annotated, TextIO

import typer

ENDING = ".yaml"
RESERVED = ("con", "prn", "aux", "nul", "com", "lpt")  # Windows keeps them for devices


def new(
    file: Annotated[
        FilePath, typer.Argument(help="The file to write, such as taiwan.yaml.", show_default=False)
    ],
) -> None:
    """Write a scenario to start from: sound as it stands, with every field explained.

    A file that is there is never overwritten.
    """
    from sim.scenario.problems import plain
    from sim.scenario.template import template

    _check_name(file)
    text = template(file.stem, _schema_place(file))
    stream = _create(file)
    try:
        with stream:
            stream.write(text)
    except OSError:
        file.unlink(missing_ok=True)
        raise
    typer.echo(f"Wrote {_shown(file)}.\nNext: sim check {plain(shlex.quote(str(file)), 500)}")


def _create(file: FilePath) -> TextIO:
    """The file, opened for writing, if nothing has its name yet."""
    try:
        return file.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise _refused(f"{_shown(file)} is there already; choose another name") from None


def _check_name(file: FilePath) -> None:
    from sim.scenario.library import NAME

    rule = "a name begins with a lower-case letter and has up to 61 of a-z, 0-9, '_' and '-'"
    if file.suffix != ENDING:
        hint = _shown(file.with_suffix(ENDING)) if file.stem else f"taiwan{ENDING}"
        raise _refused(f"a scenario's name ends in {ENDING}, such as {hint}")
    if not NAME.fullmatch(file.stem) or _is_reserved(file.stem):
        raise _refused(f"'{_shown(file)}' cannot be the name of a scenario; {rule}")
    if not file.parent.is_dir():
        raise _refused(f"there is no folder '{_shown(file.parent)}'; make it first")


def _is_reserved(stem: str) -> bool:
    return stem in RESERVED or (stem[:3] in RESERVED and len(stem) == 4 and stem[3].isdigit())


def _schema_place(file: FilePath) -> str | None:
    """The shipped schema seen from the file, where both lie in one clone of the project."""
    from sim.scenario.library import shipped_folder

    shipped, home = shipped_folder(), file.absolute().parent.resolve()
    if shipped is None or not home.is_relative_to(shipped.parent):
        return None
    up = "../" * len(home.relative_to(shipped.parent).parts)
    inside = "" if home == shipped else f"{up}{shipped.name}/"
    return f"{inside}scenario.schema.json"


def _refused(message: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint="'FILE'")


def _shown(file: FilePath) -> str:
    from sim.scenario.problems import plain

    return plain(str(file), 500)
