"""Profiles: what a standard or a law asks of a code, as data: `data/profiles/NAME.yaml`.

A profile switches checks on and sets how loud they are. Its clauses are the parts that it asks
for, each with the fields of a code and the words that cover it.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from conductkit.strings import strings

_DATA = Path(__file__).parent / "data" / "profiles"
DEFAULT = "default"
"""Written for a severity: the check's own."""

Groups = tuple[str, ...]
"""Lists of words and stems of which a sentence must name one each."""


class Clause(NamedTuple):
    """One part: covered by any of `fields` that is given, or a sentence with some of its words.

    A field is a key of the code, or `contacts.ROUTE`. `words` has, by language, alternatives of
    which one is enough. `missing` completes “does not say”, `write` is what would cover it.
    """

    id: str
    name: str
    missing: str
    write: str
    ref: str = ""
    fields: tuple[str, ...] = ()
    words: Mapping[str, tuple[Groups, ...]] = {}


class Profile(NamedTuple):
    """One profile; `kinds` are the kinds of code that it is for, `limits` says why no others."""

    name: str
    title: str
    about: str
    source: str
    kinds: tuple[str, ...]
    limits: str
    says: str
    checks: Mapping[str, str]
    clauses: tuple[Clause, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages (primary subtags) in which its words are known, sorted."""
        return tuple(sorted({tag for clause in self.clauses for tag in clause.words}))


@cache
def names() -> tuple[str, ...]:
    """The names of all profiles, without reading them."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.yaml")))


@cache
def read(name: str) -> Profile:
    """A profile by name; KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    given = strings(_DATA / f"{name}.yaml")
    clauses = tuple(_clause(entry) for entry in given.pop("clauses"))
    kinds = tuple(given.pop("kinds"))
    return Profile(name=name, kinds=kinds, clauses=clauses, **given)


def _clause(given: dict[str, Any]) -> Clause:
    words = {tag: tuple(map(_groups, told)) for tag, told in given.pop("words", {}).items()}
    return Clause(fields=tuple(given.pop("fields", ())), words=words, **given)


def _groups(entry: str) -> Groups:
    return tuple(part.strip() for part in entry.split("&"))
