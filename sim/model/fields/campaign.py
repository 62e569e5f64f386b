"""What is true of a contingency over Taiwan?"""

from sim.model.fields.field import LEVEL, Field, code

CAMPAIGN_FIELDS = (
    code("decides", "a member of Deciding: who settles whether China acts"),
    code("kind", "a member of Contingency: what happens about Taiwan"),
    code("japan_seat", "place of Japan in the roster"),
    code("opens", "step at which it opens, -1 for never"),
    code("taiwan_resists", "1 if Taiwan fights"),
    code("homeland_struck", "1 if North America is struck, which is in the treaty area"),
    code("us_choice", "US entry fixed by the scenario: 1 yes, 0 no, -1 drawn"),
    code("us_known", "1 if China knows beforehand whether the US fights"),
    code("japan_choice", "Japanese basing fixed by the scenario: 1, 0, or -1 drawn"),
    Field("us_delay_choice", "days", "delay fixed by the scenario, -1 drawn"),
    Field("days_choice", "days", "length fixed by the scenario, -1 drawn"),
    code("stage", "a member of Stage"),
    code("us_enters", "1 if the US fights"),
    code("japan_basing", "1 if US forces may fight from Japan"),
    code("eu_acts", "1 if the EU imposes sanctions, because no member vetoes them"),
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
