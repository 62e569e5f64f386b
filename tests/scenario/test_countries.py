"""Is a country known by its other names, and its code named where a code is wanted?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.data.country_names import OTHER_NAMES, country_names
from sim.data.load import load_countries
from sim.scenario.library import shipped_folder
from sim.scenario.problems import Problem

ProblemsOf = Callable[[str], list[Problem]]

SCENARIO = str((shipped_folder() or Path()) / "taiwan_2027.yaml")
OTHERWISE = [
    ("GER", "DEU"),
    ("Germany", "DEU"),
    ("germny", "DEU"),
    ("UK", "GBR"),
    ("United Kingdom", "GBR"),
    ("Turkey", "TUR"),
    ("Türkiye", "TUR"),
    ("NO", "NOR"),
]
MEANT = [*OTHERWISE, ("deu", "DEU")]


def test_every_country_has_a_two_letter_code_and_no_name_has_two_countries() -> None:
    named = [name.lower() for names in OTHER_NAMES.values() for name in names]
    roster = load_countries()
    named += [word.lower() for country in roster.values() for word in (country.iso3, country.name)]

    assert OTHER_NAMES.keys() == roster.keys()
    assert {len(names[0]) for names in OTHER_NAMES.values()} == {2}
    assert len(named) == len(set(named)) == len(country_names())


def _presence(codes: str) -> str:
    lever = f"{{timetable: {{2026: 0.5}}, basis: assumption, countries: [{codes}]}}"
    levers = f"levers: {{indo_pacific_presence: {lever}}}"
    return f"paths: {{status_quo: , mine: {{meaning: x, {levers}}}}}"


@pytest.mark.parametrize(("written", "code"), MEANT)
@pytest.mark.parametrize("text", ["swings: {%s: {china_hardness: 0.1}}", _presence("%s")])
def test_a_country_by_another_name_is_hinted_at_by_its_code(
    problems_of: ProblemsOf, text: str, written: str, code: str
) -> None:
    (problem,) = problems_of(text % written)

    assert problem.message.endswith(
        f"'{written}' (three-letter codes are expected); did you mean '{code}'?"
    )


@pytest.mark.parametrize(("written", "code"), [*OTHERWISE, ("US", "USA"), ("South Korea", "KOR")])
def test_the_country_of_a_trace_is_hinted_at_alike(
    capsys: pytest.CaptureFixture[str], written: str, code: str
) -> None:
    assert main(["trace", SCENARIO, "--country", written]) == 2
    assert f"did you mean '{code}'?" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["GER", "uk", "Turkey", "Holland", "U.S."])
def test_a_country_is_shown_by_another_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code = {other.lower(): code for other, code in country_names().items()}[name.lower()]

    assert main(["show", "country", name]) == 0
    assert f"({code})" in capsys.readouterr().out.split("\n")[0]


def test_a_country_that_may_not_stand_there_is_told_with_those_that_may(
    problems_of: ProblemsOf,
) -> None:
    partner, ours = problems_of(_presence("JPN, US"))
    allowed = "one of the allies whose deployments a path sets; allowed: NATO's members but the Un"

    assert partner.message.startswith(f"JPN is not {allowed}")
    assert f"did you mean 'USA'? USA is not {allowed}" in ours.message


def test_the_united_states_by_another_name_are_told_what_to_use(problems_of: ProblemsOf) -> None:
    (problem,) = problems_of("swings: {US: {china_hardness: 0.1}}")

    assert "did you mean 'USA'? the stances of the United States change" in problem.message
    assert "use us_retrenchment" in problem.message


@pytest.mark.parametrize("text", ["swings: {QQQ: {china_hardness: 0.1}}", _presence("QQQ")])
def test_a_country_that_is_like_none_is_told_where_all_are_listed(
    problems_of: ProblemsOf, text: str
) -> None:
    (problem,) = problems_of(text)

    assert problem.message.endswith("codes are expected); sim show countries lists all")
