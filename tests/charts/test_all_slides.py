"""Every slide of every study can be read from the back row, traced, repeated and read aloud."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
import studies
from made_up import WAR
from matplotlib.text import Text

from sim.charts.all import CHARTS, pictures, slides
from sim.charts.picture import picture_files

NO_WAR = replace(WAR, name="none", kind="none", opens=None)
CHINA_DECIDES = replace(WAR, name="endogenous", kind="endogenous", opens=None)
LATE_WAR = replace(WAR, name="late", opens=(2034, 2))
LONG = {
    "status_quo": 0.0,
    "a_path_with_a_very_long_name_that_somebody_wrote": 0.3,
    "<b>$x_y$&": -0.2,
}
KINDS = {
    "headline": lambda: studies.study_of(studies.HEADLINE),
    "ten paths": lambda: studies.study_of(studies.TEN),
    "moved stances": lambda: studies.study_of(studies.TEN, shift=0.5),
    "two paths": lambda: studies.study_of({"status_quo": 0.0, "mine": 0.1}, panels=False),
    "long names": lambda: studies.study_of(LONG),
    "China decides": lambda: studies.study_of(studies.HEADLINE, contingency=CHINA_DECIDES),
    "one path": lambda: studies.study_of({"status_quo": 0.0}),
    "late war": lambda: studies.study_of(studies.HEADLINE, contingency=LATE_WAR),
    "no war": lambda: studies.study_of(studies.HEADLINE, contingency=NO_WAR),
}


@pytest.fixture(scope="module", params=list(KINDS))
def shown(request):
    """The slides of one kind of study, drawn."""
    found = slides(KINDS[request.param]())
    for slide in found:
        slide.figure.draw_without_rendering()
    return found


def words(slide):
    """Every piece of text on a slide that is seen."""
    hidden = {label for axes in slide.figure.axes for label in _unseen(axes)}
    return [
        text
        for text in slide.figure.findobj(Text)
        if text.get_text().strip() and text.get_visible() and text not in hidden
    ]


def _unseen(axes):
    """The labels of ticks beyond the ends of an axis, and those that only the outer axes show."""
    for axis in (axes.xaxis, axes.yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
            yield tick.label2
            if not (low <= tick.get_loc() <= high and tick.label1.get_visible()):
                yield tick.label1


def test_nothing_is_smaller_than_sixteen_points(shown):
    small = [(s.name, t.get_text()) for s in shown for t in words(s) if t.get_fontsize() < 16]

    assert small == []


def test_every_word_is_on_the_slide(shown):
    outside = []
    for slide in shown:
        page = slide.figure.bbox
        for text in words(slide):
            box = text.get_window_extent()
            if box.x0 < 0 or box.y0 < 0 or box.x1 > page.x1 or box.y1 > page.y1:
                outside.append((slide.name, text.get_text()))
    assert outside == []


def test_no_words_cover_others(shown):
    covered = []
    for slide in shown:
        boxes = [(text.get_text(), text.get_window_extent()) for text in words(slide)]
        covered += [
            (slide.name, one, other)
            for (one, a), (other, b) in combinations(boxes, 2)
            if _overlap(a, b)
        ]
    assert covered == []


def _overlap(a, b, slack=2.0):
    """Whether two boxes share more than two pixels in both directions."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > slack and min(a.y1, b.y1) - max(a.y0, b.y0) > slack


def test_every_slide_names_its_study_and_claims_no_forecast(shown):
    for slide in shown:
        foot = slide.figure.texts[2].get_text()
        assert "60 futures" in foot
        assert "seed 7" in foot
        assert "it does not predict" in foot


def test_every_slide_says_in_words_what_it_shows(shown):
    for slide in shown:
        assert slide.title == " ".join(slide.figure.texts[0].get_text().split("\n"))
        assert len(slide.description) > 100
        assert len(slide.title) < 230


def test_every_slide_has_its_own_name(shown):
    names = [slide.name for slide in shown]

    assert len(set(names)) == len(names)


def test_numbers_lie_beside_every_slide(shown):
    for slide in shown:
        assert slide.rows
        assert {len(row) for row in slide.rows} == {len(slide.header)}


def test_drawings_can_be_read_aloud_whatever_the_names_of_the_paths():
    for slide in slides(KINDS["long names"]()):
        root = ElementTree.fromstring(picture_files(slide)[f"charts/{slide.name}.svg"])
        assert root.get("role") == "img"


def test_the_same_study_gives_the_same_bytes(study):
    assert pictures(study) == pictures(studies.study_of(studies.HEADLINE))


def test_a_whole_study_shows_every_chart(study):
    names = {slide.name for slide in slides(study)}

    assert {"differences_decides", "differences_fixed_2027", "differences_none"} <= names
    assert {"denial_bands", "denial_bands-2", "war_date", "war_date-2", "alliance_bands"} <= names
    assert {"stances", "stances-2"} <= names


def test_without_panels_only_the_scenarios_own_is_shown():
    names = {slide.name for slide in slides(studies.study_of(studies.HEADLINE, panels=False))}

    assert "differences_fixed_2027" in names
    assert not any("war_date" in name or "decides" in name for name in names)


def test_a_study_of_one_path_draws_what_it_can():
    names = {slide.name for slide in slides(studies.study_of({"status_quo": 0.0}, panels=False))}

    assert names == {
        *("denial_bands", "denial_bands-2", "campaign_stocks", "draw_by_class"),
        *("alliance_bands", "stances", "stances-2"),
    }


def test_no_slide_of_one_path_speaks_of_other_paths():
    for slide in slides(studies.study_of({"status_quo": 0.0})):
        said = f"{slide.title} {slide.description} {' '.join(map(str, words(slide)))}".lower()
        assert not any(word in said for word in ("no path", "every path", "grey", "paths"))


def test_every_chart_says_which_question_it_answers():
    assert all(chart.question.endswith("?") for chart in CHARTS)
    assert len({chart.name for chart in CHARTS}) == len(CHARTS)
