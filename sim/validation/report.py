"""What does `sim validate` find, before it is printed, drawn or written?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.analysis.spread import mean
from sim.data.held_out import HeldOut, load_held_out
from sim.validation.contest import Contest, contest
from sim.validation.draw import Draw
from sim.validation.posterior_files import beliefs_hash, rules_hash, targets_hash
from sim.validation.registry import modules
from sim.validation.replay import ITEMS, february_2003
from sim.validation.scorecard import (
    HELD_OUT,
    MISS,
    NEAR,
    NOT_REACHED,
    Score,
    Tell,
    by_target,
    score_all,
)

PATTERN = "pattern"


@dataclass(frozen=True)
class Replayed:
    """A past item of the council.

    Attributes:
        label: for the reader.
        outcome: what happened.
        chance: of the model that it passes within a year, an accession within two, planning at
            one meeting [probability]; None where held out.
        grade: how well the outcome is known.
        use: "CAL", "HOLD", or "pattern" where no figure is published.
    """

    label: str
    outcome: str
    chance: float | None
    grade: str
    use: str


@dataclass(frozen=True)
class Report:
    """What validation found.

    Attributes:
        draw: the futures, and what is believed in them.
        scores: of every figure of the modules asked for.
        contest: the hindcast beside the baselines; None where it was not asked for.
        replays: past items of the council; none where it was not asked for.
        record: of the one scoring of what is held out; None before it.
        seen: whether rules, beliefs or figures have changed since that scoring.
        whole: whether every module was asked for.
    """

    draw: Draw
    scores: tuple[Score, ...]
    contest: Contest | None
    replays: tuple[Replayed, ...] = ()
    record: HeldOut | None = None
    seen: bool = False
    whole: bool = True

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of every target for calibration: that of its worst figure."""
        return by_target(self.scores)

    @property
    def missed(self) -> list[Score]:
        """Figures that are no hit, of those that were scored."""
        return [one for one in self.scores if one.verdict in (MISS, NEAR, NOT_REACHED)]


def report(draw: Draw, names: Sequence[str] = (), tell: Tell | None = None) -> Report:
    """What validation finds, without what is held out but for the record of its one scoring.

    Args:
        draw: the futures.
        names: of modules; all where there are none.
        tell: called before each module.
    """
    every = modules()
    asked = {name: module for name, module in every.items() if not names or name in names}
    scores = score_all(asked, draw, tell=tell)
    record = load_held_out()
    return Report(
        draw=draw,
        scores=tuple(scores),
        contest=contest(draw) if "spending" in asked else None,
        replays=tuple(replays(draw, scores)) if "council" in asked else (),
        record=record,
        seen=record is not None and is_seen(record),
        whole=len(asked) == len(every),
    )


def replays(draw: Draw, scores: Sequence[Score]) -> list[Replayed]:
    """Past items of the council with the chance that was scored for each."""
    by_name = {one.row.measure: one for one in scores}
    told = []
    for item in ITEMS:
        one = by_name[item.name]
        happened = item.outcome if one.given is not None else HELD_OUT
        told.append(Replayed(item.label, happened, one.given, item.grade, one.row.use))
    joined = Replayed(
        "Finland and Sweden, two hold-outs",
        "joined in 10.5 and 21.7 months",
        by_name["accession_in_two_years"].given,
        "C",
        "CAL",
    )
    stopped = Replayed(
        "February 2003, planning for Türkiye",
        "blocked by three",
        mean(february_2003(draw).tolist()),
        "B",
        PATTERN,
    )
    return [*told, joined, stopped]


def is_seen(record: HeldOut) -> bool:
    """Whether anything that the record names has changed since."""
    now = (rules_hash(), beliefs_hash(), targets_hash())
    return now != (record.rules, record.beliefs, record.targets)
