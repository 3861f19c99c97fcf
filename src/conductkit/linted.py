"""Files through lint, with the results of the last run where nothing has changed since."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from conductkit import cache
from conductkit.choice import Choice
from conductkit.finding import Finding, Severity, Waived
from conductkit.settings import Config
from conductkit.source import Span

if TYPE_CHECKING:
    from conductkit.check import Check, Context
    from conductkit.model import Code

_LARGEST = 4_000_000  # the loader's own bound, which costs the import of YAML to ask for


class Linted(NamedTuple):
    """What came of one file: its findings, how many rules it has, whether it is a code, its id."""

    findings: tuple[Finding, ...]
    rules: int
    loaded: bool
    code: str = ""


class Wanted(NamedTuple):
    """What a run asks for: the command line's choice of checks, the day, the project's settings."""

    choice: Choice
    today: date
    settings: Config = Config()

    def key(self, path: str) -> str:
        """All of it that matters for a file, as a text; the settings' bytes stand for them."""
        inside = self.settings.within(path) if self.settings.path else ""
        return json.dumps([path, *self.choice, str(self.today), inside, self.settings.digest])

    def without_choice(self) -> "Wanted":
        """What the project's settings alone ask for."""
        return self._replace(choice=Choice())


def lint_files(
    paths: Sequence[str], wanted: Wanted, *, use_cache: bool = True
) -> Mapping[str, Linted]:
    """The result for each file; files that do not load give the faults of loading."""
    stamp = cache.stamp() if use_cache else ""
    return {path: _lint_file(path, wanted, stamp) for path in paths}


def _lint_file(path: str, wanted: Wanted, stamp: str) -> Linted:
    key = ""
    data = _bytes(path) if stamp else None
    if data is not None:
        key = cache.digest(stamp, wanted.key(path), data)
        kept = _restore(cache.load(key))
        if kept is not None:
            return kept
    fresh, uses = _lint_now(path, data, wanted)
    if key:
        cache.keep(key, _plain(fresh, uses))
    return fresh


class Prepared(NamedTuple):
    """What a code is linted with: the checks that were chosen, how loud, and what they know."""

    checks: "tuple[Check, ...]"
    severities: Mapping[str, Severity]
    context: "Context"

    def lint(self, code: "Code") -> tuple[Finding, ...]:
        """What the checks find in a code: that which this was prepared for, or one like it."""
        from conductkit.lint import lint

        return lint(code, self.context, self.checks, self.severities)

    def with_all_of(self, other: "Prepared") -> "Prepared":
        """The same with the checks of another beside its own."""
        checks = {check.name: check for check in (*other.checks, *self.checks)}
        return self._replace(checks=tuple(checks.values()))


def prepare(code: "Code", path: str, wanted: Wanted) -> Prepared:
    """The checks for a code as the project's settings and the command line say."""
    from conductkit import project
    from conductkit.check import Context
    from conductkit.choice import resolve
    from conductkit.lint import all_checks

    checks = all_checks()
    default = [name for name, check in checks.items() if check.on]
    layers = (*wanted.settings.choices(path), wanted.choice)
    profiles = dict.fromkeys(name for layer in layers for name in layer.profiles)
    names, severities = resolve(default, layers)
    context = Context(
        today=wanted.today,
        catalogue=project.catalogue(code),
        dictionary=frozenset(wanted.settings.dictionary),
        profiles=tuple(profiles),
    )
    chosen = tuple(checks[name] for name in names if name in checks)  # others look between codes
    return Prepared(chosen, severities, context)


def _lint_now(path: str, data: bytes | None, wanted: Wanted) -> tuple[Linted, list[str]]:
    """The result, and the other files that it rests on; `data` is the file where it was read."""
    from conductkit import project
    from conductkit.load import load_bytes, load_file

    loaded = load_file(path) if data is None else load_bytes(data, path)
    if loaded.code is None:
        return Linted(loaded.findings, 0, False), []
    found = prepare(loaded.code, path, wanted).lint(loaded.code)
    uses = [str(place) for place in project.catalogue_places(loaded.code)]
    if loaded.code.aligns_with:
        more, read = _between(loaded.code, path, wanted)
        found, uses = tuple(sorted((*found, *more), key=lambda one: one.sort_key)), [*uses, *read]
    return Linted(found, len(loaded.code.rules), True, loaded.code.id), uses


def _between(code: "Code", path: str, wanted: Wanted) -> tuple[list[Finding], list[str]]:
    """What is wrong between a code and those it must align with, as far as it stands in its file.

    Links that lead nowhere are for `conduct align` to tell. Also the files that were read.
    """
    from conductkit import kin
    from conductkit.align import align
    from conductkit.choice import resolve
    from conductkit.lint import family_names

    others = [loaded.code for _, loaded in kin.linked(code) if loaded and loaded.code]
    places = [str(place) for link in code.aligns_with for place in kin.link_places(code, link)]
    layers = (*wanted.settings.choices(path), wanted.choice)
    names, severities = resolve(family_names(), layers)
    kin_of = [one for one in others if one.id != code.id]
    pairs = [(code.id, one.id) for one in kin_of]
    found = [_told_of(code, one) for one in align([*kin_of, code], wanted.today, pairs).findings]
    kept = [
        replace(finding, severity=severities.get(finding.check, finding.severity))
        for finding in found
        if finding and finding.check in names
    ]
    return kept, places


def _told_of(code: "Code", finding: Finding) -> Finding | None:
    """A finding between codes at its place in this one; None where it has none."""
    path = code.place.source.path
    if finding.span.path == path:
        return finding
    here = next((span for span in finding.also if span.path == path), None)
    if here is None:
        return None
    rule = next((rule for rule in code.rules if here == rule.place.span("text")), None)
    also = tuple(span for span in (finding.span, *finding.also) if span is not here)
    return replace(
        finding, span=here, also=also, code=code.id, rule=rule.id if rule else None,
        quote=rule.text if rule else "", line_text=code.place.source.line(here.line),
    )  # fmt: skip


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
        "code": result.code,
        "uses": {path: _fingerprint(path) for path in uses},
    }


def _restore(kept: Any) -> Linted | None:
    """A kept result, unless a file that it rests on has changed or it is not what we wrote."""
    try:
        if any(_fingerprint(path) != known for path, known in kept["uses"].items()):
            return None
        findings = tuple(_finding(item) for item in kept["findings"])
        return Linted(findings, int(kept["rules"]), bool(kept["loaded"]), str(kept["code"]))
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
