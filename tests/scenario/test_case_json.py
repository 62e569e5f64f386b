"""Does exactly the same case come back from its file, and nothing else?"""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.data.load import Prior
from sim.scenario.case import Case, Contingency
from sim.scenario.case_json import CaseJsonError, case_json, read_case_json
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve

SHIPPED = shipped_folder() or Path()
SCENARIOS = sorted(SHIPPED.glob("*.yaml"))
CASE = resolve(SHIPPED / "taiwan_2027.yaml")
number = st.floats(allow_nan=False)


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_every_shipped_case_comes_back_exactly(file: Path) -> None:
    case = resolve(file)

    again = read_case_json(case_json(case))

    assert again == case
    assert repr(again) == repr(case), "1 and 1.0 are equal, but not the same"


@given(
    values=st.lists(number, min_size=1),
    ends=st.tuples(number, number),
    text=st.text(st.characters(exclude_categories=("Cs",))),
    delay=st.none() | st.integers() | st.floats(0, 365),
    intervenes=st.none() | st.booleans(),
)
def test_any_number_and_any_text_comes_back_exactly(
    values: list[float],
    ends: tuple[float, float],
    text: str,
    delay: float | None,
    intervenes: bool | None,
) -> None:
    path = replace(CASE.paths["combined"], meaning=text, levers={text: tuple(values)})
    name, parameter = next(iter(CASE.parameters.items()))
    belief = replace(parameter, prior=Prior("uniform", 0.0, 0.0, *ends), note=text)
    war = replace(CASE.contingency, us_delay_days=delay, us_intervenes=intervenes)
    case = replace(CASE, paths={text: path}, parameters={name: belief}, contingency=war)

    assert repr(read_case_json(case_json(case))) == repr(case)


def test_the_order_of_paths_and_levers_is_kept() -> None:
    turned = replace(CASE, paths=dict(reversed(CASE.paths.items())))

    again = read_case_json(case_json(turned))

    assert list(again.paths) == list(turned.paths)


def test_the_file_is_strict_json_without_infinity() -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    json.loads(case_json(CASE), parse_constant=refuse)


def _drop_seed(content: dict) -> None:
    del content["seed"]


def _add_field(content: dict) -> None:
    content["more"] = 1


def _swap_kind(content: dict) -> None:
    content["steps"] = "46"


def _true_for_number(content: dict) -> None:
    content["seed"] = True


def _short_quarter(content: dict) -> None:
    content["start"] = [2024]


def _list_of_paths(content: dict) -> None:
    content["paths"] = []


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_drop_seed, "seed"),
        (_add_field, "more"),
        (_swap_kind, "case.steps: found '46', expected int"),
        (_true_for_number, "case.seed: found True"),
        (_short_quarter, "case.start: 1 values, expected 2"),
        (_list_of_paths, "case.paths: found"),
    ],
)
def test_what_is_not_a_case_is_refused_by_name(spoil: Callable[[dict], None], message: str) -> None:
    content = json.loads(case_json(CASE))
    spoil(content)

    with pytest.raises(CaseJsonError, match=message):
        read_case_json(json.dumps(content).encode())


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_not_json_is_refused(content: bytes) -> None:
    with pytest.raises(CaseJsonError):
        read_case_json(content)


def test_every_field_of_a_case_can_be_kept() -> None:
    war = Contingency("x", "y", "invasion", (2027, 2), True, 1.5, False, 90)
    case: Case = replace(CASE, contingency=war, start=(2014, 1))

    assert read_case_json(case_json(case)) == case
