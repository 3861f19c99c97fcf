"""A newer text onto an existing code: edits of the words that changed, everything else stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from conductkit.emit import emit
from conductkit.model import Code, Element, Rule
from conductkit.nodes import Mapping as MappingNode
from conductkit.nodes import Node, Scalar, Sequence
from conductkit.offsets import offsets
from conductkit.outline import Remark
from conductkit.place import Place
from conductkit.prose_lines import layout
from conductkit.quoting import scalar
from conductkit.source import Source
from conductkit.write import Edit

_PROSE = ("text", "why", "purpose", "scope", "summary", "closing", "redress", "when", "then")


@dataclass(frozen=True, slots=True)
class Update:
    """The edits that bring a code up to a text, and what there is to say of them."""

    edits: tuple[Edit, ...]
    remarks: tuple[Remark, ...]


def update(code: Code, source: Source, tree: Mapping[str, Any]) -> Update:
    """Edits of a code so that it says what `tree` says; ids in the tree are those of the code.

    Rules that the tree does not have stay: only a person can say that a promise no longer holds.
    """
    edits: list[Edit] = []
    remarks: list[Remark] = []
    for key in ("title", "purpose", "scope", "summary", "closing", "redress"):
        _field(code, key, tree.get(key, ""), code.language, edits)
    rules = [rule for part in (*tree.get("sections", []), tree) for rule in part.get("rules", [])]
    _rules(code, source, rules, edits, remarks)
    for kind in ("values", "sections", "consequences"):
        known = {one.id: one for one in getattr(code, kind)}
        for entry in tree.get(kind, []):
            element = known.get(entry["id"])
            for key in ("title", "name", "text", "when", "then"):
                if element is not None and hasattr(element, key):
                    _field(element, key, entry.get(key, ""), code.language, edits)
    return Update(tuple(edits), tuple(remarks))


def _rules(
    code: Code,
    source: Source,
    rules: list[Mapping[str, Any]],
    edits: list[Edit],
    remarks: list[Remark],
) -> None:
    last: Rule | None = None
    seen = set()
    for entry in rules:
        rule = code.by_id.get(entry["id"])
        seen.add(entry["id"])
        if rule is None:
            if last is None and code.rules:
                last = code.rules[0]
            if last is not None:
                edits.append(_added(last, entry, code.language, source))
            words = f"the rule “{entry['id']}” is new; look at its place and its id"
            remarks.append(Remark("rule-new", 1, str(entry["text"])[:80], words))
            continue
        last = rule
        for key in ("title", "text", "level", "why"):
            changed = _field(rule, key, str(entry.get(key, "")), code.language, edits)
            if changed and key == "text":
                words = f"the words of “{rule.id}” changed; `conduct diff` says what that does"
                remarks.append(Remark("rule-changed", 1, str(entry["text"])[:80], words))
        _values(rule, entry.get("values", []), code, edits, remarks)
    for rule in code.rules:
        if rule.id not in seen:
            words = f"the rule “{rule.id}” is not in the newer text; it was kept"
            help = "Retire it with the list `retired` if it no longer holds."
            remarks.append(Remark("rule-gone", 1, rule.text[:80], words, help))


def _values(
    rule: Rule, wanted: list[str], code: Code, edits: list[Edit], remarks: list[Remark]
) -> None:
    """The values that a table gives a rule; those that the code does not know are told."""
    known = {value.id for value in code.values}
    strange = [id for id in wanted if id not in known]
    if strange:
        words = f"the code has no value “{strange[0]}”; the values of “{rule.id}” stay as they are"
        remarks.append(Remark("value-unknown", 1, strange[0], words, "Add the value first."))
    if not wanted or strange or tuple(wanted) == rule.values:
        return
    shown = f"[{', '.join(wanted)}]"
    node = rule.place.find("values")
    if node is None:
        end = end_of(rule.place.source.text, rule.place.node)
        column = rule.place.source.point(rule.place.node.start)[1] - 1
        edits.append(Edit(end, end, f"\n{' ' * column}values: {shown}"))
    else:
        edits.append(Edit(node.start, end_of(rule.place.source.text, node), shown))


def _field(element: Element, key: str, value: str, language: str, edits: list[Edit]) -> bool:
    """An edit that gives a field its new words; False where they are the same or there are none."""
    old = getattr(element, key, "")
    if not value or not isinstance(old, str) or old.split() == value.split():
        return False
    place = element.place
    node = place.find(key)
    text = place.source.text
    name = place.node.key(key) if isinstance(place.node, MappingNode) else None
    if isinstance(node, Scalar) and name is not None:
        column = place.source.point(name.start)[1] - 1
        edits.append(Edit(node.start, end_of(text, node), _laid(key, value, column, language)))
        return True
    if (
        not isinstance(place.node, MappingNode)
        or place.node.flow
        or (key == "level" and not old and not value)
    ):
        return False
    return _appended(element.place, key, value, language, edits)


def _appended(place: Place, key: str, value: str, language: str, edits: list[Edit]) -> bool:
    """A field that the element did not have, below its last one."""
    if not isinstance(place.node, MappingNode):
        return False
    first = place.node.entries[0][0]
    column = place.source.point(first.start)[1] - 1
    end = end_of(place.source.text, place.node)
    words = f"\n{' ' * column}{key}: {_laid(key, value, column, language)}"
    edits.append(Edit(end, end, words))
    return True


def _laid(key: str, value: str, column: int, language: str) -> str:
    lines = layout(value, language) if key in _PROSE else [scalar(" ".join(value.split()))]
    first, *rest = lines
    margin = " " * (column + 2)
    return "\n".join([first, *(margin + line if line else "" for line in rest)])


def _added(after: Rule, entry: Mapping[str, Any], language: str, source: Source) -> Edit:
    """A new rule below another."""
    shown = emit({"conduct": 1, "language": language, "rules": [dict(entry)]})
    lines = list(_block(shown))
    node = after.place.node
    if not isinstance(node, MappingNode):
        raise TypeError("a rule is always a mapping")
    column = max(0, source.point(node.entries[0][0].start)[1] - 3)
    margin = " " * column
    end = end_of(source.text, node)
    return Edit(end, end, "\n\n" + "\n".join(margin + line if line else "" for line in lines))


def _block(shown: str) -> Iterator[str]:
    """The lines of the only rule of a code, without their margin."""
    lines = shown.rstrip("\n").split("\n")
    start = lines.index("rules:") + 1
    yield from (line[2:] for line in lines[start:])


def end_of(text: str, node: Node) -> int:
    """Where the words of a node end, without the breaks and comments behind them."""
    while not isinstance(node, Scalar):
        inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
        if node.flow or not inner:
            return node.end
        node = inner[-1]
    if node.style in ("'", '"'):
        return node.end
    end = offsets(text, node)[-1]
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    return end
