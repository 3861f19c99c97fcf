"""JUnit XML: a suite a file, a failed case a finding; for build servers that show test results."""

import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from conductkit.finding import Finding, Severity

# What XML 1.0 may not hold, even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings(result: Any, colour: bool) -> str:
    """The findings that count, infos as passed cases; a file without any is one passed case."""
    counted = result.counted()
    top = Element("testsuites", {"name": "conduct", **_counts(counted)})
    for path in dict.fromkeys([*result.paths, *(finding.span.path for finding in counted)]):
        mine = [finding for finding in counted if finding.span.path == path]
        suite = SubElement(top, "testsuite", {"name": _words(path), **_counts(mine)})
        if not mine:
            SubElement(suite, "testcase", classname=_words(path), name="no findings")
        for finding in mine:
            _case(suite, finding)
    indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _counts(found: Sequence[Finding]) -> dict[str, str]:
    failed = sum(finding.severity is not Severity.INFO for finding in found)
    return {"tests": str(max(len(found), 1)), "failures": str(failed), "errors": "0"}


def _case(suite: Element, finding: Finding) -> None:
    span = finding.span
    name = f"{finding.check} {finding.rule or ''}".strip()
    case = SubElement(
        suite, "testcase", classname=_words(span.path), name=_words(f"{name} ({span.line})"),
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
