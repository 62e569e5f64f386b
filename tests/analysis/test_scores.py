"""Only what applies is scored, and broken runs are seen."""

from dataclasses import replace

import made_up
import numpy as np

from sim.analysis.scores import applicable, failed_runs


def test_a_measure_of_war_is_left_out_where_no_war_opens():
    case = made_up.made_up_case()
    peace = replace(case, contingency=replace(case.contingency, kind="none", opens=None))
    war_only = replace(made_up.MEASURES["p_china_wins"], needs_contingency=True)
    measures = made_up.MEASURES | {"p_china_wins": war_only}

    assert "p_china_wins" in applicable(measures, case)
    assert "p_china_wins" not in applicable(measures, peace)


def test_a_run_with_an_infinite_score_has_failed_once():
    assert failed_runs({"a": np.array([[np.inf, 1.0]]), "b": np.array([[np.inf, np.nan]])}) == 1
