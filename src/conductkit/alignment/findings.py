"""What aligning found as findings, each where it can be mended, waivers applied."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from conductkit.alignment.result import Alignment, Carried, Meant, Promise
from conductkit.fault_pages import alignments
from conductkit.finding import Finding, Severity
from conductkit.lint import waiver_for
from conductkit.model import Code, Element, Rule
from conductkit.reports._labels import label
from conductkit.source import Span


def findings(found: Alignment, today: date) -> tuple[Finding, ...]:
    """Every finding in the order of files and lines; a waiver on either of two rules counts."""
    given = [
        *_apart(found), *_meanings(found.values, "value"), *_meanings(found.terms, "term"),
        *_backing(found), *_promises(found), *_clashes(found), *_weakened_bases(found),
    ]  # fmt: skip
    waived = (_waived(finding, sides, today) for finding, sides in given)
    return tuple(sorted(waived, key=lambda finding: finding.sort_key))


Sides = Sequence[tuple[Code, Rule | None]]


def _waived(finding: Finding, sides: Sides, today: date) -> Finding:
    for code, rule in sides:
        waiver = waiver_for(code, finding.check, rule.id if rule else None, today.isoformat())
        if waiver:
            return finding.waive(waiver.reason, waiver.until or None)
    return finding


def _finding(
    check: str, element: Element, key: str, sides: Sides, message: str, *,
    also: Sequence[Span] = (), quote: str = "",
) -> tuple[Finding, Sides]:  # fmt: skip
    page = alignments()[check]
    code, rule = sides[0]
    span = element.place.span(key)
    line = code.place.source.line(span.line)
    finding = Finding(
        check=check, severity=Severity.named(page.severity), span=span, message=message,
        help=page.fix, code=code.id, rule=rule.id if rule else None,
        quote=quote or str(getattr(element, key)), also=tuple(also), line_text=line,
    )  # fmt: skip
    return finding, sides


def _apart(found: Alignment) -> Iterator[tuple[Finding, Sides]]:
    """Codes that share less than half of their values with the one they are held against."""
    by_id = {code.id: code for code in found.codes}
    for code, other in found.pairs:
        one, two = by_id[code], by_id[other]
        if not one.values or not two.values:
            continue
        shared = sum(
            {code, other} <= {holder.id for holder, _ in value.holders} for value in found.values
        )
        least = min(len(one.values), len(two.values))
        if 2 * shared < least:
            yield _finding(
                "values-apart", one, "title", [(one, None), (two, None)],
                f"{one.id} and {two.id} share {shared} of {least} values by name",
                also=[two.place.span("title")],
            )  # fmt: skip


def _meanings(found: Sequence[Meant], what: str) -> Iterator[tuple[Finding, Sides]]:
    for one in found:
        first, thing = one.holders[0]
        for code, other in one.apart:
            yield _finding(
                f"{what}-meanings-differ", other, "text", [(code, None), (first, None)],
                f"“{one.name}” means one thing in {code.id} and another in {first.id}",
                also=[thing.place.span("text")],
            )  # fmt: skip


def _backing(found: Alignment) -> Iterator[tuple[Finding, Sides]]:
    by_id = {code.id: code for code in found.codes}
    for code in found.codes:
        for rule in code.rules:
            for at, link in enumerate(rule.backed_by):
                name, _, id = link.rpartition("#")
                other = by_id.get(name or code.id)
                if other is not None and id not in other.by_id:
                    finding, sides = _finding(
                        "backing-unknown", rule, "text", [(code, rule)],
                        f"There is no rule “{id}” in {other.id}", quote=link,
                    )  # fmt: skip
                    yield _at(finding, rule.place.span("backed_by", at), code), sides


def _at(finding: Finding, span: Span, code: Code) -> Finding:
    return replace(finding, span=span, line_text=code.place.source.line(span.line))


def _promises(found: Alignment) -> Iterator[tuple[Finding, Sides]]:
    known = {code.id for code in found.codes}
    against: dict[tuple[str, str, str], list[tuple[Promise, Carried]]] = {}
    for promise in found.promises:
        for one in promise.carried:
            if one.verdict in ("weaker", "contrary"):
                key = (one.code.id, one.rule.id, one.verdict)
                against.setdefault(key, []).append((promise, one))
        elsewhere = [link for link in promise.named if link.rpartition("#")[0] not in known]
        if promise.verdict == "unbacked" and not elsewhere:
            yield _finding(
                "promise-unbacked", promise.rule, "text", [(promise.code, promise.rule)],
                f"No staff rule carries the promise “{promise.rule.id}”",
            )  # fmt: skip
    for group in against.values():
        yield _weakened(group)


def _weakened(group: Sequence[tuple[Promise, Carried]]) -> tuple[Finding, Sides]:
    """One finding for a staff rule, whatever number of promises it falls short of."""
    promise, one = group[0]
    check = "promise-weakened" if one.verdict == "weaker" else "acts-contrary"
    more = f" and of {len(group) - 1} more" if len(group) > 1 else ""
    name = f"the promise “{promise.rule.id}” of {promise.code.id}{more}"
    does = "is weaker than" if one.verdict == "weaker" else "asks for the opposite of"
    why = f": {one.why}" if one.why and one.verdict == "weaker" else ""
    sides = [(one.code, one.rule), *((kept.code, kept.rule) for kept, _ in group)]
    return _finding(
        check, one.rule, "text", sides, f"“{one.rule.id}” {does} {name}{why}",
        also=[kept.rule.place.span("text") for kept, _ in group],
    )  # fmt: skip


def _clashes(found: Alignment) -> Iterator[tuple[Finding, Sides]]:
    names = {"contrary": "acts-contrary", "deadline": "deadlines-differ"}
    for clash in found.clashes:
        one, two = clash.one, clash.two
        yield _finding(
            names[clash.kind], two.rule, "text", [(two.code, two.rule), (one.code, one.rule)],
            f"For one act: {clash.why} (rules {one.rule.id} and {two.rule.id})",
            also=[one.span],
        )  # fmt: skip


def _weakened_bases(found: Alignment) -> Iterator[tuple[Finding, Sides]]:
    """Where a code asks for less than its base: at the rule, at its retirement, at the field."""
    for local in found.local:
        code = local.code
        for change in local.weaker:
            rule = code.by_id.get(change.id or "")
            gone = next((one for one in code.retired if one.id == change.old_id), None)
            than = "than in" if change.effect == "weaker" else "against"
            message = f"{change.name} is {change.effect} {than} {local.base.id}: {label(change)}"
            element, key = (rule, "text") if rule else (gone, "id") if gone else (code, "title")
            also = [change.old_at] if change.old_at else []
            sides = [(code, rule)]
            finding, _ = _finding("base-weakened", element, key, sides, message, also=also)
            if not rule and not gone and change.new_at:
                finding = _at(finding, change.new_at, code)
            yield finding, sides
