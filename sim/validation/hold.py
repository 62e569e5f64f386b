"""What do the figures that were held out say? Scored, told, and recorded the first time."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sim.validation.contest import Contest, contest
from sim.validation.draw import Draw
from sim.validation.files import replace_file
from sim.validation.posterior_files import beliefs_hash, rules_hash, targets_hash
from sim.validation.registry import modules
from sim.validation.scorecard import OUT_OF_SCOPE, Score, Tell, score_all
from sim.validation.wording import given, late_comparisons, mark_cells, published

ABOUT = (
    "# The one scoring of what is held out: written by `sim validate --hold`, never by hand.\n"
    "# Misses included, as they fell. A later change of what the hashes name marks it as seen.\n"
)
SEEN_BEFORE = ("office_tokyo_2023", "lithuania_concedes")  # known while a prior was set


@dataclass(frozen=True)
class Held:
    """What was held out, scored.

    Attributes:
        draw: the futures.
        scores: of every figure that is held out.
        contest: forecasts with their marks after 2021.
    """

    draw: Draw
    scores: tuple[Score, ...]
    contest: Contest


def score_held_out(draw: Draw, tell: Tell | None = None) -> Held:
    """Scores every figure that is held out, and the years after 2021."""
    scores = score_all(modules(), draw, held_out=True, tell=tell)
    return Held(draw, tuple(scores), contest(draw, held_out=True))


def content(held: Held) -> dict[str, Any]:
    """The record as plain values."""
    return {
        "rules": rules_hash(),
        "beliefs": beliefs_hash(),
        "targets": targets_hash(),
        "seed": held.draw.seed,
        "futures": held.draw.futures,
        "scores": [_row(one) for one in held.scores],
        "hindcast": {
            entry.forecast.name: {
                "fitted_on": entry.forecast.fitted_on,
                "marks": mark_cells(entry.late),
            }
            for entry in held.contest.entries
            if entry.late is not None
        },
        "sentences": late_comparisons(held.contest),
    }


def _row(one: Score) -> dict[str, Any]:
    verdict = one.verdict
    if one.row.measure in SEEN_BEFORE:
        verdict = f"{verdict} (seen before)"
    return {
        "target": one.row.target,
        "figure": one.row.key,
        "label": one.row.label,
        "published": published(one),
        "model": given(one) if one.verdict != OUT_OF_SCOPE else "-",
        "verdict": verdict,
        "source": f"{one.row.source}, {one.row.grade}",
        "note": one.row.note,
    }


def write_record(held: Held, file: Path) -> None:
    """Writes the record, whole or not at all."""
    text = yaml.safe_dump(content(held), sort_keys=False, allow_unicode=True, width=100)
    replace_file(file, (ABOUT + text).encode())
