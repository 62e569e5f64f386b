"""Which levers, parameters, allies and sources can a scenario name?"""

from dataclasses import dataclass
from functools import cache

from sim.data.country_names import country_names
from sim.data.load import (
    Lever,
    Parameter,
    load_countries,
    load_levers,
    load_parameters,
    load_sources,
)

LIST_OF_COUNTRIES = "sim show countries"
LIST_OF_LEVERS = "sim show levers"
LIST_OF_PARAMETERS = "sim show parameters"
LIST_OF_SOURCES = "sim show sources"


@dataclass(frozen=True)
class Vocabulary:
    """The names of the data folder that scenarios may use.

    Attributes:
        levers: by name, in file order.
        parameters: by name, in file order.
        allies: three-letter codes of the members but the United States.
        partners: three-letter codes of the four partners in the Indo-Pacific.
        countries: three-letter codes of all actors.
        country_names: the code of a country by whatever it may be called, in small letters.
        numbers: the parameters that have a number (`P51`) by that number, in small letters.
        sources: keys of sources.yaml.
    """

    levers: dict[str, Lever]
    parameters: dict[str, Parameter]
    allies: tuple[str, ...]
    partners: tuple[str, ...]
    countries: tuple[str, ...]
    country_names: dict[str, tuple[str, ...]]
    numbers: dict[str, tuple[str, ...]]
    sources: tuple[str, ...]


@cache
def load_vocabulary() -> Vocabulary:
    """The names, read once."""
    countries, parameters = load_countries(), load_parameters()
    return Vocabulary(
        levers=load_levers(),
        parameters=parameters,
        allies=tuple(code for code, country in countries.items() if country.group == "nato"),
        partners=tuple(code for code, country in countries.items() if country.group == "ap4"),
        countries=tuple(countries),
        country_names={name.lower(): (code,) for name, code in country_names().items()},
        numbers=_numbers(parameters),
        sources=tuple(load_sources()),
    )


def _numbers(parameters: dict[str, Parameter]) -> dict[str, tuple[str, ...]]:
    numbers: dict[str, tuple[str, ...]] = {}
    for name, parameter in parameters.items():
        if parameter.id:
            number = parameter.id.lower()
            numbers[number] = (*numbers.get(number, ()), name)
    return numbers
