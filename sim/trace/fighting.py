"""How did the contingency over Taiwan go: who fought, what left Europe, who lost what?"""

from datetime import date, timedelta

from sim.model.behaviour.suffering import loss_scale, sanctions_resolve, year_one_loss
from sim.model.ladders import Asset, Contingency, Front, Stage
from sim.model.state import changed
from sim.trace.answering import entry_chance, entry_reasons
from sim.trace.event import Event, Memory, Number, Reason, State, ranked
from sim.trace.reasons import only, ships_sent
from sim.trace.watch import Turn
from sim.trace.wording import about, chance, listed, percent

DEEDS = {
    Contingency.INVASION: "invades Taiwan",
    Contingency.BLOCKADE: "blockades Taiwan",
    Contingency.QUARANTINE: "puts Taiwan under quarantine",
}
STAGES = {
    Stage.HOLD: "The fighting over Taiwan has stopped; US forces stay in the Pacific.",
    Stage.RETURN: "US forces begin to come back to Europe.",
}
LOSSES = {
    "chips and other goods from Taiwan": "chip_loss_effect",
    "trade with China": "trade_loss_effect",
    "financial shock": "financial_loss_share",
}
AWAY = "% of what Europe counts on, away or lost"
DRAW_STEP = 0.15
WORTH_NAMING = 0.05
FEWEST_SHIPS = 0.05
MOST_NAMED = 5


