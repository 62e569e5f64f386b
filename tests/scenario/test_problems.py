"""Are problems told in one order, each once, and with the names that are nearest?"""

import random

from sim.scenario.problems import Problem, ScenarioError, did_you_mean, nearest

MANY = [f"name_{number:02}" for number in range(30)]


def test_problems_stand_by_place_and_at_one_place_as_they_were_found() -> None:
    keys = ["title", "question", "paths", "world", "start", "end", "seed", "futures"]
    first = [Problem("a.yaml", 1, 1, key, "missing") for key in keys]
    later = [Problem("a.yaml", line, 1, "x", "wrong") for line in range(2, 9)]
    shuffled = [*later]
    random.Random(1).shuffle(shuffled)

    told = ScenarioError([*shuffled, *first, *first]).problems

    assert told == first + later


def test_a_few_names_are_listed_in_full_as_they_stand() -> None:
    assert did_you_mean("quite_other", MANY[:20]) == "known: " + ", ".join(MANY[:20])


def test_of_many_names_the_nearest_come_first_and_then_the_way_to_all() -> None:
    names = [*MANY, "presence_ships_there"]

    hint = did_you_mean("ships", names, see="sim show names")

    assert hint == "nearest: presence_ships_there; sim show names lists all"


def test_where_no_name_is_like_it_none_is_made_up() -> None:
    assert did_you_mean("qqqqqq", MANY, see="sim show names") == "sim show names lists all"
    assert did_you_mean("qqqqqq", MANY) == "nothing here is like it"
    assert did_you_mean("qqqqqq", []) == "none are known here"


def test_another_name_wins_over_a_name_that_looks_alike() -> None:
    also = {"ger": ("DEU",), "p45": ("one", "other")}

    assert did_you_mean("GER", ["GRC", "DEU"], also) == "did you mean 'DEU'?"
    assert did_you_mean("P45", ["one", "other"], also) == "did you mean 'one' or 'other'?"


def test_a_slip_in_a_short_code_is_taken_for_a_code_as_long() -> None:
    assert nearest("DUE", ["DE", "DEU"]) == "DEU"
    assert nearest("US", ["AUS"]) == "AUS"
