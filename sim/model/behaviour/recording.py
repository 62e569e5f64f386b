"""What does this quarter leave in the books? The council's count and the ledger of measures."""

import math

from sim.model.behaviour.opening import opens_now
from sim.model.behaviour.suffering import sanctions_resolve, worsens_now
from sim.model.ladders import Agenda, Stage
from sim.rules.budgets import pledge_gap


def add_up_economy(world, allies):
    """Spending and GDP of Europe and Canada."""
    spending = 0.0
    gdp = 0.0
    for ally in allies:
        ally.spending_share = ally.spending / ally.gdp
        spending += ally.spending
        gdp += ally.gdp
    world.allied_spending = spending
    world.allied_gdp = gdp
    world.allied_spending_share = spending / gdp


def take_stock(council, allies):
    """The council counts who meets the pledge and how far the others are from it."""
    at_2 = 0
    at_3_5 = 0
    gap = 0.0
    members = 0
    for ally in allies:
        if ally.is_member == 0:
            continue
        members += 1
        if ally.spending_share >= 0.02:
            at_2 += 1
        if ally.spending_share >= 0.035:
            at_3_5 += 1
        gap += pledge_gap(council.spending_target, ally.spending_share)
    council.members_at_2 = at_2
    council.members_at_3_5 = at_3_5
    council.pledge_gap_mean = gap / members


def count_the_united_states(council, us_government):
    """The United States is a member too."""
    if us_government.spending_share >= 0.02:
        council.members_at_2 += 1
    if us_government.spending_share >= 0.035:
        council.members_at_3_5 += 1


def sound_out(world, allies):
    """Mean and spread of what allies think of China, and the threat they see in Russia."""
    hardness = 0.0
    squares = 0.0
    threat = 0.0
    for ally in allies:
        hardness += ally.china_hardness
        squares += ally.china_hardness * ally.china_hardness
        threat += ally.russia_threat
    n = len(allies)
    mean = hardness / n
    world.hardness_mean = mean
    world.hardness_spread = math.sqrt(max(0.0, squares / n - mean * mean))
    world.threat_mean = threat / n


def add_up_losses(world, everyone):
    """Year-one loss of all modelled countries together [share of their GDP]."""
    lost = 0.0
    gdp = 0.0
    for country in everyone:
        lost += country.gdp_loss * country.gdp_potential
        gdp += country.gdp_potential
    world.gdp_loss_world = lost / gdp


def open_ledger(ledger):
    """Nothing has happened yet; how a contingency goes is unknown until one opens."""
    nothing = math.nan
    ledger.years_to_cover = nothing
    ledger.members_at_2_2030 = nothing
    ledger.margin_land_low = nothing
    ledger.margin_airsea_low = nothing
    ledger.margin_land_alone_low = nothing
    ledger.p_hold_low = nothing
    ledger.p_attack_window = nothing
    ledger.p_both_wars = 0.0
    ledger.p_china_wins = nothing
    ledger.gdp_loss_world = nothing
    ledger.gdp_loss_allies = nothing
    ledger.p_european_combat = nothing
    ledger.p_european_sanctions = nothing
    ledger.sanctions_joined = nothing
    ledger.partner_bases = nothing
    ledger.margin_fait_low = nothing
    ledger.p_hold_fait_low = nothing
    ledger.hours_to_capital_low = nothing
    ledger.hours_to_capital_alone_low = nothing


def record_opening(ledger, world):
    """What a contingency finds in Europe on its first day."""
    ledger.opened = 1.0
    ledger.margin_land_low = world.margin_land
    ledger.margin_airsea_low = world.margin_airsea
    ledger.margin_land_alone_low = world.margin_land_without_us
    ledger.margin_fait_low = world.margin_fait
    ledger.hours_to_capital_low = world.hours_to_capital
    ledger.hours_to_capital_alone_low = world.hours_to_capital_alone
    ledger.p_hold_low = world.p_hold
    ledger.p_hold_fait_low = world.p_hold_fait
    ledger.p_attack_window = 0.0


def record_margins(ledger, world, campaign):
    """The lowest margins in Europe of any turn in the year after the opening."""
    if campaign.day > 365:
        return
    ledger.margin_land_low = min(ledger.margin_land_low, world.margin_land)
    ledger.margin_airsea_low = min(ledger.margin_airsea_low, world.margin_airsea)
    ledger.margin_land_alone_low = min(ledger.margin_land_alone_low, world.margin_land_without_us)
    ledger.margin_fait_low = min(ledger.margin_fait_low, world.margin_fait)
    ledger.p_hold_low = min(ledger.p_hold_low, world.p_hold)
    ledger.p_hold_fait_low = min(ledger.p_hold_fait_low, world.p_hold_fait)
    ledger.hours_to_capital_low = min(ledger.hours_to_capital_low, world.hours_to_capital)
    ledger.hours_to_capital_alone_low = min(
        ledger.hours_to_capital_alone_low, world.hours_to_capital_alone
    )


