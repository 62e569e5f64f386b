"""What is true of a contingency over Taiwan?"""

from sim.model.fields.blockade import BLOCKADE_FIELDS
from sim.model.fields.field import LEVEL, Field, code
from sim.model.fields.forces import FORCE_FIELDS
from sim.model.fields.invasion import INVASION_FIELDS
from sim.model.fields.losses import LOSS_FIELDS

CHOICE_FIELDS = (
    code("decides", "a member of Deciding: who settles whether China acts"),
    code("japan_seat", "place of Japan in the roster"),
    code("taiwan_resists", "1 if Taiwan fights"),
    code("homeland_struck", "1 if North America is struck, which is in the treaty area"),
    code("us_choice", "US entry fixed by the scenario: 1 yes, 0 no, -1 drawn"),
    code("us_known", "1 if China knows beforehand whether the US fights"),
    code("japan_choice", "Japanese basing fixed by the scenario: 1, 0, or -1 drawn"),
    Field("us_delay_choice", "days", "delay fixed by the scenario, -1 drawn"),
    Field("days_choice", "days", "latest end of the fighting fixed by the scenario, -1 none"),
    Field("antiship_choice", "missiles", "long-range anti-ship missiles fixed, -1 drawn"),
    Field("at_sea_choice", "0/1", "cruise missiles work against ships: 1, 0, or -1 drawn"),
    Field("leak_choice", LEVEL, "missiles that get through to a ship, fixed, -1 drawn"),
    Field("show_choice", "0/1", "forward show of force: 1, 0, or -1 drawn"),
    Field("mainland_choice", "0/1", "strikes on the mainland: 1, 0, or -1 drawn"),
    Field("navies_choice", LEVEL, "European submarines and ships that are there, -1 as decided"),
    code("china_level_choice", "level of China in a blockade, a member of Level, -1 not fixed"),
    code("coalition_level_choice", "level of the others in a blockade, -1 not fixed"),
    code("levels_may_rise", "1 if a side may go up a level"),
    code("merchants_choice", "merchants sail to Taiwan: 0 none does, -1 as they decide"),
)

COURSE_FIELDS = (
    code("kind", "a member of Contingency: what happens about Taiwan"),
    code("kind_opened", "what it was on the first day"),
    code("opens", "step at which it opens, -1 for never"),
    code("worsened", "step at which it opened or became a graver kind, -1 for never"),
    code("fought_to", "last step in which it was fought"),
    code("stage", "a member of Stage"),
    code("outcome", "a member of Outcome"),
    code("turn", "turns since the opening"),
    code("us_enters", "1 if the US fights"),
    code("japan_basing", "1 if US forces may fight from Japan"),
    code("japan_fights", "1 if Japan fights"),
    code("eu_acts", "1 if the EU imposes sanctions, because no member vetoes them"),
    code("china_wins", "1 if China has taken Taiwan or Taiwan has yielded"),
    Field("entry_luck", LEVEL, "luck of the US entry, kept for when it grows graver"),
    Field("us_delay", "days", "days from opening to US entry"),
    Field("us_fighting", LEVEL, "part of this turn in which the US fights"),
    Field("us_reinforced", "ratio to 2024", "US forces in the Pacific"),
    Field("pacific_interceptors", "ratio to 2024", "interceptors in the Pacific"),
    Field("partners_fighting", LEVEL, "Australia, Korea, New Zealand that fight, by weight"),
    Field("european_navies", LEVEL, "British and French ships and submarines that are there"),
    Field("opening_day", "days", "day of the quarter on which it opens"),
    Field("day", "days", "days since the opening, at the end of this turn"),
    Field("turn_days", "days", "length of this turn"),
    Field("days", "days", "length of the fighting so far, or in all"),
    Field("days_open", "days", "days from opening to the end of this quarter"),
    Field("us_days", "days", "days of US fighting or holding so far"),
    Field("hold_days", "days", "days US forces stay after the fighting"),
    Field("intensity", LEVEL, "how much of the US effort it takes"),
    Field("europe_deficit", LEVEL, "part of the land force needed in Europe that was missing"),
    Field("missiles_gone_day", "days", "day on which the last anti-ship missile is fired"),
)

CAMPAIGN_FIELDS = (
    CHOICE_FIELDS + COURSE_FIELDS + FORCE_FIELDS + LOSS_FIELDS + INVASION_FIELDS + BLOCKADE_FIELDS
)
