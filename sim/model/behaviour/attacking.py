"""How far has Russia recovered, and does it attack?"""

from sim.model.behaviour.luck import chance, shock
from sim.model.draws import Decision
from sim.model.ladders import UkraineWar
from sim.rules.curves import exp
from sim.rules.denial import p_hold
from sim.rules.russia import attack_hazard, reconstitution, recovery_years


def recover(russia, world, p):
    """Russian forces recover once the fighting in Ukraine has stopped; before it they are whole."""
    years = -1.0
    if world.ukraine_war_ended >= 0:
        years = (world.step - world.ukraine_war_ended) / 4
    if world.ukraine_war == UkraineWar.NOT_BEGUN:
        russia.reconstitution = 1.0
        return
    if years <= 0:
        set_recovery(russia, world, p)
    russia.reconstitution = reconstitution(
        years=years,
        median_years=russia.recovery_years,
        ln_sd=p.reconstitution_ln_sd,
        floor=russia.reconstitution_floor,
    )


def set_recovery(russia, world, p):
    """How long recovery will take, as things stand when the fighting stops."""
    russia.recovery_years = recovery_years(
        median_years=p.reconstitution_years,
        ending_factor=russia.ending_factor,
        support=world.ukraine_support,
        support_effect=p.support_recovery_effect,
    ) * (1 - p.rivals_recovery_effect * (world.rivals_alignment - p.rivals_resting_alignment))


def weigh_attack(russia, world, council, united_states, p):
    """The hazard of a first attack on a member; luck says whether it comes."""
    russia.attack_hazard = 0.0
    russia.p_hold_seen = seen_hold(world, p)
    if russia.attacked >= 0 or world.attack_ruled_out == 1:
        return
    russia.attack_hazard = attack_hazard(
        base_rate=p.russian_attack_rate,
        recovered=russia.reconstitution,
        engaged=united_states.engaged,
        engaged_effect=p.us_engaged_effect,
        deficit=1 - russia.p_hold_seen,
        deficit_effect=p.denial_deficit_effect,
        paralysis=council.cohesion_start - council.cohesion,
        paralysis_effect=p.council_paralysis_effect,
    )
    russia.attack_hazard_total += russia.attack_hazard
    if chance(world, 0, Decision.RUSSIAN_ATTACK) < russia.attack_hazard:
        attack(russia, world, p)


def seen_hold(world, p):
    """Chance that the defence holds, as Russia sees it through its own noise [probability]."""
    error = exp(p.margin_sight_noise * shock(world, 0, Decision.RUSSIAN_SIGHT))
    return p_hold(world.margin_land * error, p.denial_steepness)


def attack(russia, world, p):
    """Russia attacks a member, suddenly or in full: the defence holds or not; Europe is at war."""
    russia.attacked = world.step
    russia.defence_held = 0
    russia.sudden = 0
    holds = world.p_hold
    if chance(world, 0, Decision.SUDDEN_ATTACK) < p.sudden_attack_share:
        russia.sudden = 1
        holds = world.p_hold_fait
    if chance(world, 0, Decision.DEFENCE_HOLDS) < holds:
        russia.defence_held = 1
    world.war_shock = 1.0


def bear_attack(ally, russia, world, p):
    """Forces lost by allies in the quarter of an attack."""
    if russia.attacked != world.step:
        return
    lost = p.attack_loss_share
    if russia.defence_held == 0:
        lost = p.overrun_loss_share
    if russia.sudden == 1:
        lost = lost * p.sudden_loss_ratio
    ally.strength = ally.strength * (1 - lost)
