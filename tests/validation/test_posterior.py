"""Do scenarios draw what calibration left, and only where nothing stronger is said?"""

from dataclasses import replace

import numpy as np
import pytest

from sim.data.checks import DataError
from sim.data.load import Prior, load_parameters
from sim.data.posterior import (
    CALIBRATED,
    FOLDER,
    accepted_quantile,
    accepted_rank,
    accepted_values,
    load_posterior,
    posterior_rows,
)
from sim.experiment.joint import Joint
from sim.experiment.play import play
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.state import parameters_of
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve
from sim.validation.posterior_files import is_stale

NAMES, ROWS = posterior_rows()
TABLE = np.array(ROWS)


@pytest.fixture(scope="module")
def case():
    return resolve(shipped_folder() / "no_contingency.yaml")


def test_the_accepted_vectors_are_possible_values():
    rows = load_parameters()

    for name in NAMES:
        left, prior = load_posterior()[name], rows[name].prior
        assert left.low <= left.q05 <= left.median <= left.q95 <= left.high, name
        assert prior.low <= left.low, name
        assert left.high <= prior.high, name
        assert rows[name].role == "uncertainty", name


def test_every_future_takes_one_row_for_all_parameters_of_a_module(case):
    start = build_start(case)
    modules = {}
    for name, left in load_posterior().items():
        modules.setdefault(left.module, []).append(name)

    for future in range(5):
        p = parameters_of(start, 1, future)
        for names in modules.values():
            columns = [NAMES.index(name) for name in names]
            drawn = [getattr(p, name) for name in names]
            assert np.any(np.all(TABLE[:, columns] == drawn, axis=1)), names


def test_rows_are_taken_evenly_and_differ_by_module(case):
    futures = 400
    drawn = play(case, futures=futures).parameters
    spending, campaign = "pledge_gap_effect_before_shock", "hits_per_kill"
    ranks = [
        [accepted_rank(name, value) for value in drawn[name].tolist()]
        for name in (spending, campaign)
    ]

    assert np.mean(ranks[0]) == pytest.approx(0.5, abs=0.06)
    assert abs(np.corrcoef(ranks)[0, 1]) < 0.15


def test_both_engines_draw_the_same(case):
    start = build_start(case)
    _, compiled = ensemble.play(start, 3, 1)

    plain = parameters_of(start, 1, 3)

    assert compiled[0].tolist() == tuple(vars(plain).values())


def test_the_posterior_is_that_of_these_rules_figures_and_scenarios():
    """Where this fails, `sim calibrate` has to be run again, and its files committed."""
    assert not is_stale()


def test_two_files_of_different_calibrations_are_refused(tmp_path):
    for name in ("posterior.csv", "posterior.yaml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    assert posterior_rows(tmp_path)[0] == NAMES

    (tmp_path / "posterior.csv").write_text("a,b\n1,2\n")

    posterior_rows.cache_clear()
    with pytest.raises(DataError, match="not of one calibration"):
        posterior_rows(tmp_path)


def test_priors_can_be_asked_for(case):
    folder = shipped_folder() / "no_contingency.yaml"
    assert resolve(folder).beliefs == "posterior"
    assert case.parameters["hits_per_kill"].prior.form == CALIBRATED


def test_a_world_and_a_fixed_value_are_stronger(case):
    fixed = replace(case.parameters["hits_per_kill"], prior=Prior("constant", 2.5))
    told = replace(case, parameters=case.parameters | {"hits_per_kill": fixed})

    drawn = play(told, futures=20).parameters["hits_per_kill"]

    assert set(drawn.tolist()) == {2.5}


def test_a_world_that_speaks_of_a_calibrated_parameter_is_heard():
    case = resolve(shipped_folder() / "no_contingency.yaml")
    slow = resolve_in_world("w3_slow_shift")

    assert slow.parameters["fiscal_room_share"].prior.form == "beta"
    assert case.parameters["fiscal_room_share"].prior.form == CALIBRATED


def resolve_in_world(name):
    from sim.experiment.worlds import worlds_of

    folder = shipped_folder()
    return worlds_of(resolve(folder / "no_contingency.yaml"), folder)[name]


def test_a_design_plays_each_row_as_often_as_it_says(case):
    name = "reconstitution_years"
    joint = Joint(np.array([[4.0], [5.0], [6.0]]), {name: 0}, {name: "x"}, repeats=2)
    designed = replace(case.parameters[name], prior=Prior(CALIBRATED))
    own = {key: row for key, row in load_parameters().items()} | {name: designed}
    start = build_start(replace(case, parameters=own), joint=joint)

    found = [getattr(parameters_of(start, 1, future), name) for future in range(7)]

    assert found == [4.0, 4.0, 5.0, 5.0, 6.0, 6.0, 4.0]


def test_ranks_and_quantiles_of_what_was_accepted():
    values = accepted_values("reconstitution_years")

    assert accepted_quantile("reconstitution_years", 0.0) == values[0]
    assert accepted_quantile("reconstitution_years", 1.0) == values[-1]
    assert accepted_rank("reconstitution_years", values[0] - 1) == 0.0
    assert accepted_rank("reconstitution_years", values[-1] + 1) == 1.0
