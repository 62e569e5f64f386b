"""Does the README quote the reference study as it stands?"""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUDY = ROOT / "results" / "reference" / "taiwan_2027"
QUOTED = {
    "margin_land_low": (1, ".4f"),
    "margin_airsea_low": (1, ".3f"),
    "margin_land_alone_end": (1, ".3f"),
    "p_attack": (100, ".3f"),
    "spending_total": (1, ".0f"),
}
PATHS = ("symbolic_deployments", "burden_shifting", "combined", "brief_package")


def row_of(measure: str) -> str:
    """The numbers of a measure as the README gives them."""
    scale, style = QUOTED[measure]
    with (STUDY / "differences.csv").open(encoding="utf-8", newline="") as file:
        found = {row["path"]: row for row in csv.DictReader(file) if row["measure"] == measure}
    moved = [f"{float(found[path]['mean']) * scale:+{style}}" for path in PATHS]
    return " | ".join([f"{status_quo(measure) * scale:,{style}}", *moved])


def status_quo(measure: str) -> float:
    """The mean of a measure on the status quo."""
    with (STUDY / "summary.csv").open(encoding="utf-8", newline="") as file:
        return next(
            float(row["mean"])
            for row in csv.DictReader(file)
            if (row["measure"], row["path"]) == (measure, "status_quo")
        )


def chance_of_force() -> str:
    """What each path does to the chance of force where China decides, as the README gives it."""
    with (STUDY / "panels.csv").open(encoding="utf-8", newline="") as file:
        found = {
            row["path"]: row
            for row in csv.DictReader(file)
            if (row["panel"], row["measure"]) == ("decides", "p_force")
        }
    marks = {"better": "", "worse": "", "not distinguishable": "~ "}
    level = float(found[PATHS[0]]["baseline_level"]) * 100
    return f"{level:.2f} | " + " | ".join(
        f"{marks[found[path]['verdict']]}{float(found[path]['mean']) * 100:+.2f}" for path in PATHS
    )


def test_the_readme_quotes_the_chance_of_force_where_china_decides() -> None:
    assert chance_of_force() in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("measure", QUOTED)
def test_the_readme_quotes_the_reference_study(measure: str) -> None:
    assert row_of(measure) in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_a_chart_of_the_reference_study() -> None:
    assert "results/reference/taiwan_2027/charts/denial_bands.png" in (
        ROOT / "README.md"
    ).read_text(encoding="utf-8")
