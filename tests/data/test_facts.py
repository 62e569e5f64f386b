"""Is every country described, in the right unit, and do totals agree with what NATO published?"""

import pytest

from sim.data.load import load_countries, load_facts, load_sources

FACTS = load_facts()
ROSTER = tuple(load_countries())
MEMBERS = tuple(i for i, c in load_countries().items() if c.group in ("nato", "us"))
HOLDERS = tuple(i for i, c in load_countries().items() if c.group in ("nato", "us", "ap4"))

EVERYWHERE = (
    "gdp_usd_bn_2015",
    "defence_usd_bn_2015",
    "defence_share",
    "equipment_share",
    "population_m",
    "trade_china_share",
    "exports_china_share",
    "imports_taiwan_share",
    "capital_lat",
    "capital_lon",
    "distance_moscow_km",
    "distance_taipei_km",
    "border_russia_belarus",
    "brigades",
    "combat_aircraft",
    "surface_combatants",
    "attack_submarines",
    "ukraine_aid_share",
    "sea_deployed_indo_pacific",
    "air_deployed_indo_pacific",
)
EVIDENCE = ("restricts_5g", "bri_in_force", "ceec_member", "indo_pacific_strategy")
YEARLY = ("gdp_usd_bn_2015", "defence_usd_bn_2015", "defence_share", "equipment_share")
RANGES = {
    "defence_share": (0, 0.08),
    "defence_share_later_edition": (0, 0.05),
    "equipment_share": (0, 0.65),
    "trade_china_share": (0, 0.45),
    "exports_china_share": (0, 0.35),
    "imports_taiwan_share": (0, 0.015),
    "ukraine_aid_share": (0, 0.03),
    "coercion_case": (0, 1),
    "pew_unfavourable_china": (0.3, 0.95),
    "restricts_5g": (0, 1),
    "capital_lat": (-90, 90),
    "capital_lon": (-180, 180),
    "population_m": (0.3, 1500),
    "gdp_usd_bn_2015": (3, 25000),
    "us_personnel_based": (0, 55000),
    "defence_usd_bn_2015": (0, 800),
    "usd_2024_per_usd_2015": (1.1, 1.5),
}


def members_in(year: int) -> list[str]:
    return [iso3 for iso3 in MEMBERS if FACTS.value(iso3, "accession_year") <= year]


def members_at_two_percent(fact: str, year: int) -> int:
    shares = [FACTS.history(iso3, fact) for iso3 in members_in(year)]
    return sum(row.value >= 0.02 for rows in shares for row in rows if row.year == year)


@pytest.mark.parametrize("fact", EVERYWHERE)
def test_every_country_has_every_country_fact(fact):
    missing = [iso3 for iso3 in ROSTER if not FACTS.history(iso3, fact)]

    assert missing == []


@pytest.mark.parametrize("fact", EVIDENCE)
def test_every_government_with_a_card_has_the_evidence(fact):
    missing = [iso3 for iso3 in HOLDERS if not FACTS.history(iso3, fact)]

    assert missing == []


@pytest.mark.parametrize("fact", YEARLY)
def test_members_have_every_year_of_the_panel(fact):
    wanted = tuple(range(2014, 2025))
    short = [i for i in MEMBERS if tuple(r.year for r in FACTS.history(i, fact)) != wanted]

    assert short == []


def test_every_ally_and_two_partners_know_the_us_forces_based_there():
    hosts = {row.country for row in FACTS.rows if row.fact == "us_personnel_based"}
    short = [
        iso3
        for iso3 in hosts
        if [row.year for row in FACTS.history(iso3, "us_personnel_based")]
        != [2014, 2022, 2023, 2024]
    ]

    assert hosts == {*MEMBERS, "JPN", "KOR"} - {"USA"}
    assert short == []


@pytest.mark.parametrize("iso3", ["POL", "ROU", "BGR", "EST", "LVA", "LTU"])
def test_hosts_of_us_forces_on_rotation_say_that_they_are_not_counted(iso3):
    row = FACTS.get(iso3, "us_personnel_based", 2024)

    assert "rotate through are missing" in row.note or "rotates through is missing" in row.note
    assert "reads far too low" in row.note
    assert row.sd > row.value / 2


