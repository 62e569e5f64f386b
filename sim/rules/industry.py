"""How does money become weapons, and how long does it take?"""

from sim.rules.curves import clamp, log, power


def delayed_next(level: float, target: float, delay_years: float) -> float:
    """A quantity that follows its target with a lag, one quarter later [unit of the level].

    Args:
        level: quantity now.
        target: what it moves toward.
        delay_years: mean lag [years]; a quarter or less is no lag.

    Basis: assumption; first-order lag, two in a row give the start lag of P20.

    >>> delayed_next(level=0.0, target=1.0, delay_years=1.0)
    0.25
    """
    return level + (target - level) * (1 / max(1.0, 4 * delay_years))


def start_delay(
    delay_months: float, slip_months: float, fulfilment_share: float, time_factor: float
) -> float:
    """Lag from funded order to the first new line [years].

    What is not fulfilled at the announced date comes late by the slip.

    Args:
        delay_months: announced lag [months].
        slip_months: lateness of what is late [months].
        fulfilment_share: part that is there at the announced date [0-1].
        time_factor: speed of European industry, 1 for 12 years to close the gap [ratio].

    Basis: RUSI-I, CSIS-EB (P20, P23); P28 as one time-scale factor.

    >>> start_delay(delay_months=12.0, slip_months=12.0, fulfilment_share=0.5, time_factor=1.0)
    1.5
    """
    return time_factor * (delay_months + slip_months * (1 - fulfilment_share)) / 12


def capacity_next(
    capacity: float, ceiling: float, doubling_months: float, time_factor: float
) -> float:
    """Equipment that industry could deliver, one quarter later [2015 USD bn/year].

    A logistic ramp toward a ceiling set by funded expansion; capacity never falls.

    Args:
        capacity: now [2015 USD bn/year].
        ceiling: most that the funded lines can reach [2015 USD bn/year].
        doubling_months: time to double far from the ceiling [months].
        time_factor: speed of European industry, 1 for 12 years to close the gap [ratio].

    Basis: RUSI-I for the pace (P21), KIEL25 for the ceiling; shape is an assumption.

    >>> capacity_next(capacity=100.0, ceiling=100.0, doubling_months=19.0, time_factor=1.0)
    100.0
    """
    if ceiling <= capacity:
        return capacity
    rate = 3 * log(2.0) / (doubling_months * time_factor)
    return min(ceiling, capacity * (1 + rate * (1 - capacity / ceiling)))


def scarcity_price(demand: float, output: float, scarcity_effect: float, ceiling: float) -> float:
    """Price of equipment [ratio to 2024].

    Args:
        demand: equipment that allies want to order [2015 USD bn/year].
        output: equipment that industry delivers [2015 USD bn/year].
        scarcity_effect: rise of the price when demand is twice the output [ratio].
        ceiling: highest price seen [ratio]; below 1 it counts as 1.

    Basis: RUSI-I for the ceiling (P27); an effect below 1 leaves room for imports.

    >>> scarcity_price(demand=150.0, output=100.0, scarcity_effect=1.0, ceiling=3.0)
    1.5
    """
    return clamp(1 + scarcity_effect * (demand / output - 1), 1.0, max(1.0, ceiling))


def joint_saving(joint_share: float, joint_2024: float, saving_share: float) -> float:
    """Cost of equipment after joint procurement [ratio to 2024].

    Args:
        joint_share: share of equipment bought jointly [0-1].
        joint_2024: the same in 2024 [0-1].
        saving_share: cost saved if everything more were bought jointly [share].

    Basis: assumption; EDIS aims at 40 % joint procurement.

    >>> joint_saving(joint_share=0.5, joint_2024=0.0, saving_share=0.2)
    0.9
    """
    return 1 - saving_share * (joint_share - joint_2024)


def moved_on(on_order: float, wait_years: float) -> float:
    """Equipment that leaves one third of the wait in a quarter [2015 USD bn].

    Three such stages in a row make the wait gamma distributed.

    Args:
        on_order: equipment in this third [2015 USD bn].
        wait_years: mean wait from order to force [years]; three quarters at least.

    Basis: CSIS-EB, KIEL25 (equipment becomes force with a lag of 3 to 5 years).

    >>> moved_on(on_order=8.0, wait_years=3.0)
    2.0
    """
    return on_order * (3 / max(3.0, 4 * wait_years))


def strength_next(strength: float, delivered: float, sustain: float, value: float) -> float:
    """Size of a country's forces one quarter later [ratio to 2024].

    Args:
        strength: size now [ratio to 2024].
        delivered: equipment that arrives this quarter [2015 USD bn].
        sustain: equipment a year that keeps the forces of 2024 as they are [2015 USD bn/year].
        value: what the forces of 2024 would cost to build [2015 USD bn].

    Basis: assumption (stock net of wear); KIEL24, IISS25, BRU for the sizes.

    >>> strength_next(strength=1.0, delivered=3.0, sustain=12.0, value=100.0)
    1.0
    """
    if value <= 0:
        return strength
    return max(0.0, strength + (delivered - strength * sustain / 4) / value)


def readiness_next(
    readiness: float, running_ratio: float, strength: float, power_of_money: float, rate: float
) -> float:
    """Readiness of a country's forces one quarter later [ratio to 2024].

    Running costs per unit of force set what readiness moves toward.

    Args:
        readiness: now [ratio to 2024].
        running_ratio: running costs [ratio to 2024].
        strength: size of the forces [ratio to 2024].
        power_of_money: elasticity of readiness to running costs per force [ratio].
        rate: part of the gap closed in a year [1/year].

    Basis: assumption; the only quick road from money to force.

    >>> readiness_next(1.0, 1.0, 1.0, 0.3, 0.5)
    1.0
    """
    if strength <= 0:
        return readiness
    goal = clamp(power(running_ratio / strength, power_of_money), 0.5, 2.0)
    return readiness + (goal - readiness) * rate / 4
