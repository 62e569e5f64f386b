"""Which levers does a path take over from the paths that it combines?"""

from collections.abc import Iterator

from sim.scenario.form import check_form, join
from sim.scenario.nodes import Findings, Mapping, Node, Place, child, entries, texts
from sim.scenario.packages import check_path
from sim.scenario.problems import plain
from sim.scenario.schema import PathFile
from sim.scenario.vocabulary import Vocabulary

COMBINES = "combines"


def parts_of(path: Node, key: str, findings: Findings) -> Iterator[tuple[str, str, Place]]:
    """Name, dotted key and place of each path that this one combines; each name once."""
    seen: set[str] = set()
    for name, place in texts(child(path, COMBINES)):
        here = f"{key}.{COMBINES}[{plain(name)}]"
        if name in seen:
            findings.add(place, here, "this path is named twice")
        else:
            yield name, here, place
        seen.add(name)


def check_part(
    name: str, part: Mapping, place: Place, key: str, vocabulary: Vocabulary, findings: Findings
) -> None:
    """Note what is wrong with a path that another combines.

    Args:
        name: of the part.
        part: as read from its file.
        place: where it is named.
        key: the dotted key of that place.
        vocabulary: the names there are.
        findings: where problems are noted.
    """
    if COMBINES in part.items:
        message = f"'{plain(name)}' combines paths itself; name those here"
        findings.add(place, key, message)
        return
    own_key = f"paths[{plain(name)}]"
    check_form(PathFile, part, own_key, findings)
    check_path(part, own_key, vocabulary, None, findings)


def combined(
    path: Mapping, key: str, parts: list[tuple[str, Place, Mapping]], findings: Findings
) -> Mapping:
    """The path with the levers of its parts and its own; a lever that is set twice is noted.

    Args:
        path: as read.
        key: its dotted key.
        parts: name, place of the name, and content of each path that it combines.
        findings: where problems are noted.
    """
    levers: dict[str, Node] = {}
    places: dict[str, Place] = {}
    setter: dict[str, str] = {}
    for name, named_at, part in parts:
        own = list(entries(child(part, "levers")))
        twice = [f"{plain(lever)} (by '{setter[lever]}')" for lever, *_ in own if lever in setter]
        if twice:
            message = f"'{name}' sets what is set already: {', '.join(twice)}; "
            where = f"{key}.{COMBINES}[{name}]"
            findings.add(named_at, where, message + "each lever is set once")
        for lever, node, place in own:
            levers[lever], places[lever], setter[lever] = node, place, name
    for lever, node, place in entries(child(path, "levers")):
        if lever in setter:
            message = f"'{setter[lever]}', which this path combines, sets this lever already; "
            findings.add(place, join(f"{key}.levers", plain(lever)), message + "leave one out")
        levers[lever], places[lever] = node, place
    place = path.place_of("levers")
    return Mapping(
        {**path.items, "levers": Mapping(levers, places, place)},
        {**path.keys, "levers": place},
        path.place,
    )
