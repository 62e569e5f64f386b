"""Whom does China punish, what does it cost, and does it work?"""

from sim.model.behaviour.luck import chance, shock
from sim.model.draws import Decision
from sim.model.ladders import Agenda
from sim.rules.campaign import half_life_left
from sim.rules.curves import clamp, exp
from sim.rules.narrative import coercion_cost, coercion_probability, provocation


def coerce(country, china, items, world, is_united_states, p):
    """In the second and fourth quarter China may coerce a country that provokes it."""
    country.coerced = country.coerced * half_life_left(1 / 4, p.coercion_memory_years)
    country.coerced_now = 0.0
    if world.quarter == 1 or world.quarter == 3:
        bear_coercion(country)
        return
    country.coercion_loss = 0.0
    salience = provocation(
        hardness_excess=country.china_hardness - world.hardness_mean,
        presence_share=country.ships_on_station / p.presence_ships,
        office=items[Agenda.LIAISON_OFFICE].in_force,
        texts=items[Agenda.TAIWAN_TEXT].in_force,
        cooperation=cooperation_agreed(items),
        presence_weight=p.provocation_presence_weight,
        statement_weight=p.provocation_statement_weight,
        cooperation_weight=p.provocation_cooperation_weight,
    )
    country.p_coerced = coercion_probability(
        gdp_ratio=country.gdp / china.gdp,
        is_united_states=is_united_states,
        salience=salience,
        base=p.coercion_base,
        size_effect=p.coercion_size_effect,
        us_effect=p.coercion_us_effect,
        salience_effect=p.coercion_salience_effect,
    )
    if chance(world, country.code, Decision.COERCION) < country.p_coerced:
        punish(country, world, p)
    bear_coercion(country)


def cooperation_agreed(items):
    """Cooperation with partners that is agreed, mean of its three kinds [0-1]."""
    return (
        items[Agenda.CYBER].in_force
        + items[Agenda.COERCION].in_force
        + items[Agenda.INDUSTRY].in_force
    ) / 3


def bear_coercion(country):
    """What coercion takes lasts for the half-year."""
    country.coercion_total += country.coercion_loss * country.gdp / 4


def punish(country, world, p):
    """A coerced country loses trade, hardens the more the harsher it is, sometimes gives way."""
    severity = exp(p.coercion_cost_ln_sd * shock(world, country.code, Decision.COERCION_COST))
    country.coerced_now = max(0.0, clamp(severity, 0.0, 2.0) - country.coerced)
    country.coerced += country.coerced_now
    country.coercion_loss = coercion_cost(p.coercion_cost_share * severity, world.resilience)
    country.times_coerced += 1
    luck = chance(world, country.code, Decision.CONCESSION)
    if luck < p.concession_share * (1 - clamp(world.resilience, 0.0, 1.0)):
        country.conceded += 1
        country.asia_role = country.asia_role * (1 - p.concession_retreat_share)
