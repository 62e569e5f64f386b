"""Which fields may a scenario, a path, a world and a contingency have?

Names of levers, parameters and files are checked elsewhere, against the data; here stands the form.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from sim.scenario.schema_base import (
    NAME_PATTERN,
    QUARTER_PATTERN,
    Name,
    Part,
    Quarter,
    Share,
    whole,
)
from sim.scenario.schema_events import (
    ContingencyFile,
    HistoryField,
    Retrenchment,
    UkraineWarEnd,
)
from sim.scenario.schema_priors import PriorField

__all__ = [
    "NAME_PATTERN",
    "QUARTER_PATTERN",
    "ContingencyFile",
    "LeverTimetable",
    "PathFile",
    "ScenarioFile",
    "WorldFile",
]

MOST_FUTURES = 1_000_000
MOST_PARTS = 10

Source = Annotated[str, Field(min_length=1, max_length=80)]
Swing = Annotated[float, Field(ge=-1, le=1)]


class LeverTimetable(Part):
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


class PathFile(Part):
    """A policy package: what is done, when, and who says so."""

    meaning: str = Field(
        min_length=1,
        max_length=2000,
        description="What this path stands for, in a sentence or two.",
        examples=["Europe pays for its own defence."],
    )
    combines: list[Name] = Field(
        default=[],
        max_length=MOST_PARTS,
        description="Names of files in the folder 'paths' whose levers this path takes over as "
        "they are. No lever may be set twice: not by two of them, nor by one of them and here.",
        examples=[["burden_shifting", "soft_package"]],
    )
    levers: dict[str, LeverTimetable] = Field(
        default={},
        description="Timetable by lever; a lever that is not named keeps its value of 2024.",
        examples=[{"spending_target": {"timetable": {"2032": 0.035}, "basis": "assumption"}}],
    )


class WorldFile(Part):
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
    reinforcement_withheld: Share | None = Field(
        default=None,
        description="Share of US reinforcement that stays away from Europe in this world even "
        "without a war over Taiwan [0-1]; a scenario's own value is stronger.",
        examples=[0.9],
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


class ScenarioFile(Part):
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
    seed: Annotated[int, BeforeValidator(whole)] = Field(
        default=1,
        ge=0,
        le=2**63 - 1,
        description="Names the futures: the same seed gives the same futures.",
        examples=[1],
    )
    futures: Annotated[int, BeforeValidator(whole)] = Field(
        default=1000,
        ge=1,
        le=MOST_FUTURES,
        description="How many futures are drawn; every path meets the same ones.",
        examples=[1000],
    )
    knowledge: Literal["mid2024", "mid2025"] = Field(
        default="mid2024",
        description="Which decisions are known: those up to 30 June 2024 (2 % of GDP), or up to "
        "30 June 2025: every path then asks at least for The Hague pledge, 3.5 % by 2035.",
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
    us_retrenchment: Retrenchment | None = Field(
        default=None,
        description="US forces that leave Europe whatever the path; null: only what the model "
        "itself decides.",
        examples=[{"from": "2026Q1", "share": 0.5}],
    )
    reinforcement_withheld: Share | None = Field(
        default=None,
        description="Share of US reinforcement that stays away from Europe even without a war "
        "over Taiwan [0-1]; null: as in the world, else none.",
        examples=[0.9],
    )
    ukraine_war: UkraineWarEnd | None = Field(
        default=None,
        description="How and when the war in Ukraine ends; null: drawn in each future.",
        examples=[{"ends_as": "ceasefire", "when": "2026Q1"}],
    )
    history: HistoryField = Field(
        default=HistoryField(),
        description="What is given of what would else be drawn: growth, US administrations, "
        "events, no Russian attack.",
        examples=[{"russian_attack": "never"}],
    )
    beliefs: Literal["posterior", "priors"] = Field(
        default="posterior",
        description="'posterior': parameters that were calibrated are drawn from the vectors that "
        "agree with what was measured; 'priors': as before calibration. What the world or this "
        "file says of a parameter is stronger than either.",
        examples=["priors"],
    )
    published_condition: Name | None = Field(
        default=None,
        description="Name of a condition of a published game or estimate; its figures stand "
        "beside the results (targets.csv).",
        examples=["invasion_base"],
    )
    swings: dict[str, dict[str, Swing]] = Field(
        default={},
        description="Added to a government's stance card at the start, by three-letter code and "
        "stance [0-1 scale]; card and swing together must stay between 0 and 1.",
        examples=[{"HUN": {"china_hardness": 0.3}}],
    )
