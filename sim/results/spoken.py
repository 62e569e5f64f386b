"""What does a finished run say: as text for a reader, and as one JSON object for a program?"""

import dataclasses
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.analysis.compare import Comparison
from sim.analysis.not_yet import NOT_YET, not_yet_sentence
from sim.analysis.sentences import sentences
from sim.results.evidence import evidence_sentence, weakest_grade
from sim.results.identity import plain
from sim.results.screen import differences_text, filled, measures_text
from sim.results.study import Findings, Written

if TYPE_CHECKING:
    from sim.analysis.measures import Measure


def closing(findings: Findings, written: Written) -> str:
    """Everything printed after the opening: tables, sentences, limits, where the study is."""
    case, comparison = findings.outcome.case, findings.comparison
    said = sentences(comparison, findings.measures, case.contingency.kind)
    parts = (
        measures_text(comparison, findings.measures),
        differences_text(comparison, findings.measures),
        "\n\n".join(filled(sentence) for sentence in said),
        filled(not_yet_sentence()),
        filled(evidence_sentence(case)),
        _places(findings, written),
    )
    return "\n\n".join(parts)


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
        "sentences": list(sentences(comparison, findings.measures, case.contingency.kind)),
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
