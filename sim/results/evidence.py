"""How well founded are the numbers that went in?"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.scenario.case import Case

ASSUMPTION = "assumption"


def weakest_grade(case: "Case") -> str:
    """The weakest grade among the parameters of the case; '-' when none has one."""
    return max((p.grade for p in case.parameters.values() if p.grade), default="-")


def evidence_sentence(case: "Case") -> str:
    """How many parameters are assumptions, and how weak the weakest is."""
    rows = list(case.parameters.values())
    assumed = sum(row.basis == ASSUMPTION for row in rows)
    return (
        f"Evidence: {assumed} of {len(rows)} parameters are assumptions; the weakest grade is "
        f"{weakest_grade(case)} (A best, C weakest). resolved.yaml lists each with its sources."
    )
