"""A cost that cannot be told from zero is no divisor, and says so."""

import pytest

from sim.analysis.compare import differ
from sim.analysis.cost_sentences import cost_sentences
from sim.analysis.costs import Price, Return
from sim.analysis.robustness import Robustness
from sim.experiment.matched import RUNNING, SPENDING

NOISE = [-60.0, 80.0, -40.0, 60.0]
RUN = [9.0, 9.5, 8.5, 9.0]


def gap(name, values):
    return differ(name, "path", values, [0.0] * len(values), "neither")


def price(rest, running):
    spending = [a + b for a, b in zip(rest, running, strict=True)]
    return Price(
        path="path",
        extra=gap("spending_total", spending),
        spending=gap(SPENDING, spending),
        running=gap(RUNNING, running),
        rest=gap("rest", rest),
        ships=gap("ship_years", [0.0] * len(rest)),
        room=2.0,
    )


def returned(priced, effect):
    return Return(priced, None, gap("margin", effect))


def said(priced):
    found = Robustness((), (), (), {"path": priced}, (), (), (), (), (), None, None)
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
