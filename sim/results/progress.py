"""How far is a run, how fast, and how long will it take? Told on standard error only."""

import sys
import time
from types import TracebackType
from typing import Any, TextIO

SECONDS_BETWEEN_LINES = 30.0


class Progress:
    """A callable for `play`: a bar on a terminal, a plain line now and then elsewhere."""

    def __init__(self, quiet: bool = False, stream: TextIO | None = None) -> None:
        """Choose bar, lines or silence by the stream."""
        self.stream = stream if stream is not None else sys.stderr
        self.quiet = quiet
        self.first: tuple[float, int] | None = None
        self.told = float("-inf")
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> "Progress":
        """Ready to be called."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar down, whatever happened."""
        if self.bar is not None:
            self.bar.stop()

    def __call__(self, done: int, total: int) -> None:
        """Tell that so many futures of the total are played."""
        if self.quiet:
            return
        now = time.monotonic()
        if self.first is None:
            self.first = (now, done)
        if self.stream.isatty():
            self._show_bar(done, total)
        elif done == total or now - self.told >= SECONDS_BETWEEN_LINES:
            self.told = now
            print(self.line(done, total, now), file=self.stream, flush=True)

    def line(self, done: int, total: int, now: float) -> str:
        """Done, total, rate and time left in one plain line."""
        start, before = self.first or (now, done)
        text = f"{done:,} of {total:,} futures"
        if done > before and now > start and done < total:
            rate = (done - before) / (now - start)
            text += f", {rate:,.0f} a second, about {(total - done) / rate:,.0f} s left"
        return text

    def _show_bar(self, done: int, total: int) -> None:
        if self.bar is None:
            self._raise_bar(total)
        self.bar.update(self.task, completed=done, rate=self._rate(done))

    def _raise_bar(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self.bar = Bar(
            TextColumn("futures"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=Console(file=self.stream),
            transient=True,
        )
        self.task = self.bar.add_task("futures", total=total, rate="")
        self.bar.start()

    def _rate(self, done: int) -> str:
        start, before = self.first or (time.monotonic(), done)
        seconds = time.monotonic() - start
        return f"{(done - before) / seconds:,.0f} a second" if seconds > 0 else ""
