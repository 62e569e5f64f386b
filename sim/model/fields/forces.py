"""Which forces and stocks do both sides have around Taiwan?"""

from sim.model.fields.field import Field

FORCE_FIELDS = (
    Field("us_aircraft", "aircraft", "US combat aircraft in the theatre"),
    Field("us_carriers", "ships", "US aircraft carriers in the theatre"),
    Field("us_escorts", "ships", "other large US surface ships in the theatre"),
    Field("us_submarines", "ships", "US attack submarines in the theatre"),
    Field("forward_carriers", "ships", "US carriers within reach of the first salvo"),
    Field("japan_aircraft", "aircraft", "Japanese combat aircraft"),
    Field("japan_ships", "ships", "Japanese large warships and submarines"),
    Field("partner_ships", "ships", "warships and submarines of other partners and Europeans"),
    Field("taiwan_aircraft", "aircraft", "Taiwanese combat aircraft"),
    Field("taiwan_ships", "ships", "Taiwanese warships"),
    Field("china_aircraft", "aircraft", "Chinese combat aircraft in the theatre"),
    Field("china_amphibious", "ships", "Chinese amphibious ships"),
    Field("china_amphibious_start", "ships", "those of the first day"),
    Field("china_escorts", "ships", "other large Chinese surface ships"),
    Field("china_submarines", "ships", "Chinese submarines"),
    Field("antiship_missiles", "missiles", "long-range anti-ship missiles of the US and partners"),
    Field("antiship_start", "missiles", "those of the first day"),
    Field("cruise_missiles", "missiles", "air-launched cruise missiles that can be fired at ships"),
    Field("cruise_start", "missiles", "those of the first day"),
    Field("coastal_missiles", "missiles", "anti-ship missiles of Taiwan"),
    Field("interceptors_theatre", "missiles", "interceptors that guard bases in the theatre"),
    Field("interceptors_start", "missiles", "those of the first day"),
    Field("china_base_missiles", "missiles", "Chinese missiles against bases"),
    Field("china_ship_missiles", "missiles", "Chinese missiles against ships far out"),
)
