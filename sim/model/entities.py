"""What exists in the model? The state variables of each entity, with unit and meaning.

One declaration serves both engines: the Mesa agents take their attributes from these records, and
the compiled engine plays the same records as rows of numpy arrays. This file is element 2 of the
ODD protocol.
"""

from typing import NamedTuple

import numpy as np


class Field(NamedTuple):
    """One state variable: its name, its unit and what it means; `whole` for counts and codes."""

    name: str
    unit: str
    meaning: str
    whole: bool = False


def record(fields: tuple[Field, ...]) -> np.dtype:
    """The numpy record of an entity: float64 for quantities, int64 for counts and codes."""
    return np.dtype([(f.name, np.int64 if f.whole else np.float64) for f in fields], align=True)


def code(name: str, meaning: str) -> Field:
    """A field that holds a code, a flag or a step number."""
    return Field(name, "code", meaning, whole=True)


SHARE_OF_GDP = "share of GDP"
USD_BN = "2015 USD bn"
USD_2024_BN = "2024 USD bn"
USD_BN_YEAR = "2015 USD bn/year"
LEVEL = "0-1"

WORLD_FIELDS = (
    code("seed", "seed of the study"),
    code("future", "number of the future within the seed"),
    code("step", "quarters since the start"),
    code("year", "calendar year of this quarter"),
    code("quarter", "quarter of the year, 1 to 4"),
    Field("usd_2024", "2024 USD per 2015 USD", "factor by which money is shown"),
    code("start_index", "quarter of the start, counted as 4 x year + quarter - 1"),
    code("horizon", "number of quarters that are played"),
    code("ukraine_war", "state of the war in Ukraine: a member of UkraineWar"),
    code("ukraine_war_ended", "step at which the fighting stopped, -1 while it lasts"),
    Field("war_shock", LEVEL, "how fresh the shock of a war in Europe is in budgets"),
    Field("presence", LEVEL, "Indo-Pacific presence asked of allies this quarter"),
    Field("presence_2024", LEVEL, "Indo-Pacific presence of 2024"),
    Field("planning", LEVEL, "contingency plans that work, not only those decided"),
    Field("planning_drafted", LEVEL, "contingency plans decided and still being worked out"),
    Field("enablers", LEVEL, "US enablers in Europe that Europeans can replace"),
    Field("enablers_ordered", LEVEL, "European enablers on order"),
    Field("enabler_spending", USD_BN_YEAR, "spent by allies on enablers this quarter"),
    Field("ukraine_support", "ratio to 2024", "aid and missiles that reach Ukraine"),
    Field("growth_seen_total", USD_BN_YEAR, "growth of allied budgets as last seen"),
    Field("spending_seen_total", USD_BN_YEAR, "allied budgets behind it"),
    Field("ship_weight_total", "ships", "sum of the weights that share out ships"),
    Field("aircraft_weight_total", "aircraft", "sum of the weights that share out aircraft"),
    Field("aircraft_required", "aircraft", "ready at the start with those of the US"),
    Field("ships_required", "ships", "ready at the start with those of the US"),
    Field("ready_brigades", "brigade-equivalents", "allied brigades ready by day 30"),
    Field("ready_aircraft", "aircraft", "allied combat aircraft ready in Europe"),
    Field("ready_ships", "ships", "allied large warships and submarines ready in Europe"),
    Field("aircraft_ratio", "available/required", "combat aircraft in Europe"),
    Field("ships_ratio", "available/required", "large warships in Europe"),
    Field("interceptors_ratio", "available/required", "interceptors against a month of need"),
    Field("us_command", LEVEL, "attention of the US command to Europe"),
    Field("cohesion_factor", LEVEL, "share of allied forces that fights as one (kappa)"),
    Field("mobility", LEVEL, "share of allied forces that enablers can move in time"),
    Field("margin_land", "available/required", "land denial margin, Baltic"),
    Field("margin_land_without_us", "available/required", "the same with no US forces"),
    Field("margin_airsea", "available/required", "air and maritime denial margin"),
    Field("european_share", LEVEL, "share of the land margin carried by Europe and Canada"),
    Field("p_hold", "probability", "the defence of the Baltic holds if attacked now"),
    Field("allied_spending", USD_BN_YEAR, "defence spending of Europe and Canada"),
    Field("allied_gdp", USD_BN_YEAR, "GDP of Europe and Canada"),
    Field("allied_spending_share", SHARE_OF_GDP, "the one over the other"),
    Field("hardness_mean", LEVEL, "mean hardness of members toward China"),
    Field("hardness_spread", LEVEL, "standard deviation of hardness across members"),
    Field("threat_mean", LEVEL, "mean threat that members see in Russia"),
    Field("ships_on_station", "ships", "allied ships on station in the Indo-Pacific"),
    Field("aircraft_on_station", "aircraft", "allied aircraft on station in the Indo-Pacific"),
    Field("gdp_loss_world", SHARE_OF_GDP, "year-one loss of the modelled countries together"),
)

