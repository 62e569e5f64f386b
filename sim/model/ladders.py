"""Which named states can an entity be in? Ladders and kinds, with fixed numbers."""

from enum import IntEnum


class UkraineWar(IntEnum):
    """How the war in Ukraine stands."""

    CONTINUING = 0
    CEASEFIRE = 1
    FROZEN = 2
    UKRAINIAN_DEFEAT = 3
    RUSSIAN_SETBACK = 4
    NOT_BEGUN = 5


class Administration(IntEnum):
    """The two kinds of US administration."""

    ALLIANCE_FIRST = 0
    PRIORITISER = 1


class Contingency(IntEnum):
    """What the scenario fixes about Taiwan."""

    NONE = 0
    INVASION = 1
    BLOCKADE = 2
    QUARANTINE = 3


class Deciding(IntEnum):
    """Who settles whether China acts."""

    SCENARIO = 0  # the scenario fixes what happens
    CHINA = 1  # China chooses, and the choice is drawn
    WEIGHED_ONLY = 2  # China weighs its chances, and none is drawn


class Stage(IntEnum):
    """How far the contingency has gone."""

    PEACE = 0
    WAR = 1
    HOLD = 2
    RETURN = 3


class Outcome(IntEnum):
    """How a campaign over Taiwan has ended."""

    OPEN = 0
    FLEET_DEFEATED = 1
    LODGEMENT_STARVED = 2
    STALEMATE = 3
    CHINESE_VICTORY = 4
    OFF_RAMP = 5
    TAIWAN_YIELDS = 6
    STOPPED = 7  # the stop rule: it went on longer than the model follows it


class Level(IntEnum):
    """How far a side goes in a blockade."""

    BOARDING = 1
    MINES_AND_SUBMARINES = 2
    LIMITED_WAR = 3
    WIDER_WAR = 4


class Asset(IntEnum):
    """Classes of US assets that a Pacific war can pull from Europe."""

    LONG_RANGE_MISSILES = 0
    AIRCRAFT = 1
    WARSHIPS = 2
    TERMINAL_INTERCEPTORS = 3
    AREA_INTERCEPTORS = 4
    UPPER_TIER_DEFENCE = 5
    SUPPRESSION_MUNITIONS = 6
    HEAVY_GROUND = 7


class Front(IntEnum):
    """Which party to a war over Taiwan a country is."""

    NONE = 0
    TAIWAN = 1
    CHINA = 2


class Agenda(IntEnum):
    """Items that need the council."""

    SPENDING_PLEDGE = 0
    CONTINGENCY_PLAN = 1
    TAIWAN_TEXT = 2
    LIAISON_OFFICE = 3
    SANCTIONS_PLAN = 4
    ENLARGEMENT_PLEDGE = 5
    CRISIS_PLAN = 6
    CYBER = 7
    COERCION = 8
    INDUSTRY = 9
