"""Is everything that can be wrong in a scenario told, with its place and what is allowed?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.scenario.problems import Problem
from sim.scenario.resolve import Case

Told = Callable[[str], str]

INLINE = """\
paths:
  status_quo:
  mine:
    meaning: A path.
    levers:
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("futures: 1e9", "futures: found 1e9; at most 1,000,000 is allowed"),
        ("futures: 0", "futures: found 0; at least 1 is allowed"),
        ("futures: 2.5", "futures: found 2.5; a whole number is expected (for example 1000)"),
        ("futures: many", "futures: found 'many'; a whole number is expected"),
        ("futures: true", "futures: found true; a whole number is expected"),
        ("seed: -1", "seed: found -1; at least 0 is allowed"),
        ("seed: .nan", "'.nan' is not a finite number"),
        ("seed: ", "seed: found nothing; a whole number is expected"),
        ("title: 3", "title: found 3; text is expected"),
        ("title: ''", "title: found ''; it must not be empty"),
        ("futurs: 10", "futurs: unknown key; did you mean 'futures'?"),
        ("sanctions_precommitment: 1", "sanctions_precommitment: unknown key; known: title,"),
        ("start: 2013Q4", "start: found 2013; the data begin in 2014"),
        ("end: 2051Q1", "end: found 2051; no year after 2050 is allowed"),
        ("end: 2024Q2", "end: the end 2024Q2 lies before the start 2024Q3"),
        ("start: 2025", "start: found 2025; a quarter is written like 2027Q2"),
        ("end: soon", "end: found 'soon'; a quarter is written like 2027Q2"),
        ("knowledge: mid2026", "knowledge: found 'mid2026'; allowed: 'mid2024' or 'mid2025'"),
        ("baseline: statusquo", "baseline: 'statusquo' is not one of the paths; did you mean"),
        ("world: centrl", "there is no file 'worlds/centrl.yaml'; did you mean 'central'?"),
        ("world: ../worlds/central", "world: found '../worlds/central'; a name begins with"),
        ("world: CON", "world: found 'CON'; a name begins with a lower-case letter"),
        ("contingency: invasion_2072", "did you mean 'invasion_2027'?"),
        ("contingency: 7", "found 7; one name, or one mapping with a kind, is expected"),
        (
            "contingency: [invasion_2027, blockade_2027]",
            "contingency: found a list; one name, or one mapping with a kind, is expected: "
            "a scenario plays one",
        ),
        (
            "contingency: invasion_2027\n'contingency': blockade_2027",
            "the key 'contingency' stands already on line 4; each key is allowed once",
        ),
        ("contingencies: [invasion_2027]", "unknown key; did you mean 'contingency'?"),
        ("us_retrenchment: {share: 0.5}", "us_retrenchment.from: this key is missing"),
        ("us_retrenchment: {from: 2026Q1}", "us_retrenchment.share: this key is missing"),
        (
            "us_retrenchment: {form: 2026Q1, share: 0.5}",
            "us_retrenchment.form: unknown key; did you mean 'from'?",
        ),
        (
            "us_retrenchment: {from: 2026, share: 0.5}",
            "us_retrenchment.from: found 2026; a quarter is written like 2027Q2",
        ),
        (
            "us_retrenchment: {from: 2024Q2, share: 0.5}",
            "us_retrenchment.from: found 2024Q2; the scenario covers 2024Q3 to 2035Q4",
        ),
        (
            "us_retrenchment: {from: 2026Q1, share: 50}",
            "us_retrenchment.share: found 50; at most 1 is allowed",
        ),
        ("reinforcement_withheld: 1.2", "reinforcement_withheld: found 1.2; at most 1 is allowed"),
        ("reinforcement_withheld: 90", "at most 1 is allowed; 90 % is written 0.9"),
        ("reinforcement_withheld: 90 %", "a number is expected (for example 0.9); 90 % is written"),
        ("reinforcement_withheld: -0.1", "found -0.1; at least 0 is allowed"),
        (
            "ukraine_war: {ends_as: continuing, when: 2026Q1}",
            "ukraine_war.when: a date is set, but the war is continuing",
        ),
        (
            "ukraine_war: {ends_as: ceasefire}",
            "ukraine_war.when: an end needs the quarter in which the fighting stops",
        ),
        (
            "ukraine_war: {ends_as: frozen, when: 2036Q1}",
            "ukraine_war.when: found 2036Q1; the scenario covers 2024Q3 to 2035Q4",
        ),
        (
            "ukraine_war: {ends_as: cease_fire, when: 2026Q1}",
            "ukraine_war.ends_as: found 'cease_fire'; allowed: 'continuing', 'ceasefire', "
            "'frozen', 'ukrainian_defeat' or 'russian_setback'; did you mean 'ceasefire'?",
        ),
        ("ukraine_war: ceasefire", "found 'ceasefire'; a mapping (key: value) is expected"),
        (
            "swings: {HNU: {china_hardness: 0.3}}",
            "swings.HNU: there is no country 'HNU' (three-letter codes are expected); "
            "did you mean 'HUN'?",
        ),
        ("swings: {CHN: {china_hardness: 0.3}}", "CHN has no stances here that a scenario can"),
        ("swings: {USA: {china_hardness: 0.05}}", "change with its administration; use us_retr"),
        (
            "swings: {HUN: {china_hardnes: 0.3}}",
            "swings.HUN.china_hardnes: there is no stance 'china_hardnes'; "
            "did you mean 'china_hardness'?",
        ),
        ("swings: {JPN: {spend_will: 0.1}}", "only allies have the stance spend_will; JPN is a"),
        (
            "swings: {HUN: {china_hardness: 0.95}}",
            "swings.HUN.china_hardness: the card of 2024 says 0.1, with a swing of +0.95 it would "
            "be 1.05; allowed here: -0.1 to +0.9",
        ),
        ("swings: {HUN: {china_hardness: -0.2}}", "with a swing of -0.2 it would be -0.1"),
        ("swings: {HUN: {china_hardness: 30}}", "found 30; at most 1 is allowed"),
        ("swings: {HUN: {china_hardness: up}}", "found 'up'; a number is expected"),
        ("swings: {HUN: 0.3}", "swings.HUN: found 0.3; a mapping (key: value) is expected"),
        ("extends: bse", "extends: there is no scenario 'bse'; did you mean 'base'?"),
        ("extends: ../base", "extends: found '../base'; a name begins with"),
        ("extends: my", "extends: a scenario must not extend itself: my -> my"),
        ("paths: [status_quo, burden_shiftin]", "did you mean 'burden_shifting'?"),
        ("paths: [status_quo, status_quo]", "paths[status_quo]: this path is named twice"),
        ("paths: []", "paths: found an empty list; it must not be empty"),
        ("paths: status_quo", "a list of names, or a mapping from name to path, is expected"),
        ("paths: [status_quo, 3]", "paths[3]: found 3; text is expected"),
        ("paths: {status_quo: , B!: }", "found 'B!'; a name begins with a lower-case letter"),
        ("parameters: []", "parameters: found an empty list; a mapping (key: value) is expected"),
        ("parameters: {gap_closing_yeers: 4}", "did you mean 'gap_closing_years'?"),
        ("parameters: {P51: 0}", "parameters.P51: there is no parameter 'P51'; did you mean 'pres"),
        ("parameters: {p51: 0}", "did you mean 'presence_deterrence_effect'?"),
        ("parameters: {P48: 0}", "' or '"),
        ("parameters: {qqq: 0}", "no parameter 'qqq'; sim show parameters lists all"),
        ("parameters: {fiscal_room_share: 20%}", "is expected; 20 % is written 0.2"),
        ("parameters: {gap_closing_years: soon}", "a number, or a prior such as {form: uniform"),
        ("parameters: {gap_closing_years: 400}", "found 400; allowed: 0.8 to 42 (years)"),
        (
            "parameters: {gap_closing_years: {form: constant, value: 0}}",
            "my.yaml:4:14: parameters.gap_closing_years: found 0; allowed: 0.8 to 42 (years)",
        ),
        ("parameters: {draw_half_time_days: 0}", "found 0; allowed: 0.7 to 113 (days)"),
        ("parameters: {loss_half_years: 0}", "found 0; allowed: 0.05 to 11.5 (years)"),
        ("parameters: {platform_replacement_years: 0}", "found 0; allowed: 0.6 to 18 (years)"),
        ("parameters: {quarantine_success: 1}", "found 1; allowed: 0.35 to 0.991 (probability)"),
        ("parameters: {eu_veto_share: 1.5}", "found 1.5; allowed: 0 to 0.4 (share)"),
        (
            "parameters: {reconstitution_ln_sd: {form: uniform, low: 0, high: 0.84}}",
            "this prior can pass the possible values, 0.042 and more",
        ),
        (
            "parameters: {influence_distance_km: {form: lognormal, median: 800, ln_sd: 2}}",
            "take another form, closer bounds or less spread",
        ),
        (
            "parameters: {crisis_escalation_share: {form: uniform, low: 0.5, high: 1.1}}",
            "this prior can pass the possible values, 0 to 1",
        ),
        ("parameters: {full_substitution_brigades: 40}", "this is a benchmark"),
        ("parameters: {us_engaged_effect: {form: nromal}}", "did you mean 'normal'?"),
        ("parameters: {us_engaged_effect: {mean: 1}}", "a prior needs a form; allowed: normal"),
        ("parameters: {spill_in_effect: {form: normal, mean: 0, sd: 0}}", "more than 0 is allowed"),
        ("parameters: {spill_in_effect: {form: normal, mean: 0}}", "sd: this key is missing"),
        ("parameters: {spill_in_effect: {form: uniform, low: 1, high: 0}}", "low must be less"),
        ("parameters: {fiscal_room_share: {form: normal, mean: 0.5, sd: 1}}", "possible values"),
        (
            "parameters: {us_engaged_effect: {form: truncated_normal, mean: 1, sd: 0.1, low: 2.5,"
            " high: 3}}",
            "leave almost nothing of a mean of 1",
        ),
    ],
)
def test_a_bad_field_is_told_with_what_is_allowed(told: Told, text: str, message: str) -> None:
    assert message in told(text)


