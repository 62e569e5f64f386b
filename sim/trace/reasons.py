"""Why did an actor decide as it did? Each cause alone, by the same behaviours and rules.

A decision that adds up its causes is played again with all effects but one at zero; one whose
causes multiply is played again with each cause as usual, in every order. So no formula stands here
a second time.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import permutations

from sim.model.behaviour.budgeting import set_budget, wanted_growth
from sim.model.behaviour.coercing import cooperation_agreed
from sim.model.behaviour.defending import assess
from sim.model.behaviour.deploying import deploy
from sim.model.behaviour.posturing import align_partner
from sim.model.behaviour.speaking import speak
from sim.model.ladders import Agenda, UkraineWar
from sim.model.state import changed
from sim.rules.budgets import crowded_growth, spending_next, war_shock_next
from sim.rules.denial import planned_force
from sim.rules.narrative import provocation
from sim.rules.posture import posture_goal
from sim.trace.event import Reason, State, ranked
from sim.trace.watch import Turn

GROWTH = "percentage points of growth"
GROWTH_PARTS = {
    "growth common to all allies": ("common_growth_before_shock", "common_growth_after_shock"),
    "its own economy": ("gdp_growth_effect_before_shock", "gdp_growth_effect_after_shock"),
    "gap to the pledge": ("pledge_gap_effect_before_shock", "pledge_gap_effect_after_shock"),
    "border with Russia or Belarus": ("border_effect_before_shock", "border_effect_after_shock"),
    "what the others spend": ("spill_in_effect",),
    "threat seen in Russia": ("threat_spending_effect",),
    "US pressure": ("burden_pressure_effect",),
}
REACH = "points of reach a year"
NARRATIVE_PARTS = {
    "China's own effort": "narrative_own_rate",
    "presence beyond that of 2024": "presence_narrative_effect",
    "liaison office": "office_narrative_effect",
    "texts on Taiwan": "texts_narrative_effect",
    "no-enlargement pledge": "pledge_narrative_effect",
    "talks with Chinese officials": "dialogue_narrative_effect",
}
ALIGNMENT = "points of alignment a year"
ALIGNMENT_PARTS = {
    "cooperation": "cooperation_alignment_effect",
    "presence beyond that of 2024": "presence_alignment_effect",
    "liaison office": "office_alignment_effect",
    "no-enlargement pledge": "pledge_alignment_effect",
    "the Chinese narrative": "narrative_alignment_effect",
}
ODDS = "log-odds"
MIDDLE = 0.5  # far from both ends of a scale, so that a small push is not cut


def only(p: State, kept: Iterable[str], of: Iterable[str]) -> State:
    """The parameters with every effect of a list at zero but those that are kept."""
    names = set(kept)
    return changed(p, **{name: 0.0 for name in of if name not in names})


def shared_out(
    outcome: Callable[..., float], usual: Mapping[str, float], actual: Mapping[str, float]
) -> dict[str, float]:
    """What each input adds to an outcome beside a usual input; the parts sum to the difference.

    Inputs that act together have no part of their own: each is moved from usual to actual in every
    order, and the mean is taken (Shapley value).

    Args:
        outcome: a rule, called with the inputs by name.
        usual: the inputs that the actual ones are held against.
        actual: the inputs as they were.

    >>> shared_out(lambda x, y: x * y, {"x": 2, "y": 1}, {"x": 4, "y": 3})
    {'x': 4.0, 'y': 6.0}
    """
    orders = list(permutations(actual))
    parts = dict.fromkeys(actual, 0.0)
    for order in orders:
        inputs = dict(usual)
        before = outcome(**inputs)
        for name in order:
            inputs[name] = actual[name]
            after = outcome(**inputs)
            parts[name] += (after - before) / len(orders)
            before = after
    return parts


def log_odds(probability: float) -> float:
    """A chance as log-odds.

    >>> log_odds(0.5)
    0.0
    """
    return math.log(probability / (1 - probability))


def asia_role_before_coercion(turn: Turn, country: State) -> float:
    """Its wish for a role in Asia in council and deployments, which come before coercion [0-1]."""
    earlier = turn.earlier(country)
    return float((earlier if country.conceded > earlier.conceded else country).asia_role)


def budget_setting(turn: Turn, ally: State) -> tuple[State, State, State, State]:
    """What an ally had before it when it set its budget: itself, the world, council and the US."""
    at_war = int(turn.after.world.ukraine_war == UkraineWar.CONTINUING)
    fresh = war_shock_next(turn.before.world.war_shock, at_war, turn.p.shock_memory_years)
    world = changed(turn.after.world, presence=turn.before.world.presence, war_shock=fresh)
    itself = changed(ally, exempt=turn.earlier(ally).exempt)
    return itself, world, turn.before.council, turn.after.united_states


def growth_parts(turn: Turn, ally: State) -> dict[str, float]:
    """The reasons whose sum is the growth that a government wants [1/year]."""
    setting = budget_setting(turn, ally)
    effects = [name for names in GROWTH_PARTS.values() for name in names]
    return {
        words: wanted_growth(*setting, only(turn.p, names, effects))
        for words, names in GROWTH_PARTS.items()
    }


def budget_limits(turn: Turn, ally: State) -> dict[str, float]:
    """What stood between the growth that was wanted and that decided [1/year]."""
    setting = budget_setting(turn, ally)
    itself, world = setting[:2]
    wanted = wanted_growth(*setting, turn.p)
    extra = world.presence - world.presence_2024
    crowded = crowded_growth(wanted, turn.p.crowd_out_share, extra) - wanted
    calm = {"spending_noise_before_shock": 0.0, "spending_noise_after_shock": 0.0}
    open_ended = changed(itself, fiscal_ceiling=math.inf)
    set_budget(open_ended, *setting[1:], changed(turn.p, **calm))
    expected = open_ended.spending_growth
    set_budget(open_ended, *setting[1:], turn.p)
    unbraked = open_ended.spending_growth
    return {
        "crowded out by presence": crowded,
        "falling back to habit": expected - wanted - crowded,
        "what the model does not explain": unbraked - expected,
        "the treasury's brake": ally.spending_growth - unbraked,
    }


def budget_reasons(turn: Turn, ally: State) -> tuple[Reason, ...]:
    """Why a budget grew as it did, ranked; they sum to its rise [percentage points of growth]."""
    parts = growth_parts(turn, ally) | budget_limits(turn, ally)
    scale = percent_for_log(ally.spending_growth)
    return ranked(Reason(words, scale * part, GROWTH) for words, part in parts.items())


def percent_for_log(growth: float) -> float:
    """Percent of growth for each unit of change of the logarithm, at a growth of this size.

    >>> percent_for_log(0.0), round(percent_for_log(0.167), 1)
    (100.0, 108.8)
    """
    return 100 * (spending_next(1.0, growth) - 1) / growth if growth else 100.0


def posture_reasons(turn: Turn) -> tuple[Reason, ...]:
    """Why US posture in Europe differs from that of 2024, ranked [ratio to 2024]."""
    us, p = turn.after.united_states, turn.p
    weight = math.fsum(ally.brigades for ally in turn.allies)
    strength = math.fsum(ally.brigades * ally.strength for ally in turn.allies)
    goals = [
        posture_goal(
            commitment=us.commitment,
            commitment_2024=us.alliance_first_commitment,
            withdrawal_share=p.withdrawal_share,
            allied_growth=strength / weight - 1,
            elasticity=elasticity,
            pacific_balance=turn.before.world.pacific_balance,
            pacific_pull=pull,
        )
        for elasticity, pull in (
            (0.0, 0.0),
            (0.0, p.pacific_pull_effect),
            (p.posture_elasticity, p.pacific_pull_effect),
        )
    ]
    leaving = us.retrench_step >= 0 and turn.step >= us.retrench_step
    withdrawn = -goals[2] * us.retrench_share if leaving else 0.0
    unit = "ratio to 2024"
    return ranked(
        (
            Reason("commitment of the administration", goals[0] - 1, unit),
            Reason("the balance around Taiwan", goals[1] - goals[0], unit),
            Reason(strength_words(p.posture_elasticity), goals[2] - goals[1], unit),
            Reason("withdrawal fixed by the scenario", withdrawn, unit),
            Reason("moves still under way", us.posture - goals[2] - withdrawn, unit),
        )
    )


def strength_words(elasticity: float) -> str:
    """What European strength does to US posture in this future, for its sign is not known."""
    if elasticity < 0:
        return "leaves because of European strength (in other futures it rewards it)"
    return "rewards European strength (in other futures it leaves because of it)"


def coercion_reasons(turn: Turn, country: State) -> tuple[Reason, ...]:
    """Why China coerces a country or leaves it alone, ranked [log-odds]."""
    p, items = turn.p, turn.after.items
    size = math.log(country.gdp / turn.after.china.gdp)
    is_us = int(country.iso3 == "USA")
    excess = country.china_hardness - turn.before.world.hardness_mean
    share = presence_share(turn, country)
    office = items[Agenda.LIAISON_OFFICE].in_force
    texts = items[Agenda.TAIWAN_TEXT].in_force
    together = cooperation_agreed(items)
    causes = {
        "tougher on China than the mean": (excess, 0.0, 0.0, 0.0, 0.0),
        "its ships in the Indo-Pacific": (0.0, share, 0.0, 0.0, 0.0),
        "liaison office": (0.0, 0.0, office, 0.0, 0.0),
        "texts on Taiwan": (0.0, 0.0, 0.0, texts, 0.0),
        "cooperation with partners": (0.0, 0.0, 0.0, 0.0, together),
    }
    parts = {
        words: p.coercion_salience_effect
        * provocation(
            hardness_excess=cause[0],
            presence_share=cause[1],
            office=cause[2],
            texts=cause[3],
            cooperation=cause[4],
            presence_weight=p.provocation_presence_weight,
            statement_weight=p.provocation_statement_weight,
            cooperation_weight=p.provocation_cooperation_weight,
        )
        for words, cause in causes.items()
    }
    parts["how rare coercion is"] = p.coercion_base
    parts["size beside China"] = -p.coercion_size_effect * size
    parts["the United States is not coerced in kind"] = -p.coercion_us_effect * is_us
    return ranked(Reason(words, part, ODDS) for words, part in parts.items())


def presence_share(turn: Turn, country: State) -> float:
    """A country's ships on station over full presence, as China saw them [0-1]."""
    if country not in turn.allies:
        return 0.0
    return float(ships_sent(turn, country) / turn.p.presence_ships)


