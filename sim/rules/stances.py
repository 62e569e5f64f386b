"""How do governments come to their view of China and Russia?"""

from sim.rules.curves import clamp, exp, power


def voice(gdp_weight: float, gdp_power: float) -> float:
    """How loud a country is among its peers [0-1].

    Args:
        gdp_weight: its GDP relative to the largest [0-1].
        gdp_power: how much size counts, 0 not at all [0-1].

    Basis: weights of the Friedkin-Johnsen form; sizes are assumptions.

    >>> voice(gdp_weight=0.25, gdp_power=0.5)
    0.5
    """
    return power(gdp_weight, gdp_power)


def influence_weight(distance_km: float, voice: float, influence_distance_km: float) -> float:
    """Weight of a peer's voice before normalisation [0-1].

    Near and large countries are heard more.

    Args:
        distance_km: distance between the two capitals [km].
        voice: how loud the peer is [0-1].
        influence_distance_km: distance at which a voice falls to 37 % [km].

    Basis: weights of the Friedkin-Johnsen form; sizes are assumptions.

    >>> influence_weight(distance_km=0.0, voice=0.5, influence_distance_km=800.0)
    0.5
    """
    return exp(-distance_km / influence_distance_km) * voice


def stance_next(anchor: float, heard: float, stubbornness_share: float, noise: float) -> float:
    """Stance of a government one quarter later [0-1].

    A government weighs its own anchor against what it hears from its peers, so that persistent
    disagreement is possible (Friedkin-Johnsen).

    Args:
        anchor: its own settled view [0-1].
        heard: weighted mean of its peers' stances last quarter [0-1].
        stubbornness_share: weight of its own anchor [0-1].
        noise: shock of the quarter [0-1 scale].

    Basis: Friedkin-Johnsen; people do average (Chandrasekhar-Larreguy-Xandri 2020), P1.

    >>> stance_next(anchor=0.8, heard=0.4, stubbornness_share=0.75, noise=0.0)
    0.7000000000000001
    """
    return clamp(stubbornness_share * anchor + (1 - stubbornness_share) * heard + noise, 0.0, 1.0)


def anchor_next(anchor: float, start: float, shift: float, return_share: float) -> float:
    """Settled view of a government one quarter later [-1 to 2].

    Events move it; without new ones part of the move is undone.

    Args:
        anchor: settled view now [0-1].
        start: settled view at the start [0-1].
        shift: move caused by this quarter's events [0-1 scale].
        return_share: part of the distance to the start undone in a quarter [0-1].

    Basis: CSIS-DDD, P5 (coerced countries drift part of the way back).

    >>> anchor_next(anchor=0.6, start=0.5, shift=0.1, return_share=0.0)
    0.7
    """
    return clamp(anchor + shift - return_share * (anchor - start), -1.0, 2.0)


def anchor_for(stance: float, heard: float, stubbornness_share: float) -> float:
    """The settled view that keeps a stance as it is, given what is heard [-1 to 2].

    It may lie outside 0 to 1: a government at the edge has to lean against its peers.

    Args:
        stance: stance to be kept [0-1].
        heard: weighted mean of its peers' stances [0-1].
        stubbornness_share: weight of its own anchor [0-1].

    Basis: Friedkin-Johnsen; makes the stance cards the resting point of the first quarter.

    >>> round(anchor_for(stance=0.7, heard=0.4, stubbornness_share=0.75), 9)
    0.8
    """
    return clamp((stance - (1 - stubbornness_share) * heard) / stubbornness_share, -1.0, 2.0)


def trade_next(
    trade_share: float, engagement: float, engagement_rate: float, broken_share: float
) -> float:
    """Goods trade with China one quarter later [share of GDP].

    Governments that want closer ties let trade grow; a war over Taiwan breaks part of it.

    Args:
        trade_share: trade with China now [share of GDP].
        engagement: wish for closer economic ties [0-1].
        engagement_rate: growth a year at full wish, shrinking by as much at none [1/year].
        broken_share: part broken off this quarter [0-1].

    Basis: assumption; RHO for the break.

    >>> trade_next(trade_share=0.1, engagement=0.5, engagement_rate=0.04, broken_share=0.5)
    0.05
    """
    growth = engagement_rate * (2 * engagement - 1) / 4
    return trade_share * (1 + growth) * (1 - broken_share)
