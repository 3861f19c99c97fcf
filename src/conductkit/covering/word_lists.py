"""The words that coverage looks for: `data/coverage/LANGUAGE.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from conductkit.language import word_list
from conductkit.language.lexicon import primary
from conductkit.record import Record, record
from conductkit.strings import strings

_DATA = Path(__file__).parent.parent / "data" / "coverage"

Groups = tuple[str, ...]


@record
class Lists(Record):
    """The word lists of one language; empty for a language without a data file."""

    values: Mapping[str, str]
    needs: Mapping[str, tuple[Groups, ...]]
    principles: Mapping[str, str]
    passes: tuple[str, ...]
    channels: Mapping[str, str]

    def stems(self, id: str, name: str) -> str:
        """What to look for of a value or principle: its list, else its name."""
        return self.values.get(id) or self.principles.get(id) or name.lower()


class _File(NamedTuple):
    values: Mapping[str, str]
    needs: Mapping[str, tuple[Groups, ...]]
    principles: Mapping[str, str]


def lists(language: str) -> Lists:
    """The word lists for a BCP 47 tag."""
    ours = _read(primary(language))
    common = word_list("principle-uncovered", language)
    channels = word_list("channel-uncovered", language).entries
    principles = {**ours.principles, **common.entries}
    return Lists(
        values=ours.values, needs=ours.needs, principles=principles, passes=common.passes,
        channels=channels,
    )  # fmt: skip


@cache
def _read(language: str) -> _File:
    path = _DATA / f"{language}.yaml"
    if not path.is_file():
        return _File({}, {}, {})
    given = strings(path)
    needs = {
        key: tuple(tuple(part.strip() for part in entry.split("&")) for entry in entries)
        for key, entries in given.get("needs", {}).items()
    }
    return _File(given.get("values", {}), needs, given.get("principles", {}))
