"""What do we score? One row for each measure and each series over time, with unit and direction.

A measure reads the ledger that a run leaves; NaN means that it does not apply in that future, or
that the event was not reached by the horizon.
"""

from sim.analysis.scored import alliance, campaign, cost, europe, taiwan
from sim.analysis.scored.measure import MONEY, RATIO, Measure, Series
from sim.model.fields.books import SNAPSHOT_FIELDS

__all__ = ["KEY", "MEASURES", "MONEY", "RATIO", "SERIES", "Measure", "Series"]

MEASURES: dict[str, Measure] = {
    row.name: row for group in (europe, taiwan, campaign, alliance, cost) for row in group.ROWS
}
KEY: dict[str, str] = {
    "p_force": "decides",
    "p_attack": "decides",
    "margin_land_low": "fixed",
    "margin_airsea_low": "fixed",
    "cohesion_mean": "decides",
}
"""What is followed through panels and worlds, and the panel in which each is read."""

_SERIES_LABELS = {
    "margin_land": "Land margin, Baltic",
    "margin_land_without_us": "Land margin with no US forces",
    "margin_airsea": "Air and sea margin",
    "p_hold": "Chance that the defence holds if attacked",
    "european_share": "Share of the land margin carried by Europe and Canada",
    "spending_share": "Defence spending of Europe and Canada",
    "price": "Price of equipment",
    "ready_brigades": "Allied brigades ready by day 30",
    "ready_aircraft": "Allied combat aircraft ready in Europe",
    "ready_ships": "Allied warships and submarines ready in Europe",
    "interceptors": "Interceptors in European stocks",
    "planning": "Contingency plans that work",
    "hardness_mean": "Mean hardness toward China",
    "hardness_spread": "Spread of hardness toward China",
    "threat_mean": "Mean threat seen in Russia",
    "attack_hazard": "Hazard of a Russian attack in the quarter",
    "reconstitution": "Recovery of Russian forces",
    "cohesion": "Cohesion: test decisions that would pass",
    "narrative": "Reach of the Chinese narrative",
    "reception": "South-East Asian elites on the US side",
    "alignment": "Alignment of the four Pacific partners",
    "posture": "US posture in Europe",
    "expected_sanctions": "GDP expected to join sanctions on China",
    "perceived_split": "Split of the alliance that China sees",
    "p_force": "Chance of a blockade or invasion in the half-year",
}


def _series() -> dict[str, Series]:
    """One series for each field of the snapshot, with the unit that the field declares."""
    return {
        field.name: Series(field.name, _SERIES_LABELS[field.name], field.unit, field.meaning)
        for field in SNAPSHOT_FIELDS
    }


SERIES: dict[str, Series] = _series()
