"""Does China hold, quarantine, blockade or invade?"""

import math

from sim.rules.curves import clamp, log, logistic


def half_year_hazard(annual: float) -> float:
    """The chance per half-year that repeats to the given chance per year [0-1].

    Args:
        annual: chance within a year [0-1].

    Basis: evidence 1.8 (China chooses once per half-year).

    >>> half_year_hazard(0.75)
    0.5
    """
    return 1 - math.sqrt(1 - clamp(annual, 0.0, 1.0))


def intercept(act_probability: float, hold_probability: float) -> float:
    """Log-odds of an act against holding at the start of a future.

    Args:
        act_probability: probability of the act in a half-year, from expert opinion [0-1].
        hold_probability: probability of holding [0-1].

    Basis: evidence 1.8, P49 and P50; solved once, under the status quo of the start.

    >>> intercept(0.25, 0.25)
    0.0
    """
    return log(act_probability / hold_probability)


def local_balance(
    chinese_growth: float, coalition_growth: float, gain: float, tied_down: float
) -> float:
    """Change of the balance around Taiwan in China's favour since the start [log ratio].

    Args:
        chinese_growth: Chinese defence spending over that of the start [ratio].
        coalition_growth: that of the US, Taiwan and Japan over the start [ratio].
        gain: US forces moved from Europe to the Pacific [ratio].
        tied_down: US forces bound by a war in Europe [ratio].

    Basis: assumption; spending stands in for forces.

    >>> local_balance(1.0, 1.0, 0.0, 0.0)
    0.0
    """
    return log(chinese_growth / coalition_growth) - gain + tied_down


def perceived_success(base: float, balance: float, balance_effect: float) -> float:
    """Probability of success that China sees in an act [probability].

    Args:
        base: that of the start, from expert rankings [0-1].
        balance: change of the balance in its favour [log ratio].
        balance_effect: rise of the log-odds with it.

    Basis: CP24 (quarantine above blockade above invasion).

    >>> perceived_success(base=0.5, balance=0.0, balance_effect=2.0)
    0.5
    """
    return logistic(log(base / (1 - base)) + balance_effect * balance)


def act_log_odds(
    at_start: float, precision: float, success_change: float, prize: float, deterrents: float
) -> float:
    """Log-odds of an act against holding.

    Args:
        at_start: log-odds at the start.
        precision: how sharply China chooses, lambda.
        success_change: change of perceived success since the start [probability].
        prize: worth of success beside the status quo [utility].
        deterrents: sum of what deters or provokes, in log-odds; not multiplied by precision.

    Basis: evidence 1.8, P51 to P57 (quantal response).

    >>> act_log_odds(-4.0, 3.0, 0.0, 1.0, 0.5)
    -3.5
    """
    return at_start + precision * prize * success_change + deterrents


def deterrents(
    presence: float, heavy: float, sanctions: float, split: float, words: float
) -> float:
    """What deters or provokes China in peace, in log-odds [log-odds]; negative deters.

    Args:
        presence: effect of symbolic presence beyond that of 2024.
        heavy: effect of capable forces tied to a crisis plan.
        sanctions: effect of expected allied sanctions.
        split: effect of a split that China sees in the alliance.
        words: effect of statements.

    Basis: evidence 1.8, P51, P53, P55, P56.

    >>> deterrents(0.0, 0.0, 0.0, 0.0, 0.0)
    0.0
    """
    return presence + heavy + sanctions + split + words


def crisis_probability(force_probability: float, escalation_share: float, provoked: float) -> float:
    """Probability that China opens a crisis this half-year [probability].

    Words aside it is at most an even chance.

    Args:
        force_probability: probability of any act of force in the half-year [0-1].
        escalation_share: share of crises that end in force [0-1].
        provoked: rise of the log-odds of a crisis through statements.

    Basis: assumption; statements raise crises more than war (evidence T41, CP22).

    >>> round(crisis_probability(0.1, 0.5, 0.0), 9)
    0.2
    """
    plain = clamp(force_probability / escalation_share, 0.0, 0.5)
    return logistic(log(plain / (1 - plain)) + provoked)