def record_answers(ledger, world, campaign, allies, partners, p):
    """How allies and partners answered in the quarter in which a contingency opened."""
    if not opens_now(campaign, world):
        return
    none_fights = 1.0
    for ally in allies:
        none_fights = none_fights * (1 - ally.units_there * ally.p_joins)
    bases = 0.0
    for partner in partners:
        bases += partner.gives_bases
    ledger.p_european_combat = 1 - none_fights
    ledger.p_european_sanctions = 0.0
    ledger.partner_bases = bases * campaign.us_enters


def record_sanctions(ledger, world, campaign, p):
    """The chance that the EU has sanctioned China so far, and who has joined."""
    if not worsens_now(campaign, world):
        return
    acts = world.eu_unanimity * sanctions_resolve(campaign, p)
    ledger.p_european_sanctions += (1 - ledger.p_european_sanctions) * acts
    ledger.sanctions_joined = world.sanctions_joined


def record_contingency(ledger, world, campaign, russia):
    """The economic loss so far, and Russian attacks in the shadow of the contingency."""
    if campaign.stage == Stage.PEACE:
        return
    since = world.step - campaign.opens
    if campaign.fought_to == world.step:
        ledger.gdp_loss_world = world.gdp_loss_world
    if since < 2 * 4:
        ledger.p_attack_window += russia.attack_hazard
    if campaign.stage != Stage.RETURN:
        ledger.p_both_wars += russia.attack_hazard


def record_china(ledger, china, world):
    """Expected probabilities of what China may do, and what it looks at."""
    ledger.p_crisis = 1 - china.calm
    ledger.p_quarantine = china.quarantine_total
    ledger.p_blockade = china.blockade_total
    ledger.p_invasion = china.invade_total
    ledger.p_force = china.blockade_total + china.invade_total
    ledger.expected_sanctions_end = world.expected_sanctions
    ledger.perceived_split_end = world.perceived_split


def record_alliance(ledger, world, council, items, united_states, governments):
    """What the council agreed, how partners align, and what was said and suffered."""
    ledger.cohesion_mean = council.cohesion_total / max(1, council.cohesion_years)
    in_force = 0.0
    for item in items:
        if item.in_force > 0.5:
            in_force += 1
    ledger.items_in_force = in_force
    ledger.items_blocked = float(council.blocked)
    ledger.reservations = float(council.reservations)
    ledger.office_in_force = items[Agenda.LIAISON_OFFICE].in_force
    ledger.planning_in_force = items[Agenda.CONTINGENCY_PLAN].in_force
    ledger.narrative_end = world.narrative
    ledger.reception_end = world.reception
    ledger.posture_end = united_states.posture
    ledger.rivals_alignment_end = world.rivals_alignment
    ledger.alignment_end = world.partner_alignment
    coerced = 0.0
    conceded = 0.0
    lost = 0.0
    for government in governments:
        coerced += government.times_coerced
        conceded += government.conceded
        lost += government.coercion_total
    ledger.times_coerced = coerced
    ledger.concessions = conceded
    ledger.coercion_total = lost * world.usd_2024


def average_partners(world, governments, n_allies):
    """Mean alignment of the partners."""
    total = 0.0
    for i in range(n_allies + 1, len(governments)):
        total += governments[i].alignment
    world.partner_alignment = total / max(1, len(governments) - n_allies - 1)


def record_quarter(ledger, world, council, market, russia):
    """What the books say at the end of this quarter."""
    if math.isnan(ledger.years_to_cover) and world.margin_land_without_us >= 1:
        ledger.years_to_cover = world.step / 4
    if world.year == 2030 and world.quarter == 4:
        ledger.members_at_2_2030 = float(council.members_at_2)
    ledger.members_at_3_5_end = float(council.members_at_3_5)
    ledger.margin_land_end = world.margin_land
    ledger.margin_airsea_end = world.margin_airsea
    ledger.margin_land_alone_end = world.margin_land_without_us
    ledger.european_share_end = world.european_share
    ledger.spending_share_end = world.allied_spending_share
    ledger.p_attack = russia.attack_hazard_total
    ledger.hardness_end = world.hardness_mean
    ledger.hardness_spread_end = world.hardness_spread
    ledger.interceptors_end = market.interceptors
    ledger.interceptors_ukraine = market.interceptors_ukraine
    ledger.interceptors_pacific = market.interceptors_pacific
    ledger.attack_drawn = 0.0
    if russia.attacked >= 0:
        ledger.attack_drawn = 1.0


