"""A tie is a tie, whatever the paths are called."""

from sim.analysis.compare import differ
from sim.charts.leading import alike, named


def difference(path, values):
    return differ("margin", path, values, [0.0] * len(values), "higher")


FIRST = difference("first", [1.0, 1.2, 0.8, 1.1])
SECOND = difference("second", [1.05, 1.15, 0.9, 1.1])
FAR = difference("far", [0.1, 0.11, 0.1, 0.12])
OPPOSITE = difference("opposite", [-1.0, -1.1, -1.2, -0.9])


def test_paths_whose_intervals_overlap_are_named_together_in_their_order():
    assert [row.path for row in alike(SECOND, [FIRST, FAR, SECOND, OPPOSITE])] == [
        "first",
        "second",
    ]


def test_two_paths_are_named_and_more_are_counted():
    assert named([FIRST, SECOND]) == "first and second"
    assert named([FIRST, SECOND, FAR]) == "first and 2 others"
