"""What luck does an actor meet? Random numbers by address, the same in both engines.

A draw has an address: seed, future, step, actor, and the decision it is for. It does not depend on
the order of play or on the path, so every path meets the same luck, and an actor or decision that
is added or skipped shifts nobody else's. The generator is Philox4x32-10 (Salmon et al. 2011): the
seed is its key, the rest of the address its counter.

All arguments are whole numbers: the seed from 0 to 2^63 - 1, the others from 0 to 2^32 - 1.
"""

import enum

from sim.rules.curves import normal_inverse


class Decision(enum.IntEnum):
    """What a draw is for. The numbers are addresses: never renumber or reuse one, only append."""

    PARAMETER = 1  # the actor is the parameter's fixed number
    CHINA_HARDNESS = 2
    RUSSIA_THREAT = 3
    ASIA_ROLE = 4
    CHINA_ENGAGEMENT = 5
    SPENDING_NOISE = 6
    GROWTH = 7
    ELECTION = 8
    ELECTION_SHIFT_CHINA = 9
    ELECTION_SHIFT_RUSSIA = 10
    WAR_END = 11
    WAR_ENDING = 12
    US_ADMINISTRATION = 13
    FISCAL_ROOM = 14
    FISCAL_CEILING = 15
    CAMPAIGN_DAY = 16
    CAMPAIGN_OUTCOME = 17
    CAMPAIGN_DAYS = 18
    US_ENTRY = 19
    US_DELAY = 20
    JAPAN_BASING = 21
    UNIT_JOINS = 22
    UNIT_RETURN_DAYS = 23
    UNIT_LOSS = 24
    RUSSIAN_ATTACK = 25
    DEFENCE_HOLDS = 26
    STANCE_NOISE = 27
    FACT = 28  # a missing fact, known only with a spread
    FLEET_CHOICE = 29
    TRADE_TAIWAN = 30
    BRIGADE_COUNT = 31
    AIRCRAFT_COUNT = 32
    SHIP_COUNT = 33
    THREAT_NOISE = 34
    COUNCIL_VOTE = 35  # the actor is country, item and round
    COUNCIL_RESERVATION = 36
    COUNCIL_YIELD = 37
    RECEPTION_NOISE = 38
    COERCION = 39
    COERCION_COST = 40
    CONCESSION = 41
    CHINA_ACTS = 42
    UNIT_STAYS = 43
    SANCTIONS = 44
    EU_SANCTIONS = 45
    AGENDA_TIME = 46
    BASES = 47
    CHINESE_SIGHT = 48
    RUSSIAN_SIGHT = 49
    AT_SEA = 50
    SHOW_OF_FORCE = 51
    MAINLAND_STRIKES = 52
    BASE_STRIKE = 53  # in these the actor is the turn
    SHIP_STRIKE = 54
    COASTAL_FIRE = 55
    ANTISHIP_FIRE = 56
    CRUISE_FIRE = 57
    AIR_BATTLE = 58
    GROUND_BATTLE = 59
    MERCHANT_LOSSES = 60
    CHINA_RISES = 61
    COALITION_RISES = 62
    OFF_RAMP = 63
    TAIWAN_YIELDS = 64
    TURNS_TO_INVASION = 65
    COALITION_LEVEL = 66
    JOINT_ROW = 67  # the actor is the number of the table's block
    DESIGN_ORDER = 68  # in designs of calibration the future is the vector, the step the wave
    DESIGN_PLACE = 69
    SUDDEN_ATTACK = 70
    PARTNER_FIGHTS = 75


def uniform(seed: int, future: int, step: int, actor: int, decision: int) -> float:
    """A number spread evenly between 0 and 1, neither of them included [0-1].

    It has 52 random bits and sits in the middle of its cell, (n + 1/2) / 2^52, which a float holds
    exactly. Below, x and z are the words that each round multiplies. The other two enter only
    through their lower 32 bits, and so do the keys, which is why one mask each is enough and why
    wrapping 64-bit integers and Python's long ones agree.

    >>> uniform(1, 0, 0, 0, 1) == uniform(1, 0, 0, 0, 1)
    True
    """
    key = seed >> 32
    p, q = 0xD2511F53 * future, 0xCD9E8D57 * actor
    x, z = (q >> 32 ^ step ^ seed) & 0xFFFFFFFF, (p >> 32 ^ decision ^ key) & 0xFFFFFFFF
    a, b = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (b >> 32 ^ q ^ seed + 0x9E3779B9) & 0xFFFFFFFF
    z = (a >> 32 ^ p ^ key + 0xBB67AE85) & 0xFFFFFFFF
    p, q = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (q >> 32 ^ b ^ seed + 0x3C6EF372) & 0xFFFFFFFF
    z = (p >> 32 ^ a ^ key + 0x76CF5D0A) & 0xFFFFFFFF
    a, b = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (b >> 32 ^ q ^ seed + 0xDAA66D2B) & 0xFFFFFFFF
    z = (a >> 32 ^ p ^ key + 0x32370B8F) & 0xFFFFFFFF
    p, q = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (q >> 32 ^ b ^ seed + 0x78DDE6E4) & 0xFFFFFFFF
    z = (p >> 32 ^ a ^ key + 0xED9EBA14) & 0xFFFFFFFF
    a, b = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (b >> 32 ^ q ^ seed + 0x1715609D) & 0xFFFFFFFF
    z = (a >> 32 ^ p ^ key + 0xA9066899) & 0xFFFFFFFF
    p, q = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (q >> 32 ^ b ^ seed + 0xB54CDA56) & 0xFFFFFFFF
    z = (p >> 32 ^ a ^ key + 0x646E171E) & 0xFFFFFFFF
    a, b = 0xD2511F53 * x, 0xCD9E8D57 * z
    x = (b >> 32 ^ q ^ seed + 0x5384540F) & 0xFFFFFFFF
    z = (a >> 32 ^ p ^ key + 0x1FD5C5A3) & 0xFFFFFFFF
    p, q = 0xD2511F53 * x, 0xCD9E8D57 * z
    z = (p >> 32 ^ a ^ key + 0xDB3D7428) & 0xFFFFFFFF
    b = 0xCD9E8D57 * z
    x = (b >> 32 ^ q ^ seed + 0x8FF34781) & 0xFFFFFFFF
    return ((x << 20 | (b & 0xFFFFFFFF) >> 12) + 0.5) * 2.220446049250313e-16


def standard_normal(seed: int, future: int, step: int, actor: int, decision: int) -> float:
    """A number from the bell curve with mean 0 and standard deviation 1 [standard deviations].

    >>> standard_normal(1, 0, 0, 0, 1) == normal_inverse(uniform(1, 0, 0, 0, 1))
    True
    """
    return normal_inverse(uniform(seed, future, step, actor, decision))
