"""When might Russia attack a member of the alliance?"""

from sim.rules.curves import clamp, exp, lognormal_cdf, quarter_hazard


def reconstitution(years: float, median_years: float, ln_sd: float, floor: float) -> float:
    """How far Russian forces have recovered [0-1].

    Args:
        years: years since the fighting in Ukraine stopped, below 0 while it lasts [years].
        median_years: years to recover by half of the estimates [years].
        ln_sd: spread of the estimates [ln years].
        floor: part of the forces free while the war lasts [0-1].

    Basis: CSIS-LA, IISS25, BRU (P58); the floor is an assumption.

    >>> reconstitution(years=-1.0, median_years=6.0, ln_sd=0.42, floor=0.1)
    0.1
    """
    if years <= 0:
        return floor
    return max(floor, lognormal_cdf(years, median_years, ln_sd))


def recovery_years(
    median_years: float, ending_factor: float, support: float, support_effect: float
) -> float:
    """Median time that Russian forces need to recover [years].

    Args:
        median_years: published median [years].
        ending_factor: how the war ended: below 1 recovers sooner [ratio].
        support: aid that reached Ukraine [ratio to 2024].
        support_effect: part by which twice the support of 2024 lengthens it [share].

    Basis: CSIS-LA, IISS25, BRU (P58); the two factors are assumptions.

    >>> recovery_years(median_years=6.0, ending_factor=1.0, support=2.0, support_effect=0.5)
    9.0
    """
    return median_years * ending_factor * clamp(1 + support_effect * (support - 1), 0.5, 2.0)


def attack_hazard(
    base_rate: float,
    recovered: float,
    engaged: float,
    engaged_effect: float,
    deficit: float,
    deficit_effect: float,
    paralysis: float,
    paralysis_effect: float,
) -> float:
    """Hazard of a Russian attack on a member this quarter [probability/quarter].

    In the example the hazard of 15/32 a year is doubled (0.693147 is ln 2) to 15/16: even odds in
    each of four quarters.

    Args:
        base_rate: hazard a year of a recovered Russia facing a sure defence [1/year].
        recovered: how far Russian forces have recovered [0-1].
        engaged: US attention tied down in the Pacific [0-1].
        engaged_effect: b1, rise of the log hazard with it.
        deficit: probability that the defence does not hold [probability].
        deficit_effect: b2, rise of the log hazard with it.
        paralysis: cohesion that the alliance's council has lost since the start [-1 to 1].
        paralysis_effect: b3, rise of the log hazard with it.

    Basis: assumption, proportional hazard; P59 to P61 name what its sizes rest on.

    >>> round(attack_hazard(15 / 32, 1.0, 1.0, 0.693147, 0.0, 1.0, 0.0, 1.0), 6)
    0.5
    """
    drawn = engaged_effect * engaged + deficit_effect * deficit + paralysis_effect * paralysis
    annual = base_rate * recovered * exp(drawn)
    return quarter_hazard(clamp(annual, 0.0, 1.0))


def support_for_ukraine(aid_ratio: float, missile_ratio: float, missile_weight: float) -> float:
    """Aid and missiles that reach Ukraine [ratio to 2024].

    Args:
        aid_ratio: aid as a share of GDP [ratio to 2024].
        missile_ratio: interceptors delivered [ratio to 2024].
        missile_weight: weight of missiles in the whole [0-1].

    Basis: assumption.

    >>> support_for_ukraine(aid_ratio=1.0, missile_ratio=1.0, missile_weight=0.2)
    1.0
    """
    return (1 - missile_weight) * aid_ratio + missile_weight * missile_ratio
