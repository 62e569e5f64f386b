"""Do budgets from 2015 to 2021 follow from the facts of 2014?"""

from typing import TYPE_CHECKING

import numpy as np

from sim.validation.contest import without_shock
from sim.validation.draw import Draw, Outputs, played
from sim.validation.hindcast import LATE, ROOM, YEARS, Budgets, budgets, members_at_2
from sim.validation.module import Module

if TYPE_CHECKING:
    from sim.experiment.play import Block
    from sim.model.start import Start

SCENARIO = "hindcast_2014"
PARAMETERS = (
    *("spill_in_effect", "pledge_gap_effect_before_shock", "border_effect_before_shock"),
    *("common_growth_before_shock", "gdp_growth_effect_before_shock"),
    *("share_persistence_before_shock", "threat_spending_effect", "burden_pressure_effect"),
    *("fiscal_room_share", "fiscal_ceiling_with_room"),
)


def play(draw: Draw) -> Outputs:
    """Counts, growth, the premium of border states and persistence, 2015 to 2021."""
    return played(draw.case(SCENARIO), draw, early, kept=None)


def play_late(draw: Draw) -> Outputs:
    """Counts and growth of 2022 to 2024, from coefficients of 2015 to 2021 alone."""
    return played(without_shock(draw.case(SCENARIO)), draw, late, kept=None)


def early(start: "Start", block: "Block") -> Outputs:
    """What the years to 2021 give in each future of a block."""
    found = budgets(start, block)
    known = found.members & found.reported
    shares = np.where(known, found.shares, np.nan)[:, : len(YEARS)]
    return {
        "members_at_2": members_at_2(found)[:, 1 : len(YEARS)],
        "growth": growth(found)[:, : len(YEARS) - 1],
        "border_premium": border_premium(found),
        "share_persistence": persistence(shares),
    }


def late(start: "Start", block: "Block") -> Outputs:
    """What the years after 2021 give in each future of a block."""
    found = budgets(start, block)
    counts, rates = members_at_2(found), growth(found)
    before = rates[:, : len(YEARS) - 1].max(axis=1)
    first, second, third = (rates[:, len(YEARS) - 1 + at] for at in range(len(LATE)))
    in_order = (third > second) & (second > np.maximum(first, before))
    named = {f"members_at_2_{year}": counts[:, len(YEARS) + at] for at, year in enumerate(LATE)}
    return named | {
        "growth_late": np.stack([first, second, third], axis=1),
        "growth_in_order": in_order.astype(float),
    }


def growth(found: Budgets) -> np.ndarray:
    """Real growth of the spending of Europe and Canada [% a year; future, year after the first].

    As published it is that of all who are members, so it jumps when one joins.
    """
    counted = np.where(found.reported & found.members, found.spending, 0.0).sum(axis=2)
    return 100 * (counted[:, 1:] / counted[:, :-1] - 1)


def border_premium(found: Budgets) -> np.ndarray:
    """Median growth to 2021 of border states minus that of others [points a year; future]."""
    years = len(YEARS) - 1
    spent, border = found.spending[:, :, found.reported], found.border[found.reported]
    yearly = 100 * ((spent[:, years] / spent[:, 0]) ** (1 / years) - 1)
    return np.median(yearly[:, border], axis=1) - np.median(yearly[:, ~border], axis=1)


def persistence(shares: np.ndarray) -> np.ndarray:
    """Slope of a share on that of the year before, pooled over allies, with a constant [future]."""
    before = shares[:, :-1].reshape(len(shares), -1)
    after = shares[:, 1:].reshape(len(shares), -1)
    known = np.isfinite(before) & np.isfinite(after)
    n = known.sum(axis=1)
    x = np.where(known, before, 0.0)
    y = np.where(known, after, 0.0)
    x_mean, y_mean = x.sum(axis=1) / n, y.sum(axis=1) / n
    x_away = np.where(known, before - x_mean[:, None], 0.0)
    y_away = np.where(known, after - y_mean[:, None], 0.0)
    slope: np.ndarray = (x_away * y_away).sum(axis=1) / (x_away * x_away).sum(axis=1)
    return slope


MODULE = Module(
    name="spending",
    meaning="Every ally's budget from the facts of 2014, with growth as it was (hindcast_2014).",
    parameters=PARAMETERS,
    play=play,
    play_held_out=play_late,
    repeats=ROOM,
)
