"""Who sanctions China, and what does a contingency over Taiwan cost each country?"""

from sim.model.behaviour.luck import chance
from sim.model.behaviour.opening import by_kind
from sim.model.draws import Decision
from sim.model.ladders import Contingency, Front, Level, Stage
from sim.rules.campaign import gdp_loss, home_loss, loss_so_far, trade_break


def loss_scale(campaign, p):
    """Economic loss beside that of an invasion: by kind, level and length so far [ratio]."""
    ratio = by_kind(campaign, 1.0, p.blockade_loss_ratio, p.quarantine_loss_ratio)
    if campaign.kind == Contingency.INVASION:
        return ratio
    toward_war = 0.0
    if campaign.china_level_peak == Level.LIMITED_WAR:
        toward_war = p.limited_war_loss_share
    elif campaign.china_level_peak == Level.WIDER_WAR:
        toward_war = p.wider_war_loss_share
    ratio += (1 - ratio) * toward_war
    return ratio * loss_so_far(campaign.days, p.loss_floor_share)


def sanctions_resolve(campaign, p):
    """Chance that a government sanctions what is going on beside that of an invasion [ratio]."""
    return by_kind(campaign, 1.0, p.blockade_sanctions_ratio, p.quarantine_sanctions_ratio)


def worsens_now(campaign, world):
    """Whether a contingency opens or becomes a graver kind in this quarter."""
    return campaign.stage != Stage.PEACE and world.step == campaign.worsened


def impose_sanctions(campaign, world, governments, p):
    """When it opens or worsens governments decide on sanctions; those of the EU need all members.

    Sanctions once imposed stay.
    """
    if not worsens_now(campaign, world):
        return
    resolve = sanctions_resolve(campaign, p)
    if chance(world, 0, Decision.EU_SANCTIONS) < resolve * world.eu_unanimity:
        campaign.eu_acts = 1
    joined = 0.0
    gdp = 0.0
    for country in governments:
        if world.step == campaign.opens:
            country.sanctions = 0.0
        if country.is_eu == 1:
            country.sanctions = float(campaign.eu_acts)
        elif chance(world, country.code, Decision.SANCTIONS) < resolve * country.p_sanctions:
            country.sanctions = 1.0
        joined += country.sanctions * country.gdp
        gdp += country.gdp
    world.sanctions_joined = joined / gdp


def suffer(country, campaign, world, p):
    """In the quarters in which it is fought, trade, chips and money dry up."""
    if campaign.stage == Stage.PEACE or campaign.fought_to != world.step:
        return
    scale = loss_scale(campaign, p)
    lost = 0.0
    if country.front == Front.TAIWAN:
        lost = scale * p.taiwan_home_loss_share
    elif country.front == Front.CHINA:
        lost = home_loss(
            full_loss=p.china_home_loss_share,
            scale=scale,
            sanctions_bite=p.sanctions_bite_share,
            joined=world.sanctions_joined,
        )
    else:
        lost = year_one_loss(country, scale, p)
    country.gdp_loss = max(country.gdp_loss, lost)


def year_one_loss(country, scale, p):
    """What a country beside the war loses in the first year [share of GDP]."""
    return gdp_loss(
        trade_taiwan=country.trade_taiwan,
        trade_china=country.trade_china,
        chip_effect=p.chip_loss_effect,
        trade_effect=p.trade_loss_effect,
        financial_share=p.financial_loss_share,
        scale=scale,
        trade_broken=trade_break(
            scale=scale,
            sanctions=country.sanctions,
            sanctioned_share=p.sanctioned_trade_share + p.export_control_share,
            abstainer_relief=p.abstainer_relief_share,
        ),
    )
