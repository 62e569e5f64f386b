"""Do the facts land where they should, and does Europe begin with the forces it had in 2024?"""

from dataclasses import replace

import numpy as np
import pytest

from sim.data.load import load_countries, load_facts, load_levers, load_parameters
from sim.experiment.start import build_start
from sim.model import ensemble
from sim.model.ladders import Asset, Contingency, Front
from sim.model.priors import Form
from sim.model.reference import Wargame

MANY = 100  # futures over which the beginning is averaged


@pytest.fixture(scope="module")
def start(cases):
    return build_start(cases["taiwan_2027"])


@pytest.fixture(scope="module")
def seat(start):
    """The record of a country on the first path."""
    return lambda iso3: start.countries[0][start.iso3.index(iso3)]


@pytest.fixture(scope="module")
def beginnings(start):
    """The state after the first quarter, in many futures of the status quo."""
    short = start._replace(steps=1, levers=np.ascontiguousarray(start.levers[:, :1]))
    return [ensemble.trace(short, 0, future) for future in range(MANY)]


@pytest.fixture(scope="module")
def forces(start, beginnings):
    """Mean over futures of a field of the allies in the first quarter, by country."""

    def mean(field):
        values = np.mean([state.countries[field][0] for state in beginnings], axis=0)
        return dict(zip(start.iso3[: start.n_allies], values.tolist(), strict=False))

    return mean


def test_the_roster_is_in_playing_order(start):
    assert len(start.iso3) == start.countries.shape[1] == 39
    assert (start.n_allies, start.n_governments) == (31, 36)
    assert list(start.iso3[:31]) == sorted(start.iso3[:31])
    assert start.iso3[31:] == ("USA", "AUS", "JPN", "KOR", "NZL", "CHN", "RUS", "TWN")
    codes = load_countries()
    assert start.countries[0]["code"].tolist() == [codes[iso3].code for iso3 in start.iso3]
    assert len(set(start.countries[0]["code"].tolist())) == 39


def test_facts_are_those_of_the_year_of_the_start(seat):
    facts = load_facts()
    germany = seat("DEU")
    assert germany["gdp"] == facts.value("DEU", "gdp_usd_bn_2015", 2024)
    assert 3400 < germany["gdp"] < 3900
    assert germany["spending_share"] == facts.value("DEU", "defence_share", 2024)
    assert germany["spending"] == germany["spending_share"] * germany["gdp"]
    assert germany["equipment_share"] == facts.value("DEU", "equipment_share", 2024)
    assert seat("POL")["border"] == seat("EST")["border"] == seat("NOR")["border"] == 1
    assert germany["border"] == seat("TUR")["border"] == 0
    assert seat("FRA")["can_deploy_ships"] == 1
    assert seat("LUX")["can_deploy_ships"] == 0


def test_members_partners_and_parties_to_the_war_are_told_apart(start, seat):
    assert start.countries[0]["is_member"].sum() == 32
    assert seat("SWE")["is_member"] == 1
    assert seat("JPN")["is_member"] == 0
    fronts = dict(zip(start.iso3, start.countries[0]["front"].tolist(), strict=True))
    assert fronts.pop("TWN") == Front.TAIWAN
    assert fronts.pop("CHN") == Front.CHINA
    assert set(fronts.values()) == {Front.NONE}


def test_the_largest_voice_is_that_of_the_largest_economy(start):
    weights = start.countries[0]["gdp_weight"]
    assert weights.max() == 1.0
    assert start.iso3[int(weights.argmax())] == "USA"
    assert weights.min() > 0


def test_europe_and_canada_spent_two_per_cent_in_2024(start):
    allies = start.countries[0][: start.n_allies]
    assert allies["spending"].sum() / allies["gdp"].sum() == pytest.approx(0.0202, abs=0.0008)
    assert allies["spending"].sum() == pytest.approx(430, rel=0.05), "2015 USD bn"


