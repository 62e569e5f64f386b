"""How does a contingency over Taiwan go, and what does it destroy?"""

from sim.analysis.scored.measure import Measure

INVASION = ("invasion", "endogenous")
BLOCKADE = ("blockade", "quarantine", "endogenous")
GAMES = "FBNW, LO for the forms; forces and rates as in parameters.yaml, many of them assumptions"
SO_FAR = "From the opening to the end of the fighting, or of the play."


def lost(name: str, label: str, unit: str, better: str, short: str = "") -> Measure:
    """A row for what one side loses of one class."""
    return Measure(
        name, label, unit, better, SO_FAR, GAMES, "taiwan", needs_contingency=True, short=short
    )


ROWS = (
    Measure(
        "p_china_wins",
        "China takes Taiwan, or Taiwan yields",
        "share of futures",
        "lower",
        "From a campaign that is fought turn by turn in every future.",
        GAMES,
        "taiwan",
        headline=True,
        needs_contingency=True,
        either=True,
        short="China takes Taiwan",
    ),
    Measure(
        "us_fought",
        "The United States fought",
        "share of futures",
        "neither",
        "It entered before the fighting was over.",
        "P45: FBNW for the cases, weights are assumptions",
        "taiwan",
        needs_contingency=True,
        either=True,
    ),
    lost("campaign_days", "Length of the fighting", "days", "neither"),
    lost("us_aircraft_lost", "US aircraft lost", "aircraft", "lower"),
    lost("japan_aircraft_lost", "Japanese aircraft lost", "aircraft", "lower"),
    lost("taiwan_aircraft_lost", "Taiwanese aircraft lost", "aircraft", "lower"),
    lost("china_aircraft_lost", "Chinese aircraft lost", "aircraft", "neither"),
    lost("us_carriers_lost", "US aircraft carriers lost", "ships", "lower"),
    lost("us_escorts_lost", "Other large US surface ships lost", "ships", "lower"),
    lost("us_submarines_lost", "US submarines lost", "ships", "lower"),
    lost("japan_ships_lost", "Japanese warships and submarines lost", "ships", "lower"),
    lost("taiwan_ships_lost", "Taiwanese warships lost", "ships", "lower"),
    lost("partner_ships_lost", "European and other partners' ships lost", "ships", "lower"),
    lost("china_amphibious_lost", "Chinese amphibious ships lost", "ships", "neither"),
    lost("china_escorts_lost", "Other large Chinese surface ships lost", "ships", "neither"),
    lost("china_ships_lost", "Large Chinese surface ships lost in all", "ships", "neither"),
    lost("china_submarines_lost", "Chinese submarines lost", "ships", "neither"),
    lost("merchants_lost", "Merchant ships lost", "ships", "lower"),
    lost("china_casualties", "Chinese killed and missing", "persons", "neither"),
    lost("coalition_casualties", "All others killed and missing", "persons", "lower"),
    Measure(
        "casualty_ratio",
        "Killed and missing of all others for one of China",
        "ratio",
        "lower",
        "Empty where China loses nobody.",
        GAMES,
        "taiwan",
        needs_contingency=True,
    ),
    Measure(
        "battalions_landed",
        "Chinese battalions landed",
        "battalions",
        "lower",
        "Put ashore by ship and by air, whatever became of them.",
        GAMES,
        "taiwan",
        needs_contingency=True,
        kinds=INVASION,
    ),
    Measure(
        "china_amphibious_lost_share",
        "Part of the Chinese amphibious ships lost",
        "share",
        "neither",
        "Below a tenth left, the fleet counts as defeated.",
        GAMES,
        "taiwan",
        needs_contingency=True,
        kinds=INVASION,
    ),
    Measure(
        "missiles_gone_day",
        "Day of the last long-range anti-ship missile",
        "days",
        "higher",
        "Empty where some are left.",
        "P43: FBNW",
        "taiwan",
        needs_contingency=True,
        kinds=INVASION,
    ),
    Measure(
        "trip_loss_share",
        "Merchant trips to Taiwan that are lost",
        "share of trips",
        "lower",
        "Sunk or seized, of the trips that were tried.",
        "LO for the form and for two levels; the others are assumptions",
        "taiwan",
        needs_contingency=True,
        kinds=BLOCKADE,
    ),
    Measure(
        "electricity_low",
        "Lowest electricity of a week in Taiwan",
        "share of normal",
        "higher",
        "What fuel in stock, fuel that arrives, and sources that need none allow.",
        "LO for stocks and shares of fuels",
        "taiwan",
        headline=True,
        needs_contingency=True,
        kinds=("blockade", "quarantine"),
        short="Lowest electricity in Taiwan",
    ),
    *(
        Measure(
            f"electricity_week_{week}",
            f"Electricity in Taiwan in week {week}",
            "share of normal",
            "higher",
            "Empty where it did not last that long.",
            "LO for stocks and shares of fuels",
            "taiwan",
            needs_contingency=True,
            kinds=BLOCKADE,
        )
        for week in (3, 9, 21)
    ),
    *(
        Measure(
            f"{side}_level_peak",
            f"Highest level of {words} in a blockade",
            "level, 1 boarding to 4 wider war",
            "lower",
            "1 boarding, 2 submarines and mines, 3 limited war, 4 wider war.",
            "LO for the levels; the chances to rise are assumptions",
            "taiwan",
            needs_contingency=True,
            kinds=BLOCKADE,
        )
        for side, words in (("china", "China"), ("coalition", "the other side"))
    ),
)
