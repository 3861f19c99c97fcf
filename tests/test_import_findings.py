"""Every finding that import can report has its page, and every page its finding."""

import ast
from pathlib import Path

import pytest

import conductkit
from conductkit import explain, fault_pages
from conductkit.finding import Severity
from conductkit.lint import all_checks

SOURCES = Path(conductkit.__file__).parent
MODULES = [
    SOURCES / "importing.py",
    *(SOURCES / "importer").glob("*.py"),
    *(SOURCES / "readers").glob("*.py"),
]


def reported() -> set[str]:
    """The names in the calls that make a remark."""
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Remark":
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{path.name}:{node.lineno}"
                found.add(str(first.value))
    return found


def test_every_finding_has_its_page_and_every_page_its_finding() -> None:
    assert set(fault_pages.imports()) == reported()


def test_no_finding_has_the_name_of_a_check_or_a_fault() -> None:
    assert not set(fault_pages.imports()) & (all_checks().keys() | set(fault_pages.names()))


@pytest.mark.parametrize("name", sorted(fault_pages.imports()))
def test_a_page_has_every_part(name: str) -> None:
    page, found = explain.page(name), fault_pages.imports()[name]
    assert page.startswith(f"{name}\n\n{found.summary}\n\nWhy: ")
    assert "\n\nRemedy: " in page
    assert f"\n\nSeverity:  {found.severity}\n\n" in page
    assert found.severity in ("info", "warning")
    assert Severity[found.severity.upper()].word == found.severity
    assert found.summary.endswith(".")
    assert found.why.endswith(".")
    assert found.fix.endswith(".")
    assert len(found.summary) <= 90
    assert page.endswith(".\n")
    assert f"  {name}  " in explain.overview()
