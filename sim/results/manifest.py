"""Where does a figure come from? The manifest of a study: what was run, with what, on what."""

import hashlib
import json
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from sim import __version__
from sim.data.posterior import FOLDER, ROWS
from sim.results.identity import Identity, plain

FORMAT = "policy wargame study"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
POSTERIOR = FOLDER / ROWS  # what scenarios draw calibrated parameters from
PACKAGES = ("mesa", "numpy", "numba", "matplotlib")


@dataclass(frozen=True)
class Record:
    """What only the caller knows about a run: its words, its start, its engine, how it ended."""

    command: Sequence[str]
    started: datetime
    engine: str
    exit_status: int


def manifest(identity: Identity, record: Record, folder: Path) -> dict[str, Any]:
    """The manifest of everything that lies in the folder now.

    Args:
        identity: which study this is.
        record: how it was run.
        folder: the finished folder, all but the manifest itself.
    """
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "study": identity.key,
        "scenario": identity.scenario,
        "command": list(record.command),
        "seed": identity.seed,
        "futures": identity.futures,
        "paths": list(identity.paths),
        "engine": record.engine,
        "exit_status": record.exit_status,
        "case_hash": identity.case_hash,
        "source_hash": identity.source_hash,
        "worlds_hash": identity.worlds_hash,
        "posterior": fingerprint(POSTERIOR)["sha256"] if POSTERIOR.exists() else None,
        "versions": versions(),
        "platform": platform.platform(),
        "git_commit": git_commit(),
        "started": _moment(record.started),
        "ended": _moment(datetime.now(UTC)),
        "files": {name: fingerprint(folder / name) for name in file_names(folder)},
    }


def manifest_text(content: dict[str, Any]) -> str:
    """The manifest as JSON text, one field a line."""
    return json.dumps(plain(content), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def file_names(folder: Path) -> list[str]:
    """Every file below the folder but the manifest, with forward slashes, sorted."""
    names = (
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() or file.is_symlink()
    )
    return sorted(name for name in names if name != MANIFEST)


def fingerprint(file: Path) -> dict[str, Any]:
    """The sha256 and the size of a file [bytes]."""
    total, size = hashlib.sha256(), 0
    with file.open("rb") as handle:
        while block := handle.read(1 << 20):
            total.update(block)
            size += len(block)
    return {"sha256": total.hexdigest(), "bytes": size}


def versions() -> dict[str, str]:
    """The versions of this program, Python and the packages that play or draw."""
    own = {"sim": __version__, "python": platform.python_version()}
    return own | {package: _version(package) for package in PACKAGES}


def git_commit() -> str | None:
    """The commit of the working copy, marked when it has changes; None where there is none."""
    root = Path(__file__).parents[2]
    if not (root / ".git").exists():
        return None
    commit = _git(root, "rev-parse", "HEAD")
    if not commit:
        return None
    return f"{commit} with changes" if _git(root, "status", "--porcelain") else commit


def _git(root: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _moment(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds")
