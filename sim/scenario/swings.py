"""May this government's stance be moved by so much?"""

from functools import cache

from sim.data.load import load_facts
from sim.data.stances import Card, stance_cards
from sim.scenario.countries import wrong_country
from sim.scenario.horizon import Horizon
from sim.scenario.nodes import Findings, Mapping, Node, Place, child, entries, number_of
from sim.scenario.problems import did_you_mean, plain
from sim.scenario.vocabulary import Vocabulary

SHARED = {
    "china_hardness": "Toughness of the government toward China",
    "russia_threat": "Threat that it sees in Russia",
    "asia_role": "Wish that the alliance act in the Indo-Pacific; of partners, for links with it",
    "china_engagement": "Wish for closer economic ties with China",
}
OF_ALLIES = SHARED | {
    "national_presence": "Will to act alone in Asia",
    "spend_will": "Will to spend on defence",
    "autonomy": "Wish for a Europe that can act without the United States",
    "transactional": "Price of its assent",
}
LOWEST, HIGHEST = 0.0, 1.0
DIGITS = 9  # 0.1 + 0.9 is 1, whatever the last bit says


def check_swings(
    scenario: Mapping, vocabulary: Vocabulary, horizon: Horizon | None, findings: Findings
) -> None:
    """Note every unknown country and stance, and every swing past the end of its scale.

    Args:
        scenario: as read, with what it takes over.
        vocabulary: the names there are.
        horizon: the quarters that are played, if known; cards are those of its first year.
        findings: where problems are noted.
    """
    swings = child(scenario, "swings")
    governments = (*vocabulary.allies, *vocabulary.partners)
    for code, moved, place in entries(swings):
        key = f"swings.{plain(code)}"
        if code not in governments:
            message = wrong_country(code, "country", governments, vocabulary, _cannot_swing)
            findings.add(place, key, message)
            continue
        stances = tuple(OF_ALLIES if code in vocabulary.allies else SHARED)
        for stance, node, where in entries(moved):
            here = f"{key}.{plain(stance)}"
            if stance not in stances:
                message = _no_stance(stance, code, stances)
                findings.add(where, here, message)
            elif horizon is not None:
                _check_reach(code, stance, node, here, where, horizon, findings)


def _cannot_swing(code: str) -> str:
    if code == "USA":
        return (
            "the stances of the United States change with its administration; use us_retrenchment, "
            "reinforcement_withheld, or the parameter prioritiser_share"
        )
    return f"{code} has no stances here that a scenario can move; allies and partners have"


def _no_stance(stance: str, code: str, stances: tuple[str, ...]) -> str:
    if stance in OF_ALLIES:
        return f"only allies have the stance {stance}; {code} is a partner"
    return f"there is no stance '{plain(stance)}'; {did_you_mean(stance, stances)}"


def _check_reach(
    code: str,
    stance: str,
    node: Node,
    key: str,
    place: Place,
    horizon: Horizon,
    findings: Findings,
) -> None:
    swing = number_of(node)
    if swing is None or not -1 <= swing <= 1:
        return
    card = _cards(horizon.start[0])[code][stance].value
    moved = round(card + swing, DIGITS)
    if not LOWEST <= moved <= HIGHEST:
        message = (
            f"the card of {horizon.start[0]} says {card:g}, with a swing of {swing:+g} it would be "
            f"{moved:g}; allowed here: {LOWEST - card:+.4g} to {HIGHEST - card:+.4g}"
        )
        findings.add(place, key, message)


@cache
def _cards(year: int) -> dict[str, Card]:
    return stance_cards(load_facts(), year)


def settle_swings(written: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The swings as plain numbers, without countries that do not move [0-1 scale]."""
    return {
        code: {stance: float(swing) for stance, swing in moved.items()}
        for code, moved in written.items()
        if moved
    }
