"""Does a war over Taiwan cost each economy what was published?"""

from sim.validation.draw import Draw, Outputs
from sim.validation.module import Module
from sim.validation.modules.conditions import play_conditions

ORDER = ("TWN", "CHN", "USA")


def play(draw: Draw) -> Outputs:
    """Year-one losses of GDP in a war in which the United States fights."""
    found = play_conditions("economy", draw)
    taiwan, china, america = (found[f"invasion_base.gdp_loss_{iso3}"] for iso3 in ORDER)
    return found | {"losses_in_order": ((taiwan > china) & (china > america)).astype(float)}


MODULE = Module(
    name="economy",
    meaning="GDP lost in the first year of a war in which the United States fights.",
    parameters=("chip_loss_effect", "trade_loss_effect", "financial_loss_share"),
    play=play,
    repeats=3,
)
