"""How is a problem in a scenario told to the person who wrote it?"""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST_QUOTE = 80
LONGEST_LINE = 160
MOST_SHOWN = 100
MOST_LISTED = 20
MOST_NEAR = 5
LONGEST_CODE = 3
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

    A slip in a code of few letters is most likely for a code of as many.

    >>> nearest("spending_targt", ["spending_target", "ukraine_aid"])
    'spending_target'
    """
    by_small = {option.lower(): option for option in allowed}
    codes = [option for option in by_small if len(option) == len(name) <= LONGEST_CODE]
    cutoff = 0.6 if len(name) > LONGEST_CODE else 0.5
    found = [
        *difflib.get_close_matches(name.lower(), codes, n=1, cutoff=cutoff),
        *difflib.get_close_matches(name.lower(), by_small, n=1, cutoff=cutoff),
    ]
    return by_small[found[0]] if found else None


def did_you_mean(
    name: str,
    allowed: Iterable[str],
    also: Mapping[str, tuple[str, ...]] | None = None,
    see: str = "",
) -> str:
    """A hint to append to a message: the name that is meant, or the names there are.

    Args:
        name: as written.
        allowed: the names there are.
        also: what else allowed names are called, in small letters, and those names.
        see: the command that lists all names; needed where there are many.

    >>> did_you_mean("FRX", ["DEU", "FRA"])
    "did you mean 'FRA'?"
    >>> did_you_mean("Germany", ["DEU", "FRA"], {"germany": ("DEU",)})
    "did you mean 'DEU'?"
    """
    options = list(allowed)
    also = also or {}
    meant = also.get(name.lower()) or _close(name, options, also)
    if meant:
        return f"did you mean {quoted(meant, 'or')}?"
    if not options:
        return "none are known here"
    if len(options) <= MOST_LISTED:
        return "known: " + ", ".join(plain(option) for option in options)
    return _nearest_first(name, options, see)


def _close(name: str, options: list[str], also: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a slip was meant to be; other names count if they are no mere abbreviations."""
    close = nearest(name, options)
    if close is not None:
        return (close,)
    spelt_out = [
        other for other in also if len(other) > LONGEST_CODE and set(also[other]) <= {*options}
    ]
    other = nearest(name, spelt_out) if len(name) > LONGEST_CODE else None
    return also[other] if other else ()


def _nearest_first(name: str, options: list[str], see: str) -> str:
    """The few names that are somewhat like this one, and where the others are listed."""
    by_small = {option.lower(): plain(option) for option in options}
    near = difflib.get_close_matches(name.lower(), by_small, n=MOST_NEAR, cutoff=0.4)
    parts = ["nearest: " + ", ".join(by_small[option] for option in near)] if near else []
    parts += [f"{see} lists all"] if see else []
    return "; ".join(parts) or "nothing here is like it"


def quoted(names: Iterable[str], joint: str) -> str:
    """Names in quotes, with 'or' or 'and' before the last.

    >>> quoted(["a", "b", "c"], "or")
    "'a', 'b' or 'c'"
    """
    *first, last = (f"'{plain(name)}'" for name in names)
    return f"{', '.join(first)} {joint} {last}" if first else last


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
        problems: as they were found; at one place they are told in that order, each once.
    """

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: list[Problem] = sorted(
            dict.fromkeys(problems),
            key=lambda problem: (problem.file, problem.line, problem.column),
        )
        lines = [str(problem) for problem in self.problems[:MOST_SHOWN]]
        if len(self.problems) > MOST_SHOWN:
            lines.append(f"... and {len(self.problems) - MOST_SHOWN:,} more problems")
        super().__init__("\n".join(lines))
