"""A newer text onto an existing code: edits of the words that changed, everything else stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conductkit.importer.edits import end_of, field_edit, rule_edit
from conductkit.model import Code, Rule
from conductkit.outline import Remark
from conductkit.source import Source
from conductkit.write import Edit

_SHOWN = ("title", "name", "text", "when", "then")


@dataclass(frozen=True, slots=True)
class Update:
    """The edits that bring a code up to a text, and what there is to say of them."""

    edits: tuple[Edit, ...]
    remarks: tuple[Remark, ...]


def update(code: Code, source: Source, tree: Mapping[str, Any], *, whole: bool = True) -> Update:
    """Edits of a code so that it says what `tree` says; ids in the tree are those of the code.

    Rules that the tree does not have stay: only a person can say that a promise no longer holds.
    `whole` is False for a table of rules, which says nothing of all else.
    """
    edits: list[Edit] = []
    remarks: list[Remark] = []
    for key in ("title", "purpose", "scope", "summary", "closing", "redress"):
        field_edit(code, key, tree.get(key, ""), code.language, edits)
    rules = [rule for part in (*tree.get("sections", []), tree) for rule in part.get("rules", [])]
    _rules(code, source, rules, edits, remarks)
    for kind in ("values", "sections", "consequences"):
        known = {one.id: one for one in getattr(code, kind)}
        if whole:
            _told(kind, known, tree.get(kind, []), remarks)
        for entry in tree.get(kind, []):
            element = known.get(entry["id"])
            for key in _SHOWN:
                if element is not None and hasattr(element, key):
                    field_edit(element, key, entry.get(key, ""), code.language, edits)
    return Update(tuple(edits), tuple(remarks))


def _told(
    kind: str,
    known: Mapping[str, Any],
    entries: list[Mapping[str, Any]],
    remarks: list[Remark],
) -> None:
    """Say what came and went of values, sections and consequences: neither is done by itself."""
    name = kind.removesuffix("s")
    ids = {entry["id"] for entry in entries}
    for entry in entries:
        if entry["id"] not in known:
            words = " ".join(str(entry.get(key, "")) for key in _SHOWN).strip()
            note = f"the {name} “{entry['id']}” is new; it was not added: “{words}”"
            remarks.append(Remark("part-new", 1, words[:80], note, "Add it where it belongs."))
    for id in sorted(known.keys() - ids):
        words = f"the {name} “{id}” is not in the newer text; it was kept"
        remarks.append(Remark("part-gone", 1, id, words, "Take it out if it no longer holds."))


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
                edits.append(rule_edit(last, entry, code.language, source))
            words = f"the rule “{entry['id']}” is new; look at its place and its id"
            remarks.append(Remark("rule-new", 1, str(entry["text"])[:80], words))
            continue
        last = rule
        for key in ("title", "text", "level", "why"):
            changed = field_edit(rule, key, str(entry.get(key, "")), code.language, edits)
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
