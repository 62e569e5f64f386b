"""In which file does a named scenario, path, world or contingency stand?"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sim
from sim.scenario.nodes import Findings, Mapping
from sim.scenario.problems import Problem, ScenarioError, nearest, plain
from sim.scenario.reader import read

NAME = re.compile(r"[a-z][a-z0-9_-]{0,60}")
SHIPPED = "scenarios"
OF_SCENARIOS = ("", "what_if", "published")
KINDS = ("paths", "worlds", "contingencies")


@cache
def shipped_folder() -> Path | None:
    """The folder of scenarios that comes with the program, or None if there is none."""
    package = Path(sim.__file__).resolve().parent
    for folder in (package / SHIPPED, package.parent / SHIPPED):
        if (folder / "base.yaml").is_file():
            return folder
    return None


@dataclass(frozen=True)
class Library:
    """The named files that a scenario can refer to: those beside it, then those shipped.

    A scenario in a folder below one with paths, worlds or contingencies sees that folder too.

    Attributes:
        folder: the folder of the scenario.
    """

    folder: Path

    def label(self, file: Path) -> str:
        """The file relative to its scenario folder, for records; never a place on a machine."""
        for folder in sorted(self._folders(), key=lambda folder: len(folder.parts)):
            if file.is_relative_to(folder):
                inside = file.relative_to(folder).as_posix()
                return f"{SHIPPED}/{inside}" if folder.name == SHIPPED else inside
        return file.name

    def find(self, kind: str, name: str) -> Path | None:
        """The file of that name, or None; a name that is not allowed is never looked up.

        Args:
            kind: the folder: "paths", "worlds", "contingencies", or "" for scenarios.
            name: as written in a scenario.
        """
        if not NAME.fullmatch(name):
            return None
        files = (place / f"{name}.yaml" for place in self._places(kind))
        return next((file for file in files if file.is_file()), None)

    def names(self, kind: str) -> list[str]:
        """All names of a kind, in alphabetical order."""
        files = [file for place in self._places(kind) for file in place.glob("*.yaml")]
        return sorted({file.stem for file in files if NAME.fullmatch(file.stem)})

    def read(self, file: Path, findings: Findings) -> Mapping:
        """The content of a file; raises ScenarioError if nothing of it can be read."""
        try:
            return read(file, _shown(file), self.label(file), findings)
        except FileNotFoundError:
            message = f"there is no such file{self._nearest_to(file)}"
            raise ScenarioError([Problem(_shown(file), 0, 0, "", message)]) from None

    def _nearest_to(self, file: Path) -> str:
        """A hint at the scenario whose name is most like that of a file that is not there."""
        found = [file for place in self._places("") for file in sorted(place.glob("*.yaml"))]
        by_name = {file.stem: file for file in reversed(found)}
        close = nearest(file.stem, by_name)
        return f"; did you mean '{plain(_shown(by_name[close]), 500)}'?" if close else ""

    def _places(self, kind: str) -> list[Path]:
        """Where files of a kind stand; scenarios also in folders within one."""
        inside = (kind,) if kind else OF_SCENARIOS
        return [folder / name for folder in self._folders() for name in inside]

    def _folders(self) -> list[Path]:
        above = self.folder.parent
        has_names = any((above / kind).is_dir() for kind in KINDS)
        folders = [self.folder, above if has_names else None, shipped_folder()]
        return list(dict.fromkeys(folder for folder in folders if folder))


def _shown(file: Path) -> str:
    here = Path.cwd()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)