def test_us_forces_based_in_allies_add_up_to_the_total_counted_for_them():
    europe = set(MEMBERS) - {"USA", "CAN"}
    total = sum(FACTS.value(iso3, "us_personnel_based", 2024) for iso3 in europe)

    assert total == 65394


def test_members_have_an_accession_year():
    years = {iso3: FACTS.value(iso3, "accession_year") for iso3 in MEMBERS}

    assert (years["FIN"], years["SWE"], years["USA"]) == (2023, 2024, 1949)


def test_every_row_names_known_sources_a_unit_and_a_plausible_year():
    known = set(load_sources())

    assert all(set(row.sources) <= known for row in FACTS.rows)
    assert all(row.unit for row in FACTS.rows)
    assert all(1949 <= row.year <= 2025 for row in FACTS.rows)
    assert {row.country for row in FACTS.rows} == {*ROSTER, "EUR"}


def test_every_assumption_is_graded_c_spread_and_explained():
    assumed = [row for row in FACTS.rows if "ASSUMPTION" in row.sources]

    assert len(assumed) > 50
    assert all(row.grade == "C" and row.note for row in assumed)
    assert [row for row in assumed if not row.sd and "by definition" not in row.note] == []


@pytest.mark.parametrize("fact", RANGES)
def test_values_lie_in_a_sane_range(fact):
    low, high = RANGES[fact]
    rows = [row for row in FACTS.rows if row.fact == fact]

    assert rows
    assert [row for row in rows if not low <= row.value <= high] == []


@pytest.mark.parametrize("fact", ["ceec_member", "bri_in_force", "border_russia_belarus"])
def test_yes_or_no_is_one_or_zero(fact):
    assert {row.value for row in FACTS.rows if row.fact == fact} == {0, 1}


@pytest.mark.parametrize(
    ("year", "count"),
    [
        (2014, 3),
        (2015, 5),
        (2016, 5),
        (2017, 4),
        (2018, 6),
        (2019, 7),
        (2020, 9),
        (2021, 6),
        (2022, 7),
        (2023, 10),
        (2024, 23),
    ],
)
def test_members_at_two_percent_agree_with_the_june_2024_edition(year, count):
    assert members_at_two_percent("defence_share", year) == count


def test_eighteen_members_reach_two_percent_in_the_later_edition():
    assert members_at_two_percent("defence_share_later_edition", 2024) == 18


@pytest.mark.parametrize(("year", "total"), [(2014, 35304.726), (2024, 43675.111)])
def test_gdp_of_members_adds_up_to_the_total_nato_printed(year, total):
    gdp = sum(FACTS.value(iso3, "gdp_usd_bn_2015", year) for iso3 in members_in(year))

    assert gdp == pytest.approx(total, rel=0.0005)


@pytest.mark.parametrize("iso3", [i for i in MEMBERS if i != "ISL"])
def test_share_is_spending_over_gdp(iso3):
    spent = FACTS.value(iso3, "defence_usd_bn_2015", 2022)
    share = spent / FACTS.value(iso3, "gdp_usd_bn_2015", 2022)

    assert FACTS.value(iso3, "defence_share", 2022) == pytest.approx(share, abs=0.0002)


def test_the_one_factor_into_2024_dollars_is_the_us_price_level():
    row = FACTS.get("EUR", "usd_2024_per_usd_2015")

    assert row.value == pytest.approx(1.286, abs=0.001)


def test_sipri_rows_stand_as_one_block_at_the_end():
    places = [n for n, row in enumerate(FACTS.rows) if "SIPRI25" in row.sources]

    assert places == list(range(places[0], len(FACTS.rows)))
    assert len(places) == 84


def test_trade_uses_reporter_data_where_it_exists():
    row = FACTS.get("DEU", "trade_china_share")
    mirror = FACTS.get("NLD", "trade_china_share")

    assert (row.sources[0], row.grade) == ("COMTRADE_CEE_REPORTER", "A")
    assert row.value == pytest.approx(0.0788, abs=0.0005)
    assert mirror.grade == "C"
    assert "transit" in mirror.note


def test_iceland_has_no_forces_and_says_so():
    row = FACTS.get("ISL", "defence_share", 2024)

    assert (row.value, row.grade, row.note) == (0, "A", "no armed forces")
