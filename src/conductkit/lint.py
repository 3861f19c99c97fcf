"""Checks applied to a code."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from conductkit import checks as checks_shelf
from conductkit import fault_pages, shelf
from conductkit.check import Check, Context, Hit
from conductkit.finding import Finding, Severity
from conductkit.model import Code, Waiver


def all_checks() -> dict[str, Check]:
    """Every check by name."""
    found = (module.check for module in shelf.modules(checks_shelf))
    return {check.name: check for check in found}


def check_names() -> list[str]:
    """The names of all checks, without importing them."""
    return [name.replace("_", "-") for name in shelf.names(checks_shelf)]


def family_names() -> list[str]:
    """The names of what is found between codes, which waivers may name as well."""
    return list(fault_pages.alignments())


def lint(
    code: Code,
    context: Context,
    checks: Iterable[Check] | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> tuple[Finding, ...]:
    """What the checks find in a code, in the order of the file; waived findings are marked.

    Without `checks`, those that are on by default. `severities` overrides what a check says.
    """
    if checks is None:
        checks = [check for check in all_checks().values() if check.on]
    chosen = [check for check in checks if check.applies(code)]
    first = [check for check in chosen if not check.last]
    found = [finding for check in first for finding in _run(check, code, context, severities)]
    late = replace(
        context,
        findings=tuple(found),
        ran=frozenset(check.name for check in first),
        known=frozenset([*check_names(), *family_names()]),
    )
    for check in chosen:
        if check.last:
            found += _run(check, code, late, severities)
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


def _run(
    check: Check, code: Code, context: Context, severities: Mapping[str, Severity] | None
) -> list[Finding]:
    found = []
    for hit in check.run(code, context):
        severity = (severities or {}).get(check.name, hit.severity or check.severity)
        finding = _stamp(hit, check.name, severity, code)
        waiver = waiver_for(code, check.name, hit.rule, context.today.isoformat())
        found.append(finding.waive(waiver.reason, waiver.until or None) if waiver else finding)
    return found


def _stamp(hit: Hit, name: str, severity: Severity, code: Code) -> Finding:
    source = code.place.source
    return Finding(
        check=name, severity=severity, span=hit.span, message=hit.message, help=hit.help,
        code=code.id, rule=hit.rule, quote=hit.quote or "", fix=hit.fix, also=hit.also,
        line_text=source.line(hit.span.line),
    )  # fmt: skip


def waiver_for(code: Code, check: str, rule: str | None, today: str) -> Waiver | None:
    """The waiver that covers a finding: the rule's own, else the code's; none that has run out."""
    own = code.by_id[rule].waive if rule is not None and rule in code.by_id else ()
    for waiver in (*own, *code.waive):
        if waiver.check == check and not (waiver.until and waiver.until < today):
            return waiver
    return None
