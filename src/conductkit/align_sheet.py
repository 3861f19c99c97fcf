"""Codes side by side as a page: values, terms, promises and clashes, each with its verdict."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from conductkit.alignment.result import Alignment, Carried, Clashing, Local, Meant, Promise
from conductkit.finding import span_dict
from conductkit.phrases import counted
from conductkit.reports._labels import label
from conductkit.sheet import (
    Cell,
    Heading,
    Matrix,
    Part,
    Points,
    Sheet,
    Strip,
    Table,
    Words,
    cells,
)

_MOST = 5  # codes that fit beside each other as columns
_TONES = {
    "contrary": "bad", "weaker": "bad", "unsure": "fair", "unbacked": "fair", "backed": "good",
    "differs": "bad", "reworded": "", "shared": "good", "alone": "dim", "deadline": "bad",
    "reversed": "bad", "mixed": "bad", "stronger": "good", "unknown": "fair",
}  # fmt: skip
_HEAT = {"backed": 1.0, "unsure": 0.5, "weaker": 0.25, "contrary": 0.25, "unbacked": 0.0}
_MEANING = {
    "shared": "shared", "reworded": "shared, in other words", "differs": "another meaning",
}  # fmt: skip


def sheet(found: Sequence[Alignment]) -> Sheet:
    """Every family under its codes."""
    parts: list[Part] = []
    for one in found:
        if len(found) > 1:
            parts.append(Heading(_names(one)))
        parts += _family(one, 3 if len(found) > 1 else 2)
    title = f"Alignment of {_names(found[0])}" if len(found) == 1 else f"{len(found)} families"
    return Sheet(title, tuple(parts), {"families": [_data(one) for one in found]})


def _names(one: Alignment) -> str:
    names = [code.id for code in one.codes]
    if len(names) > _MOST:
        return f"{len(names)} codes"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _family(one: Alignment, depth: int) -> Iterator[Part]:
    yield Words(_summary(one), "strong")
    if one.values:
        yield Heading("Values", depth)
        yield _meant(one, one.values)
    if one.terms:
        yield Heading("Terms that several codes define", depth)
        yield _meant(one, one.terms)
    if one.promises:
        yield Heading("What is promised, and what staff are asked for", depth)
        yield from _promises(one)
    if one.clashes:
        yield Heading("One act, two answers", depth)
        rows = tuple(_clash(clash) for clash in one.clashes)
        yield Table(("Verdict", "One rule", "The other", "Words"), rows)
    for local in one.local:
        yield Heading(f"What {local.code.id} changes in {local.base.id}", depth)
        yield _local(local)
    told = _told(one)
    if told:
        yield Points(told)


def _local(local: Local) -> Part:
    if not local.diff.changes:
        return Words("Nothing.")
    rows = tuple(
        (Cell(change.name), Cell(change.effect, _TONES.get(change.effect, "")),
         Cell(label(change)), Cell(change.old or ""), Cell(change.new or ""))
        for change in local.diff.changes
    )  # fmt: skip
    return Table(("What", "Effect", "Change", "In the base", "Here"), rows)


def _clash(clash: Clashing) -> tuple[Cell, ...]:
    first, second = (f"{ask.rule.id} in {ask.code.id}" for ask in (clash.one, clash.two))
    kind = "opposite" if clash.kind == "contrary" else "another time"
    return (Cell(kind, "bad"), *cells(first, second, clash.why))


def _summary(one: Alignment) -> str:
    shared = [value for value in one.values if value.verdict in ("shared", "reworded")]
    parts = [f"{len(shared)} of {counted(len(one.values), 'value')} shared"] if one.values else []
    if one.promises:
        counts: Counter[str] = Counter(promise.verdict for promise in one.promises)
        said = ", ".join(f"{counts[name]} {name}" for name in _HEAT if counts[name])
        parts.append(f"{counted(len(one.promises), 'promise')}: {said}")
    if one.clashes:
        parts.append(f"{counted(len(one.clashes), 'act')} asked for in two ways")
    parts += [
        f"{local.code.id} makes {counted(len(local.diff.changes), 'change')} to {local.base.id},"
        f" {len(local.weaker)} of them weaker"
        for local in one.local
    ]
    return f"{'; '.join(parts) or 'These codes have nothing in common'}."


def _told(one: Alignment) -> tuple[Cell, ...]:
    """Findings that no table above shows, and the decisions to leave some."""
    told = [
        Cell(f"{finding.span.path}:{finding.span.line}: {finding.message}.", "bad")
        for finding in one.findings
        if finding.counts and finding.check in ("values-apart", "backing-unknown")
    ]
    waived = [finding for finding in one.findings if finding.waived]
    if waived:
        names = ", ".join(f"{item.rule or item.code} ({item.check})" for item in waived)
        told.append(Cell(f"{len(waived)} waived: {names}.", "dim"))
    return tuple(told)


def _meant(one: Alignment, things: Sequence[Meant]) -> Part:
    if len(one.codes) > _MOST:
        return Matrix("", tuple(code.id for code in one.codes),
                      tuple(_strip(one, thing) for thing in things))  # fmt: skip
    rows = tuple(
        (Cell(thing.name), *_holding(one, thing), Cell(_verdict(thing), _TONES[thing.verdict]))
        for thing in things
    )
    return Table(("", *(code.id for code in one.codes), "Verdict"), rows)


def _strip(one: Alignment, thing: Meant) -> Strip:
    note = f"{len(thing.holders)} codes, {_verdict(thing)}"
    return Strip(thing.name, _holding(one, thing), note, _TONES[thing.verdict])


def _holding(one: Alignment, thing: Meant) -> tuple[Cell, ...]:
    holders = {code.id for code, _ in thing.holders}
    apart = {code.id for code, _ in thing.apart}
    marks = []
    for code in one.codes:
        if code.id not in holders:
            marks.append(Cell("missing", "dim"))
        elif code.id in apart:
            marks.append(Cell("means another", "bad", 0.5))
        else:
            marks.append(Cell("has it", heat=1.0))
    return tuple(marks)


def _verdict(thing: Meant) -> str:
    if thing.verdict == "alone":
        return f"only in {thing.holders[0][0].id}"
    return _MEANING[thing.verdict]


def _promises(one: Alignment) -> Iterator[Part]:
    if len(one.staff) > 1:
        strips = tuple(_across(one, promise) for promise in one.promises)
        yield Matrix("Each mark is a staff code", tuple(code.id for code in one.staff), strips,
                     (Cell("backed", heat=1.0), Cell("unsure: read both", heat=0.5),
                      Cell("weaker or opposite", heat=0.25)))  # fmt: skip
    rows = tuple(
        _row(one, promise, item) for promise in one.promises for item in promise.carried or (None,)
    )
    yield Table(("Promise", "Verdict", "Staff rule", "Why"), rows)


def _across(one: Alignment, promise: Promise) -> Strip:
    told = {item.code.id: item for item in promise.carried}
    marks = tuple(_mark(told.get(code.id)) for code in one.staff)
    return Strip(promise.rule.id, marks, promise.verdict, _TONES[promise.verdict])


def _mark(item: Carried | None) -> Cell:
    if item is None:
        return Cell("", heat=0.0)
    return Cell(f"{item.verdict} by {item.rule.id}", heat=_HEAT[item.verdict])


def _row(one: Alignment, promise: Promise, item: Carried | None) -> tuple[Cell, ...]:
    """What one staff code makes of a promise, in a line."""
    if item is None:
        return (Cell(promise.rule.id), Cell("unbacked", _TONES["unbacked"]), Cell(""), Cell(""))
    rule = f"{item.rule.id} in {item.code.id}" if len(one.staff) > 1 else item.rule.id
    verdict = Cell(item.verdict, _TONES[item.verdict])
    return (Cell(promise.rule.id), verdict, Cell(rule), Cell(item.why))


def _data(one: Alignment) -> dict[str, Any]:
    return {
        "codes": [{"id": code.id, "path": code.place.source.path} for code in one.codes],
        "values": [_meant_data(thing) for thing in one.values],
        "terms": [_meant_data(thing) for thing in one.terms],
        "promises": [
            {
                "code": promise.code.id, "rule": promise.rule.id, "verdict": promise.verdict,
                "at": span_dict(promise.rule.place.span("text")),
                "by": [_carried_data(item) for item in promise.carried],
            }
            for promise in one.promises
        ],
        "clashes": [
            {
                "kind": clash.kind, "why": clash.why,
                "rules": [
                    {"code": ask.code.id, "rule": ask.rule.id, **span_dict(ask.span)}
                    for ask in (clash.one, clash.two)
                ],
            }
            for clash in one.clashes
        ],
        "local": [
            {
                "code": local.code.id, "base": local.base.id, "version": local.base.version,
                "changes": [change.as_dict() for change in local.diff.changes],
            }
            for local in one.local
        ],
        "findings": [finding.as_dict() for finding in one.findings],
    }  # fmt: skip


def _meant_data(thing: Meant) -> dict[str, Any]:
    return {
        "id": thing.key, "name": thing.name, "verdict": thing.verdict,
        "codes": [code.id for code, _ in thing.holders],
        "apart": [code.id for code, _ in thing.apart],
    }  # fmt: skip


def _carried_data(item: Carried) -> dict[str, Any]:
    return {
        "code": item.code.id, "rule": item.rule.id,
        "verdict": item.verdict, "axis": item.axis or None, "why": item.why or None,
    }  # fmt: skip
