"""Imports go down only: commands, engines, shelves, ground. Lazy imports count too."""

import ast
from functools import cache
from pathlib import Path

import pytest

import conductkit

PACKAGE = Path(conductkit.__file__).parent
SHELVES = {"checks", "axes", "formats", "reports", "readers"}
PURE = {
    "bump",
    "changelog",
    "lint",
    "measures",
    "steps",
    "status_sheet",
    "acks",
    "ack_status",
    "ack_sheet",
    "reading_edits",
    "measure_sheet",
    "diff",
    "fixing",
    "fmt",
    "importing",
    "new",
    "render",
    "schema",
    "reference",
}
GROUND, SHELF, ENGINE, COMMAND, PROGRAM = range(5)


def _modules() -> dict[str, Path]:
    """Module name below the package to file."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()


@cache
def _imports(name: str) -> set[str]:
    """The modules of this package that a module imports anywhere in its text."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {item for item in names if item.removeprefix("conductkit.") in MODULES}
            found |= modules or {node.module}
    inside = {item.removeprefix("conductkit.") for item in found if item.startswith("conductkit.")}
    return {item for item in inside if item in MODULES} - {name}


def _layer(name: str) -> int:
    top = name.split(".", maxsplit=1)[0]
    if name in ("", "cli", "__main__"):
        return PROGRAM
    if top == "commands":
        return COMMAND
    if top in SHELVES:
        return SHELF if "." in name else GROUND
    return ENGINE if _reaches_a_shelf(name) else GROUND


@cache
def _reaches_a_shelf(name: str) -> bool:
    """What works with the things on a shelf is an engine; all else is ground."""
    return any(
        other.split(".")[0] in SHELVES or _reaches_a_shelf(other) for other in _imports(name)
    )


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_go_down(name: str) -> None:
    mine = _layer(name)
    for other in _imports(name):
        theirs = _layer(other)
        if mine == SHELF and theirs == SHELF:
            mine_shelf, other_shelf = name.split(".", maxsplit=1)[0], other.split(".")[0]
            assert mine_shelf == other_shelf, f"{name} takes from another shelf"
            assert "._" in other, f"{name} leans on its neighbour {other}"
        elif mine == COMMAND and theirs == COMMAND:
            assert other == "commands" or "._" in other, f"{name} leans on its neighbour {other}"
        else:
            assert theirs <= mine, f"{name} imports {other}, which lies above it"


def test_there_is_no_cycle() -> None:
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path[path.index(name) :], name))
        if name not in done:
            for other in sorted(_imports(name)):
                visit(other, (*path, name))
            done.add(name)

    for name in sorted(MODULES):
        if name:
            visit(name, ())


@pytest.mark.parametrize("name", sorted(MODULES))
def test_only_commands_know_typer_and_nobody_prints(name: str) -> None:
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if _layer(name) < COMMAND:
        assert "typer" not in imported
        assert "print" not in calls
    if name.split(".", maxsplit=1)[0] in PURE:
        assert not imported & {"os", "sys", "subprocess", "tempfile", "shutil"}
        assert not calls & {"open", "input"}


def test_the_pure_engines_exist() -> None:
    assert {name for name in PURE if name not in MODULES} == set()


def test_the_ground_is_ground() -> None:
    """The loader and the language know nothing of what is built on them."""
    for name in MODULES:
        if name in ("load", "model", "fields", "finding", "write", "git") or name.startswith(
            "language"
        ):
            assert _layer(name) == GROUND, name
