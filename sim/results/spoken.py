"""What does a finished run say: as text for a reader, and as one JSON object for a program?"""

import dataclasses
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.analysis.compare import Comparison
from sim.analysis.measures import MEASURES
from sim.analysis.not_yet import NOT_YET, not_yet_sentence
from sim.analysis.published import beside_published, published_lines
from sim.analysis.robust_sentences import robust_sentences
from sim.analysis.scores import fixed_measures
from sim.analysis.sentences import sentences
from sim.results.evidence import evidence_sentence, weakest_grade
from sim.results.identity import plain
from sim.results.robust_screen import robust_text
from sim.results.robust_tables import robust_tables
from sim.results.screen import differences_text, filled, levers_asked, measures_text
from sim.results.study import Findings, Written

if TYPE_CHECKING:
    from sim.analysis.measures import Measure


def closing(findings: Findings, written: Written) -> str:
    """Everything printed after the opening: tables, sentences, limits, where the study is."""
    return f"{own_answer(findings)}\n\n{wider_answer(findings, written)}"


def own_answer(findings: Findings) -> str:
    """What is known once the scenario's own panel is played: two tables."""
    case, comparison = findings.outcome.case, findings.comparison
    asked = levers_asked(case, comparison.paths)
    parts = (
        measures_text(comparison, findings.measures, fixed_measures(case), asked),
        "\n".join(published_lines(findings.outcome)),
        differences_text(comparison, findings.measures, asked),
    )
    return "\n\n".join(part for part in parts if part)


def wider_answer(findings: Findings, written: Written) -> str:
    """Panels, worlds, prices and assumptions; then sentences, limits, where the study is."""
    case, comparison, wider = findings.outcome.case, findings.comparison, findings.robustness
    said = sentences(comparison, findings.measures, case.contingency.kind)
    parts = (
        robust_text(wider, MEASURES) if wider is not None else "",
        "\n\n".join(filled(sentence) for sentence in said),
        filled(not_yet_sentence()),
        filled(evidence_sentence(case)),
        _places(findings, written),
    )
    return "\n\n".join(part for part in parts if part)


def as_json(findings: Findings, written: Written) -> str:
    """One JSON object with everything that the text says; missing numbers are null."""
    case, comparison = findings.outcome.case, findings.comparison
    content = {
        "question": case.question,
        "scenario": case.name,
        "study": findings.identity.key,
        "folder": written.folder.as_posix(),
        "charts": _charts(findings, written),
        "seed": findings.identity.seed,
        "futures": findings.identity.futures,
        "paths": list(findings.identity.paths),
        "baseline": case.baseline,
        "world": case.world,
        "contingency": dataclasses.asdict(case.contingency),
        "measures": _measures(comparison, findings.measures),
        "published": beside_published(findings.outcome),
        "sentences": list(sentences(comparison, findings.measures, case.contingency.kind)),
        "robustness": _robustness(findings),
        "not_yet": list(NOT_YET),
        "weakest_grade": weakest_grade(case),
    }
    return json.dumps(plain(content), ensure_ascii=False, allow_nan=False)


def _measures(comparison: Comparison, measures: Mapping[str, "Measure"]) -> dict[str, Any]:
    return {
        name: {
            "label": measure.label,
            "unit": measure.unit,
            "better": measure.better,
            "headline": measure.headline,
            "paths": {
                path: _without_names(comparison.summaries[name, path]) for path in comparison.paths
            },
            "differences": {
                path: _without_names(comparison.differences[name, path])
                for path in comparison.others
            },
        }
        for name, measure in measures.items()
        if (name, comparison.baseline) in comparison.summaries
    }


def _robustness(findings: Findings) -> dict[str, Any] | None:
    """The tables of panels, worlds, prices and assumptions, each a list of rows."""
    if findings.robustness is None:
        return None
    content: dict[str, Any] = {
        name.removesuffix(".csv"): [dict(zip(table.header, row, strict=True)) for row in table.rows]
        for name, table in robust_tables(findings.robustness, MEASURES)
    }
    return content | {"sentences": robust_sentences(findings.robustness, MEASURES)}


def _without_names(row: Any) -> dict[str, Any]:
    values = dataclasses.asdict(row)
    return {key: value for key, value in values.items() if key not in ("measure", "path")}


def _places(findings: Findings, written: Written) -> str:
    lines = [f"Study: {written.folder.as_posix()}"]
    lines += [f"Chart: {place}" for place in _charts(findings, written)]
    if written.replaced:
        tables = "every table is the same" if written.same_tables else "some tables differ"
        lines.append(f"It replaces the same study run earlier; {tables}.")
    return "\n".join(lines)


def _charts(findings: Findings, written: Written) -> list[str]:
    return [
        (written.folder / name).as_posix() for name in findings.pictures if name.endswith(".png")
    ]
