"""Does industry grow as the United States' lines for 155 mm shells did from 2022 on?

The rules are those of European industry. Money comes from the second quarter of 2022, the shells
are bought whatever their number, and the time scale of European industry (P28) is left out.
"""

import numpy as np

from sim.model.behaviour.building import expand_industry
from sim.model.state import State
from sim.rules.industry import start_delay
from sim.validation.draw import Draw, Outputs, stand_in
from sim.validation.module import Module

SHELLS_FEB_2022 = 14_500.0  # a month
UNLIMITED = 1e9
PARAMETERS = (
    *("industry_start_delay", "industry_slip_months", "fulfilment_share"),
    *("industry_doubling_months", "industry_ceiling_multiple"),
)
OTHERS = ("capacity_use_share", "industry_headroom", "gap_closing_reference")
QUARTERS = {"shells_sep_2023": 6, "shells_sep_2024": 10, "shells_jul_2025": 13}  # after 2022Q1
HELD_OUT = ("shells_sep_2024", "shells_jul_2025")


def play(draw: Draw) -> Outputs:
    """Shells a month in September 2023."""
    return _months(draw, [name for name in QUARTERS if name not in HELD_OUT])


def play_later(draw: Draw) -> Outputs:
    """Shells a month after that."""
    return _months(draw, HELD_OUT)


def _months(draw: Draw, names: list[str] | tuple[str, ...]) -> Outputs:
    runs = [shells(p) for p in draw.samples((*PARAMETERS, *OTHERS))]
    return {name: np.array([run[QUARTERS[name]] for run in runs]) for name in names}


def shells(p: State) -> list[float]:
    """Shells a month at the end of each quarter, the first of 2022 being the beginning."""
    p.gap_closing_years = p.gap_closing_reference
    capacity = SHELLS_FEB_2022 / p.capacity_use_share
    market = stand_in(
        capacity=capacity,
        capacity_2024=capacity,
        funded=0.0,
        funded_started=0.0,
        demand=UNLIMITED,
        output=SHELLS_FEB_2022,
        start_delay=start_delay(
            delay_months=p.industry_start_delay,
            slip_months=p.industry_slip_months,
            fulfilment_share=p.fulfilment_share,
            time_factor=1.0,
        ),
    )
    told = [SHELLS_FEB_2022]
    for _ in range(max(QUARTERS.values())):
        expand_industry(market, p, stand_in(industry_expansion=1.0))
        told.append(market.output)
    return told


MODULE = Module(
    name="industry",
    meaning="US 155 mm shells from February 2022 on, funded from the second quarter of 2022.",
    parameters=PARAMETERS,
    play=play,
    play_held_out=play_later,
)
