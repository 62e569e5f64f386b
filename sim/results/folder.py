"""How does a folder appear whole or not at all, whatever fails on the way?"""

import errno
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
UNFINISHED = ".unfinished-"
REPLACED = ".replaced-"


class StudyError(Exception):
    """A study cannot be written or read; `exit_code` says which kind of trouble it is."""

    def __init__(self, message: str, exit_code: int) -> None:
        """Keep the message for the reader and the code for the shell."""
        super().__init__(message)
        self.exit_code = exit_code


DISK_FULL, DAMAGED, CANNOT_WRITE = 6, 7, 9


def check_place(out: Path) -> None:
    """Nothing, when studies can be written below this folder; made if absent.

    Raises:
        StudyError: exit code 9 when it cannot be written, 6 when the disk is full.
    """
    probe = out / f"{UNFINISHED}probe-{uuid.uuid4().hex[:8]}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe.mkdir()
        probe.rmdir()
    except OSError as problem:
        raise writing_failed(problem, out) from problem


def writing_failed(problem: OSError, out: Path) -> StudyError:
    """The message and exit code for a failed write below `out`."""
    if problem.errno in FULL:
        return StudyError(
            f"The disk is full, so no study was left in {out}. Make room and run again.",
            DISK_FULL,
        )
    reason = problem.strerror or str(problem)
    return StudyError(
        f"Cannot write to {out}: {reason}. Choose another folder with --out.", CANNOT_WRITE
    )


@contextmanager
def whole_folder(final: Path) -> Iterator[Path]:
    """A temporary folder that takes the final name when the block ends well, else vanishes.

    Args:
        final: the name the finished folder takes; a folder already there is replaced.
    """
    draft = final.with_name(f"{UNFINISHED}{uuid.uuid4().hex[:8]}")
    try:
        draft.mkdir(parents=True)
        yield draft
        _settle(draft)
        _take_place(draft, final)
    except OSError as problem:
        raise writing_failed(problem, final.parent) from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _take_place(draft: Path, final: Path) -> None:
    """Rename the draft; an older folder steps aside first and returns if that fails."""
    if not final.exists():
        os.replace(draft, final)
        _sync(final.parent)
        return
    aside = final.with_name(f"{REPLACED}{uuid.uuid4().hex[:8]}")
    os.replace(final, aside)
    try:
        os.replace(draft, final)
    except BaseException:
        os.replace(aside, final)
        raise
    _sync(final.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _settle(folder: Path) -> None:
    """Make sure that every byte has reached the disk before the name does."""
    for file in folder.rglob("*"):
        _sync(file)
    _sync(folder)


def _sync(place: Path) -> None:
    if place.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder to flush it
    handle = os.open(place, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
