"""What does one turn of a campaign leave, for the story and for pictures over days?"""

from sim.model.fields.field import LEVEL, Field
from sim.model.ladders import Asset

TURNS = 110  # rows that are kept: the first year of a contingency and more

EUROPE_FIELDS = tuple(
    Field(f"europe_{asset.name.lower()}", LEVEL, "share of the class in Europe or free to come")
    for asset in Asset
)

TURN_FIELDS = (
    Field("day", "days", "since the opening, at the end of the turn"),
    Field("kind", "code", "a member of Contingency"),
    Field("stage", "code", "a member of Stage"),
    Field("amphibious", "ships", "Chinese amphibious ships left"),
    Field("battalions_ashore", "battalions", "Chinese battalions ashore"),
    Field("taiwan_battalions", "battalions", "Taiwanese battalions that oppose them"),
    Field("ports_held", "ports", "ports and airfields that China holds"),
    Field("supply", LEVEL, "part of the supply that the lodgement needs"),
    Field("antiship_missiles", "missiles", "long-range anti-ship missiles left"),
    Field("cruise_missiles", "missiles", "air-launched cruise missiles left"),
    Field("interceptors_theatre", "missiles", "interceptors left in the theatre"),
    Field("china_base_missiles", "missiles", "Chinese missiles against bases left"),
    Field("us_aircraft_lost", "aircraft", "so far"),
    Field("coalition_aircraft_lost", "aircraft", "of the United States, Japan and Taiwan so far"),
    Field("china_aircraft_lost", "aircraft", "so far"),
    Field("us_ships_lost", "ships", "so far"),
    Field("coalition_ships_lost", "ships", "of all but China, merchants apart, so far"),
    Field("china_ships_lost", "ships", "so far"),
    Field("merchants_lost", "ships", "so far"),
    Field("electricity", LEVEL, "part of normal that Taiwan makes"),
    Field("gas_stock", "weeks", "gas in Taiwan, in weeks of normal use"),
    Field("coal_stock", "weeks", "coal in Taiwan, in weeks of normal use"),
    Field("oil_stock", "weeks", "oil in Taiwan, in weeks of normal use"),
    Field("china_level", "level", "a member of Level, 0 in an invasion"),
    Field("coalition_level", "level", "a member of Level, 0 in an invasion"),
    Field("trip_loss_share", LEVEL, "merchant trips of the week that are lost"),
    *EUROPE_FIELDS,
    Field("margin_land", "available/required", "land denial margin"),
    Field("margin_airsea", "available/required", "air and maritime denial margin"),
    Field("margin_fait", "available/required", "forces in place against a sudden attack"),
)
