"""What did the allies spend from 2014 to 2024, and what does the model give for it?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sim.data.load import Facts, load_facts

if TYPE_CHECKING:
    from sim.experiment.play import Block
    from sim.model.start import Start

FIRST = 2014
YEARS = tuple(range(FIRST, 2022))  # whose growth may be fitted on
LATE = (2022, 2023, 2024)
ALL_YEARS = (*YEARS, *LATE)
LATER_EDITION = 2023  # from here on outcomes are those of the edition of 2025
PLEDGE = 0.02
ROOM = 10  # futures for each parameter vector: national noise is large


@dataclass(frozen=True)
class Budgets:
    """Budgets of the allies other than the United States in each future.

    Attributes:
        shares: spending over GDP [future, year, ally].
        spending: at prices of 2015 [USD bn; future, year, ally].
        members: who is a member in which year [year, ally].
        reported: who reports spending at all; Iceland does not [ally].
        border: who has a land border with Russia or Belarus [ally].
        iso3: codes in the order of the arrays.
    """

    shares: np.ndarray
    spending: np.ndarray
    members: np.ndarray
    reported: np.ndarray
    border: np.ndarray
    iso3: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What was measured.

    Attributes:
        shares: spending over GDP, NaN before accession and where none is reported [year, ally].
        grades: grade of each year's edition [year].
        iso3: codes in the order of the arrays.
    """

    shares: np.ndarray
    grades: tuple[str, ...]
    iso3: tuple[str, ...]

    @property
    def members_at_2(self) -> np.ndarray:
        """Members at 2 % or more, the United States among them [year]."""
        counts: np.ndarray = (np.nan_to_num(self.shares) >= PLEDGE).sum(axis=1) + 1
        return counts


def budgets(start: "Start", block: "Block", last: int = LATE[-1]) -> Budgets:
    """The budgets of a block of futures, from the first year of the game to the last named."""
    facts, iso3 = load_facts(), start.iso3[: start.n_allies]
    first = int(start.world["start_index"][0]) // 4
    years = range(first, last + 1)
    kept = block.stances[0, :, : len(years), : start.n_allies]
    return Budgets(
        shares=kept["spending_share"],
        spending=kept["spending"],
        members=membership(facts, iso3, tuple(years)),
        reported=np.array([bool(facts.value(code, "defence_share", first)) for code in iso3]),
        border=start.countries[0]["border"][: start.n_allies] == 1,
        iso3=iso3,
    )


def membership(facts: Facts, iso3: tuple[str, ...], years: tuple[int, ...]) -> np.ndarray:
    """Who is a member in which year [year, ally]."""
    joined = [facts.value(code, "accession_year") for code in iso3]
    return np.array([[since <= year for since in joined] for year in years])


def members_at_2(found: Budgets) -> np.ndarray:
    """Members at 2 % or more, the United States among them [future, year]."""
    counts: np.ndarray = ((found.shares >= PLEDGE) & found.members & found.reported).sum(axis=2) + 1
    return counts.astype(float)


def measured(iso3: tuple[str, ...], years: tuple[int, ...] = ALL_YEARS) -> Outcome:
    """What was measured: the edition of June 2024 to 2022, the later one for 2023 and 2024.

    Args:
        iso3: codes of the allies.
        years: which years.
    """
    facts = load_facts()
    shares = np.full((len(years), len(iso3)), np.nan)
    members = membership(facts, iso3, years)
    for row, year in enumerate(years):
        name = "defence_share_later_edition" if year >= LATER_EDITION else "defence_share"
        for column, code in enumerate(iso3):
            if members[row, column] and facts.value(code, "defence_share", FIRST) > 0:
                shares[row, column] = facts.value(code, name, year)
    grades = tuple("B" if year >= LATER_EDITION else "A" for year in years)
    return Outcome(shares, grades, iso3)
