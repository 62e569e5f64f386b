"""Can a study be played again from its own folder, and does it come out the same?"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.data.load import parameter_names
from sim.results.folder import DAMAGED, StudyError
from sim.results.identity import case_hash, source_hash
from sim.results.manifest import MANIFEST, versions
from sim.results.seal import check_seal
from sim.results.study import CASE, Study, read_study
from sim.results.worlds_json import WORLDS, read_worlds
from sim.scenario.case_json import CaseJsonError, read_case_json

if TYPE_CHECKING:
    from sim.scenario.case import Case

KINDS = {
    "study": str,
    "scenario": str,
    "command": list,
    "seed": int,
    "futures": int,
    "paths": list,
    "engine": str,
    "exit_status": int,
    "case_hash": str,
    "source_hash": str,
    "versions": dict,
}


def whole_study(folder: Path) -> Study:
    """The study, when every file and the manifest are as written and nothing else lies there.

    Raises:
        StudyError: exit code 7, naming the file.
    """
    study = read_study(folder)
    check_seal(folder, study.manifest)
    check_fields(study)
    if study.strangers:
        raise StudyError(
            f"{folder / study.strangers[0]} was not written by this program "
            f"({len(study.strangers)} such files in the folder): the study is not as it was left.",
            DAMAGED,
        )
    return study


def check_fields(study: Study) -> None:
    """Nothing, when the manifest says everything that a reader of the study needs.

    Raises:
        StudyError: exit code 7, naming the field.
    """
    for name, kind in KINDS.items():
        if not isinstance(study.manifest.get(name), kind):
            message = f"{study.folder / MANIFEST} does not say '{name}' as it should"
            raise StudyError(f"{message}: it is damaged or older.", DAMAGED)


def case_of(study: Study) -> "Case":
    """The case that a study played, from its folder.

    Raises:
        StudyError: exit code 7, when the folder does not hold it.
    """
    file = study.folder / CASE
    if CASE not in study.manifest["files"]:
        raise StudyError(f"{file} is missing: an older version wrote the study.", DAMAGED)
    try:
        case = read_case_json(file.read_bytes())
    except CaseJsonError as problem:
        raise StudyError(f"{file} cannot be used: {problem}.", DAMAGED) from problem
    if case_hash(case) != study.manifest["case_hash"]:
        raise StudyError(f"{file} is not the case that {study.folder} says it played.", DAMAGED)
    if tuple(case.parameters) != parameter_names():
        raise StudyError(
            f"{study.folder} was played with other parameters than this program has: it is older "
            "or newer. Its tables and charts stand; play the scenario again for the rest.",
            DAMAGED,
        )
    return case


def worlds_of(study: Study, case: "Case") -> dict[str, "Case"]:
    """The case in every world that the study played; empty where it played none.

    Raises:
        StudyError: exit code 7, when what it kept of them cannot be read.
    """
    if WORLDS not in study.manifest["files"]:
        return {}
    file = study.folder / WORLDS
    try:
        return read_worlds(file.read_bytes(), case)
    except ValueError as problem:
        raise StudyError(f"{file} cannot be used: {problem}.", DAMAGED) from problem


def check_same_rules(study: Study) -> None:
    """Nothing, when the program has the sources and the data that the study was played with.

    Raises:
        StudyError: exit code 7, with the two hashes.
    """
    then, now = study.manifest["source_hash"], source_hash()
    if then != now:
        raise StudyError(
            f"{study.folder} was played with other rules or data than this program has, so it "
            f"cannot be played again with it.\n  then: {then}\n  now:  {now}",
            DAMAGED,
        )


def check_same_tables(study: Study, again: Path) -> int:
    """How many tables both folders hold, when all are the same byte for byte.

    Args:
        study: as it was written.
        again: the folder of the same study, played again.

    Raises:
        StudyError: exit code 7, naming the tables that differ and the first line that does.
    """
    names = sorted(_tables(study.manifest) | _tables(read_study(again).manifest))
    differ = [name for name in names if _bytes(study.folder / name) != _bytes(again / name)]
    if differ:
        line = _first_difference(_bytes(study.folder / differ[0]), _bytes(again / differ[0]))
        raise StudyError(
            f"{study.folder} does not repeat: {', '.join(differ)} came out otherwise (first in "
            f"{differ[0]}, line {line}).{_other_versions(study.manifest)}",
            DAMAGED,
        )
    return len(names)


def _tables(content: Mapping[str, Any]) -> set[str]:
    return {name for name in content["files"] if name.endswith(".csv")}


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _first_difference(before: bytes, after: bytes) -> int:
    """Number of the first line that differs.

    >>> _first_difference(b"a,b", b"a,c")
    1
    """
    old, new = before.split(b"\n"), after.split(b"\n")
    same = [one == other for one, other in zip(old, new, strict=False)]
    return (same.index(False) if False in same else len(same)) + 1


def _other_versions(content: Mapping[str, Any]) -> str:
    """What was installed otherwise, which may be the cause."""
    then, now = content["versions"], versions()
    other = [
        f"{name} {then.get(name)}, now {now[name]}" for name in now if then.get(name) != now[name]
    ]
    return f" Installed otherwise: {'; '.join(other)}." if other else ""
