"""Two editions of a code compared: what changed, and what it does to the duty."""

from conductkit.change import Change, Diff, Versions
from conductkit.difference.crossing import crossed
from conductkit.difference.editions import editions
from conductkit.difference.elements import element_changes
from conductkit.difference.everything import at_once
from conductkit.difference.metadata import metadata_changes
from conductkit.difference.new_ids import with_true_id
from conductkit.difference.reach import reach_changes
from conductkit.difference.rules import rule_changes
from conductkit.difference.throughout import gathered
from conductkit.difference.together import weighed
from conductkit.model import Code


def diff(old: Code, new: Code) -> Diff:
    """Every change from one edition of a code to the other, rules first.

    The editions the other way round give the mirror image: added for removed, stronger for weaker.
    """
    both = editions(old, new)
    rules = weighed(list(rule_changes(both)), new.language)
    changes = (
        *rules,
        *reach_changes(both),
        *element_changes(both),
        *metadata_changes(both),
    )
    return Diff(
        tuple(map(with_true_id, gathered(both, at_once(both, crossed(both, changes))))),
        (Versions(new.id, old.version or None, new.version or None, old, new),),
    )


def came(code: Code) -> Diff:
    """A code that only the new side has."""
    return _lone(code, added=True)


def went(code: Code) -> Diff:
    """A code that only the old side has: every rule of it is gone."""
    return _lone(code, added=False)


def _lone(code: Code, *, added: bool) -> Diff:
    span = code.place.span("title")
    effect, translates = "stronger" if added else "weaker", _translates(code)
    change = Change(
        code.id, "code", "added" if added else "removed", "unknown" if translates else effect,
        code.id if added else None, None if added else code.id,
        () if translates else ("obligation",), code.binds, code.serves,
        None if added else code.title, code.title if added else None,
        None if added else span, span if added else None,
        confidence="low" if translates else "high",
        rules=tuple(rule.id for rule in code.rules), notes=translates,
    )  # fmt: skip
    version = code.version or None
    versions = (None, version, None, code) if added else (version, None, code, None)
    return Diff((change,), (Versions(code.id, *versions),))


def _translates(code: Code) -> tuple[str, ...]:
    """What a translation translates, in a sentence: it adds no duty to those of its source."""
    source = code.translation_of
    if source is None:
        return ()
    version = f" {source.version}" if source.version else ""
    said = f"It is the translation of “{source.id}”{version} into “{code.language}”, not a code of"
    return (f"{said} its own. Whether it asks the same, somebody who knows both must read.",)
