"""What changed, in the lines of a changelog entry: words for those who live by the code.

The lines are in the code's language where that has a file of words, else in English.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from conductkit.change import Change, Diff, Evidence
from conductkit.model import Code
from conductkit.redline import redline
from conductkit.reports._entries import Section, sections
from conductkit.reports._entry import Entry
from conductkit.reports._labels import plural
from conductkit.strings import strings

_FOLDER = Path(__file__).parent / "data" / "changelog"
_LONGEST = 120
_FEW = 3
_GONE = ("removed", "retired")
_MANY = {
    "added": "rules-added", "renamed": "rules-renamed", "removed": "rules-removed",
    "retired": "rules-removed",
}  # fmt: skip


def lines(old: Code, new: Code, result: Diff) -> list[str]:
    """The changes of one code as lines, what got weaker first; none where nothing changed."""
    found = sections(result)
    speech = _Speech(old, new)
    return list(dict.fromkeys(speech.lines(found[0]))) if found else []


def first(language: str) -> str:
    """The line of a code's first edition."""
    return str(_words(language)["first"])


def amended(
    old: Sequence[str], new: Sequence[str], told: Sequence[str], language: str
) -> list[str]:
    """The lines of an entry that was written before, brought up to what is true now.

    A line that we wrote and that is no longer so goes; what a person wrote stays, and so does what
    she left out of the lines of `told`, which were there when the entry was last committed. A new
    line is added unless a person's line names the same rule.
    """
    ours = _ours(language)
    kept = [line for line in old if line in new or not (line in told or ours.fullmatch(line))]
    by_hand = [line for line in kept if line not in new]
    more = [
        line for line in new
        if line not in kept and line not in told and not _named(line, by_hand, language)
    ]  # fmt: skip
    return [*kept, *more] if by_hand or told else list(new)


def _named(line: str, others: Sequence[str], language: str) -> bool:
    """Whether other lines name all that a line names in its head."""
    words = _words(language)
    quote = _pattern(words["quote"], text="([^“”«»]+?)")
    head = re.split(r" ?: ", line, maxsplit=1)[0]
    names = re.findall(quote, head) or re.findall(quote, line)
    said = "\n".join(others)
    return bool(names) and all(words["quote"].format(text=name) in said for name in names)


