"""Files through lint, with the results of the last run where nothing has changed since."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from conductkit import cache
from conductkit.finding import Finding, Severity, Waived
from conductkit.source import Span

_LARGEST = 4_000_000  # the loader's own bound, which costs the import of YAML to ask for


class Linted(NamedTuple):
    """What came of one file: its findings, how many rules it has, whether it is a code at all."""

    findings: tuple[Finding, ...]
    rules: int
    loaded: bool


class Choice(NamedTuple):
    """Which checks to run: those selected (none: the default ones) less those ignored."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def lint_files(
    paths: Sequence[str], choice: Choice, today: date, *, use_cache: bool = True
) -> Mapping[str, Linted]:
    """The result for each file; files that do not load give the faults of loading."""
    stamp = cache.stamp() if use_cache else ""
    return {path: _lint_file(path, choice, today, stamp) for path in paths}


def _lint_file(path: str, choice: Choice, today: date, stamp: str) -> Linted:
    key = ""
    data = _bytes(path) if stamp else None
    if data is not None:
        key = cache.digest(stamp, str(today), json.dumps([path, *choice]), data)
        kept = _restore(cache.load(key))
        if kept is not None:
            return kept
    fresh, uses = _lint_now(path, data, choice, today)
    if key:
        cache.keep(key, _plain(fresh, uses))
    return fresh


def _lint_now(
    path: str, data: bytes | None, choice: Choice, today: date
) -> tuple[Linted, list[str]]:
    """The result, and the other files that it rests on; `data` is the file where it was read."""
    from conductkit import project
    from conductkit.check import Context
    from conductkit.lint import all_checks, lint
    from conductkit.load import load_bytes, load_file

    loaded = load_file(path) if data is None else load_bytes(data, path)
    if loaded.code is None:
        return Linted(loaded.findings, 0, False), []
    checks = all_checks()
    names = choice.select or tuple(name for name, check in checks.items() if check.on)
    chosen = [checks[name] for name in names if name not in choice.ignore]
    context = Context(today=today, catalogue=project.catalogue(loaded.code))
    found = lint(loaded.code, context, chosen)
    uses = [str(place) for place in project.catalogue_places(loaded.code)]
    return Linted(found, len(loaded.code.rules), True), uses


def _bytes(path: str) -> bytes | None:
    """A file's bytes for comparing; None for what is no plain file, or too large to keep."""
    try:
        small = Path(path).is_file() and Path(path).stat().st_size <= _LARGEST
        return Path(path).read_bytes() if small else None
    except (OSError, ValueError):
        return None


def _fingerprint(path: str) -> str:
    data = _bytes(path)
    return "" if data is None else cache.digest(data)


def _plain(result: Linted, uses: list[str]) -> dict[str, Any]:
    findings = [{**one.as_dict(), "line_text": one.line_text} for one in result.findings]
    return {
        "findings": findings,
        "rules": result.rules,
        "loaded": result.loaded,
        "uses": {path: _fingerprint(path) for path in uses},
    }


def _restore(kept: Any) -> Linted | None:
    """A kept result, unless a file that it rests on has changed or it is not what we wrote."""
    try:
        if any(_fingerprint(path) != known for path, known in kept["uses"].items()):
            return None
        findings = tuple(_finding(item) for item in kept["findings"])
        return Linted(findings, int(kept["rules"]), bool(kept["loaded"]))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _finding(item: dict[str, Any]) -> Finding:
    waived = item["waived"]
    return Finding(
        check=item["check"],
        severity=Severity.named(item["severity"]),
        span=_span(item),
        message=item["message"],
        help=item["help"],
        code=item["code"],
        rule=item["rule"],
        quote=item["quote"],
        fix=item["fix"],
        waived=Waived(waived["reason"], waived["until"]) if waived else None,
        also=tuple(_span(other) for other in item["also"]),
        line_text=item["line_text"],
    )


def _span(item: dict[str, Any]) -> Span:
    return Span(item["path"], item["line"], item["column"], item["end_line"], item["end_column"])
