"""How does a path look on every chart: its colour, its dash, its marker, and the page it is on?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib import color_sequences
from matplotlib.colors import to_hex, to_rgb

SLIDE = (13.33, 7.5)  # inches, a 16:9 slide
DOTS_PER_INCH = 150
TITLE, TEXT, SMALL = 22, 18, 16  # points; nothing on a slide is smaller
INK, GREY, FAINT = "#1a1a1a", "#5f5f5f", "#d9d9d9"

SETTINGS: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": SMALL,
    "svg.fonttype": "none",
    "svg.hashsalt": "policy wargame",
    "pdf.fonttype": 42,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": GREY,
    "ytick.color": GREY,
}

# petroff10 in an order of our own: its grey comes after the five paths of the headline, because
# grey is also the baseline behind other paths.
COLOURS: Sequence[Any] = [color_sequences["petroff10"][n] for n in (0, 1, 2, 4, 5, 3, 6, 7, 8, 9)]
DASHES: tuple[Any, ...] = (
    "-",
    (0, (5, 2)),
    (0, (1.5, 1.5)),
    (0, (7, 2, 1.5, 2)),
    (0, (9, 1.5, 1.5, 1.5, 1.5, 1.5)),
)
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "<", ">", "*")

# A path keeps its place in the palette on every chart, whichever other paths are shown. The first
# five stand in the headline and have a dash each.
PLACES = {
    "status_quo": 0,
    "symbolic_deployments": 1,
    "burden_shifting": 2,
    "combined": 3,
    "brief_package": 4,
    "soft_package": 5,
    "presence_and_soft": 6,
    "everything": 7,
    "capable_presence": 8,
    "status_quo_plus_money": 9,
}


@dataclass(frozen=True)
class Look:
    """Colour, dash and marker of a path; the last two survive a grey print. `ink` is for text."""

    colour: Any
    ink: str
    dash: Any
    marker: str


def looks(paths: Sequence[str]) -> dict[str, Look]:
    """The look of each path: fixed for shipped paths, the next free place for others.

    >>> looks(["mine", "status_quo"])["status_quo"] == looks(["status_quo"])["status_quo"]
    True
    """
    taken = [PLACES[path] for path in paths if path in PLACES]
    free = [place for place in range(len(COLOURS)) if place not in taken]
    places = dict(PLACES)
    for order, path in enumerate(path for path in paths if path not in PLACES):
        places[path] = free[order % len(free)] if free else order % len(COLOURS)
    return {path: _look(places[path]) for path in paths}


def _look(place: int) -> Look:
    colour, dash = COLOURS[place], DASHES[place % len(DASHES)]
    return Look(colour, dark_enough(colour), dash, MARKERS[place])


def dark_enough(colour: Any) -> str:
    """The colour, darkened until text in it can be read on white (contrast 4.5 to 1).

    >>> dark_enough("#000000")
    '#000000'
    """
    red, green, blue = to_rgb(colour)
    while contrast_on_white((red, green, blue)) < 4.5:
        red, green, blue = red * 0.95, green * 0.95, blue * 0.95
    return to_hex((red, green, blue))


def contrast_on_white(colour: Any) -> float:
    """The contrast of a colour against white, from 1 (none) to 21 (black).

    Basis: WCAG 2.2, relative luminance.

    >>> round(contrast_on_white("#000000"))
    21
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in to_rgb(colour)
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
