"""Does each switch of a scenario change the games that are played?"""

from collections.abc import Callable

import pytest

from sim.data.load import load_facts
from sim.data.stances import stance_cards
from sim.experiment.start import build_start
from sim.model.ladders import Contingency, UkraineWar
from sim.model.reference import Wargame
from sim.scenario.problems import ScenarioError
from sim.scenario.resolve import Case

CaseOf = Callable[[str], Case]
GameOf = Callable[..., Wargame]

SHORT = "paths: [status_quo]\nend: 2026Q4\n"
SOON = "opens: 2025Q2, us_intervenes: true, us_delay_days: 0, japan_basing: true"


@pytest.fixture
def game_of(case_of: CaseOf) -> GameOf:
    """One future of a short scenario, played to the end on the reference engine."""

    def play(text: str = "", future: int = 0) -> Wargame:
        return Wargame(build_start(case_of(SHORT + text)), 0, future).play()

    return play


def series(game: Wargame, name: str) -> list[float]:
    """A field of the snapshot, quarter by quarter."""
    return list(game.datacollector.model_vars[name])


def loss_of(game: Wargame, iso3: str) -> float:
    """GDP that a country lost to the contingency [share of a year]."""
    return float(game.everyone[game.start.iso3.index(iso3)].gdp_loss)


def test_a_blockade_and_a_quarantine_that_stay_so_cost_less_than_an_invasion(
    game_of: GameOf,
) -> None:
    kinds = ("quarantine", "blockade", "invasion")
    stays = {"invasion": ""}
    games = [
        game_of(
            f"contingency: {{meaning: x, kind: {kind}, {SOON}"
            f"{stays.get(kind, ', levels_may_rise: false')}}}"
        )
        for kind in kinds
    ]

    losses = [loss_of(game, "DEU") for game in games]
    pulls = [max(asset.drawn_peak for asset in game.classes) for game in games]
    assert [game.campaign.kind for game in games] == [
        Contingency.QUARANTINE,
        Contingency.BLOCKADE,
        Contingency.INVASION,
    ]
    assert 0 < losses[0] < losses[1] < losses[2]
    assert 0 < pulls[0] < pulls[1] < pulls[2]


def test_china_weighs_force_only_where_it_decides(game_of: GameOf) -> None:
    decides = game_of("contingency: {meaning: x, kind: endogenous}")
    peace, fixed = game_of(), game_of(f"contingency: {{meaning: x, kind: invasion, {SOON}}}")

    assert max(series(decides, "p_force")) > 0
    assert max(series(peace, "p_force")) == max(series(fixed, "p_force")) == 0


def test_what_china_decides_takes_the_switches_of_the_scenario(game_of: GameOf) -> None:
    eager = "parameters: {taiwan_major_force_rate: 0.19}\n"
    switches = "us_intervenes: false, japan_basing: false, duration_days: 10"
    text = f"{eager}contingency: {{meaning: x, kind: endogenous, {switches}}}"
    games = [game_of(text, future) for future in range(12)]

    opened = [game.campaign for game in games if game.campaign.opens >= 0]
    assert opened
    assert {(war.us_enters, war.japan_basing) for war in opened} == {(0, 0)}
    assert max(war.days for war in opened) == 10.0


def test_a_taiwan_that_does_not_resist_is_taken(game_of: GameOf) -> None:
    war = f"contingency: {{meaning: x, kind: invasion, {SOON}"

    resists, gives_in = game_of(f"{war}}}"), game_of(f"{war}, taiwan_resists: false}}")

    assert resists.ledger.p_china_wins == 0.0
    assert resists.ledger.battalions_landed > 0
    assert gives_in.ledger.p_china_wins == 1.0
    assert gives_in.ledger.us_aircraft_lost == 0.0


def test_more_units_join_where_north_america_is_struck(game_of: GameOf) -> None:
    war = f"parameters: {{joining_effect: 0.1}}\ncontingency: {{meaning: x, kind: invasion, {SOON}"

    def joiners(game: Wargame) -> set[int]:
        return {ally.code for ally in game.allies if ally.joins}

    spared = [joiners(game_of(f"{war}}}", future)) for future in range(2)]
    struck = [joiners(game_of(f"{war}, homeland_struck: true}}", future)) for future in range(2)]

    assert all(few <= many for few, many in zip(spared, struck, strict=True))
    assert sum(map(len, spared)) < sum(map(len, struck))


def test_retrenchment_changes_nothing_before_its_date_and_takes_its_share_after(
    game_of: GameOf,
) -> None:
    stays, leaves = game_of(), game_of("us_retrenchment: {from: 2025Q3, share: 1}")

    before, after = series(stays, "posture"), series(leaves, "posture")
    assert before[:4] == after[:4]
    assert all(less < more for less, more in zip(after[4:], before[4:], strict=True))
    assert after[-1] < 0.7 * before[-1]
    assert series(leaves, "margin_land")[-1] < series(stays, "margin_land")[-1]


