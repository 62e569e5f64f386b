"""What do all parts of a scenario have in common: strict types, names, quarters?"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

NAME_PATTERN = r"^[a-z][a-z0-9_-]{0,60}$"
QUARTER_PATTERN = r"^[0-9]{4}Q[1-4]$"


def whole(value: Any) -> Any:
    """1e3 as 1000, so that its size is judged and not its spelling."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def text_of_year(value: Any) -> Any:
    """2027 as text, so that the message is about quarters and not about text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Name = Annotated[str, Field(pattern=NAME_PATTERN)]
Quarter = Annotated[str, BeforeValidator(text_of_year), Field(pattern=QUARTER_PATTERN)]
Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """A part of a scenario: strict types, no unknown keys, no infinite numbers."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)
