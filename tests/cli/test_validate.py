"""What do `sim validate` and `sim calibrate` print, write and refuse?"""

import csv
import json
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.data.held_out import load_held_out
from sim.results.study import read_study
from sim.results.validation_screen import BEGIN, END, readme_with

ROOT = Path(__file__).parents[2]
LAST = 2024 if load_held_out() else 2021  # later years are shown once they have been scored
QUICK = ("--futures", "50", "--quiet")


@pytest.fixture
def validate(capsys, tmp_path):
    """The exit code and what was printed by `sim validate` with these words."""

    def run(*words):
        code = main(["validate", *words, "--out", str(tmp_path / "studies")])
        return code, capsys.readouterr()

    return run


def test_one_module_is_scored_printed_and_left_in_a_folder(validate, tmp_path):
    code, said = validate(*QUICK, "--module", "russia")

    assert code == 0
    assert "Years until Russian forces have half recovered" in said.out
    assert "hit" in said.out
    (folder,) = (tmp_path / "studies").iterdir()
    assert folder.name.startswith("validation-1-")
    study = read_study(folder)
    assert {"scorecard.csv", "posterior.csv", "scorecard.md"} <= set(study.manifest["files"])
    assert (folder / "charts" / "scorecard.png").stat().st_size > 10_000


def test_the_hindcast_leaves_its_tables_and_charts(validate, tmp_path):
    code, said = validate(*QUICK, "--module", "spending")

    (folder,) = (tmp_path / "studies").iterdir()
    with (folder / "countries.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    assert code == 0
    assert "persistence from 2014" in said.out
    assert {row["year"] for row in rows} == {str(year) for year in range(2014, LAST + 1)}
    assert float(next(r for r in rows if r["country"] == "DEU")["measured"]) == pytest.approx(
        float(next(r for r in rows if r["country"] == "DEU")["mean"]), abs=1e-6
    )
    assert {"hindcast_spending.png", "hindcast_spending-2.png", "hindcast_count.png"} <= {
        file.name for file in (folder / "charts").iterdir()
    }


def test_json_is_one_object_with_every_score(validate):
    code, said = validate(*QUICK, "--module", "us_posture", "--json")

    found = json.loads(said.out)
    assert code == 0
    assert [one["target"] for one in found["scores"]] == ["T39"] * 3
    assert {one["verdict"] for one in found["scores"]} == {"hit"}


def test_the_same_seed_says_the_same(validate):
    words = (*QUICK, "--module", "coercion")

    assert validate(*words)[1].out == validate(*words)[1].out
    assert validate(*words)[1].out != validate(*words, "--seed", "2")[1].out


def test_priors_can_be_held_against_it_too(validate):
    words = (*QUICK, "--module", "russia")

    assert "from the priors" in validate(*words, "--beliefs", "priors")[1].out
    assert "from the posterior" in validate(*words)[1].out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--module", "rusia"), "the model has no part 'rusia'; did you mean 'russia'?"),
        (("--beliefs", "prior"), "found 'prior'; did you mean 'priors'?"),
        (("--hold", "--beliefs", "priors"), "leave this option out"),
        (("--hold", "--module", "russia"), "leave this option out"),
        (("--hold", "--futures", "50"), "leave this option out"),
        (("--futures", "3"), "Invalid value for '--futures'"),
    ],
)
def test_a_wrong_word_is_answered(validate, tmp_path, words, message):
    code, said = validate(*words)

    assert code == 2
    assert message in " ".join(said.err.split())
    assert not (tmp_path / "studies").exists()


def test_a_readme_takes_all_parts_or_nothing(validate, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text(f"Above\n{BEGIN}\nold\n{END}\nBelow\n")

    code, said = validate(*QUICK, "--module", "russia", "--readme", str(readme))

    assert code == 2
    assert "leave --module out" in said.err
    assert "old" in readme.read_text()


def test_the_table_takes_its_place_in_a_readme():
    text = readme_with(f"Above\n{BEGIN}\nold\n{END}\nBelow\n", "| new |\n")

    assert text == f"Above\n{BEGIN}\n\n| new |\n\n{END}\nBelow\n"
    assert readme_with(text, "| new |\n") == text
    with pytest.raises(ValueError, match="no place for the scorecard"):
        readme_with("nothing", "| new |")


def test_the_scorecard_of_the_readme_is_that_of_the_shipped_validation():
    table = (ROOT / "results/reference/validation/scorecard.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert readme_with(readme, table) == readme


@pytest.mark.slow
def test_the_command_writes_the_readme_again_byte_for_byte(validate, tmp_path):
    readme = tmp_path / "README.md"
    shipped = (ROOT / "README.md").read_bytes()
    readme.write_bytes(shipped)

    code, _ = validate("--quiet", "--readme", str(readme))

    assert code == 0
    assert readme.read_bytes() == shipped


@pytest.mark.slow
def test_calibration_says_what_it_rules_out_and_writes_two_files(capsys, tmp_path):
    code = main(["calibrate", "--vectors", "200", "--out", str(tmp_path), "--quiet"])

    said = capsys.readouterr()
    assert code == 0
    assert "Vectors that no published figure rules out" in said.out
    with (tmp_path / "posterior.csv").open() as lines:
        names, *rows = csv.reader(lines)
    assert len(rows) == 400
    assert "holdout_yield_rate" in names


def test_calibration_writes_nowhere_but_into_a_folder(capsys, tmp_path):
    code = main(["calibrate", "--out", str(tmp_path / "absent")])

    assert code == 2
    assert "is no folder" in capsys.readouterr().err
