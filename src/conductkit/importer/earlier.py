"""What an earlier edition took a sentence for: a newer text is read in the same way where it can.

One word changed in one item must not turn a whole list from rules into words, or the other way.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from conductkit.importer.words import plain, sentences
from conductkit.model import Code

Taken = Literal["rules", "words", "both", ""]
_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+")
_FIELDS = ("purpose", "summary", "scope", "closing", "redress")
_LEAST = 3  # words of a sentence that is surely the same


def key(text: str) -> str:
    """A sentence's words as they are compared."""
    return " ".join(re.findall(r"\w+", plain(text).casefold()))


@dataclass(frozen=True)
class Earlier:
    """Sentences that the newer text, read by itself, would turn: `rules` were rules, `words` none.

    `gone` are the ids of rules that are no more.
    """

    rules: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def took(self, texts: Sequence[str]) -> Taken:
        """What most of the items of a list were, "both" where fewer turned; "" where none did."""
        keys = [key(text) for text in texts] if self.rules or self.words else []
        rules, words = (sum(one in known for one in keys) for known in (self.rules, self.words))
        if rules * 2 > len(texts):
            return "rules"
        if words * 2 > len(texts):
            return "words"
        return "both" if rules or words else ""


def retired(code: Code) -> Earlier:
    """What a code says of a newer text before that was read."""
    return Earlier(gone=frozenset(one.id for one in code.retired))


def earlier(code: Code, fresh: Mapping[str, Any]) -> Earlier:
    """What a code took the sentences for that its newer text, read by itself, would turn."""
    texts = [*(getattr(code, name) for name in _FIELDS), *(part.text for part in code.sections)]
    old = {key(rule.text) for rule in code.rules}, set(_lines(texts, code.language))
    parts = [*fresh.get("sections", []), fresh]
    told = [fresh.get(name, "") for name in _FIELDS] + [part.get("text", "") for part in parts]
    new = (
        {key(rule["text"]) for part in parts for rule in part.get("rules", [])},
        set(_lines(told, code.language)),
    )
    gone = frozenset(one.id for one in code.retired)
    return Earlier(
        frozenset(_ending(new[1] - old[1], old[0] - new[0])),
        frozenset(_ending(old[1] - new[1], new[0] - old[0])),
        gone,
    )


def _ending(lines: Iterable[str], rules: Iterable[str]) -> Iterator[str]:
    """The lines that are a rule, or its end behind what led into its list."""
    known = set(rules)
    for line in lines:
        if line in known or any(rule.endswith(f" {line}") for rule in known):
            yield line


def _lines(texts: Iterable[str], language: str) -> Iterator[str]:
    """The lines and the sentences of texts."""
    for line in (line for text in texts for line in text.split("\n") if line.strip()):
        bare = _MARK.sub("", line)
        for one in (bare, *sentences(bare, language)):
            found = key(one)
            if found.count(" ") >= _LEAST - 1:
                yield found
