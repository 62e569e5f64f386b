"""Is the story of one future true, whole and readable, and does it show what the brief argues?"""

import json
import math
from dataclasses import replace

import pytest

from sim.experiment.expected import EXPECTED, weighed_only
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import entities
from sim.model.behaviour.perceiving import perceive
from sim.model.ladders import Contingency
from sim.model.reference import Wargame
from sim.model.state import changed
from sim.results.identity import plain
from sim.trace.answering import tell_bases
from sim.trace.choosing import answered
from sim.trace.council import drafts, own_reasons
from sim.trace.debate import LETS_PASS, REFUSES, Debate, Round, Vote, debates
from sim.trace.event import Event, Memory
from sim.trace.fighting import sanctions
from sim.trace.page import WIDTH, page
from sim.trace.pressing import one_coercion
from sim.trace.setting import opening, read_by_rules, unusual
from sim.trace.story import KINDS, TELLERS, as_content, tell
from sim.trace.watch import Watched, watch
from tests.trace.conftest import with_constants

HARDEST = 2.0  # where the settled view of China ends


def of_kind(story, kind):
    return [event for event in story.events if event.kind == kind]


def same(told, counted):
    return told == counted or (math.isnan(told) and math.isnan(counted))


def opening_turn(watched):
    return next(turn for turn in watched.turns if turn.step == turn.after.campaign.opens)


@pytest.mark.parametrize("name", ["at_war", "played", "troubled"])
def test_a_watched_future_is_that_of_the_ensemble(name, request):
    watched = request.getfixturevalue(name)
    outcome = play(watched.case, futures=1, first=watched.future)

    different = [
        name
        for name in entities.LEDGER.names
        if not same(getattr(watched.game.ledger, name), outcome.measures[name][0, 0])
    ]
    assert different == []


def test_chances_are_those_of_the_game_in_which_china_never_acts(troubled):
    start = build_start(troubled.case)
    acted = Wargame(start, "full", troubled.future).play().ledger
    never = Wargame(weighed_only(start), "full", troubled.future).play().ledger
    measures = tell(troubled).measures

    assert troubled.game.campaign.kind != Contingency.NONE
    for name in EXPECTED:
        assert measures[name][1] == getattr(never, name) > getattr(acted, name)


def test_all_but_the_chances_are_those_of_the_game_in_which_china_acts(troubled):
    acted = Wargame(build_start(troubled.case), "full", troubled.future).play().ledger

    others = [name for name in entities.LEDGER.names if name not in EXPECTED]
    assert all(same(getattr(troubled.game.ledger, name), getattr(acted, name)) for name in others)


def test_where_china_does_not_decide_no_chance_is_weighed(fixed):
    peace = replace(fixed, contingency=replace(fixed.contingency, kind="none", opens=None))
    ledger = watch(peace, "full", 3).game.ledger

    assert [getattr(ledger, name) for name in EXPECTED] == [0.0] * len(EXPECTED)


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


@pytest.mark.parametrize("name", ["at_war", "troubled"])
def test_units_join_go_home_or_were_taken_out_in_the_crisis(name, request):
    watched = request.getfixturevalue(name)
    turn = opening_turn(watched)
    (event,) = of_kind(tell(watched), "units")
    sent = [turn.after.by_iso3[iso3] for iso3 in event.who]
    left = [ally for ally in sent if not ally.stays]

    before, after = event.text.split("; those of ")
    assert left
    assert " were taken out when the crisis opened" in after
    assert after.endswith(" more ships were sent in the crisis.") == (turn.after.world.surged > 0)
    assert all(ally.name not in before for ally in left)
    assert {reason.name for reason in event.reasons} == {
        f"{ally.name} joins" for ally in sent if ally.stays
    }
    assert all(reason.contribution > 0 for reason in event.reasons)


def of_ally(story, iso3, words):
    """Events about one ally alone that say so many words."""
    return [one for one in story.events if one.who == (iso3,) and words in one.text]


def test_those_with_most_ships_on_station_are_told_with_what_sets_them_apart(at_war):
    first = at_war.turns[0]
    most = sorted(first.allies, key=lambda ally: -ally.ships_on_station)
    told = {
        event.who[0]: event
        for event in of_kind(tell(at_war, last=2024), "presence")
        if " ships in the Indo-Pacific; a mean ally" in event.text
    }

    assert list(told) == [ally.iso3 for ally in most[:3]]
    assert all(event.reasons for event in told.values())


