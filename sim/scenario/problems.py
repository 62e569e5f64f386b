"""How is a problem in a scenario told to the person who wrote it?"""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_QUOTE = 80
LONGEST_LINE = 160
MOST_SHOWN = 100
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def plain(text: str, longest: int = LONGEST_QUOTE) -> str:
    r"""The text with every character that could steer a terminal spelled out.

    Args:
        text: anything that came from a file, a file name or a user.
        longest: where to cut [characters].

    >>> plain("red\x1b[31m")
    'red\\x1b[31m'
    """
    cut = text if len(text) <= longest else text[:longest] + "..."
    return "".join(_visible(character) for character in cut)


def _visible(character: str) -> str:
    if unicodedata.category(character) not in HIDDEN:
        return character
    return character.encode("unicode_escape").decode("ascii")


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name that looks most like this one, or None if none does.

    >>> nearest("spending_targt", ["spending_target", "ukraine_aid"])
    'spending_target'
    """
    by_small = {option.lower(): option for option in allowed}
    cutoff = 0.6 if len(name) > 3 else 0.5
    found = difflib.get_close_matches(name.lower(), by_small, n=1, cutoff=cutoff)
    return by_small[found[0]] if found else None


def did_you_mean(name: str, allowed: Iterable[str]) -> str:
    """A hint to append to a message: the nearest name, or the few names there are.

    >>> did_you_mean("FRX", ["DEU", "FRA"])
    "did you mean 'FRA'?"
    """
    options = list(allowed)
    close = nearest(name, options)
    if close is not None:
        return f"did you mean '{close}'?"
    if not options:
        return "none are known here"
    shown = ", ".join(plain(option) for option in options[:12])
    return f"known: {shown}" + (", ..." if len(options) > 12 else "")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a scenario, and where.

    Attributes:
        file: the file as the user may open it.
        line: first line is 1; 0 where the whole file is meant.
        column: first column is 1; 0 where the whole line or file is meant.
        key: dotted key with names of items, e.g. `paths[combined].levers.ukraine_aid`; or "".
        message: what was found, what is allowed.
        source: the line of the file, or "".
    """

    file: str
    line: int
    column: int
    key: str
    message: str
    source: str = ""

    def __str__(self) -> str:
        """The problem as `file:line:column: key: message`, with the line and a caret below."""
        place = [str(number) for number in (self.line, self.column) if number]
        where = ":".join([plain(self.file, 500), *place])
        what = f"{plain(self.key, 300)}: {self.message}" if self.key else self.message
        return f"{where}: {what}" + self._caret()

    def _caret(self) -> str:
        if not self.source.strip() or not self.column or self.column > LONGEST_LINE:
            return ""
        lead = self.source[: self.column - 1]
        indent = "".join(" " * len(_visible(character)) for character in lead)
        return f"\n    {plain(self.source, LONGEST_LINE)}\n    {indent}^"


class ScenarioError(Exception):
    """A scenario cannot be used; it carries every problem that was found.

    Args:
        problems: in the order in which a reader should look at them.
    """

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: list[Problem] = sorted(
            set(problems), key=lambda problem: (problem.file, problem.line, problem.column)
        )
        lines = [str(problem) for problem in self.problems[:MOST_SHOWN]]
        if len(self.problems) > MOST_SHOWN:
            lines.append(f"... and {len(self.problems) - MOST_SHOWN:,} more problems")
        super().__init__("\n".join(lines))
