"""How is a study written whole, and read back without trusting it?"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.analysis.bands import Bands
from sim.analysis.compare import Comparison
from sim.analysis.measures import MEASURES
from sim.analysis.robustness import Robustness
from sim.analysis.stances import StanceCurves
from sim.results import tables
from sim.results.dictionary import dictionary_table
from sim.results.folder import DAMAGED, StudyError, whole_folder
from sim.results.identity import Identity
from sim.results.manifest import (
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    Record,
    file_names,
    fingerprint,
    manifest,
    manifest_text,
)
from sim.results.resolved import resolved_yaml
from sim.results.robust_tables import robust_tables
from sim.results.seal import sealed
from sim.results.worlds_json import WORLDS, worlds_json
from sim.scenario.case_json import case_json

if TYPE_CHECKING:
    from sim.analysis.measures import Measure, Series
    from sim.experiment.play import Outcome
    from sim.scenario.case import Case

CASE = "case.json"


@dataclass(frozen=True)
class Findings:
    """Everything a study folder holds, before it is written.

    `units` gives the unit of each quantity by country or class; `pictures` are ready files by
    name, such as charts/x.png; `robustness` is None where only the scenario's own panel was played,
    and `worlds` is empty then.
    """

    identity: Identity
    outcome: "Outcome"
    comparison: Comparison
    curves: Mapping[str, Bands]
    stances: Mapping[str, StanceCurves]
    measures: Mapping[str, "Measure"]
    series: Mapping[str, "Series"]
    units: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    robustness: Robustness | None = None
    worlds: Mapping[str, "Case"] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """Where the study lies, whether it replaced one, and whether every table came out the same."""

    folder: Path
    replaced: bool
    same_tables: bool


@dataclass(frozen=True)
class Study:
    """A study folder whose files all match its manifest; `strangers` are files it does not know."""

    folder: Path
    manifest: Mapping[str, Any]
    strangers: tuple[str, ...]


def write_study(findings: Findings, record: Record, out: Path) -> Written:
    """Write the study folder, whole or not at all, replacing the same study if it is there.

    Args:
        findings: what the study holds.
        record: how it was run.
        out: the folder that holds studies.

    Raises:
        StudyError: 6 disk full, 7 the name is taken by something else, 9 cannot write.
    """

    def fill(draft: Path) -> None:
        _write_tables(findings, draft)
        (draft / "resolved.yaml").write_bytes(resolved_yaml(findings.outcome.case))
        (draft / CASE).write_bytes(case_json(findings.outcome.case))
        if findings.worlds:
            (draft / WORLDS).write_bytes(worlds_json(findings.outcome.case, findings.worlds))
        write_pictures(findings.pictures, draft)

    return write_whole(findings.identity, record, out, fill)


def write_whole(
    identity: Identity, record: Record, out: Path, fill: Callable[[Path], None]
) -> Written:
    """Write a study folder, whole or not at all, replacing the same study if it is there.

    Args:
        identity: which study it is.
        record: how it was run.
        out: the folder that holds studies.
        fill: writes every file but the manifest into the folder that it is given.

    Raises:
        StudyError: 6 disk full, 7 the name is taken by something else, 9 cannot write.
    """
    final = out / identity.folder_name
    before = study_in_the_way(final)
    with whole_folder(final) as draft:
        fill(draft)
        content = sealed(manifest(identity, record, draft))
        (draft / MANIFEST).write_text(manifest_text(content), encoding="utf-8", newline="\n")
    same = before is not None and _tables(before.manifest) == _tables(content)
    return Written(folder=final, replaced=before is not None, same_tables=same)


def write_pictures(pictures: Mapping[str, bytes], draft: Path) -> None:
    """Write ready picture files, such as charts/x.png, below a folder."""
    for name, picture in pictures.items():
        (draft / name).parent.mkdir(exist_ok=True)
        (draft / name).write_bytes(picture)


def study_in_the_way(final: Path) -> Study | None:
    """The study that already has this name, or None; anything else there is never overwritten.

    Raises:
        StudyError: exit code 7, when the folder is not an undamaged study or holds other files.
    """
    if not final.exists() and not final.is_symlink():
        return None
    try:
        study = read_study(final)
    except StudyError as problem:
        raise StudyError(
            f"{problem} It stands where the new study would go, and is left as it is. "
            f"Move or delete it, or choose another folder with --out.",
            DAMAGED,
        ) from problem
    if study.strangers:
        raise StudyError(
            f"{final} also holds files this program did not write "
            f"({', '.join(study.strangers[:3])}). Move them, or choose another folder with --out.",
            DAMAGED,
        )
    return study


def read_study(folder: Path) -> Study:
    """The study in a folder, after every file was compared with the manifest.

    Raises:
        StudyError: exit code 7, when it is damaged, foreign or from another version.
    """
    content = _read_manifest(folder)
    for name, expected in content["files"].items():
        _check_file(folder, name, expected)
    strangers = tuple(name for name in file_names(folder) if name not in content["files"])
    return Study(folder=folder, manifest=content, strangers=strangers)


def _write_tables(findings: Findings, draft: Path) -> None:
    for name, table in _all_tables(findings):
        tables.write_table(draft / name, table)


def _all_tables(findings: Findings) -> Iterator[tuple[str, tables.Table]]:
    outcome = findings.outcome
    yield "measures.csv", tables.measures_table(outcome, findings.measures)
    yield "summary.csv", tables.summary_table(findings.comparison)
    yield "differences.csv", tables.differences_table(findings.comparison)
    yield "bands.csv", tables.bands_table(outcome, findings.curves)
    yield "parameters.csv", tables.parameters_table(outcome)
    for column, file, blocks, names in (
        ("country", "countries.csv", outcome.by_country, outcome.countries),
        ("class", "classes.csv", outcome.by_class, outcome.classes),
    ):
        yield file, tables.spread_table(blocks, outcome.paths, column, names, findings.units)
    yield "stances.csv", tables.stances_table(findings.stances)
    yield "campaign.csv", tables.campaign_table(outcome)
    if findings.robustness is not None:
        yield from robust_tables(findings.robustness, MEASURES)
    yield (
        "dictionary.csv",
        dictionary_table(
            outcome.case, findings.measures, findings.series, findings.robustness is not None
        ),
    )


def _read_manifest(folder: Path) -> dict[str, Any]:
    file = folder / MANIFEST
    if folder.is_symlink() or file.is_symlink() or not file.is_file():
        raise StudyError(f"{folder} is not a study: it has no {MANIFEST}.", DAMAGED)
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise StudyError(f"{file} cannot be read: it is damaged.", DAMAGED) from problem
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise StudyError(f"{folder} was not written by this program.", DAMAGED)
    if content.get("format_version") != FORMAT_VERSION:
        raise StudyError(
            f"{folder} has study format {content.get('format_version')!r}, and this version reads "
            f"format {FORMAT_VERSION}. Run the scenario again.",
            DAMAGED,
        )
    if not isinstance(content.get("files"), dict):
        raise StudyError(f"{file} lists no files: it is damaged.", DAMAGED)
    return content


def _check_file(folder: Path, name: str, expected: Any) -> None:
    file = folder / name
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise StudyError(f"{folder / MANIFEST} names a file outside its folder.", DAMAGED)
    if file.is_symlink() or not file.is_file():
        raise StudyError(f"{file} is missing: the study is damaged.", DAMAGED)
    if fingerprint(file) != expected:
        raise StudyError(f"{file} was changed after it was written: the study is damaged.", DAMAGED)


def _tables(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: print_ for name, print_ in content["files"].items() if name.endswith(".csv")}
