"""How does a resolved scenario become the records that both engines play?

This is element 5 of the ODD protocol: every state variable that does not start at zero is set
here, from the facts and stance cards of the year in which the scenario starts.
"""

import math
from typing import NamedTuple

import numpy as np

from sim.data.load import Country, Facts, load_countries, load_facts, load_levers, parameter_names
from sim.data.stances import Card, stance_cards, us_cards
from sim.experiment.given import back_date, known_records
from sim.experiment.joint import Joint, posterior_of, prior_records
from sim.model import entities, ladders
from sim.model.fields.turn import TURNS
from sim.model.ladders import Agenda, Asset, Deciding, Front, UkraineWar
from sim.model.start import Start
from sim.scenario.case import Case, Contingency, Path
from sim.scenario.quarters import BASE_YEAR, steps_between

EARTH_RADIUS_KM = 6371.0
FRONTS = {"taiwan": Front.TAIWAN, "china": Front.CHINA}
SPENDING_HISTORY_YEARS = (10, 3)  # sustainment is read from ten to three years before the start


class Roster(NamedTuple):
    """The actors in playing order, and how many of them are allies and governments."""

    countries: tuple[Country, ...]
    n_allies: int
    n_governments: int


def build_start(
    case: Case, countries: dict[str, Country] | None = None, joint: Joint | None = None
) -> Start:
    """The records that a scenario begins with.

    Args:
        case: the resolved scenario.
        countries: roster to play, all 39 if it is not given.
        joint: values that parameters take together, those of the posterior if it is not given.

    Raises:
        ValueError: if the case does not give exactly the parameters that the rules use.
    """
    check_parameters_are_ours(case)
    facts = load_facts()
    roster = order(countries or load_countries())
    joint = joint or posterior_of(case)
    actors = actor_records(case, roster, facts)
    return Start(
        world=world_record(case, facts),
        market=np.zeros(1, entities.MARKET),
        council=np.zeros(1, entities.COUNCIL),
        items=np.zeros(len(Agenda), entities.ITEM),
        china=china_record(roster),
        campaign=campaign_record(case, roster),
        russia=np.zeros(1, entities.RUSSIA),
        united_states=united_states_record(case, roster, facts),
        ledger=np.zeros(1, entities.LEDGER),
        turns=no_turns(),
        classes=class_records(),
        countries=np.stack([allowed(actors, roster, path) for path in case.paths.values()]),
        distance_km=distances(roster, facts),
        levers=lever_records(case),
        levers_before=levers_before(case),
        known=known_records(case, roster.countries, facts),
        priors=prior_records(case, joint),
        joint=joint.rows,
        paths=tuple(case.paths),
        parameters=tuple(case.parameters),
        iso3=tuple(country.iso3 for country in roster.countries),
        steps=case.steps,
        n_allies=roster.n_allies,
        n_governments=roster.n_governments,
    )


def check_parameters_are_ours(case: Case) -> None:
    """Nothing, when the case gives the parameters of this program, in its order.

    numba names compiled code by a number that each record type has in its process. A cached engine
    that is loaded after code for another layout of the parameters can be linked with that code and
    play wrong numbers without a word, so one process must never see two layouts.

    Raises:
        ValueError: naming parameters that only one of them has.
    """
    ours = parameter_names()
    if tuple(case.parameters) != ours:
        names = ", ".join(sorted({*ours} ^ {*case.parameters})[:4]) or "the same in another order"
        raise ValueError(f"the case has other parameters than the rules: {names}")


def order(countries: dict[str, Country]) -> Roster:
    """Actors in playing order: allies, the United States, partners, then the rest."""
    ranks = ("nato", "us", "ap4", "china", "russia", "taiwan")
    ordered = tuple(sorted(countries.values(), key=lambda c: ranks.index(c.group)))
    n_allies = len([c for c in ordered if c.group == "nato"])
    n_governments = len([c for c in ordered if c.group in ("nato", "us", "ap4")])
    return Roster(ordered, n_allies, n_governments)


