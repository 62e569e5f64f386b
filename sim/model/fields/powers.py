"""What is true of the United States, China and Russia alone?"""

from sim.model.fields.field import LEVEL, USD_BN_YEAR, Field, code

UNITED_STATES_FIELDS = (
    code("seat", "its place in the roster"),
    code("administration", "a member of Administration"),
    Field("burden_pressure", LEVEL, "pressure on allies to spend"),
    code("retrench_step", "step from which forces leave whatever the path, -1 for never"),
    Field("retrench_share", LEVEL, "share of posture that leaves then"),
    Field("withheld_choice", LEVEL, "reinforcement withheld even in peace, -1 for none"),
    Field("commitment", LEVEL, "commitment to Europe"),
    Field("posture", "ratio to 2024", "posture in Europe in peace"),
    Field("alliance_first_commitment", LEVEL, "commitment to Europe, alliance-first"),
    Field("prioritiser_commitment", LEVEL, "commitment to Europe, prioritiser"),
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

CHINA_FIELDS = (
    code("seat", "its place in the roster"),
    code("us_seat", "place of the United States in the roster"),
    code("japan_seat", "place of Japan in the roster"),
    code("taiwan_seat", "place of Taiwan in the roster"),
    Field("quarantine_at_start", "log-odds", "quarantine against holding at the start"),
    Field("blockade_at_start", "log-odds", "blockade against holding at the start"),
    Field("invade_at_start", "log-odds", "invasion against holding at the start"),
    Field("spending_start", USD_BN_YEAR, "Chinese defence spending at the start"),
    Field("coalition_start", USD_BN_YEAR, "that of the US, Japan and Taiwan at the start"),
    Field("sanctions_start", LEVEL, "expected sanctions at the start"),
    Field("split_start", LEVEL, "perceived split at the start"),
    Field("balance", "log ratio", "change of the balance in its favour"),
    Field("deterrents", "log-odds", "what deters or provokes in peace"),
    Field("surge", LEVEL, "capability of those who would surge"),
    Field("p_crisis", "probability", "of a crisis this half-year"),
    Field("p_quarantine", "probability", "of a quarantine this half-year"),
    Field("p_blockade", "probability", "of a blockade this half-year"),
    Field("p_invade", "probability", "of an invasion this half-year"),
    code("crisis", "1 if a crisis opened this quarter"),
    code("crises", "crises so far"),
    Field("crisis_total", "expected crises", "sum of probabilities up to a first act"),
    Field("quarantine_total", "expected acts", "sum of probabilities up to a first act"),
    Field("blockade_total", "expected acts", "sum of probabilities up to a first act"),
    Field("invade_total", "expected acts", "sum of probabilities up to a first act"),
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
