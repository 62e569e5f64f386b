"""What is a row of each table? Plain records, with the look-up of facts."""

from dataclasses import dataclass, field
from math import inf

from sim.data.checks import DataError, nearest


@dataclass(frozen=True, slots=True)
class Country:
    """One actor of the roster. `code` is its ISO 3166 number and addresses its luck."""

    code: int
    iso3: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure about one country (or the aggregate EUR), with its source and grade."""

    country: str
    fact: str
    value: float
    unit: str
    year: int
    source: str
    grade: str
    sd: float | None
    note: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of sources.yaml that stand behind the figure."""
        return tuple(self.source.split("; "))


@dataclass(frozen=True)
class Facts:
    """All facts, looked up by country, name and year."""

    rows: tuple[Fact, ...]
    series: dict[tuple[str, str], tuple[Fact, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the rows by country and fact, oldest first."""
        found: dict[tuple[str, str], list[Fact]] = {}
        for row in self.rows:
            found.setdefault((row.country, row.fact), []).append(row)
        index = {key: tuple(sorted(r, key=lambda x: x.year)) for key, r in found.items()}
        object.__setattr__(self, "series", index)

    def history(self, iso3: str, fact: str, until: int | None = None) -> tuple[Fact, ...]:
        """Rows of one fact dated `until` or before, oldest first; empty if there are none."""
        rows = self.series.get((iso3, fact), ())
        return rows if until is None else tuple(row for row in rows if row.year <= until)

    def get(self, iso3: str, fact: str, year: int | None = None) -> Fact:
        """The latest row not after `year`; where all are later, the earliest one."""
        rows = self.series.get((iso3, fact))
        if not rows:
            raise DataError(self._absent(iso3, fact))
        dated = rows if year is None else [row for row in rows if row.year <= year]
        return dated[-1] if dated else rows[0]

    def value(self, iso3: str, fact: str, year: int | None = None) -> float:
        """The figure of `get`, in the unit of its row."""
        return self.get(iso3, fact, year).value

    def _absent(self, iso3: str, fact: str) -> str:
        known = sorted({name for _, name in self.series})
        return f"facts.csv has no '{fact}' for '{iso3}'.{nearest(fact, known)}"


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed about a parameter before any run; `a` and `b` depend on the form."""

    form: str
    a: float = 0.0
    b: float = 0.0
    low: float = -inf
    high: float = inf

    @property
    def centre(self) -> float:
        """Mean, median (lognormal) or midpoint (uniform), in the parameter's unit."""
        if self.form == "beta":
            return self.a / (self.a + self.b)
        return (self.low + self.high) / 2 if self.form == "uniform" else self.a


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the model with its prior, unit, basis and sources."""

    name: str
    id: str | None
    meaning: str
    unit: str
    period: str
    role: str
    prior: Prior
    range: tuple[float, float]
    domain: str
    basis: str
    sources: tuple[str, ...]
    grade: str
    note: str


@dataclass(frozen=True, slots=True)
class Lever:
    """One thing a path can set, with what its ends and its 2024 value mean in real units."""

    name: str
    meaning: str
    unit: str
    low: float
    high: float
    value_2024: float
    at_zero: str
    at_2024: str
    at_one: str
    price: str
    sources: tuple[str, ...]
    basis: str
    note: str

    @property
    def whole(self) -> bool:
        """Whether there is nothing between its ends: it is done or not."""
        return self.unit == "0 or 1"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read, and under which terms."""

    key: str
    title: str
    publisher: str
    date: str
    where: str
    licence: str
    grade: str
