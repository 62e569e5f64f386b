"""What does a week of blockade do to trips, hunters and nerves?"""

from sim.rules.curves import clamp, exp


def trip_loss(threat: float, cover: float) -> float:
    """Chance that a merchant ship is lost on a trip to Taiwan [0-1].

    Args:
        threat: ships, boats, mines, aircraft and missiles against it [hazard per trip].
        cover: escorts, hunters and mine clearing for it, 0 for none [ratio].

    Basis: LO for half of all trips lost without cover (T26); the form is an assumption.

    >>> trip_loss(threat=0.0, cover=1.0), round(trip_loss(threat=0.7, cover=0.0), 2)
    (0.0, 0.5)
    """
    return 1 - exp(-threat / (1 + cover))


def willing_share(floor: float, cover: float) -> float:
    """Part of the merchant ships that go on sailing to Taiwan [0-1].

    Args:
        floor: those that sail without any cover [0-1].
        cover: escorts, hunters and mine clearing, 0 for none [ratio].

    Basis: LO (most foreign ships stay away, convoys bring some back); sizes are assumptions.

    >>> willing_share(floor=0.5, cover=1.0)
    0.75
    """
    return floor + (1 - floor) * cover / (1 + cover)


def mines_next(mines: float, laid: float, swept: float) -> float:
    """Part of the mines laid that is there a week later [0-1].

    Args:
        mines: part there now [0-1].
        laid: part of the gap that is laid anew in a week [0-1].
        swept: part that is cleared in a week [0-1].

    Basis: LO for mines as the slow threat; rates are assumptions.

    >>> mines_next(mines=0.5, laid=0.5, swept=0.25)
    0.625
    """
    return clamp(mines + laid * (1 - mines) - swept * mines, 0.0, 1.0)


def weekly_loss(units: float, rate: float, pressure: float) -> float:
    """Units of one side that a week of fighting destroys, never more than there are [units].

    Args:
        units: those there are [units].
        rate: part lost in a week at pressure 1 [1/week].
        pressure: strength of what hunts them, 0 for nothing [ratio].

    Basis: assumption on the form; LO for the order of losses.

    >>> weekly_loss(units=10.0, rate=0.0, pressure=1.0)
    0.0
    """
    return units * (1 - exp(-rate * pressure))


def rising_chance(rate: float, strain: float) -> float:
    """Chance that a side goes up a level in a week [probability].

    Args:
        rate: chance at full strain [1/week].
        strain: how far it is from what it wants [0-1].

    Basis: LO (escalation was common and not automatic); the rate is an assumption.

    >>> rising_chance(rate=0.2, strain=0.5)
    0.1
    """
    return clamp(rate * strain, 0.0, 1.0)
