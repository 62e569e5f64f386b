"""How did one future go on one path, and why? Tells it as a dated story."""

import json
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import AsJson, Seed

if TYPE_CHECKING:
    from sim.scenario.case import Case

LARGEST_FUTURE = 2**32 - 1


def trace(
    file: Annotated[FilePath, typer.Argument(help="The scenario file.", show_default=False)],
    path: Annotated[
        str | None, typer.Option(help="The path to follow.", show_default="the baseline")
    ] = None,
    future: Annotated[
        int, typer.Option(min=0, max=LARGEST_FUTURE, help="Number of the future.")
    ] = 0,
    seed: Seed = None,
    country: Annotated[
        str | None,
        typer.Option(
            show_default="all",
            help="A three-letter code, such as DEU: what happens to it, and why.",
        ),
    ] = None,
    first: Annotated[
        int | None, typer.Option("--from", show_default="the start", help="First year to tell.")
    ] = None,
    last: Annotated[
        int | None, typer.Option("--to", show_default="the end", help="Last year to tell.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell one future of one path as a dated story: who did what, why, and what it came to.

    The future is the one of the same number and seed in a study, played on the reference engine.
    Nothing is written.
    """
    case = _case(file, seed)
    wanted = _path(case, path)
    focus = _country(country)
    _check_years(case, first, last)

    from sim.results.identity import plain
    from sim.trace.page import page
    from sim.trace.story import as_content, tell
    from sim.trace.watch import watch

    story = tell(watch(case, wanted, future), focus, first, last)
    if as_json:
        content = plain(as_content(story))
        typer.echo(json.dumps(content, ensure_ascii=False, allow_nan=False))
    else:
        typer.echo(page(story))


def _case(file: FilePath, seed: int | None) -> "Case":
    from dataclasses import replace

    from sim.scenario.resolve import resolve

    case = resolve(file)
    return case if seed is None else replace(case, seed=seed)


def _path(case: "Case", name: str | None) -> str:
    from sim.scenario.problems import did_you_mean, plain

    if name is None:
        return case.baseline
    if name not in case.paths:
        hint = did_you_mean(name, case.paths)
        raise typer.BadParameter(
            f"the scenario has no path '{plain(name)}'; {hint}", param_hint="'--path'"
        )
    return name


def _country(iso3: str | None) -> str | None:
    from sim.scenario.problems import did_you_mean, plain
    from sim.scenario.vocabulary import LIST_OF_COUNTRIES, load_vocabulary

    if iso3 is None:
        return None
    known = load_vocabulary()
    if iso3.upper() not in known.countries:
        hint = did_you_mean(iso3, known.countries, known.country_names, LIST_OF_COUNTRIES)
        raise typer.BadParameter(
            f"there is no country '{plain(iso3)}'; {hint}", param_hint="'--country'"
        )
    return iso3.upper()


def _check_years(case: "Case", first: int | None, last: int | None) -> None:
    """The years asked for must lie in the scenario, in order."""
    begins, ends = case.start[0], case.end[0]
    for option, year in (("--from", first), ("--to", last)):
        if year is not None and not begins <= year <= ends:
            raise typer.BadParameter(
                f"the scenario is played from {begins} to {ends}, not in {year}",
                param_hint=f"'{option}'",
            )
    if first is not None and last is not None and first > last:
        raise typer.BadParameter(f"{first} is after --to {last}", param_hint="'--from'")
