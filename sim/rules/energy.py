"""How much electricity does Taiwan make, with the fuel that it has and that arrives?"""

from sim.rules.curves import clamp


def fuel_burnt(stock: float, arriving: float) -> float:
    """Fuel used in a week, as long as there is any [weeks of normal use].

    Args:
        stock: fuel in store [weeks of normal use].
        arriving: fuel that arrives in the week [weeks of normal use].

    Basis: LO (plants run until the fuel is gone).

    >>> fuel_burnt(stock=0.25, arriving=0.5), fuel_burnt(stock=5.0, arriving=0.5)
    (0.75, 1.0)
    """
    return clamp(stock + arriving, 0.0, 1.0)


def fuel_left(stock: float, arriving: float, burnt: float) -> float:
    """Fuel in store after a week [weeks of normal use].

    Args:
        stock: fuel in store before [weeks of normal use].
        arriving: fuel that arrives [weeks of normal use].
        burnt: fuel used [weeks of normal use].

    Basis: what comes in and is not used stays.

    >>> fuel_left(stock=5.0, arriving=0.5, burnt=1.0)
    4.5
    """
    return max(0.0, stock + arriving - burnt)


def electricity(
    gas: float, coal: float, oil: float, gas_share: float, coal_share: float, oil_share: float
) -> float:
    """Electricity of a week beside normal [0-1].

    What needs no imported fuel runs on.

    Args:
        gas: gas used beside normal [0-1].
        coal: coal used beside normal [0-1].
        oil: oil used beside normal [0-1].
        gas_share: part of normal electricity that hangs on gas [0-1].
        coal_share: part that hangs on coal [0-1].
        oil_share: part that hangs on oil [0-1].

    Basis: LO: 73, 24 and 17 % are left once gas, coal and oil are gone (T29).

    >>> electricity(0.0, 1.0, 1.0, 0.25, 0.5, 0.125)
    0.75
    """
    missing = gas_share * (1 - gas) + coal_share * (1 - coal) + oil_share * (1 - oil)
    return clamp(1 - missing, 0.0, 1.0)
