"""Does the council's compromise give what a published table of actors comes to?

The example is the dispute on a date for emission standards among ten governments: capability,
position in years, salience. Beside the compromise stands a variant of expected utility: the
position that no other beats when every actor's vote counts by its capability, its salience and what
it gains (Black's median, the forecast from which the challenge model of Bueno de Mesquita starts).
"""

from dataclasses import dataclass

from sim.model.behaviour.council import weighted_mean
from sim.validation.draw import stand_in

SOURCE = "BDM-EMISSIONS"
WEIGHTED_MEAN, WEIGHTED_MEDIAN = 7.38996, 7.0  # computed from the published table


@dataclass(frozen=True)
class Actor:
    """One government in the example.

    Attributes:
        name: code.
        capability: weight in the Council [share].
        position: date that it wants [years].
        salience: how much it cares [0-1].
    """

    name: str
    capability: float
    position: float
    salience: float


ACTORS = (
    Actor("NLD", 0.08, 4.0, 0.8),
    Actor("BEL", 0.08, 7.0, 0.4),
    Actor("LUX", 0.03, 4.0, 0.2),
    Actor("DEU", 0.16, 4.0, 0.8),
    Actor("FRA", 0.16, 10.0, 0.6),
    Actor("ITA", 0.16, 10.0, 0.6),
    Actor("GBR", 0.16, 10.0, 0.9),
    Actor("IRL", 0.05, 7.0, 0.1),
    Actor("DNK", 0.05, 4.0, 1.0),
    Actor("GRC", 0.08, 7.0, 0.7),
)


def compromise(actors: tuple[Actor, ...] = ACTORS) -> float:
    """What the council's own code makes of the actors [unit of their positions].

    >>> round(compromise(), 5)
    7.38996
    """
    members = [stand_in(wants=one.position, pull=one.capability * one.salience) for one in actors]
    return float(weighted_mean(members))


def expected_utility(actors: tuple[Actor, ...] = ACTORS) -> float:
    """The position that no other beats in a vote weighted by capability, salience and gain.

    >>> expected_utility()
    7.0
    """
    positions = sorted({one.position for one in actors})
    return next(
        here for here in positions if all(_margin(here, other, actors) >= 0 for other in positions)
    )


def _margin(here: float, other: float, actors: tuple[Actor, ...]) -> float:
    """By how much the first position wins over the second."""
    total = 0.0
    for one in actors:
        gain = abs(one.position - other) - abs(one.position - here)
        total += one.capability * one.salience * gain
    return total
