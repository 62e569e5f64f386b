"""Is the same future the same luck, whatever is played beside it, in which order and how?"""

from dataclasses import fields, replace

import numpy as np
import pytest

from sim.data.load import load_countries, load_parameters
from sim.experiment import play as playing
from sim.experiment.play import Outcome, play
from sim.experiment.start import build_start
from sim.model import ensemble

FUTURES = 20
ARRAYS = ("measures", "series", "by_country", "by_class", "stances", "turns", "parameters")
NO_COERCION = {"coercion_base": -1000.0}
SEATS = {"seat", "japan_seat"}  # places in the roster, which a missing ally moves
NO_EUROPE_IN_ASIA = {  # what Europe has and sends does not reach the war over Taiwan
    "pacific_delivery_weight": 0.0,
    "held_back_effect": 0.0,
    "european_naval_effect": 0.0,
    "european_theatre_ships": 0.0,
}
BESIDE_THE_WAR = {"european_navies", "europe_deficit"}
NOBODY_ELSE = {
    **NO_COERCION,
    # what each ally does on its own account, once it neither hears nor follows the others
    "stubbornness_share": 1.0,
    "spill_in_effect": 0.0,
    "russian_attack_rate": 0.0,
    # the United States answers all allies together, and Japan the narrative
    "posture_elasticity": 0.0,
    # presence that is there is a sum over all who send
    "crowd_out_share": 0.0,
    **NO_EUROPE_IN_ASIA,
}
OWN = (
    "code",
    "china_hardness",
    "china_hardness_anchor",
    "china_hardness_start",
    "russia_threat",
    "russia_threat_anchor",
    "asia_role",
    "china_engagement",
    "gdp",
    "gdp_potential",
    "gdp_growth",
    "trade_china",
    "trade_taiwan",
    "gdp_loss",
    "spending",
    "spending_share",
    "spending_growth",
    "fiscal_ceiling",
    "brigades",
    "aircraft",
    "modernity",
    "force_value",
)


def pictures(outcome, paths=None):
    """Every number of an outcome as bytes, by kind and name, of some paths in their order."""
    order = [outcome.paths.index(path) for path in paths or outcome.paths]
    found = {}
    for kind in ARRAYS:
        for name, values in getattr(outcome, kind).items():
            chosen = values if kind == "parameters" else values[order]
            found[kind, name] = np.ascontiguousarray(chosen).tobytes()
    return found


def differing(one, other):
    """Names of what is not the same to the last bit."""
    assert one.keys() == other.keys()
    return [key for key in one if one[key] != other[key]]


@pytest.fixture(scope="module")
def case(cases):
    return cases["taiwan_2027"]


@pytest.fixture(scope="module")
def outcome(case):
    return play(case, futures=FUTURES)


def test_the_arrays_compared_are_all_that_an_outcome_holds():
    arrays = {field.name for field in fields(Outcome) if "ndarray" in str(field.type)}
    assert arrays == set(ARRAYS)


def test_a_path_that_equals_the_status_quo_differs_by_exactly_zero(case):
    twin = replace(case.paths["status_quo"], name="twin", meaning="The same by another name.")
    case = replace(case, paths={**case.paths, "twin": twin})

    outcome = play(case, futures=FUTURES)

    assert not differing(pictures(outcome, ["status_quo"]), pictures(outcome, ["twin"]))
    assert differing(pictures(outcome, ["status_quo"]), pictures(outcome, ["combined"]))


def test_the_order_of_paths_changes_nothing(case, outcome):
    turned = replace(case, paths=dict(reversed(case.paths.items())))

    assert not differing(pictures(outcome), pictures(play(turned, futures=FUTURES), outcome.paths))


def test_a_path_played_alone_is_the_same_path(case, outcome):
    alone = replace(case, paths={"combined": case.paths["combined"]})

    assert not differing(pictures(outcome, ["combined"]), pictures(play(alone, futures=FUTURES)))


@pytest.mark.parametrize("block", [1, 7, 64])
@pytest.mark.parametrize("workers", [1, 2, 4])
def test_blocks_and_workers_change_nothing(case, outcome, block, workers):
    again = play(case, futures=FUTURES, block=block, workers=workers)

    assert not differing(pictures(outcome), pictures(again))


@pytest.mark.parametrize("block", [1, 3, 64])
@pytest.mark.parametrize("engine", ["ensemble", "reference"])
def test_only_the_first_futures_keep_the_stances_of_every_year(
    case, outcome, block, engine, monkeypatch
):
    monkeypatch.setattr(playing, "STANCE_FUTURES", 5)
    case = replace(case, paths={"combined": case.paths["combined"]})
    futures = FUTURES if engine == "ensemble" else 6

    again = play(case, futures=futures, engine=engine, workers=2, block=block)

    place = outcome.paths.index("combined")
    for name, kept in again.stances.items():
        assert kept.shape[1] == 5
        assert kept.tobytes() == outcome.stances[name][place, :5].tobytes(), name


def test_the_stances_of_the_last_year_are_those_at_the_end(outcome):
    for name in outcome.stances.keys() & outcome.by_country.keys():
        kept = outcome.stances[name]
        governments = kept.shape[-1]
        assert np.array_equal(kept[:, :, -1], outcome.by_country[name][:, :, :governments])
        assert not np.isnan(kept).any()