def test_a_retrenchment_of_nothing_changes_nothing(game_of: GameOf) -> None:
    stays, leaves = game_of(), game_of("us_retrenchment: {from: 2025Q3, share: 0}")

    assert series(stays, "posture") == series(leaves, "posture")


def test_reinforcement_that_stays_away_weakens_the_land_margin_in_peace(game_of: GameOf) -> None:
    comes, none = game_of(), game_of("reinforcement_withheld: 0")
    half, all_ = (game_of(f"reinforcement_withheld: {share}") for share in (0.5, 1))

    ends = [series(game, "margin_land")[-1] for game in (comes, half, all_)]
    assert ends[0] > ends[1] > ends[2]
    assert series(comes, "margin_land") == series(none, "margin_land")


def test_the_world_of_decoupling_withholds_reinforcement_unless_the_scenario_says_otherwise(
    case_of: CaseOf,
) -> None:
    in_world = build_start(case_of("world: w4_decoupling"))
    in_scenario = build_start(case_of("world: w4_decoupling\nreinforcement_withheld: 0.2"))
    nowhere = build_start(case_of(""))

    starts = (in_world, in_scenario, nowhere)
    assert [start.united_states["withheld_choice"][0] for start in starts] == [0.9, 0.2, -1.0]


@pytest.mark.parametrize("ending", ["ceasefire", "frozen", "ukrainian_defeat", "russian_setback"])
def test_the_war_in_ukraine_ends_as_and_when_the_scenario_says(
    game_of: GameOf, ending: str
) -> None:
    games = [
        game_of(f"ukraine_war: {{ends_as: {ending}, when: 2025Q4}}", future) for future in (0, 1)
    ]

    assert {game.world.ukraine_war for game in games} == {UkraineWar[ending.upper()]}
    assert {game.world.ukraine_war_ended for game in games} == {5}


def test_russia_recovers_sooner_after_a_defeat_of_ukraine_than_after_a_setback(
    game_of: GameOf,
) -> None:
    ends = ("ukrainian_defeat", "ceasefire", "frozen", "russian_setback")
    games = [game_of(f"ukraine_war: {{ends_as: {end}, when: 2024Q3}}") for end in ends]

    recovered = [game.russia.recovery_years for game in games]
    assert recovered == sorted(recovered)
    assert len(set(recovered)) == 4


def test_a_war_that_is_said_to_continue_never_ends(game_of: GameOf) -> None:
    soon = "parameters: {war_end_rate: 0.9}\n"
    drawn = [game_of(soon, future) for future in (0, 1)]
    fixed = [game_of(f"{soon}ukraine_war: {{ends_as: continuing}}", future) for future in (0, 1)]

    assert max(game.world.ukraine_war_ended for game in drawn) >= 0
    assert {game.world.ukraine_war_ended for game in fixed} == {-1}


def test_dates_count_from_the_start_of_the_scenario(case_of: CaseOf) -> None:
    start = build_start(
        case_of(
            "start: 2023Q2\nus_retrenchment: {from: 2024Q1, share: 0.4}\n"
            "ukraine_war: {ends_as: frozen, when: 2025Q2}\n"
            "contingency: {meaning: x, kind: blockade, opens: 2023Q4}"
        )
    )

    assert start.united_states["retrench_step"][0] == 3
    assert start.united_states["retrench_share"][0] == 0.4
    assert start.world["ukraine_end_step"][0] == 8
    assert start.campaign["opens"][0] == 2


def test_a_swing_moves_the_card_of_its_country_alone(case_of: CaseOf) -> None:
    still = build_start(case_of("")).countries[0]
    start = build_start(case_of("swings: {HUN: {china_hardness: +0.3, transactional: -0.4}}"))
    swung = start.countries[0]
    seat = start.iso3.index("HUN")
    card = stance_cards(load_facts(), 2024)["HUN"]

    assert swung[seat]["china_hardness"] == card["china_hardness"].value + 0.3
    assert swung[seat]["transactional"] == card["transactional"].value - 0.4
    others = [row for row in range(len(still)) if row != seat]
    assert (swung[others] == still[others]).all()


def test_a_swing_lasts_beyond_the_first_quarter(game_of: GameOf) -> None:
    def hardness(game: Wargame) -> float:
        return float(game.governments[game.start.iso3.index("HUN")].china_hardness)

    still, swung = game_of(), game_of("swings: {HUN: {china_hardness: 0.6}}")

    assert hardness(swung) > hardness(still) + 0.2


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_swing_may_reach_the_end_of_the_scale(case_of: CaseOf, share: float) -> None:
    swing = share - stance_cards(load_facts(), 2024)["DEU"]["china_hardness"].value

    start = build_start(case_of(f"swings: {{DEU: {{china_hardness: {swing}}}}}"))

    assert start.countries[0][start.iso3.index("DEU")]["china_hardness"] == share


