"""What may a scenario fix about Taiwan, Ukraine and US forces, whatever the path?"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sim.scenario.schema_base import Part, Quarter, Share, whole

LevelOfForce = Annotated[int, Field(ge=1, le=4), BeforeValidator(whole)]


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
        description="Latest end of the fighting [days after the beginning]; it ends sooner if it "
        "is decided; null: as long as the model follows it.",
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
    japan_takes_part: bool | None = Field(
        default=None,
        description="Whether Japan fights beside the United States; null: decided in each future. "
        "A neutral Japan is japan_basing: false.",
        examples=[True],
    )
    partners_taking_part: list[Literal["AUS", "KOR", "NZL"]] | None = Field(
        default=None,
        max_length=3,
        description="Which of Australia, South Korea and New Zealand fight beside the United "
        "States, by three-letter code; an empty list: none of them; null: each decides.",
        examples=[["AUS"]],
    )
    european_navies: Share | None = Field(
        default=None,
        description="British and French submarines and ships that are there, beside all that "
        "could come [0-1]; null: as allies decide.",
        examples=[1],
    )
    antiship_missiles: float | None = Field(
        default=None,
        ge=0,
        le=20_000,
        description="Long-range anti-ship missiles of the United States and its partners "
        "[missiles]; null: drawn.",
        examples=[450],
    )
    cruise_missiles_at_sea: bool | None = Field(
        default=None,
        description="Whether air-launched cruise missiles work against ships; null: drawn.",
        examples=[True],
    )
    ship_leak_rate: Share | None = Field(
        default=None,
        description="Share of anti-ship missiles that get through to a defended ship, of either "
        "side [0-1]; null: drawn.",
        examples=[0.25],
    )
    show_of_force: bool | None = Field(
        default=None,
        description="Whether US carriers and bombers are shown forward before the war, within "
        "reach of the first salvo; null: drawn.",
        examples=[True],
    )
    mainland_strikes: bool | None = Field(
        default=None,
        description="Whether the United States strikes the Chinese mainland in an invasion; "
        "null: drawn.",
        examples=[False],
    )
    china_level: LevelOfForce | None = Field(
        default=None,
        description="How far China goes in a blockade at first: 1 boarding, 2 submarines and "
        "mines, 3 limited war, 4 wider war; null: 1 in a quarantine, 2 in a blockade.",
        examples=[2],
    )
    coalition_level: LevelOfForce | None = Field(
        default=None,
        description="How far the others go at first: 1 a constrained Taiwan, 2 an assertive "
        "Taiwan with escorts, 3 limited war beside the United States, 4 wider war; null: drawn.",
        examples=[2],
    )
    levels_may_rise: bool = Field(
        default=True,
        description="Whether either side may go up a level, find a way out or give in, in a "
        "blockade; false: it stays on its levels to its end.",
        examples=[False],
    )
    merchants_sail: bool | None = Field(
        default=None,
        description="Whether merchant ships try to sail to a blockaded Taiwan; false: none does, "
        "a total blockade; null: as many as dare.",
        examples=[False],
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


class HistoryField(Part):
    """What is given of what would else be drawn: to play the past, or one thing as it was."""

    gdp_growth: Literal["drawn", "measured"] = Field(
        default="drawn",
        description="'measured': GDP of every country grows as it did, as far as the tables go "
        "(2024); 'drawn': around its trend.",
        examples=["measured"],
    )
    administrations: dict[str, Literal["alliance_first", "prioritiser"]] = Field(
        default={},
        max_length=20,
        description="Kind of the US administration that takes office in the first quarter of a "
        "year; in years that are not named it stays, or is drawn in 2025, 2029 and so on. A game "
        "begins under an alliance-first one.",
        examples=[{"2017": "prioritiser", "2021": "alliance_first"}],
    )
    threat_events: dict[str, Annotated[float, Field(ge=-1, le=1)]] = Field(
        default={},
        max_length=40,
        description="What makes Russia a threat to all governments, by quarter; 1 is as much as "
        "the invasion of Ukraine in 2022, which counts by itself where the war begins.",
        examples=[{"2014Q1": 0.5}],
    )
    russian_attack: Literal["drawn", "never"] = Field(
        default="drawn",
        description="'never': Russia attacks no member of the alliance; 'drawn': it may.",
        examples=["never"],
    )


class UkraineWarEnd(Part):
    """When the war in Ukraine begins and how it ends."""

    begins: Quarter | None = Field(
        default=None,
        description="Quarter in which Russia invades Ukraine; required where the game starts "
        "before 2022, null: the war is on at the start.",
        examples=["2022Q1"],
    )

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
