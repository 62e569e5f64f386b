"""Do sums over countries have the size that others published?"""

import pytest

from sim.data.load import load_countries, load_facts

FACTS = load_facts()
EURO_PER_USD = 0.924  # the mean rate of 2024, rounded
EUROPEANS = tuple(i for i, c in load_countries().items() if c.group == "nato" and i != "CAN")
OUTSIDE_THE_EU = tuple(i for i in EUROPEANS if not FACTS.value(i, "eu_member", 2024))
PUBLISHED = 250.0  # T35, for the EU [bn EUR a year]


def more_a_year(members, goal=0.035):
    """What members must add to reach the goal; who is above it adds nothing [bn EUR of 2024]."""
    usd_2015 = sum(
        FACTS.value(iso3, "gdp_usd_bn_2015", 2024)
        * max(0.0, goal - FACTS.value(iso3, "defence_share", 2024))
        for iso3 in members
    )
    return usd_2015 * FACTS.value("EUR", "usd_2024_per_usd_2015") * EURO_PER_USD


def test_three_and_a_half_percent_costs_all_european_members_a_third_more_than_the_published_sum():
    assert len(EUROPEANS) == 30
    assert more_a_year(EUROPEANS) == pytest.approx(PUBLISHED * 4 / 3, rel=0.05)


def test_three_and_a_half_percent_costs_the_members_in_the_eu_the_published_sum():
    """T35, met within a quarter."""
    inside = set(EUROPEANS) - set(OUTSIDE_THE_EU)

    assert len(inside) == 23
    assert more_a_year(inside) == pytest.approx(PUBLISHED, rel=0.25)


def test_britain_turkey_and_norway_are_what_the_published_sum_leaves_out():
    largest = more_a_year(["GBR", "TUR", "NOR"])

    assert set(OUTSIDE_THE_EU) == {"ALB", "GBR", "ISL", "MKD", "MNE", "NOR", "TUR"}
    assert 0.95 <= largest / more_a_year(OUTSIDE_THE_EU) < 1
