"""One form for comparing: Unicode, quotes, dashes, spaces, case and spelling variants."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from conductkit.language.lexicon import raw
from conductkit.language.words import fold

_WORD = re.compile(r"[^\W\d_]++")
_FORMS = str.maketrans(
    {
        **dict.fromkeys("’‘´`ʼ′‛", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "…": "...",
    }
)


class Variant(NamedTuple):
    """A word as one variety spells it: its lexeme (the form compared), the variety, the others.

    Varieties: "gb" and "us" (behaviour, behavior), "ise" and "ize" (organise, organize; British
    houses use either), in Portuguese "br" and "pt".
    """

    lexeme: str
    variety: str
    others: Mapping[str, str]


@lru_cache(maxsize=8192)
def normalise(text: str, language: str) -> str:
    """Return a text in the one form in which two texts are compared; never for output."""
    text = unicodedata.normalize("NFC", text).translate(_FORMS)
    text = " ".join(text.casefold().split())
    variants = spelling_variants(language)
    if not variants:
        return text

    def one_form(match: re.Match[str]) -> str:
        variant = variants.get(match.group())
        return variant.lexeme if variant else match.group()

    return _WORD.sub(one_form, text)


def spelling_variants(language: str) -> Mapping[str, Variant]:
    """Return the words, in lower case, that varieties of a language spell in different ways."""
    return _variants(language.replace("_", "-").split("-", 1)[0].lower())


def lexeme(word: str | None, language: str) -> str | None:
    """Return the form under which all spellings of a word are compared."""
    variant = spelling_variants(language).get(word) if word else None
    return variant.lexeme if variant else word


@cache
def _variants(language: str) -> Mapping[str, Variant]:
    found: dict[str, Variant] = {}
    table = raw("spelling", language)
    for varieties, groups in table.items() if isinstance(table, dict) else ():
        names = varieties.split("/")
        for group in fold(groups).split(","):
            stems, _, endings = group.strip().partition(" ")
            parts = stems.split("/")
            for ending in endings.split() or ["-"]:
                suffix = "" if ending == "-" else ending
                forms = [stem + suffix for stem in parts]
                spelled = dict(zip(names, forms, strict=True))
                for name, form in spelled.items():
                    found[form] = Variant(forms[0], name, spelled)
    return MappingProxyType(found)
