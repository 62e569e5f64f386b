"""A path can be told from another in colour, in grey and by readers who see colours otherwise."""

from itertools import combinations

import pytest
from matplotlib.colors import to_rgb

from sim.charts.style import GREY, PLACES, contrast_on_white, looks

# Linear light as seen without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1.
SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long-wave cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no middle-wave cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short-wave cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
HEADLINE = ("status_quo", "symbolic_deployments", "burden_shifting", "combined", "brief_package")


def test_a_path_looks_the_same_whoever_stands_beside_it():
    together = looks(HEADLINE)

    assert all(looks([path])[path] == together[path] for path in HEADLINE)


def test_a_path_of_ones_own_takes_no_shipped_look():
    shown = looks(["mine", "status_quo", "yours"])

    assert len({look.marker for look in shown.values()}) == 3


@pytest.mark.parametrize(("one", "other"), list(combinations(HEADLINE, 2)))
def test_two_paths_of_the_headline_differ_for_every_reader(one, other):
    shown = looks(HEADLINE)

    for sight in SIGHTS.values():
        assert colour_distance(shown[one].colour, shown[other].colour, sight) >= 15


@pytest.mark.parametrize(("one", "other"), list(combinations(HEADLINE, 2)))
def test_two_paths_of_the_headline_differ_on_a_grey_print(one, other):
    shown = looks(HEADLINE)

    assert shown[one].marker != shown[other].marker
    assert shown[one].dash != shown[other].dash


def test_ten_shipped_paths_have_ten_markers_and_colours():
    shown = looks(list(PLACES)).values()

    assert len(PLACES) == len({look.marker for look in shown}) == 10
    assert len({str(look.colour) for look in shown}) == 10


def test_no_path_of_the_headline_is_as_grey_as_the_baseline_behind_others():
    for path, look in looks(HEADLINE).items():
        assert colour_distance(look.colour, GREY) >= 25, path


@pytest.mark.parametrize("path", sorted(PLACES))
def test_text_in_a_paths_colour_can_be_read_on_white(path):
    assert contrast_on_white(looks([path])[path].ink) >= 4.5


def test_more_paths_than_colours_still_have_a_look():
    assert len(looks([f"path_{slot}" for slot in range(25)])) == 25


def colour_distance(one, other, sight=((1, 0, 0), (0, 1, 0), (0, 0, 1))):
    """Distance between two colours in CIELAB (D65), as a reader with this sight sees them."""
    pair = zip(_lab(one, sight), _lab(other, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pair) ** 0.5


def _lab(colour, sight):
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in to_rgb(colour)
    ]
    red, green, blue = (
        min(1.0, max(0.0, sum(w * part for w, part in zip(row, linear, strict=True))))
        for row in sight
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
