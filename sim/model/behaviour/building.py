"""How does industry grow, and how do orders become forces?"""

from sim.model.behaviour.settling import time_factor
from sim.model.ladders import Stage, UkraineWar
from sim.rules.curves import clamp
from sim.rules.industry import (
    capacity_next,
    delayed_next,
    joint_saving,
    moved_on,
    readiness_next,
    scarcity_price,
    strength_next,
)
from sim.rules.russia import support_for_ukraine


def expand_industry(market, p, lever):
    """Funded expansion passes its start lag; capacity ramps toward it, no further than orders."""
    half = market.start_delay / 2
    market.funded_started = delayed_next(market.funded_started, market.funded, half)
    market.funded = delayed_next(market.funded, lever.industry_expansion, half)
    funded = market.capacity_2024 * (1 + (p.industry_ceiling_multiple - 1) * market.funded_started)
    wanted = p.industry_headroom * market.demand / p.capacity_use_share
    market.capacity = capacity_next(
        capacity=market.capacity,
        ceiling=min(funded, wanted),
        doubling_months=p.industry_doubling_months,
        time_factor=time_factor(p),
    )
    market.output = market.capacity * p.capacity_use_share


def set_price(market, allies, p):
    """Scarcity sets the price of equipment for everybody."""
    demand = 0.0
    for ally in allies:
        demand += ally.spending * ally.equipment_share
    market.demand = demand
    price = scarcity_price(
        demand=demand,
        output=market.output,
        scarcity_effect=p.scarcity_price_effect,
        ceiling=p.scarcity_price_ceiling,
    )
    market.price = price / market.price_2024


def equip(ally, market, world, p, lever):
    """Orders move through the three thirds of the wait and become forces; old kit wears out."""
    wait = p.delivery_years * time_factor(p) + p.joint_delay_years * max(
        0.0, lever.joint_procurement - p.joint_procurement_2024
    )
    saving = joint_saving(
        joint_share=lever.joint_procurement,
        joint_2024=p.joint_procurement_2024,
        saving_share=p.joint_saving_share,
    )
    bought = ally.spending * ally.equipment_share / (4 * market.price * saving)
    to_middle = moved_on(ally.orders_early, wait)
    to_late = moved_on(ally.orders_middle, wait)
    delivered = moved_on(ally.orders_late, wait)
    ally.orders_early += bought - to_middle
    ally.orders_middle += to_middle - to_late
    ally.orders_late += to_late - delivered
    ally.strength = strength_next(
        strength=ally.strength,
        delivered=delivered,
        sustain=ally.sustain_spending,
        value=ally.force_value,
    )


def train(ally, p):
    """Running costs per unit of force move readiness."""
    if ally.running_spending_start <= 0:
        return
    ally.readiness = readiness_next(
        readiness=ally.readiness,
        running_ratio=ally.spending * (1 - ally.equipment_share) / ally.running_spending_start,
        strength=ally.strength,
        power_of_money=p.readiness_money_effect,
        rate=p.readiness_rate,
    )


def make_interceptors(market, world, campaign, p, lever):
    """Missiles are ordered with the capacity there is and shared out between three buyers.

    A war in the Pacific takes part of what Europe and Ukraine would have had.
    """
    grown = market.capacity / market.capacity_2024 + world.partner_lines
    ordered = p.interceptor_output_2024 * grown
    made = market.interceptors_leading * clamp(3 / p.missile_lead_delay, 0.0, 1.0)
    market.interceptors_leading += ordered / 4 - made
    market.interceptor_output = 4 * made
    kept = 1.0
    if campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD:
        kept = 1 - p.war_diversion_share * campaign.intensity
    europe = lever.munitions_priority * made * kept
    ukraine = (1 - lever.munitions_priority) * made * p.interceptors_ukraine_share * kept
    market.interceptors += europe - market.interceptors * p.interceptor_ageing_rate / 4
    market.interceptors_ukraine += ukraine
    market.interceptors_pacific += made - europe - ukraine
    usual = p.interceptor_output_2024 * (1 - p.munitions_priority_2024)
    market.interceptors_ukraine_ratio = 4 * ukraine / (usual * p.interceptors_ukraine_share)


def support_ukraine(world, market, p, lever):
    """Aid and missiles that reach Ukraine, beside those of 2024."""
    world.aid_factor = p.aid_after_war_share
    if world.ukraine_war == UkraineWar.CONTINUING:
        world.aid_factor = 1.0
    elif world.ukraine_war == UkraineWar.NOT_BEGUN:
        world.aid_factor = 0.0
    world.ukraine_support = support_for_ukraine(
        aid_ratio=lever.ukraine_aid / p.ukraine_aid_2024,
        missile_ratio=market.interceptors_ukraine_ratio,
        missile_weight=p.ukraine_missile_weight,
    )


def build_enablers(world, p, lever):
    """Enablers are ordered and arrive as late as other platforms; the order is paid as it runs."""
    lag = p.delivery_years * time_factor(p) / 2
    before = world.enablers_ordered
    world.enablers = delayed_next(world.enablers, before, lag)
    world.enablers_ordered = delayed_next(before, lever.european_enablers, lag)
    bought = max(0.0, world.enablers_ordered - before)
    upkeep = world.enablers * p.enabler_upkeep_share
    world.enabler_spending = p.enabler_programme_cost * (4 * bought + upkeep)


def plan_for_contingency(council, world, p):
    """Plans are drafted and exercised before they work, two to six quarters later."""
    half = p.planning_delay / (2 * 4)
    world.planning = delayed_next(world.planning, world.planning_drafted, half)
    world.planning_drafted = delayed_next(world.planning_drafted, council.planning_decided, half)
