"""A Word document with tracked changes: refused it is the old text, accepted the new one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from conductkit.change import Change, Diff, Versions
from conductkit.reports._words import reasons
from conductkit.terminal import clean

if TYPE_CHECKING:
    from conductkit.model import Code
    from conductkit.word.paragraphs import Document, Hand, Paragraph

_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_UNITS = {
    "rule": "rule:{}", "value": "value:value-{}", "section": "h2:section-{}",
    "consequence": "step:consequence-{}", "measure": "measure:measure-{}", "code": "h1:{}",
}  # fmt: skip


def changes(result: Any, colour: bool) -> bytes:
    """Every code that changed, in full; what changes a duty has a remark in the margin."""
    from conductkit.word.file import write

    changed = {change.code for change in result.changes}
    codes = [item for item in result.codes if item.id in changed]
    parts = [part for item in codes if (part := _woven(item, result)) is not None]
    editions = [item.after or item.before for item in codes]
    return write(parts or [_nothing()], _title(codes), _hand(editions[0] if editions else None))


def _said(text: str) -> str:
    """Words as XML can hold them, nothing in them acting on what stands around."""
    return _NO_CHARACTER.sub("\ufffd", clean(text))


def _nothing() -> "Document":
    from conductkit.word.paragraphs import Document, Paragraph, Run

    words = "No change to any code of conduct"
    return Document(words, "en", "ltr", "A4", (Paragraph("Title", (Run(words),)),))


def _title(codes: list[Versions]) -> str:
    if len(codes) != 1:
        return f"What changed in {len(codes)} codes of conduct"
    item = codes[0]
    versions = " → ".join(dict.fromkeys(filter(None, (item.old, item.new))))
    edition = item.after or item.before
    return _said(f"What changed in {edition.title if edition else item.id} {versions}").strip()


def _hand(edition: "Code | None") -> "Hand":
    """Changes are those of whoever published the new version, on the day that it came out."""
    from conductkit.word.paragraphs import Hand

    if edition is None:
        return Hand("conductkit")
    owner = edition.owner.name if edition.owner else ""
    name = _said(edition.issuer or owner or edition.title)
    dated = (one.date for one in edition.changelog if one.version == edition.version and one.date)
    day = next(dated, edition.effective or edition.adopted)
    return Hand(f"{name}, {edition.version}" if edition.version else name, day)


def _woven(item: Versions, result: Diff) -> "Document | None":
    from conductkit.word.page import read
    from conductkit.word.weave import weave

    if result.page is None or not (item.before or item.after):
        return None
    old, new = (read(result.page(one)) if one else None for one in (item.before, item.after))
    last = new or old
    assert last is not None  # noqa: S101 - one of them is there
    found = [change for change in result.changes if change.code == item.id]
    paragraphs = weave(
        old.paragraphs if old else (), new.paragraphs if new else (), _renamed(found)
    )
    notes = _notes(found)
    return replace(last, paragraphs=tuple(_noted(paragraphs, notes)), contents="")


def _renamed(changes: list[Change]) -> Mapping[str, str]:
    """The units of the old edition that have another id in the new one."""
    return {
        _UNITS[one.kind].format(one.old_id): _UNITS[one.kind].format(one.id)
        for one in changes
        if one.kind in _UNITS and one.old_id and one.id and one.old_id != one.id
        and one.change not in ("split", "merged")
    }  # fmt: skip


def _notes(changes: list[Change]) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for one in changes:
        if one.effect == "neutral" or one.kind not in _UNITS:
            continue
        name = one.field if one.kind == "code" else one.name
        said = "; ".join(_said(reason).rstrip(".") for reason in reasons(one))
        words = f"{one.effect.capitalize()}: {said}." if said else f"{one.effect.capitalize()}."
        notes.setdefault(_UNITS[one.kind].format(name), []).append(words)
    return notes


def _noted(paragraphs: "list[Paragraph]", notes: dict[str, list[str]]) -> "Iterator[Paragraph]":
    """Each remark at the first paragraph of its element that changed, else at its first one."""
    changed: dict[str, tuple[int, bool]] = {}
    for number, one in enumerate(paragraphs):
        touched = one.mark or any(run.mark for run in one.runs)
        if one.runs and (one.unit not in changed or (touched and not changed[one.unit][1])):
            changed[one.unit] = (number, bool(touched))
    for number, one in enumerate(paragraphs):
        here = changed.get(one.unit, (-1, False))[0] == number
        words = notes.get(one.unit, ()) if here else ()
        yield replace(one, note=" ".join(words)) if words else one
