"""Is the manifest itself as it was written? It carries a hash of all it says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.results.folder import DAMAGED, StudyError
from sim.results.identity import canonical, digest
from sim.results.manifest import MANIFEST, manifest_text

SEAL = "manifest_hash"


def sealed(content: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest with the sha256 of everything else in it."""
    others = {name: value for name, value in content.items() if name != SEAL}
    return others | {SEAL: digest(canonical(others))}


def check_seal(folder: Path, content: Mapping[str, Any]) -> None:
    """Nothing, when the manifest is what the program wrote, byte for byte.

    Args:
        folder: the study.
        content: its manifest, as read.

    Raises:
        StudyError: exit code 7, when it was changed, or is older than the seal.
    """
    file = folder / MANIFEST
    if SEAL not in content:
        message = f"{file} has no {SEAL}: an older version wrote it, or it was changed"
        raise StudyError(f"{message}. Run the scenario again.", DAMAGED)
    if file.read_bytes() != manifest_text(sealed(content)).encode():
        raise StudyError(f"{file} was changed after it was written: the study is damaged.", DAMAGED)
