"""The words of a language, read once from its data file.

A data file is a mapping. A list is written as one text, entries parted by commas, with its advice
or value behind ` = `: such a file stays small and loads in a few milliseconds.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from conductkit.language.words import fold
from conductkit.record import Record, record

_DATA = Path(__file__).parent / "data"
_NONE: Mapping[str, str] = MappingProxyType({})

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


class WordList(NamedTuple):
    """A named list of a language: entries with their advice (or ""), and phrases to pass over."""

    entries: Mapping[str, str]
    passes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)


@record
class Lexicon(Record):
    """What the grammar asks of a language; empty for a language without a data file."""

    language: str
    data: Mapping[str, object]
    titles: frozenset[str]
    before_numbers: frozenset[str]
    before_stop: frozenset[str]
    openers: frozenset[str]
    verbs: frozenset[str]
    verbs_or_nouns: frozenset[str]
    compounds: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    objects: frozenset[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    coordinators: frozenset[str]
    people: frozenset[str]
    stative: frozenset[str]
    consent: frozenset[str]
    served: frozenset[str]
    clause_or_preposition: frozenset[str]
    personal: frozenset[str]
    negators: Phrases
    possibility: frozenset[str]
    light: frozenset[str]
    requests: Mapping[str, str]
    reasons: frozenset[str]
    not_promises: frozenset[str]
    bases: frozenset[str]
    imperatives: frozenset[str]
    infinitives: tuple[str, ...]
    not_adverbs: frozenset[str]
    participles: frozenset[str]
    irregular: Mapping[str, str]
    modals: Phrases
    subordinators: Phrases
    openings: Phrases
    not_orders: Phrases
    verb_phrases: Phrases


@lru_cache(maxsize=256)
def primary(language: str) -> str:
    """Return the primary subtag of a BCP 47 tag: "en" of "en-GB"."""
    return language.replace("_", "-").split("-", 1)[0].lower()


@cache
def supported() -> Mapping[str, str]:
    """Say what is read in which language: "full" (acts, clauses) or "modal" (level, cues)."""
    return MappingProxyType(
        {
            path.stem: "full" if path.stem == "en" else "modal"
            for path in sorted(_DATA.glob("*.yaml"))
        }
    )


@cache
def word_list(name: str, language: str) -> WordList:
    """Return a named list of a language; an empty one where the language has none."""
    data = _load(primary(language))
    passes = tuple(_entries(data.get(f"{name}-passes")))
    return WordList(MappingProxyType(_pairs(data.get(name))), passes)


def raw(name: str, language: str) -> object:
    """Return a part of a language's data file as it stands, or None."""
    return _load(primary(language)).get(name)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the grammar's words of a primary language subtag."""
    data = _load(language)

    def words(name: str) -> frozenset[str]:
        return frozenset(_entries(data.get(name)))

    subordinators = {
        entry: kind
        for kind in ("condition", "exception", "concession", "reason", "relative")
        for entry in _entries(data.get(f"{kind}-clause"))
    }
    modals: dict[str, str] = {}
    for value, entries in _pairs(data.get("modals")).items():
        modals |= dict.fromkeys(_entries(entries), value)
    if language == "fr":  # `tenu de répondre`, `tenu d'aider`
        elided = {f"{entry[:-1]}'": modals[entry] for entry in modals if entry.endswith(" de")}
        modals = {**elided, **modals}
    return Lexicon(
        language=language,
        data=data,
        titles=words("abbreviations"),
        before_numbers=words("abbreviations-before-number"),
        before_stop=words("abbreviations-before-stop"),
        openers=words("determiners") | words("subjects") | words("openers"),
        verbs=words("verbs"),
        verbs_or_nouns=words("verbs-or-nouns"),
        compounds=words("verbs-or-nouns-passes"),
        determiners=words("determiners"),
        pronouns=words("subjects"),
        objects=words("objects"),
        prepositions=words("prepositions"),
        adverbs=words("adverbs"),
        auxiliaries=words("auxiliaries"),
        coordinators=words("coordinators"),
        people=words("people"),
        stative=words("stative-verbs"),
        consent=words("consent"),
        served=words("served"),
        clause_or_preposition=words("clause-or-preposition"),
        personal=words("personal"),
        negators=phrases(dict.fromkeys(_entries(data.get("negators")), "")),
        possibility=words("possibility"),
        light=words("light-verbs"),
        requests=_pairs(data.get("request-verbs")),
        reasons=words("reason-openers"),
        not_promises=words("not-promises"),
        bases=words("verbs") | words("verbs-or-nouns"),
        imperatives=words("imperatives"),
        infinitives=tuple(sorted(words("infinitive-endings"))),
        not_adverbs=words("not-adverbs"),
        participles=words("participles"),
        irregular=_pairs(data.get("irregular")),
        modals=phrases(modals),
        subordinators=phrases(subordinators),
        openings=phrases(dict.fromkeys(_entries(data.get("openings")), "")),
        not_orders=phrases(dict.fromkeys(_entries(data.get("not-orders")), "")),
        verb_phrases=phrases(_pairs(data.get("verb-phrases"))),
    )


def phrases(entries: Mapping[str, str]) -> Phrases:
    """Index phrases by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry, value in entries.items():
        parts = tuple(entry.split())
        index.setdefault(parts[0], []).append((parts, value))
    return {
        first: tuple(sorted(found, key=lambda pair: -len(pair[0])))
        for first, found in index.items()
    }


@cache
def _load(language: str) -> Mapping[str, object]:
    if language not in supported():
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (_DATA / f"{language}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, object] = yaml.load(text, Loader=loader)  # noqa: S506 # a safe loader
    return loaded


def _entries(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return [entry for part in fold(value).split(",") if (entry := part.strip())]
    return []


def _pairs(value: object) -> dict[str, str]:
    if isinstance(value, dict):
        return {fold(str(entry)): str(advice) for entry, advice in value.items()}
    pairs: dict[str, str] = {}
    for entry in _entries(value):
        word, _, advice = entry.partition(" = ")
        pairs[word] = advice
    return pairs
