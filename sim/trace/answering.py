"""Why did a government answer a crisis or a war over Taiwan as it did?

Whether its units stay and join, whether it gives bases and joins sanctions: each with its chance,
and the parts of that chance.
"""

import math
from collections.abc import Iterable

from sim.model.behaviour.deciding import expect_sanctions
from sim.model.behaviour.deploying import chance_to_stay, choose_to_join
from sim.model.behaviour.opening import by_kind
from sim.model.behaviour.suffering import sanctions_resolve
from sim.model.ladders import Contingency
from sim.model.state import changed
from sim.rules.posture import basing_probability, us_fights_probability
from sim.trace.event import Event, Memory, Number, Reason, State, ranked
from sim.trace.reasons import MIDDLE, ODDS, as_sent, log_odds, only, shared_out, ships_sent
from sim.trace.watch import Turn
from sim.trace.wording import chance, listed

WORTH_NAMING = 0.2  # chance that a unit of the ally is there
HALFWAY = "a government halfway on every scale"
PARTS = {
    "china_hardness": "toughness on China beyond halfway",
    "asia_role": "wish for a role in Asia beyond halfway",
    "us_enters": "whether the United States fights",
    "homeland_struck": "North America is struck",
}
SANCTIONS_PARTS = {
    "toughness on China beyond halfway": "sanctions_hardness_effect",
    "trade with China": "sanctions_exposure_effect",
    "sanctions plan agreed in advance": "sanctions_precommitment_effect",
    "texts on Taiwan": "statement_sanctions_effect",
}
UNANIMITY = "log of the chance that no member of the EU objects"


def opens(turn: Turn) -> bool:
    """Whether a contingency opens in this quarter."""
    campaign = turn.after.campaign
    return bool(campaign.kind != Contingency.NONE and campaign.opens == turn.step)


def by_ships(turn: Turn, allies: Iterable[State]) -> list[State]:
    """Allies, those that had most ships on station first."""
    return sorted(allies, key=lambda ally: -ships_sent(turn, ally))


def singled_out(turn: Turn, allies: list[State], answer: str, focus: str | None) -> list[State]:
    """The ally asked about; else the largest fleet of each answer, 1 or 0."""
    if focus:
        return [ally for ally in allies if ally.iso3 == focus]
    ordered = by_ships(turn, allies)
    ways = [
        [ally for ally in ordered if bool(getattr(ally, answer)) is way] for way in (True, False)
    ]
    return [found[0] for found in ways if found]


def explained(
    turn: Turn, who: str, text: str, probability: float, reasons: tuple[Reason, ...]
) -> Event:
    """An answer with its chance."""
    numbers = {"chance": Number(probability, "probability")}
    return Event(turn.year, turn.quarter, "answer", (who,), text, numbers, reasons)


