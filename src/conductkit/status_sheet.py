"""Where codes stand in their lives, laid out as a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from conductkit.phrases import counted
from conductkit.sheet import Cell, Heading, Part, Points, Sheet, Table, Words
from conductkit.steps import Standing


def sheet(found: Sequence[Standing]) -> Sheet:
    """One code step by step; several as a table, one a row."""
    data = {"codes": [_data(one) for one in found]}
    if len(found) == 1:
        return Sheet(found[0].code.title, tuple(_one(found[0])), data)
    return Sheet(f"{len(found)} codes", tuple(_many(found)), data)


def _one(one: Standing) -> Iterator[Part]:
    code = one.code
    version = f", version {code.version}" if code.version else ""
    yield Words(f"{code.status}{version}; {one.done} of {len(one.steps)} steps are done.")
    rows = (
        (
            Cell(str(step.number)),
            Cell(step.name),
            Cell("done", "good") if step.done else Cell("open", "fair"),
            Cell(_said(step.evidence, step.todo)),
        )
        for step in one.steps
    )
    yield Table(("", "Step", "", "Why"), tuple(rows), numbers=frozenset({0}))
    if code.extends:
        yield Words(f"It extends {code.extends}: what is open here may be done there.", "fair")
    if one.overdue:
        yield Words(_overdue(one), "bad")
    if code.status == "retired":
        yield Words("This code is retired: nothing comes next.")
    elif one.next is None:
        yield Words("All ten steps are done.", "good")
    else:
        yield Words(f"Next: {one.next.todo}.", "strong")


def _said(evidence: str, todo: str) -> str:
    return "; ".join(filter(None, [evidence, f"to do: {todo}" if todo else ""]))


def _many(found: Sequence[Standing]) -> Iterator[Part]:
    rows = tuple(_row(one) for one in found)
    columns = ("Code", "Kind", "Version", "Status", "Steps", "Review by", "Next")
    yield Table(columns, rows)
    late = [one for one in found if one.overdue]
    if late:
        yield Heading("Overdue")
        yield Points(tuple(Cell(f"{one.code.id}: {_overdue(one)}", "bad") for one in late))


def _row(one: Standing) -> tuple[Cell, ...]:
    code, step = one.code, one.next
    review = Cell(code.review_by or "–", "bad" if one.overdue else "")
    return (
        Cell(code.id), Cell(code.kind), Cell(code.version or "–"), Cell(code.status),
        Cell(f"{one.done}/{len(one.steps)}"), review,
        Cell(step.name if step else "–"),
    )  # fmt: skip


def _overdue(one: Standing) -> str:
    return f"its review was due on {one.code.review_by}, {counted(one.overdue, 'day')} ago."


def _data(one: Standing) -> dict[str, Any]:
    code = one.code
    return {
        "id": code.id,
        "path": code.place.source.path,
        "title": code.title,
        "kind": code.kind,
        "version": code.version or None,
        "status": code.status,
        "review_by": code.review_by or None,
        "overdue": one.overdue,
        "done": one.done,
        "next": one.next.number if one.next else None,
        "steps": [
            {
                "number": step.number,
                "name": step.name,
                "done": step.done,
                "facts": [{"holds": fact.holds, "words": fact.words} for fact in step.facts],
            }
            for step in one.steps
        ],
    }