def record_crises(ledger, world, allies):
    """What allies sent to crises over Taiwan, and took out of them."""
    withdrawals = 0.0
    for ally in allies:
        withdrawals += ally.withdrawals
    ledger.withdrawals = withdrawals
    ledger.ships_surged += world.surged


def record_bills(ledger, world, campaign, allies):
    """What allies have paid and sent so far, and what the contingency took from them."""
    spending = 0.0
    programmes = 0.0
    presence = 0.0
    aid = 0.0
    ship_years = 0.0
    fleet = 0.0
    lost = 0.0
    gdp = 0.0
    for ally in allies:
        spending += ally.spending_total
        programmes += ally.programmes_total
        presence += ally.presence_total
        aid += ally.aid_total
        ship_years += ally.ship_years
        fleet += ally.ship_years_fleet
        lost += ally.gdp_loss * ally.gdp_potential
        gdp += ally.gdp_potential
    ledger.spending_total = spending * world.usd_2024
    ledger.programmes_total = programmes * world.usd_2024
    ledger.presence_total = presence * world.usd_2024
    ledger.aid_total = aid * world.usd_2024
    ledger.ship_years = ship_years
    ledger.ship_share = ship_years / fleet
    if campaign.fought_to == world.step:
        ledger.gdp_loss_allies = lost / gdp


def take_snapshot(snapshot, world, market, russia, council, united_states, china):
    """What charts over time show of this quarter."""
    snapshot.margin_land = world.margin_land
    snapshot.margin_land_without_us = world.margin_land_without_us
    snapshot.margin_airsea = world.margin_airsea
    snapshot.p_hold = world.p_hold
    snapshot.european_share = world.european_share
    snapshot.spending_share = world.allied_spending_share
    snapshot.price = market.price
    snapshot.ready_brigades = world.ready_brigades
    snapshot.ready_aircraft = world.ready_aircraft
    snapshot.ready_ships = world.ready_ships
    snapshot.interceptors = market.interceptors
    snapshot.planning = world.planning
    snapshot.hardness_mean = world.hardness_mean
    snapshot.hardness_spread = world.hardness_spread
    snapshot.threat_mean = world.threat_mean
    snapshot.attack_hazard = russia.attack_hazard
    snapshot.reconstitution = russia.reconstitution
    snapshot.cohesion = council.cohesion
    snapshot.narrative = world.narrative
    snapshot.reception = world.reception
    snapshot.alignment = world.partner_alignment
    snapshot.posture = united_states.posture
    snapshot.expected_sanctions = world.expected_sanctions
    snapshot.perceived_split = world.perceived_split
    snapshot.p_force = china.p_blockade + china.p_invade


def keep_stances(stances, world, governments):
    """Where every government stands as a year ends, or the game [year, government]."""
    if world.quarter < 4 and world.step < world.horizon:
        return
    year = world.year - world.start_index // 4
    for i in range(len(governments)):
        stances[year, i].china_hardness = governments[i].china_hardness
        stances[year, i].russia_threat = governments[i].russia_threat
        stances[year, i].spending_share = governments[i].spending_share
        stances[year, i].spending = governments[i].spending


def write_bill(bill, world, country):
    """What the contingency and the path have cost a country, and where it stands."""
    bill.spending_total = country.spending_total * world.usd_2024
    bill.presence_total = country.presence_total * world.usd_2024
    bill.aid_total = country.aid_total * world.usd_2024
    bill.ship_years = country.ship_years
    bill.spending_share = country.spending_share
    bill.gdp_loss = country.gdp_loss
    bill.strength = country.strength
    bill.china_hardness = country.china_hardness
    bill.russia_threat = country.russia_threat
    bill.coercion_total = country.coercion_total * world.usd_2024
    bill.times_coerced = float(country.times_coerced)
    bill.p_sanctions = country.p_sanctions
    bill.refused = float(country.refused)
    bill.reserved = float(country.reserved)
    bill.us_personnel_low = country.us_personnel_low
    bill.us_personnel_end = country.us_personnel_now
    bill.sanctions = country.sanctions
