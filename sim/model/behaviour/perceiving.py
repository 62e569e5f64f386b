"""How do governments update their view of China and Russia?"""

from sim.model.behaviour.luck import shock
from sim.model.draws import Decision
from sim.rules.stances import anchor_next, stance_next, trade_next


def hear(governments, influence):
    """Each government hears the stances of last quarter, near and large ones louder."""
    for i in range(len(governments)):
        china = 0.0
        russia = 0.0
        row = influence[i]
        for j in range(len(governments)):
            china += row[j] * governments[j].china_hardness
            russia += row[j] * governments[j].russia_threat
        governments[i].china_hardness_heard = china
        governments[i].russia_threat_heard = russia


def trade_with_china(country, world, campaign, p):
    """Trade follows the wish for ties, and breaks when a war opens; returns its relative change."""
    broken = 0.0
    if campaign.worsened >= 0 and world.step == campaign.worsened + 1:
        broken = p.trade_broken_share
    before = country.trade_china
    country.trade_china = trade_next(
        trade_share=before,
        engagement=country.china_engagement,
        engagement_rate=p.trade_engagement_rate,
        broken_share=broken,
    )
    if before <= 0:
        return 0.0
    return country.trade_china / before - 1


def perceive(country, world, campaign, russia, p):
    """A government moves with events, its own past and its peers.

    What happens in Ukraine moves the threat that budgets take for granted as well: their reaction
    to it is measured, and is in the growth common to all and that of the border.
    """
    shift_china = -p.trade_stance_effect * trade_with_china(country, world, campaign, p)
    shift_china += p.coercion_stance_effect * country.coerced_now
    shift_china += p.rivals_hardening_effect * world.rivals_moved * country.russia_threat
    shift_russia = 0.0
    if world.threat_event != 0:
        shift_russia += p.invasion_stance_effect * world.threat_event
        country.russia_threat_reference += shift_russia
    if campaign.worsened >= 0 and world.step == campaign.worsened + 1:
        shift_china += p.invasion_stance_effect
    if russia.attacked >= 0 and world.step == russia.attacked + 1:
        shift_russia += p.invasion_stance_effect
    country.china_hardness_anchor = anchor_next(
        anchor=country.china_hardness_anchor,
        start=country.china_hardness_start,
        shift=shift_china,
        return_share=p.anchor_return_rate / 4,
    )
    country.russia_threat_anchor = anchor_next(
        anchor=country.russia_threat_anchor,
        start=country.russia_threat_start,
        shift=shift_russia,
        return_share=p.anchor_return_rate / 4,
    )
    country.china_hardness = stance_next(
        anchor=country.china_hardness_anchor,
        heard=country.china_hardness_heard,
        stubbornness_share=p.stubbornness_share,
        noise=p.stance_noise * shock(world, country.code, Decision.STANCE_NOISE),
    )
    country.russia_threat = stance_next(
        anchor=country.russia_threat_anchor,
        heard=country.russia_threat_heard,
        stubbornness_share=p.stubbornness_share,
        noise=p.stance_noise * shock(world, country.code, Decision.THREAT_NOISE),
    )
