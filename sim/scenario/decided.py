"""Which decisions of the alliance are known, whatever the path?

With knowledge `mid2024` the pledge of 2 % stands. With `mid2025` every path also knows The Hague
pledge of June 2025, 3.5 % of GDP on core defence by 2035, read as a straight line.
"""

from dataclasses import replace

from sim.scenario.case import Path
from sim.scenario.horizon import Horizon
from sim.scenario.quarters import Quarter, quarter_after, steps_between

PLEDGED: tuple[Quarter, float] = ((2025, 3), 0.02)
REACHED: tuple[Quarter, float] = ((2035, 1), 0.035)


def hague_target(quarter: Quarter) -> float:
    """Spending target that follows from The Hague pledge [share of GDP].

    >>> hague_target((2024, 3)), hague_target((2035, 4))
    (0.02, 0.035)
    """
    total = steps_between(PLEDGED[0], REACHED[0])
    done = min(max(steps_between(PLEDGED[0], quarter), 0), total)
    return PLEDGED[1] + (REACHED[1] - PLEDGED[1]) * done / total


def with_what_is_known(path: Path, knowledge: str, horizon: Horizon) -> Path:
    """The path, asking at least for what has been decided.

    Args:
        path: as its file has it.
        knowledge: "mid2024" or "mid2025".
        horizon: the quarters that are played.
    """
    if knowledge == "mid2024":
        return path
    asked = tuple(
        max(value, hague_target(quarter_after(horizon.start, step)))
        for step, value in enumerate(path.levers["spending_target"])
    )
    return replace(path, levers=path.levers | {"spending_target": asked})