def world_record(case: Case, facts: Facts) -> np.ndarray:
    """Time, seed, horizon, and the factor by which money is shown."""
    world = np.zeros(1, entities.WORLD)
    world["seed"] = case.seed
    world["start_index"] = 4 * case.start[0] + case.start[1] - 1
    world["horizon"] = case.steps
    world["usd_2024"] = facts.value("EUR", "usd_2024_per_usd_2015")
    world["ukraine_end_step"] = -1
    world["ukraine_begin_step"] = -1
    world["attack_ruled_out"] = not case.history.russia_may_attack
    if case.ukraine_war_begins is not None:
        world["ukraine_begin_step"] = steps_between(case.start, case.ukraine_war_begins)
    if case.ukraine_war is not None:
        kind, when = case.ukraine_war
        world["ukraine_end_fixed"] = 1
        world["ukraine_end_kind"] = UkraineWar[kind.upper()]
        if when is not None:
            world["ukraine_end_step"] = steps_between(case.start, when)
    return world


def seat(roster: Roster, iso3: str) -> int:
    """Place of a country in the roster."""
    return [country.iso3 for country in roster.countries].index(iso3)


def china_record(roster: Roster) -> np.ndarray:
    """Where China finds itself and those whom it watches."""
    record = np.zeros(1, entities.CHINA)
    seats = {"seat": "CHN", "us_seat": "USA", "japan_seat": "JPN", "taiwan_seat": "TWN"}
    for name, iso3 in seats.items():
        record[name] = seat(roster, iso3)
    return record


def no_turns() -> np.ndarray:
    """Rows for the turns of a campaign, in which nothing is known yet."""
    turns = np.zeros(TURNS, entities.TURN)
    for name in entities.TURN.names or ():
        turns[name] = np.nan
    return turns


def campaign_record(case: Case, roster: Roster) -> np.ndarray:
    """What the scenario fixes about Taiwan; -1 stands for what is drawn."""
    fixed = case.contingency
    campaign = np.zeros(1, entities.CAMPAIGN)
    campaign["japan_seat"] = seat(roster, "JPN")
    campaign["opens"] = -1
    campaign["taiwan_resists"] = fixed.taiwan_resists
    campaign["homeland_struck"] = fixed.homeland_struck
    campaign["decides"] = Deciding.CHINA if fixed.kind == "endogenous" else Deciding.SCENARIO
    campaign["us_known"] = fixed.us_entry_known
    if fixed.opens is not None:
        campaign["kind"] = ladders.Contingency[fixed.kind.upper()]
        campaign["opens"] = steps_between(case.start, fixed.opens)
    campaign["levels_may_rise"] = fixed.levels_may_rise
    choices = {
        "us_choice": fixed.us_intervenes,
        "japan_choice": fixed.japan_basing,
        "us_delay_choice": fixed.us_delay_days,
        "days_choice": fixed.duration_days,
        "antiship_choice": fixed.antiship_missiles,
        "at_sea_choice": fixed.cruise_missiles_at_sea,
        "leak_choice": fixed.ship_leak_rate,
        "show_choice": fixed.show_of_force,
        "mainland_choice": fixed.mainland_strikes,
        "navies_choice": fixed.european_navies,
        "china_level_choice": fixed.china_level,
        "coalition_level_choice": fixed.coalition_level,
        "merchants_choice": fixed.merchants_sail,
    }
    for name, choice in choices.items():
        campaign[name] = -1 if choice is None else choice
    return campaign


def class_records() -> np.ndarray:
    """The eight classes of US assets, in the order of `Asset`."""
    classes = np.zeros(len(Asset), entities.ASSET_CLASS)
    classes["code"] = [asset.value for asset in Asset]
    return classes


