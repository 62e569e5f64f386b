"""Which charts does a validation make, and what stands below each?"""

from sim.charts import hindcast_count, hindcast_spending, posterior_bars, scorecard_dots
from sim.charts.footer import HONEST
from sim.charts.picture import Picture, picture_files
from sim.results.validation_study import identify_validation
from sim.validation.report import Report


def validation_pictures(report: Report) -> dict[str, bytes]:
    """The files of every slide by name; the same validation, the same bytes."""
    below = footer(report)
    slides: list[Picture] = []
    if report.contest is not None:
        late = report.record is not None
        slides += hindcast_spending.draw(report.contest, late, below)
        slides += [hindcast_count.draw(report.contest, late, below)]
    slides += scorecard_dots.draw(report.scores, below)
    if report.whole:
        slides += posterior_bars.draw(below)
    return {name: content for picture in slides for name, content in picture_files(picture).items()}


def footer(report: Report) -> str:
    """Futures, seed, beliefs and study, and what the model does not do."""
    identity = identify_validation(report)
    return (
        f"{report.draw.futures:,} futures | seed {report.draw.seed} | parameters from the "
        f"{report.draw.beliefs} | study {identity.short}\n"
        f"Outcomes: NATO, edition of June 2024; from 2023 on the later one (grade B). {HONEST}"
    )