MARKET_FIELDS = (
    Field("capacity", USD_BN_YEAR, "equipment that European industry could deliver"),
    Field("capacity_2024", USD_BN_YEAR, "the same at the start"),
    Field("funded", LEVEL, "expansion that is funded and has passed half the start lag"),
    Field("funded_started", LEVEL, "expansion whose lines have started"),
    Field("output", USD_BN_YEAR, "equipment that industry delivers"),
    Field("demand", USD_BN_YEAR, "equipment that allies order"),
    Field("price", "ratio to 2024", "price of equipment"),
    Field("start_delay", "years", "lag from money to the first new line"),
    Field("interceptor_output", "missiles/year", "interceptors made in Europe"),
    Field("interceptors_ukraine", "missiles", "delivered to Ukraine since the start"),
    Field("interceptors_pacific", "missiles", "delivered to Pacific buyers since the start"),
    Field("interceptors", "missiles", "stock of the European allies and Canada"),
    Field("interceptors_leading", "missiles", "ordered missiles not yet delivered"),
    Field("interceptors_ukraine_ratio", "ratio to 2024", "missiles that reach Ukraine a year"),
)

COUNTRY_FIELDS = (
    code("code", "ISO 3166 numeric code, the address of the country's luck"),
    code("is_member", "1 for a NATO member"),
    Field("china_hardness", LEVEL, "toughness of the government toward China"),
    Field("china_hardness_anchor", LEVEL, "what the government comes back to"),
    Field("china_hardness_start", LEVEL, "anchor at the start"),
    Field("china_hardness_heard", LEVEL, "what it hears from its peers"),
    Field("russia_threat", LEVEL, "threat that the government sees in Russia"),
    Field("russia_threat_anchor", LEVEL, "what the government comes back to"),
    Field("russia_threat_start", LEVEL, "anchor at the start"),
    Field("russia_threat_heard", LEVEL, "what it hears from its peers"),
    Field("china_hardness_sd", LEVEL, "how well the start is known"),
    Field("russia_threat_sd", LEVEL, "how well the start is known"),
    Field("asia_role_sd", LEVEL, "how well the wish below is known"),
    Field("china_engagement_sd", LEVEL, "how well the wish below is known"),
    Field("asia_role", LEVEL, "wants the alliance to act in the Indo-Pacific"),
    Field("china_engagement", LEVEL, "wants closer economic ties with China"),
    Field("national_presence", LEVEL, "acts alone in Asia"),
    Field("spend_will", LEVEL, "will to spend on defence"),
    Field("border", "0/1", "land border with Russia or Belarus"),
    Field("gdp", USD_BN_YEAR, "GDP"),
    Field("gdp_potential", USD_BN_YEAR, "GDP without the contingency"),
    Field("gdp_growth", "1/year", "real growth of GDP this year"),
    Field("gdp_trend", "1/year", "growth that the country comes back to"),
    Field("gdp_weight", LEVEL, "voice among peers: GDP relative to the largest"),
    Field("trade_china", SHARE_OF_GDP, "goods trade with China"),
    Field("trade_taiwan", SHARE_OF_GDP, "goods imported from Taiwan"),
    Field("trade_taiwan_sd", SHARE_OF_GDP, "how well that is known"),
    code("front", "member of Front: none, Taiwan or China, which lose as parties to the war"),
    Field("gdp_loss", SHARE_OF_GDP, "year-one loss from the contingency"),
    Field("spending", USD_BN_YEAR, "defence spending this year"),
    Field("spending_share", SHARE_OF_GDP, "defence spending over GDP"),
    Field("spending_habit", SHARE_OF_GDP, "share that the country falls back to without a shock"),
    Field("spending_growth", "1/year", "growth of the budget decided last"),
    Field("spending_growth_seen", "1/year", "what the others know of it, one quarter late"),
    Field("fiscal_ceiling", SHARE_OF_GDP, "spending that the treasury will not pass"),
    Field("equipment_share", LEVEL, "share of defence spending that buys equipment"),
    Field("equipment_history", USD_BN_YEAR, "mean equipment spending of 2014 to 2021"),
    Field("equipment_recent", USD_BN_YEAR, "mean equipment spending of the last three years"),
    Field("sustain_spending", USD_BN_YEAR, "equipment a year that keeps forces as they are"),
    Field("running_spending_start", USD_BN_YEAR, "running costs at the start"),
    Field("brigade_count", "brigades", "combat brigades on the books"),
    Field("brigade_count_sd", "brigades", "how well that is known"),
    Field("aircraft_count", "aircraft", "combat aircraft on the books"),
    Field("aircraft_count_sd", "aircraft", "how well that is known"),
    Field("ship_count", "ships", "large warships and attack submarines on the books"),
    Field("ship_count_sd", "ships", "how well that is known"),
    Field("modernity", LEVEL, "worth of a unit on the books, by spending behind it"),
    Field("brigades", "brigade-equivalents", "ready by day 30 at the start"),
    Field("aircraft", "aircraft", "ready modern combat aircraft at the start"),
    Field("ships", "ships", "large warships and submarines, less those lost"),
    Field("force_value", USD_BN, "what the forces of the start would cost to build"),
    Field("strength", "ratio to 2024", "size of the forces"),
    Field("readiness", "ratio to 2024", "readiness of the forces"),
    Field("orders_early", USD_BN, "equipment on order, first third of the wait"),
    Field("orders_middle", USD_BN, "equipment on order, second third"),
    Field("orders_late", USD_BN, "equipment on order, last third"),
    Field("can_deploy_ships", "0/1", "has sent warships to the Indo-Pacific, 2021 to 2024"),
    Field("can_deploy_aircraft", "0/1", "has sent aircraft to the Indo-Pacific, 2021 to 2024"),
    Field("may_deploy", "0/1", "the path asks this country for presence"),
    Field("ship_weight", "ships", "weight in sharing out the ships asked"),
    Field("aircraft_weight", "aircraft", "weight in sharing out the aircraft asked"),
    Field("return_days", "days", "time that its units need to come home"),
    Field("ships_on_station", "ships", "on station in the Indo-Pacific"),
    Field("ships_committed", "ships", "on station, under way, or bound by the rotation"),
    Field("aircraft_on_station", "aircraft", "on station in the Indo-Pacific"),
    Field("ships_lost", "ships", "lost in the contingency"),
    Field("joins", "0/1", "its units on station joined the campaign"),
    Field("presence_spending", USD_BN_YEAR, "cost of its presence"),
    Field("programme_spending", USD_BN_YEAR, "its share of common programmes of the path"),
    Field("aid_spending", USD_BN_YEAR, "its aid to Ukraine"),
    Field("spending_total", USD_BN, "defence, programmes, presence and aid since the start"),
    Field("presence_total", USD_BN, "presence alone since the start"),
    Field("aid_total", USD_BN, "aid to Ukraine since the start"),
    Field("ship_years", "ship-years", "on station since the start"),
    Field("ship_years_fleet", "ship-years", "of its whole fleet since the start"),
)

