"""What may a scenario fix about Taiwan, Ukraine and US forces, whatever the path?"""

from typing import Literal

from pydantic import Field

from sim.scenario.schema_base import Part, Quarter


class ContingencyFile(Part):
    """What happens about Taiwan: nothing, an act on a fixed date, or whatever China decides."""

    meaning: str = Field(
        min_length=1,
        max_length=2000,
        description="What happens, in a sentence or two.",
        examples=["China invades Taiwan in the second quarter of 2027."],
    )
    kind: Literal["none", "invasion", "blockade", "quarantine", "endogenous"] = Field(
        description="What happens: 'none', or an 'invasion', 'blockade' or 'quarantine' on a fixed "
        "date, or 'endogenous': China decides twice a year whether, when and what.",
        examples=["invasion"],
    )
    opens: Quarter | None = Field(
        default=None,
        description="Quarter in which the invasion, blockade or quarantine begins; not with "
        "'none' or 'endogenous'.",
        examples=["2027Q2"],
    )
    us_intervenes: bool | None = Field(
        default=None,
        description="Whether the United States fights for Taiwan; null: drawn in each future.",
        examples=[True],
    )
    us_entry_known: bool = Field(
        default=False,
        description="Whether China knows beforehand whether the United States fights, and weighs "
        "its chances by it; needs us_intervenes.",
        examples=[True],
    )
    us_delay_days: float | None = Field(
        default=None,
        ge=0,
        le=365,
        description="When the United States enters [days after the beginning]; null: drawn.",
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
        description="How long the invasion, blockade or quarantine lasts [days]; null: drawn.",
        examples=[90],
    )
    taiwan_resists: bool = Field(
        default=True,
        description="Whether Taiwan fights when it is invaded; false: China takes the island.",
        examples=[False],
    )
    homeland_struck: bool = Field(
        default=False,
        description="Whether North America is struck as well. The treaty covers it; it covers "
        "neither Taiwan nor Guam nor Hawaii. Allied units on station join the war more readily.",
        examples=[True],
    )


class Retrenchment(Part):
    """US forces that leave Europe from a date on, whatever the path does."""

    from_: Quarter = Field(
        alias="from",
        description="Quarter from which US forces leave Europe; they go over some quarters "
        "(posture_delay_years).",
        examples=["2026Q1"],
    )
    share: float = Field(
        ge=0,
        le=1,
        description="Share of the US peacetime posture in Europe that leaves [0-1].",
        examples=[0.5],
    )


class UkraineWarEnd(Part):
    """How the war in Ukraine ends, and when."""

    ends_as: Literal["continuing", "ceasefire", "frozen", "ukrainian_defeat", "russian_setback"] = (
        Field(
            description="How the war ends: 'ceasefire', 'frozen', 'ukrainian_defeat' or "
            "'russian_setback'; 'continuing': it goes on to the last quarter played.",
            examples=["ceasefire"],
        )
    )
    when: Quarter | None = Field(
        default=None,
        description="Quarter in which the fighting stops; required unless the war is continuing.",
        examples=["2026Q1"],
    )
