"""What codes cover laid out as a page: a heat map a dimension, then what is missing and why."""

from collections.abc import Iterator, Sequence
from typing import Any

from conductkit.covering.result import Coverage, Dimension, Link, Row
from conductkit.finding import span_dict
from conductkit.phrases import counted
from conductkit.sheet import Cell, Heading, Matrix, Part, Points, Sheet, Strip, Table, Words, cells

_HEAT = {"declared": 1.0, "binds": 1.0, "serves": 0.75, "words": 0.5, "everywhere": 0.25}
_SAID = {
    "declared": "declared", "binds": "bound", "serves": "served", "words": "found in the words",
    "everywhere": "holds on every channel",
}  # fmt: skip
_TONES = {"missing": "bad", "overloaded": "fair", "covered": ""}


def sheet(found: Sequence[Coverage]) -> Sheet:
    """Every code, the dimensions under it."""
    parts: list[Part] = []
    for one in found:
        if len(found) > 1:
            parts.append(Heading(f"{one.code}  {one.path}"))
        parts.append(Words(_summary(one), "strong"))
        if one.extends:
            parts.append(Words(
                f"It extends {one.extends}: what is missing here may stand there. `conduct extends"
                " --whole` makes one code of the two.", "fair",
            ))  # fmt: skip
        for dimension in one.dimensions:
            parts += _dimension(one, dimension, 3 if len(found) > 1 else 2)
    parts.append(Words("Each mark is a rule, in the order of the code.", "dim"))
    title = f"Coverage of {found[0].code}" if len(found) == 1 else f"Coverage of {len(found)} codes"
    return Sheet(title, tuple(parts), {"codes": [_data(one) for one in found]})


def _summary(one: Coverage) -> str:
    covered, of = one.counts
    shown = ", ".join(f"{d.name} {d.covered}/{len(d.rows)}" for d in one.dimensions if d.rows)
    if not of:
        return "There is nothing that rules could cover."
    return f"{covered} of {of} covered ({one.percent:.0f} %): {shown}."


def _dimension(one: Coverage, dimension: Dimension, depth: int) -> Iterator[Part]:
    covered = f" · {dimension.covered} of {len(dimension.rows)} covered" if dimension.rows else ""
    yield Heading(f"{dimension.title}{covered}", depth)
    if dimension.note:
        yield Words(dimension.note, "fair")
    if not dimension.rows:
        return
    hows = [how for how in _HEAT if any(link.how == how for row in dimension.rows
                                        for link in row.links)]  # fmt: skip
    legend = tuple(Cell(_SAID[how], heat=_HEAT[how]) for how in hows)
    strips = tuple(_strip(one, row) for row in dimension.rows)
    yield Matrix("", one.rules, strips, legend)
    rows = tuple(_told(dimension))
    if rows:
        yield Table(("Found in the words", "Rules and their words"), rows)
    yield from _advice(one, dimension)


def _told(dimension: Dimension) -> Iterator[tuple[Cell, ...]]:
    """The evidence, once for all things that have the same."""
    things: dict[str, list[str]] = {}
    for row in dimension.rows:
        told = [f"{link.rule or link.where} “{link.evidence}”" for link in row.links
                if link.evidence]  # fmt: skip
        if told:
            things.setdefault(", ".join(told), []).append(row.name)
    for words, names in things.items():
        yield cells("; ".join(names), words)


def _strip(one: Coverage, row: Row) -> Strip:
    marks = tuple(_cell(row.rules.get(rule, ())) for rule in one.rules)
    return Strip(row.name, marks, _note(row), _TONES[row.status])


def _cell(links: tuple[Link, ...]) -> Cell:
    if not links:
        return Cell("", heat=0.0)
    words = [f"{_SAID[one.how]}{f': “{one.evidence}”' if one.evidence else ''}" for one in links]
    return Cell("; ".join(words), heat=max(_HEAT[one.how] for one in links))


def _note(row: Row) -> str:
    if row.status == "missing":
        return "missing"
    number = len(row.rules)
    shown = counted(number, "rule")
    if not number:
        return f"outside the rules: {', '.join(dict.fromkeys(link.where for link in row.links))}"
    kinds = {link.how for link in row.links}
    if row.status == "overloaded":
        return f"{shown} of {row.of}: overloaded"
    if kinds <= {"binds", "serves"}:
        bound, served = (
            sum(any(link.how == how for link in links) for links in row.rules.values())
            for how in ("binds", "serves")
        )
        return f"{bound} bind, {served} serve"
    return f"{shown}, {_ONLY[next(iter(kinds))]}" if len(kinds) == 1 else shown


_ONLY = {
    "declared": "declared", "words": "by the words", "everywhere": "none of its own",
    "binds": "bound", "serves": "served",
}  # fmt: skip


def _advice(one: Coverage, dimension: Dimension) -> Iterator[Part]:
    missing = [row.name for row in dimension.rows if row.status == "missing"]
    crowded = [row.name for row in dimension.rows if row.status == "overloaded"]
    points = []
    if missing:
        remedy = _REMEDY.get(dimension.name, _PART)
        points.append(Cell(f"Missing: {'; '.join(missing)}. {remedy}", "bad"))
    if crowded:
        points.append(Cell(
            f"Overloaded: {'; '.join(crowded)}. Keep each where a rule would lose its point without"
            " it.", "fair",
        ))  # fmt: skip
    bare = _bare(one, dimension) if dimension.name == "values" else []
    if bare:
        points.append(Cell(f"Rules that serve no value: {', '.join(bare)}.", "fair"))
    if points:
        yield Points(tuple(points))


def _bare(one: Coverage, dimension: Dimension) -> list[str]:
    """The rules that cover nothing of a dimension."""
    covering = {rule for row in dimension.rows for rule in row.rules}
    return [rule for rule in one.rules if rule not in covering]


_WRITE = "Name it on the rules that serve it, or write such a rule."
_PART = "Write it, or say where else it stands: `conduct explain` shows what covers each part."
_REMEDY = {
    "values": _WRITE,
    "principles": _WRITE,
    "parties": "Say under `binds:` or `serves:` what it has to do with the rules, or take it out.",
    "channels": "Write what holds there, or take the channel out.",
    "channel-needs": "Write a rule on it, with `channels:` where it differs from the others.",
    "measures": "Name it under `measures:` of the rules that it proves, or take it out.",
}


def _data(one: Coverage) -> dict[str, Any]:
    covered, of = one.counts
    return {
        "code": one.code,
        "title": one.title,
        "path": one.path,
        "covered": covered,
        "of": of,
        "percent": round(one.percent, 1),
        "extends": one.extends or None,
        "rules": list(one.rules),
        "dimensions": [
            {
                "name": dimension.name,
                "title": dimension.title,
                "covered": dimension.covered,
                "of": len(dimension.rows),
                "note": dimension.note or None,
                "rows": [_row(row) for row in dimension.rows],
            }
            for dimension in one.dimensions
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "status": row.status,
        "links": [
            {
                "rule": link.rule, "how": link.how, "where": link.where or None,
                "evidence": link.evidence or None, **span_dict(link.span),
            }
            for link in row.links
        ],
    }  # fmt: skip
