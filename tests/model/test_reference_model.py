"""Does somebody who knows Mesa find a Mesa model: agents, methods, data collection, batch runs?"""

import inspect
import math
from collections import Counter

import mesa
import numpy as np
import pytest

from sim.model import entities, reference
from sim.model.ladders import Administration, Agenda, Contingency, Stage
from sim.model.reference import (
    Actor,
    Ally,
    China,
    Government,
    NorthAtlanticCouncil,
    Partner,
    Russia,
    Taiwan,
    UnitedStates,
    Wargame,
)


@pytest.fixture
def game(starts):
    return Wargame(starts["taiwan_2027"], path="burden_shifting", future=17)


def test_a_notebook_plays_a_future_in_five_lines():
    from sim.experiment.start import build_start
    from sim.scenario.library import shipped_folder
    from sim.scenario.resolve import resolve

    start = build_start(resolve(shipped_folder() / "taiwan_2027.yaml"))
    game = Wargame(start, path="burden_shifting", future=17).play()
    frame = game.datacollector.get_model_vars_dataframe()

    assert len(frame) == 46


def test_the_collected_frames_hold_a_row_for_each_quarter(game):
    game.play()

    by_quarter = game.datacollector.get_model_vars_dataframe()
    by_ally = game.datacollector.get_agenttype_vars_dataframe(Ally)

    assert tuple(by_quarter.columns) == entities.SNAPSHOT.names
    assert len(by_quarter) == game.world.horizon == game.steps
    assert not by_quarter.isna().any().any()
    assert {"ally_china_hardness", "ally_strength"} <= set(by_ally.columns)
    assert len(by_ally) == 31 * game.world.horizon


def test_the_agents_are_the_countries_and_the_council(game):
    assert Counter(type(agent) for agent in game.agents) == {
        Ally: 31,
        UnitedStates: 1,
        Partner: 4,
        China: 1,
        Russia: 1,
        Taiwan: 1,
        NorthAtlanticCouncil: 1,
    }


def test_an_agent_has_every_field_of_its_records(game):
    wanted = {
        Ally: entities.COUNTRY.names,
        UnitedStates: entities.COUNTRY.names + entities.UNITED_STATES.names,
        China: entities.COUNTRY.names + entities.CHINA.names,
        Russia: entities.COUNTRY.names + entities.RUSSIA.names,
        NorthAtlanticCouncil: entities.COUNCIL.names,
    }
    for kind, names in wanted.items():
        assert len(set(names)) == len(names), f"{kind.__name__}: one record hides the other"
        for agent in game.agents_by_type[kind]:
            assert set(names) <= set(vars(agent))


def test_no_attribute_or_method_hides_one_of_mesa(game):
    agents = (
        entities.COUNTRY,
        entities.UNITED_STATES,
        entities.CHINA,
        entities.RUSSIA,
        entities.COUNCIL,
    )
    fields = {name for record in agents for name in record.names}
    kinds = [kind for _, kind in inspect.getmembers(reference, inspect.isclass)]
    methods = {
        name
        for kind in kinds
        if issubclass(kind, mesa.Agent) and kind is not mesa.Agent
        for name in vars(kind)
        if not name.startswith("_")
    }
    own = set(vars(game)) - set(vars(mesa.Model()))

    assert not fields & set(dir(mesa.Agent))
    assert not methods & set(dir(mesa.Agent))
    assert not methods & fields
    assert not own & set(dir(mesa.Model))


def test_playing_draws_nothing_from_the_generators_of_mesa(game):
    before = game.random.getstate(), game.rng.bit_generator.state

    game.play()

    assert (game.random.getstate(), game.rng.bit_generator.state) == before


def test_the_seed_of_mesa_changes_nothing(starts):
    start = starts["taiwan_2027"]
    one, other = Wargame(start, future=3, rng=1).play(), Wargame(start, future=3, rng=2).play()

    assert vars(one.ledger) == pytest.approx(vars(other.ledger), rel=0, abs=0, nan_ok=True)


def test_a_game_leaves_its_start_as_it_was(starts):
    start = starts["taiwan_2027"]
    before = [part.tobytes() for part in start if isinstance(part, np.ndarray)]

    Wargame(start, future=1).play()

    assert [part.tobytes() for part in start if isinstance(part, np.ndarray)] == before


def test_a_path_is_chosen_by_name_or_number(starts):
    start = starts["taiwan_2027"]

    by_name = Wargame(start, path="combined", future=2).play()
    by_number = Wargame(start, path=start.paths.index("combined"), future=2).play()

    assert vars(by_name.world) == vars(by_number.world)


