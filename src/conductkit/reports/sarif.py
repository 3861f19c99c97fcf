"""SARIF 2.1.0 (OASIS), for GitHub code scanning and other viewers: one result a place.

All checks and faults are declared as rules. Waived findings are suppressed in the source, those of
the baseline from outside. Fingerprints hold no lines, so that a result stays the same one.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from conductkit import __version__
from conductkit.change import Change
from conductkit.finding import Finding, Severity
from conductkit.reports._fingerprints import fingerprinted
from conductkit.source import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_EFFECTS = {
    "reversed": ("error", "The duty says the opposite of what it said."),
    "mixed": ("error", "The duty became weaker in one way and stronger in another."),
    "weaker": ("error", "The duty, or the protection of those it serves, became weaker."),
    "unknown": ("warning", "The words changed and it cannot be told what that does: read them."),
    "stronger": ("note", "The duty became stronger."),
}


def findings(result: Any, colour: bool) -> str:
    """Every finding, waived and baselined ones marked as suppressed."""
    rules = {entry.name: _rule(entry) for entry in result.catalogue()}
    for finding in result.findings:
        rules.setdefault(finding.check, {"id": finding.check})
    places = {name: index for index, name in enumerate(rules)}
    results = [
        _result(finding, mark, places[finding.check])
        for finding, mark in fingerprinted(result.findings)
    ]
    return _log(rules.values(), results)


def changes(result: Any, colour: bool) -> str:
    """Every change that does something to a duty; the effect is the rule."""
    rules = [
        {
            "id": effect,
            "shortDescription": {"text": words},
            "defaultConfiguration": {"level": level},
        }
        for effect, (level, words) in _EFFECTS.items()
    ]
    places = {effect: index for index, effect in enumerate(_EFFECTS)}
    results = [
        _change(change, places[change.effect])
        for change in result.changes
        if change.effect in _EFFECTS
    ]
    return _log(rules, results)


def _log(rules: Iterable[Mapping[str, Any]], results: list[dict[str, Any]]) -> str:
    driver = {"name": "conduct", "semanticVersion": __version__, "rules": list(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder of the run."}}},
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(entry: Any) -> dict[str, Any]:
    return {
        "id": entry.name,
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": entry.summary},
        "help": {"text": entry.page},
        "defaultConfiguration": {"level": _LEVELS[entry.severity], "enabled": entry.on},
        "properties": {"tags": [entry.group]},
    }


def _result(finding: Finding, mark: str, place: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.help}".strip()},
        "locations": [_location(finding.span)],
        "partialFingerprints": {"conductFinding/v1": mark},
    }
    if finding.also:
        found["relatedLocations"] = [_location(span) for span in finding.also]
    if finding.fix is not None:
        found["fixes"] = [_fix(finding, finding.fix)]
    suppressions = []
    if finding.waived:
        suppressions.append({"kind": "inSource", "justification": finding.waived.reason})
    if finding.baselined:
        suppressions.append({"kind": "external", "justification": "Recorded in the baseline."})
    if suppressions:
        found["suppressions"] = suppressions
    if finding.baselined:
        found["baselineState"] = "unchanged"
    if finding.rule:
        found["properties"] = {"rule": finding.rule, "code": finding.code}
    return found


def _change(change: Change, place: int) -> dict[str, Any]:
    words = [f"{item.axis}: “{item.old}” became “{item.new}”." for item in change.evidence]
    text = " ".join([f"{change.kind} {change.name}: {change.change}.", *words, *change.notes])
    found: dict[str, Any] = {
        "ruleId": change.effect, "ruleIndex": place, "level": _EFFECTS[change.effect][0],
        "message": {"text": text},
    }  # fmt: skip
    span = change.new_at or change.old_at
    if span is not None:
        found["locations"] = [_location(span)]
    return found


def _fix(finding: Finding, words: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(finding.span), "insertedContent": {"text": words}}
    change = {"artifactLocation": _artifact(finding.span), "replacements": [replacement]}
    return {"description": {"text": finding.help or finding.message}, "artifactChanges": [change]}


def _location(span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(span), "region": _region(span)}}


def _artifact(span: Span) -> dict[str, Any]:
    path = span.path.replace("\\", "/")
    return {
        "uri": quote(path.removeprefix("./"), errors="surrogateescape"),
        "uriBaseId": "%SRCROOT%",
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line, "startColumn": span.column,
        "endLine": span.end_line, "endColumn": span.end_column,
    }  # fmt: skip
