"""What does a validation say: as text, as JSON, and as the table of the README?"""

import dataclasses
import json
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sim.data.held_out import HeldOut
from sim.results.identity import plain
from sim.results.screen import filled
from sim.validation.files import replace_file
from sim.validation.hold import Held
from sim.validation.limits import limits
from sim.validation.posterior_files import is_stale
from sim.validation.registry import modules
from sim.validation.report import Report
from sim.validation.scorecard import HELD_OUT, HIT, OUT_OF_SCOPE, Score
from sim.validation.wording import (
    METRICS,
    causes,
    columns,
    comparisons,
    contest_cells,
    late_comparisons,
    markdown,
    score_cells,
    verdict_counts,
)

HEADER = ("target", "figure", "published", "model, mean (nine in ten)", "verdict", "use", "source")
CONTEST = ("forecast", "fitted on", *(short for _, short, _ in METRICS))
LATE = "2022 to 2024"
WIDTH = 98  # letters of a line
STALE = "The posterior was found with other rules, figures or scenarios; run `sim calibrate`."
BEGIN = "<!-- scorecard: written by `sim validate --readme README.md` -->"
END = "<!-- scorecard: end -->"
UNITS = (
    "RMSE, MAE and CRPS in points of GDP by country and year; count: error of the number of "
    "allies at 2\u00a0%; growth: error of real growth of all, points a year; 50 % and 90 %: "
    "outcomes inside these bands. *: its coefficients after the invasion were measured on 2022 to "
    "2024."
)


def opening(report: Report) -> str:
    """What was played."""
    draw = report.draw
    return (
        f"Can it be trusted? {draw.futures:,} futures of each part, seed {draw.seed}, parameters "
        f"from the {draw.beliefs}."
    )


def scorecard_text(report: Report) -> str:
    """Everything that is printed."""
    parts = [
        opening(report),
        STALE if is_stale() else "",
        "\n".join(score_lines(report.scores)),
        filled(
            "CAL: may be fitted on; HOLD: held out. [B], [C]: grade of the figure, which may then "
            "carry no headline alone."
        ),
        filled(_summary(report)),
        "\n".join(filled(sentence) for sentence in _causes(report.missed)),
        *_contest_text(report),
        *_replays_text(report),
        *_record_text(report),
    ]
    if report.whole:
        parts += [filled(limits(report))]
    return "\n\n".join(part for part in parts if part)


def score_lines(scores: Sequence[Score]) -> list[str]:
    """Two lines for each figure that was scored, one for each that was not, by module."""
    lines: list[str] = []
    module = ""
    for one in scores:
        if one.row.module != module:
            module = one.row.module
            lines += ["", f"{module}: {modules()[module].meaning}"]
        target, label, published, given, verdict, use, source = score_cells([one])[0]
        told = f"published {published}; model {given} ({use}; {source})"
        lines += figure_lines(target, label, verdict, told if one.given is not None else "")
    return lines[1:]


def figure_lines(target: str, label: str, verdict: str, told: str) -> list[str]:
    """A figure with its verdict at the end of the line, and below it what is told of it."""
    head = f"  {target}  {label:<{WIDTH - len(verdict) - 9}} {verdict}"
    below = textwrap.wrap(told, WIDTH, initial_indent=" " * 7, subsequent_indent=" " * 9)
    return [head, *below]


def _summary(report: Report) -> str:
    counts = verdict_counts(report)
    total = sum(counts.values())
    if not total:
        return ""
    good = counts["hit"] + counts["near-miss"]
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return (
        f"Targets for calibration, each by its worst figure: {told}, of {total}; {good} are hits "
        "or near-misses. A hit lies within the tolerance, a near-miss within twice of it."
    )


def _causes(missed: list[Score]) -> list[str]:
    return [
        caused(one.verdict, one.row.label, one.row.key) for one in missed if one.row.key in causes()
    ]


def caused(verdict: str, label: str, key: str) -> str:
    """Why a figure is not met, as a sentence."""
    return f"{verdict.capitalize()}, {label}: {causes()[key]}"


def _contest_text(report: Report) -> list[str]:
    if report.contest is None:
        return []
    rows = columns(contest_cells(report.contest), CONTEST)
    text = "\n".join(["Hindcast, 2015 to 2021 from the facts of 2014:", *rows, filled(UNITS)])
    return [text, *[filled(line) for line in comparisons(report.contest)]]


def _replays_text(report: Report) -> list[str]:
    if not report.replays:
        return []
    rows = [
        (
            one.label,
            one.outcome,
            "held out" if one.chance is None else f"{one.chance:.2f}",
            one.grade,
            one.use,
        )
        for one in report.replays
    ]
    head = ("item before the council", "what happened", "passes", "grade", "use")
    return ["\n".join(columns(rows, head))]


def _record_text(report: Report) -> list[str]:
    if report.record is None:
        return ["What is held out is scored once, by `sim validate --hold`."]
    return ["\n".join(record_lines(report))]


def record_head(report: Report) -> str:
    """When and with what the held-out figures were scored, and whether that still holds."""
    record = report.record
    if record is None:
        return ""
    state = (
        "rules, beliefs or figures have changed since, so these figures have been seen"
        if report.seen
        else "nothing has changed since"
    )
    return (
        f"Held-out figures, scored once ({record.futures:,} futures, seed {record.seed}, rules "
        f"{record.rules[:8]}, beliefs {record.beliefs[:8]}); {state}:"
    )


