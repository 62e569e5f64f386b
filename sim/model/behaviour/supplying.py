"""How do fuel and electricity in Taiwan go on, week by week?"""

import math

from sim.rules.energy import electricity, fuel_burnt, fuel_left


def settle_stocks(campaign, p):
    """The first day: full stores, normal electricity."""
    campaign.gas_stock = p.taiwan_gas_stock
    campaign.coal_stock = p.taiwan_coal_stock
    campaign.oil_stock = p.taiwan_oil_stock
    campaign.arriving = 1.0
    campaign.electricity = 1.0
    campaign.electricity_low = 1.0
    campaign.electricity_week_3 = math.nan
    campaign.electricity_week_9 = math.nan
    campaign.electricity_week_21 = math.nan


def burn_fuel(campaign, p):
    """A week's fuel arrives, is burnt, and gives the electricity of the week.

    Fuel comes before other goods, so less of it goes missing.
    """
    fuel = min(1.0, campaign.arriving * p.fuel_priority)
    gas = fuel_burnt(campaign.gas_stock, fuel)
    coal = fuel_burnt(campaign.coal_stock, fuel)
    oil = fuel_burnt(campaign.oil_stock, fuel)
    campaign.gas_stock = fuel_left(campaign.gas_stock, fuel, gas)
    campaign.coal_stock = fuel_left(campaign.coal_stock, fuel, coal)
    campaign.oil_stock = fuel_left(campaign.oil_stock, fuel, oil)
    campaign.electricity = electricity(
        gas=gas,
        coal=coal,
        oil=oil,
        gas_share=p.gas_power_share,
        coal_share=p.coal_power_share,
        oil_share=p.oil_power_share,
    )
    keep_electricity(campaign)


def keep_electricity(campaign):
    """The lowest week, and the three weeks of which something is published."""
    campaign.electricity_low = min(campaign.electricity_low, campaign.electricity)
    if campaign.weeks == 3:
        campaign.electricity_week_3 = campaign.electricity
    if campaign.weeks == 9:
        campaign.electricity_week_9 = campaign.electricity
    if campaign.weeks == 21:
        campaign.electricity_week_21 = campaign.electricity
