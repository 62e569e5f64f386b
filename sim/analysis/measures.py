"""What do we score? One row for each measure and each series over time, with unit and direction.

A measure reads the ledger that a run leaves; NaN means that it does not apply in that future, or
that the event was not reached by the horizon.
"""

from dataclasses import dataclass

from sim.model.entities import SNAPSHOT_FIELDS


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is scored.

    Attributes:
        name: key in files, and field of the ledger that it reads.
        label: words for tables and charts.
        unit: unit of the value.
        better: "higher", "lower" or "neither".
        meaning: what it says, in a sentence.
        basis: where its form comes from, or that it is an assumption.
        group: "europe", "taiwan", "alliance" or "cost".
        headline: whether it stands in the table on the screen.
        needs_contingency: whether it is empty when no contingency opens.
    """

    name: str
    label: str
    unit: str
    better: str
    meaning: str
    basis: str
    group: str
    headline: bool = False
    needs_contingency: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One state variable that is kept for every quarter."""

    name: str
    label: str
    unit: str
    meaning: str


RATIO = "available / required, 1 = just enough"
MONEY = "2024 USD bn, 2024Q3 to the end"

_ROWS = (
    Measure(
        "margin_land_low",
        "Land margin (Baltic), lowest in the year after the war opens",
        RATIO,
        "higher",
        "Land forces that can fight by day 30, over those needed for an even bet.",
        "evidence 1.6: RAND-B, BRU; requirement is the geometric mean of 7 and 50 brigades",
        "europe",
        headline=True,
        needs_contingency=True,
    ),
    Measure(
        "margin_airsea_low",
        "Air and sea margin, lowest in the year after the war opens",
        RATIO,
        "higher",
        "Combat aircraft, warships and interceptors, over those of 2024 with the US in.",
        "evidence 1.5, 1.6: IISS25, RUSI-T; weights are an assumption",
        "europe",
        headline=True,
        needs_contingency=True,
    ),
    Measure(
        "p_hold_low",
        "Chance that the defence holds if attacked, lowest in that year",
        "probability",
        "higher",
        "Follows from the land margin by one curve.",
        "evidence 1.6, P39 (grade C)",
        "europe",
        headline=True,
        needs_contingency=True,
    ),
    Measure(
        "margin_land_alone_low",
        "Land margin with no US forces at all, lowest in that year",
        RATIO,
        "higher",
        "The land margin of Europe and Canada alone.",
        "evidence 1.6",
        "europe",
        needs_contingency=True,
    ),
    Measure(
        "margin_land_end",
        "Land margin (Baltic) at the end",
        RATIO,
        "higher",
        "The same in the last quarter.",
        "evidence 1.6",
        "europe",
    ),
    Measure(
        "margin_airsea_end",
        "Air and sea margin at the end",
        RATIO,
        "higher",
        "The same in the last quarter.",
        "evidence 1.5, 1.6",
        "europe",
    ),
    Measure(
        "margin_land_alone_end",
        "Land margin with no US forces, at the end",
        RATIO,
        "higher",
        "What Europe and Canada alone could put against the requirement in the last quarter.",
        "evidence 1.6",
        "europe",
        headline=True,
    ),
    Measure(
        "years_to_cover",
        "Years until Europe and Canada alone meet the land requirement",
        "years from the start",
        "lower",
        "First quarter in which the land margin without the US reaches 1; empty if never.",
        "evidence 1.4, P28",
        "europe",
    ),
    Measure(
        "european_share_end",
        "Share of the land margin carried by Europe and Canada, at the end",
        "share",
        "neither",
        "Their part of the land force that counts.",
        "evidence 1.6",
        "europe",
    ),
    Measure(
        "p_attack",
        "Russian attack on a member by the end",
        "probability, expected value",
        "lower",
        "Sum of hazards up to a first attack; not a count of drawn attacks.",
        "evidence 1.9: P58 to P61 (grades B and C)",
        "europe",
        headline=True,
    ),
    Measure(
        "p_attack_window",
        "Russian attack within two years of the opening",
        "probability, expected value",
        "lower",
        "The same, counted from the opening of the contingency.",
        "evidence 1.9",
        "europe",
        needs_contingency=True,
    ),
    Measure(
        "p_both_wars",
        "Both wars at once",
        "probability, expected value",
        "lower",
        "Russian attack while US forces are held in the Pacific.",
        "evidence 1.9",
        "europe",
        headline=True,
        needs_contingency=True,
    ),
    Measure(
        "interceptors_end",
        "Interceptors in European stocks at the end",
        "missiles",
        "higher",
        "Against a need of 770 to 1,400 in a first month.",
        "evidence 1.5: RUSI-T; stocks are an assumption",
        "europe",
    ),
    Measure(
        "p_china_wins",
        "China takes Taiwan (published range, not simulated)",
        "probability",
        "lower",
        "Reduced form of published games; the same on every path by construction.",
        "evidence 1.7: FBNW",
        "taiwan",
        headline=True,
        needs_contingency=True,
    ),
    Measure(
        "gdp_loss_world",
        "GDP lost in year one, 39 modelled countries",
        "share of their GDP",
        "lower",
        "Scaled to published estimates of a war over Taiwan.",
        "evidence 1.10: BLOOM (grade B)",
        "taiwan",
        headline=True,
        needs_contingency=True,
    ),
    Measure(
        "gdp_loss_allies",
        "GDP lost in year one, Europe and Canada",
        "share of their GDP",
        "lower",
        "The same for the allies.",
        "evidence 1.10",
        "taiwan",
        needs_contingency=True,
    ),
    Measure(
        "members_at_2_2030",
        "Members at 2 % of GDP or more in 2030",
        "members of 32",
        "neither",
        "Counted with the United States.",
        "evidence 1.3",
        "alliance",
    ),
    Measure(
        "members_at_3_5_end",
        "Members at 3.5 % of GDP or more at the end",
        "members of 32",
        "neither",
        "Counted with the United States.",
        "evidence 1.3, P19",
        "alliance",
    ),
    Measure(
        "hardness_end",
        "Mean hardness toward China at the end",
        "0-1",
        "neither",
        "Mean over allies.",
        "evidence 1.1",
        "alliance",
    ),
    Measure(
        "hardness_spread_end",
        "Spread of hardness toward China at the end",
        "0-1, standard deviation",
        "neither",
        "How divided the allies are; not a measure of cohesion.",
        "evidence 1.1",
        "alliance",
    ),
    Measure(
        "spending_total",
        "All allied spending: defence, programmes, presence, aid",
        MONEY,
        "neither",
        "Europe and Canada; the difference between paths is what a path costs.",
        "evidence 1.3; every extra dollar of a path is in it",
        "cost",
        headline=True,
    ),
    Measure(
        "spending_share_end",
        "Allied defence spending in the last year",
        "share of GDP",
        "neither",
        "Europe and Canada.",
        "evidence 1.3",
        "cost",
    ),
    Measure(
        "presence_total",
        "Extra cost of Indo-Pacific presence",
        MONEY,
        "lower",
        "Cost of ships and aircraft on station.",
        "assumption, per ship and aircraft on station",
        "cost",
    ),
    Measure(
        "aid_total",
        "Aid to Ukraine",
        MONEY,
        "neither",
        "Europe and Canada.",
        "lever ukraine_aid",
        "cost",
    ),
    Measure(
        "ship_years",
        "Ships on station in the Indo-Pacific",
        "ship-years, 2024Q3 to the end",
        "neither",
        "One ship on station for one year is one ship-year.",
        "deployments of 2021 to 2024",
        "cost",
        headline=True,
    ),
    Measure(
        "ship_share",
        "Share of all allied ship-years bound by presence",
        "share",
        "lower",
        "Ship-years on station over those of the whole fleet.",
        "deployments of 2021 to 2024",
        "cost",
    ),
    Measure(
        "interceptors_ukraine",
        "Interceptors delivered to Ukraine",
        "missiles, 2024Q3 to the end",
        "neither",
        "What the priority for European stocks leaves.",
        "evidence 1.5; shares are an assumption",
        "cost",
    ),
    Measure(
        "interceptors_pacific",
        "Interceptors delivered to Pacific buyers",
        "missiles, 2024Q3 to the end",
        "neither",
        "What the priority for European stocks leaves.",
        "evidence 1.5; shares are an assumption",
        "cost",
    ),
)

MEASURES: dict[str, Measure] = {row.name: row for row in _ROWS}

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
}


def _series() -> dict[str, Series]:
    """One series for each field of the snapshot, with the unit that the field declares."""
    return {
        field.name: Series(field.name, _SERIES_LABELS[field.name], field.unit, field.meaning)
        for field in SNAPSHOT_FIELDS
    }


SERIES: dict[str, Series] = _series()
