"""How would the same scenario look to somebody who believes otherwise? One case for each world."""

from dataclasses import replace
from pathlib import Path as FilePath

from sim.scenario.beliefs import believed, settle_parameters
from sim.scenario.case import Case
from sim.scenario.library import Library
from sim.scenario.nodes import Findings, to_plain
from sim.scenario.origins import DEFAULT
from sim.scenario.problems import ScenarioError
from sim.scenario.schema import WorldFile
from sim.scenario.switches import settle_share
from sim.scenario.vocabulary import load_vocabulary

CENTRAL = "central"


def worlds_of(case: Case, folder: FilePath) -> dict[str, Case]:
    """The case in every world there is, central first; the scenario's own overrides stay.

    Args:
        case: the resolved scenario.
        folder: where the scenario lies; worlds beside it count like those shipped.

    Raises:
        ScenarioError: when a world file cannot be read.
    """
    library = Library(folder.absolute())
    names = sorted(library.names("worlds"), key=lambda name: (name != CENTRAL, name))
    return {name: case if name == case.world else _in_world(case, name, library) for name in names}


def _in_world(case: Case, name: str, library: Library) -> Case:
    world = _read_world(name, library)
    settled = settle_parameters(
        believed(load_vocabulary().parameters, case.beliefs), world.parameters, {}
    )
    kept = {key: row for key, row in case.parameters.items() if f"parameters.{key}" in _own(case)}
    return replace(
        case,
        world=name,
        parameters={**settled, **kept},
        reinforcement_withheld=_withheld(case, world),
    )


def _withheld(case: Case, world: WorldFile) -> float | None:
    """Reinforcement withheld even in peace: what the scenario itself says, else the world."""
    itself = case.origins.get("reinforcement_withheld", DEFAULT) != DEFAULT
    return case.reinforcement_withheld if itself else settle_share(world.reinforcement_withheld)


def _own(case: Case) -> set[str]:
    """Dotted keys that the scenario itself sets, cut to the parameter's name."""
    keys = (key for key in case.origins if key.startswith("parameters."))
    return {".".join(key.split(".")[:2]) for key in keys}


def _read_world(name: str, library: Library) -> WorldFile:
    findings = Findings()
    file = library.find("worlds", name)
    if file is None:
        raise FileNotFoundError(name)
    node = library.read(file, findings)
    if findings.problems:
        raise ScenarioError(findings.problems)
    return WorldFile.model_validate(to_plain(node))
