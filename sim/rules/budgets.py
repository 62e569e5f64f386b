"""How do allies set their defence budgets?"""

from sim.rules.curves import exp, log


def blend(before: float, after: float, weight: float) -> float:
    """Value between two regimes [unit of the values].

    Args:
        before: value at weight 0.
        after: value at weight 1.
        weight: how far the second regime holds [0-1].

    Basis: NATO24, the two sample periods 2015-2021 and 2022-2024.

    >>> blend(before=0.0, after=0.1, weight=0.5)
    0.05
    """
    return before + weight * (after - before)


def war_shock_next(war_shock: float, at_war: int, memory_years: float) -> float:
    """How fresh the shock of a war in Europe is, one quarter later [0-1].

    Args:
        war_shock: freshness now [0-1].
        at_war: 1 while a war is fought in Europe, else 0.
        memory_years: time in which the shock falls to 37 % after the fighting [years].

    Basis: assumption; budgets of 2015-2021 and 2022-2024 differ (NATO24).

    >>> war_shock_next(war_shock=0.2, at_war=1, memory_years=4.0)
    1.0
    """
    if at_war == 1:
        return 1.0
    return war_shock * exp(-1 / (4 * memory_years))


def pledge_gap(target: float, spending_share: float) -> float:
    """Distance to the spending target [percentage points of GDP], 0 when it is met.

    Args:
        target: target in force [share of GDP].
        spending_share: defence spending [share of GDP].

    Basis: NATO24, P13 and P14 (growth per percentage point of gap).

    >>> round(pledge_gap(target=0.02, spending_share=0.0125), 6)
    0.75
    """
    return 100 * max(0.0, target - spending_share)


def habit_return(spending_share: float, habit: float, target: float, persistence: float) -> float:
    """Growth lost because spending falls back toward habit [1/year], 0 or less.

    Args:
        spending_share: defence spending [share of GDP].
        habit: share to which the country falls back [share of GDP].
        target: target in force; no falling back below it [share of GDP].
        persistence: part of the distance kept from one year to the next [0-1]; above 1 counts as 1.

    Basis: NATO24, P17 (AR(1) of the share).

    >>> habit_return(spending_share=0.04, habit=0.02, target=0.02, persistence=0.9)
    -0.04999999999999999
    """
    floor = max(habit, target)
    if spending_share <= floor:
        return 0.0
    return -max(0.0, 1 - persistence) * (spending_share - floor) / spending_share


def planned_growth(
    common: float,
    economy: float,
    pledge: float,
    border: float,
    spill_in: float,
    threat: float,
    pressure: float,
) -> float:
    """Real growth of defence spending before limits and noise [1/year].

    A sum of reasons, each of which a trace can show.

    Args:
        common: growth common to all allies [1/year].
        economy: reaction to the country's own growth [1/year].
        pledge: reaction to the gap to the target [1/year].
        border: reaction to a border with Russia or Belarus [1/year].
        spill_in: reaction to the others' last budgets [1/year].
        threat: reaction to the threat seen in Russia [1/year].
        pressure: reaction to US pressure [1/year].

    Basis: NATO24, P12 to P16 (reaction function in differences).

    >>> planned_growth(0.01, 0.0, 0.02, 0.0, 0.0, 0.0, 0.0)
    0.03
    """
    return common + economy + pledge + border + spill_in + threat + pressure


def crowded_growth(growth: float, crowd_out_share: float, extra_presence: float) -> float:
    """Planned growth after presence has taken attention, or won cover, at home [1/year].

    Args:
        growth: planned growth [1/year].
        crowd_out_share: part lost at full presence; negative when presence helps [share].
        extra_presence: presence beyond that of 2024, below 0 for less [-1 to 1].

    Basis: assumption, crowd_out_share ~ N(0, 0.1); no published estimate, sign unknown.

    >>> crowded_growth(growth=0.1, crowd_out_share=0.1, extra_presence=0.5)
    0.095
    """
    return growth - crowd_out_share * extra_presence * abs(growth)


def growth_felt(growth: float, loss: float, loss_before: float) -> float:
    """Growth of the economy on which a budget is decided [1/year].

    What a contingency takes counts as shrinking in the year in which it is lost, and what comes
    back as growth.

    Args:
        growth: growth without it [1/year].
        loss: what it takes from GDP now [share of GDP].
        loss_before: what it took when the last budget was decided [share of GDP].

    Basis: BLOOM for the loss; budgets follow growth as in the panel (NATO24).

    >>> growth_felt(growth=0.02, loss=0.1, loss_before=0.1)
    0.02
    """
    return growth - (loss - loss_before)


def braked_growth(
    growth: float, gdp_growth: float, spending_share: float, ceiling: float, width: float
) -> float:
    """Growth that the treasury lets pass [1/year].

    Growth beyond that of the economy shrinks as spending nears the country's ceiling.

    Args:
        growth: growth wanted [1/year].
        gdp_growth: growth of the economy [1/year].
        spending_share: defence spending [share of GDP].
        ceiling: share that the treasury will not pass [share of GDP].
        width: distance from the ceiling at which the brake begins, 0 for none [share of GDP].

    Basis: CSIS-LA, P19 (fiscal room is uneven); shape is an assumption.

    >>> braked_growth(growth=0.1, gdp_growth=0.02, spending_share=0.03, ceiling=0.03, width=0.01)
    0.02
    """
    if growth <= gdp_growth:
        return growth
    distance = ceiling - spending_share
    if distance <= 0:
        return gdp_growth
    room = 1.0
    if distance < width:
        room = distance / width
    if spending_share <= 0:
        return gdp_growth + room * (growth - gdp_growth)
    return gdp_growth + min(room * (growth - gdp_growth), log(ceiling / spending_share))


def fiscal_ceiling(
    draw: float, room_share: float, ceiling_with_room: float, low: float, high: float
) -> float:
    """Spending that a country's treasury will not pass [share of GDP].

    Args:
        draw: the country's luck [0-1].
        room_share: share of allies that can reach 3.5 % [0-1].
        ceiling_with_room: ceiling of those that can [share of GDP].
        low: lowest ceiling of those that cannot [share of GDP].
        high: highest ceiling of those that cannot [share of GDP].

    Basis: CSIS-LA, P19 (fiscal room is uneven); the ceilings are assumptions.

    >>> fiscal_ceiling(draw=0.2, room_share=0.5, ceiling_with_room=0.06, low=0.02, high=0.03)
    0.06
    """
    if draw < room_share:
        return ceiling_with_room
    return blend(high, low, (draw - room_share) / (1 - room_share))


def spending_next(spending: float, growth: float) -> float:
    """Next year's defence budget [2015 USD bn/year].

    Args:
        spending: this year's budget [2015 USD bn/year].
        growth: change of its logarithm [1/year].

    Basis: NATO24, P12 to P16 (growth is a difference of logarithms).

    >>> spending_next(spending=50.0, growth=0.0)
    50.0
    """
    return spending * exp(growth)
