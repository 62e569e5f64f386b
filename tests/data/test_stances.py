"""Do the cards follow the brief, and does the formula put governments in a sensible order?"""

import pytest

from sim.data import stances
from sim.data.load import load_countries, load_facts, load_sources
from sim.data.stances import (
    formula_card,
    judgement_table,
    stance_cards,
    stance_holders,
    us_cards,
)

FACTS = load_facts()
CARDS = stance_cards(FACTS)
FOUR = ("china_hardness", "russia_threat", "asia_role", "china_engagement")
WIDER = ("national_presence", "autonomy", "transactional", "spend_will")
PAIRS = [
    ("LTU", "GBR"),
    ("LTU", "NLD"),
    *[(high, low) for high in ("GBR", "NLD") for low in ("POL", "DEU", "FRA")],
    *[(high, "TUR") for high in ("POL", "DEU", "FRA")],
    ("TUR", "HUN"),
]


def everything(as_of: int = 2024) -> list:
    kinds = us_cards(FACTS, as_of)
    cards = [*stance_cards(FACTS, as_of).values(), *kinds.values()]
    return [stance for card in cards for stance in card.values()]


@pytest.mark.parametrize(("harder", "softer"), PAIRS)
def test_cards_rank_hardness_toward_china(harder, softer):
    assert CARDS[harder]["china_hardness"].value > CARDS[softer]["china_hardness"].value


@pytest.mark.parametrize(("harder", "softer"), PAIRS)
def test_the_formula_alone_ranks_hardness_the_same_way(harder, softer):
    hard, soft = formula_card(FACTS, harder), formula_card(FACTS, softer)

    assert hard["china_hardness"].value > soft["china_hardness"].value


def test_the_formula_is_near_the_judgement_in_three_cells_of_four():
    misses = [
        (iso3, name)
        for iso3, row in judgement_table().items()
        for name, judged in row.items()
        if abs(formula_card(FACTS, iso3)[name].value - judged) > 0.15
    ]

    assert len(judgement_table()) == 13
    assert len(misses) <= 13
    assert ("FRA", "asia_role") in misses, "no formula finds France: the brief does"


@pytest.mark.parametrize("iso3", stance_holders())
def test_every_government_has_the_eight_stances(iso3):
    assert {*FOUR, *WIDER} <= set(CARDS[iso3])


@pytest.mark.parametrize("as_of", [2014, 2018, 2021, 2022, 2024])
def test_stances_are_shares_with_spread_evidence_and_sources(as_of):
    known = set(load_sources())

    stances = everything(as_of)

    assert all(0 <= stance.value <= 1 and stance.sd > 0 for stance in stances)
    assert all(stance.evidence and stance.sources for stance in stances)
    assert all(set(stance.sources) <= known for stance in stances)
    assert {stance.basis for stance in stances} <= {"brief", "formula", "assumption"}


@pytest.mark.parametrize(
    ("iso3", "stance"),
    [
        ("LTU", "china_hardness"),
        ("HUN", "china_engagement"),
        ("DEU", "china_engagement"),
        ("FRA", "asia_role"),
        ("CHN", "narrative_push"),
    ],
)
def test_the_brief_fixes_what_it_speaks_about(iso3, stance):
    cell = CARDS[iso3][stance]

    assert cell.basis == "brief"
    assert "CFR2024" in cell.sources


@pytest.mark.parametrize("iso3", ["LTU", "HUN", "DEU", "FRA"])
def test_fixed_cards_carry_the_judged_values(iso3):
    cells = {name: CARDS[iso3][name].value for name in FOUR}

    assert cells == judgement_table()[iso3]


def test_others_come_from_the_formula_with_wider_spread():
    formula = CARDS["NLD"]["china_hardness"]

    assert formula.basis == "formula"
    assert formula.sd > CARDS["LTU"]["china_hardness"].sd


def test_the_united_states_comes_in_two_kinds():
    kinds = us_cards(FACTS)
    extra = {"europe_commitment", "taiwan_will", "burden_pressure"}

    assert extra <= set(kinds["alliance_first"])
    assert extra <= set(kinds["prioritiser"])
    assert kinds["prioritiser"]["burden_pressure"].value == 0.95
    assert CARDS["USA"] == kinds["alliance_first"]


def test_the_partners_say_whether_they_give_bases():
    bases = {iso3: CARDS[iso3]["base_access"].value for iso3 in ("JPN", "AUS", "KOR", "NZL")}

    assert bases["JPN"] > bases["AUS"] > bases["KOR"] > bases["NZL"]


@pytest.mark.parametrize(
    ("iso3", "stance", "extreme"),
    [
        ("FRA", "national_presence", "high"),
        ("POL", "autonomy", "low"),
        ("TUR", "transactional", "high"),
        ("HUN", "transactional", "high"),
        ("ESP", "spend_will", "low"),
    ],
)
def test_governments_known_for_a_trait_show_it(iso3, stance, extreme):
    values = sorted(CARDS[other][stance].value for other in stance_holders())
    value = CARDS[iso3][stance].value

    assert value <= values[11] if extreme == "low" else value >= values[-4]


def test_lithuania_hardens_when_it_is_coerced():
    before = stance_cards(FACTS, 2020)["LTU"]["china_hardness"]
    after = stance_cards(FACTS, 2021)["LTU"]["china_hardness"]

    assert before.basis == "formula"
    assert after.value > before.value + 0.3


def test_a_coercion_case_fades_with_the_years():
    values = [formula_card(FACTS, "JPN", year)["china_hardness"].value for year in (2011, 2016)]

    assert values[0] > values[1]


def test_polls_and_aid_do_not_speak_before_their_year():
    early = formula_card(FACTS, "NLD", 2021)["china_hardness"]
    late = formula_card(FACTS, "NLD", 2024)["china_hardness"]

    assert "opinion" not in early.evidence
    assert "PEW_GAS_MICRODATA" not in early.sources
    assert "KIEL_UST_R29" not in early.sources
    assert "opinion" in late.evidence
    assert early.sd > late.sd


def test_dated_evidence_is_never_younger_than_the_view():
    dated = ("restricts_5g", "coercion_case", "indo_pacific_strategy", "sea_deployed_indo_pacific")
    early = load_facts()
    kept = [row for row in early.rows if row.fact not in dated or row.year <= 2018]
    blind = type(early)(tuple(kept))

    assert formula_card(blind, "GBR", 2018) == formula_card(FACTS, "GBR", 2018)


def test_the_invasion_raises_the_threat_everywhere():
    before, after = stance_cards(FACTS, 2021), stance_cards(FACTS, 2022)

    rises = [
        after[i]["russia_threat"].value - before[i]["russia_threat"].value
        for i in stance_holders()
        if i != "USA"
    ]

    assert min(rises) == pytest.approx(0.12)


def test_a_guessed_aid_figure_widens_the_spread():
    assert CARDS["MNE"]["russia_threat"].sd > CARDS["NLD"]["russia_threat"].sd


def test_the_roster_is_read_once_for_all_cards(monkeypatch):
    reads = []
    monkeypatch.setattr(stances, "load_countries", lambda: reads.append(1) or load_countries())
    stances._groups.cache_clear()

    stance_cards(FACTS)

    assert len(reads) == 1
