"""How does an ally set its defence budget, and what does a path cost it?"""

from sim.model.behaviour.luck import shock
from sim.model.draws import Decision
from sim.rules.budgets import (
    blend,
    braked_growth,
    crowded_growth,
    growth_felt,
    habit_return,
    planned_growth,
    pledge_gap,
    spending_next,
)


def see_budgets(world, allies):
    """What allies know of each other's budgets, one quarter late."""
    growth = 0.0
    spending = 0.0
    for ally in allies:
        growth += ally.spending * ally.spending_growth_seen
        spending += ally.spending
    world.growth_seen_total = growth
    world.spending_seen_total = spending


def spill_in(ally, world):
    """Growth of the others' budgets as last seen, weighted by size [1/year]."""
    others = world.spending_seen_total - ally.spending
    return (world.growth_seen_total - ally.spending * ally.spending_growth_seen) / others


def target_of(ally, council):
    """Spending target that an ally has agreed to [share of GDP]."""
    if ally.exempt == 1:
        return council.spending_target_start
    return council.spending_target


def wanted_growth(ally, world, council, united_states, p):
    """Growth of the budget that the government wants, as a sum of reasons [1/year]."""
    shock_level = world.war_shock
    gap = pledge_gap(target_of(ally, council), ally.spending_share)
    gap_effect = blend(
        p.pledge_gap_effect_before_shock, p.pledge_gap_effect_after_shock, shock_level
    )
    gdp_effect = blend(
        p.gdp_growth_effect_before_shock, p.gdp_growth_effect_after_shock, shock_level
    )
    border_effect = blend(p.border_effect_before_shock, p.border_effect_after_shock, shock_level)
    return planned_growth(
        common=blend(p.common_growth_before_shock, p.common_growth_after_shock, shock_level),
        economy=gdp_effect * ally.growth_felt,
        pledge=gap_effect * gap * 2 * ally.spend_will * ally.is_member,
        border=border_effect * ally.border,
        spill_in=p.spill_in_effect * spill_in(ally, world),
        threat=p.threat_spending_effect * (ally.russia_threat - ally.russia_threat_reference),
        pressure=p.burden_pressure_effect * (united_states.burden_pressure - 0.5),
    )


def feel_economy(ally):
    """Growth as the treasury feels it: with what a contingency took since the last budget."""
    ally.growth_felt = growth_felt(ally.gdp_growth, ally.loss_now, ally.loss_budgeted)
    ally.loss_budgeted = ally.loss_now


def set_budget(ally, world, council, united_states, p):
    """In the fourth quarter an ally decides next year's budget."""
    feel_economy(ally)
    persistence = blend(
        p.share_persistence_before_shock, p.share_persistence_after_shock, world.war_shock
    )
    growth = crowded_growth(
        growth=wanted_growth(ally, world, council, united_states, p),
        crowd_out_share=p.crowd_out_share,
        extra_presence=world.presence - world.presence_2024,
    )
    growth += habit_return(
        spending_share=ally.spending_share,
        habit=ally.spending_habit,
        target=target_of(ally, council),
        persistence=min(1.0, persistence),
    )
    noise = blend(p.spending_noise_before_shock, p.spending_noise_after_shock, world.war_shock)
    growth += noise * shock(world, ally.code, Decision.SPENDING_NOISE)
    ally.spending_growth = braked_growth(
        growth=growth,
        gdp_growth=ally.growth_felt,
        spending_share=ally.spending_share,
        ceiling=ally.fiscal_ceiling,
        width=p.fiscal_brake_width,
    )


def start_year(ally):
    """In the first quarter the new budget holds, and the others learn of it."""
    ally.spending = spending_next(ally.spending, ally.spending_growth)
    ally.spending_growth_seen = ally.spending_growth


def keep_share(country):
    """Countries whose budget the model does not explain keep their share of GDP."""
    country.spending = country.spending_share * country.gdp


def fund_programmes(ally, world, council, p, lever):
    """An ally pays its part of the path's common programmes and its aid to Ukraine."""
    part = ally.gdp / world.allied_gdp
    industry = p.industry_expansion_cost * lever.industry_expansion
    planning = p.contingency_planning_cost * council.planning_decided
    ally.programme_spending = part * (
        industry + planning + world.enabler_spending + world.cooperation_spending
    )
    ally.aid_spending = lever.ukraine_aid * ally.gdp * world.aid_factor


def keep_books(ally, p):
    """Every dollar of the quarter enters the ally's bill."""
    ally.programmes_total += ally.programme_spending / 4
    ally.presence_total += ally.presence_spending / 4
    ally.aid_total += ally.aid_spending / 4
    ally.spending_total += (
        ally.spending + ally.programme_spending + ally.presence_spending + ally.aid_spending
    ) / 4
    ally.ship_years += ally.ships_on_station / 4
    ally.ship_years_fleet += ally.ships * ally.strength / 4
