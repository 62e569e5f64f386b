"""What is said of a country that may not stand where it does?"""

from collections.abc import Callable

from sim.scenario.problems import did_you_mean, plain
from sim.scenario.vocabulary import LIST_OF_COUNTRIES, Vocabulary


def wrong_country(
    written: str,
    kind: str,
    allowed: tuple[str, ...],
    vocabulary: Vocabulary,
    outsider: Callable[[str], str],
) -> str:
    """What is wrong with a country, and which code is meant.

    Args:
        written: as it stands in the file.
        kind: what is wanted there, such as "ally".
        allowed: the three-letter codes that may stand there.
        vocabulary: the names there are.
        outsider: what is said of a country of the roster that may not stand there.
    """
    (meant,) = vocabulary.country_names.get(written.lower(), ("",))
    if written == meant:
        return outsider(meant)
    unknown = f"there is no {kind} '{plain(written)}' (three-letter codes are expected)"
    if meant and meant not in allowed:
        return f"{unknown}; did you mean '{meant}'? {outsider(meant)}"
    hint = did_you_mean(written, allowed, vocabulary.country_names, LIST_OF_COUNTRIES)
    return f"{unknown}; {hint}"
