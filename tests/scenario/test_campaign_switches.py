"""Are the switches of a campaign read, and is each contradiction told in one clear message?"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sim.experiment.start import build_start
from sim.scenario.case_json import case_json, read_case_json
from sim.scenario.problems import ScenarioError
from sim.scenario.resolve import Case

CaseOf = Callable[[str], Case]
WAR = "contingency: {meaning: x, kind: invasion, opens: 2025Q2"
BLOCKADE = "contingency: {meaning: x, kind: blockade, opens: 2025Q2"
QUARANTINE = "contingency: {meaning: x, kind: quarantine, opens: 2025Q2"


def problems(case_of: CaseOf, text: str) -> str:
    with pytest.raises(ScenarioError) as raised:
        case_of(text)
    return str(raised.value)


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (f"{WAR}, us_intervenes: false, us_delay_days: 3}}", "us_delay_days", "never enters"),
        (f"{WAR}, us_intervenes: false, antiship_missiles: 450}}", "antiship", "never be fired"),
        (f"{WAR}, us_intervenes: false, mainland_strikes: true}}", "mainland_strikes", "struck"),
        (f"{WAR}, us_intervenes: false, japan_takes_part: true}}", "japan_takes_part", "fights"),
        (f"{WAR}, us_intervenes: false, partners_taking_part: [AUS]}}", "partners", "only beside"),
        (f"{WAR}, antiship_missiles: -1}}", "antiship_missiles", "at least 0"),
        (f"{WAR}, ship_leak_rate: 1.5}}", "ship_leak_rate", "at most 1"),
        (f"{WAR}, partners_taking_part: [AUZ]}}", "partners_taking_part", "AUS"),
        (f"{WAR}, partners_taking_part: [AUS, AUS]}}", "partners_taking_part[1]", "twice"),
        (
            f"{WAR}, japan_takes_part: true, japan_basing: false}}",
            "japan_takes_part",
            "gives bases",
        ),
        (f"{WAR}, china_level: 2}}", "china_level", "about a blockade"),
        (f"{BLOCKADE}, china_level: 5}}", "china_level", "at most 4"),
        (f"{BLOCKADE}, china_level: 0}}", "china_level", "at least 1"),
        (f"{BLOCKADE}, china_level: 2.5}}", "china_level", "whole"),
        (f"{BLOCKADE}, china_level: 1}}", "china_level", "is a quarantine"),
        (f"{BLOCKADE}, us_intervenes: false, coalition_level: 3}}", "coalition_level", "level 2"),
        (f"{BLOCKADE}, levels_may_rise: false, show_of_force: true}}", "show_of_force", "invasion"),
        (f"{QUARANTINE}, china_level: 2}}", "china_level", "it is a blockade"),
        (f"{BLOCKADE.replace('2025Q2', '2040Q1')}}}", "opens", "2035Q4"),
        ("contingency: {meaning: x, kind: none, merchants_sail: false}", "merchants_sail", "none"),
        (f"published_condition: invasion_bas\n{WAR}}}", "published_condition", "invasion_base"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_key(
    case_of: CaseOf, text: str, key: str, said: str
) -> None:
    told = problems(case_of, text)

    assert key in told
    assert said in told


def test_two_contradictions_are_told_in_one_pass(case_of: CaseOf) -> None:
    told = problems(
        case_of,
        f"{BLOCKADE}, levels_may_rise: false, taiwan_resists: false, antiship_missiles: 1}}",
    )

    assert "taiwan_resists" in told
    assert "antiship_missiles" in told


@pytest.mark.parametrize("partners", [None, (), ("AUS", "NZL")])
def test_who_takes_part_comes_back_from_a_file(case_of: CaseOf, partners: object) -> None:
    case = case_of(f"{WAR}}}")
    case = replace(case, contingency=replace(case.contingency, partners_taking_part=partners))

    assert read_case_json(case_json(case)) == case


def test_what_the_scenario_fixes_reaches_the_records_and_the_rest_is_open(case_of: CaseOf) -> None:
    fixed = "antiship_missiles: 300, ship_leak_rate: 0.2, show_of_force: false"
    start = build_start(case_of(f"{WAR}, {fixed}, partners_taking_part: [AUS]}}"))
    campaign = start.campaign[0]

    assert (campaign["antiship_choice"], campaign["leak_choice"]) == (300.0, 0.2)
    assert (campaign["show_choice"], campaign["at_sea_choice"]) == (0.0, -1.0)
    chosen = dict(zip(start.iso3, start.countries[0]["fights_choice"].tolist(), strict=True))
    assert [chosen[iso3] for iso3 in ("AUS", "KOR", "NZL", "JPN")] == [1, 0, 0, -1]
