"""Can a reader see how a government votes and what would change it, in words and as JSON?"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sim.analysis.votes import votes
from sim.analysis.wording import percent
from sim.model.ladders import Agenda
from sim.scenario.resolve import resolve
from sim.show.layout import WIDTH
from sim.show.stances import IN_A_SENTENCE, STANCES
from sim.show.votes import votes_in_study, votes_text

ROOT = Path(__file__).parents[2]
HOSTILE = "\x1b[2Jmine"
FUTURES = 3


def asking(case, name, **levers):
    """A path that asks for these values all the time."""
    quiet = case.paths["status_quo"]
    asked = {lever: (value,) * case.steps for lever, value in levers.items()}
    return replace(quiet, name=name, levers=quiet.levers | asked)


@pytest.fixture(scope="module")
def case():
    """Taiwan 2027 with an office in Tokyo, alone and with all else, and a pledge."""
    case = resolve(ROOT / "scenarios" / "taiwan_2027.yaml")
    more = {
        "taiwan_statements": 0.9,
        "sanctions_precommitment": 0.8,
        "no_enlargement_pledge": 0.9,
        "contingency_planning": 0.9,
        "crisis_plan_announced": 0.8,
        "cyber_cooperation": 0.9,
        "coercion_cooperation": 0.9,
        "industrial_cooperation": 0.9,
    }
    paths = {
        "status_quo": case.paths["status_quo"],
        "office": asking(case, "office", liaison_office=1.0),
        HOSTILE: asking(case, HOSTILE, liaison_office=1.0, spending_target=0.05, **more),
    }
    return replace(case, paths=paths)


@pytest.fixture(scope="module")
def row(case):
    """What is found for France."""
    return votes_in_study(case, "FRA", FUTURES)


def said(row, name="France"):
    """The text with every run of blanks as one."""
    return " ".join(" ".join(line for block in votes_text(row, name) for line in block).split())


def test_the_office_is_told_with_draft_chance_and_who_stands_in_the_way(case, row):
    text = said(row)
    vote = votes(case, "FRA", FUTURES)["office"][0]
    (change,) = vote.answer.changes

    assert "Liaison office in Tokyo: asked 1.00, in force 0.00 (office, " in text
    assert "First draft 1.00 (cannot be watered down); this government wants" in text
    assert f"lets it pass in {percent(vote.answer.chance)} of futures" in text
    assert (
        f"90 % if its wish that the alliance act in the Indo-Pacific were {change.value:.2f} "
        f"(now {change.now:.2f})."
    ) in text
    assert "Least willing of the others: Hungary " in text


def test_a_pledge_is_told_in_percent_of_gdp(row):
    assert "Spending pledge: asked 5.00 % of GDP, in force 2.00 % of GDP" in said(row)


def test_paths_that_ask_the_same_share_a_block_and_silent_ones_are_named(row):
    text = said(row)

    assert text.count("Liaison office in Tokyo") == 1
    assert "Nothing is asked by: status quo." in text


def test_stances_that_cannot_change_the_vote_are_told_with_the_nearest_chance(row):
    text = said(row)

    start = (
        "Whatever its wish that the alliance act in the Indo-Pacific (now 0.10; 0 to 1), it lets "
        "the draft pass in at least"
    )
    assert start in text
    told = text.split(start, 1)[1].split(". ")[0]
    assert told.endswith("of futures: nothing here makes it a likely veto")
    assert "over" not in told


def test_a_stance_that_cannot_win_a_doubtful_vote_is_told_so(row):
    change = {"stance": "spend_will", "now": 0.5, "target": 0.9, "value": None, "reached": 0.7}
    vote = row["paths"]["office"][0]
    vain = vote | {"answer": vote["answer"] | {"changes": [change]}}

    assert (
        "Whatever its will to spend on defence (now 0.50; 0 to 1), it lets the draft pass in at "
        "most 70 % of futures: nothing here makes it a likely yes."
    ) in said(row | {"paths": {"office": [vain]}})


def test_the_assent_of_all_members_is_told_and_what_this_one_adds(row):
    vote = row["paths"]["office"][0]
    answer = vote["answer"] | {"unopposed": 0.85, "unopposed_with": 0.86}
    text = said(row | {"paths": {"office": [vote | {"answer": answer}]}})

    assert (
        "All members let it pass in 85 % of futures (86 % if this government were certain to)."
    ) in text
    assert "The chance is for one draft at its first meeting" in text


def test_where_members_want_no_more_there_is_no_draft_to_vote_on():
    vote = {
        "item": "taiwan_text",
        "asked": 0.9,
        "in_force": 0.3,
        "divisible": True,
        "drafted": 0.0,
        "draft": None,
        "answer": None,
    }
    row = {"has_vote": True, "futures": 3, "administration": "", "paths": {"soft": [vote]}}

    assert "No draft goes beyond what holds: together the members want no more." in said(row)


def test_a_draft_that_only_some_futures_have_says_how_many(row):
    vote = next(iter(row["paths"]["office"])) | {"drafted": 0.5}
    some = row | {"paths": {"office": [vote]}}

    assert "of futures that have a draft, 50 % of all (" in said(some)


def test_a_path_name_cannot_steer_the_terminal(row):
    text = said(row)

    assert "\x1b" not in text
    assert "\\x1b[2Jmine" in text


@pytest.mark.parametrize("iso3", ["JPN", "CHN", "RUS", "TWN"])
def test_who_has_no_vote_is_told_so(case, iso3):
    row = votes_in_study(case, iso3, FUTURES)

    assert row == {"has_vote": False}
    assert "is not a member of the alliance and has no vote in its council" in said(row)


def test_the_united_states_are_asked_in_an_administration_that_is_named(case):
    assert "those of the kind alliance first" in said(votes_in_study(case, "USA", 1))


def test_no_more_futures_are_begun_than_the_study_has(case):
    assert votes_in_study(case, "FRA", 2)["futures"] == 2
    assert votes_in_study(case, "JPN", 2)["has_vote"] is False


def test_every_line_fits_the_screen(row):
    lines = [line for block in votes_text(row, "France") for line in block]

    assert max(map(len, lines)) <= WIDTH


def test_json_holds_every_vote_of_every_path(row):
    paths = json.loads(json.dumps(row, allow_nan=False))["paths"]

    assert paths["status_quo"] == []
    assert [vote["item"] for vote in paths["office"]] == ["liaison_office"]
    assert {vote["item"] for vote in paths[HOSTILE]} == {item.name.lower() for item in Agenda}
    for vote in paths[HOSTILE]:
        assert 0 <= vote["answer"]["chance"] <= 1
        assert len(vote["answer"]["least_willing"]) == 3
        assert vote["answer"]["changes"]


def test_every_stance_that_a_vote_rests_on_has_words(row):
    found = {
        change["stance"] for vote in row["paths"][HOSTILE] for change in vote["answer"]["changes"]
    }

    assert found == set(IN_A_SENTENCE)
    assert set(IN_A_SENTENCE) <= set(STANCES)
