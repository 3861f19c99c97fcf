"""The rules of a newer text onto those of a code."""

from collections.abc import Collection, Sequence
from typing import Any

from conductkit.importer.opened import Tree, listed, put, rules, said, words
from conductkit.importer.update_parts import Parts
from conductkit.language import level, read
from conductkit.outline import Remark


def bring(tree: Tree, homes: Sequence[tuple[Tree, Tree | None]], remarks: list[Remark]) -> None:
    """Change and add rules.

    `homes` are the parts of the newer text, each with its section of the code. A new rule
    stands below the one that it follows in the text. A rule that the text has in another of these
    sections goes there: for whom it holds may hang on it. From a section that the text does not
    have nothing goes, for somebody made it by hand.
    """
    rows = [listed(home, "rules") for _, home in homes if home is not None]
    known = {said(rule, "id"): (row, rule) for row, rule in rules(tree)}
    served = {said(value, "id") for value in listed(tree, "values")}
    last: tuple[list[Tree], Tree] | None = None
    for part, home in homes:
        above: Tree | None = None
        for entry in part.get("rules", []):
            if entry["id"] in known:
                last = known[entry["id"]]
                _reword(
                    last[1], _own_level(last[1], entry, said(tree, "language")), served, remarks
                )
                if home is not None and any(last[0] is row for row in rows):
                    last = _moved(last, home, above, remarks)
                above = last[1]
                continue
            row = _opened(home) if home is not None else _row(tree, last)
            follows = above if home is not None else last and last[1]
            _insert(row, entry, follows)
            above, last = entry, (row, entry)
            told = f"the rule “{entry['id']}” is new; look at its place and its id"
            remarks.append(Remark("rule-new", 1, str(entry["text"])[:80], told))


def take_out(parts: Parts, told: Collection[str]) -> None:
    """Take out the rules that the newer text does not have; `told` are the ids of those it has.

    Left in, a promise that is made no longer would stand beside those that are, and no diff
    would tell that it went.
    """
    for row, rule in list(rules(parts.tree)):
        id = said(rule, "id")
        if id in told:
            continue
        why = parts.own("rules", rule)
        if why:
            parts.told.stays(f"the rule “{id}”", said(rule, "text"), why)
            continue
        row[:] = [one for one in row if one is not rule]
        parts.told.rule_went(id, said(rule, "text"))


def stay(parts: Parts, told: Collection[str]) -> None:
    """Tell of the rules that a table does not have: it may hold a part of them only."""
    for _, rule in rules(parts.tree):
        id = said(rule, "id")
        if id not in told:
            why = "a table may hold a part of the rules only"
            parts.told.stays(f"the rule “{id}”", said(rule, "text"), why)


def _moved(
    known: tuple[list[Tree], Tree], home: Tree, above: Tree | None, remarks: list[Remark]
) -> tuple[list[Tree], Tree]:
    """A rule put below `above` in a section, where it is not there already; its list and itself."""
    row, rule = known
    if row is listed(home, "rules"):
        return known
    row[:] = [one for one in row if one is not rule]
    there = _opened(home)
    _insert(there, rule, above)
    told = f"the rule “{said(rule, 'id')}” stands in section “{said(home, 'id')}” now"
    remarks.append(Remark("rule-moved", 1, said(rule, "text")[:80], told))
    return there, rule


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


def _own_level(rule: Tree, entry: Tree, language: str) -> Tree:
    """A rule of the text without the level that only stands above it, where the words of the code's
    rule gave their own: it was never read from there."""
    given = str(entry.get("level", ""))
    if "level" in rule or not given or given.endswith("not"):
        return entry
    if not level(read(said(rule, "text"), language)):
        return entry
    return {key: value for key, value in entry.items() if key != "level"}


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
