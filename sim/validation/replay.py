"""What does the council make of past items, with the stances of their year?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim.experiment.start import build_start
from sim.model.behaviour.council import deliberate
from sim.model.behaviour.settling import settle_stances
from sim.model.ladders import Agenda
from sim.model.start import Start
from sim.model.state import State, attributes, changed
from sim.rules.council import yielding_probability
from sim.validation.draw import Draw

MEETINGS = 2  # in the year before a summit, as in every game
BLOCKED_MONTHS = 48
HALF_A_YEAR, TWO_YEARS = 6, 24  # months
HOLD_OUTS = ("TUR", "HUN")  # held up the accessions of Finland and Sweden (NATO24)
QUARRELS = ("blocked_seen", "passed_seen", "reservations_seen")
COUNTED = ("passed", "reservations", "blocked", "side_payments")
BARGAINING = (
    *("council_choice_precision", "no_agreement_cost", "isolation_cost", "holdout_yield_rate"),
    *("reservation_share", "side_payment"),
)
OTHERS = ("strain_effect", "redraft_step", "office_position")


@dataclass(frozen=True)
class Item:
    """What was before the council.

    Attributes:
        name: as in targets.csv.
        label: for the reader.
        year: whose stance cards are read.
        agenda: kind of item.
        in_force: what had been agreed before, on the scale of taiwan_statements [0-1].
        proposed: what the draft asked for; the steps of the texts are ours, so that those of 2019
            to 2023 add up to what the lever had in 2024 [0-1].
        outcome: what happened.
        grade: how well that is known.
    """

    name: str
    label: str
    year: int
    agenda: Agenda
    in_force: float
    proposed: float
    outcome: str
    grade: str


TEXT, OFFICE = Agenda.TAIWAN_TEXT, Agenda.LIAISON_OFFICE
ITEMS = (
    Item("text_london_2019", "London 2019, China named", 2019, TEXT, 0.0, 0.1, "adopted", "A"),
    Item("text_brussels_2021", "Brussels 2021, challenges", 2021, TEXT, 0.1, 0.2, "adopted", "A"),
    Item("text_madrid_2022", "Madrid 2022, the Concept", 2022, TEXT, 0.2, 0.25, "adopted", "A"),
    Item("text_vilnius_2023", "Vilnius 2023, 322 words", 2023, TEXT, 0.25, 0.3, "adopted", "B"),
    Item("text_washington_2024", "Washington 2024", 2024, TEXT, 0.3, 0.35, "adopted", "C"),
    Item("office_tokyo_2023", "Tokyo 2023, an office", 2023, OFFICE, 0.0, 1.0, "blocked", "A"),
)


def items(names: Sequence[str]) -> list[Item]:
    """The items of these names."""
    return [item for item in ITEMS if item.name in names]


def replay(item: Item, draw: Draw) -> np.ndarray:
    """Whether the item passes within a year, the draft itself or a weaker one [future].

    Args:
        item: what was before the council.
        draw: the futures.
    """
    case = replace(draw.case("no_contingency"), start=(item.year, 1))
    start = build_start(case, joint=draw.joint)
    seats = [State(**attributes(row)) for row in start.countries[0][: start.n_allies + 1]]
    passed = [
        passes(item, start, seats, future, p)
        for future, p in enumerate(draw.samples((*BARGAINING, *OTHERS)))
    ]
    return np.array(passed, float)


def passes(item: Item, start: Start, seats: list[State], future: int, p: State) -> bool:
    """Whether all let a draft on the item pass in one of the meetings of a future."""
    world = State(**attributes(start.world[0]))
    world.future = future
    members = [changed(seat) for seat in seats]
    for member in members:
        settle_stances(member, world)
    body = State(**dict.fromkeys((*QUARRELS, *COUNTED), 0.0))
    tabled = State(**attributes(start.items[item.agenda]))
    tabled.code, tabled.divisible = item.agenda, int(item.agenda != OFFICE)
    tabled.in_force, tabled.proposed = item.in_force, item.proposed
    for meeting in range(MEETINGS):
        world.step = meeting
        deliberate(tabled, body, members, world, p)
        if tabled.in_force > item.in_force:
            return True
    return False


def accessions(draw: Draw) -> dict[str, np.ndarray]:
    """Chances that an accession which two members hold up is through in 6 or 24 months, or over 48.

    Each yields on its own, by its rate times the price of its assent; both have to.
    """
    start = build_start(draw.case("no_contingency"), joint=draw.joint)
    prices = [start.countries[0]["transactional"][start.iso3.index(iso3)] for iso3 in HOLD_OUTS]
    soon, in_time, blocked = [], [], []
    for p in draw.samples(("holdout_yield_rate",)):
        rates = [p.holdout_yield_rate * price for price in prices]
        soon.append(all_yielded(rates, HALF_A_YEAR))
        in_time.append(all_yielded(rates, TWO_YEARS))
        blocked.append(1 - all_yielded(rates, BLOCKED_MONTHS))
    return {
        "accession_in_half_a_year": np.array(soon),
        "accession_in_two_years": np.array(in_time),
        "accession_blocked": np.array(blocked),
    }


def all_yielded(rates: Sequence[float], months: int) -> float:
    """Chance that all hold-outs have yielded by then.

    Args:
        rates: of each, a month.
        months: time since the first objection.

    >>> all_yielded([1.0, 0.5], 1)
    0.5
    """
    chance = 1.0
    for rate in rates:
        chance *= yielding_probability(rate, float(months))
    return chance


OPPONENTS_2003 = ("FRA", "DEU", "BEL")
WISH, REFUSAL = 0.8, 0.1  # of the others and of the three, on planning; assumptions
YEAR_2003 = 2003


def february_2003(draw: Draw) -> np.ndarray:
    """Whether planning for Türkiye passes at one meeting against three large opponents [future].

    No stance cards reach back so far: the members are those of 2003, the three want next to
    nothing, the others most of it, and sizes are those of 2014.
    """
    start = build_start(replace(draw.case("no_contingency"), start=(2014, 1)), joint=draw.joint)
    seats = [State(**attributes(row)) for row in start.countries[0][: start.n_allies + 1]]
    for seat, iso3 in zip(seats, start.iso3, strict=False):
        wants = REFUSAL if iso3 in OPPONENTS_2003 else WISH
        seat.russia_threat = seat.autonomy = wants
        seat.is_member = int(0 < seat.accession_year <= YEAR_2003)
    passed = []
    for future, p in enumerate(draw.samples((*BARGAINING, *OTHERS))):
        world = State(**attributes(start.world[0]))
        world.future = future
        body = State(**dict.fromkeys((*QUARRELS, *COUNTED), 0.0))
        tabled = State(**attributes(start.items[Agenda.CONTINGENCY_PLAN]))
        tabled.code, tabled.divisible = Agenda.CONTINGENCY_PLAN, 1
        tabled.in_force, tabled.proposed = 0.0, WISH
        deliberate(tabled, body, [changed(seat) for seat in seats], world, p)
        passed.append(tabled.in_force > 0)
    return np.array(passed, float)
