"""What is true of the council and its agenda?"""

from sim.model.fields.field import LEVEL, SHARE_OF_GDP, Field, code

COUNCIL_FIELDS = (
    code("members_at_2", "members at 2 % of GDP or more"),
    code("members_at_3_5", "members at 3.5 % of GDP or more"),
    Field("spending_target", SHARE_OF_GDP, "target in force"),
    Field("spending_target_start", SHARE_OF_GDP, "target at the start"),
    Field("planning_decided", LEVEL, "contingency plans agreed"),
    code("agenda_first", "item with which the next meeting begins"),
    code("agenda_left", "items that there is still time for"),
    code("passed", "items passed so far"),
    code("blocked", "attempts that ended without a decision"),
    code("reservations", "reservations so far"),
    code("side_payments", "lone hold-outs won over so far"),
    Field("passed_seen", "items", "items passed that are still remembered"),
    Field("blocked_seen", "attempts", "blocked attempts that are still remembered"),
    Field("reservations_seen", "reservations", "reservations that are still remembered"),
    Field("dialogue", LEVEL, "time that talks with Chinese officials take"),
    Field("cohesion_total", "sum of years", "sum of the line below over the years"),
    code("cohesion_years", "years in that sum"),
    Field("cohesion_start", LEVEL, "the line below at the start"),
    Field("cohesion", LEVEL, "test decisions expected to pass without reservation"),
    Field("pledge_gap_mean", "percentage points of GDP", "mean distance of members to it"),
)

ITEM_FIELDS = (
    code("code", "a member of Agenda"),
    code("divisible", "1 if a weaker version can be agreed"),
    Field("proposed", LEVEL, "what the path asks for"),
    Field("in_force", LEVEL, "what is agreed"),
    Field("working", LEVEL, "what works of it, after a lag"),
    Field("objection", LEVEL, "mean position of those who refused last"),
    code("refusals", "governments that refused the last draft"),
    code("reservations", "governments with a reservation on the last draft"),
    code("holdout", "code of the last government to refuse"),
    Field("holdout_price", LEVEL, "how far that government sells its assent"),
    code("passed", "times that it passed"),
    code("blocked", "times that it was blocked"),
)
