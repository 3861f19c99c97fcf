"""The life of codes and rules laid out as a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from conductkit.change import Change
from conductkit.life import Entry, Life
from conductkit.reports._labels import label
from conductkit.reports._words import sentence
from conductkit.sheet import Cell, Heading, Part, Points, Redline, Sheet, Words

_TONES = {"reversed": "bad", "mixed": "bad", "weaker": "bad", "stronger": "good", "unknown": "fair"}


def sheet(lives: Sequence[Life]) -> Sheet:
    """Every entry under its day, author, commit and subject, the newest first."""
    parts: list[Part] = []
    for one in lives:
        if len(lives) > 1:
            parts.append(Heading(one.code))
        for entry in one.entries:
            parts += _entry(entry, one, depth=3 if len(lives) > 1 else 2)
        if not one.entries:
            parts.append(Words(f"Nothing in this history changed {one.name}."))
    data = {"lives": [_data(one) for one in lives]}
    title = lives[0].name if len(lives) == 1 else f"{len(lives)} codes"
    return Sheet(title, tuple(parts), data)


def _entry(entry: Entry, one: Life, depth: int) -> Iterator[Part]:
    commit = entry.commit
    yield Heading(f"{commit.day} · {commit.short} · {commit.author} · {commit.subject}", depth)
    worst = (*entry.effects, "neutral")[0]
    yield Words(entry.summary, _TONES.get(worst, "dim"))
    if entry.lines:
        yield Points(tuple(Cell(line) for line in entry.lines))
    if one.rule:
        for change in entry.changes:
            yield from _change(change)


def _change(change: Change) -> Iterator[Part]:
    lead = f"{change.effect}: {change.name} {label(change)}"
    if change.change == "moved" or not (change.old or change.new):
        yield Words(lead)
        return
    yield Redline(change.old or "", change.new or "", lead=f"{lead}:")
    said = [
        sentence(item) for item in change.evidence
        if (item.old, item.new) != (change.old or "", change.new or "")
    ]  # fmt: skip
    if said:
        yield Points(tuple(Cell(line) for line in said))


def _data(one: Life) -> dict[str, Any]:
    return {
        "code": one.code,
        "rule": one.rule or None,
        "entries": [
            {
                "commit": entry.commit.id,
                "date": entry.commit.date,
                "author": entry.commit.author,
                "subject": entry.commit.subject,
                "path": entry.path,
                "code": entry.code,
                "old_version": entry.old_version or None,
                "new_version": entry.new_version or None,
                "effects": list(entry.effects),
                "lines": list(entry.lines),
                "changes": [change.as_dict() for change in entry.changes],
            }
            for entry in one.entries
        ],
        "unread": list(one.unread),
    }
