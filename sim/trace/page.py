"""How is a story read? By year and quarter, in short lines of at most 100 columns."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from sim.analysis.wording import decimals_for, number, plain_text, scale_of
from sim.scenario.quarters import show_quarter
from sim.trace.event import Event, Reason
from sim.trace.fighting import AWAY
from sim.trace.sending import SHIPS
from sim.trace.setting import believed, opening
from sim.trace.story import Story

WIDTH = 100
INDENT = "      "
MOST_REASONS = 4
AMOUNTS = {SHIPS, AWAY, "probability", "% of GDP"}  # lists of amounts rather than pros and cons
EITHER = {"opened", "office_in_force"}  # a share over futures, and yes or no in one of them
LEAST = 0.005  # a smaller contribution is not worth a word
LEGEND = (
    "Reasons are ranked by contribution, the four largest are shown; all those of a budget add up "
    "to its percent, all that add to a chance make that chance. Log-odds: +0.7 doubles the odds, "
    "-0.7 halves them. Drafts, positions and stances go from 0 to 1. USD are dollars of 2024."
)


def page(story: Story) -> str:
    """The whole story as text."""
    parts = [
        "\n".join(line for text in opening(story.watched) for line in wrapped(text)),
        "\n".join(beliefs(story)),
        "\n".join(years(story.events)) or "Nothing that is asked for happened in these years.",
        "\n".join(scores(story)),
    ]
    return "\n\n".join(parts)


def wrapped(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """Text in lines that fit the screen."""
    head = indent if first is None else first
    return textwrap.wrap(
        plain_text(text),
        WIDTH,
        initial_indent=head,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def beliefs(story: Story) -> Iterator[str]:
    """What this future believes that is unusual, and how to read what follows."""
    yield "What is unusual about this future"
    for belief in story.unusual:
        yield from wrapped(believed(belief), "    ", "  - ")
    yield ""
    yield from wrapped(LEGEND)


def years(events: tuple[Event, ...]) -> Iterator[str]:
    """Every event under its year; the quarter stands at the first event of each."""
    told = ""
    for year, in_year in groupby(events, key=lambda event: event.year):
        yield from ("", str(year)) if told else (str(year),)
        told = str(year)
        quarter = 0
        for event in in_year:
            mark = f"  Q{event.quarter}  " if event.quarter != quarter else INDENT
            quarter = event.quarter
            yield from wrapped(event.text, INDENT, mark)
            yield from because(event.reasons)


def because(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """The largest reasons, those of one unit in one paragraph."""
    large = [reason for reason in reasons if abs(reason.contribution) >= LEAST]
    if not large or large[0].unit not in AMOUNTS:
        large = large[:MOST_REASONS]
    for unit in dict.fromkeys(reason.unit for reason in large):
        said = "; ".join(argument(reason) for reason in large if reason.unit == unit)
        yield from wrapped(f"{said} [{unit}]", INDENT + "    ", INDENT + "  > ")


def argument(reason: Reason) -> str:
    """One reason with its contribution."""
    coarse = reason.unit.startswith(("%", "percent", "ships"))
    places = 1 if coarse or abs(reason.contribution) >= 10 else 2
    signed = reason.unit not in AMOUNTS
    text = f"{reason.name} {number(reason.contribution, places, signed)}"
    if reason.effect is None:
        return text
    return f"{text} ({number(100 * reason.effect.value, 0, signed=True)} % of the chance)"


def scores(story: Story) -> Iterator[str]:
    """The measures of the whole run with their units; those without a value in one line."""
    yield scores_heading(story)
    for row, value in story.measures.values():
        if value != value:
            continue
        happened = "yes" if value else "no"
        text = happened if row.name in EITHER else amount(value, row.unit)
        yield from wrapped(f"{row.label}: {text}", "    ", "  ")
    missing = [row.label for row, value in story.measures.values() if value != value]
    if missing:
        yield from wrapped(f"Not reached here: {'; '.join(missing)}.", "    ", "  ")


def scores_heading(story: Story) -> str:
    """To which quarter the measures run, and where the story stops before it."""
    case = story.watched.case
    early = story.last is not None and story.last < case.end[0]
    stops = f" (the story above stops in {story.last})" if early else ""
    return f"Measures of this run, to {show_quarter(case.end)}{stops}"


def amount(value: float, unit: str) -> str:
    """A value of one run with its unit.

    >>> amount(0.75, "available / required, 1 = just enough")
    '0.75 (1 = just enough)'
    """
    scale = scale_of(unit)
    shown = value * scale.factor
    places = 0 if shown == round(shown) else decimals_for(shown)
    level = f"({scale.level})" if scale.level[:1].isdigit() else scale.level
    return f"{number(shown, places)} {level}".rstrip()