def united_states_record(case: Case, roster: Roster, facts: Facts) -> np.ndarray:
    """The US posture in Europe and the two kinds of administration; -1 stands for not fixed."""
    year = case.start[0]
    record = np.zeros(1, entities.UNITED_STATES)
    record["seat"] = seat(roster, "USA")
    record["retrench_step"] = -1
    if case.us_retrenchment is not None:
        leaves_from, share = case.us_retrenchment
        record["retrench_step"] = steps_between(case.start, leaves_from)
        record["retrench_share"] = share
    record["withheld_choice"] = withheld_choice(case)
    record["brigades_in_europe"] = facts.value("USA", "us_brigades_in_europe", year)
    for kind, card in us_cards(facts, year).items():
        record[f"{kind}_hardness"] = card["china_hardness"].value
        record[f"{kind}_threat"] = card["russia_threat"].value
        record[f"{kind}_asia_role"] = card["asia_role"].value
        record[f"{kind}_engagement"] = card["china_engagement"].value
        record[f"{kind}_commitment"] = card["europe_commitment"].value
        record[f"{kind}_pressure"] = card["burden_pressure"].value
        record[f"{kind}_will"] = card["taiwan_will"].value
    return record


def withheld_choice(case: Case) -> float:
    """Share of US reinforcement withheld even in peace [0-1]; -1 stands for not fixed."""
    withheld = case.reinforcement_withheld
    return -1.0 if withheld is None else withheld


def actor_records(case: Case, roster: Roster, facts: Facts) -> np.ndarray:
    """One record for each country, from its facts and its stance card, moved by its swings."""
    year = case.start[0]
    records = np.zeros(len(roster.countries), entities.COUNTRY)
    cards = stance_cards(facts, year)
    for record, country in zip(records, roster.countries, strict=True):
        fill_identity(record, country, facts, year)
        fill_economy(record, country, facts, year)
        fill_budget(record, country, facts, year)
        fill_forces(record, country, facts, year)
        if country.group in ("nato", "us", "ap4"):
            fill_stances(record, cards[country.iso3])
            for stance, swing in case.swings.get(country.iso3, {}).items():
                record[stance] = min(1.0, max(0.0, record[stance] + swing))
        record["fights_choice"] = fights_choice(country.iso3, case.contingency)
        if case.history.growth_is_measured:
            back_date(record, case.start[1])
    records["gdp_weight"] = records["gdp"] / records["gdp"].max()
    return records


def fights_choice(iso3: str, contingency: Contingency) -> int:
    """Whether the scenario has a country fight for Taiwan: 1, 0, or -1 where it does not say."""
    if iso3 == "JPN":
        chosen = contingency.japan_takes_part
    elif contingency.partners_taking_part is None:
        chosen = None
    else:
        chosen = iso3 in contingency.partners_taking_part
    return -1 if chosen is None else int(chosen)


def fill_identity(record: np.void, country: Country, facts: Facts, year: int) -> None:
    """Who the country is."""
    record["code"] = country.code
    record["front"] = FRONTS.get(country.group, Front.NONE)
    if country.group in ("nato", "us"):
        record["accession_year"] = facts.value(country.iso3, "accession_year")
        record["is_member"] = record["accession_year"] <= year
    if country.group == "nato":
        record["us_personnel"] = facts.value(country.iso3, "us_personnel_based", year)
    record["is_eu"] = facts.value(country.iso3, "eu_member", year)
    record["border"] = facts.value(country.iso3, "border_russia_belarus", year)


def fill_economy(record: np.void, country: Country, facts: Facts, year: int) -> None:
    """What it earns, and from whom."""
    record["gdp"] = facts.value(country.iso3, "gdp_usd_bn_2015", year)
    record["gdp_trend"] = facts.value(country.iso3, "gdp_trend_growth", year)
    record["trade_china"] = facts.value(country.iso3, "trade_china_share", year)
    taiwan = facts.get(country.iso3, "imports_taiwan_share", year)
    record["trade_taiwan"] = taiwan.value
    record["trade_taiwan_sd"] = taiwan.sd or 0.0


def fill_budget(record: np.void, country: Country, facts: Facts, year: int) -> None:
    """What it spends on defence, and what it used to spend."""
    iso3 = country.iso3
    record["spending_share"] = facts.value(iso3, "defence_share", year)
    record["spending"] = record["spending_share"] * record["gdp"]
    record["equipment_share"] = facts.value(iso3, "equipment_share", year)
    early, late = (year - years for years in SPENDING_HISTORY_YEARS)
    record["spending_habit"] = mean_fact(facts, iso3, ("defence_share",), early, late)
    names = ("defence_usd_bn_2015", "equipment_share")
    record["equipment_history"] = mean_fact(facts, iso3, names, early, late)
    record["equipment_recent"] = mean_fact(facts, iso3, names, late + 1, year)


