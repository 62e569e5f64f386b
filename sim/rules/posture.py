"""Where does the United States keep its forces in peace, and who stands with it in Asia?"""

from sim.rules.curves import clamp, exp, log, logistic


def posture_goal(
    commitment: float,
    commitment_2024: float,
    withdrawal_share: float,
    allied_growth: float,
    elasticity: float,
    pacific_balance: float,
    pacific_pull: float,
) -> float:
    """US posture in Europe that an administration moves toward [ratio to 2024].

    European strength frees US forces, rewards effort or invites exit: the sign is not known. A
    balance around Taiwan that has turned to China pulls forces to the Pacific.

    Args:
        commitment: commitment of this administration to Europe [0-1].
        commitment_2024: that of 2024 [0-1].
        withdrawal_share: posture lost per unit of commitment lost [ratio].
        allied_growth: growth of allied forces since the start [ratio].
        elasticity: posture gained per unit of that growth, either sign [ratio].
        pacific_balance: balance around Taiwan in China's favour since the start [log ratio].
        pacific_pull: posture lost per unit of it [ratio].

    Basis: assumption; sign open (Meijer-Brooks 2021, George-Sandler 2018), so N(0, 0.3); that
    the Pacific pulls is CSIS-LA's and CSIS-DR's premise, its size is an assumption.

    >>> posture_goal(0.8, 0.8, 0.5, 0.0, 0.3, 0.5, 0.5)
    0.75
    """
    lost = withdrawal_share * (commitment_2024 - commitment) + pacific_pull * pacific_balance
    return clamp(1 - lost + elasticity * allied_growth, 0.0, 2.0)


def pacific_gain(posture: float, arriving_share: float) -> float:
    """What leaves Europe and arrives in the Pacific [ratio of the posture in Europe of 2024].

    Args:
        posture: US posture in Europe [ratio to 2024].
        arriving_share: part of what leaves that arrives [0-1].

    Basis: assumption; brigades come home, aircraft and ships may go on.

    >>> pacific_gain(posture=0.8, arriving_share=0.5)
    0.09999999999999998
    """
    return arriving_share * (1 - posture)


def alignment_next(alignment: float, start: float, push: float, return_share: float) -> float:
    """Alignment of a partner with the alliance one quarter later [0-1].

    Args:
        alignment: now [0-1].
        start: what it comes back to [0-1].
        push: move of the quarter [0-1 scale].
        return_share: part of the distance to the start undone in a quarter [0-1].

    Basis: assumption.

    >>> alignment_next(alignment=0.6, start=0.6, push=0.1, return_share=0.0)
    0.7
    """
    return clamp(alignment + push - return_share * (alignment - start), 0.0, 1.0)


def basing_probability(base_share: float, alignment_change: float, access_effect: float) -> float:
    """Probability that a partner lets US forces fight from its bases [probability].

    Args:
        base_share: published case weight [0-1].
        alignment_change: change of its alignment since the start [0-1 scale].
        access_effect: probability gained per unit of that change [ratio].

    Basis: FBNW for the case weight (P46); the effect is an assumption.

    >>> basing_probability(base_share=0.85, alignment_change=0.0, access_effect=0.5)
    0.85
    """
    return clamp(base_share + access_effect * alignment_change, 0.0, 1.0)


def fighting_probability(share: float, hardness: float, hardness_effect: float) -> float:
    """Probability that a partner which gives bases fights beside the US [probability].

    Args:
        share: that of a partner of middling hardness toward China [0-1].
        hardness: its hardness toward China [0-1].
        hardness_effect: probability gained from middling to greatest hardness, times 2 [ratio].

    Basis: FBNW for Japan, whose bases are struck; the sizes are assumptions.

    >>> fighting_probability(share=0.5, hardness=0.75, hardness_effect=1.0)
    0.75
    """
    return clamp(share + hardness_effect * (hardness - 1 / 2), 0.0, 1.0)


def reinforced(gain: float, tied: float) -> float:
    """US forces in the Pacific beside those of 2024 [ratio].

    Args:
        gain: what left Europe and arrived [ratio].
        tied: what a war in Europe binds [log ratio].

    Basis: assumption; the same two terms as in the balance that China sees.

    >>> reinforced(gain=0.25, tied=0.0)
    1.25
    """
    return (1 + gain) * exp(-tied)


def alignment_of_rivals_next(
    alignment: float,
    at_war: int,
    war_pull: float,
    china_in_need: int,
    need_pull: float,
    resting: float,
    rate: float,
) -> float:
    """How closely China and Russia stand together, one quarter later [0-1].

    Args:
        alignment: now [0-1].
        at_war: 1 while the war in Ukraine lasts.
        war_pull: alignment that the war adds [0-1].
        china_in_need: 1 while China fights over Taiwan or US forces are held there.
        need_pull: alignment that China's need adds [0-1].
        resting: alignment without it [0-1].
        rate: part of the gap closed in a year [1/year].

    Basis: assumption; CFR2024 (The China Challenge) names the growing alignment.

    >>> alignment_of_rivals_next(0.5, 0, 0.2, 1, 0.2, 0.5, 2.0)
    0.6
    """
    goal = clamp(resting + war_pull * at_war + need_pull * china_in_need, 0.0, 1.0)
    return clamp(alignment + (goal - alignment) * rate / 4, 0.0, 1.0)


def us_fights_probability(
    stays_out: float, taiwan_will: float, reference_will: float, will_effect: float
) -> float:
    """Probability that the United States fights for Taiwan [probability].

    Args:
        stays_out: published weight of staying out [0-1].
        taiwan_will: will of the administration in office to fight for Taiwan [0-1].
        reference_will: will for which the published weight stands [0-1].
        will_effect: rise of the log-odds per unit of will.

    Basis: P45 for the level; that the will of an administration moves it is an assumption.

    >>> us_fights_probability(stays_out=0.5, taiwan_will=0.6, reference_will=0.6, will_effect=3.0)
    0.5
    """
    return logistic(log((1 - stays_out) / stays_out) + will_effect * (taiwan_will - reference_will))
