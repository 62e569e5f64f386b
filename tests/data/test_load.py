"""Do the loaders take good tables and refuse bad ones in words a person can use?"""

from pathlib import Path

import pytest

from sim.data.load import (
    DataError,
    load_countries,
    load_facts,
    load_levers,
    load_parameters,
    load_sources,
)

PARAMETER = {
    "id": "P2",
    "meaning": "Hardening after an invasion.",
    "unit": "points of a 0-1 stance",
    "period": "none",
    "role": "uncertainty",
    "prior": "{form: truncated_normal, mean: 0.12, sd: 0.06, low: 0, high: 1}",
    "range": "[0.05, 0.25]",
    "basis": "estimated",
    "sources": "[NATO24]",
    "grade": "C",
    "note": "Size uncertain.",
}
LEVER = {
    "meaning": "Spending goal.",
    "unit": "share of GDP",
    "low": "0.015",
    "high": "0.05",
    "value_2024": "0.02",
    "at_zero": "No goal.",
    "at_2024": "2 % of GDP.",
    "at_one": "5 % of GDP.",
    "price": "The spending itself.",
    "sources": "[NATO24]",
    "basis": "measured",
    "note": "None.",
}
HEADER = "country,fact,value,unit,year,source,grade,sd,note"


def yaml_table(folder: Path, name: str, row: dict[str, str], **changes: str | None) -> Path:
    fields = {key: text for key, text in (row | changes).items() if text is not None}
    file = folder / f"{name}.yaml"
    lines = [f"  {key}: {text}" for key, text in fields.items()]
    file.write_text("\n".join([f"the_{name}:", *lines]), encoding="utf-8")
    return file


def fact_table(folder: Path, *lines: str) -> Path:
    file = folder / "facts.csv"
    file.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    return file


def test_a_good_parameter_is_read_with_its_prior(tmp_path):
    found = load_parameters(yaml_table(tmp_path, "parameter", PARAMETER))["the_parameter"]

    assert found.prior.form == "truncated_normal"
    assert (found.prior.a, found.prior.b, found.prior.low, found.prior.high) == (0.12, 0.06, 0, 1)
    assert (found.id, found.range, found.sources) == ("P2", (0.05, 0.25), ("NATO24",))


@pytest.mark.parametrize(
    ("prior", "shape"),
    [
        ("{form: normal, mean: 0.1, sd: 0.2}", (0.1, 0.2)),
        ("{form: lognormal, median: 0.2, ln_sd: 0.5}", (0.2, 0.5)),
        ("{form: beta, a: 1, b: 9}", (1.0, 9.0)),
        ("{form: constant, value: 0.1}", (0.1, 0.0)),
    ],
)
def test_each_form_of_prior_fills_its_two_numbers(tmp_path, prior, shape):
    found = load_parameters(yaml_table(tmp_path, "parameter", PARAMETER, prior=prior))

    assert (found["the_parameter"].prior.a, found["the_parameter"].prior.b) == shape


def test_a_uniform_prior_is_its_two_ends(tmp_path):
    file = yaml_table(
        tmp_path, "parameter", PARAMETER, prior="{form: uniform, low: 0.1, high: 0.2}"
    )

    prior = load_parameters(file)["the_parameter"].prior

    assert (prior.low, prior.high, prior.centre) == (0.1, 0.2, pytest.approx(0.15))


@pytest.mark.parametrize(("stated", "domain"), [(None, "nonnegative"), ("share", "share")])
def test_a_domain_is_that_of_the_row_or_follows_from_unit_and_prior(tmp_path, stated, domain):
    found = load_parameters(yaml_table(tmp_path, "parameter", PARAMETER, domain=stated))

    assert found["the_parameter"].domain == domain


def test_an_assumption_may_stand_without_source_and_grade(tmp_path):
    file = yaml_table(
        tmp_path, "parameter", PARAMETER, basis="assumption", sources="[]", grade=None
    )

    found = load_parameters(file)["the_parameter"]

    assert (found.sources, found.grade) == ((), "C")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"unit": None}, "'unit' is missing"),
        ({"basis": None}, "'basis' is missing"),
        ({"basis": "hearsay"}, "basis must be one of"),
        ({"sources": None}, "no source is named"),
        ({"sources": "[NATO42]"}, r"not a key of sources.yaml. Did you mean 'NATO"),
        ({"period": "month"}, "period must be one of"),
        ({"role": "lever"}, "role must be one of"),
        ({"range": "[0.2, 0.1]"}, "outside its range|runs downwards"),
        ({"range": "0.2"}, "range must be"),
        ({"prior": "{form: gaussian, mean: 1}"}, "prior needs a form"),
        ({"prior": "{form: normal, mean: 0.1}"}, "'sd' is missing"),
        ({"prior": "{form: normal, mean: 0.1, sd: 0}"}, "not a distribution"),
        ({"prior": "{form: normal, mean: 0.1, ds: 1, sd: 1}"}, "unknown field 'ds'"),
        ({"prior": "{form: constant, value: 7}"}, "outside its range"),
        ({"domain": "shares"}, "domain must be one of any, nonnegative, positive"),
        ({"domain": "positive"}, "range or prior leaves the domain 'positive'"),
        ({"domain": "share", "range": "[0.05, 25]"}, "leaves the domain 'share', in which 0 to 1"),
        ({"meening": "x"}, "Did you mean 'meaning'"),
    ],
)
def test_a_bad_parameter_is_refused_by_file_and_row(tmp_path, changes, message):
    file = yaml_table(tmp_path, "parameter", PARAMETER, **changes)

    with pytest.raises(DataError, match=message) as problem:
        load_parameters(file)

    assert "parameter.yaml, row 'the_parameter'" in str(problem.value)


