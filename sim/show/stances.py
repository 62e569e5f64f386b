"""What do the two ends of each stance mean?"""

STANCES = {
    "russia_threat": "Threat the government sees in Russia: none (0) to mortal (1).",
    "china_hardness": "Line toward China: soft (0) to tough (1).",
    "asia_role": "Role of the alliance in the Indo-Pacific: none (0) to as much as it can (1).",
    "china_engagement": "Economic ties with China: fewer (0) to as close as possible (1).",
    "national_presence": "Acting alone in Asia: never (0) to all the time (1).",
    "autonomy": "Europe acting without the United States: against (0) to leading the call (1).",
    "transactional": "Assent in the council: given freely (0) to always at a price (1).",
    "spend_will": "Will to spend on defence: none (0) to as much as is asked (1).",
    "base_access": "Letting US forces fight from its bases: surely not (0) to surely (1).",
    "europe_commitment": "Keeping US forces in Europe: no (0) to come what may (1).",
    "taiwan_will": "Fighting for Taiwan: surely not (0) to surely (1).",
    "burden_pressure": "Pressing allies to spend: not at all (0) to with threats (1).",
    "narrative_push": "Telling the region that the alliance brings war: never (0) to always (1).",
    "coercion_will": "Coercing who crosses it: never (0) to always (1).",
    "russia_alignment": "Backing Russia: not at all (0) to fully (1).",
}

IN_A_SENTENCE = {  # those on which a position in the council can rest
    "russia_threat": "the threat it sees in Russia",
    "china_hardness": "its toughness toward China",
    "asia_role": "its wish that the alliance act in the Indo-Pacific",
    "china_engagement": "its wish for closer economic ties with China",
    "autonomy": "its wish for a Europe that can act without the United States",
    "spend_will": "its will to spend on defence",
}
