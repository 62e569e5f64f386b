"""Does the code keep its contracts? Read from the syntax trees, so nothing has to be remembered.

A failing test lists every offender as file:line. The contracts and their reasons: rules stay plain
functions that a reader can call and numba can compile; both engines compute the same bits; luck
comes in by address only; nothing heavy is imported before it is needed.
"""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SIM = sorted((ROOT / "sim").rglob("*.py"))
RULES = sorted((ROOT / "sim" / "rules").glob("*.py"))
MODEL = sorted((ROOT / "sim" / "model").rglob("*.py"))
BEHAVIOUR = [file for file in MODEL if re.search(r"/(behaviour|schedule)", file.as_posix())]
PLAIN = RULES + BEHAVIOUR  # both engines run these files as they stand
PROJECT = ("sim", "scenarios", "tests", ".ci", "results/README.md", "results/reference")

UNIT_NUMBERS = {0, 1, 2, 0.5, 3, 4, 12, 100, 365}  # 3 months a quarter, 100 for percentage points
POLYNOMIALS = "curves.py"  # the one file that holds published coefficients
UNSTABLE = {"sum", "fsum", "prod", "exp", "log", "log2", "log10", "pow", "tanh"}
HEAVY = {
    "numba": ("sim/model/ensemble.py",),
    "mesa": ("sim/model/reference.py",),
    "matplotlib": ("sim/charts/",),
    "pandas": (),
    "scipy": (),
}
LONGEST_FILE = 400  # lines
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error|x" r"fail)\b")
OUR_PAGES = re.compile(r"evidence (?=[0-9])|\b(evidenc[e]|mode[l]|hous[e]|decision[s])\.md\b")
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_.])/(work|farm|root|tmp|(?:home|Users)/\w+)/", re.M)


