"""The shipped scenarios, settled, and ways to change them, for the tests of whole games."""

from dataclasses import replace

import pytest

from sim.data.load import Prior
from sim.scenario.library import shipped_folder
from sim.scenario.resolve import resolve


@pytest.fixture(scope="session")
def cases():
    """Every shipped scenario by name."""
    return {file.stem: resolve(file) for file in sorted(shipped_folder().glob("*.yaml"))}


@pytest.fixture(scope="session")
def knowing():
    """A case in which some parameters are known: `knowing(case, crowd_out_share=0.0)`."""

    def known(case, **values):
        parameters = dict(case.parameters)
        for name, value in values.items():
            parameters[name] = replace(parameters[name], prior=Prior("constant", a=value))
        return replace(case, parameters=parameters)

    return known


@pytest.fixture(scope="session")
def with_paths():
    """A case with other paths, each the status quo but for the levers that are named.

    A lever keeps its value of the status quo in the first two quarters, the second half of 2024.
    """

    def changed(case, paths):
        status_quo = case.paths["status_quo"]
        built = {}
        for name, levers in paths.items():
            values = dict(status_quo.levers)
            for lever, value in levers.items():
                values[lever] = values[lever][:2] + (value,) * (case.steps - 2)
            built[name] = replace(status_quo, name=name, levers=values)
        return replace(case, paths=built)

    return changed
