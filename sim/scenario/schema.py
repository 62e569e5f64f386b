"""Which fields may a scenario, a path, a world and a contingency have?

Names of levers, parameters and files are checked elsewhere, against the data; here stands the form.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from sim.scenario.schema_priors import PriorField

NAME_PATTERN = r"^[a-z][a-z0-9_-]{0,60}$"
QUARTER_PATTERN = r"^[0-9]{4}Q[1-4]$"
MOST_FUTURES = 1_000_000


def _whole(value: Any) -> Any:
    """1e3 as 1000, so that its size is judged and not its spelling."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _text_of_year(value: Any) -> Any:
    """2027 as text, so that the message is about quarters and not about text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Name = Annotated[str, Field(pattern=NAME_PATTERN)]
Quarter = Annotated[str, BeforeValidator(_text_of_year), Field(pattern=QUARTER_PATTERN)]
Source = Annotated[str, Field(min_length=1, max_length=80)]


class _File(BaseModel):
    """What all parts of a scenario have in common: strict types, no unknown keys."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)


class LeverTimetable(_File):
    """The values of one lever over time."""

    timetable: dict[str, float] = Field(
        min_length=1,
        max_length=200,
        description="Value by quarter (2030Q1) or year (2030, its first quarter), in the lever's "
        "unit and bounds (levers.yaml). Before the first point the lever has its value of 2024; "
        "after the last it stays.",
        examples=[{"2025": 0.02, "2032": 0.035}],
    )
    how: Literal["linear", "step"] = Field(
        default="linear",
        description="Between two points: 'linear' moves evenly, 'step' waits for the next point.",
        examples=["linear"],
    )
    basis: Literal["brief", "plan", "data", "assumption"] = Field(
        description="Where the values come from: the policy brief, a published plan, measured "
        "data, or an assumption of the author.",
        examples=["plan"],
    )
    sources: list[Source] = Field(
        default=[],
        max_length=20,
        description="Keys of sources.yaml; at least one unless the basis is 'assumption'.",
        examples=[["cfr_2024"]],
    )
    note: str = Field(
        default="",
        max_length=2000,
        description="What else a reader should know about the values.",
        examples=["The plan names 40 % for 2030; the way there is an assumption."],
    )
    countries: list[str] = Field(
        default=[],
        max_length=40,
        description="Only for indo_pacific_presence: the allies that deploy, by three-letter "
        "code. Empty: every ally decides for itself.",
        examples=[["FRA", "DEU"]],
    )


class PathFile(_File):
    """A policy package: what is done, when, and who says so."""

    meaning: str = Field(
        min_length=1,
        max_length=2000,
        description="What this path stands for, in a sentence or two.",
        examples=["Europe pays for its own defence."],
    )
    levers: dict[str, LeverTimetable] = Field(
        default={},
        description="Timetable by lever; a lever that is not named keeps its value of 2024.",
        examples=[{"spending_target": {"timetable": {"2032": 0.035}, "basis": "assumption"}}],
    )


class WorldFile(_File):
    """A way the world may be: other priors for some parameters."""

    meaning: str = Field(
        min_length=1,
        max_length=2000,
        description="What is different in this world, and who holds this view.",
        examples=["Capability is built more slowly than in the central world."],
    )
    parameters: dict[str, PriorField] = Field(
        default={},
        description="Prior, or a fixed number, by parameter name (parameters.yaml).",
        examples=[{"gap_closing_years": {"form": "lognormal", "median": 16, "ln_sd": 0.3}}],
    )


