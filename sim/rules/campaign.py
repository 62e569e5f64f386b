"""What does a war over Taiwan take from Europe, and from whom?"""

from sim.rules.curves import clamp, exp, log


def pull_saturation(days: float, half_time_days: float) -> float:
    """Part of the full pull on Europe reached after some days [0-1].

    Args:
        days: days since US forces began to move [days].
        half_time_days: days to reach half of the pull [days].

    Basis: assumption on shape and half-time (P30).

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

    Basis: RUSI-T, FBNW, CSIS-EIP, CSIS-LA by asset class; sizes are assumptions.

    >>> pulled_share(drawn_share=0.6, intensity=0.5, saturation=0.5)
    0.15
    """
    return clamp(drawn_share * intensity * saturation, 0.0, 1.0)


def half_life_left(years: float, half_time_years: float) -> float:
    """Part of a quantity that is left after some time [0-1].

    Args:
        years: time passed [years].
        half_time_years: time in which half of it goes [years].

    Basis: assumption on the shape; CSIS-EB for the time to rebuild (P25, P26).

    >>> round(half_life_left(years=2.0, half_time_years=1.0), 9)
    0.25
    """
    return exp(-log(2.0) * years / half_time_years)


def held_back_share(commitment: float, deficit: float, effect: float) -> float:
    """Part of the pull that the US forgoes because Europe would be left short [0-1].

    The stronger Europe is, the more the US may take.

    Args:
        commitment: US commitment to Europe [0-1].
        deficit: part of the land force needed that is missing [0-1].
        effect: part forgone at full commitment and with nothing there [0-1].

    Basis: CSIS-EIP (a capable Europe frees US forces); the size is an assumption and may be 0.

    >>> held_back_share(commitment=0.5, deficit=0.5, effect=0.2)
    0.05
    """
    return clamp(commitment * deficit * effect, 0.0, 1.0)


def lost_of_pulled(start: float, left: float, otherwise: float) -> float:
    """Part of what was pulled that is lost or fired, as in the whole theatre [0-1].

    Args:
        start: what was in the theatre on the first day [any unit].
        left: what is left of it [same unit].
        otherwise: the answer where nothing was there [0-1].

    Basis: FBNW (forces from Europe share the fate of those they join).

    >>> lost_of_pulled(start=400.0, left=100.0, otherwise=0.5)
    0.75
    """
    if start <= 0:
        return otherwise
    return clamp(1 - left / start, 0.0, 1.0)


def loss_so_far(days: float, floor_share: float) -> float:
    """Part of the loss of a whole year that a contingency of some days brings [0-1].

    Args:
        days: length so far [days].
        floor_share: part that falls at once [0-1].

    Basis: BLOOM for a year; that the rest grows evenly is an assumption.

    >>> loss_so_far(days=365.0, floor_share=0.25), loss_so_far(0.0, 0.25)
    (1.0, 0.25)
    """
    return floor_share + (1 - floor_share) * clamp(days / 365, 0.0, 1.0)


def balance_after(own_share: float, china_share: float, effect: float) -> float:
    """Turn of the balance around Taiwan by losses, positive for China [log ratio].

    Args:
        own_share: part of the US aircraft in the theatre lost [0-1].
        china_share: part of the large Chinese surface ships lost [0-1].
        effect: turn if one side has lost all and the other nothing [log ratio].

    Basis: FBNW (both sides come out weakened for years); the size is an assumption.

    >>> balance_after(own_share=0.25, china_share=0.75, effect=0.2)
    -0.1
    """
    return effect * (own_share - china_share)


def trade_break(
    scale: float, sanctions: float, sanctioned_share: float, abstainer_relief: float
) -> float:
    """Part of its trade with China that a country loses, beside a war with sanctions by all [0-1].

    Who joins sanctions breaks off part of what the fighting left, and China answers in kind; who
    abstains keeps part of what the others lose.

    Args:
        scale: loss from the fighting itself beside that of an invasion [0-1].
        sanctions: 1 if the country imposes sanctions [0/1].
        sanctioned_share: part of what is left that sanctions and China's answer break [0-1].
        abstainer_relief: part of the loss that an abstainer is spared [0-1].

    Basis: BLOOM for a war, with everything in it; the two shares are assumptions.

    >>> trade_break(scale=0.5, sanctions=1, sanctioned_share=0.5, abstainer_relief=0.2)
    0.75
    """
    if sanctions > 0:
        return scale + (1 - scale) * clamp(sanctioned_share, 0.0, 1.0)
    return scale * (1 - abstainer_relief)


def home_loss(full_loss: float, scale: float, sanctions_bite: float, joined: float) -> float:
    """Loss of China's GDP in the first year [share of GDP].

    Args:
        full_loss: loss in a war, with sanctions in it [share of GDP].
        scale: loss from the fighting itself beside that of an invasion [0-1].
        sanctions_bite: loss if all join sanctions, before what the fighting takes [share of GDP].
        joined: share of allied and partner GDP that joins [0-1].

    Basis: BLOOM for a war; the bite of sanctions short of war is an assumption.

    >>> home_loss(full_loss=0.5, scale=0.5, sanctions_bite=0.25, joined=1.0)
    0.375
    """
    return full_loss * scale + (1 - scale) * sanctions_bite * joined


def gdp_loss(
    trade_taiwan: float,
    trade_china: float,
    chip_effect: float,
    trade_effect: float,
    financial_share: float,
    scale: float,
    trade_broken: float,
) -> float:
    """Loss of GDP in the first year of a contingency over Taiwan [share of GDP].

    Args:
        trade_taiwan: goods imported from Taiwan, a proxy of chips [share of GDP].
        trade_china: goods trade with China [share of GDP].
        chip_effect: loss per unit of imports from Taiwan [ratio].
        trade_effect: loss per unit of trade with China [ratio].
        financial_share: loss that every open economy shares in an invasion [share of GDP].
        scale: loss of chips and finance beside that of an invasion [0-1].
        trade_broken: part of the trade with China that is lost, see `trade_break` [0-1].

    Basis: BLOOM, scaled to the published rows for the US and the world.

    >>> round(gdp_loss(0.01, 0.05, 1.0, 1.0, 0.04, scale=1.0, trade_broken=0.5), 9)
    0.075
    """
    supply = scale * (chip_effect * trade_taiwan + financial_share)
    return clamp(supply + trade_broken * trade_effect * trade_china, 0.0, 1.0)