UNITED_STATES_FIELDS = (
    code("administration", "a member of Administration"),
    Field("burden_pressure", LEVEL, "pressure on allies to spend"),
    Field("brigades_in_europe", "brigades", "US brigades in Europe, peacetime posture"),
    Field("aircraft_for_europe", "aircraft", "US combat aircraft on which Europe counts"),
    Field("ships_for_europe", "ships", "US warships on which Europe counts"),
    Field("interceptors_for_europe", "missiles", "US interceptors on which Europe counts"),
    Field("engaged", LEVEL, "political and command attention tied down in the Pacific"),
    Field("alliance_first_hardness", LEVEL, "hardness toward China, alliance-first"),
    Field("alliance_first_threat", LEVEL, "threat seen in Russia, alliance-first"),
    Field("alliance_first_pressure", LEVEL, "burden pressure, alliance-first"),
    Field("prioritiser_hardness", LEVEL, "hardness toward China, prioritiser"),
    Field("prioritiser_threat", LEVEL, "threat seen in Russia, prioritiser"),
    Field("prioritiser_pressure", LEVEL, "burden pressure, prioritiser"),
)

ASSET_CLASS_FIELDS = (
    code("code", "a member of Asset"),
    Field("drawn_share", LEVEL, "what a full Pacific war pulls from Europe (phi)"),
    Field("lost_share", LEVEL, "part of what was pulled that is lost or fired"),
    Field("rebuild_years", "years", "time in which industry replaces what was lost"),
    Field("away", LEVEL, "share of the class now in the Pacific"),
    Field("lost", LEVEL, "share of the class lost and not yet replaced"),
    Field("present", LEVEL, "share of the class in Europe or free to come"),
    Field("drawn_peak", LEVEL, "largest share away or lost so far"),
)

