"""What has a contingency destroyed so far, by side and class?"""

from sim.model.fields.field import Field

AIRCRAFT_LOST = (
    Field("us_aircraft_lost", "aircraft", "lost by the United States"),
    Field("japan_aircraft_lost", "aircraft", "lost by Japan"),
    Field("taiwan_aircraft_lost", "aircraft", "lost by Taiwan"),
    Field("china_aircraft_lost", "aircraft", "lost by China"),
)

SHIPS_LOST = (
    Field("us_carriers_lost", "ships", "aircraft carriers lost by the United States"),
    Field("us_escorts_lost", "ships", "other large surface ships lost by the United States"),
    Field("us_submarines_lost", "ships", "submarines lost by the United States"),
    Field("japan_ships_lost", "ships", "warships and submarines lost by Japan"),
    Field("taiwan_ships_lost", "ships", "warships lost by Taiwan"),
    Field("partner_ships_lost", "ships", "lost by Europeans, Australia, Korea and New Zealand"),
    Field("china_amphibious_lost", "ships", "amphibious ships lost by China"),
    Field("china_escorts_lost", "ships", "other large surface ships lost by China"),
    Field("china_submarines_lost", "ships", "submarines lost by China"),
    Field("merchants_lost", "ships", "merchant ships lost, seized or laid up for good"),
)

PEOPLE_LOST = (
    Field("china_casualties", "persons", "Chinese killed and missing"),
    Field("coalition_casualties", "persons", "killed and missing of all others"),
)

LOSS_FIELDS = AIRCRAFT_LOST + SHIPS_LOST + PEOPLE_LOST
