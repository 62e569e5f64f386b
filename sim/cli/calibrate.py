"""Which parameter values agree with what was published? Finds them, and writes the posterior."""

from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.playing import talk

if TYPE_CHECKING:
    from sim.validation.calibrate import Calibration

DATA = FilePath(__file__).parents[1] / "data"
FEWEST = 200
MOST = 100_000


def calibrate(
    vectors: Annotated[
        int, typer.Option(min=FEWEST, max=MOST, help="Parameter vectors in each wave.")
    ] = 2000,
    seed: Annotated[int, typer.Option(min=0, max=2**63 - 1, help="Same seed, same files.")] = 1,
    out: Annotated[
        FilePath,
        typer.Option(show_default="sim/data, from which scenarios draw", help="Folder."),
    ] = DATA,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress; results only.")] = False,
) -> None:
    """Hold parameter vectors against what was published, and keep those that are not ruled out.

    Every part of the model is calibrated on its own (history matching): a Latin hypercube over the
    priors, the figures for calibration of targets.csv, and no single best fit. The accepted vectors
    (posterior.csv) and their summary (posterior.yaml) are what scenarios draw from unless they say
    `beliefs: priors`. The same seed writes the same files.
    """
    from sim.results.folder import check_place
    from sim.validation.calibrate import Wave
    from sim.validation.calibrate import calibrate as match
    from sim.validation.posterior_files import write_posterior
    from sim.validation.registry import modules

    if not out.is_dir():
        raise typer.BadParameter(f"{out} is no folder", param_hint="'--out'")
    check_place(out)

    def tell(module: str, wave: Wave, number: int) -> None:
        talk(quiet, f"{module}: wave {number}, {wave.kept:,} of {wave.drawn:,} not ruled out")

    talk(quiet, "Compiling the engine if needed: once after an update, about 20 s.")
    found = [
        match(module, vectors, seed, tell) for module in modules().values() if module.parameters
    ]
    _refuse_empty(found)
    typer.echo("\n".join(_lines(found)))
    for file in write_posterior(found, vectors, seed, out):
        typer.echo(f"Written: {file}")


def _refuse_empty(found: "list[Calibration]") -> None:
    """A module of which nothing is left has the wrong form; nothing is written then."""
    for one in found:
        if not len(one.rows):
            typer.echo(
                f"Every vector of '{one.module}' is ruled out in {len(one.waves)} waves: its rules "
                "cannot reach what was published. Nothing was written.",
                err=True,
            )
            raise typer.Exit(1)


def _lines(found: "list[Calibration]") -> list[str]:
    """What each figure did to which parameter."""
    lines = ["Vectors that no published figure rules out:"]
    for one in found:
        drawn, kept = (sum(getattr(w, name) for w in one.waves) for name in ("drawn", "kept"))
        lines.append(f"  {one.module:<12} {kept:>6,} of {drawn:,} ({kept / drawn:.0%})")
    lines.append("Parameters that a figure narrows or moves:")
    moved = [
        f"  {name:<32} by {', '.join(keys)}" for one in found for name, keys in one.told.items()
    ]
    total = sum(len(one.parameters) for one in found)
    silent = ", ".join(one.module for one in found if not one.told)
    lines += moved or ["  none"]
    return [
        *lines,
        f"The other {total - len(moved)} of {total} parameters are where their priors have them.",
        f"No parameter of these is moved, so all of them keep their priors: {silent or 'none'}.",
    ]