def record_lines(report: Report) -> list[str]:
    """The one scoring of what was held out, as it fell."""
    record = report.record
    if record is None:
        return []
    return [
        filled(record_head(report)),
        *record_figures(record),
        "",
        f"Hindcast, {LATE}:",
        *columns(record_forecasts(record), CONTEST),
        filled(UNITS),
        *[filled(sentence) for sentence in record.sentences],
    ]


def record_figures(record: HeldOut) -> list[str]:
    """The recorded figures, two lines each."""
    lines = []
    for row in record.scores:
        told = f"published {row['published']}; model {row['model']} ({row['source']})"
        if is_missed(row):
            told += f". {causes()[row['figure']]}"
        if row["verdict"] == OUT_OF_SCOPE:
            told = ""
        lines += figure_lines(row["target"], row["label"], row["verdict"], told)
    return lines


def is_missed(row: dict[str, Any]) -> bool:
    """Whether a recorded figure is no hit, and has its cause written down."""
    return row["figure"] in causes() and not row["verdict"].startswith(HIT)


def record_forecasts(record: HeldOut) -> list[tuple[str, ...]]:
    """One row for each forecast of the years after 2021, as it was recorded."""
    return [(name, row["fitted_on"], *row["marks"]) for name, row in record.hindcast.items()]


def scorecard_markdown(report: Report) -> str:
    """The table of the README, with hindcast, record and limits."""
    scored = [one for one in report.scores if one.verdict != HELD_OUT]
    parts = [
        opening(report),
        "\n".join(markdown(score_cells(scored), HEADER)),
        _summary(report),
        "\n".join(f"- {sentence}" for sentence in _causes(report.missed)),
    ]
    if report.contest is not None:
        parts += [
            "Hindcast, 2015 to 2021 from the facts of 2014:",
            "\n".join(markdown(contest_cells(report.contest), CONTEST)),
            UNITS,
            " ".join(comparisons(report.contest)),
        ]
    parts += _record_markdown(report)
    if report.whole:
        parts += [limits(report)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _record_markdown(report: Report) -> list[str]:
    record = report.record
    if record is None:
        return ["What is held out is scored once, by `sim validate --hold`."]
    cells = [
        (row["target"], row["label"], row["published"], row["model"], row["verdict"], row["source"])
        for row in record.scores
    ]
    names = ("target", "figure", "published", "model, mean (nine in ten)", "verdict", "source")
    return [
        record_head(report),
        "\n".join(markdown(cells, names)),
        "\n".join(
            f"- {caused(row['verdict'], row['label'], row['figure'])}"
            for row in record.scores
            if is_missed(row)
        ),
        f"Hindcast, {LATE}:",
        "\n".join(markdown(record_forecasts(record), CONTEST)),
        " ".join(record.sentences),
    ]


def readme_with(text: str, table: str) -> str:
    """The README with the table between its two marks.

    Raises:
        ValueError: when it has no such marks.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"there is no place for the scorecard: the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{table}\n{END}{after}"


def write_readme(file: Path, table: str) -> None:
    """Replaces the table of a README, whole or not at all."""
    text = readme_with(file.read_text(encoding="utf-8"), table)
    replace_file(file, text.encode())


def rounded(value: float | None) -> float | None:
    """A number with nine digits, as in tables; None stays.

    >>> rounded(1 / 3)
    0.333333333
    """
    return None if value is None else float(f"{value:.9g}")


def as_json(report: Report, folder: Path) -> str:
    """One JSON object with everything that the text says."""
    content: dict[str, Any] = {
        "futures": report.draw.futures,
        "seed": report.draw.seed,
        "beliefs": report.draw.beliefs,
        "scores": [
            {
                "target": one.row.target,
                "figure": one.row.key,
                "label": one.row.label,
                "unit": one.row.unit,
                "use": one.row.use,
                "source": one.row.source,
                "grade": one.row.grade,
                "published": list(one.row.values) if one.given is not None else None,
                "model": [rounded(mean) for mean in one.means] or rounded(one.given),
                "error": rounded(one.given) if one.means else None,
                "nine_in_ten": [rounded(one.low), rounded(one.high)],
                "verdict": one.verdict,
                "cause": causes().get(one.row.key),
            }
            for one in report.scores
        ],
        "verdicts": report.verdicts,
        "hindcast": [
            {
                "forecast": entry.forecast.name,
                "fitted_on": entry.forecast.fitted_on,
                "marks": {name: rounded(mark) for name, mark in vars(entry.early).items()},
            }
            for entry in (report.contest.entries if report.contest else ())
            if entry.early is not None
        ],
        "sentences": comparisons(report.contest) if report.contest else [],
        "replays": [vars(one) for one in report.replays],
        "held_out": dataclasses.asdict(report.record) if report.record else None,
        "held_out_seen": report.seen if report.record else None,
        "limits": limits(report) if report.whole else None,
        "study": str(folder),
    }
    return json.dumps(plain(content), indent=1, ensure_ascii=False, allow_nan=False)


def held_text(held: Held) -> str:
    """What is held out, scored: figures, later years, and sentences."""
    late = columns(contest_cells(held.contest, late=True), CONTEST)
    return "\n\n".join(
        (
            f"Held out: {held.draw.futures:,} futures of each part, seed {held.draw.seed}.",
            "\n".join(score_lines(held.scores)),
            "\n".join([f"Hindcast, {LATE}:", *late, filled(UNITS)]),
            *[filled(line) for line in late_comparisons(held.contest)],
        )
    )
