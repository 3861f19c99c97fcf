"""The changes of a code's own fields: status, dates, scope, promises, and what only describes."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from conductkit.change import Change, Evidence
from conductkit.difference.described import prose
from conductkit.difference.editions import Editions
from conductkit.difference.headings import same_title
from conductkit.difference.scope import scope
from conductkit.difference.wording import Verdict, judge
from conductkit.model import Code, Element
from conductkit.source import Span

# Who wrote it, where it comes from, when it is looked at again: nothing here binds.
_DESCRIBES = (
    "title", "purpose", "summary", "closing", "owner", "authors", "consulted", "adopted",
    "review_by", "approved_by", "catalogue", "aligns_with", "translation_of", "sources", "waive",
)  # fmt: skip
_PERMANENT = (
    "The `id` of a code is permanent: what names the code by its old id finds it no more."
    " Keep the old id, or compare editions of one code."
)
_PROSE = ("title", "purpose", "summary", "closing")
# On which axis a field that has none of its own changes a duty.
_AXES = {"redress": "obligation", "limits": "exception", "extends": "obligation"}
_IN_FORCE = {"draft": 0, "active": 1, "retired": 0}


def metadata_changes(both: Editions) -> Iterator[Change]:
    """Every change of the code's own fields, in their canonical order."""
    if both.old.id != both.new.id:
        doubt = change(both, "id", Verdict("unknown", (), "low"))
        yield replace(doubt, evidence=(), axes=(), notes=(_PERMANENT,))
    for key, judged in _JUDGED.items():
        old, new = getattr(both.old, key), getattr(both.new, key)
        if old == new:
            continue
        verdict = judged(both, key)
        axis = key if key in ("status", "effective", "scope") else ""
        yield change(both, key, verdict, axis)


def change(both: Editions, key: str, verdict: Verdict, axis: str = "") -> Change:
    """The change of one field of the code."""
    old, new = (show(getattr(code, key)) for code in (both.old, both.new))
    kind = "added" if not old else "removed" if not new else "edited"
    evidence = verdict.evidence
    on = axis or (not evidence and _AXES.get(key, ""))
    if on:
        evidence = (Evidence(on, old, new, verdict.effect), *evidence)
    shown = tuple(item for item in evidence if item.effect != "neutral")
    named = tuple(dict.fromkeys([*([axis] if axis else []), *(item.axis for item in shown)]))
    return Change(
        both.new.id, "code", kind, verdict.effect, both.new.id, both.old.id, named,
        both.new.binds, both.new.serves, old or None, new or None,
        _at(both.old, key) if kind != "added" else None,
        _at(both.new, key) if kind != "removed" else None,
        shown, verdict.confidence, key,
    )  # fmt: skip


def _at(code: Code, key: str) -> Span:
    """Where a field stands; the title where it is not given and its default holds."""
    return code.place.span(key if code.place.find(key) else "title")


def show(value: object) -> str:
    """A field's value in one line for readers; an element by its parts."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "; ".join(show(item) for item in value)
    if isinstance(value, Element):
        parts = (show(getattr(value, item.name)) for item in fields(value) if item.name != "place")
        return ", ".join(part for part in parts if part)
    return ""


def _neutral(both: Editions, key: str) -> Verdict:
    """Describing words bind nobody, unless they command something."""
    if key in _PROSE:
        texts = getattr(both.old, key), getattr(both.new, key)
        if key == "title" and same_title(*texts, both.languages):
            return Verdict()
        if key == "title":
            return Verdict("unknown", (), "low")
        return prose(*texts, both.languages, both.shared, both.sides, sums=key == "summary")
    return Verdict()


def _status(both: Editions, _key: str) -> Verdict:
    before, after = _IN_FORCE[both.old.status], _IN_FORCE[both.new.status]
    if before == after:
        return Verdict()
    return Verdict("stronger" if after > before else "weaker")


def _effective(both: Editions, _key: str) -> Verdict:
    """Binding from an earlier day on binds more; ISO dates compare as words."""
    old, new = both.old.effective, both.new.effective
    if not old or not new:
        return Verdict("unknown", (), "low")
    return Verdict("weaker" if new > old else "stronger")


def _promise(both: Editions, key: str) -> Verdict:
    """Words that promise something, such as redress."""
    old, new = getattr(both.old, key), getattr(both.new, key)
    verdict = judge(old, new, both.languages, both.sides, shared=both.shared)
    if verdict.effect == "unknown" and not (old and new):
        return Verdict("stronger" if new else "weaker", verdict.evidence, "low")
    return verdict


def _limits(both: Editions, _key: str) -> Verdict:
    """What is not promised: what comes here takes from the promise."""
    old, new = both.old.limits, both.new.limits
    if not old or not new:
        return Verdict("weaker" if new else "stronger", (), "low")
    verdict = judge(old, new, both.languages)
    return Verdict() if verdict.effect == "neutral" else Verdict("unknown", (), "low")


def _doubt(_both: Editions, _key: str) -> Verdict:
    """Fields that decide what the rules rest on: a person must read them."""
    return Verdict("unknown", (), "low")


def _issuer(both: Editions, key: str) -> Verdict:
    """Who made the code; the same by the name that it has throughout."""
    old, new = both.old.issuer, both.new.issuer
    renamed = bool(both.shared.renamed and old and new)
    if renamed and judge(old, new, both.languages, shared=both.shared).effect == "neutral":
        return Verdict()
    return _doubt(both, key)


def _language(both: Editions, _key: str) -> Verdict:
    """Another variety of a language is a spelling; another language another text."""
    same = both.old.language.split("-")[0].lower() == both.new.language.split("-")[0].lower()
    return Verdict() if same else Verdict("unknown", (), "low")


_JUDGED: dict[str, Callable[[Editions, str], Verdict]] = {
    "status": _status, "language": _language, "kind": _doubt, "scope": scope, "issuer": _issuer,
    "effective": _effective, "redress": _promise, "limits": _limits, "extends": _doubt,
    **dict.fromkeys(_DESCRIBES, _neutral),
}  # fmt: skip