@pytest.mark.parametrize(
    ("lever", "message"),
    [
        (
            "spending_targt: {timetable: {2025: 0.02}, basis: assumption}",
            "paths[mine].levers.spending_targt: there is no lever 'spending_targt'; "
            "did you mean 'spending_target'?",
        ),
        (
            "spending_target: {timetable: {2025: 0.5}, basis: assumption}",
            "timetable.2025: found 0.5; allowed: 0.015 to 0.05 (share of GDP)",
        ),
        (
            "spending_target: {timetable: {2025: 3.5}, basis: assumption}",
            "3.5 % is written 0.035",
        ),
        (
            "spending_target: {timetable: {2025: 3.5%}, basis: assumption}",
            "timetable.2025: found '3.5%'; a number is expected; 3.5 % is written 0.035",
        ),
        (
            "spending_target: {timetable: {2012: 0.02}, basis: assumption}",
            "timetable.2012: found 2012; the data begin in 2014, no earlier year is allowed",
        ),
        (
            "spending_target: {timetable: {2036: 0.02}, basis: assumption}",
            "timetable.2036: found 2036; the scenario covers 2024Q3 to 2035Q4",
        ),
        (
            "spending_target: {timetable: {2030: 0.02, 2028Q2: 0.03}, basis: assumption}",
            "2028Q2 comes after 2030Q1 in the file; points must be in the order of time",
        ),
        (
            "spending_target: {timetable: {2030: 0.02, 2030Q1: 0.03}, basis: assumption}",
            "timetable.2030Q1: 2030Q1 is given twice, as 2030 and as 2030Q1; leave one of the two",
        ),
        (
            "spending_target: {timetable: {2030: 0.02, 2031: 0.03, 2030Q1: 0.03}, basis: plan}",
            "timetable.2030Q1: 2030Q1 is given twice, as 2030 and as 2030Q1; leave one of the two",
        ),
        (
            "spending_target: {timetable: {soon: 0.02}, basis: assumption}",
            "found 'soon'; a year (2030) or a quarter (2030Q1) is expected",
        ),
        (
            "spending_target: {timetable: {2025: high}, basis: assumption}",
            "timetable.2025: found 'high'; a number is expected",
        ),
        (
            "spending_target: {timetable: {}, basis: assumption}",
            "timetable: found an empty mapping; it must not be empty",
        ),
        ("spending_target: {basis: assumption}", "spending_target.timetable: this key is missing"),
        (
            "spending_target: {timetable: {2025: 0.02}}",
            "spending_target.basis: this key is missing",
        ),
        (
            "spending_target: {timetable: {2025: 0.02}, basis: pln}",
            "basis: found 'pln'; allowed: 'brief', 'plan', 'data' or 'assumption'; "
            "did you mean 'plan'?",
        ),
        (
            "spending_target: {timetable: {2025: 0.02}, basis: plan}",
            "the basis is 'plan' but no source is named",
        ),
        (
            "spending_target: {timetable: {2025: 0.02}, basis: plan, sources: [EDSI]}",
            "there is no source 'EDSI' in sources.yaml; did you mean 'EDIS'?",
        ),
        (
            "indo_pacific_presence: {timetable: {2025: 0.5}, basis: assumption, countries: [FRX]}",
            "countries[FRX]: there is no ally 'FRX' (three-letter codes are expected); "
            "did you mean 'FRA'?",
        ),
        (
            "indo_pacific_presence: {timetable: {2025: 0.5}, basis: assumption, countries: [NO]}",
            "countries[NO]: there is no ally 'NO' (three-letter codes are expected); "
            "did you mean 'NOR'?",
        ),
        (
            "indo_pacific_presence: {timetable: {2025: 0.5}, basis: assumption, countries: [JPN]}",
            "JPN is not one of the allies",
        ),
        (
            "indo_pacific_presence: {timetable: {2025: 0.5}, basis: assumption,"
            " countries: [FRA, FRA]}",
            "countries[FRA]: this country is named twice",
        ),
        (
            "ukraine_aid: {timetable: {2025: 0.002}, basis: assumption, countries: [FRA]}",
            "only the lever indo_pacific_presence can be limited to some countries",
        ),
    ],
)
def test_a_bad_lever_is_told_with_what_is_allowed(told: Told, lever: str, message: str) -> None:
    assert message in told(f"{INLINE}      {lever}\n")


