"""Readable ids from words: never from numbers or places, the same for the same words."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from conductkit.importer.lexicon import Lexicon
from conductkit.importer.words import plain

_WORDS = 4
_LONGEST = 48


def slug(text: str, words: Lexicon, prefix: str, most: int = _WORDS) -> str:
    """An id of the words that carry a text.

    `prefix` and a digest where its script has no letters a-z.
    """
    bare = _without_addresses(text)
    found = [one.strip("'’") for one in re.findall(r"[\w'’]+", bare)]
    telling = [one for one in found if one not in words.stopwords and not one.isdigit()] or found
    parts = [part for part in (_ascii(one) for one in telling) if part]
    if not parts or sum(map(len, parts)) < 2:
        digest = hashlib.sha256((" ".join(bare.split()) or text).encode()).hexdigest()
        return f"{prefix}-{digest[:8]}"
    chosen = parts[:most]
    while len("-".join(chosen)) > _LONGEST and len(chosen) > 1:
        chosen.pop()
    return "-".join(chosen)[:_LONGEST].strip("-")


def tells(text: str) -> bool:
    """Whether a text has words besides addresses."""
    return bool(re.search(r"[^\W\d_]{2}", _without_addresses(text)))


def _without_addresses(text: str) -> str:
    return re.sub(r"https?://\S+|(?<!\S)\S{1,200}@\S+", " ", plain(text)).casefold()


class Taken:
    """The ids given so far; each is given once."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = set(known)
        self._next: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """The id, with -2, -3 … behind it where it is taken."""
        given = wanted
        while given in self._known:
            self._next[wanted] = self._next.get(wanted, 1) + 1
            given = f"{wanted}-{self._next[wanted]}"
        self._known.add(given)
        return given


def _ascii(word: str) -> str:
    word = re.sub(r"['’]s?$|['’]", "", word).replace("ß", "ss").replace("æ", "ae").replace("ø", "o")
    folded = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    letters = re.sub(r"[^a-z0-9]", "", folded)
    return letters if len(letters) * 2 >= len(word) else ""