def test_an_ally_that_sends_next_to_nothing_is_told_why_when_it_is_asked_about(at_war):
    (ships, *_) = of_ally(tell(at_war, "GRC"), "GRC", " ships in the Indo-Pacific")

    assert ships.reasons[0].contribution < 0
    assert of_ally(tell(at_war, "FRA"), "GRC", " ships in the Indo-Pacific") == []


def test_an_ally_that_keeps_as_many_ships_as_before_is_not_told_again(at_war):
    told = of_ally(tell(at_war), "FRA", " ships in the Indo-Pacific")
    there = [event.numbers["ships on station"].value for event in told]

    assert 1 < len(there) < len(at_war.turns)
    assert all(abs(b - a) >= 0.5 for a, b in zip(there, there[1:], strict=False))


def test_a_crisis_tells_why_one_ally_leaves_its_units_there_and_one_takes_them_out(at_war):
    turn = opening_turn(at_war)
    told = of_kind(tell(at_war), "answer")
    staying = [event for event in told if "when the crisis opens" in event.text]

    stays = [turn.after.by_iso3[event.who[0]].stays for event in staying]
    assert stays == [1, 0]
    assert ["leaves its units there" in event.text for event in staying] == [True, False]
    assert all(0 < event.numbers["chance"].value < 1 for event in staying)


def test_the_ally_asked_about_is_told_why_it_stays_or_leaves_and_joins_or_not(at_war):
    turn = opening_turn(at_war)
    (stayer, *_) = [a for a in turn.allies if a.stays and a.units_there >= 0.2]
    (leaver, *_) = [a for a in turn.allies if not a.stays and a.units_there >= 0.2]

    assert of_ally(tell(at_war, stayer.iso3), stayer.iso3, "the chance that they join was")
    assert not of_ally(tell(at_war, leaver.iso3), leaver.iso3, "the chance that they join was")
    assert of_ally(tell(at_war, leaver.iso3), leaver.iso3, "takes its units out")


def test_the_opening_day_says_why_the_eu_acts_or_not_and_how_a_government_outside_it_stands(at_war):
    told = of_kind(tell(at_war), "answer")
    (union,) = [event for event in told if event.text.startswith("The EU ")]
    (outside,) = [event for event in told if "the chance that it wants to was" in event.text]
    country = opening_turn(at_war).after.by_iso3[outside.who[0]]

    assert union.reasons[0].name.endswith(" may object")
    assert not country.is_eu
    assert not country.sanctions


@pytest.mark.parametrize(("choice", "reasons"), [(-1, True), (0, False)])
def test_bases_are_told_with_reasons_unless_the_scenario_fixes_them(at_war, choice, reasons):
    turn = opening_turn(at_war)
    campaign = changed(turn.after.campaign, japan_choice=choice, us_enters=1)
    turn = replace(turn, after=changed(turn.after, campaign=campaign))

    (event,) = tell_bases(turn, Memory(), None)

    assert event.who == ("JPN",)
    assert bool(event.reasons) == reasons
    assert ("the scenario fixes it" in event.text) != reasons


def test_no_bases_are_told_where_the_united_states_stays_out(at_war):
    turn = opening_turn(at_war)
    campaign = changed(turn.after.campaign, us_enters=0)

    out = replace(turn, after=changed(turn.after, campaign=campaign))
    assert tell_bases(out, Memory(), None) == []


def test_an_act_that_nobody_would_sanction_is_told_without_a_chance_of_it(shrugged_off):
    story = tell(shrugged_off, focus="DEU")

    votes = [event.text for event in story.events if " sanctions with the EU; " in event.text]
    assert votes
    assert all(
        "does not join" in vote and "chance that it wants to was 0" in vote for vote in votes
    )


def test_who_holds_back_from_sanctions_is_named_by_size_and_the_gdp_that_joins_is_told(at_war):
    turn = opening_turn(at_war)
    (event,) = of_kind(tell(at_war), "sanctions")
    back = [country for country in turn.governments if not country.sanctions]
    named = sorted(back, key=lambda country: -country.gdp)[:4]

    assert back
    assert all(country.name in event.text for country in named)
    assert event.numbers["GDP that joins"].value == turn.after.world.sanctions_joined
    assert 0 < turn.after.world.sanctions_joined < 1