COUNCIL_FIELDS = (
    code("members_at_2", "members at 2 % of GDP or more"),
    code("members_at_3_5", "members at 3.5 % of GDP or more"),
    Field("spending_target", SHARE_OF_GDP, "target in force"),
    Field("pledge_gap_mean", "percentage points of GDP", "mean distance of members to it"),
)

CAMPAIGN_FIELDS = (
    code("kind", "a member of Contingency: what the scenario fixes"),
    code("opens", "step at which it opens, -1 for never"),
    code("us_choice", "US entry fixed by the scenario: 1 yes, 0 no, -1 drawn"),
    code("japan_choice", "Japanese basing fixed by the scenario: 1, 0, or -1 drawn"),
    Field("us_delay_choice", "days", "delay fixed by the scenario, -1 drawn"),
    Field("days_choice", "days", "length fixed by the scenario, -1 drawn"),
    code("stage", "a member of Stage"),
    code("us_enters", "1 if the US fights"),
    code("japan_basing", "1 if US forces may fight from Japan"),
    code("china_wins", "1 if the published range, drawn, gives China the island"),
    Field("us_delay", "days", "days from opening to US entry"),
    Field("opening_day", "days", "day of the quarter on which it opens"),
    Field("days", "days", "length of the fighting"),
    Field("days_open", "days", "days from opening to the end of this quarter"),
    Field("us_days", "days", "days of US fighting or holding so far"),
    Field("hold_days", "days", "days US forces stay after the fighting"),
    Field("intensity", LEVEL, "how much of the US effort it takes"),
    Field("p_china_wins", "probability", "published range, not simulated"),
)

RUSSIA_FIELDS = (
    Field("reconstitution", LEVEL, "how far Russian forces have recovered"),
    Field("reconstitution_floor", LEVEL, "part of them free while the war in Ukraine lasts"),
    Field("ending_factor", "ratio", "how the end of the war in Ukraine changes recovery"),
    Field("recovery_years", "years", "median time to recover after the fighting"),
    Field("attack_hazard", "1/quarter", "hazard of an attack on a member this quarter"),
    Field("attack_hazard_total", "expected attacks", "sum of hazards up to a first attack"),
    code("attacked", "step of the attack on a member, -1 for none"),
    code("defence_held", "1 held, 0 did not hold, -1 no attack"),
)

LEDGER_FIELDS = (
    Field("margin_land_low", "available/required", "lowest in the year after the opening"),
    Field("margin_airsea_low", "available/required", "lowest in the year after the opening"),
    Field("margin_land_alone_low", "available/required", "lowest without the US in that year"),
    Field("p_hold_low", "probability", "lowest in the year after the opening"),
    Field("margin_land_end", "available/required", "in the last quarter"),
    Field("margin_airsea_end", "available/required", "in the last quarter"),
    Field("margin_land_alone_end", "available/required", "without the US, in the last quarter"),
    Field("european_share_end", LEVEL, "in the last quarter"),
    Field("years_to_cover", "years", "until Europe and Canada alone meet the requirement"),
    Field("p_attack", "probability", "Russian attack on a member by the end"),
    Field("p_attack_window", "probability", "Russian attack within two years of the opening"),
    Field("p_both_wars", "probability", "Russian attack while the US is held in the Pacific"),
    Field("p_china_wins", "probability", "published range, not simulated"),
    Field("members_at_2_2030", "members", "at 2 % of GDP in 2030"),
    Field("members_at_3_5_end", "members", "at 3.5 % of GDP in the last year"),
    Field("spending_total", USD_2024_BN, "all allied spending since the start"),
    Field("spending_share_end", SHARE_OF_GDP, "allied spending in the last year"),
    Field("presence_total", USD_2024_BN, "cost of presence since the start"),
    Field("aid_total", USD_2024_BN, "aid to Ukraine since the start"),
    Field("ship_years", "ship-years", "on station in the Indo-Pacific since the start"),
    Field("ship_share", LEVEL, "ship-years bound by presence over those of the fleet"),
    Field("gdp_loss_world", SHARE_OF_GDP, "year-one loss, modelled countries"),
    Field("gdp_loss_allies", SHARE_OF_GDP, "year-one loss, Europe and Canada"),
    Field("interceptors_end", "missiles", "allied stock in the last quarter"),
    Field("interceptors_ukraine", "missiles", "delivered to Ukraine since the start"),
    Field("interceptors_pacific", "missiles", "delivered to Pacific buyers since the start"),
    Field("hardness_end", LEVEL, "mean hardness toward China in the last quarter"),
    Field("hardness_spread_end", LEVEL, "spread of hardness in the last quarter"),
    Field("attack_drawn", "0/1", "whether this future drew a Russian attack"),
)

