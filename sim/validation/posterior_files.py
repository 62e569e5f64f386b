"""How does what calibration left become the two files that scenarios draw from?"""

import csv
import hashlib
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from sim.analysis.spread import deviation, mean, quantile
from sim.data.posterior import ROWS, SUMMARY, load_posterior, summary
from sim.scenario.library import shipped_folder
from sim.validation.calibrate import MOST_KEPT, Calibration
from sim.validation.files import replace_file
from sim.validation.implausible import CUT

DIGITS = 6
PLAYING = ("start", "given", "joint", "play", "expected")
SCORING = ("baselines", "contest", "draw", "hindcast", "implausible", "replay", "scoring")
PACKAGE = Path(__file__).parents[1]
ABOUT = (
    "# What calibration left of the priors: written by `sim calibrate`, never by hand.\n"
    "# The accepted vectors are in posterior.csv; rows of one module belong together.\n"
)


def rules_hash() -> str:
    """The sha256 of rules and behaviours, and of how a game is begun, played and scored."""
    files = [
        *(PACKAGE / "rules").rglob("*.py"),
        *(PACKAGE / "model").rglob("*.py"),
        *(PACKAGE / "validation" / "modules").glob("*.py"),
        *(PACKAGE / "experiment" / f"{name}.py" for name in PLAYING),
        *(PACKAGE / "validation" / f"{name}.py" for name in SCORING),
    ]
    return _hash(files)


def beliefs_hash() -> str:
    """The sha256 of the parameters and stances, and of what calibration left of them."""
    names = ("parameters.yaml", "stance_cards.yaml", "levers.yaml", "facts.csv", ROWS, SUMMARY)
    return _hash([PACKAGE / "data" / name for name in names if (PACKAGE / "data" / name).exists()])


def targets_hash() -> str:
    """The sha256 of the published figures, and of the scenarios that play their conditions."""
    folder = shipped_folder()
    scenarios = sorted(folder.rglob("*.yaml")) if folder is not None else []
    return _hash([PACKAGE / "data" / "targets.csv", *scenarios])


def _hash(files: Iterable[Path]) -> str:
    """Of names and contents, in the order of the names."""
    total = hashlib.sha256()
    for file in sorted(files, key=lambda file: (file.parent.name, file.name)):
        total.update(f"{file.parent.name}/{file.name}".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def informed(found: list[Calibration]) -> list[Calibration]:
    """The modules in which some figure moves some parameter; the others keep their priors."""
    return [one for one in found if one.told]


def is_stale() -> bool:
    """Whether the posterior was found with other rules, figures or scenarios than there are now."""
    if not load_posterior():
        return False
    return (summary()["rules"], summary()["targets"]) != (rules_hash(), targets_hash())


def rows_csv(found: list[Calibration]) -> bytes:
    """The accepted vectors, one a line; a module with fewer than the others begins again.

    Args:
        found: what is left of each module that figures inform.
    """
    if not found:
        return b""
    table = np.concatenate([_filled(one.rows) for one in found], axis=1)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for one in found for name in one.parameters])
    writer.writerows([[f"{value:.{DIGITS}g}" for value in row] for row in table.tolist()])
    return text.getvalue().encode()


def _filled(rows: np.ndarray) -> np.ndarray:
    """As many rows as every module has."""
    return rows[np.arange(MOST_KEPT) % len(rows)]


def summary_yaml(found: list[Calibration], vectors: int, seed: int) -> bytes:
    """How the vectors were found, and what is left of every parameter."""
    content = {
        "method": (
            "History matching: a vector is ruled out when its implausibility on any figure for "
            f"calibration exceeds {CUT:g}"
        ),
        "seed": seed,
        "vectors": vectors,
        "rules": rules_hash(),
        "targets": targets_hash(),
        "rows": hashlib.sha256(rows_csv(informed(found))).hexdigest(),
        "modules": {one.module: _module(one) for one in found},
    }
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    return (ABOUT + text).encode()


def _module(one: Calibration) -> dict[str, Any]:
    found = {
        "targets": list(one.targets),
        "waves": [{"drawn": wave.drawn, "kept": wave.kept} for wave in one.waves],
        "constrained": {name: list(keys) for name, keys in one.told.items()},
    }
    if not one.told:
        return found | {"parameters": {}}
    return found | {
        "parameters": {
            name: _left(_filled(one.rows)[:, at]) for at, name in enumerate(one.parameters)
        },
    }


def _left(column: np.ndarray) -> dict[str, float]:
    """What is left of one parameter, of the values as they are written."""
    values = sorted(float(f"{value:.{DIGITS}g}") for value in column.tolist())
    numbers = {
        "mean": mean(values),
        "sd": deviation(values),
        "low": values[0],
        "high": values[-1],
        "q05": quantile(values, 0.05),
        "median": quantile(values, 0.5),
        "q95": quantile(values, 0.95),
    }
    return {name: float(f"{value:.{DIGITS}g}") for name, value in numbers.items()}


def write_posterior(found: list[Calibration], vectors: int, seed: int, folder: Path) -> list[Path]:
    """Both files, each there whole or not at all.

    Args:
        found: what is left of each module.
        vectors: how many a wave had.
        seed: of the designs.
        folder: where they go.
    """
    written = []
    contents = {ROWS: rows_csv(informed(found)), SUMMARY: summary_yaml(found, vectors, seed)}
    for name, content in contents.items():
        replace_file(folder / name, content)
        written.append(folder / name)
    return written
