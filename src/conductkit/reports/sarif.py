"""SARIF 2.1.0 (OASIS), for GitHub code scanning and other viewers: one result a place.

All checks and faults are declared as rules. Waived findings are suppressed in the source, those of
the baseline from outside. Fingerprints hold no lines, so that a result stays the same one.
"""

import re
from typing import Any

from conductkit.finding import Finding, Severity, Waived
from conductkit.reports._fingerprints import fingerprinted
from conductkit.reports._sarif_log import artifact, location, log, message, region

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FACT = re.compile(r"^(Severity|Group|Languages|Kinds|Fixed by): +", re.MULTILINE)
_LABEL = re.compile(r"^(Why|Example|Fix|Remedy): ", re.MULTILINE)


def findings(result: Any, colour: bool) -> str:
    """Every finding, waived and baselined ones marked as suppressed."""
    rules = {entry.name: _rule(entry) for entry in result.catalogue()}
    for finding in result.findings:
        rules.setdefault(finding.check, {"id": finding.check})
    places = {name: index for index, name in enumerate(rules)}
    # Where some results have a baseline state, all have one.
    compared = any(finding.baselined for finding in result.findings)
    results = [
        _result(finding, mark, places[finding.check], compared)
        for finding, mark in fingerprinted(result.findings)
    ]
    return log(rules.values(), results)


def changes(result: Any, colour: bool) -> str:
    """Every change that does something to a duty."""
    from conductkit.reports import _changes_sarif

    return _changes_sarif.changes(result)


def _rule(entry: Any) -> dict[str, Any]:
    return {
        "id": entry.name,
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": entry.summary},
        "help": {"text": entry.page, "markdown": _markdown(entry.page)},
        "defaultConfiguration": {"level": _LEVELS[entry.severity], "enabled": entry.on},
        "properties": {"tags": [entry.group]},
    }


def _markdown(page: str) -> str:
    """A page of `conduct explain` without its name; its lines of code are indented already."""
    body = page.partition("\n\n")[2]
    return _LABEL.sub(r"**\1:** ", _FACT.sub(r"- **\1:** ", body))


def _result(finding: Finding, mark: str, place: int, compared: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": message(_said(finding)),
        "locations": [location(finding.span)],
        "partialFingerprints": {"conductFinding/v1": mark},
    }
    if finding.also:
        found["relatedLocations"] = [location(span) for span in finding.also]
    if finding.fix is not None:
        found["fixes"] = [_fix(finding, finding.fix)]
    suppressions = []
    if finding.waived:
        suppressions.append({"kind": "inSource", "justification": _decision(finding.waived)})
    if finding.baselined:
        suppressions.append({"kind": "external", "justification": "Recorded in the baseline."})
    if suppressions:
        found["suppressions"] = suppressions
    if compared:
        found["baselineState"] = "unchanged" if finding.baselined else "new"
    if finding.rule:
        found["properties"] = {"rule": finding.rule, "code": finding.code}
    return found


def _said(finding: Finding) -> str:
    """Message and help as sentences."""
    stop = "" if finding.message.endswith((".", "!", "?", "…")) else "."
    return f"{finding.message}{stop} {finding.help}".strip()


def _decision(waived: Waived) -> str:
    return f"{waived.reason} (until {waived.until})" if waived.until else waived.reason


def _fix(finding: Finding, words: str) -> dict[str, Any]:
    replacement = {"deletedRegion": region(finding.span), "insertedContent": {"text": words}}
    change = {"artifactLocation": artifact(finding.span.path), "replacements": [replacement]}
    return {"description": {"text": finding.help or finding.message}, "artifactChanges": [change]}
