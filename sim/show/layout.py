"""How does a page look on a terminal? Plain text, at most 100 columns wide."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 100
LABEL = 14
BAR = 41  # characters from 0 to 1


def bar(value: float, sd: float) -> str:
    """A value between 0 and 1 as a bar: '#' the value, '=' one sd to either side.

    >>> bar(0.5, 0.1)
    '|................====#====................|'
    """
    cells = ["."] * BAR
    for cell in range(_cell(value - sd), _cell(value + sd) + 1):
        cells[cell] = "="
    cells[_cell(value)] = "#"
    return f"|{''.join(cells)}|"


def _cell(value: float) -> int:
    return round(min(1.0, max(0.0, value)) * (BAR - 1))


def wrapped(text: str, indent: int = 0, further: int = 0) -> list[str]:
    """The text in lines of at most 100 columns.

    Args:
        text: one paragraph.
        indent: of every line [characters].
        further: more, from the second line on [characters].
    """
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + further),
    )


def field(label: str, text: str) -> list[str]:
    """A label at the left and its text beside it; nothing where there is no text."""
    if not text.strip():
        return []
    first, *others = textwrap.wrap(" ".join(text.split()), WIDTH - LABEL - 2)
    return [f"  {label:<{LABEL}}{first}", *(f"  {'':<{LABEL}}{line}" for line in others)]


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their cells in columns; what does not fit the last column goes on below.

    >>> list(columns([("a", "bb"), ("ccc", "d")]))
    ['  a    bb', '  ccc  d']
    """
    if not rows:
        return
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    start = 2 + sum(width + 2 for width in widths)
    for row in rows:
        lead = "  " + "".join(
            f"{cell:<{width}}  " for cell, width in zip(row[:-1], widths, strict=True)
        )
        lines = textwrap.wrap(row[-1], max(20, WIDTH - start)) or [""]
        yield (lead + lines[0]).rstrip()
        yield from (" " * start + line for line in lines[1:])


def page(*blocks: Iterable[str]) -> str:
    """The blocks of a page, with an empty line between them."""
    return "\n\n".join(text for text in ("\n".join(block) for block in blocks) if text)