def ships_sent(turn: Turn, ally: State) -> float:
    """Ships that an ally had on station before a war of the same quarter moved them [ships]."""
    return float(as_sent(turn, ally).ships_on_station)


def as_sent(turn: Turn, ally: State) -> State:
    """An ally with its units on station before a crisis or war of the same quarter moved them."""
    earlier = turn.earlier(ally)
    names = ("ships", "joins", "stays", "return_days")
    sent = changed(ally, **{name: getattr(earlier, name) for name in names})
    deploy(sent, turn.after.world, turn.before.campaign, turn.p)
    return sent


def narrative_reasons(turn: Turn) -> tuple[Reason, ...]:
    """What feeds and starves the Chinese narrative, ranked [points of reach a year]."""
    parts = {
        words: pushed(turn, only(turn.p, (name,), NARRATIVE_PARTS.values()))
        for words, name in NARRATIVE_PARTS.items()
    }
    parts["forgetting"] = -turn.p.narrative_fading_rate * turn.before.world.narrative
    return ranked(Reason(words, part, REACH) for words, part in parts.items())


def pushed(turn: Turn, p: State) -> float:
    """What a year of this quarter's words and deeds adds to the narrative [0-1 scale a year]."""
    world = changed(turn.after.world, narrative=MIDDLE)
    speak(turn.after.items, world, turn.lever, changed(p, narrative_fading_rate=0.0))
    return float(4 * (world.narrative - MIDDLE))


