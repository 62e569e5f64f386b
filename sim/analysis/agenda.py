"""What is an item of the council's agenda called, and how far does a draft on it go?"""

from sim.analysis.wording import number
from sim.model.behaviour.council import LOWEST_TARGET, TARGET_SPAN
from sim.model.ladders import Agenda

TITLES = {
    Agenda.SPENDING_PLEDGE: "Spending pledge",
    Agenda.CONTINGENCY_PLAN: "Contingency plans",
    Agenda.TAIWAN_TEXT: "Text on Taiwan",
    Agenda.LIAISON_OFFICE: "Liaison office in Tokyo",
    Agenda.SANCTIONS_PLAN: "Sanctions plan",
    Agenda.ENLARGEMENT_PLEDGE: "No-enlargement pledge",
    Agenda.CRISIS_PLAN: "Crisis plan for the Indo-Pacific",
    Agenda.CYBER: "Cyber cooperation with the AP4",
    Agenda.COERCION: "AP4 cooperation against coercion",
    Agenda.INDUSTRY: "Industrial cooperation with the AP4",
}


def size(code: int, value: float) -> str:
    """How far a draft goes: the pledge in percent of GDP, all else from 0 to 1.

    >>> size(Agenda.SPENDING_PLEDGE, 1.0), size(Agenda.CYBER, 0.5)
    ('5.00 % of GDP', '0.50')
    """
    if code == Agenda.SPENDING_PLEDGE:
        return f"{number(100 * (LOWEST_TARGET + TARGET_SPAN * value), 2)} % of GDP"
    return f"{value:.2f}"
