"""What does China see, and what does it choose?"""

from sim.model.behaviour.luck import chance, shock
from sim.model.behaviour.opening import opens_now
from sim.model.draws import Decision
from sim.model.ladders import Agenda, Contingency, Deciding
from sim.rules.campaign import half_life_left
from sim.rules.china import (
    act_log_odds,
    council_trouble,
    crisis_probability,
    deterrents,
    half_year_hazard,
    intercept,
    local_balance,
    perceived_success,
    sanctions_signal,
)
from sim.rules.curves import clamp, exp
from sim.rules.narrative import sanction_probability
from sim.rules.posture import us_fights_probability


def settle_intercepts(china, p):
    """Log-odds of each act at the start, from opinion on the hazard; the same on every path."""
    major = clamp(p.taiwan_major_force_rate, 0.0, 0.9)
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


def settle_china(china, everyone, world, united_states, p):
    """What China compares with later: spending, sanctions, split, US will of the start."""
    china.calm = 1.0
    china.restraint = 1.0
    china.entry_start = expected_entry(united_states, p)
    china.entry = china.entry_start
    china.spending_start = everyone[china.seat].spending
    china.coalition_start = coalition_spending(china, everyone)
    china.sanctions_start = world.expected_sanctions
    china.split_start = world.perceived_split


def expected_entry(united_states, p):
    """Chance that the United States fights an invasion, by the will of its administration."""
    return us_fights_probability(
        stays_out=p.us_entry_never_share,
        taiwan_will=united_states.taiwan_will,
        reference_will=p.us_will_reference,
        will_effect=p.us_will_effect,
    )


def expect_sanctions(world, items, governments, p):
    """Share of allied and partner GDP that China expects to join sanctions."""
    promised = p.sanctions_precommitment_effect * items[
        Agenda.SANCTIONS_PLAN
    ].in_force + p.statement_sanctions_effect * (
        items[Agenda.TAIWAN_TEXT].in_force - world.texts_2024
    )
    unanimous = 1.0
    for country in governments:
        country.p_sanctions = sanction_probability(
            china_hardness=country.china_hardness,
            trade_china=country.trade_china,
            promised=promised,
            hardness_effect=p.sanctions_hardness_effect,
            exposure_effect=p.sanctions_exposure_effect,
        )
        if country.is_eu == 1:
            unanimous = unanimous * (1 - p.eu_veto_share * (1 - country.p_sanctions))
    joined = 0.0
    gdp = 0.0
    for country in governments:
        joins = country.p_sanctions
        if country.is_eu == 1:
            joins = unanimous
        joined += joins * country.gdp
        gdp += country.gdp
    world.eu_unanimity = unanimous
    world.expected_sanctions = joined / gdp


def see_split(world, united_states, council, p):
    """The split that China sees: US withdrawal not replaced, and items blocked or reserved."""
    hole = max(0.0, 1 - united_states.posture - world.enablers)
    trouble = council_trouble(
        passed=council.passed_seen,
        blocked=council.blocked_seen,
        reservations=council.reservations_seen,
        routine=p.routine_decisions,
    )
    world.perceived_split = clamp(
        p.split_withdrawal_weight * hole + (1 - p.split_withdrawal_weight) * trouble,
        0.0,
        1.0,
    )


def weigh_entry(china, campaign, united_states, p):
    """Whether the United States would fight, as China expects or knows."""
    china.entry = expected_entry(united_states, p)
    if campaign.us_known == 1:
        china.entry = float(campaign.us_choice)


def weigh_balance(china, everyone, world, campaign, russia, p):
    """The balance around Taiwan, and what China sees of it through its own noise.

    China also counts the US forces that a war in Europe binds.
    """
    tied = 0.0
    if russia.attacked >= 0:
        tied = p.us_tied_by_russia
    world.pacific_balance = local_balance(
        chinese_growth=everyone[china.seat].spending / china.spending_start,
        coalition_growth=coalition_spending(china, everyone) / china.coalition_start,
        gain=world.pacific_gain,
    ) + world.balance_after * half_life_left(
        max(0, world.step - campaign.fought_to) / 4, p.platform_replacement_years / 2
    )
    luck = shock(world, 0, Decision.CHINESE_SIGHT)
    china.balance = world.pacific_balance + tied + p.balance_sight_noise * luck


def weigh_deterrents(china, items, world, p):
    """What deters or provokes China in peace, beyond what stood at the start."""
    plan = items[Agenda.CRISIS_PLAN].in_force
    extra = world.presence - world.presence_2024
    china.deterrents = deterrents(
        presence=p.presence_deterrence_effect * extra,
        heavy=p.heavy_forces_deterrence_effect * plan * world.presence,
        sanctions=p.sanctions_deterrence_effect
        * sanctions_signal(world.expected_sanctions, china.sanctions_start),
        split=p.perceived_split_effect * (world.perceived_split - china.split_start),
        pledge=p.pledge_deterrence_effect * items[Agenda.ENLARGEMENT_PLEDGE].in_force,
    )