@pytest.mark.parametrize(
    ("switches", "message"),
    [
        ("kind: none, opens: 2027Q2", "opens: this is about a war, but kind is 'none'"),
        ("kind: none, us_intervenes: true", "this is about a war, but kind is 'none'"),
        ("kind: invasion", "an invasion needs the quarter in which it opens"),
        ("kind: invasion, opens: 2036Q1", "opens: found 2036Q1; the scenario covers 2024Q3 to"),
        ("kind: invasion, opens: 2027", "opens: found 2027; a quarter is written like 2027Q2"),
        ("kind: blokade, opens: 2027Q2", "kind: found 'blokade'; allowed: 'none', 'invasion', "),
        ("kind: [invasion, blockade], opens: 2027Q2", "kind: found a list; allowed: 'none', "),
        ("kind: none, taiwan_resists: true", "taiwan_resists: this is about a war"),
        ("kind: none, homeland_struck: false", "homeland_struck: this is about a war"),
        ("kind: blockade", "opens: a blockade needs the quarter in which it opens"),
        ("kind: quarantine, opens: 2024Q2", "opens: found 2024Q2; the scenario covers 2024Q3 to"),
        ("kind: blockade, opens: 2036Q1", "opens: found 2036Q1; the scenario covers 2024Q3 to"),
        ("kind: endogenous, opens: 2027Q2", "opens: kind is 'endogenous': China decides when"),
        (
            "kind: endogenous, us_intervenes: false, us_delay_days: 14",
            "us_delay_days: a delay is set, but us_intervenes is false",
        ),
        (
            "kind: blockade, opens: 2027Q2, taiwan_resists: false",
            "taiwan_resists: Taiwan gives way only to an invasion, but kind is 'blockade'",
        ),
        (
            "kind: invasion, opens: 2027Q2, us_intervenes: false, homeland_struck: true",
            "homeland_struck: North America is struck, but us_intervenes is false",
        ),
        (
            "kind: invasion, opens: 2027Q2, us_intervenes: false, japan_basing: true",
            "japan_basing: Japan lets US forces use its bases, but us_intervenes is false; leave "
            "one of the two out: they are used only in a war in which the United States fights",
        ),
        ("kind: invasion, opens: 2027Q2, us_delay_days: 50%", "found '50%'; a number is expected"),
        (
            "kind: invasion, opens: 2027Q2, us_intervenes: false, us_delay_days: 14",
            "us_delay_days: a delay is set, but us_intervenes is false",
        ),
        (
            "kind: invasion, opens: 2027Q2, us_delay_days: 90, duration_days: 10",
            "us_delay_days: found 90; it lasts 10 days",
        ),
        (
            "kind: endogenous, us_entry_known: true",
            "us_entry_known: what China knows is not said: set us_intervenes",
        ),
        ("kind: none, us_entry_known: true", "us_entry_known: this is about a war"),
        ("kind: invasion, opens: 2027Q2, us_delay_days: -1", "at least 0 is allowed"),
        ("kind: invasion, opens: 2027Q2, us_delay_days: 400", "at most 365 is allowed"),
        ("kind: invasion, opens: 2027Q2, duration_days: 0", "more than 0 is allowed"),
        ("kind: invasion, opens: 2027Q2, japan_basing: NO", "found 'NO'; true or false is"),
        ("kind: invasion, opens: 2027Q2, taiwan_resists: null", "true or false is expected"),
        ("kind: invasion, opens: 2027Q2, taiwan_resist: true", "did you mean 'taiwan_resists'?"),
    ],
)
def test_a_bad_contingency_is_told_with_what_is_allowed(
    told: Told, switches: str, message: str
) -> None:
    assert message in told(f"contingency: {{meaning: A war., {switches}}}")


