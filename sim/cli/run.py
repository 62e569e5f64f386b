"""What happens on each path of a scenario? Plays it, prints the answer, leaves a study."""

import sys
from datetime import UTC, datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import AsJson, Quiet, Seed
from sim.cli.playing import all_findings, own_findings, talk

if TYPE_CHECKING:
    from sim.experiment.play import Outcome
    from sim.results.study import Findings
    from sim.scenario.case import Case

RESULTS = FilePath("results")
MOST_FUTURES = 1_000_000


def run(
    file: Annotated[FilePath, typer.Argument(help="The scenario file.", show_default=False)],
    futures: Annotated[
        int | None,
        typer.Option(
            min=2,
            max=MOST_FUTURES,
            show_default="what the scenario says",
            help="Futures to draw; every path meets the same ones.",
        ),
    ] = None,
    seed: Seed = None,
    out: Annotated[FilePath, typer.Option(help="Folder that holds studies.")] = RESULTS,
    as_json: AsJson = False,
    quiet: Quiet = False,
    path: Annotated[
        list[str] | None,
        typer.Option(
            "--path",
            show_default="every path",
            help="A path to play; repeat for more. The baseline is always played.",
        ),
    ] = None,
    panels: Annotated[
        bool,
        typer.Option(
            "--panels/--no-panels",
            help="Also play the other panels and worlds, equal costs and contested assumptions.",
        ),
    ] = True,
) -> None:
    """Play every path of a scenario against the same futures and write a study.

    The scenario's own panel is played on all futures. The other panels (China decides, fixed
    dates, no contingency) and the worlds are played on the first 200; the output says so. Results
    go to standard output, everything else to standard error. The study is a folder below the one
    that --out names; it is there whole or not at all.
    """
    started = datetime.now(UTC)
    case = _case(file, futures, seed, path or [])
    worlds = _worlds(case, file) if panels else {}
    _open(case, worlds, out, as_json)
    words = _words(file, case, path or [], panels)
    try:
        findings = own_findings(_play(case, quiet), worlds)
        if not as_json:
            _show_own(findings)
        findings = all_findings(findings, quiet)
        text = _finish(findings, words, started, out, as_json)
    except KeyboardInterrupt:
        talk(False, "Stopped; no study was written. The same command starts again.")
        raise
    typer.echo(text)
    failed = _failed_runs(findings)
    if failed:
        talk(False, f"{failed:,} runs ended with an infinite number; they are in no average.")
        raise typer.Exit(1)


def _case(file: FilePath, futures: int | None, seed: int | None, names: list[str]) -> "Case":
    """The scenario with what the command line says instead."""
    from dataclasses import replace

    from sim.scenario.resolve import resolve

    case = resolve(file)
    origins = dict(case.origins)
    if futures is not None:
        case, origins["futures"] = replace(case, futures=futures), "command line, --futures"
    if seed is not None:
        case, origins["seed"] = replace(case, seed=seed), "command line, --seed"
    wanted = _wanted(case, names)
    paths = {name: path for name, path in case.paths.items() if name in wanted}
    return replace(case, paths=paths, origins=origins)


def _wanted(case: "Case", names: list[str]) -> set[str]:
    from sim.scenario.problems import did_you_mean, plain

    for name in names:
        if name not in case.paths:
            hint = did_you_mean(name, case.paths)
            raise typer.BadParameter(
                f"the scenario has no path '{plain(name)}'; {hint}", param_hint="'--path'"
            )
    return {case.baseline, *names} if names else set(case.paths)


def _worlds(case: "Case", file: FilePath) -> "dict[str, Case]":
    """The case in every world, when there is more than one path to compare in them."""
    from sim.experiment.worlds import worlds_of

    return worlds_of(case, file.parent) if len(case.paths) > 1 else {}


def _open(case: "Case", worlds: "dict[str, Case]", out: FilePath, as_json: bool) -> None:
    """Say what is asked, and make sure that the answer can be written, before any work."""
    from sim.results.folder import check_place
    from sim.results.identity import identify
    from sim.results.screen import opening
    from sim.results.study import study_in_the_way

    if not as_json:
        typer.echo(opening(case) + "\n")
        sys.stdout.flush()
    check_place(out)
    study_in_the_way(out / identify(case, case.futures, case.seed, worlds).folder_name)


def _play(case: "Case", quiet: bool) -> "Outcome":
    from sim.results.progress import Progress

    talk(quiet, "Compiling the engine if needed: once after an update, about 20 s.")
    from sim.experiment.play import play

    with Progress(quiet) as progress:
        return play(case, futures=case.futures, seed=case.seed, progress=progress)


def _show_own(findings: "Findings") -> None:
    """Print what is known already; the other panels take longer."""
    from sim.results.spoken import own_answer

    typer.echo(own_answer(findings) + "\n")
    sys.stdout.flush()


def _finish(
    findings: "Findings", words: list[str], started: datetime, out: FilePath, as_json: bool
) -> str:
    """Write the study and return what is to be printed."""
    from sim.results.manifest import Record
    from sim.results.spoken import as_json as json_text
    from sim.results.spoken import wider_answer
    from sim.results.study import write_study

    outcome = findings.outcome
    status = 1 if _failed_runs(findings) else 0
    record = Record(command=words, started=started, engine=outcome.engine, exit_status=status)
    written = write_study(findings, record, out)
    return json_text(findings, written) if as_json else wider_answer(findings, written)


def _failed_runs(findings: "Findings") -> int:
    from sim.analysis.scores import failed_runs, scores

    return failed_runs(scores(findings.outcome, findings.measures))


def _words(file: FilePath, case: "Case", names: list[str], panels: bool) -> list[str]:
    """The command that repeats this study, with nothing left to a default."""
    options = [word for name in names for word in ("--path", name)]
    if not panels:
        options.append("--no-panels")
    words = ["sim", "run", file.as_posix(), "--futures", str(case.futures), "--seed"]
    return [*words, str(case.seed), *options]
