"""Does every number of the model say who says so?"""

import pytest

from sim.data.load import load_levers, load_parameters, load_sources
from sim.model.priors import Form, prior_quantile

PARAMETERS = load_parameters()
LEVERS = load_levers()
SOURCES = load_sources()
each_parameter = pytest.mark.parametrize("name", list(PARAMETERS))
each_lever = pytest.mark.parametrize("name", list(LEVERS))


def median(prior):
    return prior_quantile(Form[prior.form.upper()], prior.a, prior.b, prior.low, prior.high, 0.5)


def test_every_parameter_of_the_evidence_is_there():
    ids = {row.id for row in PARAMETERS.values() if row.id}

    assert {f"P{n}" for n in range(1, 62)} <= ids


@each_parameter
def test_a_parameter_has_meaning_unit_basis_and_grade(name):
    row = PARAMETERS[name]

    assert row.meaning.endswith(".")
    assert row.unit
    assert row.basis in ("measured", "estimated", "elicited", "assumption")
    assert row.grade in ("A", "B", "C")


@each_parameter
def test_a_parameter_names_its_source_or_says_assumption(name):
    row = PARAMETERS[name]

    assert row.sources or row.basis == "assumption"
    assert set(row.sources) <= set(SOURCES)


@each_parameter
def test_a_parameter_tells_its_reader_why(name):
    assert len(PARAMETERS[name].note) >= 15


@each_parameter
def test_the_median_of_a_prior_lies_in_its_range(name):
    row = PARAMETERS[name]

    assert row.range[0] <= median(row.prior) <= row.range[1]


@each_parameter
def test_an_uncertainty_varies_and_the_others_do_not(name):
    row = PARAMETERS[name]

    assert (row.prior.form == "constant") == (row.role != "uncertainty")


@each_parameter
def test_a_number_that_nobody_published_is_not_graded_a(name):
    row = PARAMETERS[name]

    assert not (row.basis == "assumption" and row.grade == "A")


def test_the_chances_of_american_entry_add_up_to_one():
    cases = ("immediate", "days", "weeks", "never")
    shares = [PARAMETERS[f"us_entry_{case}_share"].prior.a for case in cases]

    assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("taiwan_major_force_rate", "P_VOX_FORECASTERS_2024"),
        ("taiwan_major_force_rate", "P_INFER_21"),
        ("russian_attack_rate", "P_METACULUS_21915"),
    ],
)
def test_the_forecasts_that_size_a_chance_of_war_are_cited(name, source):
    assert source in PARAMETERS[name].sources


def test_symbolic_presence_is_not_judged_in_advance():
    assert median(PARAMETERS["presence_deterrence_effect"].prior) == 0
    assert median(PARAMETERS["crowd_out_share"].prior) == 0


def test_the_levers_are_those_the_model_reads():
    assert {
        "spending_target",
        "joint_procurement",
        "industry_expansion",
        "contingency_planning",
        "european_enablers",
        "munitions_priority",
        "ukraine_aid",
        "indo_pacific_presence",
    } <= set(LEVERS)


@each_lever
def test_a_lever_says_what_its_ends_and_2024_mean(name):
    row = LEVERS[name]

    assert row.low <= row.value_2024 <= row.high
    assert all(text.endswith(".") for text in (row.meaning, row.at_zero, row.at_2024, row.at_one))


@each_lever
def test_a_lever_has_a_unit_a_price_and_a_source(name):
    row = LEVERS[name]

    assert row.unit
    assert row.price
    assert row.sources or row.basis == "assumption"
    assert set(row.sources) <= set(SOURCES)
