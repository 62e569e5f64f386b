"""Which parts of the model are held against published figures?"""

from sim.data.targets import module_names
from sim.validation.module import Module
from sim.validation.modules import (
    blockade,
    campaign,
    china_choice,
    coercion,
    council,
    denial,
    economy,
    industry,
    regional,
    russia,
    spending,
    us_posture,
)

_ALL = (
    spending.MODULE,
    council.MODULE,
    industry.MODULE,
    us_posture.MODULE,
    denial.MODULE,
    campaign.MODULE,
    blockade.MODULE,
    china_choice.MODULE,
    russia.MODULE,
    economy.MODULE,
    coercion.MODULE,
    regional.MODULE,
)


def modules() -> dict[str, Module]:
    """Every part by name, in the order of targets.csv."""
    by_name = {module.name: module for module in _ALL}
    return {name: by_name[name] for name in module_names()}
