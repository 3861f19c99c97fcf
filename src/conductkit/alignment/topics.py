"""Acts that are put in many words: `data/alignment/LANGUAGE.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from conductkit.covering.duties import met
from conductkit.covering.word_lists import Groups
from conductkit.language.lexicon import primary
from conductkit.strings import strings

_DATA = Path(__file__).parent.parent / "data" / "alignment"


class Topics(NamedTuple):
    """The topics of a language with their words, and for a greater act the lesser one."""

    words: Mapping[str, tuple[Groups, ...]]
    lesser: Mapping[str, str]


def topics_of(text: str, language: str) -> frozenset[str]:
    """The topics that a duty is about."""
    words = read(primary(language)).words
    return frozenset(name for name, alternatives in words.items() if met(text, alternatives))


@cache
def read(language: str) -> Topics:
    """The topics of a primary language subtag; none for a language without a data file."""
    path = _DATA / f"{language}.yaml"
    if not path.is_file():
        return Topics({}, {})
    given = strings(path)
    words = {
        name: tuple(tuple(part.strip() for part in entry.split("&")) for entry in entries)
        for name, entries in given["topics"].items()
    }
    return Topics(words, given["lesser"])
