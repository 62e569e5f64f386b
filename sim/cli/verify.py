"""Is a study as it was written, and does it come out the same when it is played again?"""

import json
import tempfile
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli.options import AsJson
from sim.cli.playing import play_again, validate_again

if TYPE_CHECKING:
    from sim.results.study import Study


def verify(
    study: Annotated[FilePath, typer.Argument(help="The folder of a study.", show_default=False)],
    rerun: Annotated[
        bool, typer.Option("--rerun", help="Play it again as well, and compare every table.")
    ] = False,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress; the result only.")] = False,
) -> None:
    """Check that a study is as it was written: its manifest, every file, and nothing else.

    With --rerun its case is played again, from its own folder, and every table must come out the
    same byte for byte; pictures, times and the machine do not count. Anything wrong ends with
    exit code 7 and one message that names the file.
    """
    from sim.results.repeat import whole_study

    whole = whole_study(study)
    n_tables = _rerun(whole, quiet) if rerun else None
    if as_json:
        typer.echo(json.dumps(_summary(whole, n_tables), indent=2))
    else:
        typer.echo(_text(whole, n_tables))


def _rerun(study: "Study", quiet: bool) -> int:
    """How many tables came out the same."""
    from sim.results.repeat import case_of, check_same_rules, check_same_tables
    from sim.results.validation_study import NAME

    check_same_rules(study)
    case = case_of(study) if study.manifest["scenario"] != NAME else None
    with tempfile.TemporaryDirectory(prefix="sim-verify-") as place:
        if case is None:
            return check_same_tables(study, validate_again(study, FilePath(place)))
        return check_same_tables(study, play_again(study, case, FilePath(place), quiet))


def _summary(study: "Study", n_tables: int | None) -> dict[str, Any]:
    content = study.manifest
    names = ("study", "scenario", "seed", "futures", "paths", "case_hash", "source_hash")
    return {
        "ok": True,
        "folder": study.folder.as_posix(),
        "files": len(content["files"]),
        "bytes": sum(file["bytes"] for file in content["files"].values()),
        "tables_repeated": n_tables,
    } | {name: content.get(name) for name in names}


def _parts(study: "Study") -> str:
    """How many paths a study has, or how many parts of the model a validation."""
    from sim.results.validation_study import NAME

    content = study.manifest
    if content["scenario"] == NAME:
        return f"{len(content['paths']) - 1} parts of the model"
    return f"{len(content['paths'])} paths"


def _text(study: "Study", n_tables: int | None) -> str:
    from sim.scenario.problems import plain

    found = _summary(study, n_tables)
    lines = [
        f"{found['folder']}: ok",
        f"  {found['files']} files, {found['bytes']:,} bytes, all as they were written",
        f"  {found['scenario']}, seed {found['seed']}, {found['futures']:,} futures, "
        f"{_parts(study)}",
    ]
    if n_tables is not None:
        lines.append(f"  played again: {n_tables} tables came out the same, byte for byte")
    return "\n".join(plain(line, 2000) for line in lines)
