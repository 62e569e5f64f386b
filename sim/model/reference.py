"""How does one future go, step by step? The reference engine: Mesa agents with real methods.

From a notebook: ``game = Wargame(start, path="burden_shifting", future=17).play()``, and then
``game.datacollector.get_model_vars_dataframe()``.
"""

from typing import Any

import mesa
import numpy as np

from sim.model import entities
from sim.model.behaviour import (
    attacking,
    budgeting,
    building,
    coercing,
    council,
    deciding,
    deploying,
    drawing,
    events,
    opening,
    perceiving,
    posturing,
    recording,
    suffering,
)
from sim.model.schedule import begin, quarter
from sim.model.start import Known, Start
from sim.model.state import State, attributes, parameters_of


class Actor(mesa.Agent):
    """A country: its attributes are the fields of its records."""

    def __init__(self, model: mesa.Model, *records: np.void) -> None:
        """Takes every field of the records as an attribute.

        Args:
            model: the game it belongs to.
            records: its country record, and that of its role if it has one.
        """
        super().__init__(model)
        self.__dict__.update(attributes(*records))

    grow = events.grow
    accede = events.accede
    suffer = suffering.suffer


class Government(Actor):
    """An actor that holds stances: members and partners."""

    vote = events.vote
    coerce = coercing.coerce
    perceive = perceiving.perceive


class Ally(Government):
    """A member other than the United States."""

    set_budget = budgeting.set_budget
    start_year = budgeting.start_year
    fund_programmes = budgeting.fund_programmes
    equip = building.equip
    train = building.train
    offer_units = deploying.offer_units
    deploy = deploying.deploy
    answer_crisis = deploying.answer_crisis
    choose_to_join = deploying.choose_to_join
    bear_attack = attacking.bear_attack
    keep_books = budgeting.keep_books


class UnitedStates(Government):
    """The member with two theatres."""

    set_posture = posturing.set_posture
    keep_share = budgeting.keep_share
    turn_attention = drawing.turn_attention


class Partner(Government):
    """Japan, South Korea, Australia, New Zealand."""

    align_partner = posturing.align_partner
    give_bases = opening.give_bases
    join_fight = opening.join_fight
    keep_share = budgeting.keep_share


class China(Actor):
    """Coerces single states, weighs what it sees, and holds or acts."""

    weigh_entry = deciding.weigh_entry
    weigh_balance = deciding.weigh_balance
    weigh_deterrents = deciding.weigh_deterrents
    decide = deciding.decide
    keep_share = budgeting.keep_share


class Russia(Actor):
    """Recovers, weighs an attack, and may carry it out."""

    keep_share = budgeting.keep_share
    recover = attacking.recover
    weigh_attack = attacking.weigh_attack


class Taiwan(Actor):
    """The place that the contingency is about."""

    keep_share = budgeting.keep_share


class NorthAtlanticCouncil(mesa.Agent):
    """Drafts, waits for silence, and holds what has been agreed."""

    def __init__(self, model: mesa.Model, record: np.void) -> None:
        """Takes every field of the record as an attribute."""
        super().__init__(model)
        self.__dict__.update(attributes(record))

    meet = council.meet
    apply_decisions = council.apply_decisions
    measure_cohesion = council.measure_cohesion
    take_stock = recording.take_stock
    plan_for_contingency = building.plan_for_contingency