@pytest.mark.parametrize("iso3", ["JPN", "FRA"])
def test_the_country_asked_about_is_told_whether_it_joins_sanctions(at_war, iso3):
    country = opening_turn(at_war).after.by_iso3[iso3]

    (event,) = of_kind(tell(at_war, iso3), "sanctions")

    verb = "joins." if country.sanctions else "does not join."
    assert event.text.endswith(f"{country.name} {verb}")


def test_the_chance_of_sanctions_is_lower_the_less_violent_the_act(at_war):
    turn = opening_turn(at_war)

    def told(kind):
        campaign = changed(turn.after.campaign, kind=kind)
        everyone = [changed(country, sanctions=0.0) for country in turn.after.everyone]
        after = changed(turn.after, campaign=campaign, everyone=everyone)
        event = sanctions(replace(turn, after=after), None)
        return {reason.name: reason.contribution for reason in event.reasons}

    invasion, quarantine = told(Contingency.INVASION), told(Contingency.QUARANTINE)

    assert invasion["Germany joins"] == turn.after.world.eu_unanimity
    assert invasion["Japan joins"] == turn.after.by_iso3["JPN"].p_sanctions
    assert all(0 < quarantine[name] < invasion[name] for name in invasion)


def test_what_the_eu_does_is_said(at_war):
    turn = opening_turn(at_war)
    texts = [
        sanctions(
            replace(
                turn,
                after=changed(turn.after, campaign=changed(turn.after.campaign, eu_acts=acts)),
            ),
            None,
        ).text
        for acts in (0, 1)
    ]

    assert "the EU does not agree" in texts[0]
    assert "the EU joins as one" in texts[1]


def test_a_crisis_names_who_took_units_out_and_the_ships_that_were_sent(troubled):
    crises = [turn for turn in troubled.turns if turn.after.china.crisis]
    told = [event for event in of_kind(tell(troubled), "crisis")]
    left = sent = 0
    for turn, event in zip(crises, told, strict=True):
        gone = [ally.name for ally in turn.allies if ally.units_there >= 0.2 and not ally.stays]
        assert all(name in event.text for name in gone[:4])
        assert ("Taken out of the region" in event.text) == bool(gone)
        assert ("Allies send no more ships." in event.text) == (turn.after.world.surged == 0)
        assert event.numbers["ships sent"].value == turn.after.world.surged
        left, sent = left + bool(gone), sent + (turn.after.world.surged > 0)

    assert 0 < sent < len(crises)
    assert left


@pytest.mark.parametrize(
    ("surged", "stays", "units_there", "answer"),
    [
        (0.0, 1, 1.0, "Allies send no more ships."),
        (2.34, 1, 1.0, "Allies send 2.3 more ships."),
        (0.0, 0, 0.1, "Allies send no more ships."),
        (
            1.0,
            0,
            0.2,
            "Allies send 1.0 more ships. Taken out of the region: units of Germany and France.",
        ),
    ],
    ids=["all stay", "more come", "too few to name", "some leave"],
)
def test_the_answer_to_a_crisis_is_told(played, surged, stays, units_there, answer):
    turn = played.turns[0]
    allies = [
        changed(turn.after.by_iso3[iso3], stays=stays, units_there=units_there)
        for iso3 in ("DEU", "FRA")
    ]
    world = changed(turn.after.world, surged=surged)
    after = changed(turn.after, world=world, everyone=allies)

    assert answered(replace(turn, after=after, n_allies=2)) == answer


def test_a_country_is_told_to_be_coerced_as_often_as_it_is(troubled):
    events = of_kind(tell(troubled), "coercion")
    told = {iso3: sum(event.who == (iso3,) for event in events) for iso3 in known(troubled)}
    counted = {
        country.iso3: country.times_coerced
        for country in troubled.turns[-1].governments
        if country.times_coerced
    }

    assert {iso3: times for iso3, times in told.items() if times} == counted
    assert max(counted.values()) > 1


def known(watched):
    return watched.turns[-1].after.by_iso3


