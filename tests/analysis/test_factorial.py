"""Main effects and interactions come from eight paths, whatever their names."""

from dataclasses import replace
from itertools import combinations

import made_up
import numpy as np
import pytest

from sim.analysis.factorial import cells, effects

PARTS = ("ships", "money", "talks")
SIZES = {"ships": 0.1, "money": 0.3, "talks": -0.05}
MEASURES = {"margin_land_low": made_up.MEASURES["margin_land_low"]}


def eight(extra=0.0, leave_out=None):
    """An outcome of all combinations; `extra` comes when ships and money are together."""
    combos = [c for n in range(4) for c in combinations(PARTS, n)]
    names = {combo: "_and_".join(combo) or "status_quo" for combo in combos}
    outcome = made_up.made_up_outcome({name: 0.0 for name in names.values()}, futures=5)
    paths = {
        name: replace(outcome.case.paths[name], parts=combo if len(combo) > 1 else ())
        for combo, name in names.items()
        if name != leave_out
    }
    both = {"ships", "money"}
    gains = [sum(SIZES[p] for p in c) + extra * (both <= set(c)) for c in combos]
    values = np.array(gains)[:, None] + np.linspace(0, 1, 5)
    return replace(
        outcome,
        case=replace(outcome.case, paths=paths),
        measures={"margin_land_low": values},
    )


def test_parts_that_add_up_have_no_interaction():
    found = {e.term: e.difference.mean for e in effects(eight(), MEASURES)}

    assert found[("ships",)] == pytest.approx(0.1)
    assert found[("money",)] == pytest.approx(0.3)
    assert found[("money", "ships")] == pytest.approx(0)


def test_parts_that_help_each_other_interact():
    found = {e.term: e.difference.mean for e in effects(eight(extra=0.2), MEASURES)}

    assert found[("money", "ships")] == pytest.approx(0.1)
    assert found[("money", "ships", "talks")] == pytest.approx(0)


def test_without_all_eight_paths_nothing_is_said():
    assert cells(eight(leave_out="ships_and_talks").case) == {}
    assert effects(eight(leave_out="ships_and_talks"), MEASURES) == []