def test_switches_that_are_left_out_change_nothing(case_of: CaseOf) -> None:
    bare = case_of("")
    spelt_out = case_of(
        "us_retrenchment: null\nreinforcement_withheld: null\nukraine_war: null\nswings: {HUN: {}}"
    )

    assert (bare.us_retrenchment, bare.reinforcement_withheld) == (None, None)
    assert (bare.ukraine_war, bare.swings) == (None, {})
    assert spelt_out.swings == {}
    assert spelt_out.ukraine_war is None


def test_knowing_mid_2025_every_path_asks_at_least_for_the_hague_pledge(case_of: CaseOf) -> None:
    before = case_of("knowledge: mid2024").paths["status_quo"].levers["spending_target"]
    after = case_of("knowledge: mid2025").paths["status_quo"].levers["spending_target"]

    assert after[0] == before[0] == 0.02
    assert after[-1] == 0.035
    assert list(after) == sorted(after)


def test_a_game_that_starts_before_the_war_in_ukraine_must_say_when_it_begins(
    case_of: CaseOf,
) -> None:
    with pytest.raises(ScenarioError, match="ukraine_war.begins: the game starts in 2020Q1"):
        case_of("start: 2020Q1")

    case = case_of("start: 2020Q1\nukraine_war: {begins: 2022Q1, ends_as: continuing}")

    assert case.ukraine_war_begins == (2022, 1)
    assert build_start(case).world["ukraine_begin_step"][0] == 8


@pytest.mark.parametrize(
    ("history", "message"),
    [
        ("{administrations: {2017: hawk}}", "found 'hawk'; allowed: 'alliance_first'"),
        ("{administrations: {17: prioritiser}}", "a year is written like 2017"),
        ("{administrations: {2040: prioritiser}}", "the scenario covers 2024Q3 to 2035Q4"),
        ("{threat_events: {2026: 0.5}}", "a quarter is written like 2014Q1"),
        ("{threat_events: {2040Q1: 0.5}}", "the scenario covers 2024Q3 to 2035Q4"),
        ("{threat_events: {2026Q1: 2}}", "at most 1 is allowed"),
        ("{gdp_growth: measurd}", "did you mean 'measured'"),
        ("{russian_atack: never}", "did you mean 'russian_attack'"),
    ],
)
def test_what_is_given_of_the_past_must_make_sense(
    case_of: CaseOf, history: str, message: str
) -> None:
    with pytest.raises(ScenarioError, match=message):
        case_of(f"history: {history}")


def test_a_war_cannot_end_before_it_begins(case_of: CaseOf) -> None:
    with pytest.raises(ScenarioError, match="stops in 2025Q1, but the war begins in 2026Q1"):
        case_of("ukraine_war: {begins: 2026Q1, ends_as: frozen, when: 2025Q1}")


def test_china_that_knows_the_us_will_stay_out_sees_more_success_and_acts_sooner(
    game_of: GameOf,
) -> None:
    drawn = "contingency: {meaning: x, kind: endogenous}"
    out = "contingency: {meaning: x, kind: endogenous, us_intervenes: false%s}"
    unsure, secret, known = (
        game_of(text) for text in (drawn, out % "", out % ", us_entry_known: true")
    )

    assert unsure.ledger.p_force == secret.ledger.p_force
    assert known.china.entry == 0.0 < unsure.china.entry < 1.0
    assert known.ledger.p_invasion > unsure.ledger.p_invasion > 0.0


def test_a_crisis_opens_with_a_fixed_war_and_allies_answer_it(game_of: GameOf) -> None:
    calm, war = (
        game_of(f"contingency: {{meaning: x, {kind}}}")
        for kind in ("kind: none", f"kind: invasion, {SOON}")
    )

    assert all(ally.withdrawals == 0 and ally.stays == 0 for ally in calm.allies)
    answered = [ally for ally in war.allies if ally.stays or ally.withdrawals]
    assert answered
    assert all(not (ally.stays and ally.withdrawals) for ally in answered)


@pytest.mark.parametrize("future", range(6))
def test_the_united_states_comes_by_half_of_a_fixed_length_or_not_at_all(
    game_of: GameOf, future: int
) -> None:
    soon = "kind: invasion, opens: 2025Q2, us_intervenes: true"
    short = game_of(f"contingency: {{meaning: x, {soon}, duration_days: 6}}", future)
    late = game_of(f"contingency: {{meaning: x, {soon}, us_delay_days: 200}}", future)

    assert short.campaign.days <= 6
    assert short.campaign.us_delay <= 3
    assert late.campaign.us_delay == 200
    assert late.campaign.days < 200
    assert late.campaign.us_enters == 0, "it was over before"