def alignment_reasons(turn: Turn) -> tuple[Reason, ...]:
    """What brings partners closer or drives them off, ranked [points of alignment a year]."""
    parts = {}
    for words, name in ALIGNMENT_PARTS.items():
        partner = State(alignment=MIDDLE, alignment_start=MIDDLE)
        p = only(turn.p, (name,), ALIGNMENT_PARTS.values())
        align_partner(partner, turn.after.items, turn.after.world, p)
        parts[words] = 4 * (partner.alignment - MIDDLE)
    return ranked(Reason(words, part, ALIGNMENT) for words, part in parts.items())


def defence_reasons(turn: Turn, start: State) -> tuple[Reason, ...]:
    """What each change since the first quarter does to the land margin, ranked [ratio].

    Each is the margin less what it would be with that one thing as it was; they do not add up.
    """
    now, then = turn.after, start
    forces = kept(now, then, ("ready_aircraft", "ready_ships"))
    plans = kept(now, then, ("planning",))
    forces.ready_brigades = brigades(then.world, now.world, turn.p)
    plans.ready_brigades = brigades(now.world, then.world, turn.p)
    us = {"united_states": then.united_states, "classes": then.classes, "campaign": then.campaign}
    instead: dict[str, dict[str, State]] = {
        "ready forces of Europe and Canada": {"world": forces},
        "contingency plans": {"world": plans},
        "European enablers": {"world": kept(now, then, ("enablers",))},
        "interceptors in stock": {"market": then.market},
        "US forces in Europe and their attention": us,
    }
    return ranked(
        Reason(words, now.world.margin_land - margin(turn, other), "ratio of the land margin")
        for words, other in instead.items()
    )


def brigades(forces: State, plans: State, p: State) -> float:
    """Ready brigades of one world under the plans of another [brigade-equivalents]."""
    effect = p.planning_readiness_effect
    by_plans = planned_force(1.0, forces.planning - forces.planning_2024, effect)
    plain = forces.ready_brigades / by_plans
    return planned_force(plain, plans.planning - plans.planning_2024, effect)


def kept(now: State, then: State, names: Iterable[str]) -> State:
    """The world of now with a few things as they were then."""
    return changed(now.world, **{name: getattr(then.world, name) for name in names})


def margin(turn: Turn, instead: dict[str, State]) -> float:
    """The land margin of a quarter with some parts of the state replaced [ratio]."""
    state = changed(turn.after, **instead)
    world = changed(state.world)
    assess(world, state.united_states, state.classes, state.campaign, state.market, turn.p)
    return float(world.margin_land)
