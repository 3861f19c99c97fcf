"""Findings that were there before: recorded once, so that a run fails only for new ones.

A finding is known by its code, its check, its rule and the meaning of its words: the digest of the
quoted words in the form in which texts are compared. Lines and columns do not count, so moving a
rule changes nothing; a code's file may be renamed. What is found more often than recorded, or in
more places, is new.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from conductkit.finding import Finding

NAME = "conductkit-baseline.json"
"""The file that is used where none is named and one lies at the root of the project."""

_FORMAT = 1
_METHOD = 1
_SHOWN = 60


class Key(NamedTuple):
    """What a finding is known by."""

    code: str
    check: str
    rule: str
    words: str


class Entry(NamedTuple):
    """A recorded finding: how often, in how many further places, and its first words to read."""

    key: Key
    times: int = 1
    places: int = 0
    shown: str = ""


class Baseline(NamedTuple):
    """All that was recorded."""

    entries: tuple[Entry, ...] = ()

    def text(self) -> str:
        """The file's text: sorted, an entry a block, the same for the same findings."""
        listed = [
            {
                "code": entry.key.code,
                "check": entry.key.check,
                "rule": entry.key.rule or None,
                "words": entry.shown,
                "digest": entry.key.words,
                **({"count": entry.times} if entry.times > 1 else {}),
                **({"places": entry.places} if entry.places else {}),
            }
            for entry in sorted(self.entries)
        ]
        whole = {"format": _FORMAT, "findings": listed}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def parse(text: str) -> Baseline:
    """What a file records; ValueError, as the rest of a sentence, where it is no baseline."""
    try:
        given = json.loads(text)
    except ValueError as error:
        raise ValueError(f"it is not JSON: {error}") from None
    if not isinstance(given, dict) or "findings" not in given:
        raise ValueError("it has no list of findings")
    if given.get("format") != _FORMAT:
        raise ValueError(f"its format is {given.get('format')!r}, and this edition reads {_FORMAT}")
    try:
        return Baseline(tuple(_entry(item) for item in given["findings"]))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ValueError("an entry lacks its code, check, rule or digest") from None


def _entry(item: dict[str, Any]) -> Entry:
    key = Key(*(str(item[name] or "") for name in ("code", "check", "rule", "digest")))
    return Entry(key, int(item.get("count", 1)), int(item.get("places", 0)), str(item["words"]))


def record(findings: Iterable[Finding]) -> Baseline:
    """A baseline of these findings, less those that are waived: they have their own record."""
    entries: dict[Key, Entry] = {}
    for finding in findings:
        if finding.waived is None:
            key, places = key_of(finding), len(finding.also)
            known = entries.get(key) or Entry(key, 0, 0, _first_words(finding.quote))
            entries[key] = known._replace(times=known.times + 1, places=max(known.places, places))
    return Baseline(tuple(entries.values()))


def mark(
    findings: Sequence[Finding], baseline: Baseline
) -> tuple[tuple[Finding, ...], tuple[Entry, ...]]:
    """The findings, recorded ones marked, and what is recorded and was not found (so often)."""
    entries = {entry.key: entry for entry in baseline.entries}
    left = Counter({entry.key: entry.times for entry in baseline.entries})
    marked = []
    for finding in findings:
        if finding.waived is None:
            key = key_of(finding)
            if left[key] > 0 and len(finding.also) <= entries[key].places:
                left[key] -= 1
                finding = replace(finding, baselined=True)
        marked.append(finding)
    stale = [entries[key]._replace(times=number) for key, number in left.items() if number > 0]
    return tuple(marked), tuple(sorted(stale))


def key_of(finding: Finding) -> Key:
    """What a finding is known by; those about the whole code quote its title, which may change."""
    words = "" if finding.rule is None and finding.also else finding.quote
    return Key(finding.code or finding.span.path, finding.check, finding.rule or "", _digest(words))


def _digest(words: str) -> str:
    import hashlib

    from conductkit.language.normal import normalise

    hashed = hashlib.sha256(normalise(words, "").encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_METHOD}:{hashed[:16]}"


def _first_words(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