def tell_opening(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """The day it opens: who fights, the units on station, the economic shock."""
    campaign = turn.after.campaign
    if campaign.kind == Contingency.NONE or campaign.opens != turn.step:
        return []
    return [opening(turn), *units(turn, focus), sanctions(turn, focus), shock(turn, focus)]


def opening(turn: Turn) -> Event:
    """The opening day, US entry, Japan's bases, length and outcome."""
    campaign = turn.after.campaign
    text = f"On {day_of(turn)} China {DEEDS[kind_at_opening(turn)]}. {entry(turn)}{beside(turn)}"
    numbers = {
        "day of the quarter": Number(campaign.opening_day, "days"),
        "US enters": Number(campaign.us_enters, "0/1"),
        "US delay": Number(campaign.us_delay, "days"),
        "Japan gives bases": Number(campaign.japan_basing, "0/1"),
        "Japan fights": Number(campaign.japan_fights, "0/1"),
        "other partners that fight": Number(campaign.partners_fighting, "0-1"),
        "European navies that are there": Number(campaign.european_navies, "0-1"),
        "US forces in the Pacific": Number(campaign.us_reinforced, "ratio to 2024"),
    }
    who = ("CHN", "TWN", "USA", "JPN")
    reasons = entry_reasons(turn)
    return Event(turn.year, turn.quarter, "contingency", who, text, numbers, reasons)


def day_of(turn: Turn) -> str:
    """The opening day as a date."""
    first = date(turn.year, 3 * turn.quarter - 2, 1)
    day = first + timedelta(days=int(turn.after.campaign.opening_day))
    return f"{day.day} {day:%B %Y}"


def entry(turn: Turn) -> str:
    """Whether and when the United States fights, and who says so."""
    campaign = turn.after.campaign
    fights = chance(entry_chance(turn, turn.p.us_will_effect))
    fixed = campaign.us_choice >= 0
    said = " (fixed by the scenario)" if fixed else f" (drawn; the chance to fight was {fights})"
    if campaign.us_enters == 0:
        return f"The United States stays out{said}."
    when = f"after {campaign.us_delay:.0f} days" if campaign.us_delay > 0 else "at once"
    bases = "lets" if campaign.japan_basing else "does not let"
    return f"The United States fights {when}{said}. Japan {bases} US forces fight from its bases."


def kind_at_opening(turn: Turn) -> Contingency:
    """What it was on the first day; it may have become graver within the quarter."""
    return Contingency(turn.after.campaign.kind_opened)


def beside(turn: Turn) -> str:
    """Which Pacific partners fight beside the United States."""
    fighting = [one.name for one in turn.governments if one.fights]
    if not fighting:
        return ""
    return f" {listed(fighting)} {'fight' if len(fighting) > 1 else 'fights'} beside it."


def units(turn: Turn, focus: str | None) -> list[Event]:
    """Allied units on station join, or go home."""
    sent = [ally for ally in turn.allies if ships_sent(turn, ally) > FEWEST_SHIPS]
    if not sent:
        return []
    joined = [ally for ally in sent if ally.joins > 0]
    home = [ally for ally in sent if ally.stays and ally.joins <= 0]
    left = [ally for ally in sent if not ally.stays]
    lost = sum(ally.ships_lost - turn.earlier(ally).ships_lost for ally in joined)
    parts = []
    if joined:
        names = listed([ally.name for ally in joined])
        parts.append(f"{names} {joins(joined)} the fight; {lost:.2f} ships are lost")
    if home:
        names = listed([ally.name for ally in home], MOST_NAMED)
        parts.append(f"{names} {goes(home)} home, which takes {turn.p.return_days:.0f} days")
    if left:
        names = listed([ally.name for ally in left], MOST_NAMED)
        parts.append(f"those of {names} were taken out when the crisis opened")
    if turn.after.world.surged > 0:
        parts.append(f"{turn.after.world.surged:.1f} more ships were sent in the crisis")
    text = f"Allied units on station: {'; '.join(parts)}."
    numbers = {"ships lost": Number(lost, "ships"), "days home": Number(turn.p.return_days, "days")}
    there = [ally for ally in sent if ally.stays]
    reasons = ranked(Reason(f"{ally.name} joins", ally.p_joins, "probability") for ally in there)
    who = tuple(ally.iso3 for ally in sent)
    return [Event(turn.year, turn.quarter, "units", who, text, numbers, reasons)]


def joins(countries: list[State]) -> str:
    """The verb for one or for many."""
    return "join" if len(countries) > 1 else "joins"


def goes(countries: list[State]) -> str:
    """The verb for one or for many."""
    return "go" if len(countries) > 1 else "goes"


def sanctions(turn: Turn, focus: str | None) -> Event:
    """Who imposes sanctions on China, and who holds back."""
    campaign, world = turn.after.campaign, turn.after.world
    back = sorted((one for one in turn.governments if not one.sanctions), key=lambda one: -one.gdp)
    union = "the EU joins as one" if campaign.eu_acts else "the EU does not agree"
    text = (
        f"Sanctions on China: {union}; {percent(world.sanctions_joined, 0)} of allied and "
        f"partner GDP joins."
    )
    if back:
        text += f" Not among them: {listed([one.name for one in back], MOST_NAMED)}."
    asked = turn.after.by_iso3.get(focus or "")
    if asked in turn.governments:
        text += f" {asked.name} {'joins' if asked.sanctions else 'does not join'}."
    numbers = {
        "no EU member would veto": Number(world.eu_unanimity, "probability"),
        "the EU acts": Number(campaign.eu_acts, "0/1"),
        "GDP that joins": Number(world.sanctions_joined, "share of allied and partner GDP"),
    }
    reasons = ranked(
        Reason(f"{one.name} joins", joining_sanctions(turn, one), "probability")
        for one in back[:MOST_NAMED]
    )
    who = tuple(one.iso3 for one in turn.governments)
    return Event(turn.year, turn.quarter, "sanctions", who, text, numbers, reasons)


def joining_sanctions(turn: Turn, country: State) -> float:
    """Chance that it joined; members of the EU join together or not at all [probability]."""
    alone = turn.after.world.eu_unanimity if country.is_eu else country.p_sanctions
    return float(sanctions_resolve(turn.after.campaign, turn.p) * alone)


def shock(turn: Turn, focus: str | None) -> Event:
    """The economic shock: who loses most, and through what."""
    world = turn.after.world
    bystanders = [one for one in turn.after.everyone if one.front == Front.NONE]
    worst = sorted(bystanders, key=lambda one: -one.gdp_loss)
    chosen = next((one for one in bystanders if one.iso3 == focus), worst[0])
    named = [f"{one.name} {percent(one.gdp_loss)}" for one in worst[:MOST_NAMED]]
    if chosen is not worst[0]:
        named.append(f"{chosen.name} {percent(chosen.gdp_loss)}")
    lost = turn.money(sum(ally.gdp_loss * ally.gdp_potential for ally in turn.allies))
    text = (
        f"Economic shock in the first year: the 39 modelled economies lose "
        f"{percent(world.gdp_loss_world)} of GDP, Europe and Canada {about(lost)}. Beside the "
        f"parties to the war most: {', '.join(named)}. Why {chosen.name}:"
    )
    numbers = {
        "loss of 39 economies": Number(world.gdp_loss_world, "share of GDP"),
        "loss of Europe and Canada": Number(lost, "2024 USD bn"),
        **{one.name: Number(one.gdp_loss, "share of GDP") for one in worst[:MOST_NAMED]},
    }
    who = tuple(one.iso3 for one in (*worst[:MOST_NAMED], chosen))
    reasons = loss_reasons(turn, chosen)
    return Event(
        turn.year, turn.quarter, "shock", tuple(dict.fromkeys(who)), text, numbers, reasons
    )


def loss_reasons(turn: Turn, country: State) -> tuple[Reason, ...]:
    """Through which supply chains a country loses, ranked [percent of GDP]."""
    scale = loss_scale(turn.after.campaign, turn.p)
    abstains = changed(country, sanctions=0.0)
    parts = {
        words: year_one_loss(abstains, scale, only(turn.p, (name,), LOSSES.values()))
        for words, name in LOSSES.items()
    }
    trade = only(turn.p, (LOSSES["trade with China"],), LOSSES.values())
    parts["sanctions and China's answer to them"] = year_one_loss(
        country, scale, trade
    ) - year_one_loss(abstains, scale, trade)
    return ranked(Reason(words, 100 * part, "% of GDP") for words, part in parts.items())


def tell_draw(turn: Turn, memory: Memory, focus: str | None) -> list[Event]:
    """US forces gone from Europe by class, when it has moved; and the turns of the war."""
    missing = {asset.code: 1 - asset.present for asset in turn.after.classes}
    moved = [memory.moved(f"draw {code}", gone, DRAW_STEP) for code, gone in missing.items()]
    first = all(gone == 0 for gone in missing.values())
    turned = turn.after.campaign.stage != turn.before.campaign.stage
    stage = STAGES.get(Stage(turn.after.campaign.stage), "") if turned else ""
    if first or not (any(moved) or stage):
        return []
    lost = [asset for asset in turn.after.classes if asset.lost >= WORTH_NAMING]
    world, before = turn.after.world, turn.before.world
    fired = gone_for_good(lost) if stage else ""
    text = (
        f"{stage + ' ' if stage else ''}US forces that Europe counts on are away or lost, by "
        f"class below.{fired} Land margin {before.margin_land:.2f} to "
        f"{world.margin_land:.2f}, air and sea {before.margin_airsea:.2f} to "
        f"{world.margin_airsea:.2f} of what is needed."
    )
    numbers = {
        **{title(code): Number(gone, "share away or lost") for code, gone in missing.items()},
        "land margin": Number(world.margin_land, "available/required"),
        "air and sea margin": Number(world.margin_airsea, "available/required"),
        "days since the opening": Number(turn.after.campaign.days_open, "days"),
    }
    reasons = ranked(Reason(title(code), 100 * gone, AWAY) for code, gone in missing.items())
    return [Event(turn.year, turn.quarter, "draw", ("USA",), text, numbers, reasons)]


def title(code: int) -> str:
    """The name of a class of US assets."""
    return Asset(code).name.lower().replace("_", " ")


def gone_for_good(lost: list[State]) -> str:
    """Classes of which part is lost or fired and not yet replaced."""
    if not lost:
        return ""
    named = [f"{title(asset.code)} {percent(asset.lost, 0)}" for asset in lost]
    return f" Lost or fired and not yet replaced: {listed(named)}."
