"""Plain trees of a code and of the base that it extends, put together and taken apart."""

from collections.abc import Mapping, Sequence
from typing import Any

from conductkit.fields import CODE, Field, Shape
from conductkit.merging.plain import plain_mapping
from conductkit.model import Code
from conductkit.nodes import Mapping as MappingNode

Tree = dict[str, Any]

OWN = frozenset((
    "conduct", "id", "title", "version", "status", "language", "issuer", "owner", "authors",
    "consulted", "contacts", "adopted", "effective", "review_by", "approved_by", "catalogue",
    "aligns_with", "extends", "translation_of", "sources", "changelog", "waive",
))  # fmt: skip
"""What every code says for itself; all else it has from its base where it says nothing."""
_NAMED = ("parties", "values", "measures")
# A code has a rule or a value; two bases that share nothing with the child have this one alike.
_NOTHING = {"id": "of-the-base", "name": "Of the base"}
_FIELDS: Mapping[str, Field] = CODE.by_key


def tree_of(code: Code) -> Tree:
    """A code as strings, lists and dicts."""
    node = code.place.node
    if not isinstance(node, MappingNode):
        raise TypeError("a code is a mapping")
    return plain_mapping(node, CODE, code.place.source.text)


def combined(child: Tree, base: Tree) -> Tree:
    """The whole code: what the base says, what the child puts in its place, what it adds.

    Elements of lists are known by their ids; rules that the child retires are left out.
    """
    found: Tree = {}
    for key in dict.fromkeys([*base, *child]):
        if key in OWN:
            if key in child:
                found[key] = child[key]
        elif key in ("rules", "sections"):
            continue
        elif _keyed(key):
            found[key] = _joined(_list(base, key), _list(child, key), _key(key))
        else:
            found[key] = child.get(key, base.get(key))
    return {**found, **_body(child, base)}


def seen_from(child: Tree, base: Tree, link: str, known: Tree | None = None) -> Tree:
    """What a base says of the things that the child has: the child, as that base would word it.

    Parties, values and measures that only the base has stay, so that its rules can name them;
    those of `known`, an older base, in its words. `link` is what `extends` says.
    """
    found: Tree = {}
    for key, value in child.items():
        if key in OWN or key == "retired":
            found[key] = link if key == "extends" else value
        elif key in ("rules", "sections"):
            found[key] = _restricted(key, value, base)
        elif _keyed(key):
            theirs = _by(_list(base, key), _key(key))
            found[key] = [theirs[item[_key(key)]] for item in value if item[_key(key)] in theirs]
        elif key in base:
            found[key] = base[key]
    for key in _NAMED:
        own = {item["id"] for item in _list(child, key)}
        before = _by(_list(known or {}, key), "id")
        found[key] = [
            *found.get(key, []),
            *(before.get(item["id"], item) for item in _list(base, key) if item["id"] not in own),
        ]
    if not (rules_of(found) or found["values"]):
        found["values"] = [_NOTHING]
    return {key: value for key, value in found.items() if value != []}


def _restricted(key: str, value: Sequence[Tree], base: Tree) -> list[Tree]:
    """The base's wording of the rules, and of the sections, that the child has."""
    rules = _by(rules_of(base), "id")
    if key == "rules":
        return [rules[rule["id"]] for rule in value if rule["id"] in rules]
    sections = _by(_list(base, "sections"), "id")
    found = []
    for section in value:
        head = _head(sections.get(section["id"], section))
        own = [rules[rule["id"]] for rule in _list(section, "rules") if rule["id"] in rules]
        found.append({**head, **({"rules": own} if own else {})})
    return found


def rules_of(tree: Tree) -> list[Tree]:
    """Every rule in order, those of sections included."""
    sections = _list(tree, "sections")
    return [*_list(tree, "rules"), *(rule for one in sections for rule in _list(one, "rules"))]


def _body(child: Tree, base: Tree) -> Tree:
    """The rules of both: the child's in the place of the base's, new ones at the end."""
    gone = {item["id"] for item in _list(child, "retired")}
    own = _by(rules_of(child), "id")
    known = {rule["id"] for rule in rules_of(base)}

    def kept(rules: Sequence[Tree]) -> list[Tree]:
        return [own.get(rule["id"], rule) for rule in rules if rule["id"] not in gone]

    def added(rules: Sequence[Tree]) -> list[Tree]:
        return [rule for rule in rules if rule["id"] not in known]

    if not (_list(base, "sections") or _list(child, "sections")):
        return {"rules": [*kept(_list(base, "rules")), *added(_list(child, "rules"))]}
    more = {section["id"]: section for section in _list(child, "sections")}
    sections = []
    for section in [*_loose(base), *_list(base, "sections")]:
        mine = more.pop(section["id"], {})
        rules = [*kept(_list(section, "rules")), *added(_list(mine, "rules"))]
        sections.append({**_head(section), **_head(mine), "rules": rules})
    rest = [*more.values(), *_loose(child)]
    sections += [{**_head(one), "rules": added(_list(one, "rules"))} for one in rest]
    return {"sections": [section for section in sections if section["rules"]]}


def _loose(tree: Tree) -> list[Tree]:
    """The rules of a code without sections as a section of its own, in a code that has some."""
    rules = _list(tree, "rules")
    return [{"id": loose_id(tree), "title": tree["title"], "rules": rules}] if rules else []


def loose_id(tree: Tree) -> str:
    """The id of the section that a code's loose rules form beside sections of the other."""
    return f"rules-of-{tree['id']}"


def _head(section: Tree) -> Tree:
    return {key: value for key, value in section.items() if key != "rules"}


def _joined(base: Sequence[Tree], child: Sequence[Tree], key: str) -> list[Tree]:
    own = _by(child, key)
    known = {item[key] for item in base}
    return [*(own.get(item[key], item) for item in base),
            *(item for item in child if item[key] not in known)]  # fmt: skip


def _keyed(key: str) -> bool:
    field = _FIELDS.get(key)
    return field is not None and field.many and isinstance(field.type, Shape) and bool(_key(key))


def _key(key: str) -> str:
    type = _FIELDS[key].type
    return type.key if isinstance(type, Shape) else ""


def _list(tree: Mapping[str, Any], key: str) -> list[Tree]:
    return tree.get(key) or []


def _by(items: Sequence[Tree], key: str) -> dict[str, Tree]:
    return {item[key]: item for item in items}
