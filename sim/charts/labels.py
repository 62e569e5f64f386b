"""Where do labels go so that none covers another, and how is a long line broken?"""

import textwrap
from collections.abc import Sequence

from matplotlib.figure import Figure

from sim.analysis.wording import path_label

LONGEST_NAME = 28  # characters of a path's name in a sentence


def spread_out(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The nearest places at least a gap apart and within bounds, in the order given.

    Args:
        places: where the labels would like to be.
        gap: smallest distance between two labels.
        low: lower bound.
        high: upper bound; the gap shrinks when the labels do not fit between the bounds.

    >>> spread_out([1.0, 1.0], gap=0.2, low=0.0, high=2.0)
    [0.9, 1.1]
    """
    if len(places) < 2:
        return [min(max(place, low), high) for place in places]
    gap = min(gap, (high - low) / (len(places) - 1))
    order = sorted(range(len(places)), key=lambda slot: places[slot])
    wanted = [places[slot] - gap * rank for rank, slot in enumerate(order)]
    settled = _rising(wanted)
    top = high - gap * (len(places) - 1)
    result = [0.0] * len(places)
    for rank, slot in enumerate(order):
        result[slot] = min(max(settled[rank], low), top) + gap * rank
    return result


def broken(text: str, width: int, lines: int = 3) -> str:
    r"""The text on at most so many lines of about this width, cut with three dots when longer.

    >>> broken("status quo plus money", 11)
    'status quo\nplus money'
    """
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder="..."))


def short(path: str) -> str:
    """The path's name as a reader sees it, cut so that a title stays a title.

    >>> short("status_quo")
    'status quo'
    """
    name = path_label(path)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3]}..."


def fitted(figure: Figure, text: str, width: float, size: float, weight: str) -> str:
    """The text broken into lines that fit the width when drawn on this figure.

    Args:
        figure: with a canvas that can measure.
        text: words and spaces; a no-break space keeps two words together.
        width: share of the figure's width [0-1].
        size: of the letters [points].
        weight: of the letters, such as "bold".
    """
    probe = figure.text(0, 0, "", fontsize=size, fontweight=weight)
    room = width * figure.bbox.width
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        probe.set_text(longer)
        if lines and probe.get_window_extent().width <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    probe.remove()
    return "\n".join(lines)


def _rising(wanted: Sequence[float]) -> list[float]:
    """The closest never-falling line through the points: neighbours that clash share a mean."""
    pools: list[tuple[float, int]] = []
    for value in wanted:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, members = pools.pop()
            total, count = total + before, count + members
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
