"""Who sends ships and aircraft to the Indo-Pacific, and what does it take from Europe?"""

from sim.rules.curves import clamp


def deployment_weight(
    fleet: float, can_deploy: float, asia_role: float, national_presence: float, novice_share: float
) -> float:
    """Weight of a country in sharing out the presence asked [ships].

    Deployments are national: a country may sail for the alliance or for itself.

    Args:
        fleet: large warships and submarines, or aircraft [units].
        can_deploy: 1 if it has done so in 2021 to 2024 [0/1].
        asia_role: wish that the alliance act in the Indo-Pacific [0-1].
        national_presence: acts alone in Asia [0-1].
        novice_share: weight of a country that has not done it yet [0-1].

    Basis: assumption; anchored to the deployments of 2021 to 2024 in the data.

    >>> deployment_weight(20.0, 1.0, 0.5, 0.9, 0.1)
    18.0
    """
    skill = can_deploy + (1 - can_deploy) * novice_share
    return fleet * skill * max(asia_role, national_presence)


def on_station(asked: float, share: float, fleet: float, rotation: float) -> float:
    """Units that a country keeps on station [units].

    Never more than its fleet can rotate.

    Args:
        asked: units that the path asks of all allies together [units].
        share: this country's part of it [0-1].
        fleet: its units [units].
        rotation: units bound for one on station [ratio].

    Basis: CSIS_NAVIES_2023 (about three units for one on station); the cap is an assumption.

    >>> on_station(asked=12.0, share=0.5, fleet=9.0, rotation=3.0)
    3.0
    """
    return min(asked * share, fleet / rotation)


def presence_there(ships: float, aircraft: float, full_ships: float, full_aircraft: float) -> float:
    """Presence that is there, whatever was asked [0-1, 1 = the largest presence].

    Ships and aircraft count alike, each beside the largest presence.

    Args:
        ships: on station [ships].
        aircraft: on station [aircraft].
        full_ships: on station at the largest presence [ships].
        full_aircraft: on station at the largest presence [aircraft].

    Basis: assumption; what nobody sent neither deters nor provokes.

    >>> presence_there(ships=3.0, aircraft=8.0, full_ships=6.0, full_aircraft=8.0)
    0.75
    """
    return (ships / full_ships + aircraft / full_aircraft) / 2


def bound_units(on_station: float, rotation: float, ready_share: float) -> float:
    """Ready units that a country's units on station bind, themselves among them [units].

    Args:
        on_station: units on station [units].
        rotation: units of the fleet bound for one on station [ratio].
        ready_share: part of the fleet that is ready; only such units are missed [0-1].

    Basis: assumption on what is missed; about three units for one on station (CSIS-EIP).

    >>> bound_units(on_station=2.0, rotation=3.0, ready_share=0.5)
    4.0
    """
    return on_station * (1 + (rotation - 1) * ready_share)


def joining_probability(china_hardness: float, asia_role: float, joining_effect: float) -> float:
    """Probability that a country's units on station join a campaign beside the US [probability].

    Args:
        china_hardness: toughness toward China [0-1].
        asia_role: wish that the alliance act in the Indo-Pacific [0-1].
        joining_effect: probability at full toughness and wish [0-1].

    Basis: assumption; 62 % of polled Europeans want neutrality (ECFR).

    >>> joining_probability(china_hardness=0.5, asia_role=0.5, joining_effect=0.8)
    0.2
    """
    return clamp(joining_effect * china_hardness * asia_role, 0.0, 1.0)


def units_away_share(joins: float, days_open: float, return_days: float) -> float:
    """Part of the units on station that is still away [0-1].

    Those that do not join go home, which takes weeks.

    Args:
        joins: 1 if they join the campaign [0/1].
        days_open: days since the contingency opened [days].
        return_days: days to get home [days].

    Basis: assumption (25 to 45 days of sailing).

    >>> units_away_share(joins=0.0, days_open=10.0, return_days=40.0)
    0.75
    """
    if joins > 0:
        return 1.0
    return clamp(1 - days_open / return_days, 0.0, 1.0)


def staying_probability(china_hardness: float, asia_role: float, leaving_share: float) -> float:
    """Probability that a country leaves its units on station when a crisis opens [probability].

    Args:
        china_hardness: toughness toward China [0-1].
        asia_role: wish that the alliance act in the Indo-Pacific [0-1].
        leaving_share: probability that a country with neither takes them out [0-1].

    Basis: assumption; 62 % of polled Europeans want neutrality (ECFR).

    >>> staying_probability(china_hardness=0.5, asia_role=0.5, leaving_share=0.4)
    0.7
    """
    return 1 - leaving_share * (1 - china_hardness * asia_role)


def surge_units(on_station: float, ready: float, committed: float, surge: float) -> float:
    """Units that a country adds to those on station in a crisis [units].

    A full surge doubles them. It takes ready units only, which then are not in Europe.

    Args:
        on_station: its units on station [units].
        ready: its ready units everywhere [units].
        committed: those bound already by presence [units].
        surge: how far it is willing to surge [0-1].

    Basis: assumption on the size; RAND-D on surges in a crisis.

    >>> surge_units(on_station=2.0, ready=10.0, committed=9.0, surge=1.0)
    1.0
    """
    return clamp(surge * on_station, 0.0, max(0.0, ready - committed))


def us_personnel_left(
    ground_left: float, air_left: float, sea_left: float, ground_share: float, air_share: float
) -> float:
    """Part of the US troops based in Europe that is still there [0-1].

    Args:
        ground_left: part of the ground forces still there [0-1].
        air_left: part of the air forces still there [0-1].
        sea_left: part of the naval forces still there [0-1].
        ground_share: share of troops that are ground forces [0-1].
        air_share: share of troops that are air forces; the rest are naval [0-1].

    Basis: assumption; the same mix of services in every host country.

    >>> us_personnel_left(1.0, 0.5, 0.5, ground_share=0.5, air_share=0.25)
    0.75
    """
    sea_share = 1 - ground_share - air_share
    return ground_share * ground_left + air_share * air_left + sea_share * sea_left
