"""What is a measure, and what is a series over time?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is scored.

    Attributes:
        name: key in files, and field of the ledger that it reads.
        label: words for tables and charts.
        unit: unit of the value.
        better: "higher", "lower" or "neither".
        meaning: what it says, in a sentence.
        basis: where its form comes from, or that it is an assumption.
        group: "europe", "taiwan", "alliance" or "cost".
        headline: whether it stands in the table on the screen.
        needs_contingency: whether it is empty when no contingency opens.
        needs_decision: whether it is fixed by the scenario unless China decides.
        kinds: contingencies in which it can be other than empty; all by default.
        shown_with: levers that the council has to agree to; when some path asks for one, the
            measure stands on the screen too.
        either: whether it is yes or no in one future, so that its mean is a share of futures.
        short: the label where there is little room; the label itself by default.
    """

    name: str
    label: str
    unit: str
    better: str
    meaning: str
    basis: str
    group: str
    headline: bool = False
    needs_contingency: bool = False
    needs_decision: bool = False
    kinds: tuple[str, ...] = ()
    shown_with: tuple[str, ...] = ()
    either: bool = False
    short: str = ""

    @property
    def title(self) -> str:
        """The label where there is little room."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Series:
    """One state variable that is kept for every quarter."""

    name: str
    label: str
    unit: str
    meaning: str


RATIO = "available / required, 1 = just enough"
MONEY = "2024 USD bn, 2024Q3 to the end"
