"""What is true of a blockade or quarantine of Taiwan?"""

from sim.model.fields.field import LEVEL, Field, code

BLOCKADE_FIELDS = (
    code("china_level", "a member of Level: how far China goes, 0 before a blockade"),
    code("coalition_level", "a member of Level: how far the others go, 0 before a blockade"),
    code("china_level_peak", "highest level of China so far"),
    code("coalition_level_peak", "highest level of the others so far"),
    code("turns_to_invasion", "1 if China turns the blockade into an invasion"),
    code("weeks", "weeks of blockade so far"),
    code("dark_weeks", "weeks in a row with too little electricity"),
    Field("mines", LEVEL, "part of the mines laid that is still there"),
    Field("merchants", "ships", "merchant ships that sail to Taiwan"),
    Field("merchants_start", "ships", "those of the first week"),
    Field("trips", "trips", "tried by merchant ships so far"),
    Field("trips_lost", "trips", "sunk or seized so far"),
    Field("trip_loss_share", LEVEL, "part of the trips of this week that is lost"),
    Field("arriving", LEVEL, "goods that arrive this week beside a normal week"),
    Field("gas_stock", "weeks", "gas, in weeks of normal use"),
    Field("coal_stock", "weeks", "coal, in weeks of normal use"),
    Field("oil_stock", "weeks", "oil, in weeks of normal use"),
    Field("electricity", LEVEL, "electricity of this week beside normal"),
    Field("electricity_low", LEVEL, "lowest of a week so far"),
    Field("electricity_week_3", LEVEL, "electricity of the third week beside normal"),
    Field("electricity_week_9", LEVEL, "electricity of the ninth week beside normal"),
    Field("electricity_week_21", LEVEL, "electricity of week 21 beside normal"),
)
