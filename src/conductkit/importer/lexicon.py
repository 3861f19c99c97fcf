"""The word lists of `conduct import`: one file a language in data/import/, regular expressions."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from conductkit.strings import strings

_DATA = Path(__file__).parent.parent / "data" / "import"
_NEVER = re.compile(r"(?!)")
_AROUND = re.compile(r"^[^\w(]+|[^\w)?]+$")
_LONGEST = 6000
_KEPT = 8192  # searches: of one sentence the same is asked in many places


@dataclass(frozen=True)
class Lexicon:
    """What the importer knows of one language; of an unknown one, only what holds for all."""

    language: str
    stopwords: frozenset[str]
    names: tuple[tuple[str, "re.Pattern[str]"], ...]
    title: str
    ban: str
    _roles: Mapping[str, "re.Pattern[str]"]
    _patterns: Mapping[str, "re.Pattern[str]"]
    _residue: tuple["re.Pattern[str]", ...]

    @property
    def known(self) -> bool:
        """Whether there are word lists for the language."""
        return self.language in languages()

    def find(self, name: str, text: str) -> "re.Match[str] | None":
        """The first place where a pattern matches; None where it does not."""
        return self._search(name, text[:_LONGEST])

    @cached_property
    def _search(self) -> Callable[[str, str], "re.Match[str] | None"]:
        @lru_cache(maxsize=_KEPT)
        def search(name: str, text: str) -> "re.Match[str] | None":
            return self._patterns.get(name, _NEVER).search(text)

        return search

    def has(self, name: str, text: str) -> bool:
        """Whether a pattern matches anywhere."""
        return self._search(name, _straight(text[:_LONGEST])) is not None

    def whole(self, name: str, text: str) -> bool:
        """Whether a pattern is the whole text."""
        return bool(self._patterns.get(name, _NEVER).fullmatch(_straight(text.strip())))

    def starts(self, name: str, text: str) -> bool:
        """Whether a text begins with a pattern."""
        return bool(self._patterns.get(name, _NEVER).match(_straight(text)))

    def ends(self, name: str, text: str) -> bool:
        """Whether the last words of a text are a pattern."""
        tail = _straight(text.rstrip(" :.…")[-60:])
        pattern = self._patterns.get(name, _NEVER)
        return any(match.end() == len(tail) for match in pattern.finditer(tail))

    def all(self, name: str, text: str) -> list["re.Match[str]"]:
        """Every place where a pattern matches."""
        return list(self._patterns.get(name, _NEVER).finditer(text))

    def role(self, heading: str) -> str:
        """What a heading announces (purpose, scope, values …); "" where it says nothing known.

        Signs and marks around its words say nothing.
        """
        heading = _AROUND.sub("", heading).lower()
        if len(heading) > 90:
            return ""
        parts = [heading, *re.split(r"\s*(?:,|/|&|\band\b|\by\b|\bet\b|\be\b|\bund\b)\s*", heading)]
        for name, pattern in self._roles.items():
            if any(pattern.fullmatch(part) for part in parts):
                return name
        return ""

    def hashtag(self, text: str) -> "re.Match[str] | None":
        """A hashtag of several words in one, such as #ServiceCode."""
        return re.search(r"(?<=\s)#(?=\w{0,40}[a-z][A-Z])[A-Za-z]\w{2,60}", text[:_LONGEST])

    def residue(self, text: str) -> "re.Match[str] | None":
        """What a page left in a text: a menu entry, a counter, a hashtag."""
        found = (pattern.search(text[:300]) for pattern in self._residue)
        return next((match for match in found if match), None)


def _straight(text: str) -> str:
    """A text with the apostrophes that the patterns have."""
    return text.replace("’", "'")


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon:
    """The word lists of a language (BCP 47; its primary subtag decides)."""
    name = language.split("-", maxsplit=1)[0].lower()
    own = load(f"{name}.yaml") if name in languages() else {}
    common, english = load("any.yaml"), load("en.yaml")
    patterns = {**own.get("patterns", {}), **common["patterns"]}
    residue = [*common["residue"], *english["residue"], *own.get("residue", [])]
    return Lexicon(
        language=name,
        stopwords=frozenset(own.get("stopwords", "").split()),
        names=tuple((key, _compile([value])) for key, value in own.get("names", {}).items()),
        ban=own.get("ban_words", english["ban_words"]),
        title=own.get("unprintable_title", english["unprintable_title"]),
        _roles={key: _compile(value, edges=False) for key, value in own.get("roles", {}).items()},
        _patterns={key: _compile(value) for key, value in patterns.items() if value},
        _residue=tuple(re.compile(value, re.IGNORECASE) for value in residue),
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages that have word lists."""
    names = (path.name for path in _DATA.iterdir())
    return tuple(sorted(name[:2] for name in names if re.fullmatch(r"[a-z]{2}\.yaml", name)))


@lru_cache(maxsize=16)
def load(name: str) -> Any:
    """A data file of the importer."""
    return strings(_DATA / name)


def _compile(pieces: list[str], *, edges: bool = True) -> "re.Pattern[str]":
    body = "|".join(pieces)
    whole = rf"(?<!\w)(?:{body})(?!\w)" if edges else f"(?:{body})"
    # Case matters where a piece is written in capitals on purpose: those are marked by (?-i:…).
    return re.compile(whole, re.IGNORECASE)