def test_stepping_on_by_hand_gives_the_same_as_playing(starts):
    start = starts["no_contingency"]
    stepped, played = Wargame(start, future=5), Wargame(start, future=5).play()
    while stepped.running:
        stepped.step()

    assert vars(stepped.world) == vars(played.world)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:mesa")
@pytest.mark.filterwarnings("ignore:The `iterations` keyword:DeprecationWarning")
def test_mesas_batch_run_plays_distinct_futures(starts):
    rows = mesa.batch_run(
        Wargame,
        parameters={
            "start": [starts["taiwan_2027"]],
            "path": ["status_quo", "combined"],
            "future": [0, 1, 2],
        },
        iterations=1,
        max_steps=46,
        number_processes=1,
        data_collection_period=-1,
        display_progress=False,
    )
    ends = {(row["path"], row["future"]): row["margin_land"] for row in rows}

    assert len(ends) == 6
    assert len(set(ends.values())) == 6
    game = Wargame(starts["taiwan_2027"], "combined", 2).play()
    assert ends["combined", 2] == game.snapshot.margin_land


def test_columns_of_allies_and_of_the_game_have_different_names(game):
    """Mesa's batch run writes both into one row, where one would overwrite the other."""
    of_game = set(game.datacollector.model_reporters)
    of_allies = set(game.datacollector.agenttype_reporters[Ally])

    assert not of_game & of_allies


