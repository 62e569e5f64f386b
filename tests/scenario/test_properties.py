"""What holds for every sound scenario, whatever its numbers?"""

import json
import math
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.scenario.quarters import quarter_after, show_quarter
from sim.scenario.resolve import Case, resolve

START = (2024, 3)
steps = st.lists(st.integers(0, 45), min_size=1, max_size=8, unique=True).map(sorted)
shares = st.floats(0.015, 0.05, allow_nan=False)


@st.composite
def scenarios(draw: st.DrawFn) -> dict[str, Any]:
    """The content of a sound scenario with one path of its own."""
    points = {show_quarter(quarter_after(START, step)): draw(shares) for step in draw(steps)}
    how = draw(st.sampled_from(["linear", "step"]))
    lever = {"timetable": points, "how": how, "basis": "assumption"}
    return {
        "title": draw(st.text("abc NOønæ:#'\"[]{}-", min_size=1, max_size=30)),
        "question": "What holds?",
        "seed": draw(st.integers(0, 2**63 - 1)),
        "futures": draw(st.integers(1, 1_000_000)),
        "paths": {
            "status_quo": None,
            "mine": {"meaning": "Money.", "levers": {"spending_target": lever}},
        },
    }


@settings(max_examples=150)
@given(content=scenarios())
def test_a_scenario_says_the_same_before_and_after_it_is_written(content: dict[str, Any]) -> None:
    case = _resolve(content)

    assert case == _resolve(content)
    assert (case.title, case.seed, case.futures) == (
        content["title"],
        content["seed"],
        content["futures"],
    )


@settings(max_examples=150)
@given(content=scenarios())
def test_a_lever_meets_every_point_and_stays_between_them(content: dict[str, Any]) -> None:
    points = content["paths"]["mine"]["levers"]["spending_target"]["timetable"]

    values = _resolve(content).paths["mine"].levers["spending_target"]

    met = {show_quarter(quarter_after(START, step)): value for step, value in enumerate(values)}
    ends = (0.02, *points.values())
    assert {quarter: met[quarter] for quarter in points} == points
    assert math.nextafter(min(ends), 0) <= min(values)
    assert max(values) <= math.nextafter(max(ends), 1)


def _resolve(content: dict[str, Any]) -> Case:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "my.yaml"
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return resolve(file)
