"""Under which three questions is every path read? China decides; a fixed date, swept; no war."""

from dataclasses import dataclass, replace

from sim.data.load import load_countries
from sim.experiment.joint import prior_records
from sim.experiment.start import campaign_record, order, withheld_choice
from sim.model.start import Start
from sim.scenario.case import Case, Contingency
from sim.scenario.quarters import Quarter

SWEEP = range(2026, 2035)  # years in whose second quarter a fixed war opens
MARKED = 2027
DECIDES, FIXED, OWN, NONE = "decides", "fixed", "own", "none"
ENDOGENOUS = "endogenous"


@dataclass(frozen=True)
class Panel:
    """One question put to all paths.

    Attributes:
        name: "decides", "fixed_2027", "own" or "none".
        label: for tables and charts.
        contingency: what happens about Taiwan.
        own: whether it is what the scenario itself asks.
    """

    name: str
    label: str
    contingency: Contingency
    own: bool = False

    @property
    def kind(self) -> str:
        """What happens: "endogenous", "none", or the kind of war that is fixed."""
        return self.contingency.kind

    @property
    def opens(self) -> Quarter | None:
        """Year and quarter in which a fixed war opens."""
        return self.contingency.opens

    @property
    def fixed(self) -> bool:
        """Whether the scenario fixes a war and its date."""
        return self.opens is not None


def panels_of(case: Case) -> tuple[Panel, ...]:
    """Every panel that a study of this case shows: China decides, dates in order, no war."""
    asked = case.contingency
    decides = _other(asked, DECIDES, "China decides in each future.", ENDOGENOUS, None)
    none = _other(asked, NONE, "No war over Taiwan is fixed by the scenario.", NONE, None)
    kind = asked.kind if asked.opens is not None else "invasion"
    dates = [(year, 2) for year in SWEEP if case.start < (year, 2) <= case.end]
    if asked.opens is not None and asked.opens not in dates:
        dates = sorted([*dates, asked.opens])
    fixed = [_other(asked, _dated(date), f"War opens in {date[0]}.", kind, date) for date in dates]
    found = [
        Panel(DECIDES, "China decides", decides),
        *(Panel(war.name, f"{kind} fixed in {war.opens[0]}", war) for war in fixed if war.opens),
        Panel(NONE, "no contingency", none),
    ]
    return tuple(_mark(panel, asked) for panel in found)


def in_panel(case: Case, panel: Panel) -> Case:
    """The same scenario with what the panel fixes about Taiwan."""
    return case if panel.own else replace(case, contingency=panel.contingency)


def start_in(start: Start, case: Case) -> Start:
    """The beginning of a case that differs only in what happens about Taiwan and in its world.

    Args:
        start: the beginning of the scenario itself.
        case: the same paths in another panel or world.
    """
    roster = order(load_countries())
    united_states = start.united_states.copy()
    united_states["withheld_choice"] = withheld_choice(case)
    return start._replace(
        campaign=campaign_record(case, roster),
        united_states=united_states,
        priors=prior_records(case),
    )


def own_panel(case: Case) -> Panel:
    """The panel that the scenario itself asks for."""
    return next(panel for panel in panels_of(case) if panel.own)


def home_panel(case: Case, home: str) -> Panel:
    """The panel in which a measure is read: "decides", or "fixed" for the date nearest the own.

    Args:
        case: the scenario.
        home: "decides" or "fixed".
    """
    panels = panels_of(case)
    if home == DECIDES:
        return panels[0]
    dated = [panel for panel in panels if panel.fixed]
    own = [panel for panel in dated if panel.own]
    marked = [panel for panel in dated if panel.opens and panel.opens[0] == MARKED]
    return (own or marked or dated or [panels[-1]])[0]


def _dated(date: Quarter) -> str:
    return f"fixed_{date[0]}" if date[1] == 2 else OWN


def _other(
    asked: Contingency, name: str, meaning: str, kind: str, opens: Quarter | None
) -> Contingency:
    """The contingency of a panel; who intervenes and from where stays as the scenario says."""
    return replace(asked, name=name, meaning=meaning, kind=kind, opens=opens)


def _mark(panel: Panel, asked: Contingency) -> Panel:
    if (panel.kind, panel.opens) != (asked.kind, asked.opens):
        return panel
    return replace(panel, contingency=asked, own=True)