class TestMethods:
    """Each method does what its name says when somebody calls it by hand."""

    def test_an_ally_decides_its_budget(self, game):
        ally = game.allies[0]
        ally.set_budget(game.world, game.council, game.united_states, game.p)
        assert ally.spending_growth != 0

    def test_an_ally_starts_its_year(self, game):
        ally = game.allies[0]
        ally.spending, ally.spending_growth = 10.0, 0.05
        ally.start_year()
        assert ally.spending == pytest.approx(10.512711)
        assert ally.spending_growth_seen == 0.05

    def test_an_ally_pays_for_programmes_and_aid(self, game):
        ally = game.allies[0]
        game.world.aid_factor = 0.5
        ally.fund_programmes(game.world, game.council, game.p, game.levers[0])
        assert ally.aid_spending == pytest.approx(0.5 * 0.0025 * ally.gdp)
        assert ally.programme_spending > 0

    def test_an_ally_buys_equipment_and_trains(self, game):
        ally = next(a for a in game.allies if a.brigades > 0)
        before = ally.orders_early, ally.readiness
        ally.equip(game.market, game.world, game.p, game.levers[0])
        ally.running_spending_start *= 2
        ally.train(game.p)
        assert ally.orders_early != before[0]
        assert ally.readiness < before[1]

    def test_an_ally_offers_units_and_deploys_them(self, game):
        france = game.allies[game.start.iso3.index("FRA")]
        france.offer_units(game.p)
        game.world.ship_weight_total, game.world.presence_asked = 2 * france.ship_weight, 0.5
        france.deploy(game.world, game.campaign, game.p)
        assert 0 < france.ships_on_station <= 3
        assert france.presence_spending > 0

    def test_an_ally_chooses_whether_its_units_join(self, game):
        ally = game.allies[0]
        game.campaign.kind, game.campaign.opens = Contingency.INVASION, game.world.step
        game.campaign.us_enters, game.p.joining_effect = 1, 1e9
        ally.ships_on_station = ally.aircraft_on_station = 0.0
        ally.choose_to_join(game.world, game.campaign, game.p)
        assert ally.joins == 0.0, "nothing of it is there"
        ally.ships_on_station = 1.0
        ally.choose_to_join(game.world, game.campaign, game.p)
        assert ally.joins == 1.0

    def test_an_ally_bears_an_attack_and_keeps_its_books(self, game):
        ally = game.allies[0]
        game.russia.attacked, game.russia.defence_held = game.world.step, 1
        ally.bear_attack(game.russia, game.world, game.p)
        ally.keep_books(game.p)
        assert ally.strength == pytest.approx(1 - game.p.attack_loss_share)
        assert ally.spending_total == pytest.approx(ally.spending / 4)

    def test_a_government_votes_and_perceives(self, game):
        partner = game.partners[0]
        game.p.election_rate = 4.1
        before = partner.china_hardness_start
        partner.vote(game.world, game.p)
        partner.perceive(game.world, game.campaign, game.russia, game.p)
        assert partner.china_hardness_start != before
        assert 0 <= partner.china_hardness <= 1

    def test_every_country_grows_and_suffers(self, game):
        game.campaign.kind, game.campaign.stage = Contingency.INVASION, Stage.WAR
        game.campaign.opens = game.campaign.fought_to = game.world.step
        for country in game.everyone:
            assert isinstance(country, Actor)
            country.gdp_growth = 0.04
            before = country.gdp_potential
            country.grow(game.world, game.campaign, math.nan, game.p)
            country.suffer(game.campaign, game.world, game.p)
            assert country.gdp_potential > before
            assert 0 < country.gdp_loss <= 1

    def test_countries_without_a_budget_of_their_own_keep_their_share(self, game):
        for country in (game.united_states, *game.partners, game.china, game.russia, game.taiwan):
            country.gdp *= 2
            country.keep_share()
            assert country.spending == country.spending_share * country.gdp

    def test_the_united_states_turns_its_attention(self, game):
        game.campaign.stage, game.campaign.days_open = Stage.WAR, 365.0
        game.campaign.intensity = 1.0
        game.united_states.turn_attention(game.campaign, game.p)
        assert game.united_states.engaged == 1.0

    def test_russia_recovers_and_weighs_an_attack(self, game):
        game.russia.recover(game.world, game.p)
        assert game.russia.reconstitution == game.p.reconstitution_floor
        game.world.ukraine_war_ended, game.world.step = 0, 80
        game.russia.recover(game.world, game.p)
        game.russia.weigh_attack(game.world, game.council, game.united_states, game.p)
        assert game.russia.reconstitution > 0.5
        assert game.russia.attack_hazard > 0

    def test_the_council_takes_stock_and_plans(self, game):
        game.council.planning_decided = 0.9
        for _ in range(2):
            game.council.plan_for_contingency(game.world, game.p)
        game.council.take_stock(game.allies)
        assert 0 < game.council.members_at_2 <= 31
        assert game.council.spending_target == pytest.approx(0.02)
        assert 0.2 < game.world.planning < 0.9

    def test_the_council_meets_and_what_it_agrees_is_in_force(self, game):
        game.world.quarter = 2
        plan = game.items[Agenda.CONTINGENCY_PLAN]
        plan.proposed, game.p.no_agreement_cost = 0.9, 1e3
        game.council.meet(game.items, game.governments[:32], game.world, game.p)
        game.council.apply_decisions(game.items)
        assert (plan.passed, game.council.passed) == (1, 1)
        assert game.council.planning_decided == plan.in_force > 0.2

    def test_the_council_measures_its_cohesion_in_the_fourth_quarter(self, game):
        game.world.quarter = 4
        game.council.measure_cohesion(game.items, game.governments[:32], game.world, game.p)
        assert 0 < game.council.cohesion < 1
        assert game.council.cohesion_years == 1

    def test_the_united_states_moves_its_posture_with_its_administration(self, game):
        game.united_states.administration = Administration.PRIORITISER
        game.united_states.set_posture(game.world, game.allies, game.p)
        assert 0 < game.united_states.posture < 1
        assert 0 < game.world.pacific_gain < 1 - game.united_states.posture

    def test_a_partner_comes_closer_for_cooperation(self, game):
        japan = game.partners[1]
        game.p.cooperation_alignment_effect, game.items[Agenda.CYBER].working = 1.0, 1.0
        game.p.narrative_alignment_effect = 0.0
        japan.align_partner(game.items, game.world, game.p)
        assert japan.alignment > japan.alignment_start

    def test_china_coerces_a_government(self, game):
        ally = game.allies[0]
        game.world.quarter, game.p.coercion_base, game.p.concession_share = 2, 1e3, 1.0
        before = ally.asia_role
        ally.coerce(game.china, game.items, game.world, 0, game.p)
        assert (ally.times_coerced, ally.conceded) == (1, 1)
        assert ally.coercion_total > 0
        assert ally.asia_role < before

    def test_china_weighs_what_it_sees_and_acts(self, starts):
        game = Wargame(starts["taiwan_endogenous"], future=17)
        game.world.quarter, game.p.crisis_escalation_share = 2, 0.9999
        game.china.spending *= 2
        game.china.weigh_balance(game.everyone, game.world, game.campaign, game.russia, game.p)
        game.china.weigh_deterrents(game.items, game.world, game.p)
        game.china.invade_at_start, game.p.success_prize = 100.0, 0.0
        game.items[Agenda.TAIWAN_TEXT].in_force, game.p.statement_crisis_effect = 1.0, 1e3
        game.china.decide(game.campaign, game.world, game.items, game.levers[0], game.p)
        assert game.china.balance > 0.5
        assert game.campaign.kind == Contingency.INVASION
        assert game.campaign.opens == game.world.step

    def test_governments_are_the_members_and_the_partners(self, game):
        assert all(isinstance(actor, Government) for actor in game.governments)
        assert len(game.governments) == 36