class _Speech:
    """Sentences about the changes of one code."""

    def __init__(self, old: Code, new: Code) -> None:
        self.old, self.new = old, new
        self.words = _words(new.language)

    def lines(self, section: Section) -> Iterator[str]:
        for entry in section.loud:
            yield self._entry(entry)
        rules = [change for change in section.corrections if change.kind == "rule"]
        if rules:
            yield self._say("corrections", names=self._names([change.name for change in rules]))
        for change in section.corrections:
            if change.kind != "rule":
                yield self._say("throughout", because=self._swaps(change))
        quiet = dict(section.quiet)
        moved = quiet.pop("moved", [])
        if moved:
            yield self._say("moved", names=self._names(moved))
        details = [
            self._field(name) if label.startswith("code ") else self._quoted(self._title(name))
            for label, names in quiet.items() for name in names
        ]  # fmt: skip
        if details:
            yield self._say("details", names=", ".join(dict.fromkeys(details)))

    def _entry(self, entry: Entry) -> str:
        change = entry.change
        if change.kind == "rule" and entry.others and change.change in _MANY:
            key = _MANY[change.change]
            names = self._names(entry.names)
            return self._say(key, names=names, number=str(len(entry.changes)))
        if change.kind == "rule" and change.change == "moved":
            return self._say("moved", names=self._names(entry.names))
        if change.kind == "rule" and not change.field:
            return self._rule(change)
        if change.kind == "rule":
            return self._effect(change, entry.names)
        if change.kind == "code" and change.change == "reworded" and change.rules:
            return self._effect(change, change.rules)
        if change.kind == "section" and (change.rules or change.change in ("merged", "split")):
            return self._section(entry)
        return self._element(entry)

    def _section(self, entry: Entry) -> str:
        """A section that came or went with its rules, or that others were folded into."""
        change = entry.change
        called = self._quoted(self._called(change))
        parts = [one for one in entry.members if one.kind == "section" and one.name != change.name]
        names = ", ".join(self._quoted(self._called(one)) for one in parts)
        if change.change in ("added", "removed"):
            names = self._names(change.rules)
        return self._say(f"section-{change.change}", old=called, new=called, names=names)

    def _rule(self, change: Change) -> str:
        old = self._quoted(self._title(change.old_id or ""))
        names = self._names(change.rules)
        if change.change in ("added", *_GONE):
            key = "rule-added" if change.change == "added" else "rule-removed"
            text = _short(change.new or change.old or "")
            return self._say(key, names=self._names([change.name]), text=text)
        if change.change == "renamed":
            return self._say("renamed", old=self._quoted(change.old_id or ""),
                             names=self._quoted(change.id or ""))  # fmt: skip
        if change.change == "split":
            return self._say("split", old=old, names=names)
        if change.change == "merged":
            return self._say("merged", new=self._quoted(self._title(change.name)), names=names)
        return self._effect(change, [change.name])

    def _effect(self, change: Change, rules: Sequence[str]) -> str:
        many = "-many" if len(rules) > 1 else ""
        because = self._because(change.evidence)
        if not because and not change.field:
            because = self._swaps(change)
        return self._say(f"{change.effect}{many}", names=self._names(rules), because=because)

    def _element(self, entry: Entry) -> str:
        change = entry.change
        if change.kind == "code" and change.field == "rules":
            key = "rules-added" if change.change == "added" else "rules-removed"
            number = str(len(change.rules))
            return self._say(key, names=self._names(change.rules), number=number)
        if change.kind == "code" and change.change == "reworded":
            subject = self._swap(change.old or "", change.new or "")
        elif change.kind == "code":
            subject = self._field(change.field)
        else:
            subject = ", ".join(
                self.words[f"kind-{item.kind}"].format(name=self._quoted(self._called(item)))
                for item in entry.changes
            )
        key = change.change if change.change in ("added", "removed") else "edited"
        because = self._because(change.evidence) if key == "edited" else ""
        return self._say(key, subject=subject, because=because)

    def _because(self, evidence: Sequence[Evidence]) -> str:
        said = [self._swap(item.old, item.new) for item in evidence if item.effect != "neutral"]
        return self._reasons(said)

    def _swaps(self, change: Change) -> str:
        pieces = redline(change.old or "", change.new or "")
        said = [self._swap(item.old, item.new) for item in pieces if not item.same]
        return self._reasons(said) if len(said) <= _FEW else ""

    def _reasons(self, said: Sequence[str]) -> str:
        """Reasons short enough to be read in a line; none where one is long or there are many."""
        given = list(dict.fromkeys(item for item in said if item))
        if not given or any(len(item) > _LONGEST for item in given):
            return ""
        return str(self.words["because"].format(reasons="; ".join(given[:_FEW])))

    def _swap(self, old: str, new: str) -> str:
        if not old.strip() or not new.strip():  # “religion,” is no word of a list, “religion” is
            old, new = (text.strip(" ,;") or text for text in (old, new))
        before, after = (self._quoted(" ".join(text.split())) for text in (old, new))
        if not old.strip() or not new.strip():
            key = "new" if new.strip() else "gone" if old.strip() else ""
            return self._say(key, old=before, new=after) if key else ""
        return self._say("became", old=before, new=after)

    def _say(self, key: str, **parts: str) -> str:
        return _filled(self.words[key], {"because": "", **parts})

    def _quoted(self, text: str) -> str:
        return _filled(self.words["quote"], {"text": text})

    def _names(self, ids: Sequence[str]) -> str:
        return ", ".join(self._quoted(self._title(id)) for id in dict.fromkeys(ids))

    def _title(self, id: str) -> str:
        """What readers call a rule: its title, else its id."""
        rule = self.new.by_id.get(id) or self.old.by_id.get(id)
        return " ".join(rule.title.split()) if rule and rule.title else id

    def _called(self, change: Change) -> str:
        """What readers call a section, a value …: its title or name, else its id."""
        for code in (self.new, self.old):
            for item in getattr(code, plural(change.kind), ()):
                if getattr(item, "id", "") == change.name:
                    return str(getattr(item, "title", "") or getattr(item, "name", "")).strip()
        return change.name

    def _field(self, keys: str) -> str:
        named = [self.words.get(f"field-{key}", key.replace("_", " ")) for key in keys.split(", ")]
        return ", ".join(named)


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _filled(template: str, parts: dict[str, str]) -> str:
    """A template with its parts; braces in the parts stay what they are."""
    return re.sub(r"\{(\w+)\}", lambda match: parts[match[1]], template)


@lru_cache(maxsize=16)
def _words(language: str) -> dict[str, Any]:
    primary = language.split("-", maxsplit=1)[0].lower()
    known = {path.stem: path for path in _FOLDER.glob("*.yaml")}
    english: dict[str, Any] = strings(known["en"])
    if primary == "en" or primary not in known:
        return english
    own = {key: words for key, words in english.items() if not key.startswith("field-")}
    return {**own, **strings(known[primary])}


@lru_cache(maxsize=16)
def _ours(language: str) -> re.Pattern[str]:
    """What a line looks like that nobody but us would write to the letter."""
    words = _words(language)
    quoted = _pattern(words["quote"], text="[^“”«»]+?")
    swap = "|".join(
        _pattern(words[key], old=quoted, new=quoted) for key in ("became", "new", "gone")
    )
    because = _pattern(words["because"], reasons=f"(?:{swap})(?:; (?:{swap}))*")
    names = f"{quoted}(?:, {quoted})*"
    kinds = [_pattern(words[key], name=quoted) for key in words if key.startswith("kind-")]
    fields = [re.escape(words[key]) for key in words if key.startswith("field-")]
    subject = "|".join([*kinds, *fields, "[a-z]+(?: [a-z]+)?"])
    free = ("quote", "became", "new", "gone", "because", "first", "rule-added", "rule-removed")
    shapes = [
        _pattern(words[key], names=names, old=quoted, new=quoted, number=r"\d+",
                 because=f"(?:{because})?", subject=f"(?:{subject})(?:, (?:{subject}))*")
        for key in words if key not in free and not key.startswith(("kind-", "field-", "details"))
    ]  # fmt: skip
    item = f"(?:{quoted}|{subject})"
    details = _pattern(words["details"], names=f"{item}(?:, {item})*")
    return re.compile("|".join([*shapes, details]))


def _pattern(template: str, **parts: str) -> str:
    """A template as a pattern, each part being the pattern given for it."""
    pieces = re.split(r"\{(\w+)\}", template)
    return "".join(
        parts[piece] if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)
    )