def mean_fact(facts: Facts, iso3: str, names: tuple[str, ...], first: int, last: int) -> float:
    """Mean over years of the product of facts; the earliest year stands in for earlier ones."""
    total = 0.0
    for year in range(first, last + 1):
        product = 1.0
        for name in names:
            product *= facts.value(iso3, name, year)
        total += product
    return total / (last - first + 1)


def fill_forces(record: np.void, country: Country, facts: Facts, year: int) -> None:
    """Units on the books, with the spread of what is not well known."""
    iso3 = country.iso3
    brigades = facts.get(iso3, "brigades", year)
    aircraft = facts.get(iso3, "combat_aircraft", year)
    hulls = [facts.get(iso3, name, year) for name in ("surface_combatants", "attack_submarines")]
    record["brigade_count"], record["brigade_count_sd"] = brigades.value, brigades.sd or 0.0
    record["aircraft_count"], record["aircraft_count_sd"] = aircraft.value, aircraft.sd or 0.0
    record["ship_count"] = hulls[0].value + hulls[1].value
    spread = (hulls[0].sd or 0.0, hulls[1].sd or 0.0)
    record["ship_count_sd"] = math.sqrt(spread[0] * spread[0] + spread[1] * spread[1])
    record["can_deploy_ships"] = facts.value(iso3, "sea_deployed_indo_pacific")
    record["can_deploy_aircraft"] = facts.value(iso3, "air_deployed_indo_pacific")


def fill_stances(record: np.void, card: Card) -> None:
    """What its government wants."""
    for name in ("china_hardness", "russia_threat", "asia_role", "china_engagement"):
        record[name] = card[name].value
        record[f"{name}_sd"] = card[name].sd
    for name in ("national_presence", "spend_will", "autonomy", "transactional"):
        record[name] = card[name].value
    if "base_access" in card:
        record["base_access"] = card["base_access"].value


def allowed(actors: np.ndarray, roster: Roster, path: Path) -> np.ndarray:
    """The actors of one path: who is asked for presence may be its own choice."""
    named = path.presence_countries
    records = actors.copy()
    records["may_deploy"] = [not named or country.iso3 in named for country in roster.countries]
    return records


def distances(roster: Roster, facts: Facts) -> np.ndarray:
    """Great-circle distances between capitals, to the kilometre [government, government]."""
    places = [
        tuple(math.radians(facts.value(c.iso3, name)) for name in ("capital_lat", "capital_lon"))
        for c in roster.countries[: roster.n_governments]
    ]
    table = [[float(round(great_circle_km(here, there))) for there in places] for here in places]
    return np.array(table)


def great_circle_km(here: tuple[float, ...], there: tuple[float, ...]) -> float:
    """Distance along the surface between two points in radians [km]."""
    half_lat = math.sin((there[0] - here[0]) / 2)
    half_lon = math.sin((there[1] - here[1]) / 2)
    chord = half_lat * half_lat + math.cos(here[0]) * math.cos(there[0]) * half_lon * half_lon
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def lever_records(case: Case) -> np.ndarray:
    """Lever values by path and step, one field for each lever of `levers.yaml`."""
    names = list(load_levers())
    records = np.zeros((len(case.paths), case.steps), [(name, np.float64) for name in names])
    for row, path in enumerate(case.paths.values()):
        for name in names:
            records[row][name] = path.levers[name]
    return records


def levers_before(case: Case) -> np.ndarray:
    """Lever values from which every path begins: those of 2024, earlier the baseline's first."""
    levers = load_levers()
    record = np.zeros(1, [(name, np.float64) for name in levers])
    baseline = case.paths.get(case.baseline)
    for name, lever in levers.items():
        early = baseline is not None and case.start[0] < BASE_YEAR
        record[name] = baseline.levers[name][0] if baseline and early else lever.value_2024
    return record
