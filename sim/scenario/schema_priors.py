"""How may a scenario say what is believed about a parameter?"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag


class _Prior(BaseModel):
    """What all priors have in common: strict types, no unknown keys, values in the row's unit."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)


class NormalPrior(_Prior):
    """A bell curve without bounds."""

    form: Literal["normal"] = Field(description="Shape of the prior.", examples=["normal"])
    mean: float = Field(description="Mean [unit of the parameter].", examples=[0.0])
    sd: float = Field(gt=0, description="Standard deviation [same unit].", examples=[0.05])


class TruncatedNormalPrior(_Prior):
    """A bell curve cut at two bounds."""

    form: Literal["truncated_normal"] = Field(
        description="Shape of the prior.", examples=["truncated_normal"]
    )
    mean: float = Field(description="Mean before the cut [unit].", examples=[-0.5])
    sd: float = Field(gt=0, description="Standard deviation before the cut.", examples=[0.15])
    low: float = Field(description="Lower bound [same unit].", examples=[-1.0])
    high: float = Field(description="Upper bound [same unit].", examples=[0.0])


class LognormalPrior(_Prior):
    """A bell curve of the logarithm."""

    form: Literal["lognormal"] = Field(description="Shape of the prior.", examples=["lognormal"])
    median: float = Field(gt=0, description="Median [unit of the parameter].", examples=[16])
    ln_sd: float = Field(gt=0, description="Standard deviation of the logarithm.", examples=[0.3])


class BetaPrior(_Prior):
    """A share between 0 and 1."""

    form: Literal["beta"] = Field(description="Shape of the prior.", examples=["beta"])
    a: float = Field(gt=0, description="First shape number.", examples=[2])
    b: float = Field(gt=0, description="Second shape number; the mean is a/(a+b).", examples=[6])


class UniformPrior(_Prior):
    """Anything between two bounds, all as likely."""

    form: Literal["uniform"] = Field(description="Shape of the prior.", examples=["uniform"])
    low: float = Field(description="Lower bound [unit of the parameter].", examples=[0.8])
    high: float = Field(description="Upper bound [same unit].", examples=[1.0])


class ConstantPrior(_Prior):
    """One fixed value."""

    form: Literal["constant"] = Field(description="Shape of the prior.", examples=["constant"])
    value: float = Field(description="The value [unit of the parameter].", examples=[0.0])


FORMS: dict[str, type[BaseModel]] = {
    "normal": NormalPrior,
    "truncated_normal": TruncatedNormalPrior,
    "lognormal": LognormalPrior,
    "beta": BetaPrior,
    "uniform": UniformPrior,
    "constant": ConstantPrior,
}


def _form_of(value: Any) -> str | None:
    if isinstance(value, dict):
        form = value.get("form")
        return form if isinstance(form, str) else None
    return "number"


PriorField = Annotated[
    Annotated[NormalPrior, Tag("normal")]
    | Annotated[TruncatedNormalPrior, Tag("truncated_normal")]
    | Annotated[LognormalPrior, Tag("lognormal")]
    | Annotated[BetaPrior, Tag("beta")]
    | Annotated[UniformPrior, Tag("uniform")]
    | Annotated[ConstantPrior, Tag("constant")]
    | Annotated[float, Tag("number")],
    Discriminator(_form_of),
]
