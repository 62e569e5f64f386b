"""How fast is a Baltic capital reached, and what would it cost Europe to do without the US?"""

import numpy as np

from sim.data.load import load_countries, load_facts
from sim.rules.overrun import hours_to_capital
from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module

LIGHT_BRIGADES_2014 = 4.0  # twelve battalions, none of them heavy (RAND-B)
LONGEST_HOURS = 720.0
COST_SHARE = 0.035
EUR_FOR_USD_2024 = 0.924  # mean rate of 2024
PARAMETERS = ("march_hours", "sudden_required_brigades")


def play(draw: Draw) -> Outputs:
    """Hours to a capital against the forces of 2014, and the cost of 3.5 % of GDP."""
    hours = [
        hours_to_capital(
            march_hours=p.march_hours,
            margin=LIGHT_BRIGADES_2014 * p.light_brigade_weight / p.sudden_required_brigades,
            ceiling_hours=LONGEST_HOURS,
        )
        for p in draw.samples((*PARAMETERS, "light_brigade_weight"))
    ]
    cost = cost_of_full_substitution()
    return {"hours_to_capital_2014": np.array(hours), "cost_at_3_5": np.full(draw.futures, cost)}


def cost_of_full_substitution() -> float:
    """What allies in the EU would spend more at 3.5 % of the GDP of 2024 [bn EUR a year]."""
    facts, total = load_facts(), 0.0
    for iso3, country in load_countries().items():
        if country.group == "nato" and facts.value(iso3, "eu_member", 2024) == 1:
            missing = max(0.0, COST_SHARE - facts.value(iso3, "defence_share", 2024))
            total += facts.value(iso3, "gdp_usd_bn_2015", 2024) * missing
    return total * facts.value("EUR", "usd_2024_per_usd_2015") * EUR_FOR_USD_2024


MODULE = Module(
    name="denial",
    meaning="A sudden attack on the light forces of 2014, and the price of 3.5 % of GDP.",
    parameters=PARAMETERS,
    play=play,
)
