"""How does a played case become everything that a study holds, the first time and again?"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sim.experiment.play import Outcome
    from sim.results.study import Findings, Study
    from sim.scenario.case import Case


def own_findings(outcome: "Outcome", worlds: "Mapping[str, Case]") -> "Findings":
    """What the scenario's own panel says, before charts and before other panels.

    Args:
        outcome: the panel, played.
        worlds: the case in every world; empty when nothing else is to be played.
    """
    from sim.analysis.bands import bands
    from sim.analysis.compare import compare
    from sim.analysis.measures import MEASURES, SERIES
    from sim.analysis.scores import applicable
    from sim.analysis.stances import stance_curves
    from sim.model.fields.books import BILL_FIELDS
    from sim.model.fields.powers import ASSET_CLASS_FIELDS
    from sim.results.identity import identify
    from sim.results.study import Findings

    measures = applicable(MEASURES, outcome.case)
    return Findings(
        identity=identify(outcome.case, outcome.n_futures, outcome.case.seed, worlds),
        outcome=outcome,
        comparison=compare(outcome, measures),
        curves=bands(outcome),
        stances=stance_curves(outcome),
        measures=measures,
        series=SERIES,
        units={field.name: field.unit for field in (*ASSET_CLASS_FIELDS, *BILL_FIELDS)},
        worlds=worlds,
    )


def all_findings(findings: "Findings", quiet: bool) -> "Findings":
    """The same with other panels, worlds, prices and assumptions, where asked, and the charts."""
    from dataclasses import replace

    from sim.charts.all import pictures

    if findings.worlds:
        findings = _widen(findings, quiet)
    return replace(findings, pictures=pictures(findings))


def _widen(findings: "Findings", quiet: bool) -> "Findings":
    from dataclasses import replace

    from sim.analysis.measures import KEY, MEASURES
    from sim.analysis.robustness import examine

    def tell(text: str) -> None:
        talk(quiet, text)

    found = examine(findings.outcome, MEASURES, KEY, findings.worlds, tell)
    return replace(findings, robustness=found)


def play_again(study: "Study", case: "Case", place: FilePath, quiet: bool) -> FilePath:
    """The folder of the same study, played again below a place.

    Args:
        study: as it was written.
        case: what it played.
        place: a folder for the new one.
        quiet: whether to keep progress to oneself.

    Raises:
        StudyError: exit code 7, when no engine of this program played the study.
    """
    from sim.experiment.play import ENGINES, play
    from sim.results.folder import DAMAGED, StudyError
    from sim.results.manifest import Record
    from sim.results.progress import Progress
    from sim.results.repeat import worlds_of
    from sim.results.study import write_study

    content = study.manifest
    if content["engine"] not in ENGINES:
        raise StudyError(f"{study.folder} was not played by an engine of this program.", DAMAGED)
    with Progress(quiet) as progress:
        outcome = play(
            case,
            futures=content["futures"],
            seed=content["seed"],
            engine=content["engine"],
            progress=progress,
        )
    record = Record(content["command"], datetime.now(UTC), outcome.engine, content["exit_status"])
    findings = all_findings(own_findings(outcome, worlds_of(study, case)), quiet)
    return write_study(findings, record, place).folder


def validate_again(study: "Study", place: FilePath) -> FilePath:
    """The folder of the same validation, made again below a place.

    Args:
        study: as it was written.
        place: a folder for the new one.
    """
    from sim.charts.validation import validation_pictures
    from sim.results.validation_study import write_validation
    from sim.validation.draw import Draw
    from sim.validation.registry import modules
    from sim.validation.report import report

    content = study.manifest
    beliefs, *names = content["paths"]
    asked = () if len(names) == len(modules()) else names
    found = report(Draw(content["futures"], content["seed"], beliefs), asked)
    return write_validation(found, validation_pictures(found), place).folder


def talk(quiet: bool, text: str) -> None:
    """Nothing; says how things go on standard error, unless asked to be quiet."""
    if not quiet:
        typer.echo(text, err=True)
