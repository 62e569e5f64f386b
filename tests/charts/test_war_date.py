"""The slide of war dates shows every path at every date, with its interval."""

import studies

from sim.charts.war_date import draw


def test_each_margin_has_a_slide_with_every_path_at_every_date(study):
    land, airsea = draw(study)

    assert {row[0] for row in land.rows} == {"margin_land_low"}
    assert {row[0] for row in airsea.rows} == {"margin_airsea_low"}
    assert len(land.rows) == 4 * 9
    assert [row[4] for row in land.rows[:9]] == list(range(2026, 2035))


def test_the_interval_holds_the_mean(study):
    for slide in draw(study):
        assert all(low <= mean <= high for *_, mean, low, high, _verdict in slide.rows)


def test_the_title_gives_the_best_gain_at_2027_and_at_the_end(study):
    land, _ = draw(study)
    at = {year: max(r[5] for r in land.rows if r[4] == year) for year in (2027, 2034)}

    assert f"{at[2027]:+.2f} if war opens in 2027, {at[2034]:+.2f} in 2034" in land.title
    assert land.title.endswith("; symbolic deployments never gains a tenth of that")


def test_several_paths_that_gain_little_are_counted_in_the_title():
    study = studies.study_of({"status_quo": 0.0, "mine": 0.1, "tiny": 0.0004, "small": 0.0003})

    assert draw(study)[0].title.endswith("; 2 of 3 paths never gain a tenth of that")


def test_where_no_path_gains_the_title_says_so():
    study = studies.study_of({"status_quo": 0.0, "twin": 0.0, "worse": -0.1})

    assert draw(study)[0].title == (
        "No path gains in the land margin over status quo in a war of 2026 to 2034"
    )


def test_2027_is_marked(study):
    land, _ = draw(study)

    shades = [patch for patch in land.figure.axes[0].patches if patch.get_width() == 1]
    assert [patch.get_x() for patch in shades] == [2026.5]


def test_markers_of_one_year_stand_side_by_side(study):
    axes = draw(study)[0].figure.axes[0]
    lines = [line for line in axes.lines if len(line.get_xdata()) == 9]

    starts = {round(line.get_xdata()[1], 3) for line in lines}

    assert len(starts) == 4
    assert all(2026.5 < start < 2027.5 for start in starts)


def test_a_small_gain_that_can_be_told_apart_is_not_written_as_zero():
    study = studies.study_of({"status_quo": 0.0, "mine": 0.1, "tiny": 0.0004})
    land, _ = draw(study)

    (at_2027,) = [row for row in land.rows if row[1] == "tiny" and row[4] == 2027]
    written = [text.get_text() for text in land.figure.axes[0].texts]

    assert at_2027[-1] == "better"
    assert "0.000" not in written
