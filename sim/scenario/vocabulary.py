"""Which levers, parameters, allies and sources can a scenario name?"""

from dataclasses import dataclass
from functools import cache

from sim.data.load import (
    Lever,
    Parameter,
    load_countries,
    load_levers,
    load_parameters,
    load_sources,
)


@dataclass(frozen=True)
class Vocabulary:
    """The names of the data folder that scenarios may use.

    Attributes:
        levers: by name, in file order.
        parameters: by name, in file order.
        allies: three-letter codes of the members but the United States.
        partners: three-letter codes of the four partners in the Indo-Pacific.
        countries: three-letter codes of all actors.
        sources: keys of sources.yaml.
    """

    levers: dict[str, Lever]
    parameters: dict[str, Parameter]
    allies: tuple[str, ...]
    partners: tuple[str, ...]
    countries: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def load_vocabulary() -> Vocabulary:
    """The names, read once."""
    countries = load_countries()
    return Vocabulary(
        levers=load_levers(),
        parameters=load_parameters(),
        allies=tuple(code for code, country in countries.items() if country.group == "nato"),
        partners=tuple(code for code, country in countries.items() if country.group == "ap4"),
        countries=tuple(countries),
        sources=tuple(load_sources()),
    )
