"""Sentences follow from numbers, never from a path's name."""

import made_up
import pytest

from sim.analysis.compare import compare
from sim.analysis.not_yet import NOT_YET, not_yet_sentence
from sim.analysis.sentences import sentences

SWAP = {"burden_shifting": "symbolic_deployments", "symbolic_deployments": "burden_shifting"}


def spoken(effects, kind="invasion"):
    outcome = made_up.made_up_outcome(effects)
    return sentences(compare(outcome, made_up.MEASURES), made_up.MEASURES, kind)


def test_renaming_the_paths_swaps_names_and_nothing_else():
    as_shipped = spoken(made_up.EFFECTS)
    renamed = spoken({SWAP.get(name, name): size for name, size in made_up.EFFECTS.items()})

    swapped = [
        text.replace("burden shifting", "\0")
        .replace("symbolic deployments", "burden shifting")
        .replace("\0", "symbolic deployments")
        for text in as_shipped
    ]

    assert list(renamed) == swapped
    assert list(renamed) != list(as_shipped)


def test_the_path_that_gains_most_is_named_whatever_it_is_called():
    europe = spoken({"status_quo": 0.0, "zebra": 0.4, "burden_shifting": 0.01})[0]

    assert "zebra" in europe


def test_a_loss_is_told_beside_a_gain():
    assert "The largest the other way is symbolic deployments" in spoken(made_up.EFFECTS)[0]


def test_a_fixed_date_says_that_deterrence_cannot_show():
    last = spoken(made_up.EFFECTS)[-1]

    assert "if war comes, who copes?" in last
    assert "Deterrence cannot show here: the date is fixed by the scenario." in last


def test_without_a_war_nothing_is_said_about_a_fixed_date():
    assert "fixed" not in spoken(made_up.EFFECTS, kind="none")[-1]


def test_what_cannot_be_told_apart_is_named():
    outcome = made_up.made_up_outcome({"status_quo": 0.0, "a": 0.0})
    outcome.measures["p_china_wins"][1, ::2] += 0.01
    outcome.measures["p_china_wins"][1, 1::2] -= 0.01

    said = sentences(compare(outcome, made_up.MEASURES), made_up.MEASURES, "invasion")

    start = "Not distinguishable from status quo with 200 futures: a on"
    assert any(text.startswith(start) for text in said)


@pytest.mark.parametrize("kind", ["none", "invasion"])
def test_no_sentence_claims_to_know_the_future(kind):
    assert "predicts" not in " ".join(spoken(made_up.EFFECTS, kind))


def test_a_study_of_one_path_still_says_what_it_cannot_show():
    assert len(spoken({"status_quo": 0.0})) == 1


def test_everything_missing_is_named_in_one_place():
    assert all(part in not_yet_sentence() for part in NOT_YET)


def test_what_most_futures_never_reach_is_left_to_the_table():
    assert all("Years until" not in text for text in spoken(made_up.EFFECTS)[:1])


def test_what_no_path_changes_is_named():
    assert 'Exactly the same on every path: "Chance that China wins".' in spoken(made_up.EFFECTS)


def test_the_price_of_every_path_is_told():
    cost = next(text for text in spoken(made_up.EFFECTS) if text.startswith("Cost against"))

    assert all(name in cost for name in ("symbolic deployments", "burden shifting", "combined"))