def test_distances_are_symmetric_and_in_kilometres(start):
    table = start.distance_km
    assert table.shape == (36, 36)
    assert np.array_equal(table, table.T)
    assert np.all(np.diag(table) == 0)
    berlin, paris, warsaw, tokyo = (start.iso3.index(c) for c in ("DEU", "FRA", "POL", "JPN"))
    assert table[berlin, paris] == pytest.approx(878, abs=10)
    assert table[berlin, warsaw] == pytest.approx(517, abs=10)
    assert table[berlin, tokyo] == pytest.approx(8920, abs=60)


def test_levers_are_those_of_the_paths(start, cases):
    assert start.levers.dtype.names == tuple(load_levers())
    assert start.levers.shape == (5, 46)
    for row, path in zip(start.levers, cases["taiwan_2027"].paths.values(), strict=True):
        for name in row.dtype.names:
            assert row[name].tolist() == list(path.levers[name])


def test_paths_begin_alike(start):
    """In the first quarter nobody has done anything yet that was not decided by mid-2024."""
    known = {name: lever.value_2024 for name, lever in load_levers().items()}
    for row in start.levers:
        assert dict(zip(row.dtype.names, row[0].item(), strict=True)) == pytest.approx(known)
    assert dict(
        zip(start.levers_before.dtype.names, start.levers_before[0].item(), strict=True)
    ) == pytest.approx(known)
    assert all(np.array_equal(start.countries[0], actors) for actors in start.countries)


def test_a_path_that_is_bold_from_the_first_quarter_still_begins_in_2024(start):
    """What a path asks for first has to be agreed and built like anything else."""
    bold = start.levers.copy()
    bold[1]["spending_target"] = 0.05
    bold[1]["contingency_planning"] = bold[1]["liaison_office"] = 1.0
    bold[1]["industry_expansion"] = bold[1]["indo_pacific_presence"] = 1.0
    begun = [Wargame(start._replace(levers=bold), path, future=3) for path in (0, 1)]
    usual, other = (
        [vars(part) for part in (game.world, game.market, *game.items, game.ledger)]
        for game in begun
    )
    for here, there in zip(usual, other, strict=True):
        assert here == pytest.approx(there, rel=0, abs=0, nan_ok=True)
    assert begun[1].council.spending_target == pytest.approx(0.02)
    assert begun[1].world.planning == 0.2


def test_stances_stay_where_the_cards_have_them_while_nothing_happens(cases, knowing):
    """Without shocks, events, votes and changing trade the cards are a resting point."""
    case = knowing(
        cases["no_contingency"],
        stubbornness_share=0.75,
        stance_noise=0.0,
        election_rate=0.0,
        prioritiser_share=0.0,
        trade_stance_effect=0.0,
        coercion_base=-1000.0,
        rivals_hardening_effect=0.0,
        russian_attack_rate=0.0,
    )
    state = ensemble.trace(build_start(case), 0, 1)
    others = [i for i in range(36) if i != 31]  # the US takes the cards of its administrations
    for stance in ("china_hardness", "russia_threat"):
        first, second = state.countries[stance][:2, others]
        np.testing.assert_allclose(first, second, rtol=0, atol=1e-9)
        moved = np.abs(state.countries[stance][-1, others] - first)
        assert moved.max() < 0.05, "only by what is heard of later US administrations"
        assert np.median(moved) < 1e-6


def test_no_force_is_worth_less_than_a_life_of_upkeep(start, beginnings):
    """Otherwise a small force on few books could grow many times over."""
    for future, state in enumerate(beginnings[:10]):
        parameters = ensemble.play(start._replace(steps=1, levers=start.levers[:, :1]), future, 1)
        p = parameters[1][0]
        allies = state.countries[0][: start.n_allies]
        floor = p["force_life_years"] * allies["sustain_spending"]
        assert np.all(allies["force_value"] >= floor * (1 - 1e-12))