def coercions(watched):
    """Each quarter and country in which China coerces, with the quarter after it."""
    return [
        (turn, later, country)
        for turn, later in zip(watched.turns, watched.turns[1:], strict=False)
        for country in turn.governments
        if country.times_coerced > turn.earlier(country).times_coerced
    ]


def test_coercion_hardens_by_its_severity_so_far_as_it_is_not_yet_remembered(troubled):
    hardenings = set()
    for turn, later, country in coercions(troubled):
        told = one_coercion(turn, country).numbers["hardening"].value
        hardened, calm = (changed(country), changed(country, coerced_now=0.0))
        for one in (hardened, calm):
            perceive(one, later.after.world, later.after.campaign, later.after.russia, later.p)
        if hardened.china_hardness_anchor < HARDEST:
            moved = hardened.china_hardness_anchor - calm.china_hardness_anchor
            assert told == pytest.approx(moved, abs=1e-12)
            hardenings.add(round(told, 3))

    assert 0 in hardenings
    assert len(hardenings) > 5


def test_the_money_that_coercion_takes_is_that_of_the_half_year(troubled):
    for turn, later, country in coercions(troubled):
        told = one_coercion(turn, country).numbers["money lost"].value
        after = later.after.by_iso3[country.iso3]
        taken = turn.money(after.coercion_total - turn.earlier(country).coercion_total)
        assert told == pytest.approx(taken, rel=0.1)


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
    "surges": ("crisis", "more ships"),
    "withdrawals": ("crisis", "Taken out of the region"),
    "sanctions": ("sanctions", "Sanctions on China"),
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
        "whether the United States would fight",
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
    story = tell(watch(with_constants(decides, certain), "full", 1))

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


def test_the_measures_say_to_which_quarter_they_run_and_where_the_story_stops(at_war):
    some, whole = page(tell(at_war, last=2029)), page(tell(at_war))

    assert "Measures of this run, to 2035Q4 (the story above stops in 2029)\n" in some
    assert "Measures of this run, to 2035Q4\n" in whole


def test_measures_without_a_value_stand_in_one_line_at_the_end(played):
    story = tell(played)
    missing = [row.label for row, value in story.measures.values() if math.isnan(value)]
    flat = " ".join(page(story).split())

    assert missing
    assert flat.endswith(f"Not reached here: {'; '.join(missing)}.")
    assert all(f"{label}: -" not in flat for label in missing)


@pytest.mark.parametrize(("focus", "first"), [(None, None), ("DEU", None), (None, 2028)])
def test_the_first_budget_alone_says_how_far_chance_moves_a_country(at_war, focus, first):
    budgets = of_kind(tell(at_war, focus=focus, first=first), "budget")
    said = ["Single countries swing by about +-12 % a year" in event.text for event in budgets]

    assert said == [True] + [False] * (len(budgets) - 1)


def one_sided(levels, chance, answer):
    votes = (Vote("DEU", 0.4, chance, answer),)
    rounds = tuple(Round(level, 1.0, votes, "") for level in levels)
    return Debate(0, 0.5, 0.1, 0.1, 0.3, None, rounds, 0.0)


def test_a_draft_put_again_unchanged_is_said_to_be(played):
    told_drafts = drafts(one_sided((0.3, 0.3, 0.2), 0.5, REFUSES), played.turns[1])

    assert told_drafts[1].startswith("Put again unchanged: Germany")
    assert told_drafts[2].startswith("Third draft")


@pytest.mark.parametrize(("chance", "said"), [(0.97, True), (0.9, False)])
def test_a_refusal_against_the_odds_is_said_to_be_drawn(played, chance, said):
    (text,) = drafts(one_sided((0.3,), chance, REFUSES), played.turns[1])

    assert ("votes are drawn: its chance to let it pass was 97 %" in text) == said


@pytest.mark.parametrize(("chance", "explained"), [(0.995, False), (0.97, True)])
def test_a_government_sure_to_let_a_draft_pass_needs_no_reasons(played, chance, explained):
    turn, held = next((t, h) for t in played.turns for h in debates(t) if h.rounds)
    votes = (Vote("DEU", 0.4, chance, LETS_PASS),)
    held = replace(held, rounds=(replace(held.rounds[-1], votes=votes),))

    assert bool(own_reasons(held, "DEU", turn)) == explained
