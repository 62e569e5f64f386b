"""In which file and on which line was each number of a case set?"""

from collections.abc import Iterator

from sim.scenario.form import join
from sim.scenario.nodes import Mapping, Node
from sim.scenario.schema import ScenarioFile

DEFAULT = "default"


def collect_origins(pieces: dict[str, Node]) -> dict[str, str]:
    """For each dotted key, `file:line` where it was set, or "default".

    Args:
        pieces: the scenario under "", and every file it names under its dotted key.
    """
    origins = {key: DEFAULT for key in ScenarioFile.model_fields if key != "extends"}
    for prefix, node in pieces.items():
        origins.update(_origins_in(node, prefix))
        if prefix:
            origins.setdefault(prefix, node.place.origin())
    return origins


def _origins_in(node: Node, prefix: str) -> Iterator[tuple[str, str]]:
    if not isinstance(node, Mapping):
        return
    for name, item in node.items.items():
        key = f"{prefix}[{name}]" if prefix == "paths" else join(prefix, name)
        yield key, node.keys[name].origin()
        yield from _origins_in(item, key)
