"""What does a war over Taiwan take from Europe, and from whom?"""

from sim.rules.curves import clamp, exp, log


def pull_saturation(days: float, half_time_days: float) -> float:
    """Part of the full pull on Europe reached after some days [0-1].

    Args:
        days: days since US forces began to move [days].
        half_time_days: days to reach half of the pull [days].

    Basis: evidence 1.5, P30.

    >>> round(pull_saturation(days=21.0, half_time_days=21.0), 9)
    0.5
    """
    if days <= 0:
        return 0.0
    return 1 - exp(-log(2.0) * days / half_time_days)


def pulled_share(drawn_share: float, intensity: float, saturation: float) -> float:
    """Share of an asset class that a war in the Pacific has pulled from Europe [0-1].

    Args:
        drawn_share: pull of a full war on this class, phi [0-1].
        intensity: how much of the US effort it takes [0-1].
        saturation: part of the pull reached so far [0-1].

    Basis: evidence 1.5, draw by asset class.

    >>> pulled_share(drawn_share=0.6, intensity=0.5, saturation=0.5)
    0.15
    """
    return clamp(drawn_share * intensity * saturation, 0.0, 1.0)


def half_life_left(years: float, half_time_years: float) -> float:
    """Part of a quantity that is left after some time [0-1].

    Args:
        years: time passed [years].
        half_time_years: time in which half of it goes [years].

    Basis: assumption on the shape; times from evidence 1.4 and 1.5.

    >>> round(half_life_left(years=2.0, half_time_years=1.0), 9)
    0.25
    """
    return exp(-log(2.0) * years / half_time_years)


def china_wins_probability(
    us_enters: int,
    on_time: int,
    japan_basing: int,
    base: float,
    hampered: float,
    alone: float,
) -> float:
    """Probability that China takes Taiwan, published range and not simulated [probability].

    Args:
        us_enters: 1 if the US fights.
        on_time: 1 if it does so within days.
        japan_basing: 1 if US forces may fight from Japan.
        base: probability with the US in time and Japan open [probability].
        hampered: probability with the US late or Japan closed [probability].
        alone: probability with Taiwan alone [probability].

    Basis: evidence 1.7, FBNW; the same for every path until the campaign is simulated.

    >>> china_wins_probability(1, 1, 1, 0.05, 0.4, 0.9)
    0.05
    """
    if us_enters == 0:
        return alone
    if on_time == 1 and japan_basing == 1:
        return base
    return hampered


def gdp_loss(
    trade_taiwan: float,
    trade_china: float,
    chip_effect: float,
    trade_effect: float,
    financial_share: float,
) -> float:
    """Loss of GDP in the first year of a war over Taiwan [share of GDP].

    Args:
        trade_taiwan: goods imported from Taiwan, a proxy of chips [share of GDP].
        trade_china: goods trade with China [share of GDP].
        chip_effect: loss per unit of imports from Taiwan [ratio].
        trade_effect: loss per unit of trade with China [ratio].
        financial_share: loss that every open economy shares [share of GDP].

    Basis: evidence 1.10, scaled to the published rows for the US and the world (BLOOM).

    >>> round(gdp_loss(0.01, 0.05, 1.0, 1.0, 0.04), 9)
    0.1
    """
    return clamp(
        chip_effect * trade_taiwan + trade_effect * trade_china + financial_share, 0.0, 1.0
    )
