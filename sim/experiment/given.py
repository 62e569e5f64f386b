"""What does a scenario give of what would else be drawn: growth, administrations, events?"""

import math

import numpy as np

from sim.data.load import Country, Facts
from sim.model.ladders import Administration
from sim.model.start import Known
from sim.scenario.case import Case
from sim.scenario.quarters import parse_quarter, steps_between


def back_date(record: np.void, quarter: int) -> None:
    """Sets GDP back to the quarter of the start, so that it has grown to that of the year's end.

    Where growth is as measured, a year's GDP is that of its fourth quarter; what there was before
    the first year is not in the tables, so within it every country grows at its trend.
    """
    record["gdp"] *= math.exp(-record["gdp_trend"] * (5 - quarter) / 4)


def known_records(case: Case, countries: tuple[Country, ...], facts: Facts) -> Known:
    """What the scenario gives of what would else be drawn."""
    history = case.history
    first, last = case.start[0], case.end[0]
    growth = np.full((last - first + 1, len(countries)), np.nan)
    administrations = np.full(last - first + 1, -1, np.int64)
    threats = np.zeros(case.steps)
    if history.growth_is_measured:
        for column, country in enumerate(countries):
            growth[:, column] = measured_growth(facts, country.iso3, first, last)
    for year, kind in history.administrations.items():
        administrations[int(year) - first] = Administration[kind.upper()]
    for written, size in history.threat_events.items():
        quarter = parse_quarter(written) or case.start
        threats[steps_between(case.start, quarter)] = size
    return Known(growth, administrations, threats)


def measured_growth(facts: Facts, iso3: str, first: int, last: int) -> list[float]:
    """Growth of GDP by year as the tables have it [1/year]; at trend in the first, NaN after them.

    Args:
        facts: the table of `load_facts`.
        iso3: the country.
        first: first year, of which only the level is known.
        last: last year.
    """
    levels = {row.year: row.value for row in facts.history(iso3, "gdp_usd_bn_2015", until=last)}
    growth = [facts.value(iso3, "gdp_trend_growth", first)]
    for year in range(first + 1, last + 1):
        both = year in levels and year - 1 in levels
        growth.append(math.log(levels[year] / levels[year - 1]) if both else math.nan)
    return growth
