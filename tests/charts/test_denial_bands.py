"""The slide says what the numbers say, and its files can be traced, read aloud and repeated."""

import csv
import io
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import made_up
import numpy as np
import pytest

from sim.analysis.bands import bands
from sim.charts.denial_bands import draw
from sim.charts.picture import picture_files
from sim.results.identity import identify


def slides(outcome):
    identity = identify(outcome.case, outcome.n_futures, outcome.case.seed)
    return draw(outcome, bands(outcome), identity)


@pytest.fixture(scope="module")
def land(outcome):
    """The slide of land forces, drawn."""
    slide, _ = slides(outcome)
    slide.figure.draw_without_rendering()
    return slide


@pytest.fixture(scope="module")
def airsea(outcome):
    """The slide of air and sea forces, drawn."""
    _, slide = slides(outcome)
    slide.figure.draw_without_rendering()
    return slide


@pytest.fixture(scope="module")
def files(outcome):
    """The files of the slide of land forces."""
    return picture_files(slides(outcome)[0])


def test_a_slide_comes_as_picture_drawing_numbers_and_words(files):
    assert sorted(files) == [
        "charts/denial_bands.alt.txt",
        "charts/denial_bands.csv",
        "charts/denial_bands.png",
        "charts/denial_bands.svg",
    ]


def test_each_kind_of_force_has_a_slide_of_its_own(land, airsea):
    assert (land.name, airsea.name) == ("denial_bands", "denial_bands-2")
    assert {row[0] for row in land.rows} == {"margin_land"}
    assert {row[0] for row in airsea.rows} == {"margin_airsea"}


def test_the_same_study_gives_the_same_bytes(files, outcome):
    assert picture_files(slides(outcome)[0]) == files


def test_the_drawing_can_be_read_aloud(files):
    root = ElementTree.fromstring(files["charts/denial_bands.svg"])

    assert root.get("role") == "img"
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]


def test_the_slide_names_its_study(files, outcome):
    text = files["charts/denial_bands.svg"].decode()
    identity = identify(outcome.case, 200, 7)

    for part in ("200 futures", "seed 7", "taiwan_2027", identity.short, "grade C"):
        assert part in text
    assert "it does not predict" in text


def test_the_numbers_beside_the_slide_are_those_drawn(files, outcome):
    rows = list(csv.DictReader(io.StringIO(files["charts/denial_bands.csv"].decode())))

    assert len(rows) == 4 * outcome.case.steps
    drawn = bands(outcome)["margin_land"].median("status_quo")[0]
    assert float(rows[0]["q50"]) == pytest.approx(drawn, rel=1e-8)


def test_nothing_on_the_slide_is_smaller_than_sixteen_points(land):
    sizes = [
        text.get_fontsize()
        for axes in land.figure.axes
        for text in (*axes.texts, axes.title, axes._left_title, axes.yaxis.label)
        if text.get_text()
    ]
    ticks = [label for axes in land.figure.axes for label in axes.get_xticklabels()]
    sizes += [text.get_fontsize() for text in (*ticks, *land.figure.texts)]
    assert min(sizes) >= 16


def test_every_line_of_words_fits_the_slide(land):
    page = land.figure.bbox

    for text in land.figure.texts:
        box = text.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= page.x1
        assert box.y0 >= 0
        assert box.y1 <= page.y1


def test_words_and_column_names_do_not_cover_one_another(land):
    title, subtitle, footer = (text.get_window_extent() for text in land.figure.texts)
    names = [axes._left_title.get_window_extent() for axes in land.figure.axes]

    assert title.y0 > subtitle.y1
    assert subtitle.y0 > max(name.y1 for name in names)
    assert all(left.x1 < right.x0 for left, right in pairwise(names))
    assert footer.y1 < min(axes.get_tightbbox().y0 for axes in land.figure.axes)


def test_labels_at_the_line_ends_are_on_the_slide_and_do_not_overlap(land):
    page = land.figure.bbox

    for place, axes in enumerate(land.figure.axes):
        ends = [text for text in axes.texts if text.get_position()[0] > 2035]
        boxes = sorted((text.get_window_extent() for text in ends), key=lambda box: box.y0)
        assert len(boxes) == (1 if place == 0 else 2)
        assert all(low.y1 <= high.y0 + 2 for low, high in pairwise(boxes))
        assert all(page.x0 < box.x0 < box.x1 <= page.x1 for box in boxes)
        assert all(page.y0 < box.y0 < box.y1 <= page.y1 for box in boxes)


@pytest.mark.parametrize("place", [0, 1])
def test_every_axis_has_at_least_four_numbers_to_read_off(outcome, place):
    axes = slides(outcome)[place].figure.axes[0]
    low, high = axes.get_ylim()

    assert len([tick for tick in axes.get_yticks() if low <= tick <= high]) >= 4


