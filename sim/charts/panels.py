"""In which panels was a study played, and what does it compare there?"""

from typing import TYPE_CHECKING

from sim.experiment.panels import FIXED, home_panel, own_panel

if TYPE_CHECKING:
    from sim.analysis.played import PanelResult
    from sim.results.study import Findings


def panel_results(findings: "Findings") -> tuple["PanelResult", ...]:
    """Every panel of the study; the scenario's own alone when no other was played."""
    from sim.analysis.played import PanelResult

    if findings.robustness is not None:
        return findings.robustness.panels
    panel = own_panel(findings.outcome.case)
    return (PanelResult(panel, findings.comparison, findings.outcome.n_futures),)


def shown_panels(findings: "Findings") -> tuple["PanelResult", ...]:
    """China decides, one fixed date, no contingency: of the swept dates only the scenario's own."""
    dated = home_panel(findings.outcome.case, FIXED).name
    return tuple(
        result
        for result in panel_results(findings)
        if result.panel.own or not result.panel.fixed or result.panel.name == dated
    )


def swept_panels(findings: "Findings") -> tuple["PanelResult", ...]:
    """The panels with a fixed date, in order of the date; empty unless there are several."""
    dated = [result for result in panel_results(findings) if result.panel.opens]
    return tuple(dated) if len(dated) > 1 else ()


def moment(result: "PanelResult") -> str:
    """When the panel's question is asked, to begin a sentence, such as "In a 2027 war"."""
    if result.panel.opens:
        act = "war" if result.panel.kind == "invasion" else result.panel.kind
        return f"In a {result.panel.opens[0]} {act}"
    return {"endogenous": "If China decides"}.get(result.panel.kind, "Without a contingency")
