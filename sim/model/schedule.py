"""Who acts, in what order, in one quarter? Played as it stands by both engines.

The order is that of `sim/ODD.md`, element 3. Nobody's move depends on the date of a contingency
before it opens. Actors are Mesa agents in the reference engine and records in the ensemble engine;
`allies`, `governments` and `everyone` are the same actors, seen as members other than the United
States, as all who hold stances, and as all.
"""

from sim.model.behaviour.attacking import bear_attack, recover, weigh_attack
from sim.model.behaviour.budgeting import (
    fund_programmes,
    keep_books,
    keep_share,
    see_budgets,
    set_budget,
    start_year,
)
from sim.model.behaviour.building import (
    build_enablers,
    equip,
    expand_industry,
    make_interceptors,
    plan_for_contingency,
    set_price,
    support_ukraine,
    train,
)
from sim.model.behaviour.coercing import coerce
from sim.model.behaviour.council import (
    apply_decisions,
    measure_cohesion,
    meet,
    table_proposals,
    weigh_cohesion,
)
from sim.model.behaviour.deciding import (
    decide,
    expect_sanctions,
    see_split,
    settle_china,
    settle_intercepts,
    weigh_balance,
    weigh_deterrents,
    weigh_entry,
)
from sim.model.behaviour.defending import assess, count_forces, count_us_personnel
from sim.model.behaviour.deploying import (
    answer_crisis,
    deploy,
    expect_to_stay,
    offer_units,
    see_presence,
    settle_presence,
    share_out_presence,
)
from sim.model.behaviour.events import (
    accede,
    change_administration,
    count_time,
    fight_in_ukraine,
    grow,
    vote,
)
from sim.model.behaviour.keeping import open_course, record_course
from sim.model.behaviour.perceiving import hear, perceive
from sim.model.behaviour.posturing import align_partner, align_rivals, set_posture
from sim.model.behaviour.recording import (
    add_up_economy,
    add_up_losses,
    average_partners,
    count_the_united_states,
    open_ledger,
    record_alliance,
    record_answers,
    record_bills,
    record_china,
    record_contingency,
    record_crises,
    record_quarter,
    record_sanctions,
    sound_out,
    take_stock,
)
from sim.model.behaviour.settling import (
    settle_administrations,
    settle_agenda,
    settle_anchor,
    settle_assets,
    settle_bases,
    settle_budget,
    settle_campaign,
    settle_economy,
    settle_forces,
    settle_influence,
    settle_market,
    settle_partner,
    settle_requirement,
    settle_stances,
    settle_world,
)
from sim.model.behaviour.speaking import cooperate, speak
from sim.model.war_schedule import contingency


def begin(
    world,
    market,
    council,
    items,
    china,
    campaign,
    russia,
    united_states,
    ledger,
    classes,
    allies,
    governments,
    everyone,
    influence,
    distance_km,
    p,
    lever,
):
    """A future begins: uncertain facts are drawn and forces counted, before the first quarter."""
    n_allies = len(allies)
    n_governments = len(governments)
    settle_world(world, lever, p)
    for government in governments:
        settle_stances(government, world)
    settle_administrations(united_states, governments[n_allies])
    for i in range(n_allies + 1, n_governments):
        settle_partner(governments[i])
    settle_bases(everyone[campaign.japan_seat], p)
    for country in everyone:
        settle_economy(country, world)
    for ally in allies:
        settle_forces(ally, world, p)
        settle_budget(ally, world, p)
    settle_market(market, allies, lever, p)
    settle_requirement(world, united_states, allies, p)
    settle_assets(classes, p)
    settle_campaign(campaign, russia, p)
    settle_presence(world, allies, lever, p)
    settle_influence(influence, distance_km, governments, p)
    hear(governments, influence)
    for government in governments:
        settle_anchor(government, p)
    table_proposals(items, lever)
    council.spending_target = lever.spending_target
    settle_agenda(items, council)
    apply_decisions(council, items)
    add_up_economy(world, allies)
    average_partners(world, governments, n_allies)
    sound_out(world, allies)
    expect_sanctions(world, items, governments, p)
    see_split(world, united_states, council, p)
    settle_intercepts(china, p)
    settle_china(china, everyone, world, united_states, p)
    weigh_cohesion(council, items, governments[: n_allies + 1], p)
    council.cohesion_start = council.cohesion
    open_ledger(ledger)
    open_course(ledger)


