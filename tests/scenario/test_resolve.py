"""Does a sound scenario come to the case that it describes?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.data.load import load_levers, load_parameters
from sim.data.posterior import with_posterior
from sim.scenario.horizon import Horizon
from sim.scenario.library import Library
from sim.scenario.resolve import Case, Contingency, resolve
from sim.scenario.timetables import values_by_step

CaseOf = Callable[[str], Case]
FIVE_QUARTERS = Horizon((2025, 1), (2026, 1))


def test_what_a_scenario_leaves_out_has_its_default(case_of: CaseOf) -> None:
    case = case_of("")

    assert (case.name, case.title, case.start, case.end) == ("my", "A test", (2024, 3), (2035, 4))
    assert (case.steps, case.seed, case.futures) == (46, 1, 1000)
    assert (case.knowledge, case.baseline, case.world) == ("mid2024", "status_quo", "central")
    assert case.contingency.kind == "none"
    assert case.parameters == with_posterior(load_parameters())
    assert case.origins["seed"] == "default"


def test_own_fields_win_over_those_of_the_scenario_that_is_extended(
    folder: Path, case_of: CaseOf
) -> None:
    (folder / "mother.yaml").write_text(
        "extends: base\nseed: 7\nfutures: 20\n"
        "parameters: {us_engaged_effect: 0.5, gap_closing_years: 10}\n"
    )

    case = case_of("extends: mother\nfutures: 30\nparameters: {us_engaged_effect: 0.7}")

    assert (case.seed, case.futures, case.title) == (7, 30, "Base")
    assert case.parameters["us_engaged_effect"].prior.a == 0.7
    assert case.parameters["gap_closing_years"].prior.a == 10.0
    assert case.origins["futures"] == "scenarios/my.yaml:2"
    assert case.origins["seed"] == "scenarios/mother.yaml:2"
    assert case.origins["start"].startswith("scenarios/base.yaml:")
    assert case.origins["parameters.gap_closing_years"] == "scenarios/mother.yaml:4"


def test_origins_name_the_line_of_every_lever_and_parameter(case_of: CaseOf) -> None:
    case = case_of("world: w1_presence_sceptic\ncontingency: invasion_2027")

    key = "paths[burden_shifting].levers.spending_target"

    assert case.origins[key].startswith("scenarios/paths/burden_shifting.yaml:")
    assert case.origins["world.parameters.gap_closing_years"].startswith("scenarios/worlds/w1_")
    assert case.origins["contingency.opens"].startswith("scenarios/contingencies/invasion_2027")
    assert case.file == "scenarios/my.yaml"


def test_no_origin_names_a_place_on_the_machine(tmp_path: Path) -> None:
    file = tmp_path / "Mine 2027.yaml"
    file.write_text("extends: base\n")

    case = resolve(file)

    assert case.name == "mine_2027"
    assert case.file == "Mine 2027.yaml"
    assert str(tmp_path) not in repr(case)
    assert case.origins["seed"].startswith("scenarios/base.yaml:")


def test_files_beside_a_scenario_come_before_those_shipped(tmp_path: Path) -> None:
    (tmp_path / "worlds").mkdir()
    own = tmp_path / "worlds" / "central.yaml"
    own.write_text("meaning: Mine.\n")

    library = Library(tmp_path)

    assert library.find("worlds", "central") == own
    assert "w3_slow_shift" in library.names("worlds")


def test_a_scenario_in_a_subfolder_finds_the_names_of_the_folder_above(folder: Path) -> None:
    (folder / "worlds" / "mine.yaml").write_text("meaning: Mine.\n")
    base = folder / "base.yaml"
    base.write_text(base.read_text().replace("seed: 1\n", "seed: 7\n"))
    (folder / "what_if" / "mine.yaml").write_text("extends: ukraine_continuing\nworld: mine\n")

    case = resolve(folder / "what_if" / "mine.yaml")

    assert (case.world, case.seed, case.ukraine_war) == ("mine", 7, ("continuing", None))
    assert case.file == "scenarios/what_if/mine.yaml"
    assert case.origins["seed"].startswith("scenarios/base.yaml:")
    assert case.origins["ukraine_war.ends_as"].startswith("scenarios/what_if/ukraine_continuing")


def test_a_scenario_can_extend_a_what_if(case_of: CaseOf) -> None:
    case = case_of("extends: hungary_swings\ncontingency: endogenous")

    assert case.swings["HUN"]["transactional"] == -0.45
    assert (case.contingency.kind, case.contingency.opens) == ("endogenous", None)


def test_a_folder_above_without_scenarios_is_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("title: Not ours\n")
    (tmp_path / "mine").mkdir()
    file = tmp_path / "mine" / "my.yaml"
    file.write_text("extends: base\n")

    assert resolve(file).title == "Base"


def test_a_path_written_in_a_scenario_can_combine_shipped_ones(case_of: CaseOf) -> None:
    case = case_of(
        "paths:\n  status_quo:\n  burden_shifting:\n  mine:\n    meaning: More.\n"
        "    combines: [burden_shifting]\n    levers:\n"
        "      ukraine_aid: {timetable: {2026: 0.004}, basis: assumption}\n"
    )
    mine, burden = case.paths["mine"], case.paths["burden_shifting"]

    assert mine.parts == ("burden_shifting",)
    assert mine.levers["ukraine_aid"][-1] == 0.004
    assert {**mine.levers, "ukraine_aid": burden.levers["ukraine_aid"]} == burden.levers
    key = "paths[mine].levers.{}"
    assert case.origins[key.format("ukraine_aid")] == "scenarios/my.yaml:10"
    assert case.origins[key.format("spending_target")].startswith("scenarios/paths/burden_shifting")


def test_a_combined_path_deploys_with_the_countries_of_its_part(
    folder: Path, case_of: CaseOf
) -> None:
    (folder / "paths" / "french.yaml").write_text(
        "meaning: France sails.\nlevers:\n  indo_pacific_presence:\n"
        "    {timetable: {2025: 0.5}, basis: assumption, countries: [FRA]}\n"
    )
    (folder / "paths" / "both.yaml").write_text(
        "meaning: Both.\ncombines: [french, soft_package]\n"
    )

    assert case_of("paths: [status_quo, both]").paths["both"].presence_countries == ("FRA",)


def test_the_scenario_wins_over_the_world(case_of: CaseOf) -> None:
    case = case_of("world: w3_slow_shift\nparameters: {gap_closing_years: 20}")

    assert case.parameters["gap_closing_years"].prior.form == "constant"
    assert case.parameters["gap_closing_years"].prior.a == 20.0
    assert case.parameters["fiscal_room_share"].prior.b == 6.0
    assert case.parameters["fiscal_room_share"].meaning.strip()


@pytest.mark.parametrize(
    ("written", "form", "numbers"),
    [
        ("{form: normal, mean: 0.1, sd: 0.05}", "normal", (0.1, 0.05, -float("inf"))),
        ("{form: uniform, low: 0.1, high: 0.2}", "uniform", (0.0, 0.0, 0.1)),
        (
            "{form: truncated_normal, mean: 0, sd: 1, low: -1, high: 1}",
            "truncated_normal",
            (0, 1, -1),
        ),
        ("{form: constant, value: 0.2}", "constant", (0.2, 0.0, -float("inf"))),
    ],
)
def test_a_prior_is_taken_as_written(
    case_of: CaseOf, written: str, form: str, numbers: tuple[float, float, float]
) -> None:
    prior = (
        case_of(f"parameters: {{spill_in_effect: {written}}}").parameters["spill_in_effect"].prior
    )

    assert (prior.form, prior.a, prior.b, prior.low) == (form, *numbers)


def test_priors_written_as_in_the_data_come_to_the_same(case_of: CaseOf) -> None:
    text = (
        "parameters:\n  gap_closing_years: {form: lognormal, median: 12, ln_sd: 0.35}\n"
        "  fiscal_room_share: {form: beta, a: 4, b: 4}"
    )

    case = case_of("beliefs: priors\n" + text)

    assert case.parameters == load_parameters()


def test_every_path_has_every_lever_in_every_step(case_of: CaseOf) -> None:
    case = case_of("")

    for path in case.paths.values():
        assert list(path.levers) == list(load_levers())
        assert {len(values) for values in path.levers.values()} == {46}


def test_a_path_can_be_written_in_the_scenario(case_of: CaseOf) -> None:
    case = case_of(
        "paths:\n  status_quo:\n  mine:\n    meaning: Ships.\n    levers:\n"
        "      indo_pacific_presence:\n        timetable: {2025: 0.5}\n        basis: brief\n"
        "        sources: [CFR2024]\n        countries: [FRA, DEU]\n"
    )

    mine = case.paths["mine"]

    assert list(case.paths) == ["status_quo", "mine"]
    assert mine.presence_countries == ("FRA", "DEU")
    assert mine.citations == {"indo_pacific_presence": ("brief", "CFR2024")}
    assert mine.levers["indo_pacific_presence"][1:4] == (0.2, 0.5, 0.5)


@pytest.mark.parametrize(
    ("timetable", "how", "values"),
    [
        ({"2025Q2": 1.0}, "linear", (0.2, 1.0, 1.0, 1.0, 1.0)),
        ({"2025": 0.0, "2026": 1.0}, "linear", (0.0, 0.25, 0.5, 0.75, 1.0)),
        ({"2025": 0.0, "2026": 1.0}, "step", (0.0, 0.0, 0.0, 0.0, 1.0)),
        ({"2024": 0.0, "2026": 1.0}, "linear", (0.5, 0.625, 0.75, 0.875, 1.0)),
        ({"2024": 0.6}, "step", (0.6,) * 5),
        ({"2026": 0.0, "2030": 1.0}, "linear", (0.2, 0.2, 0.2, 0.2, 0.0)),
    ],
)
def test_a_lever_follows_its_timetable(
    timetable: dict[str, float], how: str, values: tuple[float, ...]
) -> None:
    assert values_by_step(timetable, how, 0.2, FIVE_QUARTERS) == values


def test_a_shared_path_file_may_reach_past_a_shorter_scenario(case_of: CaseOf) -> None:
    short, whole = case_of("end: 2028Q4"), case_of("")

    name = "burden_shifting"

    assert short.steps == 18
    for lever, values in short.paths[name].levers.items():
        assert values == whole.paths[name].levers[lever][:18]


def test_a_contingency_can_be_written_in_the_scenario(case_of: CaseOf) -> None:
    case = case_of(
        "contingency: {meaning: Late., kind: invasion, opens: 2030Q1, us_intervenes: true,"
        " us_delay_days: 14, japan_basing: null}"
    )

    assert case.contingency == Contingency(
        name="inline",
        meaning="Late.",
        kind="invasion",
        opens=(2030, 1),
        us_intervenes=True,
        us_delay_days=14.0,
        japan_basing=None,
        duration_days=None,
    )


def test_norway_stays_a_text_and_a_country(case_of: CaseOf) -> None:
    case = case_of("title: NO\nquestion: on\n")

    assert (case.title, case.question) == ("NO", "on")


def test_resolving_twice_gives_equal_cases(case_of: CaseOf) -> None:
    text = "extends: taiwan_2027\nworld: w5_fast_shift"

    assert case_of(text) == case_of(text)


def test_a_scenario_in_json_gives_the_same_case(folder: Path, case_of: CaseOf) -> None:
    file = folder / "my.json"
    file.write_text(
        '{"title": "A test", "question": "Does it read?",'
        ' "paths": ["status_quo", "burden_shifting"], "seed": 5}'
    )

    case, other = resolve(file), case_of("seed: 5")

    assert (case.paths, case.seed) == (other.paths, other.seed)
