"""What does an editor say about one lever or one parameter while a file is written?"""

from math import isfinite
from typing import Any

from sim.data.domains import possible_values
from sim.data.load import FORMS, Lever, Parameter, Prior
from sim.scenario.prior_words import figure, prior_words

Schema = dict[str, Any]


def lever_entry(lever: Lever) -> Schema:
    """The schema of one lever in a path: its meaning, and the bounds of its values [its unit]."""
    bounds: Schema = {"minimum": lever.low, "maximum": lever.high}
    if lever.whole:
        bounds = {"enum": [lever.low, lever.high]}
    return {
        "description": lever_words(lever),
        "examples": [lever_example(lever)],
        "allOf": [
            {"$ref": "#/definitions/LeverTimetable"},
            {"properties": {"timetable": {"additionalProperties": bounds}}},
        ],
    }


def lever_words(lever: Lever) -> str:
    """What a lever means, its unit and bounds, and what its ends are in real units."""
    low, now, high = (figure(value) for value in (lever.low, lever.value_2024, lever.high))
    unit = lever.unit if lever.whole else f"{lever.unit}; {low} to {high}"
    return (
        f"{lever.meaning} Unit: {unit}. {low}: {lever.at_zero} "
        f"{now} (2024): {lever.at_2024} {high}: {lever.at_one} Price: {lever.price}"
    )


def lever_example(lever: Lever) -> dict[str, Any]:
    """A timetable that moves a lever from its value of 2024 halfway up, or all the way at once."""
    if lever.whole:
        return {"timetable": {"2026": lever.high}, "how": "step", "basis": "assumption"}
    half = round((lever.value_2024 + lever.high) / 2, 4)
    return {"timetable": {"2025": lever.value_2024, "2030": half}, "basis": "assumption"}


def parameter_entry(parameter: Parameter) -> Schema:
    """The schema of one parameter in a world or a scenario: a number in its bounds, or a prior."""
    low, high = centre_bounds(parameter)
    bounds = {"minimum": low, "maximum": high}
    number = {"type": "number"} | {key: end for key, end in bounds.items() if isfinite(end)}
    return {
        "description": parameter_words(parameter),
        "examples": [prior_example(parameter.prior)],
        "anyOf": [number, {"$ref": "#/definitions/Prior"}],
    }


def parameter_words(parameter: Parameter) -> str:
    """What a parameter means, its unit, and what is believed about it."""
    number = f"{parameter.id}. " if parameter.id else ""
    period = "" if parameter.period == "none" else f" (a {parameter.period})"
    low, high = (figure(end) for end in parameter.range)
    return (
        f"{number}{parameter.meaning} Unit: {parameter.unit}{period}. In the data: "
        f"{prior_words(parameter.prior)}; plausible {low} to {high}; "
        f"{parameter.basis}, grade {parameter.grade}."
    )


def prior_example(prior: Prior) -> dict[str, Any]:
    """A prior as it is written in a file.

    >>> prior_example(Prior("beta", 5.0, 2.5, 0.0, 1.0))
    {'form': 'beta', 'a': 5.0, 'b': 2.5}
    """
    names = FORMS[prior.form]
    shape = iter((prior.a, prior.b))
    ends = {"low": prior.low, "high": prior.high}
    return {"form": prior.form} | {n: ends[n] if n in ends else next(shape) for n in names}


def centre_bounds(parameter: Parameter) -> tuple[float, float]:
    """Lowest and highest number a scenario may fix a parameter at [unit of the parameter]."""
    least, most = possible_values(parameter)
    low, high = parameter.range
    return max(least, low - (high - low)), min(most, high + (high - low))