def test_a_year_played_in_part_keeps_its_last_quarter(case, outcome):
    short = replace(case, steps=case.steps - 1)
    levers = {
        name: replace(path, levers={lever: row[:-1] for lever, row in path.levers.items()})
        for name, path in case.paths.items()
    }

    cut = play(replace(short, paths=levers), futures=3)

    for name, kept in cut.stances.items():
        governments = kept.shape[-1]
        assert kept.shape[2] == outcome.stances[name].shape[2]
        assert np.array_equal(kept[:, :, :-1], outcome.stances[name][:, :3, :-1])
        if name in cut.by_country:
            assert np.array_equal(kept[:, :, -1], cut.by_country[name][:, :, :governments])


def test_a_future_is_the_same_whichever_is_played_first(case, outcome):
    late = play(case, futures=FUTURES - 13, first=13)

    for kind in ARRAYS:
        for name, values in getattr(outcome, kind).items():
            tail = values[13:] if kind == "parameters" else values[:, 13:]
            assert tail.tobytes() == getattr(late, kind)[name].tobytes(), (kind, name)


def test_a_future_is_the_same_however_many_are_played(case, outcome):
    few = play(case, futures=3)

    for kind in ARRAYS:
        for name, values in getattr(outcome, kind).items():
            head = values[:3] if kind == "parameters" else values[:, :3]
            assert head.tobytes() == getattr(few, kind)[name].tobytes(), (kind, name)


def test_another_seed_is_another_world(case, outcome):
    other = play(case, futures=FUTURES, seed=case.seed + 1)

    assert not np.any(outcome.measures["margin_land_end"] == other.measures["margin_land_end"])
    assert play(case, futures=1, seed=case.seed).case.seed == outcome.case.seed


def test_futures_of_a_seed_are_distinct(outcome):
    for name in ("margin_land_end", "p_attack", "spending_total", "hardness_end"):
        assert len(set(outcome.measures[name][0].tolist())) == FUTURES


@pytest.mark.parametrize("missing", ["ALB", "DEU", "LUX", "TUR"])
def test_one_more_ally_changes_nobody_elses_draws(case, knowing, missing):
    """Wherever it sits in the roster; what allies do to each other is switched off."""
    case = knowing(case, **NOBODY_ELSE)
    countries = load_countries()
    without = {iso3: country for iso3, country in countries.items() if iso3 != missing}
    all_of_them, fewer = build_start(case), build_start(case, without)
    seats = [all_of_them.iso3.index(iso3) for iso3 in fewer.iso3]
    assert len(seats) == len(countries) - 1

    for future in range(3):
        here = ensemble.trace(all_of_them, 0, future)
        there = ensemble.trace(fewer, 0, future)
        for name in OWN:
            assert np.array_equal(here.countries[name][:, seats], there.countries[name]), name
        for part in ("campaign", "classes", "united_states"):
            for name in set(getattr(here, part).dtype.names) - SEATS - BESIDE_THE_WAR:
                one, other = getattr(here, part)[name], getattr(there, part)[name]
                assert one.tobytes() == other.tobytes(), (part, name)
        assert np.array_equal(here.world["ukraine_war"], there.world["ukraine_war"])


def test_a_path_without_presence_shifts_nobodys_draws(cases, knowing, with_paths):
    """Units that are not there cannot join a war; all else is the same lot."""
    case = knowing(
        cases["taiwan_2027"],
        crowd_out_share=0.0,
        russian_attack_rate=0.0,
        presence_alignment_effect=0.0,
        presence_narrative_effect=0.0,
        **NO_COERCION,
        **NO_EUROPE_IN_ASIA,
    )
    case = with_paths(case, {"status_quo": {}, "nobody_sails": {"indo_pacific_presence": 0.0}})
    start = build_start(case)

    for future in range(6):
        usual, nobody = (ensemble.trace(start, path, future) for path in (0, 1))
        assert np.all(nobody.countries["ships_on_station"][2:] == 0)
        assert np.all(nobody.countries["joins"] == 0)
        for name in OWN:
            assert np.array_equal(usual.countries[name], nobody.countries[name]), name
        for part in ("campaign", "classes", "united_states"):
            here, there = getattr(usual, part), getattr(nobody, part)
            for name in set(here.dtype.names) - BESIDE_THE_WAR:
                assert here[name].tobytes() == there[name].tobytes(), (part, name)


def test_uncertain_parameters_are_as_their_priors_say(case):
    """The middle of many draws lies where a prior with a known middle has it."""
    case = replace(case, parameters=load_parameters())
    drawn = play(replace(case, paths={"status_quo": case.paths["status_quo"]}), futures=400)

    for name, parameter in case.parameters.items():
        values, prior = drawn.parameters[name], parameter.prior
        if prior.form == "constant":
            assert np.all(values == prior.a)
        else:
            assert len(set(values.tolist())) == 400, name
        if prior.form in ("lognormal", "normal"):
            assert np.mean(values < prior.a) == pytest.approx(0.5, abs=0.1), name
        if prior.form == "uniform":
            middle = (prior.low + prior.high) / 2
            assert np.mean(values < middle) == pytest.approx(0.5, abs=0.1), name