class ContingencyFile(_File):
    """A war over Taiwan that is fixed by the scenario, or none."""

    meaning: str = Field(
        min_length=1,
        max_length=2000,
        description="What happens, in a sentence or two.",
        examples=["China invades Taiwan in the second quarter of 2027."],
    )
    kind: Literal["none", "invasion"] = Field(
        description="What is fixed: no war, or an invasion.", examples=["invasion"]
    )
    opens: Quarter | None = Field(
        default=None,
        description="Quarter in which the invasion begins.",
        examples=["2027Q2"],
    )
    us_intervenes: bool | None = Field(
        default=None,
        description="Whether the United States fights for Taiwan; null: drawn in each future.",
        examples=[True],
    )
    us_delay_days: float | None = Field(
        default=None,
        ge=0,
        le=365,
        description="When the United States enters [days after the invasion begins]; null: drawn.",
        examples=[14],
    )
    japan_basing: bool | None = Field(
        default=None,
        description="Whether Japan lets US forces fight from its bases; null: drawn.",
        examples=[True],
    )
    duration_days: float | None = Field(
        default=None,
        gt=0,
        le=1825,
        description="How long the war lasts [days]; null: drawn.",
        examples=[90],
    )


def _form_of_paths(value: Any) -> str:
    return "list" if isinstance(value, list) else "inline"


def _form_of_contingency(value: Any) -> str:
    return "name" if isinstance(value, str) else "inline"


PathsField = Annotated[
    Annotated[list[Name], Tag("list"), Field(min_length=1, max_length=20)]
    | Annotated[dict[Name, PathFile | None], Tag("inline"), Field(min_length=1, max_length=20)],
    Discriminator(_form_of_paths),
]
ContingencyField = Annotated[
    Annotated[Name, Tag("name")] | Annotated[ContingencyFile, Tag("inline")],
    Discriminator(_form_of_contingency),
]


class ScenarioFile(_File):
    """One question put to the model."""

    title: str = Field(
        min_length=1,
        max_length=200,
        description="A short title for tables and charts.",
        examples=["Taiwan 2027"],
    )
    question: str = Field(
        min_length=1,
        max_length=1000,
        description="The question that the study answers.",
        examples=["If war over Taiwan comes in 2027, which path leaves Europe best defended?"],
    )
    extends: Name | None = Field(
        default=None,
        description="Name of a scenario file beside this one whose fields this one takes over "
        "unless it sets them itself.",
        examples=["base"],
    )
    start: Quarter = Field(
        default="2024Q3", description="First quarter that is played.", examples=["2024Q3"]
    )
    end: Quarter = Field(
        default="2035Q4", description="Last quarter that is played.", examples=["2035Q4"]
    )
    seed: Annotated[int, BeforeValidator(_whole)] = Field(
        default=1,
        ge=0,
        le=2**63 - 1,
        description="Names the futures: the same seed gives the same futures.",
        examples=[1],
    )
    futures: Annotated[int, BeforeValidator(_whole)] = Field(
        default=1000,
        ge=1,
        le=MOST_FUTURES,
        description="How many futures are drawn; every path meets the same ones.",
        examples=[1000],
    )
    knowledge: Literal["mid2024", "mid2025"] = Field(
        default="mid2024",
        description="Which decisions are known: those up to 30 June 2024, or up to 30 June 2025.",
        examples=["mid2024"],
    )
    baseline: Name = Field(
        default="status_quo",
        description="The path that the others are compared with.",
        examples=["status_quo"],
    )
    paths: PathsField = Field(
        description="Names of files in the folder 'paths', or a mapping from name to a path "
        "written here (or to nothing, for the file of that name).",
        examples=[["status_quo", "burden_shifting"]],
    )
    world: Name = Field(
        default="central",
        description="Name of a file in the folder 'worlds'.",
        examples=["central"],
    )
    contingency: ContingencyField = Field(
        default="none",
        description="Name of a file in the folder 'contingencies', or a contingency written here.",
        examples=["invasion_2027"],
    )
    parameters: dict[str, PriorField] = Field(
        default={},
        description="Prior, or a fixed number, by parameter name; for this question only, and "
        "stronger than the world's.",
        examples=[{"presence_deterrence_effect": 0}],
    )