def test_every_parameter_has_a_prior_and_an_address_of_its_own(cases):
    parameters = load_parameters()
    start = build_start(replace(cases["taiwan_2027"], parameters=parameters))
    assert start.parameters == tuple(parameters)
    assert len(set(start.priors["number"].tolist())) == len(parameters)
    for row, parameter in zip(start.priors, parameters.values(), strict=True):
        assert Form(row["form"]).name.lower() == parameter.prior.form
        assert (row["a"], row["b"]) == (parameter.prior.a, parameter.prior.b)


def test_the_war_opens_in_spring_2027_and_all_else_about_it_is_drawn(start, cases):
    campaign = start.campaign[0]
    assert campaign["kind"] == Contingency.INVASION
    assert campaign["opens"] == 11
    assert campaign["us_choice"] == campaign["japan_choice"] == -1
    assert campaign["us_delay_choice"] == campaign["days_choice"] == -1
    assert start.classes["code"].tolist() == [asset.value for asset in Asset]
    assert build_start(cases["no_contingency"]).campaign["opens"][0] == -1


def test_stance_cards_keep_their_order_of_hardness(seat):
    """The rank test of the design: LTU > GBR, NLD > POL, DEU, FRA > TUR > HUN."""
    hard = {iso3: seat(iso3)["china_hardness"] for iso3 in load_countries()}
    assert hard["LTU"] > max(hard["GBR"], hard["NLD"])
    assert min(hard["GBR"], hard["NLD"]) > max(hard["POL"], hard["DEU"], hard["FRA"])
    assert min(hard["POL"], hard["DEU"], hard["FRA"]) > hard["TUR"] > hard["HUN"]


def test_europes_ready_brigades_are_near_the_benchmarks(beginnings):
    """About 25 brigade-equivalents by day 30; 15 to 35 in four futures of five."""
    ready = np.array([state.world["ready_brigades"][0] for state in beginnings])
    assert 20 < np.mean(ready) < 30
    assert np.mean((ready > 15) & (ready < 35)) > 0.8


def test_raw_counts_do_not_mislead(forces):
    """30 Turkish, 20 Greek and 6 French brigades on the books are not that many in the field."""
    brigades = forces("brigades")
    assert 1.5 < brigades["TUR"] < 4
    assert brigades["GRC"] < 1.5
    assert 1.5 < brigades["FRA"] < 3.5
    assert brigades["FRA"] > 2 * brigades["GRC"]
    assert max(brigades.values()) < 4
    assert brigades["ISL"] == brigades["LUX"] == 0


def test_navies_and_air_forces_have_their_published_size(start, forces):
    assert 200 < start.countries[0]["ship_count"][:31].sum() < 280
    assert 1900 < start.countries[0]["aircraft_count"][:31].sum() < 2200, "about 2,046 fighters"
    ships = forces("ships")
    assert min(ships["FRA"], ships["GBR"], ships["ITA"]) > 15


def test_at_the_start_the_united_states_makes_the_difference(beginnings):
    with_us = np.array([state.world["margin_land"][0] for state in beginnings])
    alone = np.array([state.world["margin_land_without_us"][0] for state in beginnings])
    air_and_sea = np.array([state.world["margin_airsea"][0] for state in beginnings])
    assert 1.2 < np.median(with_us) < 2.5
    assert 0.2 < np.median(alone) < 0.6
    assert np.median(air_and_sea) == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize("change", ["one less", "one more", "another order"])
def test_other_parameters_than_those_of_the_rules_are_refused(cases, change):
    rows = cases["taiwan_2027"].parameters
    first = next(iter(rows))
    others = {
        "one less": {name: row for name, row in rows.items() if name != first},
        "one more": rows | {"luck": rows[first]},
        "another order": dict(reversed(rows.items())),
    }

    with pytest.raises(ValueError, match="other parameters than the rules"):
        build_start(replace(cases["taiwan_2027"], parameters=others[change]))
