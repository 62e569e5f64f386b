"""What is a state variable? A name, a unit and a meaning."""

from typing import NamedTuple

import numpy as np

SHARE_OF_GDP = "share of GDP"
USD_BN = "2015 USD bn"
USD_2024_BN = "2024 USD bn"
USD_BN_YEAR = "2015 USD bn/year"
LEVEL = "0-1"


class Field(NamedTuple):
    """One state variable: its name, its unit and what it means; `whole` for counts and codes."""

    name: str
    unit: str
    meaning: str
    whole: bool = False


def record(fields: tuple[Field, ...]) -> np.dtype:
    """The numpy record of an entity: float64 for quantities, int64 for counts and codes."""
    return np.dtype([(f.name, np.int64 if f.whole else np.float64) for f in fields], align=True)


def code(name: str, meaning: str) -> Field:
    """A field that holds a code, a flag or a step number."""
    return Field(name, "code", meaning, whole=True)
