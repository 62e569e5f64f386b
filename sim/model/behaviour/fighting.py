"""What does the contingency do: when it opens, what it pulls from Europe, what it costs?"""

import math

from sim.model.behaviour.luck import chance, shock
from sim.model.draws import Decision
from sim.model.ladders import Contingency, Front, Stage
from sim.rules.campaign import (
    china_wins_probability,
    gdp_loss,
    half_life_left,
    pull_saturation,
    pulled_share,
)
from sim.rules.curves import clamp, exp
from sim.rules.posture import basing_probability


def open_campaign(campaign, world, japan, p):
    """On a drawn day of its quarter the contingency opens; who fights, and for how long."""
    if campaign.kind == Contingency.NONE or world.step != campaign.opens:
        return
    campaign.stage = Stage.WAR
    campaign.opening_day = 365 / 4 * chance(world, 0, Decision.CAMPAIGN_DAY)
    campaign.days = campaign.days_choice
    if campaign.days_choice < 0:
        campaign.days = usual_days(campaign, p) * exp(
            p.campaign_days_ln_sd * shock(world, 0, Decision.CAMPAIGN_DAYS)
        )
    choose_us_entry(campaign, world, p)
    choose_japan_basing(campaign, world, japan, p)
    campaign.intensity = full_intensity(campaign, p)
    if campaign.us_enters == 0:
        campaign.intensity = p.bystander_intensity * full_intensity(campaign, p)
    settle_outcome(campaign, world, p)


def usual_days(campaign, p):
    """Median length of the contingency [days]."""
    if campaign.kind == Contingency.BLOCKADE:
        return p.blockade_days
    if campaign.kind == Contingency.QUARANTINE:
        return p.quarantine_days
    return p.campaign_days


def full_intensity(campaign, p):
    """How much of the US effort the contingency takes if the US enters [0-1]."""
    if campaign.kind == Contingency.BLOCKADE:
        return p.blockade_intensity
    if campaign.kind == Contingency.QUARANTINE:
        return p.quarantine_intensity
    return 1.0


def never_enters(campaign, p):
    """Probability that the US stays out; more ambiguous acts leave more room to [probability]."""
    if campaign.kind == Contingency.BLOCKADE:
        return p.us_stays_out_of_blockade
    if campaign.kind == Contingency.QUARANTINE:
        return p.us_stays_out_of_quarantine
    return p.us_entry_never_share


def loss_scale(campaign, p):
    """Economic loss beside that of an invasion [ratio]."""
    if campaign.kind == Contingency.BLOCKADE:
        return p.blockade_loss_ratio
    if campaign.kind == Contingency.QUARANTINE:
        return p.quarantine_loss_ratio
    return 1.0


def choose_us_entry(campaign, world, p):
    """The US fights or not, at once or late: fixed by the scenario or drawn."""
    luck = chance(world, 0, Decision.US_ENTRY)
    if campaign.us_choice == 1:
        luck = luck * (1 - never_enters(campaign, p))
    campaign.us_enters = 1
    campaign.us_delay = 0.0
    if luck > 1 - never_enters(campaign, p):
        campaign.us_enters = 0
    elif luck > p.us_entry_immediate_share + p.us_entry_days_share:
        campaign.us_delay = p.us_entry_weeks_delay
    elif luck > p.us_entry_immediate_share:
        campaign.us_delay = p.us_entry_days_delay
    if campaign.us_choice >= 0:
        campaign.us_enters = campaign.us_choice
    if campaign.us_delay_choice >= 0:
        campaign.us_delay = campaign.us_delay_choice
    if campaign.us_enters == 0:
        campaign.us_delay = 0.0


def choose_japan_basing(campaign, world, japan, p):
    """Japan lets US forces fight from its bases or not: fixed by the scenario or drawn."""
    campaign.japan_basing = 0
    opens = basing_probability(
        base_share=p.japan_basing_share,
        alignment_change=japan.alignment - japan.alignment_start,
        access_effect=p.alignment_access_effect,
    )
    if chance(world, 0, Decision.JAPAN_BASING) < opens:
        campaign.japan_basing = 1
    if campaign.japan_choice >= 0:
        campaign.japan_basing = campaign.japan_choice


def settle_outcome(campaign, world, p):
    """Who wins is read from the published range; no path changes it."""
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


def suffer(country, campaign, world, p):
    """In the quarter in which a war opens, trade, chips and money dry up."""
    if campaign.kind == Contingency.NONE or world.step != campaign.opens:
        return
    scale = loss_scale(campaign, p)
    if country.front == Front.TAIWAN:
        country.gdp_loss = scale * p.taiwan_home_loss_share
    elif country.front == Front.CHINA:
        country.gdp_loss = scale * p.china_home_loss_share
    else:
        country.gdp_loss = scale * gdp_loss(
            trade_taiwan=country.trade_taiwan,
            trade_china=country.trade_china,
            chip_effect=p.chip_loss_effect,
            trade_effect=p.trade_loss_effect,
            financial_share=p.financial_loss_share,
        )


def turn_attention(united_states, campaign, p):
    """A war in the Pacific ties down US political and command attention, after some months."""
    united_states.engaged = 0.0
    held = campaign.stage == Stage.WAR or campaign.stage == Stage.HOLD
    if held and campaign.days_open >= 365 / 12 * p.opportunism_delay:
        united_states.engaged = campaign.intensity
