"""A newer text onto an existing code: what the text says of it changes, everything else stays."""

from collections.abc import Collection

from conductkit.importer import update_rules
from conductkit.importer.opened import Tree, rules
from conductkit.importer.update_parts import Parts, Place
from conductkit.importer.update_sections import Sections, divide
from conductkit.outline import Remark

_KINDS = ("contacts", "values", "consequences", "terms", "sources")


def update(tree: Tree, new: Tree, comments: Collection[Place], *, whole: bool) -> list[Remark]:
    """Bring the tree of a code up to `new`, whose rules have the ids of the code where known.

    `comments` are the places at which comments stand: what has one is not taken out. `whole` is
    False for a table of rules, which says nothing of all else, nor of the rules that it lacks.
    Says what came, went and stayed.
    """
    parts = Parts(tree, comments)
    sections = new.get("sections", [])
    told = {rule["id"] for _, rule in rules(new)}
    out = update_rules.take_out if whole else update_rules.stay
    out(parts, told)
    if whole and sections and "sections" not in tree:
        divide(tree, sections, parts.told)
    frame = Sections(parts, sections)
    if whole:
        parts.fields(new)
        for kind in _KINDS:
            parts.parts(kind, new.get(kind, []))
        frame.bring()
    homes = [*zip(sections, frame.homes, strict=True), (new, None)]
    update_rules.bring(tree, homes, parts.told.remarks)
    if whole:
        frame.settle(told)
        parts.drop_empty()
    return parts.told.remarks
