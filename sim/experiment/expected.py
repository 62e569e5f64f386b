"""Where China decides, from which play do its chances come? From one in which it never acts."""

from sim.model.ladders import Deciding
from sim.model.start import Start

EXPECTED = ("p_crisis", "p_quarantine", "p_blockade", "p_invasion", "p_force")
"""Fields of the ledger that are taken from that play."""


def china_decides(start: Start) -> bool:
    """Whether China chooses, and its choice is drawn."""
    return bool(start.campaign["decides"][0] == Deciding.CHINA)


def weighed_only(start: Start) -> Start:
    """The same beginning, but China weighs its chances and never acts."""
    campaign = start.campaign.copy()
    campaign["decides"] = Deciding.WEIGHED_ONLY
    return start._replace(campaign=campaign)