class Wargame(mesa.Model):
    """One future of one path, quarter by quarter."""

    def __init__(
        self, start: Start, path: str | int = 0, future: int = 0, rng: int | None = None
    ) -> None:
        """Sets the actors up and draws what is uncertain in this future.

        Args:
            start: what `sim.experiment.start.build_start` makes of a scenario.
            path: name of a path of the scenario, or its number.
            future: number of the future; the same number is the same luck on every path.
            rng: taken so that Mesa's own tools can pass one; no draw uses it.
        """
        super().__init__(rng=rng if rng is not None else 0)
        self.start = start
        self.path = start.paths.index(path) if isinstance(path, str) else path
        self.world = State(**attributes(start.world[0]))
        self.world.future = future
        self.p = parameters_of(start, self.world.seed, future)
        self._set_up_state()
        self._set_up_actors()
        self.distance_km = start.distance_km.tolist()
        self.influence = [[0.0] * start.n_governments for _ in range(start.n_governments)]
        self.known = Known(*(part.tolist() for part in start.known))
        self.levers = [State(**attributes(row)) for row in start.levers[self.path]]
        self.datacollector = self._collector()
        self._begin()

    def _set_up_state(self) -> None:
        """Market, campaign, ledger, snapshot, classes of US assets, turns, stances by year."""
        start = self.start
        self.items = [State(**attributes(row)) for row in start.items]
        self.market = State(**attributes(start.market[0]))
        self.campaign = State(**attributes(start.campaign[0]))
        self.ledger = State(**attributes(start.ledger[0]))
        self.snapshot = State(**attributes(np.zeros(1, entities.SNAPSHOT)[0]))
        self.classes = [State(**attributes(row)) for row in start.classes]
        self.turns = start.turns.copy().view(np.recarray)
        stances = np.zeros((start.n_years, start.n_governments), entities.STANCE)
        self.stances = stances.view(np.recarray)

    def _set_up_actors(self) -> None:
        """Actors in playing order; one agent for each country and one for the council."""
        start = self.start
        rows = start.countries[self.path]
        n, m = start.n_allies, start.n_governments
        self.allies = [Ally(self, row) for row in rows[:n]]
        self.united_states = UnitedStates(self, rows[n], start.united_states[0])
        self.partners = [Partner(self, row) for row in rows[n + 1 : m]]
        others = dict(zip(start.iso3[m:], rows[m:], strict=True))
        self.china = China(self, others["CHN"], start.china[0])
        self.russia = Russia(self, others["RUS"], start.russia[0])
        self.taiwan = Taiwan(self, others["TWN"])
        self.council = NorthAtlanticCouncil(self, start.council[0])
        self.governments = [*self.allies, self.united_states, *self.partners]
        by_name = {"CHN": self.china, "RUS": self.russia, "TWN": self.taiwan}
        self.everyone = [*self.governments, *(by_name[iso3] for iso3 in start.iso3[m:])]

    def _collector(self) -> mesa.DataCollector:
        """Collects every field of the snapshot, and three of each ally."""
        names = entities.SNAPSHOT.names or ()
        return mesa.DataCollector(
            model_reporters={name: _reader(name) for name in names},
            agenttype_reporters={
                Ally: {f"ally_{n}": n for n in ("spending_share", "china_hardness", "strength")}
            },
        )

    def _begin(self) -> None:
        """Plays what happens before the first quarter."""
        begin(
            self.world,
            self.market,
            self.council,
            self.items,
            self.china,
            self.campaign,
            self.russia,
            self.united_states,
            self.ledger,
            self.classes,
            self.allies,
            self.governments,
            self.everyone,
            self.influence,
            self.distance_km,
            self.p,
            State(**attributes(self.start.levers_before[0])),
        )

    def step(self) -> None:
        """Plays one quarter and collects its snapshot."""
        quarter(
            self.world,
            self.market,
            self.council,
            self.items,
            self.china,
            self.campaign,
            self.russia,
            self.united_states,
            self.ledger,
            self.turns,
            self.classes,
            self.allies,
            self.governments,
            self.everyone,
            self.influence,
            self.known,
            self.p,
            self.levers[self.world.step],
        )
        recording.take_snapshot(
            self.snapshot,
            self.world,
            self.market,
            self.russia,
            self.council,
            self.united_states,
            self.china,
        )
        recording.keep_stances(self.stances, self.world, self.governments)
        self.datacollector.collect(self)
        self.running = self.world.step < self.world.horizon

    def play(self) -> "Wargame":
        """Plays all quarters that are left and returns the game."""
        while self.world.step < self.world.horizon:
            self.step()
        return self


def _reader(name: str) -> Any:
    """A reporter for one field of the snapshot."""
    return lambda game: getattr(game.snapshot, name)
