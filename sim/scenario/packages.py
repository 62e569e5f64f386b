"""Is a path sound, and what does it come to in each step?"""

from sim.data.load import Lever
from sim.scenario.case import Path
from sim.scenario.countries import wrong_country
from sim.scenario.form import join
from sim.scenario.horizon import Horizon
from sim.scenario.nodes import Findings, Mapping, Node, child, entries, text_of, texts
from sim.scenario.problems import did_you_mean, plain
from sim.scenario.schema import LeverTimetable, PathFile
from sim.scenario.timetables import check_timetable, values_by_step
from sim.scenario.vocabulary import (
    LIST_OF_COUNTRIES,
    LIST_OF_LEVERS,
    LIST_OF_SOURCES,
    Vocabulary,
)

PRESENCE = "indo_pacific_presence"


def check_path(
    path: Mapping,
    prefix: str,
    vocabulary: Vocabulary,
    horizon: Horizon | None,
    findings: Findings,
) -> None:
    """Note every unknown name and every bad timetable of a path.

    Args:
        path: as read.
        prefix: its dotted key, e.g. `paths[combined]`.
        vocabulary: the names there are.
        horizon: the quarters its points must lie in, or None for a file that scenarios share.
        findings: where problems are noted.
    """
    for name, node, place in entries(child(path, "levers")):
        key = join(f"{prefix}.levers", plain(name))
        lever = vocabulary.levers.get(name)
        if lever is None:
            hint = did_you_mean(name, vocabulary.levers, see=LIST_OF_LEVERS)
            findings.add(place, key, f"there is no lever '{plain(name)}'; {hint}")
            continue
        check_timetable(child(node, "timetable"), f"{key}.timetable", lever, horizon, findings)
        _check_sources(node, key, vocabulary, findings)
        _check_countries(node, key, lever, vocabulary, findings)


def _check_sources(node: Node, key: str, vocabulary: Vocabulary, findings: Findings) -> None:
    named = list(texts(child(node, "sources")))
    basis = text_of(child(node, "basis"))
    if basis in ("brief", "plan", "data") and not named and isinstance(node, Mapping):
        message = f"the basis is '{basis}' but no source is named; add sources: [key of "
        findings.add(node.place_of("basis"), key, message + "sources.yaml], or say assumption")
    for source, place in named:
        if source not in vocabulary.sources:
            hint = did_you_mean(source, vocabulary.sources, see=LIST_OF_SOURCES)
            message = f"there is no source '{plain(source)}' in sources.yaml; {hint}"
            findings.add(place, f"{key}.sources[{plain(source)}]", message)


def _check_countries(
    node: Node, key: str, lever: Lever, vocabulary: Vocabulary, findings: Findings
) -> None:
    countries = child(node, "countries")
    if countries is not None and lever.name != PRESENCE and isinstance(node, Mapping):
        message = f"only the lever {PRESENCE} can be limited to some countries"
        findings.add(node.place_of("countries"), f"{key}.countries", message)
        return
    seen: set[str] = set()
    for code, place in texts(countries):
        here = f"{key}.countries[{plain(code)}]"
        if code in seen:
            findings.add(place, here, "this country is named twice")
        elif code not in vocabulary.allies:
            message = wrong_country(code, "ally", vocabulary.allies, vocabulary, _not_an_ally)
            findings.add(place, here, message)
        seen.add(code)


def _not_an_ally(code: str) -> str:
    allies = f"NATO's members but the United States ({LIST_OF_COUNTRIES})"
    return f"{code} is not one of the allies whose deployments a path sets; allowed: {allies}"


def settle_path(name: str, path: PathFile, vocabulary: Vocabulary, horizon: Horizon) -> Path:
    """The path with the value of every lever in every step.

    Args:
        name: as in the scenario.
        path: as checked.
        vocabulary: the levers there are.
        horizon: the quarters that are played.
    """
    presence = path.levers.get(PRESENCE)
    return Path(
        name=name,
        meaning=path.meaning,
        levers={
            lever.name: _settle_lever(path.levers.get(lever.name), lever, horizon)
            for lever in vocabulary.levers.values()
        },
        citations={lever: (set_.basis, *set_.sources) for lever, set_ in path.levers.items()},
        presence_countries=tuple(presence.countries) if presence else (),
        parts=tuple(path.combines),
    )


def _settle_lever(
    timetable: LeverTimetable | None, lever: Lever, horizon: Horizon
) -> tuple[float, ...]:
    if timetable is None:
        return (float(lever.value_2024),) * horizon.steps
    how = "step" if lever.whole else timetable.how
    return values_by_step(timetable.timetable, how, lever.value_2024, horizon)
