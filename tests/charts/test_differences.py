"""The slide of differences says what the comparison says, and trifles look like trifles."""

from dataclasses import replace

import pytest
import studies
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.compare import Verdict, differ
from sim.charts.differences import draw, written
from sim.charts.panels import shown_panels


@pytest.fixture(scope="module")
def decides(study):
    return next(slide for slide in draw(study) if slide.name == "differences_decides")


def comparison_of(study, name):
    return next(r.comparison for r in shown_panels(study) if r.panel.name == name)


def test_the_three_panels_are_shown_and_of_the_swept_dates_only_the_own(study):
    names = [result.panel.name for result in shown_panels(study)]

    assert names == ["decides", "fixed_2027", "none"]


def test_what_the_scenario_fixes_is_not_scored_as_if_a_path_had_caused_it(study):
    shown = {slide.name: {row[1] for row in slide.rows} for slide in draw(study)}

    assert "p_force" in shown["differences_decides"]
    assert "p_force" not in shown["differences_fixed_2027"]
    assert "p_force" not in shown["differences_none"]


def test_every_panel_shows_what_the_paths_cost(study):
    for slide in draw(study):
        assert "spending_total" in {row[1] for row in slide.rows}


def test_the_numbers_beside_the_slide_are_those_of_the_comparison(study, decides):
    row = next(r for r in decides.rows if r[1:3] == ("p_attack", "combined"))
    difference = comparison_of(study, "decides").differences["p_attack", "combined"]

    assert row[6:9] == (difference.mean, difference.low, difference.high)
    assert row[11] == difference.verdict.value


def test_the_title_does_not_depend_on_the_names_of_the_paths():
    other = {"status_quo": 0.0, "symbolic_deployments": 0.25, "burden_shifting": -0.03}
    swapped = {"status_quo": 0.0, "burden_shifting": 0.25, "symbolic_deployments": -0.03}

    one, two = (draw(studies.study_of(effects))[1].title for effects in (other, swapped))

    exchanged = one.replace("burden shifting", "?").replace(
        "symbolic deployments", "burden shifting"
    )
    assert two == exchanged.replace("?", "symbolic deployments")


def test_paths_without_effect_are_said_to_be_alike():
    slide = draw(studies.study_of({"status_quo": 0.0, "twin": 0.0}))[1]

    assert slide.title == (
        "In a 2027 war, no path can be told from status quo on what is shown here"
    )


def test_the_title_owns_up_when_the_question_of_the_panel_stays_open():
    study = studies.study_of(studies.HEADLINE)
    comparison = comparison_of(study, "decides")
    hidden = {key: d for key, d in comparison.differences.items() if key[0] == "p_force"}
    for key, difference in hidden.items():
        verdict = type(difference.verdict)("not distinguishable")
        object.__setattr__(comparison.differences[key], "verdict", verdict)

    title = next(s for s in draw(study) if s.name == "differences_decides").title

    assert ": force over Taiwan not distinguishable on any path, Russian attack" in title


def test_where_china_decides_the_chance_of_force_comes_first(decides):
    assert decides.rows[0][1] == "p_force"
    assert decides.title.startswith("If China decides")
    assert ": force over Taiwan " in decides.title


def test_force_comes_first_even_where_another_measure_moves_further():
    study = studies.study_of(studies.HEADLINE)
    comparison = comparison_of(study, "decides")
    for key, row in comparison.differences.items():
        if key[0] == "p_attack":
            object.__setattr__(row, "mean", 100 * row.mean)

    title = next(s for s in draw(study) if s.name == "differences_decides").title

    assert ": force over Taiwan " in title
    assert title.index("force over Taiwan") < title.index("Russian attack")


def test_small_effects_are_said_to_be_small_and_never_that_paths_are_alike():
    study = studies.study_of({"status_quo": 0.0, "small": 0.05})
    titles = [slide.title for slide in draw(study)]

    assert any("paths move outcomes far less than futures do" in title for title in titles)
    assert not any("paths differ little" in title for title in titles)


@given(
    mean=st.floats(1e-9, 1e4), part=st.floats(0, 0.999), unit=st.sampled_from(["ratio", "share"])
)
def test_what_can_be_told_apart_never_reads_as_zero(mean, part, unit):
    row = differ("m", "p", [1.0, 2.0], [0.0, 0.0], "higher")
    row = replace(row, mean=mean, low=mean * (1 - part), high=mean * (1 + part))
    row = replace(row, verdict=Verdict.BETTER)

    assert float(written(row, unit).replace(",", "")) > 0


def test_every_number_on_the_slide_is_the_one_that_is_read_aloud(study):
    for slide in draw(study):
        seen = [text.get_text() for axes in slide.figure.axes for text in axes.texts]
        bold = [t for axes in slide.figure.axes for t in axes.texts if t.get_fontweight() == "bold"]
        numbers = [text.get_text() for text in bold if text.get_text()[0] in "+-"]
        assert numbers
        assert "% points" in seen
        assert "USD bn" in seen
        assert all(f" {number} [" in slide.description for number in numbers)


def test_an_axis_is_never_so_narrow_that_a_trifle_fills_it(study):
    slide = next(s for s in draw(study) if s.name == "differences_none")
    names = list(dict.fromkeys(row[1] for row in slide.rows))
    axes = slide.figure.axes[names.index("cohesion_mean")]
    base = comparison_of(study, "none").summaries["cohesion_mean", "status_quo"]

    low, high = axes.get_xlim()

    assert high - low >= 0.1 * 100 * (base.high - base.low)


def test_many_paths_fill_several_slides():
    effects = {"status_quo": 0.0} | {f"path_{slot}": slot / 50 for slot in range(12)}

    names = [slide.name for slide in draw(studies.study_of(effects, panels=False, futures=20))]

    assert names == ["differences_fixed_2027", "differences_fixed_2027-2"]
