"""The rules of a newer text onto those of a code."""

from collections.abc import Sequence
from typing import Any

from conductkit.importer.opened import Tree, listed, put, rules, said, words
from conductkit.outline import Remark


def bring(tree: Tree, parts: Sequence[tuple[Tree, Tree | None]], remarks: list[Remark]) -> None:
    """Change and add rules. `parts` are those of the newer text, each with its section of the code.

    A new rule stands below the one that it follows in the text. A rule that the text does not have
    stays: only a person can say that a promise no longer holds.
    """
    known = {said(rule, "id"): (row, rule) for row, rule in rules(tree)}
    served = {said(value, "id") for value in listed(tree, "values")}
    seen: set[str] = set()
    last: tuple[list[Tree], Tree] | None = None
    for part, home in parts:
        above: Tree | None = None
        for entry in part.get("rules", []):
            seen.add(entry["id"])
            if entry["id"] in known:
                last = known[entry["id"]]
                _reword(last[1], entry, served, remarks)
                above = last[1]
                continue
            row = _opened(home) if home is not None else _row(tree, last)
            follows = above if home is not None else last and last[1]
            _insert(row, entry, follows)
            above, last = entry, (row, entry)
            told = f"the rule “{entry['id']}” is new; look at its place and its id"
            remarks.append(Remark("rule-new", 1, str(entry["text"])[:80], told))
    for id, (_, rule) in known.items():
        if id not in seen:
            told = f"the rule “{id}” is not in the newer text; it was kept"
            help = "Retire it with the list `retired` if it no longer holds."
            remarks.append(Remark("rule-gone", 1, said(rule, "text")[:80], told, help))


def _row(tree: Tree, last: tuple[list[Tree], Tree] | None) -> list[Tree]:
    """The list for a rule that stands in no section: that of the rule before it, or the first."""
    if last is not None:
        return last[0]
    first = next((row for row, _ in rules(tree)), None)
    if first is not None:
        return first
    return _opened(next(iter(listed(tree, "sections")), tree))


def _opened(home: Tree) -> list[Tree]:
    """The rules of a section; an empty list is put there where there are none."""
    home["rules"] = listed(home, "rules")
    return listed(home, "rules")


def _insert(row: list[Tree], entry: Tree, above: Tree | None) -> None:
    place = next((number for number, one in enumerate(row, 1) if one is above), 0)
    row.insert(place, entry)


def _reword(rule: Tree, entry: Tree, served: set[str], remarks: list[Remark]) -> None:
    """The words of a rule that the text says otherwise; what it does not say stays."""
    id = said(rule, "id")
    for key in ("title", "text", "level", "why"):
        if put(rule, key, str(entry.get(key, ""))) and key == "text":
            told = f"the words of “{id}” changed; `conduct diff` says what that does"
            remarks.append(Remark("rule-changed", 1, str(entry["text"])[:80], told))
    examples = entry.get("examples")
    if examples and _said(rule.get("examples", [])) != _said(examples):
        rule["examples"] = examples
    wanted = entry.get("values", [])
    strange = [one for one in wanted if one not in served]
    if strange:
        told = f"the code has no value “{strange[0]}”; the values of “{id}” stay as they are"
        remarks.append(Remark("value-unknown", 1, strange[0], told, "Add the value first."))
    elif wanted and wanted != list(words(rule.get("values", []))):
        rule["values"] = wanted


def _said(value: Any) -> list[str]:
    return " ".join(words(value)).split()
