"""What may the model be used for, and what not? One paragraph, with its own figures in it."""

from sim.analysis.wording import number
from sim.validation.contest import MODEL
from sim.validation.report import PATTERN, Report
from sim.validation.scorecard import HIT, MISS, NEAR, OUT_OF_SCOPE
from sim.validation.wording import verdict_counts

REGRESSION = "regression from 2014"
PERSISTENCE = "persistence from 2014"
EVEN = 0.5


def limits(report: Report) -> str:
    """The paragraph of limits of a whole report."""
    counts = verdict_counts(report)
    total = sum(counts.values())
    good = counts["hit"] + counts["near-miss"]
    return " ".join(
        (
            "Use it to compare paths under the same assumptions, to find out which assumption a "
            "difference hangs on, and to argue about premises. Do not use it to say how likely a "
            "war is, who wins one, or what any one ally will spend: nothing here forecasts.",
            _spending(report),
            f"Of {total} published targets for calibration {good} are hits or near-misses, but "
            "that is weaker than it sounds: several sizes were set by hand on the same figures, "
            "some are constants, and most tolerances are wide, so a hit shows that the rules can "
            "reach a figure, not that they are right.",
            _held_out(report),
            _pattern(report),
            "The figures on a war over Taiwan come from "
            "other people's games and estimates: to agree with them is to agree with a model. Of "
            "war over Taiwan or on NATO's soil there is no record at all; its chances are "
            "opinions, put in and not tested. The effect of deployments on China, of plans and "
            "integration on fighting power, and the speed of European rearmament have no outcome "
            "to be held against; on these, which decide between the paths, the model knows no "
            "more than its priors.",
        )
    )


def _held_out(report: Report) -> str:
    """How the figures fared that were never fitted on, the misses by name."""
    if report.record is None:
        return ""
    told = [(row["verdict"], row["label"]) for row in report.record.scores]
    scored = [one for one in told if one[0] != OUT_OF_SCOPE]
    hits = [verdict for verdict, _ in scored if verdict.startswith(HIT)]
    known = sum(verdict != HIT for verdict in hits)
    near = sum(verdict.startswith(NEAR) for verdict, _ in scored)
    missed = [f'"{label}"' for verdict, label in scored if verdict.startswith(MISS)]
    before = f" ({known} of them known while a prior was set)" if known else ""
    return (
        f"Of {len(scored)} figures that were held out {len(hits)} were hits{before}, {near} "
        f"near-misses and {len(missed)} misses: {', '.join(missed)}."
    )


def _pattern(report: Report) -> str:
    """What the council did in February 2003 and does not do here."""
    chance = next((one.chance for one in report.replays if one.use == PATTERN), None)
    if chance is None or chance < EVEN:
        return ""
    return (
        "The council misses a pattern: three large opponents stopped it in February 2003, and here "
        f"some weaker plan passes all the same in {number(100 * chance, 0)} % of futures."
    )


def _spending(report: Report) -> str:
    if report.contest is None:
        return ""
    ours = report.contest.entry(MODEL).early
    still = report.contest.entry(PERSISTENCE).early
    simple = report.contest.entry(REGRESSION).early
    if ours is None or still is None or simple is None:
        return ""
    than = "no better than" if ours.rmse >= simple.rmse else "better than"
    return (
        "The longest measured past is that of spending: fitted on 2015 to 2021 and played from the "
        "facts of 2014 it misses a "
        f"country's share in 2015 to 2021 by {number(ours.rmse, 2)} points of GDP, against "
        f"{number(still.rmse, 2)} if nothing had changed, and is {than} a regression with four "
        f"numbers ({number(simple.rmse, 2)}). Its coefficients after 2022 were measured on 2022 to "
        "2024 themselves, and rest on a single invasion."
    )
