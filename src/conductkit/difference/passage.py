"""A text made ready for comparing: its words in one form, and what stands between them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from conductkit.difference import cues
from conductkit.difference.embedded import embeds
from conductkit.language import Reading, Word, mask, normalise, read
from conductkit.language.lexicon import primary, word_list

IGNORED = re.compile(r"[\s.,;:!?…()\[\]{}\"“”„«»'’‘´`ʼ‐‑‒–—―−\-*_~#>|\\]")
_STRUCK = re.compile(r"<!--|</?(?:s|del|strike|ins)>", re.IGNORECASE)
_TURNS = "\u202b\u202e\u2067"  # turn the direction of what follows: not invisible
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufeff]+")
_TARGET = re.compile(r"\]\([^()\s]*(?:[ \t][^()]*)?\)")  # of a link: no bracket of the sentence
_GAPS = {"?": "?", ".": ".", "!": ".", "…": ".", ";": ".", ":": ":", ",": ",", "–": ",", "—": ","}


@dataclass(frozen=True)
class Passage:
    """A text with its words. `tokens` are their comparable forms; a contraction has several.

    `owners` gives for each token the number of its word.
    """

    text: str
    language: str

    @cached_property
    def reading(self) -> Reading:
        return read(self.text, self.language)

    @property
    def lone(self) -> bool:
        """Whether it is one sentence at most."""
        return len(self.reading.sentences) < 2

    @cached_property
    def words(self) -> Sequence[Word]:
        return self.reading.words

    @cached_property
    def _forms(self) -> list[tuple[str, int]]:
        found = []
        for at, word in enumerate(self.words):
            form = normalise(self.text[word.start : word.end], self.language)
            found += [(part, at) for part in written_out(form, self.language)]
        return found

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(form for form, _ in self._forms)

    @cached_property
    def owners(self) -> tuple[int, ...]:
        return tuple(at for _, at in self._forms)

    @cached_property
    def residue(self) -> str:
        """What is neither a word nor a plain mark: symbols, currency signs, struck-out text."""
        masked = mask(self.text)
        pieces, last = [], 0
        for word in self.words:
            pieces.append(masked[last : word.start])
            last = word.end
        pieces.append(masked[last:])
        kept = normalise(IGNORED.sub("", "".join(pieces)), self.language)
        kept = "".join(c for c in kept if c in _TURNS or unicodedata.category(c) != "Cf")
        return kept + "~" * self.text.count("~~") + "<" * len(_STRUCK.findall(self.text))

    def gap(self, at: int) -> str:
        """The strongest mark behind a word: "" none, "," a pause, ":", "." an end, "?"."""
        return self._gaps[at]

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        starts = [*(word.start for word in self.words[1:]), len(self.text)]
        return tuple(
            "" if self.text[word.end : start] == " " else _mark(self.text[word.end : start])
            for word, start in zip(self.words, starts, strict=True)
        )


def _mark(between: str) -> str:
    """The strongest mark between two words."""
    between = _TARGET.sub("", between)
    marks = {_GAPS.get(mark, "") for mark in between}
    if re.search(r"\s-\s|--|\(|\)", between):
        marks.add(",")
    if "\n\n" in between or re.search(r"\n[ \t]*+[-*+•]\s", between):
        marks.add(".")
    return next((mark for mark in "?.:," if mark in marks), "")


@lru_cache(maxsize=4096)
def passage(text: str, language: str) -> Passage:
    """The passage of a text; read only when it is asked for its words.

    Signs that nobody sees are left out, but for those that join letters or turn their direction.
    """
    return Passage(_HIDDEN.sub("", text), language)


def reordered(old: Passage, new: Passage) -> bool:
    """Whether two texts have the same sentences in another order, and none leans on another."""
    if sorted(old.tokens) != sorted(new.tokens) or old.residue != new.residue:
        return False
    sentences = [sorted(_sentences(side)) for side in (old, new)]
    if sentences[0] != sentences[1]:
        return False
    leaning = cues.entries("leaning", old.language)
    return bool(leaning) and not any(token in leaning for token in old.tokens)


def timeless(side: Passage) -> bool:
    """Whether all that a text asks is what must not be done, or how to be: in whatever order."""
    found = side.reading.directives
    return bool(found) and all(
        (one.modal.force == "ban" and one.negated)
        or (one.verb == "be" and one.form == "imperative")
        for one in found
    )


def clause_moved(old: Passage, new: Passage) -> bool:
    """Whether two texts of one duty differ only in where a condition or exception stands.

    Not where it might belong to a verb inside the duty: “ask them to call before they leave”.
    """
    if len(old.reading.directives) != 1 or len(new.reading.directives) != 1:
        return False
    if len(old.reading.sentences) != 1 or len(new.reading.sentences) != 1:
        return False
    parts = [_clauses(side) for side in (old, new)]
    if not parts[0][0] or parts[0] != parts[1] or old.residue != new.residue:
        return False
    return not embeds(parts[0][1], old.language)


def _clauses(side: Passage) -> tuple[list[str], list[str]]:
    """The clauses of the one directive, sorted, and the words outside them, in order."""
    directive = side.reading.directives[0]
    clauses = (*directive.conditions, *directive.exceptions, *directive.concessions)
    texts = sorted(normalise(side.reading.quote(clause), side.language) for clause in clauses)
    inside = {
        at
        for at, word in enumerate(side.words)
        if any(clause.start <= word.start < clause.end for clause in clauses)
    }
    pairs = zip(side.tokens, side.owners, strict=True)
    return texts, [token for token, at in pairs if at not in inside]


def _sentences(side: Passage) -> list[str]:
    found = []
    for sentence in side.reading.sentences:
        text = normalise(side.text[sentence.start : sentence.end], side.language)
        found.append(text.rstrip(".!; "))
    return found


def written_out(form: str, language: str) -> list[str]:
    """The words of a contraction (“don't”: do, not); any other word alone."""
    return _contractions(primary(language)).get(form, form).split()


@lru_cache(maxsize=16)
def _contractions(language: str) -> dict[str, str]:
    found = dict(word_list("negative-contraction", language).entries)
    return {**found, **cues.pairs("contractions", language)}