@cache
def tree(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def name(file):
    return file.relative_to(ROOT).as_posix()


def nodes(files, kind):
    """Every node of a kind, with the place to report."""
    for file in files:
        for node in ast.walk(tree(file)):
            if isinstance(node, kind):
                yield f"{name(file)}:{node.lineno}", node


def functions(files):
    return nodes(files, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def imports(files):
    """Every imported module by its full name, with the place to report."""
    for place, node in nodes(files, ast.Import | ast.ImportFrom):
        if isinstance(node, ast.Import):
            yield from ((place, alias.name) for alias in node.names)
        else:
            yield from ((place, f"{node.module}.{alias.name}") for alias in node.names)


def assert_none(offenders):
    """Fail with the offenders, one a line, and without the machinery of the search."""
    found = sorted(set(offenders))
    if found:
        pytest.fail(f"{len(found)} found:\n  " + "\n  ".join(found), pytrace=False)


def public_rules():
    return {
        node.name: (file, len(node.args.args))
        for file in RULES
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def called_name(call):
    return getattr(call.func, "id", getattr(call.func, "attr", None))


def test_there_are_rules_and_behaviours_to_look_at():
    assert len(RULES) > 2
    assert len(BEHAVIOUR) > 2


# Rules, behaviours and the schedule: plain Python that numba understands


def test_functions_are_undecorated():
    offenders = [
        f"{place} {node.name}"
        for place, node in nodes(PLAIN, ast.FunctionDef)
        if node.decorator_list
    ]

    assert_none(offenders)


def test_every_argument_is_required_and_plain():
    offenders = [
        f"{place} {getattr(node, 'name', 'lambda')}"
        for place, node in functions(PLAIN)
        if node.args.defaults or node.args.kwonlyargs or node.args.vararg or node.args.kwarg
    ]

    assert_none(offenders)


def test_nothing_is_raised_to_a_power_with_the_operator():
    offenders = [
        place
        for place, node in nodes(PLAIN, ast.BinOp | ast.AugAssign)
        if isinstance(node.op, ast.Pow)
    ]

    assert_none(offenders)


def test_sums_are_loops_and_curves_are_our_own():
    called = [
        f"{place} {ast.unparse(node.func)}"
        for place, node in nodes(PLAIN, ast.Call)
        if ast.unparse(node.func) in ("sum", "pow")
        or isinstance(node.func, ast.Attribute)
        and node.func.attr in UNSTABLE
    ]
    imported = [
        f"{place} {module}"
        for place, module in imports(PLAIN)
        if module in {f"{door}.{word}" for door in ("math", "numpy") for word in UNSTABLE}
    ]

    assert_none(called + imported)


def test_rules_import_only_math_enum_and_each_other():
    offenders = [
        f"{place} {module}"
        for place, module in imports(RULES)
        if module.split(".")[0] not in ("math", "enum") and not module.startswith("sim.rules")
    ]

    assert_none(offenders)


def test_rules_never_stop_a_run():
    offenders = [place for place, _ in nodes(RULES, ast.Raise | ast.Assert)]

    assert_none(offenders)


def test_rules_hold_no_numbers_but_those_that_convert_units():
    offenders = [
        f"{place} {node.value}"
        for place, node in nodes([file for file in RULES if file.name != POLYNOMIALS], ast.Constant)
        if type(node.value) in (int, float) and node.value not in UNIT_NUMBERS
    ]

    assert_none(offenders)


def test_rules_with_more_than_three_inputs_are_called_by_keyword():
    rules = public_rules()
    offenders = [
        f"{place} {called_name(call)}"
        for place, call in nodes(SIM, ast.Call)
        if called_name(call) in rules and rules[called_name(call)][1] > 3 and call.args
    ]

    assert_none(offenders)


def test_every_rule_is_used_outside_its_own_file():
    used = {
        (name(file), called_name(node))
        for file in SIM
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
    }
    offenders = [
        f"{name(home)} {rule}"
        for rule, (home, _) in public_rules().items()
        if not any(word == rule and where != name(home) for where, word in used)
    ]

    assert_none(offenders)


def test_every_rule_is_named_in_a_test():
    words = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        words |= set(re.findall(r"\w+", file.read_text(encoding="utf-8")))

    offenders = [
        f"{name(file)} {rule}" for rule, (file, _) in public_rules().items() if rule not in words
    ]

    assert_none(offenders)


def test_every_rule_has_an_example():
    offenders = [
        f"{name(file)}:{node.lineno} {node.name}"
        for file in RULES
        for node in tree(file).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and ">>> " not in (ast.get_docstring(node) or "")
    ]

    assert_none(offenders)


# The model: luck by address, the same bits in both engines


def test_the_model_makes_no_random_generator():
    imported = [
        f"{place} {module}"
        for place, module in imports(MODEL)
        if module.split(".")[0] == "random" or module.startswith("numpy.random")
    ]
    touched = [
        f"{place} .{node.attr}"
        for place, node in nodes(MODEL, ast.Attribute)
        if node.attr in ("rng", "random")
    ]

    assert_none(imported + touched)


def test_fast_but_inexact_arithmetic_is_never_switched_on():
    offenders = [
        place
        for place, node in nodes(SIM, ast.keyword)
        if node.arg == "fastmath" and ast.unparse(node.value) != "False"
    ]

    assert_none(offenders)


# Everything


def test_heavy_packages_are_imported_first_thing_only_where_they_are_the_point():
    offenders = [
        f"{name(file)}:{line} {module}"
        for file in SIM
        for line, module in imports_at_start(tree(file).body)
        if not name(file).startswith(HEAVY.get(module, (name(file),)))
    ]

    assert_none(offenders)


def imports_at_start(body):
    """The packages imported when a file is loaded; what only type checkers read is left out."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, (node.module or "").split(".")[0]
        elif isinstance(node, ast.Try):
            yield from imports_at_start(node.body)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
            yield from imports_at_start(node.body + node.orelse)


def test_every_public_function_says_in_its_first_line_what_comes_back():
    offenders = [
        f"{name(file)}:{node.lineno} {node.name}"
        for file in SIM
        for node in public_functions(tree(file).body)
        if not re.match(r".+\.$", first_line(node))
    ]

    assert_none(offenders)


def public_functions(body):
    """Functions and methods without a leading underscore."""
    for node in body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body)


def first_line(node):
    return (ast.get_docstring(node) or "").split("\n")[0]


def test_every_file_opens_by_saying_what_question_it_answers():
    offenders = [
        name(file)
        for file in SIM
        if file.stat().st_size and "?" not in (ast.get_docstring(tree(file)) or "").split("\n\n")[0]
    ]

    assert_none(offenders)


def test_no_file_is_long():
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in SIM}
    offenders = [
        f"{name(file)} {lines} lines" for file, lines in lengths.items() if lines > LONGEST_FILE
    ]

    assert_none(offenders)


def project_files():
    """The text files of the project, without what Python and the tests leave behind."""
    tops = [file for file in ROOT.iterdir() if file.is_file()]
    below = [
        file
        for top in PROJECT
        for file in (ROOT / top).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]
    kinds = {"", ".py", ".md", ".yaml", ".toml", ".cff", ".csv", ".json", ".html", ".svg"}
    return [file for file in tops + below if file.suffix in kinds]


def places(files, pattern):
    """Where a pattern stands in files, and what it found there."""
    for file in files:
        text = file.read_text(encoding="utf-8")
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield f"{name(file)}:{line} {found.group().strip()}"


@pytest.mark.parametrize("pattern", [UNFINISHED, MACHINE_PATH], ids=["unfinished", "machine path"])
def test_no_file_holds(pattern):
    assert_none(places(project_files(), pattern))


def test_no_file_cites_a_page_that_its_reader_does_not_have():
    assert_none(places(project_files(), OUR_PAGES))


def test_the_import_contracts_hold():
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"

    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )

    if done.returncode:
        pytest.fail(done.stdout[done.stdout.find("Contracts\n") :] + done.stderr, pytrace=False)
