"""Can every row of the brief's argument be read in a trace, and moved by a lever?

One path uses the levers of a row, the other keeps those of 2024; both meet the same future. The
last test sets every effect to zero whose sign no study settles: then words, presence and talks move
nothing in what China may do.
"""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from sim.data.load import load_parameters
from sim.experiment.start import build_start
from sim.model.reference import Wargame
from sim.scenario.resolve import resolve
from sim.trace.story import tell
from sim.trace.watch import watch
from tests.trace.conftest import with_levers

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FUTURE = 17


class Row(NamedTuple):
    """A row of the argument.

    Attributes:
        levers: what moves it, with values.
        kind: the kind of event that tells it.
        words: what the event says or gives as a reason.
        moved: a field of the ledger that the levers move.
        scenario: where it shows.
    """

    levers: dict[str, float]
    kind: str
    words: str
    moved: str
    scenario: str = "taiwan_endogenous"


ROWS = {
    "wording on Taiwan": Row({"taiwan_statements": 0.9}, "council", "Text on Taiwan", "p_crisis"),
    "links with the four partners": Row(
        {"industrial_cooperation": 0.9}, "partners", "cooperation", "alignment_end"
    ),
    "a war draws US forces away": Row(
        {"european_enablers": 0.9}, "draw", "heavy ground", "margin_land_low", "taiwan_2027"
    ),
    "supply chains": Row(
        {"sanctions_precommitment": 0.9},
        "shock",
        "chips and other goods from Taiwan",
        "p_european_sanctions",
        "taiwan_2027",
    ),
    "signals to China": Row(
        {"indo_pacific_presence": 0.9}, "china", "presence beyond that of 2024", "p_force"
    ),
    "divisions in the council": Row(
        {"liaison_office": 1.0}, "council", "Liaison office in Tokyo", "perceived_split_end"
    ),
    "coercion of single states": Row(
        {"coercion_cooperation": 0.9}, "coercion", "cooperation spares it", "coercion_total"
    ),
    "forces spread thin": Row(
        {"indo_pacific_presence": 0.9}, "presence", "ships", "margin_airsea_end"
    ),
    "burden-shifting": Row({"spending_target": 0.035}, "budget", "gap to the pledge", "p_attack"),
    "cooperation that costs few forces": Row(
        {"cyber_cooperation": 0.9}, "council", "Cyber cooperation", "spending_total"
    ),
    "the Chinese narrative": Row(
        {"indo_pacific_presence": 0.9}, "narrative", "China's own effort", "narrative_end"
    ),
    "the pledge not to enlarge": Row(
        {"no_enlargement_pledge": 0.9}, "narrative", "no-enlargement pledge", "reception_end"
    ),
    "talks with Chinese officials": Row(
        {"china_dialogue": 0.9}, "narrative", "talks with Chinese officials", "narrative_end"
    ),
}
CONTESTED = (
    "presence_deterrence_effect",
    "pledge_deterrence_effect",
    "presence_narrative_effect",
    "office_narrative_effect",
    "texts_narrative_effect",
    "pledge_narrative_effect",
    "dialogue_narrative_effect",
    "presence_alignment_effect",
    "office_alignment_effect",
    "pledge_alignment_effect",
    "presence_reception_effect",
    "crowd_out_share",
    "strain_effect",
    "posture_elasticity",
)


def case_with(row: Row):
    """The row's scenario with a path that uses its levers."""
    case = resolve(SCENARIOS / f"{row.scenario}.yaml")
    alone = replace(case, paths={"status_quo": case.paths["status_quo"]})
    return with_levers(alone, "row", row.levers)


def said_by(event) -> str:
    """Everything that an event says."""
    return " ".join([event.text, *(reason.name for reason in event.reasons)])


@pytest.mark.parametrize("name", ROWS)
def test_a_row_of_the_argument_is_told_and_moved_by_a_lever(name):
    row = ROWS[name]
    case = case_with(row)

    watched = watch(case, "row", FUTURE)
    told = [said_by(event) for event in tell(watched).events if event.kind == row.kind]
    still = Wargame(build_start(case), "status_quo", FUTURE).play()
    moved = Wargame(build_start(case), "row", FUTURE).play()

    assert any(row.words in text for text in told), told[:3]
    assert getattr(moved.ledger, row.moved) != getattr(still.ledger, row.moved)


@pytest.mark.parametrize("name", CONTESTED)
def test_an_effect_without_a_settled_sign_may_have_either(name):
    prior = load_parameters()[name].prior

    assert prior.form == "normal"
    assert abs(prior.a) < prior.b


@pytest.mark.parametrize("name", ["cooperation_alignment_effect", "cyber_resilience_effect"])
def test_the_benefit_of_cooperation_may_be_nothing(name):
    assert load_parameters()[name].prior.low == 0.0
