"""Is luck addressed rightly: published vectors, even spread, no ties between neighbours?"""

import random

import numpy as np
import pytest
from numba import njit
from numba.extending import register_jitable
from scipy import stats

from sim.model import draws
from sim.model.draws import Decision, standard_normal, uniform
from sim.rules import curves

ONES = 0xFFFFFFFF
N_DRAWS = 200_000
ADDRESS = {"seed": 7, "future": 100, "step": 20, "actor": 276, "decision": Decision.GROWTH}
FIXED_NUMBERS = {
    "PARAMETER": 1, "CHINA_HARDNESS": 2, "RUSSIA_THREAT": 3, "ASIA_ROLE": 4,
    "CHINA_ENGAGEMENT": 5, "SPENDING_NOISE": 6, "GROWTH": 7, "ELECTION": 8,
    "ELECTION_SHIFT_CHINA": 9, "ELECTION_SHIFT_RUSSIA": 10, "WAR_END": 11, "WAR_ENDING": 12,
    "US_ADMINISTRATION": 13, "FISCAL_ROOM": 14, "FISCAL_CEILING": 15, "CAMPAIGN_DAY": 16,
    "CAMPAIGN_OUTCOME": 17, "CAMPAIGN_DAYS": 18, "US_ENTRY": 19, "US_DELAY": 20,
    "JAPAN_BASING": 21, "UNIT_JOINS": 22, "UNIT_RETURN_DAYS": 23, "UNIT_LOSS": 24,
    "RUSSIAN_ATTACK": 25, "DEFENCE_HOLDS": 26, "STANCE_NOISE": 27, "FACT": 28, "FLEET_CHOICE": 29,
}  # fmt: skip


def philox(counter, key):
    """Philox4x32-10 as published, word by word, to compare the unrolled one with."""
    w0, w1, w2, w3 = counter
    k0, k1 = key
    for _ in range(10):
        high0, low0 = divmod(0xD2511F53 * w0, 2**32)
        high1, low1 = divmod(0xCD9E8D57 * w2, 2**32)
        w0, w1, w2, w3 = high1 ^ w1 ^ k0, low1, high0 ^ w3 ^ k1, low0
        k0, k1 = (k0 + 0x9E3779B9) & ONES, (k1 + 0xBB67AE85) & ONES
    return w0, w1, w2, w3


def number_from(words):
    return ((words[0] << 20 | words[1] >> 12) + 0.5) / 2**52


PUBLISHED = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((ONES,) * 4, (ONES,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]


@pytest.mark.parametrize(("counter", "key", "words"), PUBLISHED)
def test_the_generator_gives_the_published_answers(counter, key, words):
    assert philox(counter, key) == words
    assert uniform(key[1] << 32 | key[0], *counter) == number_from(words)


def random_addresses(n):
    source = random.Random(41)
    rows = ([source.getrandbits(32) for _ in range(4)] for _ in range(n))
    return [(source.getrandbits(63), *row) for row in rows]


def test_the_unrolled_rounds_equal_the_published_loop():
    addresses = random_addresses(5_000)

    found = [uniform(*address) for address in addresses]

    assert found == [number_from(philox(a[1:], (a[0] & ONES, a[0] >> 32))) for a in addresses]


@pytest.mark.parametrize("function", [uniform, standard_normal])
def test_compiled_draws_give_the_same_bits_as_plain_python(function):
    for module in (curves, draws):
        for rule in (f for f in vars(module).values() if hasattr(f, "__code__")):
            register_jitable(rule)
    rule = njit(function)

    @njit
    def play(table, out):
        for k in range(out.size):
            row = table[k]
            out[k] = rule(row[0], row[1], row[2], row[3], row[4])

    addresses = random_addresses(20_000)
    compiled = np.empty(len(addresses))
    play(np.array(addresses, dtype=np.int64), compiled)

    assert compiled.tolist() == [function(*address) for address in addresses]


def test_compiled_code_takes_a_named_decision():
    register_jitable(uniform)

    @njit
    def play(future):
        return uniform(1, future, 0, 156, Decision.US_ENTRY)

    assert play(5) == uniform(1, 5, 0, 156, Decision.US_ENTRY) == uniform(1, 5, 0, 156, 19)


def test_uniform_draws_are_spread_evenly():
    numbers = [uniform(1, future, 3, 276, Decision.GROWTH) for future in range(N_DRAWS)]

    assert stats.kstest(numbers, "uniform").pvalue > 0.01
    assert 0.0 < min(numbers) < 1e-4
    assert 1 - 1e-4 < max(numbers) < 1.0


def test_normal_draws_follow_the_bell_curve():
    numbers = [standard_normal(1, f, 3, 276, Decision.SPENDING_NOISE) for f in range(N_DRAWS)]

    assert stats.kstest(numbers, "norm").pvalue > 0.01


def test_the_largest_words_stay_inside_the_interval():
    largest = ((2**52 - 1) + 0.5) * 2.0**-52

    assert number_from((ONES, ONES)) == largest < 1.0


@pytest.mark.parametrize("part", list(ADDRESS))
def test_neighbours_in_any_part_of_the_address_are_independent(part):
    here = [uniform(**ADDRESS | {"future": k}) for k in range(20_000)]
    moved = ADDRESS | {part: ADDRESS[part] + 1}
    shift = 1 if part == "future" else 0

    there = [uniform(**moved | {"future": k + shift}) for k in range(20_000)]

    assert abs(stats.pearsonr(here, there).statistic) < 4 / 20_000**0.5
    cells = np.histogram2d(here, there, bins=10)[0]
    assert stats.chisquare(cells.ravel()).pvalue > 1e-3


def test_the_upper_half_of_the_seed_counts():
    assert uniform(**ADDRESS | {"seed": 7 + 2**40}) != uniform(**ADDRESS)


def test_no_two_decisions_share_a_draw():
    numbers = {uniform(1, 0, step, 276, d) for step in range(50) for d in Decision}

    assert len(numbers) == 50 * len(Decision)


def test_decisions_keep_their_numbers():
    assert FIXED_NUMBERS.items() <= {d.name: d.value for d in Decision}.items()


def test_no_decision_is_an_alias_of_another():
    assert len(Decision.__members__) == len(Decision)
