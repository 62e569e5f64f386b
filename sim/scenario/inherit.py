"""What does a scenario take over from the one it extends?"""

from dataclasses import dataclass
from pathlib import Path

from sim.scenario.library import NAME, Library
from sim.scenario.meant import refuse_other_file
from sim.scenario.nodes import Findings, Mapping, text_of
from sim.scenario.problems import ScenarioError, did_you_mean, plain

LONGEST_CHAIN = 10


@dataclass(frozen=True)
class Inherited:
    """A scenario with everything it takes over; `complete` is False if a base was unusable."""

    node: Mapping
    complete: bool


def read_scenario(file: Path, library: Library, findings: Findings) -> Inherited:
    """The scenario of a file, with the fields of those it extends.

    Args:
        file: the scenario to read.
        library: where extended scenarios are looked up.
        findings: where problems with them are noted.

    Raises:
        ScenarioError: if the file itself cannot be read, or is no scenario.
    """
    chain = [file]
    nodes = [library.read(file, findings)]
    refuse_other_file(file, nodes[0])
    while "extends" in nodes[-1].items:
        base = _base_of(nodes[-1], chain, library, findings)
        if base is None:
            return Inherited(_merge_all(nodes), complete=False)
        try:
            nodes.append(library.read(base, findings))
        except ScenarioError as error:
            findings.problems.extend(error.problems)
            return Inherited(_merge_all(nodes), complete=False)
        chain.append(base)
    return Inherited(_merge_all(nodes), complete=True)


def _base_of(node: Mapping, chain: list[Path], library: Library, findings: Findings) -> Path | None:
    name = text_of(node.items["extends"])
    if name is None or not NAME.fullmatch(name):
        return None
    place = node.items["extends"].place
    base = library.find("", name)
    if base is None:
        hint = did_you_mean(name, library.names(""))
        findings.add(place, "extends", f"there is no scenario '{plain(name)}'; {hint}")
    elif base in chain:
        round_trip = " -> ".join(link.stem for link in [*chain[chain.index(base) :], base])
        findings.add(place, "extends", f"a scenario must not extend itself: {round_trip}")
    elif len(chain) >= LONGEST_CHAIN:
        findings.add(place, "extends", f"a chain of more than {LONGEST_CHAIN} scenarios")
    else:
        return base
    return None


def _merge_all(nodes: list[Mapping]) -> Mapping:
    merged = nodes[-1]
    for node in reversed(nodes[:-1]):
        merged = _merge(merged, node)
    return merged


def _merge(base: Mapping, own: Mapping) -> Mapping:
    """Own keys win; `parameters` are joined by name; everything else is taken whole."""
    items, keys = dict(base.items), dict(base.keys)
    items.pop("extends", None)
    for key, node in own.items.items():
        before = items.get(key)
        if key == "parameters" and isinstance(before, Mapping) and isinstance(node, Mapping):
            node = _merge(before, node)
        items[key] = node
        keys[key] = own.keys[key]
    return Mapping(items, keys, own.place)
