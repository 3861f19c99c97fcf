"""Measures laid out as a page: progress, course, and what stands without one another."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from conductkit.measures import Progress, Retention, percent, progress, unmeasured
from conductkit.model import Code
from conductkit.sheet import (
    Bar,
    Bars,
    Cell,
    Heading,
    Line,
    Part,
    Points,
    Sheet,
    Table,
    Words,
    cells,
)

_NONE = "–"


def sheet(codes: Sequence[Code]) -> Sheet:
    """Every code's measures; the title is the code's where there is one."""
    parts: list[Part] = []
    for code in codes:
        if len(codes) > 1:
            parts.append(Heading(code.title))
        parts += _code(code, depth=3 if len(codes) > 1 else 2)
    title = f"Measures: {codes[0].title}" if len(codes) == 1 else "Measures"
    return Sheet(title, tuple(parts), {"codes": [_data(code) for code in codes]})


def _code(code: Code, depth: int) -> Iterator[Part]:
    found = progress(code)
    if not found:
        yield Words(
            "No measures yet. Add one under `measures:` (docs/format.md shows how).", "fair"
        )
    else:
        yield Table(
            ("Measure", "Unit", "Start", "Latest", "Target", "Where it stands"),
            tuple(_row(one) for one in found),
            numbers=frozenset({2, 3, 4}),
        )
        yield from _charts(found)
    yield from _loose(code, found, depth)


def _row(one: Progress) -> tuple[Cell, ...]:
    measure = one.measure
    latest = f"{one.latest.value} ({one.latest.date})" if one.latest else _NONE
    said = cells(
        measure.name or measure.id, measure.unit or _NONE, _figure(one.start), latest,
        _figure(one.target),
    )  # fmt: skip
    return (*said, Cell(one.verdict, tone(one)))


def tone(one: Progress) -> str:
    """How the state of a measure is meant."""
    if one.met:
        return "good"
    if one.share is not None and one.share < 0:
        return "bad"
    return "" if one.latest else "fair"


def _figure(number: Decimal | None) -> str:
    return _NONE if number is None else str(number)


def _charts(found: Sequence[Progress]) -> Iterator[Part]:
    bars = tuple(
        Bar(one.measure.id, float(max(one.share, Decimal(0))), 1.0, one.verdict, tone(one))
        for one in found
        if one.share is not None
    )
    if bars:
        yield Bars("Way to the target", bars)
    for one in found:
        points = tuple((item.date, float(item.value)) for item in one.readings)
        if len(points) > 1:
            target = None if one.target is None else float(one.target)
            first, last = one.readings[0], one.readings[-1]
            caption = f"{one.measure.id}: {first.value} → {last.value}"
            yield Line(caption, points, target, one.measure.unit)


def _loose(code: Code, found: Sequence[Progress], depth: int) -> Iterator[Part]:
    idle = [one.measure for one in found if not one.rules]
    if idle:
        yield Heading("Measures that no rule names", depth)
        yield Points(tuple(Cell(f"{one.id}: {one.name or 'no name'}") for one in idle))
    bare = unmeasured(code)
    if bare and found:
        yield Heading("Rules without a measure", depth)
        yield Words(f"{len(bare)} of {len(code.rules)}: {', '.join(rule.id for rule in bare)}.")


def _data(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "path": code.place.source.path,
        "measures": [
            {
                "id": one.measure.id,
                "name": one.measure.name,
                "unit": one.measure.unit or None,
                "start": _number(one.start),
                "target": _number(one.target),
                "readings": [
                    {"date": item.date, "value": _number(Decimal(item.value))}
                    for item in one.readings
                ],
                "share": None if one.share is None else round(float(one.share), 4),
                "met": one.met,
                "verdict": one.verdict,
                "rules": [rule.id for rule in one.rules],
            }
            for one in progress(code)
        ],
        "rules_without_measure": [rule.id for rule in unmeasured(code)],
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def retention(told: Retention) -> Sheet:
    """What customers who leave cost, with the arithmetic shown."""
    before = _loss(told, told.churn, told.lost)
    after = _loss(told, told.churn_after, told.lost_after)
    verb, amount = ("saves", told.saved) if told.saved >= 0 else ("costs", -told.saved)
    last = f"The change {verb} {_shown(amount)} a year."
    if told.lost and told.saved > 0:
        share = percent(told.saved / told.lost)
        last = f"The change saves {_shown(amount)} a year: {share} of what is lost now."
    data = {
        name: _number(getattr(told, name))
        for name in ("customers", "churn", "churn_after", "value", "lost", "lost_after", "saved")
    }
    return Sheet(
        "What it costs when customers leave",
        (
            Words("customers × share who leave × value of one customer = what is lost"),
            Points(cells(f"before: {before}", f"after: {after}")),
            Words(last, "good" if told.saved > 0 else "bad" if told.saved < 0 else ""),
        ),
        data,
    )


def _loss(told: Retention, churn: Decimal, lost: Decimal) -> str:
    factors = f"{_shown(told.customers)} customers × {_shown(churn)} % × {_shown(told.value)} each"
    return f"{factors} = {_shown(lost)} a year"


def _shown(number: Decimal) -> str:
    """A figure with thousands apart, to the cent, without needless zeros."""
    words = f"{number:,.2f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
