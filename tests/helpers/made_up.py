"""A made-up outcome: random margins and costs in the shapes the engine returns."""

from dataclasses import replace

import numpy as np

from sim.analysis.bands import bands
from sim.analysis.compare import compare
from sim.analysis.measures import Measure, Series
from sim.analysis.stances import stance_curves
from sim.data.load import Parameter, Prior
from sim.experiment.play import Outcome
from sim.model.fields.turn import TURN_FIELDS
from sim.results.identity import identify
from sim.results.study import Findings
from sim.scenario.case import Case, Contingency, Path

STEPS = 46
RALLY = Parameter(
    name="rally_effect",
    id=None,
    meaning="A made-up number",
    unit="share",
    period="quarter",
    role="uncertainty",
    prior=Prior("uniform", low=0.0, high=1.0),
    range=(0.0, 1.0),
    domain="share",
    basis="assumption",
    sources=(),
    grade="C",
    note="",
)
WAR = Contingency(
    name="invasion_2027",
    meaning="China invades Taiwan.",
    kind="invasion",
    opens=(2027, 2),
    us_intervenes=None,
    us_entry_known=False,
    us_delay_days=None,
    japan_basing=None,
    duration_days=None,
)


def _measure(name, label, unit, better, group, headline=True):
    meaning = f"The {label.lower()}."
    return Measure(
        name=name,
        label=label,
        unit=unit,
        better=better,
        meaning=meaning,
        basis="assumption",
        group=group,
        headline=headline,
    )


MEASURES = {
    m.name: m
    for m in (
        _measure("margin_land_low", "Lowest land margin, Baltic", "ratio", "higher", "europe"),
        _measure("margin_airsea_low", "Lowest air and sea margin", "ratio", "higher", "europe"),
        _measure("p_russia", "Chance that Russia attacks", "probability", "lower", "europe"),
        _measure(
            "years_to_cover", "Years until Europe covers the US share", "years", "lower", "europe"
        ),
        _measure("p_china_wins", "Chance that China wins", "probability", "lower", "taiwan"),
        _measure("spending", "Extra spending 2025-35", "billion 2024 US dollars", "lower", "cost"),
        _measure("ships_away", "Share of the fleet away", "share", "neither", "cost", False),
    )
}
SERIES = {
    "margin_land": Series("margin_land", "Land margin, Baltic", "ratio", "available / required"),
    "margin_airsea": Series("margin_airsea", "Air-sea margin", "ratio", "available / required"),
}
EFFECTS = {"status_quo": 0.0, "symbolic_deployments": -0.03, "burden_shifting": 0.25,
           "combined": 0.22}  # fmt: skip


def made_up_case(effects=EFFECTS, **changes):
    """A case with one path for each effect."""
    case = Case(
        name="taiwan_2027",
        title="A made-up war in 2027",
        question="If war comes in 2027, does Europe still hold?",
        start=(2024, 3),
        steps=STEPS,
        seed=7,
        futures=200,
        knowledge="mid2024",
        baseline=next(iter(effects)),
        paths={name: _path(name) for name in effects},
        world="central",
        parameters={"rally_effect": RALLY},
        contingency=WAR,
        origins={"question": "taiwan_2027.yaml:3", "seed": "default"},
        file="scenarios/taiwan_2027.yaml",
    )
    return replace(case, **changes)


def _path(name):
    return Path(name, "A made-up path", {"spending_target": (0.02,) * STEPS}, {})


def made_up_outcome(effects=EFFECTS, futures=200, seed=7, **changes):
    """An outcome in which each path moves the margins by its effect and costs its size."""
    case = made_up_case(effects, **changes)
    luck = np.random.default_rng(seed)
    base = luck.normal(0.75, 0.12, futures)
    shift = np.array(list(effects.values()))
    noise = luck.normal(0, 0.05, (len(effects), futures))
    gain = shift[:, None] * (1 + noise)
    low = base + gain
    years = np.where(low > 0.8, 12 - 6 * low, np.nan)
    measures = {
        "margin_land_low": low,
        "margin_airsea_low": base * 1.2 + 0.3 * gain,
        "p_russia": np.clip(0.06 - 0.1 * gain, 0, 1),
        "years_to_cover": years,
        "p_china_wins": np.clip(0.4 + 0 * noise + luck.normal(0, 0.2, futures), 0, 1),
        "spending": 900 * np.abs(gain),
        "ships_away": np.full_like(low, 0.02),
    }
    time = np.arange(STEPS)
    ramp = 1 / (1 + np.exp(-(time - 14) / 4))
    war = np.where((time >= 11) & (time < 22), -0.3 * np.exp(-(time - 11) / 5), 0)
    land = base[:, None] + 0.1 + war + 1.5 * gain[:, :, None] * ramp
    return Outcome(
        case=case,
        paths=tuple(effects),
        first_future=0,
        n_futures=futures,
        engine="made up",
        measures=measures,
        series={"margin_land": land, "margin_airsea": 1.2 * land - 0.2},
        by_country={"spending": luck.random((len(effects), futures, 3))},
        by_class={"drawn_peak": luck.random((len(effects), futures, 2))},
        stances={"china_hardness": luck.random((len(effects), min(futures, 200), 12, 2))},
        turns=made_up_turns(len(effects), min(futures, 200)),
        countries=("DEU", "FRA", "POL"),
        classes=("aircraft", "warships"),
        parameters={"rally_effect": luck.random(futures)},
    )


def made_up_turns(paths, futures):
    """Ten turns of an invasion in every future: stocks fall, losses rise, Europe is emptied."""
    count = np.arange(1.0, 11.0)
    spread = np.linspace(0.8, 1.2, futures)[:, None]
    falling, rising = 1000 * spread * np.exp(-count / 3), 30 * spread * count
    constant = {"day": 3.5 * count, "kind": 1 + 0 * count, "stage": 1 + 0 * count}
    values = {field.name: 0.9 ** (count * spread) for field in TURN_FIELDS}
    values |= {field.name: falling for field in TURN_FIELDS if field.unit == "missiles"}
    values |= {field.name: rising for field in TURN_FIELDS if field.name.endswith("_lost")}
    values |= {name: np.broadcast_to(row, (futures, 10)) for name, row in constant.items()}
    return {name: np.repeat(rows[None], paths, axis=0) for name, rows in values.items()}


def findings_of(outcome):
    """Everything a study of an outcome holds, with one small picture file."""
    return Findings(
        identity=identify(outcome.case, outcome.n_futures, outcome.case.seed),
        outcome=outcome,
        comparison=compare(outcome, MEASURES),
        curves=bands(outcome),
        stances=stance_curves(outcome),
        measures=MEASURES,
        series=SERIES,
        units={"spending": "billion"},
        pictures={"charts/a.png": b"not really a picture"},
    )
