"""What did the figures that were held out say, the one time that they were scored?

The file is written by `sim validate --hold` and committed. It names what was scored, so that a
later change of rules or beliefs shows: from then on the held-out figures have been seen.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sim.data.checks import read_yaml

FILE = Path(__file__).parent / "held_out.yaml"


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The record of the one scoring.

    Attributes:
        rules: sha256 of rules, behaviours and how a game begins.
        beliefs: sha256 of parameters, stances, facts and the posterior.
        targets: sha256 of the published figures.
        seed: of the futures.
        futures: how many of each module, with parameters from the posterior.
        scores: one for each figure: its key, what the model gave, and the verdict.
        hindcast: years fitted on and marks of every forecast after 2021, by its name.
        sentences: where the model beats a forecast after 2021, and where it does not.
    """

    rules: str
    beliefs: str
    targets: str
    seed: int
    futures: int
    scores: tuple[dict[str, Any], ...]
    hindcast: dict[str, dict[str, Any]]
    sentences: tuple[str, ...]


@cache
def load_held_out(file: Path = FILE) -> HeldOut | None:
    """The record, or None before the first scoring."""
    if not file.exists():
        return None
    content = read_yaml(file)
    return HeldOut(
        rules=content["rules"],
        beliefs=content["beliefs"],
        targets=content["targets"],
        seed=content["seed"],
        futures=content["futures"],
        scores=tuple(content["scores"]),
        hindcast=content["hindcast"],
        sentences=tuple(content["sentences"]),
    )
