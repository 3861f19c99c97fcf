"""A reading put into the text of a code; all else stays byte for byte."""

from dataclasses import replace

from conductkit.errors import ConductError
from conductkit.load import load_text
from conductkit.model import Code, Measure, Reading
from conductkit.nodes import Mapping, Node, Scalar, Sequence
from conductkit.offsets import end_of
from conductkit.source import Source
from conductkit.write import Edit, splice


def edits(code: Code, measure: Measure, date: str, value: str) -> list[Edit]:
    """The edits that give a measure a reading of a day; one of that day gets the new value.

    ConductError where the file is written in a way that cannot be edited in place.
    """
    source = code.place.source
    node = measure.place.node
    listed = node.get("readings") if isinstance(node, Mapping) else None
    items = listed.items if isinstance(listed, Sequence) else []
    if not isinstance(node, Mapping) or node.flow or (items and getattr(listed, "flow", False)):
        raise _unusual(source)
    same = [one for one in measure.readings if one.date == date]
    if same:
        made = _changed(same[0], value, source)
    elif isinstance(listed, Sequence) and items:
        made = _listed(listed, measure, date, value, source)
    else:
        made = _first(node, listed, date, value, source)
    _verify(code, measure, made, date, value)
    return made


def _unusual(source: Source) -> ConductError:
    return ConductError(
        f"{source.path}: this measure is written in a way that cannot be edited in place (braces,"
        " aliases, tags). Nothing was written. Run `conduct fmt` on it first, or edit it by hand."
    )


def _changed(reading: Reading, value: str, source: Source) -> list[Edit]:
    node = reading.place.node
    old = node.get("value") if isinstance(node, Mapping) else None
    if not isinstance(old, Scalar):
        raise _unusual(source)
    mark = old.style if old.style in ("'", '"') else ""
    return [Edit(old.start, end_of(source.text, old), f"{mark}{value}{mark}")]


def _listed(
    listed: Sequence, measure: Measure, date: str, value: str, source: Source
) -> list[Edit]:
    """Below the last reading of an earlier day; above all where there is none."""
    first = source.text.rindex("-", 0, listed.items[0].start)
    margin = " " * (source.point(first)[1] - 1)
    lines = _lines(date, value, margin)
    days = [one.date for one in measure.readings]
    if days == sorted(days, reverse=True) and len(days) > 1:  # the newest stands first
        place = next((at for at, day in enumerate(days) if day < date), len(days))
    else:
        place = max((at + 1 for at, day in enumerate(days) if day < date), default=0)
    if place == 0:
        start = source.line_start(source.point(first)[0])
        return [Edit(start, start, lines + "\n")]
    end = source.end_of_line(end_of(source.text, listed.items[place - 1]))
    return [Edit(end, end, "\n" + lines)]


def _first(node: Mapping, listed: Node | None, date: str, value: str, source: Source) -> list[Edit]:
    column = source.point(node.entries[0][0].start)[1] - 1
    lines = _lines(date, value, " " * (column + 2))
    key = node.key("readings")
    if key is not None and listed is not None:  # `readings: []`
        return [Edit(key.start, listed.end, f"readings:\n{lines}")]
    end = source.end_of_line(end_of(source.text, node))
    return [Edit(end, end, f"\n{' ' * column}readings:\n{lines}")]


def _lines(date: str, value: str, margin: str) -> str:
    return f"{margin}- date: {date}\n{margin}  value: {value}"


def _verify(code: Code, measure: Measure, made: list[Edit], date: str, value: str) -> None:
    """Read the text again: it must hold the same code but for the reading."""
    source = code.place.source
    found = load_text(splice(source.text, made), source.path).code
    if found is None or _without(found, measure.id) != _without(code, measure.id):
        raise _unusual(source)
    before = {one.date: one.value for one in measure.readings}
    after = next(one.readings for one in found.measures if one.id == measure.id)
    if {one.date: one.value for one in after} != before | {date: value}:
        raise _unusual(source)


def _without(code: Code, id: str) -> Code:
    return replace(
        code,
        measures=tuple(replace(one, readings=()) if one.id == id else one for one in code.measures),
    )
