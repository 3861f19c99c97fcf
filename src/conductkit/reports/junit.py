"""JUnit XML: a suite a file, a failed case a finding; for build servers that show test results."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from conductkit.finding import Finding, Severity

# What XML 1.0 may not hold, even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings(result: Any, colour: bool) -> str:
    """The findings that count, infos as passed cases; a file without any is one passed case.

    The names of cases hold no lines: build servers tell by them which failures are new.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in result.paths}
    for finding in result.counted():
        by_path.setdefault(finding.span.path, []).append(finding)
    top = Element("testsuites", {"name": "conduct", **_counts(*by_path.values())})
    for path, mine in by_path.items():
        suite = SubElement(top, "testsuite", {"name": _words(path), **_counts(mine)})
        if not mine:
            SubElement(suite, "testcase", classname=_words(path), name="no findings")
        seen: Counter[str] = Counter()
        for finding in mine:
            name = f"{finding.check} in {finding.rule}" if finding.rule else finding.check
            seen[name] += 1
            _case(suite, finding, name if seen[name] == 1 else f"{name} ({seen[name]})")
    indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _counts(*suites: Sequence[Finding]) -> dict[str, str]:
    failed = sum(finding.severity is not Severity.INFO for found in suites for finding in found)
    tests = sum(max(len(found), 1) for found in suites)
    return {"tests": str(tests), "failures": str(failed), "errors": "0"}


def _case(suite: Element, finding: Finding, name: str) -> None:
    span = finding.span
    case = SubElement(
        suite, "testcase", classname=_words(span.path), name=_words(name),
        file=_words(span.path), line=str(span.line),
    )  # fmt: skip
    place = f"{span.path}:{span.line}:{span.column}"
    text = _words(f"{place}: {finding.message}\n“{finding.quote}”\n{finding.help}")
    if finding.severity is Severity.INFO:
        SubElement(case, "system-out").text = text
    else:
        failure = SubElement(
            case, "failure", type=finding.severity.word, message=_words(finding.message)
        )
        failure.text = text


def _words(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
