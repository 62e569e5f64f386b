"""What every test may use: the project's root, made-up studies, and a list of what was not run."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")

sys.path.insert(0, str(Path(__file__).parent / "helpers"))  # `import made_up` in any test
NOT_RUN = pytest.StashKey[dict[str, int]]()
LEFT_OUT = "test left out by -m or -k"


def pytest_configure(config):
    """Start the list of what was not run."""
    config.stash[NOT_RUN] = {}


def pytest_sessionfinish(session):
    """One of several test processes hands its list to the one that reports."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["not run"] = session.config.stash[NOT_RUN]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take over what a test process did not run; each leaves out the same tests by -m or -k."""
    for reason, count in getattr(node, "workeroutput", {}).get("not run", {}).items():
        if reason == LEFT_OUT:
            node.config.stash[NOT_RUN][reason] = count
        else:
            _note(node.config, reason, count)


def pytest_deselected(items):
    """Count the tests that -m or -k left out."""
    for item in items:
        _note(item.config, LEFT_OUT)


def pytest_terminal_summary(terminalreporter, config):
    """Say what was not run and why, so that nothing is left out in silence."""
    if config.stash[NOT_RUN]:
        terminalreporter.section("not run")
    for reason, count in config.stash[NOT_RUN].items():
        terminalreporter.write_line(f"{count} x {reason}")


@pytest.fixture(scope="session")
def root():
    """The folder that holds pyproject.toml."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def outcome():
    """Four paths, 200 futures, a war in 2027; nothing is played."""
    from made_up import made_up_outcome

    return made_up_outcome()


@pytest.fixture
def not_run(request):
    """Call it with a reason: one more thing of that kind was not run."""
    return lambda reason: _note(request.config, reason)


def _note(config, reason, count=1):
    config.stash[NOT_RUN][reason] = config.stash[NOT_RUN].get(reason, 0) + count
