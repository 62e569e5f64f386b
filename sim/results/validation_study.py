"""How does a validation become a folder: tables, charts, the scorecard as text, and a manifest?"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sim.results.identity import Identity, source_hash
from sim.results.manifest import Record
from sim.results.study import Written, write_pictures, write_whole
from sim.results.tables import write_table
from sim.results.validation_screen import scorecard_markdown
from sim.results.validation_tables import validation_tables
from sim.validation.posterior_files import beliefs_hash, targets_hash
from sim.validation.report import Report

NAME = "validation"


def identify_validation(report: Report) -> Identity:
    """Which validation this is: the parts, the futures, what is believed, and what is held out."""
    modules = tuple(dict.fromkeys(one.row.module for one in report.scores))
    return Identity(
        scenario=NAME,
        seed=report.draw.seed,
        futures=report.draw.futures,
        paths=(report.draw.beliefs, *modules),
        case_hash=targets_hash(),
        source_hash=source_hash(),
        worlds_hash=beliefs_hash(),
    )


def write_validation(report: Report, pictures: Mapping[str, bytes], out: Path) -> Written:
    """Write the folder, whole or not at all.

    Args:
        report: what validation found.
        pictures: ready files by name.
        out: the folder that holds studies.

    Raises:
        StudyError: 6 disk full, 7 the name is taken by something else, 9 cannot write.
    """

    def fill(draft: Path) -> None:
        for name, table in validation_tables(report):
            write_table(draft / name, table)
        (draft / "scorecard.md").write_text(scorecard_markdown(report), "utf-8", newline="\n")
        write_pictures(pictures, draft)

    draw, identity = report.draw, identify_validation(report)
    command = ["sim", "validate", "--futures", str(draw.futures), "--seed", str(draw.seed)]
    if draw.beliefs != "posterior":
        command += ["--beliefs", draw.beliefs]
    if not report.whole:
        for module in identity.paths[1:]:
            command += ["--module", module]
    record = Record(command, datetime.now(UTC), "ensemble", 0)
    return write_whole(identity, record, out, fill)
