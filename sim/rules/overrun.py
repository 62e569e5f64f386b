"""How many brigades are there by which day, and how soon is a Baltic capital reached?"""

from sim.rules.curves import clamp, exp, log


def arrived_share(days: float, in_place: float, half_time_days: float) -> float:
    """Part of the ready brigades of one kind that is there by a day [0-1].

    Args:
        days: since the warning [days].
        in_place: part that stands there in peace [0-1].
        half_time_days: days in which half of the others come [days, above 0].

    Basis: RAND-B, CSIS-LA (what counts is there by the day); times are assumptions.

    >>> arrived_share(days=10.0, in_place=0.0, half_time_days=10.0)
    0.5
    """
    coming = 1 - exp(-log(2.0) * days / half_time_days)
    return in_place + (1 - in_place) * clamp(coming, 0.0, 1.0)


def force_by_day(
    brigades: float, heavy_share: float, light_weight: float, heavy_there: float, light_there: float
) -> float:
    """Brigades that are there, a light one counting less [heavy brigade-equivalents].

    Args:
        brigades: ready brigades [brigade-equivalents].
        heavy_share: part of them that is heavy [0-1].
        light_weight: worth of a light brigade [heavy brigade-equivalents].
        heavy_there: part of the heavy ones that is there [0-1].
        light_there: part of the light ones that is there [0-1].

    Basis: RAND-B (seven brigades, three of them heavy); light weight is an assumption.

    >>> force_by_day(20.0, 0.5, 0.5, heavy_there=0.25, light_there=0.5)
    5.0
    """
    heavy = heavy_share * heavy_there
    light = (1 - heavy_share) * light_weight * light_there
    return brigades * (heavy + light)


def hours_to_capital(march_hours: float, margin: float, ceiling_hours: float) -> float:
    """Hours until a Baltic capital is reached by a sudden attack [hours].

    The march takes longer the more stands in its way; what is enough stops it, and the hours stay
    at their ceiling.

    Args:
        march_hours: with nothing in the way [hours].
        margin: forces in place over those needed [ratio].
        ceiling_hours: longest time that is told [hours].

    Basis: RAND-B (36 to 60 hours against the light forces of 2014 and 2015, T33); the form is an
        assumption.

    >>> hours_to_capital(march_hours=40.0, margin=0.5, ceiling_hours=720.0)
    80.0
    """
    if margin >= 1:
        return ceiling_hours
    return min(ceiling_hours, march_hours / (1 - margin))
