"""Which charts does a study support, and which files do they make?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.charts import (
    alliance_bands,
    campaign_losses,
    campaign_stocks,
    denial_bands,
    differences,
    draw_by_class,
    electricity,
    stances,
    war_date,
)
from sim.charts.picture import Picture, picture_files

if TYPE_CHECKING:
    from sim.results.study import Findings


@dataclass(frozen=True)
class Chart:
    """A chart by name, the question that it answers, and how its slides are drawn.

    `draw` returns no slide for a study that lacks what the chart needs.
    """

    name: str
    question: str
    draw: Callable[["Findings"], list[Picture]]


def _denial_bands(findings: "Findings") -> list[Picture]:
    return denial_bands.draw(findings.outcome, findings.curves, findings.identity)


CHARTS: tuple[Chart, ...] = (
    Chart("differences", "What does each path change, and at what price?", differences.draw),
    Chart("denial_bands", "Does Europe have what it needs, and when?", _denial_bands),
    Chart("war_date", "How much does each path gain by the year of a war?", war_date.draw),
    Chart("campaign_losses", "What does each side lose, by class?", campaign_losses.draw),
    Chart("campaign_stocks", "How long do missiles last?", campaign_stocks.draw),
    Chart("draw_by_class", "What is left in Europe of US forces?", draw_by_class.draw),
    Chart("electricity", "How long does Taiwan have light?", electricity.draw),
    Chart("alliance_bands", "Does the alliance hold together?", alliance_bands.draw),
    Chart("stances", "How does every government move over the years?", stances.draw),
)


def slides(findings: "Findings") -> list[Picture]:
    """Every slide that the study supports, in the order in which they are to be shown."""
    return [picture for chart in CHARTS for picture in chart.draw(findings)]


def pictures(findings: "Findings") -> dict[str, bytes]:
    """The files of every slide by name, such as charts/stances.png; the same study, same bytes."""
    return {
        name: content
        for picture in slides(findings)
        for name, content in picture_files(picture).items()
    }
