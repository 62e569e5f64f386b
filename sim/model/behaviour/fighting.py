"""What does the contingency do: who fights, what it pulls from Europe, what it costs?"""

import math

from sim.model.behaviour.luck import chance, shock
from sim.model.draws import Decision
from sim.model.ladders import Contingency, Front, Stage
from sim.rules.campaign import (
    china_wins_probability,
    gdp_loss,
    half_life_left,
    home_loss,
    pull_saturation,
    pulled_share,
    trade_break,
)
from sim.rules.curves import clamp, exp
from sim.rules.posture import basing_probability, us_fights_probability


def open_campaign(campaign, world, japan, united_states, p):
    """On a drawn day of its quarter the contingency opens; who fights, and for how long."""
    if not opens_now(campaign, world):
        return
    campaign.stage = Stage.WAR
    campaign.opening_day = 365 / 4 * chance(world, 0, Decision.CAMPAIGN_DAY)
    campaign.days = campaign.days_choice
    if campaign.days_choice < 0:
        usual = by_kind(campaign, p.campaign_days, p.blockade_days, p.quarantine_days)
        luck = shock(world, 0, Decision.CAMPAIGN_DAYS)
        campaign.days = usual * exp(p.campaign_days_ln_sd * luck)
    choose_us_entry(campaign, world, united_states, p)
    fit_entry(campaign)
    campaign.japan_basing = japan.gives_bases
    campaign.intensity = by_kind(campaign, 1.0, p.blockade_intensity, p.quarantine_intensity)
    if campaign.us_enters == 0:
        campaign.intensity = p.bystander_intensity * campaign.intensity
    settle_outcome(campaign, world, p)


def opens_now(campaign, world):
    """Whether a contingency opens in this quarter."""
    return campaign.kind != Contingency.NONE and world.step == campaign.opens


def by_kind(campaign, invasion, blockade, quarantine):
    """The value for what is going on."""
    if campaign.kind == Contingency.BLOCKADE:
        return blockade
    if campaign.kind == Contingency.QUARANTINE:
        return quarantine
    return invasion


def loss_scale(campaign, p):
    """Economic loss beside that of an invasion [ratio]."""
    return by_kind(campaign, 1.0, p.blockade_loss_ratio, p.quarantine_loss_ratio)


def sanctions_resolve(campaign, p):
    """Chance that a government sanctions what is going on beside that of an invasion [ratio]."""
    return by_kind(campaign, 1.0, p.blockade_sanctions_ratio, p.quarantine_sanctions_ratio)


def choose_us_entry(campaign, world, united_states, p):
    """The US fights or not, at once or late: fixed by the scenario or drawn.

    More ambiguous acts leave more room to stay out, and so does an administration with less will.
    """
    fights = us_fights_probability(
        stays_out=by_kind(
            campaign,
            p.us_entry_never_share,
            p.us_stays_out_of_blockade,
            p.us_stays_out_of_quarantine,
        ),
        taiwan_will=united_states.taiwan_will,
        reference_will=p.us_will_reference,
        will_effect=p.us_will_effect,
    )
    luck = chance(world, 0, Decision.US_ENTRY)
    if campaign.us_choice == 1:
        luck = luck * fights
    campaign.us_enters = 0
    if luck < fights:
        campaign.us_enters = 1
    if campaign.us_choice >= 0:
        campaign.us_enters = campaign.us_choice
    campaign.us_delay = 0.0
    if campaign.us_enters == 1:
        campaign.us_delay = entry_delay(luck / fights, p)
    if campaign.us_enters == 1 and campaign.us_delay_choice >= 0:
        campaign.us_delay = campaign.us_delay_choice


def fit_entry(campaign):
    """A war that the US enters goes on as long again; a fixed length holds the US to it."""
    if campaign.days_choice >= 0:
        campaign.us_delay = min(campaign.us_delay, campaign.days / 2)
    campaign.days = max(campaign.days, 2 * campaign.us_delay)


def entry_delay(luck, p):
    """Days until the US fights, given that it does [days]."""
    at_once = p.us_entry_immediate_share
    in_days = p.us_entry_days_share
    enters = at_once + in_days + p.us_entry_weeks_share
    if luck > (at_once + in_days) / enters:
        return p.us_entry_weeks_delay
    if luck > at_once / enters:
        return p.us_entry_days_delay
    return 0.0


