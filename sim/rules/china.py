"""Does China hold, quarantine, blockade or invade?"""

import math

from sim.rules.curves import clamp, log, logistic


def half_year_hazard(annual: float) -> float:
    """The chance per half-year that repeats to the given chance per year [0-1].

    Args:
        annual: chance within a year [0-1].

    Basis: assumption; China chooses once per half-year.

    >>> half_year_hazard(0.75)
    0.5
    """
    return 1 - math.sqrt(1 - clamp(annual, 0.0, 1.0))


def intercept(act_probability: float, hold_probability: float) -> float:
    """Log-odds of an act against holding at the start of a future.

    Args:
        act_probability: probability of the act in a half-year, from expert opinion [0-1].
        hold_probability: probability of holding [0-1].

    Basis: CP22, CP24, LO (P49, P50); solved once, under the status quo of the start.

    >>> intercept(0.25, 0.25)
    0.0
    """
    return log(act_probability / hold_probability)


def local_balance(chinese_growth: float, coalition_growth: float, gain: float) -> float:
    """Change of the balance around Taiwan in China's favour since the start [log ratio].

    Args:
        chinese_growth: Chinese defence spending over that of the start [ratio].
        coalition_growth: that of the US, Taiwan and Japan over the start [ratio].
        gain: US forces moved from Europe to the Pacific [ratio].

    Basis: assumption; spending stands in for forces.

    >>> local_balance(chinese_growth=1.0, coalition_growth=1.0, gain=0.125)
    -0.125
    """
    return log(chinese_growth / coalition_growth) - gain


def perceived_success(
    base: float, balance: float, balance_effect: float, entry_change: float, entry_effect: float
) -> float:
    """Probability of success that China sees in an act [probability].

    Args:
        base: that of the start, from expert rankings [0-1].
        balance: change of the balance in its favour [log ratio].
        balance_effect: rise of the log-odds with it.
        entry_change: change of the probability that the US fights, since the start [-1, 1].
        entry_effect: fall of the log-odds with it.

    Basis: CP24 (quarantine above blockade above invasion).

    >>> perceived_success(
    ...     base=0.5, balance=0.5, balance_effect=2.0, entry_change=0.25, entry_effect=4.0
    ... )
    0.5
    """
    return logistic(log(base / (1 - base)) + balance_effect * balance - entry_effect * entry_change)


def sanctions_signal(expected: float, at_start: float) -> float:
    """How far China has come to be sure of sanctions since the start [1 = quite sure].

    Args:
        expected: share of allied and partner GDP that China expects to join now [0-1].
        at_start: the same at the start [0-1].

    Basis: P55 is the effect of being sure that all join; assumption that it grows evenly.

    >>> sanctions_signal(expected=0.75, at_start=0.5)
    0.5
    """
    return (expected - at_start) / (1 - at_start)


def council_trouble(passed: float, blocked: float, reservations: float, routine: float) -> float:
    """How divided the alliance's council looks from outside [0-1].

    A blocked attempt counts whole, a decision with reservations by half at most; both stand beside
    the business that passes without a quarrel.

    Args:
        passed: decisions still remembered [decisions].
        blocked: attempts that ended without a decision, still remembered [attempts].
        reservations: reservations still remembered [reservations].
        routine: other decisions that outsiders remember [decisions].

    Basis: assumption; what outsiders can see of a quarrel is that nothing came of it.

    >>> council_trouble(passed=2.0, blocked=2.0, reservations=1.0, routine=1.0)
    0.5
    """
    return (blocked + min(passed, reservations) / 2) / (passed + blocked + routine)


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

    Basis: quantal response; P51 to P57 name their sources.

    >>> act_log_odds(-4.0, 3.0, 0.0, 1.0, 0.5)
    -3.5
    """
    return at_start + precision * prize * success_change + deterrents


def deterrents(
    presence: float, heavy: float, sanctions: float, split: float, pledge: float
) -> float:
    """What deters or provokes China in peace, in log-odds [log-odds]; negative deters.

    Args:
        presence: effect of symbolic presence beyond that of 2024.
        heavy: effect of capable forces tied to a crisis plan.
        sanctions: effect of expected allied sanctions.
        split: effect of a split that China sees in the alliance.
        pledge: effect of the pledge not to enlarge.

    Basis: RAND-D (P51, P53), CSIS-EIP (P55), CSIS-FD (P56); sizes are assumptions.

    >>> deterrents(0.0, 0.0, 0.0, 0.0, 0.0)
    0.0
    """
    return presence + heavy + sanctions + split + pledge


def crisis_probability(force_probability: float, escalation_share: float, provoked: float) -> float:
    """Probability that China opens a crisis this half-year [probability].

    Words aside it is at most an even chance.

    Args:
        force_probability: probability of any act of force in the half-year [0-1].
        escalation_share: share of crises that end in force [0-1].
        provoked: rise of the log-odds of a crisis through statements.

    Basis: assumption; statements raise crises more than war (CP22).

    >>> round(crisis_probability(0.1, 0.5, 0.0), 9)
    0.2
    """
    plain = clamp(force_probability / escalation_share, 0.0, 0.5)
    return logistic(log(plain / (1 - plain)) + provoked)
