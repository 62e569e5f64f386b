"""How does an alliance of thirty-two decide by consensus?"""

from sim.rules.curves import clamp, logistic, power


def text_position(china_hardness: float, asia_role: float) -> float:
    """How far a government would go in a text on China or Taiwan [0-1].

    Args:
        china_hardness: toughness toward China [0-1].
        asia_role: wish that the alliance act in the Indo-Pacific [0-1].

    Basis: assumption; words on China have passed, a structure was stopped (CFR2024).

    >>> text_position(china_hardness=0.6, asia_role=0.4)
    0.5
    """
    return (china_hardness + asia_role) / 2


def plan_position(russia_threat: float, autonomy: float) -> float:
    """How far a government would go in planning for a war without the US [0-1].

    Args:
        russia_threat: threat that it sees in Russia [0-1].
        autonomy: wish for a Europe that can act without the US [0-1].

    Basis: assumption; Poland sees the threat and fears the signal.

    >>> plan_position(russia_threat=0.8, autonomy=0.4)
    0.6000000000000001
    """
    return (russia_threat + autonomy) / 2


def restraint_position(asia_role: float, china_engagement: float) -> float:
    """How much a government wants the alliance to say that it will not enlarge into Asia [0-1].

    Args:
        asia_role: wish that the alliance act in the Indo-Pacific [0-1].
        china_engagement: wish for closer economic ties with China [0-1].

    Basis: assumption.

    >>> restraint_position(asia_role=0.5, china_engagement=0.5)
    0.5
    """
    return (1 - asia_role + china_engagement) / 2


def sanctions_position(china_hardness: float, china_engagement: float) -> float:
    """How far a government would bind itself to sanctions in advance [0-1].

    Args:
        china_hardness: toughness toward China [0-1].
        china_engagement: wish for closer economic ties with China [0-1].

    Basis: assumption; exposure softens (Flores-Macias-Kreps 2013, P4).

    >>> sanctions_position(china_hardness=0.5, china_engagement=0.5)
    0.5
    """
    return (1 + china_hardness - china_engagement) / 2


def utility_gain(position: float, draft: float, status_quo: float, salience: float) -> float:
    """What a draft is worth to a government beside no decision [0-1 scale].

    Args:
        position: what it wants [0-1].
        draft: what is on the table [0-1].
        status_quo: what holds without it [0-1].
        salience: how much it cares [0-1].

    Basis: Franchino-Mariotto 2021 (spatial utility with a reference point).

    >>> utility_gain(position=0.5, draft=0.5, status_quo=0.0, salience=1.0)
    0.5
    """
    return salience * (abs(position - status_quo) - abs(position - draft))


def acceptance(
    gain: float,
    others_accepting: float,
    no_agreement_cost: float,
    isolation_cost: float,
    side_payment: float,
    strain: float,
    precision: float,
) -> float:
    """Probability that a government lets the silence run out [probability].

    Args:
        gain: worth of the draft beside no decision [0-1 scale].
        others_accepting: share of the others that accept [0-1].
        no_agreement_cost: K, cost of no agreement at all [0-1 scale].
        isolation_cost: phi, cost of standing alone [0-1 scale].
        side_payment: what it is offered [0-1 scale].
        strain: what quarrels still remembered cost, either sign [0-1 scale].
        precision: how sharply it chooses.

    Basis: Franchino-Mariotto 2021, CFR2024 for the signs; sizes are assumptions (P7 to P9).

    >>> acceptance(0.0, 0.0, 0.2, 0.0, 0.0, strain=0.2, precision=8.0)
    0.5
    """
    reasons = gain + no_agreement_cost + isolation_cost * others_accepting + side_payment
    return logistic(precision * (reasons - strain))


def redrafted(draft: float, objection: float, status_quo: float, step: float) -> float:
    """The next draft, moved toward those who object [0-1].

    Args:
        draft: what was refused [0-1].
        objection: mean position of those who refused [0-1].
        status_quo: what holds without a decision; no draft falls below it [0-1].
        step: part of the way that is given [0-1].

    Basis: assumption; the next draft goes toward those who refused.

    >>> redrafted(draft=0.6, objection=0.2, status_quo=0.0, step=0.5)
    0.4
    """
    return max(status_quo, draft + step * (min(objection, draft) - draft))


def side_payment_offer(transactional: float, payment: float) -> float:
    """What a hold-out that sells its assent is offered [0-1 scale].

    Args:
        transactional: price of its assent [0-1].
        payment: size of the offer to a fully transactional hold-out [0-1 scale].

    Basis: assumption; Türkiye and Hungary yielded on accessions after concessions (P10).

    >>> side_payment_offer(transactional=0.5, payment=0.2)
    0.1
    """
    return clamp(transactional * payment, 0.0, 1.0)


def salience(position: float, reference: float) -> float:
    """How much a government cares about an item [0-1]; those far from it care more.

    Args:
        position: what it wants [0-1].
        reference: what it is held against: what is in force while a draft is made, the draft itself
            when it is voted on [0-1].

    Basis: assumption.

    >>> salience(position=0.5, reference=0.5)
    0.5
    """
    return (1 + abs(position - reference)) / 2


def yielding_probability(monthly_rate: float, months: float) -> float:
    """Probability that a lone hold-out yields within some months [probability].

    Args:
        monthly_rate: hazard a month, given side payments [1/month].
        months: time between two meetings [months].

    Basis: P10 (Finland and Sweden waited 10.5 and 21.7 months).

    >>> yielding_probability(monthly_rate=0.0, months=6.0)
    0.0
    """
    return 1 - power(1 - monthly_rate, months)
