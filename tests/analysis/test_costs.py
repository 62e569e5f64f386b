"""A cost that cannot be told from zero is no divisor, and says so."""

import math

import pytest

from sim.analysis.compare import differ
from sim.analysis.cost_sentences import cost_sentences
from sim.analysis.costs import EqualCost, Price, Return
from sim.analysis.robustness import Robustness
from sim.experiment.matched import RUNNING, SPENDING, Match

NOISE = [-60.0, 80.0, -40.0, 60.0]
RUN = [9.0, 9.5, 8.5, 9.0]
TWO_PAIRS = ((("a", 1.0), ("b", 0.5)), (("c", 1.0), ("d", 0.5)))


def gap(name, values):
    return differ(name, "path", values, [0.0] * len(values), "neither")


def price(rest, running, path="path", room=2.0):
    spending = [a + b for a, b in zip(rest, running, strict=True)]
    return Price(
        path=path,
        extra=gap("spending_total", spending),
        spending=gap(SPENDING, spending),
        running=gap(RUNNING, running),
        rest=gap("rest", rest),
        ships=gap("ship_years", [0.0] * len(rest)),
        room=room,
    )


def returned(priced, effect):
    return Return(priced, None, gap("margin", effect))


def costing(path, amount, room=2.0):
    """A path whose cost is the same in every future."""
    return price([0.0] * 4, [amount] * 4, path, room)


def said(*priced, equal=()):
    by_path = {row.path: row for row in priced}
    found = Robustness((), (), (), by_path, (), equal, (), (), (), None, None)
    return " ".join(cost_sentences(found))


def test_all_spending_counts_where_it_goes_beyond_the_running_cost():
    cost = price([600.0, 650.0, 550.0, 600.0], RUN).cost

    assert (cost.basis, cost.amount) == (SPENDING, pytest.approx(609.0))


def test_the_running_cost_counts_where_the_rest_is_noise():
    priced = price(NOISE, RUN)

    assert (priced.cost.basis, priced.cost.amount) == (RUNNING, pytest.approx(9.0))
    assert "cannot be told from zero with 4 futures, so that running cost is counted" in said(
        priced
    )


def test_nothing_is_divided_by_a_cost_that_is_noise():
    priced = price([0.0] * 4, NOISE)

    assert priced.cost is None
    assert returned(priced, [1.0, 1.1, 0.9, 1.0]).per_10bn is None
    assert "its cost cannot be told from zero with 4 futures" in said(priced)


def test_a_saving_is_no_cost():
    assert price([-600.0, -650.0, -550.0, -600.0], [0.0] * 4).cost is None


def test_a_path_that_costs_next_to_nothing_has_no_effect_for_its_money():
    priced = price([0.0] * 4, [0.1, 0.11, 0.09, 0.1])

    assert priced.cost is None
    assert "costs less than 1 billion more" in said(priced)


def test_the_interval_for_ten_billion_is_wider_than_that_of_the_effect_alone():
    row = returned(price(NOISE, RUN), [0.9, 1.1, 1.0, 1.0])
    mean, low, high = row.per_10bn

    assert mean == pytest.approx(10 * row.difference.mean / 9)
    assert low < 10 * row.difference.low / 9 < mean < 10 * row.difference.high / 9 < high


def test_a_path_with_room_costs_more_at_the_end_of_its_first_lever():
    text = said(costing("path", 9.0), costing("other", 600.0))

    assert "it costs 9.0 billion, about 18 if its levers went on until the first reaches" in text


@pytest.mark.parametrize("room", [1.0, math.inf])
def test_nothing_is_said_about_going_further_where_no_lever_can(room):
    text = said(costing("path", 9.0, room), costing("other", 600.0, room))

    assert "it costs 9.0 billion; the nearest in cost, other, costs 600 billion." in text
    assert "about" not in text


def test_a_path_alone_is_not_said_to_be_too_far_from_a_near_one():
    """100 stands apart from 11, 9 and 8, though it would stay above a tenth of itself beside 11."""
    matches = {name: Match(name, 8 / cost, 8.0) for name, cost in (("b", 11), ("c", 9), ("d", 8))}
    priced = [costing("a", 100.0), *(costing(name, 8 / m.factor) for name, m in matches.items())]
    text = said(*priced, equal=(EqualCost(8.0, matches, ()),))

    assert "A stands beside no path at equal cost" in text
    assert "the nearest in cost, b, costs 11 billion" in text
    assert "Paths are parted where costs lie furthest apart" in text
    assert "To meet another" not in text


def test_a_path_with_no_other_to_match_is_compared_with_none():
    text = said(costing("path", 9.0))

    assert "No other path has a cost that can be matched." in text
    assert "nearest" not in text
    assert "parted" not in text


def test_two_groups_at_equal_cost_have_a_sentence_each_even_if_alike():
    groups = [{name: Match(name, f, 8.0) for name, f in pair} for pair in TWO_PAIRS]
    text = said(equal=tuple(EqualCost(8.0, matches, ()) for matches in groups))

    assert text.count("Equal cost:") == 2