@pytest.mark.parametrize("reach", [0.01, 0.3, 3.0, 40.0])
def test_numbers_along_an_axis_never_crowd(outcome, reach):
    series = {name: values * reach for name, values in outcome.series.items()}
    axes = slides(replace(outcome, series=series))[0].figure.axes[0]
    low, high = axes.get_ylim()

    assert 2 <= len([tick for tick in axes.get_yticks() if low <= tick <= high]) <= 8


def test_slides_of_many_paths_share_one_scale():
    effects = {"status_quo": 0.0} | {f"path_{slot}": slot / 5 for slot in range(8)}
    first, second, *_ = slides(made_up.made_up_outcome(effects, futures=20))

    assert first.figure.axes[0].get_ylim() == second.figure.axes[0].get_ylim()


def test_the_marker_below_the_line_is_explained(land):
    assert "median of each future's own low" in land.figure.texts[1].get_text().replace("\n", " ")
    for axes in land.figure.axes:
        assert "median low" in [text.get_text() for text in axes.texts]


def test_the_marker_stands_at_the_median_of_the_low_points(land, outcome):
    lows = outcome.series["margin_land"][:, :, 11:15].min(axis=2)

    for slot, axes in enumerate(land.figure.axes):
        (marker,) = [line for line in axes.lines if len(line.get_xdata()) == 1]
        assert marker.get_ydata()[0] == pytest.approx(np.median(lows[slot]))


def title(outcome, margin=0):
    return slides(outcome)[margin].title


def test_the_title_gives_the_medians_of_the_low_points(outcome):
    lows = outcome.series["margin_airsea"][:, :, 11:15].min(axis=2)
    said = title(outcome, margin=1)

    assert said.startswith("At the low point of a 2027 war Europe's air and sea margin is")
    assert f"{np.median(lows[2]):.2f} with burden shifting" in said
    assert f"{np.median(lows[0]):.2f} with status quo" in said


def test_the_title_names_whichever_path_moves_most():
    outcome = made_up.made_up_outcome({"status_quo": 0.0, "zebra": 0.3, "burden_shifting": 0.0})

    assert "with zebra" in title(outcome)


def test_small_differences_have_a_title_that_says_so():
    outcome = made_up.made_up_outcome({"status_quo": 0.0, "small": 0.05})

    assert title(outcome).startswith("Paths differ little at the low point of a 2027 war:")


def test_equal_paths_have_a_title_that_says_so():
    outcome = made_up.made_up_outcome({"status_quo": 0.0, "twin": 0.0})

    assert title(outcome) == (
        "No path can be told from status quo by Europe's land margin at the low point of a 2027 war"
    )


def test_one_path_alone_has_its_own_number_as_title_and_nothing_to_compare():
    outcome = made_up.made_up_outcome({"status_quo": 0.0})
    lows = outcome.series["margin_land"][0][:, 11:15].min(axis=1)

    slide, _ = slides(outcome)

    assert slide.title.startswith(
        f"On status quo, Europe's land margin is {np.median(lows):.2f} at the low point of a 2027"
    )
    words = " ".join(text.get_text() for text in slide.figure.texts)
    assert "grey" not in words
    assert "every path" not in words


def test_without_a_war_title_and_slide_speak_of_the_end():
    calm = without_war(made_up.made_up_outcome())

    slide, _ = slides(calm)

    assert slide.title.startswith("At the end of the period")
    assert "war" not in slide.description


def test_one_path_alone_without_a_war_is_told_by_its_end():
    calm = without_war(made_up.made_up_outcome({"status_quo": 0.0}))
    end = np.median(calm.series["margin_land"][0][:, -1])

    assert title(calm).startswith(
        f"On status quo, Europe's land margin is {end:.2f} at the end of the period"
    )


def without_war(outcome):
    peace = replace(outcome.case.contingency, kind="none", opens=None)
    return replace(outcome, case=replace(outcome.case, contingency=peace))


def test_margins_of_zero_can_be_drawn(outcome):
    nothing = {name: 0 * values for name, values in outcome.series.items()}

    slide, _ = slides(replace(outcome, series=nothing))

    assert len(picture_files(slide)) == 4


def test_many_paths_fill_several_slides_each_with_the_baseline():
    effects = {"status_quo": 0.0} | {f"path_{slot}": slot / 20 for slot in range(5)}

    shown = slides(made_up.made_up_outcome(effects, futures=20))

    assert [slide.name for slide in shown] == [
        "denial_bands",
        "denial_bands-2",
        "denial_bands-3",
        "denial_bands-4",
    ]
    assert all({"status_quo"} < {row[1] for row in slide.rows} for slide in shown)


def test_a_hostile_path_name_does_not_break_the_drawing():
    outcome = made_up.made_up_outcome({"status_quo": 0.0, "<b>$x_y$&": 0.3}, futures=20)

    slide, _ = slides(outcome)

    ElementTree.fromstring(picture_files(slide)["charts/denial_bands.svg"])


def test_a_study_without_margins_has_no_slide(outcome):
    assert slides(replace(outcome, series={})) == []