def test_japan_may_refuse_its_bases_in_a_war_without_the_united_states(
    case_of: Callable[[str], Case],
) -> None:
    switches = "us_intervenes: false, japan_basing: false"

    case = case_of(f"contingency: {{meaning: x, kind: invasion, opens: 2027Q2, {switches}}}")

    assert (case.contingency.us_intervenes, case.contingency.japan_basing) == (False, False)


def test_days_in_percent_are_not_told_as_a_share(told: Told) -> None:
    war = "meaning: x, kind: invasion, opens: 2027Q2"

    assert "is written" not in told(f"contingency: {{{war}, us_delay_days: 50%}}")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "combines: [burden_shifting, status_quo_plus_money]",
            "paths[mine].combines[status_quo_plus_money]: 'status_quo_plus_money' sets what is set "
            "already: spending_target (by 'burden_shifting'), european_enablers (by 'burden_shift",
        ),
        (
            "combines: [burden_shifting], levers: "
            "{spending_target: {timetable: {2025: 0.02}, basis: assumption}}",
            "paths[mine].levers.spending_target: 'burden_shifting', which this path combines, sets "
            "this lever already; leave one out",
        ),
        ("combines: [combined]", "combines[combined]: 'combined' combines paths itself"),
        ("combines: [burden_shiftin]", "there is no file 'paths/burden_shiftin.yaml'; did you"),
        ("combines: [soft_package, soft_package]", "this path is named twice"),
        ("combines: soft_package", "combines: found 'soft_package'; a list is expected"),
        ("combines: [3]", "combines[3]: found 3; text is expected"),
        (
            "levers: {ukraine_aid: {timetable: {2025: 0}, basis: assumption}, "
            "ukraine_aid: {timetable: {2026: 0}, basis: assumption}}",
            "the key 'ukraine_aid' stands already on line 6; each key is allowed once",
        ),
    ],
)
def test_a_path_that_sets_a_lever_twice_or_combines_badly_is_refused(
    folder: Path, told: Told, path: str, message: str
) -> None:
    inline = f"paths:\n  status_quo:\n  mine:\n    {{meaning: A path., {path}}}"
    (folder / "paths" / "mine.yaml").write_text(f"{{meaning: A path., {path}}}\n")

    assert message in told(inline)
    assert message.split("line")[0] in told("paths: [status_quo, mine]")