def test_a_good_lever_is_read(tmp_path):
    found = load_levers(yaml_table(tmp_path, "lever", LEVER))["the_lever"]

    assert (found.low, found.value_2024, found.high) == (0.015, 0.02, 0.05)
    assert found.at_one == "5 % of GDP."


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"unit": None}, "'unit' is missing"),
        ({"basis": None}, "'basis' is missing"),
        ({"price": None}, "'price' is missing"),
        ({"sources": "[]"}, "no source is named"),
        ({"value_2024": "0.9"}, "between low and high"),
        ({"low": "little"}, "low must be a number"),
    ],
)
def test_a_bad_lever_is_refused_by_file_and_row(tmp_path, changes, message):
    file = yaml_table(tmp_path, "lever", LEVER, **changes)

    with pytest.raises(DataError, match=message) as problem:
        load_levers(file)

    assert "lever.yaml, row 'the_lever'" in str(problem.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("LTU,population_m,2.8,,2024,NATO24,A,,", "unit is missing"),
        ("LTU,population_m,,million,2024,NATO24,A,,", "value must be a number"),
        ("LTU,population_m,nan,million,2024,NATO24,A,,", "value must be a number"),
        ("LTU,population_m,2.8,million,,NATO24,A,,", "year must be a number"),
        ("LTU,population_m,2.8,million,2024,,A,,", "source is missing"),
        ("LTU,population_m,2.8,million,2024,NATO,A,,", "not a key"),
        ("LTU,population_m,2.8,million,2024,NATO24,D,,", "grade must be one of"),
        ("LTU,population_m,2.8,million,2024,NATO24,A", "found 7 cells, expected 9"),
    ],
)
def test_a_bad_fact_is_refused_by_file_and_line(tmp_path, line, message):
    file = fact_table(tmp_path, line)

    with pytest.raises(DataError, match=message) as problem:
        load_facts(file)

    assert "facts.csv, line 2" in str(problem.value)


def test_the_same_fact_twice_is_refused(tmp_path):
    line = "LTU,population_m,2.8,million,2024,NATO24,A,,"

    with pytest.raises(DataError, match="line 3.*earlier row"):
        load_facts(fact_table(tmp_path, line, line))


def test_other_columns_are_refused(tmp_path):
    file = tmp_path / "facts.csv"
    file.write_text("country,value\nLTU,1\n", encoding="utf-8")

    with pytest.raises(DataError, match="columns must be"):
        load_facts(file)


def test_a_table_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(DataError, match="nothing.yaml: cannot be read"):
        load_parameters(tmp_path / "nothing.yaml")


def test_a_key_given_twice_is_refused(tmp_path):
    file = tmp_path / "parameters.yaml"
    file.write_text("a: {unit: x, unit: y}\n", encoding="utf-8")

    with pytest.raises(DataError, match="'unit' stands twice"):
        load_parameters(file)


def test_facts_give_the_latest_row_not_after_the_year(tmp_path):
    rows = [f"LTU,population_m,{y - 2000},million,{y},NATO24,A,," for y in (2014, 2022, 2018)]
    facts = load_facts(fact_table(tmp_path, *rows))

    assert facts.value("LTU", "population_m") == 22
    assert facts.value("LTU", "population_m", 2020) == 18
    assert facts.value("LTU", "population_m", 2010) == 14


def test_an_unknown_fact_is_refused_with_the_nearest_name(tmp_path):
    facts = load_facts(fact_table(tmp_path, "LTU,population_m,2.8,million,2024,NATO24,A,,"))

    with pytest.raises(DataError, match="Did you mean 'population_m'"):
        facts.get("LTU", "popolation_m")


def test_the_roster_stands_in_order_of_play():
    roster = load_countries()
    groups = [country.group for country in roster.values()]

    assert len(roster) == 39
    assert groups == ["nato"] * 31 + ["us"] + ["ap4"] * 4 + ["china", "russia", "taiwan"]
    assert list(roster)[:31] == sorted(list(roster)[:31])
    assert len({country.code for country in roster.values()}) == 39
    assert roster["LTU"].code == 440


def test_every_source_says_where_and_under_which_licence():
    sources = load_sources()

    assert {"NATO24", "CFR2024", "ASSUMPTION", "Johnson-Leeds 2011"} <= set(sources)
    assert all(s.where and s.licence and s.publisher for s in sources.values())
