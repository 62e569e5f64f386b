"""Can the model be trusted? Holds it against what was measured or published, and prints misses."""

from datetime import UTC, datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import AsJson, Quiet
from sim.cli.playing import talk

if TYPE_CHECKING:
    from sim.results.study import Written
    from sim.validation.draw import Draw
    from sim.validation.report import Report
    from sim.validation.scorecard import Tell

RESULTS = FilePath("results")
FUTURES = 400


def validate(
    futures: Annotated[
        int, typer.Option(min=50, max=100_000, help="Futures of each part of the model.")
    ] = FUTURES,
    seed: Annotated[int, typer.Option(min=0, max=2**63 - 1, help="Same seed, same table.")] = 1,
    module: Annotated[
        list[str] | None,
        typer.Option("--module", show_default="all", help="A part of the model; repeat for more."),
    ] = None,
    beliefs: Annotated[
        str, typer.Option(help="posterior, or priors: parameters as before calibration.")
    ] = "posterior",
    hold: Annotated[
        bool, typer.Option("--hold", help="Score what is held out, and nothing else.")
    ] = False,
    out: Annotated[FilePath, typer.Option(help="Folder that holds studies.")] = RESULTS,
    readme: Annotated[
        FilePath | None, typer.Option(help="A README whose scorecard is to be replaced.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Hold the model against every published figure, and against the years 2014 to 2021.

    Prints a scorecard with misses and near-misses, the hindcast of defence budgets beside simple
    baselines, past items of the council, and what the model may be used for. Leaves a study folder
    with tables and charts. Figures that are held out are scored only by --hold; the first time
    that is recorded, and the record is shown from then on.
    """
    from sim.validation.draw import Draw

    names = _checked(module or [], beliefs)
    if hold:
        _check_hold(names, beliefs, futures, readme, as_json)
    if readme is not None:
        _check_readme(readme, names)
    draw = Draw(futures, seed, beliefs)
    talk(quiet, "Compiling the engine if needed: once after an update, about 20 s.")
    if hold:
        typer.echo(_held_out(draw, quiet))
        return
    found = _report(draw, names, quiet)
    written = _written(found, out)
    if readme is not None:
        _fill(readme, found)
    typer.echo(_said(found, written, as_json))


def _checked(names: list[str], beliefs: str) -> list[str]:
    from sim.data.targets import module_names
    from sim.scenario.problems import did_you_mean, plain

    if beliefs not in ("posterior", "priors"):
        hint = did_you_mean(beliefs, ("posterior", "priors"))
        raise typer.BadParameter(f"found '{plain(beliefs)}'; {hint}", param_hint="'--beliefs'")
    for name in names:
        if name not in module_names():
            hint = did_you_mean(name, module_names())
            raise typer.BadParameter(
                f"the model has no part '{plain(name)}'; {hint}", param_hint="'--module'"
            )
    return names


def _report(draw: "Draw", names: list[str], quiet: bool) -> "Report":
    from sim.validation.report import report

    return report(draw, names, _teller(quiet))


def _teller(quiet: bool) -> "Tell":
    """Says which part is played, and about how long the rest will take."""
    started = datetime.now(UTC)

    def tell(name: str, done: int, total: int) -> None:
        passed = (datetime.now(UTC) - started).total_seconds()
        left = f", about {passed / done * (total - done):.0f} s left" if done else ""
        talk(quiet, f"{name} ({done + 1} of {total}{left})")

    return tell


def _written(found: "Report", out: FilePath) -> "Written":
    from sim.charts.validation import validation_pictures
    from sim.results.validation_study import write_validation

    return write_validation(found, validation_pictures(found), out)


def _check_hold(
    names: list[str], beliefs: str, futures: int, readme: FilePath | None, as_json: bool
) -> None:
    """What is held out is scored whole, with the posterior, and recorded: nothing else is done."""
    odd = {
        "--module": bool(names),
        "--beliefs": beliefs != "posterior",
        "--futures": futures < FUTURES,
        "--readme": readme is not None,
        "--json": as_json,
    }
    for option, given in odd.items():
        if given:
            raise typer.BadParameter(
                f"what is held out is scored as a whole, with the posterior and {FUTURES} futures "
                "or more, and printed as text; leave this option out",
                param_hint=f"'{option}'",
            )


def _check_readme(readme: FilePath, names: list[str]) -> None:
    from sim.results.validation_screen import readme_with

    if names:
        raise typer.BadParameter(
            "the scorecard of a README has all parts; leave --module out", param_hint="'--readme'"
        )
    try:
        readme_with(readme.read_text(encoding="utf-8"), "")
    except (OSError, ValueError) as problem:
        raise typer.BadParameter(f"{readme}: {problem}", param_hint="'--readme'") from problem


def _fill(readme: FilePath, found: "Report") -> None:
    from sim.results.validation_screen import scorecard_markdown, write_readme

    write_readme(readme, scorecard_markdown(found))


def _said(found: "Report", written: "Written", as_json: bool) -> str:
    from sim.results.validation_screen import as_json as json_text
    from sim.results.validation_screen import scorecard_text

    if as_json:
        return json_text(found, written.folder)
    charts = [f"Chart: {file}" for file in sorted((written.folder / "charts").glob("*.png"))]
    return "\n".join([scorecard_text(found), "", f"Study: {written.folder}", *charts])


def _held_out(draw: "Draw", quiet: bool) -> str:
    """Scores what is held out; the first time the record is written."""
    from sim.data.held_out import FILE, load_held_out
    from sim.results.folder import check_place
    from sim.results.validation_screen import held_text
    from sim.validation.hold import score_held_out, write_record

    recorded = load_held_out()
    if recorded is None:
        check_place(FILE.parent)
    held = score_held_out(draw, _teller(quiet))
    if recorded is None:
        write_record(held, FILE)
        note = f"Recorded in {FILE}; commit it. From now on every validation shows it."
    else:
        note = "It was scored before, and the record stays as it was: these figures are seen."
    return f"{held_text(held)}\n\n{note}"