def test_a_bad_part_is_told_once_with_its_own_file(
    folder: Path, problems_of: Callable[[str], list[Problem]]
) -> None:
    lever = "{ukrain_aid: {timetable: {2025: 0}, basis: assumption}}"
    (folder / "paths" / "part.yaml").write_text(f"meaning: x\nlevers: {lever}\n")
    for name in ("one", "two"):
        (folder / "paths" / f"{name}.yaml").write_text("meaning: x\ncombines: [part]\n")

    problems = problems_of("paths: [status_quo, part, one, two]")

    assert [(Path(problem.file).name, problem.line) for problem in problems] == [("part.yaml", 2)]


def test_a_switch_of_a_world_is_checked(folder: Path, told: Told) -> None:
    (folder / "worlds" / "odd.yaml").write_text("meaning: x\nreinforcement_withheld: 90\n")

    assert "world.reinforcement_withheld: found 90; at most 1 is allowed" in told("world: odd")


def test_problems_in_all_files_are_told_in_one_pass(
    folder: Path, problems_of: Callable[[str], list[Problem]]
) -> None:
    (folder / "paths" / "mine.yaml").write_text("meaning: x\nlevers: {ukrain_aid: 3}\n")
    (folder / "worlds" / "odd.yaml").write_text("meaning: x\nparameters: {a_b_c: 3}\n")
    (folder / "mother.yaml").write_text("titel: x\nquestion: y\n")

    problems = problems_of(
        "extends: mother\ntitle: x\npaths: [status_quo, mine]\nworld: odd\nfutures: 1e9\nseed: .nan"
    )

    assert {(Path(problem.file).name, problem.line, problem.key) for problem in problems} == {
        ("mother.yaml", 1, "titel"),
        ("my.yaml", 5, "futures"),
        ("my.yaml", 6, ""),
        ("mine.yaml", 2, "paths[mine].levers.ukrain_aid"),
        ("odd.yaml", 2, "world.parameters.a_b_c"),
    }


