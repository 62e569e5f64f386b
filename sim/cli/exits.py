"""With which code does a command end, and what does it say when it cannot go on?"""

import errno

from sim.scenario.problems import plain

INTERRUPTED = 130
CANNOT_WRITE = 9
DISK_FULL = 6
INVALID = 3

EXIT_CODES = {
    0: "done",
    1: "finished, but some runs failed",
    2: "the command was typed wrongly",
    INVALID: "a scenario or a data file is missing or invalid; nothing was run or written",
    5: "another command is using the results folder",
    DISK_FULL: "the disk is full",
    7: "a study is damaged, foreign or older, or does not repeat",
    8: "an optional part is not installed; the message says how to install it",
    CANNOT_WRITE: "a file or a folder cannot be written",
    INTERRUPTED: "interrupted",
}


def exit_code_table() -> str:
    """The exit codes and what they mean, one a line."""
    return "\n".join(f"{code:>4}  {meaning}" for code, meaning in EXIT_CODES.items())


def explain(error: BaseException) -> tuple[str, int] | None:
    """The message and the exit code for an error that a user can cause, None for any other.

    Errors of the project name their own code as `exit_code`; without one it is 3 for data.

    >>> explain(KeyboardInterrupt())
    ('Interrupted.', 130)
    """
    if isinstance(error, KeyboardInterrupt):
        return "Interrupted.", INTERRUPTED
    code = getattr(error, "exit_code", None)
    if isinstance(code, int):
        return str(error), code
    if type(error).__name__ == "DataError":
        return f"The data of the program are not valid. {plain(str(error), 2000)}", INVALID
    if isinstance(error, OSError):
        where = f"{plain(str(error.filename))}: " if error.filename else ""
        code = DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else CANNOT_WRITE
        return f"{where}{error.strerror or 'cannot be read or written'}.", code
    return None
