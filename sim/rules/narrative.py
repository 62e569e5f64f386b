"""What does China say, who listens, and whom does it punish?"""

from sim.rules.curves import clamp, log, logistic


def narrative_next(narrative: float, push: float, fading_share: float) -> float:
    """Reach of the claim that the alliance foments conflict in Asia, one quarter later [0-1].

    Args:
        narrative: reach now [0-1].
        push: what the quarter adds: China's own effort and what the alliance does [0-1 scale].
        fading_share: part forgotten in a quarter [0-1].

    Basis: CFR2024 (A More Deliberate Approach); every effect of the alliance is null-centred.

    >>> narrative_next(narrative=0.5, push=0.1, fading_share=0.2)
    0.5
    """
    return clamp(narrative + push - fading_share * narrative, 0.0, 1.0)


def reception_next(
    reception: float, chinese_message: float, us_message: float, bloc_signal: float, noise: float
) -> float:
    """Share of South-East Asian elites that would choose the US side, one quarter later [0-1].

    Args:
        reception: share now [0-1].
        chinese_message: pull of Chinese messages this quarter [0-1 scale].
        us_message: pull of US messages this quarter [0-1 scale].
        bloc_signal: effect of the alliance's presence, either sign [0-1 scale].
        noise: shock of the quarter [0-1 scale].

    Basis: ISEAS for level and volatility, Mattingly et al. 2024 for messages.

    >>> reception_next(0.5, 0.01, 0.01, 0.0, 0.0)
    0.5
    """
    return clamp(reception - chinese_message + us_message + bloc_signal + noise, 0.0, 1.0)


def provocation(
    hardness_excess: float,
    presence_share: float,
    office: float,
    texts: float,
    cooperation: float,
    presence_weight: float,
    statement_weight: float,
    cooperation_weight: float,
) -> float:
    """How much a country provokes China this half-year [0-1 scale].

    Presence and cooperation may have either sign.

    Args:
        hardness_excess: toughness above the alliance's mean [0-1 scale].
        presence_share: its part of the presence on station [0-1].
        office: liaison office in force [0-1].
        texts: Taiwan statements in force [0-1].
        cooperation: cooperation with partners in force, mean of its three kinds [0-1].
        presence_weight: weight of that presence beside toughness, of either sign.
        statement_weight: weight of what the alliance says together [0-1].
        cooperation_weight: weight of cooperation, of either sign.

    Basis: assumption; coercion has followed single acts (CSIS-DDD).

    >>> provocation(
    ...     hardness_excess=0.25, presence_share=0.5, office=0.0, texts=1.0, cooperation=0.5,
    ...     presence_weight=1.0, statement_weight=0.25, cooperation_weight=0.5,
    ... )
    1.25
    """
    return (
        max(0.0, hardness_excess)
        + presence_weight * presence_share
        + statement_weight * (office + texts)
        + cooperation_weight * cooperation
    )


def coercion_probability(
    gdp_ratio: float,
    is_united_states: int,
    salience: float,
    base: float,
    size_effect: float,
    us_effect: float,
    salience_effect: float,
) -> float:
    """Probability that China coerces a country this half-year [probability].

    Args:
        gdp_ratio: its GDP over China's [ratio].
        is_united_states: 1 for the US, never targeted in kind.
        salience: its provocation [0-1 scale].
        base: g0, log-odds without provocation at China's own size.
        size_effect: g1, fall of the log-odds with ln GDP.
        us_effect: g2, fall of the log-odds for the US.
        salience_effect: g3, rise of the log-odds with provocation.

    Basis: CSIS-DDD (eight cases: seven below 15 % of China's GDP).

    >>> coercion_probability(1.0, 0, 0.0, 0.0, 0.5, 3.0, 2.0)
    0.5
    """
    return logistic(
        base
        - size_effect * log(gdp_ratio)
        - us_effect * is_united_states
        + salience_effect * salience
    )


def coercion_cost(cost_share: float, resilience: float) -> float:
    """GDP that a coerced country loses in a year [share of GDP].

    Args:
        cost_share: loss without help [share of GDP].
        resilience: part of it that cooperation spares [0-1].

    Basis: CSIS-DDD (0.25 % of exports in Australia, 0.4 % of GDP in Korea).

    >>> coercion_cost(cost_share=0.002, resilience=0.5)
    0.001
    """
    return clamp(cost_share, 0.0, 1.0) * (1 - clamp(resilience, 0.0, 1.0))


def sanction_probability(
    china_hardness: float,
    trade_china: float,
    hardness_effect: float,
    exposure_effect: float,
    promised: float,
) -> float:
    """Probability that a country joins sanctions after an attack on Taiwan [probability].

    Args:
        china_hardness: toughness toward China [0-1].
        trade_china: goods trade with China [share of GDP].
        hardness_effect: rise of the log-odds with toughness above one half.
        exposure_effect: fall of the log-odds per unit of trade.
        promised: rise of the log-odds through plans and words agreed in advance.

    Basis: ECFR, CSIS-EIP, Flores-Macias-Kreps 2013 for the signs; sizes are assumptions.

    >>> sanction_probability(0.75, 0.0, 4.0, 8.0, promised=-1.0)
    0.5
    """
    return logistic(
        hardness_effect * (china_hardness - 0.5) - exposure_effect * trade_china + promised
    )
