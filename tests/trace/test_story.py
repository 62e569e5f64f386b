"""Is the story of one future true, whole and readable, and does it show what the brief argues?"""

import json
import math
from dataclasses import replace

import pytest

from sim.experiment.play import play
from sim.model import entities
from sim.results.identity import plain
from sim.trace.event import Event, Memory
from sim.trace.page import WIDTH, page
from sim.trace.setting import opening, read_by_rules, unusual
from sim.trace.story import KINDS, TELLERS, as_content, tell
from sim.trace.watch import Watched, watch


def of_kind(story, kind):
    return [event for event in story.events if event.kind == kind]


def test_a_watched_future_is_that_of_the_ensemble(fixed, decides):
    for case, future in ((fixed, 3), (decides, 17)):
        outcome = play(replace(case, paths={"full": case.paths["full"]}), futures=1, first=future)
        game = watch(case, "full", future).game
        for name in entities.LEDGER.names:
            told, counted = getattr(game.ledger, name), outcome.measures[name][0, 0]
            assert told == counted or (math.isnan(told) and math.isnan(counted)), name


def test_leaving_the_other_paths_out_changes_nothing(decides, played):
    outcome = play(decides, futures=1, first=17, engine="reference")
    row = list(decides.paths).index("full")

    assert played.game.ledger.spending_total == outcome.measures["spending_total"][row, 0]


def test_nothing_is_told_of_a_quarter_in_which_nothing_happened(played):
    told = {(event.year, event.quarter) for event in tell(played).events}

    assert len(told) < len(played.turns)


def test_events_stand_in_the_order_of_time(played):
    dates = [(event.year, event.quarter) for event in tell(played).events]

    assert dates == sorted(dates)


@pytest.mark.parametrize("name", ["played", "at_war"])
def test_every_line_fits_the_screen_and_every_number_has_a_unit(name, request):
    story = tell(request.getfixturevalue(name))

    assert max(len(line) for line in page(story).splitlines()) <= WIDTH
    for event in story.events:
        assert event.kind in KINDS
        assert all(number.unit for number in event.numbers.values())
        assert all(reason.unit for reason in event.reasons)


def test_a_country_is_told_with_what_concerns_it_and_the_turning_points(at_war):
    story = tell(at_war, focus="DEU")

    assert of_kind(story, "budget")
    assert all(event.who == ("DEU",) for event in of_kind(story, "budget"))
    assert len(of_kind(story, "country")) == 12
    assert any("Germany wants" in event.text for event in of_kind(story, "council"))
    assert of_kind(story, "contingency")


@pytest.mark.parametrize("focus", ["JPN", "USA", "CHN", "RUS", "TWN"])
def test_countries_that_are_no_allies_can_be_asked_about_too(at_war, focus):
    assert of_kind(tell(at_war, focus=focus), "country")


def test_only_the_years_asked_for_are_told_and_the_measures_stay_whole(at_war):
    some, whole = tell(at_war, first=2026, last=2029), tell(at_war)

    assert {event.year for event in some.events} <= {2026, 2027, 2028, 2029}
    assert str(some.measures) == str(whole.measures)


def test_the_content_is_json_without_holes(at_war):
    content = json.loads(json.dumps(plain(as_content(tell(at_war))), allow_nan=False))

    event = content["events"][0]
    assert set(event) == {"year", "quarter", "kind", "who", "text", "numbers", "reasons"}
    assert content["measures"]["spending_total"]["unit"].startswith("2024 USD bn")


def test_unusual_beliefs_are_the_furthest_from_their_medians(played):
    beliefs = unusual(played)
    distances = [abs(belief.rank - 0.5) for belief in beliefs]

    assert distances == sorted(distances, reverse=True)
    assert {belief.name for belief in beliefs} <= read_by_rules()
    for belief in beliefs:
        assert (belief.value > belief.median) == (belief.rank > 0.5)


def test_the_opening_of_a_war_names_its_day_and_its_parties(at_war):
    story = tell(at_war)
    (first_day,) = of_kind(story, "contingency")
    (shock,) = of_kind(story, "shock")

    assert (first_day.year, first_day.quarter) == (2027, 2)
    assert " 2027 China invades Taiwan." in first_day.text
    assert "United States" in first_day.text
    assert "Japan" in first_day.text
    assert {reason.name for reason in shock.reasons} >= {"trade with China"}


def test_the_draw_is_told_by_class(at_war):
    draws = of_kind(tell(at_war), "draw")

    assert len(draws) > 1
    assert {reason.name for reason in draws[0].reasons} >= {"warships", "heavy ground"}


