"""The rules of the house: how long, how deep, how documented, how locked."""

import ast
import importlib.metadata
import itertools
import re
import socket
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "gateway").rglob("*.py"))
LOCKS = sorted(ROOT.glob("requirements*.lock"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

MOST_LINES, MOST_FUNCTION_LINES, MOST_FOLDERS = 250, 40, 2
# One file by itself, for an auditor who has nothing else of the gateway.
MOST_LINES_OF = {ROOT / "gateway/evidence/verify.py": 399}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|work|Users)/\w")

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_files() -> Iterator[tuple[Path, str]]:
    """Every text file of the checkout but this one: not what tools leave behind, not the licence."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if path.is_file() and not hidden and "__pycache__" not in parts and path != Path(__file__):
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def long_functions(tree: ast.Module) -> list[str]:
    """Functions of more than MOST_FUNCTION_LINES lines, decorators left out."""
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]


def undocumented(tree: Documented, name: str = "module") -> Iterator[str]:
    """The module, public classes and public functions below ``tree`` that lack a docstring."""
    if ast.get_docstring(tree) is None:
        yield name
    for node in tree.body if not isinstance(tree, FUNCTIONS) else ():
        if isinstance(node, (ast.ClassDef, *FUNCTIONS)) and not node.name.startswith("_"):
            yield from undocumented(node, node.name)


def pins(lock: Path) -> dict[str, list[str]]:
    """Each requirement of ``lock`` as it is pinned, with its hashes."""
    found: dict[str, list[str]] = {}
    for block in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8")):
        if not block.startswith("#"):
            found[block.split()[0]] = re.findall(r"--hash=sha256:[0-9a-f]{64}\b", block)
    return found


def normal(requirement: str) -> str:
    """A requirement's project name in the form that locks use (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_a_module_is_short_and_not_deep(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    assert lines <= MOST_LINES_OF.get(path, MOST_LINES)
    assert long_functions(ast.parse(text)) == []
    assert len(path.relative_to(ROOT).parts) - 1 <= MOST_FOLDERS


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_everything_public_states_its_contract(path: Path) -> None:
    assert list(undocumented(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_the_rules_above_can_be_broken() -> None:
    long = "def f():\n" + "    x = 1\n" * MOST_FUNCTION_LINES
    assert long_functions(ast.parse(long)) == ["f"]
    source = "class Public:\n    def method(self): ...\n    def _private(self): ...\n"
    assert list(undocumented(ast.parse(source))) == ["module", "Public", "method"]


def test_every_package_of_the_gateway_says_what_it_is() -> None:
    folders = {path.parent for path in MODULES}
    assert [_id(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def unexplained(entries: list[str], text: str) -> list[str]:
    """The entries whose line in ``text`` has no comment, neither behind it nor right above it."""
    lines = text.splitlines()
    bare = [
        line
        for above, line in itertools.pairwise(lines)
        if "#" not in line and not above.lstrip().startswith("#")
    ]
    return [
        entry for entry in entries if any(line.strip() in (f'"{entry}",', f"'{entry}',") for line in bare)
    ]


def test_every_ignored_rule_and_warning_is_explained() -> None:
    lint, pytest_ = PROJECT["tool"]["ruff"]["lint"], PROJECT["tool"]["pytest"]["ini_options"]
    ignored = [*lint["ignore"], *itertools.chain(*lint["per-file-ignores"].values())]
    warnings = [entry for entry in pytest_["filterwarnings"] if entry != "error"]
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert unexplained([*ignored, *warnings], text) == []
    assert unexplained(ignored, re.sub("#.*", "", text)) == ignored


@pytest.mark.parametrize("lock", LOCKS, ids=_id)
def test_a_lock_pins_by_hash_and_names_no_place(lock: Path) -> None:
    pinned = pins(lock)
    assert pinned
    assert all(re.fullmatch(r"[\w.-]+(\[[\w,-]+\])?==[\w.!+]+", requirement) for requirement in pinned)
    assert all(pinned.values()), "a requirement without hashes"
    assert not re.search(r"://|@ |^-|/(?:home|opt|tmp|usr)/", lock.read_text(encoding="utf-8"), re.MULTILINE)


def test_a_lock_keeps_the_extras_that_a_requirement_asks_for() -> None:
    """pip before 23.3 would look for the newest release of an extra whose pin names none."""
    pinned = pins(ROOT / "requirements-dev.lock")
    assert any(requirement.startswith("coverage[toml]==") for requirement in pinned)


def test_the_locks_agree_and_hold_what_the_project_asks_for() -> None:
    runtime, dev = (set(pins(ROOT / name)) for name in ("requirements.lock", "requirements-dev.lock"))
    every = set().union(*(pins(lock) for lock in LOCKS))
    assert runtime <= dev
    assert len({normal(pin) for pin in every}) == len(every), "one project, two versions"
    assert {normal(name) for name in PROJECT["project"]["dependencies"]} <= {normal(pin) for pin in runtime}
    assert {normal(name) for name in PROJECT["project"]["optional-dependencies"]["dev"]} <= {
        normal(p) for p in dev
    }


# Runs the other tools of the benchmark, whose packages requirements-peers.txt pins.
IN_AN_ENVIRONMENT_OF_ITS_OWN = "tests/bench/minimisation/peer_worker.py"


def foreign_imports(folder: str) -> set[str]:
    """The top-level modules that the code below ``folder`` imports from outside this project."""
    paths = set((ROOT / folder).rglob("*.py")) - {ROOT / IN_AN_ENVIRONMENT_OF_ITS_OWN}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"deb", "gateway", "tests"}


def test_everything_imported_is_a_declared_dependency() -> None:
    project, origin = PROJECT["project"], importlib.metadata.packages_distributions()
    runtime = {normal(name) for name in project["dependencies"]}
    dev = runtime | {normal(name) for name in project["optional-dependencies"]["dev"]}
    for folder, declared in (("gateway", runtime), ("tests", dev), ("deb", dev)):
        for name in foreign_imports(folder):
            assert declared.intersection(map(normal, origin.get(name, ()))), f"{folder} imports {name}"


def test_nothing_is_left_unfinished_and_no_machine_is_named() -> None:
    for path, text in text_files():
        assert not UNFINISHED.search(text), _id(path)
        assert not MACHINE_PATH.search(text), _id(path)


def test_the_changelog_and_the_licence_go_with_this_version() -> None:
    assert f"## [{PROJECT['project']['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert PROJECT["project"]["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("family", "host"), [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]
)
def test_a_test_that_speaks_to_another_machine_fails(family: socket.AddressFamily, host: str) -> None:
    with socket.socket(family) as client, pytest.raises(AssertionError, match="another machine"):
        client.connect((host, 25))
