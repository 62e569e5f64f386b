"""Which study is this? One hash of the question, the rules and the futures asked for."""

import dataclasses
import hashlib
import json
import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.scenario.case import Case

PLACE_ONLY = ("file", "origins")  # where a value was written changes no result


@dataclass(frozen=True)
class Identity:
    """What makes two studies the same study; times, machine and folder do not count."""

    scenario: str
    seed: int
    futures: int
    paths: tuple[str, ...]
    case_hash: str
    source_hash: str
    worlds_hash: str = ""

    @property
    def key(self) -> str:
        """The sha256 of everything above."""
        return digest(canonical(dataclasses.asdict(self)))

    @property
    def short(self) -> str:
        """The first eight digits of the key, as printed under charts."""
        return self.key[:8]

    @property
    def folder_name(self) -> str:
        """The name of the study folder, safe on every system."""
        name = re.sub(r"[^A-Za-z0-9_-]+", "-", self.scenario)[:60].strip("-") or "scenario"
        return f"{name}-{self.seed}-{self.short}"


def identify(
    case: "Case", futures: int, seed: int, worlds: "Mapping[str, Case] | None" = None
) -> Identity:
    """The identity of the study that plays this case with so many futures from this seed.

    Args:
        case: the resolved scenario.
        futures: how many are played.
        seed: names them.
        worlds: the case in every world, where the other panels and worlds are played too.
    """
    return Identity(
        scenario=case.name,
        seed=seed,
        futures=futures,
        paths=tuple(case.paths),
        case_hash=case_hash(case),
        source_hash=source_hash(),
        worlds_hash=_worlds_hash(worlds) if worlds else "",
    )


def _worlds_hash(worlds: "Mapping[str, Case]") -> str:
    """The sha256 of what every world believes."""
    hashes = {name: case_hash(case) for name, case in worlds.items()}
    return digest(canonical(hashes))


def case_hash(case: "Case") -> str:
    """The sha256 of every resolved value; where it was written, seed and futures do not count."""
    content = dataclasses.asdict(case)
    for field in (*PLACE_ONLY, "seed", "futures"):
        content.pop(field, None)
    return digest(canonical(content))


@cache
def source_hash() -> str:
    """The sha256 of every source and data file of the package, names included.

    Taken once, before anything is played: an edit during a run is not what ran.
    """
    root = Path(__file__).parents[1]
    total = hashlib.sha256()
    for file in sorted(_sources(root), key=lambda file: file.relative_to(root).as_posix()):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{file.relative_to(root).as_posix()}\0{content}\n".encode())
    return total.hexdigest()


def canonical(value: Any) -> bytes:
    """The one JSON spelling of a value: keys sorted, no spaces, NaN and infinity as null.

    >>> canonical({"b": 1, "a": (float("nan"),)})
    b'{"a":[null],"b":1}'
    """
    text = json.dumps(plain(value), sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def plain(value: Any) -> Any:
    """The value as JSON knows it: lists, dictionaries with text keys, NaN and infinity as null."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


def digest(content: bytes) -> str:
    """The sha256 of some bytes, as text."""
    return hashlib.sha256(content).hexdigest()


def _sources(root: Path) -> list[Path]:
    code = [file for file in root.rglob("*.py") if "__pycache__" not in file.parts]
    data = [
        file
        for file in (root / "data").rglob("*")
        if file.is_file() and file.suffix in (".csv", ".yaml")
    ]
    return code + data