def test_a_fixed_end_of_the_war_in_ukraine_is_told_once(played):
    assert len(of_kind(tell(played), "ukraine")) <= 1


def test_what_else_the_scenario_fixes_is_said(fixed):
    case = replace(
        fixed,
        us_retrenchment=((2026, 1), 0.5),
        reinforcement_withheld=0.25,
        ukraine_war=("ceasefire", (2026, 2)),
        swings={"HUN": {"china_hardness": 0.3}},
    )
    lines = " ".join(opening(Watched(case, "full", 0, None, ())))

    assert "50 % of US posture leaves Europe from 2026Q1 on" in lines
    assert "25 % of US reinforcement is withheld" in lines
    assert "the war in Ukraine: ceasefire in 2026Q2" in lines
    assert "HUN china hardness +0.30" in lines


# Each row of the argument can be shown. Some need luck, so a few futures are looked through.

SHOWN = {
    "wording": ("council", "Text on Taiwan"),
    "AP4": ("council", "Liaison office"),
    "draw": ("draw", "away or lost"),
    "supply chains": ("shock", "Economic shock"),
    "signalling": ("china", "China holds"),
    "force": ("crisis", "CRISIS OVER TAIWAN"),
    "divisions": ("council", "held out"),
    "coercion": ("coercion", "China coerces"),
    "spreading thin": ("presence", "Rotation binds"),
    "burden-shifting": ("budget", "Europe and Canada decide"),
    "margins": ("defence", "without the US"),
    "cheap cooperation": ("partners", "Cooperation that works"),
    "narrative": ("narrative", "foments conflict"),
    "pledge": ("council", "No-enlargement pledge"),
    "administrations": ("administration", "takes office"),
    "Ukraine": ("ukraine", "The war in Ukraine ends"),
    "Russia": ("russia", "forces recovered"),
}


@pytest.fixture(scope="module")
def told(fixed, decides, played, at_war):
    soft = {"no_enlargement_pledge": 0.9, "cyber_cooperation": 0.9, "china_dialogue": 0.9}
    status_quo = decides.paths["status_quo"]
    late = {name: tuple([0.1] * 4 + [x] * (decides.steps - 4)) for name, x in soft.items()}
    path = replace(status_quo, levers=status_quo.levers | late)
    case = replace(decides, paths={"status_quo": path})
    others = [watch(decides, "full", future) for future in (5, 8, 11, 29)]
    runs = [played, at_war, watch(case, "status_quo", 2), *others]
    return [event for run in runs for event in tell(run).events]


@pytest.mark.parametrize("row", SHOWN)
def test_a_row_of_the_argument_can_be_shown(told, row):
    kind, words = SHOWN[row]

    assert any(event.kind == kind and words in event.text for event in told)


def test_every_deterrent_and_signal_is_named_in_chinas_reasons(told):
    names = {reason.name for event in told if event.kind == "china" for reason in event.reasons}

    assert names == {
        "balance around Taiwan",
        "presence beyond that of 2024",
        "heavy forces tied to a crisis plan",
        "sanctions that China expects",
        "split that China sees",
        "no-enlargement pledge",
        "texts on Taiwan",
        "surge of the others in a crisis",
    }


def test_pledge_and_talks_are_named_in_the_reasons_of_the_narrative(told):
    names = {reason.name for event in told if event.kind == "narrative" for reason in event.reasons}

    assert {"no-enlargement pledge", "talks with Chinese officials"} <= names


def test_an_attack_says_whether_the_defence_held(decides):
    certain = {
        "russian_attack_rate": 3.0,
        "war_end_rate": 0.99,
        "reconstitution_years": 0.5,
    }
    parameters = {
        name: replace(row, prior=replace(row.prior, form="constant", a=certain[name]))
        if name in certain
        else row
        for name, row in decides.parameters.items()
    }
    story = tell(watch(replace(decides, parameters=parameters), "full", 1))

    (attack,) = of_kind(story, "attack")
    assert "holds" in attack.text or "does not hold" in attack.text
    assert attack.reasons


def test_every_teller_keeps_silent_when_nothing_moves(played):
    turn = played.turns[0]
    memory = Memory()
    for teller in TELLERS:
        teller(turn, memory, None)

    again = [event for teller in TELLERS for event in teller(turn, memory, None)]
    assert all(isinstance(event, Event) for event in again)
    assert {event.kind for event in again} <= {"council", "budget", "election"}
