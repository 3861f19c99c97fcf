"""Codes of conduct as plain files: load, lint, diff and render them.

    import conductkit
    code = conductkit.load("codes/ours.yaml")
    findings = conductkit.lint(code, conductkit.Context(today=date.today()))

Everything here is loaded when it is first asked for; start-up is a feature.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conductkit.change import Change as Change
    from conductkit.change import Diff as Diff
    from conductkit.change import Evidence as Evidence
    from conductkit.check import Context as Context
    from conductkit.diff import diff as diff
    from conductkit.errors import ConductError as ConductError
    from conductkit.finding import Finding as Finding
    from conductkit.finding import Severity as Severity
    from conductkit.lint import lint as lint
    from conductkit.load import LoadError as LoadError
    from conductkit.load import load as load
    from conductkit.model import Code as Code
    from conductkit.model import Rule as Rule
    from conductkit.render import publish as publish
    from conductkit.render import render as render
    from conductkit.source import Span as Span

__version__ = "0.1.0"

_HOMES = {
    "Change": "change", "Code": "model", "ConductError": "errors", "Context": "check",
    "Diff": "change", "Evidence": "change", "Finding": "finding", "LoadError": "load",
    "Rule": "model", "Severity": "finding", "Span": "source", "diff": "diff", "lint": "lint",
    "load": "load", "publish": "render", "render": "render",
}  # fmt: skip
__all__ = sorted(_HOMES)  # noqa: PLE0605 - the names are those of the table above


def _member(name: str, home: str) -> property:
    """`conductkit.lint` is the function, also once `conductkit/lint.py` has been imported.

    The import system sets a submodule as an attribute of its package, which the property lets pass.
    """

    def read(_package: ModuleType) -> Any:
        return getattr(import_module(f"conductkit.{home}"), name)

    def passed(_package: ModuleType, _value: object) -> None:
        return

    return property(read, passed)


class _Package(ModuleType):
    """The package, with its public names found on demand."""


for _name, _home in _HOMES.items():
    setattr(_Package, _name, _member(_name, _home))
sys.modules[__name__].__class__ = _Package