def odds(china, at_start, base, p):
    """Odds of one act against holding."""
    success = perceived_success(
        base=base,
        balance=china.balance,
        balance_effect=p.success_balance_effect,
        entry_change=china.entry - china.entry_start,
        entry_effect=p.us_entry_belief_effect,
    )
    return exp(
        act_log_odds(
            at_start=at_start,
            precision=p.china_choice_precision,
            success_change=success - base,
            prize=p.success_prize,
            deterrents=china.deterrents,
        )
    )


def weigh_acts(china, items, world, lever, p):
    """Probability of a crisis and, after the others have answered it, of each act."""
    quarantine = odds(china, china.quarantine_at_start, p.quarantine_success, p)
    blockade = odds(china, china.blockade_at_start, p.blockade_success, p)
    invade = odds(china, china.invade_at_start, p.invasion_success, p)
    total = quarantine + blockade + invade
    if total <= 0:
        return
    force = total / (1 + total)
    words = p.statement_crisis_effect * (items[Agenda.TAIWAN_TEXT].in_force - world.texts_2024)
    escalates = clamp(max(p.crisis_escalation_share, 2 * force), 0.0, 0.99)
    china.p_crisis = crisis_probability(force, escalates, words)
    china.surge = expected_surge(items, world, lever, p)
    answer = exp(p.surge_deterrence_effect * china.surge)
    escalation_odds = escalates / (1 - escalates) * answer
    goes_on = escalation_odds / (1 + escalation_odds)
    china.p_quarantine = china.p_crisis * goes_on * quarantine / total
    china.p_blockade = china.p_crisis * goes_on * blockade / total
    china.p_invade = china.p_crisis * goes_on * invade / total


def expected_surge(items, world, lever, p):
    """How capable the forces are that would surge in a crisis, as China expects [0-1].

    Willing allies surge from the units that they leave on station, and without a plan to half the
    effect; where the parameter says so, presence itself counts as a surge.
    """
    plan = items[Agenda.CRISIS_PLAN].in_force
    sent = lever.crisis_surge * world.presence * world.staying_share * (1 + plan) / 2
    extra = world.staying_share * max(0.0, world.presence - world.presence_2024)
    return clamp(sent + p.presence_surge_share * extra, 0.0, 1.0)


def decide(china, campaign, world, items, lever, p):
    """In the second and fourth quarter China holds, or opens a crisis and then chooses."""
    china.p_crisis = 0.0
    china.p_quarantine = 0.0
    china.p_blockade = 0.0
    china.p_invade = 0.0
    china.crisis = 0
    if opens_now(campaign, world):
        china.crisis = 1
    if world.quarter == 1 or world.quarter == 3:
        return
    if campaign.decides == Deciding.SCENARIO or campaign.opens >= 0:
        return
    weigh_acts(china, items, world, lever, p)
    add_up_chances(china)
    if campaign.decides == Deciding.CHINA:
        act(china, campaign, world)
    else:
        stop_short(china, world)
    china.crises += china.crisis


def add_up_chances(china):
    """Chance of a crisis, and of each act as the first one, since the start."""
    china.calm = china.calm * (1 - china.p_crisis)
    china.quarantine_total += china.restraint * china.p_quarantine
    china.blockade_total += china.restraint * china.p_blockade
    china.invade_total += china.restraint * china.p_invade
    china.restraint = china.restraint * (1 - force(china))


def force(china):
    """Chance of any act this half-year [probability]."""
    return china.p_quarantine + china.p_blockade + china.p_invade


def act(china, campaign, world):
    """The choice is drawn: hold, a crisis that stops short of force, or one of the acts."""
    luck = chance(world, 0, Decision.CHINA_ACTS)
    if luck < china.p_crisis:
        china.crisis = 1
    if luck < force(china):
        campaign.opens = world.step
        if luck < china.p_invade:
            campaign.kind = Contingency.INVASION
        elif luck < china.p_invade + china.p_blockade:
            campaign.kind = Contingency.BLOCKADE
        else:
            campaign.kind = Contingency.QUARANTINE


def stop_short(china, world):
    """China stops short of force whatever the chances; a crisis may open all the same.

    Luck that would have brought an act is spread over what is left, so that until then both plays
    are the same.
    """
    luck = chance(world, 0, Decision.CHINA_ACTS)
    if luck < force(china):
        luck = force(china) + luck / force(china) * (1 - force(china))
    if luck < china.p_crisis:
        china.crisis = 1
