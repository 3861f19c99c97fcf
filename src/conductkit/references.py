"""Ids that must exist, be the only ones, and dates that must follow one another."""

from collections.abc import Iterator

from conductkit.faults import Faults, did_you_mean
from conductkit.fields import CODE, RULE, Field, Shape
from conductkit.model import Code, Element, Rule
from conductkit.nodes import Mapping, Node, Sequence
from conductkit.scalar_types import ScalarType


def check_references(code: Code, faults: Faults) -> None:
    """Add every fault that shows only when the whole code is known."""
    _duplicates(code, CODE, faults)
    _duplicate_rules(code, faults)
    _unknown(code, faults)
    _retired(code, faults)
    _dates(code, faults)
    _content(code, faults)


def walk(element: Element, shape: Shape) -> Iterator[tuple[Element, Shape]]:
    """An element and all elements in it, the rules of sections once."""
    yield element, shape
    for field in shape.fields:
        if not isinstance(field.type, Shape) or _listed_in_sections(element, field):
            continue
        held = getattr(element, field.attribute)
        for item in held if field.many else (held,) if held else ():
            yield from walk(item, field.type)


def _listed_in_sections(element: Element, field: Field) -> bool:
    return isinstance(element, Code) and field.key == "rules" and bool(element.sections)


def _add(
    faults: Faults, fault: str, node: Node | None, message: str, help: str = "",
    also: Node | None = None,
) -> None:  # fmt: skip
    if node is not None:
        places = [(also.start, also.end)] if also is not None else []
        faults.add(fault, node.start, node.end, message, help, places)


def _duplicates(code: Code, shape: Shape, faults: Faults) -> None:
    """Two elements of one list under one id; rules are compared across sections elsewhere."""
    for element, of in walk(code, shape):
        for field in of.fields:
            if not (isinstance(field.type, Shape) and field.many and field.type.key):
                continue
            if field.key == "rules":
                continue
            _same_key(getattr(element, field.attribute), field.type, faults)


def _duplicate_rules(code: Code, faults: Faults) -> None:
    _same_key(code.rules, RULE, faults)


def _same_key(items: tuple[Element, ...], shape: Shape, faults: Faults) -> None:
    seen: dict[str, Node | None] = {}
    for item in items:
        key = getattr(item, shape.key)
        node = item.place.find(shape.key)
        if key and key in seen:
            first = seen[key]
            line = faults.source.point(first.start)[0] if first else 0
            message = f"two {shape.name}s have the {shape.key} “{key}”; the first is in line {line}"
            help = f"Give this {shape.name} its own {shape.key}."
            _add(faults, "duplicate-id", node, message, help, first)
        else:
            seen[key] = node


def _unknown(code: Code, faults: Faults) -> None:
    """Ids that nothing in the code has."""
    known = {
        "party": {party.id for party in code.parties},
        "value": {value.id for value in code.values},
        "measure": {measure.id for measure in code.measures},
        "channel": set(code.channels),
        "rule": set(code.by_id) | {gone.id for gone in code.retired},
    }
    homes = {
        "party": "parties", "value": "values", "measure": "measures",
        "channel": "channels", "rule": "rules",
    }  # fmt: skip
    for element, field, ref, index, name in _references(code):
        if name in known[ref] or (ref == "channel" and not code.channels):
            continue
        node = element.place.find(field.key, index)
        help = did_you_mean(name, known[ref]) or f"Declare it under “{homes[ref]}:”."
        _add(faults, "unknown-id", node, f"no {ref} has the id “{name}”", help)


def _references(code: Code) -> Iterator[tuple[Element, Field, str, int | None, str]]:
    """Every id that stands for something else: element, field, kind of thing, index, id."""
    for element, shape in walk(code, CODE):
        for field in shape.fields:
            if not (isinstance(field.type, ScalarType) and field.type.ref):
                continue
            held = getattr(element, field.attribute)
            if field.many:
                node = element.place.find(field.key)
                if len(getattr(node, "items", ())) == len(held):
                    for index, name in enumerate(held):
                        yield element, field, field.type.ref, index, name
            elif held:
                yield element, field, field.type.ref, None, held


def _retired(code: Code, faults: Faults) -> None:
    for gone in code.retired:
        alive: Rule | None = code.by_id.get(gone.id)
        if alive is not None:
            _add(
                faults, "retired-id-reused", alive.place.find("id"),
                f"“{gone.id}” is listed under “retired:” and may not name a living rule",
                "Give the rule a new id; readers still follow links to the old one.",
                gone.place.find("id"),
            )  # fmt: skip


def _dates(code: Code, faults: Faults) -> None:
    """Adopted, then effective, then reviewed; approved before it binds."""
    pairs = [("adopted", "effective", False), ("effective", "review_by", True),
             ("adopted", "review_by", True)]  # fmt: skip
    for earlier, later, strictly in pairs:
        first, second = getattr(code, earlier), getattr(code, later)
        if first and second and (first > second or (strictly and first == second)):
            words = "must come after" if strictly else "may not come before"
            _add(
                faults, "date-order", code.place.find(later),
                f"{later} ({second}) {words} {earlier} ({first})",
                "Correct whichever of the two is wrong.", code.place.find(earlier),
            )  # fmt: skip
    for approval in code.approved_by:
        if code.effective and approval.date > code.effective:
            _add(
                faults, "date-order", approval.place.find("date"),
                f"approved on {approval.date}, after the code took effect ({code.effective})",
                "Correct whichever of the two is wrong.", code.place.find("effective"),
            )  # fmt: skip


_BODY = ("rules", "values")


def _holds_nothing(node: Node | None) -> bool:
    return node is None or (isinstance(node, Sequence) and not node.items)


def _content(code: Code, faults: Faults) -> None:
    root = code.place.node
    if not isinstance(root, Mapping):
        return
    if root.key("rules") and root.key("sections"):
        _add(
            faults, "rules-and-sections", root.key("rules"),
            "a code has either “rules:” or “sections:”, not both",
            "Move these rules into a section.", root.key("sections"),
        )  # fmt: skip
    elif not (code.values or code.rules) and all(map(_holds_nothing, map(root.get, _BODY))):
        first = root.entries[0][0] if root.entries else root
        _add(
            faults, "missing-key", next(filter(None, map(root.key, _BODY)), first),
            "a code needs at least one value or one rule",
            "Add “values:” or “rules:”; `conduct new` writes a whole example.",
        )  # fmt: skip
