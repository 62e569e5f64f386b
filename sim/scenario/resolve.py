"""What does a scenario file come to? The door through which every scenario enters.

Problems are gathered over all files of a scenario and told in one pass.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from sim.data.targets import published_conditions
from sim.scenario.beliefs import believed, check_parameters, settle_parameters
from sim.scenario.case import Case, Contingency, Path
from sim.scenario.combining import check_part, combined, parts_of
from sim.scenario.decided import with_what_is_known
from sim.scenario.form import check_form
from sim.scenario.history import check_history, settle_history
from sim.scenario.horizon import Horizon, check_horizon
from sim.scenario.inherit import read_scenario
from sim.scenario.library import NAME, Library
from sim.scenario.meant import tell_other_forms
from sim.scenario.nodes import Findings, Mapping, Node, Place, Scalar, Sequence, text_of
from sim.scenario.origins import collect_origins
from sim.scenario.packages import check_path, settle_path
from sim.scenario.problems import ScenarioError, did_you_mean, plain
from sim.scenario.schema import ContingencyFile, PathFile, ScenarioFile, WorldFile
from sim.scenario.swings import check_swings, settle_swings
from sim.scenario.switches import (
    check_switches,
    settle_beginning,
    settle_retrenchment,
    settle_share,
    settle_ukraine_war,
)
from sim.scenario.vocabulary import Vocabulary, load_vocabulary
from sim.scenario.wars import check_contingency, settle_contingency

__all__ = ["Case", "Contingency", "Path", "resolve"]

Schema = TypeVar("Schema", bound=BaseModel)


def resolve(file: FilePath) -> Case:
    """The case that a scenario file describes, every name and number settled.

    Args:
        file: the scenario, YAML or JSON.

    Raises:
        ScenarioError: with every problem that was found, in all files of the scenario.
    """
    file = FilePath(file).absolute()
    reading = _Reading(Library(file.parent), load_vocabulary())
    reading.read(file)
    if reading.findings.problems:
        raise ScenarioError(reading.findings.problems)
    return reading.case(file)


@dataclass
class _Reading:
    """All that is read for one scenario, and every problem on the way."""

    library: Library
    vocabulary: Vocabulary
    findings: Findings = field(default_factory=Findings)
    pieces: dict[str, Node] = field(default_factory=dict)
    paths: dict[str, PathFile | None] = field(default_factory=dict)
    scenario: ScenarioFile | None = None
    horizon: Horizon | None = None
    world: WorldFile | None = None
    contingency: ContingencyFile | None = None
    contingency_name: str = "inline"

    def read(self, file: FilePath) -> None:
        """Read and check the scenario and every file it names."""
        inherited = read_scenario(file, self.library, self.findings)
        node = inherited.node
        tell_other_forms(node, self.library, self.findings)
        self.pieces[""] = node
        self.scenario = check_form(ScenarioFile, node, "", self.findings, inherited.complete)
        self.horizon = check_horizon(node, self.findings)
        self._read_paths(node)
        self._check_baseline(node)
        self._read_world(node)
        self._read_contingency(node)
        check_parameters(node.items.get("parameters"), "parameters", self.vocabulary, self.findings)
        check_switches(node, self.horizon, self.findings)
        check_history(node, self.horizon, self.findings)
        check_swings(node, self.vocabulary, self.horizon, self.findings)
        self._check_published(node)

    def _read_paths(self, scenario: Mapping) -> None:
        written = scenario.items.get("paths")
        if isinstance(written, Sequence):
            for item in written.items:
                self._read_named_path(text_of(item), item.place)
        elif isinstance(written, Mapping):
            for name, node in written.items.items():
                self._read_inline_path(name, node, written.keys[name])

    def _read_named_path(self, name: str | None, place: Place) -> None:
        if name is None:
            return
        key = f"paths[{plain(name)}]"
        if name in self.paths:
            self.findings.add(place, key, "this path is named twice")
            return
        self.paths[name] = None
        node = self._open("paths", name, key, place)
        if node is not None:
            check_path(node, key, self.vocabulary, None, self.findings)
            self._keep_path(name, node, key, check_form(PathFile, node, key, self.findings))

    def _read_inline_path(self, name: str, node: Node, place: Place) -> None:
        if isinstance(node, Scalar) and node.value is None:
            self._read_named_path(name, place)
            return
        key = f"paths[{plain(name)}]"
        self.paths[name] = None
        if isinstance(node, Mapping):
            check_path(node, key, self.vocabulary, self.horizon, self.findings)
            written = self.scenario.paths if self.scenario is not None else None
            inline = written[name] if isinstance(written, dict) else None
            self._keep_path(name, node, key, inline)

    def _keep_path(self, name: str, node: Mapping, key: str, path: PathFile | None) -> None:
        """Keep a path under its name, with the levers of the paths that it combines."""
        parts = []
        for part, part_key, place in parts_of(node, key, self.findings):
            read = self._open("paths", part, part_key, place)
            if read is not None:
                check_part(part, read, place, part_key, self.vocabulary, self.findings)
                parts.append((part, place, read))
        whole = combined(node, key, parts, self.findings) if parts else node
        self.pieces[key] = whole
        self.paths[name] = path and (check_form(PathFile, whole, key, Findings()) or path)

    def _check_baseline(self, scenario: Mapping) -> None:
        node = scenario.items.get("baseline")
        name = text_of(node) or (None if node else ScenarioFile.model_fields["baseline"].default)
        if name is not None and self.paths and name not in self.paths:
            place = scenario.place_of("baseline" if node else "paths")
            message = f"'{plain(name)}' is not one of the paths; {did_you_mean(name, self.paths)}"
            self.findings.add(place, "baseline", message)

    def _check_published(self, scenario: Mapping) -> None:
        name, known = text_of(scenario.items.get("published_condition")), published_conditions()
        if name is not None and name not in known:
            message = f"'{plain(name)}' is no published condition; {did_you_mean(name, known)}"
            place = scenario.place_of("published_condition")
            self.findings.add(place, "published_condition", message)

    def _read_world(self, scenario: Mapping) -> None:
        node = self._named(scenario, "world", "worlds")
        if node is None:
            return
        self.world = check_form(WorldFile, node, "world", self.findings)
        changes = node.items.get("parameters")
        check_parameters(changes, "world.parameters", self.vocabulary, self.findings)
        self.pieces["world"] = node

    def _read_contingency(self, scenario: Mapping) -> None:
        written = scenario.items.get("contingency")
        if isinstance(written, Mapping):
            check_contingency(written, "contingency", self.horizon, self.findings)
            if self.scenario and isinstance(self.scenario.contingency, ContingencyFile):
                self.contingency = self.scenario.contingency
            return
        node = self._named(scenario, "contingency", "contingencies")
        if node is None:
            return
        self.contingency = check_form(ContingencyFile, node, "contingency", self.findings)
        check_contingency(node, "contingency", self.horizon, self.findings)
        self.contingency_name = text_of(written) or "none"
        self.pieces["contingency"] = node

    def _named(self, scenario: Mapping, key: str, kind: str) -> Mapping | None:
        """The file that a field of the scenario names, read."""
        node = scenario.items.get(key)
        name = text_of(node) if node else ScenarioFile.model_fields[key].default
        if name is None:
            return None
        return self._open(kind, name, key, scenario.place_of(key) if node is None else node.place)

    def _open(self, kind: str, name: str, key: str, place: Place) -> Mapping | None:
        file = self.library.find(kind, name)
        if not NAME.fullmatch(name):
            return None
        if file is None:
            hint = did_you_mean(name, self.library.names(kind))
            self.findings.add(place, key, f"there is no file '{kind}/{plain(name)}.yaml'; {hint}")
            return None
        try:
            return self.library.read(file, self.findings)
        except ScenarioError as error:
            self.findings.problems.extend(error.problems)
            return None

    def case(self, file: FilePath) -> Case:
        """The case, once nothing is wrong."""
        scenario, horizon = self.scenario, self.horizon
        world, contingency = self.world, self.contingency
        if scenario is None or horizon is None or world is None or contingency is None:
            raise AssertionError("a case was asked for although problems were found")
        return Case(
            name=_case_name(file),
            title=scenario.title,
            question=scenario.question,
            start=horizon.start,
            steps=horizon.steps,
            seed=scenario.seed,
            futures=scenario.futures,
            knowledge=scenario.knowledge,
            baseline=scenario.baseline,
            paths={
                name: with_what_is_known(
                    settle_path(name, path, self.vocabulary, horizon), scenario.knowledge, horizon
                )
                for name, path in self.paths.items()
                if path is not None
            },
            world=scenario.world,
            parameters=settle_parameters(
                believed(self.vocabulary.parameters, scenario.beliefs),
                world.parameters,
                scenario.parameters,
            ),
            contingency=settle_contingency(self.contingency_name, contingency),
            origins=collect_origins(self.pieces),
            file=self.library.label(file),
            us_retrenchment=settle_retrenchment(scenario.us_retrenchment),
            reinforcement_withheld=settle_share(
                scenario.reinforcement_withheld, world.reinforcement_withheld
            ),
            ukraine_war=settle_ukraine_war(scenario.ukraine_war),
            swings=settle_swings(scenario.swings),
            published_condition=scenario.published_condition,
            ukraine_war_begins=settle_beginning(scenario.ukraine_war),
            history=settle_history(scenario.history),
            beliefs=scenario.beliefs,
        )


def _case_name(file: FilePath) -> str:
    """The name of a case: that of its file, in lower-case letters, digits, '_' and '-'."""
    name = re.sub(r"[^a-z0-9_-]+", "_", file.stem.lower())[:60]
    return name if re.match("[a-z]", name) else f"case_{name}"[:60]