def quarter(
    world,
    market,
    council,
    items,
    china,
    campaign,
    russia,
    united_states,
    ledger,
    turns,
    classes,
    allies,
    governments,
    everyone,
    influence,
    known,
    p,
    lever,
):
    """One quarter, in the stated order."""
    events(world, campaign, russia, united_states, governments, everyone, known, p)
    hear(governments, influence)
    for government in governments:
        perceive(government, world, campaign, russia, p)
    align_rivals(world, campaign, p)
    set_posture(united_states, world, allies, p)
    budgets(world, council, united_states, allies, everyone, p)
    build(world, market, council, campaign, allies, p, lever)
    negotiate(world, council, items, governments[: len(allies) + 1], p, lever)
    presence(world, campaign, allies, p, lever)
    partners(world, items, governments, p, lever, len(allies))
    coerce_states(world, items, china, united_states, governments, everyone, p)
    see_alliance(world, council, items, united_states, governments, p)
    choose(world, items, china, campaign, russia, united_states, allies, everyone, p, lever)
    contingency(
        world,
        market,
        campaign,
        russia,
        united_states,
        ledger,
        turns,
        classes,
        allies,
        governments,
        everyone,
        p,
    )
    count_forces(world, allies, p)
    assess(world, united_states, classes, campaign, market, p)
    count_us_personnel(allies, world, united_states, classes, campaign, p)
    recover(russia, world, p)
    weigh_attack(russia, world, council, united_states, p)
    for ally in allies:
        bear_attack(ally, russia, world, p)
    books(world, market, council, campaign, russia, ledger, allies, governments, everyone, p, lever)
    record_china(ledger, china, world)
    record_alliance(ledger, world, council, items, united_states, governments)
    world.step += 1


def events(world, campaign, russia, united_states, governments, everyone, known, p):
    """Step 1: the calendar, the war in Ukraine, growth, elections, the US administration."""
    count_time(world)
    year = world.year - world.start_index // 4
    for government in governments:
        accede(government, world)
    fight_in_ukraine(world, russia, known.threats[world.step], p)
    for i in range(len(everyone)):
        grow(everyone[i], world, campaign, known.growth[year][i], p)
    for government in governments:
        vote(government, world, p)
    elected = known.administrations[year]
    change_administration(united_states, governments[united_states.seat], world, elected, p)


def budgets(world, council, united_states, allies, everyone, p):
    """Step 4: decisions take effect in the first quarter, new ones fall in the fourth."""
    if world.quarter == 1:
        for ally in allies:
            start_year(ally)
    for i in range(len(allies), len(everyone)):
        keep_share(everyone[i])
    add_up_economy(world, allies)
    if world.quarter == 4:
        see_budgets(world, allies)
        for ally in allies:
            set_budget(ally, world, council, united_states, p)


def build(world, market, council, campaign, allies, p, lever):
    """Step 5: industry, orders, readiness, missiles, enablers, plans and aid."""
    expand_industry(market, p, lever)
    set_price(market, allies, p)
    for ally in allies:
        equip(ally, market, world, p, lever)
        train(ally, p)
    make_interceptors(market, world, campaign, p, lever)
    build_enablers(world, p, lever)
    plan_for_contingency(council, world, p)
    support_ukraine(world, market, p, lever)


def negotiate(world, council, items, members, p, lever):
    """Step 6: the council takes what the path proposes."""
    table_proposals(items, lever)
    council.dialogue = lever.china_dialogue
    meet(council, items, members, world, p)
    apply_decisions(council, items)
    measure_cohesion(council, items, members, world, p)


def presence(world, campaign, allies, p, lever):
    """Step 7: national deployments to the Indo-Pacific."""
    for ally in allies:
        offer_units(ally, p)
    share_out_presence(world, allies, lever)
    for ally in allies:
        deploy(ally, world, campaign, p)
    see_presence(world, allies, p)


def partners(world, items, governments, p, lever, n_allies):
    """Step 8: cooperation, words, and how partners and the region take them."""
    cooperate(items, world, lever.china_dialogue, p)
    speak(items, world, lever, p)
    for i in range(n_allies + 1, len(governments)):
        align_partner(governments[i], items, world, p)
    average_partners(world, governments, n_allies)


def coerce_states(world, items, china, united_states, governments, everyone, p):
    """Step 9, first: China coerces single states."""
    for i in range(len(governments)):
        in_kind = 0
        if i == united_states.seat:
            in_kind = 1
        coerce(governments[i], everyone[china.seat], items, world, in_kind, p)


def see_alliance(world, council, items, united_states, governments, p):
    """Step 9, second: what China expects of the alliance."""
    expect_sanctions(world, items, governments, p)
    see_split(world, united_states, council, p)


def choose(world, items, china, campaign, russia, united_states, allies, everyone, p, lever):
    """Step 9, third: China weighs its chances, and holds or acts; allies answer a crisis."""
    expect_to_stay(world, allies, p)
    weigh_entry(china, campaign, united_states, p)
    weigh_balance(china, everyone, world, campaign, russia, p)
    weigh_deterrents(china, items, world, p)
    decide(china, campaign, world, items, lever, p)
    for ally in allies:
        answer_crisis(ally, world, china, lever, p)


def books(
    world, market, council, campaign, russia, ledger, allies, governments, everyone, p, lever
):
    """Step 12: the bills and the record."""
    for ally in allies:
        fund_programmes(ally, world, council, p, lever)
        keep_books(ally, p)
    take_stock(council, allies)
    count_the_united_states(council, governments[len(allies)])
    sound_out(world, allies)
    add_up_losses(world, everyone)
    record_contingency(ledger, world, campaign, russia)
    record_course(ledger, campaign)
    record_answers(ledger, world, campaign, allies, governments[len(allies) + 1 :], p)
    record_sanctions(ledger, world, campaign, p)
    record_crises(ledger, world, allies)
    record_quarter(ledger, world, council, market, russia)
    record_bills(ledger, world, campaign, allies)
