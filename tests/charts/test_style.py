"""A path can be told from another in colour, in grey and by readers who see colours otherwise."""

from itertools import combinations

import pytest

from sim.charts.style import PLACES, contrast_on_white, looks

HEADLINE = ("status_quo", "symbolic_deployments", "burden_shifting", "combined", "brief_package")


def test_a_path_looks_the_same_whoever_stands_beside_it():
    together = looks(HEADLINE)

    assert all(looks([path])[path] == together[path] for path in HEADLINE)


def test_a_path_of_ones_own_takes_no_shipped_look():
    shown = looks(["mine", "status_quo", "yours"])

    assert len({look.marker for look in shown.values()}) == 3


@pytest.mark.parametrize(("one", "other"), list(combinations(HEADLINE[:4], 2)))
def test_two_paths_differ_in_marker_and_colour(one, other):
    shown = looks(HEADLINE)

    assert shown[one].marker != shown[other].marker
    assert colour_distance(shown[one].colour, shown[other].colour) >= 15


@pytest.mark.parametrize("path", sorted(PLACES))
def test_text_in_a_paths_colour_can_be_read_on_white(path):
    assert contrast_on_white(looks([path])[path].ink) >= 4.5


def test_more_paths_than_colours_still_have_a_look():
    assert len(looks([f"path_{slot}" for slot in range(25)])) == 25


def colour_distance(one, other):
    """Distance between two colours in CIELAB (D65)."""
    return sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5


def _lab(colour):
    from matplotlib.colors import to_rgb

    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in to_rgb(colour)
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
