"""How does a figure become files: PNG and SVG with alt text, and the numbers it shows?"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from sim.charts.style import DOTS_PER_INCH, SETTINGS
from sim.results.tables import cell


@dataclass(frozen=True)
class Picture:
    """A figure with its name, its message, a description for who cannot see it, its numbers."""

    name: str
    figure: Figure
    title: str
    description: str
    header: Sequence[str]
    rows: Sequence[Sequence[Any]]


def picture_files(picture: Picture) -> dict[str, bytes]:
    """The files of a picture by name; the same picture always gives the same bytes."""
    place = f"charts/{picture.name}"
    return {
        f"{place}.png": _png(picture),
        f"{place}.svg": _svg(picture),
        f"{place}.csv": _csv(picture),
        f"{place}.alt.txt": f"{picture.title}\n\n{picture.description}\n".encode(),
    }


def _png(picture: Picture) -> bytes:
    buffer = io.BytesIO()
    words = {"Title": picture.title, "Description": picture.description, "Software": None}
    with rc_context(SETTINGS):
        FigureCanvasAgg(picture.figure)
        picture.figure.savefig(buffer, format="png", dpi=DOTS_PER_INCH, metadata=words)
    return buffer.getvalue()


def _svg(picture: Picture) -> bytes:
    buffer = io.BytesIO()
    with rc_context(SETTINGS):
        picture.figure.savefig(buffer, format="svg", metadata={"Date": None})
    text = buffer.getvalue().decode("utf-8")
    start = text.index("<svg")
    end = text.index(">", start)
    words = f"<title>{escape(picture.title)}</title>\n <desc>{escape(picture.description)}</desc>"
    return f'{text[:end]} role="img">\n {words}{text[end + 1 :]}'.encode()


def _csv(picture: Picture) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(picture.header)
    writer.writerows([cell(value) for value in row] for row in picture.rows)
    return buffer.getvalue().encode()
