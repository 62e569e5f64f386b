"""How does a single file appear whole or not at all?"""

from pathlib import Path


def replace_file(file: Path, content: bytes) -> None:
    """Writes beside the file first, and then takes its name.

    Args:
        file: what is replaced, or made.
        content: all of it.
    """
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(content)
    new.replace(file)
