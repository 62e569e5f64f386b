"""What is true of an invasion of Taiwan?"""

from sim.model.fields.field import LEVEL, Field, code

INVASION_FIELDS = (
    Field("leak_share", LEVEL, "missiles that get through to a defended ship"),
    code("at_sea", "1 if air-launched cruise missiles work against ships"),
    code("show_of_force", "1 if US forces were shown forward before the war"),
    code("mainland_strikes", "1 if the US strikes the Chinese mainland"),
    Field("battalions_waiting", "battalions", "Chinese battalions that wait to cross"),
    Field("battalions_ashore", "battalions", "Chinese battalions ashore"),
    Field("battalions_landed", "battalions", "Chinese battalions landed so far"),
    Field("taiwan_battalions", "battalions", "Taiwanese battalions that oppose them"),
    Field("taiwan_reserve", "battalions", "Taiwanese battalions not yet there"),
    Field("ports_held", "ports", "ports and airfields that China holds"),
    Field("supply", LEVEL, "part of the supply that the lodgement needs"),
    code("turn_before", "turns of a blockade before the invasion"),
    code("us_turns", "turns in which the US has fought"),
    code("starved_turns", "turns in a row with hardly any supply"),
    code("still_turns", "turns in a row in which next to nothing changed ashore"),
)
