"""What does China see, and what does it choose?"""

from sim.model.behaviour.luck import chance
from sim.model.draws import Decision
from sim.model.ladders import Agenda, Contingency
from sim.rules.china import (
    act_log_odds,
    crisis_probability,
    deterrents,
    half_year_hazard,
    intercept,
    local_balance,
    perceived_success,
)
from sim.rules.curves import clamp, exp
from sim.rules.narrative import sanction_probability


def settle_intercepts(china, p):
    """Log-odds of each act at the start, from opinion on the hazard; the same on every path."""
    major = p.taiwan_major_force_rate
    invade = half_year_hazard(major * p.invasion_share)
    blockade = half_year_hazard(major * (1 - p.invasion_share))
    quarantine = half_year_hazard(clamp(major * p.quarantine_ratio, 0.0, 0.5))
    hold = 1 - invade - blockade - quarantine
    china.invade_at_start = intercept(invade, hold)
    china.blockade_at_start = intercept(blockade, hold)
    china.quarantine_at_start = intercept(quarantine, hold)


def coalition_spending(china, everyone):
    """Defence spending of the United States, Japan and Taiwan [2015 USD bn/year]."""
    return (
        everyone[china.us_seat].spending
        + everyone[china.japan_seat].spending
        + everyone[china.taiwan_seat].spending
    )


def settle_china(china, everyone, world):
    """What China compares with later: spending, sanctions and split of the start."""
    china.spending_start = everyone[china.seat].spending
    china.coalition_start = coalition_spending(china, everyone)
    china.sanctions_start = world.expected_sanctions
    china.split_start = world.perceived_split


def expect_sanctions(world, items, governments, p):
    """Share of allied and partner GDP that China expects to join sanctions."""
    plan = items[Agenda.SANCTIONS_PLAN].in_force
    unanimous = 1.0
    for country in governments:
        country.p_sanctions = sanction_probability(
            china_hardness=country.china_hardness,
            trade_china=country.trade_china,
            precommitment=plan,
            hardness_effect=p.sanctions_hardness_effect,
            exposure_effect=p.sanctions_exposure_effect,
            precommitment_effect=p.sanctions_precommitment_effect,
        )
        if country.is_eu == 1:
            unanimous = unanimous * (1 - p.eu_veto_share * (1 - country.p_sanctions))
    joined = 0.0
    gdp = 0.0
    for country in governments:
        joins = country.p_sanctions
        if country.is_eu == 1:
            joins = joins * unanimous
        joined += joins * country.gdp
        gdp += country.gdp
    world.eu_unanimity = unanimous
    world.expected_sanctions = joined / gdp


def see_split(world, united_states, council, p):
    """The split that China sees: US withdrawal not replaced, and items blocked or reserved."""
    hole = max(0.0, 1 - united_states.posture - world.enablers)
    decided = council.passed + council.blocked
    trouble = 0.0
    if decided > 0:
        trouble = (council.blocked + 0.5 * min(council.passed, council.reservations)) / decided
    world.perceived_split = clamp(
        p.split_withdrawal_weight * hole + (1 - p.split_withdrawal_weight) * trouble, 0.0, 1.0
    )


def weigh_balance(china, everyone, world, russia, p):
    """The balance around Taiwan as China sees it."""
    tied = 0.0
    if russia.attacked >= 0:
        tied = p.us_tied_by_russia
    china.balance = local_balance(
        chinese_growth=everyone[china.seat].spending / china.spending_start,
        coalition_growth=coalition_spending(china, everyone) / china.coalition_start,
        gain=world.pacific_gain,
        tied_down=tied,
    )


def weigh_deterrents(china, items, world, p):
    """What deters or provokes China in peace, beyond what stood at the start."""
    plan = items[Agenda.CRISIS_PLAN].in_force
    extra = world.presence - world.presence_2024
    china.deterrents = deterrents(
        presence=p.presence_deterrence_effect * extra,
        heavy=p.heavy_forces_deterrence_effect * plan * world.presence,
        sanctions=p.sanctions_deterrence_effect
        * 2
        * (world.expected_sanctions - china.sanctions_start),
        split=p.perceived_split_effect * (world.perceived_split - china.split_start),
        words=p.pledge_deterrence_effect * items[Agenda.ENLARGEMENT_PLEDGE].in_force,
    )


def odds(china, at_start, base, effect, p):
    """Odds of one act against holding."""
    success = perceived_success(base, china.balance, effect)
    return exp(
        act_log_odds(
            at_start=at_start,
            precision=p.china_choice_precision,
            success_change=success - base,
            prize=p.success_prize,
            deterrents=china.deterrents,
        )
    )


def weigh_acts(china, items, world, united_states, lever, p):
    """Probability of a crisis and, after the others have answered it, of each act."""
    quarantine = odds(
        china, china.quarantine_at_start, p.quarantine_success, p.success_balance_effect, p
    )
    blockade = odds(china, china.blockade_at_start, p.blockade_success, p.success_balance_effect, p)
    invade = odds(china, china.invade_at_start, p.invasion_success, p.success_balance_effect, p)
    total = quarantine + blockade + invade
    if total <= 0:
        return
    force = total / (1 + total)
    words = p.statement_crisis_effect * (items[Agenda.TAIWAN_TEXT].in_force - world.texts_2024)
    escalates = clamp(max(p.crisis_escalation_share, 2 * force), 0.0, 0.99)
    china.p_crisis = crisis_probability(force, escalates, words)
    china.surge = lever.crisis_surge * surge_capability(items, world, united_states)
    answer = exp(p.surge_deterrence_effect * china.surge)
    escalation_odds = escalates / (1 - escalates) * answer
    goes_on = escalation_odds / (1 + escalation_odds)
    china.p_quarantine = china.p_crisis * goes_on * quarantine / total
    china.p_blockade = china.p_crisis * goes_on * blockade / total
    china.p_invade = china.p_crisis * goes_on * invade / total


def surge_capability(items, world, united_states):
    """How capable the forces are that could surge in a crisis [0-1]."""
    plan = items[Agenda.CRISIS_PLAN].in_force
    return clamp((plan + world.presence) / 2, 0.0, 1.0)


def decide(china, campaign, world, items, united_states, lever, p):
    """In the second and fourth quarter China holds, or opens a crisis and then chooses."""
    china.p_crisis = 0.0
    china.p_quarantine = 0.0
    china.p_blockade = 0.0
    china.p_invade = 0.0
    china.crisis = 0
    if world.quarter == 1 or world.quarter == 3 or campaign.decides == 0 or campaign.opens >= 0:
        return
    weigh_acts(china, items, world, united_states, lever, p)
    china.crisis_total += china.p_crisis
    china.quarantine_total += china.p_quarantine
    china.blockade_total += china.p_blockade
    china.invade_total += china.p_invade
    force = china.p_quarantine + china.p_blockade + china.p_invade
    luck = chance(world, 0, Decision.CHINA_ACTS)
    if luck < china.p_crisis:
        china.crisis = 1
        china.crises += 1
    if luck < force:
        campaign.opens = world.step
        if luck < china.p_invade:
            campaign.kind = Contingency.INVASION
        elif luck < china.p_invade + china.p_blockade:
            campaign.kind = Contingency.BLOCKADE
        else:
            campaign.kind = Contingency.QUARANTINE
