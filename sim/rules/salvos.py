"""What does a salvo do, while missiles and interceptors last?"""

import math

from sim.rules.curves import clamp, exp


def leakers(fired: float, leak_share: float, luck: float) -> float:
    """Missiles of a salvo that get through to a defended target [missiles].

    A binomial count in its normal approximation, kept between none and all.

    Args:
        fired: missiles fired [missiles].
        leak_share: chance that one gets through [0-1].
        luck: draw from the bell curve [standard deviations].

    Basis: Armstrong 2005 (stochastic salvo), Hughes 1995; leak shares from FBNW (P40).

    >>> leakers(fired=100.0, leak_share=0.5, luck=0.0), leakers(100.0, 0.5, 2.0)
    (50.0, 60.0)
    """
    spread = math.sqrt(fired * leak_share * (1 - leak_share))
    return clamp(fired * leak_share + luck * spread, 0.0, fired)


def ships_out(hits: float, hits_per_kill: float, afloat: float) -> float:
    """Ships put out of action by hits, no more than there are [ships].

    Args:
        hits: missiles that got through [missiles].
        hits_per_kill: hits that put one ship out of action [hits].
        afloat: ships that can be hit [ships].

    Basis: Hughes 1995 (staying power); RUSI-T for more than one hit (P42).

    >>> ships_out(hits=6.0, hits_per_kill=2.0, afloat=10.0)
    3.0
    """
    return min(afloat, hits / hits_per_kill)


def two_shot_kill(kill_share: float) -> float:
    """Chance that two interceptors stop one missile [0-1].

    Args:
        kill_share: chance that one interceptor does [0-1].

    Basis: FBNW (P41: 0.70 for one shot, 0.91 for two).

    >>> round(two_shot_kill(0.7), 9)
    0.91
    """
    return 1 - (1 - kill_share) * (1 - kill_share)


def engaged(missiles: float, interceptors: float) -> float:
    """Missiles that can be met with two interceptors each [missiles].

    Args:
        missiles: that come [missiles].
        interceptors: that are left [missiles].

    Basis: FBNW (two shots for each missile, until none is left).

    >>> engaged(missiles=100.0, interceptors=60.0)
    30.0
    """
    return min(missiles, interceptors / 2)


def hit_on_ground(parked: float, missiles: float, per_missile: float) -> float:
    """Aircraft destroyed on the ground by missiles that get through [aircraft].

    Each missile finds fewer the fewer are left, so losses never pass what is parked.

    Args:
        parked: aircraft within reach [aircraft].
        missiles: that get through [missiles].
        per_missile: aircraft that the first missile destroys [aircraft].

    Basis: FBNW, CA for most losses on the ground; the size is an assumption.

    >>> hit_on_ground(parked=100.0, missiles=0.0, per_missile=0.5)
    0.0
    """
    if parked <= 0:
        return 0.0
    return parked * (1 - exp(-missiles * per_missile / parked))


def lost_in_air(on_ground: float, ground_share: float) -> float:
    """Aircraft lost in the air beside those on the ground [aircraft].

    Args:
        on_ground: destroyed on the ground [aircraft].
        ground_share: part of all losses that falls on the ground [0-1, above 0].

    Basis: FBNW (P44: nine in ten on the ground).

    >>> lost_in_air(on_ground=90.0, ground_share=0.75)
    30.0
    """
    return on_ground * (1 - ground_share) / ground_share
