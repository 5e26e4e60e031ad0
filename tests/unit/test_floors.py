"""The floors and the purity that ``gateway/__init__.py`` states hold for every import in the tree.

The package's own docstring is the law here: its chain of floors and its list of deciding modules
are read from it, so that what a reader is told is what is enforced.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import gateway

Graph = Mapping[str, frozenset[str]]
Floors = tuple[frozenset[str], ...]

ROOT = Path(gateway.__file__).parent
NETWORK = frozenset({"aiosmtpd", "aiosmtplib", "asyncio", "dns", "http", "select", "socket", "ssl"})
SYSTEM = frozenset(
    {"multiprocessing", "os", "pathlib", "shutil", "signal", "sqlite3", "subprocess", "tempfile"}
)
INPUT_AND_OUTPUT = NETWORK | SYSTEM | {"threading", "time"}
IMPURE_BUILTINS = frozenset({"input", "open", "print"})
CLOCKS = frozenset({"now", "today", "utcnow"})


def stated_floors(docstring: str) -> Floors:
    """The chain under "Floors", highest first, each floor the names between its bars."""
    chain = docstring.partition("Floors\n------\n")[2].partition("``. ")[0] + "``"
    return tuple(frozenset(group.split(" | ")) for group in re.findall(r"``([^`]+)``", chain))


def stated_deciders(docstring: str) -> tuple[str, ...]:
    """The full names of the modules and packages that the docstring says do no I/O."""
    listed = re.search(r"Deciding \((.*?)\)", docstring, re.DOTALL)
    assert listed, "the docstring no longer says what decides"
    return tuple(f"gateway.{name}" for name in re.findall(r"``([^`]+)``", listed[1]))


def read_sources(root: Path) -> dict[str, str]:
    """Each module's dotted name and text, for the package in the folder ``root``."""
    found = {}
    for path in root.rglob("*.py"):
        parts = path.relative_to(root.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return found


def import_graph(sources: Mapping[str, str]) -> Graph:
    """What each module imports: modules of ``sources`` by full name, everything else as written."""
    return {name: frozenset(_imports(ast.parse(text), sources.keys())) for name, text in sources.items()}


def _imports(tree: ast.Module, own: Iterable[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                yield submodule if (submodule := f"{base}.{alias.name}") in own else base


def floor_faults(graph: Graph, floors: Floors) -> list[str]:
    """Imports that do not lead downward, and modules that stand on no floor."""
    depth = {name: level for level, floor in enumerate(floors) for name in floor}
    depth |= {"__main__": -1, "": len(floors)}
    return [
        f"{module} {fault}" for module in sorted(graph) for fault in _faults_of(module, graph[module], depth)
    ]


def _faults_of(module: str, imported: frozenset[str], depth: Mapping[str, int]) -> Iterator[str]:
    floor = _floor(module)
    if floor not in depth:
        yield "stands on no floor"
        return
    for target in sorted(imported):
        lower = _floor(target) if target.startswith("gateway.") else floor
        if target.startswith("."):
            yield "imports relatively"
        elif lower != floor and depth.get(lower, sys.maxsize) <= depth[floor]:
            yield f"imports {target}, which is not below it"


def _floor(module: str) -> str:
    """The package's direct child that ``module`` is or lies in; "" for the package itself."""
    return module.partition(".")[2].partition(".")[0]


def reached(graph: Graph, start: str) -> frozenset[str]:
    """Everything that importing ``start`` imports, by way of the graph's own modules and their packages."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        waiting.extend(graph.get(name, ()))
        if name in graph and "." in name:
            waiting.append(name.rpartition(".")[0])
    return frozenset(seen)


def impurities(graph: Graph, deciders: tuple[str, ...]) -> list[str]:
    """The modules of input and output that a deciding module reaches."""
    return [
        f"{module} reaches {name}"
        for module in sorted(graph)
        if _is_within(module, deciders)
        for name in sorted(reached(graph, module))
        if name.split(".")[0] in INPUT_AND_OUTPUT
    ]


def impure_calls(source: str) -> list[str]:
    """Calls in ``source`` that ask the clock or touch a file or the terminal."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_BUILTINS:
                found.append(name)
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
                found.append(name)
    return found


def strangers_to_verification(graph: Graph) -> list[str]:
    """What ``ledger.verify`` reaches beyond the standard library, cryptography, psycopg and the ledger.

    ``said`` is how it tells what it found: one module, of the standard library alone.
    """
    known = sys.stdlib_module_names | {"cryptography", "psycopg"}
    own = ("gateway.ledger", "gateway.said")
    return [
        name
        for name in sorted(reached(graph, "gateway.ledger.verify"))
        if name != "gateway" and not _is_within(name, own) and name.split(".")[0] not in known
    ]


def _is_within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


FLOORS = stated_floors(gateway.__doc__ or "")
DECIDERS = stated_deciders(gateway.__doc__ or "")
SOURCES = read_sources(ROOT)
GRAPH = import_graph(SOURCES)


def test_the_docstring_states_all_floors_and_every_decider_stands_on_one() -> None:
    assert FLOORS[-1] == {"mail"}
    assert any("cli" in floor for floor in FLOORS[:2])
    assert {name.split(".")[1] for name in DECIDERS} <= frozenset().union(*FLOORS)
    assert {"gateway.pipeline", "gateway.decision", "gateway.mail"} <= set(DECIDERS)


def test_every_import_leads_to_a_lower_floor() -> None:
    assert floor_faults(GRAPH, FLOORS) == []


def test_deciding_reaches_no_input_or_output() -> None:
    assert impurities(GRAPH, DECIDERS) == []


def test_deciding_asks_no_clock_and_touches_no_file() -> None:
    assert {
        name: calls
        for name in SOURCES
        if _is_within(name, DECIDERS) and (calls := impure_calls(SOURCES[name]))
    } == {}


def test_verification_stands_alone() -> None:
    assert "gateway.ledger.verify" in GRAPH
    assert strangers_to_verification(GRAPH) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("gateway.mail.address", "from gateway.ledger import store"),
        ("gateway.mail.address", "def late():\n    import gateway.ledger.store"),
        ("gateway.checks.label", "from gateway import referral"),
        ("gateway.ledger.store", "from gateway.policy.model import Policy"),
        ("gateway.mail.address", "from . import header"),
        ("gateway.attic", ""),
        ("gateway", "from gateway.mail import address"),
    ],
)
def test_an_import_that_does_not_lead_downward_is_found(module: str, source: str) -> None:
    others = dict.fromkeys(("gateway.ledger.store", "gateway.policy.model", "gateway.referral"), "")
    assert floor_faults(import_graph(others | {module: source}), FLOORS)


@pytest.mark.parametrize(
    "source", ["import os", "from os.path import join", "import asyncio.streams", "import aiosmtplib"]
)
def test_input_or_output_behind_a_helper_of_a_decider_is_found(source: str) -> None:
    sources = {"gateway.checks.label": "from gateway.texts import reasons", "gateway.texts.reasons": source}
    assert impurities(import_graph(sources), DECIDERS)


@pytest.mark.parametrize("source", ["datetime.now(UTC)", "date.today()", "open('list')", "print('here')"])
def test_a_decider_that_asks_the_clock_or_opens_a_file_is_found(source: str) -> None:
    assert impure_calls(source)


@pytest.mark.parametrize(
    "source", ["import structlog", "from gateway.mail import address", "import pydantic.types"]
)
def test_a_stranger_behind_verification_is_found(source: str) -> None:
    sources = {
        "gateway.mail.address": "",
        "gateway.ledger": "",
        "gateway.ledger.merkle": source,
        "gateway.ledger.verify": "from gateway.ledger import merkle",
    }
    assert strangers_to_verification(import_graph(sources))
