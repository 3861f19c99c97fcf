"""The frame of a SARIF log, and places in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from conductkit import __version__
from conductkit.jsontext import dumps
from conductkit.source import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def log(rules: Iterable[Mapping[str, Any]], results: Sequence[Mapping[str, Any]]) -> str:
    """One run of `conduct` as the text of a log."""
    driver = {"name": "conduct", "semanticVersion": __version__, "rules": list(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the run."}}},
        "results": results,
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(whole)


def message(words: str) -> dict[str, str]:
    """A message; words that would be read as a link of SARIF (§3.11.6) stay words."""
    return {"text": _LINK.sub(r"\\[", words)}


def location(span: Span) -> dict[str, Any]:
    """A place as a result has it."""
    return {"physicalLocation": {"artifactLocation": artifact(span.path), "region": region(span)}}


def artifact(path: str) -> dict[str, str]:
    """A file: relative to the folder of the run, or whole where it was named so."""
    if PureWindowsPath(path).drive:
        path = "/" + path
    slashed = path.replace("\\", "/")
    if PurePosixPath(slashed).is_absolute():
        return {"uri": "file://" + quote(slashed, errors="surrogateescape")}
    relative = quote(slashed.removeprefix("./"), errors="surrogateescape")
    return {"uri": relative, "uriBaseId": _ROOT}


def region(span: Span) -> dict[str, int]:
    """Lines and columns; both count as ours do: code points from 1, ends exclusive."""
    return {
        "startLine": span.line, "startColumn": span.column,
        "endLine": span.end_line, "endColumn": span.end_column,
    }  # fmt: skip
