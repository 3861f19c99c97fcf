"""A code and the base that it extends: the two as one, what is local, and a new base beneath it."""

from dataclasses import replace

from conductkit.change import POLICY, STEPS, Change, Diff, Versions
from conductkit.diff import diff
from conductkit.emit import emit
from conductkit.errors import InputError
from conductkit.extension.trees import OWN, combined, loose_id, seen_from, tree_of
from conductkit.load import load_text
from conductkit.merge import Merged, Style, merge
from conductkit.model import Code
from conductkit.source import Span


def whole(child: Code, base: Code) -> str:
    """The text of the code that child and base make together.

    InputError where they make none, such as for a name that neither declares.
    """
    tree = combined(tree_of(child), tree_of(base))
    tree.pop("extends", None)
    text = emit(tree)
    _loaded(text, child, base)
    return text


def local_changes(child: Code, base: Code) -> Diff:
    """What the child changes in its base, each with its effect, at its place in the child."""
    ours, theirs = tree_of(child), tree_of(base)
    tree = combined(ours, theirs)
    kept = {key: value for key, value in tree.items() if key not in OWN}
    text = emit({**kept, **{key: theirs[key] for key in OWN if key in theirs}})
    found = diff(base, _loaded(text, child, base))
    placed = tuple(
        _placed(change, child) for change in found.changes if change.id != loose_id(ours)
    )
    # What differs from the base says nothing of the next version of the child.
    silent = dict.fromkeys(POLICY, STEPS[0])
    return replace(
        found,
        changes=placed,
        codes=(Versions(child.id, base.version, base.version),),
        policy=silent,
    )


def _placed(change: Change, child: Code) -> Change:
    here = change.new_at and _place(change, child)
    return replace(change, code=child.id, new_at=here)


def _place(change: Change, child: Code) -> Span:
    lists = {
        "rule": (child.rules, "text"), "value": (child.values, "name"),
        "party": (child.parties, "name"), "section": (child.sections, "title"),
        "measure": (child.measures, "name"), "consequence": (child.consequences, "name"),
    }  # fmt: skip
    items, key = lists.get(change.kind, ((), ""))
    for item in items:
        if getattr(item, "id", None) == change.id:
            return item.place.span(key)
    field = change.field if change.field and child.place.find(change.field) else "title"
    return child.place.span(field)


def onto(child: Code, old: Code, new: Code, link: str, style: Style | None = None) -> Merged:
    """The child on a new base: what both changed is merged by id and field, as branches are.

    `link` is what `extends` will say. What the child does not mention comes from the new base
    anyway, so only what it has is merged; what it retired stays retired.
    """
    ours, before, after = tree_of(child), tree_of(old), tree_of(new)
    base = emit(seen_from(ours, before, child.extends))
    theirs = emit(seen_from(ours, after, link, before))
    return merge(base, child.place.source.text, theirs, style)


def _loaded(text: str, child: Code, base: Code) -> Code:
    loaded = load_text(text, child.place.source.path)
    if loaded.code is None:
        first = loaded.findings[0]
        raise InputError(
            f"{child.place.source.path} and its base {base.id} {base.version} do not go together:"
            f" {first.message}. {first.help}".rstrip()
        )
    return loaded.code