def test_a_misspelt_key_is_told_once_not_also_as_missing(told: Told) -> None:
    message = told("extends: base\ntitle: x\nquestion: y\npaths: [status_quo]\nworlld: central")

    assert "worlld: unknown key; did you mean 'world'?" in message
    assert "missing" not in message


def test_missing_fields_are_named_with_their_purpose(folder: Path, told: Told) -> None:
    (folder / "mother.yaml").write_text("paths: [status_quo]\n")

    message = told("extends: mother\nseed: 3")

    assert "title: this key is missing: A short title for tables and charts." in message
    assert "question: this key is missing" in message


def test_a_circle_of_scenarios_is_named(folder: Path, told: Told) -> None:
    (folder / "one.yaml").write_text("extends: two\n")
    (folder / "two.yaml").write_text("extends: my\n")

    assert "a scenario must not extend itself: my -> one -> two -> my" in told("extends: one")


def test_a_long_chain_of_scenarios_is_refused(folder: Path, told: Told) -> None:
    for number in range(12):
        (folder / f"link{number}.yaml").write_text(f"extends: link{number + 1}\n")

    assert "a chain of more than 10 scenarios" in told("extends: link0")


def test_a_base_that_cannot_be_read_is_told_without_what_it_would_have_given(
    folder: Path, told: Told
) -> None:
    (folder / "mother.yaml").write_bytes(b"\xff")

    message = told("extends: mother\nfutures: 0")

    assert "mother.yaml:1: this is not UTF-8 text" in message
    assert "futures: found 0" in message
    assert "missing" not in message


def test_control_characters_never_reach_the_terminal(told: Told) -> None:
    message = told('"\\x1b[31mred": 1\nworld: "\\u202Eabc\\x07"')

    assert "\x1b" not in message
    assert "\u202e" not in message
    assert "\\x1b[31mred: unknown key" in message
