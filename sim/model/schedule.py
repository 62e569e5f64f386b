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
from sim.model.behaviour.defending import assess, count_forces
from sim.model.behaviour.deploying import (
    choose_to_join,
    come_home,
    deploy,
    offer_units,
    share_out_presence,
)
from sim.model.behaviour.events import (
    change_administration,
    count_time,
    fight_in_ukraine,
    grow,
    vote,
)
from sim.model.behaviour.fighting import (
    lose_assets,
    open_campaign,
    pass_days,
    pull_assets,
    suffer,
    turn_attention,
)
from sim.model.behaviour.perceiving import hear, perceive
from sim.model.behaviour.recording import (
    add_up_economy,
    add_up_losses,
    count_the_united_states,
    open_ledger,
    record_bills,
    record_contingency,
    record_quarter,
    sound_out,
    take_stock,
)
from sim.model.behaviour.settling import (
    settle_assets,
    settle_budget,
    settle_campaign,
    settle_economy,
    settle_forces,
    settle_influence,
    settle_market,
    settle_requirement,
    settle_stances,
    settle_world,
)


def begin(
    world,
    market,
    council,
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
    settle_world(world, lever, p)
    for government in governments:
        settle_stances(government, world)
    for country in everyone:
        settle_economy(country, world)
    for ally in allies:
        settle_forces(ally, world, p)
        settle_budget(ally, world, p)
    settle_market(market, allies, lever, p)
    settle_requirement(world, united_states, allies, p)
    settle_assets(classes, p)
    settle_campaign(campaign, russia, p)
    settle_influence(influence, distance_km, governments, p)
    council.spending_target = lever.spending_target
    add_up_economy(world, allies)
    open_ledger(ledger, campaign)


def quarter(
    world,
    market,
    council,
    campaign,
    russia,
    united_states,
    ledger,
    classes,
    allies,
    governments,
    everyone,
    influence,
    p,
    lever,
):
    """One quarter, in the stated order."""
    us_government = governments[len(allies)]
    count_time(world)
    events(world, campaign, russia, united_states, us_government, governments, everyone, p)
    hear(governments, influence)
    for government in governments:
        perceive(government, world, campaign, russia, p)
    budgets(world, united_states, allies, everyone, p, lever)
    build(world, market, council, allies, p, lever)
    presence(world, campaign, allies, p, lever)
    contingency(world, campaign, united_states, classes, allies, everyone, p)
    count_forces(world, allies, p)
    assess(world, united_states, classes, campaign, market, p)
    recover(russia, world, p)
    weigh_attack(russia, world, united_states, p)
    for ally in allies:
        bear_attack(ally, russia, world, p)
    books(world, market, council, campaign, russia, ledger, us_government, allies, everyone, p)
    world.step += 1


def events(world, campaign, russia, united_states, us_government, governments, everyone, p):
    """Step 1: the war in Ukraine, growth, elections, the US administration."""
    fight_in_ukraine(world, russia, p)
    for country in everyone:
        grow(country, world, campaign, p)
    for government in governments:
        vote(government, world, p)
    change_administration(united_states, us_government, world, p)


def budgets(world, united_states, allies, everyone, p, lever):
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
            set_budget(ally, world, united_states, p, lever)


def build(world, market, council, allies, p, lever):
    """Step 5: industry, orders, readiness, missiles, enablers, plans and aid."""
    expand_industry(market, p, lever)
    set_price(market, allies, p)
    for ally in allies:
        equip(ally, market, world, p, lever)
        train(ally, p)
    make_interceptors(market, world, p, lever)
    build_enablers(world, p, lever)
    plan_for_contingency(council, world, p, lever)
    support_ukraine(world, market, p, lever)
    for ally in allies:
        fund_programmes(ally, world, p, lever)


def presence(world, campaign, allies, p, lever):
    """Step 7: national deployments to the Indo-Pacific."""
    for ally in allies:
        offer_units(ally, p)
    share_out_presence(world, allies, lever)
    for ally in allies:
        deploy(ally, world, campaign, p)


def contingency(world, campaign, united_states, classes, allies, everyone, p):
    """Step 10: a war over Taiwan opens, pulls US forces from Europe, and ends."""
    open_campaign(campaign, world, p)
    for ally in allies:
        choose_to_join(ally, world, campaign, p)
    before = campaign.stage
    pass_days(campaign, world)
    for ally in allies:
        come_home(ally, world, campaign)
    for asset in classes:
        pull_assets(asset, campaign, p)
        lose_assets(asset, campaign, before)
    for country in everyone:
        suffer(country, campaign, world, p)
    turn_attention(united_states, campaign, p)


def books(world, market, council, campaign, russia, ledger, us_government, allies, everyone, p):
    """Step 12: the record."""
    for ally in allies:
        keep_books(ally, p)
    take_stock(council, allies)
    count_the_united_states(council, us_government)
    sound_out(world, allies)
    add_up_losses(world, everyone)
    record_contingency(ledger, world, campaign, russia)
    record_quarter(ledger, world, council, market, russia)
    record_bills(ledger, world, campaign, allies)
