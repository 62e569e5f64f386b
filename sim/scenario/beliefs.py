"""Are the priors that a world or a scenario sets sound, and what do they come to?"""

from collections.abc import Mapping as AnyMapping
from dataclasses import replace
from math import isfinite

from pydantic import BaseModel

from sim.data.domains import possible_values, stays_possible
from sim.data.load import FORMS, Parameter, Prior
from sim.data.posterior import with_posterior
from sim.scenario.form import join
from sim.scenario.nodes import Findings, Mapping, Node, Place, child, entries, number_of, text_of
from sim.scenario.problems import did_you_mean, plain
from sim.scenario.vocabulary import LIST_OF_PARAMETERS, Vocabulary

WIDEST_CUT = 6
ENDS = ("low", "high")
BOUNDS = {"lognormal": {"low": 0.0}, "beta": {"low": 0.0, "high": 1.0}}


def check_parameters(
    node: Node | None, prefix: str, vocabulary: Vocabulary, findings: Findings
) -> None:
    """Note every unknown parameter and every prior that cannot be meant.

    Args:
        node: mapping from name to prior, as read.
        prefix: its dotted key.
        vocabulary: the names there are.
        findings: where problems are noted.
    """
    for name, prior, place in entries(node):
        key = join(prefix, plain(name))
        parameter = vocabulary.parameters.get(name)
        if parameter is None:
            known = vocabulary.parameters
            hint = did_you_mean(name, known, vocabulary.numbers, LIST_OF_PARAMETERS)
            findings.add(place, key, f"there is no parameter '{plain(name)}'; {hint}")
        elif parameter.role == "benchmark":
            message = "this is a benchmark that results are compared with; it cannot be set"
            findings.add(place, key, message)
        else:
            _check_prior(prior, key, place, parameter, findings)


def _check_prior(
    node: Node, key: str, place: Place, parameter: Parameter, findings: Findings
) -> None:
    form = text_of(child(node, "form"))
    low, high = number_of(child(node, "low")), number_of(child(node, "high"))
    if isinstance(node, Mapping) and low is not None and high is not None and low >= high:
        message = f"low is {low:g} and high is {high:g}; low must be less than high"
        findings.add(node.place_of("low"), f"{key}.low", message)
        return
    if form == "truncated_normal":
        _check_cut(node, key, place, findings)
    _check_size(node, key, place, parameter, findings)


def _check_size(
    node: Node, key: str, place: Place, parameter: Parameter, findings: Findings
) -> None:
    """A prior may leave the published range, but not the possible, nor by more than its width."""
    least, most = possible_values(parameter)
    smallest, largest = parameter.range
    width = largest - smallest
    lowest, highest = max(least, smallest - width), min(most, largest + width)
    form = text_of(child(node, "form"))
    centre = _centre(node, form)
    if centre is not None and not lowest <= centre <= highest:
        fixed = number_of(node) is not None or form == "constant"
        found = f"{centre:g}" if fixed else f"a prior centred on {centre:g}"
        allowed = f"allowed: {lowest:g} to {highest:g} ({parameter.unit})"
        published = f"the range in parameters.yaml is {smallest:g} to {largest:g}"
        findings.add(place, key, f"found {found}; {allowed}; {published}")
        return
    prior = None if centre is None else _prior_of(node, form)
    if prior is not None and not stays_possible(prior, parameter):
        message = f"this prior can pass the possible values, {_span(least, most)}; take another "
        findings.add(place, key, message + "form, closer bounds or less spread")


def _prior_of(node: Node, form: str | None) -> Prior | None:
    """The prior of the data door, when the node says one in full."""
    numbers = {name: number_of(child(node, name)) for name in FORMS.get(form or "", ())}
    known = {name: number for name, number in numbers.items() if number is not None}
    if form is None or not known or len(known) < len(numbers):
        return None
    return _built(form, known)


def _span(low: float, high: float) -> str:
    return f"{low:g} to {high:g}" if isfinite(high) else f"{low:g} and more"


def _check_cut(node: Node, key: str, place: Place, findings: Findings) -> None:
    parts = [number_of(child(node, part)) for part in ("mean", "sd", "low", "high")]
    mean, sd, low, high = parts
    if mean is None or sd is None or low is None or high is None:
        return
    if low > mean + WIDEST_CUT * sd or high < mean - WIDEST_CUT * sd:
        message = f"the bounds {low:g} to {high:g} leave almost nothing of a mean of {mean:g}"
        findings.add(place, key, f"{message} with sd {sd:g}")


def _centre(node: Node, form: str | None) -> float | None:
    number = number_of(node)
    if number is not None:
        return number
    names = {"normal": "mean", "truncated_normal": "mean", "lognormal": "median"}
    if form in names or form == "constant":
        return number_of(child(node, names.get(form, "value")))
    pair = ("a", "b") if form == "beta" else ("low", "high")
    first, second = (number_of(child(node, part)) for part in pair)
    if first is None or second is None:
        return None
    if form == "beta":
        return first / (first + second) if first > 0 and second > 0 else None
    return (first + second) / 2


def believed(parameters: dict[str, Parameter], beliefs: str) -> dict[str, Parameter]:
    """The parameters as a scenario draws them before it changes any.

    Args:
        parameters: as in the data.
        beliefs: "posterior" or "priors".
    """
    return with_posterior(parameters) if beliefs == "posterior" else dict(parameters)


def settle_parameters(
    parameters: dict[str, Parameter], *changes: AnyMapping[str, BaseModel | float]
) -> dict[str, Parameter]:
    """Every parameter, with the priors that the changes set; later changes win.

    Args:
        parameters: as in the data.
        changes: prior or fixed number by name; of the world, then of the scenario.
    """
    settled = dict(parameters)
    for change in changes:
        for name, prior in change.items():
            settled[name] = replace(settled[name], prior=make_prior(prior))
    return settled


def make_prior(written: BaseModel | float) -> Prior:
    """The prior of the data door for one that was written in a scenario.

    >>> make_prior(0.5).form, make_prior(0.5).a
    ('constant', 0.5)
    """
    if not isinstance(written, BaseModel):
        return Prior("constant", float(written))
    numbers = {name: value for name, value in written.model_dump().items() if name != "form"}
    return _built(str(getattr(written, "form", "")), numbers)


def _built(form: str, numbers: dict[str, float]) -> Prior:
    bounds = BOUNDS.get(form, {}) | {key: numbers.pop(key) for key in ENDS if key in numbers}
    shape = [float(value) for value in numbers.values()]
    return Prior(form, *shape, **{key: float(end) for key, end in bounds.items()})
