"""How much of the force that Europe needs is there?"""

from sim.rules.curves import clamp, log, logistic


def available_ratio(available: float, required: float) -> float:
    """Force available over force required, 1 = just enough [ratio].

    Args:
        available: what is there [any unit].
        required: what is needed [same unit].

    Basis: RAND-B, BRU (a force beside what is required).

    >>> available_ratio(available=15.0, required=20.0)
    0.75
    """
    return available / required


def cohesion_factor(
    us_command: float, planning: float, planning_effect: float, fragmentation_share: float
) -> float:
    """Share of allied forces that fights as one [0-1].

    US command holds national forces together; integrated European plans do part of what it leaves.

    Args:
        us_command: attention of the US command to Europe [0-1].
        planning: contingency plans that work [0-1].
        planning_effect: part of the missing US role that full plans replace [0-1].
        fragmentation_share: what remains of separate national forces alone, kappa [0-1].

    Basis: BRU and CSIS-LA argue for a large penalty; its size is an assumption (P37).

    >>> cohesion_factor(us_command=1.0, planning=0.0, planning_effect=0.5, fragmentation_share=0.6)
    1.0
    """
    held = us_command + (1 - us_command) * planning * planning_effect
    return fragmentation_share + (1 - fragmentation_share) * held


def mobility(us_enablers: float, european_enablers: float, floor: float) -> float:
    """Share of forces that airlift, tankers and command can bring in time [0-1].

    Args:
        us_enablers: US enablers present, of those Europe counts on [0-1].
        european_enablers: part of them that Europeans can replace [0-1].
        floor: what moves without any [0-1].

    Basis: CSIS-LA (arrival depends on enablers); floor is an assumption.

    >>> mobility(us_enablers=0.5, european_enablers=0.5, floor=0.5)
    1.0
    """
    return floor + (1 - floor) * clamp(us_enablers + european_enablers, 0.0, 1.0)


def backfill(enablers: float, planning: float, unplanned_share: float) -> float:
    """US enablers that Europeans really replace when they are missing [0-1].

    Aircraft and headquarters that no plan has given a task stand in for part of those missing.

    Args:
        enablers: part that they have the means to replace [0-1].
        planning: contingency plans that work [0-1].
        unplanned_share: part of it that serves without any plan [0-1].

    Basis: CFR2024 (A More Deliberate Approach) asks for such plans; the size is an assumption.

    >>> backfill(enablers=0.5, planning=0.5, unplanned_share=0.5)
    0.375
    """
    return enablers * (unplanned_share + (1 - unplanned_share) * planning)


def planned_force(ready: float, extra_planning: float, planning_effect: float) -> float:
    """Forces ready in time, given plans that tell them their task [brigade-equivalents].

    Args:
        ready: those that money and training make ready [brigade-equivalents].
        extra_planning: contingency plans that work, beyond those of 2024 [-1 to 1].
        planning_effect: rise per unit of plans [ratio].

    Basis: CSIS-NRW (plans need forces assigned and exercised); the size is an assumption.

    >>> planned_force(ready=8.0, extra_planning=0.5, planning_effect=0.25)
    9.0
    """
    return ready * (1 + planning_effect * extra_planning)


def support_factor(airsea_margin: float, floor: float) -> float:
    """Worth of land forces given air and munition support [0-1].

    Args:
        airsea_margin: air and maritime margin, 1 = just enough [ratio].
        floor: worth without support [0-1].

    Basis: CSIS-LA (land forces depend on air support); floor is an assumption.

    >>> support_factor(airsea_margin=1.5, floor=0.6)
    1.0
    """
    return floor + (1 - floor) * clamp(airsea_margin, 0.0, 1.0)


def airsea_margin(
    aircraft_ratio: float,
    ships_ratio: float,
    interceptors_ratio: float,
    aircraft_weight: float,
    ships_weight: float,
) -> float:
    """Air and maritime denial margin, 1 = just enough [available/required].

    The parts add up by weight, each counting up to 2, so that a surplus in one makes up for part
    of a hole in another.

    Args:
        aircraft_ratio: combat aircraft, available over required [ratio].
        ships_ratio: large warships and submarines, available over required [ratio].
        interceptors_ratio: interceptors over a month of need [ratio].
        aircraft_weight: weight of aircraft [0-1].
        ships_weight: weight of ships; interceptors take the rest [0-1].

    Basis: assumption; parts from IISS25 and RUSI-T.

    >>> airsea_margin(1.0, 1.0, 1.0, 0.4, 0.3)
    1.0
    """
    air = aircraft_weight * clamp(aircraft_ratio, 0.0, 2.0)
    sea = ships_weight * clamp(ships_ratio, 0.0, 2.0)
    rest = max(0.0, 1 - aircraft_weight - ships_weight)
    return air + sea + rest * clamp(interceptors_ratio, 0.0, 2.0)


def allied_land_force(
    ready_brigades: float, heavy_share: float, light_weight: float, support: float, cohesion: float
) -> float:
    """Land force of Europe and Canada that counts [heavy brigade-equivalents].

    Args:
        ready_brigades: ready by day 30 and able to move [brigade-equivalents].
        heavy_share: share of them that is heavy [0-1].
        light_weight: worth of a light brigade [heavy brigade-equivalents].
        support: air and munition factor [0-1].
        cohesion: share that fights as one [0-1].

    Basis: RAND-B counts heavy brigades apart; light weight 0.4 is an assumption.

    >>> allied_land_force(20.0, 0.5, 0.5, 1.0, 1.0)
    15.0
    """
    return ready_brigades * (heavy_share + (1 - heavy_share) * light_weight) * support * cohesion


def p_hold(margin: float, steepness: float) -> float:
    """Probability that the defence holds if attacked now [probability].

    Args:
        margin: land denial margin, 1 = just enough [ratio].
        steepness: how sharply the odds turn around 1 [1/log ratio].

    Basis: assumption, logistic in the log of the ratio (P39).

    >>> p_hold(margin=1.0, steepness=3.0)
    0.5
    """
    if margin <= 0:
        return 0.0
    return logistic(steepness * log(margin))