def tell_staying(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """When a crisis opens: why units are left on station or taken out, for one ally of each."""
    if not turn.after.china.crisis:
        return []
    there = [ally for ally in turn.allies if ally.units_there >= WORTH_NAMING]
    return [one_staying(turn, ally) for ally in singled_out(turn, there, "stays", focus)]


def one_staying(turn: Turn, ally: State) -> Event:
    """Whether one ally leaves its units on station in a crisis, and why."""
    stays = float(chance_to_stay(ally, turn.p))
    deed = "leaves its units there" if ally.stays else "takes its units out"
    text = (
        f"{ally.name} {deed} when the crisis opens; such decisions are drawn, and its chance to "
        f"leave them was {chance(stays)}."
    )
    return explained(turn, ally.iso3, text, stays, staying_reasons(turn, ally))


def staying_reasons(turn: Turn, ally: State) -> tuple[Reason, ...]:
    """What makes the chance that an ally's units stay, ranked; they sum to it [probability]."""

    def stays(**views: float) -> float:
        return float(chance_to_stay(changed(ally, **views), turn.p))

    usual = {"china_hardness": MIDDLE, "asia_role": MIDDLE}
    actual = {name: getattr(ally, name) for name in usual}
    unit = f"adds to the chance that units of {ally.name} stay"
    return chance_reasons(stays(**usual), shared_out(stays, usual, actual), unit)


def chance_reasons(base: float, parts: dict[str, float], unit: str) -> tuple[Reason, ...]:
    """The chance of a government halfway on every scale, and what this one adds to it."""
    named = {HALFWAY: base} | {PARTS[name]: part for name, part in parts.items()}
    return ranked(Reason(words, part, unit) for words, part in named.items())


def tell_joining(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """On the opening day: why units join or turn for home, for one ally of each."""
    if not opens(turn):
        return []
    there = [ally for ally in turn.allies if ally.stays and ally.units_there >= WORTH_NAMING]
    return [one_joining(turn, ally) for ally in singled_out(turn, there, "joins", focus)]


def one_joining(turn: Turn, ally: State) -> Event:
    """Whether the units of one ally join the war, and why."""
    deed = "join the fight" if ally.joins > 0 else "turn for home"
    text = (
        f"Units of {ally.name} {deed}; such decisions are drawn, and the chance that they join was "
        f"{chance(ally.p_joins)}."
    )
    return explained(turn, ally.iso3, text, ally.p_joins, joining_reasons(turn, ally))


def joining_reasons(turn: Turn, ally: State) -> tuple[Reason, ...]:
    """What makes the chance that an ally's units join, ranked; they sum to it [probability]."""
    campaign = turn.after.campaign

    def joins(china_hardness: float, asia_role: float, **war: float) -> float:
        views = {"china_hardness": china_hardness, "asia_role": asia_role}
        asked = changed(as_sent(turn, ally), ships_on_station=1.0, **views)
        choose_to_join(asked, turn.after.world, changed(campaign, **war), turn.p)
        return float(asked.p_joins)

    usual = {"china_hardness": MIDDLE, "asia_role": MIDDLE, "us_enters": 1, "homeland_struck": 0}
    actual = {
        "china_hardness": ally.china_hardness,
        "asia_role": ally.asia_role,
        "us_enters": campaign.us_enters,
        "homeland_struck": campaign.homeland_struck,
    }
    unit = f"adds to the chance that units of {ally.name} join"
    return chance_reasons(joins(**usual), shared_out(joins, usual, actual), unit)


def tell_bases(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """If the United States fights: why Japan, or the partner asked about, gives bases or not."""
    if not opens(turn) or not turn.after.campaign.us_enters:
        return []
    partners = turn.governments[turn.n_allies + 1 :]
    chosen = focus if focus in {one.iso3 for one in partners} else "JPN"
    return [one_base(turn, one, partners) for one in partners if one.iso3 == chosen]


def one_base(turn: Turn, partner: State, partners: list[State]) -> Event:
    """Whether a partner lets US forces fight from its bases, and why."""
    named = [one.name for one in partners if one.gives_bases]
    text = f"Partners that let US forces fight from their bases: {listed(named) or 'none'}."
    if partner.iso3 == "JPN" and turn.after.campaign.japan_choice >= 0:
        text += f" For {partner.name} the scenario fixes it."
        return explained(turn, partner.iso3, text, float(partner.gives_bases), ())
    gives = base_chance(turn, partner, partner.alignment)
    text += f" The chance that {partner.name} would was {chance(gives)}."
    return explained(turn, partner.iso3, text, gives, base_reasons(turn, partner))


def base_chance(turn: Turn, partner: State, alignment: float) -> float:
    """Chance that a partner gives bases, aligned so far with the alliance [probability]."""
    return basing_probability(
        base_share=partner.base_access,
        alignment_change=alignment - partner.alignment_start,
        access_effect=turn.p.alignment_access_effect,
    )


def base_reasons(turn: Turn, partner: State) -> tuple[Reason, ...]:
    """What makes the chance that a partner gives bases, ranked; they sum to it [probability]."""
    start = base_chance(turn, partner, partner.alignment_start)
    moved = base_chance(turn, partner, partner.alignment) - start
    origin = "published games" if partner.iso3 == "JPN" else "its stance card"
    unit = f"adds to the chance that {partner.name} gives bases"
    parts = {origin: start, "alignment gained or lost since the start": moved}
    return ranked(Reason(words, part, unit) for words, part in parts.items())


def entry_chance(turn: Turn, will_effect: float) -> float:
    """Chance that the United States fights, if its will counts for so much [probability]."""
    p = turn.p
    return us_fights_probability(
        stays_out=by_kind(
            turn.after.campaign,
            p.us_entry_never_share,
            p.us_stays_out_of_blockade,
            p.us_stays_out_of_quarantine,
        ),
        taiwan_will=turn.after.united_states.taiwan_will,
        reference_will=p.us_will_reference,
        will_effect=will_effect,
    )


def entry_reasons(turn: Turn) -> tuple[Reason, ...]:
    """Why the United States fights or not, ranked; none where the scenario fixes it [log-odds]."""
    if turn.after.campaign.us_choice >= 0:
        return ()
    usual = log_odds(entry_chance(turn, 0.0))
    will = log_odds(entry_chance(turn, turn.p.us_will_effect)) - usual
    unit = "log-odds that the United States fights"
    parts = {"published opinion of such an act": usual, "will of this administration": will}
    return ranked(Reason(words, part, unit) for words, part in parts.items())


def tell_sanctions_votes(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """On the opening day: why the EU acts or not, and why a government outside it does."""
    if not opens(turn):
        return []
    asked = [one for one in turn.governments if one.iso3 == focus]
    outside = [one for one in turn.governments if not one.is_eu]
    back = [one for one in outside if not one.sanctions]
    largest = sorted(back or outside, key=lambda one: -one.gdp)[:1]
    return [union(turn, focus), *(one_vote(turn, one) for one in asked or largest)]


def union(turn: Turn, focus: str | None) -> Event:
    """Whether the EU joins sanctions, and whose objection is most to be feared."""
    acts = "joins sanctions" if turn.after.campaign.eu_acts else "does not join sanctions"
    agrees = float(turn.after.world.eu_unanimity)
    members = [one for one in turn.governments if one.is_eu]
    text = (
        f"The EU {acts}: the chance that none of its {len(members)} members in the alliance "
        f"objects was {chance(agrees)}{short_of_war(turn)}."
    )
    numbers = {"no EU member objects": Number(agrees, "probability")}
    who = tuple(one.iso3 for one in members)
    reasons = unanimity_reasons(turn)
    return Event(turn.year, turn.quarter, "answer", who, text, numbers, reasons)


def short_of_war(turn: Turn) -> str:
    """How much less ready governments are to answer an act short of an invasion."""
    resolve = sanctions_resolve(turn.after.campaign, turn.p)
    return "" if resolve >= 1 else f", and an act short of invasion leaves {chance(resolve)} of it"


def wish(turn: Turn, country: State, p: State) -> State:
    """A government's chance to want sanctions, and that of the EU if it alone could object."""
    one, world = changed(country), changed(turn.after.world)
    expect_sanctions(world, turn.after.items, [one], p)
    return State(alone=float(one.p_sanctions), unanimity=float(world.eu_unanimity))


def unanimity_reasons(turn: Turn) -> tuple[Reason, ...]:
    """Whose possible objection costs the EU most; they sum to the log of the chance."""
    return ranked(
        Reason(f"{one.name} may object", math.log(wish(turn, one, turn.p).unanimity), UNANIMITY)
        for one in turn.governments
        if one.is_eu
    )


def one_vote(turn: Turn, country: State) -> Event:
    """How one government stands to sanctions, and why."""
    wants = float(sanctions_resolve(turn.after.campaign, turn.p) * country.p_sanctions)
    deed = "joins" if country.sanctions else "does not join"
    with_eu = " with the EU" if country.is_eu else ""
    text = (
        f"{country.name} {deed} sanctions{with_eu}; the chance that it wants to was "
        f"{chance(wants)}."
    )
    return explained(turn, country.iso3, text, wants, sanctions_reasons(turn, country))


def sanctions_reasons(turn: Turn, country: State) -> tuple[Reason, ...]:
    """Why a government wants sanctions on China or not, ranked [log-odds]."""
    parts = {
        words: log_odds(wish(turn, country, only(turn.p, (name,), SANCTIONS_PARTS.values())).alone)
        for words, name in SANCTIONS_PARTS.items()
    }
    wants = wish(turn, country, turn.p).alone
    resolve = sanctions_resolve(turn.after.campaign, turn.p)
    if resolve > 0:  # at 0 nobody sanctions such an act, whatever the reasons
        parts["an act short of invasion"] = log_odds(resolve * wants) - log_odds(wants)
    return ranked(Reason(words, part, ODDS) for words, part in parts.items())