SNAPSHOT_FIELDS = (
    Field("margin_land", "available/required", "land denial margin, Baltic"),
    Field("margin_land_without_us", "available/required", "the same with no US forces"),
    Field("margin_airsea", "available/required", "air and maritime denial margin"),
    Field("p_hold", "probability", "the defence holds if attacked now"),
    Field("european_share", LEVEL, "share of the land margin carried by Europe and Canada"),
    Field("spending_share", SHARE_OF_GDP, "defence spending of Europe and Canada"),
    Field("price", "ratio to 2024", "price of equipment"),
    Field("ready_brigades", "brigade-equivalents", "allied brigades ready by day 30"),
    Field("ready_aircraft", "aircraft", "allied combat aircraft ready in Europe"),
    Field("ready_ships", "ships", "allied large warships and submarines ready in Europe"),
    Field("interceptors", "missiles", "stock of Europe and Canada"),
    Field("planning", LEVEL, "contingency plans that work"),
    Field("hardness_mean", LEVEL, "mean hardness of allies toward China"),
    Field("hardness_spread", LEVEL, "standard deviation of hardness across allies"),
    Field("threat_mean", LEVEL, "mean threat that allies see in Russia"),
    Field("attack_hazard", "1/quarter", "hazard of a Russian attack on a member"),
    Field("reconstitution", LEVEL, "how far Russian forces have recovered"),
)

BILL_FIELDS = (
    Field("spending_total", USD_2024_BN, "all spending since the start"),
    Field("presence_total", USD_2024_BN, "cost of presence since the start"),
    Field("aid_total", USD_2024_BN, "aid to Ukraine since the start"),
    Field("ship_years", "ship-years", "on station in the Indo-Pacific since the start"),
    Field("spending_share", SHARE_OF_GDP, "defence spending in the last year"),
    Field("gdp_loss", SHARE_OF_GDP, "year-one loss from the contingency"),
    Field("strength", "ratio to 2024", "size of the forces in the last quarter"),
    Field("china_hardness", LEVEL, "toughness toward China in the last quarter"),
    Field("russia_threat", LEVEL, "threat seen in Russia in the last quarter"),
)

WORLD = record(WORLD_FIELDS)
MARKET = record(MARKET_FIELDS)
COUNTRY = record(COUNTRY_FIELDS)
UNITED_STATES = record(UNITED_STATES_FIELDS)
ASSET_CLASS = record(ASSET_CLASS_FIELDS)
COUNCIL = record(COUNCIL_FIELDS)
CAMPAIGN = record(CAMPAIGN_FIELDS)
RUSSIA = record(RUSSIA_FIELDS)
LEDGER = record(LEDGER_FIELDS)
SNAPSHOT = record(SNAPSHOT_FIELDS)
BILL = record(BILL_FIELDS)

ENTITIES = {
    "world": WORLD_FIELDS,
    "market": MARKET_FIELDS,
    "country": COUNTRY_FIELDS,
    "united_states": UNITED_STATES_FIELDS,
    "asset_class": ASSET_CLASS_FIELDS,
    "council": COUNCIL_FIELDS,
    "campaign": CAMPAIGN_FIELDS,
    "russia": RUSSIA_FIELDS,
    "ledger": LEDGER_FIELDS,
    "snapshot": SNAPSHOT_FIELDS,
    "bill": BILL_FIELDS,
}
