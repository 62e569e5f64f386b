"""Does the reference study come out the same when it is played again?

It is renewed by one command, in a commit that says what moved and why:
`sim run scenarios/taiwan_2027.yaml --futures 40 --out results/reference`; the new folder then takes
the name `results/reference/taiwan_2027`.
"""

from pathlib import Path

import pytest

from sim.cli.playing import play_again
from sim.results.repeat import case_of, check_same_tables, whole_study

REFERENCE = Path(__file__).parents[2] / "results" / "reference" / "taiwan_2027"


def test_the_reference_study_is_whole():
    assert whole_study(REFERENCE).manifest["futures"] == 40


@pytest.mark.slow
def test_the_reference_study_is_played_again_to_the_last_digit(tmp_path):
    study = whole_study(REFERENCE)

    again = play_again(study, case_of(study), tmp_path, quiet=True)

    assert check_same_tables(study, again) > 10
