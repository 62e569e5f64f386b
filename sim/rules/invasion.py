"""How does an invasion of Taiwan go on from one turn of 3.5 days to the next?"""

from sim.rules.curves import clamp, ratio_or


def lift(ships: float, per_ship: float, by_air: float, ports: float, per_port: float) -> float:
    """Battalions that can be landed and supplied in one turn [battalion loads].

    Args:
        ships: amphibious ships afloat [ships].
        per_ship: loads that one carries over the beach in a turn [battalion loads/ship].
        by_air: loads by parachute and helicopter [battalion loads].
        ports: ports and airfields held [ports].
        per_port: loads that one adds for other ships, if any are left [battalion loads/port].

    Basis: FBNW for the form; sizes are assumptions set so that about 37 battalions land (T19).

    >>> lift(ships=80.0, per_ship=0.125, by_air=1.0, ports=2.0, per_port=2.0)
    15.0
    """
    return ships * per_ship + by_air + ports * per_port


def supply(loads: float, ashore: float, need: float) -> float:
    """Part of the supply that battalions ashore need and get [0-1].

    Args:
        loads: battalion loads that can be carried in the turn [battalion loads].
        ashore: battalions ashore [battalions].
        need: loads that a battalion needs in a turn [battalion loads/battalion].

    Basis: FBNW (a lodgement lives by its ships); the need is an assumption.

    >>> supply(loads=3.0, ashore=20.0, need=0.2)
    0.75
    """
    if ashore <= 0:
        return 1.0
    return clamp(loads / (ashore * need), 0.0, 1.0)


def landed(loads: float, ashore: float, need: float, waiting: float) -> float:
    """Fresh battalions put ashore in one turn, after supply for those ashore [battalions].

    Args:
        loads: battalion loads that can be carried [battalion loads].
        ashore: battalions ashore [battalions].
        need: loads that a battalion needs in a turn [battalion loads/battalion].
        waiting: battalions that wait to cross [battalions].

    Basis: FBNW (supply comes out of lift); the need is an assumption.

    >>> landed(loads=6.0, ashore=10.0, need=0.2, waiting=100.0)
    4.0
    """
    return clamp(loads - ashore * need, 0.0, waiting)


def battalions_lost(own: float, enemy: float, per_enemy: float, worth: float) -> float:
    """Battalions that one side loses ashore in one turn [battalions].

    Linear in what the other side brings to bear, never more than there are.

    Args:
        own: own battalions in the fight [battalions].
        enemy: battalions of the other side in the fight [battalions].
        per_enemy: battalions that one enemy battalion destroys in a turn [battalions].
        worth: worth of the enemy's battalions: supply and support from the air [ratio].

    Basis: Lanchester's linear law, as FBNW; rates are assumptions.

    >>> battalions_lost(own=10.0, enemy=20.0, per_enemy=0.05, worth=0.5)
    0.5
    """
    return min(own, enemy * per_enemy * worth)


def ports_next(held: float, ratio: float, rate: float, limit: float) -> float:
    """Ports and airfields that China holds after one turn [ports].

    They fall while its battalions outnumber those against them, and are lost otherwise.

    Args:
        held: ports and airfields held [ports].
        ratio: supplied battalions ashore beside those against them [ratio].
        rate: ports taken in a turn at a ratio of 2 [ports/turn].
        limit: ports and airfields that there are [ports].

    Basis: FBNW for ports as the aim; the rate is an assumption.

    >>> ports_next(held=1.0, ratio=1.5, rate=1.0, limit=8.0)
    1.5
    """
    return clamp(held + rate * clamp(ratio - 1, -1.0, 2.0), 0.0, limit)


def fleet_left_share(afloat: float, start: float) -> float:
    """Part of the amphibious fleet that is afloat [0-1].

    Args:
        afloat: amphibious ships afloat [ships].
        start: those of the first day [ships].

    Basis: FBNW (defeated below a tenth of the start).

    >>> fleet_left_share(afloat=24.0, start=96.0)
    0.25
    """
    return ratio_or(afloat, start, 0.0)
