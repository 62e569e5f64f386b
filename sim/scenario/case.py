"""What does a scenario come to, once every name and number in it is settled?"""

from dataclasses import dataclass, field

from sim.data.load import Parameter
from sim.scenario.quarters import Quarter, quarter_after


@dataclass(frozen=True)
class Path:
    """A policy package, settled for one scenario.

    Attributes:
        name: as in the scenario.
        meaning: what it stands for.
        levers: value of every lever in each step [unit of the lever].
        citations: for each lever that the path names, the basis and then the keys of its sources.
        presence_countries: three-letter codes of the allies that deploy to the Indo-Pacific;
            empty: every ally decides for itself.
        parts: names of the paths that it combines, if it does.
    """

    name: str
    meaning: str
    levers: dict[str, tuple[float, ...]]
    citations: dict[str, tuple[str, ...]]
    presence_countries: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contingency:
    """What happens about Taiwan; None as a switch means drawn in each future.

    Attributes:
        name: of its file, or "inline" where it stands in the scenario.
        meaning: what happens.
        kind: "none", "invasion", "blockade" or "quarantine", fixed by the scenario, or
            "endogenous": China decides whether, when and what.
        opens: year and quarter in which it begins; None without a fixed date.
        us_intervenes: whether the United States fights for Taiwan.
        us_delay_days: when it enters [days after the beginning].
        japan_basing: whether Japan lets US forces fight from its bases.
        duration_days: how long it lasts [days].
        taiwan_resists: whether Taiwan fights when it is invaded.
        homeland_struck: whether North America, which the treaty covers, is struck as well.
        us_entry_known: whether China knows beforehand whether the United States fights.
        japan_takes_part: whether Japan fights beside the United States.
        partners_taking_part: codes of Australia, South Korea and New Zealand if they fight; None:
            each decides.
        european_navies: British and French submarines and ships that are there, beside all that
            could come [0-1].
        antiship_missiles: long-range anti-ship missiles of the US and its partners [missiles].
        cruise_missiles_at_sea: whether air-launched cruise missiles work against ships.
        ship_leak_rate: anti-ship missiles that get through to a defended ship [0-1].
        show_of_force: whether US forces are shown forward before the war.
        mainland_strikes: whether the United States strikes the Chinese mainland.
        china_level: of China in a blockade, 1 boarding to 4 wider war.
        coalition_level: of the others in a blockade, 1 to 4.
        levels_may_rise: whether a side may go up a level.
        merchants_sail: whether merchant ships try to sail to Taiwan; None: as they decide.
    """

    name: str
    meaning: str
    kind: str
    opens: Quarter | None
    us_intervenes: bool | None
    us_delay_days: float | None
    japan_basing: bool | None
    duration_days: float | None
    taiwan_resists: bool = True
    homeland_struck: bool = False
    us_entry_known: bool = False
    japan_takes_part: bool | None = None
    partners_taking_part: tuple[str, ...] | None = None
    european_navies: float | None = None
    antiship_missiles: float | None = None
    cruise_missiles_at_sea: bool | None = None
    ship_leak_rate: float | None = None
    show_of_force: bool | None = None
    mainland_strikes: bool | None = None
    china_level: int | None = None
    coalition_level: int | None = None
    levels_may_rise: bool = True
    merchants_sail: bool | None = None


@dataclass(frozen=True)
class History:
    """What the scenario gives of what would else be drawn.

    Attributes:
        gdp_growth: "measured" where the tables have it, else "drawn".
        administrations: kind of US administration by year of its beginning.
        threat_events: what makes Russia a threat, in invasions of the size of 2022, by quarter.
        russian_attack: "never" rules out an attack on a member; else "drawn".
    """

    gdp_growth: str = "drawn"
    administrations: dict[str, str] = field(default_factory=dict)
    threat_events: dict[str, float] = field(default_factory=dict)
    russian_attack: str = "drawn"

    @property
    def growth_is_measured(self) -> bool:
        """Whether GDP grows as it did, as far as the tables go."""
        return self.gdp_growth == "measured"

    @property
    def told(self) -> list[str]:
        """What is given, in words; nothing where all is drawn.

        >>> History(russian_attack="never").told
        ['no Russian attack on a member']
        """
        kinds = {"alliance_first": "alliance-first", "prioritiser": "prioritiser"}
        told = ["GDP grows as it did, as far as the tables go"] if self.growth_is_measured else []
        told += [f"{kinds[kind]} from {year}" for year, kind in self.administrations.items()]
        told += [
            f"a threat event of {size:g} in {when}" for when, size in self.threat_events.items()
        ]
        return told + ([] if self.russia_may_attack else ["no Russian attack on a member"])

    @property
    def russia_may_attack(self) -> bool:
        """Whether an attack on a member can be drawn."""
        return self.russian_attack != "never"


@dataclass(frozen=True)
class Case:
    """A scenario with every name and number settled: all that a run needs to know.

    Attributes:
        name: from the name of the file.
        title: for tables and charts.
        question: what the study answers.
        start: first year and quarter.
        steps: how many quarters are played.
        seed: names the futures.
        futures: how many are drawn.
        knowledge: "mid2024" or "mid2025".
        baseline: name of the path the others are compared with.
        paths: by name, in the order of the scenario.
        world: name of the world.
        parameters: every parameter, after what the world and the scenario say.
        contingency: what happens about Taiwan.
        origins: where each dotted key was set, as `file:line` or "default".
        file: the scenario, relative to its folder.
        us_retrenchment: the quarter from which US forces leave Europe whatever the path, and
            the share of the peacetime posture that leaves [0-1]; None: as the model has it.
        reinforcement_withheld: share of US reinforcement that stays away from Europe even
            without a war over Taiwan [0-1]; None: as the model has it.
        ukraine_war: how the war in Ukraine ends and in which quarter (None with "continuing",
            which is to the last quarter played); None: drawn in each future.
        swings: by country and stance, what is added to the stance card [0-1 scale].
        published_condition: name of the published condition whose figures stand beside the
            results; None: nothing is published.
        ukraine_war_begins: the quarter in which Russia invades; None: before the start.
        history: what is given of what would else be drawn.
        beliefs: "posterior" where parameters are drawn from what calibration left, "priors"
            where they are drawn as before it.
    """

    name: str
    title: str
    question: str
    start: Quarter
    steps: int
    seed: int
    futures: int
    knowledge: str
    baseline: str
    paths: dict[str, Path]
    world: str
    parameters: dict[str, Parameter]
    contingency: Contingency
    origins: dict[str, str]
    file: str
    us_retrenchment: tuple[Quarter, float] | None = None
    reinforcement_withheld: float | None = None
    ukraine_war: tuple[str, Quarter | None] | None = None
    swings: dict[str, dict[str, float]] = field(default_factory=dict)
    published_condition: str | None = None
    ukraine_war_begins: Quarter | None = None
    history: History = field(default_factory=History)
    beliefs: str = "posterior"

    @property
    def end(self) -> Quarter:
        """The last year and quarter that is played."""
        return quarter_after(self.start, self.steps - 1)
