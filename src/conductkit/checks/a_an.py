"""“A” stands before a vowel sound, or “an” before a consonant.

Why: it is a slip that stops every reader.

Example: “Give a answer within an day.” → “Give an answer within a day.”

Fix: write “an” before a vowel sound (an hour, an e-mail), “a” before the others (a user).
"""

import re
from collections.abc import Iterator

from conductkit.check import Context, Hit, define
from conductkit.checks._exempt import exempt
from conductkit.checks._texts import like, pieces
from conductkit.language import mask, word_list
from conductkit.model import Code
from conductkit.patterns import lazily

_ARTICLE = lazily(
    r"(?<![\w.'’&/-])(?P<a>[Aa]n?)(?P<gap>[ \n]+[\"“‘(]?)(?P<word>[A-Za-z0-9][\w’'-]*)"
)
_LETTERS = frozenset("AEFHILMNORSX")
_MUTE = lazily(r"(?:hour|honest|honou?r|heir)")
_EITHER = lazily(
    r"(?:h(?:istor|otel|abitual|ysteri|erb|allucin)|faq|sql|url|uri|un[st]|ur|u$|ut(?!il|op)|ub(?!iq))"
)
_YOU = lazily(r"(?:uni|us(?!h)|util|utop|eu|ewe|one\b|one-|once|ubiq|ufo|unanim|uk\b)")
_EIGHT = lazily(r"8|11(?!\d)|18(?!\d)")
_LEAST = 2  # letters; `a` before a lone letter may be a letter too


@define("warning", "proofing", languages="en", fix="unsafe")
def check(code: Code, context: Context) -> Iterator[Hit]:
    little = {*word_list("prepositions", "en").entries, *word_list("coordinators", "en").entries,
              *word_list("auxiliaries", "en").entries}  # fmt: skip
    for piece in pieces(code):
        for match in _ARTICLE.finditer(mask(piece.text)):
            article, word = match["a"].lower(), match["word"]
            wanted = _wanted(word)
            letter = match["a"] == "A" and not _opens(piece.text, match.start())
            if wanted in (None, article) or letter or word.lower() in little:
                continue
            start, end = match.start(), match.end("word")
            if not exempt(code, context, piece.text, start, end):
                yield piece.hit(
                    start, end, f"“{article} {word}” should be “{wanted} {word}”",
                    f"Write “{wanted} {word}”.",
                    fix=like(match["a"], wanted) + piece.text[match.end("a") : end],
                )  # fmt: skip


def _wanted(word: str) -> str | None:
    """The article for a word; None where both are heard or nobody can tell."""
    low = word.lower()
    if word[0].isdigit():
        return "an" if _EIGHT.match(word) else "a"
    if len(word) < _LEAST:
        return None
    if _MUTE.match(low):
        return "an"
    if _EITHER.match(low):
        return None
    head = re.split(r"[-’']", word)[0]
    if head.isupper():
        # Of longer ones nobody can tell whether they are spelt or spoken.
        return ("an" if head[0] in _LETTERS else "a") if len(head) in (2, 3) else None
    if _YOU.match(low) and not re.match(r"uni(?:n|m|d)", low):
        return "a"
    return "an" if low[0] in "aeiou" else "a"


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:start].rstrip(" \n\"“‘'(*_-")
    return not before or before[-1] in ".?!:;…"