def settle_outcome(campaign, world, p):
    """Who wins is read from the published range; a path moves it through Japan's bases only."""
    on_time = 0
    if campaign.us_delay <= p.us_entry_days_delay:
        on_time = 1
    if campaign.kind != Contingency.INVASION:
        campaign.p_china_wins = math.nan
        return
    if campaign.taiwan_resists == 0:
        campaign.p_china_wins = 1.0
        campaign.china_wins = 1
        return
    campaign.p_china_wins = china_wins_probability(
        us_enters=campaign.us_enters,
        on_time=on_time,
        japan_basing=campaign.japan_basing,
        base=p.china_wins_base,
        hampered=p.china_wins_hampered,
        alone=p.china_wins_alone,
    )
    campaign.china_wins = 0
    if chance(world, 0, Decision.CAMPAIGN_OUTCOME) < campaign.p_china_wins:
        campaign.china_wins = 1


def give_bases(partner, world, campaign, p):
    """In the quarter in which a war opens a partner in the Pacific gives bases for it, or not."""
    if not opens_now(campaign, world):
        return
    partner.gives_bases = 0
    opens = basing_probability(
        base_share=partner.base_access,
        alignment_change=partner.alignment - partner.alignment_start,
        access_effect=p.alignment_access_effect,
    )
    if chance(world, partner.code, Decision.BASES) < opens:
        partner.gives_bases = 1


def settle_japan_basing(japan, world, campaign):
    """The scenario may fix whether Japan gives bases."""
    if campaign.japan_choice >= 0 and opens_now(campaign, world):
        japan.gives_bases = campaign.japan_choice


def pass_days(campaign, world):
    """Counts the days to the end of the quarter; fighting turns to holding, then to return."""
    if campaign.stage == Stage.PEACE:
        return
    if world.step == campaign.opens:
        campaign.days_open = 365 / 4 - campaign.opening_day
    else:
        campaign.days_open += 365 / 4
    if campaign.days_open > campaign.days:
        campaign.stage = Stage.HOLD
    if campaign.days_open > campaign.days + campaign.hold_days:
        campaign.stage = Stage.RETURN
    held = min(campaign.days_open, campaign.days + campaign.hold_days)
    campaign.us_days = max(0.0, held - campaign.us_delay)


def pull_assets(asset, campaign, p):
    """A war pulls a class of US assets from Europe; survivors come back, losses are rebuilt."""
    if asset.lost > 0:
        asset.lost = asset.lost * half_life_left(0.5 / 2, asset.rebuild_years / 2)
    if campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD:
        pulled = pulled_share(
            drawn_share=asset.drawn_share,
            intensity=campaign.intensity,
            saturation=pull_saturation(campaign.us_days, p.draw_half_time_days),
        )
        asset.away = max(asset.away, pulled - asset.lost)
    elif campaign.stage == Stage.RETURN:
        asset.away = asset.away * half_life_left(365 / 4, p.return_half_time_days)
    asset.present = clamp(1 - asset.away - asset.lost, 0.0, 1.0)
    asset.drawn_peak = max(asset.drawn_peak, 1 - asset.present)


def lose_assets(asset, campaign, before):
    """When the fighting stops, part of what was pulled has been lost or fired."""
    if before == Stage.WAR and campaign.stage != Stage.WAR and campaign.us_enters == 1:
        gone = asset.away * asset.lost_share
        asset.away -= gone
        asset.lost += gone


def impose_sanctions(campaign, world, governments, p):
    """In the opening quarter governments decide on sanctions; those of the EU need all members."""
    if not opens_now(campaign, world):
        return
    resolve = sanctions_resolve(campaign, p)
    campaign.eu_acts = 0
    if chance(world, 0, Decision.EU_SANCTIONS) < resolve * world.eu_unanimity:
        campaign.eu_acts = 1
    joined = 0.0
    gdp = 0.0
    for country in governments:
        country.sanctions = 0.0
        if country.is_eu == 1:
            country.sanctions = float(campaign.eu_acts)
        elif chance(world, country.code, Decision.SANCTIONS) < resolve * country.p_sanctions:
            country.sanctions = 1.0
        joined += country.sanctions * country.gdp
        gdp += country.gdp
    world.sanctions_joined = joined / gdp


def suffer(country, campaign, world, p):
    """In the quarter in which a war opens, trade, chips and money dry up."""
    if not opens_now(campaign, world):
        return
    scale = loss_scale(campaign, p)
    if country.front == Front.TAIWAN:
        country.gdp_loss = scale * p.taiwan_home_loss_share
    elif country.front == Front.CHINA:
        country.gdp_loss = home_loss(
            full_loss=p.china_home_loss_share,
            scale=scale,
            sanctions_bite=p.sanctions_bite_share,
            joined=world.sanctions_joined,
        )
    else:
        country.gdp_loss = year_one_loss(country, scale, p)


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


def turn_attention(united_states, campaign, p):
    """A war in the Pacific ties down US political and command attention, after some months."""
    united_states.engaged = 0.0
    held = campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD
    if held and campaign.days_open >= 365 / 12 * p.opportunism_delay:
        united_states.engaged = campaign.intensity
