"""What exists in the model? The records of each entity.

One declaration serves both engines: the Mesa agents take their attributes from these records, and
the compiled engine plays the same records as rows of numpy arrays. The fields, each with its unit
and meaning, are in `sim/model/fields/`; they are element 2 of the ODD protocol.
"""

from sim.model.fields.books import BILL_FIELDS, LEDGER_FIELDS, SNAPSHOT_FIELDS, STANCE_FIELDS
from sim.model.fields.campaign import CAMPAIGN_FIELDS
from sim.model.fields.council import COUNCIL_FIELDS, ITEM_FIELDS
from sim.model.fields.country import COUNTRY_FIELDS
from sim.model.fields.field import record
from sim.model.fields.powers import (
    ASSET_CLASS_FIELDS,
    CHINA_FIELDS,
    RUSSIA_FIELDS,
    UNITED_STATES_FIELDS,
)
from sim.model.fields.turn import TURN_FIELDS
from sim.model.fields.world import MARKET_FIELDS, WORLD_FIELDS

WORLD = record(WORLD_FIELDS)
MARKET = record(MARKET_FIELDS)
COUNTRY = record(COUNTRY_FIELDS)
UNITED_STATES = record(UNITED_STATES_FIELDS)
ASSET_CLASS = record(ASSET_CLASS_FIELDS)
COUNCIL = record(COUNCIL_FIELDS)
ITEM = record(ITEM_FIELDS)
CHINA = record(CHINA_FIELDS)
CAMPAIGN = record(CAMPAIGN_FIELDS)
RUSSIA = record(RUSSIA_FIELDS)
LEDGER = record(LEDGER_FIELDS)
SNAPSHOT = record(SNAPSHOT_FIELDS)
BILL = record(BILL_FIELDS)
STANCE = record(STANCE_FIELDS)
TURN = record(TURN_FIELDS)

ENTITIES = {
    "world": WORLD_FIELDS,
    "market": MARKET_FIELDS,
    "country": COUNTRY_FIELDS,
    "united_states": UNITED_STATES_FIELDS,
    "asset_class": ASSET_CLASS_FIELDS,
    "council": COUNCIL_FIELDS,
    "item": ITEM_FIELDS,
    "china": CHINA_FIELDS,
    "campaign": CAMPAIGN_FIELDS,
    "russia": RUSSIA_FIELDS,
    "ledger": LEDGER_FIELDS,
    "snapshot": SNAPSHOT_FIELDS,
    "bill": BILL_FIELDS,
    "stance": STANCE_FIELDS,
    "turn": TURN_FIELDS,
}
