"""What holds for one path holds for any path, and what changes nothing shows nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.analysis.compare import Verdict
from sim.analysis.measures import KEY, MEASURES
from sim.analysis.robust_sentences import robust_sentences
from sim.analysis.robustness import examine
from sim.experiment.matched import RUNNING
from sim.experiment.play import play
from sim.experiment.worlds import worlds_of
from sim.results.robust_screen import costs_text, robust_text
from sim.results.robust_tables import robust_tables
from sim.scenario.resolve import resolve

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FUTURES = 8
NAMES = ("status_quo", "symbolic_deployments", "burden_shifting")
ALIKE = ("burden_shifting", "brief_package")  # cost about as much
SWAP = {"symbolic_deployments": "burden_shifting", "burden_shifting": "symbolic_deployments"}


def examined(paths, names=()):
    case = resolve(SCENARIOS / "taiwan_2027.yaml")
    case = replace(case, paths=paths(case.paths), futures=FUTURES)
    worlds = worlds_of(case, SCENARIOS)
    kept = {name: world for name, world in worlds.items() if not names or name in names}
    return examine(play(case, FUTURES), MEASURES, KEY, kept, lambda text: None)


def chosen(paths):
    return {name: paths[name] for name in NAMES}


@pytest.fixture(scope="module")
def found():
    def with_a_twin(paths):
        twin = replace(paths["status_quo"], name="twin")
        return chosen(paths) | {name: paths[name] for name in ALIKE} | {"twin": twin}

    return examined(with_a_twin)


def comparisons(found):
    panels = [(result.panel.name, result.comparison) for result in found.panels]
    return panels + [(result.world, result.comparison) for result in found.worlds]


def test_a_path_equal_to_the_baseline_shows_no_difference_in_any_panel_or_world(found):
    verdicts = {
        (place, measure): row.verdict
        for place, comparison in comparisons(found)
        for (measure, path), row in comparison.differences.items()
        if path == "twin"
    }

    allowed = (Verdict.NO_DIFFERENCE, Verdict.NOT_COMPARABLE)
    assert len({place for place, _ in verdicts}) == 11 + 6
    assert [key for key, verdict in verdicts.items() if verdict not in allowed] == []


def test_a_path_equal_to_the_baseline_has_no_price_and_no_case(found):
    twin = next(row for row in found.best if row.path == "twin")

    assert found.prices["twin"].cost is None
    assert twin.difference is None
    assert all("twin" not in equal.matches for equal in found.equal)


@pytest.mark.parametrize("world", ["w1_", "w2_", "w3_", "w4_", "w5_"])
def test_a_world_other_than_the_central_one_changes_something(found, world):
    def levels(start):
        return [
            summary.mean
            for result in found.worlds
            if result.world.startswith(start)
            for summary in result.comparison.summaries.values()
        ]

    assert levels(world) != levels("central")


def test_a_fixed_date_leaves_nothing_to_deter(found):
    for result in found.panels:
        scored = ("p_force", "burden_shifting") in result.comparison.differences
        assert scored == (result.panel.name == "decides")


def test_history_before_the_crisis_is_the_same_whatever_the_date(found):
    ends = {
        result.comparison.summaries["margin_land_low", "status_quo"].n
        for result in found.panels
        if result.panel.fixed
    }

    assert ends == {FUTURES}


def test_equal_cost_means_equal_cost(found):
    equal = found.equal[0]
    costs = [match.cost for match in equal.matches.values()]

    assert set(equal.matches) == set(ALIKE)
    assert costs == pytest.approx([equal.target] * len(costs), rel=0.05)


def test_ships_stand_beside_money_at_equal_cost(found):
    assert all(
        ("ship_years", path) in result.comparison.differences
        for equal in found.equal
        for result in equal.panels
        for path in ALIKE
    )
    assert "at equal cost: extra ships in" in costs_text(found, MEASURES)


def with_ships(found, ships):
    """The same, with so many extra ship-years on every path at equal cost, by panel."""
    (equal,) = found.equal
    panels = [changed(result, ships[result.panel.name]) for result in equal.panels]
    return replace(found, equal=(replace(equal, panels=tuple(panels)),))


def changed(result, ships):
    rows = {
        key: replace(row, mean=ships, low=ships, high=ships, verdict=Verdict.DIFFERENT)
        for key, row in result.comparison.differences.items()
        if key[0] == "ship_years"
    }
    differences = result.comparison.differences | rows
    return replace(result, comparison=replace(result.comparison, differences=differences))


@pytest.mark.parametrize("turn", [1, -1])
def test_ships_at_equal_cost_are_those_of_the_own_panel_which_is_named(found, turn):
    """In whatever order the panels stand."""
    (equal,) = found.equal
    turned_round = replace(found, equal=(replace(equal, panels=equal.panels[::turn]),))
    text = costs_text(with_ships(turned_round, {"decides": 111, "fixed_2027": 222}), MEASURES)
    row = text[text.index("at equal cost: extra ships") :]

    assert "+222" in row
    assert "+111" not in text
    assert "[invasion fixed in 2027]" in " ".join(row.split())


def test_ships_are_shown_where_no_key_measure_is_read_in_the_own_panel():
    case = resolve(SCENARIOS / "no_contingency.yaml")
    paths = {name: case.paths[name] for name in ("status_quo", *ALIKE)}
    case = replace(case, paths=paths, futures=FUTURES)
    worlds = {case.world: case}
    found = examine(play(case, FUTURES), MEASURES, KEY, worlds, lambda text: None)
    text = costs_text(found, MEASURES)

    assert [result.panel.own for result in found.equal[0].panels] == [False, False, True]
    assert "[no contingency]" in " ".join(text[text.index("cost: extra ships") :].split())


def test_a_dash_among_the_costs_is_explained(found):
    title, grid = costs_text(found, MEASURES).split("\n\n")

    assert any(line.split()[-1] == "-" or " - " in line for line in grid.splitlines()[2:])
    assert "- no cost to divide by or none near enough to match" in " ".join(title.split())


def test_presence_is_charged_its_running_cost_and_said_to_stand_alone(found):
    text = " ".join(costs_text(found, MEASURES).split())
    price = found.prices["symbolic_deployments"]

    assert price.cost.basis == RUNNING
    assert "cannot be told from zero with 8 futures, so that running cost is counted" in text
    assert "Symbolic deployments stands beside no path at equal cost" in text


def test_every_war_has_a_loss_of_its_own(found):
    row = next(row for row in found.break_evens if row.losses)

    assert row.losses["invasion"] > row.losses["blockade"] > row.losses["quarantine"] > 0


def test_every_table_has_as_many_cells_in_a_row_as_columns(found):
    for name, table in robust_tables(found, MEASURES):
        rows = list(table.rows)
        assert {len(row) for row in rows} == {len(table.header)}, name


def test_what_a_fixed_date_decides_says_so_in_the_table(found):
    table = dict(robust_tables(found, MEASURES))["panels.csv"]
    rows = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    said = {row["panel"] for row in rows if row["verdict"] == "fixed by scenario"}

    assert said == {row["panel"] for row in rows} - {"decides"}


def test_nothing_is_wider_than_a_hundred_columns(found):
    assert max(len(line) for line in robust_text(found, MEASURES).splitlines()) <= 100


def test_the_text_shows_three_panels_names_the_worlds_and_says_what_cannot_show(found):
    text = " ".join(robust_text(found, MEASURES).split())

    assert all(words in text for words in ("China decides", "fixed in 2027 *", "no contingency"))
    assert "deterrence cannot show here" in text
    assert "Worlds are not votes" in text
    assert "w4 = decoupling" in text


def test_relabelling_the_paths_swaps_the_names_and_changes_nothing_else():
    def renamed(paths):
        kept = chosen(paths)
        return {SWAP.get(n, n): replace(path, name=SWAP.get(n, n)) for n, path in kept.items()}

    plain = examined(chosen, ("central",))
    swapped = examined(renamed, ("central",))

    assert swapped.losing == SWAP.get(plain.losing, plain.losing)
    assert [turned(text) for text in robust_sentences(plain, MEASURES)] == robust_sentences(
        swapped, MEASURES
    )


def turned(text):
    """The text with the two names exchanged."""
    one, other = "symbolic deployments", "burden shifting"
    text = text.replace(one, "\0").replace(other, one).replace("\0", other)
    one, other = one.capitalize(), other.capitalize()
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def test_one_path_alone_leaves_nothing_to_examine():
    assert examined(lambda p: {"status_quo": p["status_quo"]}) is None
