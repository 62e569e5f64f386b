"""Is the package whole: its command, its examples, its data, and a quick start?"""

import ast
import doctest
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib import import_module, metadata
from pathlib import Path

import pytest
import yaml

import sim

HEAVY = {"mesa", "numba", "matplotlib", "pandas", "scipy"}
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(sim.__path__, prefix="sim.")
    if not module.name.endswith("__main__")
)


@pytest.fixture(scope="session")
def project(root):
    """The contents of pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", MODULES)
def test_examples_in_docstrings_hold(module):
    tried = doctest.testmod(import_module(module))

    assert tried.failed == 0


def test_the_command_is_there(project):
    module, function = project["project"]["scripts"]["sim"].split(":")

    assert callable(getattr(import_module(module), function))


def test_the_installed_version_is_the_one_in_the_project(project):
    declared = project["project"]["version"]

    assert metadata.version("two-theatres-sim") == declared
    assert sim.__version__ == declared


def test_the_citation_names_the_same_version_title_and_licence(root, project):
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))

    assert citation["version"] == project["project"]["version"]
    assert citation["license"] == project["project"]["license"]
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()


def test_every_imported_package_is_declared(root, project):
    declared = {re.match(r"[\w-]+", line)[0] for line in project["project"]["dependencies"]}
    imported_as = {"PyYAML": "yaml"}
    comes_with_another = {"pydantic_core", "llvmlite"}  # of pydantic and numba, same release
    imported = {name for file in (root / "sim").rglob("*.py") for name in imported_packages(file)}

    known = {imported_as.get(name, name) for name in declared} | comes_with_another | {"sim"}

    assert imported - sys.stdlib_module_names - known == set()


def imported_packages(file):
    """The top-level names of everything a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0]


def test_the_model_finds_its_data_and_the_shipped_scenarios():
    package = Path(sim.__file__).parent
    places = [place for place in (package, package.parent) if (place / "scenarios").is_dir()]

    assert (package / "data" / "facts.csv").is_file()
    assert (package / "data" / "parameters.yaml").is_file()
    assert any((place / "scenarios" / "taiwan_2027.yaml").is_file() for place in places)


@pytest.mark.parametrize(
    "statement", ["import sim.cli.main", "import sim.scenario.resolve", "import sim.data.load"]
)
def test_help_and_check_start_without_the_heavy_packages(statement):
    probe = f"import sys; {statement}; print(*sorted({HEAVY!r} & sys.modules.keys()))"
    places = {"PYTHONPATH": str(Path(sim.__file__).parents[1])}

    done = subprocess.run(
        [sys.executable, "-c", probe],
        env=os.environ | places,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == []
