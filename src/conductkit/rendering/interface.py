"""The words around a code in its renderings (Contents, Why, Must …), in the code's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from conductkit.strings import strings

_FOLDER = Path(__file__).resolve().parent.parent / "data"
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Interface:
    """Words by key, and how a language writes dates and in which direction."""

    language: str
    direction: str
    words: Mapping[str, str]
    months: tuple[str, ...]
    day: str

    def word(self, key: str, **parts: str) -> str:
        """The word or sentence of that key, its `{parts}` filled in; KeyError for no such key."""
        text = self.words[key]
        for name, part in parts.items():
            text = text.replace(f"{{{name}}}", part)
        return text

    def named(self, kind: str, name: str) -> str:
        """The word for an id (`level`, `channel`, `route`); else the id, readable."""
        return self.words.get(f"{kind}-{name}", readable(name))

    def date(self, value: str) -> str:
        """A date as people write it; "" stays "" and what is no date stays as it is."""
        parts = value.split("-")
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
            return value
        year, month, day = (int(part) for part in parts)
        if not 1 <= month <= len(self.months):
            return value
        text = self.day.replace("{month}", self.months[month - 1])
        return text.replace("{day}", str(day)).replace("{year}", str(year))


def readable(name: str) -> str:
    """An id as words: `continuous-improvement` is “Continuous improvement”."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def languages() -> list[str]:
    """The languages that have words of their own, sorted."""
    return sorted(path.stem for path in (_FOLDER / "interface").glob("*.yaml"))


@lru_cache(maxsize=64)
def interface(tag: str) -> Interface:
    """The words for a language tag: its language's, else English; the direction is the tag's."""
    primary = tag.split("-", maxsplit=1)[0].lower()
    known = languages()
    chosen = next((name for name in (tag, primary) if name in known), FALLBACK)
    data = _read(f"interface/{chosen}.yaml")
    words = {**_read(f"interface/{FALLBACK}.yaml")["words"], **data["words"]}
    return Interface(chosen, direction(tag), words, tuple(data["months"]), data["day"])


def direction(tag: str) -> str:
    """`rtl` or `ltr`: by the script that the tag names, else by its language."""
    data = _read("directions.yaml")
    primary, *rest = tag.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in data["scripts"] else "ltr"
    return "rtl" if primary.lower() in data["languages"] else "ltr"


@lru_cache(maxsize=64)
def _read(name: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = strings(_FOLDER / name)
    return data
